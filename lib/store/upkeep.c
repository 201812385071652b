/*
 * Upkeep: the guarded checkpoint, verification, backup.
 * It never checkpoints while a commit can happen (style.md: WAL-reset bug).
 */
#include "config.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/log.h"
#include "store/db_private.h"

enum rc
db_checkpoint(struct db *db)
{
	sqlite3 *guard = NULL;
	int frames = 0, moved = 0, code;
	enum rc rc;

	assert(!db->writing);
	rc = write_lock(db);
	if (rc != RC_OK)
		return rc;
	rc = RC_FAIL;
	if (connection_open(&guard, db->path, SQLITE_OPEN_READWRITE) != SQLITE_OK)
		goto out;
	/* Keeps out whoever does not know our lock: an administrator's sqlite3. */
	code = sqlite3_exec(guard, "BEGIN IMMEDIATE", NULL, NULL, NULL);
	if (code != SQLITE_OK) {
		rc = (code & 0xff) == SQLITE_BUSY ? RC_BUSY : RC_FAIL;
		goto out;
	}
	code = sqlite3_wal_checkpoint_v2(db->sq, NULL, SQLITE_CHECKPOINT_PASSIVE,
	    &frames, &moved);
	if (code == SQLITE_OK)
		rc = moved < frames ? RC_BUSY : RC_OK;
	else if ((code & 0xff) == SQLITE_BUSY)
		rc = RC_BUSY;
	else
		log_event(LOG_LEVEL_ERROR, "checkpoint", "why",
		    sqlite3_errmsg(db->sq), NULL);
out:
	if (guard != NULL) {
		sqlite3_exec(guard, "ROLLBACK", NULL, NULL, NULL);
		sqlite3_close(guard);
	}
	write_unlock(db);
	return rc;
}

int64_t
db_wal_bytes(const struct db *db)
{
	const char *name = sqlite3_filename_wal(sqlite3_db_filename(db->sq,
	    "main"));
	struct stat sb;

	return stat(name, &sb) == 0 ? (int64_t)sb.st_size : -1;
}

/* True when every row of the pragma is "ok", or when there is none. */
static bool
pragma_quiet(struct db *db, const char *sql)
{
	sqlite3_stmt *st = NULL;
	bool quiet = true;
	const char *text;

	if (sqlite3_prepare_v2(db->sq, sql, -1, &st, NULL) != SQLITE_OK) {
		db_fail(db, sql);
		return false;
	}
	while (sqlite3_step(st) == SQLITE_ROW) {
		text = (const char *)sqlite3_column_text(st, 0);
		if (text != NULL && strcmp(text, "ok") == 0)
			continue;
		log_event(LOG_LEVEL_ERROR, "verify", "check", sql, "found",
		    text, NULL);
		quiet = false;
	}
	if (sqlite3_finalize(st) != SQLITE_OK)
		quiet = false;
	return quiet;
}

enum rc
db_verify(struct db *db)
{
	bool ok = pragma_quiet(db, "PRAGMA integrity_check");

	ok = pragma_quiet(db, "PRAGMA foreign_key_check") && ok;
	return ok ? RC_OK : RC_FAIL;
}

enum rc
db_backup(struct db *db, const char *path)
{
	sqlite3 *copy = NULL;
	sqlite3_backup *b;
	enum rc rc = RC_FAIL;

	if (sqlite3_open_v2(path, &copy, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
	    (b = sqlite3_backup_init(copy, "main", db->sq, "main")) != NULL) {
		/* One step: one snapshot, whatever others commit meanwhile. */
		sqlite3_backup_step(b, -1);
		if (sqlite3_backup_finish(b) == SQLITE_OK)
			rc = RC_OK;
	}
	if (rc != RC_OK)
		log_event(LOG_LEVEL_ERROR, "backup", "path", path, "why",
		    sqlite3_errmsg(copy), NULL);
	sqlite3_close(copy);
	return rc;
}
