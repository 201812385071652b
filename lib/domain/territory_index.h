/*
 * The table territory_term, made equal to a tree that was just imported.
 * It leaves alone the terms of districts and perimeters.
 */
#ifndef DOMAIN_TERRITORY_INDEX_H
#define DOMAIN_TERRITORY_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "domain/territory_file.h"
#include "store/db.h"

/* The ids of the rows of a tree. */
struct territory_ids {
	bool		*have;		/* by id, below end */
	int64_t		 end;
};

/* In mem. The rows have their ids. */
void	 territory_ids_make(struct territory_ids *, struct mem *,
	    const struct tree *);
bool	 territory_ids_have(const struct territory_ids *, int64_t id);

/*
 * Add, reweigh and remove terms until they are those of the tree; *count says
 * how many there are. Walks the table once in its own order, in write
 * transactions of its own of at most 10,000 terms (some 40 ms).
 */
enum rc	 territory_index(struct db *, const struct tree *,
	    const struct territory_ids *ours, size_t *count);

#endif
