/*
 * The routes of the observatory worker.
 * A row says who may; no handler asks again.
 */
#include "config.h"

#include "fcgi/observatory/pages.h"

static const struct route routes[] = {
	{ .method = GET, .pattern = "/", .right = RIGHT_PUBLIC,
	    .handler = platforms_get, .flags = ROUTE_CACHED },
	{ .method = 0 }
};

const struct worker observatory_worker = {
	.name = "observatory",
	.routes = routes,
	.views = "observatory",
};
