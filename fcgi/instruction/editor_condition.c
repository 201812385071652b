/*
 * Conditions in plain words: "afficher si [question] [est] [valeur]", a line a
 * comparison, all or any of them; anything richer is written in JSON. The same
 * rules judge both (domain/form_condition.c).
 */
#include "config.h"

#include "fcgi/instruction/editor.h"

#include <inttypes.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"

#define LINES_MAX	8
#define LINES_BLANK	2

/* "no" is answered: false. */
static const struct {
	const char	*op, *said;
} operators[] = {
	{ "equals", N_("est") },
	{ "not_equals", N_("n’est pas") },
	{ "one_of", N_("est l’une de (séparées par ;)") },
	{ "contains", N_("contient") },
	{ "less", N_("est moins que") },
	{ "at_most", N_("est au plus") },
	{ "more", N_("est plus que") },
	{ "at_least", N_("est au moins") },
	{ "before", N_("est avant") },
	{ "after", N_("est après") },
	{ "within", N_("est dans le territoire (son code)") },
	{ "answered", N_("a une réponse") },
	{ "no", N_("n’a pas de réponse") },
};
#define OPERATORS	(sizeof(operators) / sizeof(operators[0]))

/* --- words ---------------------------------------------------------------------------- */

static struct json_object *
question(struct mem *mem, struct json_object *form, const char *key)
{
	struct form_spot spot;

	return form_edit_find(&spot, form, mem_printf(mem, "question:%s", key))
	    ? spot.node : NULL;
}

static int
digits(struct json_object *node)
{
	const char *type = json_text_or(node, "type", "");

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

/* A value as the page shows it and reads it again. */
static const char *
operand_said(struct mem *mem, struct json_object *node,
    struct json_object *value)
{
	const char *text = "";
	int64_t n, unit = 1;
	size_t i;
	int d;

	for (i = 0; i < json_count(value); i++)
		text = mem_printf(mem, "%s%s%s", text, i == 0 ? "" : " ; ",
		    operand_said(mem, node, json_at(value, i)));
	if (json_is(value, json_type_array))
		return text;
	if (json_is(value, json_type_boolean))
		return json_object_get_boolean(value) ? _("oui") : _("non");
	if (!json_is(value, json_type_int))
		return value == NULL ? "" : mem_strdup(mem, option_said(node,
		    json_object_get_string(value)));
	n = json_object_get_int64(value);
	for (d = digits(node), i = 0; (int)i < d; i++)
		unit *= 10;
	if (n % unit == 0)
		return mem_printf(mem, "%" PRId64, n / unit);
	return mem_printf(mem, "%s%" PRId64 ",%0*" PRId64, n < 0 ? "-" : "",
	    (n < 0 ? -n : n) / unit, d, (n < 0 ? -n : n) % unit);
}

/* The operator of a comparison, an index; OPERATORS: none of ours. */
static size_t
operator_of(struct json_object *c, struct json_object **value)
{
	size_t i;

	for (i = 0; i < OPERATORS; i++)
		if (json_has(c, operators[i].op)) {
			*value = json_get(c, operators[i].op);
			if (strcmp(operators[i].op, "answered") == 0 &&
			    !json_object_get_boolean(*value))
				i++;
			return i;
		}
	return OPERATORS;
}

static bool
takes_value(size_t op)
{
	return strcmp(operators[op].op, "answered") != 0 &&
	    strcmp(operators[op].op, "no") != 0;
}

/* Can a line say it? */
static bool
is_plain(struct json_object *c)
{
	struct json_object *value;

	return json_text(c, "field") != NULL &&
	    json_object_object_length(c) == 2 &&
	    operator_of(c, &value) < OPERATORS &&
	    !json_is(value, json_type_object);
}

static const char *
comparison_said(struct mem *mem, struct json_object *form,
    struct json_object *c)
{
	struct json_object *value = NULL, *node;
	const char *key = json_text_or(c, "field", "");
	const char *said;
	size_t op;

	if (!is_plain(c))
		return mem_printf(mem, "%s", json_string(mem, c));
	op = operator_of(c, &value);
	node = question(mem, form, key);
	said = strcmp(operators[op].op, "one_of") == 0 ? _("est l’une de")
	    : strcmp(operators[op].op, "within") == 0
	    ? _("est dans le territoire") : _(operators[op].said);
	if (!takes_value(op))
		return mem_printf(mem, "« %s » %s", json_text_or(node, "label",
		    key), said);
	return mem_printf(mem, "« %s » %s « %s »", json_text_or(node, "label",
	    key), said, operand_said(mem, node, value));
}

const char *
condition_said(struct mem *mem, struct json_object *form,
    struct json_object *c)
{
	struct json_object *list = json_array(c, "all");
	const char *text = "", *between = _("et");
	size_t i;

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

/* --- showing ---------------------------------------------------------------------------- */

/* The lines of a stored condition, and how they go together; NULL mode: a
 * condition that only JSON says. */
static const char *
mode_of(struct json_object *c, struct json_object **list)
{
	size_t i;

	*list = NULL;
	if (c == NULL)
		return "toujours";
	if (is_plain(c))
		return "toutes";
	*list = json_array(c, "all");
	if (*list == NULL)
		*list = json_array(c, "any");
	for (i = 0; i < json_count(*list); i++)
		if (!is_plain(json_at(*list, i)))
			*list = NULL;
	if (*list == NULL)
		return "json";
	return json_array(c, "all") != NULL ? "toutes" : "une";
}

static const char *
control(const struct editor *e, const char *member, size_t i,
    const char *what)
{
	return mem_printf(e->req->mem, "c.%s.%zu.%s", member, i, what);
}

static const char *
shown(const struct editor *e, const char *name, const char *stored)
{
	return req_typed(e->req, name, stored);
}

static void
add_option(struct view *in, const char *section, const char *value,
    const char *text, bool chosen)
{
	struct view *row = view_add(in, section);

	view_text(row, M_OPTION_VALUE, value);
	view_text(row, M_OPTION_TEXT, text);
	if (chosen)
		view_show(row, M_OPTION_CHOSEN);
}

/* Each question before the part, in order; fn is given its key and label. */
static void
each_before(const struct editor *e, const struct form_spot *spot,
    void (*fn)(void *, struct json_object *), void *arg)
{
	struct json_object *steps = json_array(e->draft.definition, "steps");
	size_t s, b, f;

	for (s = 0; s <= spot->step && s < json_count(steps); s++) {
		struct json_object *blocks = json_array(json_at(steps, s),
		    "blocks");

		for (b = 0; b < json_count(blocks); b++) {
			struct json_object *fields = json_array(json_at(blocks,
			    b), "fields");

			for (f = 0; f < json_count(fields); f++) {
				if (s == spot->step &&
				    (spot->part == PART_STEP ||
				    b > spot->block || (b == spot->block &&
				    (spot->part == PART_BLOCK ||
				    f >= spot->field))))
					return;
				fn(arg, json_at(fields, f));
			}
		}
	}
}

struct choice {
	struct view	*in;
	const char	*chosen;
	bool		 found;
};

static void
add_question(void *arg, struct json_object *field)
{
	struct choice *c = arg;
	const char *key = json_text_or(field, "key", "");
	bool chosen = strcmp(key, c->chosen) == 0;

	if (strcmp(json_text_or(field, "type", ""), "heading") == 0 ||
	    strcmp(json_text_or(field, "type", ""), "explanation") == 0)
		return;
	c->found = c->found || chosen;
	add_option(c->in, M_LINE_QUESTIONS, key, json_text_or(field, "label",
	    key), chosen);
}

/* What may be answered, for lists beside the value (editor.js). */
static void
add_answers(void *arg, struct json_object *field)
{
	struct json_object *options = json_array(field, "options");
	struct view *in = arg, *list;
	const char *type = json_text_or(field, "type", "");
	size_t i;

	if (options == NULL && strcmp(type, "yes_no") != 0)
		return;
	list = view_add(in, M_ANSWER_LISTS);
	view_text(list, M_LIST_KEY, json_text_or(field, "key", ""));
	for (i = 0; i < json_count(options); i++)
		view_text(view_add(list, M_LIST_ANSWERS), M_ANSWER_TEXT,
		    json_text_or(json_at(options, i), "label", ""));
	if (options != NULL)
		return;
	view_text(view_add(list, M_LIST_ANSWERS), M_ANSWER_TEXT, _("oui"));
	view_text(view_add(list, M_LIST_ANSWERS), M_ANSWER_TEXT, _("non"));
}

static void
add_line(const struct editor *e, struct view *section,
    const struct form_spot *spot, const char *member, size_t i,
    struct json_object *c)
{
	struct view *line = view_add(section, M_CONDITION_LINES);
	struct json_object *value = NULL;
	size_t op = c == NULL ? OPERATORS : operator_of(c, &value), o;
	const char *chosen;
	struct choice list;

	view_int(line, M_LINE_NUMBER, (int64_t)i + 1);
	view_text(line, M_LINE_QUESTION_NAME, control(e, member, i,
	    "question"));
	view_text(line, M_LINE_OP_NAME, control(e, member, i, "est"));
	view_text(line, M_LINE_VALUE_NAME, control(e, member, i, "valeur"));
	list = (struct choice){ line, shown(e, control(e, member, i,
	    "question"), json_text(c, "field")), false };
	each_before(e, spot, add_question, &list);
	/* One that is no longer before is kept, for the linter to tell. */
	if (!list.found && *list.chosen != '\0')
		add_option(line, M_LINE_QUESTIONS, list.chosen, list.chosen,
		    true);
	chosen = shown(e, control(e, member, i, "est"), op < OPERATORS
	    ? operators[op].op : "equals");
	for (o = 0; o < OPERATORS; o++)
		add_option(line, M_LINE_OPS, operators[o].op,
		    _(operators[o].said), strcmp(operators[o].op, chosen) == 0);
	view_text(line, M_LINE_VALUE, shown(e, control(e, member, i, "valeur"),
	    c == NULL ? NULL : operand_said(e->req->mem, question(e->req->mem,
	    e->draft.definition, json_text_or(c, "field", "")), value)));
}

void
condition_show(const struct editor *e, struct view *page,
    const struct form_spot *spot, const char *member,
    const struct problems *why)
{
	static const struct {
		const char	*mode, *said;
	} modes[] = {
		{ "toujours", N_("Sans condition") },
		{ "toutes", N_("Si toutes ces comparaisons sont vraies") },
		{ "une", N_("Si l’une de ces comparaisons est vraie") },
		{ "json", N_("Selon une condition écrite en JSON (avancé)") },
	};
	struct mem *mem = e->req->mem;
	struct json_object *c = json_get(spot->node, member), *list;
	struct view *section = view_add(page, M_CONDITION);
	const char *mode = mode_of(c, &list), *name;
	size_t i, n = list != NULL ? json_count(list)
	    : strcmp(mode, "toutes") == 0 ? 1 : 0;

	name = mem_printf(mem, "c.%s.mode", member);
	mode = shown(e, name, mode);
	view_text(section, M_CONDITION_ID, mem_printf(mem, "c-%s", member));
	view_text(section, M_CONDITION_TITLE, form_member_said(member));
	view_text(section, M_CONDITION_MODE_NAME, name);
	for (i = 0; i < sizeof(modes) / sizeof(modes[0]); i++)
		add_option(section, M_CONDITION_MODES, modes[i].mode,
		    _(modes[i].said), strcmp(modes[i].mode, mode) == 0);
	for (i = 0; i < n + LINES_BLANK && i < LINES_MAX; i++)
		add_line(e, section, spot, member, i, i >= n ? NULL
		    : list == NULL ? c : json_at(list, i));
	name = mem_printf(mem, "c.%s.json", member);
	view_text(section, M_CONDITION_JSON_NAME, name);
	view_text(section, M_CONDITION_JSON, shown(e, name, c == NULL ? ""
	    : mem_strdup(mem, json_object_to_json_string_ext(c,
	    JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_NOSLASHESCAPE))));
	view_text(section, M_CONDITION_SAID, c == NULL ? _("(sans condition)")
	    : condition_said(mem, e->draft.definition, c));
	if (strcmp(mode, "toujours") != 0 || strcmp(member, "visible_if") == 0)
		view_show(section, M_CONDITION_OPEN);
	if (strcmp(mode, "json") == 0)
		view_show(section, M_CONDITION_ADVANCED);
	view_optional(section, M_CONDITION_ERROR, M_CONDITION_ERROR_TEXT,
	    why == NULL ? NULL : problem_get(why, mem_printf(mem, "c-%s",
	    member)));
	each_before(e, spot, add_answers, section);
}

/* --- reading ------------------------------------------------------------------------------ */

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

static bool
read_integer(int64_t *n, const char *text, int decimals)
{
	bool point = false, negative = *text == '-';
	int64_t value = 0;
	int seen = 0, count = 0;

	for (text += negative; *text != '\0'; text++) {
		if ((*text == ',' || *text == '.') && !point && decimals > 0)
			point = true;
		else if (*text >= '0' && *text <= '9' && count < 15 &&
		    (!point || seen < decimals)) {
			value = 10 * value + (*text - '0');
			count++;
			seen += point;
		} else if ((unsigned char)*text < 0x80 && *text != ' ')
			return false;
	}
	for (; seen < decimals; seen++)
		value *= 10;
	*n = negative ? -value : value;
	return count > 0;
}

/* One value, as the type of the question has it; what cannot be read stays
 * text, and the rules say what is allowed. */
static struct json_object *
read_value(struct mem *mem, struct json_object *node, const char *text)
{
	const char *type = json_text_or(node, "type", "");
	const char *folded = text_fold(mem, text);
	struct civil day;
	int64_t n;

	text = text_trim(mem, text);
	if (shape_choice("yes_no|checkbox", type)) {
		if (strcmp(folded, "oui") == 0 || strcmp(folded, "yes") == 0)
			return json_object_new_boolean(true);
		if (strcmp(folded, "non") == 0 || strcmp(folded, "no") == 0)
			return json_object_new_boolean(false);
	}
	if (shape_choice("integer|decimal|money|percentage|calculated", type) &&
	    read_integer(&n, text, digits(node)))
		return json_object_new_int64(n);
	if (shape_choice("date|date_time", type) && date_parse(&day, text))
		return json_object_new_string(date_iso_civil(mem, &day));
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

/* A line, or NULL when no question is chosen. */
static struct json_object *
read_line(const struct editor *e, const char *member, size_t i)
{
	const struct fields *f = &e->req->fields;
	const char *key = field_raw(f, control(e, member, i, "question"));
	const char *op = field_raw(f, control(e, member, i, "est"));
	const char *text = field_raw(f, control(e, member, i, "valeur"));
	struct mem *mem = e->req->mem;
	struct json_object *node, *c;

	if (*key == '\0')
		return NULL;
	node = question(mem, e->draft.definition, key);
	c = json_object_new_object();
	json_put_text(c, "field", key);
	if (strcmp(op, "answered") == 0 || strcmp(op, "no") == 0)
		json_put_bool(c, "answered", *op == 'a');
	else if (strcmp(op, "one_of") == 0)
		json_put(c, op, read_list(mem, node, text));
	else
		json_put(c, *op == '\0' ? "equals" : op, read_value(mem, node,
		    text));
	return c;
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

bool
condition_read_typed(struct json_object **value, const struct editor *e,
    const struct form_spot *spot, const char *member, struct problems *why)
{
	struct mem *mem = e->req->mem;
	const char *mode = field_raw(&e->req->fields, mem_printf(mem,
	    "c.%s.mode", member));
	const char *text = field_raw(&e->req->fields, mem_printf(mem,
	    "c.%s.json", member));
	const char *where = mem_printf(mem, "c-%s", member);
	struct json_error error = { 0, 0, "" };

	*value = NULL;
	if (*mode == '\0')
		return true;
	if (strcmp(mode, "toujours") == 0) {
		/* Lines written where there were none are meant; chosen over a
		 * condition, it takes that one away. */
		if (!json_has(spot->node, member))
			*value = read_lines(e, member, mode);
		return true;
	}
	if (strcmp(mode, "json") != 0) {
		*value = read_lines(e, member, mode);
		if (*value == NULL)
			problem_add(why, where, "%s",
			    _("Choisissez au moins une question à regarder."));
		return *value != NULL;
	}
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
