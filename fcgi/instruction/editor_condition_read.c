/*
 * What was typed in the lines of a condition, as the definition writes it.
 * It judges nothing: the rules of forms do, when the part is saved.
 */
#include "config.h"

#include "fcgi/instruction/editor_condition.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/decimal.h"
#include "domain/money.h"

/* --- values ---------------------------------------------------------------------------- */

/* The key of an option by its key or its label, or the text as it is. */
static const char *
option_key(struct mem *mem, struct json_object *node, const char *text)
{
	struct json_object *options = json_array(node, "options");
	const char *wanted = text_fold(mem, text);
	size_t i;

	for (i = 0; i < json_count(options); i++) {
		struct json_object *o = json_at(options, i);

		if (strcmp(json_text_or(o, "key", ""), text) == 0 ||
		    strcmp(text_fold(mem, json_text_or(o, "label", "")),
		    wanted) == 0)
			return json_text_or(o, "key", text);
	}
	return text;
}

/* "aujourd’hui", "clôture - 10": a day counted from another; NULL: it is none. */
static struct json_object *
read_from_day(const char *folded)
{
	static const struct {
		const char	*word, *call;
	} from[] = { { "aujourd", NULL }, { "today", NULL },
		{ "ouverture", "opens" }, { "opening", "opens" },
		{ "cloture", "closes" }, { "closing", "closes" } };
	const char *sign = strpbrk(folded, "+-");
	long days = sign == NULL ? 0 : strtol(sign + 1 + strspn(sign + 1, " "),
	    NULL, 10);
	struct json_object *o;
	size_t i;

	for (i = 0; i < sizeof(from) / sizeof(from[0]); i++)
		if (text_starts(folded, from[i].word))
			break;
	if (i == sizeof(from) / sizeof(from[0]))
		return NULL;
	if (sign != NULL && *sign == '-')
		days = -days;
	if (from[i].call == NULL && days == 0)
		return json_object_new_string("today");
	o = json_object_new_object();
	if (from[i].call == NULL) {
		json_put_int(o, "today", days);
		return o;
	}
	json_put_text(o, "call", from[i].call);
	if (days != 0)
		json_put_int(o, "days", days);
	return o;
}

/* One value, as the type of the question has it; what cannot be read stays
 * text, and the rules say what is allowed. */
static struct json_object *
read_value(struct mem *mem, struct json_object *node, const char *text)
{
	const char *type = json_text_or(node, "type", "");
	struct json_object *day;
	const char *folded;
	struct civil civil;
	int64_t n;

	text = text_trim(mem, text);
	folded = text_fold(mem, text);
	if (strcmp(type, "calculated") == 0)
		type = json_text_or(node, "as", "");
	if (shape_choice("yes_no|checkbox", type)) {
		if (strcmp(folded, "oui") == 0 || strcmp(folded, "yes") == 0)
			return json_object_new_boolean(true);
		if (strcmp(folded, "non") == 0 || strcmp(folded, "no") == 0)
			return json_object_new_boolean(false);
	}
	if (strcmp(type, "money") == 0 && money_parse(&n, text) == RC_OK)
		return json_object_new_int64(n);
	if (shape_choice("integer|decimal|percentage", type) &&
	    decimal_parse(&n, operand_digits(node), text))
		return json_object_new_int64(n);
	if (shape_choice("date|date_time", type)) {
		day = read_from_day(folded);
		if (day != NULL)
			return day;
		if (date_parse(&civil, text))
			return json_object_new_string(date_iso_civil(mem,
			    &civil));
	}
	if (strcmp(type, "territory") == 0 && (strcmp(folded,
	    text_fold(mem, _("la plateforme"))) == 0 ||
	    strcmp(folded, "plateforme") == 0))
		return json_object_new_string("platform");
	return json_object_new_string(option_key(mem, node, text));
}

static struct json_object *
read_list(struct mem *mem, struct json_object *node, const char *text)
{
	struct json_object *list = json_object_new_array();
	size_t len;

	for (; *text != '\0'; text += len + (text[len] != '\0')) {
		len = strcspn(text, ";");
		if (!text_blank(mem_strndup(mem, text, len)))
			json_object_array_add(list, read_value(mem, node,
			    mem_strndup(mem, text, len)));
	}
	return list;
}

static struct json_object *
read_count(struct mem *mem, const char *text)
{
	int64_t n;

	return decimal_parse(&n, 0, text_trim(mem, text))
	    ? json_object_new_int64(n) : json_object_new_string(text);
}

/* --- lines ------------------------------------------------------------------------------- */

static const struct operator *
operator_named(const char *name)
{
	const struct operator *o;

	for (o = operators; o->name != NULL; o++)
		if (strcmp(o->name, name) == 0)
			return o;
	return &operators[0];
}

/* A line, or NULL when no question is chosen. */
static struct json_object *
read_line(const struct editor *e, const char *member, size_t i)
{
	const struct fields *f = &e->req->fields;
	const char *key = field_raw(f, line_control(e, member, i, "question"));
	const char *text = field_raw(f, line_control(e, member, i, "valeur"));
	const struct operator *o = operator_named(field_raw(f, line_control(e,
	    member, i, "est")));
	struct mem *mem = e->req->mem;
	struct json_object *node, *c, *not;

	if (*key == '\0')
		return NULL;
	node = form_edit_question(e->draft.definition, key);
	c = json_object_new_object();
	json_put_text(c, o->counted ? "count" : "field", key);
	if (!operator_takes_value(o))
		json_put_bool(c, o->op, *o->name == 'a');
	else
		json_put(c, o->op, o->counted ? read_count(mem, text)
		    : strcmp(o->op, "one_of") == 0 ? read_list(mem, node, text)
		    : read_value(mem, node, text));
	if (!o->negated)
		return c;
	not = json_object_new_object();
	json_put(not, "not", c);
	return not;
}

static struct json_object *
read_lines(const struct editor *e, const char *member, const char *mode)
{
	struct json_object *list = json_object_new_array(), *c, *whole;
	size_t i;

	for (i = 0; i < LINES_MAX; i++) {
		c = read_line(e, member, i);
		if (c != NULL)
			json_object_array_add(list, c);
	}
	if (json_count(list) < 2) {
		c = json_object_get(json_at(list, 0));
		json_object_put(list);
		return c;
	}
	whole = json_object_new_object();
	json_put(whole, strcmp(mode, "une") == 0 ? "any" : "all", list);
	return whole;
}

/* --- the whole ----------------------------------------------------------------------------- */

static const char *
typed(const struct editor *e, const char *member, const char *what)
{
	return field_raw(&e->req->fields, mem_printf(e->req->mem, "c.%s.%s",
	    member, what));
}

static bool
read_json(struct json_object **value, const char *text, const char *where,
    struct problems *why)
{
	struct json_error error = { 0, 0, "" };

	if (json_parse(value, text, strlen(text), 16, &error) == RC_OK &&
	    *value != NULL)
		return true;
	if (text_blank(text))
		problem_add(why, where, "%s", _("Écrivez la condition."));
	else
		problem_add(why, where, _("Ce n’est pas du JSON : ligne %d, "
		    "colonne %d (%s)."), error.line, error.column, error.text);
	return false;
}

bool
condition_read_typed(struct json_object **value, const struct editor *e,
    const struct form_spot *spot, const char *member, struct problems *why)
{
	const char *mode = typed(e, member, "mode"), *text;
	const char *where = mem_printf(e->req->mem, "c-%s", member);

	*value = NULL;
	if (*mode == '\0')
		return false;		/* not asked by this page */
	if (strcmp(mode, "toujours") == 0) {
		/* Lines written where there were none are meant; chosen over a
		 * condition, it takes that one away. */
		if (json_has(spot->node, member))
			return true;
		*value = read_lines(e, member, mode);
		if (*value != NULL || text_blank(typed(e, member, "formule")))
			return true;
		mode = "formule";
	}
	if (strcmp(mode, "json") == 0)
		return read_json(value, typed(e, member, "json"), where, why);
	if (strcmp(mode, "formule") == 0) {
		text = text_trim(e->req->mem, typed(e, member, "formule"));
		if (*text == '\0') {
			problem_add(why, where, "%s", _("Écrivez la formule."));
			return false;
		}
		*value = json_object_new_object();
		json_put_text(*value, "formula", text);
		return true;
	}
	*value = read_lines(e, member, mode);
	if (*value == NULL)
		problem_add(why, where, "%s",
		    _("Choisissez au moins une question à regarder."));
	return *value != NULL;
}
