/*
 * The questions of a step as controls, each with what was typed, what is wrong
 * and what was asked to be corrected.
 * It reads no parameter itself: see sheet.c.
 */
#include "config.h"

#include "web/sheet.h"

#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "domain/form_condition.h"
#include "domain/money.h"

#define RADIOS		7	/* more options than that make a list */

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

/*
 * What the controls hold: sent and in conflict, or come back from a sign-in,
 * else stored.
 */
static const struct typed *
shown(const struct sheet *s, const struct answer *a)
{
	const struct change *c = change_of(s, a->field);
	struct mem *mem = s->req->mem;

	if (c != NULL && (c->conflict || c->refused))
		return c->typed;
	if (s->req->parked != NULL && param_get(s->req->parked,
	    mem_printf(mem, "b.%s", a->field->key)) != NULL)
		return typed_of(mem, s->req->parked, a->field->key);
	return a->typed != NULL ? a->typed
	    : value_typed(s->answers, a->field, &a->value);
}

static bool
is_chosen(const struct typed *typed, const char *key)
{
	for (; typed != NULL; typed = typed->next)
		if (*typed->part == '\0' && strcmp(typed->text, key) == 0)
			return true;
	return false;
}

/* --- around the control --------------------------------------------------- */

static const char *
hint(const struct sheet *s, const struct form_field *f)
{
	const char *limit;

	if (f->type != FORM_LONG_TEXT || s->req->mem == NULL)
		return f->hint;
	limit = mem_printf(s->req->mem, _("%s caractères au plus."),
	    money_number(s->req->mem, f->max_length, lang_get()));
	return f->hint == NULL ? limit
	    : mem_printf(s->req->mem, "%s %s", f->hint, limit);
}

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
	view_text(other, M_FIELD_OTHER_SAID, a->json == NULL
	    ? _("Cette réponse a été effacée ailleurs pendant que vous "
	    "écriviez. Enregistrez de nouveau pour garder la vôtre.")
	    : _("Cette réponse a été changée ailleurs pendant que vous "
	    "écriviez. Enregistrez de nouveau pour garder la vôtre ; "
	    "l’autre est :"));
	view_text(other, M_FIELD_OTHER_TEXT, a->typed != NULL
	    ? typed_get(a->typed, "")
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
		return _("Cette réponse est trop longue pour être enregistrée. "
		    "Raccourcissez-la.");
	return answer_error(s->answers, a);
}

static void
show_about(const struct sheet *s, struct view *v, const struct answer *a)
{
	const struct form_field *f = a->field;
	struct mem *mem = s->req->mem;
	struct view *mark;

	view_text(v, M_FIELD_ID, mem_printf(mem, "f-%s", f->key));
	view_text(v, M_FIELD_NAME, mem_printf(mem, "a.%s", f->key));
	view_text(v, M_FIELD_LABEL, f->label);
	if (!f->required && f->formula == NULL)
		view_show(v, M_FIELD_OPTIONAL);
	view_optional(v, M_FIELD_HINT, M_FIELD_HINT_TEXT, hint(s, f));
	view_optional(v, M_FIELD_ASKED, M_FIELD_ASKED_TEXT, asked(s, f));
	view_optional(v, M_FIELD_ERROR, M_FIELD_ERROR_TEXT, error(s, a));
	show_other(s, v, a);
	if (f->type == FORM_FILES || f->formula != NULL)
		return;
	mark = view_add(v, M_FIELD_MARK);
	view_text(mark, M_FIELD_MARK_NAME, mem_printf(mem, "b.%s", f->key));
	view_text(mark, M_FIELD_MARK_VALUE, answer_mark(mem, a));
}

static const char *
calculated_said(const struct sheet *s, const struct answer *a)
{
	return a->value.given ? value_text(s->answers, a->field, &a->value)
	    : _("Pas encore de valeur");
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
		if (f->formula != NULL)
			json_put_text(values, f->key, calculated_said(s, a));
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

/* --- controls ------------------------------------------------------------- */

static const char *
own(const struct typed *typed)
{
	const char *text = typed_get(typed, "");

	return text == NULL ? "" : text;
}

static void
show_text(struct view *row, const struct typed *typed, const char *type,
    const char *width, const char *autocomplete)
{
	struct view *v = view_add(row, M_FIELD_TEXT);

	view_text(v, M_FIELD_TYPE, type);
	view_text(v, M_FIELD_WIDTH, width);
	view_text(v, M_FIELD_VALUE, own(typed));
	view_optional(v, M_FIELD_AUTOCOMPLETE, M_FIELD_AUTOCOMPLETE_TEXT,
	    autocomplete);
}

static void
show_textarea(struct view *row, const struct form_field *f,
    const struct typed *typed)
{
	struct view *v = view_add(row, M_FIELD_TEXTAREA);

	view_text(v, M_FIELD_VALUE, own(typed));
	view_int(v, M_FIELD_ROWS, f->max_length <= 400 ? 3
	    : f->max_length <= 2000 ? 5 : 8);
}

static void
show_amount(struct view *row, const struct typed *typed, const char *unit,
    const char *said)
{
	struct view *v = view_add(row, M_FIELD_MONEY);

	view_text(v, M_FIELD_VALUE, own(typed));
	view_text(v, M_FIELD_UNIT, unit);
	view_text(v, M_FIELD_UNIT_SAID, said);
}

/* A day that a browser's own control could not show is kept as text. */
static void
show_date(struct view *row, const struct typed *typed)
{
	struct civil day;
	struct view *v;

	if (*own(typed) != '\0' && (!date_parse(&day, own(typed)) ||
	    own(typed)[4] != '-')) {
		show_text(row, typed, "text", "short", NULL);
		return;
	}
	v = view_add(row, M_FIELD_DATE);
	view_text(v, M_FIELD_VALUE, own(typed));
}

static void
add_option(struct view *v, const char *key, const char *label,
    const char *about, const struct typed *typed)
{
	struct view *option = view_add(v, M_FIELD_OPTIONS);

	view_text(option, M_OPTION_VALUE, key);
	view_text(option, M_OPTION_TEXT, label);
	view_optional(option, M_OPTION_HINT, M_OPTION_HINT_TEXT, about);
	if (is_chosen(typed, key))
		view_show(option, M_OPTION_CHOSEN);
}

static void
show_options(const struct sheet *s, struct view *row,
    const struct form_field *f, const struct typed *typed)
{
	const struct platform *p = s->req->platform;
	size_t n = f->options_are_themes ? p->theme_count : f->option_count, i;
	struct view *v;

	if (f->type == FORM_MULTI_CHOICE)
		v = view_add(row, M_FIELD_CHECKBOXES);
	else if (n <= RADIOS)
		v = view_add(row, M_FIELD_RADIOS);
	else {
		v = view_add(row, M_FIELD_SELECT);
		view_text(view_add(v, M_FIELD_EMPTY), M_FIELD_EMPTY_TEXT,
		    _("Choisissez"));
	}
	for (i = 0; i < n; i++) {
		if (f->options_are_themes)
			add_option(v, p->themes[i].key, p->themes[i].label,
			    NULL, typed);
		else
			add_option(v, f->options[i].key, f->options[i].label,
			    f->options[i].hint, typed);
	}
}

static void
show_yes_no(struct view *row, const struct typed *typed)
{
	struct view *v = view_add(row, M_FIELD_RADIOS);

	add_option(v, "oui", _("Oui"), NULL, typed);
	add_option(v, "non", _("Non"), NULL, typed);
}

static void
show_lookup(const struct sheet *s, struct view *row,
    const struct form_field *f, const struct typed *typed)
{
	struct view *v = view_add(row, M_FIELD_LOOKUP);
	const char *code = typed_get(typed, "code");

	view_text(v, M_FIELD_VALUE, own(typed));
	view_text(v, M_FIELD_CODE, code == NULL ? "" : code);
	view_text(v, M_FIELD_LOOKUP_URL, f->type == FORM_ORGANISATION
	    ? page_url(s->req, "deposer/organisations")
	    : page_url(s->req, "deposer/territoires?genre=%s", f->level));
	if (f->type == FORM_ORGANISATION) {
		const struct answer *a = &s->answers->of[f->index];

		if (a->value.given)
			view_text(view_add(v, M_FIELD_REUSED),
			    M_FIELD_REUSED_TEXT, value_text(s->answers, f,
			    &a->value));
	}
}

/* --- one field ------------------------------------------------------------ */

static void
show_control(const struct sheet *s, struct view *row,
    const struct form_field *f, const struct typed *typed)
{
	switch (f->type) {
	case FORM_LONG_TEXT:
		show_textarea(row, f, typed);
		break;
	case FORM_INTEGER:
		show_text(row, typed, "text", "short", NULL);
		break;
	case FORM_MONEY:
		show_amount(row, typed, "€", _("euros"));
		break;
	case FORM_PERCENTAGE:
		show_amount(row, typed, "%", _("pour cent"));
		break;
	case FORM_DATE:
		show_date(row, typed);
		break;
	case FORM_YES_NO:
		show_yes_no(row, typed);
		break;
	case FORM_CHOICE:
	case FORM_MULTI_CHOICE:
		show_options(s, row, f, typed);
		break;
	case FORM_EMAIL:
		show_text(row, typed, "email", "full", "email");
		break;
	case FORM_PHONE:
		show_text(row, typed, "tel", "short", "tel");
		break;
	case FORM_URL:
		show_text(row, typed, "url", "full", "url");
		break;
	case FORM_ORGANISATION:
	case FORM_TERRITORY:
		show_lookup(s, row, f, typed);
		break;
	case FORM_POINT:
		show_point(s, view_add(row, M_FIELD_POINT), typed);
		break;
	case FORM_FILES:
		show_files(s, row, f);
		break;
	case FORM_FUNDING_PLAN:
		show_plan(s, view_add(row, M_FIELD_PLAN), f, typed);
		break;
	case FORM_STEPS_SCHEDULE:
		show_schedule(s, view_add(row, M_FIELD_SCHEDULE), f, typed);
		break;
	default:
		show_text(row, typed, "text", "full", NULL);
	}
}

static void
show_calculated(const struct sheet *s, struct view *row,
    const struct answer *a)
{
	struct view *v = view_add(row, M_FIELD_CALCULATED);

	view_text(v, M_FIELD_VALUE, calculated_said(s, a));
	view_text(v, M_FIELD_KEY, a->field->key);
}

static void
show_field(const struct sheet *s, struct view *page, const struct answer *a)
{
	const struct form_field *f = a->field;
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
		view_show(row, f->type == FORM_HEADING ? M_FIELD_HEADING
		    : M_FIELD_EXPLANATION);
		return;
	}
	show_about(s, row, a);
	if (f->formula != NULL)
		show_calculated(s, row, a);
	else
		show_control(s, row, f, shown(s, a));
}

void
sheet_show_fields(const struct sheet *s, struct view *page)
{
	size_t i;

	for (i = 0; i < s->step->count; i++)
		show_field(s, page, &s->answers->of[s->step->first + i]);
}
