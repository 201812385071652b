/*
 * What the files of the PDF writer share. Not for others.
 */
#ifndef OPEN_PDF_PRIVATE_H
#define OPEN_PDF_PRIVATE_H

#include <pango/pangocairo.h>
#include <stdbool.h>

#include "base/buf.h"
#include "base/mem.h"
#include "open/pdf.h"

/* Paragraphs and parts of tables. */
enum block_kind { BLOCK_TITLE, BLOCK_LEAD, BLOCK_HEADING, BLOCK_TEXT,
	BLOCK_SMALL, BLOCK_CODE, BLOCK_ITEM, BLOCK_TERM, BLOCK_TABLE,
	BLOCK_CELLS, BLOCK_TOTALS };

struct block {
	struct block	*next;
	enum block_kind	 kind;
	const char	*cells[PDF_COLUMNS_MAX];	/* one for paragraphs */
	const struct block *table;	/* of cells and totals */
	/* of a table */
	size_t		 count;
	double		 shares[PDF_COLUMNS_MAX];	/* of its width */
	bool		 numbers[PDF_COLUMNS_MAX];
};

struct pdf {
	struct mem	*mem;
	struct pdf_info	 info;
	struct block	*first, *last, *table;
	/* of the pass that runs */
	cairo_t		*cr;
	PangoLayout	*layout;
	bool		 draw;
	int		 page, pages;
	double		 y;
	const char	*open_tag;	/* a list or a table being drawn */
};

/*
 * Append to a finished file the language of the document and "show the
 * title", which cairo 1.16 cannot write. An incremental update
 * (ISO 32000-1, 7.5.6); a file of another shape than cairo's is left as it is.
 */
void	 pdf_finish(struct buf *file, const char *lang);

#endif
