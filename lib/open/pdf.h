/*
 * PDF documents of text, on A4 (cairo and pango).
 * It draws no picture, and reads no markup: text is text.
 *
 * Tagged (title, headings, paragraphs, lists, tables), with title, author and
 * language in its metadata, so that a screen reader reads it. The same calls
 * with the same created_at give the same bytes on the same machine. The
 * document is kept in memory until pdf_end: some kilobytes a page. A sandbox
 * must let /usr/share/fonts, /etc/fonts, /usr/share/fontconfig and
 * /var/cache/fontconfig be read.
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

/*
 * Lay out, write to the sink (flushed) and free. RC_FAIL: the sink's, or
 * logged.
 */
enum rc	 pdf_end(struct pdf *, struct sink *);

#endif
