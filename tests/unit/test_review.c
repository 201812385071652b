/*
 * Reviews, who sees them, who is asked, conflicts of interest.
 */
#include "config.h"

#include "tests/unit/bench.h"

#include "domain/assignment.h"
#include "domain/conflict.h"
#include "domain/review.h"

static struct test_state t;
static struct grid *grid;

static int
setup(void **state)
{
	(void)state;
	bench_make(&t);
	assert_int_equal(grid_load(&grid, t.db, t.mem, STAGE_COMMITTEE),
	    RC_OK);
	bench_application(&t, 1, "Composter", "under_review", STAGE_COMMITTEE);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	test_state_free(&t);
	return 0;
}

/* Save marks (0: untouched, -1: taken back) as somebody. */
static enum rc
save(const struct person *who, int64_t revision, const int marks[4],
    bool submit, struct problems *why)
{
	struct act act = by(who);
	struct mark_change changes[4];
	struct review_form form = { .stage_id = STAGE_COMMITTEE,
	    .revision = revision, .changes = changes, .submit = submit };
	int i;

	for (i = 0; i < 4; i++) {
		if (marks[i] == 0)
			continue;
		changes[form.change_count++] = (struct mark_change){ i + 1,
		    { marks[i] > 0, marks[i] } };
	}
	return review_save(t.db, t.mem, 1, &form, &act, NULL, why);
}

#define MARKS(...)	((const int[4]){ __VA_ARGS__ })

static struct review
own(const struct person *who)
{
	struct review r;

	assert_int_equal(review_own(&r, t.db, t.mem, grid, 1, STAGE_COMMITTEE,
	    who->id), RC_OK);
	return r;
}

static size_t
seen_by(const struct person *who, const char *visibility, bool service,
    size_t *hidden)
{
	struct reviews r;

	assert_int_equal(review_visible(&r, hidden, t.db, t.mem, grid, 1,
	    STAGE_COMMITTEE, visibility, who->id, service), RC_OK);
	return r.count;
}

static void
a_review_is_saved_in_parts(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct review r;

	(void)state;
	assert_int_equal(own(&eva).revision, 0);
	assert_int_equal(save(&eva, 0, MARKS(5, 0, 0, 0), false, &why), RC_OK);
	assert_int_equal(save(&eva, 1, MARKS(0, 3, 5, 0), false, &why), RC_OK);
	r = own(&eva);
	assert_int_equal(r.revision, 2);
	assert_int_equal(r.score.percent, 75);
	assert_string_equal(score_format(t.mem, &r.score, "fr"), "4,5 sur 5");
	assert_int_equal(r.submitted_at, 0);
	assert_int_equal(save(&eva, 2, MARKS(0, -1, 0, 0), false, &why), RC_OK);
	assert_int_equal(own(&eva).score.percent, 55);
}

static void
an_older_page_does_not_overwrite_a_newer_review(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);

	(void)state;
	assert_int_equal(save(&eva, 0, MARKS(5, 0, 0, 0), false, &why), RC_OK);
	assert_int_equal(save(&eva, 0, MARKS(1, 0, 0, 0), false, &why),
	    RC_CONFLICT);
	assert_int_equal(own(&eva).marks[0].value, 5);
}

static void
a_mark_off_the_scale_is_refused_whole(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);

	(void)state;
	assert_int_equal(save(&eva, 0, MARKS(5, 4, 0, 0), false, &why),
	    RC_INVALID);
	assert_non_null(problem_get(&why, "critere.2"));
	assert_int_equal(own(&eva).revision, 0);
}

static void
an_empty_review_cannot_be_sent(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);

	(void)state;
	assert_int_equal(save(&eva, 0, MARKS(0, 0, 0, 0), true, &why),
	    RC_INVALID);
	assert_non_null(problem_get(&why, "critere"));
}

static void
nothing_is_scored_outside_the_stage(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);

	(void)state;
	world_sql(&t, "UPDATE application SET stage_id = 2;");
	assert_int_equal(save(&eva, 0, MARKS(5, 0, 0, 0), false, &why),
	    RC_CONFLICT);
	world_sql(&t, "UPDATE application SET stage_id = 3, state ="
	    " 'accepted';");
	assert_int_equal(save(&eva, 0, MARKS(5, 0, 0, 0), false, &why),
	    RC_CONFLICT);
}

static void
others_are_seen_as_the_stage_allows(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	size_t hidden;

	(void)state;
	assert_int_equal(save(&eva, 0, MARKS(5, 5, 5, 5), true, &why), RC_OK);
	assert_int_equal(seen_by(&eric, "after_own", false, &hidden), 0);
	assert_int_equal(hidden, 1);
	assert_int_equal(seen_by(&eric, "never", false, &hidden), 0);
	assert_int_equal(seen_by(&eric, "always", false, &hidden), 1);
	assert_int_equal(seen_by(&bruno, "never", true, &hidden), 1);
	assert_int_equal(save(&eric, 0, MARKS(1, 0, 0, 0), false, &why),
	    RC_OK);
	/* Saved is not sent: the others stay hidden. */
	assert_int_equal(seen_by(&eric, "after_own", false, &hidden), 0);
	assert_int_equal(save(&eric, 1, MARKS(0, 0, 0, 0), true, &why), RC_OK);
	assert_int_equal(seen_by(&eric, "after_own", false, &hidden), 2);
	assert_int_equal(hidden, 0);
	assert_int_equal(seen_by(&eric, "never", false, &hidden), 1);
}

static void
the_committee_has_done_when_its_quorum_is_there(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct act act = by(&bruno);
	const int64_t people[] = { EVA, ERIC };

	(void)state;
	assert_int_equal(assignment_set(t.db, t.mem, 1, people, 2, &act),
	    RC_OK);
	assert_string_equal(reload(&t, 1)->tray, "committee");
	assert_int_equal(save(&eva, 0, MARKS(5, 0, 0, 0), true, &why), RC_OK);
	assert_string_equal(reload(&t, 1)->tray, "committee");
	assert_int_equal(save(&eric, 0, MARKS(5, 0, 0, 0), true, &why), RC_OK);
	assert_string_equal(reload(&t, 1)->tray, "to_instruct");
	assert_string_equal(reload(&t, 1)->news, "review");
}

static void
a_member_of_the_holder_may_not_score_it(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct review r;
	const int64_t people[] = { FANNY };
	struct act act = by(&bruno);

	(void)state;
	assert_true(conflict_is(t.db, 1, FANNY, true));
	assert_false(conflict_is(t.db, 1, FANNY, false));
	assert_int_equal(save(&fanny, 0, MARKS(5, 5, 5, 5), true, &why),
	    RC_NOT_FOUND);
	assert_int_equal(review_own(&r, t.db, t.mem, grid, 1, STAGE_COMMITTEE,
	    FANNY), RC_NOT_FOUND);
	assert_int_equal(assignment_set(t.db, t.mem, 1, people, 1, &act),
	    RC_NOT_FOUND);
}

static void
a_declared_conflict_takes_the_review_back(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct act act = by(&bruno);
	struct conflict *list;
	size_t hidden;

	(void)state;
	assert_int_equal(save(&eva, 0, MARKS(5, 5, 5, 5), true, &why), RC_OK);
	assert_int_equal(conflict_declare(t.db, t.mem, 1, EVA, "", &eva,
	    TEST_NOW, &why), RC_OK);
	assert_int_equal(seen_by(&bruno, "always", true, &hidden), 0);
	assert_int_equal(save(&eva, 0, MARKS(5, 5, 5, 5), true, &why),
	    RC_NOT_FOUND);
	assert_int_equal(conflict_list(&list, t.db, t.mem, 1), RC_OK);
	assert_string_equal(list->person_name, "Eva Grondin");
	assert_string_equal(list->kind, "declared");
	/* Fanny's is found. */
	assert_string_equal(list->next->kind, "organisation");
	assert_int_equal(world_count(&t, "SELECT count(*) FROM journal WHERE"
	    " kind = 'conflict' AND payload_json NOT LIKE '%Eva%'"), 1);
	assert_int_equal(conflict_lift(t.db, 1, EVA, &eva, TEST_NOW),
	    RC_DENIED);
	assert_int_equal(conflict_lift(t.db, 1, EVA, &bruno, TEST_NOW), RC_OK);
	assert_int_equal(conflict_lift(t.db, 1, FANNY, &bruno, TEST_NOW),
	    RC_NOT_FOUND);
	assert_int_equal(save(&eva, 0, MARKS(3, 0, 0, 0), false, &why), RC_OK);
	(void)act;
}

static void
a_conflict_of_somebody_else_needs_its_reason(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);

	(void)state;
	assert_int_equal(conflict_declare(t.db, t.mem, 1, EVA, "  ", &bruno,
	    TEST_NOW, &why), RC_INVALID);
	assert_non_null(problem_get(&why, "motif"));
	assert_false(conflict_is(t.db, 1, EVA, true));
}

static void
reviewers_are_spread_by_load_and_never_in_conflict(void **state)
{
	struct act act = by(&bruno);
	int64_t made;

	(void)state;
	bench_application(&t, 2, "Deuxième", "under_review", STAGE_COMMITTEE);
	bench_application(&t, 3, "Troisième", "under_review", STAGE_COMMITTEE);
	world_sql(&t, "UPDATE application SET tray = 'committee';");
	assert_int_equal(assignment_spread(t.db, t.mem, STAGE_COMMITTEE, &act,
	    &made), RC_OK);
	assert_int_equal(made, 6);
	assert_int_equal(world_count(&t, "SELECT count(*) FROM"
	    " review_assignment WHERE person_id = 12"), 0);
	assert_int_equal(world_count(&t, "SELECT max(n) - min(n) FROM (SELECT"
	    " count(*) AS n FROM review_assignment GROUP BY person_id)"), 0);
	assert_int_equal(assignment_spread(t.db, t.mem, STAGE_COMMITTEE, &act,
	    &made), RC_OK);
	assert_int_equal(made, 0);
}

static void
a_sent_review_keeps_its_assignment(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct act act = by(&bruno);
	struct assignees people;
	const int64_t both[] = { EVA, ERIC };

	(void)state;
	assert_int_equal(assignment_set(t.db, t.mem, 1, both, 2, &act), RC_OK);
	assert_int_equal(save(&eva, 0, MARKS(5, 0, 0, 0), true, &why), RC_OK);
	assert_int_equal(assignment_set(t.db, t.mem, 1, NULL, 0, &act), RC_OK);
	assert_int_equal(assignment_list(&people, t.db, t.mem, 1, TEST_NOW),
	    RC_OK);
	assert_int_equal(people.count, 2);
	assert_int_equal(people.rows[0].person_id, EVA);
	assert_true(people.rows[0].assigned);
	assert_true(people.rows[0].submitted);
	assert_false(people.rows[1].assigned);
}

#define T_(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_(a_review_is_saved_in_parts),
		T_(an_older_page_does_not_overwrite_a_newer_review),
		T_(a_mark_off_the_scale_is_refused_whole),
		T_(an_empty_review_cannot_be_sent),
		T_(nothing_is_scored_outside_the_stage),
		T_(others_are_seen_as_the_stage_allows),
		T_(the_committee_has_done_when_its_quorum_is_there),
		T_(a_member_of_the_holder_may_not_score_it),
		T_(a_declared_conflict_takes_the_review_back),
		T_(a_conflict_of_somebody_else_needs_its_reason),
		T_(reviewers_are_spread_by_load_and_never_in_conflict),
		T_(a_sent_review_keeps_its_assignment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
