/*
 * Points and outlines of territories, from the points of their communes.
 * It knows no true boundary.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "domain/outline.h"
#include "domain/territory.h"

/* Of an outline around its communes. */
#define MARGIN_MIN_M	3000
#define MARGIN_MAX_M	5000
#define DEGREE_M	111320.0
#define POINTS_PER_WRITE 2000
#define AREAS_PER_WRITE	200

/* What the communes of a territory say of its place. */
struct extent {
	struct point	*points;
	size_t		 n;
	struct point	 centre;	/* mean weighted by population */
};

static void
extent_read(struct extent *e, struct db *db, struct mem *mem, int64_t id,
    const char *kind)
{
	struct stmt *s = db_query(db, Q_TERRITORY_COMMUNE_POINTS, I(id, id),
	    I(mainland, strcmp(kind, "country") == 0));
	int64_t lon = 0, lat = 0, people = 0, weight;
	struct point *more;
	size_t room = 0;

	*e = (struct extent){ NULL, 0, { 0, 0 } };
	while (stmt_step(s)) {
		if (e->n == room) {
			room = room == 0 ? 64 : room * 2;
			more = MEM_ARRAY(mem, room, struct point);
			if (e->n > 0)
				memcpy(more, e->points, e->n * sizeof(*more));
			e->points = more;
		}
		e->points[e->n].lon_e6 = stmt_int(s, "lon_e6");
		e->points[e->n].lat_e6 = stmt_int(s, "lat_e6");
		/* An empty land weighs one person. 180e6 × 68e6 fits. */
		weight = stmt_int(s, "population");
		weight = weight > 0 ? weight : 1;
		lon += e->points[e->n].lon_e6 * weight;
		lat += e->points[e->n].lat_e6 * weight;
		people += weight;
		e->n++;
	}
	stmt_done(s);
	if (people > 0)
		e->centre = (struct point){ lon / people, lat / people };
}

static struct json_object *
position(struct mem *mem, const struct point *p)
{
	struct json_object *pair = json_object_new_array_ext(2);
	int64_t e6[2] = { p->lon_e6, p->lat_e6 };
	size_t i;

	for (i = 0; i < 2; i++) {
		/* A hundred metres are enough for a shape that is not true. */
		int64_t rounded = (e6[i] + (e6[i] < 0 ? -500 : 500)) / 1000;

		json_object_array_add(pair, json_object_new_double_s(
		    (double)rounded / 1000,
		    territory_degrees_text(mem, rounded * 1000)));
	}
	return pair;
}

/* What lies between two communes: land goes on after the last one, about as far
 * as it does between the others. */
static int
margin_m(const struct extent *e)
{
	struct point low = e->points[0], high = e->points[0];
	double wide, tall;
	size_t i;

	for (i = 1; i < e->n; i++) {
		const struct point *p = &e->points[i];

		low.lon_e6 = p->lon_e6 < low.lon_e6 ? p->lon_e6 : low.lon_e6;
		low.lat_e6 = p->lat_e6 < low.lat_e6 ? p->lat_e6 : low.lat_e6;
		high.lon_e6 = p->lon_e6 > high.lon_e6 ? p->lon_e6 : high.lon_e6;
		high.lat_e6 = p->lat_e6 > high.lat_e6 ? p->lat_e6 : high.lat_e6;
	}
	tall = (double)(high.lat_e6 - low.lat_e6) / 1e6 * DEGREE_M;
	wide = (double)(high.lon_e6 - low.lon_e6) / 1e6 * DEGREE_M *
	    cos((double)low.lat_e6 / 1e6 * M_PI / 180);
	return (int)fmin(fmax(sqrt(wide * tall / (double)e->n),
	    MARGIN_MIN_M), MARGIN_MAX_M);
}

struct json_object *
territory_polygon(struct mem *mem, const struct point *ring, size_t n)
{
	struct json_object *shape, *rings, *outer;
	size_t i;

	outer = json_object_new_array_ext((int)n + 1);
	for (i = 0; i <= n; i++)
		json_object_array_add(outer, position(mem, &ring[i % n]));
	rings = json_object_new_array_ext(1);
	json_object_array_add(rings, outer);
	shape = json_object_new_object();
	json_put_text(shape, "type", "Polygon");
	json_put(shape, "coordinates", rings);
	return shape;
}

/* The GeoJSON polygon around the points, which change their order. */
static struct json_object *
polygon(struct mem *mem, const struct extent *e)
{
	struct point *ring;
	size_t n = outline_around(&ring, mem, e->points, e->n, margin_m(e));

	return territory_polygon(mem, ring, n);
}

struct json_object *
territory_outline(struct db *db, struct mem *mem, int64_t id)
{
	struct stmt *s = db_query(db, Q_TERRITORY_HULL, I(id, id));
	const char *kind = NULL, *hull = NULL;
	struct json_object *shape = NULL;
	struct extent e;

	if (stmt_step(s)) {
		kind = stmt_str(s, mem, "kind");
		hull = stmt_str(s, mem, "hull_json");
	}
	stmt_done(s);
	if (kind == NULL)
		return NULL;
	if (hull != NULL &&
	    json_parse(&shape, hull, strlen(hull), 8, NULL) == RC_OK)
		return shape;
	extent_read(&e, db, mem, id, kind);
	return e.n == 0 ? NULL : polygon(mem, &e);
}

/* --- rings, parsed once --------------------------------------------------- */

#define RINGS	16		/* territories kept at once */

struct ring {
	struct mem	*mem;		/* NULL: free */
	int64_t		 id;
	const char	*hull;		/* what it was made from */
	struct point	*points;
	size_t		 n;
};

static int64_t
degrees_e6(struct json_object *pair, size_t axis)
{
	return llround(json_object_get_double(json_object_array_get_idx(pair,
	    axis)) * 1e6);
}

static void
ring_read(struct ring *r, struct json_object *shape)
{
	struct json_object *outer = json_at(json_array(shape, "coordinates"), 0);
	size_t i, n = json_count(outer);

	r->points = MEM_ARRAY(r->mem, n + 1, struct point);
	for (i = 0; i < n; i++)
		r->points[i] = (struct point){
		    degrees_e6(json_at(outer, i), 0),
		    degrees_e6(json_at(outer, i), 1) };
	r->n = n;
}

size_t
territory_ring(const struct point **ring, struct db *db, struct mem *mem,
    int64_t id)
{
	static struct ring kept[RINGS];
	struct ring *r = &kept[id % RINGS];
	struct stmt *s = db_query(db, Q_TERRITORY_HULL, I(id, id));
	struct json_object *shape;
	const char *hull = NULL;

	if (stmt_step(s))
		hull = stmt_str(s, mem, "hull_json");
	stmt_done(s);
	if (r->mem == NULL)
		r->mem = mem_new();
	if (r->id != id || hull == NULL || r->hull == NULL ||
	    strcmp(r->hull, hull) != 0) {
		mem_reset(r->mem);
		*r = (struct ring){ .mem = r->mem, .id = id,
		    .hull = mem_strdup(r->mem, hull) };
		shape = territory_outline(db, mem, id);
		ring_read(r, shape);
		json_object_put(shape);
	}
	*ring = r->points;
	return r->n;
}

/* --- refreshing ------------------------------------------------------------ */

/* What a territory made of communes is to be given. */
struct shape {
	int64_t		 id;
	const char	*kind;
	struct point	 centre;
	const char	*hull;		/* NULL: no commune has a point */
};

/* The next areas after an id, at most AREAS_PER_WRITE, with their shapes. */
static size_t
shapes_make(struct shape *shapes, struct db *db, struct mem *mem,
    int64_t after)
{
	struct stmt *s = db_query(db, Q_TERRITORY_AREAS, I(after, after),
	    I(limit, AREAS_PER_WRITE));
	struct json_object *shape;
	struct extent e;
	size_t i, n;

	for (n = 0; n < AREAS_PER_WRITE && stmt_step(s); n++) {
		shapes[n].id = stmt_int(s, "id");
		shapes[n].kind = stmt_str(s, mem, "kind");
	}
	stmt_done(s);
	for (i = 0; i < n; i++) {
		extent_read(&e, db, mem, shapes[i].id, shapes[i].kind);
		shapes[i].hull = NULL;
		if (e.n == 0)
			continue;
		shape = polygon(mem, &e);
		shapes[i].centre = e.centre;
		shapes[i].hull = json_string(mem, shape);
		json_object_put(shape);
	}
	return n;
}

static enum rc
shapes_write(struct db *db, const struct shape *shapes, size_t n)
{
	enum rc rc = db_write_begin(db);
	size_t i;

	if (rc != RC_OK)
		return rc;
	for (i = 0; i < n; i++)
		if (shapes[i].hull != NULL)
			db_run(db, Q_TERRITORY_SHAPE_PUT, I(id, shapes[i].id),
			    I(lon, shapes[i].centre.lon_e6),
			    I(lat, shapes[i].centre.lat_e6),
			    T(hull, shapes[i].hull));
	return db_write_commit(db);
}

enum rc
territory_refresh_shapes(struct db *db)
{
	struct shape shapes[AREAS_PER_WRITE];
	struct mem *mem = mem_new();
	int64_t after = 0;
	enum rc rc = RC_OK;
	size_t n;

	while (rc == RC_OK && (n = shapes_make(shapes, db, mem, after)) > 0) {
		rc = shapes_write(db, shapes, n);
		after = shapes[n - 1].id;
		mem_reset(mem);
	}
	mem_free(mem);
	return rc;
}

enum rc
territory_points_put(struct db *db, struct territory_point *points, size_t n)
{
	enum rc rc = RC_OK;
	size_t i = 0, end;

	while (i < n && rc == RC_OK) {
		end = n - i > POINTS_PER_WRITE ? i + POINTS_PER_WRITE : n;
		if ((rc = db_write_begin(db)) != RC_OK)
			break;
		for (; i < end; i++)
			points[i].known = db_run(db, Q_TERRITORY_POINT_PUT,
			    T(code, points[i].code),
			    I(lon, points[i].lon_e6),
			    I(lat, points[i].lat_e6)) > 0;
		rc = db_write_commit(db);
	}
	return rc == RC_OK ? territory_refresh_shapes(db) : rc;
}
