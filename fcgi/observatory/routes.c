/*
 * The routes of the observatory worker.
 * A row says who may; no handler asks again.
 */
#include "config.h"

#include "fcgi/observatory/commons.h"
#include "fcgi/observatory/graph.h"
#include "fcgi/observatory/pages.h"
#include "fcgi/observatory/parts.h"

static const struct field_rule journal_fields[] = {
	{ .name = "avant", .type = F_ID },
	{ .name = NULL, .type = F_END },
};

/* A public page, the same for every visitor. */
#define PUBLIC(path, rules, get)					\
	{ .method = GET, .pattern = (path), .right = RIGHT_PUBLIC,	\
	    .fields = (rules), .handler = (get), .flags = ROUTE_CACHED }
/* The same, streamed: nothing to keep in memory. */
#define STREAM(path, rules, get)					\
	{ .method = GET, .pattern = (path), .right = RIGHT_PUBLIC,	\
	    .fields = (rules), .handler = (get) }

static const struct route routes[] = {
	PUBLIC("/", NULL, platforms_get),
	PUBLIC("/a-propos", NULL, about_get),
	PUBLIC("/:platform/", NULL, platform_get),
	PUBLIC("/:platform/theme.css", NULL, platform_css),
	PUBLIC("/:platform/projets", filter_fields, projects_get),
	STREAM("/:platform/projets.csv", filter_fields, projects_csv),
	STREAM("/:platform/projets.xlsx", filter_fields, projects_xlsx),
	STREAM("/:platform/projets.json", filter_fields, projects_json),
	STREAM("/:platform/projets.geojson", filter_fields, projects_geojson),
	STREAM("/:platform/projets.atom", filter_fields, projects_atom),
	PUBLIC("/:platform/projets/:slug", NULL, project_get),
	PUBLIC("/:platform/projets/:slug/image.jpg", NULL, project_picture),
	PUBLIC("/:platform/projets/:slug/vignette.jpg", NULL, project_thumb),
	PUBLIC("/:platform/projets/:slug/donnees.jsonld", NULL, project_json),
	PUBLIC("/:platform/appels", NULL, calls_get),
	PUBLIC("/:platform/appels/:slug", NULL, call_get),
	PUBLIC("/:platform/carte", filter_fields, map_get),
	STREAM("/:platform/carte.geojson", filter_fields, map_geojson),
	PUBLIC("/:platform/contour.geojson", NULL, contour_json),
	PUBLIC("/:platform/territoires/:code", NULL, territory_get),
	PUBLIC("/:platform/observatoire", NULL, observatory_get),
	PUBLIC("/:platform/observatoire/emergences", NULL, emerging_get),
	PUBLIC("/:platform/observatoire/:figure", NULL, observatory_figure),
	PUBLIC("/:platform/elements", element_fields, elements_get),
	PUBLIC("/:platform/elements/graphe", graph_fields, graph_get),
	PUBLIC("/:platform/elements/:genre/:slug", NULL, element_get),
	PUBLIC("/:platform/journal", journal_fields, journal_get),
	STREAM("/:platform/journal.json", NULL, journal_json),
	PUBLIC("/:platform/journal/verifier", NULL, journal_verify_get),
	PUBLIC("/:platform/journal/:number", NULL, journal_act_get),
	PUBLIC("/:platform/donnees", NULL, data_get),
	PUBLIC("/:platform/plan-du-site", NULL, site_plan_get),
	PUBLIC("/:platform/:page", NULL, platform_text_get),
	{ .method = 0 }
};

const struct worker observatory_worker = {
	.name = "observatory",
	.routes = routes,
	.views = "observatory",
};
