/*
 * What looks the same as what, and the board of a listening: an order of its own
 * that neither a move nor a missing project breaks.
 */
#include "config.h"

#include "tests/unit/world.h"

#include "domain/board.h"
#include "domain/element.h"
#include "domain/likeness.h"
#include "domain/listening.h"

static struct test_state t;
static struct problems why;
static const struct act act = { .who = &bruno, .now = TEST_NOW };
static int64_t listening;

/* Published projects: 1, 2… of that title and summary, where, by which body. */
static void
add_project(int id, const char *title, const char *summary, int territory,
    int organisation)
{
	char sql[900], body[16] = "NULL";

	if (organisation != 0)
		snprintf(body, sizeof(body), "%d", organisation);
	snprintf(sql, sizeof(sql), "INSERT INTO element (id, uuid, platform_id,"
	    " kind, slug, title, summary, territory_id, facet_territory_id,"
	    " owner_organisation_id, state, created_at, updated_at,"
	    " published_at) VALUES (%d, 'u%d', 1, 'project', 'p%d', '%s', '%s',"
	    " %d, %d, %s, 'listening', 0, 0, %d)", id, id, id, title, summary,
	    territory, territory, body, id);
	world_sql(&t, sql);
	assert_int_equal(db_write_begin(t.db), RC_OK);
	element_refresh_search(t.db, id);
	assert_int_equal(db_write_end(t.db, RC_OK), RC_OK);
}

static int
setup(void **state)
{
	struct listening_filter f = { .territory = "", .words = "" };

	(void)state;
	world_make(&t);
	why = (struct problems)PROBLEMS_INIT(t.mem);
	assert_int_equal(listening_create(&listening, t.db, t.mem, PLATFORM,
	    "Composts", &f, &act, &why), RC_OK);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	test_state_free(&t);
	return 0;
}

/* --- what looks the same -------------------------------------------------------- */

static size_t
like(struct likeness **found, const char *title, const char *summary,
    int territory, int organisation)
{
	const struct likeness_of of = { .platform_id = PLATFORM,
	    .kind = "project", .title = title, .summary = summary,
	    .territory_id = territory, .organisation_id = organisation };

	return likeness_find(found, t.db, t.mem, &of);
}

static void
half_of_the_words_of_the_shorter_title_are_alike(void **state)
{
	struct likeness *found;

	(void)state;
	add_project(1, "Composteurs partagés à Piton", "", SAINT_DENIS, 0);
	/* "composteur", "piton" of three: 66 of 100; elsewhere, another body. */
	assert_int_equal(like(&found, "Un composteur pour Piton et les Hauts",
	    "", SAINT_LEU, 0), 1);
	assert_int_equal(found[0].element_id, 1);
	assert_string_equal(found[0].shared, "composteur, piton");
	assert_false(found[0].same_place);
	assert_int_equal(like(&found, "Une ruche au collège", "", SAINT_LEU,
	    0), 0);
}

static void
a_third_is_enough_in_the_same_place_or_by_the_same_body(void **state)
{
	struct likeness *found;

	(void)state;
	add_project(1, "Composter ensemble derrière la halle", "", SAINT_LEU,
	    ASSOCIATION);
	/* "composter" alone of three words. */
	assert_int_equal(like(&found, "Composter les algues vertes", "",
	    SAINT_DENIS, 0), 0);
	assert_int_equal(like(&found, "Composter les algues vertes", "",
	    SAINT_LEU, 0), 1);
	assert_true(found[0].same_place);
	assert_int_equal(like(&found, "Composter les algues vertes", "",
	    SAINT_DENIS, ASSOCIATION), 1);
	assert_true(found[0].same_body);
}

static void
accents_capitals_and_empty_words_do_not_count(void **state)
{
	struct likeness *found;

	(void)state;
	add_project(1, "ÉCOLE DU VÉLO", "", SAINT_LEU, 0);
	assert_int_equal(like(&found, "école du vélo", "", SAINT_DENIS, 0), 1);
	/* "projet", "pour", "quartier" say nothing. */
	add_project(2, "Un projet pour le quartier", "", SAINT_LEU, 0);
	assert_int_equal(like(&found, "Le projet pour tous", "", SAINT_LEU, 0),
	    0);
}

/* The name of where both are is no likeness. */
static void
the_name_of_the_place_counts_for_nothing(void **state)
{
	struct likeness *found;

	(void)state;
	add_project(1, "Une recyclerie à Saint-Leu", "", SAINT_LEU, 0);
	assert_int_equal(like(&found, "Composter ensemble à Saint-Leu", "",
	    SAINT_LEU, 0), 0);
	assert_int_equal(like(&found, "La recyclerie de Saint-Leu", "",
	    SAINT_LEU, 0), 1);
	assert_string_equal(found[0].shared, "recyclerie");
}

static void
the_likest_comes_first_and_five_at_most(void **state)
{
	struct likeness *found;
	int i;

	(void)state;
	for (i = 1; i <= 6; i++)
		add_project(i, "Atelier vélo solidaire", "", SAINT_DENIS, 0);
	add_project(7, "Atelier vélo solidaire", "On y répare les freins",
	    SAINT_LEU, ASSOCIATION);
	assert_int_equal(like(&found, "Atelier vélo solidaire",
	    "On répare les freins", SAINT_LEU, ASSOCIATION), LIKENESS_MOST);
	assert_int_equal(found[0].element_id, 7);
	assert_int_equal(found[1].element_id, 1);
}

static void
what_is_not_published_is_shown_to_moderators_only(void **state)
{
	struct likeness_of of = { .platform_id = PLATFORM, .kind = "project",
	    .title = "Atelier vélo", .summary = "" };
	struct likeness *found;

	(void)state;
	add_project(1, "Atelier vélo", "", SAINT_LEU, 0);
	world_sql(&t, "UPDATE element SET published_at = NULL, state = 'draft';"
	    "INSERT INTO flow (element_id, platform_id, maturity, state,"
	    " asked_at) VALUES (1, 1, 'idea', 'waiting', 0)");
	assert_int_equal(likeness_find(&found, t.db, t.mem, &of), 0);
	of.with_waiting = true;
	assert_int_equal(likeness_find(&found, t.db, t.mem, &of), 1);
	of.element_id = 1;
	assert_int_equal(likeness_find(&found, t.db, t.mem, &of), 0);
}

/* --- the board ------------------------------------------------------------------- */

/* "1 2 | 3 | ": the cards of each column, in order. */
static const char *
order(void)
{
	struct board b;
	const char *text = "";
	size_t c, i;

	board_load(&b, t.db, t.mem, listening);
	for (c = 0; c < b.count; c++) {
		text = mem_printf(t.mem, "%s%s", text, c > 0 ? "| " : "");
		for (i = 0; i < b.columns[c].count; i++)
			text = mem_printf(t.mem, "%s%lld ", text, (long long)
			    b.cards[b.columns[c].first + i].element_id);
	}
	return text;
}

static int64_t
column(size_t i)
{
	struct board b;

	board_load(&b, t.db, t.mem, listening);
	return b.columns[i].id;
}

/* Four projects in the first column. */
static void
fill(void)
{
	int i;

	for (i = 1; i <= 4; i++) {
		add_project(i, "Un projet", "", SAINT_LEU, 0);
		assert_int_equal(board_add(t.db, listening, PLATFORM, i, 0,
		    TEST_NOW), RC_OK);
	}
}

static void
move(int64_t id, size_t to, int64_t before)
{
	assert_int_equal(board_move(t.db, t.mem, listening, id, column(to),
	    before, TEST_NOW), RC_OK);
}

static void
cards_keep_the_order_given_to_them(void **state)
{
	(void)state;
	fill();
	assert_string_equal(order(), "1 2 3 4 | | ");
	move(4, 0, 2);
	assert_string_equal(order(), "1 4 2 3 | | ");
	move(1, 1, 0);
	move(3, 1, 1);
	assert_string_equal(order(), "4 2 | 3 1 | ");
	assert_int_equal(board_shift(t.db, t.mem, listening, 2, -1, TEST_NOW),
	    RC_OK);
	assert_string_equal(order(), "2 4 | 3 1 | ");
	/* Beyond the ends nothing moves. */
	board_shift(t.db, t.mem, listening, 2, -1, TEST_NOW);
	board_shift(t.db, t.mem, listening, 4, +1, TEST_NOW);
	assert_string_equal(order(), "2 4 | 3 1 | ");
	/* Before a card that is elsewhere: last. Again where it is: the same. */
	move(4, 1, 2);
	assert_string_equal(order(), "2 | 3 1 4 | ");
	move(4, 1, 0);
	assert_string_equal(order(), "2 | 3 1 4 | ");
}

static void
a_card_is_there_once_and_leaves_no_hole(void **state)
{
	(void)state;
	fill();
	move(2, 2, 0);
	assert_int_equal(board_add(t.db, listening, PLATFORM, 2, 0, TEST_NOW),
	    RC_OK);
	assert_string_equal(order(), "1 3 4 | | 2 ");
	assert_int_equal(board_remove(t.db, listening, 3), RC_OK);
	assert_int_equal(board_shift(t.db, t.mem, listening, 4, -1, TEST_NOW),
	    RC_OK);
	assert_string_equal(order(), "4 1 | | 2 ");
	assert_int_equal(board_remove(t.db, listening, 3), RC_NOT_FOUND);
}

static void
nothing_goes_to_the_board_of_others(void **state)
{
	struct listening_filter f = { .territory = "", .words = "" };
	int64_t theirs, mine = listening, theirs_first;

	(void)state;
	fill();
	assert_int_equal(listening_create(&theirs, t.db, t.mem, PLATFORM,
	    "Autre", &f, &act, &why), RC_OK);
	listening = theirs;
	theirs_first = column(0);
	listening = mine;
	assert_int_equal(board_move(t.db, t.mem, mine, 1, theirs_first, 0,
	    TEST_NOW), RC_NOT_FOUND);
	assert_int_equal(board_column_rename(t.db, t.mem, mine, theirs_first,
	    "À moi", &why), RC_NOT_FOUND);
	assert_int_equal(board_label(t.db, t.mem, theirs, 1, "urgent", &why),
	    RC_NOT_FOUND);
	assert_string_equal(order(), "1 2 3 4 | | ");
}

static void
a_column_goes_once_it_is_empty(void **state)
{
	(void)state;
	fill();
	assert_int_equal(board_column_drop(t.db, listening, column(0)),
	    RC_CONFLICT);
	assert_int_equal(board_column_shift(t.db, t.mem, listening, column(0),
	    +1), RC_OK);
	assert_string_equal(order(), "| 1 2 3 4 | ");
	assert_int_equal(board_column_drop(t.db, listening, column(0)), RC_OK);
	assert_int_equal(board_column_drop(t.db, listening, column(1)), RC_OK);
	assert_string_equal(order(), "1 2 3 4 ");
	assert_int_equal(board_column_drop(t.db, listening, column(0)),
	    RC_CONFLICT);
}

static void
a_note_is_its_author_s(void **state)
{
	struct board_note *notes;

	(void)state;
	fill();
	assert_int_equal(board_note_add(t.db, t.mem, listening, 1, " ", &act,
	    &why), RC_INVALID);
	why = (struct problems)PROBLEMS_INIT(t.mem);
	assert_int_equal(board_note_add(t.db, t.mem, listening, 1,
	    "À voir avec l’élue", &act, &why), RC_OK);
	assert_int_equal(board_notes(&notes, t.db, t.mem, listening, 1), 1);
	assert_int_equal(board_note_drop(t.db, listening, notes[0].id, ANNE),
	    RC_NOT_FOUND);
	assert_int_equal(board_note_drop(t.db, listening, notes[0].id, BRUNO),
	    RC_OK);
	assert_int_equal(board_notes(&notes, t.db, t.mem, listening, 1), 0);
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(half_of_the_words_of_the_shorter_title_are_alike),
		TEST(a_third_is_enough_in_the_same_place_or_by_the_same_body),
		TEST(accents_capitals_and_empty_words_do_not_count),
		TEST(the_name_of_the_place_counts_for_nothing),
		TEST(the_likest_comes_first_and_five_at_most),
		TEST(what_is_not_published_is_shown_to_moderators_only),
		TEST(cards_keep_the_order_given_to_them),
		TEST(a_card_is_there_once_and_leaves_no_hole),
		TEST(nothing_goes_to_the_board_of_others),
		TEST(a_column_goes_once_it_is_empty),
		TEST(a_note_is_its_author_s),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
