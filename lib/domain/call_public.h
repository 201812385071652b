/*
 * Calls as everyone sees them: what is open, until when, for whom, judged on
 * what. It reads published calls only.
 */
#ifndef DOMAIN_CALL_PUBLIC_H
#define DOMAIN_CALL_PUBLIC_H

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

/* Money in cents, times in Unix seconds; 0 means none. */
struct call_card {
	int64_t		 id;
	const char	*uuid, *slug, *title, *promise;
	const char	*funder, *place;	/* or NULL */
	const char	*status;		/* "published", "closed" */
	int64_t		 opens_at, closes_at, envelope_cents;
	int64_t		 applications;		/* deposited, of any fate */
};

/* A stage and its criteria, for the page of a call. */
struct call_stage {
	const char	*label;
	int64_t		 opens_at, closes_at;
	size_t		 first_criterion, criterion_count;
};

struct call_criterion {
	const char	*label, *help;
	const char	*grid;		/* it belongs to; NULL: none */
	int64_t		 weight;
};

struct call_page {
	struct call_card card;
	const char	*description, *eligibility, *remedies;	/* Markdown */
	int64_t		 max_rate_percent;
	const char	*silence;		/* "accept", "reject", "none" */
	int64_t		 silence_months;
	struct call_stage *stages;
	size_t		 stage_count;
	struct call_criterion *criteria;
	size_t		 criterion_count;
};

enum call_when { CALL_OPEN, CALL_COMING, CALL_PAST };

/* Where a call is at `now`. */
enum call_when	 call_when(const struct call_card *, int64_t now);

/* Published and closed calls of a platform, those that end last first; at
 * most 200, in mem. A read. */
size_t	 call_cards(struct call_card **, struct db *, struct mem *,
	    int64_t platform_id);
/* By address. RC_NOT_FOUND: none, or not published. Reads. */
enum rc	 call_page_load(struct call_page **, struct db *, struct mem *,
	    int64_t platform_id, const char *slug);

#endif
