/*
 * What documents are: statutes, bank details, budget… A list common to every
 * platform, and what platforms add in platform.json (doc/vault.md).
 * It judges no file: document.h does, with what is told here.
 */
#ifndef DOMAIN_NATURE_H
#define DOMAIN_NATURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "store/db.h"

struct nature {
	const char	*key;		/* "rib" */
	const char	*label;		/* in the language of lang_set */
	const char	*accept;	/* extensions, "|" between; "": any known */
	int64_t		 max_bytes;	/* of one file; 0: the installation's */
	int64_t		 valid_months;	/* from its issue; 0: no date proposed */
	bool		 reused;	/* goes into the vault by itself */
};

struct natures {
	struct nature	*rows;		/* in the order shown */
	size_t		 count;
};

/* The common ones, then those of the platforms; in mem. A read. */
void	 nature_list(struct natures *, struct db *, struct mem *);
/* One of them; a key that no list has is a nature of its own, labelled by
 * the key. Lives in mem. A read. */
const struct nature *nature_get(struct db *, struct mem *, const char *key);
/* Is the key one of the list? */
bool	 nature_is(const struct natures *, const char *key);

#endif
