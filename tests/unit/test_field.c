/*
 * Parameters and typed fields: what is accepted, what is said otherwise.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "base/lang.h"
#include "web/field.h"

static struct mem *mem;
static struct fields fields;

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

/* Parse a body and check it against one rule named x. */
static void
check(const char *body, struct field_rule rule)
{
	struct params sent = { .mem = mem };
	const struct field_rule rules[] = { rule, { .type = F_END } };

	assert_int_equal(params_parse(&sent, body, strlen(body)), RC_OK);
	fields_check(&fields, mem, rules, &sent);
}

static void
accepts(enum field_type type, const char *body, const char *text)
{
	check(body, (struct field_rule){ .name = "x", .type = type,
	    .choices = "oui|non|peut-être" });
	if (fields.why.count != 0)
		fail_msg("%s refused: %s", body, fields.why.first->text);
	assert_string_equal(field_text(&fields, "x"), text);
}

static void
refuses(enum field_type type, const char *body)
{
	check(body, (struct field_rule){ .name = "x", .type = type,
	    .choices = "oui|non|peut-être" });
	if (fields.why.count == 0)
		fail_msg("%s accepted", body);
	assert_null(field_text(&fields, "x"));
	assert_non_null(problem_get(&fields.why, "x"));
}

/* --- bodies -------------------------------------------------------------- */

static enum rc
parse(const char *body, size_t len)
{
	struct params sent = { .mem = mem };

	return params_parse(&sent, body, len);
}

static void
a_body_is_decoded(void **state)
{
	struct params sent = { .mem = mem };
	const char *body = "a=1&b=%C3%A9t%C3%A9+2&&c&=d&a=3";

	(void)state;
	assert_int_equal(params_parse(&sent, body, strlen(body)), RC_OK);
	assert_string_equal(param_get(&sent, "a"), "1");
	assert_string_equal(param_get(&sent, "b"), "été 2");
	assert_string_equal(param_get(&sent, "c"), "");
	assert_string_equal(param_get(&sent, ""), "d");
	assert_null(param_get(&sent, "e"));
	assert_int_equal(sent.count, 5);
}

static void
a_damaged_body_is_refused(void **state)
{
	(void)state;
	assert_int_equal(parse("a=%", 3), RC_INVALID);
	assert_int_equal(parse("a=%4", 4), RC_INVALID);
	assert_int_equal(parse("a=%zz", 5), RC_INVALID);
	assert_int_equal(parse("a=%00", 5), RC_INVALID);
	assert_int_equal(parse("a=\0b", 4), RC_INVALID);
	assert_int_equal(parse("a=%FF", 5), RC_INVALID);
	assert_int_equal(parse("a=%ED%A0%80", 11), RC_INVALID);
	assert_int_equal(parse("\xc0\xaf=1", 4), RC_INVALID);
}

static void
too_many_parameters_are_refused(void **state)
{
	static char body[2 * (PARAM_LIMIT + 1)];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(body); i += 2)
		memcpy(body + i, "a&", 2);
	assert_int_equal(parse(body, sizeof(body) - 2), RC_OK);
	assert_int_equal(parse(body, sizeof(body)), RC_INVALID);
}

/* --- types --------------------------------------------------------------- */

static void
a_line_of_text_is_trimmed_and_bounded(void **state)
{
	char body[400] = "x=";

	(void)state;
	accepts(F_TEXT, "x=++Un+%0D%0A+jardin+", "Un jardin");
	refuses(F_TEXT, "x=a%07b");
	memset(body + 2, 'a', 300);
	accepts(F_TEXT, body, body + 2);
	body[302] = 'a';
	refuses(F_TEXT, body);
	/* What was typed is kept whole, to be shown again. */
	assert_string_equal(field_raw(&fields, "x"), body + 2);
	assert_non_null(strstr(problem_get(&fields.why, "x"), "301"));
}

static void
a_length_is_counted_in_characters(void **state)
{
	(void)state;
	check("x=%C3%A9%C3%A9%C3%A9", (struct field_rule){ .name = "x",
	    .type = F_TEXT, .max = 3 });
	assert_string_equal(field_text(&fields, "x"), "ééé");
	check("x=%C3%A9%C3%A9%C3%A9", (struct field_rule){ .name = "x",
	    .type = F_TEXT, .max = 2 });
	assert_null(field_text(&fields, "x"));
	check("x=ab", (struct field_rule){ .name = "x", .type = F_TEXT,
	    .min = 3 });
	assert_null(field_text(&fields, "x"));
}

static void
a_long_text_keeps_its_lines(void **state)
{
	(void)state;
	accepts(F_LONG, "x=a%0D%0A%0D%0Ab%0Dc%09d%07", "a\n\nb\nc\td");
}

static void
integers_have_bounds(void **state)
{
	struct field_rule rule = { .name = "x", .type = F_INT, .min = -5,
	    .max = 10 };

	(void)state;
	accepts(F_INT, "x=+42+", "42");
	accepts(F_INT, "x=45%E2%80%AF000", "45000");
	accepts(F_ID, "x=9223372036854775807", "9223372036854775807");
	refuses(F_ID, "x=9223372036854775808");
	refuses(F_ID, "x=0");
	refuses(F_INT, "x=-1");
	refuses(F_INT, "x=1e3");
	refuses(F_INT, "x=0x10");
	refuses(F_INT, "x=12a");
	refuses(F_INT, "x=-");
	check("x=-5", rule);
	assert_int_equal(field_int(&fields, "x"), -5);
	check("x=11", rule);
	assert_int_equal(fields.why.count, 1);
	check("x=-6", rule);
	assert_int_equal(fields.why.count, 1);
}

static void
money_is_read_as_people_write_it(void **state)
{
	(void)state;
	accepts(F_MONEY, "x=45+000,00+%E2%82%AC", "45 000,00 €");
	assert_int_equal(field_int(&fields, "x"), 4500000);
	refuses(F_MONEY, "x=-12");
	refuses(F_MONEY, "x=12,345,6");
	refuses(F_MONEY, "x=beaucoup");
	check("x=2", (struct field_rule){ .name = "x", .type = F_MONEY,
	    .max = 100 });
	assert_int_equal(fields.why.count, 1);
}

static void
a_date_must_exist(void **state)
{
	(void)state;
	accepts(F_DATE, "x=2028-02-29", "2028-02-29");
	accepts(F_DATE, "x=23/11/2026", "2026-11-23");
	assert_int_equal(field_int(&fields, "x"), TEST_NOW - 43200);
	refuses(F_DATE, "x=31/02/2026");
	refuses(F_DATE, "x=2027-02-29");
	refuses(F_DATE, "x=demain");
}

static void
an_address_must_look_like_one(void **state)
{
	(void)state;
	accepts(F_EMAIL, "x=+Zoe.B%2Btest%40Exemple.FR+",
	    "Zoe.B+test@exemple.fr");
	refuses(F_EMAIL, "x=zoe");
	refuses(F_EMAIL, "x=zoe%40exemple");
	refuses(F_EMAIL, "x=%40exemple.fr");
	refuses(F_EMAIL, "x=zoe%40.fr");
	refuses(F_EMAIL, "x=zoe%40exemple..fr");
	refuses(F_EMAIL, "x=zoe%40exemple.fr.");
	refuses(F_EMAIL, "x=a%40b%40exemple.fr");
	refuses(F_EMAIL, "x=zoe+b%40exemple.fr");
	refuses(F_EMAIL, "x=zoe%40exemple.fr,ali%40exemple.fr");
	refuses(F_EMAIL, "x=zoe%40ex%0D%0ABcc:ample.fr");
}

static void
a_web_address_is_http(void **state)
{
	(void)state;
	accepts(F_URL, "x=https://exemple.fr/a?b=c", "https://exemple.fr/a?b=c");
	accepts(F_URL, "x=www.exemple.fr", "https://www.exemple.fr");
	refuses(F_URL, "x=javascript:alert(1)//exemple.fr");
	refuses(F_URL, "x=https://");
	refuses(F_URL, "x=https://localhost/");
	refuses(F_URL, "x=https://a%40exemple.fr");
	refuses(F_URL, "x=https://exemple.fr/%22onload");
	refuses(F_URL, "x=ftp://exemple.fr");
}

static void
names_of_things_have_an_alphabet(void **state)
{
	(void)state;
	accepts(F_SLUG, "x=jardin-partage-2", "jardin-partage-2");
	refuses(F_SLUG, "x=Jardin");
	refuses(F_SLUG, "x=a/b");
	accepts(F_CODE, "x=epci:249740101", "epci:249740101");
	refuses(F_CODE, "x=a%2Fb");
	accepts(F_CHOICE, "x=peut-%C3%AAtre", "peut-être");
	refuses(F_CHOICE, "x=oui%7Cnon");
	refuses(F_CHOICE, "x=ou");
	accepts(F_SIRET, "x=356+000+000+00048", "35600000000048");
	refuses(F_SIRET, "x=35600000000049");
}

static void
a_check_box_is_true_or_absent(void **state)
{
	struct field_rule rule = { .name = "x", .type = F_BOOL };

	(void)state;
	check("x=1", rule);
	assert_true(field_bool(&fields, "x"));
	check("x=non", rule);
	assert_false(field_bool(&fields, "x"));
	check("y=1", rule);
	assert_false(field_bool(&fields, "x"));
	assert_false(field_given(&fields, "y"));
}

static void
a_password_is_untouched_and_not_kept(void **state)
{
	(void)state;
	accepts(F_PASSWORD, "x=++deux+mots%20+", "  deux mots  ");
	assert_string_equal(field_raw(&fields, "x"), "");
}

/* --- rules --------------------------------------------------------------- */

static void
a_required_field_says_so_in_its_own_words(void **state)
{
	(void)state;
	check("x=%C2%A0+", (struct field_rule){ .name = "x", .type = F_TEXT,
	    .flags = FIELD_REQUIRED, .missing = "Donnez un titre." });
	assert_string_equal(problem_get(&fields.why, "x"), "Donnez un titre.");
	check("", (struct field_rule){ .name = "x", .type = F_TEXT });
	assert_int_equal(fields.why.count, 0);
	assert_null(field_text(&fields, "x"));
}

static void
a_repeated_field_is_walked_in_order(void **state)
{
	const struct field *f = NULL;
	int sum = 0;

	(void)state;
	check("x=1&y=7&x=2&x=rouge&x=3", (struct field_rule){ .name = "x",
	    .type = F_INT, .flags = FIELD_MANY });
	assert_int_equal(fields.why.count, 1);
	while ((f = field_next(&fields, f, "x")) != NULL)
		sum = sum * 10 + (int)f->number;
	assert_int_equal(sum, 123);
	check("x=1&x=2", (struct field_rule){ .name = "x", .type = F_INT });
	assert_int_equal(field_int(&fields, "x"), 1);
	assert_null(fields.first->next);
}

static void
answers_are_all_taken_emptied_ones_too(void **state)
{
	const struct field *f;

	(void)state;
	check("a.titre=Jardin&b=1&a.note=&a.=x", (struct field_rule){
	    .name = "a.", .type = F_ANSWERS });
	f = field_next(&fields, NULL, "a.");
	assert_string_equal(f->name, "a.titre");
	assert_string_equal(f->text, "Jardin");
	f = field_next(&fields, f, "a.");
	assert_string_equal(f->name, "a.note");
	assert_string_equal(f->text, "");
	assert_null(field_next(&fields, f, "a."));
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_body_is_decoded),
		TEST(a_damaged_body_is_refused),
		TEST(too_many_parameters_are_refused),
		TEST(a_line_of_text_is_trimmed_and_bounded),
		TEST(a_length_is_counted_in_characters),
		TEST(a_long_text_keeps_its_lines),
		TEST(integers_have_bounds),
		TEST(money_is_read_as_people_write_it),
		TEST(a_date_must_exist),
		TEST(an_address_must_look_like_one),
		TEST(a_web_address_is_http),
		TEST(names_of_things_have_an_alphabet),
		TEST(a_check_box_is_true_or_absent),
		TEST(a_password_is_untouched_and_not_kept),
		TEST(a_required_field_says_so_in_its_own_words),
		TEST(a_repeated_field_is_walked_in_order),
		TEST(answers_are_all_taken_emptied_ones_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
