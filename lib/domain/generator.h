/*
 * A made-up platform of any size, for measures and trials: the size of the
 * Contrats de transition écologique (2,339 projects…) times a factor. The same
 * seed makes the same platform. Never on a platform that serves people.
 */
#ifndef DOMAIN_GENERATOR_H
#define DOMAIN_GENERATOR_H

#include <stdint.h>

#include "base/rc.h"
#include "store/db.h"

/* The CTE's size in 2020. */
#define CTE_PROJECTS		2339
#define CTE_PEOPLE		3620
#define CTE_ORGANISATIONS	1912
#define CTE_ACTIONS		1917
#define CTE_INDICATORS		1114

struct generator {
	int64_t		 scale;		/* 1, 10, 100… */
	uint64_t	 seed;
	int64_t		 now;
	/* Called after each batch with what is done of how much; may be NULL. */
	void		(*progress)(int64_t done, int64_t total);
};

/*
 * Make the platform `slug` and fill it, in batches of their own transactions.
 * Territories must be loaded. RC_CONFLICT: the platform exists. RC_NOT_FOUND:
 * no territory.
 */
enum rc	 generator_run(struct db *, const char *slug, const struct generator *);

#endif
