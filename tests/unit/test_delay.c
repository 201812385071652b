/*
 * The delay before silence has a meaning, to the day.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "base/date.h"
#include "domain/delay.h"

static const char zone[] = "Indian/Reunion";	/* UTC+4, no summer time */

static int64_t
at(const char *time)
{
	int64_t t = 0;

	assert_true(date_parse_time(&t, time, zone));
	return t;
}

static struct delay
months(int n, bool restarts)
{
	return (struct delay){ DELAY_MONTHS, n, restarts, zone };
}

static void
due_is(const struct delay *d, const char *deposited, const struct pause *p,
    size_t n, const char *now, const char *day)
{
	struct mem *mem = mem_new();
	int64_t due = delay_due(d, at(deposited), p, n, at(now));

	assert_string_equal(date_iso_in(mem, due, zone), day);
	assert_int_equal(date_day_start(due, zone), due);
	mem_free(mem);
}

static void
two_months_count_from_the_day_after_the_deposit(void **state)
{
	struct delay d = months(2, false);

	(void)state;
	due_is(&d, "2026-11-23T09:00", NULL, 0, "2026-11-24T00:00",
	    "2027-01-24");
	/* 22:30 in La Réunion is another day than in UTC, one way… */
	due_is(&d, "2026-11-23T23:59", NULL, 0, "2026-12-01T00:00",
	    "2027-01-24");
	/* …or the other. */
	due_is(&d, "2026-11-24T00:00", NULL, 0, "2026-12-01T00:00",
	    "2027-01-25");
}

static void
days_weeks_and_short_months(void **state)
{
	struct delay d = { DELAY_DAYS, 10, false, zone };

	(void)state;
	due_is(&d, "2027-02-20T10:00", NULL, 0, "2027-02-20T10:00",
	    "2027-03-03");
	d.unit = DELAY_WEEKS;
	d.count = 1;
	due_is(&d, "2027-02-20T10:00", NULL, 0, "2027-02-20T10:00",
	    "2027-02-28");
	d = months(1, false);
	/* 30 January + 1 day + 1 month: the last day of February. */
	due_is(&d, "2027-01-30T10:00", NULL, 0, "2027-01-30T10:00",
	    "2027-02-28");
	due_is(&d, "2028-01-30T10:00", NULL, 0, "2028-01-30T10:00",
	    "2028-02-29");
}

static void
an_answered_correction_adds_its_days_and_one(void **state)
{
	struct delay d = months(2, false);
	const struct pause p[] = {
		{ at("2026-12-01T09:00"), at("2026-12-05T18:00"), false },
	};

	(void)state;
	/* 24 January + (5 − 1) + 1 = 29 January. */
	due_is(&d, "2026-11-23T09:00", p, 1, "2026-12-20T00:00", "2027-01-29");
}

static void
each_correction_adds(void **state)
{
	struct delay d = months(2, false);
	const struct pause p[] = {
		{ at("2026-12-01T09:00"), at("2026-12-05T18:00"), false },
		{ at("2026-12-10T09:00"), at("2026-12-10T18:00"), false },
	};

	(void)state;
	due_is(&d, "2026-11-23T09:00", p, 2, "2026-12-20T00:00", "2027-01-30");
}

static void
an_open_correction_slides_each_day(void **state)
{
	struct delay d = months(2, false);
	const struct pause p[] = { { at("2026-12-01T09:00"), 0, false } };

	(void)state;
	due_is(&d, "2026-11-23T09:00", p, 1, "2026-12-01T10:00", "2027-01-25");
	due_is(&d, "2026-11-23T09:00", p, 1, "2026-12-02T10:00", "2027-01-26");
	due_is(&d, "2026-11-23T09:00", p, 1, "2026-12-11T10:00", "2027-02-04");
}

static void
an_incomplete_dossier_starts_the_delay_again(void **state)
{
	struct delay d = months(2, false);
	const struct pause p[] = {
		{ at("2026-12-01T09:00"), at("2026-12-05T18:00"), true },
	};

	(void)state;
	due_is(&d, "2026-11-23T09:00", p, 1, "2026-12-20T00:00", "2027-02-06");
}

static void
what_came_before_the_new_start_no_longer_counts(void **state)
{
	struct delay d = months(2, false);
	const struct pause p[] = {
		{ at("2026-11-25T09:00"), at("2026-11-27T18:00"), false },
		{ at("2026-12-01T09:00"), at("2026-12-05T18:00"), true },
		{ at("2026-12-10T09:00"), at("2026-12-12T18:00"), false },
	};

	(void)state;
	/* 5 December + 1 day + 2 months + (12 − 10) + 1. */
	due_is(&d, "2026-11-23T09:00", p, 3, "2026-12-20T00:00", "2027-02-09");
}

static void
a_service_may_choose_that_any_correction_restarts(void **state)
{
	struct delay d = months(2, true);
	const struct pause p[] = {
		{ at("2026-12-01T09:00"), at("2026-12-05T18:00"), false },
		{ at("2026-12-10T09:00"), 0, false },
	};

	(void)state;
	due_is(&d, "2026-11-23T09:00", p, 1, "2026-12-20T00:00", "2027-02-06");
	due_is(&d, "2026-11-23T09:00", p, 2, "2026-12-20T00:00", "2027-02-21");
}

static void
a_correction_answered_the_day_of_the_deposit_adds_nothing(void **state)
{
	struct delay d = months(2, false);
	const struct pause p[] = {
		{ at("2026-11-23T10:00"), at("2026-11-23T18:00"), false },
	};

	(void)state;
	due_is(&d, "2026-11-23T09:00", p, 1, "2026-12-20T00:00", "2027-01-24");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_months_count_from_the_day_after_the_deposit),
		cmocka_unit_test(days_weeks_and_short_months),
		cmocka_unit_test(an_answered_correction_adds_its_days_and_one),
		cmocka_unit_test(each_correction_adds),
		cmocka_unit_test(an_open_correction_slides_each_day),
		cmocka_unit_test(an_incomplete_dossier_starts_the_delay_again),
		cmocka_unit_test(what_came_before_the_new_start_no_longer_counts),
		cmocka_unit_test(a_service_may_choose_that_any_correction_restarts),
		cmocka_unit_test(
		    a_correction_answered_the_day_of_the_deposit_adds_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
