/*
 * Randomness from libsodium, or from a seed when a test asks.
 * It keeps no state but the seed.
 */
#include "config.h"

#include "base/rand.h"

#include <assert.h>
#include <sodium.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static bool seeded;
static unsigned char seed_key[randombytes_SEEDBYTES];

void
rand_init(void)
{
	if (sodium_init() < 0)
		abort();
}

void
rand_seed(uint64_t seed)
{
	memset(seed_key, 0, sizeof(seed_key));
	memcpy(seed_key, &seed, sizeof(seed));
	seeded = true;
}

/* Draw len bytes and a next seed from this one, so that the stream goes on
 * whatever the sizes asked. */
static void
seeded_bytes(unsigned char *out, size_t len)
{
	unsigned char *both = malloc(sizeof(seed_key) + len);

	if (both == NULL)
		abort();
	randombytes_buf_deterministic(both, sizeof(seed_key) + len, seed_key);
	memcpy(seed_key, both, sizeof(seed_key));
	memcpy(out, both + sizeof(seed_key), len);
	free(both);
}

void
rand_bytes(void *out, size_t len)
{
	rand_init();
	if (seeded)
		seeded_bytes(out, len);
	else
		randombytes_buf(out, len);
}

const char *
rand_token(struct mem *mem, size_t bytes)
{
	unsigned char *raw = mem_alloc(mem, bytes);
	size_t size = sodium_base64_ENCODED_LEN(bytes,
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	char *token = mem_alloc(mem, size);

	rand_bytes(raw, bytes);
	sodium_bin2base64(token, size, raw, bytes,
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	sodium_memzero(raw, bytes);
	return token;
}

const char *
rand_uuid(struct mem *mem)
{
	unsigned char raw[16];
	char hex[33];

	rand_bytes(raw, sizeof(raw));
	raw[6] = (unsigned char)((raw[6] & 0x0f) | 0x40);
	raw[8] = (unsigned char)((raw[8] & 0x3f) | 0x80);
	text_hex(hex, raw, sizeof(raw));
	return mem_printf(mem, "%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8,
	    hex + 12, hex + 16, hex + 20);
}

uint32_t
rand_below(uint32_t n)
{
	uint32_t floor = (uint32_t)(-n) % n, x;

	assert(n > 0);
	do
		rand_bytes(&x, sizeof(x));
	while (x < floor);	/* drops the part that would be uneven */
	return x % n;
}
