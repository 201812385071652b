/*
 * Time passes over dossiers: calls that close soon are recalled, drafts that
 * nobody touches end after notice, the bin is emptied. What was presented never
 * ends (doc/dossiers.md, "Time").
 */
#ifndef DOMAIN_RETENTION_H
#define DOMAIN_RETENTION_H

#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

#define RETENTION_NOTICE_DAYS	14	/* between the notice and the bin */
#define RETENTION_BIN_NOTICE	3	/* days before a dossier is erased */
#define RETENTION_MONTHS	12	/* of a draft, when a platform says none */

/* What one turn did. */
struct retention {
	int	 recalled;	/* mails: a call closes soon */
	int	 announced;	/* drafts whose end is announced */
	int	 binned;	/* drafts put in the bin */
	int	 warned;	/* in the bin, soon erased */
	int	 erased;
};

/*
 * Do what is due at now, a few hundred dossiers at most; again goes on. Twice is
 * as once: each mail has a key. site: of links in mails, "https://host".
 * Short write transactions of its own. mem holds its rows.
 */
enum rc	 retention_turn(struct retention *, struct db *, struct mem *,
	    const char *site, int64_t now);

#endif
