/*
 * What a question of each type may say: the shapes of its settings, which ones
 * each type takes, what it may give to the project. Tables; preset_field.c judges.
 */
#include "config.h"

#include "domain/preset_field_private.h"

#include <string.h>

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

const char *
preset_without(struct mem *mem, const char *list, const char *words)
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
	own = preset_without(mem, own, "maps_to|at_least|at_most");
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
