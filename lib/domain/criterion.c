/*
 * The tree of criteria of a stage and what each leaf weighs in the whole.
 * It refuses a grid whose weights could not be exact integers.
 */
#include "config.h"

#include "domain/criterion.h"

#include <stdlib.h>
#include <string.h>

#include "domain/fraction.h"

#define DEPTH_MAX	8
#define TOTAL_MAX	INT64_C(1000000000)

bool
criterion_is_leaf(const struct criterion *c)
{
	return c->level_count > 0;
}

int64_t
criterion_lowest(const struct criterion *c)
{
	return c->level_count > 0 ? c->levels[0].value : 0;
}

int64_t
criterion_highest(const struct criterion *c)
{
	return c->level_count > 0 ? c->levels[c->level_count - 1].value : 0;
}

const struct level *
criterion_level(const struct criterion *c, int64_t value)
{
	size_t i;

	for (i = 0; i < c->level_count; i++) {
		if (c->levels[i].value == value)
			return &c->levels[i];
	}
	return NULL;
}

size_t
grid_find(const struct grid *grid, int64_t criterion_id)
{
	size_t i;

	for (i = 0; i < grid->count; i++) {
		if (grid->items[i].id == criterion_id)
			break;
	}
	return i;
}

/* Append the children of parent_id to sorted, each followed by its own. */
static bool
gather(struct criterion *sorted, size_t *count, const struct grid *grid,
    int64_t parent_id, size_t parent, int depth)
{
	size_t i;

	if (depth > DEPTH_MAX)
		return false;
	for (i = 0; i < grid->count; i++) {
		struct criterion *c;

		if (grid->items[i].parent_id != parent_id)
			continue;
		if (*count == grid->count)
			return false;
		c = &sorted[*count];
		*c = grid->items[i];
		c->depth = depth;
		c->parent = depth == 0 ? *count : parent;
		(*count)++;
		if (!gather(sorted, count, grid, c->id, (size_t)(c - sorted),
		    depth + 1))
			return false;
	}
	return true;
}

/* A group of weight 0 takes the sum of its children's; false on overflow. */
static bool
weigh_groups(const struct grid *grid, int64_t *sums)
{
	size_t i;

	for (i = grid->count; i-- > 0;) {
		struct criterion *c = &grid->items[i];
		bool group = !criterion_is_leaf(c);

		if (c->weight < 0)
			return false;
		if (group && c->weight == 0)
			c->weight = sums[i];
		if (c->depth > 0 && __builtin_add_overflow(sums[c->parent],
		    c->weight, &sums[c->parent]))
			return false;
	}
	return true;
}

static bool
times(struct fraction *f, int64_t num, int64_t den)
{
	struct fraction other = fraction_make(num, den), a, b;

	/* Cross-reduced first, so the products are as small as can be. */
	a = fraction_make(f->num, other.den);
	b = fraction_make(other.num, f->den);
	return !__builtin_mul_overflow(a.num, b.num, &f->num) &&
	    !__builtin_mul_overflow(a.den, b.den, &f->den);
}

static int64_t
gcd(int64_t a, int64_t b)
{
	while (b != 0) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

/* The share of each item as a fraction, then all as integers. */
static bool
weigh_leaves(struct grid *grid, const int64_t *sums, struct fraction *share)
{
	int64_t unit = 1;
	size_t i;

	for (i = 0; i < grid->count; i++) {
		const struct criterion *c = &grid->items[i];

		share[i] = fraction_make(c->weight, 1);
		if (c->depth > 0) {
			int64_t sum = sums[c->parent];

			share[i] = share[c->parent];
			if (sum == 0)
				share[i] = fraction_make(0, 1);
			else if (!times(&share[i], c->weight, sum))
				return false;
		}
		if (__builtin_mul_overflow(unit, share[i].den /
		    gcd(unit, share[i].den), &unit))
			return false;
	}
	grid->total = 0;
	for (i = 0; i < grid->count; i++) {
		struct criterion *c = &grid->items[i];

		c->effective = 0;
		if (!criterion_is_leaf(c))
			continue;
		if (__builtin_mul_overflow(share[i].num, unit / share[i].den,
		    &c->effective) || __builtin_add_overflow(grid->total,
		    c->effective, &grid->total))
			return false;
	}
	return grid->total <= TOTAL_MAX;
}

enum rc
grid_arrange(struct grid *grid, struct mem *mem)
{
	struct criterion *sorted;
	int64_t *sums;
	size_t count = 0;

	sorted = MEM_ARRAY(mem, grid->count + 1, struct criterion);
	sums = MEM_ARRAY(mem, grid->count + 1, int64_t);
	if (!gather(sorted, &count, grid, 0, 0, 0) || count != grid->count)
		return RC_INVALID;
	grid->items = sorted;
	if (!weigh_groups(grid, sums) || !weigh_leaves(grid, sums,
	    MEM_ARRAY(mem, grid->count + 1, struct fraction)))
		return RC_INVALID;
	return RC_OK;
}

/* The levels of the stage come ordered by criterion, then value. */
static void
load_levels(struct grid *grid, struct db *db, struct mem *mem,
    int64_t stage_id)
{
	int64_t n = db_int(db, 0, Q_CRITERION_LEVEL_COUNT, I(stage, stage_id));
	struct level *level = MEM_ARRAY(mem, (size_t)n + 1, struct level);
	const struct level *end = level + n;
	struct stmt *s;

	s = db_query(db, Q_CRITERION_LEVEL_BY_STAGE, I(stage, stage_id),
	    I(limit, n));
	while (stmt_step(s) && level < end) {
		size_t i = grid_find(grid, stmt_int(s, "criterion_id"));

		level->value = stmt_int(s, "value");
		level->label = stmt_str(s, mem, "label");
		level->anchor = stmt_str(s, mem, "anchor");
		if (i < grid->count) {
			struct criterion *c = &grid->items[i];

			if (c->level_count++ == 0)
				c->levels = level;
		}
		level++;
	}
	stmt_done(s);
}

enum rc
grid_load(struct grid **grid, struct db *db, struct mem *mem, int64_t stage_id)
{
	struct grid *g = MEM_NEW(mem, struct grid);
	struct stmt *s;
	size_t cap = 0;
	enum rc rc;

	s = db_query(db, Q_CRITERION_BY_STAGE, I(stage, stage_id));
	while (stmt_step(s)) {
		struct criterion *c;

		if (g->count == cap) {
			struct criterion *more;

			cap = cap == 0 ? 16 : cap * 2;
			more = MEM_ARRAY(mem, cap, struct criterion);
			if (g->count > 0)
				memcpy(more, g->items, g->count * sizeof(*more));
			g->items = more;
		}
		c = &g->items[g->count++];
		c->id = stmt_int(s, "id");
		c->parent_id = stmt_int(s, "parent_id");
		c->key = stmt_str(s, mem, "key");
		c->label = stmt_str(s, mem, "label");
		c->help = stmt_str(s, mem, "help");
		c->weight = stmt_int(s, "weight");
	}
	if (g->count > 0)
		load_levels(g, db, mem, stage_id);
	if (db_failed(db))
		return RC_FAIL;
	rc = grid_arrange(g, mem);
	if (rc == RC_OK)
		*grid = g;
	return rc;
}
