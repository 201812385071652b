/*
 * SHA-256 and HMAC-SHA-256 (libsodium).
 * It hashes no password: see domain/person.
 */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

#define DIGEST_SIZE	32	/* bytes */
#define DIGEST_HEX	65	/* 64 lower-case digits and NUL */

/* A digest in progress, the caller's; its inside is digest.c's. */
struct digest {
	uint64_t	 state[16];
};

void	 digest_init(struct digest *);
void	 digest_add(struct digest *, const void *, size_t len);
void	 digest_add_text(struct digest *, const char *);	/* without NUL */
/* Ends it; init again before another use. */
void	 digest_end(struct digest *, unsigned char out[DIGEST_SIZE]);
void	 digest_end_hex(struct digest *, char out[DIGEST_HEX]);

/* Of one piece. */
void	 digest_sha256(unsigned char out[DIGEST_SIZE], const void *, size_t);
void	 digest_sha256_hex(char out[DIGEST_HEX], const void *, size_t len);
/* The hexadecimal SHA-256 of a text, in mem: how tokens are stored. */
const char *digest_text(struct mem *, const char *);

void	 digest_hmac(unsigned char out[DIGEST_SIZE], const void *key,
	    size_t key_len, const void *data, size_t len);
/* In mem, hexadecimal. */
const char *digest_hmac_text(struct mem *, const char *key, const char *text);

#endif
