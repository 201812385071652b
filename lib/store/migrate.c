/*
 * Migrations, applied in order, each in its own transaction.
 * It never goes back: a newer file than the program is refused.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/log.h"
#include "store/db_private.h"
#include "store/migrate.h"

int
migrate_latest(void)
{
	int latest = 0;
	size_t i;

	for (i = 0; migrations[i].text != NULL; i++)
		latest = migrations[i].number;
	return latest;
}

/* A new file has no table yet: this cannot be a named query. */
int
migrate_current(struct db *db)
{
	sqlite3_stmt *st = NULL;
	int number = 0;

	if (sqlite3_prepare_v2(db->sq, "SELECT max(number) FROM migration", -1,
	    &st, NULL) == SQLITE_OK && sqlite3_step(st) == SQLITE_ROW)
		number = sqlite3_column_int(st, 0);
	sqlite3_finalize(st);
	return number;
}

static enum rc
apply(struct db *db, const struct migration *m)
{
	char row[256];
	enum rc rc;

	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	rc = RC_OK;
	/* Another process may have been faster. */
	if (migrate_current(db) < m->number) {
		snprintf(row, sizeof(row), "INSERT INTO migration "
		    "(number, name, applied_at) VALUES (%d, '%s', %lld)",
		    m->number, m->name, (long long)time(NULL));
		rc = db_exec(db, m->text);
		if (rc == RC_OK)
			rc = db_exec(db, row);
	}
	return db_write_end(db, rc);
}

enum rc
migrate_run(struct db *db)
{
	int current = migrate_current(db);
	enum rc rc;
	size_t i;

	if (current > migrate_latest())
		return RC_CONFLICT;
	for (i = 0; migrations[i].text != NULL; i++) {
		if (migrations[i].number <= current)
			continue;
		rc = apply(db, &migrations[i]);
		if (rc != RC_OK)
			return rc;
		log_event(LOG_LEVEL_INFO, "migrated", "name",
		    migrations[i].name, NULL);
	}
	return RC_OK;
}
