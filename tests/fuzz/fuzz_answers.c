/*
 * The fuzz target of what people answer: what is typed for every type of
 * question, stored answers, reference lists. The first byte chooses the question
 * ('a', 'b'…), the next how: 't' typed, one "part=text" a line; 's' stored; 'l' a
 * list. Run as fuzz_multipart.c is.
 *
 * Checked for any input: no crash; a refusal has words; what is read is stored,
 * taken back and stored again the same, and shown as it would be typed again.
 */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "domain/answer.h"
#include "domain/pattern.h"
#include "domain/reference.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

#define F(key, type, more)						\
	"{\"key\":\"" key "\",\"type\":\"" type "\",\"label\":\"" key "\"" more "}"
#define OPTIONS								\
	",\"options\":[{\"key\":\"a\",\"label\":\"A\"},"		\
	"{\"key\":\"b\",\"label\":\"Bé\"},{\"key\":\"c\",\"label\":\"C\"}]"

static const char definition[] =
    "{\"kind\":\"supplement\",\"steps\":[{\"key\":\"s\",\"label\":\"S\","
    "\"blocks\":[{\"key\":\"b\",\"label\":\"B\",\"fields\":["
    F("a", "text", "") "," F("b", "long_text", "") ","
    F("c", "integer", ",\"min\":-5") "," F("d", "money", "") ","
    F("e", "percentage", "") "," F("f", "decimal", ",\"decimals\":3") ","
    F("g", "date", "") "," F("h", "date_time", "") ","
    F("i", "period", ",\"min\":2") "," F("j", "yes_no", "") ","
    F("k", "checkbox", "") "," F("l", "choice", OPTIONS) ","
    F("m", "multi_choice", OPTIONS ",\"max\":2") ","
    F("n", "ranking", OPTIONS) ","
    F("o", "linked_choice", ",\"options\":[{\"key\":\"a\",\"label\":\"A\","
    "\"options\":[{\"key\":\"x\",\"label\":\"X\"}]},{\"key\":\"b\","
    "\"label\":\"B\",\"options\":[{\"key\":\"y\",\"label\":\"Y\"},"
    "{\"key\":\"x\",\"label\":\"X\"}]}]") ","
    F("p", "email", "") "," F("q", "phone", "") "," F("r", "url", "") ","
    F("s", "iban", "") "," F("t", "country", "") ","
    F("u", "person", ",\"needs\":[\"email\",\"phone\"]") ","
    F("v", "steps_schedule", "") "," F("w", "funding_plan", "") ","
    F("x", "shape", ",\"vertices\":50") ","
    F("y", "pattern", ",\"pattern\":\"[A-Z]{2}(-[0-9]+)*\"") ","
    F("z", "table", ",\"columns\":[" F("n", "text", "") ","
    F("m", "money", ",\"total\":true") "," F("l", "choice", OPTIONS) "]") ","
    F("A", "table", ",\"row_total\":true,\"rows\":[{\"key\":\"r1\","
    "\"label\":\"R1\"},{\"key\":\"r2\",\"label\":\"R2\"}],\"columns\":["
    F("i", "integer", "") "," F("d", "decimal", "") "]") ","
    F("B", "repeat", ",\"fields\":[" F("n", "text", "") ","
    F("p", "person", "") "," F("r", "repeat", ",\"fields\":["
    F("m", "money", "") "," F("d", "date", "") "]") "]")
    "]}]}]}";

static void
must(bool b)
{
	if (!b)
		abort();
}

static struct {
	struct mem	*mem;
	struct form	*form;
} world;

static void
make_world(void)
{
	struct json_object *o = NULL;
	const char *where;

	world.mem = mem_new();
	must(json_parse(&o, definition, strlen(definition), 16, NULL) ==
	    RC_OK);
	must(form_parse(&world.form, world.mem, o, &where) == RC_OK);
	json_object_put(o);
}

static bool
valid(const char *s)
{
	return s != NULL && text_valid_utf8(s, strlen(s));
}

/* "part=text" lines; \001 stands for a line's end inside a text. */
static struct typed *
typed_of_lines(struct mem *mem, char *text)
{
	struct typed *list = NULL, **last = &list, *t;
	char *line, *rest = text, *equals, *p;

	while ((line = strsep(&rest, "\n")) != NULL) {
		t = MEM_NEW(mem, struct typed);
		equals = strchr(line, '=');
		t->part = "";
		t->text = line;
		if (equals != NULL) {
			*equals = '\0';
			t->part = line;
			t->text = equals + 1;
		}
		for (p = (char *)t->text; *p != '\0'; p++)
			if (*p == '\001')
				*p = '\n';
		*last = t;
		last = &t->next;
	}
	return list;
}

/* A value that was read, or taken back from its JSON. */
static void
try_value(struct answers *a, const struct form_field *f,
    const struct value *v, bool fresh)
{
	const char *json = value_json(a->mem, f, v), *again, *error = NULL;
	const char *words = value_text(a, f, v);
	struct value same, typed;
	struct typed *t;
	int64_t n;

	value_number(f, v, &n);
	value_unfinished(a, f, v);
	/* Any JSON may be handed to value_parse: it is only not to be believed. */
	if (!fresh) {
		value_typed(a, f, v);
		return;
	}
	must(valid(words));
	if (!v->given) {
		must(json == NULL);
		return;
	}
	must(valid(json));
	must(value_parse(&same, a->mem, f, json));
	again = value_json(a->mem, f, &same);
	must(again != NULL && strcmp(json, again) == 0);
	must(strcmp(words, value_text(a, f, &same)) == 0);
	t = value_typed(a, f, v);
	must(t != NULL);
	typed_words(a->mem, t);
	must(typed_parse(a->mem, typed_json(a->mem, t)) != NULL);
	/* What a form shows is read again as the same answer. */
	must(value_read(&typed, &error, a, f, t));
	again = value_json(a->mem, f, &typed);
	must(again != NULL && strcmp(json, again) == 0);
}

static void
try_typed(struct answers *a, const struct form_field *f, struct typed *t)
{
	const char *error = NULL;
	struct typed *moved;
	struct value v;

	if (value_read(&v, &error, a, f, t))
		try_value(a, f, &v, true);
	else
		must(valid(error) && *error != '\0');
	must(valid(typed_words(a->mem, t)));
	if (f->type != FORM_REPEAT)
		return;
	moved = typed_moved(a->mem, t, "", 1, ITEM_UP);
	typed_rows(moved, f);
	typed_moved(a->mem, moved, "0.r.", 0, ITEM_REMOVE);
}

static void
try_list(struct mem *mem, const char *bytes, size_t len)
{
	struct problems why = PROBLEMS_INIT(mem);
	struct reference_items items;
	size_t i;

	if (reference_read(&items, mem, bytes, len, &why) != RC_OK) {
		must(why.count > 0);
		return;
	}
	must(items.count > 0);
	for (i = 0; i < items.count; i++)
		must(valid(items.rows[i].key) && valid(items.rows[i].label));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct form_field *f;
	struct answers a;
	struct value v;
	struct mem *mem;
	char *text;

	if (world.mem == NULL)
		make_world();
	if (size < 2)
		return 0;
	mem = mem_new();
	answers_init(&a, NULL, mem, world.form, NULL);
	f = &world.form->fields[(uint8_t)(data[0] - 'a') %
	    world.form->field_count];
	text = mem_strdup(mem, text_from_bytes(mem, (const char *)data + 2,
	    size - 2));
	if (data[1] == 'l')
		try_list(mem, (const char *)data + 2, size - 2);
	else if (data[1] == 's') {
		if (value_parse(&v, mem, f, text))
			try_value(&a, f, &v, false);
	} else
		try_typed(&a, f, typed_of_lines(mem, text));
	mem_free(mem);
	return 0;
}
