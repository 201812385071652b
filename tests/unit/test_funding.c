/*
 * After a decision: promises, grants, payments; targets, measures, validation.
 */
#include "config.h"

#include "tests/unit/world.h"

#include "domain/act.h"
#include "domain/funding.h"
#include "domain/journal.h"
#include "domain/measure.h"
#include "domain/plan.h"

enum { PROJECT = 1, DOSSIER = 1 };

static const struct act act = { &bruno, TEST_NOW, NULL, NULL };

static int
setup(void **state)
{
	static struct test_state t;

	world_make(&t);
	world_sql(&t, "INSERT INTO element (id, uuid, platform_id, kind, slug,"
	    " title, created_at, updated_at, published_at) VALUES (1, 'e1', 1,"
	    " 'project', 'compost', 'Composter', 0, 0, 1);"
	    "INSERT INTO dossier (id, element_id, platform_id, created_at,"
	    " updated_at) VALUES (1, 1, 1, 0, 0);"
	    "INSERT INTO plan_cost (dossier_id, position, label, amount_cents)"
	    " VALUES (1, 0, 'Bacs', 5200000);"
	    "INSERT INTO plan_source (dossier_id, position, funder_name,"
	    " asked_cents) VALUES (1, 0, 'Agence de la transition', 1800000),"
	    " (1, 1, 'Territoire de la Côte Ouest', 3400000);"
	    "INSERT INTO indicator (id, platform_id, key, label, unit) VALUES"
	    " (1, 1, 'biodechets', 'Biodéchets', 't/an');");
	*state = &t;
	return 0;
}

static int
teardown(void **state)
{
	test_state_free(*state);
	return 0;
}

static const struct funding_line agency = { .dossier_id = DOSSIER,
    .funder = "agence de la TRANSITION" };

static enum rc
answers(struct test_state *t, int64_t promised, int64_t granted,
    bool conditional, struct problems *why)
{
	const struct funding_answer a = { .promised_cents = promised,
	    .granted_cents = granted, .conditional = conditional,
	    .note = conditional ? "Sous réserve du vote du budget" : NULL,
	    .funder_id = TCO };

	return funding_answer(t->db, t->mem, &agency, &a, &act, why);
}

static enum rc
pays(struct test_state *t, int64_t amount, struct problems *why)
{
	const struct funding_payment p = { .amount_cents = amount,
	    .paid_on = "2026-11-20", .label = "Avance" };

	return funding_pay(t->db, t->mem, &agency, &p, &act, why);
}

static void
a_promise_stands_on_the_plan_with_its_reserve(void **state)
{
	struct test_state *t = *state;
	struct problems why = PROBLEMS_INIT(t->mem);
	struct plan plan;

	assert_int_equal(answers(t, 1340000, -1, true, &why), RC_OK);
	plan_load(&plan, t->db, t->mem, DOSSIER);
	assert_int_equal(plan.promised_cents, 1340000);
	assert_int_equal(plan.granted_cents, 0);
	assert_true(plan.sources[0].conditional);
	assert_string_equal(plan.sources[0].note,
	    "Sous réserve du vote du budget");
	assert_int_equal(plan.sources[0].funder_id, TCO);
}

static void
nobody_grants_more_than_was_asked(void **state)
{
	struct test_state *t = *state;
	struct problems why = PROBLEMS_INIT(t->mem);
	struct plan plan;

	assert_int_equal(answers(t, -1, 1800001, false, &why), RC_INVALID);
	assert_non_null(problem_get(&why, "accorde"));
	plan_load(&plan, t->db, t->mem, DOSSIER);
	assert_int_equal(plan.granted_cents, 0);
}

static void
nobody_pays_more_than_was_granted(void **state)
{
	struct test_state *t = *state;
	struct problems why = PROBLEMS_INIT(t->mem);
	struct plan plan;

	assert_int_equal(pays(t, 1, &why), RC_INVALID);
	why = (struct problems)PROBLEMS_INIT(t->mem);
	assert_int_equal(answers(t, -1, 1000000, false, &why), RC_OK);
	assert_int_equal(pays(t, 600000, &why), RC_OK);
	assert_int_equal(pays(t, 400001, &why), RC_INVALID);
	why = (struct problems)PROBLEMS_INIT(t->mem);
	assert_int_equal(pays(t, 400000, &why), RC_OK);
	plan_load(&plan, t->db, t->mem, DOSSIER);
	assert_int_equal(plan.paid_cents, 1000000);
	/* And what is paid cannot be un-granted. */
	assert_int_equal(answers(t, -1, 999999, false, &why), RC_INVALID);
}

static void
an_unknown_funder_is_not_found(void **state)
{
	struct test_state *t = *state;
	struct problems why = PROBLEMS_INIT(t->mem);

	const struct funding_line line = { .dossier_id = DOSSIER,
	    .funder = "Personne" };
	const struct funding_payment p = { .amount_cents = 100,
	    .paid_on = "2026-11-20" };

	assert_int_equal(funding_pay(t->db, t->mem, &line, &p, &act, &why),
	    RC_NOT_FOUND);
}

/* Two services on one plan: each answers for its own decision's line. */
static void
a_service_does_not_write_on_the_line_of_another_application(void **state)
{
	struct test_state *t = *state;
	struct problems why = PROBLEMS_INIT(t->mem);
	struct funding_line line = { .dossier_id = DOSSIER,
	    .application_id = 1, .source_id = 2 };
	const struct funding_answer a = { .promised_cents = 5,
	    .granted_cents = -1 };
	const struct funding_payment p = { .amount_cents = 5 };

	world_sql(t, "INSERT INTO application (id, number, dossier_id, call_id,"
	    " platform_id, state, tray, created_at, waiting_since, title,"
	    " folded, holder_name) VALUES (1, 'A1', 1, 1, 1, 'accepted',"
	    " 'decided', 0, 0, 'x', '', 'y'), (2, 'A2', 1, 2, 1, 'accepted',"
	    " 'decided', 0, 0, 'x', '', 'y');"
	    "UPDATE plan_source SET application_id = 2, granted_cents = 10"
	    " WHERE id = 2;"
	    "INSERT INTO payment (id, source_id, amount_cents, label)"
	    " VALUES (1, 2, 3, '');");
	assert_int_equal(funding_answer(t->db, t->mem, &line, &a, &act, &why),
	    RC_DENIED);
	assert_int_equal(funding_pay(t->db, t->mem, &line, &p, &act, &why),
	    RC_DENIED);
	assert_int_equal(funding_paid(t->db, t->mem, &line, 1, "2026-11-20",
	    &act), RC_DENIED);
	line.application_id = 2;
	assert_int_equal(funding_paid(t->db, t->mem, &line, 1, "2026-11-20",
	    &act), RC_OK);
	assert_int_equal(funding_pay(t->db, t->mem, &line, &p, &act, &why),
	    RC_OK);
	/* Its grant is the decision's, whatever is sent. */
	assert_int_equal(funding_answer(t->db, t->mem, &line,
	    &(struct funding_answer){ .promised_cents = -1,
	    .granted_cents = 3000000 }, &act, &why), RC_OK);
	assert_int_equal(world_count(t, "SELECT granted_cents FROM plan_source"
	    " WHERE id = 2"), 10);
}

static void
money_enters_the_public_journal(void **state)
{
	struct test_state *t = *state;
	struct problems why = PROBLEMS_INIT(t->mem);
	struct journal_report report;

	answers(t, 1340000, -1, true, &why);
	answers(t, -1, 1000000, false, &why);
	pays(t, 500000, &why);
	assert_int_equal(journal_verify(&report, t->db, PLATFORM, NULL), RC_OK);
	assert_int_equal(report.count, 3);
}

static void
a_project_commits_only_to_a_known_indicator(void **state)
{
	struct test_state *t = *state;
	const struct target good = { "biodechets", 0, true, 0, 140,
	    "2027-07-01" };
	const struct target bad = { "bonheur", 0, false, 0, 1, NULL };

	assert_int_equal(target_put(t->db, t->mem, PROJECT, &good), RC_OK);
	assert_int_equal(target_put(t->db, t->mem, PROJECT, &bad),
	    RC_NOT_FOUND);
	assert_int_equal(measure_report(t->db, t->mem, PROJECT, "bonheur", 3,
	    "2026-11-01", "déclaré", "Ti Jardin", &act), RC_NOT_FOUND);
}

static void
a_validated_measure_is_not_changed(void **state)
{
	struct test_state *t = *state;
	const struct target target = { "biodechets", 0, true, 0, 140, NULL };

	assert_int_equal(target_put(t->db, t->mem, PROJECT, &target), RC_OK);
	assert_int_equal(measure_validate(t->db, t->mem, PROJECT, "biodechets",
	    "Mission transition", &act), RC_NOT_FOUND);
	assert_int_equal(measure_report(t->db, t->mem, PROJECT, "biodechets",
	    31, "2026-11-01", "pesée", "Ti Jardin", &act), RC_OK);
	/* Corrected while nobody validated it. */
	assert_int_equal(measure_report(t->db, t->mem, PROJECT, "biodechets",
	    32, "2026-11-01", "pesée", "Ti Jardin", &act), RC_OK);
	assert_int_equal(measure_validate(t->db, t->mem, PROJECT, "biodechets",
	    "Mission transition", &act), RC_OK);
	assert_int_equal(measure_report(t->db, t->mem, PROJECT, "biodechets",
	    99, "2026-11-01", "pesée", "Ti Jardin", &act), RC_CONFLICT);
	assert_int_equal(measure_report(t->db, t->mem, PROJECT, "biodechets",
	    40, "2026-11-20", "pesée", "Ti Jardin", &act), RC_OK);
}

int
main(void)
{
#define TEST(name)							\
	cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_promise_stands_on_the_plan_with_its_reserve),
		TEST(nobody_grants_more_than_was_asked),
		TEST(nobody_pays_more_than_was_granted),
		TEST(an_unknown_funder_is_not_found),
		TEST(a_service_does_not_write_on_the_line_of_another_application),
		TEST(money_enters_the_public_journal),
		TEST(a_project_commits_only_to_a_known_indicator),
		TEST(a_validated_measure_is_not_changed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
