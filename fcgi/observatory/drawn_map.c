/*
 * The map drawn by the server: an outline and dots, no script, no tile.
 * It draws; positions decide nothing.
 */
#include "config.h"

#include "fcgi/observatory/parts.h"

#include <math.h>

#include "base/lang.h"
#include "domain/money.h"
#include "domain/territory.h"

#define SIDE	400.0	/* of the viewBox */
#define MARGIN	18.0
#define AROUND_M 1000	/* between a project and the stretched outline */

/* From degrees to the drawing. */
struct frame {
	double	west, north, scale, shrink;	/* shrink: cosine of the latitude */
	double	left, top;
};

struct box {
	double	west, east, south, north;
	bool	any;
};

static void
box_add(struct box *b, double lon, double lat)
{
	if (!b->any || lon < b->west)
		b->west = lon;
	if (!b->any || lon > b->east)
		b->east = lon;
	if (!b->any || lat < b->south)
		b->south = lat;
	if (!b->any || lat > b->north)
		b->north = lat;
	b->any = true;
}

/* Points a little beyond the outline, which is only an envelope of the places'
 * centres, widen the drawing; those of elsewhere do not. */
static void
box_add_near(struct box *b, const struct cards *cards)
{
	double high = (b->north - b->south) / 2, wide = (b->east - b->west) / 2;
	const struct box around = { b->west - wide, b->east + wide,
	    b->south - high, b->north + high, true };
	size_t i;

	for (i = 0; i < cards->count; i++) {
		double lon = (double)cards->rows[i].lon_e6 / 1e6;
		double lat = (double)cards->rows[i].lat_e6 / 1e6;

		if (cards->rows[i].has_point && lon >= around.west &&
		    lon <= around.east && lat >= around.south &&
		    lat <= around.north)
			box_add(b, lon, lat);
	}
}

/* Is the place inside a ring that turns counter-clockwise, without a hollow? */
static bool
inside(const struct point *ring, size_t n, const struct card *c)
{
	size_t i;

	for (i = 0; i < n; i++) {
		const struct point *a = &ring[i], *b = &ring[(i + 1) % n];

		if ((b->lon_e6 - a->lon_e6) * (c->lat_e6 - a->lat_e6) <
		    (b->lat_e6 - a->lat_e6) * (c->lon_e6 - a->lon_e6))
			return false;
	}
	return true;
}

/* The outline, stretched around the projects that are a little beyond it: it
 * is an envelope of the places' centres, and they say where the land goes on. */
static size_t
stretch(const struct point **ring, struct mem *mem, size_t n,
    const struct box *box, const struct cards *cards)
{
	struct point *all = MEM_ARRAY(mem, n + cards->count + 1, struct point);
	struct point *wider;
	size_t i, count = n;

	for (i = 0; i < n; i++)
		all[i] = (*ring)[i];
	for (i = 0; i < cards->count; i++) {
		const struct card *c = &cards->rows[i];

		if (c->has_point && !inside(*ring, n, c) && c->lon_e6 >=
		    llround(box->west * 1e6) && c->lon_e6 <=
		    llround(box->east * 1e6) && c->lat_e6 >=
		    llround(box->south * 1e6) && c->lat_e6 <=
		    llround(box->north * 1e6))
			all[count++] = (struct point){ c->lon_e6, c->lat_e6 };
	}
	if (count == n)
		return n;
	n = outline_around(&wider, mem, all, count, AROUND_M);
	*ring = wider;
	return n;
}

static void
frame_fit(struct frame *f, const struct box *b)
{
	double wide, high, room = SIDE - 2 * MARGIN;

	f->shrink = cos((b->north + b->south) / 2 * M_PI / 180);
	f->west = b->west;
	f->north = b->north;
	wide = fmax((b->east - b->west) * f->shrink, 0.001);
	high = fmax(b->north - b->south, 0.001);
	f->scale = room / fmax(wide, high);
	f->left = MARGIN + (room - wide * f->scale) / 2;
	f->top = MARGIN + (room - high * f->scale) / 2;
}

static double
frame_x(const struct frame *f, double lon)
{
	return f->left + (lon - f->west) * f->shrink * f->scale;
}

static double
frame_y(const struct frame *f, double lat)
{
	return f->top + (f->north - lat) * f->scale;
}

/* Tenths are enough for a drawing, and whole numbers are cheap to write. */
static void
add_tenths(struct buf *b, double x)
{
	int64_t tenths = llround(x * 10);

	if (tenths < 0)
		buf_char(b, '-');
	tenths = tenths < 0 ? -tenths : tenths;
	buf_int(b, tenths / 10);
	buf_char(b, '.');
	buf_char(b, (char)('0' + tenths % 10));
}

/* By a buffer that serves again. */
static const char *
in_tenths(struct mem *mem, struct buf *b, double x)
{
	buf_clear(b);
	add_tenths(b, x);
	return mem_strndup(mem, b->data, b->len);
}

static const char *
ring_path(struct mem *mem, const struct point *ring, size_t n,
    const struct frame *f)
{
	struct buf b = BUF_INIT;
	const char *path;
	size_t i;

	for (i = 0; i < n; i++) {
		buf_char(&b, i == 0 ? 'M' : 'L');
		add_tenths(&b, frame_x(f, (double)ring[i].lon_e6 / 1e6));
		buf_char(&b, ' ');
		add_tenths(&b, frame_y(f, (double)ring[i].lat_e6 / 1e6));
	}
	buf_text(&b, "Z");
	path = mem_strdup(mem, b.data);
	buf_release(&b);
	return path;
}

static void
add_point(const struct req *req, struct view *v, const struct frame *f,
    const struct card *c, const char *said, struct buf *b)
{
	double x = frame_x(f, (double)c->lon_e6 / 1e6);
	double y = frame_y(f, (double)c->lat_e6 / 1e6);
	double r = 5 + 3 * fmax(0, log10((double)c->cost_cents / 1e6 + 1));
	struct view *p;

	if (x < 0 || x > SIDE || y < 0 || y > SIDE)
		return;
	p = view_add(v, M_MAP_POINTS);
	view_text(p, M_POINT_X, in_tenths(req->mem, b, x));
	view_text(p, M_POINT_Y, in_tenths(req->mem, b, y));
	view_text(p, M_POINT_R, in_tenths(req->mem, b, fmin(r, 16)));
	view_text(p, M_POINT_LOOK, look_of(req, c->theme_id));
	view_text(p, M_POINT_URL, page_url(req, "projets/%s", c->slug));
	view_text(p, M_POINT_SAID, c->cost_cents <= 0 ? c->title :
	    mem_printf(req->mem, said, c->title,
	    money_format(req->mem, c->cost_cents, req->lang)));
}

/*
 * The outline of a territory (0: none), stretched around the projects a little
 * beyond it, and the box of all that is drawn. How many points.
 */
static size_t
land(const struct point **ring, struct box *box, const struct req *req,
    int64_t territory_id, const struct cards *cards)
{
	size_t i, n;

	n = territory_id == 0 ? 0 :
	    territory_ring(ring, req->db, req->mem, territory_id);
	for (i = 0; i < n; i++)
		box_add(box, (double)(*ring)[i].lon_e6 / 1e6,
		    (double)(*ring)[i].lat_e6 / 1e6);
	for (i = 0; n == 0 && i < cards->count; i++)
		if (cards->rows[i].has_point)
			box_add(box, (double)cards->rows[i].lon_e6 / 1e6,
			    (double)cards->rows[i].lat_e6 / 1e6);
	if (!box->any)
		return 0;
	box_add_near(box, cards);
	if (n > 0)
		n = stretch(ring, req->mem, n, box, cards);
	for (i = 0; i < n; i++)
		box_add(box, (double)(*ring)[i].lon_e6 / 1e6,
		    (double)(*ring)[i].lat_e6 / 1e6);
	return n;
}

struct json_object *
land_outline(const struct req *req, int64_t territory_id,
    const struct cards *cards)
{
	const struct point *ring;
	struct box box = { 0 };
	size_t n = land(&ring, &box, req, territory_id, cards);

	return n == 0 ? NULL : territory_polygon(req->mem, ring, n);
}

void
show_drawn_map(const struct req *req, struct view *v, int64_t territory_id,
    const struct cards *cards, const char *said)
{
	const struct point *ring;
	struct box box = { 0 };
	struct frame f;
	const char *titled = _("%s, %s");
	struct buf digits = BUF_INIT;
	struct view *shape;
	size_t i, n = land(&ring, &box, req, territory_id, cards);

	view_text(v, M_MAP_SAID, said);
	if (box.any) {
		frame_fit(&f, &box);
		if (n > 0) {
			shape = view_add(v, M_MAP_SHAPES);
			view_text(shape, M_SHAPE_CLASS, "land");
			view_text(shape, M_SHAPE_PATH,
			    ring_path(req->mem, ring, n, &f));
		}
		for (i = 0; i < cards->count; i++)
			if (cards->rows[i].has_point)
				add_point(req, v, &f, &cards->rows[i], titled,
				    &digits);
	}
	buf_release(&digits);
}
