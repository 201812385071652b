/*
 * Handlers of the wikisync worker: wikis tied to a platform.
 * One file per family of pages; each row of routes.c names its handler.
 */
#ifndef FCGI_WIKISYNC_PAGES_H
#define FCGI_WIKISYNC_PAGES_H

#include "web/route.h"

extern const struct worker wikisync_worker;

#endif
