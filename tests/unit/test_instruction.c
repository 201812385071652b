/*
 * The instruction: taking up, stages, corrections, messages, opinions,
 * decisions, the list.
 */
#include "config.h"

#include "tests/unit/bench.h"

#include "base/date.h"
#include "domain/conflict.h"
#include "domain/correction.h"
#include "domain/decision.h"
#include "domain/instruct.h"
#include "domain/message.h"
#include "domain/note.h"
#include "domain/opinion.h"
#include "domain/plan.h"
#include "domain/queue.h"
#include "domain/seen.h"
#include "domain/stage.h"

static struct test_state t;

static int
setup(void **state)
{
	(void)state;
	bench_make(&t);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	test_state_free(&t);
	return 0;
}

static int64_t
mails(const char *like)
{
	char sql[256];

	snprintf(sql, sizeof(sql), "SELECT count(*) FROM job WHERE kind ="
	    " 'mail' AND payload_json LIKE '%%%s%%'", like);
	return world_count(&t, sql);
}

/* --- taking up and stages -------------------------------------------------- */

static void
taking_up_goes_to_the_first_stage_of_the_service(void **state)
{
	struct application *app = bench_application(&t, 1, "Composter",
	    "submitted", STAGE_DEPOSIT);
	struct act act = by(&bruno);

	(void)state;
	assert_int_equal(instruct_take(t.db, t.mem, 1, app->revision, &act),
	    RC_OK);
	app = reload(&t, 1);
	assert_int_equal(app->state, APP_UNDER_REVIEW);
	assert_int_equal(app->stage_id, STAGE_CHECK);
	assert_int_equal(app->agent_id, BRUNO);
	assert_string_equal(app->tray, "to_instruct");
	assert_int_equal(mails("en instruction"), 1);
	assert_int_equal(instruct_take(t.db, t.mem, 1, app->revision, &act),
	    RC_CONFLICT);
}

static enum rc
conclude(const char *a, const char *b, const char *outcome,
    struct problems *why)
{
	const char *verdicts[] = { a, b };
	struct act act = by(&bruno);
	struct stage_form form = { .revision = reload(&t, 1)->revision,
	    .stage_id = STAGE_CHECK, .verdicts = verdicts, .outcome = outcome,
	    .comment = "" };

	return stage_conclude(t.db, t.mem, 1, &form, &act, why);
}

static void
a_stage_advances_only_over_verified_points(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct problems why2 = PROBLEMS_INIT(t.mem);
	struct stage_sheet *sheet;

	(void)state;
	bench_application(&t, 1, "Composter", "under_review", STAGE_CHECK);
	assert_int_equal(conclude("yes", NULL, NULL, &why), RC_OK);
	assert_int_equal(stage_sheet_load(&sheet, t.db, t.mem, 1,
	    STAGE_CHECK), RC_OK);
	assert_int_equal(sheet->point_count, 2);
	assert_string_equal(sheet->points[0].verdict, "yes");
	assert_null(sheet->points[1].verdict);
	assert_int_equal(conclude("yes", NULL, "eligible", &why), RC_INVALID);
	assert_non_null(problem_get(&why, "points"));
	assert_int_equal(conclude("yes", "no", "eligible", &why2),
	    RC_INVALID);
	assert_non_null(problem_get(&why2, "issue"));
	why = (struct problems)PROBLEMS_INIT(t.mem);
	assert_int_equal(conclude("yes", "no", "non", &why), RC_OK);
	assert_int_equal(reload(&t, 1)->stage_id, STAGE_CHECK);
	assert_int_equal(conclude("yes", "yes", "eligible", &why), RC_OK);
	assert_int_equal(reload(&t, 1)->stage_id, STAGE_COMMITTEE);
	assert_string_equal(reload(&t, 1)->tray, "committee");
	assert_int_equal(conclude("yes", "yes", "eligible", &why),
	    RC_CONFLICT);
}

static void
a_stage_is_left_backwards_with_a_reason(void **state)
{
	struct application *app = bench_application(&t, 1, "Composter",
	    "under_review", STAGE_COMMITTEE);
	struct problems why = PROBLEMS_INIT(t.mem);
	struct act act = by(&bruno);

	(void)state;
	assert_int_equal(stage_move(t.db, t.mem, 1, app->revision, STAGE_CHECK,
	    " ", &act, &why), RC_INVALID);
	why = (struct problems)PROBLEMS_INIT(t.mem);
	assert_int_equal(stage_move(t.db, t.mem, 1, app->revision, STAGE_CHECK,
	    "Point oublié", &act, &why), RC_OK);
	assert_int_equal(reload(&t, 1)->stage_id, STAGE_CHECK);
	assert_int_equal(world_count(&t, "SELECT count(*) FROM transition"
	    " WHERE event = 'stage' AND reason = 'Point oublié'"), 1);
}

/* --- corrections ------------------------------------------------------------ */

static enum rc
ask(const char *message, const char *due_on, struct problems *why)
{
	static const struct correction_field fields[] = {
		{ "budget", "Le total ne tombe pas juste" }, { "rib", "" } };
	struct correction_form form = { .revision = reload(&t, 1)->revision,
	    .reason = "incomplete", .message = message, .blocking = true,
	    .due_on = due_on, .fields = fields, .field_count = 2 };
	struct act act = by(&bruno);

	return correction_ask(t.db, t.mem, 1, &form, &act, why);
}

static void
one_correction_is_open_at_a_time(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct correction *open;
	struct act act = by(&anne);

	(void)state;
	bench_application(&t, 1, "Composter", "submitted", STAGE_DEPOSIT);
	assert_int_equal(ask("Il manque le RIB.", "2026-12-15", &why), RC_OK);
	assert_string_equal(reload(&t, 1)->tray, "holder");
	assert_int_equal(mails("Il manque le RIB"), 1);
	assert_int_equal(ask("Encore.", NULL, &why), RC_CONFLICT);
	assert_int_equal(correction_open(&open, t.db, t.mem, 1), RC_OK);
	assert_int_equal(open->field_count, 2);
	assert_string_equal(open->fields[0].key, "budget");
	assert_string_equal(open->fields[0].note,
	    "Le total ne tombe pas juste");
	assert_string_equal(open->due_on, "2026-12-15");
	assert_int_equal(correction_answer(t.db, t.mem, 1, &act), RC_OK);
	assert_string_equal(reload(&t, 1)->tray, "to_instruct");
	assert_string_equal(reload(&t, 1)->news, "completed");
	assert_int_equal(mails("Dossier corrig"), 1);
	assert_int_equal(correction_answer(t.db, t.mem, 1, &act), RC_CONFLICT);
	assert_int_equal(ask("Encore.", NULL, &why), RC_OK);
	act = by(&bruno);
	assert_int_equal(correction_cancel(t.db, t.mem, 1, &act), RC_OK);
	assert_int_equal(correction_list(&open, t.db, t.mem, 1), RC_OK);
	assert_int_not_equal(open->cancelled_at, 0);
	assert_non_null(open->next);
	assert_null(open->next->next);
}

static void
a_correction_says_what_and_by_a_day_to_come(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);

	(void)state;
	bench_application(&t, 1, "Composter", "submitted", STAGE_DEPOSIT);
	assert_int_equal(ask(" ", "2026-11-23", &why), RC_INVALID);
	assert_non_null(problem_get(&why, "message"));
	assert_non_null(problem_get(&why, "echeance"));
}

static void
an_incomplete_dossier_starts_the_delay_again(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct act act = by(&anne);
	int64_t due;

	(void)state;
	bench_application(&t, 1, "Composter", "submitted", STAGE_DEPOSIT);
	/* Deposited on 13 November: 8 months from the 14th. */
	due = correction_due_at(t.db, t.mem, 1, TEST_NOW);
	assert_string_equal(date_iso_in(t.mem, due, "Indian/Reunion"),
	    "2027-07-14");
	assert_int_equal(ask("Le RIB.", NULL, &why), RC_OK);
	act.now = TEST_NOW + 2 * DATE_DAY;
	assert_int_equal(correction_answer(t.db, t.mem, 1, &act), RC_OK);
	due = correction_due_at(t.db, t.mem, 1, act.now + 30 * DATE_DAY);
	assert_string_equal(date_iso_in(t.mem, due, "Indian/Reunion"),
	    "2027-07-26");
	assert_int_equal(reload(&t, 1)->due_at, due);
}

/* --- messages, notes, opinions ------------------------------------------------ */

static enum rc
write_message(const struct person *who, enum side side, const char *body)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct act act = by(who);

	return message_send(t.db, t.mem, 1, side, body, NULL, 0, &act, NULL,
	    &why);
}

static void
a_thread_tells_the_other_side_once_a_day(void **state)
{
	struct messages all;

	(void)state;
	bench_application(&t, 1, "Composter", "submitted", STAGE_DEPOSIT);
	assert_int_equal(write_message(&bruno, SIDE_SERVICE, "Bonjour"), RC_OK);
	assert_int_equal(write_message(&bruno, SIDE_SERVICE, "Et aussi"),
	    RC_OK);
	assert_int_equal(mails("Nouveau message"), 1);
	assert_int_equal(seen_mark(t.db, 1, ANNE, TEST_NOW), RC_OK);
	assert_int_equal(write_message(&anne, SIDE_HOLDER, "Merci"), RC_OK);
	assert_string_equal(reload(&t, 1)->news, "message");
	/* Nobody is in charge: the service's own address is written to. */
	assert_int_equal(world_count(&t, "SELECT count(*) FROM job WHERE"
	    " json_extract(payload_json, '$.to') ="
	    " 'transition@terreau.example'"), 1);
	assert_int_equal(message_list(&all, t.db, t.mem, 1), RC_OK);
	assert_int_equal(all.count, 3);
	assert_string_equal(all.rows[0].body, "Bonjour");
	assert_int_equal(all.rows[2].side, SIDE_HOLDER);
	assert_int_equal(write_message(&anne, SIDE_HOLDER, " \n"), RC_INVALID);
}

static void
a_note_stays_inside_the_service(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct act act = by(&bruno), other = by(&eva);
	struct notes notes;

	(void)state;
	bench_application(&t, 1, "Composter", "submitted", STAGE_DEPOSIT);
	assert_int_equal(note_add(t.db, t.mem, 1, "À vérifier", &act, &why),
	    RC_OK);
	assert_int_equal(world_count(&t, "SELECT count(*) FROM job"), 0);
	assert_int_equal(note_list(&notes, t.db, t.mem, 1), RC_OK);
	assert_string_equal(notes.rows[0].author, "Bruno Payet");
	assert_int_equal(note_drop(t.db, 1, notes.rows[0].id, &other),
	    RC_NOT_FOUND);
	assert_int_equal(note_drop(t.db, 1, notes.rows[0].id, &act), RC_OK);
}

static void
an_opinion_is_asked_once_and_given_by_its_expert(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct act asks = by(&bruno), gives = by(&eric), other = by(&eva);
	struct opinions all;
	int64_t id;

	(void)state;
	bench_application(&t, 1, "Composter", "under_review", STAGE_CHECK);
	assert_int_equal(opinion_ask(t.db, t.mem, 1, "nul@terreau.example",
	    "Réaliste ?", "service", NULL, &asks, NULL, &why), RC_INVALID);
	assert_non_null(problem_get(&why, "courriel"));
	why = (struct problems)PROBLEMS_INIT(t.mem);
	/* A member of the association that holds it. */
	assert_int_equal(opinion_ask(t.db, t.mem, 1, "fanny@terreau.example",
	    "Réaliste ?", "service", NULL, &asks, NULL, &why), RC_INVALID);
	why = (struct problems)PROBLEMS_INIT(t.mem);
	assert_int_equal(opinion_ask(t.db, t.mem, 1, "ERIC@terreau.example",
	    "Réaliste ?", "service", "https://x/avis/%lld", &asks, &id, &why),
	    RC_OK);
	assert_int_equal(mails("https://x/avis/"), 1);
	assert_int_equal(opinion_ask(t.db, t.mem, 1, "eric@terreau.example",
	    "Encore ?", "service", NULL, &asks, NULL, &why), RC_INVALID);
	why = (struct problems)PROBLEMS_INIT(t.mem);
	assert_int_equal(opinion_give(t.db, t.mem, id, "reserved", "Oui, si…",
	    &other, &why), RC_DENIED);
	assert_int_equal(opinion_give(t.db, t.mem, id, "reserved", "", &gives,
	    &why), RC_INVALID);
	why = (struct problems)PROBLEMS_INIT(t.mem);
	assert_int_equal(opinion_give(t.db, t.mem, id, "reserved", "Oui, si…",
	    &gives, &why), RC_OK);
	assert_string_equal(reload(&t, 1)->news, "opinion");
	assert_int_equal(opinion_list(&all, t.db, t.mem, 1), RC_OK);
	assert_string_equal(all.rows[0].verdict, "reserved");
	assert_int_equal(opinion_withdraw(t.db, 1, id), RC_NOT_FOUND);
}

/* --- decisions ----------------------------------------------------------------- */

static enum rc
decide(int64_t id, const char *verdict, int64_t cents, const char *reasons,
    struct problems *why)
{
	struct decision_form form = { .revision = reload(&t, id)->revision,
	    .verdict = verdict, .reasons = reasons, .conditions = "",
	    .granted_cents = cents };
	struct act act = by(&denis);

	*why = (struct problems)PROBLEMS_INIT(t.mem);
	return decision_take(t.db, t.mem, id, &form, &act, why);
}

static void
a_decision_without_reasons_is_refused(void **state)
{
	struct problems why;

	(void)state;
	bench_application(&t, 1, "Composter", "under_review", STAGE_COMMITTEE);
	assert_int_equal(decide(1, "refuse", 0, "  ", &why), RC_INVALID);
	assert_non_null(problem_get(&why, "motifs"));
	assert_int_equal(decide(1, NULL, 0, "x", &why), RC_INVALID);
	assert_non_null(problem_get(&why, "verdict"));
	assert_int_equal(reload(&t, 1)->state, APP_UNDER_REVIEW);
}

static void
a_grant_stays_within_its_bounds(void **state)
{
	struct problems why;
	struct decision_bounds b;

	(void)state;
	bench_application(&t, 1, "Composter", "under_review", STAGE_COMMITTEE);
	assert_int_equal(decide(1, "accept", 0, "Oui", &why), RC_INVALID);
	/* 45 000 € were asked. */
	assert_int_equal(decide(1, "accept", 4500001, "Oui", &why),
	    RC_INVALID);
	assert_non_null(strstr(problem_get(&why, "montant"), "45"));
	/* 80 % of 50 000 € are 40 000 €. */
	world_sql(&t, "UPDATE element SET cost_cents = 5000000;");
	assert_int_equal(decision_bounds_load(&b, t.db, 1), RC_OK);
	assert_int_equal(b.most_cents, 4000000);
	assert_int_equal(decide(1, "accept", 4000001, "Oui", &why),
	    RC_INVALID);
	assert_non_null(strstr(problem_get(&why, "montant"), "80"));
	/* 100 000 € of envelope, 70 000 € given: 30 000 € are left. */
	bench_application(&t, 2, "Autre", "accepted", STAGE_COMMITTEE);
	world_sql(&t, "UPDATE application SET granted_cents = 7000000,"
	    " tray = 'decided' WHERE id = 2;");
	assert_int_equal(decide(1, "accept", 3000001, "Oui", &why),
	    RC_INVALID);
	assert_non_null(strstr(problem_get(&why, "montant"), "enveloppe"));
	assert_int_equal(decide(1, "accept", 3000000, "Oui", &why), RC_OK);
	assert_int_equal(reload(&t, 1)->granted_cents, 3000000);
}

static void
a_grant_enters_the_funding_plan_and_the_journal(void **state)
{
	struct problems why;
	struct plan plan;

	(void)state;
	bench_application(&t, 1, "Composter", "under_review", STAGE_COMMITTEE);
	assert_int_equal(decide(1, "accept", 4000000, "Utile à tous.", &why),
	    RC_OK);
	plan_load(&plan, t.db, t.mem, 1);
	assert_int_equal(plan.source_count, 1);
	assert_string_equal(plan.sources[0].name,
	    "Territoire de la Côte Ouest");
	assert_int_equal(plan.sources[0].granted_cents, 4000000);
	assert_int_equal(world_count(&t, "SELECT granted_cents FROM element"
	    " WHERE id = 1"), 4000000);
	assert_int_equal(world_count(&t, "SELECT count(*) FROM journal WHERE"
	    " kind = 'accept' AND payload_json LIKE '%Utile à tous.%'"), 1);
	/* Less than was asked: the letter tells the remedies. */
	assert_int_equal(mails("Recours dans les deux mois"), 1);
}

static void
a_refusal_letter_has_reasons_and_remedies(void **state)
{
	struct problems why;

	(void)state;
	bench_application(&t, 1, "Composter", "under_review", STAGE_COMMITTEE);
	assert_int_equal(decide(1, "refuse", 999, "Hors du périmètre.", &why),
	    RC_OK);
	assert_int_equal(reload(&t, 1)->granted_cents, 0);
	assert_int_equal(mails("Hors du périmètre."), 1);
	assert_int_equal(mails("Recours dans les deux mois"), 1);
	assert_int_equal(decide(1, "accept", 100, "Finalement", &why),
	    RC_CONFLICT);
}

static void
nothing_is_decided_while_a_correction_blocks(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct act act = by(&bruno);

	(void)state;
	bench_application(&t, 1, "Composter", "under_review", STAGE_COMMITTEE);
	assert_int_equal(ask("Le RIB.", NULL, &why), RC_OK);
	assert_int_equal(decide(1, "accept", 100000, "Oui", &why), RC_INVALID);
	assert_non_null(problem_get(&why, "decision"));
	assert_int_equal(correction_cancel(t.db, t.mem, 1, &act), RC_OK);
	assert_int_equal(decide(1, "accept", 100000, "Oui", &why), RC_OK);
}

static void
a_reopened_decision_is_void_and_its_grant_taken_back(void **state)
{
	struct problems why;
	struct decision *list;
	struct act act = by(&denis);

	(void)state;
	bench_application(&t, 1, "Composter", "under_review", STAGE_COMMITTEE);
	assert_int_equal(decide(1, "accept", 4000000, "Oui", &why), RC_OK);
	assert_int_equal(decision_reopen(t.db, t.mem, 1,
	    reload(&t, 1)->revision, "", &act, &why), RC_INVALID);
	why = (struct problems)PROBLEMS_INIT(t.mem);
	assert_int_equal(decision_reopen(t.db, t.mem, 1,
	    reload(&t, 1)->revision, "Erreur de montant", &act, &why), RC_OK);
	assert_int_equal(reload(&t, 1)->state, APP_UNDER_REVIEW);
	assert_int_equal(world_count(&t, "SELECT granted_cents FROM element"
	    " WHERE id = 1"), 0);
	assert_int_equal(decision_list(&list, t.db, t.mem, 1), RC_OK);
	assert_string_equal(list->void_reason, "Erreur de montant");
	assert_int_equal(mails("Erreur de montant"), 1);
	/* Decided again, then paid: it stays. */
	assert_int_equal(decide(1, "accept", 3000000, "Oui", &why), RC_OK);
	world_sql(&t, "INSERT INTO payment (source_id, paid_on, amount_cents)"
	    " SELECT id, '2026-12-01', 100 FROM plan_source;");
	assert_int_equal(decision_reopen(t.db, t.mem, 1,
	    reload(&t, 1)->revision, "Encore", &act, &why), RC_INVALID);
}

static void
proposals_are_taken_together_or_not_at_all(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct act act = by(&denis);
	struct decision_form form = { .verdict = "accept",
	    .granted_cents = 4000000, .reasons = "Utile", .conditions = "" };
	const char *mark;
	int64_t taken;

	(void)state;
	bench_application(&t, 1, "Un", "under_review", STAGE_COMMITTEE);
	bench_application(&t, 2, "Deux", "under_review", STAGE_COMMITTEE);
	assert_int_equal(decision_publish(t.db, t.mem, CALL, NULL, &act,
	    &taken, &why), RC_NOT_FOUND);
	form.revision = reload(&t, 1)->revision;
	assert_int_equal(decision_propose(t.db, t.mem, 1, &form, &act, &why),
	    RC_OK);
	form.revision = reload(&t, 2)->revision;
	form.reasons = "";
	assert_int_equal(decision_propose(t.db, t.mem, 2, &form, &act, &why),
	    RC_OK);
	assert_int_equal(reload(&t, 1)->state, APP_UNDER_REVIEW);
	/* What was changed since it was read is read again first. */
	mark = decision_proposed_mark(t.db, t.mem, CALL, denis.id);
	form.revision = reload(&t, 1)->revision;
	form.reasons = "Utile";
	form.granted_cents = 3000000;
	assert_int_equal(decision_propose(t.db, t.mem, 1, &form, &act, &why),
	    RC_OK);
	form.granted_cents = 4000000;
	assert_int_equal(decision_publish(t.db, t.mem, CALL, mark, &act,
	    &taken, &why), RC_CONFLICT);
	/* The second has no reasons: neither is taken. */
	assert_int_equal(decision_publish(t.db, t.mem, CALL, NULL, &act,
	    &taken, &why), RC_INVALID);
	assert_non_null(problem_get(&why, "TCO-2026-00002"));
	assert_null(problem_get(&why, "TCO-2026-00001"));
	assert_int_equal(reload(&t, 1)->state, APP_UNDER_REVIEW);
	form.revision = reload(&t, 2)->revision;
	form.reasons = "Utile aussi";
	why = (struct problems)PROBLEMS_INIT(t.mem);
	assert_int_equal(decision_propose(t.db, t.mem, 2, &form, &act, &why),
	    RC_OK);
	assert_int_equal(decision_publish(t.db, t.mem, CALL, NULL, &act,
	    &taken, &why), RC_OK);
	assert_int_equal(taken, 2);
	assert_int_equal(reload(&t, 2)->state, APP_ACCEPTED);
	assert_int_equal(world_count(&t, "SELECT count(*) FROM"
	    " decision_draft"), 0);
}

static void
a_decider_in_conflict_leaves_that_one_to_another(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct act act = by(&denis);
	struct decision_form form = { .verdict = "accept",
	    .granted_cents = 4000000, .reasons = "Utile", .conditions = "" };
	int64_t taken, id;

	(void)state;
	for (id = 1; id <= 2; id++) {
		bench_application(&t, (int)id, "Un", "under_review",
		    STAGE_COMMITTEE);
		form.revision = reload(&t, id)->revision;
		assert_int_equal(decision_propose(t.db, t.mem, id, &form,
		    &act, &why), RC_OK);
	}
	assert_int_equal(conflict_declare(t.db, t.mem, 1, DENIS, "", &denis,
	    TEST_NOW, &why), RC_OK);
	assert_int_equal(decision_publish(t.db, t.mem, CALL, NULL, &act,
	    &taken, &why), RC_OK);
	assert_int_equal(taken, 1);
	assert_int_equal(reload(&t, 1)->state, APP_UNDER_REVIEW);
	assert_int_equal(reload(&t, 2)->state, APP_ACCEPTED);
}

/* --- the list --------------------------------------------------------------------- */

static struct queue_filter
filter(const struct person *who)
{
	struct queue_filter f = { .platform_id = PLATFORM,
	    .tray = QUEUE_TO_INSTRUCT, .person_id = who->id, .now = TEST_NOW };

	right_reach(&f.reach, t.db, t.mem, who, RIGHT_APPLICATION_READ,
	    PLATFORM);
	return f;
}

static void
the_list_pages_by_key_both_ways(void **state)
{
	struct queue_filter f = filter(&bruno);
	struct queue_page page;
	struct queue_neighbours around;
	char title[16];
	int i;

	(void)state;
	for (i = 1; i <= 7; i++) {
		snprintf(title, sizeof(title), "Projet %d", i);
		bench_application(&t, i, title, "submitted", STAGE_DEPOSIT);
	}
	queue_page(&page, t.db, t.mem, &f, NULL, 3);
	assert_int_equal(page.count, 3);
	assert_int_equal(page.rows[0].id, 1);
	assert_null(page.previous);
	queue_page(&page, t.db, t.mem, &f, page.next, 3);
	assert_int_equal(page.rows[0].id, 4);
	assert_non_null(page.previous);
	queue_page(&page, t.db, t.mem, &f, page.next, 3);
	assert_int_equal(page.count, 1);
	assert_null(page.next);
	queue_page(&page, t.db, t.mem, &f, page.previous, 3);
	assert_int_equal(page.rows[0].id, 4);
	queue_page(&page, t.db, t.mem, &f, page.previous, 3);
	assert_int_equal(page.rows[0].id, 1);
	assert_null(page.previous);
	assert_non_null(page.next);
	queue_page(&page, t.db, t.mem, &f, queue_key_at(t.db, t.mem, &f, 5),
	    3);
	assert_int_equal(page.rows[0].id, 5);
	queue_page(&page, t.db, t.mem, &f, "garbage", 3);
	assert_int_equal(page.rows[0].id, 1);
	queue_around(&around, t.db, t.mem, &f, 4);
	assert_int_equal(around.previous_id, 3);
	assert_int_equal(around.next_id, 5);
	assert_int_equal(around.rank, 4);
	f.sort = SORT_TITLE;
	queue_page(&page, t.db, t.mem, &f, NULL, 5);
	queue_page(&page, t.db, t.mem, &f, page.next, 5);
	assert_int_equal(page.count, 2);
	assert_string_equal(page.rows[0].title, "Projet 6");
	world_sql(&t, "UPDATE application SET requested_cents = id * 100;");
	f.sort = SORT_AMOUNT;
	queue_page(&page, t.db, t.mem, &f, NULL, 3);
	assert_int_equal(page.rows[0].id, 7);
	queue_around(&around, t.db, t.mem, &f, 7);
	assert_int_equal(around.previous_id, 0);
	assert_int_equal(around.next_id, 6);
	assert_int_equal(around.rank, 1);
}

static void
each_filter_keeps_what_it_names(void **state)
{
	struct queue_filter f = filter(&bruno);
	struct queue_page page;
	struct queue_counts counts;
	enum queue_sort sort;

	(void)state;
	bench_application(&t, 1, "Un", "submitted", STAGE_DEPOSIT);
	bench_application(&t, 2, "Deux", "under_review", STAGE_CHECK);
	bench_application(&t, 3, "Trois", "submitted", STAGE_DEPOSIT);
	world_sql(&t, "UPDATE application SET agent_id = 2 WHERE id = 2;"
	    "UPDATE element SET theme_id = 2 WHERE id = 3;");
	for (sort = SORT_WAITING; sort <= SORT_TITLE; sort++) {
		f = filter(&bruno);
		f.sort = sort;
		f.agent_id = BRUNO;
		queue_page(&page, t.db, t.mem, &f, NULL, 10);
		assert_int_equal(page.count, 1);
		assert_int_equal(page.rows[0].id, 2);
		f.agent_id = -1;
		queue_page(&page, t.db, t.mem, &f, NULL, 10);
		assert_int_equal(page.count, 2);
		f.theme_id = THEME_VELO;
		queue_page(&page, t.db, t.mem, &f, NULL, 10);
		assert_int_equal(page.count, 1);
		assert_int_equal(page.rows[0].id, 3);
		queue_count(&counts, t.db, &f);
		assert_int_equal(counts.n[QUEUE_TO_INSTRUCT], 1);
		f = filter(&bruno);
		f.sort = sort;
		f.stage_id = STAGE_CHECK;
		queue_page(&page, t.db, t.mem, &f, NULL, 10);
		assert_int_equal(page.count, 1);
		f.call_id = CALL_CLOSED;
		queue_page(&page, t.db, t.mem, &f, NULL, 10);
		assert_int_equal(page.count, 0);
		f.stage_id = 0;
		f.call_id = CALL;
		queue_page(&page, t.db, t.mem, &f, NULL, 10);
		assert_int_equal(page.count, 3);
	}
}

static void
a_conflict_hides_it_everywhere(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct queue_filter f = filter(&eva);
	struct queue_neighbours around;
	struct queue_counts counts;
	struct queue_page page;
	struct works works;

	(void)state;
	bench_application(&t, 1, "Un", "under_review", STAGE_COMMITTEE);
	bench_application(&t, 2, "Deux", "under_review", STAGE_COMMITTEE);
	bench_application(&t, 3, "Trois", "under_review", STAGE_COMMITTEE);
	world_sql(&t, "UPDATE application SET tray = 'committee';"
	    "INSERT INTO application_search (rowid, scope, number, title, holder,"
	    " body) SELECT id, 'p1', number, title, holder_name, '' FROM"
	    " application;");
	f.tray = QUEUE_COMMITTEE;
	queue_count(&counts, t.db, &f);
	assert_int_equal(counts.n[QUEUE_COMMITTEE], 3);
	assert_int_equal(conflict_declare(t.db, t.mem, 2, EVA, "", &eva,
	    TEST_NOW, &why), RC_OK);
	queue_count(&counts, t.db, &f);
	assert_int_equal(counts.n[QUEUE_COMMITTEE], 2);
	queue_page(&page, t.db, t.mem, &f, NULL, 10);
	assert_int_equal(page.count, 2);
	queue_around(&around, t.db, t.mem, &f, 1);
	assert_int_equal(around.next_id, 3);
	queue_around(&around, t.db, t.mem, &f, 3);
	assert_int_equal(around.previous_id, 1);
	assert_int_equal(around.rank, 2);
	f.match = "compost";
	queue_page(&page, t.db, t.mem, &f, NULL, 10);
	assert_int_equal(page.count, 2);
	f.match = NULL;
	queue_work(&works, t.db, t.mem, &f);
	assert_int_equal(works.count, 2);
	/* Fanny belongs to the association: nothing at all. */
	f = filter(&fanny);
	f.tray = QUEUE_COMMITTEE;
	queue_page(&page, t.db, t.mem, &f, NULL, 10);
	assert_int_equal(page.count, 0);
	queue_count(&counts, t.db, &f);
	assert_int_equal(counts.n[QUEUE_COMMITTEE], 0);
	queue_work(&works, t.db, t.mem, &f);
	assert_int_equal(works.count, 0);
}

static void
a_role_on_one_call_lists_that_call_only(void **state)
{
	struct queue_filter f;
	struct queue_counts counts;
	struct queue_page page;

	(void)state;
	bench_application(&t, 1, "Un", "submitted", STAGE_DEPOSIT);
	bench_application(&t, 2, "Deux", "submitted", STAGE_DEPOSIT);
	world_sql(&t, "UPDATE application SET call_id = 3, stage_id = NULL"
	    " WHERE id = 2;"
	    "INSERT INTO role_grant (person_id, role, scope_kind, scope_id,"
	    " platform_id, granted_at) VALUES (3, 'agent', 'call', 3, 1, 0);");
	f = filter(&(struct person){ .id = CLARA, .confirmed_at = 1 });
	assert_true(f.reach.any);
	assert_false(f.reach.whole);
	queue_page(&page, t.db, t.mem, &f, NULL, 10);
	assert_int_equal(page.count, 1);
	assert_int_equal(page.rows[0].id, 2);
	queue_count(&counts, t.db, &f);
	assert_int_equal(counts.n[QUEUE_TO_INSTRUCT], 1);
}

static void
a_role_on_another_platform_lists_nothing_here(void **state)
{
	struct queue_filter f;
	struct queue_page page;

	(void)state;
	bench_application(&t, 1, "Un", "submitted", STAGE_DEPOSIT);
	bench_application(&t, 2, "Deux", "submitted", STAGE_DEPOSIT);
	world_sql(&t, "INSERT INTO platform (id, slug, name, territory_id,"
	    " created_at, loaded_at) VALUES (2, 'voisine', 'Voisine', 1, 0, 0);"
	    "UPDATE application SET call_id = 3, stage_id = NULL WHERE id = 2;"
	    "INSERT INTO role_grant (person_id, role, scope_kind, scope_id,"
	    " platform_id, granted_at) VALUES (3, 'agent', 'call', 3, 1, 0),"
	    " (3, 'agent', 'territory', 1, 2, 0);");
	f = filter(&(struct person){ .id = CLARA, .confirmed_at = 1 });
	queue_page(&page, t.db, t.mem, &f, NULL, 10);
	assert_int_equal(page.count, 1);
	assert_int_equal(page.rows[0].id, 2);
	/* The same role on every platform reaches both. */
	world_sql(&t, "UPDATE role_grant SET platform_id = NULL"
	    " WHERE person_id = 3 AND scope_kind = 'territory';");
	queue_page(&page, t.db, t.mem, &f, NULL, 10);
	assert_int_equal(page.count, 2);
}

static void
what_changed_since_the_last_look_is_counted(void **state)
{
	struct seen seen;

	(void)state;
	bench_application(&t, 1, "Un", "submitted", STAGE_DEPOSIT);
	assert_int_equal(seen_mark(t.db, 1, BRUNO, TEST_NOW - 5), RC_OK);
	seen_load(&seen, t.db, 1, BRUNO);
	assert_int_equal(seen.messages + seen.transitions + seen.reviews, 0);
	assert_int_equal(write_message(&anne, SIDE_HOLDER, "Bonjour"), RC_OK);
	seen_load(&seen, t.db, 1, BRUNO);
	assert_int_equal(seen.messages, 1);
	assert_int_equal(seen.at, TEST_NOW - 5);
}

#define T_(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_(taking_up_goes_to_the_first_stage_of_the_service),
		T_(a_stage_advances_only_over_verified_points),
		T_(a_stage_is_left_backwards_with_a_reason),
		T_(one_correction_is_open_at_a_time),
		T_(a_correction_says_what_and_by_a_day_to_come),
		T_(an_incomplete_dossier_starts_the_delay_again),
		T_(a_thread_tells_the_other_side_once_a_day),
		T_(a_note_stays_inside_the_service),
		T_(an_opinion_is_asked_once_and_given_by_its_expert),
		T_(a_decision_without_reasons_is_refused),
		T_(a_grant_stays_within_its_bounds),
		T_(a_grant_enters_the_funding_plan_and_the_journal),
		T_(a_refusal_letter_has_reasons_and_remedies),
		T_(nothing_is_decided_while_a_correction_blocks),
		T_(a_reopened_decision_is_void_and_its_grant_taken_back),
		T_(proposals_are_taken_together_or_not_at_all),
		T_(a_decider_in_conflict_leaves_that_one_to_another),
		T_(the_list_pages_by_key_both_ways),
		T_(each_filter_keeps_what_it_names),
		T_(a_conflict_hides_it_everywhere),
		T_(a_role_on_one_call_lists_that_call_only),
		T_(a_role_on_another_platform_lists_nothing_here),
		T_(what_changed_since_the_last_look_is_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
