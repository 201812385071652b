/*
 * What changes between two definitions: each question, block and step by its
 * key, each setting by its name; what only follows another is not said.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "base/json.h"
#include "domain/form_diff.h"

static struct mem *mem;

static int
setup(void **state)
{
	(void)state;
	mem = mem_new();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	mem_free(mem);
	return 0;
}

/* A form of two steps with a block each: the fields of both. */
static struct json_object *
form(const char *one, const char *two)
{
	struct json_object *o = NULL;
	const char *text = mem_printf(mem, "{\"key\":\"f\",\"title\":\"F\","
	    "\"steps\":[{\"key\":\"a\",\"label\":\"A\",\"blocks\":[{\"key\":"
	    "\"x\",\"label\":\"X\",\"fields\":[%s]}]},{\"key\":\"b\",\"label\":"
	    "\"B\",\"blocks\":[{\"key\":\"y\",\"label\":\"Y\",\"fields\":[%s]}]}]}",
	    one, two);

	assert_int_equal(json_parse(&o, text, strlen(text), 32, NULL), RC_OK);
	return o;
}

#define Q(key, more)	"{\"key\":\"" key "\",\"type\":\"text\",\"label\":\"" \
	key "\"" more "}"

/* "changed question:n label \"n\"→\"N\"" of each, one a line. */
static const char *
said(struct json_object *before, struct json_object *after)
{
	static const char *const kinds[] = { [FORM_ADDED] = "added",
	    [FORM_REMOVED] = "removed", [FORM_MOVED] = "moved",
	    [FORM_CHANGED] = "changed" };
	struct form_change *rows;
	size_t i, n = form_diff(&rows, mem, before, after);
	const char *text = "";

	for (i = 0; i < n; i++) {
		text = mem_printf(mem, "%s%s %s", text, kinds[rows[i].kind],
		    rows[i].part);
		if (rows[i].kind == FORM_CHANGED)
			text = mem_printf(mem, "%s %s %s→%s", text,
			    rows[i].member, rows[i].before == NULL ? "–"
			    : json_string(mem, rows[i].before),
			    rows[i].after == NULL ? "–"
			    : json_string(mem, rows[i].after));
		text = mem_printf(mem, "%s\n", text);
	}
	json_object_put(before);
	json_object_put(after);
	return text;
}

#define assert_diff(before, after, text)				\
	assert_string_equal(said(before, after), text)

static void
the_same_form_has_no_difference(void **state)
{
	(void)state;
	assert_diff(form(Q("n", "") "," Q("m", ""), Q("z", "")),
	    form(Q("n", "") "," Q("m", ""), Q("z", "")), "");
}

static void
a_question_comes_and_another_goes(void **state)
{
	(void)state;
	assert_diff(form(Q("n", "") "," Q("m", ""), Q("z", "")),
	    form(Q("n", "") "," Q("k", ""), Q("z", "")),
	    "added question:k\nremoved question:m\n");
}

static void
each_setting_is_said_with_what_it_was(void **state)
{
	(void)state;
	assert_diff(form(Q("n", ""), Q("z", ",\"hint\":\"h\"")),
	    form(Q("n", ",\"required\":true"), Q("z", ",\"hint\":\"i\"")),
	    "changed question:n required –→true\n"
	    "changed question:z hint \"h\"→\"i\"\n");
	assert_diff(form(Q("n", ",\"max_length\":90"), Q("z", "")),
	    form(Q("n", ""), Q("z", "")),
	    "changed question:n max_length 90→–\n");
}

static void
only_what_moved_is_said_to_move(void **state)
{
	(void)state;
	/* To another step: those around it only close up. */
	assert_diff(form(Q("n", "") "," Q("m", "") "," Q("k", ""), Q("z", "")),
	    form(Q("n", "") "," Q("k", ""), Q("z", "") "," Q("m", "")),
	    "moved question:m\n");
	/* One comes before another: the others follow. */
	assert_diff(form(Q("n", ""), Q("z", "")),
	    form(Q("new", "") "," Q("n", ""), Q("z", "")),
	    "added question:new\n");
}

static void
a_move_and_a_change_are_both_said(void **state)
{
	(void)state;
	assert_diff(form(Q("n", "") "," Q("m", ""), Q("z", "")),
	    form(Q("n", ""), Q("z", "") "," Q("m", ",\"private\":true")),
	    "moved question:m\nchanged question:m private –→true\n");
}

static void
what_is_inside_is_compared_too(void **state)
{
	static const char block[] = "{\"key\":\"r\",\"type\":\"repeat\","
	    "\"label\":\"R\",\"fields\":[%s]}";

	(void)state;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	assert_diff(form(mem_printf(mem, block, Q("in", "")), Q("z", "")),
	    form(mem_printf(mem, block, Q("in", ",\"required\":true")),
	    Q("z", "")), "changed question:r/in required –→true\n");
	/* What is inside a block that goes, goes with it: said once. */
	assert_diff(form(mem_printf(mem, block, Q("in", "")), Q("z", "")),
	    form(Q("n", ""), Q("z", "")),
	    "added question:n\nremoved question:r\n");
#pragma GCC diagnostic pop
}

static void
the_form_itself_is_compared(void **state)
{
	struct json_object *before = form(Q("n", ""), Q("z", ""));
	struct json_object *after = form(Q("n", ""), Q("z", ""));

	(void)state;
	json_put_text(after, "title", "G");
	/* Which revision it is, is no difference. */
	json_put_int(after, "revision", 9);
	assert_diff(before, after, "changed  title \"F\"→\"G\"\n");
}

#define TEST(name)	cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_same_form_has_no_difference),
		TEST(a_question_comes_and_another_goes),
		TEST(each_setting_is_said_with_what_it_was),
		TEST(only_what_moved_is_said_to_move),
		TEST(a_move_and_a_change_are_both_said),
		TEST(what_is_inside_is_compared_too),
		TEST(the_form_itself_is_compared),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
