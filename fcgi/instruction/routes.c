/*
 * The routes of the instruction worker.
 * A row says who may; no handler asks again.
 */
#include "config.h"

#include "fcgi/instruction/pages.h"

#include "base/lang.h"
#include "fcgi/instruction/administration.h"
#include "fcgi/instruction/asked.h"
#include "fcgi/instruction/community.h"
#include "fcgi/instruction/desk.h"
#include "fcgi/instruction/editor.h"
#include "fcgi/instruction/lists.h"
#include "fcgi/instruction/table.h"
#include "fcgi/instruction/call_edit.h"
#include "fcgi/instruction/listening.h"

#define REVISION	{ .name = "revision", .type = F_INT, .min = 0,	\
			    .max = INT64_MAX }
#define END		{ .type = F_END }

static const struct field_rule asked[] = { ASKED_FIELDS, END };
static const struct field_rule read_fields[] = { ASKED_FIELDS,
	{ .name = "compare", .type = F_ID }, END };
static const struct field_rule plain[] = { ASKED_POST, REVISION, END };
static const struct field_rule charge_fields[] = { ASKED_POST, REVISION,
	{ .name = "agent", .type = F_ID }, END };
static const struct field_rule note_fields[] = { ASKED_POST, REVISION,
	{ .name = "note", .type = F_LONG, .max = 6000 }, END };
static const struct field_rule note_drop_fields[] = { ASKED_POST, REVISION,
	{ .name = "note", .type = F_ID }, END };

static const struct field_rule review_fields[] = { ASKED_POST, REVISION,
	{ .name = "critere.", .type = F_ANSWERS },
	{ .name = "avis", .type = F_LONG, .max = 11000 },
	{ .name = "recommandation", .type = F_CODE },
	{ .name = "champ", .type = F_TEXT, .max = 100 },
	{ .name = "envoi", .type = F_CODE }, END };
static const struct field_rule assign_fields[] = { ASKED_POST, REVISION,
	{ .name = "personne", .type = F_ID, .flags = FIELD_MANY }, END };

static const struct field_rule correction_fields[] = { ASKED_POST, REVISION,
	{ .name = "motif", .type = F_CODE },
	{ .name = "message", .type = F_LONG, .max = 6000 },
	{ .name = "echeance", .type = F_DATE },
	{ .name = "bloquante", .type = F_BOOL },
	{ .name = "question", .type = F_CODE, .flags = FIELD_MANY },
	{ .name = "envoi", .type = F_CODE }, END };
static const struct field_rule cancel_fields[] = { ASKED_POST, REVISION,
	{ .name = "annuler", .type = F_CODE }, END };
static const struct field_rule stage_fields[] = { ASKED_POST, REVISION,
	{ .name = "point.", .type = F_ANSWERS },
	{ .name = "issue", .type = F_SLUG },
	{ .name = "commentaire", .type = F_LONG, .max = 6000 },
	{ .name = "envoi", .type = F_CODE }, END };
static const struct field_rule move_fields[] = { ASKED_POST, REVISION,
	{ .name = "etape", .type = F_ID },
	{ .name = "motif", .type = F_LONG, .max = 6000 }, END };

static const struct field_rule decision_fields[] = { ASKED_POST, REVISION,
	{ .name = "verdict", .type = F_CODE },
	{ .name = "montant", .type = F_MONEY },
	{ .name = "motifs", .type = F_LONG, .max = 11000 },
	{ .name = "conditions", .type = F_LONG, .max = 11000 },
	{ .name = "envoi", .type = F_CODE }, END };
static const struct field_rule reopen_fields[] = { ASKED_POST, REVISION,
	{ .name = "motif", .type = F_LONG, .max = 11000 },
	{ .name = "envoi", .type = F_CODE }, END };

static const struct field_rule message_fields[] = { ASKED_POST, REVISION,
	{ .name = "message", .type = F_LONG, .max = 11000 },
	{ .name = "fichier", .type = F_FILE, .flags = FIELD_MANY,
	    .max = 20 * 1000 * 1000 }, END };
static const struct field_rule opinion_fields[] = { ASKED_POST, REVISION,
	{ .name = "courriel", .type = F_EMAIL },
	{ .name = "question", .type = F_LONG, .max = 3000 },
	{ .name = "visibilite", .type = F_CHOICE,
	    .choices = "service|holder|public" }, END };
static const struct field_rule withdraw_fields[] = { ASKED_POST, REVISION,
	{ .name = "avis", .type = F_ID }, END };
static const struct field_rule expert_fields[] = {
	{ .name = "verdict", .type = F_CODE },
	{ .name = "avis", .type = F_LONG, .max = 11000 }, END };
static const struct field_rule conflict_fields[] = { ASKED_POST, REVISION,
	{ .name = "motif", .type = F_LONG, .max = 3000 }, END };
static const struct field_rule lift_fields[] = { ASKED_POST, REVISION,
	{ .name = "personne", .type = F_ID }, END };

static const struct field_rule line_fields[] = { ASKED_POST, REVISION,
	{ .name = "source", .type = F_ID },
	{ .name = "avant", .type = F_TEXT, .max = 200 },
	{ .name = "promis", .type = F_MONEY },
	{ .name = "accorde", .type = F_MONEY },
	{ .name = "reserve", .type = F_BOOL },
	{ .name = "precision", .type = F_LONG, .max = 2000 }, END };
static const struct field_rule pay_fields[] = { ASKED_POST, REVISION,
	{ .name = "source", .type = F_ID },
	{ .name = "somme", .type = F_MONEY },
	{ .name = "jour", .type = F_DATE },
	{ .name = "fait", .type = F_CHOICE, .choices = "oui|non" },
	{ .name = "libelle", .type = F_TEXT, .max = 300 }, END };
static const struct field_rule paid_fields[] = { ASKED_POST, REVISION,
	{ .name = "source", .type = F_ID },
	{ .name = "versement", .type = F_ID }, END };

static const struct field_rule ranking_fields[] = { ASKED_FIELDS,
	{ .name = "budget", .type = F_MONEY }, END };
static const struct field_rule ranking_post_fields[] = { ASKED_POST,
	{ .name = "vu", .type = F_CODE },
	{ .name = "etape", .type = F_ID },
	{ .name = "budget", .type = F_MONEY }, END };

#define APPLICATION	"/:platform/instruction/:number"
#define LISTENINGS	"/:platform/instruction/ecoute"
#define LISTEN(m, tail, accepts, what)					\
	{ .method = (m), .pattern = LISTENINGS "/:listening" tail,	\
	    .right = RIGHT_QUEUE, .object = listening_object,		\
	    .fields = (accepts), .handler = (what) }
#define CALLS		"/:platform/administration/appels"
#define MODERATION	"/:platform/instruction/moderation"
#define CALL		"/:platform/instruction/appels/:slug"

/* A page of an application, and what it sends. */
#define PAGE(tail, who, what)						\
	{ .method = GET, .pattern = APPLICATION tail, .right = who,	\
	    .object = desk_object, .fields = asked, .handler = what }
#define SEND(tail, who, accepts, what)					\
	{ .method = POST, .pattern = APPLICATION tail, .right = who,	\
	    .object = desk_object, .fields = accepts, .handler = what }

#define COMMUNITY(m, p, f, h)						\
	{ .method = (m), .pattern = "/:platform/administration" p,	\
	    .right = RIGHT_COMMUNITY, .fields = (f), .handler = (h) }

#define FORMS		"/:platform/administration/formulaires"
#define REVISION_PAGE	FORMS "/:form/revisions/:revision"
#define EDIT(m, p, f, h)						\
	{ .method = (m), .pattern = p, .right = RIGHT_FORM_EDIT,	\
	    .fields = (f), .handler = (h), .body_limit = 600000 }

#define PART(p)								\
	EDIT(GET, REVISION_PAGE p, NULL, part_get),			\
	EDIT(POST, REVISION_PAGE p, editor_part_fields, part_post)

#define TABLE(p, h)							\
	{ .method = GET, .pattern = p, .right = RIGHT_QUEUE,		\
	    .fields = table_fields, .handler = (h) }

static const struct route routes[] = {
	{ .method = GET, .pattern = "/:platform/instruction",
	    .right = RIGHT_QUEUE, .fields = asked, .handler = queue_get },
	{ .method = GET, .pattern = "/:platform/instruction/evaluations",
	    .right = RIGHT_QUEUE, .fields = asked,
	    .handler = evaluations_get },

	{ .method = GET, .pattern = APPLICATION,
	    .right = RIGHT_APPLICATION_READ, .object = desk_object,
	    .fields = read_fields, .handler = application_get },
	PAGE("/pieces", RIGHT_APPLICATION_READ, files_get),
	PAGE("/pieces/:version", RIGHT_APPLICATION_READ, file_get),
	PAGE("/journal", RIGHT_APPLICATION_READ, application_journal_get),
	SEND("/prendre", RIGHT_APPLICATION_INSTRUCT, plain, take_post),
	PAGE("/suivi", RIGHT_APPLICATION_INSTRUCT, charge_get),
	SEND("/suivi", RIGHT_APPLICATION_INSTRUCT, charge_fields,
	    charge_post),
	SEND("/vu", RIGHT_APPLICATION_READ, plain, seen_post),
	SEND("/notes", RIGHT_APPLICATION_INSTRUCT, note_fields, note_post),
	SEND("/notes/supprimer", RIGHT_APPLICATION_INSTRUCT,
	    note_drop_fields, note_drop_post),

	PAGE("/evaluation", RIGHT_APPLICATION_READ, review_get),
	SEND("/evaluation", RIGHT_APPLICATION_REVIEW, review_fields,
	    review_post),
	SEND("/evaluation/note", RIGHT_APPLICATION_REVIEW, review_fields,
	    review_note_post),
	PAGE("/evaluateurs", RIGHT_APPLICATION_INSTRUCT, assign_get),
	SEND("/evaluateurs", RIGHT_APPLICATION_INSTRUCT, assign_fields,
	    assign_post),

	PAGE("/correction", RIGHT_APPLICATION_INSTRUCT, correction_get),
	SEND("/correction", RIGHT_APPLICATION_INSTRUCT, correction_fields,
	    correction_post),
	SEND("/correction/annuler", RIGHT_APPLICATION_INSTRUCT, cancel_fields,
	    correction_cancel_post),
	PAGE("/etape", RIGHT_APPLICATION_INSTRUCT, stage_get),
	SEND("/etape", RIGHT_APPLICATION_INSTRUCT, stage_fields, stage_post),
	SEND("/etape/changer", RIGHT_APPLICATION_INSTRUCT, move_fields,
	    stage_move_post),

	PAGE("/proposition", RIGHT_APPLICATION_INSTRUCT, proposal_get),
	SEND("/proposition", RIGHT_APPLICATION_INSTRUCT, decision_fields,
	    proposal_post),
	PAGE("/decision", RIGHT_APPLICATION_DECIDE, decision_get),
	SEND("/decision", RIGHT_APPLICATION_DECIDE, decision_fields,
	    decision_post),
	PAGE("/reouverture", RIGHT_APPLICATION_DECIDE, reopen_get),
	SEND("/reouverture", RIGHT_APPLICATION_DECIDE, reopen_fields,
	    reopen_post),

	PAGE("/echanges", RIGHT_APPLICATION_READ, thread_get),
	{ .method = POST, .pattern = APPLICATION "/echanges",
	    .right = RIGHT_APPLICATION_INSTRUCT, .object = desk_object,
	    .fields = message_fields, .handler = thread_post,
	    .body_limit = (size_t)110 * 1024 * 1024, .flags = ROUTE_UPLOAD },
	PAGE("/echanges/:file", RIGHT_APPLICATION_READ, thread_file_get),
	PAGE("/avis", RIGHT_APPLICATION_INSTRUCT, opinion_get),
	SEND("/avis", RIGHT_APPLICATION_INSTRUCT, opinion_fields,
	    opinion_post),
	SEND("/avis/retirer", RIGHT_APPLICATION_INSTRUCT, withdraw_fields,
	    opinion_withdraw_post),
	PAGE("/conflit", RIGHT_APPLICATION_READ, conflict_get),
	SEND("/conflit", RIGHT_APPLICATION_READ, conflict_fields,
	    conflict_post),
	SEND("/conflit/lever", RIGHT_APPLICATION_INSTRUCT, lift_fields,
	    conflict_lift_post),

	PAGE("/financement", RIGHT_APPLICATION_READ, funding_get),
	SEND("/financement", RIGHT_FUNDING_EDIT, line_fields, funding_post),
	SEND("/financement/versement", RIGHT_FUNDING_EDIT, pay_fields,
	    payment_post),
	SEND("/financement/verse", RIGHT_FUNDING_EDIT, paid_fields,
	    paid_post),

	/* Whose opinion is asked sees that page and nothing else. */
	{ .method = GET, .pattern = "/:platform/instruction/avis/:opinion",
	    .right = RIGHT_SIGNED_IN, .handler = expert_get,
	    .flags = ROUTE_FORM },
	{ .method = POST, .pattern = "/:platform/instruction/avis/:opinion",
	    .right = RIGHT_SIGNED_IN, .fields = expert_fields,
	    .handler = expert_post },

	{ .method = GET, .pattern = LISTENINGS, .right = RIGHT_QUEUE,
	    .handler = listenings_get },
	{ .method = GET, .pattern = LISTENINGS "/nouvelle",
	    .right = RIGHT_QUEUE, .handler = listening_new_get },
	{ .method = POST, .pattern = LISTENINGS "/nouvelle",
	    .right = RIGHT_QUEUE, .fields = listening_form_fields,
	    .handler = listening_new_post },
	{ .method = POST, .pattern = LISTENINGS "/:listening/reprendre",
	    .right = RIGHT_PLATFORM_EDIT, .fields = plain,
	    .handler = listening_take_post },
	{ .method = GET, .pattern = LISTENINGS "/flux/:token",
	    .right = RIGHT_PUBLIC, .handler = listening_feed_get },
	LISTEN(GET, "", listening_page_fields, listening_get),
	LISTEN(GET, "/modifier", NULL, listening_edit_get),
	LISTEN(POST, "/modifier", listening_form_fields, listening_edit_post),
	LISTEN(POST, "/supprimer", NULL, listening_drop_post),
	LISTEN(POST, "/inviter", listening_invite_fields,
	    listening_invite_post),
	LISTEN(GET, "/projets/:slug", NULL, listening_project_get),
	LISTEN(POST, "/projets/:slug/offre", listening_offer_fields,
	    listening_offer_post),
	LISTEN(POST, "/projets/:slug/retirer", listening_offer_fields,
	    listening_withdraw_post),
	LISTEN(POST, "/projets/:slug/notes", listening_note_fields,
	    listening_note_post),
	LISTEN(GET, "/tableau", NULL, board_get),
	LISTEN(POST, "/tableau", board_fields, board_post),
	LISTEN(POST, "/tableau/colonnes", board_column_fields,
	    board_column_post),
	LISTEN(GET, "/alertes", alert_page_fields, alerts_get),
	LISTEN(POST, "/alertes", alert_fields, alerts_post),
	LISTEN(POST, "/equipe", team_fields, team_post),

	{ .method = GET, .pattern = CALLS, .right = RIGHT_CALL_EDIT,
	    .handler = calls_edit_get },
	{ .method = GET, .pattern = CALLS "/nouveau",
	    .right = RIGHT_CALL_EDIT, .fields = call_new_fields,
	    .handler = call_new_get },
	{ .method = POST, .pattern = CALLS "/nouveau",
	    .right = RIGHT_CALL_EDIT, .fields = call_edit_fields,
	    .handler = call_new_post },
	{ .method = GET, .pattern = CALLS "/:slug",
	    .right = RIGHT_CALL_EDIT, .object = call_object,
	    .handler = call_edit_get },
	{ .method = POST, .pattern = CALLS "/:slug",
	    .right = RIGHT_CALL_EDIT, .object = call_object,
	    .fields = call_edit_fields, .handler = call_edit_post },
	{ .method = POST, .pattern = CALLS "/:slug/publier",
	    .right = RIGHT_CALL_EDIT, .object = call_object,
	    .handler = call_publish_post },

	{ .method = GET, .pattern = MODERATION, .right = RIGHT_MODERATE,
	    .handler = moderation_get },
	{ .method = GET, .pattern = MODERATION "/:element",
	    .right = RIGHT_MODERATE, .handler = moderate_get },
	{ .method = POST, .pattern = MODERATION "/:element",
	    .right = RIGHT_MODERATE, .fields = moderation_fields,
	    .handler = moderate_post },
	{ .method = POST, .pattern = MODERATION "/:element/reunir",
	    .right = RIGHT_MODERATE, .fields = suggest_merge_fields,
	    .handler = suggest_merge_post },

	TABLE("/:platform/instruction/reponses", table_get),
	TABLE("/:platform/instruction/reponses.csv", table_csv),
	TABLE("/:platform/instruction/reponses.xlsx", table_xlsx),
	TABLE(CALL "/reponses", table_get),
	TABLE(CALL "/reponses.csv", table_csv),
	TABLE(CALL "/reponses.xlsx", table_xlsx),
	{ .method = GET, .pattern = CALL, .right = RIGHT_QUEUE,
	    .object = ranking_object, .fields = ranking_fields,
	    .handler = ranking_get },
	{ .method = POST, .pattern = CALL "/proposer",
	    .right = RIGHT_APPLICATION_INSTRUCT, .object = ranking_object,
	    .fields = ranking_post_fields, .handler = ranking_propose_post },
	{ .method = POST, .pattern = CALL "/decider",
	    .right = RIGHT_APPLICATION_DECIDE, .object = ranking_object,
	    .fields = ranking_post_fields, .handler = ranking_decide_post },
	{ .method = POST, .pattern = CALL "/repartir",
	    .right = RIGHT_APPLICATION_INSTRUCT, .object = ranking_object,
	    .fields = ranking_post_fields, .handler = ranking_spread_post },

	COMMUNITY(GET, "", NULL, administration_get),
	COMMUNITY(GET, "/composants", NULL, components_get),
	COMMUNITY(POST, "/composants", NULL, components_post),
	COMMUNITY(GET, "/communaute", community_list_fields, community_get),
	COMMUNITY(POST, "/communaute", community_give_fields,
	    community_give_post),
	COMMUNITY(POST, "/communaute/retirer", community_take_fields,
	    community_take_post),
	COMMUNITY(POST, "/communaute/annuler", community_cancel_fields,
	    community_cancel_post),
	COMMUNITY(GET, "/communaute/pourquoi", community_why_fields,
	    community_why_get),

	EDIT(GET, FORMS, NULL, forms_get),
	{ .method = POST, .pattern = FORMS, .right = RIGHT_FORM_EDIT,
	    .fields = editor_new_fields, .handler = forms_post,
	    .body_limit = 2 * FORM_DRAFT_BYTES + 100000,
	    .flags = ROUTE_UPLOAD },
	EDIT(GET, "/:platform/administration/listes", NULL, lists_get),
	{ .method = POST, .pattern = "/:platform/administration/listes",
	    .right = RIGHT_FORM_EDIT, .fields = lists_fields,
	    .handler = lists_post, .body_limit = REFERENCE_BYTES + 100000,
	    .flags = ROUTE_UPLOAD },
	EDIT(GET, FORMS "/:form", NULL, form_page_get),
	EDIT(POST, FORMS "/:form/brouillon", NULL, form_draft_post),
	EDIT(GET, REVISION_PAGE, NULL, revision_get),
	EDIT(GET, REVISION_PAGE ".json", NULL, revision_json_get),
	EDIT(POST, REVISION_PAGE, editor_act_fields, revision_post),
	PART("/reglages"),
	PART("/questions/:question"),
	PART("/questions/:question/:inner"),
	PART("/questions/:question/:inner/:deep"),
	PART("/etapes/:step"),
	PART("/etapes/:step/blocs/:block"),
	PART("/etapes/:step/blocs/:block/regles/:rule"),
	PART("/regles/:rule"),
	PART("/motifs/:rule"),
	EDIT(GET, REVISION_PAGE "/essai", editor_try_fields, try_get),
	{ .method = POST, .pattern = REVISION_PAGE "/essai",
	    .right = RIGHT_FORM_EDIT, .fields = editor_try_fields,
	    .handler = try_post, .body_limit = 2 * FORM_DRAFT_BYTES },
	EDIT(GET, REVISION_PAGE "/publier", NULL, publish_get),
	EDIT(POST, REVISION_PAGE "/publier", editor_publish_fields,
	    publish_post),
	EDIT(POST, REVISION_PAGE "/proposer", editor_publish_fields,
	    revision_offer_post),
	EDIT(POST, REVISION_PAGE "/abandonner", editor_publish_fields,
	    abandon_post),
	{ .method = 0 }
};

static const struct nav_item nav[] = {
	{ N_("Instruction"), "instruction", NULL },
	{ N_("Mes évaluations"), "instruction/evaluations", evaluations_count },
	{ N_("Écoute"), "instruction/ecoute", NULL },
	{ N_("Modération"), "instruction/moderation", moderation_count },
	{ N_("Appels"), "administration/appels", calls_count },
	{ N_("Administration"), "administration", administration_count },
	{ NULL, NULL, NULL }
};

const struct worker instruction_worker = {
	.name = "instruction",
	.routes = routes,
	.views = "instruction administration",
	.nav_kind = NAV_KIND_AGENT,
	.nav = nav,
};
