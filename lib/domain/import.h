/*
 * Importing projects from a table: batches, idempotence, restart, report.
 * It reads no file: its caller (cli/cmd_import.c) gives it rows.
 */
#ifndef DOMAIN_IMPORT_H
#define DOMAIN_IMPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "domain/import_map.h"
#include "store/db.h"

/* Rows add up: read = created + updated + unchanged + rejected. */
struct import {
	int64_t		 id, platform_id;
	const char	*source;	/* key of the mapping */
	int64_t		 line, offset;	/* where the next row begins */
	int64_t		 rows_read, rows_created, rows_updated, rows_unchanged,
			 rows_rejected, rows_repaired;
	int64_t		 amount_cents;	/* granted, of the rows kept */
	bool		 resumed;	/* goes on after a stop */
};

/*
 * Begin, or go on with the same file where a run stopped. A file imported
 * whole is read again: unchanged rows are counted so. Opens its own write
 * transaction. *im lives in mem.
 */
enum rc	 import_begin(struct import **im, struct db *, struct mem *,
	    int64_t platform_id, const char *source, const char *file_name,
	    const char *file_sha256, int64_t now);
/*
 * One row, inside the caller's write transaction; a failure of the row is
 * noted and undone alone. line is the row's own.
 */
void	 import_row(struct import *, struct db *, struct mem *,
	    struct import_map *, const char *const *cells, size_t count,
	    int64_t line, int64_t now);
/* A row that could not even be read. Same transaction. */
void	 import_bad_row(struct import *, struct db *, int64_t line,
	    const char *column, const char *found, const char *reason);
/* Write where the run is; the caller commits. Same transaction. */
void	 import_mark(struct import *, struct db *, int64_t offset,
	    int64_t line);
/* The end: the journal says what came. Own write transaction. */
enum rc	 import_end(struct import *, struct db *, const char *actor,
	    int64_t now);

/* The notes of a run, in the order of lines; fn returns RC_OK to go on. */
struct import_problem {
	int64_t		 line;
	const char	*column, *kind, *found, *reason;
};
enum rc	 import_each_problem(struct db *, int64_t import_id,
	    enum rc (*fn)(void *, const struct import_problem *), void *);

#endif
