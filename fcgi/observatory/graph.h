/*
 * The links of the territory, drawn and listed: all, or around one.
 */
#ifndef OBSERVATORY_GRAPH_H
#define OBSERVATORY_GRAPH_H

#include "web/res.h"

extern const struct field_rule graph_fields[];

void		 graph_get(struct req *, struct res *);
/* The graph around an element, an organisation or a person. In req->mem. */
const char	*graph_around_url(const struct req *, const char *kind,
		    const char *slug);

#endif
