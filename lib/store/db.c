/*
 * Connections and transactions.
 * It holds the two rules of durability: FULL commits, one fair write lock.
 */
#include "config.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "store/db_private.h"

#define LOCK_SECONDS	20
#define BUSY_MS		5000

static const char pragmas[] =
    "PRAGMA foreign_keys = ON;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA wal_autocheckpoint = 0;"
    "PRAGMA journal_size_limit = 8388608;"
    "PRAGMA mmap_size = 0;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA recursive_triggers = OFF;";

int
connection_open(sqlite3 **sq, const char *path, int flags)
{
	int rc;

	rc = sqlite3_open_v2(path, sq,
	    flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_busy_timeout(*sq, BUSY_MS);
	if (rc == SQLITE_OK) {
		sqlite3_db_config(*sq, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
		sqlite3_db_config(*sq, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
		sqlite3_db_config(*sq, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
		sqlite3_db_config(*sq, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
		sqlite3_db_config(*sq, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
		/* One plan for ever: a value bound never prepares it again. */
		sqlite3_db_config(*sq, SQLITE_DBCONFIG_ENABLE_QPSG, 1, NULL);
		rc = sqlite3_exec(*sq, pragmas, NULL, NULL, NULL);
	}
	if (rc != SQLITE_OK) {
		log_event(LOG_LEVEL_ERROR, "database_open", "path", path,
		    "why", *sq == NULL ? "no memory" : sqlite3_errmsg(*sq), NULL);
		sqlite3_close(*sq);
		*sq = NULL;
	}
	return rc;
}

static char *
path_in(const char *dir, const char *name)
{
	size_t size = strlen(dir) + strlen(name) + 2;
	char *p = malloc(size);

	if (p == NULL)
		abort();
	snprintf(p, size, "%s/%s", dir, name);
	return p;
}

static int
open_lock(const char *state_dir, const char *name)
{
	char *path = path_in(state_dir, name);
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0660);

	if (fd < 0)
		log_event(LOG_LEVEL_ERROR, "lock_open", "path", path, "why",
		    strerror(errno), NULL);
	free(path);
	return fd;
}

static sqlite3_stmt *
own_statement(struct db *db, const char *sql)
{
	sqlite3_stmt *st = NULL;

	if (sqlite3_prepare_v3(db->sq, sql, -1, SQLITE_PREPARE_PERSISTENT, &st,
	    NULL) != SQLITE_OK)
		db_fail(db, sql);
	return st;
}

enum rc
db_open(struct db **out, const char *state_dir, enum db_mode mode)
{
	struct db *db = calloc(1, sizeof(*db));
	enum rc rc = RC_FAIL;
	struct stat sb;
	int flags = SQLITE_OPEN_READWRITE;

	if (db == NULL)
		abort();
	db->magic = DB_MAGIC;
	db->lock_fd = db->turn_fd = -1;
	db->state_dir = strdup(state_dir);
	db->path = path_in(state_dir, "terreau.db");
	if (mode == DB_CREATE) {
		flags |= SQLITE_OPEN_CREATE;
	} else if (stat(db->path, &sb) != 0 && errno == ENOENT) {
		rc = RC_NOT_FOUND;
		goto out;
	}
	if ((db->lock_fd = open_lock(state_dir, "write.lock")) < 0 ||
	    (db->turn_fd = open_lock(state_dir, "write.turn")) < 0)
		goto out;
	if (connection_open(&db->sq, db->path, flags) != SQLITE_OK)
		goto out;
	if (mode == DB_CREATE &&
	    db_exec(db, "PRAGMA journal_mode = WAL") != RC_OK)
		goto out;
	db->begin = own_statement(db, "BEGIN IMMEDIATE");
	db->commit = own_statement(db, "COMMIT");
	db->rollback = own_statement(db, "ROLLBACK");
	db->version = own_statement(db, "PRAGMA data_version");
	if (db->failed)
		goto out;
	*out = db;
	return RC_OK;
out:
	db_close(db);
	return rc;
}

void
db_close(struct db *db)
{
	size_t i;

	if (db == NULL)
		return;
	assert(db->magic == DB_MAGIC);
	db_write_rollback(db);
	for (i = 0; i < QUERY_COUNT; i++)
		while (db->cache[i] != NULL) {
			struct stmt *s = db->cache[i];

			db->cache[i] = s->next;
			stmt_free(s);
		}
	sqlite3_finalize(db->begin);
	sqlite3_finalize(db->commit);
	sqlite3_finalize(db->rollback);
	sqlite3_finalize(db->version);
	sqlite3_close(db->sq);
	if (db->lock_fd >= 0)
		close(db->lock_fd);
	if (db->turn_fd >= 0)
		close(db->turn_fd);
	free(db->path);
	free(db->state_dir);
	db->magic = 0;
	free(db);
}

const char *
db_state_dir(const struct db *db)
{
	return db->state_dir;
}

void
db_fail(struct db *db, const char *doing)
{
	if (!db->failed) {
		db->failure = sqlite3_extended_errcode(db->sq);
		snprintf(db->error, sizeof(db->error), "%s",
		    sqlite3_errmsg(db->sq));
		if ((db->failure & 0xff) != SQLITE_CONSTRAINT)
			log_event(LOG_LEVEL_ERROR, "database", "doing", doing,
			    "why", db->error, NULL);
	}
	db->failed = true;
}

void
db_refuse(struct db *db, const char *doing)
{
	db->failure = SQLITE_READONLY;
	snprintf(db->error, sizeof(db->error), "a write outside db_write_begin");
	log_event(LOG_LEVEL_ERROR, "database", "doing", doing, "why",
	    db->error, NULL);
	db->failed = true;
}

bool
db_failed(const struct db *db)
{
	return db->failed;
}

void
db_forgive(struct db *db)
{
	assert(!db->writing);
	db->failed = false;
}

enum rc
db_exec(struct db *db, const char *sql)
{
	if (sqlite3_exec(db->sq, sql, NULL, NULL, NULL) != SQLITE_OK) {
		db_fail(db, "store");
		return RC_FAIL;
	}
	return RC_OK;
}

/* --- the fair lock ------------------------------------------------------ */

static void
wake_up(int signo)
{
	(void)signo;	/* only to interrupt flock */
}

/* flock, until it is had or the alarm rings. */
static bool
wait_for(int fd)
{
	return flock(fd, LOCK_EX | LOCK_NB) == 0 || flock(fd, LOCK_EX) == 0;
}

/*
 * Two locks make it fair. flock alone lets the process that has just left
 * take the lock again before a sleeper wakes. Here whoever waits for the
 * lock holds the turn, so the one that left queues behind it.
 */
enum rc
write_lock(struct db *db)
{
	struct sigaction wake = { .sa_handler = wake_up }, before;
	bool had;

	sigemptyset(&wake.sa_mask);
	sigaction(SIGALRM, &wake, &before);
	alarm(LOCK_SECONDS);
	had = wait_for(db->turn_fd) && wait_for(db->lock_fd);
	flock(db->turn_fd, LOCK_UN);
	alarm(0);
	sigaction(SIGALRM, &before, NULL);
	if (had)
		return RC_OK;
	log_event(LOG_LEVEL_ERROR, "write_lock", "why", strerror(errno), NULL);
	return errno == EINTR ? RC_BUSY : RC_FAIL;
}

void
write_unlock(struct db *db)
{
	flock(db->lock_fd, LOCK_UN);
}

/* --- transactions ------------------------------------------------------- */

/* Run one of our own statements; true when it went well. */
static bool
run_own(struct db *db, sqlite3_stmt *st, const char *doing)
{
	int rc = sqlite3_step(st);
	bool ok = rc == SQLITE_DONE || rc == SQLITE_ROW;

	if (!ok)
		db_fail(db, doing);
	sqlite3_reset(st);
	return ok;
}

enum rc
db_write_begin(struct db *db)
{
	enum rc rc;

	assert(db->magic == DB_MAGIC && !db->writing);
	rc = write_lock(db);
	if (rc != RC_OK)
		return rc;
	db->failed = false;
	if (!run_own(db, db->begin, "begin")) {
		rc = (db->failure & 0xff) == SQLITE_BUSY ? RC_BUSY : RC_FAIL;
		write_unlock(db);
		return rc;
	}
	db->writing = true;
	return RC_OK;
}

/* Statements left in the middle of their rows would hold the transaction. */
static void
reset_all(struct db *db)
{
	struct stmt *s;
	size_t i;

	for (i = 0; i < QUERY_COUNT; i++)
		for (s = db->cache[i]; s != NULL; s = s->next)
			stmt_done(s);
}

static void
write_over(struct db *db)
{
	db->writing = false;
	db->failed = false;
	write_unlock(db);
}

void
db_write_rollback(struct db *db)
{
	if (!db->writing)
		return;
	reset_all(db);
	/* A full disk may have rolled back already. */
	if (!sqlite3_get_autocommit(db->sq))
		run_own(db, db->rollback, "rollback");
	write_over(db);
}

static enum rc
failure_rc(const struct db *db)
{
	switch (db->failure) {
	case SQLITE_CONSTRAINT_UNIQUE:
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_ROWID:
		return RC_CONFLICT;
	default:
		return (db->failure & 0xff) == SQLITE_CONSTRAINT ?
		    RC_INVALID : RC_FAIL;
	}
}

enum rc
db_write_commit(struct db *db)
{
	enum rc rc;

	assert(db->writing);
	if (!db->failed) {
		reset_all(db);
		if (run_own(db, db->commit, "commit")) {
			db->commits++;
			write_over(db);
			return RC_OK;
		}
	}
	rc = failure_rc(db);
	log_event(rc == RC_FAIL ? LOG_LEVEL_ERROR : LOG_LEVEL_WARN,
	    "rolled_back", "why", db->error, NULL);
	db_write_rollback(db);
	return rc;
}

enum rc
db_write_end(struct db *db, enum rc rc)
{
	if (rc == RC_OK)
		return db_write_commit(db);
	db_write_rollback(db);
	return rc;
}

bool
db_writing(const struct db *db)
{
	return db->writing;
}

void
db_part_begin(struct db *db)
{
	assert(db->writing);
	if (!db->failed)
		db_exec(db, "SAVEPOINT part");
}

bool
db_part_end(struct db *db, bool keep)
{
	assert(db->writing);
	keep = keep && !db->failed;
	if (sqlite3_get_autocommit(db->sq))	/* all is lost already */
		return false;
	db->failed = false;
	if (!keep)
		db_exec(db, "ROLLBACK TO part");
	db_exec(db, "RELEASE part");
	return keep && !db->failed;
}

void
db_read_begin(struct db *db)
{
	assert(!db->writing);
	db_exec(db, "BEGIN");
}

void
db_read_end(struct db *db)
{
	reset_all(db);
	if (!sqlite3_get_autocommit(db->sq))
		db_exec(db, "COMMIT");
}

int64_t
db_version(struct db *db)
{
	int64_t version = 0;

	if (sqlite3_step(db->version) == SQLITE_ROW)
		version = sqlite3_column_int64(db->version, 0);
	sqlite3_reset(db->version);
	return (version << 32) + db->commits;
}
