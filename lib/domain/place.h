/*
 * A territory as people type it in a short form: a code, or a name.
 * It guesses nothing: several that fit are told.
 */
#ifndef DOMAIN_PLACE_H
#define DOMAIN_PLACE_H

#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "domain/territory.h"
#include "store/db.h"

/*
 * The one meant: by its code, else by its name or postal code, looked for inside
 * near_id first (0: nowhere in particular). *t lives in mem. RC_NOT_FOUND: none.
 * RC_CONFLICT: several bear that name. Reads.
 */
enum rc	 place_typed(struct territory **t, struct db *, struct mem *,
	    const char *text, int64_t near_id);

#endif
