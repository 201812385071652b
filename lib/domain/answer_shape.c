/*
 * A drawing typed as coordinates, one spot a line; the map of a page writes the
 * same text. A line without a number begins another thing: "point", "ligne",
 * "zone"; so does an empty line.
 * It closes an area that is left open, and repairs nothing else.
 */
#include "config.h"

#include "domain/answer_read.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/money.h"
#include "domain/territory.h"

struct tracing {
	struct reading	*r;
	struct drawing	*drawing;
	struct drawn	*now;		/* being read, or NULL */
	bool		 named;		/* its kind was written */
	size_t		 room;		/* spots of now */
	long		 line;		/* from 1 */
};

/* --- things ----------------------------------------------------------------- */

static bool
same(struct spot a, struct spot b)
{
	return a.lon_e6 == b.lon_e6 && a.lat_e6 == b.lat_e6;
}

/* What a thing without a name is: by its spots. */
static enum drawn_kind
guess(const struct drawn *d)
{
	if (d->count == 1)
		return DRAWN_POINT;
	return d->count > 3 && same(d->spots[0], d->spots[d->count - 1])
	    ? DRAWN_AREA : DRAWN_LINE;
}

static bool
finish_area(struct tracing *t)
{
	struct drawn *d = t->now;

	if (d->count > 1 && same(d->spots[0], d->spots[d->count - 1]))
		d->count--;
	if (d->count < 3)
		return reading_wrong(t->r, _("Ligne %ld : une zone a au moins "
		    "trois points différents."), t->line);
	if (drawn_is_flat(d))
		return reading_wrong(t->r, _("Ligne %ld : les points de cette "
		    "zone sont tous alignés, elle n’a pas de surface."),
		    t->line);
	if (drawn_crosses(d))
		return reading_wrong(t->r, _("Ligne %ld : le contour de cette "
		    "zone se croise lui-même. Donnez ses points dans l’ordre, "
		    "en en faisant le tour."), t->line);
	drawn_turn(d);
	return true;
}

/* The thing being read is whole. */
static bool
finish(struct tracing *t)
{
	static const unsigned bits[] = { [DRAWN_POINT] = DRAW_POINTS,
	    [DRAWN_LINE] = DRAW_LINES, [DRAWN_AREA] = DRAW_AREAS };
	struct drawn *d = t->now;

	if (d == NULL || (d->count == 0 && !t->named))
		return true;
	if (!t->named)
		d->kind = guess(d);
	if ((t->r->field->drawings & bits[d->kind]) == 0)
		return reading_wrong(t->r, d->kind == DRAWN_POINT
		    ? _("Ligne %ld : un point n’est pas attendu ici.")
		    : d->kind == DRAWN_LINE
		    ? _("Ligne %ld : une ligne n’est pas attendue ici.")
		    : _("Ligne %ld : une zone n’est pas attendue ici."),
		    t->line);
	if (d->kind == DRAWN_POINT && d->count != 1)
		return reading_wrong(t->r, _("Ligne %ld : un point a une "
		    "latitude et une longitude, sur une ligne."), t->line);
	if (d->kind == DRAWN_LINE && d->count < 2)
		return reading_wrong(t->r, _("Ligne %ld : une ligne a au moins "
		    "deux points."), t->line);
	if (d->kind == DRAWN_AREA && !finish_area(t))
		return false;
	t->drawing->vertices += d->count;
	t->drawing->count++;
	t->now = NULL;
	return true;
}

static bool
begin(struct tracing *t, bool named, enum drawn_kind kind)
{
	const struct form_field *f = t->r->field;
	int64_t most = f->has_max && f->max < DRAWING_MAX ? f->max
	    : DRAWING_MAX;

	if (!finish(t))
		return false;
	if ((int64_t)t->drawing->count >= most)
		return reading_wrong(t->r, ngettext(
		    "Gardez %ld tracé au plus.", "Gardez %ld tracés au plus.",
		    (unsigned long)most), (long)most);
	t->now = &t->drawing->rows[t->drawing->count];
	*t->now = (struct drawn){ .kind = kind };
	t->now->spots = MEM_ARRAY(t->r->answers->mem, t->room, struct spot);
	t->named = named;
	return true;
}

/* --- lines ------------------------------------------------------------------ */

/* A hole is told rather than drawn over. */
static bool
is_hole(struct reading *r, const char *line)
{
	const char *folded = text_fold(r->answers->mem, line);

	return strcmp(folded, "trou") == 0 || strcmp(folded, "hole") == 0;
}

static int
kind_of(struct reading *r, const char *line)
{
	static const char *const words[][3] = {
	    [DRAWN_POINT] = { "point", "point", "point" },
	    [DRAWN_LINE] = { "ligne", "line", "trace" },
	    [DRAWN_AREA] = { "zone", "area", "surface" } };
	const char *folded = text_fold(r->answers->mem, line);
	int kind, i;

	for (kind = DRAWN_POINT; kind <= DRAWN_AREA; kind++)
		for (i = 0; i < 3; i++)
			if (strcmp(folded, words[kind][i]) == 0)
				return kind;
	return -1;
}

/* One number of a line, its minus sign and separators as people write. */
static bool
degrees(struct mem *mem, const char *text, size_t len, int64_t *e6)
{
	char *one = mem_strndup(mem, text, len);

	while (len > 0 && strchr(",;", one[len - 1]) != NULL)
		one[--len] = '\0';
	if (text_starts(one, "\342\210\222"))
		one = mem_printf(mem, "-%s", one + 3);
	return territory_degrees(e6, one);
}

/* "−21,17 55,28", "-21.17, 55.28", "-21.17;55.28", "-21.17,55.28". */
static bool
read_spot(struct mem *mem, const char *line, struct spot *spot)
{
	size_t n = strcspn(line, " ;\t");
	const char *rest = line + n + strspn(line + n, " ;\t");

	if (*rest == '\0') {
		n = strcspn(line, ",");
		if (line[n] != ',' || strchr(line, '.') == NULL)
			return false;
		rest = line + n + 1;
	}
	return degrees(mem, line, n, &spot->lat_e6) &&
	    degrees(mem, rest, strlen(rest), &spot->lon_e6) &&
	    spot->lat_e6 <= 90000000 && spot->lat_e6 >= -90000000;
}

static bool
add_spot(struct tracing *t, const char *line)
{
	struct reading *r = t->r;
	struct spot spot;
	int64_t km;

	if (!read_spot(r->answers->mem, line, &spot))
		return reading_wrong(r, _("Ligne %ld : « %s » n’est pas une "
		    "latitude et une longitude. Écrivez des degrés décimaux, "
		    "par exemple −21,1706 55,2882."), t->line,
		    text_truncate(r->answers->mem, line, 40));
	if (!reading_is_near(r, spot, &km))
		return reading_wrong(r, _("Ligne %ld : ce point est loin du "
		    "territoire (%s), à %s km environ. La latitude et la "
		    "longitude sont-elles inversées ?"), t->line,
		    r->answers->platform->territory_name,
		    money_number(r->answers->mem, km, lang_get()));
	if (t->now == NULL && !begin(t, false, DRAWN_POINT))
		return false;
	if (t->now->count > 0 && same(t->now->spots[t->now->count - 1], spot))
		return true;	/* the same spot twice is one */
	if ((int64_t)(t->drawing->vertices + t->now->count) >=
	    r->field->vertices + (t->now->count > 0 &&
	    same(t->now->spots[0], spot)))
		return reading_wrong(r, _("Ce tracé a trop de points : %s au "
		    "plus. Simplifiez-le."), money_number(r->answers->mem,
		    r->field->vertices, lang_get()));
	t->now->spots[t->now->count++] = spot;
	return true;
}

static bool
read_line(struct tracing *t, const char *line)
{
	int kind;

	if (*line == '\0') {
		if (t->now != NULL && t->now->count == 0)
			return true;	/* its spots come after */
		return finish(t);
	}
	if (is_hole(t->r, line))
		return reading_wrong(t->r, _("Ligne %ld : une zone ne peut pas "
		    "avoir de trou. Tracez plusieurs zones qui en font le "
		    "tour, ou la zone entière."), t->line);
	kind = kind_of(t->r, line);
	return kind >= 0 ? begin(t, true, (enum drawn_kind)kind)
	    : add_spot(t, line);
}

bool
read_shape(struct reading *r)
{
	struct mem *mem = r->answers->mem;
	const char *p = text_unix_lines(mem, r->text);
	struct drawing *drawing = MEM_NEW(mem, struct drawing);
	struct tracing t = { .r = r, .drawing = drawing,
	    .room = (size_t)r->field->vertices + 2 };
	size_t n;

	drawing->rows = MEM_ARRAY(mem, DRAWING_MAX + 1, struct drawn);
	for (; *p != '\0'; p += n + (p[n] == '\n')) {
		n = strcspn(p, "\n");
		t.line++;
		if (!read_line(&t, text_collapse_spaces(mem, mem_strndup(mem,
		    p, n))))
			return false;
	}
	if (!finish(&t))
		return false;
	r->value->drawing = drawing;
	r->value->given = drawing->count > 0;
	return true;
}
