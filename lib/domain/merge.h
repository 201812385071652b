/*
 * Two descriptions of one project: one page points to the other once both
 * authors agreed, until one of them undoes it. It moves and erases nothing.
 */
#ifndef DOMAIN_MERGE_H
#define DOMAIN_MERGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "store/db.h"

struct merge {
	int64_t		 id, from_id, to_id;
	const char	*from_title, *from_slug, *to_title, *to_slug;
	const char	*message;
	int64_t		 asked_at, from_at, to_at;	/* 0: not agreed yet */
};

/*
 * Ask that from_id point to to_id. by_from, by_to: the person speaks for that
 * end, which then agrees at once; neither for a moderator, who only suggests.
 * The holders of the other end are told. RC_CONFLICT: a request or a merge is
 * alive for from_id, or to_id itself points elsewhere. RC_INVALID: the same
 * element, or not public (why: projet). Own write transaction.
 */
enum rc	 merge_ask(struct db *, struct mem *, int64_t from_id, int64_t to_id,
	    const char *message, bool by_from, bool by_to, const struct act *,
	    struct problems *why);
/*
 * The holder of element_id, one of the ends, agrees or not. Once both agreed
 * the merge is in force. RC_NOT_FOUND: not of that element, or over. Own write
 * transaction.
 */
enum rc	 merge_answer(struct db *, struct mem *, int64_t merge_id,
	    int64_t element_id, bool agrees, const struct act *);
/* Either author ends it, in force or not. Same results. */
enum rc	 merge_end(struct db *, struct mem *, int64_t merge_id,
	    int64_t element_id, const struct act *);

/* What is alive around an element: asked and in force; in mem, at most 20. */
size_t	 merge_list(struct merge **, struct db *, struct mem *,
	    int64_t element_id);
/* Where the element points, when a merge is in force; else NULL. In mem. */
const struct merge *merge_in_force(struct db *, struct mem *,
	    int64_t element_id);

#endif
