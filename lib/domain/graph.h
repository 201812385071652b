/*
 * The links of a platform as a graph: elements, organisations, and the people
 * who let their name be read. Whatever the public may not read is not in it:
 * a link that waits, an element not published, a person who stays anonymous.
 */
#ifndef DOMAIN_GRAPH_H
#define DOMAIN_GRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

#define GRAPH_LINKS	300	/* of one graph, the newest */
#define GRAPH_STEPS	2	/* away from an element, at most */

struct graph_node {
	const char	*kind;	/* an element's, "organisation" or "person" */
	int64_t		 id;
	const char	*slug;	/* of a person: the id, in digits */
	const char	*title;
	size_t		 links;
};

struct graph_link {
	const char	*relation;	/* of link_kinds */
	size_t		 from, to;	/* in nodes */
};

struct graph {
	struct graph_node	*nodes;
	size_t			 node_count;
	struct graph_link	*links;		/* the newest first */
	size_t			 link_count;
	bool			 more;		/* older ones are left out */
	size_t			 centre;	/* when asked around one */
};

struct graph_filter {
	int64_t		 platform_id;
	/* Around one: its kind and slug, and how many steps away (1 when not
	 * said). NULL: all links. */
	const char	*around_kind, *around_slug;
	int		 steps;
	const char	*kind;		/* one of both ends is such, or NULL */
	const char	*relation;	/* or NULL */
};

/* In mem. RC_NOT_FOUND: nothing of that kind and slug may be shown: neither
 * public, nor tied to anything public. A read. */
enum rc	 graph_load(struct graph *, struct db *, struct mem *,
	    const struct graph_filter *);

#endif
