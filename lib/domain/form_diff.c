/*
 * Two definitions of a form compared: by keys, so that a question that moved is
 * still the same.
 */
#include "config.h"

#include "domain/form_diff.h"

#include <string.h>

#include "base/json.h"
#include "base/shape.h"
#include "domain/form_edit.h"

struct diff {
	struct mem	*mem;
	struct json_object *before, *after;
	struct form_change *rows;
	size_t		 count, room;
};

static void
add(struct diff *d, const struct form_change *c)
{
	struct form_change *rows;

	if (d->count == d->room) {
		d->room = d->room == 0 ? 64 : 2 * d->room;
		rows = MEM_ARRAY(d->mem, d->room, struct form_change);
		if (d->count > 0)
			memcpy(rows, d->rows, d->count * sizeof(*rows));
		d->rows = rows;
	}
	d->rows[d->count++] = *c;
}

/* Members of a part, but for what it holds. */
static void
compare_members(struct diff *d, const char *part, struct json_object *was,
    struct json_object *is)
{
	static const char inside[] = "steps|blocks|fields|columns|rules|"
	    "ineligible_if|revision|format|key";
	bool field = strncmp(part, "question:", 9) == 0;
	struct form_change c = { FORM_CHANGED, part, json_text_or(is, "label",
	    json_text_or(is, "title", "")), field ? json_text_or(is, "type",
	    "") : "", NULL, NULL, NULL };

	JSON_EACH(is, m) {
		if (shape_choice(inside, m.key) ||
		    json_object_equal(m.value, json_get(was, m.key)))
			continue;
		c.member = m.key;
		c.before = json_get(was, m.key);
		c.after = m.value;
		add(d, &c);
	}
	JSON_EACH(was, m) {
		if (shape_choice(inside, m.key) || json_has(is, m.key))
			continue;
		c.member = m.key;
		c.before = m.value;
		c.after = NULL;
		add(d, &c);
	}
}

/* What people call a part: "Partenaires › Nom" of an inner question. */
static const char *
label_of(struct diff *d, const struct form_spot *spot)
{
	struct json_object *around = form_edit_around(spot);
	const char *own = spot->part == PART_RULE || spot->part == PART_BAR
	    ? form_edit_message(spot->node) : json_text_or(spot->node,
	    "label", json_text_or(spot->node, "key", ""));

	return around == NULL ? own : mem_printf(d->mem, "%s › %s",
	    json_text_or(around, "label", ""), own);
}

static void
whole(struct diff *d, enum form_change_kind kind, const struct form_spot *spot)
{
	struct form_change c = { kind, form_edit_spot_name(d->mem, spot),
	    label_of(d, spot), json_text_or(spot->node, "type", ""), NULL,
	    NULL, NULL };

	add(d, &c);
}

/* The part just before it in its list that both have; NULL: none. */
static const char *
neighbour(struct diff *d, struct json_object *list, size_t at,
    struct json_object *other)
{
	struct json_object *node;
	size_t i;

	while (at-- > 0) {
		node = json_at(list, at);
		for (i = 0; i < json_count(other); i++)
			if (strcmp(json_text_or(json_at(other, i), "key", ""),
			    json_text_or(node, "key", "")) == 0)
				return json_text(node, "key");
	}
	(void)d;
	return NULL;
}

static bool
has_moved(struct diff *d, const struct form_spot *was,
    const struct form_spot *is)
{
	const char *a = neighbour(d, was->list, was->at, is->list);
	const char *b = neighbour(d, is->list, is->at, was->list);

	return (a == NULL) != (b == NULL) || (a != NULL && strcmp(a, b) != 0);
}

/* The key of what a part stands in: "projet/identite", "projet", "". */
static const char *
place_of(struct diff *d, struct json_object *form, const struct form_spot *s)
{
	if (s->part == PART_STEP || form_edit_around(s) != NULL)
		return "";
	return form_edit_name(d->mem, form, s->part == PART_BLOCK ? PART_STEP
	    : PART_BLOCK, s->step, s->block, 0);
}

/* Rules have no key: the same words are the same rule. */
struct wanted {
	const struct form_spot *like;
};

static bool
is_like(const struct form_spot *spot, void *arg)
{
	const struct wanted *w = arg;

	return spot->part == w->like->part &&
	    json_object_equal(spot->node, w->like->node);
}

/* The same part in the other definition. */
static bool
find(struct form_spot *other, struct diff *d, struct json_object *form,
    const struct form_spot *spot)
{
	struct wanted w = { spot };

	if (spot->part == PART_RULE || spot->part == PART_BAR)
		return form_edit_each(form, is_like, &w);
	return form_edit_find(other, form, form_edit_spot_name(d->mem, spot));
}

/* What is inside a question that came or went is said with it. */
static bool
is_said(struct diff *d, struct json_object *form, const struct form_spot *spot)
{
	struct form_spot around;

	return form_edit_around(spot) != NULL && !form_edit_find(&around, form,
	    mem_printf(d->mem, "question:%s%s%s", json_text_or(spot->in[0],
	    "key", ""), spot->depth > 1 ? "/" : "", spot->depth > 1
	    ? json_text_or(spot->in[1], "key", "") : ""));
}

static bool
compare(const struct form_spot *is, void *arg)
{
	struct diff *d = arg;
	struct form_spot was;
	bool rule = is->part == PART_RULE || is->part == PART_BAR;

	if (is_said(d, d->before, is))
		return false;
	if (!find(&was, d, d->before, is))
		whole(d, FORM_ADDED, is);
	else if (!rule) {
		if (strcmp(place_of(d, d->before, &was), place_of(d, d->after,
		    is)) != 0 || has_moved(d, &was, is))
			whole(d, FORM_MOVED, is);
		compare_members(d, form_edit_spot_name(d->mem, is), was.node,
		    is->node);
	}
	return false;
}

static bool
removed(const struct form_spot *was, void *arg)
{
	struct diff *d = arg;
	struct form_spot is;

	if (!is_said(d, d->after, was) && !find(&is, d, d->after, was))
		whole(d, FORM_REMOVED, was);
	return false;
}

size_t
form_diff(struct form_change **rows, struct mem *mem,
    struct json_object *before, struct json_object *after)
{
	struct diff d = { mem, before, after, NULL, 0, 0 };

	compare_members(&d, "", before, after);
	form_edit_each(after, compare, &d);
	form_edit_each(before, removed, &d);
	*rows = d.rows;
	return d.count;
}
