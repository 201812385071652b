/*
 * The definition of a form changed by small operations on its JSON.
 * It judges nothing: a draft may be wrong, and says so elsewhere.
 */
#include "config.h"

#include "domain/form_edit_private.h"

#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "base/shape.h"
#include "base/text.h"
#include "domain/form_format.h"

#define KEY_MAX		60	/* characters of a key made of a label */

/* --- keys ------------------------------------------------------------------------- */

bool
form_list_has(struct json_object *list, const char *key)
{
	size_t i;

	for (i = 0; i < json_count(list); i++)
		if (strcmp(key_of(json_at(list, i)), key) == 0)
			return true;
	return false;
}

const char *
form_free_key(struct mem *mem, struct json_object *form,
    struct json_object *list, const char *label)
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
	for (n = 2; list == NULL ? form_edit_question(form, key) != NULL
	    : form_list_has(list, key); n++)
		key = mem_printf(mem, "%s-%d", base, n);
	return key;
}

/* Where the key of a part must be alone: its list, or NULL, the form. */
static struct json_object *
key_list(const struct form_spot *spot)
{
	return spot->part == PART_FIELD && form_edit_around(spot) == NULL
	    ? NULL : spot->list;
}

/* --- lists ------------------------------------------------------------------------ */

void
form_list_insert(struct json_object *list, size_t at, struct json_object *node)
{
	size_t i;

	json_object_array_add(list, json_object_get(node));
	for (i = json_count(list) - 1; i > at; i--)
		json_object_array_put_idx(list, i,
		    json_object_get(json_at(list, i - 1)));
	json_object_array_put_idx(list, at, node);
}

struct json_object *
form_list_take(struct json_object *list, size_t at)
{
	struct json_object *node = json_object_get(json_at(list, at));

	json_object_array_del_idx(list, at, 1);
	return node;
}

/* --- adding ----------------------------------------------------------------------- */

static struct json_object *
new_part(const char *key, const char *label)
{
	struct json_object *o = json_object_new_object();

	json_put_text(o, "key", key);
	json_put_text(o, "label", label);
	return o;
}

/* A list of one or two parts: a type that needs a list begins with that. */
static struct json_object *
new_list(struct json_object *first, struct json_object *second)
{
	struct json_object *list = json_object_new_array();

	json_object_array_add(list, first);
	if (second != NULL)
		json_object_array_add(list, second);
	return list;
}

static struct json_object *
new_options(bool linked)
{
	struct json_object *one = new_part("choix-1", _("Choix 1"));
	struct json_object *two = new_part("choix-2", _("Choix 2"));

	if (linked) {
		json_put(one, "options", new_list(new_part("choix-1-1",
		    _("Choix 1.1")), NULL));
		json_put(two, "options", new_list(new_part("choix-2-1",
		    _("Choix 2.1")), NULL));
	}
	return new_list(one, two);
}

static struct json_object *
new_field(const char *key, const char *type, const char *label)
{
	struct json_object *field = new_part(key, label), *inner;
	const char *inside;

	json_put_text(field, "type", type);
	inside = form_edit_inside(PART_FIELD, field);
	if (shape_choice("choice|multi_choice|ranking|linked_choice", type))
		json_put(field, "options", new_options(strcmp(type,
		    "linked_choice") == 0));
	if (strcmp(type, "calculated") == 0)
		json_put_text(field, "as", "integer");
	if (inside != NULL) {
		inner = new_part("nom", _("Nom"));
		json_put_text(inner, "type", "text");
		json_put(field, inside, new_list(inner, NULL));
	}
	return field;
}

static struct json_object *
new_node(struct mem *mem, const struct form_spot *spot,
    struct json_object *form, const char *type, const char *label)
{
	const char *key = form_free_key(mem, form, key_list(spot), label);
	struct json_object *node;

	if (spot->part == PART_FIELD)
		return new_field(key, type, label);
	node = new_part(key, label);
	json_put(node, form_edit_inside(spot->part, node), spot->part ==
	    PART_BLOCK ? json_object_new_array() : new_list(new_part(key,
	    label), NULL));
	if (spot->part == PART_STEP)
		json_put(json_at(json_array(node, "blocks"), 0), "fields",
		    json_object_new_array());
	return node;
}

/* Where something new stands in what `where` names, at its end. */
static bool
end_of(struct form_spot *spot, struct json_object *form, const char *where)
{
	struct form_spot up = { .part = PART_FORM, .node = form };
	const char *member;

	if (*where != '\0' && !form_edit_find(&up, form, where))
		return false;
	member = form_edit_inside(up.part, up.node);
	if (member == NULL || (up.part == PART_FIELD && up.depth == 2))
		return false;
	if (json_array(up.node, member) == NULL)
		json_put(up.node, member, json_object_new_array());
	*spot = up;
	spot->list = json_array(up.node, member);
	spot->at = json_count(spot->list);
	spot->part = up.part == PART_FORM ? PART_STEP
	    : up.part == PART_STEP ? PART_BLOCK : PART_FIELD;
	spot->depth = up.part == PART_FIELD ? up.depth : 0;
	if (up.part == PART_FIELD || up.part == PART_STEP)
		spot->in[spot->depth++] = up.node;
	return true;
}

enum rc
form_edit_add(const char **name, struct mem *mem, struct json_object *form,
    const char *where, const char *after, const char *type, const char *label)
{
	struct form_spot spot, before;

	if (!end_of(&spot, form, where))
		return RC_NOT_FOUND;
	if (spot.at >= form_part_most(&spot))
		return RC_CONFLICT;
	if (after != NULL && form_edit_find(&before, form, after) &&
	    before.list == spot.list)
		spot.at = before.at + 1;
	spot.node = new_node(mem, &spot, form, type, label);
	form_list_insert(spot.list, spot.at, spot.node);
	*name = form_edit_spot_name(mem, &spot);
	return RC_OK;
}

/* A rule or a reason at the end of the list `member` of a part. */
static enum rc
add_to(const char **name, struct mem *mem, struct form_spot *spot,
    const char *member, enum form_part part, const char *message)
{
	struct json_object *up = spot->node;

	if (json_array(up, member) == NULL)
		json_put(up, member, json_object_new_array());
	spot->list = json_array(up, member);
	spot->at = json_count(spot->list);
	spot->part = part;
	if (spot->at >= form_part_most(spot))
		return RC_CONFLICT;
	spot->node = json_object_new_object();
	json_put_text(spot->node, "message", message);
	json_object_array_add(spot->list, spot->node);
	*name = form_edit_spot_name(mem, spot);
	return RC_OK;
}

enum rc
form_edit_add_rule(const char **name, struct mem *mem,
    struct json_object *form, const char *where, const char *message)
{
	struct form_spot spot = { .part = PART_FORM, .node = form };
	const char *beside = NULL;
	enum rc rc;

	if (*where != '\0' && !form_edit_find(&spot, form, where))
		return RC_NOT_FOUND;
	if (spot.part == PART_FIELD && spot.depth == 0) {
		beside = key_of(spot.node);
		if (!form_edit_find(&spot, form, form_edit_name(mem, form,
		    PART_BLOCK, spot.step, spot.block, 0)))
			return RC_NOT_FOUND;
	}
	if (spot.part != PART_FORM && spot.part != PART_BLOCK)
		return RC_NOT_FOUND;
	if (spot.part == PART_BLOCK)
		spot.in[spot.depth++] = spot.node;
	rc = add_to(name, mem, &spot, "rules", PART_RULE, message);
	if (rc == RC_OK && beside != NULL)
		json_put(spot.node, "at", new_list(json_object_new_string(
		    beside), NULL));
	return rc;
}

enum rc
form_edit_add_bar(const char **name, struct mem *mem, struct json_object *form,
    const char *message)
{
	struct form_spot spot = { .part = PART_FORM, .node = form };

	return add_to(name, mem, &spot, "ineligible_if", PART_BAR, message);
}

/* --- duplicating ------------------------------------------------------------------ */

static struct json_object *
copy_of(struct json_object *node)
{
	struct json_object *copy = NULL;

	if (json_object_deep_copy(node, &copy, NULL) != 0)
		return NULL;
	return copy;
}

/* The questions inside a copy get keys of their own, known in the whole copy;
 * those inside a question keep theirs. */
static void
rename_fields(struct mem *mem, struct json_object *form,
    struct json_object *copy, struct json_object *node, enum form_part part)
{
	struct json_object *list = part > PART_BLOCK ? NULL
	    : json_array(node, form_edit_inside(part, node));
	size_t i;

	for (i = 0; i < json_count(list); i++) {
		struct json_object *child = json_at(list, i);
		const char *was, *key;

		if (part != PART_BLOCK) {
			rename_fields(mem, form, copy, child, part + 1);
			continue;
		}
		was = mem_strdup(mem, key_of(child));
		key = form_free_key(mem, form, NULL, was);
		json_put_text(child, "key", key);
		json_object_object_del(child, "maps_to");
		form_edit_rename(copy, was, key);
	}
}

enum rc
form_edit_duplicate(const char **name, struct mem *mem,
    struct json_object *form, const char *name_of)
{
	struct json_object *copy;
	struct form_spot spot;

	if (!form_edit_find(&spot, form, name_of))
		return RC_NOT_FOUND;
	if (json_count(spot.list) >= form_part_most(&spot))
		return RC_CONFLICT;
	copy = copy_of(spot.node);
	if (copy == NULL)
		return RC_FAIL;
	if (spot.part <= PART_FIELD)
		json_put_text(copy, "key", form_free_key(mem, form,
		    key_list(&spot), key_of(spot.node)));
	json_object_object_del(copy, "maps_to");
	form_list_insert(spot.list, ++spot.at, copy);
	rename_fields(mem, form, copy, copy, spot.part);
	spot.node = copy;
	*name = form_edit_spot_name(mem, &spot);
	return RC_OK;
}

/* What a rule stands in has no empty list of them. */
static void
drop_empty(struct json_object *form, const struct form_spot *spot)
{
	if (json_count(spot->list) > 0)
		return;
	if (spot->part == PART_RULE)
		json_object_object_del(spot->depth == 0 ? form
		    : spot->in[spot->depth - 1], "rules");
	else if (spot->part == PART_BAR)
		json_object_object_del(form, "ineligible_if");
}

enum rc
form_edit_remove(struct json_object *form, const char *name)
{
	struct form_spot spot;

	if (!form_edit_find(&spot, form, name))
		return RC_NOT_FOUND;
	json_object_array_del_idx(spot.list, spot.at, 1);
	drop_empty(form, &spot);
	return RC_OK;
}

/* --- setting ---------------------------------------------------------------------- */

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
	struct json_object *list;
	struct form_spot spot;
	char was[256];

	if (!form_edit_find(&spot, form, name))
		return RC_NOT_FOUND;
	if (key == NULL || strcmp(key, key_of(spot.node)) == 0) {
		give(spot.node, members);
		return RC_OK;
	}
	list = key_list(&spot);
	if (list == NULL ? form_edit_question(form, key) != NULL
	    : form_list_has(list, key))
		return RC_CONFLICT;
	snprintf(was, sizeof(was), "%s", key_of(spot.node));
	if (spot.part == PART_FIELD && spot.depth > 0)
		form_edit_rename_inner(form, &spot, key);
	give(spot.node, members);
	if (spot.part == PART_FIELD && spot.depth == 0)
		form_edit_rename(form, was, key);
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
	const struct shape **members;
	struct json_object *fresh;
	struct form_spot spot;

	if (!form_edit_find(&spot, form, name) || spot.part != PART_FIELD ||
	    !shape_choice(form_format_types_at(mem, &spot), type))
		return RC_NOT_FOUND;
	members = form_format_members_at(mem, &spot, type);
	fresh = new_field(key_of(spot.node), type, json_text_or(spot.node,
	    "label", ""));
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
