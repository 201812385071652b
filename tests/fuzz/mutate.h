/*
 * Seeded mutations through a fuzz target, run inside the suite.
 */
#ifndef TESTS_FUZZ_MUTATE_H
#define TESTS_FUZZ_MUTATE_H

#include "tests/unit/test.h"

#include "base/rand.h"

#define MUTATE_ROOM	2048

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* One change somewhere: a byte, a cut, a copy, a token. */
static inline size_t
mutate(uint8_t *data, size_t len, size_t room, const char *const *tokens,
    size_t token_count)
{
	const char *token;
	size_t at = len == 0 ? 0 : rand_below((uint32_t)len), n;

	switch (rand_below(4)) {
	case 0:
		if (len > 0)
			data[at] = (uint8_t)rand_below(256);
		return len;
	case 1:
		n = len == at ? 0 : rand_below((uint32_t)(len - at)) % 32;
		memmove(data + at, data + at + n, len - at - n);
		return len - n;
	case 2:
		n = len == at ? 0 : rand_below((uint32_t)(len - at)) % 64;
		if (len + n > room)
			return len;
		memmove(data + at + n, data + at, len - at);
		return len + n;
	default:
		token = tokens[rand_below((uint32_t)token_count)];
		n = strlen(token);
		if (len + n > room)
			return len;
		memmove(data + at + n, data + at, len - at);
		memcpy(data + at, token, n);
		return len + n;
	}
}

/* Each round: a seed, changed one to six times, given to the target. */
static inline void
mutate_rounds(int rounds, const char *const *seeds, size_t seed_count,
    const char *const *tokens, size_t token_count)
{
	uint8_t data[MUTATE_ROOM];
	size_t len;

	rand_seed(2026);
	while (rounds-- > 0) {
		const char *seed = seeds[rand_below((uint32_t)seed_count)];

		len = strlen(seed);
		memcpy(data, seed, len);
		for (int n = 1 + (int)rand_below(6); n > 0; n--)
			len = mutate(data, len, MUTATE_ROOM, tokens,
			    token_count);
		assert_int_equal(LLVMFuzzerTestOneInput(data, len), 0);
	}
}

#define COUNT(a)	(sizeof(a) / sizeof((a)[0]))

#endif
