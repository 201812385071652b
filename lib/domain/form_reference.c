/*
 * Where a definition names questions: conditions, comparisons, balances, rules,
 * formulas. It follows names; it does not judge them.
 */
#include "config.h"

#include "domain/form_edit.h"

#include <string.h>

#include "base/buf.h"
#include "base/json.h"

/* Members whose text is the key of a question. */
static bool
names_field(const char *member)
{
	return strcmp(member, "field") == 0 || strcmp(member, "count") == 0 ||
	    strcmp(member, "costs") == 0 || strcmp(member, "sources") == 0;
}

static void
each_key(struct json_object *text, void (*each)(const char **, void *),
    void *arg)
{
	const char *was = json_object_get_string(text), *key = was;

	each(&key, arg);
	if (key != was)
		json_object_set_string(text, key);
}

void
form_edit_each_reference(struct json_object *value,
    void (*each)(const char **, void *), void *arg)
{
	size_t i;

	for (i = 0; json_is(value, json_type_array) && i < json_count(value); i++)
		form_edit_each_reference(json_at(value, i), each, arg);
	if (!json_is(value, json_type_object))
		return;
	JSON_EACH(value, m) {
		/* "at" of a rule: the questions beside which it is said */
		for (i = 0; strcmp(m.key, "at") == 0 && i < json_count(m.value);
		    i++)
			if (json_at_text(m.value, i) != NULL)
				each_key(json_at(m.value, i), each, arg);
		if (!json_is(m.value, json_type_string))
			form_edit_each_reference(m.value, each, arg);
		else if (names_field(m.key))
			each_key(m.value, each, arg);
	}
}

/* --- formulas ------------------------------------------------------------- */

/*
 * What a name stands for where the formula stands: a question, or one inside
 * others ("apports" in a partner is "partenaires.apports"), outermost first.
 */
struct path {
	struct { const char *text; size_t len; } part[6];
	size_t		 count;
};

/* The questions around the formula, outermost first. */
struct scope {
	struct json_object *in[3];
	size_t		 depth;
};

static bool
is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
	    c == '_';
}

static bool
same(const char *text, size_t len, const char *name)
{
	return len == strlen(name) && strncmp(text, name, len) == 0;
}

static bool
holds(struct json_object *around, const char *text, size_t len)
{
	struct json_object *inner = json_array(around, form_edit_inside(
	    PART_FIELD, around));
	size_t i;

	for (i = 0; i < json_count(inner); i++)
		if (same(text, len, json_text_or(json_at(inner, i), "key",
		    "")))
			return true;
	return false;
}

static void
add_part(struct path *path, const char *text, size_t len)
{
	if (path->count == sizeof(path->part) / sizeof(path->part[0]))
		return;
	path->part[path->count].text = text;
	path->part[path->count++].len = len;
}

/* A name is looked for in the item, the item around, then outside. */
static void
resolve(struct path *path, const struct scope *scope, const char *text,
    size_t len)
{
	size_t i, j;

	path->count = 0;
	for (i = scope->depth; i > 0; i--)
		if (holds(scope->in[i - 1], text, len))
			break;
	for (j = 0; j < i; j++) {
		const char *key = json_text_or(scope->in[j], "key", "");

		add_part(path, key, strlen(key));
	}
	add_part(path, text, len);
}

/*
 * The next piece of a formula: a name, a text between quotes, or one sign.
 * Returns its length, 0 at the end.
 */
static size_t
piece(const char *p, bool *name)
{
	size_t n = 0;

	while (is_name(p[n]))
		n++;
	*name = n > 0;
	if (n == 0 && *p == '\'' && strchr(p + 1, '\'') != NULL)
		return (size_t)(strchr(p + 1, '\'') - p) + 1;
	return n > 0 ? n : *p != '\0';
}

/* Each name of a formula is given to fn, which may say another; the formula is
 * written again when one was. */
static void
each_name(struct json_object *formula, const struct scope *scope,
    const char *(*fn)(const struct path *, void *), void *arg)
{
	const char *p = json_object_get_string(formula), *other;
	struct path path = { .count = 0 };
	struct buf b = BUF_INIT;
	bool name, changed = false;
	char before = ' ';
	size_t n;

	for (; (n = piece(p, &name)) > 0; p += n) {
		if (name && before == '.')
			add_part(&path, p, n);
		else if (name)
			resolve(&path, scope, p, n);
		other = name ? fn(&path, arg) : NULL;
		if (other != NULL)
			buf_text(&b, other);
		else
			buf_add(&b, p, n);
		changed = changed || other != NULL;
		before = p[n - 1];
	}
	if (changed)
		json_object_set_string(formula, b.data);
	buf_release(&b);
}

/* Each formula of a value, with the questions that it stands inside. */
static void
each_formula(struct json_object *value, const struct scope *scope,
    const char *(*fn)(const struct path *, void *), void *arg)
{
	const char *inside = json_is(value, json_type_object)
	    ? form_edit_inside(PART_FIELD, value) : NULL;
	struct scope within = *scope;
	size_t i;

	for (i = 0; json_is(value, json_type_array) && i < json_count(value); i++)
		each_formula(json_at(value, i), scope, fn, arg);
	if (!json_is(value, json_type_object))
		return;
	if (inside != NULL && scope->depth < 3)
		within.in[within.depth++] = value;
	JSON_EACH(value, m) {
		if (strcmp(m.key, "formula") == 0 &&
		    json_is(m.value, json_type_string))
			each_name(m.value, scope, fn, arg);
		else
			each_formula(m.value, inside != NULL && strcmp(m.key,
			    inside) == 0 ? &within : scope, fn, arg);
	}
}

struct reader {
	void		(*each)(const char *, void *);
	void		*arg;
};

static const char *
read_name(const struct path *path, void *arg)
{
	const struct reader *r = arg;
	char key[81];

	if (path->count == 1 && path->part[0].len < sizeof(key)) {
		memcpy(key, path->part[0].text, path->part[0].len);
		key[path->part[0].len] = '\0';
		r->each(key, r->arg);
	}
	return NULL;
}

void
form_edit_each_formula(struct json_object *value,
    void (*each)(const char *, void *), void *arg)
{
	struct reader r = { each, arg };
	struct scope none = { .depth = 0 };

	each_formula(value, &none, read_name, &r);
}

/* --- another name --------------------------------------------------------- */

struct renamed {
	const char	*from[4];	/* its path */
	size_t		 count;
	const char	*to;
};

static void
rename_one(const char **key, void *arg)
{
	const struct renamed *r = arg;

	if (strcmp(*key, r->from[0]) == 0)
		*key = r->to;
}

static const char *
rename_name(const struct path *path, void *arg)
{
	const struct renamed *r = arg;
	size_t i;

	for (i = 0; i < r->count && path->count == r->count; i++)
		if (!same(path->part[i].text, path->part[i].len, r->from[i]))
			return NULL;
	return path->count == r->count ? r->to : NULL;
}

void
form_edit_rename(struct json_object *value, const char *from, const char *to)
{
	struct renamed r = { { from }, 1, to };
	struct scope none = { .depth = 0 };

	form_edit_each_reference(value, rename_one, &r);
	each_formula(value, &none, rename_name, &r);
}

void
form_edit_rename_inner(struct json_object *form, const struct form_spot *spot,
    const char *to)
{
	struct renamed r = { .count = 0, .to = to };
	struct scope none = { .depth = 0 };

	while (r.count < spot->depth) {
		r.from[r.count] = json_text_or(spot->in[r.count], "key", "");
		r.count++;
	}
	r.from[r.count++] = json_text_or(spot->node, "key", "");
	each_formula(form, &none, rename_name, &r);
}
