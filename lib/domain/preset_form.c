/*
 * forms/: steps, blocks and fields, checked one by one and together.
 * It judges the questions; the form engine asks them.
 */
#include "config.h"

#include <string.h>

#include "base/lang.h"
#include "domain/preset_private.h"

#define ATTRIBUTES_ANY	"key|type|label|hint|private|visible_if"

static const char field_types[] = "heading|explanation|text|long_text|integer|"
    "money|percentage|date|yes_no|choice|multi_choice|email|phone|url|"
    "organisation|territory|point|files|funding_plan|steps_schedule";

static const struct shape option_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW("label", SHAPE_TEXT, NEEDED),
	ROW_IN("hint", SHAPE_TEXT, 0, 0, 400),
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
static const struct shape field_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW_OF("type", NEEDED, field_types),
	ROW_IN("label", SHAPE_TEXT, NEEDED, 0, 400),
	ROW_IN("hint", SHAPE_TEXT, 0, 0, 600),
	ROW("required", SHAPE_BOOL, 0),
	ROW("private", SHAPE_BOOL, 0),
	ROW_OF("maps_to", 0, "title|summary|description|territory|theme|cost|"
	    "requested|start|end|organisation|point|milestones|funding|maturity"),
	{ "options", SHAPE_OBJECT, MANY, 2, 200, NULL, option_shape },
	ROW_OF("options_from", 0, "themes"),
	ROW_IN("min", SHAPE_INT, 0, INT64_MIN, INT64_MAX),
	ROW_IN("max", SHAPE_INT, 0, INT64_MIN, INT64_MAX),
	ROW_IN("max_length", SHAPE_INT, 0, 1, 20000),
	ROW("visible_if", SHAPE_ANY, 0),
	ROWS("at_least", 0, other_shape),
	ROWS("at_most", 0, other_shape),
	ROWS("balance", 0, balance_shape),
	ROW("must_be", SHAPE_BOOL, 0),
	ROW("nature", SHAPE_KEY, 0),
	ROW("accept", SHAPE_KEY, MANY),
	ROW_IN("valid_months", SHAPE_INT, 0, 1, 240),
	ROW_OF("level", 0, "commune|epci|departement|region"),
	ROW_OF("within", 0, "platform"),
	ROW_END
};
static const struct shape block_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW("label", SHAPE_TEXT, NEEDED),
	{ "fields", SHAPE_OBJECT, NEEDED | MANY, 1, 100, NULL, field_shape },
	ROW_END
};
static const struct shape step_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW_IN("label", SHAPE_TEXT, NEEDED, 0, 80),
	ROW_IN("intro", SHAPE_TEXT, 0, 0, 600),
	{ "blocks", SHAPE_OBJECT, NEEDED | MANY, 1, 30, NULL, block_shape },
	ROW_END
};
static const struct shape form_shape[] = {
	ROW_FORMAT,
	ROW("key", SHAPE_KEY, NEEDED),
	ROW_IN("revision", SHAPE_INT, NEEDED, 1, 100000),
	ROW_OF("kind", NEEDED, "project|supplement|commons|place|event|resource|"
	    "annotation"),
	ROW("title", SHAPE_TEXT, NEEDED),
	ROW_IN("intro", SHAPE_LONG, 0, 0, 2000),
	{ "steps", SHAPE_OBJECT, NEEDED | MANY, 1, 20, NULL, step_shape },
	ROW_END
};

/* Which attributes a type takes besides ATTRIBUTES_ANY (doc/presets.md). */
static const struct {
	const char	*types, *attributes;
} allowed[] = {
	{ "text|long_text", "required|maps_to|max_length" },
	{ "integer|money|percentage",
	    "required|maps_to|min|max|at_least|at_most" },
	{ "date", "required|maps_to|at_least|at_most" },
	{ "yes_no", "required|must_be" },
	{ "choice", "required|maps_to|options|options_from" },
	{ "multi_choice", "required|options|options_from|min|max" },
	{ "email|phone|url", "required" },
	{ "organisation|point", "required|maps_to" },
	{ "territory", "required|maps_to|level|within" },
	{ "files", "required|nature|accept|valid_months|min|max" },
	{ "funding_plan", "required|maps_to|balance" },
	{ "steps_schedule", "required|maps_to|min|max" },
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

struct json_object *
preset_field_at(struct json_object *form, size_t n)
{
	struct json_object *steps = json_array(form, "steps");
	size_t s, b;

	for (s = 0; s < json_count(steps); s++) {
		struct json_object *blocks = json_array(json_at(steps, s),
		    "blocks");

		for (b = 0; b < json_count(blocks); b++) {
			struct json_object *fields = json_array(json_at(blocks,
			    b), "fields");

			if (n < json_count(fields))
				return json_at(fields, n);
			n -= json_count(fields);
		}
	}
	return NULL;
}

struct json_object *
preset_field(struct json_object *form, const char *key)
{
	struct json_object *field;
	size_t i;

	for (i = 0; (field = preset_field_at(form, i)) != NULL; i++)
		if (strcmp(json_text_or(field, "key", ""), key) == 0)
			return field;
	return NULL;
}

/* A check in progress of one form. */
struct check {
	const struct preset	*preset;
	struct problems		*why;
	const char		*file;
	struct json_object	*form;
	size_t			 index;		/* of the field, in reading order */
	const char		*path;		/* of the field */
	struct json_object	*field;
	const char		*type;
};

static const char *
at(const struct check *c, const char *member)
{
	return mem_printf(c->why->mem, "%s.%s", c->path, member);
}

static void
check_attributes(const struct check *c)
{
	const char *extra = "";
	size_t i;

	for (i = 0; i < COUNT(allowed); i++)
		if (shape_choice(allowed[i].types, c->type))
			extra = allowed[i].attributes;
	JSON_EACH(c->field, m) {
		const char *name = m.key;

		if (!shape_choice(ATTRIBUTES_ANY, name) &&
		    !shape_choice(extra, name) &&
		    shape_choice("required|maps_to|options|options_from|min|max|"
		    "max_length|at_least|at_most|balance|must_be|nature|accept|"
		    "valid_months|level|within", name))
			shape_problem(c->why, c->file, at(c, name), _("un champ "
			    "de type %s n’a pas ce réglage ; permis : %s"),
			    c->type, shape_choices_text(c->why->mem,
			    mem_printf(c->why->mem, "%s%s%s", ATTRIBUTES_ANY,
			    *extra != '\0' ? "|" : "", extra)));
	}
}

static void
check_options(const struct check *c)
{
	bool own = json_has(c->field, "options");

	if (!shape_choice("choice|multi_choice", c->type))
		return;
	if (own == json_has(c->field, "options_from"))
		shape_problem(c->why, c->file, at(c, "options"), own ?
		    _("options et options_from à la fois ; permis : l’un des "
		    "deux") : _("absent ; attendu : options, ou options_from"));
	preset_check_unique(c->why, c->file, at(c, "options"),
	    json_array(c->field, "options"), "key");
}

static void
check_target(const struct check *c)
{
	const char *target = json_text(c->field, "maps_to");
	struct json_object *other;
	size_t i;

	if (target == NULL)
		return;
	for (i = 0; i < COUNT(targets); i++)
		if (strcmp(targets[i].target, target) == 0 &&
		    !shape_choice(targets[i].types, c->type))
			shape_problem(c->why, c->file, at(c, "maps_to"),
			    _("trouvé « %s » sur un champ de type %s ; permis : "
			    "%s"), target, c->type, shape_choices_text(
			    c->why->mem, targets[i].types));
	if (strcmp(target, "theme") == 0 &&
	    !json_has(c->field, "options_from"))
		shape_problem(c->why, c->file, at(c, "options_from"),
		    _("absent ; attendu : « themes », puisque ce champ donne le "
		    "thème"));
	for (i = 0; i < c->index; i++) {
		other = preset_field_at(c->form, i);
		if (strcmp(json_text_or(other, "maps_to", ""), target) == 0)
			shape_problem(c->why, c->file, at(c, "maps_to"),
			    _("trouvé « %s » une seconde fois, déjà donné par le "
			    "champ « %s »"), target,
			    json_text_or(other, "key", ""));
	}
}

/* at_least, at_most: an earlier field of the same type. */
static void
check_other(const struct check *c, const char *member, const char *type)
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
check_balance(const struct check *c)
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

static void
check_field(struct check *c)
{
	const char *key = json_text(c->field, "key");
	struct json_object *condition = json_get(c->field, "visible_if");

	c->type = json_text_or(c->field, "type", "");
	if (!shape_choice(field_types, c->type))
		return;
	if (key != NULL && preset_field(c->form, key) != c->field)
		shape_problem(c->why, c->file, at(c, "key"), _("trouvé « %s » "
		    "une seconde fois ; permis : une clé par champ"), key);
	check_attributes(c);
	check_options(c);
	check_target(c);
	check_other(c, "at_least", c->type);
	check_other(c, "at_most", c->type);
	check_balance(c);
	if (json_int(c->field, "min", INT64_MIN) >
	    json_int(c->field, "max", INT64_MAX))
		shape_problem(c->why, c->file, at(c, "max"),
		    _("trouvé %lld ; permis : au moins min, soit %lld"),
		    (long long)json_int(c->field, "max", 0),
		    (long long)json_int(c->field, "min", 0));
	if (condition != NULL)
		preset_check_condition(c->why, c->file, at(c, "visible_if"),
		    condition, c->form, c->index);
}

/* Each field with its path; keys of steps and blocks are unique. */
static void
check_fields(struct check *c)
{
	struct json_object *steps = json_array(c->form, "steps");
	struct mem *mem = c->why->mem;
	size_t s, b, f;

	preset_check_unique(c->why, c->file, "steps", steps, "key");
	for (s = 0; s < json_count(steps); s++) {
		struct json_object *blocks = json_array(json_at(steps, s),
		    "blocks");

		preset_check_unique(c->why, c->file, mem_printf(mem,
		    "steps[%zu].blocks", s), blocks, "key");
		for (b = 0; b < json_count(blocks); b++) {
			struct json_object *fields = json_array(json_at(blocks,
			    b), "fields");

			for (f = 0; f < json_count(fields); f++) {
				c->field = json_at(fields, f);
				c->path = mem_printf(mem, "steps[%zu].blocks"
				    "[%zu].fields[%zu]", s, b, f);
				check_field(c);
				c->index++;
			}
		}
	}
}

/* What every list shows of a project must be asked. */
static void
check_needed_targets(const struct check *c)
{
	static const char *const needed[] = { "title", "summary", "territory",
	    "theme" };
	struct json_object *field;
	size_t i, n;

	if (!shape_choice("project|commons", json_text_or(c->form, "kind", "")))
		return;
	for (i = 0; i < COUNT(needed); i++) {
		for (n = 0; (field = preset_field_at(c->form, n)) != NULL; n++)
			if (strcmp(json_text_or(field, "maps_to", ""),
			    needed[i]) == 0)
				break;
		if (field == NULL)
			shape_problem(c->why, c->file, "steps", _("aucun champ "
			    "ne donne « %s » ; permis : un champ dont maps_to "
			    "le dit"), needed[i]);
	}
}

void
preset_check_form(const struct preset *p, const struct preset_file *file,
    struct problems *why)
{
	struct check c = { p, why, file->name, file->json, 0, "", NULL, "" };

	if (file->json == NULL)
		return;
	shape_check(why, file->name, file->json, form_shape);
	check_fields(&c);
	check_needed_targets(&c);
}

/* One key is one answer, whatever the form that asks it. */
void
preset_check_shared_keys(const struct preset *p, struct problems *why)
{
	size_t i, j, n;

	for (i = 1; i < p->forms.count; i++) {
		struct json_object *field;

		for (n = 0; (field = preset_field_at(p->forms.rows[i].json, n))
		    != NULL; n++) {
			const char *key = json_text_or(field, "key", "");

			for (j = 0; j < i; j++) {
				const char *type = json_text(preset_field(
				    p->forms.rows[j].json, key), "type");

				if (type == NULL || strcmp(type,
				    json_text_or(field, "type", type)) == 0)
					continue;
				shape_problem(why, p->forms.rows[i].name, key,
				    _("trouvé le type %s ; permis : %s, comme "
				    "dans %s (une clé est une seule réponse)"),
				    json_text(field, "type"), type,
				    p->forms.rows[j].name);
			}
		}
	}
}
