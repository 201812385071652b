/*
 * A field of forms/: that what it says is allowed (preset_type.c) and makes sense.
 * It judges one field; preset_form.c the form as a whole.
 */
#include "config.h"

#include "domain/preset_field_private.h"

#include <string.h>

#include "base/lang.h"
#include "domain/pattern.h"

#define COUNT(a)	(sizeof(a) / sizeof((a)[0]))

const char *
preset_field_path(const struct field_check *c, const char *member)
{
	return mem_printf(c->why->mem, "%s.%s", c->path, member);
}

static void
check_attributes(const struct field_check *c)
{
	const char *may = preset_type_settings(c->why->mem, c->type,
	    c->inside);
	const struct shape *known;

	/* A day has no total. */
	if (strcmp(json_text_or(c->field, "as", ""), "date") == 0)
		may = preset_without(c->why->mem, may, "total");
	JSON_EACH(c->field, m) {
		for (known = preset_field_shape; known->name != NULL; known++)
			if (strcmp(known->name, m.key) == 0)
				break;
		if (known->name == NULL || shape_choice(may, m.key))
			continue;	/* what no field has is said elsewhere */
		shape_problem(c->why, c->file, preset_field_path(c, m.key),
		    _("un champ de type %s n’a pas ce réglage ; permis : %s"),
		    c->type, shape_choices_text(c->why->mem, may));
	}
}

static void
check_options(const struct field_check *c)
{
	bool own = json_has(c->field, "options");

	if (!shape_choice("choice|multi_choice|ranking|linked_choice", c->type))
		return;
	if (own == json_has(c->field, "options_from"))
		shape_problem(c->why, c->file, preset_field_path(c, "options"), own ?
		    _("options et options_from à la fois ; permis : l’un des "
		    "deux") : _("absent ; attendu : options, ou options_from"));
	preset_check_unique(c->why, c->file, preset_field_path(c, "options"),
	    json_array(c->field, "options"), "key");
}

static void
check_target(const struct field_check *c)
{
	const char *target = json_text(c->field, "maps_to");
	const char *type = json_text_or(c->field, "as", c->type), *types;
	struct json_object *other;
	size_t i;

	if (target == NULL)
		return;
	types = preset_target_types(target);
	if (*types != '\0' && !shape_choice(types, type))
		shape_problem(c->why, c->file, preset_field_path(c, "maps_to"),
		    _("trouvé « %s » sur un champ de type %s ; permis : %s"),
		    target, c->type, shape_choices_text(c->why->mem, types));
	if (strcmp(target, "theme") == 0 &&
	    !json_has(c->field, "options_from"))
		shape_problem(c->why, c->file, preset_field_path(c, "options_from"),
		    _("absent ; attendu : « themes », puisque ce champ donne le "
		    "thème"));
	for (i = 0; i < c->index; i++) {
		other = preset_field_at(c->form, i);
		if (strcmp(json_text_or(other, "maps_to", ""), target) == 0)
			shape_problem(c->why, c->file, preset_field_path(c, "maps_to"),
			    _("trouvé « %s » une seconde fois, déjà donné par le "
			    "champ « %s »"), target,
			    json_text_or(other, "key", ""));
	}
}

/* at_least, at_most: an earlier field of the same type. */
static void
check_other(const struct field_check *c, const char *member, const char *type)
{
	const char *key = json_text(json_dict(c->field, member), "field");
	size_t i;

	if (key == NULL)
		return;
	for (i = 0; i < c->index; i++) {
		struct json_object *other = preset_field_at(c->form, i);

		if (strcmp(json_text_or(other, "key", ""), key) == 0 &&
		    strcmp(json_text_or(other, "type", ""), type) == 0)
			return;
	}
	shape_problem(c->why, c->file, mem_printf(c->why->mem, "%s.%s.field",
	    c->path, member), _("trouvé « %s » ; permis : un champ placé avant, "
	    "de type %s"), key, type);
}

static void
check_balance(const struct field_check *c)
{
	struct json_object *balance = json_dict(c->field, "balance");
	static const char *const sides[] = { "costs", "sources" };
	size_t i;

	for (i = 0; i < COUNT(sides); i++) {
		const char *key = json_text(balance, sides[i]);
		struct json_object *other = key == NULL ? NULL :
		    preset_field(c->form, key);

		if (key != NULL && strcmp(json_text_or(other, "type", ""),
		    "money") != 0)
			shape_problem(c->why, c->file, mem_printf(c->why->mem,
			    "%s.balance.%s", c->path, sides[i]), _("trouvé « %s "
			    "» ; permis : la clé d’un champ de type money"),
			    key);
	}
}

/* Options of a linked choice have their own, the others none. */
static void
check_linked(const struct field_check *c)
{
	struct json_object *options = json_array(c->field, "options");
	bool linked = strcmp(c->type, "linked_choice") == 0;
	size_t i;

	for (i = 0; i < json_count(options); i++) {
		struct json_object *own = json_array(json_at(options, i),
		    "options");
		const char *path = mem_printf(c->why->mem,
		    "%s.options[%zu].options", c->path, i);

		if (linked && own == NULL)
			shape_problem(c->why, c->file, path, "%s",
			    _("absent ; attendu : ce que l’on choisit ensuite"));
		else if (!linked && own != NULL)
			shape_problem(c->why, c->file, path,
			    _("trouvé des options dans une option ; permis : "
			    "sur un champ de type linked_choice seulement"));
		preset_check_unique(c->why, c->file, path, own, "key");
	}
}

static void
check_indicators(const struct field_check *c)
{
	struct json_object *keys = json_array(c->field, "indicators");
	struct json_object *known = json_array(c->preset->indicators.json,
	    "indicators");
	size_t i;

	if (strcmp(c->type, "indicator") == 0 && json_count(known) == 0)
		shape_problem(c->why, c->file, preset_field_path(c, "type"),
		    _("aucun indicateur à choisir ; permis : avec un fichier "
		    "indicators.json"));
	for (i = 0; i < json_count(keys); i++)
		if (preset_row(known, "key", json_at_text(keys, i)) == NULL)
			shape_problem(c->why, c->file, mem_printf(c->why->mem,
			    "%s.indicators[%zu]", c->path, i), _("trouvé « %s » "
			    "; permis : la clé d’un indicateur de "
			    "indicators.json"), json_at_text(keys, i));
}

/* What a type cannot do without, and files that it names. */
static void
check_own(const struct field_check *c)
{
	static const char *const needed[][2] = { { "reference", "list" },
	    { "pattern", "pattern" }, { "repeat", "fields" },
	    { "table", "columns" }, { "calculated", "formula" },
	    { "calculated", "as" } };
	const char *list = json_text(c->field, "list");
	const char *model = json_text(c->field, "model"), *error;
	size_t i;

	for (i = 0; i < COUNT(needed); i++)
		if (strcmp(c->type, needed[i][0]) == 0 &&
		    !json_has(c->field, needed[i][1]))
			shape_problem(c->why, c->file, preset_field_path(c,
			    needed[i][1]), _("absent ; attendu : « %s », sans "
			    "quoi un champ de type %s n’a pas de sens"),
			    needed[i][1], c->type);
	error = pattern_mistake(c->why->mem, json_text(c->field, "pattern"));
	if (error != NULL)
		shape_problem(c->why, c->file, preset_field_path(c, "pattern"),
		    _("ce n’est pas une expression régulière : %s"), error);
	else if (json_has(c->field, "example") && !pattern_matches(
	    json_text(c->field, "pattern"), json_text(c->field, "example")))
		shape_problem(c->why, c->file, preset_field_path(c, "example"),
		    _("trouvé « %s », que le motif refuse ; permis : un texte "
		    "qu’il accepte"), json_text(c->field, "example"));
	if (c->preset == NULL)
		return;
	if (list != NULL && preset_find(&c->preset->lists, list) == NULL)
		shape_problem(c->why, c->file, preset_field_path(c, "list"),
		    _("trouvé « %s » ; permis : le nom d’un fichier de lists/"),
		    list);
	if (model != NULL && !preset_has_file(c->preset, "models", model))
		shape_problem(c->why, c->file, preset_field_path(c, "model"),
		    _("trouvé « %s » ; permis : le nom d’un fichier de "
		    "models/"), model);
	check_indicators(c);
}

static void
check_bounds(const struct field_check *c)
{
	if (json_int(c->field, "min", INT64_MIN) >
	    json_int(c->field, "max", INT64_MAX))
		shape_problem(c->why, c->file, preset_field_path(c, "max"),
		    _("trouvé %lld ; permis : au moins min, soit %lld"),
		    (long long)json_int(c->field, "max", 0),
		    (long long)json_int(c->field, "min", 0));
}

void
preset_check_field(struct field_check *c)
{
	const char *key = json_text(c->field, "key");

	c->type = json_text_or(c->field, "type", "");
	if (!shape_choice(preset_field_types, c->type))
		return;
	if (c->depth == 0 && key != NULL &&
	    preset_field(c->form, key) != c->field)
		shape_problem(c->why, c->file, preset_field_path(c, "key"), _("trouvé « %s » "
		    "une seconde fois ; permis : une clé par champ"), key);
	check_attributes(c);
	check_options(c);
	check_linked(c);
	check_own(c);
	check_bounds(c);
	preset_check_inner(c);
	if (c->depth > 0)
		return;
	check_target(c);
	check_other(c, "at_least", c->type);
	check_other(c, "at_most", c->type);
	check_balance(c);
}
