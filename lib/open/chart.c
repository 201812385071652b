/*
 * Charts: from integers to places on a sheet 720 units wide.
 * It measures text by estimate, and keeps room for what that misses.
 */
#include "config.h"

#include "open/chart.h"

#include <inttypes.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

#define SHEET	720		/* width of the sheet */
#define EDGE	24		/* margin */
#define WIDTH	(SHEET - 2 * EDGE)
#define PLOT	220		/* height of columns and lines */

#define HEADLINE "Vollkorn, Georgia, serif"
#define BODY	"Inter, 'Helvetica Neue', Arial, sans-serif"
#define INK	"#22201b"
#define SOFT	"#5d574c"
#define RULE	"#e4dccd"
#define CLAY	"#a8482a"

/* A solid accent, hatched ochre, an empty outline, a solid blue. */
static const char *const colours[CHART_SERIES] = { "#1f5c3d", "#b98313",
	"#fffdf9", "#2f74a5" };

struct sheet {
	struct buf	*out;
	const struct chart *c;
	struct mem	*mem;
	int		 y;		/* where the next thing goes */
	int64_t		 most;		/* largest total or target */
};

/* --- text ------------------------------------------------------------------- */

/* Width of a text in a size of the body face: 0.56 em a character. */
static int
wide(const char *s, int size)
{
	return (int)text_length(s) * size * 56 / 100;
}

/* The text cut to a width. */
static const char *
fit(struct sheet *s, const char *text, int width, int size)
{
	return wide(text, size) <= width ? text : text_truncate(s->mem, text,
	    (size_t)(width * 100 / (size * 56)));
}

static void
put_text(struct sheet *s, int x, int y, int size, const char *look,
    const char *text)
{
	buf_printf(s->out, "<text x=\"%d\" y=\"%d\" font-size=\"%d\" %s>", x, y,
	    size, look);
	text_xml(s->out, text);
	buf_text(s->out, "</text>\n");
}

#define LOOK_INK	"class=\"chart-ink\" fill=\"" INK "\""
#define LOOK_BOLD	LOOK_INK " font-weight=\"600\""
#define LOOK_SOFT	"class=\"chart-soft\" fill=\"" SOFT "\""
/* On top of lines: a rim of paper keeps it readable. */
#define LOOK_SAID	LOOK_BOLD " paint-order=\"stroke\" stroke=\"#fffdf9\" " \
	"stroke-width=\"5\""
#define START		""
#define MIDDLE		" text-anchor=\"middle\""
#define END		" text-anchor=\"end\""

/* Lines of at most `width`, cut between words. */
static void
put_lines(struct sheet *s, int size, int leading, const char *look,
    const char *text)
{
	/* Headlines are bold and narrow, small text has wider spaces. */
	int limit = size > 20 ? WIDTH * 114 / 100 : WIDTH;
	char *line = mem_strdup(s->mem, text == NULL ? "" : text);

	while (*line != '\0') {
		char *cut = NULL, *p = line;

		for (; *p != '\0'; p++) {
			char kept = *p;

			if (kept != ' ')
				continue;
			*p = '\0';
			if (wide(line, size) > limit) {
				*p = kept;
				break;
			}
			*p = kept;
			cut = p;
		}
		if (*p == '\0' && (wide(line, size) <= limit || cut == NULL))
			cut = p;
		if (cut == NULL)
			cut = p;	/* one word wider than the sheet */
		s->y += leading;
		put_text(s, EDGE, s->y, size, look, mem_strndup(s->mem, line,
		    (size_t)(cut - line)));
		line = cut + (*cut == ' ');
	}
}

/* --- numbers ---------------------------------------------------------------- */

static int64_t
value_of(const struct chart_row *r, int series)
{
	return r->values[series] > 0 ? r->values[series] : 0;
}

static int
series_count(const struct chart *c)
{
	int n = 1;

	while (c->kind != CHART_LINE && n < CHART_SERIES
	    && c->series[0] != NULL && c->series[n] != NULL)
		n++;
	return n;
}

static int64_t
total_of(const struct chart *c, const struct chart_row *r)
{
	int64_t sum = 0;

	for (int i = 0; i < series_count(c); i++)
		if (__builtin_add_overflow(sum, value_of(r, i), &sum))
			return INT64_MAX;
	return sum;
}

/* value / most of a length, in hundredths of a unit, exactly rounded down. */
static int64_t
scaled(const struct sheet *s, int64_t value, int length)
{
	int64_t most = s->most;

	if (value > most)
		value = most;
	while (most > INT64_MAX / ((int64_t)length * 100)) {
		most /= 2;	/* loses what no screen shows */
		value /= 2;
	}
	return most == 0 ? 0 : value * length * 100 / most;
}

/* "12.34": a place or a length in hundredths. */
static void
put_place(struct sheet *s, const char *name, int64_t hundredths)
{
	buf_printf(s->out, " %s=\"%" PRId64 ".%02" PRId64 "\"", name,
	    hundredths / 100, hundredths % 100);
}

static void
put_block(struct sheet *s, int series, int64_t x, int64_t y, int64_t width,
    int64_t height, const char *name, const struct chart_row *r)
{
	int look = s->c->look[series] > 0 ? s->c->look[series] - 1 : series;

	buf_printf(s->out, "<rect class=\"chart-fill-%d\" fill=\"", look + 1);
	if (look == 1)
		buf_printf(s->out, "url(#%s-hatch)", s->c->id);
	else
		buf_text(s->out, colours[look]);
	buf_printf(s->out, "\" stroke=\"%s\"", look == 2 ? SOFT : "none");
	if (look == 2)
		buf_text(s->out, " stroke-dasharray=\"3 3\"");
	put_place(s, "x", x);
	put_place(s, "y", y);
	put_place(s, "width", width);
	put_place(s, "height", height);
	buf_text(s->out, "><title>");
	text_xml(s->out, r == NULL || r->label == NULL ? "" : r->label);
	if (name != NULL) {
		buf_text(s->out, r == NULL ? "" : ", ");
		text_xml(s->out, name);
	}
	buf_text(s->out, "</title></rect>\n");
}

/* --- parts common to all ---------------------------------------------------- */

static void
put_legend(struct sheet *s)
{
	int x = EDGE;

	if (s->c->series[0] == NULL || s->c->kind == CHART_LINE)
		return;
	s->y += 28;
	for (int i = 0; i < series_count(s->c); i++) {
		int width = 22 + wide(s->c->series[i], 13) + 22;

		if (x > EDGE && x + width > SHEET - EDGE) {
			x = EDGE;
			s->y += 22;
		}
		put_block(s, i, x * 100, (s->y - 11) * 100, 1400, 1200,
		    s->c->series[i], NULL);
		put_text(s, x + 22, s->y, 13, LOOK_INK, s->c->series[i]);
		x += width;
	}
	s->y += 2;
}

static void
put_rule(struct sheet *s, int x1, int x2, int y, const char *look)
{
	buf_printf(s->out, "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" %s/>\n",
	    x1, x2, y, y, look);
}

#define AXIS	"class=\"chart-axis\" stroke=\"" SOFT "\" stroke-width=\"1\""
#define GOAL	"class=\"chart-goal\" stroke=\"" CLAY "\" stroke-width=\"1.5\" " \
	"stroke-dasharray=\"5 4\""

static void
put_target(struct sheet *s, int floor)
{
	int y;

	if (s->c->target <= 0)
		return;
	y = floor - (int)(scaled(s, s->c->target, PLOT) / 100);
	put_rule(s, EDGE, SHEET - EDGE, y, GOAL);
	if (s->c->target_said != NULL)
		put_text(s, SHEET - EDGE, y - 7, 13, "class=\"chart-goal-text\" "
		    "fill=\"" CLAY "\"" END, s->c->target_said);
}

/* --- bars ------------------------------------------------------------------- */

static void
draw_bars(struct sheet *s)
{
	const struct chart *c = s->c;
	int labels = 0, said = 0, x, room;

	for (size_t i = 0; i < c->count; i++) {
		int w = wide(c->rows[i].label, 14);
		int v = c->rows[i].said == NULL ? 0
		    : wide(c->rows[i].said, 14);

		labels = w > labels ? w : labels;
		said = v > said ? v : said;
	}
	labels = labels < 300 ? labels : 300;
	x = EDGE + labels + 14;
	room = SHEET - EDGE - x - said - 12;
	s->y += 18;
	for (size_t i = 0; i < c->count; i++, s->y += 32) {
		const struct chart_row *r = &c->rows[i];
		int64_t from = 0, part;

		put_text(s, x - 14, s->y + 15, 14, LOOK_INK END,
		    fit(s, r->label, labels, 14));
		for (int n = 0; n < series_count(c); n++) {
			part = scaled(s, value_of(r, n), room);
			if (part > 0)
				put_block(s, n, x * 100 + from, s->y * 100, part,
				    2000, c->series[n], r);
			from += part;
		}
		if (r->said != NULL)
			put_text(s, x + (int)(from / 100) + 8, s->y + 15, 14,
			    LOOK_BOLD, r->said);
	}
	buf_printf(s->out, "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" "
	    AXIS "/>\n", x, x, s->y - (int)c->count * 32 - 6, s->y - 6);
}

/* --- columns ---------------------------------------------------------------- */

static void
draw_columns(struct sheet *s)
{
	const struct chart *c = s->c;
	int n = (int)c->count, slot = WIDTH / n;
	int width = slot * 64 / 100 < 88 ? slot * 64 / 100 : 88, every = 1;
	int floor = s->y + 40 + PLOT;

	if (width < 1)
		width = 1;
	put_target(s, floor);
	for (int i = 0; i < n; i++)	/* labels that would touch are skipped */
		while (wide(c->rows[i].label, 13) + 6 > slot * every)
			every++;
	for (int i = 0; i < n; i++) {
		const struct chart_row *r = &c->rows[i];
		int middle = EDGE + WIDTH * (2 * i + 1) / (2 * n);
		int64_t top = (int64_t)floor * 100;

		for (int k = 0; k < series_count(c); k++) {
			int64_t part = scaled(s, value_of(r, k), PLOT);

			top -= part;
			if (part > 0)
				put_block(s, k, (middle * 2 - width) * 50, top,
				    width * 100, part, c->series[k], r);
		}
		if (r->said != NULL && wide(r->said, 13) <= slot + 8)
			put_text(s, middle, (int)(top / 100) - 8, 13,
			    LOOK_SAID MIDDLE, r->said);
		/* The last one is always said: count from the end. */
		if ((n - 1 - i) % every == 0)
			put_text(s, middle, floor + 21, 13, LOOK_SOFT MIDDLE,
			    r->label);
	}
	put_rule(s, EDGE, SHEET - EDGE, floor, AXIS);
	s->y = floor + 30;
}

/* --- lines ------------------------------------------------------------------ */

static void
draw_line(struct sheet *s)
{
	const struct chart *c = s->c;
	int64_t first = c->rows[0].at, last = c->rows[c->count - 1].at;
	int floor = s->y + 44 + PLOT, right = SHEET - EDGE - 72, x = 0, y = 0;
	int written = -1;	/* right edge of the last label below */

	put_rule(s, EDGE, SHEET - EDGE, floor, AXIS);
	put_target(s, floor);
	buf_printf(s->out, "<polyline class=\"chart-line\" fill=\"none\" "
	    "stroke=\"%s\" stroke-width=\"3\" stroke-linejoin=\"round\" "
	    "stroke-linecap=\"round\" points=\"", colours[0]);
	for (size_t i = 0; i < c->count; i++) {
		const struct chart_row *r = &c->rows[i];

		x = EDGE + 28 + (last <= first ? 0 : (int)((right - EDGE - 28)
		    * (r->at - first) / (last - first)));
		y = floor * 100 - (int)scaled(s, value_of(r, 0), PLOT);
		buf_printf(s->out, "%s%d,%d.%02d", i == 0 ? "" : " ", x,
		    y / 100, y % 100);
	}
	buf_text(s->out, "\"/>\n");
	for (size_t i = 0; i < c->count; i++) {
		const struct chart_row *r = &c->rows[i];
		int half = wide(r->label, 13) / 2;

		x = EDGE + 28 + (last <= first ? 0 : (int)((right - EDGE - 28)
		    * (r->at - first) / (last - first)));
		y = floor - (int)(scaled(s, value_of(r, 0), PLOT) / 100);
		buf_printf(s->out, "<circle class=\"chart-fill-1\" fill=\"%s\" "
		    "cx=\"%d\" cy=\"%d\" r=\"%d\"><title>", colours[0], x, y,
		    i + 1 == c->count ? 5 : 3);
		text_xml(s->out, r->label);
		buf_text(s->out, r->said == NULL ? "" : ", ");
		text_xml(s->out, r->said);
		buf_text(s->out, "</title></circle>\n");
		if (x - half > written) {
			put_text(s, x, floor + 21, 13, LOOK_SOFT MIDDLE,
			    r->label);
			written = x + half + 8;
		}
	}
	if (c->rows[c->count - 1].said != NULL)
		put_text(s, x + 10, y + 5, 15, LOOK_SAID START,
		    c->rows[c->count - 1].said);
	s->y = floor + 30;
}

/* --- the document ------------------------------------------------------------ */

static void
find_most(struct sheet *s)
{
	const struct chart *c = s->c;

	s->most = c->kind == CHART_BARS || c->target < 0 ? 0 : c->target;
	for (size_t i = 0; i < c->count; i++) {
		int64_t total = total_of(c, &c->rows[i]);

		s->most = total > s->most ? total : s->most;
	}
}

static void
draw(struct sheet *s)
{
	if (s->c->count == 0) {
		s->y += 36;
		put_text(s, EDGE, s->y, 15, LOOK_SOFT, "–");
		return;
	}
	find_most(s);
	put_legend(s);
	switch (s->c->kind) {
	case CHART_BARS:
		draw_bars(s);
		break;
	case CHART_COLUMNS:
		draw_columns(s);
		break;
	case CHART_LINE:
		draw_line(s);
		break;
	}
}

static void
put_head(struct buf *out, const struct chart *c, int height)
{
	buf_printf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart-"
	    "svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" "
	    "aria-labelledby=\"%s-t %s-d\" font-family=\"" BODY "\" xml:lang=\"",
	    SHEET, height, SHEET, height, c->id, c->id);
	text_xml(out, c->lang == NULL ? "fr" : c->lang);
	buf_printf(out, "\">\n<title id=\"%s-t\">", c->id);
	text_xml(out, c->title);
	buf_printf(out, "</title>\n<desc id=\"%s-d\">", c->id);
	text_xml(out, c->said);
	buf_printf(out, "</desc>\n<defs><pattern id=\"%s-hatch\" width=\"6\" "
	    "height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform="
	    "\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#f3e3bb\"/>"
	    "<rect width=\"3\" height=\"6\" fill=\"%s\"/></pattern></defs>\n"
	    "<rect class=\"chart-paper\" width=\"%d\" height=\"%d\" "
	    "fill=\"#fffdf9\"/>\n", c->id, colours[1], SHEET, height);
}

void
chart_svg(struct buf *out, const struct chart *c)
{
	struct buf body = BUF_INIT;
	struct sheet s = { &body, c, mem_new(), EDGE - 4, 0 };

	put_lines(&s, 22, 28, "font-family=\"" HEADLINE "\" "
	    "font-variant=\"lining-nums\" " LOOK_BOLD, c->title);
	s.y += 4;
	put_lines(&s, 14, 21, LOOK_SOFT, c->unit);
	draw(&s);
	if (c->source != NULL) {
		s.y += 10;
		put_rule(&s, EDGE, SHEET - EDGE, s.y, "class=\"chart-rule\" "
		    "stroke=\"" RULE "\" stroke-width=\"1\"");
		put_lines(&s, 12, 19, LOOK_SOFT, c->source);
	}
	put_head(out, c, s.y + EDGE - 4);
	buf_add(out, body.data, body.len);
	buf_text(out, "</svg>\n");
	buf_release(&body);
	mem_free(s.mem);
}
