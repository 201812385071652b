/*
 * The parts of a definition: found by name or by path, named, walked, marked.
 * It changes nothing.
 */
#include "config.h"

#include "domain/form_edit_private.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/digest.h"
#include "base/lang.h"
#include "base/text.h"

const char *const form_part_prefixes[PART_COUNT] = {
	[PART_STEP] = "etape:", [PART_BLOCK] = "bloc:",
	[PART_FIELD] = "question:", [PART_RULE] = "regle:",
	[PART_BAR] = "motif:", [PART_FORM] = ""
};

size_t
form_part_most(const struct form_spot *spot)
{
	static const size_t most[PART_COUNT] = { [PART_STEP] = 20,
		[PART_BLOCK] = 30, [PART_FIELD] = 100, [PART_RULE] = 100,
		[PART_BAR] = 100, [PART_FORM] = 1 };

	return form_edit_around(spot) != NULL ? 30 : most[spot->part];
}

const char *
form_edit_inside(enum form_part part, struct json_object *node)
{
	const char *type = json_text_or(node, "type", "");

	switch (part) {
	case PART_FORM:
		return "steps";
	case PART_STEP:
		return "blocks";
	case PART_BLOCK:
		return "fields";
	case PART_FIELD:
		return strcmp(type, "repeat") == 0 ? "fields"
		    : strcmp(type, "table") == 0 ? "columns" : NULL;
	default:
		return NULL;
	}
}

struct json_object *
form_edit_around(const struct form_spot *spot)
{
	return spot->part == PART_FIELD && spot->depth > 0
	    ? spot->in[spot->depth - 1] : NULL;
}

/* --- going down ------------------------------------------------------------------- */

/* The part that stands at a position of a list of the part `up`. */
static bool
go_down(struct form_spot *spot, const struct form_spot *up,
    const char *member, size_t at)
{
	struct form_spot s = *up;

	s.list = json_array(up->node, member);
	s.at = at;
	s.node = json_at(s.list, at);
	if (s.node == NULL)
		return false;
	if (strcmp(member, "rules") == 0 && up->part == PART_BLOCK)
		s.in[s.depth++] = up->node;
	s.part = strcmp(member, "rules") == 0 ? PART_RULE
	    : strcmp(member, "ineligible_if") == 0 ? PART_BAR
	    : up->part == PART_FORM ? PART_STEP
	    : up->part == PART_STEP ? PART_BLOCK : PART_FIELD;
	if (s.part == PART_STEP)
		s.step = at;
	else if (s.part == PART_BLOCK) {
		s.block = at;
		s.in[s.depth++] = up->node;
	} else if (s.part == PART_FIELD && up->part == PART_BLOCK) {
		s.field = at;
		s.depth = 0;		/* its key is the form's */
	} else if (s.part == PART_FIELD)
		s.in[s.depth++] = up->node;
	*spot = s;
	return true;
}

static bool
may_hold(const struct form_spot *spot)
{
	return spot->part != PART_FIELD || spot->depth < 2;
}

static bool	each_inside(const struct form_spot *,
    bool (*)(const struct form_spot *, void *), void *);

static bool
each_of(const struct form_spot *up, const char *member,
    bool (*fn)(const struct form_spot *, void *), void *arg)
{
	struct form_spot spot;
	size_t i;

	for (i = 0; go_down(&spot, up, member, i); i++)
		if (fn(&spot, arg) || each_inside(&spot, fn, arg))
			return true;
	return false;
}

static bool
each_inside(const struct form_spot *up,
    bool (*fn)(const struct form_spot *, void *), void *arg)
{
	const char *member = form_edit_inside(up->part, up->node);

	if (member != NULL && may_hold(up) && each_of(up, member, fn, arg))
		return true;
	if ((up->part == PART_BLOCK || up->part == PART_FORM) &&
	    each_of(up, "rules", fn, arg))
		return true;
	return up->part == PART_FORM && each_of(up, "ineligible_if", fn, arg);
}

bool
form_edit_each(struct json_object *form,
    bool (*fn)(const struct form_spot *, void *), void *arg)
{
	struct form_spot whole = { .part = PART_FORM, .node = form };

	return each_inside(&whole, fn, arg);
}

bool
form_edit_at(struct form_spot *spot, struct json_object *form,
    const char *path, const char **rest)
{
	struct form_spot at = { .part = PART_FORM, .node = form };
	const char *p = path, *member;
	char name[16];
	size_t i;
	int len;

	for (;;) {
		*rest = p;
		len = 0;
		if (sscanf(p, "%15[a-z_][%zu]%n", name, &i, &len) != 2 ||
		    len == 0)
			break;
		member = form_edit_inside(at.part, at.node);
		if ((member == NULL || !may_hold(&at) ||
		    strcmp(member, name) != 0) &&
		    !((at.part == PART_FORM || at.part == PART_BLOCK) &&
		    strcmp(name, "rules") == 0) && !(at.part == PART_FORM &&
		    strcmp(name, "ineligible_if") == 0))
			break;
		if (!go_down(&at, &at, name, i))
			return false;
		p += len;
		p += *p == '.';
	}
	*spot = at;
	return true;
}

/* --- names ------------------------------------------------------------------------ */

/* Is that what the name of the part says after its prefix? */
static bool
is_named(const struct form_spot *spot, const char *name)
{
	char number[24];
	size_t i, len;

	for (i = 0; i < spot->depth; i++) {
		len = strlen(key_of(spot->in[i]));
		if (strncmp(name, key_of(spot->in[i]), len) != 0 ||
		    name[len] != '/')
			return false;
		name += len + 1;
	}
	if (spot->part != PART_RULE && spot->part != PART_BAR)
		return strcmp(name, key_of(spot->node)) == 0;
	snprintf(number, sizeof(number), "%zu", spot->at);
	return strcmp(name, number) == 0;
}

struct wanted {
	enum form_part	 part;
	const char	*name;
	struct form_spot *spot;
};

static bool
found(const struct form_spot *spot, void *arg)
{
	const struct wanted *w = arg;

	if (spot->part != w->part || !is_named(spot, w->name))
		return false;
	*w->spot = *spot;
	return true;
}

bool
form_edit_find(struct form_spot *spot, struct json_object *form,
    const char *name)
{
	struct wanted w = { .spot = spot };
	int part;

	for (part = 0; part < PART_FORM; part++)
		if (text_starts(name, form_part_prefixes[part])) {
			w.part = (enum form_part)part;
			w.name = name + strlen(form_part_prefixes[part]);
			return form_edit_each(form, found, &w);
		}
	return false;
}

const char *
form_edit_spot_name(struct mem *mem, const struct form_spot *spot)
{
	const char *name = form_part_prefixes[spot->part];
	size_t i;

	if (spot->part == PART_FORM)
		return "";
	for (i = 0; i < spot->depth; i++)
		name = mem_printf(mem, "%s%s/", name, key_of(spot->in[i]));
	return spot->part == PART_RULE || spot->part == PART_BAR
	    ? mem_printf(mem, "%s%zu", name, spot->at)
	    : mem_printf(mem, "%s%s", name, key_of(spot->node));
}

const char *
form_edit_name(struct mem *mem, struct json_object *form, enum form_part part,
    size_t s, size_t b, size_t f)
{
	struct form_spot spot = { .part = PART_FORM, .node = form };

	if (!go_down(&spot, &spot, "steps", s) || (part != PART_STEP &&
	    !go_down(&spot, &spot, "blocks", b)) || (part == PART_FIELD &&
	    !go_down(&spot, &spot, "fields", f)))
		return NULL;
	return form_edit_spot_name(mem, &spot);
}

static bool
is_question(const struct form_spot *spot, void *arg)
{
	const struct wanted *w = arg;

	if (spot->part != PART_FIELD || spot->depth > 0 ||
	    strcmp(key_of(spot->node), w->name) != 0)
		return false;
	*w->spot = *spot;
	return true;
}

struct json_object *
form_edit_question(struct json_object *form, const char *key)
{
	struct form_spot spot;
	struct wanted w = { PART_FIELD, key, &spot };

	return form_edit_each(form, is_question, &w) ? spot.node : NULL;
}

const char *
form_edit_message(struct json_object *rule)
{
	struct json_object *message = json_get(rule, "message");
	const char *text = json_text(message, lang_get());

	if (json_is(message, json_type_string))
		return json_object_get_string(message);
	if (text != NULL)
		return text;
	JSON_EACH(message, m)
		if (json_is(m.value, json_type_string))
			return json_object_get_string(m.value);
	return "";
}

/* --- marks ------------------------------------------------------------------------ */

static const char *
mark(struct mem *mem, enum form_part part, struct json_object *node, bool deep)
{
	struct json_object *copy = json_object_new_object();
	const char *inside = form_edit_inside(part, node);
	struct buf b = BUF_INIT;
	char hex[DIGEST_HEX];

	JSON_EACH(node, m)
		if (deep || ((inside == NULL || strcmp(m.key, inside) != 0) &&
		    strcmp(m.key, "rules") != 0 &&
		    strcmp(m.key, "ineligible_if") != 0))
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
	return mark(mem, spot->part, spot->node, deep);
}

