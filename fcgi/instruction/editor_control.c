/*
 * Which control shows a setting of a part, and its value as a text. The shape of
 * a setting chooses its control; no type of field is known.
 */
#include "config.h"

#include "fcgi/instruction/editor_control.h"

#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/lang.h"
#include "domain/decimal.h"

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

enum control
control_of(const struct shape *m)
{
	bool many = (m->flags & SHAPE_MANY) != 0;

	switch (m->type) {
	case SHAPE_BOOL:
		return strcmp(m->name, "must_be") == 0 ? CONTROL_YES_NO
		    : strcmp(m->name, "blocks") == 0 ? CONTROL_BLOCKS
		    : CONTROL_FLAG;
	case SHAPE_INT:
		return CONTROL_NUMBER;
	case SHAPE_CHOICE:
		return many ? CONTROL_SEVERAL : CONTROL_CHOICE;
	case SHAPE_KEY:
	case SHAPE_CODE:
		if (!many)
			return strcmp(m->name, "list") == 0 ? CONTROL_LIST
			    : CONTROL_TEXT;
		return strcmp(m->name, "at") == 0 ? CONTROL_BESIDE
		    : CONTROL_KEYS;
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
		return strcmp(m->name, "message") == 0 ? CONTROL_MESSAGE
		    : CONTROL_JSON;
	default:
		return CONTROL_TEXT;
	}
}

int
control_digits(const struct form_spot *spot, const struct shape *m)
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

const char *
control_text(struct mem *mem, const struct form_spot *spot,
    const struct shape *m, struct json_object *value)
{
	if (value == NULL)
		return "";
	switch (control_of(m)) {
	case CONTROL_NUMBER:
		return decimal_typed(mem, json_object_get_int64(value),
		    control_digits(spot, m), lang_get());
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
			    : _("non")) : control_text(mem, &spot, *members,
			    value);
	json_object_put(node);
	if (text == NULL)
		text = value == NULL ? "" : json_is(value, json_type_string)
		    ? mem_strdup(mem, json_object_get_string(value))
		    : json_string(mem, value);
	return text;
}
