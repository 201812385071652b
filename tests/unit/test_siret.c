/*
 * SIREN, SIRET and RNA numbers, real ones and what people make of them.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "domain/siret.h"

static void
a_siren_is_nine_digits_with_their_key(void **state)
{
	(void)state;
	assert_true(siren_valid("249740101"));	/* TCO, La Réunion */
	assert_true(siren_valid("219740131"));	/* Saint-Leu */
	assert_true(siren_valid("005520135"));	/* leading zeros are digits */
	assert_false(siren_valid("249740102"));
	assert_false(siren_valid("249740110"));	/* two digits swapped */
	assert_false(siren_valid("24974010"));
	assert_false(siren_valid("2497401010"));
	assert_false(siren_valid("24974010A"));
	assert_false(siren_valid("000000000"));
	assert_false(siren_valid(""));
	assert_false(siren_valid(NULL));
}

static void
a_siret_is_fourteen_digits_with_both_keys(void **state)
{
	(void)state;
	assert_true(siret_valid("73282932000074"));
	assert_true(siret_valid("13002526500013"));
	assert_false(siret_valid("73282932000075"));
	assert_false(siret_valid("7328293200007"));
	assert_false(siret_valid("732829320000740"));
	/* The whole sum is right, that of the SIREN is not. */
	assert_false(siret_valid("73282933000073"));
	assert_false(siret_valid("00000000000000"));
	assert_false(siret_valid(NULL));
}

static void
la_poste_has_its_own_key(void **state)
{
	(void)state;
	assert_true(siret_valid("35600000000048"));	/* the seat: Luhn */
	assert_true(siret_valid("35600000009075"));	/* digits add to 35 */
	assert_false(siret_valid("35600000009076"));
}

static void
an_rna_may_be_of_corsica_or_overseas(void **state)
{
	(void)state;
	assert_true(rna_valid("W751234567"));
	assert_true(rna_valid("W9R1004332"));
	assert_true(rna_valid("W2A1000042"));
	assert_false(rna_valid("w751234567"));
	assert_false(rna_valid("W75123456"));
	assert_false(rna_valid("W7512345678"));
	assert_false(rna_valid("751234567"));
	assert_false(rna_valid("W"));
	assert_false(rna_valid(""));
	assert_false(rna_valid(NULL));
}

static void
what_people_type_is_read(void **state)
{
	static const char *const ways[] = {
		"13002526500013", " 130 025 265 00013 ", "'13002526500013",
		"130.025.265.00013", "130-025-265-00013",
		"130\u00a0025\u00a0265\u202f00013", "\ufeff13002526500013",
		"\"13002526500013\"", "130025265 00013\r\n",
	};
	struct mem *mem = *state;
	const char *out;
	size_t i;

	for (i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		out = NULL;
		assert_int_equal(siret_parse(&out, mem, ways[i]), RC_OK);
		assert_string_equal(out, "13002526500013");
	}
	assert_int_equal(rna_parse(&out, mem, "w9r 1004332"), RC_OK);
	assert_string_equal(out, "W9R1004332");
	assert_int_equal(siren_parse(&out, mem, "249 740 101"), RC_OK);
	assert_string_equal(out, "249740101");
}

static void
what_is_no_number_is_refused_and_leaves_the_result_alone(void **state)
{
	static const char *const ways[] = {
		"", " ", "NULL", "NA", "1,30025265E+13", "1300252650001",
		"130025265000134", "13002526500013;", "abc",
		"999999999999999999999999999999999999",
	};
	struct mem *mem = *state;
	const char *out = "before";
	size_t i;

	for (i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
		assert_int_equal(siret_parse(&out, mem, ways[i]), RC_INVALID);
	assert_int_equal(siret_parse(&out, mem, NULL), RC_INVALID);
	assert_int_equal(siren_parse(&out, mem, "24974010"), RC_INVALID);
	assert_string_equal(out, "before");
}

static void
numbers_are_grouped_for_people(void **state)
{
	struct mem *mem = *state;

	assert_string_equal(siret_format(mem, "13002526500013"),
	    "130\u00a0025\u00a0265\u00a000013");
	assert_string_equal(siret_format(mem, "249740101"),
	    "249\u00a0740\u00a0101");
	assert_string_equal(siret_format(mem, "?"), "?");
	assert_string_equal(siren_of_siret(mem, "13002526500013"),
	    "130025265");
}

static int
setup(void **state)
{
	*state = mem_new();
	return 0;
}

static int
teardown(void **state)
{
	mem_free(*state);
	return 0;
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_siren_is_nine_digits_with_their_key),
		cmocka_unit_test(a_siret_is_fourteen_digits_with_both_keys),
		cmocka_unit_test(la_poste_has_its_own_key),
		cmocka_unit_test(an_rna_may_be_of_corsica_or_overseas),
		cmocka_unit_test(what_people_type_is_read),
		cmocka_unit_test(
		    what_is_no_number_is_refused_and_leaves_the_result_alone),
		cmocka_unit_test(numbers_are_grouped_for_people),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
