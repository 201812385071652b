/*
 * An element: anything described on a platform (project, commons, place…).
 * It keeps what is shown of it, its full text and its public state; it knows
 * nothing of answers (dossier.h) nor of money (plan.h).
 */
#ifndef DOMAIN_ELEMENT_H
#define DOMAIN_ELEMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

struct element {
	int64_t		 id;			/* 0: not created yet */
	const char	*uuid;			/* NULL: one is made */
	int64_t		 platform_id;
	const char	*kind;			/* "project"… */
	const char	*slug;			/* NULL: made from the title */
	const char	*title, *summary, *description;
	int64_t		 territory_id, theme_id;	/* 0: none */
	bool		 has_point;
	int64_t		 lon_e6, lat_e6;	/* millionths of a degree */
	const char	*state;			/* NULL: "draft" */
	int64_t		 owner_person_id, owner_organisation_id;
	const char	*holder_name;		/* as shown to the public */
	const char	*starts_on, *ends_on;	/* "YYYY-MM-DD", or NULL */
	/* Kept by plan_refresh; not read by element_create and _put. */
	int64_t		 cost_cents, asked_cents, promised_cents, granted_cents,
			 paid_cents;
	const char	*origin;		/* NULL: "deposit" */
	const char	*origin_url;		/* or NULL */
	int64_t		 created_at, updated_at, published_at;	/* 0: not public */
};

/*
 * Write a new element inside the caller's write transaction and return its
 * id. Texts may be NULL (empty). The slug is made unique on its platform:
 * "x", "x-2", "x-3"…; e gets id, uuid, slug and state. The territory that lists
 * show is derived. When published_at is set its full text is searchable.
 */
int64_t	 element_create(struct db *, struct mem *, struct element *e,
	    int64_t now);
/*
 * Write title, summary, description, territory, theme, point, holder, dates
 * again, with what follows from them (full text, copies in applications).
 * Inside the caller's write transaction.
 */
void	 element_put(struct db *, struct mem *, const struct element *,
	    int64_t now);

/* *e lives in mem. RC_NOT_FOUND. Reads. */
enum rc	 element_load(struct element **e, struct db *, struct mem *,
	    int64_t id);
enum rc	 element_by_slug(struct element **e, struct db *, struct mem *,
	    int64_t platform_id, const char *kind, const char *slug);

/* Full text of a published element; none of one that is not. Inside the
 * caller's write transaction. */
void	 element_refresh_search(struct db *, int64_t id);

/*
 * The state that the applications of the project give it (doc/states.md),
 * written when it changed. Without a deposited application: listening when
 * published, else draft; listening again when its holder brought it back to the
 * flow after the last refusal (flow.h); but a state of what follows a decision (funded,
 * in_progress, completed, abandoned) stays until a decision is reopened, and an
 * imported element keeps its own. Inside the caller's write transaction.
 */
void	 element_refresh_state(struct db *, struct mem *, int64_t id,
	    int64_t now);
/*
 * What the holder or the service says after a decision: funded, in_progress,
 * completed, abandoned, or accepted again. RC_CONFLICT: the project has
 * no accepted application (a project never presented may be abandoned).
 * Writes a journal entry of kind "state" under `actor`. Opens its own write
 * transaction.
 */
enum rc	 element_follow(struct db *, struct mem *, int64_t id,
	    const char *state, const char *actor, const char *text, int64_t now);

/*
 * Make public, or take back from the public. Inside the caller's write
 * transaction; refreshes full text, state, tallies. Doing it twice is nothing.
 */
void	 element_publish(struct db *, struct mem *, int64_t id, int64_t now);
void	 element_unpublish(struct db *, struct mem *, int64_t id, int64_t now);

/* A UUID of version 7 (RFC 9562): sorts by time of creation. In mem. */
const char *element_uuid(struct mem *, int64_t now);

#endif
