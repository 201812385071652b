/*
 * CSV (RFC 4180): a streaming writer, and a streaming reader that survives
 * what spreadsheets export. Neither holds more than one row.
 */
#ifndef OPEN_CSV_H
#define OPEN_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "open/sink.h"

/* --- writing ------------------------------------------------------------ */

enum csv_style {
	CSV_NORMATIVE,		/* comma, UTF-8, cells exactly as given */
	/*
	 * For people who open it with a spreadsheet: BOM, semicolon, and a cell
	 * that begins with = + - @ tab or CR gets a ' before it, so that it is
	 * never run as a formula. Numbers put by csv_int and csv_cents are not
	 * touched.
	 */
	CSV_SPREADSHEET
};

struct csv {
	struct sink	*out;
	enum csv_style	 style;
	bool		 row_begun;
};

/* out is borrowed until the end; call sink_end on it after the last row. */
void	 csv_init(struct csv *, struct sink *out, enum csv_style);
/* One cell each; NULL text is an empty cell. */
void	 csv_text(struct csv *, const char *);
void	 csv_int(struct csv *, int64_t);
/* "1234.50"; in spreadsheet style "1234,50", which French ones read. */
void	 csv_cents(struct csv *, int64_t cents);
/* Degrees × 1,000,000 as "55.281300". */
void	 csv_degrees(struct csv *, int64_t e6);
void	 csv_empty(struct csv *);
void	 csv_end_row(struct csv *);	/* CR LF */
/* A whole row of texts; NULL ends. */
void	 csv_header(struct csv *, const char *const *names);

/* --- reading ------------------------------------------------------------ */

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
char	 csv_separator(const struct csv_reader *);

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
