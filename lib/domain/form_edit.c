/*
 * The definition of a form changed by small operations on its JSON.
 * It judges nothing: a draft may be wrong, and says so elsewhere.
 */
#include "config.h"

#include "domain/form_edit.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/digest.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/shape.h"
#include "base/text.h"
#include "domain/form_format.h"

#define STEPS_MAX	20
#define BLOCKS_MAX	30
#define FIELDS_MAX	100	/* of a block */
#define KEY_MAX		60	/* characters of a key made of a label */

static const char *const prefixes[PART_COUNT] = {
	[PART_STEP] = "etape:", [PART_BLOCK] = "bloc:",
	[PART_FIELD] = "question:"
};
/* The member that holds what is inside a part; a question has nothing. */
static const char *const inside[PART_COUNT] = {
	[PART_STEP] = "blocks", [PART_BLOCK] = "fields", [PART_FIELD] = NULL
};
static const size_t most[PART_COUNT] = { STEPS_MAX, BLOCKS_MAX, FIELDS_MAX };

static const char *
key_of(struct json_object *node)
{
	return json_text_or(node, "key", "");
}

/* --- finding -------------------------------------------------------------------- */

static bool
is_named(const struct form_spot *spot, struct json_object *step,
    enum form_part part, const char *key)
{
	size_t len;

	if (spot->part != part)
		return false;
	if (part != PART_BLOCK)
		return strcmp(key_of(spot->node), key) == 0;
	len = strlen(key_of(step));
	return strncmp(key, key_of(step), len) == 0 && key[len] == '/' &&
	    strcmp(key + len + 1, key_of(spot->node)) == 0;
}

/* Each part in reading order, a step before its blocks; stops when fn says. */
static bool
walk(struct json_object *form, struct form_spot *spot,
    bool (*fn)(const struct form_spot *, struct json_object *, void *),
    void *arg)
{
	struct json_object *steps = json_array(form, "steps");
	size_t s, b, f;

	for (s = 0; s < json_count(steps); s++) {
		struct json_object *step = json_at(steps, s);
		struct json_object *blocks = json_array(step, "blocks");

		*spot = (struct form_spot){ PART_STEP, s, 0, 0, step, steps, s };
		if (fn(spot, step, arg))
			return true;
		for (b = 0; b < json_count(blocks); b++) {
			struct json_object *block = json_at(blocks, b);
			struct json_object *fields = json_array(block,
			    "fields");

			*spot = (struct form_spot){ PART_BLOCK, s, b, 0, block,
			    blocks, b };
			if (fn(spot, step, arg))
				return true;
			for (f = 0; f < json_count(fields); f++) {
				*spot = (struct form_spot){ PART_FIELD, s, b, f,
				    json_at(fields, f), fields, f };
				if (fn(spot, step, arg))
					return true;
			}
		}
	}
	return false;
}

struct wanted {
	enum form_part	 part;
	const char	*key;
};

static bool
found(const struct form_spot *spot, struct json_object *step, void *arg)
{
	const struct wanted *w = arg;

	return is_named(spot, step, w->part, w->key);
}

bool
form_edit_find(struct form_spot *spot, struct json_object *form,
    const char *name)
{
	struct form_spot at;
	struct wanted w;
	int part;

	for (part = 0; part < PART_COUNT; part++) {
		if (!text_starts(name, prefixes[part]))
			continue;
		w = (struct wanted){ (enum form_part)part,
		    name + strlen(prefixes[part]) };
		if (walk(form, &at, found, &w)) {
			*spot = at;
			return true;
		}
	}
	return false;
}

const char *
form_edit_name(struct mem *mem, struct json_object *form, enum form_part part,
    size_t s, size_t b, size_t f)
{
	struct json_object *step = json_at(json_array(form, "steps"), s);
	struct json_object *block = json_at(json_array(step, "blocks"), b);
	struct json_object *field = json_at(json_array(block, "fields"), f);

	switch (part) {
	case PART_STEP:
		return step == NULL ? NULL
		    : mem_printf(mem, "etape:%s", key_of(step));
	case PART_BLOCK:
		return block == NULL ? NULL : mem_printf(mem, "bloc:%s/%s",
		    key_of(step), key_of(block));
	default:
		return field == NULL ? NULL
		    : mem_printf(mem, "question:%s", key_of(field));
	}
}

/* --- marks ------------------------------------------------------------------------ */

static const char *
mark(struct mem *mem, struct json_object *node, const char *without)
{
	struct json_object *copy = json_object_new_object();
	struct buf b = BUF_INIT;
	char hex[DIGEST_HEX];

	JSON_EACH(node, m)
		if (without == NULL || strcmp(m.key, without) != 0)
			json_object_object_add(copy, m.key,
			    json_object_get(m.value));
	json_canonical(&b, copy);
	digest_sha256_hex(hex, b.data, b.len);
	buf_release(&b);
	json_object_put(copy);
	return mem_strndup(mem, hex, 12);
}

const char *
form_edit_mark(struct mem *mem, const struct form_spot *spot, bool deep)
{
	return mark(mem, spot->node, deep ? NULL : inside[spot->part]);
}

const char *
form_edit_form_mark(struct mem *mem, struct json_object *form)
{
	return mark(mem, form, "steps");
}

/* --- keys ------------------------------------------------------------------------- */

static bool
has_key(const struct form_spot *spot, struct json_object *step, void *arg)
{
	const char *key = arg;

	(void)step;
	return spot->part == PART_FIELD && strcmp(key_of(spot->node), key) == 0;
}

static bool
is_field_key(struct json_object *form, const char *key)
{
	struct form_spot spot;
	union { const char *in; void *out; } u = { .in = key };

	return walk(form, &spot, has_key, u.out);
}

static bool
in_list(struct json_object *list, const char *key)
{
	size_t i;

	for (i = 0; i < json_count(list); i++)
		if (strcmp(key_of(json_at(list, i)), key) == 0)
			return true;
	return false;
}

/* A key of the form (a question) or of the list that nobody has. */
static const char *
free_key(struct mem *mem, struct json_object *form, struct json_object *list,
    const char *label)
{
	const char *base = text_slug(mem, label), *key;
	size_t len = strlen(base);
	int n;

	if (len > KEY_MAX)
		len = KEY_MAX;
	while (len > 0 && base[len - 1] == '-')
		len--;
	base = mem_strndup(mem, base, len);
	key = base;
	for (n = 2; list == NULL ? is_field_key(form, key)
	    : in_list(list, key); n++)
		key = mem_printf(mem, "%s-%d", base, n);
	return key;
}

const char *
form_edit_key(struct mem *mem, struct json_object *form, const char *label)
{
	return free_key(mem, form, NULL, label);
}

/* --- lists ---------------------------------------------------------------------------- */

/* json-c inserts nowhere but at the end: the list is written again. Takes the
 * reference of the node. */
static void
insert(struct json_object *list, size_t at, struct json_object *node)
{
	size_t i;

	json_object_array_add(list, json_object_get(node));
	for (i = json_count(list) - 1; i > at; i--)
		json_object_array_put_idx(list, i,
		    json_object_get(json_at(list, i - 1)));
	json_object_array_put_idx(list, at, node);
}

/* The reference of the node is the caller's. */
static struct json_object *
take(struct json_object *list, size_t at)
{
	struct json_object *node = json_object_get(json_at(list, at));

	json_object_array_del_idx(list, at, 1);
	return node;
}

/* --- adding ----------------------------------------------------------------------------- */

static struct json_object *
new_part(const char *key, const char *label)
{
	struct json_object *o = json_object_new_object();

	json_put_text(o, "key", key);
	json_put_text(o, "label", label);
	return o;
}

static struct json_object *
new_option(const char *key, const char *label)
{
	return new_part(key, label);
}

static struct json_object *
new_field(struct mem *mem, struct json_object *form, const char *type,
    const char *label)
{
	struct json_object *field = new_part(free_key(mem, form, NULL, label),
	    label), *options;

	json_put_text(field, "type", type);
	if (strcmp(type, "choice") != 0 && strcmp(type, "multi_choice") != 0 &&
	    strcmp(type, "ranking") != 0)
		return field;
	options = json_object_new_array();
	json_object_array_add(options, new_option("choix-1", _("Choix 1")));
	json_object_array_add(options, new_option("choix-2", _("Choix 2")));
	json_put(field, "options", options);
	return field;
}

static struct json_object *
new_node(struct mem *mem, struct json_object *form, enum form_part part,
    struct json_object *list, const char *type, const char *label)
{
	struct json_object *node, *content;

	if (part == PART_FIELD)
		return new_field(mem, form, type, label);
	node = new_part(free_key(mem, form, list, label), label);
	content = json_object_new_array();
	json_object_array_add(content, part == PART_BLOCK
	    ? new_field(mem, form, "explanation",
	    _("Expliquez ici ce que vous demandez."))
	    : new_node(mem, form, PART_BLOCK, content, NULL, label));
	json_put(node, inside[part], content);
	return node;
}

/* The list that `where` holds, and what it holds. */
static struct json_object *
list_in(struct json_object *form, const char *where, enum form_part *part)
{
	struct form_spot spot;

	*part = PART_STEP;
	if (*where == '\0')
		return json_array(form, "steps");
	if (!form_edit_find(&spot, form, where) || spot.part == PART_FIELD)
		return NULL;
	*part = spot.part + 1;
	return json_array(spot.node, inside[spot.part]);
}

static const char *
name_in(struct mem *mem, struct json_object *form, const char *where,
    enum form_part part, struct json_object *node)
{
	struct form_spot spot;

	if (part == PART_BLOCK && form_edit_find(&spot, form, where))
		return mem_printf(mem, "bloc:%s/%s", key_of(spot.node),
		    key_of(node));
	return mem_printf(mem, "%s%s", prefixes[part], key_of(node));
}

enum rc
form_edit_add(const char **name, struct mem *mem, struct json_object *form,
    const char *where, const char *after, const char *type, const char *label)
{
	enum form_part part;
	struct json_object *list = list_in(form, where, &part), *node;
	struct form_spot spot;
	size_t at;

	if (list == NULL)
		return RC_NOT_FOUND;
	at = json_count(list);
	if (at >= most[part])
		return RC_CONFLICT;
	if (after != NULL && form_edit_find(&spot, form, after) &&
	    spot.list == list)
		at = spot.at + 1;
	node = new_node(mem, form, part, list, type, label);
	insert(list, at, node);
	*name = name_in(mem, form, where, part, node);
	return RC_OK;
}

/* --- moving ------------------------------------------------------------------------------- */

/* The list before or after the one a part stands in, at the same level. */
static struct json_object *
neighbour(struct json_object *form, const struct form_spot *spot, int way)
{
	struct json_object *steps = json_array(form, "steps"), *blocks;
	struct json_object *list = NULL, *last = NULL;
	bool passed = false;
	size_t s, b;

	for (s = 0; spot->part != PART_STEP && s < json_count(steps); s++) {
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

	if (part != PART_BLOCK || !in_list(list, key_of(node)))
		return;
	mem = mem_new();
	json_put_text(node, "key", free_key(mem, form, list, key_of(node)));
	mem_free(mem);
}

enum rc
form_edit_move(struct json_object *form, const char *name, int way)
{
	struct form_spot spot;
	struct json_object *list, *node;
	size_t n;

	if (!form_edit_find(&spot, form, name))
		return RC_NOT_FOUND;
	n = json_count(spot.list);
	if (way < 0 ? spot.at > 0 : spot.at + 1 < n) {
		node = take(spot.list, spot.at);
		insert(spot.list, way < 0 ? spot.at - 1 : spot.at + 1, node);
		return RC_OK;
	}
	list = neighbour(form, &spot, way);
	/* The last of a list stays: nothing may be empty. */
	if (list == NULL || n == 1 || json_count(list) >= most[spot.part])
		return RC_CONFLICT;
	node = take(spot.list, spot.at);
	settle(form, spot.part, list, node);
	insert(list, way < 0 ? json_count(list) : 0, node);
	return RC_OK;
}

enum rc
form_edit_place(struct json_object *form, const char *name, const char *where)
{
	struct form_spot spot, to;
	struct json_object *list, *node;
	size_t at;

	if (!form_edit_find(&spot, form, name) ||
	    !form_edit_find(&to, form, where))
		return RC_NOT_FOUND;
	if (to.part != spot.part && to.part + 1 != spot.part)
		return RC_NOT_FOUND;
	list = to.part == spot.part ? to.list
	    : json_array(to.node, inside[to.part]);
	at = to.part == spot.part ? to.at : json_count(list);
	if (list == spot.list && (at == spot.at || at == spot.at + 1))
		return RC_OK;
	if (list != spot.list && (json_count(spot.list) == 1 ||
	    json_count(list) >= most[spot.part]))
		return RC_CONFLICT;
	node = take(spot.list, spot.at);
	if (list == spot.list && spot.at < at)
		at--;
	else if (list != spot.list)
		settle(form, spot.part, list, node);
	insert(list, at, node);
	return RC_OK;
}

/* --- duplicating ------------------------------------------------------------------------------ */

static struct json_object *
copy_of(struct json_object *node)
{
	struct json_object *copy = NULL;

	if (json_object_deep_copy(node, &copy, NULL) != 0)
		return NULL;
	return copy;
}

/* The questions inside a copy get keys of their own, known in the whole copy. */
static void
rename_fields(struct mem *mem, struct json_object *form,
    struct json_object *copy, struct json_object *node, enum form_part part)
{
	struct json_object *list = part == PART_FIELD ? NULL
	    : json_array(node, inside[part]);
	size_t i;

	for (i = 0; i < json_count(list); i++) {
		struct json_object *child = json_at(list, i);
		const char *was, *key;

		if (part != PART_BLOCK) {
			rename_fields(mem, form, copy, child, part + 1);
			continue;
		}
		was = mem_strdup(mem, key_of(child));
		key = free_key(mem, form, NULL, was);
		json_put_text(child, "key", key);
		json_object_object_del(child, "maps_to");
		form_edit_rename(copy, was, key);
	}
}

enum rc
form_edit_duplicate(const char **name, struct mem *mem,
    struct json_object *form, const char *name_of)
{
	struct form_spot spot;
	struct json_object *copy;

	if (!form_edit_find(&spot, form, name_of))
		return RC_NOT_FOUND;
	if (json_count(spot.list) >= most[spot.part])
		return RC_CONFLICT;
	copy = copy_of(spot.node);
	if (copy == NULL)
		return RC_FAIL;
	json_put_text(copy, "key", free_key(mem, form, spot.part == PART_FIELD
	    ? NULL : spot.list, key_of(spot.node)));
	json_object_object_del(copy, "maps_to");
	insert(spot.list, spot.at + 1, copy);
	rename_fields(mem, form, copy, copy, spot.part);
	*name = spot.part == PART_BLOCK ? form_edit_name(mem, form, PART_BLOCK,
	    spot.step, spot.block + 1, 0) : mem_printf(mem, "%s%s",
	    prefixes[spot.part], key_of(copy));
	return RC_OK;
}

enum rc
form_edit_remove(struct json_object *form, const char *name)
{
	struct form_spot spot;

	if (!form_edit_find(&spot, form, name))
		return RC_NOT_FOUND;
	json_object_array_del_idx(spot.list, spot.at, 1);
	return RC_OK;
}

/* --- setting ------------------------------------------------------------------------------------ */

static void
give(struct json_object *node, struct json_object *members)
{
	JSON_EACH(members, m) {
		if (m.value == NULL)
			json_object_object_del(node, m.key);
		else
			json_object_object_add(node, m.key, copy_of(m.value));
	}
}

enum rc
form_edit_set(struct json_object *form, const char *name,
    struct json_object *members)
{
	const char *key = json_text(members, "key");
	struct form_spot spot;
	bool renamed;

	if (!form_edit_find(&spot, form, name))
		return RC_NOT_FOUND;
	renamed = key != NULL && strcmp(key, key_of(spot.node)) != 0;
	if (renamed && (spot.part == PART_FIELD ? is_field_key(form, key)
	    : in_list(spot.list, key)))
		return RC_CONFLICT;
	if (renamed && spot.part == PART_FIELD) {
		char was[256];

		snprintf(was, sizeof(was), "%s", key_of(spot.node));
		give(spot.node, members);
		form_edit_rename(form, was, key);
		return RC_OK;
	}
	give(spot.node, members);
	return RC_OK;
}

/* What a type may have, of what the question has. */
static bool
is_kept(const struct shape *const *members, const char *name)
{
	if (strcmp(name, "key") == 0)
		return true;
	for (; *members != NULL; members++)
		if (strcmp((*members)->name, name) == 0)
			return true;
	return false;
}

enum rc
form_edit_retype(struct mem *mem, struct json_object *form, const char *name,
    const char *type)
{
	const struct shape **members = form_format_members(mem, type);
	struct json_object *fresh;
	struct form_spot spot;

	if (!shape_choice(form_format_types(), type) ||
	    !form_edit_find(&spot, form, name) || spot.part != PART_FIELD)
		return RC_NOT_FOUND;
	fresh = new_field(mem, form, type, json_text_or(spot.node, "label",
	    ""));
	json_object_object_del(fresh, "key");
	JSON_EACH(spot.node, m)
		if (is_kept(members, m.key))
			json_object_object_add(fresh, m.key, copy_of(m.value));
	if (!shape_choice(form_format_mapped_types(json_text_or(fresh,
	    "maps_to", "")), type))
		json_object_object_del(fresh, "maps_to");
	if (json_has(fresh, "options_from"))
		json_object_object_del(fresh, "options");
	json_object_array_put_idx(spot.list, spot.at, fresh);
	return RC_OK;
}

void
form_edit_set_form(struct json_object *form, struct json_object *members)
{
	give(form, members);
}
