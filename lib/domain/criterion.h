/*
 * What a committee scores at a stage: a tree of criteria with integer weights;
 * its leaves have a worded scale. It holds no score (see score.h, review.h).
 */
#ifndef DOMAIN_CRITERION_H
#define DOMAIN_CRITERION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

/* A worded step of a scale: 5, "forte", what one sees at that level. */
struct level {
	int64_t		 value;
	const char	*label, *anchor;
};

struct criterion {
	int64_t		 id, parent_id;	/* parent 0: at the top */
	const char	*key, *label, *help;
	int64_t		 weight;	/* as the grid says, among its siblings */
	int64_t		 effective;	/* of a leaf in the whole grid */
	size_t		 parent;	/* index; its own at the top */
	int		 depth;		/* 0 at the top */
	const struct level *levels;	/* by value; none: a group */
	size_t		 level_count;
};

/* The tree in reading order: a group comes before its children. */
struct grid {
	struct criterion *items;
	size_t		 count;
	int64_t		 total;		/* sum of the effective weights */
};

/* A leaf is scored; a leaf of weight 0 is shown apart and counts nothing. */
bool	 criterion_is_leaf(const struct criterion *);
int64_t	 criterion_lowest(const struct criterion *);	/* of its scale */
int64_t	 criterion_highest(const struct criterion *);
/* The level of that value, or NULL: the scale has no such step. */
const struct level *criterion_level(const struct criterion *, int64_t value);

/*
 * Put items (any order, ids and parents filled) in reading order and give each
 * leaf its effective weight: its weight times the share of its group, brought
 * to integers for the whole grid. A group of weight 0 weighs what its
 * children weigh together, so that a grid made of two grids of 100 is the
 * plain list of their criteria. RC_INVALID: a parent that is not in the
 * grid, a loop, more than 8 levels, or effective weights beyond a billion in
 * all.
 */
enum rc	 grid_arrange(struct grid *, struct mem *);

/*
 * The grid of a stage, arranged, in mem; *grid has count 0 when the stage has
 * no criterion. Two queries, whatever its size. RC_FAIL. A read.
 */
enum rc	 grid_load(struct grid **grid, struct db *, struct mem *,
	    int64_t stage_id);
/* Index of a criterion by its id, or grid->count. */
size_t	 grid_find(const struct grid *, int64_t criterion_id);

#endif
