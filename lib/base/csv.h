/*
 * CSV (RFC 4180) read row by row, surviving what spreadsheets export. It holds
 * no more than one row. Writing is open/csv.h.
 */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

#define CSV_FIELD_MAX	((size_t)1024 * 1024)	/* bytes of one field */
#define CSV_FIELDS_MAX	1000			/* of one row */

struct csv_reader;

struct csv_row {
	int64_t		 line;		/* in the file, from 1, of its first byte */
	size_t		 count;
	const char *const *fields;	/* UTF-8, borrowed until the next row */
	bool		 converted;	/* some field was read as Windows-1252 */
	const char	*problem;	/* RC_INVALID: what, in English; static */
	size_t		 problem_field;	/* from 0: where */
};

/*
 * Open a file. A BOM is skipped; the separator is the one of ; , tab | that
 * the first line has most of. *reader is the caller's: csv_close. RC_NOT_FOUND,
 * RC_FAIL (logged).
 */
enum rc	 csv_open(struct csv_reader **reader, const char *path);
/* The same on bytes in memory, borrowed until csv_close. */
enum rc	 csv_open_memory(struct csv_reader **reader, const void *, size_t);
void	 csv_close(struct csv_reader *);	/* NULL is allowed */

/*
 * The next row, empty lines skipped. Quoted fields may hold separators, line
 * ends and "". A field that is not UTF-8 is read as Windows-1252; NUL bytes are
 * dropped. RC_NOT_FOUND: no more. RC_INVALID: this row is unfit (a quote that
 * never closes, a field or row beyond the limits); reading can go on after it.
 * RC_FAIL: the disk; logged.
 */
enum rc	 csv_next(struct csv_reader *, struct csv_row *row);
/*
 * The column whose header is `name`, compared folded and with single spaces,
 * or -1. Reads the first row when it was not read yet.
 */
int	 csv_column(struct csv_reader *, const char *name);

/* Where the next row begins, for imports that restart; and going there. The
 * header stays known. */
int64_t	 csv_offset(const struct csv_reader *);
int64_t	 csv_line(const struct csv_reader *);
enum rc	 csv_seek(struct csv_reader *, int64_t offset, int64_t line);

#endif
