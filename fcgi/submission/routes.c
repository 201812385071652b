/*
 * The routes of the submission worker.
 * A row says who may; no handler asks again.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include "base/lang.h"
#include "domain/document.h"
#include "fcgi/submission/account.h"
#include "fcgi/submission/gestures.h"
#include "fcgi/submission/listen.h"
#include "fcgi/submission/people.h"
#include "fcgi/submission/sending.h"
#include "fcgi/submission/vault.h"

#define PAGE(p, f, h)							\
	{ .method = GET, .pattern = (p), .right = RIGHT_PUBLIC,		\
	    .fields = (f), .handler = (h), .flags = ROUTE_FORM }
#define OPEN_POST(p, f, h)						\
	{ .method = POST, .pattern = (p), .right = RIGHT_PUBLIC,	\
	    .fields = (f), .handler = (h) }
#define SELF(m, p, f, h)						\
	{ .method = (m), .pattern = (p), .right = RIGHT_SIGNED_IN,	\
	    .fields = (f), .handler = (h) }
/* Also with an address that is not proved yet. */
#define SELF_UNPROVED(m, p, f, h)					\
	{ .method = (m), .pattern = (p), .right = RIGHT_SIGNED_IN,	\
	    .fields = (f), .handler = (h), .flags = ROUTE_ANYONE }
#define ORGANISATION(m, p, r, f, h)					\
	{ .method = (m), .pattern = "/compte/organisations/:slug" p,	\
	    .right = RIGHT_ORGANISATION_ ## r,				\
	    .object = organisation_of_path, .fields = (f), .handler = (h) }

#define FILE_MAX	DOCUMENT_MAX
#define FORM_MAX	((size_t)128 * 1024 * 1024)	/* as nginx accepts */
#define ANSWER_MAX	((size_t)512 * 1024)

/* The vault of a person, and of an organisation. */
#define VAULT(m, p, f, h)						\
	{ .method = (m), .pattern = "/compte/documents" p,		\
	    .right = RIGHT_SIGNED_IN, .fields = (f), .handler = (h),	\
	    .body_limit = (m) == POST ? FORM_MAX : 0,			\
	    .flags = (m) == POST ? ROUTE_UPLOAD : 0 }
#define VAULT_OF(m, p, r, f, h)						\
	{ .method = (m),						\
	    .pattern = "/compte/organisations/:slug/documents" p,	\
	    .right = RIGHT_ORGANISATION_ ## r,				\
	    .object = organisation_of_path, .fields = (f),		\
	    .handler = (h),						\
	    .body_limit = (m) == POST ? FORM_MAX : 0,			\
	    .flags = (m) == POST ? ROUTE_UPLOAD : 0 }
#define BOTH(m, p, r, f, h)						\
	VAULT(m, p, f, h), VAULT_OF(m, p, r, f, h)

#define LAST		{ .type = F_END }

static const struct field_rule deposit_fields[] = {
	{ .name = "titre", .type = F_TEXT },
	{ .name = "a.", .type = F_ANSWERS, .flags = FIELD_MANY },
	LAST
};

static const struct field_rule begin_fields[] = {
	{ .name = "titre", .type = F_TEXT },
	{ .name = "porteur", .type = F_INT },
	{ .name = "a.", .type = F_ANSWERS, .flags = FIELD_MANY },
	LAST
};

static const struct field_rule suggest_fields[] = {
	{ .name = "q", .type = F_TEXT, .max = 120 },
	{ .name = "genre", .type = F_CODE },
	{ .name = "liste", .type = F_SLUG },
	{ .name = "partout", .type = F_BOOL },
	LAST
};

static const struct field_rule plus_fields[] = {
	{ .name = "plus", .type = F_TEXT, .max = 250 },
	LAST
};

static const struct field_rule step_fields[] = {
	{ .name = "a.", .type = F_ANSWERS, .flags = FIELD_MANY },
	{ .name = "b.", .type = F_ANSWERS },
	{ .name = "a.", .type = F_FILE, .flags = FIELD_MANY, .max = FILE_MAX },
	{ .name = "revision", .type = F_INT },
	{ .name = "_ajouter", .type = F_TEXT, .max = 250 },
	{ .name = "_ligne", .type = F_TEXT, .max = 250 },
	{ .name = "_retirer", .type = F_CODE },
	{ .name = "_reprendre", .type = F_CODE },
	{ .name = "_autrement", .type = F_CODE },
	{ .name = "_comme_le_dossier", .type = F_CODE },
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
	{ .name = "champ", .type = F_CODE },
	{ .name = "envoi", .type = F_CODE },
	{ .name = "a.", .type = F_FILE, .flags = FIELD_MANY, .max = FILE_MAX },
	LAST
};

static const struct field_rule message_fields[] = {
	{ .name = "message", .type = F_LONG, .max = 10000 },
	{ .name = "fichier", .type = F_FILE, .flags = FIELD_MANY,
	    .max = FILE_MAX },
	LAST
};

static const struct field_rule submit_fields[] = {
	{ .name = "accord", .type = F_CODE },
	LAST
};

static const struct field_rule withdraw_fields[] = {
	{ .name = "motif", .type = F_LONG, .max = 2000 },
	LAST
};

static const struct field_rule present_fields[] = {
	{ .name = "accord", .type = F_BOOL },
	LAST
};

static const struct field_rule offer_fields[] = {
	{ .name = "vers", .type = F_INT, .flags = FIELD_REQUIRED },
	LAST
};

static const struct field_rule comment_fields[] = {
	{ .name = "question", .type = F_CODE },
	{ .name = "fil", .type = F_INT },
	{ .name = "regle", .type = F_INT },
	{ .name = "texte", .type = F_LONG, .max = 20000 },
	LAST
};

static const struct field_rule keep_fields[] = {
	{ .name = "champ", .type = F_CODE },
	LAST
};

static const struct field_rule deposit_number_fields[] = {
	{ .name = "depot", .type = F_INT },
	LAST
};

static const struct field_rule page_fields[] = {
	{ .name = "apres", .type = F_TEXT, .max = 40 },
	LAST
};

#define MINE		"/:platform/mes-projets/:slug"
#define STEP		MINE "/etapes/:step"
#define APPLICATION	MINE "/appels/:call"
#define OWN		APPLICATION "/questions/:step"
#define THROUGH		APPLICATION "/dossier/:step"

#define READ(path, get)							\
	{ .method = GET, .pattern = (path), .right = RIGHT_DOSSIER_READ, \
	    .object = my_dossier, .handler = (get) }
#define OPEN(path, get)							\
	{ .method = GET, .pattern = (path), .right = RIGHT_DOSSIER_OPEN, \
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
	{ .method = GET, .pattern = "/:platform/deposer/listes",
	    .right = RIGHT_PUBLIC, .fields = suggest_fields,
	    .handler = lists_json },
	{ .method = GET, .pattern = "/:platform/deposer/modeles/:name",
	    .right = RIGHT_PUBLIC, .handler = model_get },
	{ .method = GET, .pattern = "/:platform/deposer/elements",
	    .right = RIGHT_SIGNED_IN, .fields = suggest_fields,
	    .handler = links_json },
	{ .method = GET, .pattern = "/:platform/deposer/organisations",
	    .right = RIGHT_SIGNED_IN, .fields = suggest_fields,
	    .handler = bodies_json },
	{ .method = GET, .pattern = "/:platform/deposer/fiche",
	    .right = RIGHT_DOSSIER_CREATE, .handler = fiche_new_get },
	{ .method = POST, .pattern = "/:platform/deposer/fiche",
	    .right = RIGHT_DOSSIER_CREATE, .fields = sheet_of_fields,
	    .handler = fiche_new_post },
	{ .method = GET, .pattern = "/:platform/gestes/fiches/:fiche",
	    .right = RIGHT_SIGNED_IN, .object = fiche_object,
	    .handler = fiche_get },
	{ .method = POST, .pattern = "/:platform/gestes/fiches/:fiche",
	    .right = RIGHT_SIGNED_IN, .object = fiche_object,
	    .fields = sheet_of_fields, .handler = fiche_post },
	{ .method = POST, .pattern = "/:platform/gestes/liens/:link",
	    .right = RIGHT_SIGNED_IN, .fields = link_answer_fields,
	    .handler = link_answer_post },
	{ .method = GET, .pattern = "/:platform/gestes/:genre/:slug",
	    .right = RIGHT_SIGNED_IN, .handler = gestures_get },
	{ .method = POST, .pattern = "/:platform/gestes/:genre/:slug/soutien",
	    .right = RIGHT_SIGNED_IN, .fields = backing_fields,
	    .handler = backing_post },
	{ .method = POST, .pattern = "/:platform/gestes/:genre/:slug/liens",
	    .right = RIGHT_SIGNED_IN, .fields = link_fields_of,
	    .handler = link_post },
	{ .method = GET, .pattern = "/:platform/mes-projets",
	    .right = RIGHT_SIGNED_IN, .fields = page_fields,
	    .handler = my_projects_get },
	READ(MINE, dossier_get),
	OPEN(MINE "/relire", review_get),
	OPEN(MINE "/pieces/:version", document_get),
	READ(MINE "/formulaire", offer_get),
	DO(MINE "/formulaire", RIGHT_DOSSIER_EDIT, offer_fields, offer_post),
	{ .method = GET, .pattern = MINE "/image",
	    .right = RIGHT_DOSSIER_SUBMIT, .object = my_dossier,
	    .handler = picture_get },
	{ .method = POST, .pattern = MINE "/image",
	    .right = RIGHT_DOSSIER_SUBMIT, .object = my_dossier,
	    .fields = picture_fields, .handler = picture_post,
	    .body_limit = (size_t)24 * 1024 * 1024, .flags = ROUTE_UPLOAD },
	DO(MINE "/corbeille", RIGHT_DOSSIER_MANAGE, NULL, trash_post),
	DO(MINE "/restaurer", RIGHT_DOSSIER_MANAGE, NULL, restore_post),
	EDIT(MINE "/ecoute", NULL, listen_get),
	DO(MINE "/ecoute", RIGHT_DOSSIER_SUBMIT, listen_fields, listen_post),
	DO(MINE "/ecoute/quitter", RIGHT_DOSSIER_SUBMIT, NULL,
	    listen_leave_post),
	DO(MINE "/soutiens/:offer", RIGHT_DOSSIER_SUBMIT, offer_answer_fields,
	    offer_answer_post),
	DO(MINE "/fusion", RIGHT_DOSSIER_MANAGE, merge_ask_fields,
	    merge_ask_post),
	DO(MINE "/fusion/:merge", RIGHT_DOSSIER_MANAGE, merge_answer_fields,
	    merge_answer_post),
	DO(APPLICATION "/ecoute", RIGHT_DOSSIER_SUBMIT, return_fields,
	    return_post),
	{ .method = GET, .pattern = MINE "/personnes",
	    .right = RIGHT_DOSSIER_MANAGE, .object = my_dossier,
	    .handler = people_get },
	DO(MINE "/personnes", RIGHT_DOSSIER_MANAGE, people_fields, people_post),
	DO(MINE "/personnes/invitations", RIGHT_DOSSIER_MANAGE,
	    people_invite_fields, people_invite_post),
	{ .method = GET, .pattern = MINE "/transmettre",
	    .right = RIGHT_DOSSIER_MANAGE, .object = my_dossier,
	    .handler = transfer_get },
	DO(MINE "/transmettre", RIGHT_DOSSIER_MANAGE, transfer_fields,
	    transfer_post),
	{ .method = GET, .pattern = MINE "/commentaires",
	    .right = RIGHT_DOSSIER_COMMENT, .object = my_dossier,
	    .fields = comment_fields, .handler = comments_get },
	DO(MINE "/commentaires", RIGHT_DOSSIER_COMMENT, comment_fields,
	    comments_post),
	READ(MINE "/destinataires", recipients_get),
	OPEN(MINE "/dossier.json", whole_json_get),
	OPEN(MINE "/dossier.pdf", whole_pdf_get),
	EDIT(STEP, plus_fields, step_get),
	SEND(STEP, step_fields, FORM_MAX, step_post),
	SEND(STEP "/enregistrer", save_fields, ANSWER_MAX, save_post),
	SEND(STEP "/pieces", file_fields, FORM_MAX, file_post),
	READ(MINE "/appels", calls_choose_get),
	READ(APPLICATION, application_get),
	READ(APPLICATION "/formulaire", offer_get),
	DO(APPLICATION "/formulaire", RIGHT_DOSSIER_EDIT, offer_fields,
	    offer_post),
	DO(APPLICATION "/commencer", RIGHT_DOSSIER_SUBMIT, present_fields,
	    begin_post),
	EDIT(THROUGH, plus_fields, step_get),
	SEND(THROUGH, step_fields, FORM_MAX, step_post),
	SEND(THROUGH "/enregistrer", save_fields, ANSWER_MAX, save_post),
	SEND(THROUGH "/pieces", file_fields, FORM_MAX, file_post),
	EDIT(OWN, plus_fields, step_get),
	SEND(OWN, step_fields, FORM_MAX, step_post),
	SEND(OWN "/enregistrer", save_fields, ANSWER_MAX, save_post),
	SEND(OWN "/pieces", file_fields, FORM_MAX, file_post),
	DO(APPLICATION "/deposer", RIGHT_DOSSIER_SUBMIT, submit_fields,
	    submit_post),
	READ(APPLICATION "/recepisse", receipt_get),
	READ(APPLICATION "/recepisse.pdf", receipt_pdf_get),
	{ .method = GET, .pattern = APPLICATION "/depot.json",
	    .right = RIGHT_DOSSIER_READ, .object = my_dossier,
	    .fields = deposit_number_fields, .handler = snapshot_json_get },
	DO(APPLICATION "/garder", RIGHT_DOSSIER_EDIT, keep_fields,
	    promote_post),
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
	/* accounts */
	PAGE(PATH_SIGN_IN, suite_fields, sign_in_get),
	OPEN_POST(PATH_SIGN_IN, sign_in_fields, sign_in_post),
	PAGE("/compte/inscription", suite_fields, sign_up_get),
	OPEN_POST("/compte/inscription", sign_up_fields, sign_up_post),
	PAGE("/compte/lien", suite_fields, account_link_get),
	OPEN_POST("/compte/lien", link_fields, account_link_post),
	PAGE("/compte/oubli", suite_fields, account_link_get),
	OPEN_POST("/compte/oubli", link_fields, account_link_post),
	PAGE("/compte/message", sent_fields, account_sent_get),
	PAGE(PATH_CONFIRM, token_fields, account_confirm_get),
	OPEN_POST(PATH_CONFIRM, token_fields, account_confirm_post),
	PAGE("/compte/nouveau-passe", token_fields, account_reset_get),
	OPEN_POST("/compte/nouveau-passe", reset_fields, account_reset_post),
	SELF_UNPROVED(POST, PATH_CONFIRM "/envoi", suite_fields,
	    account_again_post),
	SELF_UNPROVED(POST, "/compte/deconnexion", NULL, sign_out_post),
	SELF(GET, "/compte/", NULL, account_get),
	SELF(GET, "/compte/profil", NULL, account_profile_get),
	SELF(POST, "/compte/profil", profile_fields, account_profile_post),
	SELF(GET, "/compte/passe", NULL, account_password_get),
	SELF(POST, "/compte/passe", password_fields, account_password_post),
	SELF(GET, "/compte/adresse", NULL, account_email_get),
	SELF(POST, "/compte/adresse", email_fields, account_email_post),
	SELF(GET, "/compte/appareils", NULL, account_devices_get),
	SELF(POST, "/compte/appareils", device_fields, account_devices_post),
	SELF(GET, "/compte/donnees", NULL, account_data_get),
	SELF(GET, "/compte/donnees.json", NULL, account_data_json),
	SELF(GET, "/compte/fermer", NULL, account_close_get),
	SELF(POST, "/compte/fermer", close_fields, account_close_post),
	SELF(GET, "/compte/organisations/nouvelle", suite_fields,
	    organisation_new_get),
	SELF(POST, "/compte/organisations/nouvelle", organisation_fields,
	    organisation_new_post),
	ORGANISATION(GET, "", READ, NULL, organisation_get),
	ORGANISATION(GET, "/modifier", MANAGE, NULL, organisation_edit_get),
	ORGANISATION(POST, "/modifier", MANAGE, organisation_fields,
	    organisation_edit_post),
	ORGANISATION(POST, "/invitations", MANAGE, invite_fields,
	    organisation_invite_post),
	ORGANISATION(POST, "/membres", READ, member_fields,
	    organisation_members_post),
	{ .method = POST, .pattern = "/compte/organisations/:slug/demande",
	    .right = RIGHT_SIGNED_IN, .object = organisation_of_path,
	    .fields = member_fields, .handler = organisation_join_post },
	BOTH(GET, "", READ, NULL, vault_get),
	BOTH(GET, "/deposer", MANAGE, NULL, vault_deposit_get),
	BOTH(POST, "/deposer", MANAGE, vault_deposit_fields,
	    vault_deposit_post),
	BOTH(GET, "/:id", READ, NULL, vault_document_get),
	BOTH(GET, "/:id/versions/:version", READ, NULL, vault_file_get),
	BOTH(GET, "/:id/version", MANAGE, NULL, vault_version_get),
	BOTH(POST, "/:id/version", MANAGE, vault_version_fields,
	    vault_version_post),
	BOTH(GET, "/:id/modifier", MANAGE, NULL, vault_edit_get),
	BOTH(POST, "/:id/modifier", MANAGE, vault_edit_fields,
	    vault_edit_post),
	BOTH(POST, "/:id/retirer", MANAGE, NULL, vault_remove_post),
	BOTH(POST, "/:id/remettre", MANAGE, NULL, vault_restore_post),
	BOTH(POST, "/:id/accords", MANAGE, vault_revoke_fields,
	    vault_revoke_post),
	SELF(POST, SENDINGS_PATH, sending_fields, sending_post),
	SELF(GET, SENDINGS_PATH "/:token", NULL, sending_get),
	{ .method = PATCH, .pattern = SENDINGS_PATH "/:token",
	    .right = RIGHT_SIGNED_IN, .handler = sending_patch,
	    .body_limit = SENDING_PIECE, .flags = ROUTE_PIECE },
	SELF(DELETE, SENDINGS_PATH "/:token", NULL, sending_delete),
	SELF(GET, "/compte/cles", NULL, api_keys_get),
	SELF(POST, "/compte/cles", api_key_fields, api_keys_post),
	{ .method = POST, .pattern = "/api/v1/dossiers", .right = RIGHT_PUBLIC,
	    .handler = api_dossier_post, .body_limit = ANSWER_MAX,
	    .flags = ROUTE_API },
	SELF(GET, "/compte/invitations/:id", NULL, invitation_get),
	SELF(POST, "/compte/invitations/:id", answer_fields, invitation_post),
	SELF(GET, "/compte/transferts/:id", NULL, transfer_answer_get),
	SELF(POST, "/compte/transferts/:id", answer_fields,
	    transfer_answer_post),
	ORGANISATION(POST, "/projets", MANAGE, held_fields,
	    organisation_held_post),
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
