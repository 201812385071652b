/*
 * Applications change state by the table and leave their traces; elements and
 * plans follow.
 */
#include "config.h"

#include "tests/unit/world.h"

#include "base/json.h"
#include "domain/application.h"
#include "domain/element.h"
#include "domain/journal.h"
#include "domain/overview.h"
#include "domain/plan.h"
#include "domain/tray.h"

static struct test_state t;

#define count(what)	world_count(&t, what)

/* A project of Anne's with a draft application to the call. */
static struct application *
drafted(const char *title)
{
	struct element e = { .platform_id = PLATFORM, .kind = "project",
	    .title = title, .territory_id = SAINT_LEU,
	    .theme_id = THEME_COMPOST, .owner_person_id = ANNE,
	    .owner_organisation_id = ASSOCIATION, .holder_name = "Compost péi" };
	struct application *app;
	int64_t element;
	char sql[512];

	assert_int_equal(db_write_begin(t.db), RC_OK);
	element = element_create(t.db, t.mem, &e, TEST_NOW);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	snprintf(sql, sizeof(sql), "INSERT INTO dossier (id, element_id,"
	    " platform_id, created_at, updated_at) VALUES (%d, %d, 1, 0, 0);"
	    "INSERT INTO application (id, number, dossier_id, call_id,"
	    " platform_id, state, tray, created_at, waiting_since, title, folded,"
	    " holder_name) VALUES (%d, 'b%d', %d, 1, 1, 'draft', '', 0, 0, '%s',"
	    " '', 'Compost péi');", (int)element, (int)element, (int)element,
	    (int)element, (int)element, title);
	world_sql(&t, sql);
	assert_int_equal(application_load(&app, t.db, t.mem, element), RC_OK);
	return app;
}

static enum rc
apply(struct application *app, enum app_event event, int64_t now)
{
	enum rc rc = db_write_begin(t.db);

	assert_int_equal(rc, RC_OK);
	return db_write_end(t.db, application_apply(t.db, t.mem, app, event,
	    &bruno, "le service", "parce que", NULL, now));
}

static const char *
element_state(int64_t id)
{
	struct element *e;

	assert_int_equal(element_load(&e, t.db, t.mem, id), RC_OK);
	return e->state;
}

static void
the_table_allows_only_what_it_lists(void **state)
{
	(void)state;
	assert_int_equal(app_next(APP_DRAFT, EVENT_SUBMIT), APP_SUBMITTED);
	assert_int_equal(app_next(APP_SUBMITTED, EVENT_RESUBMIT), APP_SUBMITTED);
	assert_int_equal(app_next(APP_UNDER_REVIEW, EVENT_RESUBMIT), -1);
	assert_int_equal(app_next(APP_DRAFT, EVENT_ACCEPT), -1);
	assert_int_equal(app_next(APP_SUBMITTED, EVENT_ACCEPT), -1);
	assert_int_equal(app_next(APP_ACCEPTED, EVENT_WITHDRAW), -1);
	assert_int_equal(app_next(APP_REFUSED, EVENT_REOPEN), APP_UNDER_REVIEW);
	assert_int_equal(app_next(APP_WITHDRAWN, EVENT_REOPEN), -1);
}

static void
every_state_has_a_name_that_comes_back(void **state)
{
	(void)state;
	for (int s = APP_DRAFT; s <= APP_WITHDRAWN; s++)
		assert_int_equal(app_state_by_name(app_state_name(
		    (enum app_state)s)), s);
	assert_int_equal(app_state_by_name("approved"), -1);
	assert_int_equal(app_state_by_name(NULL), -1);
}

static void
a_deposit_waits_for_instruction_and_is_public(void **state)
{
	struct application *app = drafted("Composter à Piton");

	(void)state;
	assert_int_equal(apply(app, EVENT_SUBMIT, TEST_NOW), RC_OK);
	assert_int_equal(app->state, APP_SUBMITTED);
	assert_string_equal(app->tray, "to_instruct");
	assert_int_equal(app->stage_id, STAGE_DEPOSIT);
	assert_int_equal(app->submitted_at, TEST_NOW);
	assert_int_equal(app->waiting_since, TEST_NOW);
	assert_string_equal(element_state(app->element_id), "submitted");
	assert_int_equal(count("SELECT count(*) FROM element_search WHERE"
	    " element_search MATCH 'composter'"), 1);
	assert_int_equal(count("SELECT count(*) FROM journal WHERE kind ="
	    " 'submit'"), 1);
	assert_int_equal(count("SELECT count(*) FROM application_tally WHERE"
	    " tray = 'to_instruct' AND n = 1 AND call_id = 1"), 1);
}

static void
a_review_moves_through_the_stages_and_the_trays(void **state)
{
	struct application *app = drafted("Composter à Piton");

	(void)state;
	assert_int_equal(apply(app, EVENT_SUBMIT, TEST_NOW), RC_OK);
	assert_int_equal(apply(app, EVENT_TAKE, TEST_NOW + 5), RC_OK);
	assert_string_equal(app->tray, "to_instruct");
	assert_int_equal(app->waiting_since, TEST_NOW);	/* same tray */
	world_sql(&t, "UPDATE application SET stage_id = 3;");
	assert_int_equal(db_write_begin(t.db), RC_OK);
	tray_refresh(t.db, app->id, NEWS_STAGE, TEST_NOW + 9);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	assert_int_equal(application_load(&app, t.db, t.mem, app->id), RC_OK);
	assert_string_equal(app->tray, "committee");
	assert_int_equal(app->waiting_since, TEST_NOW + 9);
	app->granted_cents = 4000000;
	assert_int_equal(apply(app, EVENT_ACCEPT, TEST_NOW + 20), RC_OK);
	assert_string_equal(app->tray, "decided");
	assert_string_equal(element_state(app->element_id), "accepted");
	assert_int_equal(apply(app, EVENT_REOPEN, TEST_NOW + 30), RC_OK);
	assert_string_equal(element_state(app->element_id), "under_review");
	assert_int_equal(app->decided_at, 0);
	assert_int_equal(count("SELECT count(*) FROM transition"), 4);
	assert_int_equal(count("SELECT granted_cents FROM application"), 4000000);
}

static void
an_event_that_is_not_allowed_changes_nothing(void **state)
{
	struct application *app = drafted("Composter");

	(void)state;
	assert_int_equal(apply(app, EVENT_ACCEPT, TEST_NOW), RC_CONFLICT);
	assert_int_equal(app->state, APP_DRAFT);
	assert_int_equal(count("SELECT count(*) FROM transition"), 0);
	assert_int_equal(count("SELECT count(*) FROM journal"), 0);
}

static void
of_two_agents_only_the_first_decides(void **state)
{
	struct application *app = drafted("Composter"), *other;

	(void)state;
	assert_int_equal(apply(app, EVENT_SUBMIT, TEST_NOW), RC_OK);
	assert_int_equal(apply(app, EVENT_TAKE, TEST_NOW), RC_OK);
	assert_int_equal(application_load(&other, t.db, t.mem, app->id), RC_OK);
	assert_int_equal(apply(app, EVENT_REFUSE, TEST_NOW), RC_OK);
	assert_int_equal(apply(other, EVENT_ACCEPT, TEST_NOW), RC_CONFLICT);
	assert_string_equal(element_state(app->element_id), "refused");
}

static void
an_open_correction_puts_it_in_the_holders_tray(void **state)
{
	struct application *app = drafted("Composter");

	(void)state;
	assert_int_equal(apply(app, EVENT_SUBMIT, TEST_NOW), RC_OK);
	world_sql(&t, "INSERT INTO correction (application_id, reason, message,"
	    " asked_at) SELECT max(id), 'incomplete', 'Le devis', 0 FROM"
	    " application;");
	assert_int_equal(db_write_begin(t.db), RC_OK);
	tray_refresh(t.db, app->id, NEWS_CORRECTION, TEST_NOW + 3);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	assert_int_equal(application_load(&app, t.db, t.mem, app->id), RC_OK);
	assert_string_equal(app->tray, "holder");
	assert_true(app->correction_open);
}

static void
slugs_are_unique_on_a_platform(void **state)
{
	struct element a = { .platform_id = PLATFORM, .kind = "project",
	    .title = "Piton" }, b = a, c = a;

	(void)state;
	c.kind = "place";
	assert_int_equal(db_write_begin(t.db), RC_OK);
	element_create(t.db, t.mem, &a, TEST_NOW);
	element_create(t.db, t.mem, &b, TEST_NOW);
	element_create(t.db, t.mem, &c, TEST_NOW);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	assert_string_equal(a.slug, "piton");
	assert_string_equal(b.slug, "piton-2");
	assert_string_equal(c.slug, "piton");
	assert_int_equal(strlen(a.uuid), 36);
	assert_int_equal(a.uuid[14], '7');
	assert_string_not_equal(a.uuid, b.uuid);
}

static void
what_follows_a_decision_needs_one(void **state)
{
	struct application *app = drafted("Composter");

	(void)state;
	assert_int_equal(element_follow(t.db, t.mem, app->element_id, "funded",
	    "TCO", NULL, TEST_NOW), RC_CONFLICT);
	assert_int_equal(apply(app, EVENT_SUBMIT, TEST_NOW), RC_OK);
	assert_int_equal(apply(app, EVENT_TAKE, TEST_NOW), RC_OK);
	assert_int_equal(apply(app, EVENT_ACCEPT, TEST_NOW), RC_OK);
	assert_int_equal(element_follow(t.db, t.mem, app->element_id,
	    "in_progress", "TCO", "Les travaux commencent.", TEST_NOW), RC_OK);
	assert_string_equal(element_state(app->element_id), "in_progress");
	assert_int_equal(element_follow(t.db, t.mem, app->element_id,
	    "submitted", "TCO", NULL, TEST_NOW), RC_INVALID);
	assert_int_equal(count("SELECT count(*) FROM journal WHERE kind ="
	    " 'state'"), 1);
}

static void
a_public_project_can_go_back_to_private(void **state)
{
	struct application *app = drafted("Composter");

	(void)state;
	assert_int_equal(db_write_begin(t.db), RC_OK);
	element_publish(t.db, t.mem, app->element_id, TEST_NOW);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	assert_string_equal(element_state(app->element_id), "listening");
	assert_int_equal(count("SELECT n FROM element_tally WHERE state ="
	    " 'listening' AND territory_id = 2 AND theme_id = 1"), 1);
	assert_int_equal(db_write_begin(t.db), RC_OK);
	element_unpublish(t.db, t.mem, app->element_id, TEST_NOW);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	assert_string_equal(element_state(app->element_id), "draft");
	assert_int_equal(count("SELECT count(*) FROM element_search"), 0);
	assert_int_equal(count("SELECT n FROM element_tally WHERE state ="
	    " 'listening' AND territory_id = 2 AND theme_id = 1"), 0);
}

/* --- plans ---------------------------------------------------------------- */

static void
put(int64_t dossier, struct plan_source *sources, size_t n)
{
	static struct plan_cost costs[] = { { .label = "Broyeur",
	    .amount_cents = 3000000 }, { .label = "Salaire", .kind = "staff",
	    .amount_cents = 2200000 } };
	const struct plan plan = { .costs = costs, .cost_count = 2,
	    .sources = sources, .source_count = n };

	assert_int_equal(db_write_begin(t.db), RC_OK);
	plan_put(t.db, t.mem, dossier, &plan);
	plan_refresh(t.db, dossier);	/* same ids as its element here */
	assert_int_equal(db_write_commit(t.db), RC_OK);
}

static void
a_plan_written_again_keeps_what_funders_answered(void **state)
{
	struct application *app = drafted("Composter");
	struct plan_source first[] = { { .name = "Territoire de la Côte Ouest",
	    .asked_cents = 4000000 }, { .name = "Région",
	    .asked_cents = 1200000 } };
	struct plan_source second[] = { { .name = "Fonds propres",
	    .kind = "own", .asked_cents = 1200000 },
	    { .name = "territoire de la cote ouest", .asked_cents = 3900000 } };
	struct plan plan;

	(void)state;
	put(app->dossier_id, first, 2);
	assert_int_equal(db_write_begin(t.db), RC_OK);
	app->requested_cents = 4000000;
	assert_int_equal(application_apply(t.db, t.mem, app, EVENT_SUBMIT, NULL,
	    "le porteur", NULL, NULL, TEST_NOW), RC_OK);
	plan_load(&plan, t.db, t.mem, app->dossier_id);
	assert_int_equal(plan_attach(t.db, t.mem, app->id), plan.sources[0].id);
	plan.sources[0].granted_cents = 3000000;
	plan_source_answer(t.db, &plan.sources[0]);
	plan_refresh(t.db, app->element_id);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	put(app->dossier_id, second, 2);
	plan_load(&plan, t.db, t.mem, app->dossier_id);
	assert_int_equal(plan.source_count, 2);
	assert_string_equal(plan.sources[1].name, "territoire de la cote ouest");
	assert_int_equal(plan.sources[1].granted_cents, 3000000);
	assert_int_equal(plan.sources[1].asked_cents, 3900000);
	assert_int_equal(plan.sources[1].application_id, app->id);
	assert_int_equal(plan.sources[1].funder_id, TCO);
	assert_int_equal(plan.cost_cents, 5200000);
	put(app->dossier_id, second, 1);	/* not named any more */
	plan_load(&plan, t.db, t.mem, app->dossier_id);
	assert_int_equal(plan.source_count, 2);
	assert_int_equal(plan.sources[1].asked_cents, 0);
	assert_int_equal(plan.sources[1].granted_cents, 3000000);
}

/* What the charts add up for the indicator made below: projects × 10,000 +
 * goal × 100 + value; 0 when it shows none. */
static int64_t
effect_shown(void)
{
	struct effect *rows;

	return overview_effects(&rows, t.db, t.mem, PLATFORM, 4) == 0 ? 0 :
	    rows[0].projects * 10000 + rows[0].goal * 100 + rows[0].value;
}

static void
effects_follow_measures_goals_and_publication(void **state)
{
	struct application *app = drafted("Composter"), *other = drafted("Vélo");
	char sql[1024];

	(void)state;
	snprintf(sql, sizeof(sql), "INSERT INTO indicator (id, platform_id, key,"
	    " label, unit, roll_up) VALUES (70, %d, 'arbres', 'Arbres', 'arbres',"
	    " 'sum'); INSERT INTO target (id, element_id, indicator_id, goal)"
	    " VALUES (1, %d, 70, 20), (2, %d, 70, 30); INSERT INTO measurement"
	    " (id, target_id, measured_on, value, reported_at) VALUES"
	    " (1, 1, '2026-01-01', 3, 0), (2, 1, '2026-02-01', 5, 0),"
	    " (3, 2, '2026-01-01', 7, 0)", PLATFORM, (int)app->element_id,
	    (int)other->element_id);
	world_sql(&t, sql);
	assert_int_equal(apply(app, EVENT_SUBMIT, TEST_NOW), RC_OK);
	assert_int_equal(effect_shown(), 0);	/* nothing is validated */
	world_sql(&t, "UPDATE measurement SET validated_at = 1 WHERE id <> 2");
	assert_int_equal(effect_shown(), 12003);	/* one is private */
	assert_int_equal(apply(other, EVENT_SUBMIT, TEST_NOW), RC_OK);
	assert_int_equal(effect_shown(), 25010);
	world_sql(&t, "UPDATE measurement SET validated_at = 1 WHERE id = 2");
	assert_int_equal(effect_shown(), 25012);	/* the last counts */
	world_sql(&t, "UPDATE target SET goal = 40 WHERE id = 2;"
	    "DELETE FROM measurement WHERE id = 2");
	assert_int_equal(effect_shown(), 26010);
	assert_int_equal(db_write_begin(t.db), RC_OK);
	element_unpublish(t.db, t.mem, app->element_id, TEST_NOW);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	assert_int_equal(effect_shown(), 14007);
	world_sql(&t, "DELETE FROM target WHERE id = 2");
	assert_int_equal(effect_shown(), 0);
}

static void
sums_and_tallies_of_funders_follow_the_plan(void **state)
{
	struct application *app = drafted("Composter"), *other = drafted("Vélo");
	struct plan_source source = { .name = "Région",
	    .asked_cents = 5200000, .promised_cents = 100 };

	(void)state;
	put(app->dossier_id, &source, 1);
	put(other->dossier_id, &source, 1);
	assert_int_equal(count("SELECT count(*) FROM funder_tally"), 0);
	assert_int_equal(apply(app, EVENT_SUBMIT, TEST_NOW), RC_OK);
	assert_int_equal(apply(other, EVENT_SUBMIT, TEST_NOW), RC_OK);
	assert_int_equal(count("SELECT n FROM funder_tally WHERE funder_name ="
	    " 'Région'"), 2);
	assert_int_equal(count("SELECT promised_cents FROM funder_tally WHERE"
	    " funder_name = 'Région'"), 200);
	put(app->dossier_id, NULL, 0);	/* promised: the line stays */
	assert_int_equal(count("SELECT n FROM funder_tally WHERE funder_name ="
	    " 'Région'"), 2);
	assert_int_equal(db_write_begin(t.db), RC_OK);
	element_unpublish(t.db, t.mem, app->element_id, TEST_NOW);
	element_unpublish(t.db, t.mem, other->element_id, TEST_NOW);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	assert_int_equal(count("SELECT count(*) FROM funder_tally"), 0);
	assert_int_equal(count("SELECT cost_cents FROM element LIMIT 1"),
	    5200000);
}

static int
setup(void **state)
{
	(void)state;
	world_make(&t);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	test_state_free(&t);
	return 0;
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_allows_only_what_it_lists),
		cmocka_unit_test(every_state_has_a_name_that_comes_back),
		TEST(a_deposit_waits_for_instruction_and_is_public),
		TEST(a_review_moves_through_the_stages_and_the_trays),
		TEST(an_event_that_is_not_allowed_changes_nothing),
		TEST(of_two_agents_only_the_first_decides),
		TEST(an_open_correction_puts_it_in_the_holders_tray),
		TEST(slugs_are_unique_on_a_platform),
		TEST(what_follows_a_decision_needs_one),
		TEST(a_public_project_can_go_back_to_private),
		TEST(a_plan_written_again_keeps_what_funders_answered),
		TEST(effects_follow_measures_goals_and_publication),
		TEST(sums_and_tallies_of_funders_follow_the_plan),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
