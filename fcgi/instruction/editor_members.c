/*
 * The settings of a part of a form as controls, and what was typed back into
 * JSON. The shape of a setting chooses its control; no type of field is known.
 */
#include "config.h"

#include "fcgi/instruction/editor.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"

enum control { CONTROL_TEXT, CONTROL_LINES, CONTROL_NUMBER, CONTROL_FLAG,
	CONTROL_YES_NO, CONTROL_CHOICE, CONTROL_SEVERAL, CONTROL_KEYS,
	CONTROL_OPTIONS, CONTROL_QUESTIONS, CONTROL_JSON };

/* --- which control ------------------------------------------------------------------- */

/* A list of {key, label, …}: options, rows of a table. */
static bool
is_labelled(const struct shape *m)
{
	size_t i;

	if (strcmp(m->members[0].name, "key") != 0 ||
	    m->members[1].name == NULL ||
	    strcmp(m->members[1].name, "label") != 0)
		return false;
	for (i = 0; m->members[i].name != NULL; i++)
		if (strcmp(m->members[i].name, "type") == 0)
			return false;
	return true;
}

/* {field}, {costs, sources}: keys of other questions. */
static bool
is_questions(const struct shape *m)
{
	size_t i;

	for (i = 0; m->members[i].name != NULL; i++)
		if (m->members[i].type != SHAPE_KEY)
			return false;
	return i > 0;
}

static enum control
control_of(const struct shape *m)
{
	bool many = (m->flags & SHAPE_MANY) != 0;

	switch (m->type) {
	case SHAPE_BOOL:
		return strcmp(m->name, "must_be") == 0 ? CONTROL_YES_NO
		    : CONTROL_FLAG;
	case SHAPE_INT:
		return CONTROL_NUMBER;
	case SHAPE_CHOICE:
		return many ? CONTROL_SEVERAL : CONTROL_CHOICE;
	case SHAPE_KEY:
	case SHAPE_CODE:
		return many ? CONTROL_KEYS : CONTROL_TEXT;
	case SHAPE_TEXT:
		return many ? CONTROL_JSON : m->max > 400 ? CONTROL_LINES
		    : CONTROL_TEXT;
	case SHAPE_LONG:
		return CONTROL_LINES;
	case SHAPE_OBJECT:
		if (many)
			return is_labelled(m) ? CONTROL_OPTIONS : CONTROL_JSON;
		return is_questions(m) ? CONTROL_QUESTIONS : CONTROL_JSON;
	case SHAPE_ANY:
		return strcmp(m->name, "formula") == 0 ? CONTROL_LINES
		    : CONTROL_JSON;
	default:
		return CONTROL_TEXT;
	}
}

/* A bound is written as the answer is: 3 000,50 € is 300050. */
static int
digits_of(const struct form_spot *spot, const struct shape *m)
{
	const char *type = json_text_or(spot->node, "type", "");

	if (strcmp(m->name, "min") != 0 && strcmp(m->name, "max") != 0)
		return 0;
	if (strcmp(type, "money") == 0 || strcmp(type, "percentage") == 0)
		return 2;
	return strcmp(type, "decimal") == 0
	    ? (int)json_int(spot->node, "decimals", 2) : 0;
}

const char *
member_control(struct mem *mem, const char *member)
{
	return mem_printf(mem, "m.%s", member);
}

/* --- texts of values -------------------------------------------------------------------- */

static const char *
number_text(struct mem *mem, int64_t n, int digits)
{
	int64_t unit = 1;
	int i;

	for (i = 0; i < digits; i++)
		unit *= 10;
	if (n % unit == 0)
		return mem_printf(mem, "%" PRId64, n / unit);
	return mem_printf(mem, "%s%" PRId64 ",%0*" PRId64, n < 0 ? "-" : "",
	    (n < 0 ? -n : n) / unit, digits, (n < 0 ? -n : n) % unit);
}

static const char *
keys_text(struct mem *mem, struct json_object *list)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < json_count(list); i++)
		text = mem_printf(mem, "%s%s%s", text, i == 0 ? "" : ", ",
		    json_at_text(list, i) == NULL ? "" : json_at_text(list, i));
	return text;
}

static void
option_line(struct buf *b, struct json_object *option, const char *before)
{
	buf_printf(b, "%s%s = %s", before, json_text_or(option, "key", ""),
	    json_text_or(option, "label", ""));
	if (json_has(option, "hint"))
		buf_printf(b, " | %s", json_text_or(option, "hint", ""));
	buf_char(b, '\n');
}

/* "cle = Libellé | aide" a line; "- cle = …" below it is chosen next. */
static const char *
options_text(struct mem *mem, struct json_object *list)
{
	struct buf b = BUF_INIT;
	const char *text;
	size_t i, j;

	for (i = 0; i < json_count(list); i++) {
		struct json_object *own = json_array(json_at(list, i),
		    "options");

		option_line(&b, json_at(list, i), "");
		for (j = 0; j < json_count(own); j++)
			option_line(&b, json_at(own, j), "- ");
	}
	text = mem_strdup(mem, b.data);
	buf_release(&b);
	return text;
}

static const char *
stored_text(struct mem *mem, const struct form_spot *spot,
    const struct shape *m, struct json_object *value)
{
	if (value == NULL)
		return "";
	switch (control_of(m)) {
	case CONTROL_NUMBER:
		return number_text(mem, json_object_get_int64(value),
		    digits_of(spot, m));
	case CONTROL_KEYS:
		return keys_text(mem, value);
	case CONTROL_OPTIONS:
		return options_text(mem, value);
	case CONTROL_JSON:
		return mem_strdup(mem, json_object_to_json_string_ext(value,
		    JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_NOSLASHESCAPE));
	default:
		return mem_strdup(mem, json_object_get_string(value));
	}
}

const char *
member_text(struct mem *mem, const char *type, const char *member,
    struct json_object *value)
{
	const struct shape **members = form_format_members(mem, type);
	struct json_object *node = json_object_new_object();
	struct form_spot spot = { .node = node };
	const char *text = NULL;

	json_put_text(node, "type", type);
	for (; *members != NULL && text == NULL; members++)
		if (strcmp((*members)->name, member) == 0 && value != NULL)
			text = control_of(*members) == CONTROL_CHOICE
			    ? form_value_said(member, json_object_get_string(
			    value)) : control_of(*members) == CONTROL_FLAG
			    ? (json_object_get_boolean(value) ? _("oui")
			    : _("non")) : stored_text(mem, &spot, *members,
			    value);
	json_object_put(node);
	if (text == NULL)
		text = value == NULL ? "" : json_is(value, json_type_string)
		    ? mem_strdup(mem, json_object_get_string(value))
		    : json_string(mem, value);
	return text;
}

/* --- showing -------------------------------------------------------------------------------- */

/* A role of the dossier is offered to the types that may play it. */
static bool
is_offered(const struct shape *m, const char *word, const char *type)
{
	return strcmp(m->name, "maps_to") != 0 ||
	    shape_choice(form_format_mapped_types(word), type);
}

/* Is there any role for that type? */
static bool
is_mapped(const struct shape *m, const char *type)
{
	const char *p = m->choices;
	char word[64];
	size_t len;

	for (; *p != '\0'; p += len + (p[len] == '|')) {
		len = strcspn(p, "|");
		snprintf(word, sizeof(word), "%.*s", (int)len, p);
		if (is_offered(m, word, type))
			return true;
	}
	return false;
}

static void
each_choice(const struct ask *ask, struct view *field, const char *control,
    const struct shape *m, const char *type, struct json_object *value)
{
	const char *choices = m->choices;
	size_t len, i;

	for (; *choices != '\0'; choices += len + (choices[len] == '|')) {
		const char *word;
		bool chosen;

		len = strcspn(choices, "|");
		word = mem_strndup(ask->req->mem, choices, len);
		chosen = json_is(value, json_type_string) &&
		    strcmp(json_object_get_string(value), word) == 0;
		for (i = 0; i < json_count(value); i++)
			chosen = chosen || strcmp(json_at_text(value, i) == NULL
			    ? "" : json_at_text(value, i), word) == 0;
		if (chosen || is_offered(m, word, type))
			ask_option(ask, field, control, word,
			    form_value_said(m->name, word), chosen);
	}
}

/* The types whose questions that member may name, "" any that is asked. */
static const char *
types_named(const struct form_spot *spot, const struct shape *m)
{
	if (strcmp(m->name, "balance") == 0)
		return "money";
	return json_text_or(spot->node, "type", "");
}

static void
show_questions(const struct ask *ask, const struct editor *e,
    const struct form_spot *spot, const struct shape *m,
    struct json_object *value)
{
	struct json_object *form = e->draft.definition, *steps, *blocks, *fields;
	const char *types = types_named(spot, m), *control, *label;
	struct view *field;
	size_t i, s, b, f;

	steps = json_array(form, "steps");
	for (i = 0; m->members[i].name != NULL; i++) {
		control = mem_printf(ask->req->mem, "m.%s.%s", m->name,
		    m->members[i].name);
		label = form_member_said(m->name);
		if (m->members[1].name != NULL)
			label = mem_printf(ask->req->mem, _("%s : %s"), label,
			    form_member_said(m->members[i].name));
		field = ask_select(ask, control, label, NULL);
		ask_optional(field);
		ask_option(ask, field, control, "", _("aucune"), value == NULL);
		for (s = 0; s < json_count(steps); s++) {
			blocks = json_array(json_at(steps, s), "blocks");
			for (b = 0; b < json_count(blocks); b++) {
				fields = json_array(json_at(blocks, b),
				    "fields");
				for (f = 0; f < json_count(fields); f++) {
					struct json_object *o = json_at(fields,
					    f);
					const char *key = json_text_or(o,
					    "key", "");

					if (o == spot->node || !shape_choice(
					    types, json_text_or(o, "type", "")))
						continue;
					ask_option(ask, field, control, key,
					    json_text_or(o, "label", key),
					    strcmp(json_text_or(value,
					    m->members[i].name, ""), key) == 0);
				}
			}
		}
	}
}

static const char *
number_hint(const struct form_spot *spot, const struct shape *m)
{
	const char *type = json_text_or(spot->node, "type", "");

	if (digits_of(spot, m) == 0)
		return form_member_about(m->name);
	return strcmp(type, "money") == 0 ? _("En euros.")
	    : strcmp(type, "percentage") == 0 ? _("En pour cent.")
	    : form_member_about(m->name);
}

void
member_show(const struct ask *ask, const struct editor *e,
    const struct form_spot *spot, const struct shape *m)
{
	const char *control = member_control(ask->req->mem, m->name);
	const char *said = form_member_said(m->name);
	const char *about = form_member_about(m->name);
	struct json_object *value = json_get(spot->node, m->name);
	const char *text = stored_text(ask->req->mem, spot, m, value);
	struct view *field;

	switch (control_of(m)) {
	case CONTROL_FLAG:
		field = ask_checkboxes(ask, control, said, about);
		ask_option(ask, field, control, "oui", _("Oui"),
		    json_is(value, json_type_boolean) &&
		    json_object_get_boolean(value));
		return;
	case CONTROL_YES_NO:
		field = ask_select(ask, control, said, about);
		ask_option(ask, field, control, "", _("l’une ou l’autre"),
		    value == NULL);
		ask_option(ask, field, control, "oui", _("oui seulement"),
		    value != NULL && json_object_get_boolean(value));
		ask_option(ask, field, control, "non", _("non seulement"),
		    value != NULL && !json_object_get_boolean(value));
		return;
	case CONTROL_CHOICE:
		if (strcmp(m->name, "maps_to") == 0 && value == NULL &&
		    !is_mapped(m, json_text_or(spot->node, "type", "")))
			return;
		field = ask_select(ask, control, said, about);
		if (!(m->flags & SHAPE_REQUIRED))
			ask_option(ask, field, control, "", _("rien de "
			    "particulier"), value == NULL);
		each_choice(ask, field, control, m, json_text_or(spot->node,
		    "type", ""), value);
		return;
	case CONTROL_SEVERAL:
		field = ask_checkboxes(ask, control, said, about);
		each_choice(ask, field, control, m, json_text_or(spot->node,
		    "type", ""), value);
		return;
	case CONTROL_QUESTIONS:
		show_questions(ask, e, spot, m, value);
		return;
	case CONTROL_LINES:
		field = ask_lines(ask, control, said, about, text, 3);
		break;
	case CONTROL_OPTIONS:
		field = ask_lines(ask, control, said, about, text,
		    (int)json_count(value) + 3);
		break;
	case CONTROL_JSON:
		field = ask_lines(ask, control, said, about != NULL ? about
		    : _("Réglage avancé, en JSON."), text, 6);
		break;
	case CONTROL_NUMBER:
		field = ask_text(ask, control, said, number_hint(spot, m), text,
		    "off");
		break;
	default:
		field = ask_text(ask, control, said, about, text, "off");
	}
	if (!(m->flags & SHAPE_REQUIRED))
		ask_optional(field);
}

/* --- reading ----------------------------------------------------------------------------------- */

/* Digits and at most `digits` decimals, spaces left out. */
static bool
read_number(int64_t *n, const char *text, int digits)
{
	bool negative = false, point = false;
	int64_t value = 0;
	int decimals = 0, count = 0;

	for (; *text != '\0'; text++) {
		if (*text == ' ' || *text == '\xc2' || *text == '\xa0' ||
		    *text == '\xe2' || *text == '\x80' || *text == '\xaf')
			continue;
		if (*text == '-' && count == 0 && !negative)
			negative = true;
		else if ((*text == ',' || *text == '.') && !point && digits > 0)
			point = true;
		else if (*text >= '0' && *text <= '9' && count < 17) {
			value = 10 * value + (*text - '0');
			count++;
			if (point && ++decimals > digits)
				return false;
		} else
			return false;
	}
	for (; decimals < digits; decimals++)
		if (value > INT64_MAX / 100 || value < 0)
			return false;
		else
			value *= 10;
	*n = negative ? -value : value;
	return count > 0;
}

static struct json_object *
read_keys(struct mem *mem, const char *text)
{
	struct json_object *list = json_object_new_array();
	size_t len;

	for (; *text != '\0'; text += len + (text[len] != '\0')) {
		const char *word;

		len = strcspn(text, ",; \n");
		word = mem_strndup(mem, text, len);
		if (*word == '.')
			word++;
		if (*word != '\0')
			json_object_array_add(list, json_object_new_string(
			    word));
	}
	return list;
}

static bool
has_key(struct json_object *list, const char *key)
{
	size_t i;

	for (i = 0; i < json_count(list); i++)
		if (strcmp(json_text_or(json_at(list, i), "key", ""), key) == 0)
			return true;
	return false;
}

/* One line: its key is said, or made of its words. */
static void
add_option(struct mem *mem, struct json_object *list, const char *line)
{
	const char *equals = strstr(line, " = "), *bar, *key = NULL, *label;
	struct json_object *option = json_object_new_object();
	int n;

	if (equals != NULL) {
		key = text_trim(mem, mem_strndup(mem, line,
		    (size_t)(equals - line)));
		if (shape_is_key(key))
			line = equals + 3;
		else
			key = NULL;
	}
	bar = strstr(line, " | ");
	label = text_trim(mem, bar == NULL ? line : mem_strndup(mem, line,
	    (size_t)(bar - line)));
	if (key == NULL) {
		key = text_slug(mem, label);
		for (n = 2; has_key(list, key); n++)
			key = mem_printf(mem, "%s-%d", text_slug(mem, label), n);
	}
	json_put_text(option, "key", key);
	json_put_text(option, "label", label);
	if (bar != NULL && !text_blank(bar + 3))
		json_put_text(option, "hint", text_trim(mem, bar + 3));
	json_object_array_add(list, option);
}

static struct json_object *
read_options(struct mem *mem, const char *text)
{
	struct json_object *list = json_object_new_array(), *own, *last;
	size_t len;

	for (; *text != '\0'; text += len + (text[len] != '\0')) {
		const char *line;

		len = strcspn(text, "\n");
		line = text_trim(mem, mem_strndup(mem, text, len));
		if (*line == '\0')
			continue;
		if (!text_starts(line, "- ") || json_count(list) == 0) {
			add_option(mem, list, line);
			continue;
		}
		last = json_at(list, json_count(list) - 1);
		own = json_array(last, "options");
		if (own == NULL) {
			own = json_object_new_array();
			json_put(last, "options", own);
		}
		add_option(mem, own, line + 2);
	}
	return list;
}

static struct json_object *
read_questions(const struct editor *e, const struct shape *m)
{
	struct json_object *o = json_object_new_object();
	size_t i;

	for (i = 0; m->members[i].name != NULL; i++) {
		const char *key = field_raw(&e->req->fields, mem_printf(
		    e->req->mem, "m.%s.%s", m->name, m->members[i].name));

		if (*key != '\0')
			json_put_text(o, m->members[i].name, key);
	}
	if (json_object_object_length(o) > 0)
		return o;
	json_object_put(o);
	return NULL;
}

static struct json_object *
read_several(const struct editor *e, const char *control)
{
	struct json_object *list = json_object_new_array();
	const struct field *f = NULL;

	while ((f = field_next(&e->req->fields, f, control)) != NULL)
		json_object_array_add(list, json_object_new_string(f->raw));
	return list;
}

static struct json_object *
not_empty(struct json_object *list)
{
	if (json_count(list) > 0)
		return list;
	json_object_put(list);
	return NULL;
}

bool
member_read(struct json_object **value, const struct editor *e,
    const struct form_spot *spot, const struct shape *m, struct problems *why)
{
	struct mem *mem = e->req->mem;
	const char *control = member_control(mem, m->name);
	const char *text = field_raw(&e->req->fields, control);
	struct json_error error;
	int64_t n;

	*value = NULL;
	switch (control_of(m)) {
	case CONTROL_SEVERAL:
		*value = not_empty(read_several(e, control));
		return true;
	case CONTROL_QUESTIONS:
		*value = read_questions(e, m);
		return true;
	default:
		break;
	}
	if (text_blank(text))
		return true;
	switch (control_of(m)) {
	case CONTROL_FLAG:
		*value = json_object_new_boolean(true);
		return true;
	case CONTROL_YES_NO:
		*value = json_object_new_boolean(strcmp(text, "oui") == 0);
		return true;
	case CONTROL_NUMBER:
		if (!read_number(&n, text, digits_of(spot, m))) {
			problem_add(why, control, _("« %s » n’est pas un "
			    "nombre attendu ici."), text);
			return false;
		}
		*value = json_object_new_int64(n);
		return true;
	case CONTROL_KEYS:
		*value = not_empty(read_keys(mem, text));
		return true;
	case CONTROL_OPTIONS:
		*value = not_empty(read_options(mem, text_unix_lines(mem,
		    text)));
		return true;
	case CONTROL_JSON:
		if (json_parse(value, text, strlen(text), 16, &error) == RC_OK)
			return true;
		problem_add(why, control, _("Ce n’est pas du JSON : ligne %d, "
		    "colonne %d (%s)."), error.line, error.column, error.text);
		return false;
	case CONTROL_LINES:
		if (m->type == SHAPE_LONG) {
			*value = json_object_new_string(text_unix_lines(mem,
			    text));
			return true;
		}
		/* FALLTHROUGH */
	default:
		*value = json_object_new_string(text_trim(mem,
		    text_collapse_spaces(mem, text)));
		return true;
	}
}
