/*
 * Guessing gets slower and slower; honest people hardly notice.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "domain/throttle.h"

static struct test_state t;

static int
setup(void **state)
{
	(void)state;
	test_state_make(&t);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	test_state_free(&t);
	return 0;
}

static void
misses(const char *account, const char *address, int times, int64_t now)
{
	while (times-- > 0)
		assert_int_equal(throttle_fail(t.db, t.mem, account, address,
		    now), RC_OK);
}

static int64_t
wait(const char *account, const char *address, int64_t now)
{
	int64_t s = 0;

	throttle_check(t.db, t.mem, account, address, now, &s);
	return s;
}

static void
a_few_mistakes_cost_nothing(void **state)
{
	(void)state;
	misses("zoe@exemple.fr", "192.0.2.1", THROTTLE_FREE - 1, TEST_NOW);
	assert_int_equal(wait("zoe@exemple.fr", "192.0.2.1", TEST_NOW), 0);
}

static void
each_further_mistake_doubles_the_wait(void **state)
{
	(void)state;
	misses("zoe@exemple.fr", "192.0.2.1", THROTTLE_FREE, TEST_NOW);
	assert_int_equal(wait("zoe@exemple.fr", "192.0.2.1", TEST_NOW), 2);
	misses("zoe@exemple.fr", "192.0.2.1", 1, TEST_NOW);
	assert_int_equal(wait("zoe@exemple.fr", "192.0.2.1", TEST_NOW), 4);
	assert_int_equal(throttle_check(t.db, t.mem, "zoe@exemple.fr",
	    "192.0.2.1", TEST_NOW + 4, NULL), RC_OK);
}

static void
the_wait_never_passes_a_quarter_of_an_hour(void **state)
{
	(void)state;
	misses("zoe@exemple.fr", "192.0.2.1", 29, TEST_NOW);
	assert_int_equal(wait("zoe@exemple.fr", "192.0.2.1", TEST_NOW),
	    THROTTLE_LONGEST);
}

static void
an_account_is_the_same_whatever_its_case_and_address(void **state)
{
	(void)state;
	misses("Zoe@Exemple.fr ", "192.0.2.1", THROTTLE_FREE, TEST_NOW);
	assert_int_equal(wait("zoe@exemple.fr", "198.51.100.9", TEST_NOW), 2);
	assert_int_equal(wait("ali@exemple.fr", "192.0.2.1", TEST_NOW), 0);
}

static void
an_address_that_tries_many_accounts_waits(void **state)
{
	char account[32];
	int i;

	(void)state;
	for (i = 0; i < THROTTLE_FREE_ADDRESS; i++) {
		snprintf(account, sizeof(account), "p%d@exemple.fr", i);
		misses(account, "2001:db8:1:2::1", 1, TEST_NOW);
	}
	assert_int_equal(wait("new@exemple.fr", "2001:db8:1:2:ffff::7",
	    TEST_NOW), 2);
	assert_int_equal(wait("new@exemple.fr", "2001:db8:1:3::1", TEST_NOW),
	    0);
}

static void
a_day_without_mistakes_is_forgotten(void **state)
{
	(void)state;
	misses("zoe@exemple.fr", "192.0.2.1", 20, TEST_NOW);
	misses("zoe@exemple.fr", "192.0.2.1", 1, TEST_NOW + THROTTLE_MEMORY);
	assert_int_equal(wait("zoe@exemple.fr", "192.0.2.1",
	    TEST_NOW + THROTTLE_MEMORY), 0);
}

static void
a_success_forgets_the_account(void **state)
{
	(void)state;
	misses("zoe@exemple.fr", "192.0.2.1", THROTTLE_FREE, TEST_NOW);
	assert_int_equal(db_write_begin(t.db), RC_OK);
	throttle_forget(t.db, t.mem, "ZOE@exemple.fr");
	assert_int_equal(db_write_commit(t.db), RC_OK);
	assert_int_equal(wait("zoe@exemple.fr", "192.0.2.1", TEST_NOW), 0);
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_few_mistakes_cost_nothing),
		TEST(each_further_mistake_doubles_the_wait),
		TEST(the_wait_never_passes_a_quarter_of_an_hour),
		TEST(an_account_is_the_same_whatever_its_case_and_address),
		TEST(an_address_that_tries_many_accounts_waits),
		TEST(a_day_without_mistakes_is_forgotten),
		TEST(a_success_forgets_the_account),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
