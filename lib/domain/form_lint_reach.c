/*
 * Can a question ever be shown? Its conditions, and those of the questions they
 * look at, are put together until two exclude one another.
 * It is never wrong when it says no; it says yes when it does not know.
 */
#include "config.h"

#include "domain/form_lint.h"

#include <string.h>

#include "base/json.h"

#define DEPTH_MAX	24

/* What must hold, newest first; parts of the list are shared by alternatives. */
struct held {
	const struct held *before;
	size_t		 field;
	const char	*op;		/* "asked": its own conditions are in */
	struct json_object *value;
};

struct reach_walk {
	const struct lint_fields *fields;
	struct mem	*mem;
	int		 depth;
};

static bool	add(struct reach_walk *, const struct held **,
    struct json_object *, bool);

static bool
same(struct json_object *a, struct json_object *b)
{
	return a != NULL && b != NULL && json_object_equal(a, b) != 0;
}

static bool
in(struct json_object *list, struct json_object *value)
{
	size_t i;

	for (i = 0; i < json_count(list); i++)
		if (same(json_at(list, i), value))
			return true;
	return false;
}

/* Does a value of the question agree with one thing that must hold? */
static bool
agrees(const struct held *h, struct json_object *value)
{
	if (strcmp(h->op, "equals") == 0)
		return same(h->value, value);
	if (strcmp(h->op, "not_equals") == 0)
		return !same(h->value, value);
	if (strcmp(h->op, "one_of") == 0)
		return in(h->value, value);
	if (strcmp(h->op, "none_of") == 0)
		return !in(h->value, value);
	return true;
}

static bool
value_agrees(const struct held *held, size_t field, struct json_object *value)
{
	for (; held != NULL; held = held->before)
		if (held->field == field && !agrees(held, value))
			return false;
	return true;
}

/* A choice or a yes/no has some value that agrees with all. */
static bool
some_value(const struct reach_walk *w, const struct held *held, size_t field)
{
	const struct lint_field *f = &w->fields->rows[field];
	struct json_object *options = json_array(f->node, "options"), *key;
	bool found = false;
	size_t i;
	int yes;

	if (strcmp(f->type, "yes_no") == 0) {
		for (yes = 0; yes < 2 && !found; yes++) {
			key = json_object_new_boolean(yes);
			found = value_agrees(held, field, key);
			json_object_put(key);
		}
		return found;
	}
	if (strcmp(f->type, "choice") != 0 || options == NULL)
		return true;
	for (i = 0; i < json_count(options) && !found; i++)
		found = value_agrees(held, field, json_get(json_at(options, i),
		    "key"));
	return found;
}

/* Bounds that cross, an answer that must be there and must not. */
static bool
bounds_agree(const struct reach_walk *w, const struct held *held, size_t field)
{
	struct json_object *node = w->fields->rows[field].node;
	int64_t low = json_int(node, "min", INT64_MIN);
	int64_t high = json_int(node, "max", INT64_MAX), n;
	bool given = false, absent = false;

	for (; held != NULL; held = held->before) {
		if (held->field != field || strcmp(held->op, "asked") == 0)
			continue;
		if (strcmp(held->op, "answered") == 0) {
			*(json_object_get_boolean(held->value) ? &given
			    : &absent) = true;
			continue;
		}
		given = true;
		if (!json_is(held->value, json_type_int))
			continue;
		n = json_object_get_int64(held->value);
		if (strcmp(held->op, "at_most") != 0 && n > low &&
		    strcmp(held->op, "not_equals") != 0)
			low = n;
		if (strcmp(held->op, "at_least") != 0 && n < high &&
		    strcmp(held->op, "not_equals") != 0)
			high = n;
	}
	if (json_is(json_get(node, "min"), json_type_int) &&
	    strcmp(w->fields->rows[field].type, "multi_choice") == 0)
		return !(given && absent);
	return low <= high && !(given && absent);
}

static bool
is_asked(const struct held *held, size_t field)
{
	for (; held != NULL; held = held->before)
		if (held->field == field && strcmp(held->op, "asked") == 0)
			return true;
	return false;
}

static void
hold(struct reach_walk *w, const struct held **held, size_t field,
    const char *op, struct json_object *value)
{
	struct held *h = MEM_NEW(w->mem, struct held);

	*h = (struct held){ *held, field, op, value };
	*held = h;
}

/* The question must be asked: its conditions hold too. */
static bool
ask(struct reach_walk *w, const struct held **held, size_t field)
{
	size_t i;

	if (is_asked(*held, field))
		return true;
	hold(w, held, field, "asked", NULL);
	for (i = 0; i < 3; i++)
		if (!add(w, held, w->fields->rows[field].conditions[i], true))
			return false;
	return true;
}

static const char *
opposite(const char *op)
{
	static const char *const pairs[][2] = { { "equals", "not_equals" },
		{ "not_equals", "equals" }, { "one_of", "none_of" } };
	size_t i;

	for (i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (strcmp(pairs[i][0], op) == 0)
			return pairs[i][1];
	return NULL;
}

static bool
add_comparison(struct reach_walk *w, const struct held **held,
    struct json_object *c, bool yes)
{
	static const char *const ops[] = { "equals", "not_equals", "one_of",
		"at_least", "at_most", "answered", "contains" };
	int field = lint_field_of(w->fields, json_text_or(c, "field", ""));
	const char *op;
	size_t i;

	for (i = 0; field >= 0 && i < sizeof(ops) / sizeof(ops[0]); i++) {
		if (!json_has(c, ops[i]))
			continue;
		op = yes ? ops[i] : opposite(ops[i]);
		if (op == NULL)
			return true;
		if (strcmp(op, "answered") == 0 &&
		    !json_flag(c, "answered", true)) {
			hold(w, held, (size_t)field, op, json_get(c, ops[i]));
			return bounds_agree(w, *held, (size_t)field);
		}
		hold(w, held, (size_t)field, op, json_get(c, ops[i]));
		return some_value(w, *held, (size_t)field) &&
		    bounds_agree(w, *held, (size_t)field) &&
		    ask(w, held, (size_t)field);
	}
	return true;
}

/* One of several must hold; when only one can, it does. */
static bool
add_any(struct reach_walk *w, const struct held **held,
    struct json_object *list, bool yes)
{
	const struct held *with, *only = NULL;
	size_t i, possible = 0;

	for (i = 0; i < json_count(list); i++) {
		with = *held;
		if (add(w, &with, json_at(list, i), yes)) {
			possible++;
			only = with;
		}
	}
	if (possible == 1)
		*held = only;
	return possible > 0 || json_count(list) == 0;
}

static bool
add_all(struct reach_walk *w, const struct held **held,
    struct json_object *list, bool yes)
{
	size_t i;

	for (i = 0; i < json_count(list); i++)
		if (!add(w, held, json_at(list, i), yes))
			return false;
	return true;
}

/* The condition holds (or, not yes, does not). False: it cannot. */
static bool
add(struct reach_walk *w, const struct held **held, struct json_object *c,
    bool yes)
{
	struct json_object *all = json_array(c, "all");
	struct json_object *any = json_array(c, "any");
	bool may;

	if (c == NULL || w->depth > DEPTH_MAX)
		return true;
	w->depth++;
	if (all != NULL)
		may = yes ? add_all(w, held, all, true)
		    : add_any(w, held, all, false);
	else if (any != NULL)
		may = yes ? add_any(w, held, any, true)
		    : add_all(w, held, any, false);
	else if (json_dict(c, "not") != NULL)
		may = add(w, held, json_dict(c, "not"), !yes);
	else
		may = add_comparison(w, held, c, yes);
	w->depth--;
	return may;
}

bool
lint_reachable(const struct lint_fields *fields, struct mem *mem, size_t field)
{
	struct reach_walk w = { fields, mem, 0 };
	const struct held *held = NULL;

	return ask(&w, &held, field);
}
