/*
 * A small platform for unit tests: territory, themes, people, an organisation,
 * a form, a call with three stages, put by SQL as somebody with the file would.
 */
#ifndef TESTS_WORLD_H
#define TESTS_WORLD_H

#include "tests/unit/test.h"

#include "base/rand.h"
#include "domain/person.h"
#include "domain/platform.h"

enum { COTE_OUEST = 1, SAINT_LEU, LE_PORT, SAINT_DENIS };
enum { PLATFORM = 1 };
enum { THEME_COMPOST = 1, THEME_VELO };
enum { ANNE = 1, BRUNO, CLARA };	/* holder, agent, another holder */
enum { TCO = 1, ASSOCIATION };		/* organisations */
enum { CALL = 1, CALL_CLOSED, CALL_OTHER_THEME };
enum { STAGE_DEPOSIT = 1, STAGE_CHECK, STAGE_COMMITTEE };

static const struct person anne = { .id = ANNE, .email = "anne@terreau.example",
    .name = "Anne Técher", .lang = "fr", .confirmed_at = 1 };
static const struct person bruno = { .id = BRUNO,
    .email = "bruno@terreau.example", .name = "Bruno Payet", .lang = "fr",
    .confirmed_at = 1 };

/* As somebody with the file in their hands would. */
static inline void
world_sql(struct test_state *t, const char *sql)
{
	char command[256];
	FILE *f;

	snprintf(command, sizeof(command), "%s/world.sql", t->dir);
	f = fopen(command, "w");
	assert_non_null(f);
	fputs(sql, f);
	assert_int_equal(fclose(f), 0);
	snprintf(command, sizeof(command), "cd %s && sqlite3 -bail terreau.db "
	    "'.read world.sql'", t->dir);
	assert_int_equal(system(command), 0);
}

static inline void
world_make(struct test_state *t)
{
	rand_seed(11);
	test_state_make(t);
	world_sql(t,
	    "PRAGMA foreign_keys = ON;"
	    "INSERT INTO territory (id, kind, code, name, folded, parent_id, siren)"
	    " VALUES (1, 'epci', '249740101', 'Territoire de la Côte Ouest',"
	    " 'territoire de la cote ouest', NULL, '249740101'),"
	    " (2, 'commune', '97413', 'Saint-Leu', 'saint-leu', 1, NULL),"
	    " (3, 'commune', '97407', 'Le Port', 'le port', 1, NULL),"
	    " (4, 'commune', '97411', 'Saint-Denis', 'saint-denis', NULL, NULL);"
	    "INSERT INTO territory_within VALUES (1,1,1),(2,2,0),(2,1,1),(3,3,0),"
	    " (3,1,1),(4,4,0);"
	    "INSERT INTO territory_term (term, territory_id, weight) VALUES"
	    " ('saint leu', 2, 34), ('leu', 2, 33), ('97413', 2, 34),"
	    " ('le port', 3, 32), ('saint denis', 4, 150);"
	    "INSERT INTO person (id, email, name, created_at, confirmed_at) VALUES"
	    " (1, 'anne@terreau.example', 'Anne Técher', 0, 1),"
	    " (2, 'bruno@terreau.example', 'Bruno Payet', 0, 1),"
	    " (3, 'clara@terreau.example', 'Clara Hoarau', 0, 1);"
	    "INSERT INTO organisation (id, slug, kind, name, folded, siret,"
	    " created_at) VALUES (1, 'tco', 'public',"
	    " 'Territoire de la Côte Ouest', 'territoire de la cote ouest',"
	    " '24974010100037', 0), (2, 'compost-peï', 'association',"
	    " 'Compost péi', 'compost pei', '00021425400013', 0);"
	    "INSERT INTO membership VALUES (2, 1, 'administrator', NULL, 0);"
	    "INSERT INTO platform (id, slug, name, territory_id, facet_kind,"
	    " time_zone, service_name, service_address, service_email,"
	    " service_phone, created_at, loaded_at) VALUES (1, 'cte',"
	    " 'Transition Ouest', 1, 'commune', 'Indian/Reunion',"
	    " 'Mission transition', '97420 Le Port', 'transition@terreau.example',"
	    " '02 61 91 07 40', 0, 0);"
	    "INSERT INTO theme (id, platform_id, key, label, position) VALUES"
	    " (1, 1, 'economie-circulaire', 'Économie circulaire', 1),"
	    " (2, 1, 'air-mobilite', 'Air et mobilité', 2);"
	    "INSERT INTO call (id, uuid, platform_id, slug, title, funder_id,"
	    " territory_id, status, opens_at, closes_at, silence, silence_months,"
	    " remedies, decision_days, max_rate_percent, created_at) VALUES"
	    " (1, 'u1', 1, 'quartiers-2027', 'Quartiers en transition 2027', 1, 1,"
	    " 'published', 1790000000, 1800000000, 'reject', 8,"
	    " 'Recours dans les deux mois.', 60, 80, 0),"
	    " (2, 'u2', 1, 'quartiers-2025', 'Quartiers en transition 2025', 1, 1,"
	    " 'published', 1740000000, 1760000000, 'reject', 8, 'Recours.', 60,"
	    " 80, 0),"
	    " (3, 'u3', 1, 'velo', 'À vélo', 1, 1, 'published', 1790000000, NULL,"
	    " 'none', 0, '', NULL, NULL, 0);"
	    "INSERT INTO call_theme VALUES (3, 2);"
	    "INSERT INTO stage (id, call_id, position, key, label, kind) VALUES"
	    " (1, 1, 0, 'depot', 'Dépôt', 'proposition'),"
	    " (2, 1, 1, 'eligibilite', 'Éligibilité', 'decision'),"
	    " (3, 1, 2, 'priorisation', 'Priorisation', 'decision');"
	    "INSERT INTO criterion (id, stage_id, position, key, label, weight)"
	    " VALUES (1, 3, 0, 'technique', 'Technique', 100);");
}

/* The platform as platform_load gives it. */
static inline struct platform *
world_platform(void)
{
	static struct theme themes[] = {
		{ THEME_COMPOST, "economie-circulaire", "Économie circulaire", 1 },
		{ THEME_VELO, "air-mobilite", "Air et mobilité", 2 } };
	static struct platform platform = { .id = PLATFORM, .slug = "cte",
	    .name = "Transition Ouest", .lang = "fr",
	    .time_zone = "Indian/Reunion", .territory_id = COTE_OUEST,
	    .facet_kind = "commune",
	    .territory_name = "Territoire de la Côte Ouest",
	    .service_name = "Mission transition",
	    .service_address = "97420 Le Port",
	    .service_email = "transition@terreau.example",
	    .service_phone = "02 61 91 07 40", .settings = "{}",
	    .themes = themes, .theme_count = 2 };

	return &platform;
}

/* The form of the cte platform as revision 1, its supplement as revision 2. */
enum { FORM_REVISION = 1, SUPPLEMENT_REVISION };

static inline void
world_forms(struct test_state *t)
{
	const char *top = getenv("TOP_SRCDIR");
	char sql[2048];

	snprintf(sql, sizeof(sql),
	    "INSERT INTO form (id, platform_id, key, label) VALUES"
	    " (1, 1, 'projet', 'Projet'), (2, 1, 'quartiers-2027', 'Quartiers');"
	    "INSERT INTO form_revision (id, form_id, number, definition_json,"
	    " sha256, published_at) VALUES (1, 1, 1, CAST(readfile("
	    "'%s/platforms/cte/forms/projet.json') AS TEXT), 'f1', 1),"
	    " (2, 2, 1, CAST(readfile("
	    "'%s/platforms/cte/forms/quartiers-2027.json') AS TEXT), 'f2', 1);"
	    "UPDATE call SET form_id = 1, settings_json ="
	    " '{\"supplement\":\"quartiers-2027\"}' WHERE id = 1;"
	    "UPDATE call SET form_id = 1 WHERE id > 1;"
	    "INSERT INTO reference_list (platform_id, key, label, loaded_at)"
	    " VALUES (1, 'odd', 'Objectifs', 0);",
	    top == NULL ? "." : top, top == NULL ? "." : top);
	world_sql(t, sql);
}

/* A number that a query gives, asked from outside. */
static inline int64_t
world_count(struct test_state *t, const char *what)
{
	char line[64], command[1024];
	int64_t n;
	FILE *f;

	snprintf(command, sizeof(command), "cd %s && sqlite3 terreau.db \"%s\""
	    " > count", t->dir, what);
	assert_int_equal(system(command), 0);
	snprintf(command, sizeof(command), "%s/count", t->dir);
	f = fopen(command, "r");
	assert_non_null(f);
	assert_non_null(fgets(line, sizeof(line), f));
	n = strtoll(line, NULL, 10);
	fclose(f);
	return n;
}

#endif
