/*
 * Bringing the tree of territories into the datastore (`terreau load`).
 * It draws nothing from the network: data/territories is all it reads.
 */
#ifndef DOMAIN_TERRITORY_IMPORT_H
#define DOMAIN_TERRITORY_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/problems.h"
#include "base/rc.h"
#include "store/db.h"

struct territory_counts {
	bool		 unchanged;	/* these very files were in already */
	size_t		 territories, aliases, terms;
	size_t		 removed;	/* no longer in the files */
};

/*
 * Bring territories.tsv and aliases.tsv of `dir` in. What is there keeps its id;
 * exact points that are there stay (they may come from a better table).
 * What has left the files is removed, or if something still refers to it
 * kept but no longer suggested. Running it again with the same files does
 * nothing; after an interruption it does the rest. *counts may be NULL.
 * RC_NOT_FOUND, RC_INVALID: `why` says which file, line, what. RC_BUSY, RC_FAIL.
 * Opens its own write transactions, of some thousand rows each, so that nobody
 * waits: the caller holds none.
 */
enum rc	 territory_import(struct db *, const char *dir,
	    struct territory_counts *counts, struct problems *why);

#endif
