/*
 * The community of a platform and "why?", through a browser made by hand.
 */
#include "config.h"

#include "tests/http/harness.h"
#include "tests/unit/world.h"

#include "domain/grant.h"
#include "fcgi/instruction/pages.h"

static struct harness h;

#define PAGE "/cte/administration/communaute"

static void
give(int64_t person, const char *role, const char *kind, int64_t id,
    int64_t platform)
{
	struct scope scope = { kind, id, platform };

	assert_int_equal(db_write_begin(h.t.db), RC_OK);
	grant_put(h.t.db, person, role, &scope, 0, 0, TEST_NOW);
	assert_int_equal(db_write_commit(h.t.db), RC_OK);
}

static int
setup(void **state)
{
	(void)state;
	world_make(&h.t);
	harness_start(&h, &instruction_worker);
	give(BRUNO, "administrator", "platform", PLATFORM, PLATFORM);
	h_sign_in(&h, BRUNO);
	return 0;
}

static void
only_administrators_see_it(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, PAGE), 200);
	h_forget(&h);
	assert_int_equal(h_get(&h, PAGE), 303);
	h_sign_in(&h, CLARA);
	assert_int_equal(h_get(&h, PAGE), 403);
	assert_int_equal(h_post(&h, PAGE, "courriel=clara@terreau.example&"
	    "role=administrator&scope=platform"), 403);
	give(CLARA, "agent", "platform", PLATFORM, PLATFORM);
	assert_int_equal(h_get(&h, PAGE), 403);
	assert_int_equal(h_get(&h, PAGE "/pourquoi"), 403);
}

static void
a_known_person_gets_the_role_at_once_and_is_told(void **state)
{
	(void)state;
	h_get(&h, PAGE);
	assert_int_equal(h_post(&h, PAGE, "courriel=Clara@terreau.example&"
	    "role=evaluator&scope=call:quartiers-2027&fin=2027-12-31"), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "Clara Hoarau");
	h_has(&h, "membre du comité");
	h_has(&h, "31\302\240déc. 2027");
	assert_non_null(strstr(h_mail(&h), "membre du comité"));
	assert_int_equal(h_int(&h, "SELECT count(*) FROM role_grant WHERE"
	    " person_id = 3 AND role = 'evaluator' AND scope_kind = 'call'"
	    " AND scope_id = 1 AND platform_id = 1 AND granted_by = 2"), 1);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM audit WHERE event ="
	    " 'grant' AND person_id = 2 AND platform_id = 1"), 1);
	h_has(&h, "a donné le rôle");
}

static void
an_unknown_address_is_invited(void **state)
{
	(void)state;
	h_get(&h, PAGE);
	assert_int_equal(h_post(&h, PAGE, "courriel=new@terreau.example&"
	    "role=agent&scope=territory&precision=saint-leu"), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "new@terreau.example");
	h_has(&h, "Saint-Leu");
	assert_non_null(strstr(h_mail(&h), "/compte/invitations/"));
	assert_int_equal(h_int(&h, "SELECT count(*) FROM invitation WHERE"
	    " scope_kind = 'territory' AND scope_id = 2 AND platform_id = 1"),
	    1);
	assert_int_equal(h_post(&h, PAGE "/annuler", "invitation=1"), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM invitation"), 0);
}

static void
what_is_wrong_comes_back_with_what_was_typed(void **state)
{
	(void)state;
	h_get(&h, PAGE);
	assert_int_equal(h_post(&h, PAGE, "courriel=clara&role=agent&"
	    "scope=platform"), 422);
	h_has(&h, "value=\"clara\"");
	assert_int_equal(h_post(&h, PAGE, "courriel=clara@terreau.example&"
	    "role=king&scope=platform"), 422);
	assert_int_equal(h_post(&h, PAGE, "courriel=clara@terreau.example&"
	    "role=agent&scope=territory&precision=nulle-part"), 422);
	h_has(&h, "introuvable");
	assert_int_equal(h_post(&h, PAGE, "courriel=clara@terreau.example&"
	    "role=agent&scope=platform&fin=2020-01-01"), 422);
	assert_int_equal(h_post(&h, PAGE, "courriel=clara@terreau.example&"
	    "role=agent&scope=platform&fin=31/02/2027"), 422);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM role_grant"), 1);
}

static void
nothing_of_another_platform_is_given_nor_taken(void **state)
{
	(void)state;
	h_sql(&h, "INSERT INTO platform (id, slug, name, created_at, loaded_at)"
	    " VALUES (2, 'nord', 'Nord', 0, 0)");
	h_sql(&h, "INSERT INTO call (id, uuid, platform_id, slug, title,"
	    " created_at) VALUES (9, 'u9', 2, 'nord-2027', 'N', 0)");
	give(CLARA, "agent", "platform", 2, 2);
	give(ANNE, "agent", "territory", COTE_OUEST, 0);
	h_get(&h, PAGE);
	h_has_not(&h, "Nord");
	assert_int_equal(h_post(&h, PAGE, "courriel=clara@terreau.example&"
	    "role=agent&scope=call:nord-2027"), 422);
	assert_int_equal(h_post(&h, PAGE, "courriel=clara@terreau.example&"
	    "role=agent&scope=platform:nord"), 422);
	assert_int_equal(h_post(&h, PAGE, "courriel=clara@terreau.example&"
	    "role=agent&scope=installation"), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM role_grant WHERE"
	    " scope_kind = 'installation'"), 0);
	assert_int_equal(h_post(&h, PAGE "/retirer", "attribution=2"), 404);
	assert_int_equal(h_post(&h, PAGE "/retirer", "attribution=3"), 404);
	/* A role given above is shown. */
	h_get(&h, PAGE);
	h_has(&h, "Rôles venus de plus haut");
	h_has(&h, "Anne Técher");
}

static void
a_role_is_taken_back_but_not_the_last_administrator_s(void **state)
{
	(void)state;
	give(CLARA, "agent", "call", CALL, PLATFORM);
	h_get(&h, PAGE);
	assert_int_equal(h_post(&h, PAGE "/retirer", "attribution=2"), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM role_grant"), 1);
	assert_int_equal(h_post(&h, PAGE "/retirer", "attribution=1"), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM role_grant"), 1);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "au moins une personne");
}

static void
the_list_filters_pages_and_costs_the_same_whatever_its_length(void **state)
{
	uint64_t few;
	const char *next;

	(void)state;
	h_get(&h, PAGE);
	h_get(&h, PAGE);
	few = h.statements;
	h_sql(&h, "WITH RECURSIVE n (i) AS (VALUES (10) UNION ALL SELECT i + 1"
	    " FROM n WHERE i < 200) INSERT INTO person (id, email, name,"
	    " created_at, confirmed_at) SELECT i, 'p' || i || '@t.example',"
	    " 'Personne ' || i, 0, 1 FROM n");
	h_sql(&h, "INSERT INTO role_grant (person_id, role, scope_kind, scope_id,"
	    " platform_id, granted_at) SELECT id, 'evaluator', 'stage', 3, 1, 0"
	    " FROM person WHERE id >= 10");
	h_get(&h, PAGE);
	assert_int_equal(h_get(&h, PAGE), 200);
	assert_true(h.statements <= few + 1);
	h_has(&h, "l’étape «");
	assert_int_equal(h_get(&h, PAGE "?filtre_role=agent"), 200);
	h_has_not(&h, "Personne");
	assert_int_equal(h_get(&h, PAGE "?filtre_lieu=call"), 200);
	h_has(&h, "Aucun rôle ici");
	assert_int_equal(h_get(&h, PAGE "?filtre_role=evaluator"), 200);
	next = strstr(h.body, "apres=");
	assert_non_null(next);
	h_has(&h, "Personne 10<");
	assert_int_equal(h_get(&h, mem_printf(h.t.mem,
	    PAGE "?filtre_role=evaluator&%.*s", (int)strcspn(next, "\""),
	    next)), 200);
	h_has_not(&h, "Personne 10<");
	h_has(&h, "Personne 60<");
}

static void
why_answers_with_a_sentence(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, PAGE "/pourquoi"), 200);
	h_has(&h, "Ce que donne chaque rôle");
	assert_int_equal(h_get(&h, PAGE "/pourquoi?personne="
	    "bruno@terreau.example&action=community&objet="), 200);
	h_has(&h, "Oui");
	h_has(&h, "administrateur");
	assert_int_equal(h_get(&h, PAGE "/pourquoi?personne="
	    "clara@terreau.example&action=application_review&objet="
	    "quartiers-2027"), 200);
	h_has(&h, "Non");
	h_has(&h, "n’a aucun rôle");
	/* An address without an account gets the same words. */
	assert_int_equal(h_get(&h, PAGE "/pourquoi?personne="
	    "nobody@terreau.example&action=application_review&objet="
	    "quartiers-2027"), 200);
	h_has(&h, "n’a aucun rôle");
	assert_int_equal(h_get(&h, PAGE "/pourquoi?personne=x&action=nope&"
	    "objet=rien"), 200);
	h_has(&h, "Rien de tel");
}

static void
why_hides_what_is_hidden_from_who_asks(void **state)
{
	(void)state;
	h_sql(&h, "INSERT INTO element (id, uuid, platform_id, kind, slug, title,"
	    " created_at, updated_at) VALUES (1, 'e', 1, 'project', 'p', 'P', 0, 0)");
	h_sql(&h, "INSERT INTO dossier (id, element_id, platform_id, created_at,"
	    " updated_at) VALUES (1, 1, 1, 0, 0)");
	h_sql(&h, "INSERT INTO application (id, number, dossier_id, call_id,"
	    " platform_id, state, tray, created_at, waiting_since, title, folded,"
	    " holder_name) VALUES (1, 'TCO-1', 1, 1, 1, 'submitted',"
	    " 'to_instruct', 0, 0, 'P', 'p', 'X')");
	assert_int_equal(h_get(&h, PAGE "/pourquoi?personne="
	    "clara@terreau.example&action=application_read&objet=TCO-1"), 200);
	h_has(&h, "Non");
	h_sql(&h, "INSERT INTO conflict (application_id, person_id, kind, at)"
	    " VALUES (1, 2, 'declared', 0)");
	assert_int_equal(h_get(&h, PAGE "/pourquoi?personne="
	    "clara@terreau.example&action=application_read&objet=TCO-1"), 200);
	h_has(&h, "Rien de tel");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, harness_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(only_administrators_see_it),
		TEST(a_known_person_gets_the_role_at_once_and_is_told),
		TEST(an_unknown_address_is_invited),
		TEST(what_is_wrong_comes_back_with_what_was_typed),
		TEST(nothing_of_another_platform_is_given_nor_taken),
		TEST(a_role_is_taken_back_but_not_the_last_administrator_s),
		TEST(the_list_filters_pages_and_costs_the_same_whatever_its_length),
		TEST(why_answers_with_a_sentence),
		TEST(why_hides_what_is_hidden_from_who_asks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
