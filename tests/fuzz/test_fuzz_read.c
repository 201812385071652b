/*
 * Seeded mutations of real text, CSV, JSON and values, through the fuzz
 * target, in the suite.
 */
#include "config.h"

#include "tests/fuzz/mutate.h"

/* The first byte chooses: 0 text, 1 CSV, 2 JSON, 3 values. */
static const char *const seeds[] = {
	"0Composter à l’Étang-Salé \xc5\x93uvre %C3%A9 a+b\r\n",
	"1id;nom;\"a \"\"b\"\" c\"\r\n1;\xe9t\xe9;\"x\ny\"\n;;\n",
	"1\xef\xbb\xbf" "a,b\n\"1,5\",=2\n",
	"2{\"a\":[1,-2.5e3,\"\\u00e9\\n<\"],\"b\":{\"c\":null,\"d\":true}}",
	"345 000,00 \xe2\x82\xac",
	"3-1.234.567,8",
	"32026-11-23T14:32:05+04:00",
	"323/11/2026",
};

static const char *const tokens[] = { "\"", "\"\"", ";", ",", "\n", "\r\n",
    "\xc2\xa0", "\xe2\x80\xaf", "\xe9", "\xed\xa0\x80", "%C3", "\\u0000", "\\",
    "[", "]", "{", "}", ":", "1e999", "9223372036854775808", "-", ".", "0",
    "29/02", "\xe2\x82\xac" };

static void
mutated_text_breaks_nothing(void **state)
{
	(void)state;
	mutate_rounds(30000, seeds, COUNT(seeds), tokens, COUNT(tokens));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mutated_text_breaks_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
