/*
 * What the files of the PDF writer share. Not for others.
 */
#ifndef OPEN_PDF_PRIVATE_H
#define OPEN_PDF_PRIVATE_H

#include "base/buf.h"

/*
 * Append to a finished file the language of the document and "show the
 * title", which cairo 1.16 cannot write. An incremental update
 * (ISO 32000-1, 7.5.6); a file of another shape than cairo's is left as it is.
 */
void	 pdf_finish(struct buf *file, const char *lang);

#endif
