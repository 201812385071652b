/*
 * Money: what people write, what they read.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "domain/money.h"

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

static void
amounts_are_read_as_written(void **state)
{
	static const struct {
		const char	*text;
		int64_t		 cents;
	} good[] = {
		{ "45 000,00 €", 4500000 }, { "45000", 4500000 },
		{ "45.000,50", 4500050 }, { "45,000.50", 4500050 },
		{ "1 500", 150000 }, { "1\u00a0500\u202f€", 150000 },
		{ "1\u202f500", 150000 }, { "600 092,00 €", 60009200 },
		{ "45.000", 4500000 }, { "45,000", 4500000 },
		{ "45.00", 4500 }, { "12,5", 1250 }, { "0", 0 },
		{ "0,05", 5 }, { "-12,5", -1250 }, { "\u221212", -1200 },
		{ "€52,000", 5200000 }, { "€ -3", -300 }, { " 7 EUR ", 700 },
		{ "1 234 567,89 euros", 123456789 }, { "12'000", 1200000 },
		{ "1.234.567", 123456700 }, { "1 000.5", 100050 },
		{ "100 000 000 000", INT64_C(10000000000000) },
		{ "007", 700 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		int64_t cents = INT64_MIN;

		if (money_parse(&cents, good[i].text) != RC_OK)
			fail_msg("refused: %s", good[i].text);
		assert_int_equal(cents, good[i].cents);
	}
}

static void
anything_else_is_refused(void **state)
{
	static const char *const bad[] = { "", " ", "€", "-", "abc", "12,345,6",
	    "52 k€", "1,2345", "12,345.678", "1 50", "1 5000", "1.50.00",
	    "12..5", "12,", ",5", "--5", "- -5", "1e3", "0x10", "1 000 00",
	    "100000000001", "9000000000000000", "99999999999999999999999999", "12 € 5",
	    "5 €€", "€5€", "1234 567", "1.234 567", "NULL", "5-", "1'5" };
	int64_t cents = 42;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (money_parse(&cents, bad[i]) != RC_INVALID)
			fail_msg("accepted: %s", bad[i]);
	assert_int_equal(money_parse(&cents, NULL), RC_INVALID);
	assert_int_equal(cents, 42);
}

static void
amounts_are_written_for_people(void **state)
{
	(void)state;
	assert_string_equal(money_format(mem, 60009235, "fr"),
	    "600\u202f092,35\u00a0€");
	assert_string_equal(money_format(mem, 5200000, "fr"),
	    "52\u202f000\u00a0€");
	assert_string_equal(money_format(mem, 5200000, "en"), "€52,000");
	assert_string_equal(money_format(mem, -1360005, "en"), "−€13,600.05");
	assert_string_equal(money_format_cents(mem, 60009200, "fr"),
	    "600\u202f092,00\u00a0€");
	assert_string_equal(money_format_cents(mem, -5, "fr"), "−0,05\u00a0€");
	assert_string_equal(money_format(mem, 0, NULL), "0\u00a0€");
	assert_string_equal(money_format_cents(mem, INT64_MIN, "fr"),
	    "−92\u202f233\u202f720\u202f368\u202f547\u202f758,08\u00a0€");
	assert_string_equal(money_number(mem, 10782, "fr"), "10\u202f782");
	assert_string_equal(money_number(mem, -999, "en"), "−999");
}

static void
short_amounts_keep_three_figures(void **state)
{
	static const struct {
		int64_t		 cents;
		const char	*fr, *en;
	} rows[] = {
		{ 95000, "950\u00a0€", "€950" },
		{ 99949, "999\u00a0€", "€999" },
		{ 99950, "1\u00a0k€", "€1k" },
		{ 5200000, "52\u00a0k€", "€52k" },
		{ 480000000, "4,8\u00a0M€", "€4.8m" },
		{ 123456789, "1,23\u00a0M€", "€1.23m" },
		{ 100500000, "1,01\u00a0M€", "€1.01m" },
		{ 99949999, "999\u00a0k€", "€999k" },
		{ 99950000, "1\u00a0M€", "€1m" },
		{ INT64_C(195600000000), "1,96\u00a0Md€", "€1.96bn" },
		{ -5250000, "−52,5\u00a0k€", "−€52.5k" },
		{ 0, "0\u00a0€", "€0" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_string_equal(money_short(mem, rows[i].cents, "fr"),
		    rows[i].fr);
		assert_string_equal(money_short(mem, rows[i].cents, "en"),
		    rows[i].en);
	}
}

static void
open_data_is_exact(void **state)
{
	int64_t cents;

	(void)state;
	assert_string_equal(money_plain(mem, 123450), "1234.50");
	assert_string_equal(money_plain(mem, -5), "-0.05");
	assert_string_equal(money_plain(mem, INT64_MAX),
	    "92233720368547758.07");
	for (int64_t n = -2500000; n < 2500000; n += 7919) {
		assert_int_equal(money_parse(&cents,
		    money_format_cents(mem, n, "fr")), RC_OK);
		assert_int_equal(cents, n);
		assert_int_equal(money_parse(&cents,
		    money_format_cents(mem, n, "en")), RC_OK);
		assert_int_equal(cents, n);
		assert_int_equal(money_parse(&cents, money_plain(mem, n)),
		    RC_OK);
		assert_int_equal(cents, n);
	}
}

static void
percentages_never_lie_at_the_ends(void **state)
{
	(void)state;
	assert_int_equal(money_percent(1, 2), 50);
	assert_int_equal(money_percent(0, 10), 0);
	assert_int_equal(money_percent(1, 100000), 1);
	assert_int_equal(money_percent(99999, 100000), 99);
	assert_int_equal(money_percent(5, 5), 100);
	assert_int_equal(money_percent(6, 5), 120);
	assert_int_equal(money_percent(5, 0), 0);
	assert_int_equal(money_percent(1, 8), 13);
	assert_int_equal(money_percent(INT64_MAX / 2, INT64_MAX), 50);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(amounts_are_read_as_written),
		cmocka_unit_test(anything_else_is_refused),
		cmocka_unit_test(amounts_are_written_for_people),
		cmocka_unit_test(short_amounts_keep_three_figures),
		cmocka_unit_test(open_data_is_exact),
		cmocka_unit_test(percentages_never_lie_at_the_ends),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
