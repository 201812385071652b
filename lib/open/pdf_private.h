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

enum block_kind { BLOCK_TITLE, BLOCK_LEAD, BLOCK_HEADING, BLOCK_TEXT,
	BLOCK_SMALL, BLOCK_CODE, BLOCK_ITEM, BLOCK_TERM };

struct block {
	struct block	*next;
	enum block_kind	 kind;
	const char	*cells[2];	/* a term's name and value; else one */
};

struct pdf {
	struct mem	*mem;
	struct pdf_info	 info;
	struct block	*first, *last;
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
