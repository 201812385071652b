/*
 * What answers say of the project: its title, place, dates, money; and how far
 * the dossier is. It saves no answer: see answer_save.c.
 */
#include "config.h"

#include "domain/answer_map.h"

#include <string.h>

#include "domain/element.h"
#include "domain/territory.h"

/* --- what maps to the project --------------------------------------------- */

static const struct value *
mapped(const struct answers *a, enum form_map map)
{
	const struct answer *answer = answers_mapped(a, map);

	return answer != NULL && answer->value.given && !answer->foreign &&
	    answer->asked == ASKED_YES ? &answer->value : NULL;
}

static const char *
mapped_text(const struct answers *a, enum form_map map, const char *otherwise)
{
	const struct value *v = mapped(a, map);

	return v == NULL ? otherwise : v->text;
}

static void
map_place(const struct answers *a, struct element *e)
{
	const struct answer *answer = answers_mapped(a, MAP_TERRITORY);
	const struct answer *pointed = answers_mapped(a, MAP_POINT);
	const struct value *point = mapped(a, MAP_POINT);
	struct territory *t = NULL;

	if (answer != NULL && answer->value.given && !answer->foreign &&
	    territory_by_code(&t, a->db, a->mem, answer->field->level,
	    answer->value.text) == RC_OK)
		e->territory_id = t->id;
	if (pointed == NULL || pointed->foreign)
		return;
	e->has_point = point != NULL;
	if (point != NULL) {
		e->lon_e6 = point->lon_e6;
		e->lat_e6 = point->lat_e6;
	}
}

/*
 * The body that carries the project gives it its name. It becomes the owner of
 * the dossier only when the person belongs to it.
 */
static void
map_organisation(const struct answers *a, struct element *e,
    const struct person *who)
{
	const struct value *v = mapped(a, MAP_ORGANISATION);
	struct db *db = a->db;
	struct stmt *st;
	int64_t id = 0;

	if (v == NULL)
		return;
	st = db_query(db, Q_ANSWER_ORGANISATION, T(siret, v->siret),
	    T(rna, v->rna));
	if (stmt_step(st)) {
		id = stmt_int(st, "id");
		e->holder_name = stmt_str(st, a->mem, "name");
	}
	stmt_done(st);
	if (id == 0 || e->owner_organisation_id != 0 || who == NULL ||
	    db_int(db, 0, Q_ANSWER_MEMBER, I(organisation, id),
	    I(person, who->id)) == 0)
		return;
	db_run(db, Q_ANSWER_OWN, I(organisation, id),
	    I(dossier, a->dossier_id));
	db_run(db, Q_ANSWER_OWN_ELEMENT, I(organisation, id),
	    I(element, e->id));
}

static void
map_money(const struct answers *a, const struct element *e)
{
	const struct value *plan = mapped(a, MAP_FUNDING);
	const struct value *cost = mapped(a, MAP_COST);

	if (plan != NULL)
		plan_put(a->db, a->mem, a->dossier_id, plan->plan);
	if (cost != NULL)
		db_run(a->db, Q_PLAN_COST_TOLD, I(element, e->id),
		    I(cost, cost->number));
	plan_refresh(a->db, e->id);
}

static void
map_milestones(const struct answers *a, const struct element *e)
{
	const struct value *v = mapped(a, MAP_MILESTONES);
	size_t i;

	if (v == NULL)
		return;
	db_run(a->db, Q_MILESTONE_DROP_PLANNED, I(element, e->id));
	for (i = 0; i < v->count; i++)
		db_run(a->db, Q_MILESTONE_PUT, I(element, e->id),
		    T(day, v->moments[i].day), T(label, v->moments[i].label));
}

void
answers_map(const struct answers *a, int64_t element_id,
    const struct person *who, int64_t now)
{
	const struct value *theme = mapped(a, MAP_THEME);
	const struct theme *known;
	struct element *e;

	if (element_load(&e, a->db, a->mem, element_id) != RC_OK)
		return;
	e->title = mapped_text(a, MAP_TITLE, e->title);
	e->summary = mapped_text(a, MAP_SUMMARY, e->summary);
	e->description = mapped_text(a, MAP_DESCRIPTION, e->description);
	e->starts_on = mapped_text(a, MAP_START, e->starts_on);
	e->ends_on = mapped_text(a, MAP_END, e->ends_on);
	known = theme == NULL || a->platform == NULL ? NULL
	    : platform_theme_by_key(a->platform, theme->text);
	if (known != NULL)
		e->theme_id = known->id;
	map_place(a, e);
	map_organisation(a, e, who);
	element_put(a->db, a->mem, e, now);
	map_milestones(a, e);
	map_money(a, e);
}

/* --- how far it is -------------------------------------------------------- */

static void
write_count(const struct answers *a)
{
	struct progress p;

	answers_progress(&p, a, NULL);
	db_run(a->db, Q_DOSSIER_PROGRESS, I(id, a->dossier_id),
	    I(asked, p.asked), I(answered, p.answered));
}

enum rc
answers_count(struct db *db, struct mem *mem, const struct form *form,
    int64_t platform_id, int64_t dossier_id)
{
	struct platform *platform;
	struct answers a;
	enum rc rc;

	rc = platform_load_id(&platform, db, mem, platform_id);
	if (rc == RC_OK)
		rc = answers_load(&a, db, mem, form, platform, dossier_id, 0);
	if (rc == RC_OK)
		write_count(&a);
	return rc;
}

enum rc
answers_count_again(const struct answers *a)
{
	const struct form *form;

	if (a->home_revision == 0) {
		write_count(a);
		return RC_OK;
	}
	if (form_get(&form, a->db, a->home_revision) != RC_OK)
		return RC_OK;
	return answers_count(a->db, a->mem, form, a->home_platform,
	    a->dossier_id);
}
