/*
 * The rules of a form read from its definition, every fault with its path.
 * It judges no answer.
 */
#include "config.h"

#include "domain/form_rule.h"

#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/shape.h"
#include "domain/form_condition.h"

struct rules {
	struct form	*form;
	struct mem	*mem;
	struct problems	*why;
	struct rule_scope scope;	/* looks everywhere; order is judged after */
	struct rule_use	*looked;	/* by the rule being read */
	struct form_uses uses;
	size_t		 field;		/* the next one, in reading order */
	/* How many rules are said beside each field, then which. */
	size_t		*said;
	struct { size_t rule, field; } *pairs;
	size_t		 pair_count, pair_room;
};

/* Those of a step or a block, for all of its fields. */
struct shared {
	struct condition *visible, *required, *forbidden;
};

static const char *
at(const struct rules *r, const char *path, const char *member)
{
	return *path == '\0' ? member
	    : mem_printf(r->mem, "%s.%s", path, member);
}

static const char *
at_index(const struct rules *r, const char *path, const char *member,
    size_t i)
{
	return mem_printf(r->mem, "%s%s%s[%zu]", path, *path == '\0' ? "" : ".",
	    member, i);
}

/* --- conditions of fields, blocks, steps ---------------------------------- */

static struct condition *
read_condition(struct rules *r, struct json_object *o, const char *path,
    const char *member, size_t first, size_t count)
{
	struct condition *c;

	if (!json_has(o, member))
		return NULL;
	r->looked = NULL;
	path = at(r, path, member);
	c = condition_read(&r->scope, path, json_get(o, member));
	form_uses_add(&r->uses, first, count, r->looked, path);
	return c;
}

static struct shared
read_shared(struct rules *r, struct json_object *o, const char *path,
    size_t first, size_t count)
{
	return (struct shared){
	    read_condition(r, o, path, "visible_if", first, count),
	    read_condition(r, o, path, "required_if", first, count),
	    read_condition(r, o, path, "forbidden_if", first, count) };
}

/* --- calculated fields ---------------------------------------------------- */

static bool
shows(const struct form_field *f, enum rule_kind kind)
{
	return kind != KIND_YES && rule_kind(f) == kind;
}

/* Its formula and those inside it; `of` is the question they belong to. */
static void
read_formulas(struct rules *r, struct form_field *f, struct json_object *o,
    const char *path, const struct form_field *of)
{
	struct json_object *inner = json_array(o, f->type == FORM_TABLE
	    ? "columns" : "fields");
	const struct rule_scope around = r->scope;
	const char *text = json_text(o, "formula");
	size_t i;

	for (i = 0; i < f->inner_count; i++) {
		r->scope.inside = f;
		r->scope.inside_before = i;
		read_formulas(r, &f->inner[i], json_at(inner, i), at_index(r,
		    path, f->type == FORM_TABLE ? "columns" : "fields", i), of);
		f->calculates |= f->inner[i].calculates ||
		    f->inner[i].formula != NULL;
	}
	r->scope = around;
	if (strcmp(json_text_or(o, "type", ""), "calculated") != 0)
		return;
	path = at(r, path, "formula");
	if (text == NULL) {
		problem_add(r->why, path, "%s", _("absent ; attendu : une "
		    "formule"));
		return;
	}
	r->looked = NULL;
	f->formula = formula_parse(&r->scope, path, text);
	form_uses_add(&r->uses, of->index, 1, r->looked, path);
	f->required = false;
	if (f->formula != NULL && !shows(f, formula_kind(f->formula)))
		problem_add(r->why, path, _("la formule donne %s ; attendu : "
		    "%s, puisque ce champ se montre comme tel"),
		    rule_kind_said(formula_kind(f->formula)),
		    rule_kind_said(rule_kind(f)));
}

/* --- messages ------------------------------------------------------------- */

static const struct form_text *
read_message(struct rules *r, struct json_object *o, const char *path)
{
	struct json_object *message = json_get(o, "message");
	size_t n = json_is(message, json_type_object)
	    ? (size_t)json_object_object_length(message) : 1, i = 0;
	struct form_text *texts = MEM_ARRAY(r->mem, n + 1, struct form_text);

	if (json_is(message, json_type_string))
		texts[i++].text = mem_strdup(r->mem,
		    json_object_get_string(message));
	else if (json_is(message, json_type_object))
		JSON_EACH(message, m) {
			if (!json_is(m.value, json_type_string))
				continue;
			texts[i].lang = mem_strdup(r->mem, m.key);
			texts[i++].text = mem_strdup(r->mem,
			    json_object_get_string(m.value));
		}
	if (i == 0)
		problem_add(r->why, at(r, path, "message"), _("trouvé %s ; "
		    "permis : un texte, ou un texte par langue : {\"fr\": …, "
		    "\"en\": …}"), shape_found(r->mem, message));
	return texts;
}

/* --- rules ---------------------------------------------------------------- */

static void
say_beside(struct rules *r, size_t rule, struct json_object *key,
    const char *path)
{
	const struct form_field *f = json_is(key, json_type_string)
	    ? form_field(r->form, json_object_get_string(key)) : NULL;

	if (f == NULL || !form_asks(f)) {
		problem_add(r->why, path, _("trouvé %s ; permis : la clé d’une "
		    "question"), shape_found(r->mem, key));
		return;
	}
	if (r->pair_count == r->pair_room) {
		void *more;

		r->pair_room = r->pair_room * 2 + 16;
		more = mem_array(r->mem, r->pair_room, sizeof(*r->pairs));
		if (r->pair_count > 0)
			memcpy(more, r->pairs,
			    r->pair_count * sizeof(*r->pairs));
		r->pairs = more;
	}
	r->pairs[r->pair_count].rule = rule;
	r->pairs[r->pair_count++].field = f->index;
	r->said[f->index]++;
}

static void
read_rule(struct rules *r, struct json_object *o, const char *path)
{
	struct form_rule *rule = &r->form->rules[r->form->rule_count];
	struct json_object *beside = json_array(o, "at");
	size_t i;

	rule->must = condition_read(&r->scope, at(r, path, "must"),
	    json_get(o, "must"));
	rule->message = read_message(r, o, path);
	if (json_count(beside) == 0)
		problem_add(r->why, at(r, path, "at"), _("trouvé %s ; permis : "
		    "une liste de clés de questions"), shape_found(r->mem,
		    json_get(o, "at")));
	for (i = 0; i < json_count(beside); i++)
		say_beside(r, r->form->rule_count, json_at(beside, i),
		    at_index(r, path, "at", i));
	r->form->rule_count++;
}

static void
read_rules(struct rules *r, struct json_object *o, const char *path)
{
	struct json_object *list = json_array(o, "rules");
	size_t i;

	for (i = 0; i < json_count(list); i++)
		read_rule(r, json_at(list, i), at_index(r, path, "rules", i));
}

/* Which rules are said beside each field, from the pairs. */
static void
share_rules(struct rules *r)
{
	size_t *all = MEM_ARRAY(r->mem, r->pair_count + 1, size_t), *next = all;
	size_t i;

	for (i = 0; i < r->form->field_count; i++) {
		r->form->fields[i].rules = next;
		next += r->said[i];
	}
	for (i = 0; i < r->pair_count; i++) {
		struct form_field *f = &r->form->fields[r->pairs[i].field];

		all[(size_t)(f->rules - all) + f->rule_count++] =
		    r->pairs[i].rule;
	}
}

/* --- ineligibility -------------------------------------------------------- */

static void
read_bars(struct rules *r, struct form_bar **bars, size_t *count,
    struct json_object *list, const char *path)
{
	size_t i;

	*bars = MEM_ARRAY(r->mem, json_count(list) + 1, struct form_bar);
	*count = 0;
	for (i = 0; i < json_count(list); i++) {
		struct json_object *o = json_at(list, i);
		const char *here = mem_printf(r->mem, "%s[%zu]", path, i);
		struct form_bar bar = {
			.when = condition_read(&r->scope, at(r, here, "when"),
			    json_get(o, "when")),
			.message = read_message(r, o, here),
			.blocks = json_flag(o, "blocks", true),
		};

		if (bar.when != NULL)
			(*bars)[(*count)++] = bar;
	}
}

/* --- the whole ------------------------------------------------------------ */

static void
read_field(struct rules *r, struct json_object *o, const char *path,
    const struct shared *step, const struct shared *block)
{
	struct form_field *f = &r->form->fields[r->field++];
	struct shared own = read_shared(r, o, path, f->index, 1);

	read_formulas(r, f, o, path, f);
	f->visible_if = condition_all(r->mem, (struct condition *[]){
	    step->visible, block->visible, own.visible }, 3);
	if (!form_asks(f) || f->formula != NULL)
		return;
	f->required_if = condition_any(r->mem, (struct condition *[]){
	    step->required, block->required, own.required }, 3);
	f->forbidden_if = condition_any(r->mem, (struct condition *[]){
	    step->forbidden, block->forbidden, own.forbidden }, 3);
}

static void
read_block(struct rules *r, struct json_object *o, const char *path,
    const struct shared *step)
{
	struct json_object *fields = json_array(o, "fields");
	struct shared block = read_shared(r, o, path, r->field,
	    json_count(fields));
	size_t i;

	for (i = 0; i < json_count(fields) &&
	    r->field < r->form->field_count; i++)
		read_field(r, json_at(fields, i), at_index(r, path, "fields",
		    i), step, &block);
	read_rules(r, o, path);
}

static void
read_step(struct rules *r, struct json_object *o, size_t n)
{
	struct json_object *blocks = json_array(o, "blocks");
	const char *path = at_index(r, "", "steps", n);
	struct shared step = read_shared(r, o, path, r->form->steps[n].first,
	    r->form->steps[n].count);
	size_t i;

	for (i = 0; i < json_count(blocks); i++)
		read_block(r, json_at(blocks, i), at_index(r, path, "blocks",
		    i), &step);
}

static size_t
count_rules(struct json_object *definition)
{
	struct json_object *steps = json_array(definition, "steps");
	size_t n = json_count(json_array(definition, "rules")), i, j;

	for (i = 0; i < json_count(steps); i++) {
		struct json_object *blocks = json_array(json_at(steps, i),
		    "blocks");

		for (j = 0; j < json_count(blocks); j++)
			n += json_count(json_array(json_at(blocks, j),
			    "rules"));
	}
	return n;
}

static void
begin(struct rules *r, struct form *form, struct mem *mem,
    struct problems *why, bool call)
{
	*r = (struct rules){ .form = form, .mem = mem, .why = why };
	r->scope = (struct rule_scope){ .mem = mem, .form = form,
	    .before = form->field_count, .call = call, .why = why,
	    .uses = &r->looked };
}

void
form_rules_read(struct form *form, struct mem *mem,
    struct json_object *definition, struct problems *why)
{
	struct json_object *steps = json_array(definition, "steps");
	struct rules r;
	size_t i;

	begin(&r, form, mem, why, strcmp(form->kind, "supplement") == 0);
	r.said = MEM_ARRAY(mem, form->field_count + 1, size_t);
	form->rules = MEM_ARRAY(mem, count_rules(definition) + 1,
	    struct form_rule);
	form_uses_init(&r.uses, mem, form);
	for (i = 0; i < form->step_count; i++)
		read_step(&r, json_at(steps, i), i);
	form_uses_check(&r.uses, why);
	read_rules(&r, definition, "");
	share_rules(&r);
	read_bars(&r, &form->bars, &form->bar_count,
	    json_array(definition, "ineligible_if"), "ineligible_if");
}

void
form_bars_read(struct form_bar **bars, size_t *count, const struct form *form,
    struct mem *mem, struct json_object *list, const char *path, bool call,
    struct problems *why)
{
	struct form copy = *form;
	struct rules r;

	begin(&r, &copy, mem, why, call);
	r.scope.form = form;
	read_bars(&r, bars, count, list, path);
}

const char *
form_path_key(struct json_object *definition, const char *path)
{
	static const char *const lists[] = { "steps[", "blocks[", "fields[" };
	struct json_object *o = definition;
	const char *p = path;
	size_t i;

	for (i = 0; i < 3 && strncmp(p, lists[i], strlen(lists[i])) == 0; i++) {
		unsigned n;

		if (sscanf(p + strlen(lists[i]), "%u]", &n) != 1)
			break;
		o = json_at(json_array(o, (const char *const []){ "steps",
		    "blocks", "fields" }[i]), n);
		p = strchr(p, ']') + 1;
		p += *p == '.';
	}
	return o == definition ? "" : json_text_or(o, "key", "");
}
