/*
 * Every named query compiles, and uses an index or says why it scans; the
 * migrations add up to sql/schema.sql. Walks all of them: a new query is
 * covered without anyone remembering.
 */
#include "config.h"

#include "tests/unit/test.h"

#include <ctype.h>
#include <sqlite3.h>

#include "base/buf.h"

static sqlite3 *db;

static int
setup(void **state)
{
	size_t i;

	(void)state;
	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	for (i = 0; migrations[i].text != NULL; i++)
		assert_int_equal(sqlite3_exec(db, migrations[i].text, NULL, NULL,
		    NULL), SQLITE_OK);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	sqlite3_close(db);
	return 0;
}

/* Is `name` built by the plan itself (a subquery), not a table? */
static bool
is_intermediate(const char *name, const char *seen)
{
	char mark[80];

	if (*name == '(' || strncmp(name, "json_", 5) == 0 ||
	    strncmp(name, "CONSTANT", 8) == 0)
		return true;
	snprintf(mark, sizeof(mark), " %.*s ", (int)strcspn(name, " "), name);
	return strstr(seen, mark) != NULL;
}

/* The first full scan of a table in the plan of q, or NULL. */
static const char *
full_scan(sqlite3_stmt *plan, char *found, size_t size)
{
	char seen[4096] = " ";
	size_t n = 1;
	const char *text;

	while (sqlite3_step(plan) == SQLITE_ROW) {
		text = (const char *)sqlite3_column_text(plan, 3);
		if (strncmp(text, "MATERIALIZE ", 12) == 0 ||
		    strncmp(text, "CO-ROUTINE ", 11) == 0) {
			n += (size_t)snprintf(seen + n, sizeof(seen) - n, "%s ",
			    strchr(text, ' ') + 1);
			assert_true(n < sizeof(seen));
		}
		if (strncmp(text, "SCAN ", 5) != 0 ||
		    strstr(text, "VIRTUAL TABLE") != NULL ||
		    is_intermediate(text + 5, seen))
			continue;
		snprintf(found, size, "%s", text);
		return found;
	}
	return NULL;
}

static void
every_query_compiles(void **state)
{
	sqlite3_stmt *st;
	int q, bad = 0;

	(void)state;
	for (q = 0; q < QUERY_COUNT; q++) {
		if (sqlite3_prepare_v2(db, query_texts[q], -1, &st, NULL) !=
		    SQLITE_OK) {
			print_message("%s: %s\n", query_names[q],
			    sqlite3_errmsg(db));
			bad++;
		}
		sqlite3_finalize(st);
	}
	assert_int_equal(bad, 0);
}

static void
every_query_uses_an_index_or_says_why_not(void **state)
{
	char sql[20000], found[256];
	sqlite3_stmt *plan;
	int q, bad = 0;

	(void)state;
	for (q = 0; q < QUERY_COUNT; q++) {
		snprintf(sql, sizeof(sql), "EXPLAIN QUERY PLAN %s",
		    query_texts[q]);
		if (sqlite3_prepare_v2(db, sql, -1, &plan, NULL) == SQLITE_OK &&
		    full_scan(plan, found, sizeof(found)) != NULL &&
		    query_scans[q] == NULL) {
			print_message("%s: %s\n", query_names[q], found);
			bad++;
		}
		sqlite3_finalize(plan);
	}
	assert_int_equal(bad, 0);
}

/* White space folded, comments dropped: what the schema says, not how. */
static void
plain(char *out, size_t size, const char *sql)
{
	size_t n = 0;

	for (; *sql != '\0' && n + 2 < size; sql++) {
		if (sql[0] == '-' && sql[1] == '-') {
			while (sql[1] != '\0' && sql[1] != '\n')
				sql++;
		} else if (isspace((unsigned char)*sql)) {
			if (n > 0 && out[n - 1] != ' ')
				out[n++] = ' ';
		} else
			out[n++] = *sql;
	}
	out[n] = '\0';
}

static char *
describe(sqlite3 *of)
{
	struct buf all = BUF_INIT;
	sqlite3_stmt *st;
	char one[16384];

	assert_int_equal(sqlite3_prepare_v2(of, "SELECT name, sql FROM "
	    "sqlite_schema WHERE sql IS NOT NULL ORDER BY name", -1, &st, NULL),
	    SQLITE_OK);
	while (sqlite3_step(st) == SQLITE_ROW) {
		plain(one, sizeof(one), (const char *)sqlite3_column_text(st, 1));
		buf_printf(&all, "%s\n", one);
	}
	sqlite3_finalize(st);
	return all.data;
}

static char *
read_all(const char *name)
{
	char path[1024], *text = calloc(1, 1 << 20);
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", getenv("TOP_SRCDIR"), name);
	f = fopen(path, "r");
	assert_non_null(f);
	assert_true(fread(text, 1, (1 << 20) - 1, f) > 0);
	fclose(f);
	return text;
}

static void
the_migrations_add_up_to_the_schema(void **state)
{
	char *schema = read_all("sql/schema.sql"), *a, *b;
	sqlite3 *fresh;

	(void)state;
	assert_int_equal(sqlite3_open(":memory:", &fresh), SQLITE_OK);
	assert_int_equal(sqlite3_exec(fresh, schema, NULL, NULL, NULL),
	    SQLITE_OK);
	a = describe(fresh);
	b = describe(db);
	assert_string_equal(a, b);
	sqlite3_close(fresh);
	free(a);
	free(b);
	free(schema);
}

static void
every_table_is_strict_and_commented(void **state)
{
	char *schema = read_all("sql/schema.sql"), *p = schema;
	int tables = 0, bad = 0;

	(void)state;
	while ((p = strstr(p, "\nCREATE TABLE ")) != NULL) {
		char *line = p, *end = strstr(p, ";\n");

		while (line > schema && line[-1] != '\n')
			line--;
		tables++;
		if (strncmp(line, "-- ", 3) != 0 || end == NULL ||
		    memmem(p, (size_t)(end - p), "STRICT", 6) == NULL) {
			print_message("%.60s\n", p + 1);
			bad++;
		}
		p++;
	}
	assert_true(tables > 50);
	assert_int_equal(bad, 0);
	free(schema);
}

static void
every_foreign_key_has_an_index(void **state)
{
	sqlite3_stmt *st;
	int bad = 0;

	(void)state;
	/* A key whose column starts no index makes each delete a scan. */
	assert_int_equal(sqlite3_prepare_v2(db,
	    "SELECT m.name, f.\"from\" FROM sqlite_schema m, "
	    "pragma_foreign_key_list(m.name) f WHERE m.type = 'table' "
	    "AND f.seq = 0 AND NOT EXISTS (SELECT 1 FROM "
	    "pragma_index_list(m.name) i, pragma_index_info(i.name) c "
	    "WHERE c.seqno = 0 AND c.name = f.\"from\") "
	    "AND NOT EXISTS (SELECT 1 FROM pragma_table_info(m.name) k "
	    "WHERE k.pk = 1 AND k.name = f.\"from\")", -1, &st, NULL), SQLITE_OK);
	while (sqlite3_step(st) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(st, 0);
		const char *from = (const char *)sqlite3_column_text(st, 1);

		print_message("%s.%s\n", table, from);
		bad++;
	}
	sqlite3_finalize(st);
	assert_int_equal(bad, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_query_compiles),
		cmocka_unit_test(every_query_uses_an_index_or_says_why_not),
		cmocka_unit_test(the_migrations_add_up_to_the_schema),
		cmocka_unit_test(every_table_is_strict_and_commented),
		cmocka_unit_test(every_foreign_key_has_an_index),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
