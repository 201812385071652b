/*
 * Passwords: Argon2id, what is refused as too easy, and nothing else.
 * Nothing here runs inside a transaction: a hash takes some 20 ms on purpose.
 *
 * Rules (ASVS 5.0 §6.2; CNIL, délibération 2022-100, with a slowed-down
 * sign-in): eight characters at least, any character, no composition rule, no
 * expiry; refused when common, when a mere sequence, or when made of the
 * person's own name or address.
 */
#ifndef DOMAIN_PASSWORD_H
#define DOMAIN_PASSWORD_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/problems.h"

#define PASSWORD_MIN	8	/* characters */
#define PASSWORD_MAX	200

/* The stored form of a password (Argon2id, 19 MiB, t=2, p=1), in mem. NULL:
 * the machine has not the memory. */
const char *password_hash(struct mem *, const char *password);
/* Is it the one? A NULL hash (no such account, or none chosen) takes the same
 * time and answers no. */
bool	 password_is(const char *hash, const char *password);
/* Was it hashed with other costs than today's? */
bool	 password_is_old(const char *hash);
/*
 * Is it hard enough to guess? Adds one problem about `where` when not. email
 * and name are the person's, or NULL.
 */
bool	 password_is_sound(struct problems *, struct mem *, const char *where,
	    const char *password, const char *email, const char *name);

#endif
