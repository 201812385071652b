/*
 * The format of forms as tables, from those that presets are checked against.
 * It adds no rule of its own.
 */
#include "config.h"

#include "domain/form_format.h"

#include <string.h>

#include "base/json.h"
#include "domain/preset_field_private.h"

const char *
form_format_types(void)
{
	return preset_field_types;
}

static const struct shape *
shape_row(const struct shape *rows, const char *name)
{
	for (; rows->name != NULL; rows++)
		if (strcmp(rows->name, name) == 0)
			return rows;
	return NULL;
}

const char *
form_format_kinds(void)
{
	return shape_row(preset_form_shape, "kind")->choices;
}

/* The rows of the settings named in `may`, but for those of every question. */
static const struct shape **
rows_of(struct mem *mem, const char *may)
{
	const struct shape **members, *row;
	size_t n = 0;

	for (row = preset_field_shape; row->name != NULL; row++)
		n++;
	members = MEM_ARRAY(mem, n + 1, const struct shape *);
	n = 0;
	for (row = preset_field_shape; row->name != NULL; row++)
		if (!shape_choice("key|type|fields|columns", row->name) &&
		    shape_choice(may, row->name))
			members[n++] = row;
	return members;
}

const struct shape **
form_format_members(struct mem *mem, const char *type)
{
	return rows_of(mem, preset_type_settings(mem, type, NULL));
}

/* The type of the question around an inner one; NULL: it is not inside one. */
static const char *
around(const struct form_spot *spot)
{
	struct json_object *node = form_edit_around(spot);

	return node == NULL ? NULL : json_text_or(node, "type", "");
}

const char *
form_format_types_at(struct mem *mem, const struct form_spot *spot)
{
	return around(spot) == NULL ? preset_field_types
	    : preset_types_inside(mem, around(spot), (int)spot->depth - 1);
}

const struct shape **
form_format_members_at(struct mem *mem, const struct form_spot *spot,
    const char *type)
{
	return rows_of(mem, preset_type_settings(mem, type, around(spot)));
}

const struct shape **
form_format_part(struct mem *mem, enum form_part part)
{
	const char *inside = form_edit_inside(part, NULL);
	const struct shape *row = preset_form_shape;
	const struct shape **members;
	size_t n = 0;

	if (part == PART_BAR)
		row = preset_bar_shape;
	else if (part == PART_STEP)
		row = shape_row(row, "steps")->members;
	else if (part == PART_BLOCK)
		row = shape_row(shape_row(row, "steps")->members,
		    "blocks")->members;
	else if (part == PART_RULE)
		row = shape_row(row, "rules")->members;
	members = MEM_ARRAY(mem, 40, const struct shape *);
	for (; row->name != NULL && n < 39; row++)
		if (!shape_choice("format|key|revision|rules|ineligible_if",
		    row->name) && (inside == NULL || strcmp(row->name, inside)
		    != 0))
			members[n++] = row;
	return members;
}

const char *
form_format_mapped_types(const char *target)
{
	return preset_target_types(target);
}

void
form_format_check(struct problems *why, struct json_object *form)
{
	static const char name[] = "formulaire";
	const struct preset_file file = { name, "", form };
	struct problems found = PROBLEMS_INIT(why->mem);
	const struct problem *p;

	preset_check_form(NULL, &file, &found);
	/* "formulaire: steps[0]…" → "steps[0]…" */
	for (p = found.first; p != NULL; p = p->next)
		problem_add(why, p->where[sizeof(name) - 1] == ':'
		    ? p->where + sizeof(name) + 1 : "", "%s", p->text);
}

static struct json_object *	ordered(struct json_object *,
    const struct shape *);

static struct json_object *
ordered_value(struct json_object *value, const struct shape *row)
{
	struct json_object *list;
	size_t i;

	if (row->type != SHAPE_OBJECT)
		return json_object_get(value);
	if (!json_is(value, json_type_array))
		return ordered(value, row->members);
	list = json_object_new_array();
	for (i = 0; i < json_count(value); i++)
		json_object_array_add(list, ordered(json_at(value, i),
		    row->members));
	return list;
}

static struct json_object *
ordered(struct json_object *value, const struct shape *rows)
{
	struct json_object *o;
	const struct shape *row;

	if (!json_is(value, json_type_object))
		return json_object_get(value);
	o = json_object_new_object();
	for (row = rows; row->name != NULL; row++)
		if (json_has(value, row->name))
			json_put(o, row->name, ordered_value(json_get(value,
			    row->name), row));
	JSON_EACH(value, m)
		if (shape_row(rows, m.key) == NULL)
			json_put(o, m.key, json_object_get(m.value));
	return o;
}

struct json_object *
form_format_ordered(struct json_object *form)
{
	return ordered(form, preset_form_shape);
}
