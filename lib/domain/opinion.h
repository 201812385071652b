/*
 * Opinions asked of experts: one question, one verdict in words, joined to the
 * application. Contributions of the public are another kind of row, not made here.
 */
#ifndef DOMAIN_OPINION_H
#define DOMAIN_OPINION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "store/db.h"

struct opinion {
	int64_t		 id, application_id, author_id;
	const char	*author, *asked_by;	/* names, "" when gone */
	const char	*question, *body;
	const char	*verdict;		/* NULL: not given yet */
	const char	*visibility;		/* service, holder, public */
	int64_t		 asked_at, given_at;	/* given 0: awaited */
};

struct opinions {
	struct opinion	*rows;			/* oldest first */
	size_t		 count;
};

extern const char *const opinion_verdicts[];	/* NULL ends */
const char *opinion_verdict_label(const char *);	/* "Favorable"… */

/* Those of an application, at most 100, in mem. A read. */
enum rc	 opinion_list(struct opinions *, struct db *, struct mem *,
	    int64_t application_id);
/* One; RC_NOT_FOUND, also for its expert once in conflict. A read. */
enum rc	 opinion_load(struct opinion *, struct db *, struct mem *, int64_t id);

/*
 * Ask somebody who has an account, found by address. They are told by mail with
 * `url`, "%lld" standing for the id of the opinion. RC_INVALID: `why` (courriel,
 * question, visibilite): unknown address, in conflict, asked already and
 * silent. RC_CONFLICT: nothing is deposited or it is decided. *id (NULL
 * allowed). Own write transaction.
 */
enum rc	 opinion_ask(struct db *, struct mem *, int64_t application_id,
	    const char *email, const char *question, const char *visibility,
	    const char *url, const struct act *, int64_t *id,
	    struct problems *why);
/*
 * The expert answers, once or again while the application is open. RC_DENIED:
 * somebody else. RC_NOT_FOUND: in conflict since. RC_CONFLICT: it is decided.
 * RC_INVALID: verdict or text missing (`where` verdict, avis). The service is
 * told. Own write transaction.
 */
enum rc	 opinion_give(struct db *, struct mem *, int64_t id,
	    const char *verdict, const char *body, const struct act *,
	    struct problems *why);
/* Take back a question that has no answer; RC_NOT_FOUND otherwise. */
enum rc	 opinion_withdraw(struct db *, int64_t application_id, int64_t id);

#endif
