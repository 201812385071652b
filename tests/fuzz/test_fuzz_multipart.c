/*
 * Seeded mutations of real bodies, through the fuzz target, in the suite.
 */
#include "config.h"

#include "tests/fuzz/mutate.h"

static const char *const seeds[] = {
	"--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b--",
	"--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.pdf\""
	    "\r\nContent-Type: application/pdf\r\n\r\n\r\n--bb\r\n\r\n--b\r\n"
	    "Content-Disposition: form-data; name=g\r\n\r\n\r\n--b--\r\n",
	"a=1&b=%C3%A9&c=%%%&=&d",
};

static const char *const tokens[] = { "\r\n", "--b", "--", "\r\n--b\r\n", "\"",
    "\\", ";", "=", "filename=", "%22", "%C3", "\n", "\r", ":" };

static void
mutated_bodies_break_nothing(void **state)
{
	(void)state;
	mutate_rounds(20000, seeds, COUNT(seeds), tokens, COUNT(tokens));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mutated_bodies_break_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
