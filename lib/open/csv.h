/*
 * CSV (RFC 4180) written cell by cell, to people or to machines. It holds no
 * row; the reader is base/csv.h.
 */
#ifndef OPEN_CSV_H
#define OPEN_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "open/sink.h"

enum csv_style {
	CSV_NORMATIVE,		/* comma, UTF-8, cells exactly as given */
	/*
	 * The same for everybody, spreadsheets included: anyone may publish a
	 * title, and none may run. Exact cells are in the JSON beside it.
	 */
	CSV_OPEN,
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

#endif
