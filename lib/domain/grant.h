/*
 * Grants: a role given to a person at a scope (doc/rights.md).
 * What a role allows is domain/right's; here roles are given and taken back.
 */
#ifndef DOMAIN_GRANT_H
#define DOMAIN_GRANT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/person.h"
#include "domain/right.h"
#include "store/db.h"

/* Where a role holds. */
struct scope {
	const char	*kind;		/* "installation", "territory", … */
	int64_t		 id;		/* 0 for the installation */
	int64_t		 platform_id;	/* only there; 0: everywhere */
};

struct grant {
	int64_t		 id, person_id;
	const char	*person_name, *person_email;
	const char	*role;
	const char	*role_label;	/* in words */
	struct scope	 scope;
	const char	*where;		/* the scope in words (scope_words) */
	int64_t		 granted_at, ends_at;	/* ends_at 0: never */
	const char	*granted_by;	/* a name; "" for the command line */
};

/* --- scopes ----------------------------------------------------------------- */

/*
 * "installation", "platform:cte", "call:cte/slug", "stage:cte/slug/key",
 * "theme:cte/key", "dossier:cte/slug" (the project's address),
 * "territory:97413", "territory:reg-04@cte" (on that platform only). *scope
 * lives in mem. RC_INVALID: not of that form. RC_NOT_FOUND: no such thing.
 * Reads, here and below.
 */
enum rc	 scope_parse(struct scope *, struct db *, struct mem *,
	    const char *text);
/*
 * What a right may be asked about, as people name it: "installation",
 * "platform:cte", "call:cte/slug", "dossier:cte/slug", "organisation:slug",
 * "application:TCO-2026-00042". Same results.
 */
enum rc	 object_parse(struct object *, struct db *, struct mem *,
	    const char *text);
/* The reverse of scope_parse, in mem. */
const char *scope_text(struct db *, struct mem *, const struct scope *);
/* In words, from what the view scope_said says of it: "l’appel « Quartiers en
 * transition »". name and parent may be NULL. In mem. */
const char *scope_words(struct mem *, const char *kind, const char *name,
	    const char *parent);
/* The same, read: not for each row of a list. In mem. */
const char *scope_label(struct db *, struct mem *, const struct scope *);

/* --- giving and taking back --------------------------------------------------- */

/*
 * Give the role. A grant that exists takes the new end. by NULL: the command
 * line. RC_INVALID with `why`: unknown role, a role that gives nothing at such
 * a scope, an end already past. RC_NOT_FOUND: no such person. Opens its own
 * write transaction; audited. Whether `by` may is asked before.
 */
enum rc	 grant_add(struct db *, struct mem *, int64_t person_id,
	    const char *role, const struct scope *, int64_t ends_at,
	    const struct person *by, int64_t now, struct problems *why);
/* The same inside the caller's write transaction, nothing checked: the
 * answer to an invitation that was. */
void	 grant_put(struct db *, int64_t person_id, const char *role,
	    const struct scope *, int64_t ends_at, int64_t by_id, int64_t now);
/* Is it a role that means something at that scope? Fills `why` when not. */
bool	 grant_is_sound(struct db *, const char *role, const struct scope *,
	    struct problems *why);
/*
 * Take it back. RC_NOT_FOUND. RC_CONFLICT: it is the last administrator of
 * the platform (by is not NULL: the command line may). Own write transaction;
 * audited.
 */
enum rc	 grant_end(struct db *, struct mem *, int64_t id,
	    const struct person *by, int64_t now);

/* --- looking -------------------------------------------------------------------- */

/* The id of that very grant, 0 when there is none. */
int64_t	 grant_find(struct db *, int64_t person_id, const char *role,
	    const struct scope *);
/* *grant lives in mem. RC_NOT_FOUND. */
enum rc	 grant_load(struct grant **, struct db *, struct mem *, int64_t id);
/* NULL texts and 0 mean all. */
struct grant_filter {
	int64_t		 platform_id;	/* given for that platform only */
	const char	*role;
	const char	*scope_kind;
	const char	*after_role;	/* key of the last row of the page before */
	int64_t		 after_id;
};
/* By role, then in the order given; at most limit; *grants in mem. */
size_t	 grant_list(struct grant **grants, struct db *, struct mem *,
	    const struct grant_filter *, int limit);
/* All roles of a person. */
size_t	 grant_of_person(struct grant **grants, struct db *, struct mem *,
	    int64_t person_id);
/* Those given above the platform (installation, larger territory) that hold
 * on it; at most 200. */
size_t	 grant_above(struct grant **grants, struct db *, struct mem *,
	    int64_t platform_id);
/* A role's name in words: a platform's own label, or the built-in one; the
 * name itself when unknown. In mem. */
const char *grant_role_label(struct db *, struct mem *, const char *role,
	    int64_t platform_id);

#endif
