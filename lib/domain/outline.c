/*
 * Convex outlines (Andrew's monotone chain), exact on integers.
 * It knows no true boundary of any territory.
 */
#include "config.h"

#include "domain/outline.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define CORNERS		16	/* of the circle put around each point */
#define METRES_PER_DEGREE 111195.0
#define PI		3.14159265358979323846

static int
by_longitude(const void *a, const void *b)
{
	const struct point *p = a, *q = b;

	if (p->lon_e6 != q->lon_e6)
		return p->lon_e6 < q->lon_e6 ? -1 : 1;
	return (p->lat_e6 > q->lat_e6) - (p->lat_e6 < q->lat_e6);
}

/* Does the path o, a, b turn left? Products stay under 2^58. */
static bool
turns_left(const struct point *o, const struct point *a,
    const struct point *b)
{
	return (a->lon_e6 - o->lon_e6) * (b->lat_e6 - o->lat_e6) >
	    (a->lat_e6 - o->lat_e6) * (b->lon_e6 - o->lon_e6);
}

/*
 * The hull of n sorted points into ring, which has room for 2n: the lower
 * side from west to east, then the upper side back. Without the last point,
 * which is the first again. One point gives one, a line gives its two ends.
 */
static size_t
hull(struct point *ring, const struct point *points, size_t n)
{
	size_t i, k = 0, lower;

	for (i = 0; i < n; i++) {
		while (k >= 2 &&
		    !turns_left(&ring[k - 2], &ring[k - 1], &points[i]))
			k--;
		ring[k++] = points[i];
	}
	lower = k + 1;
	for (i = n; i-- > 1;) {
		while (k >= lower &&
		    !turns_left(&ring[k - 2], &ring[k - 1], &points[i - 1]))
			k--;
		ring[k++] = points[i - 1];
	}
	return k > 1 ? k - 1 : k;
}

static size_t
without_doubles(struct point *points, size_t n)
{
	size_t i, k = 0;

	qsort(points, n, sizeof(*points), by_longitude);
	for (i = 0; i < n; i++)
		if (k == 0 || by_longitude(&points[k - 1], &points[i]) != 0)
			points[k++] = points[i];
	return k;
}

/* The corners of a circle: a degree of longitude shrinks with the latitude. */
static void
circle(struct point *corners, const struct point *centre, int radius_m)
{
	double radius = radius_m / METRES_PER_DEGREE * 1e6;
	double narrow = cos((double)centre->lat_e6 / 1e6 * PI / 180);
	double turn;
	size_t i;

	if (narrow < 0.01)
		narrow = 0.01;
	/* The sides, not the corners, are a radius away. */
	radius /= cos(PI / CORNERS);
	for (i = 0; i < CORNERS; i++) {
		turn = 2 * PI * (double)i / CORNERS;
		corners[i].lon_e6 = centre->lon_e6 +
		    llround(radius * cos(turn) / narrow);
		corners[i].lat_e6 = centre->lat_e6 +
		    llround(radius * sin(turn));
	}
}

size_t
outline_around(struct point **ring, struct mem *mem, struct point *points,
    size_t n, int margin_m)
{
	struct point *inner, *corners;
	size_t i, count;

	assert(margin_m > 0);
	n = without_doubles(points, n);
	if (n == 0)
		return 0;
	/* The hull of all circles is that of the hull's circles. */
	inner = MEM_ARRAY(mem, 2 * n, struct point);
	count = hull(inner, points, n);
	corners = MEM_ARRAY(mem, count * CORNERS, struct point);
	for (i = 0; i < count; i++)
		circle(corners + i * CORNERS, &inner[i], margin_m);
	n = without_doubles(corners, count * CORNERS);
	*ring = MEM_ARRAY(mem, 2 * n, struct point);
	return hull(*ring, corners, n);
}
