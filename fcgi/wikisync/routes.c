/*
 * The routes of the wikisync worker.
 * A row says who may; no handler asks again.
 */
#include "config.h"

#include "base/lang.h"
#include "fcgi/wikisync/pages.h"

static const struct field_rule wiki_fields[] = {
	{ .name = "nom", .type = F_TEXT, .max = 120, .flags = FIELD_REQUIRED,
	    .missing = N_("Donnez un nom à ce wiki, celui que vos collègues "
	    "reconnaîtront.") },
	{ .name = "adresse", .type = F_TEXT, .max = 1000,
	    .flags = FIELD_REQUIRED,
	    .missing = N_("Donnez l’adresse du wiki.") },
	{ .name = "compte", .type = F_TEXT, .max = 255,
	    .flags = FIELD_REQUIRED,
	    .missing = N_("Donnez le compte robot du wiki.") },
	{ .name = "secret", .type = F_PASSWORD, .max = 255 },
	{ .name = NULL, .type = F_END },
};

static const struct field_rule ask_fields[] = {
	{ .name = "par", .type = F_CHOICE, .choices = "category|template" },
	{ .name = "nom", .type = F_TEXT, .max = 255 },
	{ .name = "genre", .type = F_CHOICE,
	    .choices = "place|project|resource|event|commons" },
	{ .name = NULL, .type = F_END },
};

static const struct field_rule preview_fields[] = {
	{ .name = "verdict", .type = F_CHOICE,
	    .choices = "create|update|unchanged|duplicate|unreadable" },
	{ .name = "apres", .type = F_ID },
	{ .name = "avant", .type = F_ID },
	{ .name = NULL, .type = F_END },
};

static const struct field_rule choose_fields[] = {
	{ .name = "verdict", .type = F_CHOICE,
	    .choices = "create|update|unchanged|duplicate|unreadable" },
	{ .name = "apres", .type = F_ID },
	{ .name = "avant", .type = F_ID },
	{ .name = "vu", .type = F_ID, .flags = FIELD_MANY },
	{ .name = "page", .type = F_ID, .flags = FIELD_MANY },
	{ .name = "acte", .type = F_CHOICE, .choices = "garder|importer" },
	{ .name = NULL, .type = F_END },
};

#define ON_GET(path, rules, get)					\
	{ .method = GET, .pattern = "/:platform/wiki" path,		\
	    .right = RIGHT_WIKI, .fields = (rules), .handler = (get) }
#define ON_POST(path, rules, post)					\
	{ .method = POST, .pattern = "/:platform/wiki" path,		\
	    .right = RIGHT_WIKI, .fields = (rules), .handler = (post) }

static const struct route routes[] = {
	ON_GET("", NULL, wikis_get),
	ON_GET("/nouveau", NULL, wiki_new_get),
	ON_POST("/nouveau", wiki_fields, wiki_new_post),
	ON_GET("/imports/:id", preview_fields, import_get),
	ON_POST("/imports/:id", choose_fields, import_post),
	ON_GET("/imports/:id/confirmer", NULL, confirm_get),
	ON_POST("/imports/:id/confirmer", NULL, confirm_post),
	ON_POST("/imports/:id/annuler", NULL, cancel_post),
	ON_GET("/:slug", NULL, wiki_get),
	ON_GET("/:slug/modifier", NULL, wiki_change_get),
	ON_POST("/:slug/modifier", wiki_fields, wiki_change_post),
	ON_POST("/:slug/tester", NULL, wiki_test_post),
	ON_GET("/:slug/importer", ask_fields, import_new_get),
	ON_POST("/:slug/importer", ask_fields, import_new_post),
	{ .method = 0 }
};

const struct worker wikisync_worker = {
	.name = "wikisync",
	.routes = routes,
	.views = "wikisync",
};
