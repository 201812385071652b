/*
 * What a platform achieves, in a few numbers: funders, delays, effects.
 * It adds up public facts; each number costs the same at any size.
 */
#ifndef DOMAIN_OVERVIEW_H
#define DOMAIN_OVERVIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "store/db.h"

struct funder {
	const char	*name;
	int64_t		 projects;
	int64_t		 promised_cents, granted_cents;
};

/* The funders who granted most, in mem; at most limit. A read. */
size_t	 overview_funders(struct funder **, struct db *, struct mem *,
	    int64_t platform_id, int limit);
/* How many fund here, counted up to 1,000. A read. */
int64_t	 overview_funder_count(struct db *, int64_t platform_id);

/*
 * Median days from first deposit to decision over the last 200 decisions; -1
 * when there is none. A read.
 */
int64_t	 overview_median_delay(struct db *, int64_t platform_id);

/* An indicator added up over the projects that report it. */
struct effect {
	const char	*label, *unit;
	int64_t		 projects;	/* that report a validated value */
	int		 decimals;
	int64_t		 value, goal;	/* of those projects; scaled */
};

/*
 * The indicators of the platform that most projects committed to: the last
 * validated value of each project, summed (roll_up 'sum' only). A read.
 */
size_t	 overview_effects(struct effect **, struct db *, struct mem *,
	    int64_t platform_id, int limit);

/* Acts of the journal for the home page: the newest first. */
struct act {
	int64_t		 seq, at;
	const char	*kind, *actor, *hash, *previous;
	const char	*payload;		/* JSON, NULL once erased */
	const char	*payload_sha256;
	int64_t		 element_id, application_id;
	const char	*title, *slug;		/* of a published project, or NULL */
};

/* At most limit acts before seq (0: from the newest), in mem. A read. */
size_t	 overview_acts(struct act **, struct db *, struct mem *,
	    int64_t platform_id, int64_t before_seq, int limit);
/* One act. RC_NOT_FOUND. A read. */
enum rc	 overview_act(struct act **, struct db *, struct mem *,
	    int64_t platform_id, int64_t seq);

#endif
