/*
 * Statements: named queries, prepared once, bound and read by name.
 * It contains no SQL: the text comes from sql/queries.
 */
#include "config.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "store/db_private.h"

/* Kept: SQLite makes the text of a name again at each question. */
static char **
column_names(sqlite3_stmt *st, int count)
{
	char **names = calloc((size_t)count + 1, sizeof(*names));
	int i;

	if (names == NULL)
		abort();
	for (i = 0; i < count; i++)
		if ((names[i] = strdup(sqlite3_column_name(st, i))) == NULL)
			abort();
	return names;
}

void
stmt_free(struct stmt *s)
{
	int i;

	for (i = 0; i < s->columns; i++)
		free(s->names[i]);
	free(s->names);
	sqlite3_finalize(s->st);
	free(s);
}

static struct stmt *
stmt_new(struct db *db, enum query q)
{
	struct stmt *s = calloc(1, sizeof(*s));

	if (s == NULL)
		abort();
	s->db = db;
	s->query = q;
	if (sqlite3_prepare_v3(db->sq, query_texts[q], -1,
	    SQLITE_PREPARE_PERSISTENT, &s->st, NULL) != SQLITE_OK) {
		db_fail(db, query_names[q]);
		free(s);
		return NULL;
	}
	s->columns = sqlite3_column_count(s->st);
	s->names = column_names(s->st, s->columns);
	s->reads = sqlite3_stmt_readonly(s->st) != 0;
	s->next = db->cache[q];
	db->cache[q] = s;
	return s;
}

static struct stmt *
stmt_free_one(struct db *db, enum query q)
{
	struct stmt *s;

	for (s = db->cache[q]; s != NULL; s = s->next)
		if (!s->busy)
			return s;
	return stmt_new(db, q);
}

static void
bind_one(struct stmt *s, const struct bind *b)
{
	int i = sqlite3_bind_parameter_index(s->st, b->name);
	int rc = SQLITE_OK;

	if (i == 0) {
		fprintf(stderr, "query %s has no parameter %s\n",
		    query_names[s->query], b->name);
		abort();
	}
	switch (b->type) {
	case BIND_INT:
		rc = sqlite3_bind_int64(s->st, i, b->i);
		break;
	case BIND_TEXT:
		if (b->p != NULL)
			rc = sqlite3_bind_text(s->st, i, b->p, -1, SQLITE_STATIC);
		else
			rc = sqlite3_bind_null(s->st, i);
		break;
	case BIND_BLOB:
		rc = sqlite3_bind_blob64(s->st, i, b->p, b->len, SQLITE_STATIC);
		break;
	case BIND_NULL:
	case BIND_END:
		rc = sqlite3_bind_null(s->st, i);
		break;
	}
	if (rc != SQLITE_OK)
		db_fail(s->db, query_names[s->query]);
}

/* Handed out when a statement could not be prepared: no rows, no harm. */
static struct stmt nothing;

struct stmt *
db_query_bound(struct db *db, enum query q, const struct bind *binds)
{
	struct stmt *s;
	int n = 0;

	assert(db->magic == DB_MAGIC && q < QUERY_COUNT);
	s = stmt_free_one(db, q);
	if (s == NULL)
		return &nothing;
	s->busy = true;
	s->row = false;
	s->next_column = 0;
	db->statements++;
	for (; binds->type != BIND_END; binds++, n++)
		bind_one(s, binds);
	if (n != sqlite3_bind_parameter_count(s->st)) {
		fprintf(stderr, "query %s wants %d parameters, got %d\n",
		    query_names[q], sqlite3_bind_parameter_count(s->st), n);
		abort();
	}
	return s;
}

bool
stmt_step(struct stmt *s)
{
	int rc;

	if (s->st == NULL || !s->busy)
		return false;
	if (s->db->failed && s->db->writing) {
		stmt_done(s);
		return false;
	}
	if (!s->reads && !s->db->writing) {
		db_refuse(s->db, query_names[s->query]);
		stmt_done(s);
		return false;
	}
	rc = sqlite3_step(s->st);
	s->next_column = 0;
	s->row = rc == SQLITE_ROW;
	if (s->row)
		return true;
	if (rc != SQLITE_DONE)
		db_fail(s->db, query_names[s->query]);
	stmt_done(s);
	return false;
}

void
stmt_done(struct stmt *s)
{
	if (s->st == NULL || !s->busy)
		return;
	sqlite3_reset(s->st);
	sqlite3_clear_bindings(s->st);
	s->busy = s->row = false;
}

/* The index of a column, looked for from the one after the last read. */
static int
column(struct stmt *s, const char *name)
{
	int i, tried;

	assert(s->row);
	i = s->next_column;
	for (tried = 0; tried < s->columns; tried++, i++) {
		if (i >= s->columns)
			i = 0;
		if (strcmp(s->names[i], name) == 0) {
			s->next_column = i + 1;
			return i;
		}
	}
	fprintf(stderr, "query %s has no column %s\n", query_names[s->query],
	    name);
	abort();
}

int64_t
stmt_int(struct stmt *s, const char *name)
{
	return sqlite3_column_int64(s->st, column(s, name));
}

bool
stmt_bool(struct stmt *s, const char *name)
{
	return stmt_int(s, name) != 0;
}

bool
stmt_null(struct stmt *s, const char *name)
{
	return sqlite3_column_type(s->st, column(s, name)) == SQLITE_NULL;
}

const char *
stmt_text(struct stmt *s, const char *name)
{
	return (const char *)sqlite3_column_text(s->st, column(s, name));
}

const char *
stmt_str(struct stmt *s, struct mem *mem, const char *name)
{
	return mem_strdup(mem, stmt_text(s, name));
}

const void *
stmt_blob(struct stmt *s, const char *name, size_t *len)
{
	int i = column(s, name);
	const void *p = sqlite3_column_blob(s->st, i);

	*len = (size_t)sqlite3_column_bytes(s->st, i);
	return p;
}

int64_t
db_run_bound(struct db *db, enum query q, const struct bind *binds)
{
	struct stmt *s = db_query_bound(db, q, binds);
	bool failed_before = db->failed;

	while (stmt_step(s))
		continue;
	if (s->st == NULL || (db->failed && (db->writing || !failed_before)))
		return -1;
	return sqlite3_changes64(db->sq);
}

enum rc
db_write_run_bound(struct db *db, enum rc none, enum query q,
    const struct bind *binds)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	return db_write_end(db, db_run_bound(db, q, binds) == 0 ? none : RC_OK);
}

int64_t
db_last_id(const struct db *db)
{
	return sqlite3_last_insert_rowid(db->sq);
}

int64_t
db_int_bound(struct db *db, int64_t otherwise, enum query q,
    const struct bind *binds)
{
	struct stmt *s = db_query_bound(db, q, binds);
	int64_t n = otherwise;

	if (stmt_step(s)) {
		if (sqlite3_column_type(s->st, 0) != SQLITE_NULL)
			n = sqlite3_column_int64(s->st, 0);
		stmt_done(s);
	}
	return n;
}

uint64_t
db_statements(const struct db *db)
{
	return db->statements;
}
