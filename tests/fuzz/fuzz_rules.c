/*
 * The fuzz target of what reads rules: formulas, conditions, definitions of
 * forms. The first byte chooses. Run as fuzz_multipart.c is.
 *
 * Checked for any input: no crash; what is refused has a message, what is read
 * has a value or none, on empty answers and on full ones.
 */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "domain/form_condition.h"
#include "domain/form_rule.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const char definition[] =
    "{\"kind\":\"supplement\",\"steps\":[{\"key\":\"s\",\"label\":\"S\","
    "\"blocks\":[{\"key\":\"b\",\"label\":\"B\",\"fields\":["
    "{\"key\":\"t\",\"type\":\"text\",\"label\":\"T\"},"
    "{\"key\":\"n\",\"type\":\"integer\",\"label\":\"N\"},"
    "{\"key\":\"m\",\"type\":\"money\",\"label\":\"M\"},"
    "{\"key\":\"d\",\"type\":\"date\",\"label\":\"D\"},"
    "{\"key\":\"y\",\"type\":\"yes_no\",\"label\":\"Y\"},"
    "{\"key\":\"c\",\"type\":\"choice\",\"label\":\"C\",\"options\":["
    "{\"key\":\"a\",\"label\":\"A\"},{\"key\":\"b\",\"label\":\"B\"}]},"
    "{\"key\":\"l\",\"type\":\"territory\",\"label\":\"L\"},"
    "{\"key\":\"p\",\"type\":\"funding_plan\",\"label\":\"P\"}]}]}]}";

static const char *const answers_json[] = { "\"x\"", "7", "120050",
    "\"2027-01-31\"", "true", "\"a\"", "\"97413\"",
    "{\"costs\":[{\"amount_cents\":1,\"label\":\"a\"}],\"sources\":[]}" };

static void
must(bool b)
{
	if (!b)
		abort();
}

/* The same form for every input; empty answers, and full ones. */
static struct {
	struct mem	*mem;
	struct form	*form;
	struct answers	 empty, full;
} world;

static void
make_world(void)
{
	struct json_object *o = NULL;
	const char *where;
	size_t i;

	world.mem = mem_new();
	must(json_parse(&o, definition, strlen(definition), 16, NULL) ==
	    RC_OK);
	must(form_parse(&world.form, world.mem, o, &where) == RC_OK);
	json_object_put(o);
	answers_init(&world.empty, NULL, world.mem, world.form, NULL);
	answers_init(&world.full, NULL, world.mem, world.form, NULL);
	for (i = 0; i < world.form->field_count; i++)
		must(value_parse(&world.full.of[i].value, world.mem,
		    &world.form->fields[i], answers_json[i]));
	answers_judge(&world.empty);
	answers_judge(&world.full);
}

static void
try_formula(const struct rule_scope *scope, const char *text)
{
	struct formula *f = formula_parse(scope, "x", text);
	struct fraction v;

	must((f == NULL) == (scope->why->count > 0));
	if (f == NULL)
		return;
	must(rule_kind_counts(formula_kind(f)));
	v = formula_value(f, &world.empty);
	must(v.den >= 0);
	v = formula_value(f, &world.full);
	must(v.den >= 0);
	must(formula_kind(f) != KIND_YES || v.den == 0 ||
	    (v.den == 1 && (v.num == 0 || v.num == 1)));
}

static void
try_condition(const struct rule_scope *scope, struct json_object *o)
{
	struct condition *c = condition_read(scope, "x", o);
	struct json_object *json;
	bool known = false;

	must((c == NULL) == (scope->why->count > 0));
	if (c == NULL)
		return;
	must(condition_judge(c, &world.empty) <= VERDICT_OPEN);
	must(condition_judge(c, &world.full) <= VERDICT_OPEN);
	json = condition_json(c, &world.full, 0, &known);
	must(json != NULL);
	json_object_put(json);
}

/* Definitions that hold judge; those that do not say why. */
static void
try_definition(struct mem *mem, struct json_object *o)
{
	struct problems why = PROBLEMS_INIT(mem);
	const char *where = NULL;
	struct form *form;
	struct answers a;
	const struct problem *p;

	form_rules_check(mem, o, &why);
	for (p = why.first; p != NULL; p = p->next)
		must(*p->text != '\0' && form_path_key(o, p->where) != NULL);
	if (form_parse(&form, mem, o, &where) != RC_OK) {
		must(where != NULL);
		return;
	}
	answers_init(&a, NULL, mem, form, NULL);
	answers_judge(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct problems why;
	struct rule_scope scope;
	struct json_object *o = NULL;
	struct mem *mem;
	const char *text;

	if (world.mem == NULL)
		make_world();
	if (size == 0)
		return 0;
	mem = mem_new();
	why = (struct problems)PROBLEMS_INIT(mem);
	scope = (struct rule_scope){ .mem = mem, .form = world.form,
	    .before = world.form->field_count, .call = true, .why = &why };
	text = text_from_bytes(mem, (const char *)data + 1, size - 1);
	if (*data == '0')
		try_formula(&scope, text);
	else if (json_parse(&o, text, strlen(text), 32, NULL) == RC_OK) {
		if (*data == '1')
			try_condition(&scope, o);
		else
			try_definition(mem, o);
	}
	json_object_put(o);
	mem_free(mem);
	return 0;
}
