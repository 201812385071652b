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
/*
 * The holder's answer. Accepted: whoever offered reads the dossier until
 * share_ends_at (Unix s, after now, at most two years). Who offered is told
 * (act->service_url). RC_NOT_FOUND: not of that element. RC_CONFLICT: answered.
 * RC_INVALID: why (fin). Own write transaction.
 */
enum rc	 support_answer(struct db *, struct mem *, int64_t offer_id,
	    int64_t element_id, bool accepts, int64_t share_ends_at,
	    const char *text, const struct act *, struct problems *why);
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
/* Those made from a listening. */
size_t	 support_of_listening(struct offer **, struct db *, struct mem *,
	    int64_t listening_id);

#endif
