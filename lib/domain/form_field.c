/*
 * One field of a form definition (JSON) into a structure, by its type.
 * It looks at no other field: see form_parse.c.
 */
#include "config.h"

#include "domain/form_parse_private.h"

#include <string.h>

#include "base/date.h"

bool
form_refuse(struct form_parser *p, const char *key, const char *what)
{
	if (p->where == NULL)
		p->where = mem_printf(p->mem, "%s: %s",
		    key == NULL ? "?" : key, what);
	return p->lenient;
}

const char *
form_keep(struct form_parser *p, struct json_object *o, const char *member)
{
	return mem_strdup(p->mem, json_text(o, member));
}

static bool
has_options(enum form_type type)
{
	return type == FORM_CHOICE || type == FORM_MULTI_CHOICE ||
	    type == FORM_RANKING || type == FORM_LINKED_CHOICE;
}

/* A list of { key, label, hint }, each with a list of its own when deep. */
static bool
read_option_list(struct form_parser *p, const struct form_field *f,
    struct json_object *list, bool deep, struct form_option **options,
    size_t *count)
{
	size_t i, n = json_count(list);

	if (n == 0)
		return form_refuse(p, f->key, "options");
	*options = MEM_ARRAY(p->mem, n, struct form_option);
	*count = n;
	for (i = 0; i < n; i++) {
		struct json_object *o = json_at(list, i);
		struct form_option *option = &(*options)[i];

		option->key = form_keep(p, o, "key");
		option->label = form_keep(p, o, "label");
		option->hint = form_keep(p, o, "hint");
		if (option->key == NULL || option->label == NULL) {
			if (!form_refuse(p, f->key, "options"))
				return false;
			option->key = option->key == NULL ? "" : option->key;
		}
		if (deep && !read_option_list(p, f, json_array(o, "options"),
		    false, &option->options, &option->option_count))
			return false;
	}
	return true;
}

static bool
read_options(struct form_parser *p, struct form_field *f, struct json_object *o)
{
	const char *from = json_text(o, "options_from");

	if (!has_options(f->type))
		return true;
	if (from != NULL) {
		f->options_are_themes = strcmp(from, "themes") == 0;
		return f->options_are_themes || form_refuse(p, f->key, "options_from");
	}
	return read_option_list(p, f, json_array(o, "options"),
	    f->type == FORM_LINKED_CHOICE, &f->options, &f->option_count);
}

static bool
read_bound(struct form_parser *p, const struct form_field *f,
    struct json_object *o, const char *member, bool *has, int64_t *bound)
{
	if (!json_has(o, member))
		return true;
	*has = true;
	if (f->type == FORM_DATE) {
		const char *day = json_text(o, member);

		if (day == NULL || !date_parse_unix(bound, day))
			return form_refuse(p, f->key, member);
		return true;
	}
	*bound = json_int(o, member, INT64_MIN);
	return *bound != INT64_MIN || form_refuse(p, f->key, member);
}

/* A list of texts that NULL ends. */
static const char **
read_words(struct form_parser *p, struct json_object *o, const char *member)
{
	struct json_object *list = json_array(o, member);
	size_t i, n = json_count(list);
	const char **words = MEM_ARRAY(p->mem, n + 1, const char *);

	for (i = 0; i < n; i++)
		words[i] = mem_strdup(p->mem, json_at_text(list, i));
	return words;
}

/* The set of the words that are there, bit i for names[i]. */
static unsigned
read_set(struct json_object *o, const char *member, const char *const *names)
{
	struct json_object *list = json_array(o, member);
	unsigned set = 0, bit;
	size_t i;

	for (bit = 0; names[bit] != NULL; bit++)
		for (i = 0; i < json_count(list); i++)
			if (json_at_text(list, i) != NULL && strcmp(names[bit],
			    json_at_text(list, i)) == 0)
				set |= 1u << bit;
	return set;
}

static void
read_accept(struct form_parser *p, struct form_field *f, struct json_object *o)
{
	f->accept = read_words(p, o, "accept");
	f->nature = mem_strdup(p->mem, json_text_or(o, "nature", "autre"));
	f->valid_months = json_int(o, "valid_months", 0);
}

/* What only some types have. */
static bool
read_own(struct form_parser *p, struct form_field *f, struct json_object *o)
{
	static const char *const needs[] = { "role", "email", "phone", NULL };
	static const char *const drawn[] = { "point", "line", "area", NULL };

	f->depth = (int)json_int(o, "depth", 1);
	f->decimals = f->type != FORM_DECIMAL ? 0
	    : (int)json_int(o, "decimals", 2);
	f->unit = form_keep(p, o, "unit");
	f->second = form_keep(p, o, "second");
	f->list = form_keep(p, o, "list");
	f->needs = read_set(o, "needs", needs);
	f->drawings = json_has(o, "drawings") ? read_set(o, "drawings", drawn)
	    : DRAW_POINTS | DRAW_LINES | DRAW_AREAS;
	f->vertices = json_int(o, "vertices", 500);
	f->model = form_keep(p, o, "model");
	f->pattern = form_keep(p, o, "pattern");
	f->example = form_keep(p, o, "example");
	f->mistake = form_keep(p, o, "mistake");
	if (json_has(o, "kinds"))
		f->kinds = read_words(p, o, "kinds");
	if (json_has(o, "indicators"))
		f->indicators = read_words(p, o, "indicators");
	f->item = form_keep(p, o, "item");
	f->row_total = json_flag(o, "row_total", false);
	f->total = json_flag(o, "total", false);
	if (f->decimals < 0 || f->decimals > 6)
		return form_refuse(p, f->key, "decimals");
	if (f->type == FORM_REFERENCE && f->list == NULL)
		return form_refuse(p, f->key, "list");
	if (f->type == FORM_PATTERN && f->pattern == NULL)
		return form_refuse(p, f->key, "pattern");
	return true;
}

/* The fields of an item, the columns and fixed rows of a table. */
static bool
read_inner(struct form_parser *p, struct form_field *f, struct json_object *o)
{
	bool table = f->type == FORM_TABLE;
	struct json_object *list = json_array(o, table ? "columns" : "fields");
	size_t i, j, n = json_count(list);

	if (!table && f->type != FORM_REPEAT)
		return true;
	/* A repeat in a repeat, once; in a table, nothing. */
	if (n == 0 || n > FORM_INNER || (f->parent != NULL &&
	    (f->parent->type == FORM_TABLE ||
	    (!table && f->parent->parent != NULL))))
		return form_refuse(p, f->key, table ? "columns" : "fields");
	f->inner = MEM_ARRAY(p->mem, n, struct form_field);
	f->inner_count = n;
	for (i = 0; i < n; i++) {
		f->inner[i].index = i;
		f->inner[i].step = f->step;
		f->inner[i].parent = f;
		if (!form_read_field(p, &f->inner[i], json_at(list, i)))
			return false;
		/* A block that holds something private is private. */
		f->private |= f->inner[i].private;
		for (j = 0; j < i; j++)
			if (strcmp(f->inner[i].key, f->inner[j].key) == 0)
				return form_refuse(p, f->inner[i].key, "twice");
	}
	if (!table || !json_has(o, "rows"))
		return true;
	return read_option_list(p, f, json_array(o, "rows"), false, &f->rows,
	    &f->row_count);
}

/* A calculated field is of the type that it is shown as. */
static int
read_type(struct json_object *o)
{
	const char *name = json_text_or(o, "type", "");

	return form_type_by_name(strcmp(name, "calculated") == 0
	    ? json_text_or(o, "as", "") : name);
}

/* All of a field but its place and what it says of other fields. */
bool
form_read_field(struct form_parser *p, struct form_field *f, struct json_object *o)
{
	int type = read_type(o);
	int map = form_map_by_name(json_text_or(o, "maps_to", ""));

	f->key = form_keep(p, o, "key");
	f->label = form_keep(p, o, "label");
	f->hint = form_keep(p, o, "hint");
	if (f->key == NULL || f->label == NULL || type < 0 || map < 0) {
		if (!form_refuse(p, f->key, "key, label, type or maps_to"))
			return false;
		f->key = f->key == NULL ? "" : f->key;
		type = type < 0 ? FORM_HEADING : type;
		map = map < 0 ? MAP_NONE : map;
	}
	f->type = (enum form_type)type;
	f->maps_to = (enum form_map)map;
	f->required = json_flag(o, "required", false);
	/* Who somebody is, and an account, are nobody else's business. */
	f->private = type == FORM_IBAN || json_flag(o, "private",
	    type == FORM_PERSON);
	f->max_length = json_int(o, "max_length",
	    type == FORM_LONG_TEXT ? 5000 : 200);
	f->must_be = !json_has(o, "must_be") ? -1
	    : json_flag(o, "must_be", true);
	f->level = mem_strdup(p->mem, json_text_or(o, "level", "commune"));
	f->within_platform = strcmp(json_text_or(o, "within", ""),
	    "platform") == 0;
	read_accept(p, f, o);
	return read_own(p, f, o) && read_options(p, f, o) &&
	    read_bound(p, f, o, "min", &f->has_min, &f->min) &&
	    read_bound(p, f, o, "max", &f->has_max, &f->max) &&
	    read_inner(p, f, o);
}
