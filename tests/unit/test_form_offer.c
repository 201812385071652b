/*
 * Revisions: a published one never changes; a newer one is offered to drafts
 * with what it changes; nothing moves by itself, nor while a service looks.
 */
#include "config.h"

#include "tests/unit/rules.h"

#include "tests/unit/world.h"

#include "domain/form_offer.h"

static struct test_state t;
enum { DOSSIER = 7, FORM = 9, FIRST = 91, SECOND, DRAFT };

#define DEFINITION(fields)						\
	"{\"key\":\"essai\",\"kind\":\"project\",\"title\":\"Essai\","	\
	"\"steps\":[{\"key\":\"s\",\"label\":\"Une étape\",\"blocks\":["	\
	"{\"key\":\"b\",\"label\":\"B\",\"fields\":[" fields "]}]}]}"
#define ASK(key, type, label, more)					\
	"{\"key\":\"" key "\",\"type\":\"" type "\",\"label\":\"" label "\"" \
	more "}"

static const char first[] = DEFINITION(
    ASK("nom", "text", "Votre nom", "")
    "," ASK("age", "integer", "Votre âge", ",\"required\":true")
    "," ASK("ville", "text", "Votre ville", ""));
static const char second[] = DEFINITION(
    ASK("nom", "text", "Comment vous appelez-vous ?", "")
    "," ASK("age", "integer", "Votre âge", ",\"max\":120")
    "," ASK("double", "calculated", "Le double",
    ",\"as\":\"integer\",\"formula\":\"age * 2\"")
    "," ASK("pays", "text", "Votre pays", ",\"required\":true"));

static void
publish(int id, int number, const char *definition, bool published)
{
	world_sql(&t, mem_printf(t.mem, "INSERT INTO form_revision (id,"
	    " form_id, number, definition_json, sha256, published_at) VALUES"
	    " (%d, %d, %d, '%s', 'x%d', %s);", id, FORM, number, definition, id,
	    published ? "1" : "NULL"));
}

static int
setup(void **state)
{
	(void)state;
	world_make(&t);
	world_sql(&t, "INSERT INTO form (id, platform_id, key, label) VALUES"
	    " (9, 1, 'essai', 'Essai');"
	    "INSERT INTO element (id, uuid, platform_id, kind, slug, title, state,"
	    " created_at, updated_at) VALUES (70, 'u70', 1, 'project', 'essai',"
	    " 'Essai', 'draft', 0, 0);");
	publish(FIRST, 1, first, true);
	world_sql(&t, "INSERT INTO dossier (id, element_id, platform_id,"
	    " owner_person_id, form_revision_id, created_at, updated_at)"
	    " VALUES (7, 70, 1, 1, 91, 0, 0);"
	    "INSERT INTO answer (dossier_id, key, value_json, revision, saved_at)"
	    " VALUES (7, 'nom', '\"Anne\"', 1, 1), (7, 'age', '34', 1, 1),"
	    " (7, 'ville', '\"Saint-Leu\"', 1, 1);");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	test_state_free(&t);
	return 0;
}

/* One line a question: "+ label (step) said". */
static const char *
offered(void)
{
	static const char marks[] = { [OFFER_ADDED] = '+',
	    [OFFER_CHANGED] = '~', [OFFER_REMOVED] = '-' };
	struct form_offer o;
	const char *text = "";
	size_t i;

	if (form_offer_load(&o, t.db, t.mem, DOSSIER, 0) != RC_OK)
		return "none";
	for (i = 0; i < o.count; i++)
		text = mem_printf(t.mem, "%s%c %s%s%s\n", text,
		    marks[o.rows[i].what], o.rows[i].label,
		    *o.rows[i].said == '\0' ? "" : ": ",
		    plain(t.mem, o.rows[i].said));
	return mem_printf(t.mem, "%s%s", o.pinned ? "pinned\n" : "", text);
}

static const char *
answer(const char *key)
{
	struct answers a;
	const struct form *form;
	const struct answer *found;

	assert_int_equal(form_get(&form, t.db, world_count(&t,
	    "SELECT form_revision_id FROM dossier WHERE id = 7")), RC_OK);
	assert_int_equal(answers_load(&a, t.db, t.mem, form, world_platform(),
	    DOSSIER, 0), RC_OK);
	found = answers_get(&a, key);
	return found == NULL || found->json == NULL ? "" : found->json;
}

static void
a_published_revision_never_changes(void **state)
{
	char command[256];

	(void)state;
	snprintf(command, sizeof(command), "sqlite3 %s/terreau.db \"UPDATE"
	    " form_revision SET definition_json = '{}' WHERE id = 91\""
	    " 2>/dev/null", t.dir);
	assert_int_not_equal(system(command), 0);
	snprintf(command, sizeof(command), "sqlite3 %s/terreau.db \"UPDATE"
	    " form_revision SET published_at = NULL WHERE id = 91\""
	    " 2>/dev/null", t.dir);
	assert_int_not_equal(system(command), 0);
}

static void
what_a_newer_revision_changes_is_told(void **state)
{
	(void)state;
	assert_string_equal(offered(), "none");
	assert_false(form_offer_is(t.db, DOSSIER, 0));
	/* What is being written is nobody's business. */
	publish(DRAFT, 3, second, false);
	assert_string_equal(offered(), "none");
	publish(SECOND, 2, second, true);
	assert_true(form_offer_is(t.db, DOSSIER, 0));
	assert_string_equal(offered(),
	    "+ Le double\n"
	    "+ Votre pays\n"
	    "~ Comment vous appelez-vous ?: avant : « Votre nom »\n"
	    "~ Votre âge: facultative désormais · d’autres limites\n"
	    "- Votre ville\n");
}

static void
nothing_moves_before_it_is_accepted(void **state)
{
	(void)state;
	publish(SECOND, 2, second, true);
	assert_string_equal(answer("ville"), "\"Saint-Leu\"");
	/* Another one than was shown. */
	assert_int_equal(form_offer_accept(t.db, t.mem, DOSSIER, 0, DRAFT,
	    &anne, TEST_NOW), RC_CONFLICT);
	assert_int_equal(form_offer_accept(t.db, t.mem, DOSSIER, 0, SECOND,
	    &anne, TEST_NOW), RC_OK);
	/* Kept, calculated, put aside. */
	assert_string_equal(answer("nom"), "\"Anne\"");
	assert_string_equal(answer("double"), "68");
	assert_string_equal(answer("ville"), "");
	assert_int_equal(world_count(&t, "SELECT count(*) FROM answer WHERE"
	    " dossier_id = 7 AND key = 'ville'"), 1);
	assert_int_equal(world_count(&t, "SELECT asked * 10 + answered FROM"
	    " dossier WHERE id = 7"), 10);
	assert_string_equal(offered(), "none");
	assert_int_equal(form_offer_accept(t.db, t.mem, DOSSIER, 0, SECOND,
	    &anne, TEST_NOW), RC_CONFLICT);
}

static void
what_is_before_a_service_keeps_its_questions(void **state)
{
	(void)state;
	publish(SECOND, 2, second, true);
	world_sql(&t, "INSERT INTO application (id, number, dossier_id, call_id,"
	    " platform_id, state, tray, created_at, waiting_since, title, folded,"
	    " holder_name) VALUES (5, 'X', 7, 1, 1, 'submitted', 'to_instruct',"
	    " 0, 0, '', '', '');");
	assert_false(form_offer_is(t.db, DOSSIER, 0));
	assert_int_equal(strncmp(offered(), "pinned\n", 7), 0);
	assert_int_equal(form_offer_accept(t.db, t.mem, DOSSIER, 0, SECOND,
	    &anne, TEST_NOW), RC_CONFLICT);
	world_sql(&t, "UPDATE application SET state = 'refused',"
	    " tray = 'decided';");
	assert_int_equal(form_offer_accept(t.db, t.mem, DOSSIER, 0, SECOND,
	    &anne, TEST_NOW), RC_OK);
}

static void
an_application_keeps_its_own_questions_until_it_accepts(void **state)
{
	(void)state;
	world_sql(&t, "INSERT INTO application (id, number, dossier_id, call_id,"
	    " platform_id, form_revision_id, state, tray, created_at,"
	    " waiting_since, title, folded, holder_name) VALUES (5, 'X', 7, 1, 1,"
	    " 91, 'draft', '', 0, 0, '', '', '');");
	assert_false(form_offer_is(t.db, DOSSIER, 5));
	publish(SECOND, 2, second, true);
	assert_true(form_offer_is(t.db, DOSSIER, 5));
	assert_int_equal(form_offer_accept(t.db, t.mem, DOSSIER, 5, SECOND,
	    &anne, TEST_NOW), RC_OK);
	assert_int_equal(world_count(&t, "SELECT form_revision_id FROM"
	    " application WHERE id = 5"), SECOND);
	/* The dossier stays where it was. */
	assert_int_equal(world_count(&t, "SELECT form_revision_id FROM dossier"
	    " WHERE id = 7"), FIRST);
}

#define TEST(name)	cmocka_unit_test_setup_teardown(name, setup, teardown)

static void
a_revision_for_new_dossiers_is_not_offered(void **state)
{
	struct form_offer o;

	(void)state;
	publish(SECOND, 2, second, true);
	world_sql(&t, "UPDATE form_revision SET offered = 0 WHERE id = 92;");
	assert_false(form_offer_is(t.db, 7, 0));
	assert_int_equal(form_offer_load(&o, t.db, t.mem, 7, 0), RC_NOT_FOUND);
	/* An older one that is offered still is. */
	publish(DRAFT, 3, second, true);
	world_sql(&t, "UPDATE form_revision SET offered = 0 WHERE id = 93;"
	    "UPDATE form_revision SET offered = 1 WHERE id = 92;");
	assert_int_equal(form_offer_load(&o, t.db, t.mem, 7, 0), RC_OK);
	assert_int_equal(o.to->id, 92);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_published_revision_never_changes),
		TEST(what_a_newer_revision_changes_is_told),
		TEST(a_revision_for_new_dossiers_is_not_offered),
		TEST(nothing_moves_before_it_is_accepted),
		TEST(what_is_before_a_service_keeps_its_questions),
		TEST(an_application_keeps_its_own_questions_until_it_accepts),
	};

	test_languages();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
