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

static inline void
test_state_free(struct test_state *t)
{
	char command[128];

	db_close(t->db);
	mem_free(t->mem);
	snprintf(command, sizeof(command), "rm -rf '%s'", t->dir);
	assert_int_equal(system(command), 0);
}

#endif
