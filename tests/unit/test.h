/*
 * What every unit test includes: cmocka, and a state folder of its own.
 */
#ifndef TESTS_TEST_H
#define TESTS_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#undef system	/* a test may run a command */

#include "base/lang.h"
#include "store/db.h"
#include "store/migrate.h"

/* 23 November 2026, 12:00:00 UTC: the clock of the tests. */
#define TEST_NOW	INT64_C(1795435200)

/* A new state folder with a migrated database; remove with test_state_free. */
struct test_state {
	char		 dir[64];
	struct db	*db;
	struct mem	*mem;
};

static inline void
test_state_make(struct test_state *t)
{
	snprintf(t->dir, sizeof(t->dir), "/tmp/terreau-test-XXXXXX");
	assert_non_null(mkdtemp(t->dir));
	assert_int_equal(db_open(&t->db, t->dir, DB_CREATE), RC_OK);
	assert_int_equal(migrate_run(t->db), RC_OK);
	t->mem = mem_new();
}

/* Remove a folder below /tmp and all that is in it; 0. */
static inline int
test_remove(const char *dir)
{
	char command[128];

	assert_int_equal(strncmp(dir, "/tmp/", 5), 0);
	snprintf(command, sizeof(command), "rm -rf '%s'", dir);
	assert_int_equal(system(command), 0);
	return 0;
}

static inline void
test_state_free(struct test_state *t)
{
	db_close(t->db);
	mem_free(t->mem);
	test_remove(t->dir);
}

/* A path in the sources or in the build folder; the last four stay valid. */
static inline const char *
test_path(const char *variable, const char *path)
{
	static char full[4][1024];
	static int turn;
	const char *dir = getenv(variable);

	turn = (turn + 1) % 4;
	snprintf(full[turn], sizeof(full[turn]), "%s/%s",
	    dir == NULL ? "." : dir, path);
	return full[turn];
}

/* The catalogues of this build; French speaks. */
static inline void
test_languages(void)
{
	assert_int_equal(lang_open(test_path("TOP_BUILDDIR", "locale")), RC_OK);
}

#endif
