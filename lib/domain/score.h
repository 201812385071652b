/*
 * Scores: what the marks of a review are worth, and what a committee's reviews
 * say together (design §5). Exact, computed here only, never by the browser.
 *
 * A criterion without a mark is missing: it weighs in neither the sum nor the
 * divisor, it is never zero. A score always goes with how complete it is.
 */
#ifndef DOMAIN_SCORE_H
#define DOMAIN_SCORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "domain/criterion.h"
#include "domain/fraction.h"

/* The mark given to one criterion: as many as the grid has items. */
struct mark {
	bool		 given;
	int64_t		 value;		/* of a level */
};

struct score {
	/* Σ(weight × value) / Σ(weight) over the criteria marked; none when no
	 * criterion that counts has a mark. */
	struct fraction	 value;
	struct fraction	 highest;	/* the same if all had their best mark */
	int64_t		 weight_marked, weight_total;
	size_t		 marked, asked;	/* leaves */
	int		 percent;	/* of the weight; 100 only when whole */
};

#define SCORE_ALL	SIZE_MAX

/*
 * The score of one review over the whole grid (SCORE_ALL) or one group of it
 * (its index). A mark on a group or outside the scale of its criterion is
 * taken as missing.
 */
void	 score_review(struct score *, const struct grid *,
	    const struct mark *marks, size_t within);

/* What several reviews say together; reviews without a score count nowhere. */
struct agreement {
	size_t		 count;		/* values that exist */
	struct fraction	 mean, median, spread;
	bool		 exact;		/* the mean is (see fraction_mean) */
	bool		 divided;	/* opinions are far apart */
};

/*
 * Over the scores of n reviews; range is the widest spread that the grid
 * allows. Divided: at least two reviews, half the range apart.
 */
void	 score_agree(struct agreement *, struct mem *,
	    const struct fraction *scores, size_t n, struct fraction range);
/*
 * Over the marks given to criterion i by n reviews: marks[r][i]. Divided: at
 * least two marks, three quarters of its scale apart (1 and 5 of 1/3/5, not 3
 * and 5: neighbours on a short scale are no quarrel).
 */
void	 score_agree_on(struct agreement *, struct mem *,
	    const struct grid *, size_t i, const struct mark *const *marks,
	    size_t n);
/* The widest spread that two complete reviews can have. */
struct fraction score_range(const struct grid *);

/* "4,2 sur 5"; "pas encore de note" when there is none. In mem. */
const char *score_format(struct mem *, const struct score *,
	    const char *lang);

#endif
