/*
 * Accounts that nobody uses any more end, after two mails (RGPD, article 5.1.e:
 * personal data are kept no longer than they serve). doc/accounts.md.
 */
#ifndef DOMAIN_ACCOUNT_IDLE_H
#define DOMAIN_ACCOUNT_IDLE_H

#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

#define ACCOUNT_MONTHS		36	/* unused, unless settings say else */
#define ACCOUNT_NOTICE_DAYS	30	/* between the first mail and the end */
#define ACCOUNT_LAST_DAYS	7	/* between the last mail and the end */

/* What one turn did. */
struct account_idle {
	int	 announced, recalled, closed;
};

/*
 * Do what is due at now, a few dozen accounts at most; again goes on. An account
 * is used by signing in, by a visit while signed in, by a key of its own; any of
 * them cancels. Left alone: administrators of the installation, the only
 * administrator of a platform or of an organisation that others are of, who
 * alone holds a project that is being instructed or carried out. months 0:
 * nothing ever ends. site: of links in mails. Own write transactions.
 */
enum rc	 account_idle_turn(struct account_idle *, struct db *, struct mem *,
	    const char *site, int64_t months, int64_t now);

#endif
