/*
 * Conditions: three values, so that a question not answered yet is neither a
 * yes nor a no. It looks only backwards, so it cannot go round.
 */
#include "config.h"

#include "domain/form_condition.h"

#include <string.h>

#include "base/date.h"
#include "base/json.h"

static const char *const op_names[] = {
	[CONDITION_ALL] = "all", [CONDITION_ANY] = "any",
	[CONDITION_NOT] = "not", [CONDITION_EQUALS] = "equals",
	[CONDITION_NOT_EQUALS] = "not_equals", [CONDITION_ONE_OF] = "one_of",
	[CONDITION_CONTAINS] = "contains", [CONDITION_AT_LEAST] = "at_least",
	[CONDITION_AT_MOST] = "at_most", [CONDITION_ANSWERED] = "answered"
};

/* --- reading -------------------------------------------------------------- */

static bool	read_one(struct condition *, struct mem *, const struct form *,
    size_t, struct json_object *, int);

static bool
read_parts(struct condition *c, struct mem *mem, const struct form *form,
    size_t index, struct json_object *list, int depth)
{
	size_t i;

	c->part_count = json_count(list);
	c->parts = MEM_ARRAY(mem, c->part_count, struct condition);
	for (i = 0; i < c->part_count; i++)
		if (!read_one(&c->parts[i], mem, form, index, json_at(list, i),
		    depth + 1))
			return false;
	return c->part_count > 0;
}

static const char *
operand_text(struct mem *mem, struct json_object *o)
{
	if (json_is(o, json_type_boolean))
		return json_object_get_boolean(o) ? "true" : "false";
	return o == NULL ? NULL : mem_strdup(mem, json_object_get_string(o));
}

static bool
read_operand(struct condition *c, struct mem *mem, struct json_object *o)
{
	bool list = json_is(o, json_type_array);
	size_t i;

	c->text_count = list ? json_count(o) : 1;
	c->texts = MEM_ARRAY(mem, c->text_count, const char *);
	for (i = 0; i < c->text_count; i++) {
		c->texts[i] = operand_text(mem, list ? json_at(o, i) : o);
		if (c->texts[i] == NULL)
			return false;
	}
	if (json_is(o, json_type_int))
		c->number = json_object_get_int64(o);
	else if (json_is(o, json_type_boolean))
		c->number = json_object_get_boolean(o);
	else if (!list)
		date_parse_unix(&c->number, c->texts[0]);
	return c->text_count > 0;
}

static bool
read_comparison(struct condition *c, struct mem *mem, const struct form *form,
    size_t index, struct json_object *o)
{
	const char *key = json_text(o, "field");
	size_t i;
	int op;

	if (key == NULL)
		return false;
	for (i = 0; i < index; i++)
		if (strcmp(form->fields[i].key, key) == 0)
			break;
	if (i == index)
		return false;
	c->field = i;
	for (op = CONDITION_EQUALS; op <= CONDITION_ANSWERED; op++)
		if (json_has(o, op_names[op])) {
			c->op = (enum condition_op)op;
			return read_operand(c, mem, json_get(o, op_names[op]));
		}
	return false;
}

static bool
read_one(struct condition *c, struct mem *mem, const struct form *form,
    size_t index, struct json_object *o, int depth)
{
	struct json_object *not = json_dict(o, "not");

	if (depth > 8)
		return false;
	if (json_array(o, "all") != NULL) {
		c->op = CONDITION_ALL;
		return read_parts(c, mem, form, index, json_array(o, "all"),
		    depth);
	}
	if (json_array(o, "any") != NULL) {
		c->op = CONDITION_ANY;
		return read_parts(c, mem, form, index, json_array(o, "any"),
		    depth);
	}
	if (not == NULL)
		return read_comparison(c, mem, form, index, o);
	c->op = CONDITION_NOT;
	c->part_count = 1;
	c->parts = MEM_NEW(mem, struct condition);
	return read_one(c->parts, mem, form, index, not, depth + 1);
}

bool
condition_parse(struct condition **out, struct mem *mem,
    const struct form *form, size_t index, struct json_object **all, size_t n)
{
	struct condition *c = MEM_NEW(mem, struct condition);
	size_t i;

	*out = NULL;
	c->op = CONDITION_ALL;
	c->parts = MEM_ARRAY(mem, n, struct condition);
	for (i = 0; i < n; i++)
		if (all[i] != NULL && !read_one(&c->parts[c->part_count++], mem,
		    form, index, all[i], 0))
			return false;
	if (c->part_count > 0)
		*out = c->part_count == 1 ? c->parts : c;
	return true;
}

/* --- judging -------------------------------------------------------------- */

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

/* Is the value one of the operands? */
static bool
is_one(const struct condition *c, const struct form_field *f,
    const struct value *v)
{
	size_t i;

	switch (f->type) {
	case FORM_INTEGER:
	case FORM_MONEY:
	case FORM_PERCENTAGE:
	case FORM_YES_NO:
		return v->number == c->number;
	default:
		for (i = 0; v->text != NULL && i < c->text_count; i++)
			if (strcmp(v->text, c->texts[i]) == 0)
				return true;
		return false;
	}
}

static bool
contains(const struct condition *c, const struct value *v)
{
	size_t i;

	for (i = 0; i < v->count && v->list != NULL; i++)
		if (strcmp(v->list[i], c->texts[0]) == 0)
			return true;
	return v->list == NULL && v->text != NULL &&
	    strstr(v->text, c->texts[0]) != NULL;
}

static enum verdict
compare(const struct condition *c, const struct answers *answers)
{
	const struct answer *a = &answers->of[c->field];

	if (a->asked == ASKED_NO)
		return of_bool(c->op == CONDITION_ANSWERED && c->number == 0);
	if (c->op == CONDITION_ANSWERED)
		return of_bool((a->value.given || a->files > 0) ==
		    (c->number != 0));
	if (!a->value.given)
		return VERDICT_OPEN;
	switch (c->op) {
	case CONDITION_NOT_EQUALS:
		return of_bool(!is_one(c, a->field, &a->value));
	case CONDITION_CONTAINS:
		return of_bool(contains(c, &a->value));
	case CONDITION_AT_LEAST:
		return of_bool(a->value.number >= c->number);
	case CONDITION_AT_MOST:
		return of_bool(a->value.number <= c->number);
	default:
		return of_bool(is_one(c, a->field, &a->value));
	}
}

enum verdict
condition_judge(const struct condition *c, const struct answers *answers)
{
	enum verdict stop, v, result;
	size_t i;

	if (c->op == CONDITION_NOT)
		return not(condition_judge(c->parts, answers));
	if (c->op != CONDITION_ALL && c->op != CONDITION_ANY)
		return compare(c, answers);
	/* One "no" ends an "all", one "yes" an "any". */
	stop = c->op == CONDITION_ALL ? VERDICT_NO : VERDICT_YES;
	result = not(stop);
	for (i = 0; i < c->part_count; i++) {
		v = condition_judge(&c->parts[i], answers);
		if (v == stop)
			return stop;
		if (v == VERDICT_OPEN)
			result = VERDICT_OPEN;
	}
	return result;
}

/* --- for the browser ------------------------------------------------------ */

static struct json_object *
operand_json(const struct condition *c)
{
	struct json_object *list = json_object_new_array();
	size_t i;

	for (i = 0; i < c->text_count; i++)
		json_object_array_add(list,
		    json_object_new_string(c->texts[i]));
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

struct json_object *
condition_json(const struct condition *c, const struct answers *a, size_t step)
{
	const struct form_field *f = &a->form->fields[c->field];
	struct json_object *o, *parts;
	size_t i;

	if (c->part_count == 0 && f->step != step)
		return known_json(condition_judge(c, a));
	o = json_object_new_object();
	json_put_text(o, "op", op_names[c->op]);
	if (c->part_count == 0) {
		json_put_text(o, "field", f->key);
		json_put(o, "values", operand_json(c));
		return o;
	}
	parts = json_object_new_array();
	for (i = 0; i < c->part_count; i++)
		json_object_array_add(parts, condition_json(&c->parts[i], a,
		    step));
	json_put(o, "parts", parts);
	return o;
}
