/*
 * Slowing down who guesses: failures counted per account and per address.
 * It refuses for a while, longer each time; it never locks an account, so
 * that nobody can shut another one out for long.
 *
 * After THROTTLE_FREE failures of an account the next try waits 2 s, then 4,
 * 8, … up to THROTTLE_LONGEST; an address (an IPv6 /64) has more free tries,
 * because a town hall shares one. A day without failure, or a success, forgets
 * the account. Subjects are stored as digests: no address is kept in clear.
 * (ASVS 5.0, 6.3.1.)
 */
#ifndef DOMAIN_THROTTLE_H
#define DOMAIN_THROTTLE_H

#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

#define THROTTLE_FREE		5	/* failures of one account */
#define THROTTLE_FREE_ADDRESS	30	/* failures from one address */
#define THROTTLE_LONGEST	((int64_t)900)		/* seconds */
#define THROTTLE_MEMORY		((int64_t)86400)	/* seconds */

/*
 * May this account (an e-mail address, as typed; NULL: only the address counts)
 * be tried from this address now? RC_OK, or RC_BUSY and *wait_s (may be NULL) says how many seconds are
 * left. A read. Ask before checking the password, right or wrong.
 */
enum rc	 throttle_check(struct db *, struct mem *, const char *account,
	    const char *address, int64_t now, int64_t *wait_s);
/* Count a failure of both. Opens its own write transaction. */
enum rc	 throttle_fail(struct db *, struct mem *, const char *account,
	    const char *address, int64_t now);
/* The person proved who he is: forget the account's failures (those of the
 * address stay). Expects a write transaction. */
void	 throttle_forget(struct db *, struct mem *, const char *account);

#endif
