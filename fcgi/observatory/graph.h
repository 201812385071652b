/*
 * The links of the territory, drawn and listed: all, or around one.
 */
#ifndef OBSERVATORY_GRAPH_H
#define OBSERVATORY_GRAPH_H

#include "domain/graph.h"
#include "web/res.h"

#define GRAPH_COLUMNS	6

/* Where the nodes of a kind stand in the drawing; path is its name in
 * addresses, where it is no kind of element. */
struct graph_column {
	const char	*kind, *path, *head;	/* head: msgid */
};

extern const struct graph_column graph_columns[GRAPH_COLUMNS];
extern const struct field_rule graph_fields[];

void		 graph_get(struct req *, struct res *);
/* The graph around an element, an organisation or a person. In req->mem. */
const char	*graph_around_url(const struct req *, const char *kind,
		    const char *slug);
/* The page of a node; what has none is shown by what is around it. */
const char	*graph_node_url(const struct req *, const struct graph_node *);
/* The column of a kind. */
int		 graph_column_of(const char *kind);
/* graph_draw.c: fill the drawing; around: g->centre is in the middle. */
void		 graph_draw(const struct req *, struct view *,
		    const struct graph *, bool around);

#endif
