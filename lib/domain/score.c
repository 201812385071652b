/*
 * The exact evaluation engine (design §5): reviews, then committees.
 * It refuses to count what is missing, and any mark off its scale.
 */
#include "config.h"

#include "domain/score.h"

#include "base/lang.h"
#include "domain/money.h"

/* Is item i inside the group `within`, itself included? */
static bool
inside(const struct grid *grid, size_t i, size_t within)
{
	if (within == SCORE_ALL)
		return true;
	while (i != within && grid->items[i].depth > 0)
		i = grid->items[i].parent;
	return i == within;
}

/* (num, den) summed in 128 bits, reduced; the grid's weights fit int64. */
static struct fraction
quotient(__int128 num, int64_t den)
{
	__int128 a = num < 0 ? -num : num, b = den;

	if (den == 0)
		return FRACTION_NONE;
	while (b != 0) {
		__int128 rest = a % b;

		a = b;
		b = rest;
	}
	/* A weighted mean lies between two values of a scale: once reduced,
	 * |num| ≤ den × value; a grid is refused long before that overflows. */
	num /= a;
	if (num > INT64_MAX || num < -INT64_MAX)
		return FRACTION_NONE;
	return fraction_make((int64_t)num, den / (int64_t)a);
}

void
score_review(struct score *score, const struct grid *grid,
    const struct mark *marks, size_t within)
{
	__int128 sum = 0, best = 0;
	size_t i;

	*score = (struct score){ .percent = 0 };
	for (i = 0; i < grid->count; i++) {
		const struct criterion *c = &grid->items[i];

		if (!criterion_is_leaf(c) || !inside(grid, i, within))
			continue;
		score->asked++;
		score->weight_total += c->effective;
		if (!marks[i].given ||
		    criterion_level(c, marks[i].value) == NULL)
			continue;
		score->marked++;
		score->weight_marked += c->effective;
		sum += (__int128)c->effective * marks[i].value;
		best += (__int128)c->effective * criterion_highest(c);
	}
	score->value = quotient(sum, score->weight_marked);
	score->highest = quotient(best, score->weight_marked);
	score->percent = money_percent(score->weight_marked,
	    score->weight_total);
}

struct fraction
score_range(const struct grid *grid)
{
	__int128 sum = 0;
	size_t i;

	for (i = 0; i < grid->count; i++) {
		const struct criterion *c = &grid->items[i];

		sum += (__int128)c->effective *
		    (criterion_highest(c) - criterion_lowest(c));
	}
	return quotient(sum, grid->total);
}

/* spread ≥ range × num / den, when there is a range at all. */
static bool
far_apart(const struct agreement *a, struct fraction range, int64_t num,
    int64_t den)
{
	if (a->count < 2 || !fraction_is(range) || range.num == 0)
		return false;
	return (__int128)a->spread.num * den * range.den >=
	    (__int128)range.num * num * a->spread.den;
}

static void
agree(struct agreement *a, struct mem *mem, const struct fraction *values,
    size_t n)
{
	size_t i;

	*a = (struct agreement){ .count = 0 };
	for (i = 0; i < n; i++)
		a->count += fraction_is(values[i]);
	a->mean = fraction_mean(values, n, &a->exact);
	a->median = fraction_median(mem, values, n);
	a->spread = fraction_spread(values, n);
}

void
score_agree(struct agreement *a, struct mem *mem,
    const struct fraction *scores, size_t n, struct fraction range)
{
	agree(a, mem, scores, n);
	a->divided = far_apart(a, range, 1, 2);
}

void
score_agree_on(struct agreement *a, struct mem *mem, const struct grid *grid,
    size_t i, const struct mark *const *marks, size_t n)
{
	const struct criterion *c = &grid->items[i];
	struct fraction *values = MEM_ARRAY(mem, n + 1, struct fraction);
	size_t r;

	for (r = 0; r < n; r++) {
		if (marks[r][i].given &&
		    criterion_level(c, marks[r][i].value) != NULL)
			values[r] = fraction_make(marks[r][i].value, 1);
	}
	agree(a, mem, values, n);
	a->divided = far_apart(a, fraction_make(criterion_highest(c) -
	    criterion_lowest(c), 1), 3, 4);
}

const char *
score_format(struct mem *mem, const struct score *score, const char *lang)
{
	if (!fraction_is(score->value))
		return _("pas encore de note");
	/* TRANSLATORS: a score out of its maximum: "4,2 sur 5". */
	return mem_printf(mem, _("%s sur %s"),
	    fraction_format(mem, score->value, 1, lang),
	    fraction_format(mem, score->highest, 1, lang));
}
