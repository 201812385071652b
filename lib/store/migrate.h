/*
 * Migrations: bring a database to the schema this program was built with.
 * They go forward only; replaying them all equals sql/schema.sql (a test).
 */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include "store/db.h"

/* The number of the newest migration this program knows. */
int	 migrate_latest(void);
/* The number of the last migration applied to the file; 0 for a new one. */
int	 migrate_current(struct db *);
/*
 * Apply what is missing, each migration in its own write transaction.
 * Opens its own transactions. RC_CONFLICT: the file is newer than the
 * program. RC_FAIL: logged, the failed migration left no trace.
 */
enum rc	 migrate_run(struct db *);

#endif
