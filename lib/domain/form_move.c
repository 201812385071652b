/*
 * Parts of a definition put elsewhere: one place up or down, or at a place.
 * What is left empty stays: the linter tells it, the agent fills or removes it.
 */
#include "config.h"

#include "domain/form_edit_private.h"

#include <string.h>

/* The list before or after the one a part stands in, at the same level. */
static struct json_object *
neighbour(struct json_object *form, const struct form_spot *spot, int way)
{
	struct json_object *steps = json_array(form, "steps"), *blocks;
	struct json_object *list = NULL, *last = NULL;
	bool passed = false;
	size_t s, b;

	if ((spot->part != PART_BLOCK && spot->part != PART_FIELD) ||
	    form_edit_around(spot) != NULL)
		return NULL;
	for (s = 0; s < json_count(steps); s++) {
		blocks = json_array(json_at(steps, s), "blocks");
		for (b = 0; b < (spot->part == PART_BLOCK ? 1
		    : json_count(blocks)); b++) {
			list = spot->part == PART_BLOCK ? blocks
			    : json_array(json_at(blocks, b), "fields");
			if (passed)
				return list;
			if (list == spot->list) {
				if (way < 0)
					return last;
				passed = true;
			}
			last = list;
		}
	}
	return NULL;
}

/* A key is unique in its list: one that comes to a list where it exists
 * changes. */
static void
settle(struct json_object *form, enum form_part part,
    struct json_object *list, struct json_object *node)
{
	struct mem *mem;

	if (part != PART_BLOCK || !form_list_has(list, key_of(node)))
		return;
	mem = mem_new();
	json_put_text(node, "key", form_free_key(mem, form, list,
	    key_of(node)));
	mem_free(mem);
}

/* The list where one place further is, and the position there. */
static struct json_object *
next_place(struct json_object *form, const struct form_spot *spot, int way,
    size_t *at)
{
	struct json_object *list;

	if (way < 0 ? spot->at > 0 : spot->at + 1 < json_count(spot->list)) {
		*at = way < 0 ? spot->at - 1 : spot->at + 1;
		return spot->list;
	}
	list = neighbour(form, spot, way);
	if (list == NULL || json_count(list) >= form_part_most(spot))
		return NULL;
	*at = way < 0 ? json_count(list) : 0;
	return list;
}

static void
put(struct json_object *form, const struct form_spot *spot,
    struct json_object *list, size_t at)
{
	struct json_object *node = form_list_take(spot->list, spot->at);

	if (list != spot->list)
		settle(form, spot->part, list, node);
	form_list_insert(list, at, node);
}

bool
form_edit_may_move(struct json_object *form, const struct form_spot *spot,
    int way)
{
	size_t at;

	return next_place(form, spot, way, &at) != NULL;
}

enum rc
form_edit_move(struct json_object *form, const char *name, int way)
{
	struct json_object *list;
	struct form_spot spot;
	size_t at;

	if (!form_edit_find(&spot, form, name))
		return RC_NOT_FOUND;
	list = next_place(form, &spot, way, &at);
	if (list == NULL)
		return RC_CONFLICT;
	put(form, &spot, list, at);
	return RC_OK;
}

/* The list of what holds parts of that kind; NULL: it holds others. */
static struct json_object *
list_of(const struct form_spot *to, const struct form_spot *spot)
{
	const char *member = form_edit_inside(to->part, to->node);

	if (form_edit_around(spot) == to->node)
		return spot->list;
	if (member == NULL || to->part == PART_FIELD ||
	    form_edit_around(spot) != NULL || spot->part > PART_FIELD ||
	    (to->part == PART_FORM ? PART_STEP : to->part + 1) != spot->part)
		return NULL;
	return json_array(to->node, member);
}

enum rc
form_edit_place(struct json_object *form, const char *name, const char *where)
{
	struct form_spot spot, to = { .part = PART_FORM, .node = form };
	struct json_object *list;
	size_t at;

	if (!form_edit_find(&spot, form, name) ||
	    (*where != '\0' && !form_edit_find(&to, form, where)))
		return RC_NOT_FOUND;
	if (to.part == spot.part) {
		list = to.list;
		at = to.at;
		/* Between lists, only what may stand in both. */
		if (list != spot.list && (spot.part > PART_FIELD ||
		    form_edit_around(&spot) != NULL ||
		    form_edit_around(&to) != NULL))
			return RC_CONFLICT;
	} else {
		list = list_of(&to, &spot);
		at = json_count(list);
	}
	if (list == NULL)
		return RC_NOT_FOUND;
	if (list != spot.list && json_count(list) >= form_part_most(&spot))
		return RC_CONFLICT;
	if (list == spot.list && spot.at < at)
		at--;
	put(form, &spot, list, at);
	return RC_OK;
}
