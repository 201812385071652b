/*
 * Decisions: accept, refuse, close without action; always with reasons.
 * Proposed first if one likes (a draft that only the service sees), then taken,
 * alone or all those of a call together. It pays nothing (see funding.h).
 */
#ifndef DOMAIN_DECISION_H
#define DOMAIN_DECISION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "store/db.h"

struct decision {
	int64_t		 id;
	const char	*verdict;	/* accept, refuse, close */
	const char	*reasons, *conditions;
	int64_t		 granted_cents;
	const char	*decided_by;	/* as the letter is signed */
	int64_t		 decided_at;
	int64_t		 voided_at;	/* 0: it stands */
	const char	*void_reason;	/* or NULL */
	struct decision	*next;
};

/* "Accepter", "Refuser", "Classer sans suite", translated; "" if unknown. */
const char *decision_verdict_label(const char *verdict);
/* "Acceptée", "Refusée", "Classée sans suite". */
const char *decision_done_label(const char *verdict);

/* Every decision taken, newest first, in mem; NULL when none. A read. */
enum rc	 decision_list(struct decision **, struct db *, struct mem *,
	    int64_t application_id);
/* What is proposed and not taken, with who proposed it in decided_by and when in
 * decided_at. RC_NOT_FOUND: nothing. A read. */
enum rc	 decision_draft_load(struct decision *, struct db *, struct mem *,
	    int64_t application_id);

/* What bounds a grant, in cents; -1: no such bound. */
struct decision_bounds {
	int64_t		 requested_cents;
	int64_t		 cost_cents;	/* 0: not told */
	int		 max_rate_percent; /* of the cost; 100: none */
	int64_t		 by_rate_cents;	/* cost × rate; -1: no bound */
	int64_t		 envelope_cents, granted_cents; /* of the call, so far */
	int64_t		 left_cents;	/* of the envelope; -1: no envelope */
	int64_t		 most_cents;	/* what may be granted at most */
};

/* RC_NOT_FOUND. A read. */
enum rc	 decision_bounds_load(struct decision_bounds *, struct db *,
	    int64_t application_id);

struct decision_form {
	int64_t		 revision;	/* of the application, when shown */
	const char	*verdict;
	const char	*reasons, *conditions;
	int64_t		 granted_cents;	/* taken as 0 unless accepted */
	const char	*signed_by;	/* as the letter says; NULL: who decides */
};

/*
 * Propose, or change what is proposed. Reasons may still be missing.
 * RC_CONFLICT: decided, or changed since. RC_INVALID: no verdict, an amount
 * out of bounds. Own write transaction.
 */
enum rc	 decision_propose(struct db *, struct mem *, int64_t application_id,
	    const struct decision_form *, const struct act *,
	    struct problems *why);

/*
 * Decide. The state changes, the journal says it with the reasons, the amount
 * enters the funding plan, the letter leaves with the reasons and, unless all
 * was granted, the remedies of the call. RC_CONFLICT: not under review, or
 * changed since it was shown. RC_INVALID: `why` (verdict, motifs, montant,
 * conditions; decision: a blocking correction is open). Own write transaction.
 */
enum rc	 decision_take(struct db *, struct mem *, int64_t application_id,
	    const struct decision_form *, const struct act *,
	    struct problems *why);
/* What is proposed in a call to that decider, as decision_publish would take it:
 * a short digest for the page that shows it. In mem; "" when nothing is. */
const char *decision_proposed_mark(struct db *, struct mem *, int64_t call_id,
	    int64_t decider_id);
/*
 * Take everything that is proposed in a call at once, or nothing, leaving aside
 * what the decider has a conflict of interest with: `why` has a
 * problem per application that cannot be (`where` is its number). RC_NOT_FOUND:
 * nothing is proposed. RC_CONFLICT: it is no longer what was shown, whose mark
 * is given (NULL: whatever it is). At most 200; again for more. *taken: how
 * many. holder_url of act has %s for the slug of the element. Own write
 * transaction.
 */
enum rc	 decision_publish(struct db *, struct mem *, int64_t call_id,
	    const char *mark, const struct act *, int64_t *taken,
	    struct problems *why);

/*
 * Reopen: the decision is void, its letter with it, the grant taken back; the
 * holder is told why. RC_CONFLICT: not decided, or changed since. RC_INVALID: no
 * reason, or money was paid already (`where` motif). Own write transaction.
 */
enum rc	 decision_reopen(struct db *, struct mem *, int64_t application_id,
	    int64_t revision, const char *reason, const struct act *,
	    struct problems *why);

#endif
