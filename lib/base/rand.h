/*
 * Randomness for tokens and identifiers.
 * Secure unless a test asked for a seed; it has no way back in production.
 */
#ifndef BASE_RAND_H
#define BASE_RAND_H

#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

/* Once per process, before anything that needs libsodium; also implied by
 * each function below. Aborts if libsodium cannot start. */
void	 rand_init(void);

void	 rand_bytes(void *, size_t len);
/* `bytes` random bytes as base64url without padding, in mem. 16 bytes = 22
 * characters, 32 bytes = 43. */
const char *rand_token(struct mem *, size_t bytes);
/* A version 4 UUID, lower case, in mem. */
const char *rand_uuid(struct mem *);
/* Uniform in 0…n-1; n > 0. */
uint32_t rand_below(uint32_t n);

/* Tests and demo data only: from now on the same seed gives the same bytes in
 * this process. */
void	 rand_seed(uint64_t seed);

#endif
