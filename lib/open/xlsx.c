/*
 * The six files of a spreadsheet, in a ZIP (ECMA-376).
 * Numbers are written from integers: no floating point touches them.
 */
#include "config.h"

#include "open/xlsx.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"
#include "open/zip.h"

#define CELL_MAX	32767	/* characters, a limit of the format */
#define XML	"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define OFFICE	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGES	"http://schemas.openxmlformats.org/package/2006"
#define SHEET	"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define TYPE	"application/vnd.openxmlformats-officedocument.spreadsheetml."

struct xlsx {
	struct zip	*zip;
	const struct xlsx_column *columns;
	int		 count;		/* of columns */
	int64_t		 row;		/* from 1 */
	int		 column;	/* the next cell, from 0 */
	struct buf	 line;		/* the row being made */
};

static const char content_types[] = XML
    "<Types xmlns=\"" PACKAGES "/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats"
    "-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" TYPE
    "sheet.main+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" TYPE
    "worksheet+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" ContentType=\"" TYPE
    "styles+xml\"/></Types>";

static const char package_rels[] = XML
    "<Relationships xmlns=\"" PACKAGES "/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "/officeDocument\" "
    "Target=\"xl/workbook.xml\"/></Relationships>";

static const char workbook_rels[] = XML
    "<Relationships xmlns=\"" PACKAGES "/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "/worksheet\" "
    "Target=\"worksheets/sheet1.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" OFFICE "/styles\" "
    "Target=\"styles.xml\"/></Relationships>";

#define XF(format, font)						\
	"<xf numFmtId=\"" format "\" fontId=\"" font "\" fillId=\"0\" "	\
	"borderId=\"0\""
#define NUMBER	" xfId=\"0\" applyNumberFormat=\"1\"/>"

/* Cell styles: 0 text, 1 header, then one per type (see style_of). */
static const char styles[] = XML
    "<styleSheet xmlns=\"" SHEET "\"><numFmts count=\"3\">"
    "<numFmt numFmtId=\"164\" formatCode=\"#,##0.00\\ &quot;€&quot;\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\"/>"
    "<numFmt numFmtId=\"166\" formatCode=\"0.000000\"/></numFmts>"
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/>"
    "</border></borders>"
    "<cellStyleXfs count=\"1\">" XF("0", "0") "/></cellStyleXfs>"
    "<cellXfs count=\"6\">" XF("0", "0") " xfId=\"0\"/>"
    XF("0", "1") " xfId=\"0\" applyFont=\"1\"/>"
    XF("3", "0") NUMBER XF("164", "0") NUMBER XF("165", "0") NUMBER
    XF("166", "0") NUMBER "</cellXfs><cellStyles count=\"1\">"
    "<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
    "</styleSheet>";

static int
style_of(enum xlsx_type type)
{
	switch (type) {
	case XLSX_INT:
		return 2;
	case XLSX_EUROS:
		return 3;
	case XLSX_DAY:
		return 4;
	case XLSX_DEGREES:
		return 5;
	case XLSX_TEXT:
		break;
	}
	return 0;
}

/* "A1", "AB12". */
static void
put_reference(struct buf *b, int column, int64_t row)
{
	char letters[8];
	size_t n = sizeof(letters);

	for (column++; column > 0; column = (column - 1) / 26)
		letters[--n] = (char)('A' + (column - 1) % 26);
	buf_add(b, letters + n, sizeof(letters) - n);
	buf_int(b, row);
}

static void
begin_cell(struct xlsx *x, int style)
{
	buf_text(&x->line, "<c r=\"");
	put_reference(&x->line, x->column++, x->row);
	buf_char(&x->line, '"');
	if (style != 0)
		buf_printf(&x->line, " s=\"%d\"", style);
}

/* At most CELL_MAX characters; bytes are a cheap upper bound. */
static void
put_string(struct xlsx *x, const char *s, int style)
{
	struct mem *mem = NULL;

	begin_cell(x, style);
	if (strlen(s) > CELL_MAX || !text_valid_utf8(s, strlen(s))) {
		mem = mem_new();
		s = text_truncate(mem, text_from_bytes(mem, s, strlen(s)),
		    CELL_MAX);
	}
	buf_text(&x->line, " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
	text_xml(&x->line, s);
	buf_text(&x->line, "</t></is></c>");
	mem_free(mem);
}

static void
send(struct xlsx *x)
{
	zip_put(x->zip, x->line.data, x->line.len);
	buf_clear(&x->line);
}

static void
begin_row(struct xlsx *x)
{
	x->row++;
	x->column = 0;
	buf_printf(&x->line, "<row r=\"%" PRId64 "\">", x->row);
}

static void
put_workbook(struct xlsx *x, const char *sheet)
{
	struct mem *mem = mem_new();
	char *name = mem_strdup(mem, text_truncate(mem, sheet, 31));

	for (char *p = name; *p != '\0'; p++)
		if (strchr("[]:*?/\\'", *p) != NULL)
			*p = ' ';
	zip_file(x->zip, "xl/workbook.xml");
	buf_text(&x->line, XML "<workbook xmlns=\"" SHEET "\" xmlns:r=\""
	    OFFICE "\"><sheets><sheet name=\"");
	text_xml(&x->line, *name == '\0' ? "1" : name);
	buf_text(&x->line, "\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
	    "</workbook>");
	send(x);
	mem_free(mem);
}

static void
put_part(struct xlsx *x, const char *name, const char *text)
{
	zip_file(x->zip, name);
	zip_text(x->zip, text);
}

static void
put_sheet_head(struct xlsx *x)
{
	zip_file(x->zip, "xl/worksheets/sheet1.xml");
	buf_text(&x->line, XML "<worksheet xmlns=\"" SHEET "\"><sheetViews>"
	    "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" "
	    "topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
	    "</sheetView></sheetViews><cols>");
	for (int i = 0; i < x->count; i++)
		buf_printf(&x->line, "<col min=\"%d\" max=\"%d\" width=\"%d\" "
		    "customWidth=\"1\"/>", i + 1, i + 1, x->columns[i].width);
	buf_text(&x->line, "</cols><sheetData>");
	begin_row(x);
	for (int i = 0; i < x->count; i++)
		put_string(x, x->columns[i].name, 1);
	buf_text(&x->line, "</row>");
	send(x);
	x->column = 0;
}

void
xlsx_begin(struct xlsx **xlsx, struct sink *out, const char *sheet,
    const struct xlsx_column *columns, int64_t at)
{
	struct xlsx *x = calloc(1, sizeof(*x));

	if (x == NULL)
		abort();
	buf_init(&x->line);
	x->columns = columns;
	while (columns[x->count].name != NULL)
		x->count++;
	zip_begin(&x->zip, out, at);
	put_part(x, "[Content_Types].xml", content_types);
	put_part(x, "_rels/.rels", package_rels);
	put_workbook(x, sheet);
	put_part(x, "xl/_rels/workbook.xml.rels", workbook_rels);
	put_part(x, "xl/styles.xml", styles);
	put_sheet_head(x);
	*xlsx = x;
}

/* The column of the next cell; a row begins with its first one. */
static const struct xlsx_column *
next_column(struct xlsx *x)
{
	if (x->column == 0)
		begin_row(x);
	return x->column < x->count ? &x->columns[x->column] : NULL;
}

/* Days since 30 December 1899, as spreadsheets count since March 1900. */
static void
put_day(struct xlsx *x, const char *iso)
{
	int64_t at;

	if (!date_parse_unix(&at, iso)) {
		put_string(x, iso, 0);
		return;
	}
	begin_cell(x, style_of(XLSX_DAY));
	buf_printf(&x->line, "><v>%" PRId64 "</v></c>", at / DATE_DAY + 25569);
}

void
xlsx_text(struct xlsx *x, const char *s)
{
	const struct xlsx_column *c = next_column(x);

	if (c == NULL)
		return;
	if (s == NULL || *s == '\0')
		x->column++;
	else if (c->type == XLSX_DAY)
		put_day(x, s);
	else
		put_string(x, s, 0);
}

void
xlsx_number(struct xlsx *x, int64_t n)
{
	const struct xlsx_column *c = next_column(x);
	uint64_t m = n < 0 ? (uint64_t)0 - (uint64_t)n : (uint64_t)n;
	const char *sign = n < 0 ? "-" : "";

	if (c == NULL)
		return;
	begin_cell(x, style_of(c->type));
	buf_text(&x->line, "><v>");
	if (c->type == XLSX_EUROS)
		buf_printf(&x->line, "%s%" PRIu64 ".%02u", sign, m / 100,
		    (unsigned)(m % 100));
	else if (c->type == XLSX_DEGREES)
		buf_printf(&x->line, "%s%" PRIu64 ".%06u", sign, m / 1000000,
		    (unsigned)(m % 1000000));
	else
		buf_int(&x->line, n);
	buf_text(&x->line, "</v></c>");
}

void
xlsx_empty(struct xlsx *x)
{
	if (next_column(x) != NULL)
		x->column++;
}

void
xlsx_end_row(struct xlsx *x)
{
	if (x->column == 0)
		begin_row(x);
	buf_text(&x->line, "</row>");
	send(x);
	x->column = 0;
}

enum rc
xlsx_end(struct xlsx *x)
{
	enum rc rc;

	buf_text(&x->line, "</sheetData><autoFilter ref=\"A1:");
	put_reference(&x->line, x->count > 0 ? x->count - 1 : 0, x->row);
	buf_text(&x->line, "\"/></worksheet>");
	send(x);
	rc = zip_end(x->zip);
	buf_release(&x->line);
	free(x);
	return rc;
}
