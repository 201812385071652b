/*
 * Typed links between commons, resources, places, projects and organisations
 * ("uses", "documents", "forks"…), and what people do for them: "je soutiens",
 * "je contribue". A link is shown once both ends agreed. doc/listening.md.
 */
#ifndef DOMAIN_LINK_H
#define DOMAIN_LINK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "domain/need.h"
#include "store/db.h"

/* "uses" → "utilise". The last three are read in other rows: who holds an
 * element, who supports it, who contributes (graph.h). key NULL ends. */
extern const struct word link_kinds[];
/* Is it one that people propose? */
bool	 link_is_proposed(const char *kind);

struct link {
	int64_t		 id, from_id, to_id, organisation_id;
	const char	*kind;
	const char	*from_kind, *from_slug, *from_title;
	/* to_kind is "organisation" for a body, and to_slug its own. */
	const char	*to_kind, *to_slug, *to_title;
	bool		 confirmed;
	bool		 from_agreed, to_agreed;
};

/* Those of an element: shown, and those that wait too when waiting is true. */
size_t	 link_of_element(struct link **, struct db *, struct mem *,
	    int64_t element_id, bool waiting);

/* Does the person hold the element, alone or for its body? A read. */
bool	 link_holds(struct db *, int64_t element_id, int64_t person_id);
/*
 * Propose: from the element to another (to_id), or to a body (organisation_id).
 * An end that the proposer holds agrees at once, the other is asked by mail
 * (act->holder_url). An end that nobody holds (from a wiki) needs nobody; the
 * service agrees for it when the proposer holds neither. RC_INVALID: why
 * (genre, vers). RC_CONFLICT: it exists. Own write transaction.
 */
enum rc	 link_propose(struct db *, struct mem *, int64_t from_id,
	    int64_t to_id, int64_t organisation_id, const char *kind,
	    const struct act *, struct problems *why);
/* Agree for the ends that the person holds, or refuse (the link goes). The
 * service may too (moderator, of that platform). RC_NOT_FOUND: not theirs, or
 * of another platform. Own transaction. */
enum rc	 link_answer(struct db *, int64_t platform_id, int64_t link_id,
	    bool agrees, bool moderator, const struct act *);

/* --- people ------------------------------------------------------------------ */

struct backings {
	int64_t		 supports, contributions;
	bool		 supported, contributed;	/* by the person */
	bool		 named;				/* their name is shown */
	const char	**names;	/* of those who let it be read, 20 */
	size_t		 name_count;
};

/* person_id 0: nobody. In mem. Reads. */
void	 backing_load(struct backings *, struct db *, struct mem *,
	    int64_t element_id, int64_t person_id);
/*
 * "support" or "contribution": given, or taken back. One of each per person. A
 * contribution's message goes to the holder. RC_NOT_FOUND: not public.
 * RC_INVALID: why (message). Own write transaction.
 */
enum rc	 backing_put(struct db *, struct mem *, int64_t element_id,
	    const char *kind, bool given, bool named, const char *message,
	    const struct act *, struct problems *why);

#endif
