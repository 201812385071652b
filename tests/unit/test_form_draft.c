/*
 * Drafts of forms: begun, changed by several, published, given up.
 */
#include "config.h"

#include "tests/unit/test.h"
#include "tests/unit/world.h"

#include "base/json.h"
#include "domain/form.h"
#include "domain/form_draft.h"
#include "domain/form_edit.h"

static struct test_state t;

static int
setup(void **state)
{
	(void)state;
	world_make(&t);
	world_forms(&t);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	test_state_free(&t);
	return 0;
}

static int64_t
begin(void)
{
	int64_t number = 0;

	assert_int_equal(form_draft_begin(&number, t.db, t.mem, PLATFORM,
	    "projet", &bruno, TEST_NOW), RC_OK);
	return number;
}

static struct form_draft
load(int64_t number)
{
	struct form_draft d;

	assert_int_equal(form_draft_load(&d, t.db, t.mem, PLATFORM, "projet",
	    number), RC_OK);
	return d;
}

static enum rc
relabel(struct json_object *form, void *arg)
{
	const char *const *what = arg;
	struct json_object *members = json_object_new_object();
	enum rc rc;

	json_put_text(members, "label", what[1]);
	rc = form_edit_set(form, what[0], members);
	json_object_put(members);
	return rc;
}

static enum rc
change(const struct form_draft *d, const char *name, const char *label)
{
	const char *what[] = { name, label };

	return form_draft_change(t.db, d, relabel, what, &bruno, TEST_NOW);
}

static enum rc
publish(int64_t number, int64_t edits)
{
	struct lint lint;

	return form_draft_publish(t.db, t.mem, world_platform(), "projet",
	    number, edits, true, &bruno, TEST_NOW, &lint);
}

static void
a_form_has_one_draft_at_a_time(void **state)
{
	struct form_row *rows;

	(void)state;
	assert_int_equal(begin(), 2);
	assert_int_equal(begin(), 2);
	assert_int_equal(form_list(&rows, t.db, t.mem, PLATFORM), 2);
	assert_string_equal(rows[0].key, "projet");
	assert_int_equal(rows[0].published, 1);
	assert_int_equal(rows[0].draft, 2);
	assert_int_equal(rows[0].calls, 3);
	assert_string_equal(rows[0].edited_by, "Bruno Payet");
	assert_int_equal(rows[1].draft, 0);
	assert_string_equal(rows[1].kind, "supplement");
	/* What holders are asked has not changed. */
	assert_int_equal(form_latest(t.db, PLATFORM, "projet"), 1);
}

static void
two_agents_change_two_questions_and_lose_nothing(void **state)
{
	struct form_draft first, second, after;
	struct form_spot spot;
	int64_t n = begin();

	(void)state;
	first = load(n);
	second = load(n);
	assert_int_equal(change(&first, "question:statut", "Statut ?"), RC_OK);
	assert_int_equal(change(&second, "question:activite", "Activité ?"),
	    RC_OK);
	after = load(n);
	assert_int_equal(after.edits, first.edits + 2);
	assert_true(form_edit_find(&spot, after.definition, "question:statut"));
	assert_string_equal(json_text(spot.node, "label"), "Statut ?");
	assert_true(form_edit_find(&spot, after.definition,
	    "question:activite"));
	assert_string_equal(json_text(spot.node, "label"), "Activité ?");
	assert_int_equal(change(&after, "question:nobody", "X"), RC_NOT_FOUND);
	form_draft_release(&first);
	form_draft_release(&second);
	form_draft_release(&after);
}

static void
what_is_published_is_what_was_read_and_never_changes(void **state)
{
	struct form_draft d;
	const struct form *form;
	int64_t n = begin();

	(void)state;
	d = load(n);
	assert_int_equal(change(&d, "question:statut", "Statut ?"), RC_OK);
	/* Somebody changed it since that page was made. */
	assert_int_equal(publish(n, d.edits), RC_CONFLICT);
	assert_int_equal(publish(n, d.edits + 1), RC_OK);
	assert_int_equal(publish(n, d.edits + 1), RC_CONFLICT);
	assert_int_equal(change(&d, "question:statut", "Autre"), RC_CONFLICT);
	form_draft_release(&d);
	assert_int_equal(form_get(&form, t.db, form_latest(t.db, PLATFORM,
	    "projet")), RC_OK);
	assert_int_equal(form->number, 2);
	assert_string_equal(form_field(form, "statut")->label, "Statut ?");
	assert_int_equal(world_count(&t, "SELECT count(*) FROM journal WHERE"
	    " kind = 'form' AND payload_json LIKE '%sha256%'"), 1);
	assert_int_equal(world_count(&t, "SELECT count(*) FROM audit WHERE"
	    " event = 'form_publish' AND person_id = 2"), 1);
	/* Who wrote it may leave. */
	world_sql(&t, "PRAGMA foreign_keys = ON; UPDATE form_revision SET"
	    " edited_by = NULL;");
}

static enum rc
remove_title(struct json_object *form, void *arg)
{
	(void)arg;
	return form_edit_remove(form, "question:titre");
}

static void
an_error_keeps_a_draft_from_being_published(void **state)
{
	struct form_draft d;
	struct lint lint;
	int64_t n = begin();

	(void)state;
	d = load(n);
	assert_int_equal(form_draft_change(t.db, &d, remove_title, NULL, &bruno,
	    TEST_NOW), RC_OK);
	assert_int_equal(form_draft_publish(t.db, t.mem, world_platform(),
	    "projet", n, d.edits + 1, true, &bruno, TEST_NOW, &lint), RC_INVALID);
	assert_true(lint.errors > 0);
	assert_int_equal(form_latest(t.db, PLATFORM, "projet"), 1);
	form_draft_release(&d);
}

static void
a_draft_given_up_leaves_what_was_published(void **state)
{
	struct form_version *versions;
	int64_t n = begin();

	(void)state;
	assert_int_equal(form_draft_abandon(t.db, t.mem, PLATFORM, "projet", n,
	    7, &bruno, TEST_NOW), RC_CONFLICT);
	assert_int_equal(form_draft_abandon(t.db, t.mem, PLATFORM, "projet", n,
	    0, &bruno, TEST_NOW), RC_OK);
	assert_int_equal(form_draft_abandon(t.db, t.mem, PLATFORM, "projet", 1,
	    0, &bruno, TEST_NOW), RC_CONFLICT);
	assert_int_equal(form_versions(&versions, t.db, t.mem, PLATFORM,
	    "projet"), 1);
	assert_int_equal(begin(), 2);
}

static void
a_blank_form_is_right_whatever_it_describes(void **state)
{
	static const char *const kinds[] = { "project", "supplement",
	    "commons", "place", "event", "resource", "annotation" };
	struct json_object *form;
	struct lint lint;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		form = form_draft_blank("essai", "Essai", kinds[i]);
		form_lint(&lint, t.mem, form, NULL);
		assert_int_equal(lint.errors, 0);
		json_object_put(form);
	}
}

static void
a_definition_comes_in_as_a_draft_when_it_is_right(void **state)
{
	struct json_object *form = form_draft_blank("essai", "Essai",
	    "supplement"), *members = json_object_new_object();
	struct problems why = PROBLEMS_INIT(t.mem);
	struct form_row *rows;
	const char *key;
	int64_t n;

	(void)state;
	assert_int_equal(form_draft_import(&key, &n, t.db, t.mem, PLATFORM,
	    form, &bruno, TEST_NOW, &why), RC_OK);
	assert_string_equal(key, "essai");
	assert_int_equal(n, 1);
	assert_int_equal(form_draft_import(&key, &n, t.db, t.mem, PLATFORM,
	    form, &bruno, TEST_NOW, &why), RC_CONFLICT);
	json_put_text(members, "colour", "red");
	form_edit_set_form(form, members);
	assert_int_equal(form_draft_import(&key, &n, t.db, t.mem, PLATFORM,
	    form, &bruno, TEST_NOW, &why), RC_INVALID);
	assert_string_equal(why.first->where, "colour");
	/* A form that was never published goes with its draft. */
	assert_int_equal(form_draft_abandon(t.db, t.mem, PLATFORM, "essai", 1,
	    0, &bruno, TEST_NOW), RC_OK);
	assert_int_equal(form_list(&rows, t.db, t.mem, PLATFORM), 2);
	json_object_put(form);
	json_object_put(members);
}

#define T_(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_(a_blank_form_is_right_whatever_it_describes),
		T_(a_form_has_one_draft_at_a_time),
		T_(two_agents_change_two_questions_and_lose_nothing),
		T_(what_is_published_is_what_was_read_and_never_changes),
		T_(an_error_keeps_a_draft_from_being_published),
		T_(a_draft_given_up_leaves_what_was_published),
		T_(a_definition_comes_in_as_a_draft_when_it_is_right),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
