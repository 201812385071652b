/*
 * The routes of the instruction worker.
 * A row says who may; no handler asks again.
 */
#include "config.h"

#include "fcgi/instruction/pages.h"

#include "base/lang.h"

static const struct route routes[] = {
	{ .method = 0 }
};

static const struct nav_item nav[] = {
	{ N_("Instruction"), "instruction", NULL },
	{ NULL, NULL, NULL }
};

const struct worker instruction_worker = {
	.name = "instruction",
	.routes = routes,
	.views = "instruction administration",
	.nav_kind = NAV_KIND_AGENT,
	.nav = nav,
};
