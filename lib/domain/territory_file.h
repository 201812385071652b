/*
 * The tree of territories as it stands in data/territories (columns: README.md
 * there), read whole and checked. It writes no table.
 */
#ifndef DOMAIN_TERRITORY_FILE_H
#define DOMAIN_TERRITORY_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"
#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"

/* In the order of the file, which is from the largest. */
enum tree_kind {
	TREE_COUNTRY, TREE_REGION, TREE_DEPARTEMENT, TREE_EPCI, TREE_COMMUNE,
	TREE_KINDS
};

extern const char *const tree_kind_names[TREE_KINDS];

struct tree_row {
	enum tree_kind	 kind;
	const char	*code, *name, *postcodes;
	const char	*siren;			/* NULL: none */
	int64_t		 population, lon_e6, lat_e6;
	bool		 approximate;
	/* What it is inside of, strictly; NULL where it is not. */
	const struct tree_row *in[TREE_KINDS];
	const struct tree_row *parent;		/* shown in a path; NULL: none */
	int64_t		 id;			/* set by the import */
};

struct tree_alias {
	const char	*code;
	const char	*name;			/* NULL: only the code is known */
	const struct tree_row *commune;
};

struct tree {
	struct tree_row	*rows;
	size_t		 n;
	size_t		 begin[TREE_KINDS + 1];	/* where each kind begins */
	struct tree_alias *aliases;
	size_t		 alias_count;
	char		 digest[DIGEST_HEX];	/* of both files */
};

/*
 * Read DIR/territories.tsv and DIR/aliases.tsv into mem, parents resolved.
 * RC_NOT_FOUND: a file is missing. RC_INVALID: `why` names file, line and what
 * was found. RC_FAIL: logged.
 */
enum rc	 tree_read(struct tree *, struct mem *, const char *dir,
	    struct problems *why);

#endif
