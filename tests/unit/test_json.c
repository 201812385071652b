/*
 * JSON: strict parse with a place, looks that trust nothing, canonical form.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "base/json.h"

static struct json_object *
parsed(const char *text)
{
	struct json_object *value = NULL;

	assert_int_equal(json_parse(&value, text, strlen(text), 32, NULL),
	    RC_OK);
	return value;
}

static void
assert_refused(const char *text, int line, int column)
{
	struct json_object *value = (struct json_object *)-1;
	struct json_error error = { 0, 0, NULL };

	assert_int_equal(json_parse(&value, text, strlen(text), 4, &error),
	    RC_INVALID);
	assert_ptr_equal(value, (struct json_object *)-1);
	assert_int_equal(error.line, line);
	if (column > 0)
		assert_int_equal(error.column, column);
	assert_non_null(error.text);
}

static void
errors_have_a_line_and_a_column(void **state)
{
	(void)state;
	assert_refused("", 1, 1);
	assert_refused("{", 1, 2);
	assert_refused("{\n  \"a\": 1,\n  \"b\": oui\n}", 3, 8);
	assert_refused("{\"a\": 1,}", 1, 9);
	assert_refused("{'a': 1}", 1, 2);
	assert_refused("[1] [2]", 1, 5);
	assert_refused("[1]\nx", 2, 1);
	assert_refused("[[[[[1]]]]]", 1, 0);	/* too deep */
	assert_refused("\"caf\xe9\"", 1, 0);
	assert_refused("[NaN]", 1, 2);
	assert_refused("-Infinity", 1, 1);
	assert_refused("[1.]", 1, 2);
	assert_refused("[1e+]", 1, 2);
	assert_refused("007", 1, 1);
	assert_refused("[9223372036854775808]", 1, 2);
	json_object_put(parsed("[-9223372036854775808,0,-0,1e5,0.5E-2]"));
	assert_refused("[\"a\nb\"]", 1, 4);
	assert_refused("[01]", 1, 0);
	assert_refused("// no\n1", 1, 0);
}

static void
whole_values_are_read(void **state)
{
	struct json_object *o;

	(void)state;
	json_object_put(parsed(" 12 "));
	json_object_put(parsed("12"));
	json_object_put(parsed("\"é\"\n"));
	assert_null(parsed("null"));
	o = parsed("{\"t\":\"x\",\"n\":7,\"b\":true,\"a\":[\"y\",3],"
	    "\"o\":{},\"z\":null}");
	assert_string_equal(json_text(o, "t"), "x");
	assert_null(json_text(o, "n"));
	assert_null(json_text(o, "absent"));
	assert_string_equal(json_text_or(o, "absent", "d"), "d");
	assert_int_equal(json_int(o, "n", -1), 7);
	assert_int_equal(json_int(o, "t", -1), -1);
	assert_true(json_flag(o, "b", false));
	assert_true(json_flag(o, "n", true));
	assert_int_equal(json_count(json_array(o, "a")), 2);
	assert_string_equal(json_at_text(json_array(o, "a"), 0), "y");
	assert_null(json_at_text(json_array(o, "a"), 1));
	assert_null(json_at(json_array(o, "a"), 2));
	assert_null(json_array(o, "o"));
	assert_non_null(json_dict(o, "o"));
	assert_false(json_has(o, "z"));
	assert_int_equal(json_count(o), 0);
	assert_null(json_get(NULL, "x"));
	json_object_put(o);
}

static void
members_are_walked_in_order(void **state)
{
	struct json_object *o = parsed("{\"b\":1,\"a\":2,\"c\":3}");
	char seen[8] = "";
	size_t n = 0;

	(void)state;
	JSON_EACH(o, m) {
		if (strcmp(m.key, "c") == 0)
			break;
		seen[n++] = m.key[0];
	}
	assert_string_equal(seen, "ba");
	JSON_EACH(NULL, m)
		fail();
	json_object_put(o);
}

static void
assert_canonical(const char *text, const char *expected)
{
	struct buf b = BUF_INIT;
	struct json_object *o = parsed(text);

	json_canonical(&b, o);
	assert_string_equal(b.data, expected);
	buf_release(&b);
	json_object_put(o);
}

static void
canonical_form_is_rfc_8785(void **state)
{
	(void)state;
	/* RFC 8785, 3.2.2 and 3.2.3. */
	assert_canonical("{\n \"numbers\": [333333333.33333329, 1E30, 4.50,"
	    " 2e-3, 0.000000000000000000000000001],\n \"string\":"
	    " \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
	    "\n \"literals\": [null, true, false]\n}",
	    "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,"
	    "1e+30,4.5,0.002,1e-27],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\"
	    "\\\"/\"}");
	assert_canonical("{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,"
	    "\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}",
	    "{\"\\r\":2,\"1\":4,\"\xc2\x80\":6,\"ö\":7,\"€\":1,\"😀\":5,"
	    "\"\ufb33\":3}");
	assert_canonical("[-0.0,0,1e21,1e20,1e-7,0.5,"
	    "-1.5e-10,100.0,9007199254740993]",
	    "[0,0,1e+21,100000000000000000000,1e-7,"
	    "0.5,-1.5e-10,100,9007199254740993]");
	assert_canonical("null", "null");
	assert_canonical("[1e999,\"a\\\\\",\"NI'.\"]",
	    "[null,\"a\\\\\",\"NI'.\"]");
	assert_canonical("{}", "{}");
}

static void
text_can_stand_in_a_page(void **state)
{
	struct mem *mem = mem_new();
	struct json_object *o = json_object_new_object();

	(void)state;
	json_put_text(o, "t", "</script>");
	json_put_int(o, "n", INT64_MIN);
	json_put_bool(o, "b", true);
	json_put_text(o, "z", NULL);
	assert_string_equal(json_string(mem, o),
	    "{\"t\":\"\\u003c/script>\",\"n\":-9223372036854775808,"
	    "\"b\":true,\"z\":null}");
	json_object_put(o);
	mem_free(mem);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(errors_have_a_line_and_a_column),
		cmocka_unit_test(whole_values_are_read),
		cmocka_unit_test(members_are_walked_in_order),
		cmocka_unit_test(canonical_form_is_rfc_8785),
		cmocka_unit_test(text_can_stand_in_a_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
