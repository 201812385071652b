/*
 * visible_if: a condition looks at fields that come before it, never at itself.
 * It checks the writing of a condition; it evaluates none.
 */
#include "config.h"

#include <string.h>

#include "base/lang.h"
#include "domain/preset_private.h"

#define DEPTH_MAX	4

static const char operators[] = "equals|not_equals|one_of|contains|at_least|"
    "at_most|answered";

struct condition_check {
	struct problems		*why;
	const char		*file;
	struct json_object	*form;
	size_t			 before;	/* fields before the one shown */
};

/* The earlier field of that key, or NULL. */
static struct json_object *
earlier(const struct condition_check *c, const char *key)
{
	size_t i;

	for (i = 0; i < c->before; i++) {
		struct json_object *field = preset_field_at(c->form, i);

		if (strcmp(json_text_or(field, "key", ""), key) == 0)
			return field;
	}
	return NULL;
}

/* A value compared with a choice is one of its options. */
static void
check_option(const struct condition_check *c, const char *path,
    struct json_object *field, struct json_object *value)
{
	struct json_object *options = json_array(field, "options");
	const char *text = json_is(value, json_type_string) ?
	    json_object_get_string(value) : NULL;

	if (options != NULL && preset_row(options, "key", text) == NULL)
		shape_problem(c->why, c->file, path, _("trouvé %s ; permis : "
		    "une option du champ « %s »"), shape_found(c->why->mem,
		    value), json_text_or(field, "key", ""));
}

static void
check_operand(const struct condition_check *c, const char *path,
    struct json_object *field, const char *operator,
    struct json_object *value)
{
	const char *type = json_text_or(field, "type", "");
	size_t i;

	if (shape_choice("at_least|at_most", operator)) {
		if (!shape_choice("integer|money|percentage", type) ||
		    !json_is(value, json_type_int))
			shape_problem(c->why, c->file, path, _("trouvé %s ; "
			    "permis : un entier, comparé à un champ de type "
			    "integer, money ou percentage"),
			    shape_found(c->why->mem, value));
	} else if (strcmp(operator, "answered") == 0) {
		if (!json_is(value, json_type_boolean))
			shape_problem(c->why, c->file, path, _("trouvé %s ; "
			    "permis : true, false"), shape_found(c->why->mem,
			    value));
	} else if (strcmp(operator, "one_of") == 0) {
		if (json_count(value) == 0)
			shape_problem(c->why, c->file, path, _("trouvé %s ; "
			    "permis : une liste"), shape_found(c->why->mem,
			    value));
		for (i = 0; i < json_count(value); i++)
			check_option(c, mem_printf(c->why->mem, "%s[%zu]", path,
			    i), field, json_at(value, i));
	} else if (strcmp(operator, "contains") == 0 &&
	    strcmp(type, "multi_choice") != 0) {
		shape_problem(c->why, c->file, path, _("le champ « %s » est de "
		    "type %s ; permis : multi_choice"),
		    json_text_or(field, "key", ""), type);
	} else {
		check_option(c, path, field, value);
	}
}

static void
check_comparison(const struct condition_check *c, const char *path,
    struct json_object *condition)
{
	const char *key = json_text(condition, "field");
	struct json_object *field = key == NULL ? NULL : earlier(c, key);
	int found = 0;

	if (field == NULL) {
		shape_problem(c->why, c->file, mem_printf(c->why->mem,
		    "%s.field", path), _("trouvé %s ; permis : la clé d’un champ "
		    "placé avant celui-ci"), shape_found(c->why->mem,
		    json_get(condition, "field")));
		return;
	}
	JSON_EACH(condition, m) {
		const char *name = m.key;
		struct json_object *value = m.value;

		if (shape_choice(operators, name)) {
			found++;
			check_operand(c, mem_printf(c->why->mem, "%s.%s", path,
			    name), field, name, value);
		} else if (strcmp(name, "field") != 0) {
			shape_problem(c->why, c->file, mem_printf(c->why->mem,
			    "%s.%s", path, name), _("nom inconnu ; permis : "
			    "field, %s"), shape_choices_text(c->why->mem,
			    operators));
		}
	}
	if (found != 1)
		shape_problem(c->why, c->file, path, _("trouvé %d comparaisons "
		    "; permis : une seule parmi %s"), found,
		    shape_choices_text(c->why->mem, operators));
}

static void
check_node(const struct condition_check *c, const char *path,
    struct json_object *condition, int depth)
{
	static const char *const lists[] = { "all", "any" };
	struct mem *mem = c->why->mem;
	size_t i, l;

	if (!json_is(condition, json_type_object) || depth > DEPTH_MAX) {
		shape_problem(c->why, c->file, path, _("trouvé %s ; permis : "
		    "une condition, sur %d niveaux au plus"),
		    shape_found(mem, condition), DEPTH_MAX);
		return;
	}
	for (l = 0; l < 2; l++) {
		struct json_object *list = json_array(condition, lists[l]);

		if (list == NULL)
			continue;
		for (i = 0; i < json_count(list); i++)
			check_node(c, mem_printf(mem, "%s.%s[%zu]", path,
			    lists[l], i), json_at(list, i), depth + 1);
		if (json_count(list) == 0 ||
		    json_object_object_length(condition) != 1)
			shape_problem(c->why, c->file, path, _("« %s » est seul, "
			    "avec une condition au moins"), lists[l]);
		return;
	}
	if (json_has(condition, "not"))
		check_node(c, mem_printf(mem, "%s.not", path),
		    json_get(condition, "not"), depth + 1);
	else
		check_comparison(c, path, condition);
}

void
preset_check_condition(struct problems *why, const char *file,
    const char *path, struct json_object *condition, struct json_object *form,
    size_t before)
{
	const struct condition_check c = { why, file, form, before };

	check_node(&c, path, condition, 1);
}
