/*
 * CSV written cell by cell.
 * It neither sorts nor counts columns: the caller writes each row alike.
 */
#include "config.h"

#include "open/csv.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

void
csv_init(struct csv *c, struct sink *out, enum csv_style style)
{
	c->out = out;
	c->style = style;
	c->row_begun = false;
	if (style == CSV_SPREADSHEET)
		sink_text(out, "\xef\xbb\xbf");
}

static void
begin_cell(struct csv *c)
{
	if (c->row_begun)
		sink_char(c->out, c->style == CSV_SPREADSHEET ? ';' : ',');
	c->row_begun = true;
}

void
csv_text(struct csv *c, const char *s)
{
	bool formula;

	begin_cell(c);
	if (s == NULL || *s == '\0')
		return;
	formula = c->style != CSV_NORMATIVE && strchr("=+-@\t\r", *s) != NULL;
	if (!formula && s[strcspn(s, "\",;\t\r\n")] == '\0') {
		sink_text(c->out, s);
		return;
	}
	sink_char(c->out, '"');
	if (formula)
		sink_char(c->out, '\'');
	for (const char *quote; (quote = strchr(s, '"')) != NULL;
	    s = quote + 1) {
		sink_put(c->out, s, (size_t)(quote - s) + 1);
		sink_char(c->out, '"');
	}
	sink_text(c->out, s);
	sink_char(c->out, '"');
}

void
csv_int(struct csv *c, int64_t n)
{
	begin_cell(c);
	sink_int(c->out, n);
}

/* n / scale with all its decimals. */
static void
put_decimal(struct csv *c, int64_t n, uint64_t scale, int decimals)
{
	uint64_t m = n < 0 ? (uint64_t)0 - (uint64_t)n : (uint64_t)n;
	char text[40];
	int len;

	begin_cell(c);
	len = snprintf(text, sizeof(text), "%s%" PRIu64 "%c%0*" PRIu64,
	    n < 0 ? "-" : "", m / scale,
	    c->style == CSV_SPREADSHEET ? ',' : '.', decimals, m % scale);
	sink_put(c->out, text, (size_t)len);
}

void
csv_cents(struct csv *c, int64_t cents)
{
	put_decimal(c, cents, 100, 2);
}

void
csv_degrees(struct csv *c, int64_t e6)
{
	put_decimal(c, e6, 1000000, 6);
}

void
csv_empty(struct csv *c)
{
	begin_cell(c);
}

void
csv_end_row(struct csv *c)
{
	sink_text(c->out, "\r\n");
	c->row_begun = false;
}

void
csv_header(struct csv *c, const char *const *names)
{
	for (; *names != NULL; names++)
		csv_text(c, *names);
	csv_end_row(c);
}
