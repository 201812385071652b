/*
 * A dossier is begun, filled, presented, corrected, withdrawn; what was
 * presented never changes, and files survive what may happen to them.
 */
#include "config.h"

#include "tests/unit/world.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <utime.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/json.h"
#include "domain/correction.h"
#include "domain/decision.h"
#include "domain/document.h"
#include "domain/instruct.h"
#include "domain/measure.h"
#include "domain/number.h"
#include "domain/vault.h"
#include "domain/submit.h"

#define count(what)	world_count(&t, what)

static struct test_state t;
static struct dossier *dossier;
static const struct act by_anne = { &anne, TEST_NOW,
    "https://x.example/cte/mes-projets/composter", NULL };
static const struct act by_bruno = { &bruno, TEST_NOW + 100, NULL, NULL };

/* --- the fixture ---------------------------------------------------------- */

static struct dossier *
begun(const char *title)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct dossier *d;

	assert_int_equal(dossier_create(&d, t.db, t.mem, PLATFORM, title, &anne,
	    ASSOCIATION, TEST_NOW, &why), RC_OK);
	return d;
}

static void
answer(struct answers *a, const char *key, const char *json)
{
	struct change c = { .field = form_field(a->form, key), .json = json };

	if (c.field == NULL)
		fail_msg("no question %s", key);
	assert_int_equal(answers_save(a, &c, 1, &anne, TEST_NOW), RC_OK);
	if (!c.saved)
		fail_msg("not saved: %s", key);
}

/* A received file with that content, below the state folder. */
static struct received
received(const char *name, const char *content)
{
	struct received r = { .size_bytes = (int64_t)strlen(content),
	    .name = name };
	char *sha256 = mem_alloc(t.mem, DIGEST_HEX);
	const char *dir = mem_printf(t.mem, "%s/tmp", t.dir);

	assert_int_equal(dir_make(dir, 0750), RC_OK);
	assert_int_equal(file_temporary(&r.fd, &r.path, t.mem, dir), RC_OK);
	assert_int_equal(file_write_all(r.fd, content, strlen(content), r.path),
	    RC_OK);
	digest_sha256_hex(sha256, content, strlen(content));
	r.sha256 = sha256;
	return r;
}

#define PDF	"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"

static void
join(int64_t dossier_id, const char *key, const char *content)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct received r = received("piece.pdf", content);
	const struct form *form;

	assert_int_equal(form_get(&form, t.db, FORM_REVISION), RC_OK);
	assert_int_equal(document_attach(t.db, t.mem, dossier_id,
	    form_field(form, key), &r, 0, &anne, TEST_NOW, &why), RC_OK);
	close(r.fd);
}

static void
fill(struct dossier *d)
{
	static const char *const all[][2] = {
		{ "statut", "\"cooperative\"" }, { "activite", "\"Du compost.\"" },
		{ "salaries", "3" }, { "referent-nom", "\"Anne Técher\"" },
		{ "referent-fonction", "\"Présidente\"" },
		{ "referent-courriel", "\"anne@terreau.example\"" },
		{ "referent-telephone", "\"0639 98 12 34\"" },
		{ "resume", "\"Des bacs au pied des immeubles.\"" },
		{ "besoin", "\"Trop de déchets.\"" },
		{ "description", "\"Trente bacs.\"" }, { "maturite", "\"cahier\"" },
		{ "commune", "\"97413\"" }, { "theme", "\"economie-circulaire\"" },
		{ "partenaires", "\"La commune.\"" },
		{ "participation", "\"co-construction\"" },
		{ "cout", "5200000" }, { "demande", "4000000" },
		{ "tva", "false" },
		{ "plan", "{\"costs\":[{\"amount_cents\":5200000,\"label\":"
		    "\"Bacs\"}],\"sources\":[{\"asked_cents\":4000000,\"funder\":"
		    "\"Territoire de la Côte Ouest\",\"kind\":\"public\"},"
		    "{\"asked_cents\":1200000,\"funder\":\"Nous\",\"kind\":"
		    "\"own\"}]}" },
		{ "accord-partage", "true" }, { "modele", "\"Des adhésions.\"" },
		{ "debut", "\"2027-02-01\"" }, { "fin", "\"2027-12-31\"" },
		{ "etapes", "[{\"date\":\"2027-02-01\",\"label\":\"Achat\"},"
		    "{\"date\":\"2027-06-01\",\"label\":\"Bilan\"}]" },
		{ "risques", "\"La pluie.\"" }, { "changement", "\"Moins.\"" },
		{ "beneficiaires", "600" }, { "publics", "[\"tous\"]" },
		{ "indicateur", "\"Tonnes\"" }, { "cible", "40" },
		{ "methode", "\"On pèse.\"" }, { "partage", "\"wiki\"" },
		{ "sincerite", "true" },
	};
	const struct form *form;
	struct answers a;
	size_t i;

	assert_int_equal(form_get(&form, t.db, d->form_revision_id), RC_OK);
	assert_int_equal(answers_load(&a, t.db, t.mem, form, world_platform(),
	    d->id, 0), RC_OK);
	for (i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		answer(&a, all[i][0], all[i][1]);
	join(d->id, "rib", PDF "rib");
	join(d->id, "devis", PDF "devis");
}

static void
fill_own(struct dossier *d)
{
	struct presentation p;
	int64_t app;

	assert_int_equal(application_begin(&app, t.db, t.mem, d->id, CALL,
	    TEST_NOW), RC_OK);
	assert_int_equal(presentation_load(&p, t.db, t.mem, d->id, CALL), RC_OK);
	answer(&p.own, "ancrage", "\"Tout le quartier le connaît.\"");
	answer(&p.own, "axe", "\"ressources\"");
	answer(&p.own, "visite", "true");
}

static enum rc
submit(struct dossier *d, int64_t call, int64_t now, struct receipt **r,
    struct problems *why)
{
	const struct act act = { &anne, now, by_anne.holder_url, NULL };

	*why = (struct problems)PROBLEMS_INIT(t.mem);
	return application_submit(r, t.db, t.mem, d->id, call, NULL, &act,
	    why);
}

static int
setup(void **state)
{
	(void)state;
	world_make(&t);
	world_forms(&t);
	dossier = begun("Composter à Piton");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	test_state_free(&t);
	return 0;
}

/* --- beginning ------------------------------------------------------------ */

static void
a_project_begins_with_its_name_and_its_body(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct dossier *d;

	(void)state;
	assert_string_equal(dossier->slug, "composter-a-piton");
	assert_string_equal(dossier->holder_name, "Compost péi");
	assert_int_equal(dossier->owner_organisation_id, ASSOCIATION);
	assert_int_equal(dossier->answered, 2);
	assert_true(dossier->asked > 30);
	assert_int_equal(dossier_create(&d, t.db, t.mem, PLATFORM, "Compost",
	    &bruno, ASSOCIATION, TEST_NOW, &why), RC_DENIED);
	assert_int_equal(dossier_create(&d, t.db, t.mem, PLATFORM, "  ", &anne,
	    0, TEST_NOW, &why), RC_INVALID);
	assert_non_null(problem_get(&why, "titre"));
	why = (struct problems)PROBLEMS_INIT(t.mem);
	/* A private person is not named to the public. */
	assert_int_equal(dossier_create(&d, t.db, t.mem, PLATFORM, "Compost",
	    &bruno, 0, TEST_NOW, &why), RC_OK);
	assert_string_equal(d->holder_name, "");
}

static void
a_list_shows_what_i_hold_alone_or_with_others(void **state)
{
	struct dossiers list;
	struct holder *holders;

	(void)state;
	begun("Un autre");
	dossier_list(&list, t.db, t.mem, PLATFORM, &anne, NULL);
	assert_int_equal(list.count, 2);
	dossier_list(&list, t.db, t.mem, PLATFORM, &bruno, NULL);
	assert_int_equal(list.count, 0);
	world_sql(&t, "INSERT INTO dossier_member VALUES (1, 2, 'edit', 0);");
	dossier_list(&list, t.db, t.mem, PLATFORM, &bruno, NULL);
	assert_int_equal(list.count, 1);
	assert_int_equal(dossier_holders(&holders, t.db, t.mem, 1), 2);
}

static void
the_bin_takes_only_what_was_never_presented(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);

	(void)state;
	assert_int_equal(dossier_trash(t.db, t.mem, dossier->id, TEST_NOW),
	    RC_OK);
	assert_int_equal(submit(dossier, CALL, TEST_NOW, NULL, &why),
	    RC_CONFLICT);
	assert_int_equal(dossier_restore(t.db, dossier->id, TEST_NOW), RC_OK);
	fill(dossier);
	fill_own(dossier);
	assert_int_equal(submit(dossier, CALL, TEST_NOW, NULL, &why), RC_OK);
	assert_int_equal(dossier_trash(t.db, t.mem, dossier->id, TEST_NOW),
	    RC_CONFLICT);
}

/* --- what stands in the way ----------------------------------------------- */

static void
a_closed_call_refuses_a_deposit(void **state)
{
	struct problems why;
	int64_t app;

	(void)state;
	fill(dossier);
	assert_int_equal(submit(dossier, CALL_CLOSED, TEST_NOW, NULL, &why),
	    RC_CONFLICT);
	assert_int_equal(application_begin(&app, t.db, t.mem, dossier->id,
	    CALL_CLOSED, TEST_NOW), RC_CONFLICT);
	assert_int_equal(submit(dossier, CALL, INT64_C(1800000001), NULL, &why),
	    RC_CONFLICT);
	assert_int_equal(submit(dossier, CALL, INT64_C(1789999999), NULL, &why),
	    RC_CONFLICT);
	assert_int_equal(count("SELECT count(*) FROM application"), 0);
}

static void
missing_answers_are_listed_with_their_place(void **state)
{
	struct problems why;

	(void)state;
	assert_int_equal(submit(dossier, CALL, TEST_NOW, NULL, &why),
	    RC_INVALID);
	assert_non_null(problem_get(&why, "projet/resume"));
	assert_non_null(problem_get(&why, "pieces/rib"));
	assert_non_null(problem_get(&why, "=quartier/ancrage"));
	assert_null(problem_get(&why, "projet/quartier"));	/* optional */
	assert_null(problem_get(&why, "pieces/statuts"));	/* not asked */
	assert_int_equal(count("SELECT count(*) FROM snapshot"), 0);
}

static void
conditions_of_a_call_are_explained(void **state)
{
	struct presentation p;
	struct problems why = PROBLEMS_INIT(t.mem);
	struct answers a;
	const struct form *form;

	(void)state;
	fill(dossier);
	assert_int_equal(presentation_load(&p, t.db, t.mem, dossier->id,
	    CALL_OTHER_THEME), RC_OK);
	presentation_check(&p, TEST_NOW, &why);
	assert_non_null(strstr(problem_get(&why, "?theme"), "Air et mobilité"));
	assert_int_equal(form_get(&form, t.db, FORM_REVISION), RC_OK);
	assert_int_equal(answers_load(&a, t.db, t.mem, form, world_platform(),
	    dossier->id, 0), RC_OK);
	answer(&a, "demande", "4500000");	/* 86 % of the cost */
	assert_int_equal(submit(dossier, CALL, TEST_NOW, NULL, &why),
	    RC_INVALID);
	assert_non_null(strstr(problem_get(&why, "?amount"), "41"));
	world_sql(&t, "UPDATE element SET territory_id = 4;");
	assert_int_equal(submit(dossier, CALL, TEST_NOW, NULL, &why),
	    RC_INVALID);
	assert_non_null(strstr(problem_get(&why, "?territory"), "Saint-Denis"));
}

/* --- the deposit ---------------------------------------------------------- */

static struct receipt *
presented(void)
{
	struct problems why;
	struct receipt *r;

	fill(dossier);
	fill_own(dossier);
	if (submit(dossier, CALL, TEST_NOW, &r, &why) != RC_OK)
		fail_msg("%s: %s", why.first == NULL ? "" : why.first->where,
		    why.first == NULL ? "" : why.first->text);
	return r;
}

static void
a_deposit_freezes_and_acknowledges(void **state)
{
	struct receipt *r = presented(), *again;
	struct snapshot *s;
	struct json_object *o;
	char sha256[DIGEST_HEX];

	(void)state;
	assert_string_equal(r->number, "TCO-2026-00001");
	assert_string_equal(r->call, "Quartiers en transition 2027");
	assert_int_equal(r->received_at, TEST_NOW);
	assert_int_equal(r->document_count, 2);
	assert_true(r->silence_at > TEST_NOW + 200 * 86400);
	assert_int_equal(r->journal_seq, 1);
	assert_int_equal(snapshot_load(&s, t.db, t.mem, r->snapshot_id), RC_OK);
	digest_sha256_hex(sha256, s->content, strlen(s->content));
	assert_string_equal(s->sha256, sha256);
	assert_string_equal(r->sha256, sha256);
	assert_int_equal(json_parse(&o, s->content, strlen(s->content), 16,
	    NULL), RC_OK);
	assert_string_equal(json_text(o, "number"), "TCO-2026-00001");
	assert_string_equal(json_text(json_dict(o, "answers"), "besoin"),
	    "Trop de déchets.");
	assert_string_equal(json_text(json_dict(o, "supplement"), "axe"),
	    "ressources");
	assert_int_equal(json_count(json_array(json_dict(o, "plan"),
	    "sources")), 2);
	assert_int_equal(json_count(json_array(json_dict(o, "documents"),
	    "rib")), 1);
	json_object_put(o);
	assert_int_equal(receipt_last(&again, t.db, t.mem, r->application_id),
	    RC_OK);
	assert_string_equal(again->number, r->number);
	assert_int_equal(again->silence_at, r->silence_at);
	assert_string_equal(again->documents[1], r->documents[1]);
	assert_string_equal(again->journal_hash, r->journal_hash);
	/* One mail, with the receipt joined. */
	assert_int_equal(count("SELECT count(*) FROM job WHERE kind = 'mail' AND"
	    " payload_json LIKE '%anne@terreau.example%' AND payload_json LIKE"
	    " '%receipt%'"), 1);
	assert_int_equal(count("SELECT application_id FROM plan_source WHERE"
	    " funder_id = 1"), r->application_id);
	assert_int_equal(count("SELECT requested_cents FROM application"),
	    4000000);
	assert_int_equal(count("SELECT count(*) FROM element WHERE published_at"
	    " IS NOT NULL AND state = 'submitted'"), 1);
}

static void
a_snapshot_never_changes(void **state)
{
	struct receipt *r = presented();
	struct answers a;
	const struct form *form;
	struct snapshot *s, *then;
	struct problems why;
	char command[256];

	(void)state;
	assert_int_equal(snapshot_load(&then, t.db, t.mem, r->snapshot_id),
	    RC_OK);
	assert_int_equal(form_get(&form, t.db, FORM_REVISION), RC_OK);
	assert_int_equal(answers_load(&a, t.db, t.mem, form, world_platform(),
	    dossier->id, 0), RC_OK);
	answer(&a, "besoin", "\"Autre chose.\"");
	answer(&a, "titre", "\"Un autre nom\"");
	assert_int_equal(snapshot_load(&s, t.db, t.mem, r->snapshot_id), RC_OK);
	assert_string_equal(s->content, then->content);
	/* Agents still read the deposited title. */
	assert_int_equal(count("SELECT count(*) FROM application WHERE title ="
	    " 'Composter à Piton'"), 1);
	/* So does the table of answers. */
	assert_int_equal(count("SELECT count(*) FROM answer_index WHERE key ="
	    " 'besoin' AND value_json LIKE '_Trop de déchets._' AND folded ="
	    " 'trop de dechets.'"), 1);
	assert_int_equal(count("SELECT number FROM answer_index WHERE key ="
	    " 'cout'"), count("SELECT number FROM answer WHERE key = 'cout'"));
	assert_int_equal(count("SELECT number FROM answer_index WHERE key ="
	    " 'rib'"), 1);
	assert_int_equal(count("SELECT count(*) FROM answer_index WHERE key ="
	    " 'axe'"), 1);
	/* Presenting again takes another one, under the same number. */
	assert_int_equal(submit(dossier, CALL, TEST_NOW + 60, &r, &why), RC_OK);
	assert_int_equal(r->deposit, 2);
	assert_string_equal(r->number, "TCO-2026-00001");
	assert_int_equal(snapshot_load(&s, t.db, t.mem, r->snapshot_id), RC_OK);
	assert_string_not_equal(s->sha256, then->sha256);
	assert_int_equal(count("SELECT count(*) FROM answer_index WHERE key ="
	    " 'besoin' AND value_json LIKE '_Autre chose._'"), 1);
	/* And the schema refuses a hand that would change the first. */
	snprintf(command, sizeof(command), "sqlite3 %s/terreau.db \"UPDATE"
	    " snapshot SET content_json = '{}'\" 2>/dev/null", t.dir);
	assert_int_not_equal(system(command), 0);
}

static void
under_review_only_a_correction_reopens_it(void **state)
{
	struct receipt *r = presented();
	struct correction_form ask = { .reason = "incomplete",
	    .message = "Le devis est illisible.", .blocking = true };
	struct application *app;
	struct problems why;

	(void)state;
	assert_int_equal(application_load(&app, t.db, t.mem,
	    r->application_id), RC_OK);
	assert_int_equal(db_write_begin(t.db), RC_OK);
	assert_int_equal(application_apply(t.db, t.mem, app, EVENT_TAKE, &bruno,
	    "TCO", NULL, NULL, TEST_NOW), RC_OK);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	assert_int_equal(submit(dossier, CALL, TEST_NOW + 50, NULL, &why),
	    RC_CONFLICT);
	ask.revision = app->revision;
	assert_int_equal(correction_ask(t.db, t.mem, app->id, &ask, &by_bruno,
	    &why), RC_OK);
	/* Even when the call has closed meanwhile. */
	assert_int_equal(submit(dossier, CALL, INT64_C(1800000001), &r, &why),
	    RC_OK);
	assert_int_equal(r->deposit, 2);
	assert_int_equal(application_load(&app, t.db, t.mem, app->id), RC_OK);
	assert_int_equal(app->state, APP_UNDER_REVIEW);
	assert_false(app->correction_open);
	assert_string_equal(app->tray, "to_instruct");
	assert_int_equal(app->snapshot_id, r->snapshot_id);
}

/* Bruno takes that application under review and accepts it. */
static void
accept(int64_t id)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct decision_form form = { .verdict = "accept", .reasons = "Utile.",
	    .conditions = "", .granted_cents = 100000 };
	struct application *app;

	assert_int_equal(application_load(&app, t.db, t.mem, id), RC_OK);
	assert_int_equal(instruct_take(t.db, t.mem, id, app->revision,
	    &by_bruno), RC_OK);
	assert_int_equal(application_load(&app, t.db, t.mem, id), RC_OK);
	form.revision = app->revision;
	if (decision_take(t.db, t.mem, id, &form, &by_bruno, &why) != RC_OK)
		fail_msg("%s", why.first == NULL ? "" : why.first->text);
}

static void
a_commitment_is_a_target_once_accepted(void **state)
{
	static const struct target rough = { .indicator = "bacs", .goal = 3,
	    .has_baseline = true, .baseline = 1 };
	static const struct act now = { &anne, TEST_NOW, NULL, NULL };
	const struct form *form;
	struct receipt *r;
	struct problems why;
	struct answers a;
	struct stmt *s;

	(void)state;
	world_sql(&t, "INSERT INTO indicator (id, platform_id, key, label, unit)"
	    " VALUES (1, 1, 'bacs', 'Bacs posés', 'bacs'),"
	    " (2, 1, 'autre', 'Autre', 'x');");
	fill(dossier);
	fill_own(dossier);
	assert_int_equal(form_get(&form, t.db, FORM_REVISION), RC_OK);
	assert_int_equal(answers_load(&a, t.db, t.mem, form, world_platform(),
	    dossier->id, 0), RC_OK);
	answer(&a, "engagement", "{\"baseline\":0,\"date\":\"2028-12-31\","
	    "\"decimals\":1,\"indicator\":\"bacs\",\"target\":125}");
	assert_int_equal(submit(dossier, CALL, TEST_NOW, &r, &why), RC_OK);
	/* What is written after the deposit commits to nothing. */
	answer(&a, "engagement", "{\"date\":\"2028-12-31\",\"decimals\":0,"
	    "\"indicator\":\"autre\",\"target\":9}");
	/* A target there was, with a value: both in the finer scale. */
	assert_int_equal(target_put(t.db, t.mem, dossier->element_id,
	    &rough), RC_OK);
	assert_int_equal(measure_report(t.db, t.mem,
	    dossier->element_id, "bacs", 2, "2026-11-01", "", "Anne",
	    &now), RC_OK);
	assert_int_equal(count("SELECT goal FROM target"), 3);
	accept(r->application_id);
	s = db_query(t.db, Q_PROJECT_MEASUREMENTS,
	    I(element, dossier->element_id));
	assert_true(stmt_step(s));
	assert_string_equal(stmt_text(s, "label"), "Bacs posés");
	assert_int_equal(stmt_int(s, "decimals"), 1);
	assert_int_equal(stmt_int(s, "baseline"), 0);
	assert_int_equal(stmt_int(s, "goal"), 125);
	assert_string_equal(stmt_text(s, "due_on"), "2028-12-31");
	assert_int_equal(stmt_int(s, "value"), 20);
	assert_false(stmt_step(s));
}

static void
a_withdrawn_application_may_come_back(void **state)
{
	struct receipt *r = presented();
	struct problems why;

	(void)state;
	assert_int_equal(application_withdraw(t.db, t.mem, r->application_id,
	    "Nous attendons le permis.", &by_anne), RC_OK);
	assert_int_equal(count("SELECT count(*) FROM element WHERE state ="
	    " 'withdrawn'"), 1);
	assert_int_equal(application_withdraw(t.db, t.mem, r->application_id,
	    "", &by_anne), RC_CONFLICT);
	assert_int_equal(submit(dossier, CALL, TEST_NOW + 60, &r, &why), RC_OK);
	assert_string_equal(r->number, "TCO-2026-00001");
	assert_int_equal(count("SELECT count(*) FROM application WHERE state ="
	    " 'submitted'"), 1);
}

static void
numbers_follow_one_another(void **state)
{
	struct receipt *r = presented();
	struct problems why;

	(void)state;
	dossier = begun("Deux");
	r = presented();
	assert_string_equal(r->number, "TCO-2026-00002");
	/* One dossier, another call of the same funder: another number. */
	world_sql(&t, "DELETE FROM call_theme;");
	assert_int_equal(submit(dossier, CALL_OTHER_THEME, TEST_NOW, &r, &why),
	    RC_OK);
	assert_string_equal(r->number, "TCO-2026-00003");
	assert_string_equal(number_initials(t.mem, "ADEME"), "ADEME");
	assert_string_equal(number_initials(t.mem, "Département de La Réunion"),
	    "DLR");
	assert_string_equal(number_initials(t.mem, "L’École d’Été"), "LEE");
}

/* --- files ---------------------------------------------------------------- */

static const struct form_field *
rib(void)
{
	const struct form *form;

	assert_int_equal(form_get(&form, t.db, FORM_REVISION), RC_OK);
	return form_field(form, "rib");
}

static void
a_file_is_judged_by_its_content(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct received r = received("rib.pdf", "#!/bin/sh\necho hello\n");

	(void)state;
	assert_int_equal(document_attach(t.db, t.mem, dossier->id, rib(), &r, 0,
	    &anne, TEST_NOW, &why), RC_INVALID);
	assert_non_null(strstr(problem_get(&why, "rib"), "autre type"));
	close(r.fd);
	why = (struct problems)PROBLEMS_INIT(t.mem);
	r = received("rib.pdf", "");
	assert_int_equal(document_attach(t.db, t.mem, dossier->id, rib(), &r, 0,
	    &anne, TEST_NOW, &why), RC_INVALID);
	assert_non_null(strstr(problem_get(&why, "rib"), "vide"));
	close(r.fd);
	assert_int_equal(count("SELECT count(*) FROM file"), 0);
}

static void
a_document_is_replaced_by_a_version(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct documents list;
	struct document d;
	struct received r;

	(void)state;
	join(dossier->id, "rib", PDF "un");
	r = received("autre.pdf", PDF "deux");
	/* One at most: a second is refused, with what to do. */
	assert_int_equal(document_attach(t.db, t.mem, dossier->id, rib(), &r, 0,
	    &anne, TEST_NOW, &why), RC_INVALID);
	assert_non_null(strstr(problem_get(&why, "rib"), "remplacez"));
	close(r.fd);
	document_list(&list, t.db, t.mem, dossier->id);
	assert_int_equal(list.count, 1);
	r = received("autre.pdf", PDF "deux");
	assert_int_equal(document_attach(t.db, t.mem, dossier->id, rib(), &r,
	    list.rows[0].id, &anne, TEST_NOW, &why), RC_OK);
	close(r.fd);
	document_list(&list, t.db, t.mem, dossier->id);
	assert_int_equal(list.count, 1);
	assert_int_equal(list.rows[0].number, 2);
	assert_string_equal(list.rows[0].name, "autre.pdf");
	assert_string_equal(list.rows[0].type, "application/pdf");
	assert_true(file_exists(stored_file_path(t.mem, t.dir,
	    list.rows[0].sha256)));
	assert_string_equal(list.rows[0].expires_on, "2028-11-23");
	/* Somebody else's dossier does not reach it. */
	assert_int_equal(document_version_load(&d, t.db, t.mem, dossier->id,
	    list.rows[0].version_id), RC_OK);
	assert_int_equal(document_version_load(&d, t.db, t.mem, 99,
	    list.rows[0].version_id), RC_NOT_FOUND);
	assert_int_equal(document_remove(t.db, t.mem, dossier->id, "rib",
	    list.rows[0].id, TEST_NOW), RC_OK);
	document_list(&list, t.db, t.mem, dossier->id);
	assert_int_equal(list.count, 0);
}

static void
what_was_presented_stays_when_it_is_removed(void **state)
{
	struct receipt *r = presented();
	struct documents list;
	struct document d;

	(void)state;
	document_list(&list, t.db, t.mem, dossier->id);
	assert_true(list.rows[0].presented);
	assert_int_equal(document_remove(t.db, t.mem, dossier->id,
	    list.rows[0].key, list.rows[0].id, TEST_NOW), RC_OK);
	assert_int_equal(document_version_load(&d, t.db, t.mem, dossier->id,
	    list.rows[0].version_id), RC_OK);
	assert_int_equal(r->document_count, 2);
}

/* Bytes renamed, then the process dies: what is left is swept, later. */
static void
a_death_between_rename_and_row_leaves_no_orphan(void **state)
{
	struct received r = received("rib.pdf", PDF "orphan");
	const char *path = stored_file_path(t.mem, t.dir, r.sha256);
	struct utimbuf old = { (time_t)TEST_NOW - 7200, (time_t)TEST_NOW - 7200 };
	struct utimbuf young = { (time_t)TEST_NOW, (time_t)TEST_NOW };
	struct vault_owner owner;
	struct documents list;
	int64_t removed;

	(void)state;
	join(dossier->id, "rib", PDF "kept");
	assert_int_equal(stored_file_keep(t.db, t.mem, &r), RC_OK);
	close(r.fd);
	assert_true(file_exists(path));
	assert_int_equal(count("SELECT count(*) FROM file"), 1);
	assert_int_equal(utime(path, &young), 0);
	assert_int_equal(stored_file_sweep(t.db, TEST_NOW, &removed), RC_OK);
	assert_int_equal(removed, 0);		/* its row may be coming */
	assert_int_equal(utime(path, &old), 0);
	document_list(&list, t.db, t.mem, dossier->id);
	assert_int_equal(utime(stored_file_path(t.mem, t.dir,
	    list.rows[0].sha256), &old), 0);
	assert_int_equal(stored_file_sweep(t.db, TEST_NOW, &removed), RC_OK);
	assert_int_equal(removed, 1);
	assert_false(file_exists(path));
	/* Away from its question, it stays in the vault; removed from there too,
	 * the row goes when that cannot be undone, then the bytes. */
	assert_int_equal(document_remove(t.db, t.mem, dossier->id, "rib",
	    list.rows[0].id, TEST_NOW), RC_OK);
	vault_sweep(t.db, TEST_NOW + 20 * 86400);
	assert_int_equal(stored_file_sweep(t.db, TEST_NOW + 20 * 86400,
	    &removed), RC_OK);
	assert_int_equal(removed, 0);
	vault_owner_of_dossier(&owner, t.db, dossier->id);
	assert_int_equal(vault_remove(t.db, &owner, list.rows[0].id, &anne,
	    TEST_NOW), RC_OK);
	vault_sweep(t.db, TEST_NOW + 86400);
	assert_int_equal(stored_file_sweep(t.db, TEST_NOW + 2 * 86400,
	    &removed), RC_OK);
	assert_int_equal(removed, 0);
	vault_sweep(t.db, TEST_NOW + 15 * 86400);
	assert_int_equal(stored_file_sweep(t.db, TEST_NOW + 15 * 86400,
	    &removed), RC_OK);
	assert_int_equal(removed, 1);
	assert_int_equal(count("SELECT count(*) FROM file"), 0);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_project_begins_with_its_name_and_its_body),
		TEST(a_list_shows_what_i_hold_alone_or_with_others),
		TEST(the_bin_takes_only_what_was_never_presented),
		TEST(a_closed_call_refuses_a_deposit),
		TEST(missing_answers_are_listed_with_their_place),
		TEST(conditions_of_a_call_are_explained),
		TEST(a_deposit_freezes_and_acknowledges),
		TEST(a_snapshot_never_changes),
		TEST(under_review_only_a_correction_reopens_it),
		TEST(a_commitment_is_a_target_once_accepted),
		TEST(a_withdrawn_application_may_come_back),
		TEST(numbers_follow_one_another),
		TEST(a_file_is_judged_by_its_content),
		TEST(a_document_is_replaced_by_a_version),
		TEST(what_was_presented_stays_when_it_is_removed),
		TEST(a_death_between_rename_and_row_leaves_no_orphan),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
