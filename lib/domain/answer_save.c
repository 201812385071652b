/*
 * Answers saved: what changed only, and never over what somebody else wrote
 * meanwhile; to the dossier, or to one application only. What follows in the
 * project is answer_map.c's.
 */
#include "config.h"

#include "domain/answer.h"

#include <string.h>

#include "domain/answer_map.h"

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

/* Is it the application's to keep? */
static bool
is_own(const struct answers *a, const struct answer *answer)
{
	return a->application_id != 0 || answer->particular;
}

static void
write_answer(struct saving *s, const struct form_field *f, const char *json,
    const struct value *v)
{
	struct answers *a = s->a;
	const struct answer *answer = &a->of[f->index];
	bool own = is_own(a, answer);
	int64_t owner = !own ? a->dossier_id : a->application_id != 0
	    ? a->application_id : a->over_id, n = 0;
	const char *key = answer_key(a, answer);
	bool number = value_number(f, v, &n);

	s->changed = true;
	s->mapped |= f->maps_to != MAP_NONE && !answer->foreign && !own;
	if (json == NULL) {
		db_run(a->db, own ? Q_APPLICATION_ANSWER_DROP : Q_ANSWER_DROP,
		    I(owner, owner), T(key, key));
		return;
	}
	if (own)
		db_run(a->db, Q_APPLICATION_ANSWER_PUT, I(owner, owner),
		    T(key, key), T(value, json), number ? I(number, n)
		    : NIL(number), I(revision, a->revision + 1), I(now, s->now),
		    ID(person, s->who == NULL ? 0 : s->who->id));
	else
		db_run(a->db, Q_ANSWER_PUT, I(owner, owner), T(key, key),
		    T(value, json), number ? I(number, n) : NIL(number),
		    I(revision, a->revision + 1), I(now, s->now),
		    ID(person, s->who == NULL ? 0 : s->who->id),
		    ID(call, a->call_id));
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

/* What the dossier says of a question that an application answers, or NULL. */
static const char *
under(const struct answer *now)
{
	return now->particular ? now->dossier_json
	    : now->inherited && now->value.given ? now->json : NULL;
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
	if (json == NULL && is_own(s->a, now) && under(now) != NULL)
		json = ANSWER_BLANK;
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
	/* Own questions say again what the dossier does: they follow it. */
	write_answer(s, c->field, s->a->application_id != 0 &&
	    same(json, under(now)) ? NULL : json, &value);
	c->saved = true;
	now->json = json;
	now->value = right ? value : (struct value){ 0 };
	now->typed = right ? NULL : c->typed;
	now->saved_at = s->now;
	if (c->field->index + 1 < s->judged)
		s->judged = c->field->index + 1;
}

/* --- the verb ------------------------------------------------------------- */

enum rc
answers_save(struct answers *a, struct change *changes, size_t n,
    const struct person *who, int64_t now)
{
	struct saving s = { .a = a, .who = who, .now = now };
	struct answers plain;
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
	rc = answers_reload(a, now);
	if (rc != RC_OK)
		return db_write_end(a->db, rc);
	s.judged = a->form->field_count;
	a->person_id = who == NULL ? 0 : who->id;
	for (i = 0; i < n; i++)
		save_one(&s, &changes[i]);
	answers_judge(a);
	/* What follows in the dossier knows nothing particular to a call. */
	if (a->over_id != 0 && s.changed) {
		plain = *a;
		plain.over_id = 0;
		rc = answers_reload(&plain, now);
		if (rc != RC_OK)
			return db_write_end(a->db, rc);
		s.a = &plain;
	}
	save_calculated(&s);
	if (s.changed) {
		db_run(a->db, Q_ANSWER_DOSSIER_SAVED,
		    I(dossier, a->dossier_id), I(now, now));
		a->revision++;
	}
	if (s.changed && a->application_id == 0)
		rc = answers_count_again(s.a);
	if (s.mapped && a->application_id == 0)
		answers_map(s.a, element_id, who, now);
	return db_write_end(a->db, rc);
}

/* --- otherwise for one call ----------------------------------------------- */

enum rc
answer_depart(struct answers *a, const struct form_field *f,
    const struct person *who, int64_t now)
{
	const struct answer *answer;
	enum rc rc = db_write_begin(a->db);

	if (rc != RC_OK)
		return rc;
	rc = answers_reload(a, now);
	answer = &a->of[f->index];
	if (rc == RC_OK && (a->over_id == 0 || answer->particular ||
	    answer->json == NULL || f->formula != NULL))
		rc = RC_NOT_FOUND;
	if (rc != RC_OK)
		return db_write_end(a->db, rc);
	db_run(a->db, Q_APPLICATION_ANSWER_PUT, I(owner, a->over_id),
	    T(key, f->key), T(value, answer->json), NIL(number),
	    I(revision, a->revision), I(now, now),
	    ID(person, who == NULL ? 0 : who->id));
	return db_write_end(a->db, answers_reload(a, now));
}

enum rc
answer_rejoin(struct answers *a, const struct form_field *f, int64_t now)
{
	enum rc rc = db_write_begin(a->db);

	if (rc != RC_OK)
		return rc;
	rc = answers_reload(a, now);
	if (rc == RC_OK && !a->of[f->index].particular)
		rc = RC_NOT_FOUND;
	if (rc != RC_OK)
		return db_write_end(a->db, rc);
	db_run(a->db, Q_APPLICATION_ANSWER_DROP, I(owner, a->over_id != 0
	    ? a->over_id : a->application_id), T(key, f->key));
	return db_write_end(a->db, answers_reload(a, now));
}
