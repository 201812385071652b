/*
 * What a service received of a dossier, and when it looked: for its holder.
 */
#ifndef DOMAIN_RECIPIENT_H
#define DOMAIN_RECIPIENT_H

#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "store/db.h"

struct deposited_file {
	int64_t		 version_id;
	const char	*name, *label;
};

struct deposited {
	int64_t		 number, taken_at;
	const char	*sha256;
	int64_t		 seen_at;	/* by whoever is not on the dossier; 0: never */
	const struct deposited_file *documents;
	size_t		 document_count;
};

/* The deposits of an application, last first, at most 50, in mem. Two reads. */
size_t	 recipient_deposits(struct deposited **, struct db *, struct mem *,
	    int64_t application_id);

#endif
