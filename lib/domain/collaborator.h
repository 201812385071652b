/*
 * Collaborators: people whom a holder lets in a dossier, at a level. They come
 * by an invitation (domain/invitation); here they are seen, changed, let go.
 */
#ifndef DOMAIN_COLLABORATOR_H
#define DOMAIN_COLLABORATOR_H

#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "domain/person.h"
#include "store/db.h"

/* "view", "comment", "edit", "submit"; NULL ends. */
extern const char *const collaborator_levels[];
/* "lire et écrire", in the person's language; borrowed for ever. */
const char *collaborator_level_label(const char *level);

struct collaborator {
	int64_t		 person_id, since_at;
	const char	*name, *email, *level;
};
/* In the order they came; at most 100; in mem. A read. */
size_t	 collaborator_list(struct collaborator **, struct db *, struct mem *,
	    int64_t dossier_id);
/* RC_NOT_FOUND: not on the dossier. RC_INVALID: no such level. Own write
 * transactions, audited. */
enum rc	 collaborator_set(struct db *, int64_t dossier_id, int64_t person_id,
	    const char *level, const struct person *by, int64_t now);
enum rc	 collaborator_end(struct db *, int64_t dossier_id, int64_t person_id,
	    const struct person *by, int64_t now);

#endif
