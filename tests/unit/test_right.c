/*
 * Rights: every role × every verb × every scope, inside and outside, against
 * the table of doc/rights.md written again here; ownership; conflicts.
 */
#include "config.h"

#include "tests/unit/world.h"

#include "base/lang.h"
#include "domain/grant.h"
#include "domain/right.h"

static struct test_state t;

enum { DORA = 4, EMIL, MEMBER, CHIEF, VIEWER, WRITER, SENDER };
enum { PLATFORM_2 = 2, CALL_2 = 9, STAGE_2 = 9, THEME_2 = 9 };
enum { PROJECT = 1, PROJECT_2 };	/* dossiers and applications */

/* The person under test: a proved address and nothing else. */
static const struct person dora = { .id = DORA, .email = "d@terreau.example",
    .name = "Dora", .lang = "fr", .confirmed_at = 1, .at = TEST_NOW };

static int
setup(void **state)
{
	(void)state;
	world_make(&t);
	world_sql(&t,
	    "PRAGMA foreign_keys = ON;"
	    "INSERT INTO person (id, email, name, created_at, confirmed_at) VALUES"
	    " (4,'d@terreau.example','Dora',0,1),(5,'e@terreau.example','Emil',0,1),"
	    " (6,'m@terreau.example','Membre',0,1),(7,'c@terreau.example','Cheffe',0,1),"
	    " (8,'v@terreau.example','Vue',0,1),(9,'w@terreau.example','Plume',0,1),"
	    " (10,'s@terreau.example','Dépôt',0,1);"
	    "INSERT INTO membership VALUES (2,6,'member',NULL,0),"
	    " (2,7,'administrator',NULL,0);"
	    "INSERT INTO platform (id, slug, name, territory_id, created_at,"
	    " loaded_at) VALUES (2, 'nord', 'Nord', 4, 0, 0);"
	    "INSERT INTO theme (id, platform_id, key, label, position) VALUES"
	    " (9, 2, 'eau', 'Eau', 1);"
	    "INSERT INTO call (id, uuid, platform_id, slug, title, territory_id,"
	    " status, created_at) VALUES (9, 'u9', 2, 'n', 'Nord', 4,"
	    " 'published', 0);"
	    "INSERT INTO stage (id, call_id, position, key, label, kind) VALUES"
	    " (9, 9, 0, 'depot', 'Dépôt', 'proposition');"
	    "INSERT INTO element (id, uuid, platform_id, kind, slug, title,"
	    " territory_id, theme_id, owner_person_id, owner_organisation_id,"
	    " created_at, updated_at) VALUES"
	    " (1,'e1',1,'project','un','Un',2,1,1,2,0,0),"
	    " (2,'e2',2,'project','deux','Deux',4,9,3,NULL,0,0);"
	    "INSERT INTO dossier (id, element_id, platform_id, owner_person_id,"
	    " owner_organisation_id, created_at, updated_at) VALUES"
	    " (1,1,1,1,2,0,0),(2,2,2,3,NULL,0,0);"
	    "INSERT INTO dossier_member VALUES (1,8,'view',0),(1,9,'edit',0),"
	    " (1,10,'submit',0);"
	    "INSERT INTO application (id, number, dossier_id, call_id, platform_id,"
	    " state, stage_id, tray, created_at, waiting_since, title, folded,"
	    " holder_name) VALUES (1,'n1',1,1,1,'submitted',2,'to_instruct',0,0,"
	    " 'Un','un','Anne'),(2,'n2',2,9,2,'submitted',9,'to_instruct',0,0,"
	    " 'Deux','deux','Clara');"
	    "INSERT INTO role VALUES (1,'elu','Élu','queue application_read'),"
	    " (1,'robber','Voleur','dossier_edit installation organisation_manage');");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	test_state_free(&t);
	return 0;
}

/* --- the table, again -------------------------------------------------------- */

static const struct {
	const char	*role;
	const char	*rights;	/* at every scope but a dossier */
	const char	*on_dossier;
} expected[] = {
	{ "partner", "queue application_read",
	    "dossier_open dossier_read" },
	{ "agent", "queue application_read application_instruct funding_edit "
	    "measure_validate", "queue application_read application_instruct "
	    "funding_edit measure_validate" },
	{ "evaluator", "queue application_read application_review",
	    "queue application_read application_review" },
	{ "decider", "queue application_read application_decide",
	    "queue application_read application_decide" },
	{ "funder", "queue application_read funding_edit",
	    "queue application_read funding_edit" },
	{ "animator", "queue application_read moderate",
	    "queue application_read moderate" },
	{ "administrator", "queue application_read application_instruct "
	    "funding_edit measure_validate community platform_edit call_edit "
	    "form_edit wiki moderate", "queue application_read application_instruct "
	    "funding_edit measure_validate" },
	{ "wiki-administrator", "wiki", "" },
	{ "form-editor", "form_edit", "" },
	{ "elu", "queue application_read", "queue application_read" },
	{ "robber", "", "" },
	{ "nobody-knows-it", "", "" },
};

/* Which objects a scope covers. */
static const struct {
	const char	*kind;
	int64_t		 inside, outside;
	bool		 platform, call, dossier, application;
} scopes[] = {
	{ "installation", 0, -1, true, true, true, true },
	{ "territory", COTE_OUEST, SAINT_DENIS, true, true, true, true },
	{ "platform", PLATFORM, PLATFORM_2, true, true, true, true },
	{ "call", CALL, CALL_2, false, true, false, true },
	{ "stage", STAGE_CHECK, STAGE_2, false, false, false, true },
	{ "theme", THEME_COMPOST, THEME_2, false, false, true, true },
	{ "dossier", PROJECT, PROJECT_2, false, false, true, true },
};

/* What anybody with a proved address may, whatever the roles. */
#define ANYBODY " public signed_in dossier_create "

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static bool
listed(const char *list, const char *name)
{
	char l[512], n[64];

	snprintf(l, sizeof(l), " %s ", list);
	snprintf(n, sizeof(n), " %s ", name);
	return strstr(l, n) != NULL;
}

static int64_t
give(int64_t person, const char *role, const char *kind, int64_t id,
    int64_t platform, int64_t ends_at)
{
	struct scope scope = { kind, id, platform };
	int64_t grant;

	assert_int_equal(db_write_begin(t.db), RC_OK);
	grant_put(t.db, person, role, &scope, ends_at, 0, TEST_NOW);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	{
		struct grant *list;
		size_t n = grant_of_person(&list, t.db, t.mem, person);

		assert_true(n > 0);
		grant = list[n - 1].id;
	}
	return grant;
}

static void
take_back(int64_t grant)
{
	assert_int_equal(grant_end(t.db, t.mem, grant, NULL, TEST_NOW), RC_OK);
}

static struct object
object(enum object_kind kind)
{
	struct object o = { .kind = OBJECT_INSTALLATION };

	switch (kind) {
	case OBJECT_PLATFORM:
		assert_int_equal(object_platform(t.db, PLATFORM, &o), RC_OK);
		break;
	case OBJECT_CALL:
		assert_int_equal(object_call(t.db, CALL, &o), RC_OK);
		break;
	case OBJECT_DOSSIER:
		assert_int_equal(object_dossier(t.db, PROJECT, &o), RC_OK);
		break;
	case OBJECT_APPLICATION:
		assert_int_equal(object_application(t.db, PROJECT, &o), RC_OK);
		break;
	case OBJECT_ORGANISATION:
		assert_int_equal(object_organisation(t.db, ASSOCIATION, &o), RC_OK);
		break;
	case OBJECT_INSTALLATION:
		break;
	}
	return o;
}

static void
check_all(const char *role, const char *rights, const char *scope,
    const bool covered[], bool touches)
{
	static const enum object_kind kinds[] = { OBJECT_PLATFORM, OBJECT_CALL,
	    OBJECT_DOSSIER, OBJECT_APPLICATION };
	size_t k;
	int r;

	for (k = 0; k < COUNT(kinds); k++) {
		struct object o = object(kinds[k]);
		uint32_t set = right_set(t.db, &dora, &o);

		for (r = 0; r < RIGHT_COUNT; r++) {
			const char *name = right_name((enum right)r);
			bool want = listed(ANYBODY, name) ||
			    (listed(rights, name) && (covered[k] ||
			    (touches && kinds[k] == OBJECT_PLATFORM &&
			    r == RIGHT_QUEUE))) ||
			    (r == RIGHT_INSTALLATION &&
			    strcmp(role, "administrator") == 0 &&
			    strcmp(scope, "installation") == 0);
			bool may = right_may(t.db, &dora, (enum right)r, &o);

			if (may != want)
				fail_msg("%s at %s, object %d: %s is %d", role,
				    scope, (int)kinds[k], name, may);
			if (kinds[k] == OBJECT_PLATFORM &&
			    right_is_grantable((enum right)r))
				assert_int_equal(may, (set >> r) & 1);
			mem_reset(t.mem);
		}
	}
}

static void
a_role_gives_its_rights_inside_its_scope_and_none_outside(void **state)
{
	static const bool nowhere[4] = { false, false, false, false };
	size_t i, j;
	int64_t g;

	(void)state;
	for (i = 0; i < COUNT(expected); i++)
		for (j = 0; j < COUNT(scopes); j++) {
			const char *rights = strcmp(scopes[j].kind, "dossier") == 0 ?
			    expected[i].on_dossier : expected[i].rights;
			bool inside[4] = { scopes[j].platform, scopes[j].call,
			    scopes[j].dossier, scopes[j].application };

			g = give(DORA, expected[i].role, scopes[j].kind,
			    scopes[j].inside, 0, 0);
			check_all(expected[i].role, rights, scopes[j].kind,
			    inside, true);
			take_back(g);
			if (scopes[j].outside < 0)
				continue;
			g = give(DORA, expected[i].role, scopes[j].kind,
			    scopes[j].outside, 0, 0);
			check_all(expected[i].role, rights, scopes[j].kind,
			    nowhere, false);
			take_back(g);
		}
}

static void
without_a_role_nothing_is_allowed(void **state)
{
	static const bool nowhere[4] = { false, false, false, false };

	(void)state;
	check_all("none", "", "nowhere", nowhere, false);
}

static void
the_table_names_every_role_and_every_right(void **state)
{
	size_t i, n = 0;
	int r;

	(void)state;
	for (i = 0; right_roles[i] != NULL; i++, n++) {
		assert_string_equal(right_roles[i], expected[i].role);
		assert_non_null(right_role_label(right_roles[i]));
	}
	assert_int_equal(n, 9);
	for (r = 0; r < RIGHT_COUNT; r++) {
		assert_int_equal(right_by_name(right_name((enum right)r)), r);
		assert_string_not_equal(right_label((enum right)r), "");
	}
	assert_int_equal(right_by_name("everything"), RIGHT_NONE);
}

static void
nobody_may_only_what_is_public(void **state)
{
	struct object o = object(OBJECT_APPLICATION);
	int r;

	(void)state;
	for (r = 0; r < RIGHT_COUNT; r++)
		assert_int_equal(right_may(t.db, NULL, (enum right)r, &o),
		    r == RIGHT_PUBLIC);
}

static void
an_address_not_proved_gives_nothing(void **state)
{
	struct person p = dora;
	struct object o = object(OBJECT_APPLICATION);
	int r;

	(void)state;
	p.confirmed_at = 0;
	p.admin = true;
	give(DORA, "administrator", "installation", 0, 0, 0);
	for (r = 0; r < RIGHT_COUNT; r++)
		assert_int_equal(right_may(t.db, &p, (enum right)r, &o),
		    r == RIGHT_PUBLIC || r == RIGHT_SIGNED_IN);
}

static void
a_role_ends_at_its_time(void **state)
{
	struct object o = object(OBJECT_APPLICATION);
	struct person later = dora;

	(void)state;
	give(DORA, "agent", "platform", PLATFORM, 0, TEST_NOW + 10);
	assert_true(right_may(t.db, &dora, RIGHT_APPLICATION_INSTRUCT, &o));
	later.at = TEST_NOW + 10;
	assert_false(right_may(t.db, &later, RIGHT_APPLICATION_INSTRUCT, &o));
}

static void
a_territory_s_role_stays_on_its_platform(void **state)
{
	struct object o = object(OBJECT_APPLICATION);

	(void)state;
	give(DORA, "agent", "territory", COTE_OUEST, PLATFORM_2, 0);
	assert_false(right_may(t.db, &dora, RIGHT_APPLICATION_READ, &o));
	give(DORA, "agent", "territory", COTE_OUEST, PLATFORM, 0);
	assert_true(right_may(t.db, &dora, RIGHT_APPLICATION_READ, &o));
}

static void
a_narrow_territory_does_not_cover_the_platform(void **state)
{
	struct object platform = object(OBJECT_PLATFORM);
	struct object app = object(OBJECT_APPLICATION);

	(void)state;
	give(DORA, "administrator", "territory", SAINT_LEU, 0, 0);
	assert_true(right_may(t.db, &dora, RIGHT_APPLICATION_READ, &app));
	assert_true(right_may(t.db, &dora, RIGHT_QUEUE, &platform));
	assert_false(right_may(t.db, &dora, RIGHT_COMMUNITY, &platform));
}

static void
only_the_installation_s_administrators_have_the_installation(void **state)
{
	struct object o = object(OBJECT_INSTALLATION);
	struct object platform = object(OBJECT_PLATFORM);
	struct person root = dora;

	(void)state;
	give(DORA, "administrator", "platform", PLATFORM, 0, 0);
	assert_false(right_may(t.db, &dora, RIGHT_INSTALLATION, &o));
	assert_false(right_may(t.db, &dora, RIGHT_INSTALLATION, &platform));
	give(DORA, "agent", "installation", 0, 0, 0);
	assert_false(right_may(t.db, &dora, RIGHT_INSTALLATION, &o));
	give(DORA, "administrator", "installation", 0, 0, 0);
	assert_true(right_may(t.db, &dora, RIGHT_INSTALLATION, &o));
	root.id = EMIL;
	root.admin = true;
	assert_true(right_may(t.db, &root, RIGHT_INSTALLATION, &o));
	assert_true(right_may(t.db, &root, RIGHT_COMMUNITY, &platform));
}

/* --- holders -------------------------------------------------------------------- */

static void
holders_have_their_dossier_and_no_more(void **state)
{
	static const struct {
		int64_t person;
		const char *rights;
	} want[] = {
		{ ANNE, "dossier_open dossier_read dossier_comment dossier_edit "
		    "dossier_submit dossier_manage" },
		{ CHIEF, "dossier_open dossier_read dossier_comment dossier_edit "
		    "dossier_submit dossier_manage" },
		{ MEMBER, "dossier_open dossier_read dossier_comment" },
		{ VIEWER, "dossier_open dossier_read" },
		{ WRITER, "dossier_open dossier_read dossier_comment "
		    "dossier_edit" },
		{ SENDER, "dossier_open dossier_read dossier_comment dossier_edit "
		    "dossier_submit" },
		{ CLARA, "" },
		{ EMIL, "" },
	};
	struct object d = object(OBJECT_DOSSIER), a = object(OBJECT_APPLICATION);
	struct person *p;
	size_t i;
	int r;

	(void)state;
	for (i = 0; i < COUNT(want); i++) {
		assert_int_equal(person_load(&p, t.db, t.mem, want[i].person,
		    TEST_NOW), RC_OK);
		for (r = 0; r < RIGHT_COUNT; r++) {
			const char *name = right_name((enum right)r);
			bool may = listed(want[i].rights, name) ||
			    listed(ANYBODY, name);

			if (right_may(t.db, p, (enum right)r, &d) != may ||
			    right_may(t.db, p, (enum right)r, &a) != may)
				fail_msg("%s: %s", p->name, name);
		}
	}
}

static void
an_organisation_is_seen_by_members_and_managed_by_its_administrators(
    void **state)
{
	struct object o = object(OBJECT_ORGANISATION);
	struct person p = dora;

	(void)state;
	assert_false(o.published);
	assert_false(right_may(t.db, &dora, RIGHT_ORGANISATION_READ, &o));
	p.id = MEMBER;
	assert_true(right_may(t.db, &p, RIGHT_ORGANISATION_READ, &o));
	assert_false(right_may(t.db, &p, RIGHT_ORGANISATION_MANAGE, &o));
	p.id = CHIEF;
	assert_true(right_may(t.db, &p, RIGHT_ORGANISATION_MANAGE, &o));
	o.published = true;
	assert_true(right_may(t.db, NULL, RIGHT_ORGANISATION_READ, &o));
	assert_false(right_may(t.db, NULL, RIGHT_ORGANISATION_MANAGE, &o));
}

/* --- conflicts ------------------------------------------------------------------- */

static const enum right service[] = { RIGHT_QUEUE, RIGHT_APPLICATION_READ,
    RIGHT_APPLICATION_INSTRUCT, RIGHT_APPLICATION_REVIEW,
    RIGHT_APPLICATION_DECIDE, RIGHT_FUNDING_EDIT, RIGHT_MEASURE_VALIDATE };

static void
all_roles(int64_t person)
{
	size_t i;

	for (i = 0; right_roles[i] != NULL; i++)
		give(person, right_roles[i], "installation", 0, 0, 0);
}

static int
service_rights(int64_t person)
{
	struct object o = object(OBJECT_APPLICATION);
	struct person p = dora;
	int n = 0;
	size_t i;

	p.id = person;
	for (i = 0; i < COUNT(service); i++)
		n += right_may(t.db, &p, service[i], &o);
	return n;
}

static void
a_declared_conflict_takes_all_away_whatever_the_roles(void **state)
{
	struct person root = dora;
	struct object o = object(OBJECT_APPLICATION);

	(void)state;
	all_roles(DORA);
	assert_int_equal(service_rights(DORA), COUNT(service));
	world_sql(&t, "INSERT INTO conflict (application_id, person_id, kind, at)"
	    " VALUES (1, 4, 'declared', 1)");
	assert_int_equal(service_rights(DORA), 0);
	root.admin = true;
	assert_false(right_may(t.db, &root, RIGHT_APPLICATION_READ, &o));
	assert_int_equal(object_application(t.db, 2, &o), RC_OK);
	assert_true(right_may(t.db, &dora, RIGHT_APPLICATION_READ, &o));
}

static void
nobody_instructs_what_they_carry(void **state)
{
	(void)state;
	all_roles(ANNE);
	all_roles(WRITER);
	all_roles(SENDER);
	assert_int_equal(service_rights(ANNE), 0);
	assert_int_equal(service_rights(WRITER), 0);
	assert_int_equal(service_rights(SENDER), 0);
}

static void
a_committee_does_not_see_its_own_but_an_agent_does(void **state)
{
	struct object o = object(OBJECT_APPLICATION);
	struct person p = dora;
	static const int64_t people[] = { MEMBER, VIEWER };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(people); i++) {
		p.id = people[i];
		give(p.id, "evaluator", "platform", PLATFORM, 0, 0);
		assert_int_equal(service_rights(p.id), 0);
		give(p.id, "agent", "platform", PLATFORM, 0, 0);
		assert_true(right_may(t.db, &p, RIGHT_APPLICATION_READ, &o));
		assert_true(right_may(t.db, &p, RIGHT_APPLICATION_INSTRUCT, &o));
		assert_false(right_may(t.db, &p, RIGHT_APPLICATION_REVIEW, &o));
	}
}

/* --- lists, grants, sentences ------------------------------------------------------ */

static void
a_list_is_whole_or_filtered(void **state)
{
	struct reach r;

	(void)state;
	right_reach(&r, t.db, t.mem, &dora, RIGHT_QUEUE, PLATFORM);
	assert_false(r.any);
	give(DORA, "agent", "call", CALL, PLATFORM, 0);
	right_reach(&r, t.db, t.mem, &dora, RIGHT_QUEUE, PLATFORM);
	assert_true(r.any);
	assert_false(r.whole);
	assert_false(r.committee);
	assert_non_null(strstr(r.roles, "\"agent\""));
	assert_non_null(strstr(r.roles, "\"elu\""));
	assert_null(strstr(r.roles, "wiki"));
	right_reach(&r, t.db, t.mem, &dora, RIGHT_QUEUE, PLATFORM_2);
	assert_false(r.any);
	give(DORA, "evaluator", "platform", PLATFORM, PLATFORM, 0);
	right_reach(&r, t.db, t.mem, &dora, RIGHT_QUEUE, PLATFORM);
	assert_true(r.whole);
	assert_true(r.committee);
	give(DORA, "decider", "platform", PLATFORM, PLATFORM, 0);
	right_reach(&r, t.db, t.mem, &dora, RIGHT_QUEUE, PLATFORM);
	assert_true(r.whole);
	assert_false(r.committee);
	right_reach(&r, t.db, t.mem, &dora, RIGHT_COMMUNITY, PLATFORM);
	assert_false(r.any);
}

static void
a_scope_is_read_and_written_the_same(void **state)
{
	static const char *const texts[] = { "installation", "platform:cte",
	    "call:cte/quartiers-2027", "stage:cte/quartiers-2027/eligibilite",
	    "theme:cte/air-mobilite", "dossier:cte/un", "territory:97413",
	    "territory:249740101@cte" };
	static const char *const none[] = { "platform:x", "call:cte/x",
	    "call:x/y", "stage:cte/x/y", "stage:cte/quartiers-2027/x",
	    "theme:cte/x", "dossier:cte/x", "territory:00000",
	    "territory:97413@x" };
	static const char *const bad[] = { "", "cte", "planet:mars", "call:cte",
	    "stage:cte" };
	struct scope s;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(texts); i++) {
		assert_int_equal(scope_parse(&s, t.db, t.mem, texts[i]), RC_OK);
		assert_string_equal(scope_text(t.db, t.mem, &s), texts[i]);
		assert_null(strchr(scope_label(t.db, t.mem, &s), '?'));
	}
	for (i = 0; i < COUNT(none); i++)
		assert_int_equal(scope_parse(&s, t.db, t.mem, none[i]),
		    RC_NOT_FOUND);
	for (i = 0; i < COUNT(bad); i++)
		assert_int_equal(scope_parse(&s, t.db, t.mem, bad[i]),
		    RC_INVALID);
}

static void
a_grant_that_means_nothing_is_refused(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct scope call = { "call", CALL, PLATFORM };
	struct scope all = { "installation", 0, 0 };
	struct scope dossier = { "dossier", PROJECT, PLATFORM };

	(void)state;
	why.mem = t.mem;
	assert_int_equal(grant_add(t.db, t.mem, DORA, "king", &call, 0, NULL,
	    TEST_NOW, &why), RC_INVALID);
	assert_int_equal(grant_add(t.db, t.mem, DORA, "elu", &all, 0, NULL,
	    TEST_NOW, &why), RC_INVALID);
	assert_int_equal(grant_add(t.db, t.mem, DORA, "wiki-administrator",
	    &call, 0, NULL, TEST_NOW, &why), RC_INVALID);
	assert_int_equal(grant_add(t.db, t.mem, DORA, "wiki-administrator",
	    &dossier, 0, NULL, TEST_NOW, &why), RC_INVALID);
	assert_int_equal(grant_add(t.db, t.mem, DORA, "agent", &call, TEST_NOW,
	    NULL, TEST_NOW, &why), RC_INVALID);
	assert_int_equal(why.count, 5);
	assert_int_equal(grant_add(t.db, t.mem, 999, "agent", &call, 0, NULL,
	    TEST_NOW, &why), RC_NOT_FOUND);
	assert_int_equal(grant_add(t.db, t.mem, DORA, "elu", &call, 0, NULL,
	    TEST_NOW, &why), RC_OK);
}

static void
a_grant_given_twice_is_one_grant_with_the_last_end(void **state)
{
	struct grant *list;

	(void)state;
	give(DORA, "agent", "call", CALL, PLATFORM, TEST_NOW + 5);
	give(DORA, "agent", "call", CALL, PLATFORM, TEST_NOW + 9);
	assert_int_equal(grant_of_person(&list, t.db, t.mem, DORA), 1);
	assert_int_equal(list[0].ends_at, TEST_NOW + 9);
	assert_string_equal(list[0].person_name, "Dora");
	assert_string_equal(list[0].granted_by, "");
}

static void
the_last_administrator_stays(void **state)
{
	int64_t first, second;

	(void)state;
	first = give(DORA, "administrator", "platform", PLATFORM, PLATFORM, 0);
	assert_int_equal(grant_end(t.db, t.mem, first, &dora, TEST_NOW),
	    RC_CONFLICT);
	second = give(EMIL, "administrator", "platform", PLATFORM, PLATFORM, 0);
	assert_int_equal(grant_end(t.db, t.mem, first, &dora, TEST_NOW), RC_OK);
	assert_int_equal(grant_end(t.db, t.mem, first, &dora, TEST_NOW),
	    RC_NOT_FOUND);
	assert_int_equal(grant_end(t.db, t.mem, second, NULL, TEST_NOW), RC_OK);
}

static void
a_list_of_grants_pages_by_key(void **state)
{
	struct grant_filter f = { .platform_id = PLATFORM };
	struct grant *list;
	size_t n, total = 0;

	(void)state;
	give(DORA, "agent", "platform", PLATFORM, PLATFORM, 0);
	give(EMIL, "agent", "call", CALL, PLATFORM, 0);
	give(EMIL, "decider", "platform", PLATFORM, PLATFORM, 0);
	give(EMIL, "agent", "platform", PLATFORM_2, PLATFORM_2, 0);
	while ((n = grant_list(&list, t.db, t.mem, &f, 2)) > 0) {
		total += n;
		f.after_role = list[n - 1].role;
		f.after_id = list[n - 1].id;
	}
	assert_int_equal(total, 3);
	f = (struct grant_filter){ .platform_id = PLATFORM, .role = "agent" };
	assert_int_equal(grant_list(&list, t.db, t.mem, &f, 9), 2);
	f.scope_kind = "call";
	assert_int_equal(grant_list(&list, t.db, t.mem, &f, 9), 1);
	f = (struct grant_filter){ .role = "agent" };
	assert_int_equal(grant_list(&list, t.db, t.mem, &f, 9), 3);
	give(DORA, "agent", "territory", COTE_OUEST, 0, 0);
	give(DORA, "agent", "territory", SAINT_LEU, 0, 0);
	assert_int_equal(grant_above(&list, t.db, t.mem, PLATFORM), 1);
}

static void
every_answer_has_its_sentence(void **state)
{
	struct object o = object(OBJECT_APPLICATION), d = object(OBJECT_DOSSIER);
	struct person p = dora;
	const char *text;
	bool may;

	(void)state;
	text = right_explain(t.db, t.mem, &dora, RIGHT_APPLICATION_REVIEW, &o,
	    &may);
	assert_false(may);
	assert_non_null(strstr(text, "membre du comité"));
	assert_non_null(strstr(text, "n’a aucun rôle"));
	give(DORA, "evaluator", "call", CALL, PLATFORM, 0);
	text = right_explain(t.db, t.mem, &dora, RIGHT_APPLICATION_REVIEW, &o,
	    &may);
	assert_true(may);
	assert_non_null(strstr(text, "Quartiers en transition 2027"));
	text = right_explain(t.db, t.mem, &dora, RIGHT_APPLICATION_DECIDE, &o,
	    &may);
	assert_false(may);
	assert_non_null(strstr(text, "Ses rôles"));
	text = right_explain(t.db, t.mem, NULL, RIGHT_QUEUE, &o, &may);
	assert_false(may);
	p.id = MEMBER;
	text = right_explain(t.db, t.mem, &p, RIGHT_DOSSIER_READ, &d, &may);
	assert_true(may);
	assert_non_null(strstr(text, "Compost péi"));
	give(MEMBER, "evaluator", "call", CALL, PLATFORM, 0);
	text = right_explain(t.db, t.mem, &p, RIGHT_APPLICATION_REVIEW, &o,
	    &may);
	assert_false(may);
	assert_non_null(strstr(text, "son organisation"));
	world_sql(&t, "INSERT INTO conflict (application_id, person_id, kind, at)"
	    " VALUES (1, 4, 'declared', 1795435200)");
	text = right_explain(t.db, t.mem, &dora, RIGHT_APPLICATION_REVIEW, &o,
	    &may);
	assert_false(may);
	assert_non_null(strstr(text, "23\302\240novembre 2026"));
	text = right_explain(t.db, t.mem, &dora, RIGHT_DOSSIER_EDIT, &d, &may);
	assert_false(may);
	assert_non_null(strstr(text, "porteur"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_role_gives_its_rights_inside_its_scope_and_none_outside),
		TEST(without_a_role_nothing_is_allowed),
		TEST(the_table_names_every_role_and_every_right),
		TEST(nobody_may_only_what_is_public),
		TEST(an_address_not_proved_gives_nothing),
		TEST(a_role_ends_at_its_time),
		TEST(a_territory_s_role_stays_on_its_platform),
		TEST(a_narrow_territory_does_not_cover_the_platform),
		TEST(only_the_installation_s_administrators_have_the_installation),
		TEST(holders_have_their_dossier_and_no_more),
		TEST(an_organisation_is_seen_by_members_and_managed_by_its_administrators),
		TEST(a_declared_conflict_takes_all_away_whatever_the_roles),
		TEST(nobody_instructs_what_they_carry),
		TEST(a_committee_does_not_see_its_own_but_an_agent_does),
		TEST(a_list_is_whole_or_filtered),
		TEST(a_scope_is_read_and_written_the_same),
		TEST(a_grant_that_means_nothing_is_refused),
		TEST(a_grant_given_twice_is_one_grant_with_the_last_end),
		TEST(the_last_administrator_stays),
		TEST(a_list_of_grants_pages_by_key),
		TEST(every_answer_has_its_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
