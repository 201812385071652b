/*
 * The ranking of what a call has under review at a stage, by the committee's
 * scores, and what a budget would allow. It decides nothing.
 */
#ifndef DOMAIN_RANKING_H
#define DOMAIN_RANKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "domain/act.h"
#include "domain/queue.h"
#include "domain/score.h"
#include "store/db.h"

#define RANKING_MAX	500	/* applications; the oldest of the stage */

struct rank {
	int64_t		 id, revision, requested_cents;
	const char	*number, *title, *holder;
	struct agreement scores;	/* of the submitted reviews */
	size_t		 reviews;	/* submitted, scored or not */
	int64_t		 sum_cents;	/* asked down to this one */
	bool		 within;	/* the budget reaches it */
	const char	*proposed;	/* verdict of its draft decision, or NULL */
	int64_t		 proposed_cents;
};

struct ranking {
	struct rank	*rows;		/* best mean first, unscored last */
	size_t		 count, within, unscored;
	struct fraction	 highest;	/* the best a review can give */
	int64_t		 asked_cents, within_cents;
	int64_t		 quorum;
	bool		 more;		/* more than RANKING_MAX stand there */
};

/*
 * Rank by mean, then median, then what was asked (less first), then number: no
 * two runs differ. The budget is spent in that order and stops at the first that
 * does not fit: nobody overtakes. Only scored ones are within. What the viewer
 * of the filter may not read is not there. Four queries. A read.
 */
enum rc	 ranking_load(struct ranking *, struct db *, struct mem *,
	    const struct queue_filter *, int64_t call_id, int64_t stage_id,
	    int64_t budget_cents);

/*
 * Propose to accept those within the budget that have no proposal yet, for what
 * they ask within their bounds, with their rank as the reason. *made: how many.
 * Nothing is taken. Own write transaction for each.
 */
enum rc	 ranking_propose(struct db *, struct mem *, const struct ranking *,
	    const struct act *, int64_t *made);

#endif
