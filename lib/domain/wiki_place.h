/*
 * Which commune a wiki page speaks of: by its name, else by its point.
 * It guesses neither between homonyms nor far away.
 */
#ifndef DOMAIN_WIKI_PLACE_H
#define DOMAIN_WIKI_PLACE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "store/db.h"

/*
 * A territory's id, or 0. place is as people write it ("97436 Saint-Leu, La
 * Réunion", "Saint-Leu (974)"; may be NULL); inside within_id (0: anywhere). A
 * point gives the nearest commune within some 15 km. Reads.
 */
int64_t	 wiki_place_find(struct db *, struct mem *, int64_t within_id,
	    const char *place, bool has_point, int64_t lon_e6, int64_t lat_e6);

#endif
