/*
 * The cache of replies: exact, bounded, least used first out.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "web/cache.h"

static struct cache *cache;

static int
setup(void **state)
{
	(void)state;
	cache = cache_new(4000);
	cache_check(cache, 1, TEST_NOW);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	cache_free(cache);
	return 0;
}

static void
put(const char *key, const char *body)
{
	struct buf head = BUF_INIT, text = BUF_INIT;

	buf_text(&head, "H\r\n\r\n");
	buf_text(&text, body);
	cache_put(cache, key, &head, &text, 7);
	buf_release(&head);
	buf_release(&text);
}

static bool
has(const char *key)
{
	struct cached found;

	return cache_get(cache, key, &found);
}

static void
what_is_put_is_got_whole(void **state)
{
	struct cached found;

	(void)state;
	put("a", "corps");
	assert_true(cache_get(cache, "a", &found));
	assert_int_equal(found.head_len, 5);
	assert_memory_equal(found.head, "H\r\n\r\n", 5);
	assert_int_equal(found.body_len, 5);
	assert_memory_equal(found.body, "corps", 5);
	assert_int_equal(found.etag, 7);
	assert_false(has("b"));
	put("a", "autre");
	assert_true(cache_get(cache, "a", &found));
	assert_memory_equal(found.body, "autre", 5);
}

static void
a_commit_forgets_everything(void **state)
{
	(void)state;
	put("a", "x");
	cache_check(cache, 1, TEST_NOW + 1);
	assert_true(has("a"));
	cache_check(cache, 2, TEST_NOW + 1);
	assert_false(has("a"));
}

static void
a_new_minute_forgets_everything(void **state)
{
	(void)state;
	put("a", "x");
	cache_check(cache, 1, TEST_NOW + 59);
	assert_true(has("a"));
	cache_check(cache, 1, TEST_NOW + 60);
	assert_false(has("a"));
}

static void
the_least_used_goes_when_room_is_short(void **state)
{
	char body[701], key[2] = "a";

	(void)state;
	memset(body, 'x', 700);
	body[700] = '\0';
	for (; *key <= 'd'; (*key)++)
		put(key, body);
	assert_true(has("a"));
	put("e", body);
	put("f", body);
	assert_true(has("a"));
	assert_false(has("b"));
	assert_true(has("f"));
}

static void
a_reply_too_large_is_not_kept(void **state)
{
	char body[1001];

	(void)state;
	memset(body, 'x', 1000);
	body[1000] = '\0';
	put("a", "x");
	put("b", body);
	assert_false(has("b"));
	assert_true(has("a"));
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_put_is_got_whole),
		TEST(a_commit_forgets_everything),
		TEST(a_new_minute_forgets_everything),
		TEST(the_least_used_goes_when_room_is_short),
		TEST(a_reply_too_large_is_not_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
