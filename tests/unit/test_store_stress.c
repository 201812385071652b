/*
 * The store under pressure: several writers, a bulk import and the
 * checkpointer together. Nothing acknowledged is lost, nobody starves.
 */
#include "config.h"

#include "tests/unit/test.h"

#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>

#define WRITERS		4
#define COMMITS		250

struct shared {
	int	acknowledged[WRITERS];	/* commits that returned RC_OK */
	int	at_first_end[WRITERS];	/* of each when the first was done */
	int	ready;			/* writers that have opened */
	int	ended;
};

static struct shared *shared;

static void
writer(const char *dir, int me)
{
	struct db *db;
	char key[32];
	int i, n;

	if (db_open(&db, dir, DB_WORKER) != RC_OK)
		_exit(1);
	__atomic_add_fetch(&shared->ready, 1, __ATOMIC_SEQ_CST);
	while (__atomic_load_n(&shared->ready, __ATOMIC_SEQ_CST) < WRITERS)
		usleep(100);
	for (i = 0; i < COMMITS; i++) {
		snprintf(key, sizeof(key), "w%d-%d", me, i);
		if (db_write_begin(db) != RC_OK)
			_exit(2);
		db_run(db, Q_TEST_SETTING_PUT, T(key, key), T(value, "v"));
		if (db_write_commit(db) != RC_OK)
			_exit(3);
		__atomic_add_fetch(&shared->acknowledged[me], 1,
		    __ATOMIC_SEQ_CST);
	}
	if (__atomic_add_fetch(&shared->ended, 1, __ATOMIC_SEQ_CST) == 1)
		for (n = 0; n < WRITERS; n++)
			shared->at_first_end[n] = shared->acknowledged[n];
	db_close(db);
	_exit(0);
}

/* Commits batches of 200 rows until it is killed, anywhere. */
static void
importer(const char *dir)
{
	struct db *db;
	char key[32];
	int i, batch;

	if (db_open(&db, dir, DB_WORKER) != RC_OK)
		_exit(1);
	for (batch = 0;; batch++) {
		if (db_write_begin(db) != RC_OK)
			_exit(2);
		for (i = 0; i < 200; i++) {
			snprintf(key, sizeof(key), "i%d-%d", batch, i);
			db_run(db, Q_TEST_SETTING_PUT, T(key, key), T(value, "v"));
		}
		db_write_commit(db);
	}
}

static void
checkpointer(const char *dir)
{
	struct db *db;

	if (db_open(&db, dir, DB_WORKER) != RC_OK)
		_exit(1);
	for (;;) {
		db_checkpoint(db);
		usleep(3000);
	}
}

static void
writers_an_import_and_checkpoints_lose_nothing(void **state)
{
	struct test_state t;
	pid_t pids[WRITERS], bulk, check;
	int i, status, least = COMMITS;
	char key[32];

	(void)state;
	test_state_make(&t);
	shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_ptr_not_equal(shared, MAP_FAILED);
	if ((bulk = fork()) == 0)
		importer(t.dir);
	if ((check = fork()) == 0)
		checkpointer(t.dir);
	for (i = 0; i < WRITERS; i++)
		if ((pids[i] = fork()) == 0)
			writer(t.dir, i);
	for (i = 0; i < WRITERS; i++) {
		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
		assert_int_equal(status, 0);
	}
	kill(bulk, SIGKILL);
	kill(check, SIGKILL);
	waitpid(bulk, NULL, 0);
	waitpid(check, NULL, 0);

	for (i = 0; i < WRITERS * COMMITS; i++) {
		struct stmt *s;

		snprintf(key, sizeof(key), "w%d-%d", i / COMMITS, i % COMMITS);
		s = db_query(t.db, Q_TEST_SETTING_GET, T(key, key));
		assert_true(stmt_step(s));
		stmt_done(s);
	}
	/* An import killed anywhere left whole batches only. */
	assert_int_equal((db_int(t.db, -1, Q_TEST_SETTING_COUNT) -
	    WRITERS * COMMITS) % 200, 0);
	assert_int_equal(db_verify(t.db), RC_OK);
	for (i = 0; i < WRITERS; i++)
		if (shared->at_first_end[i] < least)
			least = shared->at_first_end[i];
	for (i = 0; i < WRITERS; i++)
		print_message("# writer %d: %d commits when the first ended\n",
		    i, shared->at_first_end[i]);
	/* When the first has made all its commits, no other is left behind. */
	assert_true(least > COMMITS / 4);
	munmap(shared, sizeof(*shared));
	test_state_free(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writers_an_import_and_checkpoints_lose_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
