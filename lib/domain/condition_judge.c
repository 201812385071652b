/*
 * Conditions judged: three values, so that a question not answered yet is
 * neither a yes nor a no. It looks only backwards, so it cannot go round.
 */
#include "config.h"

#include "domain/condition_private.h"

#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/answer_judge.h"
#include "domain/territory.h"

struct judge {
	const struct answers *answers;
	enum verdict	 hidden;	/* of what looks at what is not asked */
};

static enum verdict
of_bool(bool yes)
{
	return yes ? VERDICT_YES : VERDICT_NO;
}

static enum verdict
not(enum verdict v)
{
	return v == VERDICT_OPEN ? VERDICT_OPEN : of_bool(v == VERDICT_NO);
}

/* --- territories ---------------------------------------------------------- */

/* What was looked up for one condition and one answer: pages judge often. */
struct inside {
	const struct condition *of;
	const char	*code;
	bool		 is;
	struct inside	*next;
};

static bool
look_inside(const struct condition *c, const struct answers *a,
    const char *level, const char *code)
{
	struct territory *place, *outer;
	size_t i;

	if (territory_by_code(&place, a->db, a->mem, level, code) != RC_OK)
		return false;
	for (i = 0; i < c->count; i++) {
		int64_t id = 0;

		if (strcmp(c->texts[i], "platform") == 0)
			id = a->platform == NULL ? 0
			    : a->platform->territory_id;
		else if (territory_by_address(&outer, a->db, a->mem,
		    c->texts[i]) == RC_OK)
			id = outer->id;
		if (id != 0 && territory_contains(a->db, id, place->id))
			return true;
	}
	return false;
}

static enum verdict
within(const struct condition *c, const struct answers *a,
    const struct answer *answer)
{
	const char *code = answer->value.text;
	struct inside *seen;

	if (a->db == NULL || a->inside == NULL || code == NULL)
		return VERDICT_OPEN;
	for (seen = a->inside->next; seen != NULL; seen = seen->next)
		if (seen->of == c && strcmp(seen->code, code) == 0)
			return of_bool(seen->is);
	seen = MEM_NEW(a->mem, struct inside);
	*seen = (struct inside){ c, code, look_inside(c, a,
	    answer->field->level, code), a->inside->next };
	a->inside->next = seen;
	return of_bool(seen->is);
}

void
answers_inside_init(struct answers *a)
{
	a->inside = MEM_NEW(a->mem, struct inside);
}

/* --- texts ---------------------------------------------------------------- */

static bool
is_one(const struct condition *c, const char *text)
{
	size_t i;

	for (i = 0; i < c->count; i++)
		if (strcmp(text, c->texts[i]) == 0)
			return true;
	return false;
}

/* A choice of several has one of the keys; a text has the words, whatever
 * their accents and capitals. */
static bool
contains(const struct condition *c, const struct answers *a,
    const struct value *v)
{
	size_t i;

	if (c->kind == KIND_TEXT)
		return strstr(text_fold(a->mem, v->text), text_fold(a->mem,
		    c->texts[0])) != NULL;
	for (i = 0; i < v->count; i++)
		if (is_one(c, v->list[i]))
			return true;
	return false;
}

/* --- numbers -------------------------------------------------------------- */

struct fraction
condition_day(const struct condition *c, const struct answers *a, size_t i)
{
	switch (c->day) {
	case DAY_TODAY:
		return fraction_plus(rule_day(a, a->now), c->numbers[i]);
	case DAY_CALL_OPENS:
		return fraction_plus(rule_day(a, a->call_opens_at),
		    c->numbers[i]);
	case DAY_CALL_CLOSES:
		return fraction_plus(rule_day(a, a->call_closes_at),
		    c->numbers[i]);
	default:
		return c->numbers[i];
	}
}

static enum verdict
order(const struct condition *c, const struct answers *a, struct fraction n)
{
	struct fraction than = condition_day(c, a, 0);
	int way;

	if (!fraction_is(n) || !fraction_is(than))
		return VERDICT_OPEN;
	way = fraction_compare(n, than);
	switch (c->op) {
	case CONDITION_LESS:
	case CONDITION_BEFORE:
		return of_bool(way < 0);
	case CONDITION_AT_MOST:
		return of_bool(way <= 0);
	case CONDITION_MORE:
	case CONDITION_AFTER:
		return of_bool(way > 0);
	case CONDITION_AT_LEAST:
		return of_bool(way >= 0);
	case CONDITION_NOT_EQUALS:
		return of_bool(way != 0);
	default:
		return of_bool(way == 0);
	}
}

static enum verdict
one_number(const struct condition *c, const struct answers *a,
    struct fraction n)
{
	size_t i;

	if (c->op != CONDITION_ONE_OF)
		return order(c, a, n);
	for (i = 0; i < c->count; i++)
		if (fraction_compare(c->numbers[i], n) == 0)
			return VERDICT_YES;
	return fraction_is(n) ? VERDICT_NO : VERDICT_OPEN;
}

/* --- one comparison ------------------------------------------------------- */

static enum verdict
compare_text(const struct condition *c, const struct answers *a,
    const struct answer *answer)
{
	const struct value *v = &answer->value;

	if (c->op == CONDITION_WITHIN)
		return within(c, a, answer);
	if (c->kind == KIND_KEYS || c->op == CONDITION_CONTAINS)
		return of_bool(contains(c, a, v));
	return of_bool(is_one(c, v->text) == (c->op != CONDITION_NOT_EQUALS));
}

static enum verdict
compare(const struct judge *j, const struct condition *c)
{
	const struct answers *a = j->answers;
	const struct answer *answer = &a->of[c->field];
	bool given = answer->value.given || answer->files > 0;

	if (answer->asked == ASKED_NO)
		return c->op == CONDITION_ANSWERED ? of_bool(!c->yes)
		    : j->hidden;
	if (c->op == CONDITION_ANSWERED)
		return of_bool(given == c->yes);
	if (!given)
		return VERDICT_OPEN;
	if (c->counted)
		return order(c, a, fraction_make(rule_count(answer), 1));
	if (rule_kind_counts(c->kind))
		return one_number(c, a, rule_number(a, answer->field,
		    &answer->value));
	return compare_text(c, a, answer);
}

static enum verdict
judge_formula(const struct condition *c, const struct answers *a)
{
	struct fraction yes = formula_value(c->formula, a);

	return fraction_is(yes) ? of_bool(yes.num != 0) : VERDICT_OPEN;
}

static enum verdict
judge(const struct judge *j, const struct condition *c)
{
	enum verdict stop, v, result;
	size_t i;

	if (c->op == CONDITION_NOT)
		return not(judge(j, c->parts[0]));
	if (c->op == CONDITION_FORMULA)
		return judge_formula(c, j->answers);
	if (c->op != CONDITION_ALL && c->op != CONDITION_ANY)
		return compare(j, c);
	/* One "no" ends an "all", one "yes" an "any". */
	stop = c->op == CONDITION_ALL ? VERDICT_NO : VERDICT_YES;
	result = not(stop);
	for (i = 0; i < c->part_count; i++) {
		v = judge(j, c->parts[i]);
		if (v == stop)
			return stop;
		if (v == VERDICT_OPEN)
			result = VERDICT_OPEN;
	}
	return result;
}

enum verdict
condition_judge(const struct condition *c, const struct answers *answers)
{
	const struct judge j = { answers, VERDICT_NO };

	return judge(&j, c);
}

enum verdict
condition_judge_rule(const struct condition *c, const struct answers *answers)
{
	const struct judge j = { answers, VERDICT_OPEN };

	return judge(&j, c);
}

/* --- for the browser ------------------------------------------------------ */

/* As the person types it: euros, per cents, days. */
static const char *
as_typed(const struct condition *c, const struct answers *a, size_t i)
{
	const struct form_field *f = &a->form->fields[c->field];
	struct fraction n;

	if (c->counted)
		return fraction_plain(a->mem, c->numbers[i], 0);
	switch (c->kind) {
	case KIND_NUMBER:
		n = f->type == FORM_PERCENTAGE ? fraction_times(c->numbers[i],
		    fraction_make(100, 1)) : c->numbers[i];
		return fraction_plain(a->mem, n, 6);
	case KIND_MONEY:
		return fraction_plain(a->mem, c->numbers[i], 2);
	case KIND_YES:
		return c->numbers[i].num != 0 ? "oui" : "non";
	case KIND_DAY:
		n = condition_day(c, a, i);
		return fraction_is(n) ? date_iso(a->mem, n.num * DATE_DAY)
		    : "";
	default:
		return c->texts[i];
	}
}

static struct json_object *
operands_json(const struct condition *c, const struct answers *a)
{
	struct json_object *list = json_object_new_array();
	size_t i;

	for (i = 0; i < c->count; i++)
		json_object_array_add(list,
		    json_object_new_string(as_typed(c, a, i)));
	return list;
}

static struct json_object *
known_json(enum verdict v)
{
	struct json_object *o = json_object_new_object();

	json_put_text(o, "op", "known");
	json_put_text(o, "value", v == VERDICT_YES ? "yes"
	    : v == VERDICT_NO ? "no" : "open");
	return o;
}

/* Has the browser what it takes: one control of this step, of a plain type? */
static bool
is_plain(const struct condition *c, const struct answers *a, size_t step)
{
	const struct form_field *f = &a->form->fields[c->field];

	if (c->op == CONDITION_FORMULA || f->step != step || f->formula != NULL)
		return false;
	switch (f->type) {
	case FORM_TEXT:
	case FORM_LONG_TEXT:
	case FORM_INTEGER:
	case FORM_MONEY:
	case FORM_PERCENTAGE:
	case FORM_DECIMAL:
	case FORM_DATE:
	case FORM_YES_NO:
	case FORM_CHOICE:
	case FORM_MULTI_CHOICE:
	case FORM_EMAIL:
	case FORM_PHONE:
	case FORM_URL:
	case FORM_PATTERN:
		return true;
	default:
		return false;
	}
}

struct json_object *
condition_json(const struct condition *c, const struct answers *a, size_t step,
    bool *known)
{
	struct json_object *o, *parts;
	size_t i;

	if (c->part_count == 0 && !is_plain(c, a, step)) {
		*known = true;
		return known_json(condition_judge(c, a));
	}
	o = json_object_new_object();
	json_put_text(o, "op", condition_names[c->op]);
	if (c->part_count == 0) {
		json_put_text(o, "field", a->form->fields[c->field].key);
		if (c->counted)
			json_put_bool(o, "counted", true);
		if (c->kind == KIND_NUMBER || c->kind == KIND_MONEY)
			json_put_bool(o, "number", true);
		if (c->kind == KIND_TEXT)
			json_put_bool(o, "text", true);
		if (c->op == CONDITION_ANSWERED)
			json_put_bool(o, "yes", c->yes);
		else
			json_put(o, "values", operands_json(c, a));
		return o;
	}
	parts = json_object_new_array();
	for (i = 0; i < c->part_count; i++)
		json_object_array_add(parts, condition_json(c->parts[i], a,
		    step, known));
	json_put(o, "parts", parts);
	return o;
}
