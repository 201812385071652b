/*
 * A form definition (JSON) into structures.
 * It refuses what the engine could not run; the loader of presets says more.
 */
#include "config.h"

#include "domain/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "domain/form_condition.h"

struct parser {
	struct mem	*mem;
	struct form	*form;
	const char	*where;		/* set by the first refusal */
	size_t		 step;
	const char	*block;
	/* Conditions of the step and block being read, or NULL. */
	struct json_object *step_if, *block_if;
};

static bool
refuse(struct parser *p, const char *key, const char *what)
{
	if (p->where == NULL)
		p->where = mem_printf(p->mem, "%s: %s",
		    key == NULL ? "?" : key, what);
	return false;
}

static const char *
keep(struct parser *p, struct json_object *o, const char *member)
{
	return mem_strdup(p->mem, json_text(o, member));
}

/* --- fields --------------------------------------------------------------- */

static bool
read_options(struct parser *p, struct form_field *f, struct json_object *o)
{
	struct json_object *list = json_array(o, "options");
	const char *from = json_text(o, "options_from");
	size_t i;

	if (f->type != FORM_CHOICE && f->type != FORM_MULTI_CHOICE)
		return true;
	if (from != NULL) {
		f->options_are_themes = strcmp(from, "themes") == 0;
		return f->options_are_themes || refuse(p, f->key, "options_from");
	}
	f->option_count = json_count(list);
	if (f->option_count == 0)
		return refuse(p, f->key, "options");
	f->options = MEM_ARRAY(p->mem, f->option_count, struct form_option);
	for (i = 0; i < f->option_count; i++) {
		struct json_object *option = json_at(list, i);

		f->options[i].key = keep(p, option, "key");
		f->options[i].label = keep(p, option, "label");
		f->options[i].hint = keep(p, option, "hint");
		if (f->options[i].key == NULL || f->options[i].label == NULL)
			return refuse(p, f->key, "options");
	}
	return true;
}

static bool
read_bound(struct parser *p, const struct form_field *f,
    struct json_object *o, const char *member, bool *has, int64_t *bound)
{
	if (!json_has(o, member))
		return true;
	*has = true;
	if (f->type == FORM_DATE) {
		const char *day = json_text(o, member);

		if (day == NULL || !date_parse_unix(bound, day))
			return refuse(p, f->key, member);
		return true;
	}
	*bound = json_int(o, member, INT64_MIN);
	return *bound != INT64_MIN || refuse(p, f->key, member);
}

/* The earlier field that a member names, or NULL when absent. */
static bool
read_other(struct parser *p, const struct form_field *f, const char *key,
    enum form_type type, const struct form_field **other)
{
	size_t i;

	if (key == NULL)
		return true;
	for (i = 0; i < f->index; i++)
		if (strcmp(p->form->fields[i].key, key) == 0 &&
		    p->form->fields[i].type == type) {
			*other = &p->form->fields[i];
			return true;
		}
	return refuse(p, f->key, key);
}

static bool
read_comparisons(struct parser *p, struct form_field *f,
    struct json_object *o)
{
	struct json_object *balance = json_dict(o, "balance");

	return read_other(p, f, json_text(json_dict(o, "at_least"), "field"),
	    f->type, &f->at_least) &&
	    read_other(p, f, json_text(json_dict(o, "at_most"), "field"),
	    f->type, &f->at_most) &&
	    read_other(p, f, json_text(balance, "costs"), FORM_MONEY,
	    &f->balance_costs) &&
	    read_other(p, f, json_text(balance, "sources"), FORM_MONEY,
	    &f->balance_sources);
}

static void
read_accept(struct parser *p, struct form_field *f, struct json_object *o)
{
	struct json_object *list = json_array(o, "accept");
	size_t i, n = json_count(list);

	f->accept = MEM_ARRAY(p->mem, n + 1, const char *);
	for (i = 0; i < n; i++)
		f->accept[i] = mem_strdup(p->mem, json_at_text(list, i));
	f->nature = mem_strdup(p->mem, json_text_or(o, "nature", "autre"));
	f->valid_months = json_int(o, "valid_months", 0);
}

static bool
read_condition(struct parser *p, struct form_field *f, struct json_object *own)
{
	struct json_object *all[] = { p->step_if, p->block_if, own };

	if (condition_parse(&f->visible_if, p->mem, p->form, f->index, all, 3))
		return true;
	return refuse(p, f->key, "visible_if");
}

static bool
read_field(struct parser *p, struct json_object *o)
{
	struct form_field *f = &p->form->fields[p->form->field_count];
	int type = form_type_by_name(json_text(o, "type"));
	int map = form_map_by_name(json_text_or(o, "maps_to", ""));

	f->key = keep(p, o, "key");
	f->label = keep(p, o, "label");
	f->hint = keep(p, o, "hint");
	if (f->key == NULL || f->label == NULL || type < 0 || map < 0)
		return refuse(p, f->key, "key, label, type or maps_to");
	f->type = (enum form_type)type;
	f->maps_to = (enum form_map)map;
	f->index = p->form->field_count;
	f->step = p->step;
	f->block = p->block;
	p->block = NULL;		/* said above its first field only */
	f->required = json_flag(o, "required", false);
	f->private = json_flag(o, "private", false);
	f->max_length = json_int(o, "max_length",
	    type == FORM_LONG_TEXT ? 5000 : 200);
	f->must_be = !json_has(o, "must_be") ? -1
	    : json_flag(o, "must_be", true);
	f->level = mem_strdup(p->mem, json_text_or(o, "level", "commune"));
	f->within_platform = strcmp(json_text_or(o, "within", ""),
	    "platform") == 0;
	read_accept(p, f, o);
	p->form->field_count++;
	return read_options(p, f, o) &&
	    read_bound(p, f, o, "min", &f->has_min, &f->min) &&
	    read_bound(p, f, o, "max", &f->has_max, &f->max) &&
	    read_comparisons(p, f, o) &&
	    read_condition(p, f, json_dict(o, "visible_if"));
}

/* --- steps ---------------------------------------------------------------- */

static bool
read_block(struct parser *p, struct json_object *block)
{
	struct json_object *fields = json_array(block, "fields");
	size_t i;

	p->block = keep(p, block, "label");
	p->block_if = json_dict(block, "visible_if");
	for (i = 0; i < json_count(fields); i++) {
		if (p->form->field_count == FORM_FIELDS)
			return refuse(p, json_text(block, "key"),
			    "too many fields");
		if (!read_field(p, json_at(fields, i)))
			return false;
	}
	return true;
}

static bool
read_step(struct parser *p, struct json_object *o)
{
	struct form_step *step = &p->form->steps[p->step];
	struct json_object *blocks = json_array(o, "blocks");
	size_t i;

	step->key = keep(p, o, "key");
	step->label = keep(p, o, "label");
	step->intro = keep(p, o, "intro");
	step->first = p->form->field_count;
	p->step_if = json_dict(o, "visible_if");
	if (step->key == NULL || step->label == NULL)
		return refuse(p, step->key, "step");
	for (i = 0; i < json_count(blocks); i++)
		if (!read_block(p, json_at(blocks, i)))
			return false;
	step->count = p->form->field_count - step->first;
	return true;
}

static int
compare_fields(const void *a, const void *b)
{
	const struct form_field *const *fa = a, *const *fb = b;

	return strcmp((*fa)->key, (*fb)->key);
}

/* Sort by key; the same key twice is refused. */
static bool
sort_keys(struct parser *p)
{
	struct form *form = p->form;
	size_t i;

	form->by_key = MEM_ARRAY(p->mem, form->field_count,
	    struct form_field *);
	for (i = 0; i < form->field_count; i++)
		form->by_key[i] = &form->fields[i];
	qsort(form->by_key, form->field_count, sizeof(*form->by_key),
	    compare_fields);
	for (i = 1; i < form->field_count; i++)
		if (strcmp(form->by_key[i - 1]->key, form->by_key[i]->key) == 0)
			return refuse(p, form->by_key[i]->key, "twice");
	return true;
}

/* How many fields, to give them one array whose addresses stay. */
static size_t
count_fields(struct json_object *steps)
{
	size_t i, j, n = 0;

	for (i = 0; i < json_count(steps); i++) {
		struct json_object *blocks = json_array(json_at(steps, i),
		    "blocks");

		for (j = 0; j < json_count(blocks); j++)
			n += json_count(json_array(json_at(blocks, j),
			    "fields"));
	}
	return n;
}

enum rc
form_parse(struct form **out, struct mem *mem, struct json_object *definition,
    const char **where)
{
	struct parser p = { .mem = mem, .form = MEM_NEW(mem, struct form) };
	struct json_object *steps = json_array(definition, "steps");
	size_t fields = count_fields(steps);

	p.form->key = mem_strdup(mem, json_text_or(definition, "key", ""));
	p.form->kind = mem_strdup(mem, json_text_or(definition, "kind", ""));
	p.form->title = mem_strdup(mem, json_text_or(definition, "title", ""));
	p.form->intro = mem_strdup(mem, json_text(definition, "intro"));
	p.form->step_count = json_count(steps);
	p.form->steps = MEM_ARRAY(mem, p.form->step_count + 1, struct form_step);
	p.form->fields = MEM_ARRAY(mem,
	    (fields < FORM_FIELDS ? fields : FORM_FIELDS) + 1,
	    struct form_field);
	for (p.step = 0; p.step < p.form->step_count; p.step++)
		if (!read_step(&p, json_at(steps, p.step)))
			goto out;
	if (p.form->field_count == 0)
		refuse(&p, p.form->key, "no field");
	else
		sort_keys(&p);
out:
	if (p.where != NULL) {
		*where = p.where;
		return RC_INVALID;
	}
	*out = p.form;
	return RC_OK;
}
