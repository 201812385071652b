/*
 * The service's own trail: who changed rights, accounts, settings.
 * What the public may know is in the journal, not here.
 */
#ifndef DOMAIN_AUDIT_H
#define DOMAIN_AUDIT_H

#include <stdint.h>

#include "base/mem.h"
#include "store/db.h"

struct json_object;

/*
 * Add a row. Runs inside the caller's write transaction. person_id 0: the
 * system or the command line; platform_id 0: none. detail (may be NULL) is
 * borrowed and never holds a secret.
 */
void	 audit_add(struct db *, int64_t person_id, const char *event,
	    int64_t platform_id, struct json_object *detail, int64_t now);
/* The same with one pair. */
void	 audit_note(struct db *, int64_t person_id, const char *event,
	    int64_t platform_id, const char *key, const char *value,
	    int64_t now);

/* How often the person did it since that moment. A read. */
int64_t	 audit_count(struct db *, int64_t person_id, const char *event,
	    int64_t since);

struct audit_row {
	int64_t		 id, at;
	const char	*event, *person_name;	/* who did it; "" when none */
	const char	*subject_name;		/* about whom; "" when none */
	const char	*role_label;		/* of a platform's own role, or NULL */
	const char	*detail;		/* JSON */
};
/* The newest of a platform before an id (0: the newest), borrowed rows. */
void	 audit_each(struct db *, struct mem *, int64_t platform_id,
	    int64_t before, int limit,
	    void (*each)(void *, const struct audit_row *), void *);

#endif
