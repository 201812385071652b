/*
 * Seeded mutations for fuzz targets run inside the suite.
 */
#ifndef TESTS_FUZZ_MUTATE_H
#define TESTS_FUZZ_MUTATE_H

#include <stdint.h>
#include <string.h>

#include "base/rand.h"

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

#endif
