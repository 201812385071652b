/*
 * Outlines of sets of points.
 */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "domain/outline.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* > 0: p is left of the side from a to b. */
static double
side(const struct point *a, const struct point *b, const struct point *p)
{
	return (double)(b->lon_e6 - a->lon_e6) * (double)(p->lat_e6 - a->lat_e6)
	    - (double)(b->lat_e6 - a->lat_e6) * (double)(p->lon_e6 - a->lon_e6);
}

static void
assert_around(const struct point *ring, size_t n, const struct point *p)
{
	size_t i;

	for (i = 0; i < n; i++)
		assert_true(side(&ring[i], &ring[(i + 1) % n], p) > 0);
}

static void
assert_convex(const struct point *ring, size_t n)
{
	size_t i;

	assert_true(n >= 3);
	for (i = 0; i < n; i++)
		assert_true(side(&ring[i], &ring[(i + 1) % n],
		    &ring[(i + 2) % n]) > 0);
}

static void
no_point_has_no_outline(void **state)
{
	struct point none[1], *ring;

	assert_int_equal(outline_around(&ring, *state, none, 0, 1000), 0);
}

static void
one_point_has_a_circle_of_the_margin(void **state)
{
	struct point one[] = { { 55288200, -21170600 } }, *ring;
	double north, east;
	size_t i, n = outline_around(&ring, *state, one, 1, 3000);

	assert_int_equal(n, 16);
	assert_convex(ring, n);
	assert_around(ring, n, &one[0]);
	for (i = 0; i < n; i++) {
		north = (double)(ring[i].lat_e6 - one[0].lat_e6) * 0.111195;
		east = (double)(ring[i].lon_e6 - one[0].lon_e6) * 0.111195 *
		    cos(-21.1706 * 3.14159265358979 / 180);
		assert_true(hypot(north, east) >= 3000);
		assert_true(hypot(north, east) < 3100);
	}
}

static void
points_on_a_line_and_doubles_have_an_outline(void **state)
{
	struct point line[] = {
		{ 2000000, 48000000 }, { 2100000, 48100000 },
		{ 2000000, 48000000 }, { 2200000, 48200000 },
		{ 2050000, 48050000 },
	}, *ring;
	size_t n = outline_around(&ring, *state, line, COUNT(line), 500);

	assert_convex(ring, n);
	assert_around(ring, n, &(struct point){ 2000000, 48000000 });
	assert_around(ring, n, &(struct point){ 2200000, 48200000 });
}

static void
an_outline_is_convex_and_holds_every_point(void **state)
{
	struct point points[500], copy[500], *ring;
	uint32_t seed = 12345;
	size_t i, n;

	for (i = 0; i < COUNT(points); i++) {
		seed = seed * 1664525 + 1013904223;
		points[i].lon_e6 = (int64_t)(seed >> 8) % 9000000 - 4500000;
		seed = seed * 1664525 + 1013904223;
		points[i].lat_e6 = (int64_t)(seed >> 8) % 8000000 + 42500000;
		copy[i] = points[i];
	}
	n = outline_around(&ring, *state, points, COUNT(points), 3000);
	assert_convex(ring, n);
	for (i = 0; i < COUNT(copy); i++)
		assert_around(ring, n, &copy[i]);
}

static void
the_order_of_the_points_does_not_matter(void **state)
{
	struct point one[] = { { 0, 0 }, { 5000000, 0 }, { 2000000, 9000000 },
	    { 1000000, 1000000 } };
	struct point two[] = { { 1000000, 1000000 }, { 2000000, 9000000 },
	    { 0, 0 }, { 5000000, 0 } };
	struct point *a, *b;
	size_t n = outline_around(&a, *state, one, COUNT(one), 3000);

	assert_int_equal(n,
	    outline_around(&b, *state, two, COUNT(two), 3000));
	assert_memory_equal(a, b, n * sizeof(*a));
}

static int
setup(void **state)
{
	*state = mem_new();
	return 0;
}

static int
teardown(void **state)
{
	mem_free(*state);
	return 0;
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_point_has_no_outline),
		cmocka_unit_test(one_point_has_a_circle_of_the_margin),
		cmocka_unit_test(points_on_a_line_and_doubles_have_an_outline),
		cmocka_unit_test(an_outline_is_convex_and_holds_every_point),
		cmocka_unit_test(the_order_of_the_points_does_not_matter),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
