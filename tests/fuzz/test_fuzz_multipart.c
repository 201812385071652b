/*
 * Seeded mutations of real bodies, through the fuzz target, in the suite.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "tests/fuzz/mutate.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

#define ROUNDS	20000
#define ROOM	2048

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
	uint8_t data[ROOM];
	const char *seed;
	size_t len;
	int i, changes;

	(void)state;
	rand_seed(2026);
	for (i = 0; i < ROUNDS; i++) {
		seed = seeds[rand_below(sizeof(seeds) / sizeof(seeds[0]))];
		len = strlen(seed);
		memcpy(data, seed, len);
		for (changes = 1 + (int)rand_below(8); changes > 0; changes--)
			len = mutate(data, len, ROOM, tokens,
			    sizeof(tokens) / sizeof(tokens[0]));
		assert_int_equal(LLVMFuzzerTestOneInput(data, len), 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mutated_bodies_break_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
