/*
 * Notes that only the service reads, beside an application.
 */
#ifndef DOMAIN_NOTE_H
#define DOMAIN_NOTE_H

#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "store/db.h"

struct note {
	int64_t		 id, author_id;
	const char	*author, *body;
	int64_t		 written_at;
};

struct notes {
	struct note	*rows;		/* newest first */
	size_t		 count;
};

/* At most 100, in mem. A read. */
enum rc	 note_list(struct notes *, struct db *, struct mem *,
	    int64_t application_id);
/* RC_INVALID: empty or too long (`where` "note"). Own write transaction. */
enum rc	 note_add(struct db *, struct mem *, int64_t application_id,
	    const char *body, const struct act *, struct problems *why);
/* By its author only: RC_NOT_FOUND otherwise. Own write transaction. */
enum rc	 note_drop(struct db *, int64_t application_id, int64_t note_id,
	    const struct act *);

#endif
