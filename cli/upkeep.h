/*
 * What the job runner does besides jobs: checkpoints, forgetting what is over.
 */
#ifndef CLI_UPKEEP_H
#define CLI_UPKEEP_H

#include <stdint.h>

#include "store/db.h"

struct upkeep {
	const char	*site;		/* of links in mails, "https://host" */
	int64_t		 account_months; /* an account unused so long ends; 0: none */
	int64_t		 version;	/* of the base at the last checkpoint */
	int64_t		 checked_ms;	/* monotonic: last checkpoint */
	int64_t		 cleaned_ms, swept_ms;
};

/* Do what is due; returns at once when nothing is. now is Unix s, UTC. */
void	 upkeep_turn(struct upkeep *, struct db *, int64_t now);
/* Checkpoint and clean whatever the time. */
void	 upkeep_all(struct upkeep *, struct db *, int64_t now);

#endif
