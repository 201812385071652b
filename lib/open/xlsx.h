/*
 * A spreadsheet (Office Open XML, .xlsx) of one sheet, written as a stream in
 * constant memory. It has no formula, so nothing in it can run.
 */
#ifndef OPEN_XLSX_H
#define OPEN_XLSX_H

#include <stdint.h>

#include "base/rc.h"
#include "open/sink.h"

struct xlsx;

enum xlsx_type { XLSX_TEXT, XLSX_INT, XLSX_EUROS, XLSX_DAY, XLSX_DEGREES };

struct xlsx_column {
	const char	*name;		/* of the header row */
	enum xlsx_type	 type;
	int		 width;		/* characters */
};

/*
 * Begin with the header row (frozen, with a filter on it). NULL name ends
 * columns. sheet is the tab's name (at most 31 characters; []:*?/\ become
 * spaces). *xlsx is the caller's; xlsx_end frees it. out, columns are
 * borrowed until then.
 */
void	 xlsx_begin(struct xlsx **xlsx, struct sink *out, const char *sheet,
	    const struct xlsx_column *columns, int64_t at);
/*
 * The next cell of the row, of its column's type: text; an integer; cents; a
 * day ("YYYY-MM-DD"); degrees × 1,000,000. NULL text, xlsx_empty: an empty one.
 */
void	 xlsx_text(struct xlsx *, const char *);
void	 xlsx_number(struct xlsx *, int64_t);
void	 xlsx_empty(struct xlsx *);
void	 xlsx_end_row(struct xlsx *);
/* Also flushes the sink; the result of the whole. */
enum rc	 xlsx_end(struct xlsx *);

#endif
