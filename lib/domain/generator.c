/*
 * The generator: people, organisations, projects with their plans, applications,
 * actions and indicators, in batches.
 * It writes rows directly, not through the verbs of real life: volumes matter
 * here, not stories (those are in platforms/<slug>/demo).
 */
#include "config.h"

#include "domain/generator.h"

#include <string.h>

#include "base/rand.h"
#include "base/text.h"
#include "domain/element.h"
#include "domain/journal.h"
#include "domain/plan.h"

#define BATCH		1000
#define LONG_LOG	((int64_t)64 * 1024 * 1024)	/* bytes */
#define EPCI_COUNT	158
#define DAY		86400

static const char *const themes[][2] = {
	{ "chaleur", "Chaleur renouvelable" },
	{ "circulaire", "Économie circulaire et déchets" },
	{ "mobilite", "Air et mobilité" },
	{ "batiments", "Bâtiments" },
	{ "formation", "Communication et formation" },
	{ "demarches", "Démarches territoriales énergie et climat" },
	{ "friches", "Sites pollués et friches urbaines" },
	{ "recherche", "Recherche" },
};
#define THEMES	(sizeof(themes) / sizeof(themes[0]))

static const char *const verbs[] = { "Rénover", "Composter", "Relier à vélo",
	"Planter", "Chauffer au bois", "Partager", "Réparer", "Dépolluer",
	"Équiper en solaire", "Cultiver" };
static const char *const things[] = { "l’école", "le quartier de la gare",
	"la halle", "le centre-bourg", "les jardins", "la zone d’activité",
	"le gymnase", "la friche", "les berges", "le marché" };
static const char *const funders[] = { "Agence de la transition",
	"Région", "Département", "Banque des territoires",
	"Agence de l’eau", "Fonds européen" };

/* Where projects are, out of 100: published states with and without a call. */
static const struct {
	int		 share;
	const char	*state;		/* of the element */
	const char	*app_state;	/* NULL: not presented */
	const char	*tray;
} fates[] = {
	{ 8, "draft", NULL, NULL },
	{ 17, "listening", NULL, NULL },
	{ 12, "submitted", "submitted", "to_instruct" },
	{ 10, "under_review", "under_review", "committee" },
	{ 4, "under_review", "under_review", "holder" },
	{ 9, "refused", "refused", "decided" },
	{ 12, "accepted", "accepted", "decided" },
	{ 10, "funded", "accepted", "decided" },
	{ 12, "in_progress", "accepted", "decided" },
	{ 6, "completed", "accepted", "decided" },
};

struct making {
	struct db		*db;
	struct mem		*mem;	/* of the whole; row_mem is reset */
	struct mem		*row_mem;
	const struct generator	*how;
	int64_t			 platform_id, call_id, stage_id;
	int64_t			 theme_ids[THEMES];
	int64_t			*communes;
	size_t			 commune_count;
	int64_t			 first_organisation, organisation_count;
	int64_t			 first_indicator, indicator_count;
	int64_t			 done, total;
};

/* Run one(i) for i in 0…n-1, BATCH to a transaction. */
static enum rc
in_batches(struct making *m, int64_t n, void (*one)(struct making *, int64_t))
{
	enum rc rc = RC_OK;
	int64_t i = 0, last;

	while (rc == RC_OK && i < n) {
		rc = db_write_begin(m->db);
		if (rc != RC_OK)
			return rc;
		for (last = i + BATCH; i < n && i < last; i++) {
			one(m, i);
			mem_reset(m->row_mem);
		}
		rc = db_write_commit(m->db);
		m->done += BATCH;
		/* No job runner yet: the log would grow past the data. */
		if (rc == RC_OK && db_wal_bytes(m->db) > LONG_LOG)
			db_checkpoint(m->db);
		if (m->how->progress != NULL)
			m->how->progress(m->done, m->total);
	}
	return rc;
}

static enum rc
make_platform(struct making *m, const char *slug)
{
	struct db *db = m->db;
	int64_t now = m->how->now;
	enum rc rc;
	size_t i;

	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	db_run(db, Q_GENERATOR_PLATFORM_ADD, T(slug, slug),
	    T(name, "Transition France"),
	    T(tagline, "Données inventées, pour mesurer"),
	    T(headline, "Ce que les territoires préparent"),
	    T(introduction, "Une plateforme inventée, à la taille des contrats "
	    "de transition écologique."), I(now, now));
	m->platform_id = db_last_id(db);
	for (i = 0; i < THEMES; i++) {
		db_run(db, Q_GENERATOR_THEME_ADD, I(platform, m->platform_id),
		    T(key, themes[i][0]), T(label, themes[i][1]),
		    I(palette, (int64_t)i + 1));
		m->theme_ids[i] = db_last_id(db);
	}
	db_run(db, Q_GENERATOR_CALL_ADD, T(uuid, element_uuid(m->mem, now)),
	    I(platform, m->platform_id), T(slug, "appel"),
	    T(title, "Contrats de transition écologique"),
	    T(promise, "Présentez votre projet"), I(opens, now - 400 * DAY),
	    I(closes, now + 400 * DAY));
	m->call_id = db_last_id(db);
	db_run(db, Q_GENERATOR_STAGE_ADD, I(call, m->call_id), I(position, 1),
	    T(key, "eligibilite"), T(label, "Éligibilité"),
	    T(kind, "decision"));
	m->stage_id = db_last_id(db);
	return db_write_commit(db);
}

static enum rc
find_communes(struct making *m)
{
	struct stmt *s = db_query(m->db, Q_GENERATOR_COMMUNES, I(epci, EPCI_COUNT));

	m->communes = MEM_ARRAY(m->mem, 20000, int64_t);
	while (m->commune_count < 20000 && stmt_step(s))
		m->communes[m->commune_count++] = stmt_int(s, "id");
	stmt_done(s);
	return m->commune_count == 0 ? RC_NOT_FOUND : RC_OK;
}

static void
make_person(struct making *m, int64_t i)
{
	db_run(m->db, Q_GENERATOR_PERSON_ADD, T(email, mem_printf(m->row_mem,
	    "personne-%lld-%lld@demo.invalid", (long long)m->platform_id,
	    (long long)i)), T(name, mem_printf(m->row_mem, "Personne %lld",
	    (long long)i)), I(now, m->how->now));
}

static int64_t
any_commune(struct making *m)
{
	return m->communes[rand_below((uint32_t)m->commune_count)];
}

static void
make_organisation(struct making *m, int64_t i)
{
	static const char *const kinds[] = { "association", "company",
		"municipality", "public", "cooperative" };
	const char *name = mem_printf(m->row_mem, "Structure %lld",
	    (long long)i + 1);

	db_run(m->db, Q_GENERATOR_ORGANISATION_ADD, T(slug, mem_printf(m->row_mem,
	    "structure-%lld-%lld", (long long)m->platform_id, (long long)i)),
	    T(kind, kinds[rand_below(5)]), T(name, name),
	    T(folded, text_fold(m->row_mem, name)),
	    I(territory, any_commune(m)), I(now, m->how->now));
	if (i == 0)
		m->first_organisation = db_last_id(m->db);
}

static void
make_indicator(struct making *m, int64_t i)
{
	db_run(m->db, Q_GENERATOR_INDICATOR_ADD, I(platform, m->platform_id),
	    T(key, mem_printf(m->row_mem, "i%08lld", (long long)i)),
	    T(label, mem_printf(m->row_mem, "Indicateur %lld",
	    (long long)i + 1)), T(unit, "t par an"));
	if (i == 0)
		m->first_indicator = db_last_id(m->db);
}

static size_t
draw_fate(void)
{
	int roll = (int)rand_below(100);
	size_t i = 0;

	while (roll >= fates[i].share)
		roll -= fates[i++].share;
	return i;
}

static void
make_plan(struct making *m, int64_t element_id, int64_t dossier_id,
    size_t fate, int64_t cost)
{
	bool granted = strcmp(fates[fate].state, "funded") == 0 ||
	    strcmp(fates[fate].state, "in_progress") == 0 ||
	    strcmp(fates[fate].state, "completed") == 0;
	int64_t half = cost / 2;

	db_run(m->db, Q_GENERATOR_COST_ADD, I(dossier, dossier_id),
	    T(label, "Travaux"), I(cost, cost));
	db_run(m->db, Q_GENERATOR_SOURCE_ADD, I(dossier, dossier_id), I(position, 1),
	    T(funder, funders[rand_below(6)]), I(asked, half),
	    I(promised, 0), I(granted, granted ? half : 0));
	db_run(m->db, Q_GENERATOR_SOURCE_ADD, I(dossier, dossier_id), I(position, 2),
	    T(funder, funders[rand_below(6)]), I(asked, cost - half),
	    I(promised, rand_below(3) == 0 ? cost - half : 0), I(granted, 0));
	plan_refresh(m->db, element_id);
}

static void
make_application(struct making *m, const struct element *e, int64_t i,
    int64_t dossier_id, size_t fate, int64_t cost)
{
	int64_t at = e->created_at + 10 * DAY, id;
	bool decided = strcmp(fates[fate].tray, "decided") == 0;

	db_run(m->db, Q_GENERATOR_APPLICATION_ADD, T(number, mem_printf(m->row_mem,
	    "DEMO%lld-%07lld", (long long)m->platform_id, (long long)i + 1)),
	    I(dossier, dossier_id), I(call, m->call_id),
	    I(platform, m->platform_id), T(state, fates[fate].app_state),
	    I(stage, m->stage_id), T(tray, fates[fate].tray),
	    I(requested, cost / 2), I(granted, decided ? cost / 2 : 0),
	    I(at, at), I(taken, at + 5 * DAY),
	    ID(decided, decided ? at + (30 + (int64_t)rand_below(60)) * DAY : 0),
	    T(title, e->title), T(folded, text_fold(m->row_mem,
	    mem_printf(m->row_mem, "%s %s", e->title, e->holder_name))),
	    T(holder, e->holder_name));
	id = db_last_id(m->db);
	db_run(m->db, Q_APPLICATION_SEARCH_PUT, I(id, id));
	journal_append(m->db, &(struct journal_entry){
		.platform_id = m->platform_id, .at = at, .kind = "submit",
		.element_id = e->id, .application_id = id,
		.actor = "le porteur",
	});
}

static void
make_follow_up(struct making *m, int64_t element_id, int64_t i)
{
	int64_t target, goal = 10 + rand_below(990);

	if (i % CTE_PROJECTS < CTE_ACTIONS)
		db_run(m->db, Q_GENERATOR_ACTION_ADD, I(element, element_id),
		    T(title, "Mettre en œuvre"), T(status, "in_progress"),
		    I(progress, rand_below(101)));
	if (i % 2 != 0)
		return;
	db_run(m->db, Q_GENERATOR_TARGET_ADD, I(element, element_id),
	    I(indicator, m->first_indicator +
	    rand_below((uint32_t)m->indicator_count)), I(goal, goal));
	target = db_last_id(m->db);
	db_run(m->db, Q_GENERATOR_MEASUREMENT_ADD, I(target, target),
	    T(day, "2025-12-31"), I(value, goal / 4), I(now, m->how->now),
	    I(validated, m->how->now));
	db_run(m->db, Q_GENERATOR_MEASUREMENT_ADD, I(target, target),
	    T(day, "2026-06-30"), I(value, goal / 2), I(now, m->how->now),
	    I(validated, m->how->now));
}

static void
make_project(struct making *m, int64_t i)
{
	size_t fate = draw_fate();
	int64_t at = m->how->now - (int64_t)rand_below(900) * DAY - i % DAY;
	int64_t cost = (int64_t)(1 + rand_below(400)) * 250000, dossier_id;
	int64_t who = rand_below((uint32_t)m->organisation_count);
	const char *thing = things[rand_below(10)];
	const char *verb = verbs[rand_below(10)];
	struct element e = {
		.platform_id = m->platform_id, .kind = "project",
		.title = mem_printf(m->row_mem, "%s %s, projet %lld", verb,
		    thing, (long long)i + 1),
		.summary = mem_printf(m->row_mem, "%s %s avec les habitants, "
		    "pour moins de carbone et plus de liens.", verb, thing),
		.description = "Le projet réunit la commune, les associations "
		    "et les entreprises du territoire.",
		.territory_id = any_commune(m),
		.theme_id = m->theme_ids[rand_below(THEMES)],
		.state = fates[fate].state,
		.owner_organisation_id = m->first_organisation + who,
		.holder_name = mem_printf(m->row_mem, "Structure %lld",
		    (long long)who + 1),
		.origin = "demo",
		.created_at = at,
		.published_at = fate == 0 ? 0 : at,
	};

	element_create(m->db, m->row_mem, &e, at);
	db_run(m->db, Q_GENERATOR_DOSSIER_ADD, I(element, e.id),
	    I(platform, m->platform_id), I(organisation,
	    e.owner_organisation_id), I(now, at));
	dossier_id = db_last_id(m->db);
	make_plan(m, e.id, dossier_id, fate, cost);
	if (fates[fate].app_state != NULL)
		make_application(m, &e, i, dossier_id, fate, cost);
	make_follow_up(m, e.id, i);
}

enum rc
generator_run(struct db *db, const char *slug, const struct generator *how)
{
	int64_t scale = how->scale;
	struct making m = { .db = db, .how = how,
		.organisation_count = CTE_ORGANISATIONS * scale,
		.indicator_count = CTE_INDICATORS * scale,
		.total = (CTE_PEOPLE + CTE_ORGANISATIONS + CTE_INDICATORS +
		    CTE_PROJECTS) * scale };
	enum rc rc;

	rand_seed(how->seed);
	m.mem = mem_new();
	m.row_mem = mem_new();
	rc = find_communes(&m);
	if (rc == RC_OK)
		rc = make_platform(&m, slug);
	if (rc == RC_OK)
		rc = in_batches(&m, CTE_PEOPLE * scale, make_person);
	if (rc == RC_OK)
		rc = in_batches(&m, CTE_ORGANISATIONS * scale,
		    make_organisation);
	if (rc == RC_OK)
		rc = in_batches(&m, CTE_INDICATORS * scale, make_indicator);
	if (rc == RC_OK)
		rc = in_batches(&m, CTE_PROJECTS * scale, make_project);
	mem_free(m.row_mem);
	mem_free(m.mem);
	return rc;
}
