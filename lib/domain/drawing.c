/*
 * Drawings: exact geometry on integers, GeoJSON in and out.
 * It repairs no crossing: the person is told.
 */
#include "config.h"

#include "domain/drawing.h"

#include <string.h>

#include "base/json.h"

static const char *const names[] = {
	[DRAWN_POINT] = "Point", [DRAWN_LINE] = "LineString",
	[DRAWN_AREA] = "Polygon"
};

/* --- geometry ------------------------------------------------------------- */

/* Which side of the line a → b is c on: -1, 0, 1. Differences stay under
 * 3.6·10^8, so products fit. */
static int
side(struct spot a, struct spot b, struct spot c)
{
	int64_t turn = (b.lon_e6 - a.lon_e6) * (c.lat_e6 - a.lat_e6) -
	    (b.lat_e6 - a.lat_e6) * (c.lon_e6 - a.lon_e6);

	return (turn > 0) - (turn < 0);
}

/* c, known to be on the line of a and b, is between them? */
static bool
between(struct spot a, struct spot b, struct spot c)
{
	return c.lon_e6 <= (a.lon_e6 > b.lon_e6 ? a.lon_e6 : b.lon_e6) &&
	    c.lon_e6 >= (a.lon_e6 < b.lon_e6 ? a.lon_e6 : b.lon_e6) &&
	    c.lat_e6 <= (a.lat_e6 > b.lat_e6 ? a.lat_e6 : b.lat_e6) &&
	    c.lat_e6 >= (a.lat_e6 < b.lat_e6 ? a.lat_e6 : b.lat_e6);
}

static bool
touch(struct spot a, struct spot b, struct spot c, struct spot d)
{
	int abc = side(a, b, c), abd = side(a, b, d);
	int cda = side(c, d, a), cdb = side(c, d, b);

	if (abc != abd && cda != cdb && abc * abd <= 0 && cda * cdb <= 0 &&
	    abc != 0 && abd != 0 && cda != 0 && cdb != 0)
		return true;
	return (abc == 0 && between(a, b, c)) || (abd == 0 && between(a, b, d))
	    || (cda == 0 && between(c, d, a)) || (cdb == 0 && between(c, d, b));
}

static bool
same(struct spot a, struct spot b)
{
	return a.lon_e6 == b.lon_e6 && a.lat_e6 == b.lat_e6;
}

/* Two sides that follow one another may share their corner, no more. */
static bool
folds_back(struct spot a, struct spot corner, struct spot b)
{
	return same(a, corner) || same(corner, b) ||
	    (side(a, corner, b) == 0 &&
	    (between(a, corner, b) || between(corner, b, a)));
}

bool
drawn_crosses(const struct drawn *d)
{
	const struct spot *s = d->spots;
	size_t i, j, n = d->count;

	for (i = 0; i < n; i++) {
		if (folds_back(s[i], s[(i + 1) % n], s[(i + 2) % n]))
			return true;
		for (j = i + 2; j < n; j++) {
			if (i == 0 && j == n - 1)
				continue;	/* they follow one another */
			if (touch(s[i], s[i + 1], s[j], s[(j + 1) % n]))
				return true;
		}
	}
	return false;
}

bool
drawn_is_flat(const struct drawn *d)
{
	size_t i;

	for (i = 2; i < d->count; i++)
		if (side(d->spots[0], d->spots[1], d->spots[i]) != 0)
			return false;
	return true;
}

void
drawn_turn(struct drawn *d)
{
	long double twice = 0;	/* its sign only */
	size_t i;

	for (i = 0; i < d->count; i++) {
		struct spot a = d->spots[i], b = d->spots[(i + 1) % d->count];

		twice += (long double)a.lon_e6 * (long double)b.lat_e6 -
		    (long double)b.lon_e6 * (long double)a.lat_e6;
	}
	for (i = 0; twice < 0 && i < d->count / 2; i++) {
		struct spot swap = d->spots[i];

		d->spots[i] = d->spots[d->count - 1 - i];
		d->spots[d->count - 1 - i] = swap;
	}
}

/* --- GeoJSON -------------------------------------------------------------- */

static struct json_object *
spot_json(struct spot s)
{
	struct json_object *o = json_object_new_array();

	/* Exact: six decimals are far inside a double. */
	json_object_array_add(o, json_object_new_double(
	    (double)s.lon_e6 / 1000000.0));
	json_object_array_add(o, json_object_new_double(
	    (double)s.lat_e6 / 1000000.0));
	return o;
}

static struct json_object *
coordinates(const struct drawn *d)
{
	struct json_object *list, *rings;
	size_t i;

	if (d->kind == DRAWN_POINT)
		return spot_json(d->spots[0]);
	list = json_object_new_array();
	for (i = 0; i < d->count; i++)
		json_object_array_add(list, spot_json(d->spots[i]));
	if (d->kind == DRAWN_LINE)
		return list;
	json_object_array_add(list, spot_json(d->spots[0]));
	rings = json_object_new_array();
	json_object_array_add(rings, list);
	return rings;
}

struct json_object *
drawing_json(const struct drawing *drawing)
{
	struct json_object *o = json_object_new_object();
	struct json_object *list = json_object_new_array();
	size_t i;

	for (i = 0; i < drawing->count; i++) {
		struct json_object *one = json_object_new_object();

		json_put_text(one, "type", names[drawing->rows[i].kind]);
		json_put(one, "coordinates", coordinates(&drawing->rows[i]));
		json_object_array_add(list, one);
	}
	json_put_text(o, "type", "GeometryCollection");
	json_put(o, "geometries", list);
	return o;
}

static int64_t
degrees(struct json_object *o)
{
	double d = json_object_get_double(o) * 1000000.0;

	return d > 360e6 || d < -360e6 ? 0 : (int64_t)(d < 0 ? d - 0.5 : d + 0.5);
}

static bool
parse_one(struct drawn *d, struct mem *mem, struct json_object *o)
{
	struct json_object *list = json_array(o, "coordinates");
	const char *type = json_text_or(o, "type", "");
	size_t i;

	for (i = 0; i <= DRAWN_AREA && strcmp(names[i], type) != 0; i++)
		;
	if (i > DRAWN_AREA)
		return false;
	d->kind = (enum drawn_kind)i;
	if (d->kind == DRAWN_AREA && json_count(list) != 1)
		return false;	/* holes: nothing here would keep them */
	if (d->kind == DRAWN_AREA)
		list = json_at(list, 0);
	d->count = d->kind == DRAWN_POINT ? 1 : json_count(list);
	if (d->kind == DRAWN_AREA && d->count > 0)
		d->count--;
	if (d->count == 0)
		return false;
	d->spots = MEM_ARRAY(mem, d->count, struct spot);
	for (i = 0; i < d->count; i++) {
		struct json_object *at = d->kind == DRAWN_POINT ? list
		    : json_at(list, i);

		d->spots[i].lon_e6 = degrees(json_at(at, 0));
		d->spots[i].lat_e6 = degrees(json_at(at, 1));
	}
	return true;
}

bool
drawing_parse(struct drawing *drawing, struct mem *mem, struct json_object *o)
{
	struct json_object *list = json_array(o, "geometries");
	size_t i, n = json_count(list);

	*drawing = (struct drawing){ MEM_ARRAY(mem, n + 1, struct drawn), n, 0 };
	for (i = 0; i < n; i++) {
		if (!parse_one(&drawing->rows[i], mem, json_at(list, i)))
			return false;
		drawing->vertices += drawing->rows[i].count;
	}
	return list != NULL;
}
