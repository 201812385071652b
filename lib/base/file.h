/*
 * Files: whole reads, writes that survive power loss, folders, locks.
 * It never replaces a file by half of another.
 *
 * Failures are logged once here with the path and the reason (ENOSPC, EROFS,
 * EACCES…), so callers only pass RC_FAIL on. Every descriptor is CLOEXEC.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"

/*
 * The whole file in mem, with a NUL after its len bytes. RC_NOT_FOUND: no such
 * file (not logged). RC_INVALID: longer than max (logged). RC_FAIL: logged.
 * len may be NULL.
 */
enum rc	 file_read(char **data, size_t *len, struct mem *, const char *path,
	    size_t max);
/*
 * Replace or make path: temporary file beside it, write, fsync, rename,
 * fsync of the folder. After RC_OK the content survives power loss; on RC_FAIL the
 * old file is untouched and no temporary file is left. Mode 0640.
 */
enum rc	 file_write_durably(const char *path, const void *data, size_t len);
/*
 * Make durable what was written to fd under the name tmp_path, as final_path
 * on the same file system: fsync, rename, fsync of the folder. The descriptor
 * stays the caller's. RC_FAIL: tmp_path is removed.
 */
enum rc	 file_store_durably(int fd, const char *tmp_path,
	    const char *final_path);
/* A new temporary file below dir for file_store_durably; *path in mem. RC_FAIL:
 * logged. The caller closes the descriptor. */
enum rc	 file_temporary(int *fd, const char **path, struct mem *,
	    const char *dir);
/* write(2) until done; RC_FAIL: logged with path. */
enum rc	 file_write_all(int fd, const void *data, size_t len,
	    const char *path);
/* The SHA-256 of what path holds, in constant memory; size may be NULL. */
enum rc	 file_sha256(char hex[65], int64_t *size_bytes, const char *path);
/* Remove; a file that is not there is RC_OK. */
enum rc	 file_remove(const char *path);
bool	 file_exists(const char *path);		/* a regular file */
/* Bytes, or -1. */
int64_t	 file_size(const char *path);

/* Make the folder and its parents; one that exists is RC_OK. */
enum rc	 dir_make(const char *path, unsigned mode);
bool	 dir_exists(const char *path);
/* Names below dir sorted by bytes, without . and .., hidden and temporary
 * ones; in mem, NULL ends. RC_NOT_FOUND, RC_FAIL. */
enum rc	 dir_list(const char ***names, struct mem *, const char *path);

#endif
