/*
 * The routes of the submission worker.
 * A row says who may; no handler asks again.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include "base/lang.h"

static const struct route routes[] = {
	{ .method = 0 }
};

static const struct nav_item nav[] = {
	{ N_("Mes projets"), "mes-projets", NULL },
	{ N_("Appels"), "appels", NULL },
	{ NULL, NULL, NULL }
};

const struct worker submission_worker = {
	.name = "submission",
	.routes = routes,
	.views = "submission account",
	.nav_kind = NAV_KIND_HOLDER,
	.nav = nav,
};
