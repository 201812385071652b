/*
 * The store: transactions, statements, errors, lock, checkpoint, migrations.
 */
#include "config.h"

#include "tests/unit/test.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>

static int
setup(void **state)
{
	static struct test_state t;

	test_state_make(&t);
	*state = &t;
	return 0;
}

static int
teardown(void **state)
{
	test_state_free(*state);
	return 0;
}

static void
put(struct db *db, const char *key)
{
	db_run(db, Q_TEST_SETTING_PUT, T(key, key), T(value, "v"));
}

static void
what_is_committed_is_read(void **state)
{
	struct test_state *t = *state;
	struct stmt *s;

	assert_int_equal(db_write_begin(t->db), RC_OK);
	put(t->db, "a");
	assert_int_equal(db_write_commit(t->db), RC_OK);
	s = db_query(t->db, Q_TEST_SETTING_GET, T(key, "a"));
	assert_true(stmt_step(s));
	assert_string_equal(stmt_text(s, "value"), "v");
	assert_string_equal(stmt_text(s, "key"), "a");
	assert_false(stmt_step(s));
}

static void
outside_a_write_nothing_can_be_written(void **state)
{
	struct test_state *t = *state;

	put(t->db, "a");
	assert_true(db_failed(t->db));
	db_forgive(t->db);
	assert_int_equal(db_int(t->db, -1, Q_TEST_SETTING_COUNT), 0);
}

static void
a_failed_statement_fails_the_commit(void **state)
{
	struct test_state *t = *state;

	assert_int_equal(db_write_begin(t->db), RC_OK);
	put(t->db, "a");
	put(t->db, "a");
	put(t->db, "b");
	assert_int_equal(db_write_commit(t->db), RC_CONFLICT);
	assert_int_equal(db_int(t->db, -1, Q_TEST_SETTING_COUNT), 0);
}

static void
a_statement_alone_commits_and_says_that_it_changed_nothing(void **state)
{
	struct test_state *t = *state;

	assert_int_equal(db_write_run(t->db, RC_NOT_FOUND, Q_TEST_SETTING_PUT,
	    T(key, "a"), T(value, "v")), RC_OK);
	assert_int_equal(db_write_run(t->db, RC_NOT_FOUND, Q_TEST_SETTING_PUT,
	    T(key, "a"), T(value, "w")), RC_CONFLICT);
	assert_int_equal(db_write_run(t->db, RC_NOT_FOUND, Q_JOB_RETRY,
	    I(id, 1), I(now, 0)), RC_NOT_FOUND);
	assert_false(db_writing(t->db));
	assert_int_equal(db_int(t->db, -1, Q_TEST_SETTING_COUNT), 1);
}

static void
a_part_fails_alone(void **state)
{
	struct test_state *t = *state;

	assert_int_equal(db_write_begin(t->db), RC_OK);
	put(t->db, "a");
	db_part_begin(t->db);
	put(t->db, "b");
	put(t->db, "a");
	assert_false(db_part_end(t->db, true));
	db_part_begin(t->db);
	put(t->db, "c");
	assert_true(db_part_end(t->db, true));
	assert_int_equal(db_write_commit(t->db), RC_OK);
	assert_int_equal(db_int(t->db, -1, Q_TEST_SETTING_COUNT), 2);
}

static void
nested_uses_of_a_query_do_not_disturb_each_other(void **state)
{
	struct test_state *t = *state;
	struct stmt *a, *b;

	assert_int_equal(db_write_begin(t->db), RC_OK);
	put(t->db, "a");
	put(t->db, "b");
	assert_int_equal(db_write_commit(t->db), RC_OK);
	a = db_query(t->db, Q_TEST_SETTING_GET, T(key, "a"));
	assert_true(stmt_step(a));
	b = db_query(t->db, Q_TEST_SETTING_GET, T(key, "b"));
	assert_true(stmt_step(b));
	assert_string_equal(stmt_text(a, "key"), "a");
	assert_string_equal(stmt_text(b, "key"), "b");
	stmt_done(a);
	stmt_done(b);
}

static void
the_version_changes_with_each_commit(void **state)
{
	struct test_state *t = *state;
	int64_t before = db_version(t->db);
	struct db *other;

	assert_int_equal(db_version(t->db), before);
	assert_int_equal(db_open(&other, t->dir, DB_WORKER), RC_OK);
	assert_int_equal(db_write_begin(other), RC_OK);
	put(other, "a");
	assert_int_equal(db_write_commit(other), RC_OK);
	assert_int_not_equal(db_version(t->db), before);
	before = db_version(t->db);
	assert_int_equal(db_write_begin(t->db), RC_OK);
	put(t->db, "b");
	assert_int_equal(db_write_commit(t->db), RC_OK);
	assert_int_not_equal(db_version(t->db), before);
	db_close(other);
}

static void
a_missing_database_is_said_so(void **state)
{
	struct db *db;

	(void)state;
	assert_int_equal(db_open(&db, "/tmp", DB_WORKER), RC_NOT_FOUND);
}

static void
a_dead_writer_leaves_the_lock(void **state)
{
	struct test_state *t = *state;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		struct db *db;

		if (db_open(&db, t->dir, DB_WORKER) == RC_OK &&
		    db_write_begin(db) == RC_OK)
			put(db, "lost");
		_exit(0);
	}
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	assert_int_equal(db_write_begin(t->db), RC_OK);
	assert_int_equal(db_write_commit(t->db), RC_OK);
	assert_int_equal(db_int(t->db, -1, Q_TEST_SETTING_COUNT), 0);
}

static void
a_checkpoint_empties_the_log_and_keeps_the_rows(void **state)
{
	struct test_state *t = *state;
	int64_t grown;
	int i;

	for (i = 0; i < 50; i++) {
		char key[16];

		snprintf(key, sizeof(key), "k%d", i);
		assert_int_equal(db_write_begin(t->db), RC_OK);
		put(t->db, key);
		assert_int_equal(db_write_commit(t->db), RC_OK);
	}
	grown = db_wal_bytes(t->db);
	assert_true(grown > 100000);
	assert_int_equal(db_checkpoint(t->db), RC_OK);
	/* The next commit starts the log again: it does not grow. */
	assert_int_equal(db_write_begin(t->db), RC_OK);
	put(t->db, "after");
	assert_int_equal(db_write_commit(t->db), RC_OK);
	assert_int_equal(db_wal_bytes(t->db), grown);
	assert_int_equal(db_int(t->db, -1, Q_TEST_SETTING_COUNT), 51);
	assert_int_equal(db_verify(t->db), RC_OK);
}

static void
a_log_that_grew_gives_its_room_back(void **state)
{
	struct test_state *t = *state;
	char *big = mem_alloc(t->mem, 3000001);
	int i;

	memset(big, 'x', 3000000);
	big[3000000] = '\0';
	for (i = 0; i < 4; i++) {
		big[0] = (char)('a' + i);
		assert_int_equal(db_write_begin(t->db), RC_OK);
		put(t->db, big);
		assert_int_equal(db_write_commit(t->db), RC_OK);
	}
	assert_true(db_wal_bytes(t->db) > 12000000);
	assert_int_equal(db_checkpoint(t->db), RC_OK);
	assert_int_equal(db_write_begin(t->db), RC_OK);
	put(t->db, "after");
	assert_int_equal(db_write_commit(t->db), RC_OK);
	assert_true(db_wal_bytes(t->db) <= 8388608);
	assert_int_equal(db_int(t->db, -1, Q_TEST_SETTING_COUNT), 5);
	assert_int_equal(db_verify(t->db), RC_OK);
}

static void
a_backup_is_a_whole_copy(void **state)
{
	struct test_state *t = *state;
	char path[128];
	struct db *copy;

	assert_int_equal(db_write_begin(t->db), RC_OK);
	put(t->db, "a");
	assert_int_equal(db_write_commit(t->db), RC_OK);
	snprintf(path, sizeof(path), "%s/copy", t->dir);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof(path), "%s/copy/terreau.db", t->dir);
	assert_int_equal(db_backup(t->db, path), RC_OK);
	snprintf(path, sizeof(path), "%s/copy", t->dir);
	assert_int_equal(db_open(&copy, path, DB_WORKER), RC_OK);
	assert_int_equal(db_int(copy, -1, Q_TEST_SETTING_COUNT), 1);
	db_close(copy);
}

#define T_(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_(what_is_committed_is_read),
		T_(outside_a_write_nothing_can_be_written),
		T_(a_failed_statement_fails_the_commit),
		T_(a_statement_alone_commits_and_says_that_it_changed_nothing),
		T_(a_part_fails_alone),
		T_(nested_uses_of_a_query_do_not_disturb_each_other),
		T_(the_version_changes_with_each_commit),
		T_(a_missing_database_is_said_so),
		T_(a_dead_writer_leaves_the_lock),
		T_(a_checkpoint_empties_the_log_and_keeps_the_rows),
		T_(a_log_that_grew_gives_its_room_back),
		T_(a_backup_is_a_whole_copy),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
