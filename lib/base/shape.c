/*
 * The shape of a JSON file, compared member by member.
 * Every problem is listed, not only the first; nothing is repaired.
 */
#include "config.h"

#include "base/shape.h"

#include <stdarg.h>
#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"

#define MANY_MAX	1000
#define FOUND_MAX	60

struct walk {
	struct problems	*why;
	const char	*file;
	size_t		 before;	/* problems when the walk began */
};

static void	 check_members(struct walk *, const char *,
		    struct json_object *, const struct shape *);

static const char *
where(struct mem *mem, const char *file, const char *path)
{
	if (path[0] == '\0')
		return mem_strdup(mem, file);
	return mem_printf(mem, "%s: %s", file, path);
}

void
shape_problem(struct problems *why, const char *file, const char *path,
    const char *fmt, ...)
{
	va_list ap;
	const char *text;

	va_start(ap, fmt);
	text = mem_vprintf(why->mem, fmt, ap);
	va_end(ap);
	problem_add(why, where(why->mem, file, path), "%s", text);
}

const char *
shape_found(struct mem *mem, struct json_object *value)
{
	if (value == NULL)
		return "null";
	switch (json_object_get_type(value)) {
	case json_type_array:
		return mem_printf(mem, _("une liste de %zu"), json_count(value));
	case json_type_object:
		return _("un objet");
	case json_type_string:
		return mem_printf(mem, "« %s »", text_truncate(mem,
		    json_object_get_string(value), FOUND_MAX));
	default:
		return json_string(mem, value);
	}
}

/* "a|b|c" → each word in turn; NULL at the end. */
static const char *
next_word(const char **choices, size_t *len)
{
	const char *word = *choices;

	if (word == NULL || *word == '\0')
		return NULL;
	*len = strcspn(word, "|");
	*choices = word + *len + (word[*len] == '|');
	return word;
}

bool
shape_choice(const char *choices, const char *wanted)
{
	const char *word;
	size_t len;

	while ((word = next_word(&choices, &len)) != NULL)
		if (strlen(wanted) == len && memcmp(word, wanted, len) == 0)
			return true;
	return false;
}

const char *
shape_choices_text(struct mem *mem, const char *choices)
{
	struct buf b = BUF_INIT;
	const char *word, *text;
	size_t len;

	while ((word = next_word(&choices, &len)) != NULL) {
		if (b.len > 0)
			buf_text(&b, ", ");
		buf_add(&b, word, len);
	}
	text = mem_strdup(mem, b.data);
	buf_release(&b);
	return text;
}

static const char *
type_words(struct mem *mem, const struct shape *shape)
{
	switch (shape->type) {
	case SHAPE_INT:
		return _("un nombre entier");
	case SHAPE_BOOL:
		return "true, false";
	case SHAPE_OBJECT:
	case SHAPE_MAP:
		return _("un objet");
	case SHAPE_CHOICE:
		return shape_choices_text(mem, shape->choices);
	case SHAPE_DAY:
		return _("une date qui existe (AAAA-MM-JJ), ou {\"day\": n}");
	default:
		return _("un texte");
	}
}

static void
say(struct walk *w, const char *path, struct json_object *value,
    const char *allowed)
{
	/* file: path: what was found; what is allowed */
	shape_problem(w->why, w->file, path, _("trouvé %s ; permis : %s"),
	    shape_found(w->why->mem, value), allowed);
}

static void
check_int(struct walk *w, const char *path, struct json_object *value,
    const struct shape *shape)
{
	int64_t max = shape->min == 0 && shape->max == 0 ? INT64_MAX : shape->max;
	int64_t n;

	if (!json_is(value, json_type_int)) {
		say(w, path, value, type_words(w->why->mem, shape));
		return;
	}
	n = json_object_get_int64(value);
	if (n >= shape->min && n <= max)
		return;
	say(w, path, value, max == INT64_MAX ? mem_printf(w->why->mem,
	    _("%lld ou plus"), (long long)shape->min) :
	    mem_printf(w->why->mem, _("de %lld à %lld"), (long long)shape->min,
	    (long long)max));
}

/* {"day": -70}: that many days from the first load. */
static bool
is_relative_day(struct json_object *value)
{
	struct json_object *day = json_get(value, "day");

	return json_is(value, json_type_object) &&
	    json_object_object_length(value) == 1 && json_is(day, json_type_int)
	    && json_object_get_int64(day) > -40000 &&
	    json_object_get_int64(day) < 40000;
}

static void
check_map(struct walk *w, const char *path, struct json_object *value,
    const struct shape *shape)
{
	struct mem *mem = w->why->mem;

	JSON_EACH(value, m) {
		const char *name = m.key;
		struct json_object *member = m.value;
		const char *at = mem_printf(mem, "%s.%s", path, name);

		if (shape->choices != NULL && !shape_choice(shape->choices, name))
			shape_problem(w->why, w->file, at,
			    _("nom inconnu ; permis : %s"),
			    shape_choices_text(mem, shape->choices));
		else if (shape->members[0].type == SHAPE_OBJECT)
			check_members(w, at, member, shape->members[0].members);
		else if (!json_is(member, json_type_string))
			say(w, at, member, _("un texte"));
	}
}

static void
check_value(struct walk *w, const char *path, struct json_object *value,
    const struct shape *shape)
{
	const char *allowed;

	switch (shape->type) {
	case SHAPE_ANY:
		return;
	case SHAPE_INT:
		check_int(w, path, value, shape);
		return;
	case SHAPE_BOOL:
		if (!json_is(value, json_type_boolean))
			say(w, path, value, type_words(w->why->mem, shape));
		return;
	case SHAPE_OBJECT:
		check_members(w, path, value, shape->members);
		return;
	case SHAPE_MAP:
		if (!json_is(value, json_type_object))
			say(w, path, value, type_words(w->why->mem, shape));
		else
			check_map(w, path, value, shape);
		return;
	case SHAPE_DAY:
		if (is_relative_day(value))
			return;
		break;
	default:
		break;
	}
	if (!json_is(value, json_type_string)) {
		say(w, path, value, type_words(w->why->mem, shape));
		return;
	}
	allowed = shape_wrong_text(w->why->mem, shape, json_object_get_string(value));
	if (allowed != NULL)
		say(w, path, value, allowed);
}

static void
check_many(struct walk *w, const char *path, struct json_object *value,
    const struct shape *shape)
{
	int64_t max = shape->max != 0 ? shape->max : MANY_MAX;
	int64_t min = shape->max != 0 ? shape->min : 1;
	struct shape one = *shape;
	size_t i;

	if (!json_is(value, json_type_array)) {
		say(w, path, value, _("une liste"));
		return;
	}
	if ((int64_t)json_count(value) < min || (int64_t)json_count(value) > max)
		say(w, path, value, mem_printf(w->why->mem,
		    _("de %lld à %lld éléments"), (long long)min,
		    (long long)max));
	one.min = one.max = 0;
	for (i = 0; i < json_count(value); i++)
		check_value(w, mem_printf(w->why->mem, "%s[%zu]", path, i),
		    json_at(value, i), &one);
}

static const struct shape *
row_of(const struct shape *members, const char *name)
{
	for (; members->name != NULL; members++)
		if (strcmp(members->name, name) == 0)
			return members;
	return NULL;
}

static const char *
names_of(struct mem *mem, const struct shape *members)
{
	struct buf b = BUF_INIT;
	const char *text;

	for (; members->name != NULL; members++)
		buf_printf(&b, "%s%s", b.len > 0 ? ", " : "", members->name);
	text = mem_strdup(mem, b.data);
	buf_release(&b);
	return text;
}

static void
check_members(struct walk *w, const char *path, struct json_object *value,
    const struct shape *members)
{
	const char *dot = path[0] == '\0' ? "" : ".";
	const struct shape *row;

	if (!json_is(value, json_type_object)) {
		say(w, path, value, _("un objet"));
		return;
	}
	JSON_EACH(value, m) {
		const char *name = m.key;
		struct json_object *member = m.value;
		const char *at = mem_printf(w->why->mem, "%s%s%s", path, dot,
		    name);

		row = row_of(members, name);
		if (row == NULL)
			shape_problem(w->why, w->file, at,
			    _("nom inconnu ; permis : %s"),
			    names_of(w->why->mem, members));
		else if ((row->flags & SHAPE_MANY) != 0)
			check_many(w, at, member, row);
		else
			check_value(w, at, member, row);
	}
	for (row = members; row->name != NULL; row++) {
		if ((row->flags & SHAPE_REQUIRED) == 0 ||
		    json_object_object_get_ex(value, row->name, NULL))
			continue;
		shape_problem(w->why, w->file, mem_printf(w->why->mem, "%s%s%s",
		    path, dot, row->name), _("absent ; attendu : %s"),
		    (row->flags & SHAPE_MANY) != 0 ? _("une liste") :
		    type_words(w->why->mem, row));
	}
}

bool
shape_check_at(struct problems *why, const char *file, const char *path,
    struct json_object *value, const struct shape *shape)
{
	struct walk w = { why, file, why->count };

	check_members(&w, path, value, shape);
	return why->count == w.before;
}

bool
shape_check(struct problems *why, const char *file, struct json_object *value,
    const struct shape *shape)
{
	return shape_check_at(why, file, "", value, shape);
}
