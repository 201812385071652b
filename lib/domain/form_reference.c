/*
 * Where a definition names questions: conditions, comparisons, balances, rules,
 * formulas. It follows names; it does not judge them.
 */
#include "config.h"

#include "domain/form_edit.h"

#include <string.h>

#include "base/buf.h"
#include "base/json.h"

/* Members whose text is the key of a question. */
static bool
names_field(const char *member)
{
	return strcmp(member, "field") == 0 || strcmp(member, "count") == 0 ||
	    strcmp(member, "costs") == 0 || strcmp(member, "sources") == 0;
}

static void
each_key(struct json_object *text, void (*each)(const char **, void *),
    void *arg)
{
	const char *was = json_object_get_string(text), *key = was;

	each(&key, arg);
	if (key != was)
		json_object_set_string(text, key);
}

void
form_edit_each_reference(struct json_object *value,
    void (*each)(const char **, void *), void *arg)
{
	size_t i;

	for (i = 0; json_is(value, json_type_array) && i < json_count(value); i++)
		form_edit_each_reference(json_at(value, i), each, arg);
	if (!json_is(value, json_type_object))
		return;
	JSON_EACH(value, m) {
		/* "at" of a rule: the questions beside which it is said */
		for (i = 0; strcmp(m.key, "at") == 0 && i < json_count(m.value);
		    i++)
			if (json_at_text(m.value, i) != NULL)
				each_key(json_at(m.value, i), each, arg);
		if (!json_is(m.value, json_type_string))
			form_edit_each_reference(m.value, each, arg);
		else if (names_field(m.key))
			each_key(m.value, each, arg);
	}
}

struct renamed {
	const char	*from, *to;
};

static void
rename_one(const char **key, void *arg)
{
	const struct renamed *r = arg;

	if (strcmp(*key, r->from) == 0)
		*key = r->to;
}

static bool
is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
	    c == '_';
}

/* The names of a formula, but for texts between quotes and columns. */
static void
rename_in_formula(struct json_object *formula, const struct renamed *r)
{
	const char *p = json_object_get_string(formula);
	struct buf b = BUF_INIT;
	char before = ' ';
	size_t n;

	for (; *p != '\0'; p += n) {
		for (n = 0; is_name(p[n]); n++)
			continue;
		if (n == strlen(r->from) && before != '.' &&
		    strncmp(p, r->from, n) == 0)
			buf_text(&b, r->to);
		else {
			if (n == 0 && *p == '\'' && strchr(p + 1, '\'') != NULL)
				n = (size_t)(strchr(p + 1, '\'') - p);
			n += n == 0 || *p == '\'';
			buf_add(&b, p, n);
		}
		before = p[n - 1];
	}
	json_object_set_string(formula, b.data);
	buf_release(&b);
}

/* Do the items of that block, or table, have a field of that name themselves? */
static bool
hides(struct json_object *block, const char *name)
{
	struct json_object *inner = json_array(block, json_has(block, "columns")
	    ? "columns" : "fields");
	size_t i;

	for (i = 0; json_has(block, "type") && i < json_count(inner); i++)
		if (strcmp(json_text_or(json_at(inner, i), "key", ""),
		    name) == 0)
			return true;
	return false;
}

static void
rename_formulas(struct json_object *value, const struct renamed *r)
{
	size_t i;

	for (i = 0; json_is(value, json_type_array) && i < json_count(value); i++)
		rename_formulas(json_at(value, i), r);
	if (!json_is(value, json_type_object) || hides(value, r->from))
		return;
	JSON_EACH(value, m) {
		if (strcmp(m.key, "formula") == 0 &&
		    json_is(m.value, json_type_string))
			rename_in_formula(m.value, r);
		else
			rename_formulas(m.value, r);
	}
}

void
form_edit_rename(struct json_object *value, const char *from, const char *to)
{
	struct renamed r = { from, to };

	form_edit_each_reference(value, rename_one, &r);
	rename_formulas(value, &r);
}
