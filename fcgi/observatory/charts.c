/*
 * Charts: from numbers to positions.
 * The words around them say the finding; the drawing only shows it.
 */
#include "config.h"

#include "fcgi/observatory/charts.h"

#include <inttypes.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/decimal.h"
#include "domain/money.h"
#include "open/chart.h"

#define FLOOR_Y		190	/* as in chart_line.tpl */
#define CEILING_Y	24

/* part of whole in percent, with two decimals: "48.08". */
static const char *
share(const struct req *req, int64_t part, int64_t whole)
{
	int64_t hundredths;

	if (whole <= 0 || part <= 0)
		return "0";
	/* Large sums lose digits that no screen shows, not their ratio. */
	while (part > INT64_MAX / 10000) {
		part /= 2;
		whole /= 2;
	}
	hundredths = part * 10000 / whole;
	return mem_printf(req->mem, "%" PRId64 ".%02" PRId64, hundredths / 100,
	    hundredths % 100);
}

static int64_t
bar_sum(const struct bar *b)
{
	return b->parts[0] + b->parts[1] + b->parts[2];
}

void
bars_sort(struct bar *rows, size_t n)
{
	struct bar moved;
	size_t i, j;

	for (i = 1; i < n; i++) {
		moved = rows[i];
		for (j = i; j > 0 && bar_sum(&rows[j - 1]) < bar_sum(&moved);
		    j--)
			rows[j] = rows[j - 1];
		rows[j] = moved;
	}
}

static void
add_bar(const struct req *req, struct view *v, const struct bars *c,
    const struct bar *b, int64_t longest)
{
	struct view *row = view_add(v, M_BARS), *part;
	int64_t x = 0;
	int i;

	view_text(row, M_BAR_NAME, b->name);
	view_text(row, M_BAR_VALUE, b->said);
	if (b->url != NULL)
		view_text(view_add(row, M_BAR_LINK), M_BAR_URL, b->url);
	for (i = 0; i < BAR_PARTS_MAX; i++) {
		if (b->parts[i] <= 0)
			continue;
		part = view_add(row, M_BAR_PARTS);
		view_int(part, M_PART_SERIES, c->series[i]);
		view_text(part, M_PART_X, share(req, x, longest));
		view_text(part, M_PART_WIDTH, share(req, b->parts[i], longest));
		x += b->parts[i];
	}
}

static void
show_top(struct view *v, const char *id, const char *title, const char *unit,
    const char *source)
{
	view_text(v, M_CHART_ID, id);
	view_text(v, M_CHART_TITLE, title);
	view_text(v, M_CHART_UNIT, unit);
	view_text(v, M_CHART_SOURCE, source);
}

void
chart_bars(const struct req *req, struct view *page, const struct bars *c)
{
	struct view *v, *legend, *row;
	int64_t longest = 0;
	size_t i;

	if (c->count == 0)
		return;
	v = view_add(page, M_CHARTS_BARS);
	show_top(v, c->id, c->title, c->unit, c->source);
	view_text(v, M_BARS_HEAD_NAME, c->head_name);
	view_text(v, M_BARS_HEAD_VALUE, c->head_value);
	if (c->legend[0] != NULL) {
		legend = view_add(v, M_CHART_LEGEND_SHOWN);
		for (i = 0; i < BAR_PARTS_MAX && c->legend[i] != NULL; i++) {
			row = view_add(legend, M_CHART_LEGEND);
			view_int(row, M_LEGEND_SERIES, c->series[i]);
			view_text(row, M_LEGEND_NAME, c->legend[i]);
		}
	}
	for (i = 0; i < c->count; i++)
		if (bar_sum(&c->rows[i]) > longest)
			longest = bar_sum(&c->rows[i]);
	for (i = 0; i < c->count; i++)
		add_bar(req, v, c, &c->rows[i], longest);
	row = view_add(v, M_CHART_FILES);
	view_text(row, M_CHART_FILE_URL, page_url(req, "observatoire/%s.svg",
	    c->id));
	view_text(row, M_CHART_FILE_NAME, _("Image (SVG)"));
}

/* "Titre. Mobilités : 12. Eau : 3." */
static const char *
bars_said(const struct req *req, const struct bars *c)
{
	struct buf b = BUF_INIT;
	const char *said;
	size_t i;

	buf_text(&b, c->title);
	for (i = 0; i < c->count; i++)
		buf_printf(&b, ". %s\u00a0: %s", c->rows[i].name,
		    c->rows[i].said);
	said = mem_strdup(req->mem, b.data);
	buf_release(&b);
	return said;
}

void
chart_bars_svg(struct buf *out, const struct req *req, const struct bars *c)
{
	struct chart_row *rows;
	struct chart chart = {
		.kind = CHART_BARS, .id = c->id, .lang = req->lang,
		.title = c->title, .unit = c->unit, .source = c->source,
		.count = c->count,
	};
	size_t i, part;

	if (c->count == 0)
		return;
	rows = MEM_ARRAY(req->mem, c->count, struct chart_row);
	for (i = 0; i < c->count; i++) {
		rows[i].label = c->rows[i].name;
		rows[i].said = c->rows[i].said;
		for (part = 0; part < BAR_PARTS_MAX; part++)
			rows[i].values[part] = c->rows[i].parts[part];
	}
	for (part = 0; part < BAR_PARTS_MAX; part++) {
		chart.series[part] = c->legend[part];
		/* What is missing (6) is an empty outline. */
		chart.look[part] = c->series[part] == 6 ? 3 : 0;
	}
	chart.said = bars_said(req, c);
	chart.rows = rows;
	chart_svg(out, &chart);
}

/* --- lines ------------------------------------------------------------------ */

/* The next 1, 2 or 5 × 10ⁿ at or above v: a round top for the scale. */
static int64_t
round_up(int64_t v)
{
	static const int steps[] = { 1, 2, 5, 10 };
	int64_t ten = 1;
	int i;

	while (ten * 10 < v)
		ten *= 10;
	for (i = 0; i < 3 && steps[i] * ten < v; i++)
		continue;
	return steps[i] * ten;
}

static int64_t
y_of(int64_t value, int64_t top)
{
	return FLOOR_Y - (FLOOR_Y - CEILING_Y) * (value < 0 ? 0 : value) / top;
}

static void
add_grid(const struct req *req, struct view *v, const struct line *c,
    int64_t top)
{
	struct view *row;
	int i;

	for (i = 1; i <= 2; i++) {
		row = view_add(v, M_GRIDS);
		view_int(row, M_GRID_Y, y_of(top * i / 2, top));
		view_text(row, M_GRID_TEXT, decimal_format(req->mem, top * i /
		    2, c->decimals, req->lang));
	}
}

/* Under a point: its year, once each; the month too when there is one year. */
static void
add_tick(const struct req *req, struct view *v, const struct line *c, size_t i,
    int x)
{
	bool one = strncmp(c->when[0], c->when[c->count - 1], 4) == 0;
	struct view *row;

	if (!one && i > 0 && strncmp(c->when[i], c->when[i - 1], 4) == 0)
		return;
	row = view_add(v, M_TICKS);
	view_int(row, M_TICK_X, x);
	view_text(row, M_TICK_TEXT, one ? mem_printf(req->mem, "%.2s/%.4s",
	    c->when[i] + 5, c->when[i]) : mem_strndup(req->mem, c->when[i], 4));
	view_text(row, M_TICK_ANCHOR, "middle");
}

void
chart_line(const struct req *req, struct view *page, const struct line *c)
{
	int64_t first, last, at, top = c->goal, x, y, x0 = 0, y0 = 0;
	struct view *v, *curve, *row, *table, *cell;
	const char *label;
	size_t i;

	if (c->count < 2 || !date_parse_unix(&first, c->when[0]) ||
	    !date_parse_unix(&last, c->when[c->count - 1]) || last <= first)
		return;
	for (i = 0; i < c->count; i++)
		if (c->values[i] > top)
			top = c->values[i];
	top = round_up(top < 1 ? 1 : top);
	v = view_add(page, M_CHARTS_LINE);
	show_top(v, c->id, c->title, c->unit, c->source);
	label = mem_printf(req->mem, "%s %s", decimal_format(req->mem,
	    c->values[c->count - 1], c->decimals, req->lang), c->unit_short);
	view_text(v, M_PLOT_SAID, mem_printf(req->mem, _("%s : %s"), c->title,
	    label));
	add_grid(req, v, c, top);
	if (c->goal > 0) {
		row = view_add(v, M_TARGET);
		view_int(row, M_TARGET_Y, y_of(c->goal, top));
		view_int(row, M_TARGET_LABEL_Y, y_of(c->goal, top) - 6);
		view_text(row, M_TARGET_TEXT, c->goal_said);
	}
	curve = view_add(v, M_CURVES);
	view_int(curve, M_CURVE_SERIES, 1);
	table = view_add(v, M_CHART_TABLE);
	view_text(view_add(table, M_CHART_HEADS), M_CHART_HEAD_TEXT, _("Date"));
	cell = view_add(table, M_CHART_HEADS);
	view_text(cell, M_CHART_HEAD_TEXT, c->unit);
	view_show(cell, M_CHART_HEAD_NUMBER);
	for (i = 0; i < c->count; i++) {
		if (!date_parse_unix(&at, c->when[i]))
			continue;
		x = 14 + 78 * (at - first) / (last - first);
		y = y_of(c->values[i], top);
		if (i > 0) {
			row = view_add(curve, M_SEGMENTS);
			view_int(row, M_X1, x0);
			view_int(row, M_Y1, y0);
			view_int(row, M_X2, x);
			view_int(row, M_Y2, y);
		}
		x0 = x;
		y0 = y;
		row = view_add(curve, M_DOTS);
		view_int(row, M_DOT_X, x);
		view_int(row, M_DOT_Y, y);
		view_text(row, M_DOT_SAID, mem_printf(req->mem, _("%s : %s"),
		    date_long_iso(req->mem, c->when[i], req->lang),
		    decimal_format(req->mem, c->values[i], c->decimals,
		    req->lang)));
		add_tick(req, v, c, i, (int)x);
		row = view_add(table, M_CHART_ROWS);
		view_text(row, M_CHART_ROW_NAME, date_long_iso(req->mem,
		    c->when[i], req->lang));
		view_text(view_add(row, M_CHART_CELLS), M_CHART_CELL_TEXT,
		    decimal_format(req->mem, c->values[i], c->decimals,
		    req->lang));
	}
	view_int(curve, M_CURVE_LABEL_X, 99);
	view_int(curve, M_CURVE_LABEL_Y, y0 - 10);
	view_text(curve, M_CURVE_LABEL, label);
}
