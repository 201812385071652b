/*
 * Links sent by mail: 32 random bytes in the message, their SHA-256 here.
 * Each opens one thing, once, for a while.
 */
#ifndef DOMAIN_TOKEN_H
#define DOMAIN_TOKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/digest.h"
#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

struct token_new {
	const char	*purpose;	/* confirm, sign_in, password, email, invite */
	const char	*email;
	int64_t		 person_id, invitation_id;	/* 0: none */
	const char	*data, *next;	/* or NULL */
	int64_t		 expires_at;
};

/* Make one inside the caller's write transaction; the text to send, in mem. */
const char *token_add(struct db *, struct mem *, const struct token_new *);

struct token {
	unsigned char	 hash[DIGEST_SIZE];
	const char	*purpose, *email, *data, *next;
	const char	*name;		/* of the person, or NULL */
	int64_t		 person_id, invitation_id;
};

/* RC_NOT_FOUND: unknown, used, too old, of a closed account. A read. */
enum rc	 token_load(struct token **, struct db *, struct mem *,
	    const char *text, int64_t now);
/* It is used up, and the person's others for that purpose go. False: somebody
 * was faster. Inside the caller's write transaction. */
bool	 token_use(struct db *, const struct token *, int64_t now);
/* How many messages wait for that address (invitations not counted). */
int64_t	 token_waiting(struct db *, const char *email, int64_t now);

#endif
