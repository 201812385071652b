/*
 * Keys with which a program begins dossiers in a person's name: shown once,
 * stored as their SHA-256, for one thing only, revoked at any time.
 */
#ifndef DOMAIN_API_TOKEN_H
#define DOMAIN_API_TOKEN_H

#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/person.h"
#include "store/db.h"

#define API_TOKEN_MAX		20		/* of one person */
#define API_TOKEN_LIFE		((int64_t)365 * 86400)	/* seconds */
#define API_TOKEN_HOUR		60		/* dossiers begun in an hour */

struct api_token {
	int64_t		 id, created_at, expires_at, used_at;	/* 0: never */
	const char	*label;
};
/* Those of a person, newest first, in mem. A read. */
size_t	 api_token_list(struct api_token **, struct db *, struct mem *,
	    int64_t person_id);

/*
 * Make one: *text, in mem, is the key, which is stored nowhere. RC_INVALID: why
 * ("nom"). RC_BUSY: API_TOKEN_MAX are there. Own write transaction, audited.
 */
enum rc	 api_token_make(const char **text, struct db *, struct mem *,
	    const struct person *, const char *label, int64_t now,
	    struct problems *why);
/* RC_NOT_FOUND: not theirs. Own write transaction, audited. */
enum rc	 api_token_revoke(struct db *, int64_t id, const struct person *,
	    int64_t now);

/*
 * Whose key that is, and one use of it counted. RC_NOT_FOUND: unknown, too old,
 * of an account closed or not proved. RC_BUSY: API_TOKEN_HOUR uses in this
 * hour. Own write transaction.
 */
enum rc	 api_token_use(struct person **, struct db *, struct mem *,
	    const char *text, int64_t now);

#endif
