/*
 * Drawings on a map: points, lines, areas, in millionths of a degree (WGS 84).
 * Read from GeoJSON and written as it (RFC 7946); it knows no territory.
 */
#ifndef DOMAIN_DRAWING_H
#define DOMAIN_DRAWING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

struct json_object;

struct spot {
	int64_t		 lon_e6, lat_e6;
};

/* One thing drawn. The spots of an area do not repeat the first at the end. */
struct drawn {
	enum drawn_kind { DRAWN_POINT, DRAWN_LINE, DRAWN_AREA } kind;
	struct spot	*spots;
	size_t		 count;
};

struct drawing {
	struct drawn	*rows;
	size_t		 count;
	size_t		 vertices;	/* spots of all */
};

#define DRAWING_MAX	200	/* things of one drawing */

/* Do two sides of an area touch but at their common end? Spots of an area
 * must be three at least. */
bool	 drawn_crosses(const struct drawn *);
/* Are the spots of an area all on one line (no surface)? */
bool	 drawn_is_flat(const struct drawn *);
/* Put the spots of an area counter-clockwise, as RFC 7946 wants. */
void	 drawn_turn(struct drawn *);

/* {"type": "GeometryCollection", …}: the caller's reference. */
struct json_object *drawing_json(const struct drawing *);
/* And back, in mem; false when it is no such collection, or an area has a
 * hole. */
bool	 drawing_parse(struct drawing *, struct mem *, struct json_object *);

#endif
