/*
 * The questions of a step as controls, each with what was typed, what is wrong
 * and what was asked to be corrected.
 * It reads no parameter itself: see sheet.c.
 */
#include "config.h"

#include "web/sheet_control.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/form_condition.h"

#define SHOWN_MAX	20000	/* characters of an answer that is refused */

/* --- what a field shows --------------------------------------------------- */

static const struct change *
change_of(const struct sheet *s, const struct form_field *f)
{
	size_t i;

	for (i = 0; i < s->change_count; i++)
		if (s->changes[i].field == f)
			return &s->changes[i];
	return NULL;
}

/* Of what was too long to be stored: some megabytes in a page help nobody. */
static const struct typed *
beginning(struct mem *mem, const struct typed *typed)
{
	struct typed *first = NULL, **last = &first;

	for (; typed != NULL; typed = typed->next) {
		*last = MEM_NEW(mem, struct typed);
		(*last)->part = typed->part;
		(*last)->text = text_truncate(mem, typed->text, SHOWN_MAX);
		last = &(*last)->next;
	}
	return first;
}

/*
 * What the controls hold: sent and in conflict, or come back from a sign-in,
 * else stored.
 */
static const struct typed *
shown(const struct sheet *s, const struct answer *a)
{
	const struct change *c = change_of(s, a->field);
	struct mem *mem = s->req->mem;

	if (c != NULL && c->refused)
		return beginning(mem, c->typed);
	if (c != NULL && c->conflict)
		return c->typed;
	if (s->req->parked != NULL && param_get(s->req->parked,
	    mem_printf(mem, "b.%s", a->field->key)) != NULL)
		return typed_of(mem, s->req->parked, a->field->key);
	return a->typed != NULL ? a->typed
	    : value_typed(s->answers, a->field, &a->value);
}

/* --- around the control --------------------------------------------------- */

static const char *
asked(const struct sheet *s, const struct form_field *f)
{
	const struct correction *c = s->correction;
	size_t i;

	for (i = 0; c != NULL && i < c->field_count; i++)
		if (strcmp(c->fields[i].key, f->key) == 0)
			return *c->fields[i].note != '\0' ? c->fields[i].note
			    : c->message;
	return NULL;
}

static void
show_other(const struct sheet *s, struct view *v, const struct answer *a)
{
	const struct change *c = change_of(s, a->field);
	struct view *other;

	if (c == NULL || !c->conflict)
		return;
	other = view_add(v, M_FIELD_OTHER);
	view_text(other, M_FIELD_OTHER_SAID, !answer_is_given(a)
	    ? _("Cette réponse a été effacée ailleurs pendant que vous "
	    "écriviez. Enregistrez de nouveau pour garder la vôtre.")
	    : _("Cette réponse a été changée ailleurs pendant que vous "
	    "écriviez. Enregistrez de nouveau pour garder la vôtre ; "
	    "l’autre est :"));
	view_text(other, M_FIELD_OTHER_TEXT, a->typed != NULL
	    ? typed_words(s->req->mem, a->typed)
	    : value_text(s->answers, a->field, &a->value));
}

static const char *
error(const struct sheet *s, const struct answer *a)
{
	const struct change *c = change_of(s, a->field);
	const char *text = problem_get(&s->why, a->field->key);

	if (text != NULL)
		return text;
	if (c != NULL && c->refused)
		return _("Cette réponse est trop longue pour être enregistrée : "
		    "seul son début est montré. Raccourcissez-la.");
	return answer_error(s->answers, a);
}

static void
show_about(const struct sheet *s, struct view *v, const struct answer *a)
{
	const struct form_field *f = a->field;
	struct mem *mem = s->req->mem;

	view_text(v, M_FIELD_ID, mem_printf(mem, "f-%s", f->key));
	view_text(v, M_FIELD_NAME, mem_printf(mem, "a.%s", f->key));
	view_text(v, M_FIELD_LABEL, f->label);
	if (!a->forbidden)
		control_show_note(s, v, f, f->required_if != NULL);
	view_optional(v, M_FIELD_HINT, M_FIELD_HINT_TEXT, a->forbidden
	    ? _("Vos autres réponses excluent cette question : ne répondez pas.")
	    : control_hint(mem, f));
	view_optional(v, M_FIELD_ASKED, M_FIELD_ASKED_TEXT, asked(s, f));
	view_optional(v, M_FIELD_ERROR, M_FIELD_ERROR_TEXT, error(s, a));
	show_other(s, v, a);
	control_show_origin(s, v, a);
}

static void
show_mark(const struct sheet *s, struct view *v, const struct answer *a)
{
	struct mem *mem = s->req->mem;
	struct view *mark;

	if (a->field->type == FORM_FILES || a->field->formula != NULL)
		return;
	mark = view_add(v, M_FIELD_MARK);
	view_text(mark, M_FIELD_MARK_NAME, mem_printf(mem, "b.%s",
	    a->field->key));
	view_text(mark, M_FIELD_MARK_VALUE, answer_mark(mem, a));
}

static const char *
condition_text(const struct sheet *s, const struct condition *c,
    const struct answer *a, bool *known)
{
	struct json_object *o = condition_json(c, s->answers, a->field->step,
	    known);
	const char *text = json_string(s->req->mem, o);

	json_object_put(o);
	return text;
}

/* What makes it shown and required, for conditions.js. */
static void
show_when(const struct sheet *s, struct view *v, const struct answer *a)
{
	const struct form_field *f = a->field;
	struct view *when, *required;
	bool known = false;

	if (f->visible_if == NULL && f->required_if == NULL)
		return;
	when = view_add(v, M_FIELD_WHEN);
	view_text(when, M_FIELD_WHEN_KEY, f->key);
	view_text(when, M_FIELD_WHEN_JSON, f->visible_if == NULL
	    ? "{\"op\":\"known\",\"value\":\"yes\"}"
	    : condition_text(s, f->visible_if, a, &known));
	if (a->asked != ASKED_YES)
		view_show(when, M_FIELD_AWAY);
	if (f->required_if == NULL)
		return;
	required = view_add(when, M_FIELD_REQUIRED);
	view_text(required, M_FIELD_REQUIRED_JSON, condition_text(s,
	    f->required_if, a, &known));
	if (a->required)
		view_show(required, M_FIELD_REQUIRED_NOW);
}

void
sheet_show_barriers(struct view *page, const struct barrier *barriers,
    size_t n)
{
	struct view *v = view_add(page, M_INELIGIBLE);
	size_t i;

	if (n == 0)
		view_show(v, M_INELIGIBLE_NONE);
	for (i = 0; i < n; i++)
		view_text(view_add(v, M_BARRIERS), M_BARRIER_TEXT,
		    barriers[i].text);
}

static struct json_object *
ineligible_json(const struct sheet *s)
{
	struct json_object *list = json_object_new_array();
	struct barrier *barriers;
	size_t n = answers_barriers(&barriers, s->answers), i;

	for (i = 0; i < n; i++)
		json_object_array_add(list,
		    json_object_new_string(barriers[i].text));
	return list;
}

/*
 * What an answer changed elsewhere in its step, for autosave.js: what the browser
 * cannot judge, what is calculated, what is wrong beside other fields.
 */
struct json_object *
sheet_judged(const struct sheet *s)
{
	struct json_object *all = json_object_new_object();
	struct json_object *rules = json_object_new_object();
	struct json_object *values = json_object_new_object();
	struct json_object *beside = json_object_new_object();
	size_t i;

	for (i = s->step->first; i < s->step->first + s->step->count; i++) {
		const struct answer *a = &s->answers->of[i];
		const struct form_field *f = a->field;
		struct json_object *rule = json_object_new_object();
		bool known = false;

		if (f->visible_if != NULL)
			json_put(rule, "when", condition_json(f->visible_if,
			    s->answers, f->step, &known));
		if (f->required_if != NULL)
			json_put(rule, "required", condition_json(
			    f->required_if, s->answers, f->step, &known));
		if (known)
			json_put(rules, f->key, json_object_get(rule));
		json_object_put(rule);
		if (f->calculates)
			calculated_put_items(s, values, a, shown(s, a));
		if (f->formula != NULL)
			json_put_text(values, mem_printf(s->req->mem, "a.%s",
			    f->key), calculated_said(s, f, &a->value));
		else if (form_asks(f) && answer_is_given(a))
			json_put_text(beside, f->key, answer_error(s->answers,
			    a));
	}
	json_put(all, "ineligible", ineligible_json(s));
	json_put(all, "rules", rules);
	json_put(all, "calculated", values);
	json_put(all, "beside", beside);
	return all;
}

/* --- one field ------------------------------------------------------------ */

static const char *
heading_of(const struct form_field *f)
{
	return f->type == FORM_EXPLANATION ? M_FIELD_EXPLANATION
	    : f->depth <= 1 ? M_FIELD_HEADING
	    : f->depth == 2 ? M_FIELD_SUBHEADING : M_FIELD_MINOR_HEADING;
}

static void
show_field(const struct sheet *s, struct view *page, const struct answer *a)
{
	const struct form_field *f = a->field;
	const struct control c = { s, f, form_asks(f) ? shown(s, a) : NULL,
	    mem_printf(s->req->mem, "f-%s", f->key),
	    mem_printf(s->req->mem, "a.%s", f->key), NULL };
	struct view *row;

	if (f->block != NULL) {
		row = view_add(page, M_FIELDS);
		view_text(row, M_FIELD_LABEL, f->block);
		view_show(row, M_FIELD_HEADING);
	}
	row = view_add(page, M_FIELDS);
	show_when(s, row, a);
	if (!form_asks(f)) {
		view_text(row, M_FIELD_LABEL, f->label);
		view_show(row, heading_of(f));
		return;
	}
	show_mark(s, row, a);
	if (f->type == FORM_REPEAT) {
		row = control_show_repeat(&c, row);
		show_about(s, row, a);
		return;
	}
	show_about(s, row, a);
	if (f->formula != NULL)
		view_text(view_add(row, M_FIELD_CALCULATED), M_FIELD_VALUE,
		    calculated_said(s, f, &a->value));
	else
		control_show(&c, row);
}

static bool
requires_inside(const struct form_field *f)
{
	size_t i;

	for (i = 0; i < f->inner_count; i++)
		if (f->inner[i].required || requires_inside(&f->inner[i]))
			return true;
	return false;
}

/* Which is rarer among the questions asked here is marked; of one kind only,
 * nothing is. */
static void
choose_marks(struct sheet *s, struct view *page)
{
	size_t i, required = 0, optional = 0;
	bool inside = false;

	for (i = s->step->first; i < s->step->first + s->step->count; i++) {
		const struct answer *a = &s->answers->of[i];

		if (!form_asks(a->field) || a->field->formula != NULL ||
		    a->asked != ASKED_YES)
			continue;
		required += a->required;
		optional += !a->required;
		inside |= requires_inside(a->field);
	}
	s->marks_required = required < optional;
	if (s->marks_required)
		view_text(view_add(page, M_FIELDS_NOTE), M_FIELDS_NOTE_TEXT,
		    required == 0 && !inside
		    ? _("Toutes ces questions sont facultatives.")
		    : _("Seules les questions marquées « obligatoire » "
		    "attendent une réponse."));
}

void
sheet_show_fields(struct sheet *s, struct view *page)
{
	size_t i;

	choose_marks(s, page);
	for (i = 0; i < s->step->count; i++)
		show_field(s, page, &s->answers->of[s->step->first + i]);
}
