/*
 * A document laid out twice: once to count its pages, once to draw them.
 * Finishing touches that cairo lacks are in pdf_finish.c.
 */
#include "config.h"

#include "open/pdf_private.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/log.h"
#include "base/text.h"

/* Points: A4, margins, the column of names. */
#define PAGE_WIDTH	595.276
#define PAGE_HEIGHT	841.890
#define MARGIN_X	62.0
#define MARGIN_TOP	64.0
#define MARGIN_BOTTOM	76.0
#define TERM_WIDTH	150.0
#define WIDTH		(PAGE_WIDTH - 2 * MARGIN_X)
#define BOTTOM		(PAGE_HEIGHT - MARGIN_BOTTOM)

#define HEADLINE	"Vollkorn, Source Serif 4, DejaVu Serif"
#define BODY		"Inter, Noto Sans, DejaVu Sans"
#define FIXED		"DejaVu Sans Mono, monospace"

/* How each kind of paragraph looks. */
static const struct look {
	const char	*tag;
	const char	*font;
	double		 before, after;	/* points */
	bool		 soft;
} looks[] = {
	[BLOCK_TITLE] = { "H1", HEADLINE " Semi-Bold 23", 0, 10, false },
	[BLOCK_LEAD] = { "P", BODY " 11.5", 0, 12, false },
	[BLOCK_HEADING] = { "H2", HEADLINE " Semi-Bold 14.5", 16, 6, false },
	[BLOCK_TEXT] = { "P", BODY " 10", 0, 7, false },
	[BLOCK_SMALL] = { "P", BODY " 8.5", 0, 6, true },
	[BLOCK_CODE] = { "P", FIXED " 8.5", 0, 8, false },
	[BLOCK_ITEM] = { "LBody", BODY " 10", 0, 4, false },
	[BLOCK_TERM] = { "TD", BODY " 10", 0, 6, false },
};

/* --- drawing ---------------------------------------------------------------- */

static void
tag_begin(struct pdf *p, const char *tag)
{
	if (p->draw)
		cairo_tag_begin(p->cr, tag, NULL);
}

static void
tag_end(struct pdf *p, const char *tag)
{
	if (p->draw)
		cairo_tag_end(p->cr, tag);
}

/* Ink and soft ink: the colours of print. */
static void
ink(struct pdf *p, bool soft)
{
	if (soft)
		cairo_set_source_rgb(p->cr, 0.365, 0.341, 0.298);
	else
		cairo_set_source_rgb(p->cr, 0.133, 0.125, 0.106);
}

/* Set the layout to a text; its height in points. */
static double
measure(struct pdf *p, const char *s, const char *font, double width,
    bool right)
{
	PangoFontDescription *d = pango_font_description_from_string(font);
	PangoAttrList *attrs = pango_attr_list_new();
	int height;

	pango_attr_list_insert(attrs, pango_attr_font_features_new(
	    right ? "lnum, tnum" : "lnum"));
	pango_layout_set_font_description(p->layout, d);
	pango_layout_set_attributes(p->layout, attrs);
	pango_layout_set_width(p->layout, (int)(width * PANGO_SCALE));
	pango_layout_set_wrap(p->layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_alignment(p->layout, right ? PANGO_ALIGN_RIGHT
	    : PANGO_ALIGN_LEFT);
	pango_layout_set_line_spacing(p->layout, 1.18f);
	pango_layout_set_text(p->layout, s, -1);
	pango_layout_get_size(p->layout, NULL, &height);
	pango_attr_list_unref(attrs);
	pango_font_description_free(d);
	return (double)height / PANGO_SCALE;
}

static void
draw_at(struct pdf *p, double x, double y, bool soft)
{
	if (!p->draw)
		return;
	ink(p, soft);
	cairo_move_to(p->cr, x, y);
	pango_cairo_show_layout(p->cr, p->layout);
}

static void
draw_footer(struct pdf *p)
{
	char text[128];
	double y = PAGE_HEIGHT - 48;

	if (p->info.footer != NULL) {
		measure(p, p->info.footer, BODY " 8", WIDTH - 110, false);
		draw_at(p, MARGIN_X, y, true);
	}
	if (p->info.page_of == NULL)
		return;
	snprintf(text, sizeof(text), p->info.page_of, p->page, p->pages);
	measure(p, text, BODY " 8", 100, true);
	draw_at(p, MARGIN_X + WIDTH - 100, y, true);
}

static void
begin_page(struct pdf *p)
{
	p->page++;
	p->y = MARGIN_TOP;
}

static void
end_page(struct pdf *p)
{
	draw_footer(p);
	if (p->draw)
		cairo_show_page(p->cr);
}

/* Lists, terms and tables are wrapped in one element; end the current one
 * unless the next block goes on with it. */
static void
wrap(struct pdf *p, const char *tag)
{
	if (p->open_tag != NULL && (tag == NULL
	    || strcmp(tag, p->open_tag) != 0)) {
		tag_end(p, p->open_tag);
		p->open_tag = NULL;
	}
	if (tag != NULL && p->open_tag == NULL) {
		tag_begin(p, tag);
		p->open_tag = tag;
	}
}

/* Go on on a new page; cairo's elements end with theirs. */
static void
turn_page(struct pdf *p)
{
	const char *tag = p->open_tag;

	wrap(p, NULL);
	end_page(p);
	begin_page(p);
	wrap(p, tag);
}

/* A new page when `height` does not fit and something is above. */
static bool
make_room(struct pdf *p, double height)
{
	if (p->y + height <= BOTTOM || p->y <= MARGIN_TOP + 1)
		return false;
	turn_page(p);
	return true;
}

/* A long paragraph runs over pages line by line. */
static void
flow_lines(struct pdf *p, double x, bool soft)
{
	/* A copy: the foot of each page uses p->layout. */
	PangoLayout *kept = pango_layout_copy(p->layout);
	PangoLayoutIter *iter = pango_layout_get_iter(kept);
	double start = 0;	/* of what is on this page, in the layout */

	do {
		PangoRectangle r;
		double top, bottom;

		pango_layout_iter_get_line_extents(iter, NULL, &r);
		top = (double)r.y / PANGO_SCALE;
		bottom = top + (double)r.height / PANGO_SCALE;
		if (p->y + bottom - start > BOTTOM) {
			turn_page(p);
			start = top;
		}
		if (p->draw) {
			ink(p, soft);
			cairo_move_to(p->cr, x + (double)r.x / PANGO_SCALE,
			    p->y - start + (double)
			    pango_layout_iter_get_baseline(iter)
			    / PANGO_SCALE);
			pango_cairo_show_layout_line(p->cr,
			    pango_layout_iter_get_line_readonly(iter));
		}
		if (pango_layout_iter_at_last_line(iter))
			p->y += bottom - start;
	} while (pango_layout_iter_next_line(iter));
	pango_layout_iter_free(iter);
	g_object_unref(kept);
}

static void
put_paragraph(struct pdf *p, const struct block *b)
{
	const struct look *look = &looks[b->kind];
	double height;

	wrap(p, NULL);
	if (p->y > MARGIN_TOP)
		p->y += look->before;
	height = measure(p, b->cells[0], look->font, WIDTH, false);
	/* A heading stays with the beginning of what follows. */
	if (b->kind == BLOCK_HEADING)
		make_room(p, height + 60);
	else if (height < 60)
		make_room(p, height);
	measure(p, b->cells[0], look->font, WIDTH, false);
	wrap(p, look->tag);
	if (height <= BOTTOM - p->y) {
		draw_at(p, MARGIN_X, p->y, look->soft);
		p->y += height;
	} else
		flow_lines(p, MARGIN_X, look->soft);
	wrap(p, NULL);
	p->y += look->after;
}

static void
put_item(struct pdf *p, const struct block *b)
{
	const struct look *look = &looks[BLOCK_ITEM];
	double height = measure(p, b->cells[0], look->font, WIDTH - 16, false);

	wrap(p, "L");
	make_room(p, height);
	tag_begin(p, "LI");
	tag_begin(p, "Lbl");
	measure(p, "•", look->font, 12, false);
	draw_at(p, MARGIN_X, p->y, true);
	tag_end(p, "Lbl");
	tag_begin(p, look->tag);
	measure(p, b->cells[0], look->font, WIDTH - 16, false);
	draw_at(p, MARGIN_X + 16, p->y, false);
	tag_end(p, look->tag);
	tag_end(p, "LI");
	p->y += height + look->after;
}

static void
put_term(struct pdf *p, const struct block *b)
{
	const struct look *look = &looks[BLOCK_TERM];
	double left, right, height;

	left = measure(p, b->cells[0], BODY " 10", TERM_WIDTH - 12, false);
	right = measure(p, b->cells[1], look->font, WIDTH - TERM_WIDTH, false);
	height = left > right ? left : right;
	wrap(p, "Table");
	make_room(p, height);
	tag_begin(p, "TR");
	tag_begin(p, "TH");
	measure(p, b->cells[0], BODY " 10", TERM_WIDTH - 12, false);
	draw_at(p, MARGIN_X, p->y, true);
	tag_end(p, "TH");
	tag_begin(p, "TD");
	measure(p, b->cells[1], look->font, WIDTH - TERM_WIDTH, false);
	draw_at(p, MARGIN_X + TERM_WIDTH, p->y, false);
	tag_end(p, "TD");
	tag_end(p, "TR");
	p->y += height + look->after;
}

static void
run(struct pdf *p, cairo_t *cr, bool draw)
{
	p->cr = cr;
	p->draw = draw;
	p->page = 0;
	p->layout = pango_cairo_create_layout(cr);
	tag_begin(p, "Document");
	begin_page(p);
	for (const struct block *b = p->first; b != NULL; b = b->next) {
		/* Terms after other blocks begin a little lower. */
		if (b->kind == BLOCK_TERM && p->open_tag == NULL)
			p->y += 2;
		switch (b->kind) {
		case BLOCK_ITEM:
			put_item(p, b);
			break;
		case BLOCK_TERM:
			put_term(p, b);
			break;
		default:
			put_paragraph(p, b);
		}
		if ((b->kind == BLOCK_ITEM || b->kind == BLOCK_TERM)
		    && (b->next == NULL || b->next->kind != b->kind))
			p->y += 4;
	}
	wrap(p, NULL);
	draw_footer(p);
	tag_end(p, "Document");
	if (draw)
		cairo_show_page(cr);
	p->pages = p->page;
	g_object_unref(p->layout);
}

/* --- the file --------------------------------------------------------------- */

static cairo_status_t
write_to_buf(void *arg, const unsigned char *data, unsigned len)
{
	buf_add(arg, data, len);
	return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata(cairo_surface_t *surface, struct pdf *p)
{
	const char *date = date_rfc3339(p->mem, p->info.created_at);

	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE,
	    p->info.title);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR,
	    p->info.author);
	if (p->info.subject != NULL)
		cairo_pdf_surface_set_metadata(surface,
		    CAIRO_PDF_METADATA_SUBJECT, p->info.subject);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR,
	    "Terreau");
	cairo_pdf_surface_set_metadata(surface,
	    CAIRO_PDF_METADATA_CREATE_DATE, date);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE,
	    date);
}

enum rc
pdf_end(struct pdf *p, struct sink *out)
{
	struct buf file = BUF_INIT;
	cairo_surface_t *surface;
	cairo_status_t status;
	cairo_t *cr;
	enum rc rc = RC_OK;

	surface = cairo_pdf_surface_create_for_stream(write_to_buf, &file,
	    PAGE_WIDTH, PAGE_HEIGHT);
	set_metadata(surface, p);
	cr = cairo_create(surface);
	run(p, cr, false);	/* counts the pages */
	run(p, cr, true);
	status = cairo_status(cr);
	cairo_destroy(cr);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	if (status != CAIRO_STATUS_SUCCESS) {
		log_event(LOG_LEVEL_ERROR, "pdf", "reason",
		    cairo_status_to_string(status), (char *)NULL);
		rc = RC_FAIL;
	} else {
		pdf_finish(&file, p->info.lang);
		sink_put(out, file.data, file.len);
		rc = sink_end(out);
	}
	buf_release(&file);
	mem_free(p->mem);
	return rc;
}
