/*
 * The words of conditions: comparisons that a line can say, values as people
 * read them. It neither shows controls nor reads them.
 */
#include "config.h"

#include "fcgi/instruction/editor_condition.h"

#include <inttypes.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "domain/decimal.h"

/* "no" is answered: false. */
const struct operator operators[] = {
	{ "equals", "equals", false, false, N_("est") },
	{ "not_equals", "not_equals", false, false, N_("n’est pas") },
	{ "one_of", "one_of", false, false,
	    N_("est l’une de (séparées par ;)") },
	{ "not_one_of", "one_of", true, false,
	    N_("n’est aucune de (séparées par ;)") },
	{ "contains", "contains", false, false, N_("contient") },
	{ "not_contains", "contains", true, false, N_("ne contient pas") },
	{ "less", "less", false, false, N_("est moins que") },
	{ "at_most", "at_most", false, false, N_("est au plus") },
	{ "more", "more", false, false, N_("est plus que") },
	{ "at_least", "at_least", false, false, N_("est au moins") },
	{ "before", "before", false, false, N_("est avant") },
	{ "after", "after", false, false, N_("est après") },
	{ "within", "within", false, false,
	    N_("est dans le territoire (son code)") },
	{ "not_within", "within", true, false,
	    N_("n’est pas dans le territoire (son code)") },
	{ "answered", "answered", false, false, N_("a une réponse") },
	{ "no", "answered", false, false, N_("n’a pas de réponse") },
	{ "count_at_least", "at_least", false, true, N_("compte au moins") },
	{ "count_at_most", "at_most", false, true, N_("compte au plus") },
	{ "count_equals", "equals", false, true, N_("compte exactement") },
	{ NULL, NULL, false, false, NULL }
};

bool
operator_takes_value(const struct operator *o)
{
	return strcmp(o->op, "answered") != 0;
}

/* Only days are compared with an object: {"today": 30}, {"call": "closes"}. */
static bool
is_value(struct json_object *value)
{
	return !json_is(value, json_type_object) || json_has(value, "today") ||
	    json_has(value, "call");
}

const struct operator *
operator_of(struct json_object *c, const char **key,
    struct json_object **value)
{
	bool negated = json_has(c, "not"), counted;
	const struct operator *o;

	if (negated && json_object_object_length(c) != 1)
		return NULL;
	if (negated)
		c = json_get(c, "not");
	if (!json_is(c, json_type_object) || json_object_object_length(c) != 2)
		return NULL;
	counted = json_text(c, "field") == NULL;
	*key = json_text(c, counted ? "count" : "field");
	for (o = operators; *key != NULL && o->name != NULL; o++) {
		*value = json_get(c, o->op);
		if (*value == NULL || o->negated != negated ||
		    o->counted != counted || !is_value(*value))
			continue;
		if (strcmp(o->op, "answered") == 0 &&
		    json_object_get_boolean(*value) != (*o->name == 'a'))
			continue;
		return o;
	}
	return NULL;
}

const char *
line_control(const struct editor *e, const char *member, size_t i,
    const char *what)
{
	return mem_printf(e->req->mem, "c.%s.%zu.%s", member, i, what);
}

/* --- values ------------------------------------------------------------------------ */

int
operand_digits(struct json_object *node)
{
	const char *type = json_text_or(node, "type", "");

	if (strcmp(type, "calculated") == 0)
		type = json_text_or(node, "as", "");
	if (strcmp(type, "money") == 0 || strcmp(type, "percentage") == 0)
		return 2;
	return strcmp(type, "decimal") == 0
	    ? (int)json_int(node, "decimals", 2) : 0;
}

static const char *
option_said(struct json_object *node, const char *key)
{
	struct json_object *options = json_array(node, "options");
	size_t i;

	for (i = 0; i < json_count(options); i++)
		if (strcmp(json_text_or(json_at(options, i), "key", ""), key)
		    == 0)
			return json_text_or(json_at(options, i), "label", key);
	return key;
}

/* "aujourd’hui + 30", "clôture - 10": days from then. */
static const char *
day_said(struct mem *mem, struct json_object *value)
{
	const char *call = json_text(value, "call");
	int64_t days = json_int(value, call == NULL ? "today" : "days", 0);
	const char *from = call == NULL ? _("aujourd’hui")
	    : strcmp(call, "opens") == 0 ? _("ouverture") : _("clôture");

	return days == 0 ? from : mem_printf(mem, "%s %c %" PRId64, from,
	    days < 0 ? '-' : '+', days < 0 ? -days : days);
}

static const char *
text_said(struct mem *mem, struct json_object *node, const char *text)
{
	const char *type = json_text_or(node, "type", "");
	struct civil day;

	if (strcmp(type, "date") == 0 || strcmp(type, "date_time") == 0 ||
	    strcmp(type, "calculated") == 0) {
		if (strcmp(text, "today") == 0)
			return _("aujourd’hui");
		if (date_parse(&day, text))
			return mem_printf(mem, "%02d/%02d/%d", day.day,
			    day.month, day.year);
	}
	if (strcmp(type, "territory") == 0 && strcmp(text, "platform") == 0)
		return _("la plateforme");
	return mem_strdup(mem, option_said(node, text));
}

const char *
operand_said(struct mem *mem, struct json_object *node,
    struct json_object *value)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < json_count(value); i++)
		text = mem_printf(mem, "%s%s%s", text, i == 0 ? "" : " ; ",
		    operand_said(mem, node, json_at(value, i)));
	if (value == NULL || json_is(value, json_type_array))
		return text;
	if (json_is(value, json_type_boolean))
		return json_object_get_boolean(value) ? _("oui") : _("non");
	if (json_is(value, json_type_object))
		return day_said(mem, value);
	if (!json_is(value, json_type_int))
		return text_said(mem, node, json_object_get_string(value));
	return decimal_typed(mem, json_object_get_int64(value),
	    operand_digits(node), lang_get());
}

/* --- whole conditions ---------------------------------------------------------------- */

static const char *
comparison_said(struct mem *mem, struct json_object *form,
    struct json_object *c)
{
	struct json_object *value = NULL, *node;
	const char *key = "", *said;
	const struct operator *o = operator_of(c, &key, &value);

	if (o == NULL && json_text(c, "formula") != NULL &&
	    json_object_object_length(c) == 1)
		return json_text(c, "formula");
	if (o == NULL)
		return json_string(mem, c);
	node = form_edit_question(form, key);
	said = strcmp(o->name, "one_of") == 0 ? _("est l’une de")
	    : strcmp(o->name, "not_one_of") == 0 ? _("n’est aucune de")
	    : strcmp(o->name, "within") == 0 ? _("est dans le territoire")
	    : strcmp(o->name, "not_within") == 0
	    ? _("n’est pas dans le territoire") : _(o->said);
	if (!operator_takes_value(o))
		return mem_printf(mem, "« %s » %s", json_text_or(node, "label",
		    key), said);
	return mem_printf(mem, "« %s » %s « %s »", json_text_or(node, "label",
	    key), said, operand_said(mem, o->counted ? NULL : node, value));
}

const char *
condition_said(struct mem *mem, struct json_object *form,
    struct json_object *c)
{
	struct json_object *list = json_array(c, "all");
	const char *text = "", *between = _("et");
	size_t i;

	if (c == NULL)
		return "";
	if (list == NULL) {
		list = json_array(c, "any");
		between = _("ou");
	}
	if (list == NULL)
		return comparison_said(mem, form, c);
	for (i = 0; i < json_count(list); i++)
		text = i == 0 ? comparison_said(mem, form, json_at(list, i))
		    : mem_printf(mem, "%s %s %s", text, between,
		    comparison_said(mem, form, json_at(list, i)));
	return text;
}
