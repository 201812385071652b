/*
 * How much the documents of a person or of an organisation take, and whether
 * one more has room: in the vault, and joined to the dossiers that they hold.
 */
#ifndef DOMAIN_STORAGE_H
#define DOMAIN_STORAGE_H

#include <stdint.h>

#include "base/mem.h"
#include "domain/stored_file.h"
#include "domain/vault.h"
#include "store/db.h"

#define STORAGE_MAX	((int64_t)1000)	/* MB of one owner, unless settings say else */

struct storage {
	int64_t		 documents;	/* in the vault */
	int64_t		 bytes;		/* the same file counts once */
	int64_t		 limit_bytes;	/* storage_max_mb (doc/operations.md) */
};

/* In mem. A read, of the settings' file too. */
void	 storage_load(struct storage *, struct db *, struct mem *,
	    const struct vault_owner *);
/*
 * Why a file that just came has no room, in a sentence in mem; NULL: it has.
 * vaulted: it would be one more document of the vault. A read.
 */
const char *storage_refusal(struct db *, struct mem *,
	    const struct vault_owner *, const struct received *, bool vaulted);

#endif
