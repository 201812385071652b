/*
 * Handlers of the observatory worker: what is public: platforms, projects, maps, figures, journal, open data.
 * One file per family of pages; each row of routes.c names its handler.
 */
#ifndef FCGI_OBSERVATORY_PAGES_H
#define FCGI_OBSERVATORY_PAGES_H

#include "web/route.h"

extern const struct worker observatory_worker;

/* home.c */
void	 platforms_get(struct req *, struct res *);

#endif
