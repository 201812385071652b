/*
 * Civil dates, zones, forms.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "base/date.h"

#define REUNION	"Indian/Reunion"
#define PARIS	"Europe/Paris"

static struct mem *mem;

static int
setup(void **state)
{
	(void)state;
	mem = mem_new();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	mem_free(mem);
	return 0;
}

static int64_t
at(const char *rfc3339)
{
	int64_t t = INT64_MIN;

	assert_true(date_parse_time(&t, rfc3339, NULL));
	return t;
}

static void
every_day_of_four_centuries_goes_both_ways(void **state)
{
	struct civil c, previous = { 1899, 12, 31, 0, 0, 0 };

	(void)state;
	for (int64_t t = at("1900-01-01T00:00:00Z");
	    t < at("2300-01-01T00:00:00Z"); t += DATE_DAY) {
		date_civil(&c, t + 3661);
		assert_true(date_exists(&c));
		assert_int_equal(date_unix(&c), t + 3661);
		assert_int_equal(c.hour * 10000 + c.minute * 100 + c.second,
		    10101);
		assert_true(c.day == previous.day + 1 || c.day == 1);
		previous = c;
	}
	assert_int_equal(at("1970-01-01T00:00:00Z"), 0);
	assert_int_equal(at("2026-11-23T12:00:00Z"), TEST_NOW);
}

static void
days_that_do_not_exist_are_refused(void **state)
{
	static const char *const bad[] = { "2026-02-31", "31/02/2026",
	    "29/02/2025", "2026-13-01", "00/01/2026", "2026-1-1", "1/1/26",
	    "23/11-2026", "2026-11-23x", "", "demain", "23 novembre 2026",
	    "0000-01-01", "99999-01-01", "1//2026", "2026-11-23T10:00" };
	struct civil c = { 7, 7, 7, 7, 7, 7 };

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_false(date_parse(&c, bad[i]));
	assert_false(date_parse(&c, NULL));
	assert_int_equal(c.year, 7);
}

static void
french_and_iso_days_are_read(void **state)
{
	static const char *const good[] = { "2026-02-03", "03/02/2026",
	    "3/2/2026", " 03.02.2026\u00a0", "03-02-2026" };
	struct civil c;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		assert_true(date_parse(&c, good[i]));
		assert_string_equal(date_iso_civil(mem, &c), "2026-02-03");
	}
	assert_true(date_parse(&c, "29/02/2024"));
}

static void
times_are_read_with_their_offset(void **state)
{
	int64_t t;

	(void)state;
	assert_int_equal(at("2026-11-23T16:00:00+04:00"), TEST_NOW);
	assert_int_equal(at("2026-11-23T12:00:00.123Z"), TEST_NOW);
	assert_int_equal(at("2026-11-23T08:30:00-0330"), TEST_NOW);
	assert_true(date_parse_time(&t, "2026-11-23T16:00", REUNION));
	assert_int_equal(t, TEST_NOW);
	assert_false(date_parse_time(&t, "2026-11-23T25:00Z", NULL));
	assert_false(date_parse_time(&t, "2026-11-23T12:60Z", NULL));
	assert_false(date_parse_time(&t, "2026-11-23T12:00Zx", NULL));
	assert_false(date_parse_time(&t, "2026-11-23T12:00+4", NULL));
	assert_false(date_parse_time(&t, "2026-11-23", NULL));
	assert_false(date_parse_time(&t, NULL, NULL));
}

static void
zones_follow_the_summer(void **state)
{
	(void)state;
	assert_int_equal(date_offset(TEST_NOW, REUNION), 4 * 3600);
	assert_int_equal(date_offset(TEST_NOW, PARIS), 3600);
	assert_int_equal(date_offset(at("2026-07-01T00:00:00Z"), PARIS), 7200);
	/* 25 October 2026, 01:00 UTC: back to winter time. */
	assert_int_equal(date_offset(at("2026-10-25T00:59:59Z"), PARIS), 7200);
	assert_int_equal(date_offset(at("2026-10-25T01:00:00Z"), PARIS), 3600);
	/* Beyond the table of the file, by its footer. */
	assert_int_equal(date_offset(at("2090-03-26T00:59:59Z"), PARIS), 3600);
	assert_int_equal(date_offset(at("2090-03-26T01:00:00Z"), PARIS), 7200);
	assert_int_equal(date_offset(at("2090-07-01T00:00:00Z"), REUNION),
	    4 * 3600);
	/* The southern hemisphere, and a half hour. */
	assert_int_equal(date_offset(at("2090-01-01T00:00:00Z"),
	    "Australia/Adelaide"), 10 * 3600 + 1800);
	assert_int_equal(date_offset(at("1900-01-01T00:00:00Z"), PARIS), 561);
}

static void
an_unknown_zone_is_utc(void **state)
{
	(void)state;
	assert_int_equal(date_offset(TEST_NOW, "Mars/Olympus"), 0);
	assert_int_equal(date_offset(TEST_NOW, "../../../etc/passwd"), 0);
	assert_int_equal(date_offset(TEST_NOW, "posixrules/x"), 0);
	assert_int_equal(date_offset(TEST_NOW, ""), 0);
	assert_int_equal(date_offset(TEST_NOW, NULL), 0);
}

static void
local_clocks_go_both_ways(void **state)
{
	struct civil c;

	(void)state;
	for (int64_t t = at("2026-01-01T00:00:00Z");
	    t < at("2027-01-01T00:00:00Z"); t += 1800) {
		int64_t back;

		date_civil_in(&c, t, PARIS);
		back = date_unix_in(&c, PARIS);
		/* The hour that happens twice is the first of the two. */
		assert_true(back == t || (back == t - 3600
		    && date_offset(back, PARIS) == 7200));
	}
	c = (struct civil){ 2026, 3, 29, 2, 30, 0 };	/* does not exist */
	assert_int_equal(date_unix_in(&c, PARIS), at("2026-03-29T01:30:00Z"));
	c = (struct civil){ 2026, 10, 25, 2, 30, 0 };	/* twice */
	assert_int_equal(date_unix_in(&c, PARIS), at("2026-10-25T00:30:00Z"));
}

static void
months_end_on_a_day_that_exists(void **state)
{
	(void)state;
	assert_int_equal(date_add_months(at("2026-01-31T10:00:00Z"), 1),
	    at("2026-02-28T10:00:00Z"));
	assert_int_equal(date_add_months(at("2023-12-31T10:00:00Z"), 2),
	    at("2024-02-29T10:00:00Z"));
	assert_int_equal(date_add_months(at("2026-03-31T10:00:00Z"), -1),
	    at("2026-02-28T10:00:00Z"));
	assert_int_equal(date_add_months(at("2026-01-15T10:00:00Z"), -13),
	    at("2024-12-15T10:00:00Z"));
	assert_int_equal(date_add_months(TEST_NOW, 0), TEST_NOW);
}

static void
local_days_begin_and_end(void **state)
{
	(void)state;
	assert_int_equal(date_day_start(TEST_NOW, REUNION),
	    at("2026-11-22T20:00:00Z"));
	assert_int_equal(date_day_end(TEST_NOW, REUNION),
	    at("2026-11-23T19:59:59Z"));
	/* A day of 25 hours. */
	assert_int_equal(date_day_end(at("2026-10-25T12:00:00Z"), PARIS)
	    - date_day_start(at("2026-10-25T12:00:00Z"), PARIS) + 1,
	    25 * 3600);
	assert_int_equal(date_days_between(at("2026-11-23T23:59:59Z"),
	    at("2026-11-24T00:00:00Z")), 1);
	assert_int_equal(date_days_between(at("2026-11-24T00:00:00Z"),
	    at("2026-11-22T12:00:00Z")), -2);
	assert_int_equal(date_weekday(TEST_NOW), 0);
	assert_int_equal(date_weekday(-1), 2);
}

static void
forms_of_files_and_protocols(void **state)
{
	(void)state;
	assert_string_equal(date_iso(mem, TEST_NOW), "2026-11-23");
	assert_string_equal(date_iso_in(mem, at("2026-11-23T22:00:00Z"),
	    REUNION), "2026-11-24");
	assert_string_equal(date_rfc3339(mem, TEST_NOW),
	    "2026-11-23T12:00:00Z");
	assert_string_equal(date_rfc3339_in(mem, TEST_NOW, REUNION),
	    "2026-11-23T16:00:00+04:00");
	assert_string_equal(date_rfc1123(mem, TEST_NOW),
	    "Mon, 23 Nov 2026 12:00:00 GMT");
}

static void
words_in_french_and_english(void **state)
{
	int64_t first = at("2026-03-01T05:05:00Z");

	(void)state;
	assert_string_equal(date_long(mem, TEST_NOW, REUNION, "fr"),
	    "23\u00a0novembre 2026");
	assert_string_equal(date_long_time(mem, TEST_NOW + 1920, REUNION, "fr"),
	    "23\u00a0novembre 2026 à\u00a016\u00a0h\u00a032");
	assert_string_equal(date_long(mem, first, NULL, "fr"),
	    "1er\u00a0mars 2026");
	assert_string_equal(date_long_time(mem, first, NULL, "en"),
	    "1\u00a0March 2026 at\u00a005:05");
	assert_string_equal(date_short(mem, TEST_NOW, NULL, "fr"),
	    "23\u00a0nov. 2026");
	assert_string_equal(date_short(mem, first, NULL, "en"),
	    "1\u00a0Mar 2026");
	assert_string_equal(date_long_iso(mem, "2026-08-15", "fr"),
	    "15\u00a0août 2026");
	assert_string_equal(date_long_iso(mem, "bientôt", "fr"), "bientôt");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_of_four_centuries_goes_both_ways),
		cmocka_unit_test(days_that_do_not_exist_are_refused),
		cmocka_unit_test(french_and_iso_days_are_read),
		cmocka_unit_test(times_are_read_with_their_offset),
		cmocka_unit_test(zones_follow_the_summer),
		cmocka_unit_test(an_unknown_zone_is_utc),
		cmocka_unit_test(local_clocks_go_both_ways),
		cmocka_unit_test(months_end_on_a_day_that_exists),
		cmocka_unit_test(local_days_begin_and_end),
		cmocka_unit_test(forms_of_files_and_protocols),
		cmocka_unit_test(words_in_french_and_english),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
