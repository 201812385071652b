/*
 * The linter of forms: each finding, and the silence on a form that is right.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "base/file.h"
#include "base/json.h"
#include "domain/form_edit.h"
#include "domain/form_lint.h"

static struct mem *mem;
static struct json_object *form;
static struct lint lint;
static struct lint_world world;

/* A supplement whose one block has these questions. */
static void
make(const char *fields)
{
	const char *text = mem_printf(mem, "{\"format\":1,\"key\":\"essai\","
	    "\"revision\":1,\"kind\":\"supplement\",\"title\":\"Essai\","
	    "\"steps\":[{\"key\":\"un\",\"label\":\"Un\",\"blocks\":[{\"key\":"
	    "\"a\",\"label\":\"A\",\"fields\":[%s]}]}]}", fields);

	json_object_put(form);
	assert_int_equal(json_parse(&form, text, strlen(text), 32, NULL),
	    RC_OK);
}

#define STATUT "{\"key\":\"statut\",\"type\":\"choice\",\"label\":\"Statut\"," \
	"\"options\":[{\"key\":\"x\",\"label\":\"X\"},{\"key\":\"y\"," \
	"\"label\":\"Y\"}]}"
#define TEXT(key, more) "{\"key\":\"" key "\",\"type\":\"text\",\"label\":\"" \
	key "\"" more "}"

/* The findings of that code on that part: how many. */
static int
said(const char *code, const char *part)
{
	const struct finding *f;
	int n = 0;

	form_lint(&lint, mem, form, &world);
	for (f = lint.first; f != NULL; f = f->next)
		n += strcmp(f->code, code) == 0 && strcmp(f->part, part) == 0;
	return n;
}

static void
is_quiet(void)
{
	form_lint(&lint, mem, form, &world);
	if (lint.first != NULL)
		print_message("%s: %s: %s\n", lint.first->code,
		    lint.first->part, lint.first->text);
	assert_null(lint.first);
}

static int
setup(void **state)
{
	(void)state;
	mem = mem_new();
	form = NULL;
	world = (struct lint_world){ .keys = NULL };
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	json_object_put(form);
	json_object_put(world.published);
	json_object_put(world.uses);
	mem_free(mem);
	return 0;
}

static void
a_reference_list_is_one_that_is_loaded(void **state)
{
	static const char *const lists[] = { "metiers" };

	(void)state;
	make("{\"key\":\"m\",\"type\":\"reference\",\"label\":\"M\",\"list\":"
	    "\"metiers\"},{\"key\":\"r\",\"type\":\"repeat\",\"label\":\"R\","
	    "\"fields\":[{\"key\":\"x\",\"type\":\"reference\",\"label\":\"X\","
	    "\"list\":\"codes\"}]}");
	assert_int_equal(said("no-list", "question:r/x"), 0);
	world.lists = lists;
	world.list_count = 1;
	assert_int_equal(said("no-list", "question:r/x"), 1);
	assert_int_equal(said("no-list", "question:m"), 0);
}

static void
what_was_emptied_is_said_to_be_filled(void **state)
{
	(void)state;
	make(STATUT);
	assert_int_equal(form_edit_remove(form, "question:statut"), RC_OK);
	assert_int_equal(said("empty", "bloc:un/a"), 1);
	assert_int_equal((int)lint.errors, 1);
	assert_int_equal(form_edit_remove(form, "bloc:un/a"), RC_OK);
	assert_int_equal(said("empty", "etape:un"), 1);
	assert_int_equal(form_edit_remove(form, "etape:un"), RC_OK);
	assert_int_equal(said("empty", ""), 1);
	make("{\"key\":\"t\",\"type\":\"table\",\"label\":\"T\","
	    "\"columns\":[{\"key\":\"c\",\"type\":\"text\",\"label\":\"C\"}]}");
	is_quiet();
	assert_int_equal(form_edit_remove(form, "question:t/c"), RC_OK);
	assert_int_equal(said("empty", "question:t"), 1);
}

static void
what_is_wrong_inside_a_question_is_said_there(void **state)
{
	(void)state;
	make("{\"key\":\"r\",\"type\":\"repeat\",\"label\":\"R\",\"fields\":"
	    "[{\"key\":\"c\",\"type\":\"choice\",\"label\":\"C\"}]}");
	assert_int_equal(said("format", "question:r/c"), 1);
}

static void
the_forms_of_the_presets_have_no_error(void **state)
{
	static const char *const names[] = { "projet", "quartiers-2027" };
	size_t i;

	(void)state;
	for (i = 0; i < 2; i++) {
		json_object_put(form);
		assert_int_equal(json_read(&form, mem, test_path("TOP_SRCDIR",
		    mem_printf(mem, "platforms/cte/forms/%s.json", names[i])),
		    1 << 20, NULL), RC_OK);
		form_lint(&lint, mem, form, NULL);
		assert_int_equal(lint.errors, 0);
	}
}

static void
what_the_format_refuses_is_said_of_its_question(void **state)
{
	(void)state;
	make(STATUT "," TEXT("a", ",\"hint\":3") "," TEXT("a", ""));
	assert_int_equal(said("format", "question:a"), 2);
	assert_int_equal(lint.errors, 2);
	assert_non_null(strstr(lint.first->text, "Aide"));
	assert_non_null(strstr(lint.first->next->text, "une seconde fois"));
}

/* The only error is about that part and has these words. */
static void
refuses(const char *part, const char *words)
{
	assert_int_equal(said("format", part), 1);
	assert_int_equal(lint.errors, 1);
	if (strstr(lint.first->text, words) == NULL)
		fail_msg("%s", lint.first->text);
}

static void
a_condition_looks_at_a_question_before_it(void **state)
{
	(void)state;
	make(TEXT("a", ",\"visible_if\":{\"field\":\"statut\",\"equals\":\"x\"}")
	    "," STATUT);
	refuses("question:a", "ne vient pas avant");
	make(TEXT("a", ",\"visible_if\":{\"field\":\"rien\",\"answered\":true}"));
	refuses("question:a", "rien");
	make(TEXT("a", ",\"visible_if\":{\"field\":\"a\",\"answered\":true}"));
	assert_true(said("format", "question:a") > 0);
	make(STATUT "," TEXT("a",
	    ",\"visible_if\":{\"field\":\"statut\",\"equals\":\"x\"}"));
	is_quiet();
}

static void
conditions_that_go_round_are_told(void **state)
{
	(void)state;
	make(TEXT("a", ",\"visible_if\":{\"field\":\"c\",\"answered\":true}") ","
	    TEXT("b", ",\"visible_if\":{\"field\":\"a\",\"answered\":true}") ","
	    TEXT("c", ",\"visible_if\":{\"any\":[{\"field\":\"b\","
	    "\"answered\":true}]}"));
	refuses("question:a", "en cercle");
}

static void
a_formula_does_not_calculate_with_a_text(void **state)
{
	(void)state;
	make(TEXT("a", "") ",{\"key\":\"n\",\"type\":\"integer\",\"label\":"
	    "\"N\"},{\"key\":\"f\",\"type\":\"calculated\",\"label\":\"F\","
	    "\"as\":\"decimal\",\"formula\":\"a + n\"}");
	refuses("question:f", "un texte et un nombre");
}

static void
a_question_that_can_never_be_asked_is_found(void **state)
{
	(void)state;
	/* Twice one thing. */
	make(STATUT "," TEXT("a", ",\"visible_if\":{\"all\":[{\"field\":"
	    "\"statut\",\"equals\":\"x\"},{\"field\":\"statut\",\"equals\":"
	    "\"y\"}]}"));
	assert_int_equal(said("unreachable", "question:a"), 1);
	/* All options are excluded. */
	make(STATUT "," TEXT("a", ",\"visible_if\":{\"not\":{\"field\":"
	    "\"statut\",\"one_of\":[\"x\",\"y\"]}}"));
	assert_int_equal(said("unreachable", "question:a"), 1);
	/* Through the question it looks at. */
	make(STATUT "," TEXT("a", ",\"visible_if\":{\"field\":\"statut\","
	    "\"equals\":\"x\"}") "," TEXT("b", ",\"visible_if\":{\"all\":[{"
	    "\"field\":\"a\",\"answered\":true},{\"field\":\"statut\","
	    "\"equals\":\"y\"}]}"));
	assert_int_equal(said("unreachable", "question:b"), 1);
	assert_int_equal(said("unreachable", "question:a"), 0);
	/* Bounds that no number has. */
	make("{\"key\":\"n\",\"type\":\"integer\",\"label\":\"N\",\"max\":10},"
	    TEXT("a", ",\"visible_if\":{\"field\":\"n\",\"at_least\":11}"));
	assert_int_equal(said("unreachable", "question:a"), 1);
	/* Every alternative is excluded. */
	make(STATUT "," TEXT("a", ",\"visible_if\":{\"all\":[{\"field\":"
	    "\"statut\",\"equals\":\"x\"},{\"any\":[{\"field\":\"statut\","
	    "\"equals\":\"y\"},{\"field\":\"statut\",\"answered\":false}]}]}"));
	assert_int_equal(said("unreachable", "question:a"), 1);
}

static void
a_question_that_can_be_asked_is_not(void **state)
{
	(void)state;
	make(STATUT "," TEXT("a", ",\"visible_if\":{\"any\":[{\"field\":"
	    "\"statut\",\"equals\":\"x\"},{\"field\":\"statut\",\"equals\":"
	    "\"y\"}]}") "," TEXT("b", ",\"visible_if\":{\"field\":\"a\","
	    "\"answered\":false}"));
	is_quiet();
	make("{\"key\":\"n\",\"type\":\"integer\",\"label\":\"N\",\"max\":10},"
	    "{\"key\":\"o\",\"type\":\"yes_no\",\"label\":\"O\"},"
	    TEXT("a", ",\"visible_if\":{\"all\":[{\"field\":\"n\",\"at_least\":"
	    "3},{\"field\":\"n\",\"at_most\":3},{\"not\":{\"field\":\"o\","
	    "\"equals\":true}}]}"));
	is_quiet();
}

static void
one_key_has_one_type_on_the_platform(void **state)
{
	static const struct lint_key keys[] = {
		{ "a", "money", "Votre dossier" }, { "b", "text", "Autre" } };

	(void)state;
	make(TEXT("a", "") "," TEXT("b", ""));
	world.keys = keys;
	world.key_count = 2;
	assert_int_equal(said("shared", "question:a"), 1);
	assert_int_equal(lint.errors, 1);
	assert_non_null(strstr(lint.first->text, "Votre dossier"));
}

static void
answers_already_given_stay_readable(void **state)
{
	(void)state;
	make(STATUT "," TEXT("a", ""));
	world.published = form;
	form = NULL;
	make("{\"key\":\"statut\",\"type\":\"choice\",\"label\":\"Statut\","
	    "\"options\":[{\"key\":\"x\",\"label\":\"X\"},{\"key\":\"z\","
	    "\"label\":\"Z\"}]},{\"key\":\"a\",\"type\":\"date\",\"label\":"
	    "\"A\"}");
	assert_int_equal(said("retyped", "question:a"), 1);
	assert_int_equal(said("option-gone", "question:statut"), 1);
	assert_int_equal(lint.errors, 1);
}

#define BLOCK(type)	"{\"key\":\"b\",\"type\":\"repeat\",\"label\":\"B\","	\
	"\"fields\":[{\"key\":\"x\",\"type\":\"" type "\",\"label\":\"X\"}]}"

static void
answers_inside_items_stay_readable(void **state)
{
	(void)state;
	make(BLOCK("text"));
	world.published = form;
	form = NULL;
	make(BLOCK("money"));
	assert_int_equal(said("retyped", "question:b"), 1);
	assert_int_equal(lint.errors, 1);
}

static void
an_option_nobody_chose_is_told_after_ten_answers(void **state)
{
	static const char few[] = "{\"statut\":{\"answers\":9,\"options\":"
	    "{\"x\":9}}}";
	static const char many[] = "{\"statut\":{\"answers\":40,\"options\":"
	    "{\"x\":40}}}";

	(void)state;
	make(STATUT);
	world.published = form;
	form = NULL;
	make(STATUT);
	json_parse(&world.uses, few, strlen(few), 8, NULL);
	is_quiet();
	json_object_put(world.uses);
	json_parse(&world.uses, many, strlen(many), 8, NULL);
	assert_int_equal(said("unused-option", "question:statut"), 1);
	assert_int_equal(lint.errors, 0);
}

static void
two_options_read_differently(void **state)
{
	(void)state;
	make("{\"key\":\"c\",\"type\":\"choice\",\"label\":\"C\",\"options\":["
	    "{\"key\":\"x\",\"label\":\"X\"},{\"key\":\"y\",\"label\":\"X\"}]}");
	assert_int_equal(said("same-label", "question:c"), 1);
}

static void
private_data_is_marked_and_its_reason_said(void **state)
{
	(void)state;
	make(TEXT("naissance", ",\"hint\":\"x\""));
	is_quiet();
	make("{\"key\":\"tel\",\"type\":\"phone\",\"label\":\"Votre numéro\"}");
	assert_int_equal(said("not-private", "question:tel"), 1);
	make("{\"key\":\"d\",\"type\":\"text\",\"label\":\"Date de naissance\","
	    "\"private\":true}");
	assert_int_equal(said("no-reason", "question:d"), 1);
	make("{\"key\":\"e\",\"type\":\"explanation\",\"label\":\"Pour vous "
	    "répondre.\"},{\"key\":\"tel\",\"type\":\"phone\",\"label\":\"Votre "
	    "numéro\",\"private\":true}");
	is_quiet();
}

static void
what_no_question_gives_is_told(void **state)
{
	struct json_object *members = json_object_new_object();

	(void)state;
	make(TEXT("a", ",\"maps_to\":\"title\""));
	json_put_text(members, "kind", "project");
	form_edit_set_form(form, members);
	json_object_put(members);
	assert_int_equal(said("unplaced", ""), 4);
	/* The summary, the territory and the theme are asked of any project. */
	assert_int_equal(said("format", ""), 3);
	assert_int_equal(lint.errors, 3);
}

#define T_(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_(a_reference_list_is_one_that_is_loaded),
		T_(what_was_emptied_is_said_to_be_filled),
		T_(what_is_wrong_inside_a_question_is_said_there),
		T_(the_forms_of_the_presets_have_no_error),
		T_(what_the_format_refuses_is_said_of_its_question),
		T_(a_condition_looks_at_a_question_before_it),
		T_(conditions_that_go_round_are_told),
		T_(a_formula_does_not_calculate_with_a_text),
		T_(a_question_that_can_never_be_asked_is_found),
		T_(a_question_that_can_be_asked_is_not),
		T_(one_key_has_one_type_on_the_platform),
		T_(answers_already_given_stay_readable),
		T_(answers_inside_items_stay_readable),
		T_(an_option_nobody_chose_is_told_after_ten_answers),
		T_(two_options_read_differently),
		T_(private_data_is_marked_and_its_reason_said),
		T_(what_no_question_gives_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
