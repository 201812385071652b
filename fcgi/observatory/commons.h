/*
 * What lives around an element: links, needs and offers, people.
 */
#ifndef OBSERVATORY_COMMONS_H
#define OBSERVATORY_COMMONS_H

#include "base/buf.h"
#include "web/res.h"

/* Fill partials/around.tpl for an element of that kind and slug. */
void	 around_show(const struct req *, struct view *page,
	    int64_t element_id, const char *kind, const char *slug);
void	 emerging_get(struct req *, struct res *);
/* One of its charts ("emergence-themes") as SVG; nothing when unknown. */
void	 emerging_svg(const struct req *, struct buf *, const char *id);

#endif
