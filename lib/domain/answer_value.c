/*
 * Values to canonical JSON and back.
 * It reads nothing that a person typed: see answer_read.c.
 */
#include "config.h"

#include "domain/answer_part.h"

#include <string.h>

#include "base/date.h"
#include "domain/decimal.h"

/* Canonical text of an object whose reference is taken, in mem. */
static const char *
finish(struct mem *mem, struct json_object *o)
{
	struct buf b = BUF_INIT;
	const char *text;

	json_canonical(&b, o);
	text = mem_strndup(mem, b.data, b.len);
	buf_release(&b);
	json_object_put(o);
	return text;
}

/* --- writing -------------------------------------------------------------- */

static struct json_object *
plan_object(const struct plan *plan)
{
	struct json_object *o = json_object_new_object();
	struct json_object *costs = json_object_new_array();
	struct json_object *sources = json_object_new_array();
	size_t i;

	for (i = 0; i < plan->cost_count; i++) {
		struct json_object *line = json_object_new_object();

		json_put_text(line, "label", plan->costs[i].label);
		json_put_int(line, "amount_cents", plan->costs[i].amount_cents);
		json_object_array_add(costs, line);
	}
	for (i = 0; i < plan->source_count; i++) {
		struct json_object *line = json_object_new_object();

		json_put_text(line, "funder", plan->sources[i].name);
		json_put_text(line, "kind", plan->sources[i].kind);
		json_put_int(line, "asked_cents", plan->sources[i].asked_cents);
		json_object_array_add(sources, line);
	}
	json_put(o, "costs", costs);
	json_put(o, "sources", sources);
	return o;
}

static struct json_object *
moments_object(const struct value *v)
{
	struct json_object *list = json_object_new_array();
	size_t i;

	for (i = 0; i < v->count; i++) {
		struct json_object *o = json_object_new_object();

		json_put_text(o, "label", v->moments[i].label);
		json_put_text(o, "date", v->moments[i].day);
		json_object_array_add(list, o);
	}
	return list;
}

static struct json_object *
degrees_object(int64_t e6)
{
	/* Exact: six decimals are far inside a double. */
	return json_object_new_double((double)e6 / 1000000.0);
}

/* What these write in an arena, in room that json-c copies. */
static void
decimal_text(char *out, size_t size, int64_t n, int decimals)
{
	struct mem *mem = mem_new();

	snprintf(out, size, "%s", decimal_plain(mem, n, decimals));
	mem_free(mem);
}

static void
time_text(char *out, size_t size, int64_t at)
{
	struct mem *mem = mem_new();

	snprintf(out, size, "%s", date_rfc3339(mem, at));
	mem_free(mem);
}

struct json_object *
value_object(const struct form_field *f, const struct value *v)
{
	struct json_object *o;
	char text[40];
	size_t i;

	switch (f->type) {
	case FORM_INTEGER:
	case FORM_MONEY:
	case FORM_PERCENTAGE:
		return json_object_new_int64(v->number);
	case FORM_YES_NO:
	case FORM_CHECKBOX:
		return json_object_new_boolean(v->number != 0);
	case FORM_MULTI_CHOICE:
	case FORM_RANKING:
	case FORM_LINKED_CHOICE:
		o = json_object_new_array();
		for (i = 0; i < v->count; i++)
			json_object_array_add(o,
			    json_object_new_string(v->list[i]));
		return o;
	case FORM_ORGANISATION:
		o = json_object_new_object();
		json_put_text(o, v->siret != NULL ? "siret" : "rna",
		    v->siret != NULL ? v->siret : v->rna);
		return o;
	case FORM_POINT:
		o = json_object_new_array();
		json_object_array_add(o, degrees_object(v->lon_e6));
		json_object_array_add(o, degrees_object(v->lat_e6));
		return o;
	case FORM_FUNDING_PLAN:
		return plan_object(v->plan);
	case FORM_STEPS_SCHEDULE:
		return moments_object(v);
	case FORM_PERIOD:
	case FORM_PERSON:
	case FORM_ADDRESS:
	case FORM_INDICATOR:
	case FORM_REPEAT:
	case FORM_TABLE:
		return part_object(f, v);
	case FORM_SHAPE:
		return drawing_json(v->drawing);
	case FORM_DECIMAL:
		decimal_text(text, sizeof(text), v->number, f->decimals);
		return json_object_new_string(text);
	case FORM_DATE_TIME:
		time_text(text, sizeof(text), v->number);
		return json_object_new_string(text);
	default:
		return json_object_new_string(v->text);
	}
}

const char *
value_json(struct mem *mem, const struct form_field *f, const struct value *v)
{
	if (!v->given)
		return NULL;
	return finish(mem, value_object(f, v));
}

const char *
typed_json(struct mem *mem, const struct typed *typed)
{
	struct json_object *o = json_object_new_object();
	struct json_object *list = json_object_new_array();

	for (; typed != NULL; typed = typed->next) {
		struct json_object *pair = json_object_new_array();

		json_object_array_add(pair,
		    json_object_new_string(typed->part));
		json_object_array_add(pair,
		    json_object_new_string(typed->text));
		json_object_array_add(list, pair);
	}
	json_put(o, "typed", list);
	return finish(mem, o);
}

/* --- reading -------------------------------------------------------------- */

static bool
parse_plan(struct value *v, struct mem *mem, struct json_object *o)
{
	struct json_object *costs = json_array(o, "costs");
	struct json_object *sources = json_array(o, "sources");
	struct plan *plan = v->plan = MEM_NEW(mem, struct plan);
	size_t i;

	plan->cost_count = json_count(costs);
	plan->source_count = json_count(sources);
	plan->costs = MEM_ARRAY(mem, plan->cost_count + 1, struct plan_cost);
	plan->sources = MEM_ARRAY(mem, plan->source_count + 1,
	    struct plan_source);
	for (i = 0; i < plan->cost_count; i++) {
		struct json_object *line = json_at(costs, i);

		plan->costs[i].label = mem_strdup(mem,
		    json_text_or(line, "label", ""));
		plan->costs[i].amount_cents = json_int(line, "amount_cents", 0);
		plan->cost_cents += plan->costs[i].amount_cents;
	}
	for (i = 0; i < plan->source_count; i++) {
		struct json_object *line = json_at(sources, i);

		plan->sources[i].name = mem_strdup(mem,
		    json_text_or(line, "funder", ""));
		plan->sources[i].kind = mem_strdup(mem,
		    json_text_or(line, "kind", "public"));
		plan->sources[i].asked_cents = json_int(line, "asked_cents", 0);
		plan->asked_cents += plan->sources[i].asked_cents;
	}
	return costs != NULL && sources != NULL;
}

static bool
parse_moments(struct value *v, struct mem *mem, struct json_object *o)
{
	size_t i;

	v->count = json_count(o);
	v->moments = MEM_ARRAY(mem, v->count + 1, struct moment);
	for (i = 0; i < v->count; i++) {
		v->moments[i].label = mem_strdup(mem,
		    json_text_or(json_at(o, i), "label", ""));
		v->moments[i].day = mem_strdup(mem,
		    json_text_or(json_at(o, i), "date", ""));
	}
	return json_is(o, json_type_array);
}

static bool
parse_list(struct value *v, struct mem *mem, struct json_object *o)
{
	size_t i;

	v->count = json_count(o);
	v->list = MEM_ARRAY(mem, v->count + 1, const char *);
	for (i = 0; i < v->count; i++) {
		v->list[i] = mem_strdup(mem, json_at_text(o, i));
		if (v->list[i] == NULL)
			return false;
	}
	return json_is(o, json_type_array);
}

static int64_t
degrees(struct json_object *o)
{
	double d = json_object_get_double(o) * 1000000.0;

	return (int64_t)(d < 0 ? d - 0.5 : d + 0.5);
}

bool
value_of_object(struct value *v, struct mem *mem, const struct form_field *f,
    struct json_object *o)
{
	switch (f->type) {
	case FORM_INTEGER:
	case FORM_MONEY:
	case FORM_PERCENTAGE:
		v->number = json_object_get_int64(o);
		return json_is(o, json_type_int);
	case FORM_YES_NO:
		v->number = json_object_get_boolean(o);
		return json_is(o, json_type_boolean);
	case FORM_CHECKBOX:
		v->number = 1;
		return json_is(o, json_type_boolean) &&
		    json_object_get_boolean(o);
	case FORM_MULTI_CHOICE:
	case FORM_RANKING:
		return parse_list(v, mem, o);
	case FORM_LINKED_CHOICE:
		return parse_list(v, mem, o) &&
		    (v->count == 1 || v->count == 2);
	case FORM_ORGANISATION:
		v->siret = mem_strdup(mem, json_text(o, "siret"));
		v->rna = mem_strdup(mem, json_text(o, "rna"));
		return v->siret != NULL || v->rna != NULL;
	case FORM_POINT:
		v->lon_e6 = degrees(json_at(o, 0));
		v->lat_e6 = degrees(json_at(o, 1));
		return json_count(o) == 2;
	case FORM_FUNDING_PLAN:
		return parse_plan(v, mem, o);
	case FORM_STEPS_SCHEDULE:
		return parse_moments(v, mem, o);
	case FORM_PERIOD:
	case FORM_PERSON:
	case FORM_ADDRESS:
	case FORM_INDICATOR:
	case FORM_REPEAT:
	case FORM_TABLE:
		return part_of_object(v, mem, f, o);
	case FORM_SHAPE:
		v->drawing = MEM_NEW(mem, struct drawing);
		return drawing_parse(v->drawing, mem, o);
	case FORM_DECIMAL:
		return json_is(o, json_type_string) && decimal_parse(&v->number,
		    f->decimals, json_object_get_string(o));
	case FORM_DATE_TIME:
		return json_is(o, json_type_string) && date_parse_time(
		    &v->number, json_object_get_string(o), NULL);
	default:
		if (!json_is(o, json_type_string))
			return false;
		v->text = mem_strdup(mem, json_object_get_string(o));
		return f->type != FORM_DATE ||
		    date_parse_unix(&v->number, v->text);
	}
}

bool
value_parse(struct value *v, struct mem *mem, const struct form_field *f,
    const char *json)
{
	struct json_object *o = NULL;

	*v = (struct value){ 0 };
	if (json == NULL ||
	    json_parse(&o, json, strlen(json), 16, NULL) != RC_OK)
		return false;
	v->given = value_of_object(v, mem, f, o);
	json_object_put(o);
	return v->given;
}

struct typed *
typed_parse(struct mem *mem, const char *json)
{
	struct typed *first = NULL, **last = &first;
	struct json_object *o = NULL, *list;
	size_t i;

	if (json == NULL || strncmp(json, "{\"typed\":", 9) != 0 ||
	    json_parse(&o, json, strlen(json), 16, NULL) != RC_OK)
		return NULL;
	list = json_array(o, "typed");
	for (i = 0; i < json_count(list); i++) {
		const char *part = json_at_text(json_at(list, i), 0);
		const char *text = json_at_text(json_at(list, i), 1);

		if (part == NULL || text == NULL)
			continue;
		*last = MEM_NEW(mem, struct typed);
		(*last)->part = mem_strdup(mem, part);
		(*last)->text = mem_strdup(mem, text);
		last = &(*last)->next;
	}
	json_object_put(o);
	return first;
}

const char *
typed_get(const struct typed *typed, const char *part)
{
	for (; typed != NULL; typed = typed->next)
		if (strcmp(typed->part, part) == 0)
			return typed->text;
	return NULL;
}
