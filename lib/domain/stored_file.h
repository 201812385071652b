/*
 * Files kept by their content: state/files/ab/<SHA-256>. Bytes first (fsync,
 * rename), then the row, so that a death between the two leaves a file without
 * a row, never a row without its file; stored_file_sweep removes the former.
 */
#ifndef DOMAIN_STORED_FILE_H
#define DOMAIN_STORED_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

/* A file received, still temporary. */
struct received {
	const char	*path;		/* below the state folder */
	int		 fd;		/* open on it; stays the caller's */
	const char	*sha256;	/* 64 digits */
	int64_t		 size_bytes;
	const char	*name;		/* as its sender called it */
	int64_t		 max_bytes;	/* that the way it came allows; 0: of a
					 * plain form */
};

/*
 * What a file is, by its content (libmagic): "application/pdf". Borrowed until
 * the next call; "application/octet-stream" when it cannot tell. Reads the
 * beginning of fd and leaves its offset where it was. stored_file_open_magic
 * must have been called (before the sandbox); it is called here otherwise.
 */
const char *stored_file_type(int fd);
void	 stored_file_open_magic(void);

/*
 * Put the bytes where they stay, durably. No transaction may be open. The row
 * comes after, with stored_file_row. RC_FAIL: logged; nothing is left.
 */
enum rc	 stored_file_keep(struct db *, struct mem *, const struct received *);
/* The row of bytes kept, made when new; its id. Inside the caller's write
 * transaction. */
int64_t	 stored_file_row(struct db *, const struct received *,
	    const char *type, int64_t now);

/* Do we know these bytes to hold a virus? A read. */
bool	 stored_file_is_infected(struct db *, const char *sha256);

/* Where the bytes are: "ab/abcd…" below state/files, and the whole path. */
const char *stored_file_name(struct mem *, const char *sha256);
const char *stored_file_path(struct mem *, const char *state_dir,
	    const char *sha256);

/*
 * Forget rows that nothing names since a day, then remove files that have no
 * row and are older than an hour. *removed: how many files. Opens its own short
 * write transactions.
 */
enum rc	 stored_file_sweep(struct db *, int64_t now, int64_t *removed);

#endif
