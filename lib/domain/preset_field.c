/*
 * A field of forms/: what each type may say, and that it makes sense.
 * It judges one field; preset_form.c the form as a whole.
 */
#include "config.h"

#include "domain/preset_field_private.h"

#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "domain/pattern.h"

#define ATTRIBUTES_ANY	"key|type|label|hint|private|visible_if"
#define ATTRIBUTES_IN	"key|type|label|hint"	/* of an inner field */

const char preset_field_types[] = "heading|explanation|text|long_text|integer|"
    "money|percentage|date|yes_no|choice|multi_choice|email|phone|url|"
    "organisation|territory|point|files|funding_plan|steps_schedule|decimal|"
    "date_time|period|checkbox|linked_choice|ranking|reference|person|iban|"
    "address|country|shape|repeat|table|indicator|link|pattern|calculated";

static const struct shape linked_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW("label", SHAPE_TEXT, NEEDED),
	ROW_END
};
static const struct shape option_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW("label", SHAPE_TEXT, NEEDED),
	ROW_IN("hint", SHAPE_TEXT, 0, 0, 400),
	{ "options", SHAPE_OBJECT, MANY, 1, 200, NULL, linked_shape },
	ROW_END
};
static const struct shape row_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW("label", SHAPE_TEXT, NEEDED),
	ROW_END
};
static const struct shape other_shape[] = {
	ROW("field", SHAPE_KEY, NEEDED),
	ROW_END
};
static const struct shape balance_shape[] = {
	ROW("costs", SHAPE_KEY, NEEDED),
	ROW("sources", SHAPE_KEY, NEEDED),
	ROW_END
};
static const struct shape any_shape[] = {
	ROW("key", SHAPE_ANY, 0),
	ROW_END
};

/* The members of a field at any depth; inner: shapes of those inside it. */
#define FIELD_ROWS(inner, columns)					\
	ROW("key", SHAPE_KEY, NEEDED),					\
	ROW_OF("type", NEEDED, preset_field_types),				\
	ROW_IN("label", SHAPE_TEXT, NEEDED, 0, 400),			\
	ROW_IN("hint", SHAPE_TEXT, 0, 0, 600),				\
	ROW("required", SHAPE_BOOL, 0),					\
	ROW("private", SHAPE_BOOL, 0),					\
	ROW_OF("maps_to", 0, "title|summary|description|territory|theme|" \
	    "cost|requested|start|end|organisation|point|milestones|"	\
	    "funding|maturity"),					\
	{ "options", SHAPE_OBJECT, MANY, 2, 200, NULL, option_shape },	\
	ROW_OF("options_from", 0, "themes"),				\
	ROW_IN("min", SHAPE_INT, 0, INT64_MIN, INT64_MAX),		\
	ROW_IN("max", SHAPE_INT, 0, INT64_MIN, INT64_MAX),		\
	ROW_IN("max_length", SHAPE_INT, 0, 1, 20000),			\
	ROW("visible_if", SHAPE_ANY, 0),				\
	ROW("required_if", SHAPE_ANY, 0),				\
	ROW("forbidden_if", SHAPE_ANY, 0),				\
	ROW_IN("formula", SHAPE_LONG, 0, 0, 2000),			\
	ROW_OF("as", 0, "integer|decimal|money|percentage|date"),	\
	ROWS("at_least", 0, other_shape),				\
	ROWS("at_most", 0, other_shape),				\
	ROWS("balance", 0, balance_shape),				\
	ROW("must_be", SHAPE_BOOL, 0),					\
	ROW("nature", SHAPE_KEY, 0),					\
	ROW("accept", SHAPE_KEY, MANY),					\
	ROW_IN("valid_months", SHAPE_INT, 0, 1, 240),			\
	ROW_OF("level", 0, "commune|epci|departement|region"),		\
	ROW_OF("within", 0, "platform"),				\
	ROW_IN("depth", SHAPE_INT, 0, 1, 3),				\
	ROW_IN("decimals", SHAPE_INT, 0, 1, 6),				\
	ROW_IN("unit", SHAPE_TEXT, 0, 0, 40),				\
	ROW("second", SHAPE_TEXT, 0),					\
	ROW("list", SHAPE_KEY, 0),					\
	ROW_OF("needs", MANY, "role|email|phone"),			\
	ROW_OF("drawings", MANY, "point|line|area"),			\
	ROW_IN("vertices", SHAPE_INT, 0, 1, 5000),			\
	ROW_IN("model", SHAPE_TEXT, 0, 0, 120),				\
	ROW_IN("pattern", SHAPE_TEXT, 0, 0, 300),			\
	ROW_IN("example", SHAPE_TEXT, 0, 0, 120),			\
	ROW_IN("mistake", SHAPE_TEXT, 0, 0, 300),			\
	ROW_OF("kinds", MANY, "project|commons|place|event|resource"),	\
	ROW("indicators", SHAPE_KEY, MANY),				\
	ROW_IN("item", SHAPE_TEXT, 0, 0, 80),				\
	{ "rows", SHAPE_OBJECT, MANY, 1, 100, NULL, row_shape },	\
	ROW("row_total", SHAPE_BOOL, 0),				\
	ROW("total", SHAPE_BOOL, 0),					\
	{ "fields", SHAPE_OBJECT, MANY, 1, 30, NULL, inner },		\
	{ "columns", SHAPE_OBJECT, MANY, 1, 30, NULL, columns },	\
	ROW_END

/* The deepest level has nothing inside: preset_inner.c says so. */
static const struct shape deepest_shape[] = {
	FIELD_ROWS(any_shape, any_shape)
};
static const struct shape inner_shape[] = {
	FIELD_ROWS(deepest_shape, deepest_shape)
};
const struct shape preset_field_shape[] = {
	FIELD_ROWS(inner_shape, deepest_shape)
};

/* Which attributes a type takes besides ATTRIBUTES_ANY (doc/presets.md). */
static const struct {
	const char	*types, *attributes;
} allowed[] = {
	{ "heading", "depth" },
	{ "text|long_text", "required|maps_to|max_length" },
	{ "integer", "required|maps_to|min|max|at_least|at_most|unit" },
	{ "decimal", "required|min|max|at_least|at_most|unit|decimals" },
	{ "money|percentage", "required|maps_to|min|max|at_least|at_most" },
	{ "date", "required|maps_to|at_least|at_most" },
	{ "date_time", "required|at_least|at_most" },
	{ "period", "required|min|max" },
	{ "yes_no", "required|must_be" },
	{ "checkbox|organisation|point|iban|email|phone|url|country",
	    "required" },
	{ "choice", "required|maps_to|options|options_from" },
	{ "multi_choice|ranking", "required|options|options_from|min|max" },
	{ "linked_choice", "required|options|second" },
	{ "reference", "required|list" },
	{ "organisation|point", "required|maps_to" },
	{ "territory", "required|maps_to|level|within" },
	{ "address", "required|within" },
	{ "person", "required|needs" },
	{ "shape", "required|drawings|vertices|max|within" },
	{ "files", "required|nature|accept|valid_months|min|max|model" },
	{ "funding_plan", "required|maps_to|balance" },
	{ "steps_schedule", "required|maps_to|min|max" },
	{ "repeat", "required|fields|item|min|max" },
	{ "table", "required|columns|rows|row_total|item|min|max" },
	{ "indicator", "required|indicators" },
	{ "link", "required|kinds" },
	{ "pattern", "required|pattern|example|mistake|max_length" },
	{ "calculated", "maps_to|formula|as|decimals|unit" },
};

/* The one type each target is filled from. */
static const struct {
	const char	*target, *types;
} targets[] = {
	{ "title", "text" }, { "summary", "text|long_text" },
	{ "description", "long_text" }, { "territory", "territory" },
	{ "theme", "choice" }, { "cost", "money" }, { "requested", "money" },
	{ "start", "date" }, { "end", "date" },
	{ "organisation", "organisation" }, { "point", "point" },
	{ "milestones", "steps_schedule" }, { "funding", "funding_plan" },
	{ "maturity", "choice" },
};
#define COUNT(a)	(sizeof(a) / sizeof((a)[0]))

const char *
preset_field_path(const struct field_check *c, const char *member)
{
	return mem_printf(c->why->mem, "%s.%s", c->path, member);
}

/* The settings that a type takes of its own. */
static const char *
own_settings(const char *type)
{
	const char *own = "";
	size_t i;

	for (i = 0; i < COUNT(allowed); i++)
		if (shape_choice(allowed[i].types, type))
			own = allowed[i].attributes;
	return own;
}

/* Without the words of the second list, "a|b|c". */
static const char *
without(struct mem *mem, const char *list, const char *words)
{
	const char *kept = "", *word;
	size_t len;

	for (; *list != '\0'; list += len + (list[len] == '|')) {
		len = strcspn(list, "|");
		word = mem_strndup(mem, list, len);
		if (!shape_choice(words, word))
			kept = mem_printf(mem, "%s%s%s", kept, *kept == '\0'
			    ? "" : "|", word);
	}
	return kept;
}

const char *
preset_type_settings(struct mem *mem, const char *type, const char *inside)
{
	const char *own = own_settings(type);

	/* What may be required may be so on a condition. */
	if (inside == NULL)
		return mem_printf(mem, "%s%s%s%s", ATTRIBUTES_ANY,
		    *own != '\0' ? "|" : "", own, shape_choice(own, "required")
		    ? "|required_if|forbidden_if" : "");
	own = without(mem, own, "maps_to|at_least|at_most");
	return mem_printf(mem, "%s%s%s%s", ATTRIBUTES_IN, *own != '\0' ? "|"
	    : "", own, strcmp(inside, "table") == 0 && shape_choice("integer|"
	    "decimal|money|percentage|calculated", type) ? "|total" : "");
}

const char *
preset_target_types(const char *target)
{
	size_t i;

	for (i = 0; i < COUNT(targets); i++)
		if (strcmp(targets[i].target, target) == 0)
			return targets[i].types;
	return "";
}

static void
check_attributes(const struct field_check *c)
{
	const char *may = preset_type_settings(c->why->mem, c->type,
	    c->inside);
	const struct shape *known;

	/* A day has no total. */
	if (strcmp(json_text_or(c->field, "as", ""), "date") == 0)
		may = without(c->why->mem, may, "total");
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
	const char *type = json_text_or(c->field, "as", c->type);
	struct json_object *other;
	size_t i;

	if (target == NULL)
		return;
	for (i = 0; i < COUNT(targets); i++)
		if (strcmp(targets[i].target, target) == 0 &&
		    !shape_choice(targets[i].types, type))
			shape_problem(c->why, c->file, preset_field_path(c, "maps_to"),
			    _("trouvé « %s » sur un champ de type %s ; permis : "
			    "%s"), target, c->type, shape_choices_text(
			    c->why->mem, targets[i].types));
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
