/*
 * PDF documents of text and tables, on A4 (cairo and pango).
 * It draws no picture, and reads no markup: text is text.
 *
 * Tagged (title, headings, paragraphs, lists, tables), with title, author and
 * language in its metadata, so that a screen reader reads it. The same calls
 * with the same created_at give the same bytes on the same machine. The
 * document is kept in memory until pdf_end: some kilobytes a page.
 */
#ifndef OPEN_PDF_H
#define OPEN_PDF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "open/sink.h"

struct pdf;

/* Texts are copied. */
struct pdf_info {
	const char	*title;		/* of the document, also shown by readers */
	const char	*author;
	const char	*subject;	/* may be NULL */
	const char	*lang;		/* "fr", "en" */
	const char	*footer;	/* left of each page's foot; may be NULL */
	const char	*page_of;	/* "page %d sur %d", translated */
	int64_t		 created_at;
};

/*
 * Load fonts and what finds them (about 10 ms, once). Call before the sandbox,
 * which must also let /usr/share/fonts, /etc/fonts, /usr/share/fontconfig and
 * /var/cache/fontconfig be read.
 */
void	 pdf_warm(void);

struct pdf *pdf_new(const struct pdf_info *);	/* never NULL */

/* Blocks, in reading order. Text is copied; a NULL or empty one adds nothing. */
void	 pdf_title(struct pdf *, const char *);		/* once, first */
void	 pdf_lead(struct pdf *, const char *);		/* larger paragraph */
void	 pdf_heading(struct pdf *, const char *);
void	 pdf_text(struct pdf *, const char *);		/* \n begins a line */
void	 pdf_small(struct pdf *, const char *);
void	 pdf_code(struct pdf *, const char *);		/* digests: fixed width */
void	 pdf_item(struct pdf *, const char *);		/* of a list */
/* A name and its value side by side; rows that follow one another align. */
void	 pdf_term(struct pdf *, const char *name, const char *value);

/* A table; it may run over several pages, its head is repeated. */
#define PDF_COLUMNS_MAX	8
struct pdf_column {
	const char	*name;
	int		 share;		/* of the width; shares add up to any sum */
	bool		 number;	/* aligned right, tabular figures */
};
void	 pdf_table(struct pdf *, const struct pdf_column *, size_t count);
void	 pdf_cells(struct pdf *, const char *const *cells);
/* The last row of the table: totals, in bold. */
void	 pdf_totals(struct pdf *, const char *const *cells);

/*
 * Lay out, write to the sink (flushed) and free. RC_FAIL: the sink's, or
 * logged.
 */
enum rc	 pdf_end(struct pdf *, struct sink *);

#endif
