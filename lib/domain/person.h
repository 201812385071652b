/*
 * A person: an account, looked up and described.
 * What people do with accounts (sign up, sign in, close) is domain/account.
 */
#ifndef DOMAIN_PERSON_H
#define DOMAIN_PERSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

struct person {
	int64_t		 id;
	const char	*email;
	const char	*name;
	const char	*lang;		/* "fr", "en" */
	int64_t		 confirmed_at;	/* 0: address not proved yet */
	bool		 admin;		/* administrator of the installation */
	int64_t		 at;		/* now: roles that ended before do not
					   count; 0: the machine's clock */
};

/*
 * *person lives in mem. RC_NOT_FOUND: nobody, or the account is closed. now
 * becomes person->at. Reads.
 */
enum rc	 person_load(struct person **, struct db *, struct mem *, int64_t id,
	    int64_t now);
/* By address, in whatever case it was typed (see person_email). */
enum rc	 person_by_email(struct person **, struct db *, struct mem *,
	    const char *email, int64_t now);
/*
 * An address as accounts are compared: trimmed, lower case. NULL when it is
 * not one: one @, something before, a domain with a dot after, no space nor
 * control character, at most 254 bytes. In mem.
 */
const char *person_email(struct mem *, const char *typed);

#endif
