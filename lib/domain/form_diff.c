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
	static const char inside[] = "steps|blocks|revision|format|key";
	bool field = strncmp(part, "question:", 9) == 0;
	struct form_change c = { FORM_CHANGED, part, json_text_or(is, "label",
	    json_text_or(is, "title", "")), field ? json_text_or(is, "type",
	    "") : "", NULL, NULL, NULL };

	JSON_EACH(is, m) {
		if (shape_choice(inside, m.key) ||
		    (!field && strcmp(m.key, "fields") == 0) ||
		    json_object_equal(m.value, json_get(was, m.key)))
			continue;
		c.member = m.key;
		c.before = json_get(was, m.key);
		c.after = m.value;
		add(d, &c);
	}
	JSON_EACH(was, m) {
		if (shape_choice(inside, m.key) ||
		    (!field && strcmp(m.key, "fields") == 0) ||
		    json_has(is, m.key))
			continue;
		c.member = m.key;
		c.before = m.value;
		c.after = NULL;
		add(d, &c);
	}
}

static struct form_change
whole(enum form_change_kind kind, const char *part, struct json_object *node)
{
	return (struct form_change){ kind, part, json_text_or(node, "label",
	    json_text_or(node, "key", "")), json_text_or(node, "type", ""),
	    NULL, NULL, NULL };
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
	if (s->part == PART_STEP)
		return "";
	return form_edit_name(d->mem, form, s->part == PART_BLOCK ? PART_STEP
	    : PART_BLOCK, s->step, s->block, 0);
}

static void
compare(struct diff *d, const char *part)
{
	struct form_spot was, is;
	struct form_change c;

	if (part == NULL || !form_edit_find(&is, d->after, part))
		return;
	if (!form_edit_find(&was, d->before, part)) {
		c = whole(FORM_ADDED, part, is.node);
		add(d, &c);
		return;
	}
	if (strcmp(place_of(d, d->before, &was), place_of(d, d->after, &is))
	    != 0 || has_moved(d, &was, &is)) {
		c = whole(FORM_MOVED, part, is.node);
		add(d, &c);
	}
	compare_members(d, part, was.node, is.node);
}

/* Each part of a definition in reading order. */
static void
each_part(struct diff *d, struct json_object *form,
    void (*fn)(struct diff *, const char *))
{
	struct json_object *steps = json_array(form, "steps"), *blocks;
	size_t s, b, f, n;

	for (s = 0; s < json_count(steps); s++) {
		fn(d, form_edit_name(d->mem, form, PART_STEP, s, 0, 0));
		blocks = json_array(json_at(steps, s), "blocks");
		for (b = 0; b < json_count(blocks); b++) {
			fn(d, form_edit_name(d->mem, form, PART_BLOCK, s, b,
			    0));
			n = json_count(json_array(json_at(blocks, b),
			    "fields"));
			for (f = 0; f < n; f++)
				fn(d, form_edit_name(d->mem, form, PART_FIELD,
				    s, b, f));
		}
	}
}

static void
removed(struct diff *d, const char *part)
{
	struct form_spot was, is;
	struct form_change c;

	if (form_edit_find(&is, d->after, part) ||
	    !form_edit_find(&was, d->before, part))
		return;
	c = whole(FORM_REMOVED, part, was.node);
	add(d, &c);
}

size_t
form_diff(struct form_change **rows, struct mem *mem,
    struct json_object *before, struct json_object *after)
{
	struct diff d = { mem, before, after, NULL, 0, 0 };

	compare_members(&d, "", before, after);
	each_part(&d, after, compare);
	each_part(&d, before, removed);
	*rows = d.rows;
	return d.count;
}
