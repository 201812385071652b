/*
 * A newer revision of a form, offered to what is being filled with an older one
 * (doc/forms.md, "Revisions"). Nothing moves by itself: the holder sees what
 * changed, and accepts. What is before a service keeps the questions it was
 * presented with.
 */
#ifndef DOMAIN_FORM_OFFER_H
#define DOMAIN_FORM_OFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "domain/form.h"
#include "domain/person.h"
#include "store/db.h"

/* A question that differs. */
struct form_offer_row {
	enum { OFFER_ADDED, OFFER_CHANGED, OFFER_REMOVED } what;
	const char	*label;		/* now; of a removed one, then */
	const char	*step;		/* where it is; was, when removed */
	const char	*said;		/* what changed, in words; "" */
	bool		 required;	/* added: and must be answered */
	bool		 kept;		/* an answer stays, or is put aside */
};

struct form_offer {
	int64_t		 dossier_id;
	int64_t		 application_id; /* not 0: what its call asks */
	const struct form *from, *to;
	bool		 pinned;	/* it waits: presented, being examined */
	struct form_offer_row *rows;	/* added, changed, removed */
	size_t		 count;
};

/*
 * The newest published revision of the form that the dossier is filled with, and
 * what it changes; in mem. Of an application (application_id not 0): of its
 * call's own questions, else of the form that it reads the dossier through.
 * RC_NOT_FOUND: there is none newer. Reads.
 */
enum rc	 form_offer_load(struct form_offer *, struct db *, struct mem *,
	    int64_t dossier_id, int64_t application_id);
/* The rows of what differs between two revisions, as a holder is told: o->from
 * and o->to are set. Pure. */
void	 form_offer_compare(struct form_offer *, struct mem *);
/* Is there one that may be accepted? One statement. */
bool	 form_offer_is(struct db *, int64_t dossier_id,
	    int64_t application_id);

/*
 * Move to the revision `to`, as it was shown. Answers to the questions that stay
 * are kept; those of removed questions are put aside, not erased. RC_CONFLICT: no
 * longer the one offered, or presented meanwhile. Opens its own write
 * transaction.
 */
enum rc	 form_offer_accept(struct db *, struct mem *, int64_t dossier_id,
	    int64_t application_id, int64_t to, const struct person *who,
	    int64_t now);

#endif
