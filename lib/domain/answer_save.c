/*
 * Answers saved: what changed only, and never over what somebody else wrote
 * meanwhile. What maps to the project follows in the same transaction.
 */
#include "config.h"

#include "domain/answer.h"

#include <string.h>

#include "domain/element.h"
#include "domain/territory.h"

/* --- one answer ----------------------------------------------------------- */

struct saving {
	struct answers	*a;
	const struct person *who;
	int64_t		 now;
	bool		 changed;
	bool		 mapped;	/* something of the project changed */
	size_t		 judged;	/* so many fields, as answered now */
};

bool
value_number(const struct form_field *f, const struct value *v, int64_t *n)
{
	switch (f->type) {
	case FORM_INTEGER:
	case FORM_MONEY:
	case FORM_PERCENTAGE:
	case FORM_DECIMAL:
	case FORM_DATE_TIME:
	case FORM_YES_NO:
	case FORM_CHECKBOX:
		*n = v->number;
		return v->given;
	case FORM_DATE:
	case FORM_PERIOD:
		*n = v->number / 86400;
		return v->given;
	default:
		return false;
	}
}

static void
write_answer(struct saving *s, const struct form_field *f, const char *json,
    const struct value *v)
{
	struct answers *a = s->a;
	bool own = a->application_id != 0;
	int64_t owner = own ? a->application_id : a->dossier_id, n = 0;
	const char *key = answer_key(a, &a->of[f->index]);
	bool number = value_number(f, v, &n);

	s->changed = true;
	s->mapped |= f->maps_to != MAP_NONE && !a->of[f->index].foreign;
	if (json == NULL) {
		db_run(a->db, own ? Q_APPLICATION_ANSWER_DROP : Q_ANSWER_DROP,
		    I(owner, owner), T(key, key));
		return;
	}
	db_run(a->db, own ? Q_APPLICATION_ANSWER_PUT : Q_ANSWER_PUT,
	    I(owner, owner), T(key, key), T(value, json),
	    number ? I(number, n) : NIL(number), I(revision, a->revision + 1),
	    I(now, s->now), ID(person, s->who == NULL ? 0 : s->who->id));
}

static bool
same(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* The digest that answer_mark would give to that text. */
static bool
is_mark_of(struct mem *mem, const char *mark, const char *json)
{
	const struct answer of = { .json = json };

	return strcmp(mark, answer_mark(mem, &of)) == 0;
}

/* What was saved before may have opened or closed this question. */
static void
judge_until(struct saving *s, size_t end)
{
	if (s->judged >= end)
		return;
	answers_judge_fields(s->a, s->judged, end);
	s->judged = end;
}

/* What is calculated follows what was saved, in the same transaction. */
static void
save_calculated(struct saving *s)
{
	struct answers *a = s->a;
	const struct form_field *f;
	size_t i;

	for (i = 0; i < a->form->field_count; i++) {
		f = &a->form->fields[i];
		if (f->formula != NULL && !same(a->of[i].json,
		    a->of[i].stored))
			write_answer(s, f, a->of[i].json, &a->of[i].value);
	}
}

static void
save_one(struct saving *s, struct change *c)
{
	struct answer *now = &s->a->of[c->field->index];
	struct mem *mem = s->a->mem;
	const char *json, *error;
	struct value value;
	bool right;

	c->saved = c->conflict = false;
	if (c->refused || !form_asks(c->field) || c->field->type == FORM_FILES ||
	    c->field->formula != NULL)
		return;
	judge_until(s, c->field->index + 1);
	if (now->asked != ASKED_YES)
		return;
	right = c->json != NULL ? value_parse(&value, mem, c->field, c->json)
	    : value_read(&value, &error, s->a, c->field, c->typed);
	if (!right && c->json != NULL)
		return;
	json = right ? value_json(mem, c->field, &value)
	    : typed_json(mem, c->typed);
	if (same(json, now->json))
		return;
	if (c->mark != NULL) {
		if (is_mark_of(mem, c->mark, json))
			return;		/* left as its form showed it */
		if (!is_mark_of(mem, c->mark, now->json)) {
			c->conflict = true;
			return;
		}
	}
	write_answer(s, c->field, json, &value);
	c->saved = true;
	now->json = json;
	now->value = right ? value : (struct value){ 0 };
	now->typed = right ? NULL : c->typed;
	now->saved_at = s->now;
	if (c->field->index + 1 < s->judged)
		s->judged = c->field->index + 1;
}

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
map_organisation(struct saving *s, struct element *e)
{
	const struct value *v = mapped(s->a, MAP_ORGANISATION);
	struct db *db = s->a->db;
	struct stmt *st;
	int64_t id = 0;

	if (v == NULL)
		return;
	st = db_query(db, Q_ANSWER_ORGANISATION, T(siret, v->siret),
	    T(rna, v->rna));
	if (stmt_step(st)) {
		id = stmt_int(st, "id");
		e->holder_name = stmt_str(st, s->a->mem, "name");
	}
	stmt_done(st);
	if (id == 0 || e->owner_organisation_id != 0 || s->who == NULL ||
	    db_int(db, 0, Q_ANSWER_MEMBER, I(organisation, id),
	    I(person, s->who->id)) == 0)
		return;
	db_run(db, Q_ANSWER_OWN, I(organisation, id),
	    I(dossier, s->a->dossier_id));
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

static void
map_project(struct saving *s, int64_t element_id)
{
	struct answers *a = s->a;
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
	map_organisation(s, e);
	element_put(a->db, a->mem, e, s->now);
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

/* How far the dossier is, by its own form, whichever it was filled through. */
static enum rc
count_again(const struct answers *a)
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

/* --- the verb ------------------------------------------------------------- */

enum rc
answers_save(struct answers *a, struct change *changes, size_t n,
    const struct person *who, int64_t now)
{
	struct saving s = { .a = a, .who = who, .now = now };
	struct answers fresh;
	int64_t element_id = 0;
	struct stmt *st;
	bool trashed = true;
	enum rc rc;
	size_t i;

	rc = db_write_begin(a->db);
	if (rc != RC_OK)
		return rc;
	st = db_query(a->db, Q_ANSWER_DOSSIER, I(dossier, a->dossier_id));
	if (stmt_step(st)) {
		trashed = !stmt_null(st, "trashed_at");
		element_id = stmt_int(st, "element_id");
	}
	stmt_done(st);
	if (trashed)
		return db_write_end(a->db, RC_CONFLICT);
	/* What is stored now, under the lock: others may have written. */
	rc = answers_load(&fresh, a->db, a->mem, a->form, a->platform,
	    a->dossier_id, a->application_id);
	if (rc != RC_OK)
		return db_write_end(a->db, rc);
	fresh.call_opens_at = a->call_opens_at;
	fresh.call_closes_at = a->call_closes_at;
	*a = fresh;
	answers_at(a, now);
	s.judged = a->form->field_count;
	a->person_id = who == NULL ? 0 : who->id;
	for (i = 0; i < n; i++)
		save_one(&s, &changes[i]);
	answers_judge(a);
	save_calculated(&s);
	if (s.changed) {
		db_run(a->db, Q_ANSWER_DOSSIER_SAVED,
		    I(dossier, a->dossier_id), I(now, now));
		a->revision++;
	}
	if (s.changed && a->application_id == 0)
		rc = count_again(a);
	if (s.mapped && a->application_id == 0)
		map_project(&s, element_id);
	return db_write_end(a->db, rc);
}
