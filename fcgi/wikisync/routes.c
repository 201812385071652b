/*
 * The routes of the wikisync worker.
 * A row says who may; no handler asks again.
 */
#include "config.h"

#include "fcgi/wikisync/pages.h"

static const struct route routes[] = {
	{ .method = 0 }
};

const struct worker wikisync_worker = {
	.name = "wikisync",
	.routes = routes,
	.views = "wikisync",
};
