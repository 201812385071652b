/*
 * An instruction to test on: the world, its people of the service, a grid, and
 * applications put in any state.
 */
#ifndef TESTS_BENCH_H
#define TESTS_BENCH_H

#include "tests/unit/world.h"

#include "domain/act.h"
#include "domain/application.h"

enum { EVA = 10, ERIC, FANNY, DENIS };	/* three evaluators, a decider */

static const struct person eva = { .id = EVA, .email = "eva@terreau.example",
    .name = "Eva Grondin", .lang = "fr", .confirmed_at = 1 };
static const struct person eric = { .id = ERIC,
    .email = "eric@terreau.example", .name = "Éric Lebon", .lang = "fr",
    .confirmed_at = 1 };
static const struct person fanny = { .id = FANNY,
    .email = "fanny@terreau.example", .name = "Fanny Boyer", .lang = "fr",
    .confirmed_at = 1 };
static const struct person denis = { .id = DENIS,
    .email = "denis@terreau.example", .name = "Denis Dijoux", .lang = "fr",
    .confirmed_at = 1 };

static inline struct act
by(const struct person *who)
{
	return (struct act){ .who = who, .now = TEST_NOW,
	    .holder_url = "https://ouest.example/mes-projets/x",
	    .service_url = "https://ouest.example/instruction/x" };
}

/* World plus people; the grid 25, 20, 30, 25 on 1/3/5 at STAGE_COMMITTEE,
 * criteria 1…4; eligibility has two points and two outcomes. */
static inline void
bench_make(struct test_state *t)
{
	world_make(t);
	world_sql(t,
	    "PRAGMA foreign_keys = ON;"
	    "DELETE FROM criterion;"
	    "INSERT INTO criterion (id, stage_id, position, key, label, weight)"
	    " VALUES (1, 3, 1, 'priorite', 'Priorité politique', 25),"
	    " (2, 3, 2, 'risques', 'Maîtrise des risques', 20),"
	    " (3, 3, 3, 'usagers', 'Bénéfice pour les usagers', 30),"
	    " (4, 3, 4, 'retour', 'Retour sur investissement', 25);"
	    "INSERT INTO criterion_level SELECT c.id, v.column1, v.column2, ''"
	    " FROM criterion AS c, (VALUES (1, 'faible'), (3, 'moyenne'),"
	    " (5, 'forte')) AS v;"
	    "UPDATE stage SET quorum = 2 WHERE id = 3;"
	    "UPDATE call SET envelope_cents = 10000000, settings_json ="
	    " '{\"stages\":[{\"key\":\"eligibilite\",\"checks\":["
	    "{\"key\":\"territoire\",\"label\":\"Dans le territoire\"},"
	    "{\"key\":\"taux\",\"label\":\"Taux respecté\"}],\"outcomes\":["
	    "{\"key\":\"eligible\",\"label\":\"Éligible\",\"advances\":true},"
	    "{\"key\":\"non\",\"label\":\"Non éligible\",\"advances\":false}]}]}'"
	    " WHERE id = 1;"
	    "INSERT INTO person (id, email, name, created_at, confirmed_at) VALUES"
	    " (10, 'eva@terreau.example', 'Eva Grondin', 0, 1),"
	    " (11, 'eric@terreau.example', 'Éric Lebon', 0, 1),"
	    " (12, 'fanny@terreau.example', 'Fanny Boyer', 0, 1),"
	    " (13, 'denis@terreau.example', 'Denis Dijoux', 0, 1);"
	    "INSERT INTO membership VALUES (2, 12, 'member', NULL, 0);"
	    "INSERT INTO role_grant (person_id, role, scope_kind, scope_id,"
	    " platform_id, granted_at) VALUES (2, 'agent', 'platform', 1, 1, 0),"
	    " (10, 'evaluator', 'platform', 1, 1, 0),"
	    " (11, 'evaluator', 'platform', 1, 1, 0),"
	    " (12, 'evaluator', 'platform', 1, 1, 0),"
	    " (13, 'decider', 'platform', 1, 1, 0);");
}

/*
 * Application `id` (its dossier and element too) of the association, asking
 * 45 000 € of 60 000 €, in that state at that stage of CALL.
 */
static inline struct application *
bench_application(struct test_state *t, int id, const char *title,
    const char *state, int stage)
{
	struct application *app;
	char sql[2400];

	snprintf(sql, sizeof(sql),
	    "PRAGMA foreign_keys = ON;"
	    "INSERT INTO element (id, uuid, platform_id, kind, slug, title,"
	    " territory_id, theme_id, holder_name, owner_organisation_id,"
	    " cost_cents, created_at, updated_at) VALUES (%d, 'e%d', 1,"
	    " 'project', 'p%d', '%s', 2, 1, 'Compost péi', 2, 6000000, 0, 0);"
	    "INSERT INTO dossier (id, element_id, platform_id,"
	    " owner_organisation_id, created_at, updated_at)"
	    " VALUES (%d, %d, 1, 2, 0, 0);"
	    "INSERT INTO plan_cost (dossier_id, position, label, amount_cents)"
	    " VALUES (%d, 1, 'Travaux', 6000000);"
	    "INSERT INTO application (id, number, dossier_id, call_id,"
	    " platform_id, state, stage_id, tray, requested_cents, created_at,"
	    " submitted_at, waiting_since, title, folded, holder_name) VALUES"
	    " (%d, 'TCO-2026-%05d', %d, 1, 1, '%s', %d, 'to_instruct', 4500000,"
	    " 0, %lld, %lld, '%s', lower('%s'), 'Compost péi');",
	    id, id, id, title, id, id, id, id, id, id, state, stage,
	    (long long)TEST_NOW - 10 * 86400 + id,
	    (long long)TEST_NOW - 10 * 86400 + id, title, title);
	world_sql(t, sql);
	assert_int_equal(application_load(&app, t->db, t->mem, id), RC_OK);
	return app;
}

/* As it is now. */
static inline struct application *
reload(struct test_state *t, int64_t id)
{
	struct application *app;

	assert_int_equal(application_load(&app, t->db, t->mem, id), RC_OK);
	return app;
}

#endif
