/*
 * Seeded mutations of formulas, conditions and definitions, through the fuzz
 * target, in the suite.
 */
#include "config.h"

#include "tests/fuzz/mutate.h"

/* The first byte chooses: 0 formula, 1 condition, 2 definition. */
static const char *const seeds[] = {
	"0round(m / 3 * 2, 1) + sum(p.costs.amount * 2, m)",
	"0if(c = 'a' and not y, min(n, 3), 80 % * n) >= count(p.costs)",
	"0d + 30 < today or call.closes - d > 12.5",
	"0((((n))) - -n) / (n - 7)",
	"1{\"all\":[{\"field\":\"n\",\"at_least\":3},{\"not\":{\"field\":\"c\","
	"\"one_of\":[\"a\",\"b\"]}},{\"formula\":\"m > 3 \xe2\x82\xac\"}]}",
	"1{\"any\":[{\"field\":\"d\",\"before\":{\"today\":-3}},{\"field\":\"l\","
	"\"within\":\"fr\"},{\"count\":\"p\",\"more\":0},{\"field\":\"t\","
	"\"answered\":true}]}",
	"2{\"kind\":\"project\",\"steps\":[{\"key\":\"s\",\"label\":\"S\","
	"\"visible_if\":{\"field\":\"n\",\"less\":3},\"blocks\":[{\"key\":\"b\","
	"\"label\":\"B\",\"rules\":[{\"must\":{\"formula\":\"n < x\"},"
	"\"message\":{\"fr\":\"m\"},\"at\":[\"n\"]}],\"fields\":["
	"{\"key\":\"n\",\"type\":\"integer\",\"label\":\"N\"},"
	"{\"key\":\"x\",\"type\":\"calculated\",\"label\":\"X\","
	"\"as\":\"integer\",\"formula\":\"n + 1\"},"
	"{\"key\":\"o\",\"type\":\"text\",\"label\":\"O\","
	"\"required_if\":{\"field\":\"x\",\"more\":3}}]}]}],"
	"\"ineligible_if\":[{\"when\":{\"field\":\"n\",\"equals\":1},"
	"\"message\":\"m\",\"blocks\":false}]}",
};

static const char *const tokens[] = { "(", ")", "((((((((((((", "sum(", "min(",
    "count(", "if(", "round(", ",", " + ", " - ", "-", "*", "/", "0", "99999999",
    ".", "%", "\xe2\x82\xac", "'a'", "'", "p.costs.amount", "p.sources", "today",
    "call.opens", " and ", " or ", "not ", "<=", "!=", "\"", "{", "}", "[", "]",
    ":", "\"all\":", "\"field\":\"n\"", "\"formula\":", "true", "null",
    "\xc2\xa0" };

static void
mutated_rules_break_nothing(void **state)
{
	(void)state;
	mutate_rounds(40000, seeds, COUNT(seeds), tokens, COUNT(tokens));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mutated_rules_break_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
