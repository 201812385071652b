/*
 * "Nous sommes intéressés": support or funding offered to a holder, who agrees
 * to share the dossier until a day, or declines. It moves no money (funding.h).
 */
#ifndef DOMAIN_SUPPORT_H
#define DOMAIN_SUPPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "store/db.h"

struct offer {
	int64_t		 id, element_id, listening_id;
	int64_t		 organisation_id;	/* 0: in their own name */
	const char	*by;		/* the body, or the person's name */
	const char	*person;	/* who wrote it */
	const char	*kind;		/* of need_kinds */
	int64_t		 amount_cents;	/* 0: none told */
	const char	*message;
	int64_t		 offered_at;
	const char	*answer;	/* accepted, declined, withdrawn; NULL */
	const char	*answer_text;
	int64_t		 answered_at, share_ends_at;	/* 0: none */
	bool		 share_documents;	/* with its pieces */
	int64_t		 offered_by;		/* 0: gone */
	/* of the project, for those who offer */
	const char	*title, *slug;
};

struct offer_form {
	int64_t		 listening_id;	/* 0: from no listening */
	int64_t		 organisation_id;	/* 0: in one's own name */
	const char	*kind, *message;
	int64_t		 amount_cents;	/* 0: none */
};

#define SUPPORT_MESSAGE_MAX	3000	/* characters */

/*
 * Offer. The holder is told by mail (act->holder_url). RC_DENIED: not a member of
 * that organisation. RC_CONFLICT: the element is not public, or an offer of
 * that kind by the same side still waits for an answer. RC_INVALID: why (genre,
 * message, montant). Own write transaction.
 */
enum rc	 support_offer(struct db *, struct mem *, int64_t element_id,
	    const struct offer_form *, const struct act *,
	    struct problems *why);
/* What a holder answers. */
struct offer_answer {
	bool		 accepts;
	int64_t		 share_ends_at;	/* Unix s; when accepted */
	bool		 share_documents;	/* its pieces with the dossier */
	const char	*text;		/* may be "" */
};

/*
 * The holder's answer. Accepted: whoever offered reads the dossier until
 * share_ends_at (after now, at most two years), and its pieces when the holder
 * said so. Who offered is told (act->service_url). RC_NOT_FOUND: not of that
 * element. RC_CONFLICT: answered. RC_INVALID: why (fin, reponse). Own write
 * transaction.
 */
enum rc	 support_answer(struct db *, struct mem *, int64_t offer_id,
	    int64_t element_id, const struct offer_answer *,
	    const struct act *, struct problems *why);
/* End the sharing now. RC_NOT_FOUND: nothing is shared. Own transaction. */
enum rc	 support_stop(struct db *, struct mem *, int64_t offer_id,
	    int64_t element_id, const struct act *);
/* Who offered takes it back before an answer. RC_NOT_FOUND. Own transaction. */
enum rc	 support_withdraw(struct db *, int64_t offer_id, int64_t person_id,
	    int64_t now);

#define OFFERS_LISTED	50

/* Those made to an element, newest first; in mem. Reads. */
size_t	 support_of_element(struct offer **, struct db *, struct mem *,
	    int64_t element_id);
/* Those made to it from a listening. */
size_t	 support_of_listening(struct offer **, struct db *, struct mem *,
	    int64_t listening_id, int64_t element_id);

/* Does the holder share the pieces too with that person, now? Reads. */
bool	 support_shows_documents(struct db *, int64_t dossier_id,
	    int64_t person_id, int64_t now);

/* Somebody with whom a dossier is shared, its pieces included. */
struct shared_with {
	const char	*to;			/* a body, or a person */
	const char	*title, *slug, *platform;	/* of the project */
	int64_t		 offer_id, ends_at;
};

/* Who reads a document that way, now; newest first, in mem. Reads. */
size_t	 support_of_document(struct shared_with **, struct db *, struct mem *,
	    int64_t document_id, int64_t now);

#endif
