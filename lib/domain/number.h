/*
 * Numbers of applications: TCO-2026-00042, the initials of the funder, the
 * year of the platform's clock, a count without a gap or a repeat.
 */
#ifndef DOMAIN_NUMBER_H
#define DOMAIN_NUMBER_H

#include <stdint.h>

#include "base/mem.h"
#include "domain/call.h"
#include "domain/platform.h"
#include "store/db.h"

/* The next one, in mem. Inside the caller's write transaction. */
const char *number_next(struct db *, struct mem *, const struct call *,
	    const struct platform *, int64_t now);
/* "Territoire de la Côte Ouest" → "TCO", "ADEME" → "ADEME". In mem. */
const char *number_initials(struct mem *, const char *name);

#endif
