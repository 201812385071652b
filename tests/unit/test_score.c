/*
 * The evaluation engine: fractions, grids, reviews, committees.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "base/rand.h"
#include "domain/criterion.h"
#include "domain/score.h"

static struct mem *mem;

static int
setup(void **state)
{
	(void)state;
	mem = mem_new();
	rand_seed(20261123);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	mem_free(mem);
	return 0;
}

/* --- a naive big integer to judge by: base 10^9, never negative --------- */

struct big {
	uint32_t d[200];
	int	 n;
};

static void
big_set(struct big *b, uint64_t v)
{
	memset(b, 0, sizeof(*b));
	while (v > 0) {
		b->d[b->n++] = (uint32_t)(v % 1000000000);
		v /= 1000000000;
	}
}

static void
big_mul(struct big *b, uint64_t v)
{
	struct big out;
	int i, j;
	uint32_t part[3] = { (uint32_t)(v % 1000000000),
	    (uint32_t)(v / 1000000000 % 1000000000),
	    (uint32_t)(v / 1000000000 / 1000000000) };

	memset(&out, 0, sizeof(out));
	for (i = 0; i < b->n; i++) {
		uint64_t carry = 0;

		for (j = 0; j < 3 || carry > 0; j++) {
			uint64_t t = out.d[i + j] + carry;

			if (j < 3)
				t += (uint64_t)b->d[i] * part[j];
			assert_true(i + j < 199);
			out.d[i + j] = (uint32_t)(t % 1000000000);
			carry = t / 1000000000;
		}
	}
	out.n = b->n + 3 > 199 ? 199 : b->n + 3;
	while (out.n > 0 && out.d[out.n - 1] == 0)
		out.n--;
	*b = out;
}

static void
big_add(struct big *b, const struct big *c)
{
	uint32_t carry = 0;
	int i;

	for (i = 0; i < 199; i++) {
		uint32_t t = b->d[i] + c->d[i] + carry;

		b->d[i] = t % 1000000000;
		carry = t / 1000000000;
	}
	for (b->n = 199; b->n > 0 && b->d[b->n - 1] == 0; b->n--)
		;
}

static bool
big_equal(const struct big *a, const struct big *b)
{
	return memcmp(a->d, b->d, sizeof(a->d)) == 0;
}

static int
big_compare(const struct big *a, const struct big *b)
{
	int i;

	for (i = 199; i >= 0; i--) {
		if (a->d[i] != b->d[i])
			return a->d[i] < b->d[i] ? -1 : 1;
	}
	return 0;
}

/* --- grids --------------------------------------------------------------- */

static const struct level scale[] = {
	{ 1, "faible", "" }, { 3, "moyenne", "" }, { 5, "forte", "" }
};

static void
item(struct grid *g, int64_t id, int64_t parent_id, int64_t weight, bool leaf)
{
	struct criterion *c = &g->items[g->count++];

	c->id = id;
	c->parent_id = parent_id;
	c->weight = weight;
	c->levels = leaf ? scale : NULL;
	c->level_count = leaf ? 3 : 0;
}

/* The opportunity grid of the CTE: 25, 20, 30, 25. */
static struct grid *
opportunity(void)
{
	struct grid *g = MEM_NEW(mem, struct grid);

	g->items = MEM_ARRAY(mem, 16, struct criterion);
	item(g, 1, 0, 25, true);
	item(g, 2, 0, 20, true);
	item(g, 3, 0, 30, true);
	item(g, 4, 0, 25, true);
	assert_int_equal(grid_arrange(g, mem), RC_OK);
	return g;
}

/* Both grids of the CTE as two groups. */
static struct grid *
both_grids(int64_t first_weight, int64_t second_weight)
{
	struct grid *g = MEM_NEW(mem, struct grid);
	int64_t i;

	g->items = MEM_ARRAY(mem, 16, struct criterion);
	item(g, 10, 0, first_weight, false);
	item(g, 20, 0, second_weight, false);
	item(g, 11, 10, 25, true);
	item(g, 12, 10, 20, true);
	item(g, 13, 10, 30, true);
	item(g, 14, 10, 25, true);
	for (i = 21; i <= 24; i++)
		item(g, i, 20, 25, true);
	assert_int_equal(grid_arrange(g, mem), RC_OK);
	return g;
}

static struct mark *
marks_of(const struct grid *g, const int *values)
{
	struct mark *marks = MEM_ARRAY(mem, g->count + 1, struct mark);
	size_t i, n = 0;

	for (i = 0; i < g->count; i++) {
		if (!criterion_is_leaf(&g->items[i]))
			continue;
		marks[i].given = values[n] != 0;
		marks[i].value = values[n++];
	}
	return marks;
}

#define MARKS(g, ...)	marks_of((g), (const int[]){ __VA_ARGS__ })

static void
is(struct fraction f, int64_t num, int64_t den)
{
	assert_int_equal(f.num, num);
	assert_int_equal(f.den, den);
}

/* --- reviews ------------------------------------------------------------- */

static void
a_complete_review_is_the_weighted_mean(void **state)
{
	struct grid *g = opportunity();
	struct score s;

	(void)state;
	score_review(&s, g, MARKS(g, 5, 3, 5, 3), SCORE_ALL);
	is(s.value, 41, 10);	/* (125 + 60 + 150 + 75) / 100 */
	assert_int_equal(s.percent, 100);
	assert_string_equal(score_format(mem, &s, "fr"), "4,1 sur 5");
	assert_string_equal(fraction_format(mem, s.value, 1, "en"), "4.1");
}

static void
a_missing_mark_is_not_zero(void **state)
{
	struct grid *g = opportunity();
	struct score s;

	(void)state;
	score_review(&s, g, MARKS(g, 5, 3, 5, 0), SCORE_ALL);
	is(s.value, 67, 15);	/* 335 / 75, not 335 / 100 */
	assert_int_equal(s.percent, 75);
	assert_int_equal(s.marked, 3);
	assert_int_equal(s.asked, 4);
	assert_string_equal(score_format(mem, &s, "fr"), "4,5 sur 5");
}

static void
an_empty_review_has_no_score(void **state)
{
	struct grid *g = opportunity();
	struct score s;

	(void)state;
	score_review(&s, g, MARKS(g, 0, 0, 0, 0), SCORE_ALL);
	assert_false(fraction_is(s.value));
	assert_int_equal(s.percent, 0);
	assert_string_equal(score_format(mem, &s, "fr"), "pas encore de note");
}

static void
no_criterion_gives_no_score(void **state)
{
	struct grid g = { NULL, 0, 0 };
	struct score s;

	(void)state;
	assert_int_equal(grid_arrange(&g, mem), RC_OK);
	score_review(&s, &g, NULL, SCORE_ALL);
	assert_false(fraction_is(s.value));
	assert_int_equal(s.percent, 0);
	assert_false(fraction_is(score_range(&g)));
}

static void
the_heavier_criterion_counts_more(void **state)
{
	struct grid *g = opportunity();
	struct score heavy, light;

	(void)state;
	score_review(&heavy, g, MARKS(g, 1, 1, 5, 1), SCORE_ALL);
	score_review(&light, g, MARKS(g, 1, 5, 1, 1), SCORE_ALL);
	assert_int_equal(fraction_compare(heavy.value, light.value), 1);
}

static void
a_value_off_the_scale_is_missing(void **state)
{
	struct grid *g = opportunity();
	struct score s;

	(void)state;
	score_review(&s, g, MARKS(g, 4, 1000000, 5, 3), SCORE_ALL);
	is(s.value, 45, 11);	/* (150 + 75) / 55 */
	assert_int_equal(s.marked, 2);
}

static void
a_criterion_of_weight_zero_is_shown_and_counts_nothing(void **state)
{
	struct grid *g = MEM_NEW(mem, struct grid);
	struct score s;

	(void)state;
	g->items = MEM_ARRAY(mem, 2, struct criterion);
	item(g, 1, 0, 50, true);
	item(g, 2, 0, 0, true);
	assert_int_equal(grid_arrange(g, mem), RC_OK);
	score_review(&s, g, MARKS(g, 0, 5), SCORE_ALL);
	assert_false(fraction_is(s.value));
	assert_int_equal(s.marked, 1);
	score_review(&s, g, MARKS(g, 3, 5), SCORE_ALL);
	is(s.value, 3, 1);
	assert_int_equal(s.percent, 100);
}

static void
two_grids_add_up_as_the_list_of_their_criteria(void **state)
{
	struct grid *g = both_grids(0, 0), *said = both_grids(100, 100);
	struct score s, t;

	(void)state;
	score_review(&s, g, MARKS(g, 5, 3, 5, 0, 1, 0, 0, 3), SCORE_ALL);
	is(s.value, 87, 25);	/* (335 + 100) / 125 */
	score_review(&t, said, MARKS(said, 5, 3, 5, 0, 1, 0, 0, 3), SCORE_ALL);
	assert_int_equal(fraction_compare(s.value, t.value), 0);
	score_review(&s, g, MARKS(g, 5, 3, 5, 0, 1, 0, 0, 3), 0);
	is(s.value, 67, 15);
	assert_int_equal(s.percent, 75);
	score_review(&s, g, MARKS(g, 5, 3, 5, 0, 1, 0, 0, 3), 5);
	is(s.value, 2, 1);
	assert_int_equal(s.asked, 4);
}

static void
a_group_weighs_what_the_grid_says(void **state)
{
	struct grid *g = both_grids(2, 1);
	struct score s;

	(void)state;
	score_review(&s, g, MARKS(g, 5, 5, 5, 5, 1, 1, 1, 1), SCORE_ALL);
	is(s.value, 11, 3);	/* (2 × 5 + 1 × 1) / 3 */
}

static void
a_grid_that_bites_its_tail_is_refused(void **state)
{
	struct grid *g = MEM_NEW(mem, struct grid);

	(void)state;
	g->items = MEM_ARRAY(mem, 4, struct criterion);
	item(g, 1, 2, 1, false);
	item(g, 2, 1, 1, false);
	assert_int_equal(grid_arrange(g, mem), RC_INVALID);
	g->count = 0;
	item(g, 1, 9, 1, true);
	assert_int_equal(grid_arrange(g, mem), RC_INVALID);
	g->count = 0;
	item(g, 1, 0, INT64_MAX, true);
	item(g, 2, 0, INT64_MAX, true);
	assert_int_equal(grid_arrange(g, mem), RC_INVALID);
}

static void
a_legacy_coefficient_error_would_be_seen(void **state)
{
	/* The 2018 form computed value / (1 + weight / 100), counted an
	 * unscored criterion 0 and a textual coefficient 1. None of these
	 * can come back: they would all change this sum. */
	struct grid *g = both_grids(0, 0);
	struct score s;

	(void)state;
	score_review(&s, g, MARKS(g, 5, 1, 3, 5, 3, 5, 1, 3), SCORE_ALL);
	/* 125 + 20 + 90 + 125 + 75 + 125 + 25 + 75 = 660 of 200 */
	is(s.value, 33, 10);
}

/* --- committees ---------------------------------------------------------- */

static void
a_committee_counts_only_those_who_scored(void **state)
{
	const struct fraction f[] = { fraction_make(4, 1), FRACTION_NONE,
	    fraction_make(2, 1), fraction_make(9, 2) };
	struct agreement a;

	(void)state;
	score_agree(&a, mem, f, 4, fraction_make(4, 1));
	assert_int_equal(a.count, 3);
	is(a.mean, 7, 2);
	is(a.median, 4, 1);
	is(a.spread, 5, 2);
	assert_true(a.exact);
	assert_true(a.divided);
	score_agree(&a, mem, f, 2, fraction_make(4, 1));
	assert_int_equal(a.count, 1);
	assert_false(a.divided);
	score_agree(&a, mem, f, 0, fraction_make(4, 1));
	assert_false(fraction_is(a.mean));
	assert_false(fraction_is(a.median));
}

static void
an_even_median_is_the_mean_of_the_middle(void **state)
{
	const struct fraction f[] = { fraction_make(1, 3), fraction_make(5, 1),
	    fraction_make(1, 2), fraction_make(0, 1) };

	(void)state;
	is(fraction_median(mem, f, 4), 5, 12);
}

static void
opposite_marks_on_a_criterion_are_told(void **state)
{
	struct grid *g = opportunity();
	const struct mark *reviews[] = { MARKS(g, 1, 3, 5, 0),
	    MARKS(g, 5, 5, 5, 0), MARKS(g, 5, 0, 3, 0) };
	struct agreement a;

	(void)state;
	score_agree_on(&a, mem, g, 0, reviews, 3);
	is(a.median, 5, 1);
	assert_true(a.divided);
	score_agree_on(&a, mem, g, 1, reviews, 3);
	assert_int_equal(a.count, 2);
	is(a.median, 4, 1);
	assert_false(a.divided);
	score_agree_on(&a, mem, g, 3, reviews, 3);
	assert_int_equal(a.count, 0);
	assert_false(fraction_is(a.median));
}

/* --- writing ------------------------------------------------------------- */

static void
halves_are_rounded_to_even(void **state)
{
	(void)state;
	assert_string_equal(fraction_format(mem, fraction_make(17, 4), 1,
	    "fr"), "4,2");			/* 4.25 */
	assert_string_equal(fraction_format(mem, fraction_make(87, 20), 1,
	    "fr"), "4,4");			/* 4.35 */
	assert_string_equal(fraction_format(mem, fraction_make(425001, 100000),
	    1, "fr"), "4,3");
	assert_string_equal(fraction_format(mem, fraction_make(399, 100), 1,
	    "fr"), "4,0");			/* about four */
	assert_string_equal(fraction_format(mem, fraction_make(8, 2), 1,
	    "fr"), "4");			/* four */
	assert_string_equal(fraction_format(mem, fraction_make(-1, 8), 2,
	    "fr"), "\u22120,12");
	assert_string_equal(fraction_format(mem, fraction_make(1, 2), 0,
	    "fr"), "0");
	assert_string_equal(fraction_format(mem, fraction_make(3, 2), 0,
	    "fr"), "2");
	assert_string_equal(fraction_column(mem, fraction_make(8, 2), 2,
	    "fr"), "4,00");
	assert_string_equal(fraction_format(mem, FRACTION_NONE, 1, "fr"), "–");
	assert_string_equal(fraction_plain(mem, fraction_make(1, 3), 4),
	    "0.3333");
	assert_string_equal(fraction_plain(mem, fraction_make(4, 1), 2),
	    "4.00");
	assert_string_equal(fraction_plain(mem, FRACTION_NONE, 2), "");
}

static void
one_third_plus_two_thirds_is_one(void **state)
{
	const struct fraction f[] = { fraction_make(1, 3),
	    fraction_make(2, 3) };

	(void)state;
	is(fraction_mean(f, 2, NULL), 1, 2);
	is(fraction_minus(fraction_make(1, 3), fraction_make(1, 3)), 0, 1);
	is(fraction_make(-4, -6), 2, 3);
	assert_int_equal(fraction_compare(FRACTION_NONE, fraction_make(-9, 1)),
	    -1);
	assert_int_equal(fraction_compare(
	    fraction_make(INT64_MAX, INT64_MAX - 1),
	    fraction_make(INT64_MAX - 1, INT64_MAX - 2)), -1);
}

/* --- properties ---------------------------------------------------------- */

/* A random tree of up to three groups, each with up to six leaves. */
static struct grid *
random_grid(uint32_t weight_max)
{
	struct grid *g = MEM_NEW(mem, struct grid);
	int64_t id = 100, group, groups = 1 + rand_below(3), i;

	g->items = MEM_ARRAY(mem, 32, struct criterion);
	for (group = 1; group <= groups; group++) {
		int64_t leaves = 1 + rand_below(6);

		item(g, group, 0, rand_below(weight_max + 1), false);
		for (i = 0; i < leaves; i++)
			item(g, id++, group, 1 + rand_below(weight_max), true);
	}
	if (grid_arrange(g, mem) != RC_OK)
		return NULL;
	return g;
}

static struct mark *
random_marks(const struct grid *g)
{
	struct mark *marks = MEM_ARRAY(mem, g->count + 1, struct mark);
	size_t i;

	for (i = 0; i < g->count; i++) {
		marks[i].given = rand_below(3) > 0;
		marks[i].value = 1 + 2 * (int64_t)rand_below(3);
	}
	return marks;
}

/* Σ share × value / Σ share where share = group weight × weight × Π of the
 * other groups' sums: nothing reduced, nothing shared with score.c. */
static void
naive_score(struct big *num, struct big *den, const struct grid *g,
    const struct mark *marks)
{
	int64_t sums[32] = { 0 }, weights[32];
	size_t i, j;

	big_set(num, 0);
	big_set(den, 0);
	for (i = 0; i < g->count; i++) {
		if (g->items[i].depth > 0)
			sums[g->items[i].parent] += g->items[i].weight;
	}
	for (i = 0; i < g->count; i++)
		weights[i] = g->items[i].weight;
	for (i = 0; i < g->count; i++) {
		const struct criterion *c = &g->items[i];
		struct big share;

		if (c->depth == 0 || !marks[i].given)
			continue;
		big_set(&share, (uint64_t)c->weight);
		big_mul(&share, (uint64_t)weights[c->parent]);
		for (j = 0; j < g->count; j++) {
			if (g->items[j].depth == 0 && j != c->parent)
				big_mul(&share, (uint64_t)sums[j]);
		}
		big_add(den, &share);
		big_mul(&share, (uint64_t)marks[i].value);
		big_add(num, &share);
	}
}

static void
every_score_equals_its_naive_evaluation(void **state)
{
	int round, judged = 0;

	(void)state;
	for (round = 0; round < 3000; round++) {
		struct grid *g = random_grid(round % 2 ? 100 : 9);
		struct mark *marks;
		struct big num, den;
		struct score s;

		if (g == NULL)	/* refused: effective weights too large */
			continue;
		marks = random_marks(g);
		score_review(&s, g, marks, SCORE_ALL);
		naive_score(&num, &den, g, marks);
		if (den.n == 0) {
			assert_false(fraction_is(s.value));
			continue;
		}
		assert_true(fraction_is(s.value));
		big_mul(&num, (uint64_t)s.value.den);
		big_mul(&den, (uint64_t)s.value.num);
		assert_true(big_equal(&num, &den));
		judged++;
		mem_reset(mem);
	}
	assert_true(judged > 2000);
}

/* The mean of n random scores beside Σ num/den with nothing reduced. */
static bool
check_mean(uint32_t den_max, uint32_t step, size_t n)
{
	struct fraction f[40], mean;
	struct big num, den, low, high;
	bool exact;
	size_t i;

	big_set(&num, 0);
	big_set(&den, 1);
	for (i = 0; i < n; i++) {
		uint64_t d = step * (1 + rand_below(den_max));
		uint64_t v = d + rand_below((uint32_t)(4 * d) + 1);
		struct big term = den;

		f[i] = fraction_make((int64_t)v, (int64_t)d);
		big_mul(&num, d);
		big_mul(&term, v);
		big_add(&num, &term);
		big_mul(&den, d);
	}
	big_mul(&den, n);
	mean = fraction_mean(f, n, &exact);
	low = high = den;
	if (exact) {
		big_mul(&num, (uint64_t)mean.den);
		big_mul(&den, (uint64_t)mean.num);
		assert_true(big_equal(&num, &den));
		return true;
	}
	/* (mean - 10^-9) × den < num < (mean + 10^-9) × den */
	assert_int_equal(1000000000 % mean.den, 0);
	big_mul(&num, 1000000000);
	big_mul(&low, (uint64_t)(mean.num * (1000000000 / mean.den) - 1));
	big_mul(&high, (uint64_t)(mean.num * (1000000000 / mean.den) + 1));
	assert_int_equal(big_compare(&low, &num), -1);
	assert_int_equal(big_compare(&num, &high), -1);
	return false;
}

static void
every_mean_equals_its_naive_evaluation(void **state)
{
	int round, exact = 0;

	(void)state;
	for (round = 0; round < 500; round++) {
		/* Weights that are multiples of 5 up to 200. */
		assert_true(check_mean(40, 5, 1 + rand_below(30)));
		exact += check_mean(5000, 1, 1 + rand_below(30));
	}
	assert_true(exact > 20);
	assert_true(exact < 500);
}

#define T_(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_(a_complete_review_is_the_weighted_mean),
		T_(a_missing_mark_is_not_zero),
		T_(an_empty_review_has_no_score),
		T_(no_criterion_gives_no_score),
		T_(the_heavier_criterion_counts_more),
		T_(a_value_off_the_scale_is_missing),
		T_(a_criterion_of_weight_zero_is_shown_and_counts_nothing),
		T_(two_grids_add_up_as_the_list_of_their_criteria),
		T_(a_group_weighs_what_the_grid_says),
		T_(a_grid_that_bites_its_tail_is_refused),
		T_(a_legacy_coefficient_error_would_be_seen),
		T_(a_committee_counts_only_those_who_scored),
		T_(an_even_median_is_the_mean_of_the_middle),
		T_(opposite_marks_on_a_criterion_are_told),
		T_(halves_are_rounded_to_even),
		T_(one_third_plus_two_thirds_is_one),
		T_(every_score_equals_its_naive_evaluation),
		T_(every_mean_equals_its_naive_evaluation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
