/*
 * The datastore: one SQLite file in WAL mode, named queries, two kinds of
 * transactions. No other folder sees sqlite3.h; no SQL text lives in C.
 *
 * Reading: outside db_write_begin a statement that would change anything is
 * refused (SQLite says which, sqlite3_stmt_readonly), so a GET cannot write
 * whatever its code does. PRAGMA query_only would say the same, but turning it on
 * and off expires every prepared statement: each write then cost the
 * compiling of all queries after it. A read needs no transaction;
 * db_read_begin gives several queries one snapshot.
 *
 * Writing: db_write_begin takes the fair lock (a blocking flock on the lock
 * file), then BEGIN IMMEDIATE. Hold it for one short transaction: nothing slow,
 * no network, no hash of a password between begin and commit. Bulk work
 * commits in small batches, so that nobody waits for an import.
 *
 * Statements: db_query binds and returns a statement borrowed from the
 * connection's cache; it is prepared once per connection. Walk it with
 * stmt_step until false, or call stmt_done to leave early: an un-reset
 * statement blocks the checkpoint. One statement of a given query may be
 * walked at a time, except that a nested use prepares a second one.
 *
 * Errors: a failed statement makes the connection's transaction fail: the
 * next db_write_commit rolls back and returns RC_FAIL (or RC_INVALID after a
 * constraint, see db_constraint). So a verb may write five rows and look
 * at the result of commit only.
 */
#ifndef STORE_DB_H
#define STORE_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "queries.h"	/* generated from sql/queries: enum query { Q_… } */

struct db;
struct stmt;

/* How a connection is to be used. */
enum db_mode {
	DB_WORKER,	/* reads and short writes; never checkpoints */
	DB_CREATE	/* as DB_WORKER, and makes the file when absent */
};

/*
 * Open state/terreau.db hardened (style.md §4): WAL, synchronous FULL, foreign
 * keys, DEFENSIVE, trusted_schema 0, no double-quoted strings, no automatic
 * checkpoint, none on close, no mmap; a log that grew in a big load gives its
 * room back (to 8 MB) when it begins again. *db is the caller's; db_close frees it.
 * RC_NOT_FOUND: no file and mode is DB_WORKER. RC_FAIL: logged.
 */
enum rc	 db_open(struct db **db, const char *state_dir, enum db_mode);
void	 db_close(struct db *);			/* NULL is allowed */
const char *db_state_dir(const struct db *);	/* borrowed */

/* --- transactions ------------------------------------------------------ */

/* RC_BUSY: the lock was not had within 20 s. RC_FAIL: logged. */
enum rc	 db_write_begin(struct db *);
/*
 * RC_OK: durable on disk. Otherwise all is rolled back: RC_CONFLICT after a
 * UNIQUE constraint, RC_INVALID after CHECK, NOT NULL or a foreign key,
 * RC_FAIL (full disk, I/O; logged).
 */
enum rc	 db_write_commit(struct db *);
void	 db_write_rollback(struct db *);	/* nothing when none is open */
/* Commit when rc is RC_OK, roll back otherwise; the result of the whole. */
enum rc	 db_write_end(struct db *, enum rc);
bool	 db_writing(const struct db *);
/*
 * A part that may fail alone inside a write transaction (one row of an
 * import): begin, then end with keep false to undo only that part.
 */
void	 db_part_begin(struct db *);
/* True when kept: asked for, and no statement of the part had failed. */
bool	 db_part_end(struct db *, bool keep);
/*
 * True once a statement failed, reading or writing, since the last commit,
 * rollback or db_forgive: an empty result is then not to be believed.
 */
bool	 db_failed(const struct db *);
void	 db_forgive(struct db *);

void	 db_read_begin(struct db *);
void	 db_read_end(struct db *);

/* --- statements -------------------------------------------------------- */

enum bind_type { BIND_END, BIND_INT, BIND_TEXT, BIND_BLOB, BIND_NULL };

struct bind {
	enum bind_type	 type;
	const char	*name;	/* ":name" as in the query */
	int64_t		 i;
	const void	*p;	/* borrowed until the statement is done */
	size_t		 len;
};

/* T(name, NULL) binds NULL; BI binds NULL when absent is true. */
#define I(n, v)		((struct bind){ BIND_INT, ":" #n, (v), NULL, 0 })
#define T(n, v)		((struct bind){ BIND_TEXT, ":" #n, 0, (v), 0 })
#define B(n, v, l)	((struct bind){ BIND_BLOB, ":" #n, 0, (v), (l) })
#define NIL(n)		((struct bind){ BIND_NULL, ":" #n, 0, NULL, 0 })
/* An id column: 0 means none, and is bound as NULL. */
#define ID(n, v)	((v) != 0 ? I(n, v) : NIL(n))

/*
 * Bind every parameter of the query by name (a missing or an unknown one is
 * a bug: assert) and return the statement, not yet stepped. Never NULL.
 */
#define db_query(db, q, ...)						\
	db_query_bound((db), (q), (const struct bind[]){		\
	    __VA_ARGS__ __VA_OPT__(,) { BIND_END, NULL, 0, NULL, 0 } })
struct stmt *db_query_bound(struct db *, enum query, const struct bind *);

/* One row? True with the row under the statement; call stmt_done after. */
bool	 stmt_step(struct stmt *);
void	 stmt_done(struct stmt *);

/*
 * Columns by their name in the SELECT list (give computed ones an AS). The
 * search starts after the column last read, so reading in order is free. An
 * unknown name is a bug: assert. Text is UTF-8, borrowed until the next step;
 * a NULL column gives NULL, 0 or false.
 */
int64_t	 stmt_int(struct stmt *, const char *column);
bool	 stmt_bool(struct stmt *, const char *column);
bool	 stmt_null(struct stmt *, const char *column);
const char *stmt_text(struct stmt *, const char *column);
/* Copied into mem; NULL column gives NULL. */
const char *stmt_str(struct stmt *, struct mem *, const char *column);
const void *stmt_blob(struct stmt *, const char *column, size_t *len);

/* Step to the end; for INSERT, UPDATE, DELETE. Rows changed, -1 on error. */
int64_t	 db_run_bound(struct db *, enum query, const struct bind *);
#define db_run(db, q, ...)						\
	db_run_bound((db), (q), (const struct bind[]){			\
	    __VA_ARGS__ __VA_OPT__(,) { BIND_END, NULL, 0, NULL, 0 } })
/*
 * One statement as a write transaction of its own: `none` when it changed no
 * row, else as db_write_begin and db_write_commit say.
 */
enum rc	 db_write_run_bound(struct db *, enum rc none, enum query,
	    const struct bind *);
#define db_write_run(db, none, q, ...)					\
	db_write_run_bound((db), (none), (q), (const struct bind[]){	\
	    __VA_ARGS__ __VA_OPT__(,) { BIND_END, NULL, 0, NULL, 0 } })
/* The id made by the last INSERT that this connection ran. */
int64_t	 db_last_id(const struct db *);
/* First column of the first row as an integer, or `otherwise`. */
#define db_int(db, otherwise, q, ...)					\
	db_int_bound((db), (otherwise), (q), (const struct bind[]){	\
	    __VA_ARGS__ __VA_OPT__(,) { BIND_END, NULL, 0, NULL, 0 } })
int64_t	 db_int_bound(struct db *, int64_t otherwise, enum query,
	    const struct bind *);

/* --- for caches, tests and operations ---------------------------------- */

/* Changes whenever any process commits (SQLite's data_version). */
int64_t	 db_version(struct db *);
/* Statements run since open: tests bound what a page costs. */
uint64_t db_statements(const struct db *);
/*
 * Move the WAL into the database, passively, under the write lock and with
 * BEGIN IMMEDIATE held by a second connection (style.md §4). Only the job
 * runner calls it. RC_BUSY: readers kept part of the log; harmless.
 */
enum rc	 db_checkpoint(struct db *);
/* Bytes of the -wal file, for /healthz; -1 when absent. */
int64_t	 db_wal_bytes(const struct db *);
/* PRAGMA integrity_check and foreign_key_check: RC_OK or RC_FAIL, logged. */
enum rc	 db_verify(struct db *);
/* An exact copy while others write (backup API) to a new file. */
enum rc	 db_backup(struct db *, const char *path);

#endif
