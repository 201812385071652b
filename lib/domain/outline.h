/*
 * The outline of a set of points: their convex hull, widened by a margin.
 * It knows no true boundary and never pretends to: maps label it approximate.
 *
 * A point is in millionths of a degree (WGS 84), an integer as everywhere.
 */
#ifndef DOMAIN_OUTLINE_H
#define DOMAIN_OUTLINE_H

#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

struct point {
	int64_t	 lon_e6, lat_e6;
};

/*
 * A convex ring around n points, at least margin_m metres away from each, so
 * that one point has an outline too (about a circle). Counter-clockwise as
 * GeoJSON (RFC 7946) wants, the first point not repeated at the end. *ring is in
 * mem; returns how many points it has, 0 when n is 0. The points are put in
 * another order. Longitudes are taken as they are: a set that crosses the
 * 180th meridian gets an outline around the world.
 */
size_t	 outline_around(struct point **ring, struct mem *,
	    struct point *points, size_t n, int margin_m);

#endif
