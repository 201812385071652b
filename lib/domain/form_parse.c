/*
 * A form definition (JSON) into structures.
 * It refuses what the engine could not run; the loader of presets says more.
 */
#include "config.h"

#include "domain/form_parse_private.h"

#include <stdlib.h>
#include <string.h>

#include "domain/form_rule.h"

/* --- fields --------------------------------------------------------------- */

/* The earlier field that a member names, or NULL when absent. */
static bool
read_other(struct form_parser *p, const struct form_field *f, const char *key,
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
	return form_refuse(p, f->key, key);
}

static bool
read_comparisons(struct form_parser *p, struct form_field *f,
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

static bool
read_field(struct form_parser *p, struct json_object *o)
{
	struct form_field *f = &p->form->fields[p->form->field_count];

	f->index = p->form->field_count;
	f->step = p->step;
	f->block = p->block;
	p->block = NULL;		/* said above its first field only */
	if (!form_read_field(p, f, o))
		return false;
	p->form->field_count++;
	return read_comparisons(p, f, o);
}

/* --- steps ---------------------------------------------------------------- */

static bool
read_block(struct form_parser *p, struct json_object *block)
{
	struct json_object *fields = json_array(block, "fields");
	size_t i;

	p->block = form_keep(p, block, "label");
	for (i = 0; i < json_count(fields); i++) {
		if (p->form->field_count == FORM_FIELDS)
			return form_refuse(p, json_text(block, "key"),
			    "too many fields");
		if (!read_field(p, json_at(fields, i)))
			return false;
	}
	return true;
}

static bool
read_step(struct form_parser *p, struct json_object *o)
{
	struct form_step *step = &p->form->steps[p->step];
	struct json_object *blocks = json_array(o, "blocks");
	size_t i;

	step->key = form_keep(p, o, "key");
	step->label = form_keep(p, o, "label");
	step->intro = form_keep(p, o, "intro");
	step->first = p->form->field_count;
	if (step->key == NULL || step->label == NULL)
		return form_refuse(p, step->key, "step");
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
sort_keys(struct form_parser *p)
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
			return form_refuse(p, form->by_key[i]->key, "twice");
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

static void
parse(struct form_parser *p, struct json_object *definition,
    struct problems *why)
{
	struct json_object *steps = json_array(definition, "steps");
	size_t fields = count_fields(steps);
	struct mem *mem = p->mem;

	p->form->key = mem_strdup(mem, json_text_or(definition, "key", ""));
	p->form->kind = mem_strdup(mem, json_text_or(definition, "kind", ""));
	p->form->title = mem_strdup(mem, json_text_or(definition, "title", ""));
	p->form->intro = mem_strdup(mem, json_text(definition, "intro"));
	p->form->step_count = json_count(steps);
	p->form->steps = MEM_ARRAY(mem, p->form->step_count + 1,
	    struct form_step);
	p->form->fields = MEM_ARRAY(mem,
	    (fields < FORM_FIELDS ? fields : FORM_FIELDS) + 1,
	    struct form_field);
	for (p->step = 0; p->step < p->form->step_count; p->step++)
		if (!read_step(p, json_at(steps, p->step)))
			return;
	if (p->form->field_count == 0)
		form_refuse(p, p->form->key, "no field");
	else if (sort_keys(p))
		form_rules_read(p->form, mem, definition, why);
}

enum rc
form_parse(struct form **out, struct mem *mem, struct json_object *definition,
    const char **where)
{
	struct form_parser p = { .mem = mem, .form = MEM_NEW(mem, struct form) };
	struct problems why = PROBLEMS_INIT(mem);

	parse(&p, definition, &why);
	if (why.first != NULL)
		form_refuse(&p, why.first->where, why.first->text);
	if (p.where != NULL) {
		*where = p.where;
		return RC_INVALID;
	}
	*out = p.form;
	return RC_OK;
}

void
form_rules_check(struct mem *mem, struct json_object *definition,
    struct problems *why)
{
	struct form_parser p = { .mem = mem, .form = MEM_NEW(mem, struct form),
	    .lenient = true };

	parse(&p, definition, why);
}
