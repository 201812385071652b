/*
 * SHA-256 and HMAC on libsodium's functions.
 * It only adapts: no algorithm is written here.
 */
#include "config.h"

#include "base/digest.h"

#include <sodium.h>
#include <string.h>

#include "base/text.h"

_Static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(struct digest),
    "struct digest is too small for libsodium");

static crypto_hash_sha256_state *
inside(struct digest *d)
{
	return (crypto_hash_sha256_state *)(void *)d->state;
}

void
digest_init(struct digest *d)
{
	crypto_hash_sha256_init(inside(d));
}

void
digest_add(struct digest *d, const void *data, size_t len)
{
	crypto_hash_sha256_update(inside(d), data, len);
}

void
digest_add_text(struct digest *d, const char *s)
{
	digest_add(d, s, strlen(s));
}

void
digest_end(struct digest *d, unsigned char out[DIGEST_SIZE])
{
	crypto_hash_sha256_final(inside(d), out);
}

void
digest_end_hex(struct digest *d, char out[DIGEST_HEX])
{
	unsigned char raw[DIGEST_SIZE];

	digest_end(d, raw);
	text_hex(out, raw, sizeof(raw));
}

void
digest_sha256(unsigned char out[DIGEST_SIZE], const void *data, size_t len)
{
	crypto_hash_sha256(out, data, len);
}

void
digest_sha256_hex(char out[DIGEST_HEX], const void *data, size_t len)
{
	unsigned char raw[DIGEST_SIZE];

	digest_sha256(raw, data, len);
	text_hex(out, raw, sizeof(raw));
}

const char *
digest_text(struct mem *mem, const char *s)
{
	char *hex = mem_alloc(mem, DIGEST_HEX);

	digest_sha256_hex(hex, s, strlen(s));
	return hex;
}

void
digest_hmac(unsigned char out[DIGEST_SIZE], const void *key, size_t key_len,
    const void *data, size_t len)
{
	crypto_auth_hmacsha256_state state;

	crypto_auth_hmacsha256_init(&state, key, key_len);
	crypto_auth_hmacsha256_update(&state, data, len);
	crypto_auth_hmacsha256_final(&state, out);
}

const char *
digest_hmac_text(struct mem *mem, const char *key, const char *text)
{
	unsigned char raw[DIGEST_SIZE];
	char *hex = mem_alloc(mem, DIGEST_HEX);

	digest_hmac(raw, key, strlen(key), text, strlen(text));
	text_hex(hex, raw, sizeof(raw));
	return hex;
}
