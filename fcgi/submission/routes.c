/*
 * The routes of the submission worker.
 * A row says who may; no handler asks again.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include "base/lang.h"

#define FILE_MAX	((int64_t)20 * 1024 * 1024)	/* bytes */
#define FORM_MAX	((size_t)24 * 1024 * 1024)	/* as nginx accepts */
#define ANSWER_MAX	((size_t)512 * 1024)

#define LAST		{ .type = F_END }

static const struct field_rule deposit_fields[] = {
	{ .name = "titre", .type = F_TEXT },
	LAST
};

static const struct field_rule begin_fields[] = {
	{ .name = "titre", .type = F_TEXT },
	{ .name = "porteur", .type = F_INT },
	LAST
};

static const struct field_rule suggest_fields[] = {
	{ .name = "q", .type = F_TEXT, .max = 120 },
	{ .name = "genre", .type = F_CODE },
	LAST
};

static const struct field_rule plus_fields[] = {
	{ .name = "plus", .type = F_CODE },
	LAST
};

static const struct field_rule step_fields[] = {
	{ .name = "a.", .type = F_ANSWERS, .flags = FIELD_MANY },
	{ .name = "b.", .type = F_ANSWERS },
	{ .name = "a.", .type = F_FILE, .flags = FIELD_MANY, .max = FILE_MAX },
	{ .name = "revision", .type = F_INT },
	{ .name = "_ajouter", .type = F_CODE },
	{ .name = "_retirer", .type = F_CODE },
	LAST
};

static const struct field_rule save_fields[] = {
	{ .name = "a.", .type = F_ANSWERS, .flags = FIELD_MANY },
	{ .name = "b.", .type = F_ANSWERS },
	{ .name = "champ", .type = F_CODE, .flags = FIELD_REQUIRED },
	{ .name = "revision", .type = F_INT },
	LAST
};

static const struct field_rule file_fields[] = {
	{ .name = "a.", .type = F_FILE, .flags = FIELD_MANY, .max = FILE_MAX },
	LAST
};

static const struct field_rule message_fields[] = {
	{ .name = "message", .type = F_LONG, .max = 10000 },
	{ .name = "fichier", .type = F_FILE, .flags = FIELD_MANY,
	    .max = FILE_MAX },
	LAST
};

static const struct field_rule withdraw_fields[] = {
	{ .name = "motif", .type = F_LONG, .max = 2000 },
	LAST
};

static const struct field_rule publish_fields[] = {
	{ .name = "montrer", .type = F_BOOL },
	LAST
};

#define MINE		"/:platform/mes-projets/:slug"
#define STEP		MINE "/etapes/:step"
#define APPLICATION	MINE "/appels/:call"
#define OWN		APPLICATION "/questions/:step"

#define READ(path, get)							\
	{ .method = GET, .pattern = (path), .right = RIGHT_DOSSIER_READ, \
	    .object = my_dossier, .handler = (get) }
#define EDIT(path, rules, get)						\
	{ .method = GET, .pattern = (path), .right = RIGHT_DOSSIER_EDIT, \
	    .object = my_dossier, .fields = (rules), .handler = (get) }
#define DO(path, may, rules, post)					\
	{ .method = POST, .pattern = (path), .right = (may),		\
	    .object = my_dossier, .fields = (rules), .handler = (post) }
#define SEND(path, rules, limit, post)					\
	{ .method = POST, .pattern = (path), .right = RIGHT_DOSSIER_EDIT, \
	    .object = my_dossier, .fields = (rules), .handler = (post),	\
	    .body_limit = (limit), .flags = ROUTE_UPLOAD }

static const struct route routes[] = {
	{ .method = GET, .pattern = "/:platform/deposer",
	    .right = RIGHT_PUBLIC, .fields = deposit_fields,
	    .handler = deposit_get, .flags = ROUTE_FORM },
	{ .method = POST, .pattern = "/:platform/deposer",
	    .right = RIGHT_DOSSIER_CREATE, .fields = begin_fields,
	    .handler = deposit_post },
	{ .method = GET, .pattern = "/:platform/deposer/territoires",
	    .right = RIGHT_PUBLIC, .fields = suggest_fields,
	    .handler = places_json },
	{ .method = GET, .pattern = "/:platform/deposer/organisations",
	    .right = RIGHT_SIGNED_IN, .fields = suggest_fields,
	    .handler = bodies_json },
	{ .method = GET, .pattern = "/:platform/mes-projets",
	    .right = RIGHT_SIGNED_IN, .handler = my_projects_get },
	READ(MINE, dossier_get),
	READ(MINE "/relire", review_get),
	READ(MINE "/pieces/:version", document_get),
	DO(MINE "/public", RIGHT_DOSSIER_SUBMIT, publish_fields, publish_post),
	DO(MINE "/corbeille", RIGHT_DOSSIER_MANAGE, NULL, trash_post),
	DO(MINE "/restaurer", RIGHT_DOSSIER_MANAGE, NULL, restore_post),
	EDIT(STEP, plus_fields, step_get),
	SEND(STEP, step_fields, FORM_MAX, step_post),
	SEND(STEP "/enregistrer", save_fields, ANSWER_MAX, save_post),
	SEND(STEP "/pieces", file_fields, FORM_MAX, file_post),
	READ(MINE "/appels", calls_choose_get),
	READ(APPLICATION, application_get),
	DO(APPLICATION "/commencer", RIGHT_DOSSIER_SUBMIT, NULL, begin_post),
	EDIT(OWN, plus_fields, step_get),
	SEND(OWN, step_fields, FORM_MAX, step_post),
	SEND(OWN "/enregistrer", save_fields, ANSWER_MAX, save_post),
	SEND(OWN "/pieces", file_fields, FORM_MAX, file_post),
	DO(APPLICATION "/deposer", RIGHT_DOSSIER_SUBMIT, NULL, submit_post),
	READ(APPLICATION "/recepisse", receipt_get),
	READ(APPLICATION "/recepisse.pdf", receipt_pdf_get),
	READ(APPLICATION "/depot.json", snapshot_json_get),
	SEND(APPLICATION "/messages", message_fields, FORM_MAX, message_post),
	READ(APPLICATION "/fichiers/:file", message_file_get),
	DO(APPLICATION "/lu", RIGHT_DOSSIER_READ, NULL, seen_post),
	DO(APPLICATION "/rien-a-changer", RIGHT_DOSSIER_SUBMIT, NULL,
	    corrected_post),
	{ .method = GET, .pattern = APPLICATION "/retirer",
	    .right = RIGHT_DOSSIER_SUBMIT, .object = my_dossier,
	    .handler = withdraw_get },
	DO(APPLICATION "/retirer", RIGHT_DOSSIER_SUBMIT, withdraw_fields,
	    withdraw_post),
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
