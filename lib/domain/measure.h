/*
 * From criteria to impact: what a project commits to (targets), the dated
 * values it reports, and who validated them. It computes no roll-up.
 *
 * Values are integers scaled by 10^decimals of the target.
 */
#ifndef DOMAIN_MEASURE_H
#define DOMAIN_MEASURE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "store/db.h"

struct target {
	const char	*indicator;	/* its key on the platform */
	int		 decimals;
	bool		 has_baseline;
	int64_t		 baseline, goal;
	const char	*due_on;	/* "YYYY-MM-DD", or NULL */
};

/*
 * Commit the project to an indicator of that platform, or change what it commits
 * to; what was measured keeps its value, in the finer of the two scales.
 * RC_NOT_FOUND: the platform has no such indicator. RC_INVALID: the finer scale
 * does not fit 64 bits. Inside the caller's write transaction.
 */
enum rc	 target_write(struct db *, int64_t platform_id, int64_t element_id,
	    const struct target *);
/* The same, on the project's own platform. RC_NOT_FOUND: no such project either.
 * Opens its own write transaction, as those below do. */
enum rc	 target_put(struct db *, struct mem *, int64_t element_id,
	    const struct target *);

/*
 * Report a value measured on a day, not validated; the same day again corrects
 * it. Journal entry "measure" when the project is public. RC_NOT_FOUND: no such
 * target. RC_CONFLICT: that value is validated already.
 */
enum rc	 measure_report(struct db *, struct mem *, int64_t element_id,
	    const char *indicator, int64_t value, const char *measured_on,
	    const char *method, const char *actor, const struct act *);

/*
 * Validate the last value reported: from now on totals count it. Journal entry
 * "validate". RC_NOT_FOUND: none is waiting.
 */
enum rc	 measure_validate(struct db *, struct mem *, int64_t element_id,
	    const char *indicator, const char *actor, const struct act *);

#endif
