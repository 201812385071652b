/*
 * Organisations, who belongs to them, and invitations.
 */
#include "config.h"

#include "tests/unit/world.h"

#include "base/json.h"
#include "domain/grant.h"
#include "domain/invitation.h"
#include "domain/job.h"
#include "domain/mail.h"
#include "domain/organisation.h"

static struct test_state t;
static struct problems why;
static const struct person clara = { .id = CLARA,
    .email = "clara@terreau.example", .name = "Clara Hoarau", .lang = "fr",
    .confirmed_at = 1, .at = TEST_NOW };

#define URL "http://h/compte/invitations/"

static int
setup(void **state)
{
	(void)state;
	world_make(&t);
	why = (struct problems)PROBLEMS_INIT(t.mem);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	test_state_free(&t);
	return 0;
}

static const char *
next_mail(const char **to)
{
	struct job *job;
	struct mail m;
	const char *text;

	if (job_take(&job, t.db, t.mem, TEST_NOW, 60) != RC_OK)
		return NULL;
	mail_of_job(&m, job->payload, job->key);
	*to = mem_strdup(t.mem, m.to);
	text = mem_printf(t.mem, "%s\n%s", m.subject, m.body);
	json_object_put(job->payload);
	return text;
}

/* The only invitation that waits for that person. */
static int64_t
waiting(const struct person *p, int64_t now)
{
	struct invitation *list;

	return invitation_of_person(&list, t.db, t.mem, p, now) == 1 ?
	    list[0].id : 0;
}

/* --- organisations ---------------------------------------------------------------- */

static void
who_makes_an_organisation_administers_it(void **state)
{
	struct organisation_form f = { .kind = "association",
	    .name = " Les  Amis du compost ", .rna = "w9r1000042",
	    .territory = "saint leu", .website = "https://amis.example" };
	struct own_organisation *own;
	struct organisation *o;
	const char *slug;

	(void)state;
	assert_int_equal(organisation_create(t.db, t.mem, &f, &clara, TEST_NOW,
	    &slug, &why), RC_OK);
	assert_string_equal(slug, "les-amis-du-compost");
	assert_int_equal(organisation_load(&o, t.db, t.mem, slug), RC_OK);
	assert_string_equal(o->name, "Les Amis du compost");
	assert_string_equal(o->rna, "W9R1000042");
	assert_string_equal(o->territory_name, "Saint-Leu");
	assert_int_equal(organisation_of(&own, t.db, t.mem, CLARA), 1);
	assert_true(own[0].administrator);
	f.rna = NULL;
	assert_int_equal(organisation_create(t.db, t.mem, &f, &clara, TEST_NOW,
	    &slug, &why), RC_OK);
	assert_string_equal(slug, "les-amis-du-compost-2");
}

static void
a_number_is_checked_and_belongs_to_one(void **state)
{
	struct organisation_form f = { .kind = "company", .name = "X",
	    .siret = "249 740 101 00039", .rna = "W123", .email = "x",
	    .phone = "appelez", .website = "x.example", .territory = "00000" };
	const char *slug;

	(void)state;
	assert_int_equal(organisation_create(t.db, t.mem, &f, &clara, TEST_NOW,
	    &slug, &why), RC_INVALID);
	assert_non_null(problem_get(&why, "siret"));
	assert_non_null(problem_get(&why, "rna"));
	assert_non_null(problem_get(&why, "courriel"));
	assert_non_null(problem_get(&why, "telephone"));
	assert_non_null(problem_get(&why, "site"));
	assert_non_null(problem_get(&why, "commune"));
	world_sql(&t, "UPDATE organisation SET siret = '24974010100012'"
	    " WHERE id = 1");
	f = (struct organisation_form){ .kind = "public", .name = "TCO bis",
	    .siret = "249 740 101 00012" };
	why = (struct problems)PROBLEMS_INIT(t.mem);
	assert_int_equal(organisation_create(t.db, t.mem, &f, &clara, TEST_NOW,
	    &slug, &why), RC_CONFLICT);
	assert_string_equal(slug, "tco");
	assert_int_equal(organisation_save(t.db, t.mem, ASSOCIATION, &f, &anne,
	    TEST_NOW, &why), RC_INVALID);
	assert_non_null(problem_get(&why, "siret"));
	f.siret = "";
	why = (struct problems)PROBLEMS_INIT(t.mem);
	assert_int_equal(organisation_save(t.db, t.mem, ASSOCIATION, &f, &anne,
	    TEST_NOW, &why), RC_OK);
}

static void
the_last_administrator_of_an_organisation_stays(void **state)
{
	struct member *m;

	(void)state;
	world_sql(&t, "INSERT INTO membership VALUES (2, 3, 'member', NULL, 0)");
	assert_int_equal(membership_set(t.db, t.mem, ASSOCIATION, ANNE, false,
	    &anne, TEST_NOW), RC_CONFLICT);
	assert_int_equal(membership_end(t.db, t.mem, ASSOCIATION, ANNE, &anne,
	    TEST_NOW), RC_CONFLICT);
	assert_int_equal(membership_set(t.db, t.mem, ASSOCIATION, CLARA, true,
	    &anne, TEST_NOW), RC_OK);
	assert_int_equal(membership_end(t.db, t.mem, ASSOCIATION, ANNE, &anne,
	    TEST_NOW), RC_OK);
	assert_int_equal(organisation_members(&m, t.db, t.mem, ASSOCIATION), 1);
	assert_int_equal(m[0].person_id, CLARA);
	/* Alone, the last one may leave. */
	assert_int_equal(membership_end(t.db, t.mem, ASSOCIATION, CLARA,
	    &clara, TEST_NOW), RC_OK);
	assert_int_equal(membership_end(t.db, t.mem, ASSOCIATION, CLARA,
	    &clara, TEST_NOW), RC_NOT_FOUND);
}

static void
asking_to_join_tells_the_administrators_once_a_day(void **state)
{
	const char *to, *mail;

	(void)state;
	assert_int_equal(membership_ask(t.db, t.mem, ASSOCIATION, &clara,
	    "http://h/o", TEST_NOW), RC_OK);
	assert_int_equal(membership_ask(t.db, t.mem, ASSOCIATION, &clara,
	    "http://h/o", TEST_NOW), RC_OK);
	mail = next_mail(&to);
	assert_string_equal(to, "anne@terreau.example");
	assert_non_null(strstr(mail, "Clara Hoarau"));
	assert_null(next_mail(&to));
}

/* --- invitations -------------------------------------------------------------------- */

static void
an_invitation_is_answered_by_its_address_only(void **state)
{
	struct own_organisation *own;
	struct invitation *i;
	struct person unproved = clara;
	const char *to, *mail;
	int64_t id;

	(void)state;
	assert_int_equal(invite_to_organisation(t.db, t.mem, ASSOCIATION,
	    "Clara@terreau.example", "member", &anne, URL, TEST_NOW, &why),
	    RC_OK);
	mail = next_mail(&to);
	assert_string_equal(to, "clara@terreau.example");
	id = waiting(&clara, TEST_NOW);
	assert_non_null(strstr(mail, mem_printf(t.mem, URL "%d", (int)id)));
	assert_non_null(strstr(mail, "Compost péi"));
	assert_int_equal(invitation_load(&i, t.db, t.mem, id, &bruno, TEST_NOW),
	    RC_NOT_FOUND);
	unproved.confirmed_at = 0;
	assert_int_equal(invitation_load(&i, t.db, t.mem, id, &unproved,
	    TEST_NOW), RC_NOT_FOUND);
	assert_int_equal(invitation_answer(t.db, t.mem, id, &bruno, true,
	    TEST_NOW), RC_NOT_FOUND);
	assert_int_equal(invitation_answer(t.db, t.mem, id, &clara, true,
	    TEST_NOW), RC_OK);
	assert_int_equal(organisation_of(&own, t.db, t.mem, CLARA), 1);
	assert_false(own[0].administrator);
	assert_int_equal(invitation_answer(t.db, t.mem, id, &clara, true,
	    TEST_NOW), RC_NOT_FOUND);
}

static void
an_invitation_ends_after_fourteen_days(void **state)
{
	int64_t id;

	(void)state;
	invite_to_organisation(t.db, t.mem, ASSOCIATION,
	    "clara@terreau.example", "member", &anne, URL, TEST_NOW, &why);
	id = waiting(&clara, TEST_NOW);
	assert_int_not_equal(id, 0);
	assert_int_equal(waiting(&clara, TEST_NOW + INVITATION_SECONDS), 0);
	assert_int_equal(invitation_answer(t.db, t.mem, id, &clara, true,
	    TEST_NOW + INVITATION_SECONDS), RC_NOT_FOUND);
}

static void
a_refused_invitation_gives_nothing(void **state)
{
	struct own_organisation *own;

	(void)state;
	invite_to_organisation(t.db, t.mem, ASSOCIATION,
	    "clara@terreau.example", "member", &anne, URL, TEST_NOW, &why);
	assert_int_equal(invitation_answer(t.db, t.mem, waiting(&clara,
	    TEST_NOW), &clara, false, TEST_NOW), RC_OK);
	assert_int_equal(organisation_of(&own, t.db, t.mem, CLARA), 0);
}

static void
inviting_again_replaces_and_cancelling_removes(void **state)
{
	struct invitation *list;
	int64_t id;

	(void)state;
	invite_to_organisation(t.db, t.mem, ASSOCIATION,
	    "clara@terreau.example", "member", &anne, URL, TEST_NOW, &why);
	invite_to_organisation(t.db, t.mem, ASSOCIATION,
	    "clara@terreau.example", "administrator", &anne, URL, TEST_NOW,
	    &why);
	assert_int_equal(invitation_of_organisation(&list, t.db, t.mem,
	    ASSOCIATION, TEST_NOW), 1);
	assert_string_equal(list[0].role, "administrator");
	id = list[0].id;
	assert_int_equal(invitation_cancel(t.db, t.mem, id, TCO, 0, 0, &anne,
	    TEST_NOW), RC_NOT_FOUND);
	assert_int_equal(invitation_cancel(t.db, t.mem, id, ASSOCIATION, 0, 0,
	    &anne, TEST_NOW), RC_OK);
	assert_int_equal(waiting(&clara, TEST_NOW), 0);
}

static void
an_administrator_invited_as_a_member_stays_one(void **state)
{
	struct own_organisation *own;

	(void)state;
	invite_to_organisation(t.db, t.mem, ASSOCIATION, "anne@terreau.example",
	    "member", &anne, URL, TEST_NOW, &why);
	assert_int_equal(invitation_answer(t.db, t.mem, waiting(&anne,
	    TEST_NOW), &anne, true, TEST_NOW), RC_OK);
	organisation_of(&own, t.db, t.mem, ANNE);
	assert_true(own[0].administrator);
}

static void
a_role_offered_needs_its_giver_still_in_place(void **state)
{
	struct scope platform = { "platform", PLATFORM, PLATFORM };
	struct scope call = { "call", CALL, PLATFORM };
	struct grant *g;
	int64_t id;

	(void)state;
	assert_int_equal(db_write_begin(t.db), RC_OK);
	grant_put(t.db, BRUNO, "administrator", &platform, 0, 0, TEST_NOW);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	assert_int_equal(invite_to_role(t.db, t.mem, &call,
	    "clara@terreau.example", "evaluator", &bruno, URL, TEST_NOW, &why),
	    RC_OK);
	id = waiting(&clara, TEST_NOW);
	assert_int_equal(grant_end(t.db, t.mem, 1, NULL, TEST_NOW), RC_OK);
	assert_int_equal(invitation_answer(t.db, t.mem, id, &clara, true,
	    TEST_NOW), RC_NOT_FOUND);
	assert_int_equal(db_write_begin(t.db), RC_OK);
	grant_put(t.db, BRUNO, "administrator", &platform, 0, 0, TEST_NOW);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	assert_int_equal(invitation_answer(t.db, t.mem, id, &clara, true,
	    TEST_NOW), RC_OK);
	assert_int_equal(grant_of_person(&g, t.db, t.mem, CLARA), 1);
	assert_string_equal(g[0].role, "evaluator");
	assert_string_equal(g[0].scope.kind, "call");
	assert_int_equal(g[0].scope.platform_id, PLATFORM);
}

static void
a_wrong_invitation_is_refused_with_its_reason(void **state)
{
	struct scope call = { "call", CALL, PLATFORM };

	(void)state;
	assert_int_equal(invite_to_organisation(t.db, t.mem, ASSOCIATION,
	    "clara", "king", &anne, URL, TEST_NOW, &why), RC_INVALID);
	assert_non_null(problem_get(&why, "courriel"));
	assert_non_null(problem_get(&why, "role"));
	assert_int_equal(invite_to_organisation(t.db, t.mem, 99,
	    "clara@terreau.example", "member", &anne, URL, TEST_NOW, &why),
	    RC_NOT_FOUND);
	why = (struct problems)PROBLEMS_INIT(t.mem);
	assert_int_equal(invite_to_role(t.db, t.mem, &call,
	    "clara@terreau.example", "wiki-administrator", &bruno, URL,
	    TEST_NOW, &why), RC_INVALID);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_makes_an_organisation_administers_it),
		TEST(a_number_is_checked_and_belongs_to_one),
		TEST(the_last_administrator_of_an_organisation_stays),
		TEST(asking_to_join_tells_the_administrators_once_a_day),
		TEST(an_invitation_is_answered_by_its_address_only),
		TEST(an_invitation_ends_after_fourteen_days),
		TEST(a_refused_invitation_gives_nothing),
		TEST(inviting_again_replaces_and_cancelling_removes),
		TEST(an_administrator_invited_as_a_member_stays_one),
		TEST(a_role_offered_needs_its_giver_still_in_place),
		TEST(a_wrong_invitation_is_refused_with_its_reason),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
