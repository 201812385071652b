/*
 * imports/: how the columns of a real file become projects.
 * It checks the mapping; reading files with it is domain/import's.
 */
#include "config.h"

#include <string.h>

#include "base/lang.h"
#include "domain/preset_private.h"

static const char converters[] = "trim|spaces|lower|money_fr|insee|"
    "departement|siren|siret|date|integer|degrees";
static const char targets[] = "title|summary|description|territory|theme|"
    "organisation_name|organisation_siren|organisation_siret|reference|"
    "programme|cost_cents|granted_cents|paid_cents|funder_name|decided_on|"
    "starts_on|ends_on|longitude|latitude|url|state";
static const char states[] = "listening|submitted|under_review|accepted|"
    "refused|closed|withdrawn|funded|in_progress|completed|abandoned";

static const struct shape source_shape[] = {
	ROW("publisher", SHAPE_TEXT, NEEDED),
	ROW("title", SHAPE_TEXT, NEEDED),
	ROW("licence", SHAPE_TEXT, NEEDED),
	ROW("url", SHAPE_URL, 0),
	ROW_END
};
static const struct shape file_shape[] = {
	ROW_OF("type", NEEDED, "csv"),
	ROW_OF("encoding", 0, "utf-8|windows-1252|auto"),
	ROW("delimiter", SHAPE_ANY, 0),
	ROW("quote", SHAPE_ANY, 0),
	ROW("header", SHAPE_BOOL, 0),
	ROW_END
};
static const struct shape ignore_shape[] = {
	ROW("ignore", SHAPE_TEXT, NEEDED),
	ROW_END
};
static const struct shape ignores_shape[] = {
	ROWS("", 0, ignore_shape),
};
static const struct shape lookup_shape[] = {
	ROW("", SHAPE_TEXT, 0),
};
static const struct shape otherwise_shape[] = {
	ROW("from", SHAPE_TEXT, NEEDED),
	{ "convert", SHAPE_CHOICE, MANY, 1, 6, converters, NULL },
	ROW_OF("check", 0, "territory"),
	ROW_END
};
static const struct shape mapping_field_shape[] = {
	ROW_OF("to", NEEDED, targets),
	ROW("from", SHAPE_TEXT, 0),
	ROW("constant", SHAPE_TEXT, 0),
	{ "convert", SHAPE_CHOICE, MANY, 1, 6, converters, NULL },
	{ "lookup", SHAPE_MAP, 0, 0, 0, NULL, lookup_shape },
	ROW_OF("check", 0, "territory"),
	ROWS("otherwise", 0, otherwise_shape),
	ROW("required", SHAPE_BOOL, 0),
	ROW_OF("unknown", 0, "reject|drop"),
	ROW_IN("min", SHAPE_INT, 0, INT64_MIN, INT64_MAX),
	ROW_IN("max", SHAPE_INT, 0, INT64_MIN, INT64_MAX),
	ROW_IN("max_length", SHAPE_INT, 0, 1, 20000),
	ROW_OF("too_long", 0, "reject|cut"),
	ROW_END
};
static const struct shape mapping_shape[] = {
	ROW_FORMAT,
	ROW("key", SHAPE_KEY, NEEDED),
	ROW_OF("kind", NEEDED, "projects"),
	ROW("label", SHAPE_TEXT, NEEDED),
	ROWS("source", NEEDED, source_shape),
	ROWS("file", NEEDED, file_shape),
	ROW("null", SHAPE_ANY, 0),
	ROW_IN("identity", SHAPE_TEXT, NEEDED | MANY, 1, 8),
	{ "columns", SHAPE_MAP, 0, 0, 0, NULL, ignores_shape },
	{ "fields", SHAPE_OBJECT, NEEDED | MANY, 1, 40, NULL,
	    mapping_field_shape },
	ROW_END
};

struct mapping_check {
	struct problems		*why;
	const char		*file;
	struct json_object	*platform;	/* NULL: not compared */
};

static bool
is_sign(struct json_object *value)
{
	return json_is(value, json_type_string) &&
	    strlen(json_object_get_string(value)) == 1;
}

/* One byte each: what libraries of CSV call delimiter and quote. */
static void
check_signs(const struct mapping_check *c, struct json_object *file)
{
	static const char *const names[] = { "delimiter", "quote" };
	size_t i;

	for (i = 0; i < 2; i++) {
		struct json_object *sign = json_get(file, names[i]);

		if (sign != NULL && !is_sign(sign))
			shape_problem(c->why, c->file, mem_printf(c->why->mem,
			    "file.%s", names[i]), _("trouvé %s ; permis : un "
			    "seul signe"), shape_found(c->why->mem, sign));
	}
}

/* The cells that mean nothing: texts, the empty one among them. */
static void
check_null(const struct mapping_check *c, struct json_object *null)
{
	size_t i;

	if (null != NULL && !json_is(null, json_type_array))
		shape_problem(c->why, c->file, "null", _("trouvé %s ; permis : "
		    "une liste"), shape_found(c->why->mem, null));
	for (i = 0; i < json_count(null); i++)
		if (json_at_text(null, i) == NULL)
			shape_problem(c->why, c->file, mem_printf(c->why->mem,
			    "null[%zu]", i), _("trouvé %s ; permis : un texte"),
			    shape_found(c->why->mem, json_at(null, i)));
}

static void
check_themes(const struct mapping_check *c, const char *path,
    struct json_object *field)
{
	struct json_object *themes = json_array(c->platform, "themes");
	const char *constant = json_text(field, "constant");

	if (themes == NULL)
		return;
	if (constant != NULL && preset_row(themes, "key", constant) == NULL)
		shape_problem(c->why, c->file, mem_printf(c->why->mem,
		    "%s.constant", path), _("trouvé « %s » ; permis : une clé "
		    "de platform.json, themes"), constant);
	JSON_EACH(json_dict(field, "lookup"), m) {
		const char *text = m.key;
		struct json_object *key = m.value;

		if (json_is(key, json_type_string) && preset_row(themes, "key",
		    json_object_get_string(key)) == NULL)
			shape_problem(c->why, c->file, mem_printf(c->why->mem,
			    "%s.lookup.%s", path, text), _("trouvé %s ; permis "
			    ": une clé de platform.json, themes"),
			    shape_found(c->why->mem, key));
	}
}

static void
check_field(const struct mapping_check *c, const char *path,
    struct json_object *field)
{
	const char *to = json_text_or(field, "to", "");
	const char *constant = json_text(field, "constant");
	bool from = json_has(field, "from");

	if (from == json_has(field, "constant"))
		shape_problem(c->why, c->file, path, from ?
		    _("from et constant à la fois ; permis : l’un des deux") :
		    _("ni from ni constant ; permis : l’un des deux"));
	if (strcmp(to, "theme") == 0)
		check_themes(c, path, field);
	if (strcmp(to, "state") == 0 && constant != NULL &&
	    !shape_choice(states, constant))
		shape_problem(c->why, c->file, mem_printf(c->why->mem,
		    "%s.constant", path), _("trouvé « %s » ; permis : %s"),
		    constant, shape_choices_text(c->why->mem, states));
	if (json_has(field, "too_long") && !json_has(field, "max_length"))
		shape_problem(c->why, c->file, mem_printf(c->why->mem,
		    "%s.max_length", path),
		    _("absent ; attendu : un nombre entier, avec too_long"));
}

/* A column that is used and also ignored is a mistake one way or the other. */
static void
check_ignored(const struct mapping_check *c, struct json_object *mapping)
{
	struct json_object *fields = json_array(mapping, "fields");

	JSON_EACH(json_dict(mapping, "columns"), m) {
		const char *column = m.key;
		if (preset_row(fields, "from", column) != NULL)
			shape_problem(c->why, c->file, mem_printf(c->why->mem,
			    "columns.%s", column), _("cette colonne est aussi "
			    "lue par fields ; permis : l’un des deux"));
	}
}

void
preset_check_mapping(struct problems *why, const char *file,
    struct json_object *mapping, struct json_object *platform)
{
	static const char *const needed[] = { "title", "territory" };
	const struct mapping_check c = { why, file, platform };
	struct json_object *fields = json_array(mapping, "fields");
	size_t i;

	if (mapping == NULL)
		return;
	shape_check(why, file, mapping, mapping_shape);
	check_signs(&c, json_dict(mapping, "file"));
	check_null(&c, json_get(mapping, "null"));
	check_ignored(&c, mapping);
	preset_check_unique(why, file, "fields", fields, "to");
	for (i = 0; i < json_count(fields); i++)
		check_field(&c, mem_printf(why->mem, "fields[%zu]", i),
		    json_at(fields, i));
	for (i = 0; i < sizeof(needed) / sizeof(needed[0]); i++)
		if (preset_row(fields, "to", needed[i]) == NULL)
			shape_problem(why, file, "fields", _("rien ne donne « %s "
			    "» ; permis : un élément dont to le dit"),
			    needed[i]);
}
