/*
 * The master file of a project: it is spoken of by its team, changes hands, is
 * taken back from who has left, and answers the forms of other platforms.
 */
#include "config.h"

#include "tests/unit/world.h"

#include "domain/account.h"
#include "domain/comment.h"
#include "domain/form_offer.h"
#include "domain/retention.h"
#include "domain/right.h"
#include "domain/submit.h"
#include "domain/transfer.h"

#define count(what)	world_count(&t, what)

static struct test_state t;
static struct dossier *dossier;
static const struct person clara = { .id = CLARA,
    .email = "clara@terreau.example", .name = "Clara Hoarau", .lang = "fr",
    .confirmed_at = 1 };

static struct dossier *
begun(const char *title, int64_t organisation_id)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct dossier *d;

	assert_int_equal(dossier_create(&d, t.db, t.mem, PLATFORM, title, &anne,
	    organisation_id, TEST_NOW, &why), RC_OK);
	return d;
}

static int
setup(void **state)
{
	(void)state;
	world_make(&t);
	world_forms(&t);
	dossier = begun("Composter ensemble", 0);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	test_state_free(&t);
	return 0;
}

static bool
may(const struct person *who, enum right right)
{
	struct object o;

	assert_int_equal(object_dossier(t.db, dossier->id, &o), RC_OK);
	return right_may(t.db, who, right, &o);
}

/* --- comments ------------------------------------------------------------- */

static void
comments_are_threads_that_open_again_with_a_reply(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct comment *list;

	(void)state;
	assert_int_equal(comment_add(t.db, t.mem, dossier->id, "cout", 0,
	    "Trop cher ?", &anne, TEST_NOW, &why), RC_OK);
	assert_int_equal(comment_list(&list, t.db, t.mem, dossier->id), 1);
	assert_int_equal(comment_close(t.db, dossier->id, list[0].id, &anne,
	    TEST_NOW), RC_OK);
	assert_int_equal(comment_open(t.db, dossier->id), 0);
	assert_int_equal(comment_close(t.db, dossier->id, list[0].id, &anne,
	    TEST_NOW), RC_NOT_FOUND);
	assert_int_equal(comment_add(t.db, t.mem, dossier->id, "ailleurs",
	    list[0].id, "Non.", &anne, TEST_NOW, &why), RC_OK);
	assert_int_equal(comment_list(&list, t.db, t.mem, dossier->id), 2);
	assert_string_equal(list[1].key, "cout");	/* its thread's */
	assert_int_equal(comment_open(t.db, dossier->id), 1);
}

static void
a_blank_comment_is_refused_and_another_dossier_has_no_such_thread(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct comment *list;

	(void)state;
	assert_int_equal(comment_add(t.db, t.mem, dossier->id, "", 0, " \n",
	    &anne, TEST_NOW, &why), RC_INVALID);
	why = (struct problems)PROBLEMS_INIT(t.mem);
	assert_int_equal(comment_add(t.db, t.mem, dossier->id, "", 0, "Ici.",
	    &anne, TEST_NOW, &why), RC_OK);
	comment_list(&list, t.db, t.mem, dossier->id);
	assert_int_equal(comment_add(t.db, t.mem, begun("Autre", 0)->id, "",
	    list[0].id, "Là.", &anne, TEST_NOW, &why), RC_NOT_FOUND);
}

static void
only_the_team_comments(void **state)
{
	(void)state;
	world_sql(&t, "INSERT INTO dossier_member VALUES (1, 3, 'comment', 0);"
	    "INSERT INTO role_grant (person_id, role, scope_kind, scope_id,"
	    " platform_id, granted_at) VALUES (2, 'partner', 'dossier', 1, 1, 0),"
	    " (2, 'administrator', 'platform', 1, 1, 0);");
	assert_true(may(&anne, RIGHT_DOSSIER_COMMENT));
	assert_true(may(&clara, RIGHT_DOSSIER_COMMENT));
	assert_false(may(&clara, RIGHT_DOSSIER_EDIT));
	assert_true(may(&bruno, RIGHT_DOSSIER_READ));
	assert_false(may(&bruno, RIGHT_DOSSIER_COMMENT));
	world_sql(&t, "UPDATE dossier_member SET level = 'view';");
	assert_false(may(&clara, RIGHT_DOSSIER_COMMENT));
}

/* --- changing hands ------------------------------------------------------- */

static void
offer(const char *to)
{
	struct problems why = PROBLEMS_INIT(t.mem);

	assert_int_equal(transfer_ask(t.db, t.mem, dossier->id, to, "À toi.",
	    &anne, "https://x.example/compte/transferts/", TEST_NOW, &why),
	    RC_OK);
}

static void
a_dossier_goes_to_who_accepts_it(void **state)
{
	struct transfer *list;

	(void)state;
	offer(" Clara@terreau.example ");
	assert_true(may(&anne, RIGHT_DOSSIER_MANAGE));
	assert_int_equal(transfer_of_person(&list, t.db, t.mem, &bruno), 0);
	assert_int_equal(transfer_of_person(&list, t.db, t.mem, &clara), 1);
	assert_int_equal(transfer_answer(t.db, t.mem, list[0].id, &bruno, true,
	    TEST_NOW), RC_NOT_FOUND);
	assert_int_equal(transfer_answer(t.db, t.mem, list[0].id, &clara, true,
	    TEST_NOW), RC_OK);
	assert_true(may(&clara, RIGHT_DOSSIER_MANAGE));
	assert_true(may(&anne, RIGHT_DOSSIER_READ));
	assert_false(may(&anne, RIGHT_DOSSIER_EDIT));
	assert_int_equal(count("SELECT owner_person_id FROM element"), CLARA);
	assert_int_equal(count("SELECT count(*) FROM job WHERE kind = 'mail'"),
	    1);
	assert_int_equal(transfer_answer(t.db, t.mem, list[0].id, &clara, true,
	    TEST_NOW), RC_NOT_FOUND);
}

static void
a_dossier_goes_to_a_body_by_its_administrators(void **state)
{
	struct transfer *list;

	(void)state;
	world_sql(&t, "INSERT INTO membership VALUES (1, 2, 'administrator',"
	    " NULL, 0), (1, 3, 'member', NULL, 0);"
	    "UPDATE organisation SET siret = '24974010100012' WHERE id = 1;");
	offer("249 740 101 00012");
	assert_int_equal(transfer_of_person(&list, t.db, t.mem, &clara), 0);
	assert_int_equal(transfer_of_person(&list, t.db, t.mem, &bruno), 1);
	assert_string_equal(list[0].organisation, "Territoire de la Côte Ouest");
	assert_int_equal(transfer_answer(t.db, t.mem, list[0].id, &bruno, true,
	    TEST_NOW), RC_OK);
	assert_int_equal(count("SELECT owner_organisation_id FROM dossier"),
	    TCO);
	assert_int_equal(count("SELECT count(*) FROM element WHERE holder_name ="
	    " 'Territoire de la Côte Ouest'"), 1);
	assert_false(may(&anne, RIGHT_DOSSIER_MANAGE));
}

static void
one_offer_waits_at_a_time_and_may_be_taken_back_or_refused(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct transfer *list;

	(void)state;
	offer("clara@terreau.example");
	assert_int_equal(transfer_ask(t.db, t.mem, dossier->id,
	    "bruno@terreau.example", "", &anne, "x", TEST_NOW, &why),
	    RC_CONFLICT);
	assert_int_equal(transfer_cancel(t.db, dossier->id, &anne, TEST_NOW),
	    RC_OK);
	assert_int_equal(transfer_of_person(&list, t.db, t.mem, &clara), 0);
	offer("clara@terreau.example");
	assert_int_equal(transfer_of_person(&list, t.db, t.mem, &clara), 1);
	assert_int_equal(transfer_answer(t.db, t.mem, list[0].id, &clara, false,
	    TEST_NOW), RC_OK);
	assert_true(may(&anne, RIGHT_DOSSIER_MANAGE));
	assert_false(may(&clara, RIGHT_DOSSIER_READ));
	assert_int_equal(transfer_ask(t.db, t.mem, dossier->id,
	    "123 456", "", &anne, "x", TEST_NOW, &why), RC_INVALID);
}

static void
a_body_takes_its_dossier_back_from_who_has_left(void **state)
{
	struct held *list;

	(void)state;
	/* Bruno, then a member, began it; his body owns it too. */
	world_sql(&t, "UPDATE dossier SET owner_person_id = 2,"
	    " owner_organisation_id = 2; UPDATE element SET owner_person_id = 2,"
	    " owner_organisation_id = 2;"
	    "INSERT INTO membership VALUES (2, 2, 'member', NULL, 0);");
	assert_int_equal(held_by_organisation(&list, t.db, t.mem, ASSOCIATION),
	    1);
	assert_false(list[0].left);
	assert_int_equal(transfer_recover(t.db, dossier->id, ASSOCIATION,
	    &anne, TEST_NOW), RC_NOT_FOUND);
	world_sql(&t, "DELETE FROM membership WHERE person_id = 2;");
	held_by_organisation(&list, t.db, t.mem, ASSOCIATION);
	assert_true(list[0].left);
	assert_true(may(&bruno, RIGHT_DOSSIER_EDIT));
	assert_int_equal(transfer_recover(t.db, dossier->id, TCO, &anne,
	    TEST_NOW), RC_NOT_FOUND);
	assert_int_equal(transfer_recover(t.db, dossier->id, ASSOCIATION,
	    &anne, TEST_NOW), RC_OK);
	assert_false(may(&bruno, RIGHT_DOSSIER_READ));
	assert_true(may(&anne, RIGHT_DOSSIER_MANAGE));
}

/* --- through another platform's form --------------------------------------- */

enum { OTHER = 2, OTHER_REVISION = 9, OTHER_CALL = 9 };

/* Another platform: "titre" and "commune" are the same, "statut" offers other
 * choices, "cout" is a text there, "echelle" is its own. */
static void
another_platform(void)
{
	world_sql(&t,
	    "INSERT INTO platform (id, slug, name, territory_id, time_zone,"
	    " service_name, created_at, loaded_at) VALUES (2, 'ailleurs',"
	    " 'Ailleurs', 1, 'Indian/Reunion', 'Les financeurs', 0, 0);"
	    "INSERT INTO theme (id, platform_id, key, label, position) VALUES"
	    " (11, 2, 'economie-circulaire', 'Circulaire', 1);"
	    "INSERT INTO form (id, platform_id, key, label) VALUES"
	    " (9, 2, 'commun', 'Commun');"
	    "INSERT INTO form_revision (id, form_id, number, definition_json,"
	    " sha256, published_at) VALUES (9, 9, 1, '{\"key\":\"commun\","
	    "\"kind\":\"project\",\"revision\":1,\"title\":\"Commun\",\"steps\":"
	    "[{\"key\":\"un\",\"label\":\"Un\",\"blocks\":[{\"key\":\"b\","
	    "\"label\":\"B\",\"fields\":["
	    "{\"key\":\"titre\",\"type\":\"text\",\"label\":\"Titre\","
	    "\"required\":true,\"maps_to\":\"title\",\"max_length\":90},"
	    "{\"key\":\"commune\",\"type\":\"territory\",\"label\":\"Où\","
	    "\"required\":true,\"maps_to\":\"territory\",\"level\":\"commune\"},"
	    "{\"key\":\"statut\",\"type\":\"choice\",\"label\":\"Statut\","
	    "\"required\":true,\"options\":[{\"key\":\"cooperative\",\"label\":"
	    "\"Coopérative\"},{\"key\":\"autre\",\"label\":\"Autre\"}]},"
	    "{\"key\":\"cout\",\"type\":\"text\",\"label\":\"Coût\"},"
	    "{\"key\":\"echelle\",\"type\":\"text\",\"label\":\"Échelle\","
	    "\"required\":true},"
	    "{\"key\":\"demande\",\"type\":\"money\",\"label\":\"Demande\","
	    "\"maps_to\":\"requested\"}]}]}]}', 'f9', 1);"
	    "INSERT INTO call (id, uuid, platform_id, slug, title, funder_id,"
	    " territory_id, form_id, status, opens_at, silence, silence_months,"
	    " created_at) VALUES (9, 'u9', 2, 'pouce', 'Coup de pouce', 2, 1, 9,"
	    " 'published', 1790000000, 'none', 0, 0);"
	    "INSERT INTO stage (id, call_id, position, key, label, kind) VALUES"
	    " (9, 9, 0, 'depot', 'Dépôt', 'proposition');");
}

static void
save(const struct form *form, const struct platform *platform,
    const char *key, const char *json)
{
	struct change c = { .field = form_field(form, key), .json = json };
	struct answers a;

	assert_int_equal(answers_load(&a, t.db, t.mem, form, platform,
	    dossier->id, 0), RC_OK);
	assert_int_equal(answers_save(&a, &c, 1, &anne, TEST_NOW), RC_OK);
	assert_true(c.saved);
}

static const char *
json_of(const struct answers *a, const char *key)
{
	const struct answer *answer = answers_get(a, key);

	assert_non_null(answer);
	return answer->json == NULL ? "" : answer->json;
}

static void
the_same_question_is_the_same_answer_on_another_platform(void **state)
{
	const struct form *home;
	struct presentation p;
	int64_t app;

	(void)state;
	another_platform();
	assert_int_equal(form_get(&home, t.db, FORM_REVISION), RC_OK);
	save(home, world_platform(), "commune", "\"97413\"");
	save(home, world_platform(), "statut", "\"cooperative\"");
	save(home, world_platform(), "cout", "5200000");
	assert_int_equal(presentation_load(&p, t.db, t.mem, dossier->id,
	    OTHER_CALL), RC_OK);
	assert_true(p.through);
	assert_true(p.elsewhere);
	assert_string_equal(p.call_part, "ailleurs~pouce");
	assert_string_equal(json_of(&p.answers, "titre"),
	    "\"Composter ensemble\"");
	assert_string_equal(json_of(&p.answers, "commune"), "\"97413\"");
	/* Other choices, another type: not the same question. */
	assert_string_equal(json_of(&p.answers, "statut"), "");
	assert_string_equal(json_of(&p.answers, "cout"), "");

	/* Nothing goes there before its holder agrees. */
	assert_int_equal(application_begin(&app, t.db, t.mem, dossier->id,
	    OTHER_CALL, TEST_NOW), RC_DENIED);
	assert_int_equal(dossier_consent(t.db, dossier->id, OTHER, &anne,
	    TEST_NOW), RC_OK);
	assert_int_equal(application_begin(&app, t.db, t.mem, dossier->id,
	    OTHER_CALL, TEST_NOW), RC_OK);
	/* What can be read there is proposed, and stays apart. */
	assert_int_equal(presentation_load(&p, t.db, t.mem, dossier->id,
	    OTHER_CALL), RC_OK);
	assert_string_equal(json_of(&p.answers, "statut"), "\"cooperative\"");
	assert_string_equal(json_of(&p.answers, "cout"), "");
}

static void
what_is_written_there_changes_what_is_shared_and_only_it(void **state)
{
	const struct form *home, *other;
	struct platform *platform;
	struct answers a;

	(void)state;
	another_platform();
	assert_int_equal(form_get(&home, t.db, FORM_REVISION), RC_OK);
	assert_int_equal(form_get(&other, t.db, OTHER_REVISION), RC_OK);
	assert_int_equal(platform_load(&platform, t.db, t.mem, "ailleurs"),
	    RC_OK);
	save(home, world_platform(), "cout", "5200000");
	save(other, platform, "titre", "\"Composter mieux\"");
	save(other, platform, "cout", "\"beaucoup\"");
	save(other, platform, "statut", "\"autre\"");
	assert_int_equal(answers_load(&a, t.db, t.mem, home, world_platform(),
	    dossier->id, 0), RC_OK);
	assert_string_equal(json_of(&a, "titre"), "\"Composter mieux\"");
	assert_string_equal(json_of(&a, "cout"), "5200000");
	assert_string_equal(json_of(&a, "statut"), "");
	assert_int_equal(count("SELECT count(*) FROM element WHERE title ="
	    " 'Composter mieux' AND cost_cents = 5200000"), 1);
	assert_int_equal(count("SELECT count(*) FROM answer WHERE key ="
	    " 'ailleurs/cout'"), 1);
	/* How far the dossier is, is said of its own form. */
	assert_int_not_equal(count("SELECT asked FROM dossier"), 3);
}

static void
what_another_form_stored_is_shown_and_said_not_hidden(void **state)
{
	const struct form *home;
	const struct answer *plan;
	struct answers a;

	(void)state;
	world_sql(&t, "INSERT INTO answer (dossier_id, key, value_json,"
	    " revision, saved_at) VALUES (1, 'plan', '\"trois devis\"', 1, 0);");
	assert_int_equal(form_get(&home, t.db, FORM_REVISION), RC_OK);
	assert_int_equal(answers_load(&a, t.db, t.mem, home, world_platform(),
	    dossier->id, 0), RC_OK);
	plan = answers_get(&a, "plan");
	assert_true(answer_is_given(plan));
	assert_non_null(strstr(answer_error(&a, plan), "trois devis"));
}

/* Consent given, the other platform's call begun. */
static void
begin_there(struct presentation *p)
{
	int64_t app;

	assert_int_equal(dossier_consent(t.db, dossier->id, OTHER, &anne,
	    TEST_NOW), RC_OK);
	assert_int_equal(application_begin(&app, t.db, t.mem, dossier->id,
	    OTHER_CALL, TEST_NOW), RC_OK);
	assert_int_equal(presentation_load(p, t.db, t.mem, dossier->id,
	    OTHER_CALL), RC_OK);
}

static void
put(struct answers *a, const char *key, const char *text)
{
	struct typed typed = { "", text, NULL };
	struct change c = { .field = form_field(a->form, key),
	    .typed = &typed };

	assert_int_equal(answers_save(a, &c, 1, &anne, TEST_NOW), RC_OK);
	assert_true(c.saved);
}

static void
an_answer_departs_from_the_dossier_for_one_call(void **state)
{
	const struct answer *title;
	const struct form_field *f;
	struct presentation p;

	(void)state;
	another_platform();
	begin_there(&p);
	f = form_field(p.answers.form, "titre");
	title = answers_get(&p.answers, "titre");
	assert_true(answer_is_reused(&p.answers, title, TEST_NOW));
	assert_int_equal(answer_rejoin(&p.answers, f, TEST_NOW), RC_NOT_FOUND);
	assert_int_equal(answer_depart(&p.answers, f, &anne, TEST_NOW), RC_OK);
	put(&p.answers, "titre", "Composter au marché");
	/* What the dossier lacks is still told to the dossier. */
	put(&p.answers, "commune", "Saint-Leu");
	assert_int_equal(presentation_load(&p, t.db, t.mem, dossier->id,
	    OTHER_CALL), RC_OK);
	title = answers_get(&p.answers, "titre");
	assert_true(title->particular);
	assert_string_equal(title->json, "\"Composter au marché\"");
	assert_string_equal(title->dossier_value->text, "Composter ensemble");
	assert_false(answer_is_reused(&p.answers, title, TEST_NOW));
	assert_string_equal(json_of(&p.answers, "commune"), "\"97413\"");
	assert_int_equal(count("SELECT count(*) FROM answer WHERE key = 'titre'"
	    " AND value_json LIKE '_Composter ensemble_'"), 1);
	assert_int_equal(count("SELECT count(*) FROM element WHERE title ="
	    " 'Composter ensemble' AND territory_id = 2"), 1);
	/* Left blank for this call, whatever the dossier says. */
	put(&p.answers, "titre", "");
	title = answers_get(&p.answers, "titre");
	assert_false(answer_is_given(title));
	assert_non_null(answer_flaw(&p.answers, title));
	assert_int_equal(count("SELECT count(*) FROM element WHERE title ="
	    " 'Composter ensemble'"), 1);
	/* The dossier's again. */
	assert_int_equal(answer_rejoin(&p.answers, f, TEST_NOW), RC_OK);
	title = answers_get(&p.answers, "titre");
	assert_false(title->particular);
	assert_string_equal(title->json, "\"Composter ensemble\"");
	assert_int_equal(count("SELECT count(*) FROM application_answer"), 0);
}

static void
an_answer_tells_which_call_it_was_given_to(void **state)
{
	const struct form *home;
	struct presentation p;
	struct answers a;

	(void)state;
	another_platform();
	begin_there(&p);
	put(&p.answers, "commune", "Saint-Leu");
	assert_int_equal(form_get(&home, t.db, FORM_REVISION), RC_OK);
	assert_int_equal(answers_load(&a, t.db, t.mem, home, world_platform(),
	    dossier->id, 0), RC_OK);
	assert_string_equal(answers_get(&a, "commune")->told_to,
	    "Coup de pouce");
	assert_null(answers_get(&a, "titre")->told_to);
	/* Said again in the dossier, it is the dossier's. */
	put(&a, "commune", "Le Port");
	assert_int_equal(answers_reload(&a, TEST_NOW), RC_OK);
	assert_null(answers_get(&a, "commune")->told_to);
}

static void
a_form_read_through_is_pinned_once_begun(void **state)
{
	struct form_offer offer;
	struct presentation p;
	int64_t app;

	(void)state;
	another_platform();
	begin_there(&p);
	app = p.app->id;
	world_sql(&t, "INSERT INTO form_revision (id, form_id, number,"
	    " definition_json, sha256, published_at) SELECT 10, 9, 2,"
	    " replace(definition_json, '\"echelle\"', '\"ampleur\"'), 'f10', 2"
	    " FROM form_revision WHERE id = 9;");
	assert_int_equal(presentation_load(&p, t.db, t.mem, dossier->id,
	    OTHER_CALL), RC_OK);
	assert_int_equal(p.answers.form->id, OTHER_REVISION);
	/* The newer one is offered, as to any draft. */
	assert_true(form_offer_is(t.db, dossier->id, app));
	assert_int_equal(form_offer_load(&offer, t.db, t.mem, dossier->id, app),
	    RC_OK);
	assert_int_equal(offer.count, 2);
	assert_int_equal(form_offer_accept(t.db, t.mem, dossier->id, app,
	    offer.to->id, &anne, TEST_NOW), RC_OK);
	assert_int_equal(presentation_load(&p, t.db, t.mem, dossier->id,
	    OTHER_CALL), RC_OK);
	assert_int_equal(p.answers.form->id, 10);
	assert_false(form_offer_is(t.db, dossier->id, app));
}

/* --- one call's answers, kept for the next --------------------------------- */

static void
an_answer_of_one_call_is_kept_for_the_next(void **state)
{
	struct change c = { .json = "\"Au marché.\"" };
	struct presentation p;
	struct reuse reuse;
	int64_t app;

	(void)state;
	assert_int_equal(application_begin(&app, t.db, t.mem, dossier->id, CALL,
	    TEST_NOW), RC_OK);
	assert_int_equal(presentation_load(&p, t.db, t.mem, dossier->id, CALL),
	    RC_OK);
	assert_int_equal(answer_promote(&p, "ancrage", &anne, TEST_NOW),
	    RC_NOT_FOUND);
	c.field = form_field(p.own.form, "ancrage");
	assert_int_equal(answers_save(&p.own, &c, 1, &anne, TEST_NOW), RC_OK);
	assert_int_equal(answer_promote(&p, "titre", &anne, TEST_NOW),
	    RC_NOT_FOUND);
	assert_int_equal(answer_promote(&p, "ancrage", &anne, TEST_NOW), RC_OK);
	/* Another call that asks it has it already. */
	world_sql(&t, "UPDATE call SET settings_json ="
	    " '{\"supplement\":\"quartiers-2027\"}' WHERE id = 3;");
	assert_int_equal(presentation_load(&p, t.db, t.mem, dossier->id,
	    CALL_OTHER_THEME), RC_OK);
	assert_string_equal(json_of(&p.own, "ancrage"), "\"Au marché.\"");
	assert_true(answers_get(&p.own, "ancrage")->inherited);
	assert_string_equal(answers_get(&p.own, "ancrage")->told_to,
	    "Quartiers en transition 2027");
	presentation_reuse(&reuse, &p, TEST_NOW + 1);
	assert_int_equal(reuse.presented, reuse.reused);
	/* It may be answered otherwise there, or not at all: the dossier stays. */
	assert_int_equal(application_begin(&app, t.db, t.mem, dossier->id,
	    CALL_OTHER_THEME, TEST_NOW), RC_OK);
	world_sql(&t, "UPDATE application SET form_revision_id = (SELECT"
	    " form_revision_id FROM application WHERE call_id = 1);");
	assert_int_equal(presentation_load(&p, t.db, t.mem, dossier->id,
	    CALL_OTHER_THEME), RC_OK);
	put(&p.own, "ancrage", "À l’école.");
	assert_int_equal(answers_reload(&p.own, TEST_NOW), RC_OK);
	assert_true(answers_get(&p.own, "ancrage")->particular);
	assert_string_equal(answers_get(&p.own, "ancrage")->dossier_json,
	    "\"Au marché.\"");
	put(&p.own, "ancrage", "");
	assert_int_equal(answers_reload(&p.own, TEST_NOW), RC_OK);
	assert_false(answer_is_given(answers_get(&p.own, "ancrage")));
	assert_true(answers_get(&p.own, "ancrage")->particular);
	put(&p.own, "ancrage", "Au marché.");
	assert_int_equal(answers_reload(&p.own, TEST_NOW), RC_OK);
	assert_true(answers_get(&p.own, "ancrage")->inherited);
	assert_int_equal(count("SELECT count(*) FROM answer WHERE key ="
	    " 'ancrage' AND value_json LIKE '_Au marché._'"), 1);
}

/* --- time ------------------------------------------------------------------ */

#define DAY	INT64_C(86400)
#define CLOSES	INT64_C(1800000000)	/* of CALL */

static struct retention
pass(int64_t now)
{
	struct retention r;

	assert_int_equal(retention_turn(&r, t.db, t.mem, "https://x.example",
	    now), RC_OK);
	return r;
}

static void
a_call_that_closes_soon_is_recalled_twice_and_no_more(void **state)
{
	int64_t app;

	(void)state;
	assert_int_equal(application_begin(&app, t.db, t.mem, dossier->id, CALL,
	    TEST_NOW), RC_OK);
	assert_int_equal(pass(CLOSES - 15 * DAY).recalled, 0);
	assert_int_equal(pass(CLOSES - 13 * DAY).recalled, 1);
	assert_int_equal(pass(CLOSES - 12 * DAY).recalled, 0);
	assert_int_equal(pass(CLOSES - 2 * DAY).recalled, 1);
	assert_int_equal(pass(CLOSES - DAY).recalled, 0);
	assert_int_equal(count("SELECT count(*) FROM job WHERE kind = 'mail'"
	    " AND payload_json LIKE '%mes-projets/composter-ensemble%'"), 2);
}

static void
who_wants_no_reminder_gets_none(void **state)
{
	int64_t app;

	(void)state;
	assert_int_equal(application_begin(&app, t.db, t.mem, dossier->id, CALL,
	    TEST_NOW), RC_OK);
	assert_int_equal(account_mails(t.db, &anne, false, "soon"), RC_OK);
	assert_int_equal(pass(CLOSES - 2 * DAY).recalled, 0);
}

static void
a_draft_ends_after_notice_and_the_bin(void **state)
{
	int64_t now = TEST_NOW + 366 * DAY;

	(void)state;
	assert_int_equal(pass(TEST_NOW + 300 * DAY).announced, 0);
	assert_int_equal(pass(now).announced, 1);
	assert_int_equal(pass(now + 13 * DAY).binned, 0);
	assert_int_equal(pass(now + 15 * DAY).binned, 1);
	assert_int_equal(pass(now + 25 * DAY).warned, 0);
	assert_int_equal(pass(now + 27 * DAY).warned, 1);
	assert_int_equal(pass(now + 28 * DAY).erased, 0);
	assert_int_equal(pass(now + 31 * DAY).erased, 1);
	assert_int_equal(count("SELECT count(*) FROM dossier"), 0);
	assert_int_equal(count("SELECT count(*) FROM element"), 0);
	assert_int_equal(count("SELECT count(*) FROM answer"), 0);
}

static void
an_answer_saves_a_draft_from_its_end(void **state)
{
	const struct form *form;
	struct change c = { .json = "\"97413\"" };
	struct answers a;
	int64_t now = TEST_NOW + 366 * DAY;

	(void)state;
	assert_int_equal(pass(now).announced, 1);
	assert_int_equal(form_get(&form, t.db, FORM_REVISION), RC_OK);
	c.field = form_field(form, "commune");
	assert_int_equal(answers_load(&a, t.db, t.mem, form, world_platform(),
	    dossier->id, 0), RC_OK);
	assert_int_equal(answers_save(&a, &c, 1, &anne, now + DAY), RC_OK);
	assert_int_equal(pass(now + 20 * DAY).binned, 0);
	assert_int_equal(count("SELECT count(*) FROM dossier WHERE trashed_at"
	    " IS NULL"), 1);
}

static void
what_was_presented_never_ends(void **state)
{
	int64_t app;

	(void)state;
	assert_int_equal(application_begin(&app, t.db, t.mem, dossier->id, CALL,
	    TEST_NOW), RC_OK);
	world_sql(&t, "UPDATE application SET state = 'withdrawn',"
	    " tray = 'decided';");
	assert_int_equal(pass(TEST_NOW + 800 * DAY).announced, 0);
	assert_int_equal(pass(TEST_NOW + 900 * DAY).binned, 0);
	assert_int_equal(count("SELECT count(*) FROM dossier WHERE noticed_at"
	    " = 0"), 1);
}

/* --- the list -------------------------------------------------------------- */

static void
my_projects_come_page_after_page(void **state)
{
	struct dossiers list;
	size_t seen = 0;
	const char *next = NULL;
	int pages = 0;

	(void)state;
	world_sql(&t, "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1"
	    " FROM n WHERE i < 229) INSERT INTO element (id, uuid, platform_id,"
	    " kind, slug, title, created_at, updated_at) SELECT i, 'e' || i, 1,"
	    " 'project', 'p' || i, 'P' || i, 0, 0 FROM n;"
	    "INSERT INTO dossier (element_id, platform_id, owner_person_id,"
	    " form_revision_id, created_at, updated_at, trashed_at) SELECT id, 1,"
	    " 1, 1, 0, 1000 + id % 7, CASE WHEN id % 5 = 0 THEN 5 END"
	    " FROM element WHERE id >= 100;");
	do {
		dossier_list(&list, t.db, t.mem, PLATFORM, &anne, next);
		seen += list.count;
		next = list.next;
		pages++;
	} while (next != NULL && pages < 9);
	assert_int_equal(pages, 3);
	assert_int_equal(seen, 131);
	dossier_list(&list, t.db, t.mem, PLATFORM, &anne, "n'importe quoi");
	assert_int_equal(list.count, DOSSIERS_LISTED);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(comments_are_threads_that_open_again_with_a_reply),
		TEST(a_blank_comment_is_refused_and_another_dossier_has_no_such_thread),
		TEST(only_the_team_comments),
		TEST(a_dossier_goes_to_who_accepts_it),
		TEST(a_dossier_goes_to_a_body_by_its_administrators),
		TEST(one_offer_waits_at_a_time_and_may_be_taken_back_or_refused),
		TEST(a_body_takes_its_dossier_back_from_who_has_left),
		TEST(the_same_question_is_the_same_answer_on_another_platform),
		TEST(what_is_written_there_changes_what_is_shared_and_only_it),
		TEST(what_another_form_stored_is_shown_and_said_not_hidden),
		TEST(an_answer_departs_from_the_dossier_for_one_call),
		TEST(an_answer_tells_which_call_it_was_given_to),
		TEST(a_form_read_through_is_pinned_once_begun),
		TEST(an_answer_of_one_call_is_kept_for_the_next),
		TEST(a_call_that_closes_soon_is_recalled_twice_and_no_more),
		TEST(who_wants_no_reminder_gets_none),
		TEST(a_draft_ends_after_notice_and_the_bin),
		TEST(an_answer_saves_a_draft_from_its_end),
		TEST(what_was_presented_never_ends),
		TEST(my_projects_come_page_after_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
