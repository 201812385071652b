/*
 * Jobs and mails: asked with their cause, leased, tried again, fenced.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "base/json.h"
#include "domain/job.h"
#include "domain/mail.h"

static struct test_state t;

static int
setup(void **state)
{
	(void)state;
	test_state_make(&t);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	test_state_free(&t);
	return 0;
}

static void
ask(const char *kind, const char *key, const char *word, int64_t run_at)
{
	struct json_object *payload = json_object_new_object();

	json_put_text(payload, "word", word);
	assert_int_equal(db_write_begin(t.db), RC_OK);
	job_add(t.db, kind, key, payload, run_at, TEST_NOW);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	json_object_put(payload);
}

static struct job *
take(int64_t now)
{
	struct job *job = NULL;

	if (job_take(&job, t.db, t.mem, now, 60) == RC_OK)
		json_object_put(job->payload);
	return job;
}

static const char *
state_of(int64_t id)
{
	struct job_status *s;

	assert_int_equal(job_load(&s, t.db, t.mem, id), RC_OK);
	return s->state;
}

static void
nothing_is_due_in_an_empty_list(void **state)
{
	(void)state;
	assert_null(take(TEST_NOW));
	assert_int_equal(job_next(t.db), -1);
}

static void
a_job_waits_for_its_time(void **state)
{
	struct job *job;

	(void)state;
	ask("a", NULL, "later", TEST_NOW + 100);
	ask("b", NULL, "sooner", TEST_NOW + 50);
	assert_null(take(TEST_NOW));
	assert_int_equal(job_next(t.db), TEST_NOW + 50);
	job = take(TEST_NOW + 200);
	assert_string_equal(job->kind, "b");
	assert_string_equal(take(TEST_NOW + 200)->kind, "a");
	assert_null(take(TEST_NOW + 200));
}

static void
a_job_rolled_back_with_its_cause_does_not_exist(void **state)
{
	(void)state;
	assert_int_equal(db_write_begin(t.db), RC_OK);
	job_add(t.db, "a", NULL, NULL, TEST_NOW, TEST_NOW);
	db_write_rollback(t.db);
	assert_null(take(TEST_NOW));
}

static void
a_second_request_replaces_one_that_waits(void **state)
{
	struct job *job;

	(void)state;
	ask("a", "k", "one", TEST_NOW);
	ask("a", "k", "two", TEST_NOW);
	assert_int_equal(job_take(&job, t.db, t.mem, TEST_NOW, 60), RC_OK);
	assert_string_equal(json_text(job->payload, "word"), "two");
	json_object_put(job->payload);
	assert_null(take(TEST_NOW));
}

static void
a_request_while_it_runs_makes_it_run_again(void **state)
{
	struct job *first, *job;

	(void)state;
	ask("a", "k", "one", TEST_NOW);
	first = take(TEST_NOW);
	ask("a", "k", "two", TEST_NOW + 5);
	assert_null(take(TEST_NOW + 6));
	assert_int_equal(job_end(t.db, first, RC_OK, NULL, TEST_NOW + 7), RC_OK);
	assert_int_equal(job_take(&job, t.db, t.mem, TEST_NOW + 8, 60), RC_OK);
	assert_string_equal(json_text(job->payload, "word"), "two");
	assert_int_equal(job->attempts, 1);
	json_object_put(job->payload);
	assert_int_equal(job_end(t.db, job, RC_OK, NULL, TEST_NOW + 9), RC_OK);
	assert_string_equal(state_of(job->id), "done");
}

static void
a_dead_runner_s_job_is_taken_when_its_lease_ends(void **state)
{
	struct job *dead, *job;

	(void)state;
	ask("a", NULL, "x", TEST_NOW);
	dead = take(TEST_NOW);
	assert_null(take(TEST_NOW + 59));
	job = take(TEST_NOW + 60);
	assert_int_equal(job->id, dead->id);
	assert_int_equal(job->attempts, 2);
	/* The one that was thought dead comes back: it changes nothing. */
	assert_int_equal(job_end(t.db, dead, RC_OK, NULL, TEST_NOW + 61),
	    RC_CONFLICT);
	assert_string_equal(state_of(job->id), "running");
}

static void
progress_prolongs_the_lease(void **state)
{
	struct job *job;
	struct job_status *s;

	(void)state;
	ask("a", NULL, "x", TEST_NOW);
	job = take(TEST_NOW);
	assert_int_equal(job_progress(t.db, job->id, 3, 10, "page 3",
	    TEST_NOW + 200), RC_OK);
	assert_null(take(TEST_NOW + 199));
	assert_int_equal(job_load(&s, t.db, t.mem, job->id), RC_OK);
	assert_int_equal(s->done, 3);
	assert_int_equal(s->total, 10);
	assert_string_equal(s->message, "page 3");
}

static void
a_failure_waits_longer_each_time_and_ends_after_ten(void **state)
{
	int64_t now = TEST_NOW, wait, before = 0, i;
	struct job *job;
	struct job_status *s;

	(void)state;
	ask("a", NULL, "x", now);
	for (i = 1; i <= JOB_TRIES; i++) {
		job = take(now);
		assert_non_null(job);
		assert_int_equal(job->attempts, i);
		assert_int_equal(job_end(t.db, job, RC_FAIL, "no", now), RC_OK);
		if (i == JOB_TRIES)
			break;
		wait = job_wait(job->id, i);
		assert_true(wait >= before);
		assert_true(wait >= JOB_WAIT_FIRST);
		assert_true(wait <= JOB_WAIT_MOST + JOB_WAIT_MOST / 8);
		assert_null(take(now + wait - 1));
		now += wait;
		before = wait;
	}
	assert_int_equal(job_load(&s, t.db, t.mem, 1), RC_OK);
	assert_string_equal(s->state, "failed");
	assert_string_equal(s->message, "no");
	assert_null(take(now + 10 * JOB_WAIT_MOST));
	assert_int_equal(job_retry(t.db, 1, now), RC_OK);
	assert_non_null(take(now));
}

static void
a_refusal_is_final_at_once(void **state)
{
	struct job *job;

	(void)state;
	ask("a", NULL, "x", TEST_NOW);
	job = take(TEST_NOW);
	assert_int_equal(job_end(t.db, job, RC_INVALID, "bad address",
	    TEST_NOW), RC_OK);
	assert_string_equal(state_of(job->id), "failed");
}

static void
a_job_that_kills_its_runners_is_given_up(void **state)
{
	int64_t now = TEST_NOW, i;

	(void)state;
	ask("a", NULL, "x", now);
	for (i = 0; i < JOB_TRIES; i++, now += 60)
		assert_non_null(take(now));
	assert_null(take(now));
	assert_string_equal(state_of(1), "failed");
}

static void
what_is_over_is_forgotten_later(void **state)
{
	struct job_status *s;

	(void)state;
	ask("a", NULL, "secret", TEST_NOW);
	assert_int_equal(job_end(t.db, take(TEST_NOW), RC_OK, NULL, TEST_NOW),
	    RC_OK);
	assert_int_equal(job_forget(t.db, TEST_NOW + 86400), 0);
	assert_int_equal(job_forget(t.db, TEST_NOW + 31 * 86400), 1);
	assert_int_equal(job_load(&s, t.db, t.mem, 1), RC_NOT_FOUND);
}

static void
the_same_mail_is_sent_once(void **state)
{
	struct mail m = { .to = "anne@terreau.example", .subject = "Reçu",
	    .body = "Bonjour\n", .key = "receipt 1", .attachment = "receipt",
	    .attachment_id = 7 }, read;
	struct job *job;

	(void)state;
	assert_int_equal(db_write_begin(t.db), RC_OK);
	mail_add(t.db, &m, TEST_NOW);
	mail_add(t.db, &m, TEST_NOW);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	assert_int_equal(job_take(&job, t.db, t.mem, TEST_NOW, 60), RC_OK);
	mail_of_job(&read, job->payload, job->key);
	assert_string_equal(read.to, m.to);
	assert_string_equal(read.subject, m.subject);
	assert_string_equal(read.key, m.key);
	assert_int_equal(read.attachment_id, 7);
	assert_null(read.to_name);
	json_object_put(job->payload);
	assert_int_equal(job_end(t.db, job, RC_OK, NULL, TEST_NOW), RC_OK);
	assert_int_equal(db_write_begin(t.db), RC_OK);
	mail_add(t.db, &m, TEST_NOW + 1);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	assert_null(take(TEST_NOW + 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(nothing_is_due_in_an_empty_list),
		TEST(a_job_waits_for_its_time),
		TEST(a_job_rolled_back_with_its_cause_does_not_exist),
		TEST(a_second_request_replaces_one_that_waits),
		TEST(a_request_while_it_runs_makes_it_run_again),
		TEST(a_dead_runner_s_job_is_taken_when_its_lease_ends),
		TEST(progress_prolongs_the_lease),
		TEST(a_failure_waits_longer_each_time_and_ends_after_ten),
		TEST(a_refusal_is_final_at_once),
		TEST(a_job_that_kills_its_runners_is_given_up),
		TEST(what_is_over_is_forgotten_later),
		TEST(the_same_mail_is_sent_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
