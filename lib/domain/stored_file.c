/*
 * Bytes kept once, named by what they hold.
 * It trusts neither a name nor a type that was announced.
 */
#include "config.h"

#include "domain/stored_file.h"

#include <magic.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"
#include "domain/job.h"

#define ORPHAN_AGE	3600		/* seconds before a file may go */
#define UNUSED_AGE	86400		/* before a row that nothing names */
#define SWEPT		200		/* rows in one transaction */
#define LOOKED_AT	65536		/* bytes that tell the type */

/* --- what it is ----------------------------------------------------------- */

static magic_t cookie;

void
stored_file_open_magic(void)
{
	if (cookie != NULL)
		return;
	cookie = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS);
	if (cookie != NULL && magic_load(cookie, NULL) != 0) {
		log_event(LOG_LEVEL_ERROR, "magic", "error",
		    magic_error(cookie), NULL);
		magic_close(cookie);
		cookie = NULL;
	}
}

const char *
stored_file_type(int fd)
{
	static char head[LOOKED_AT];
	const char *type = NULL;
	ssize_t n;

	stored_file_open_magic();
	n = pread(fd, head, sizeof(head), 0);
	if (n > 0 && cookie != NULL)
		type = magic_buffer(cookie, head, (size_t)n);
	return type == NULL ? "application/octet-stream" : type;
}

/* --- where it is ---------------------------------------------------------- */

const char *
stored_file_name(struct mem *mem, const char *sha256)
{
	return mem_printf(mem, "%.2s/%s", sha256, sha256);
}

const char *
stored_file_path(struct mem *mem, const char *state_dir, const char *sha256)
{
	return mem_printf(mem, "%s/files/%.2s/%s", state_dir, sha256, sha256);
}

enum rc
stored_file_keep(struct db *db, struct mem *mem, const struct received *r)
{
	const char *state = db_state_dir(db);
	enum rc rc;

	rc = dir_make(mem_printf(mem, "%s/files/%.2s", state, r->sha256), 0750);
	if (rc != RC_OK)
		return rc;
	/* Also over the same bytes: it makes them young for the sweeper. */
	return file_store_durably(r->fd, r->path,
	    stored_file_path(mem, state, r->sha256));
}

int64_t
stored_file_row(struct db *db, const struct received *r, const char *type,
    int64_t now)
{
	if (db_run(db, Q_STORED_FILE_ADD, T(sha256, r->sha256),
	    I(size, r->size_bytes), T(type, type), I(now, now)) == 1)
		/* One job looks at all that wait: cli/jobs_scan. */
		job_add(db, "scan", "files", NULL, now, now);
	return db_int(db, 0, Q_STORED_FILE_BY_SHA256, T(sha256, r->sha256));
}

bool
stored_file_is_infected(struct db *db, const char *sha256)
{
	return db_int(db, 0, Q_STORED_FILE_INFECTED, T(sha256, sha256)) != 0;
}

/* --- sweeping ------------------------------------------------------------- */

static enum rc
forget_rows(struct db *db, int64_t now)
{
	enum rc rc;
	int64_t n;

	do {
		rc = db_write_begin(db);
		if (rc != RC_OK)
			return rc;
		n = db_run(db, Q_STORED_FILE_FORGET,
		    I(before, now - UNUSED_AGE), I(limit, SWEPT));
		rc = db_write_end(db, RC_OK);
	} while (rc == RC_OK && n == SWEPT);
	return rc;
}

/*
 * Under the write lock, so that no row for it can be committing; an upload that
 * has renamed and not committed yet made the file young.
 */
static enum rc
remove_orphan(struct db *db, const char *path, const char *sha256,
    int64_t now, int64_t *removed)
{
	struct stat st;
	enum rc rc;

	if (stat(path, &st) != 0 || now - (int64_t)st.st_mtime < ORPHAN_AGE ||
	    db_int(db, 0, Q_STORED_FILE_BY_SHA256, T(sha256, sha256)) != 0)
		return RC_OK;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (db_int(db, 0, Q_STORED_FILE_BY_SHA256, T(sha256, sha256)) == 0 &&
	    stat(path, &st) == 0 &&
	    now - (int64_t)st.st_mtime >= ORPHAN_AGE &&
	    file_remove(path) == RC_OK)
		(*removed)++;
	db_write_rollback(db);
	return RC_OK;
}

enum rc
stored_file_sweep(struct db *db, int64_t now, int64_t *removed)
{
	struct mem *mem = mem_new(), *page = mem_new();
	const char *root = mem_printf(mem, "%s/files", db_state_dir(db));
	const char **shelves, **names;
	enum rc rc;
	size_t i, j;

	*removed = 0;
	rc = forget_rows(db, now);
	if (rc == RC_OK && dir_list(&shelves, mem, root) == RC_OK)
		for (i = 0; rc == RC_OK && shelves[i] != NULL; i++) {
			const char *shelf;

			mem_reset(page);
			shelf = mem_printf(page, "%s/%s", root, shelves[i]);
			if (dir_list(&names, page, shelf) != RC_OK)
				continue;
			for (j = 0; rc == RC_OK && names[j] != NULL; j++)
				rc = remove_orphan(db, mem_printf(page,
				    "%s/%s", shelf, names[j]), names[j], now,
				    removed);
		}
	mem_free(page);
	mem_free(mem);
	return rc;
}
