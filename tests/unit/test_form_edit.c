/*
 * The definition of a form changed by small operations (domain/form_edit.h).
 */
#include "config.h"

#include "tests/unit/test.h"

#include "base/json.h"
#include "domain/form_edit.h"

static struct mem *mem;
static struct json_object *form;

static const char text[] = "{\"format\":1,\"key\":\"essai\",\"revision\":1,"
    "\"kind\":\"supplement\",\"title\":\"Essai\",\"steps\":["
    "{\"key\":\"un\",\"label\":\"Un\",\"blocks\":["
    "{\"key\":\"a\",\"label\":\"A\",\"fields\":["
    "{\"key\":\"statut\",\"type\":\"choice\",\"label\":\"Statut\","
    "\"options\":[{\"key\":\"x\",\"label\":\"X\"},{\"key\":\"y\",\"label\":\"Y\"}]},"
    "{\"key\":\"nombre\",\"type\":\"integer\",\"label\":\"Nombre\","
    "\"visible_if\":{\"all\":[{\"field\":\"statut\",\"equals\":\"x\"}]}}]},"
    "{\"key\":\"b\",\"label\":\"B\",\"fields\":["
    "{\"key\":\"titre\",\"type\":\"text\",\"label\":\"Titre\","
    "\"maps_to\":\"title\",\"visible_if\":{\"field\":\"nombre\","
    "\"answered\":true}}]}]},"
    "{\"key\":\"deux\",\"label\":\"Deux\",\"blocks\":["
    "{\"key\":\"a\",\"label\":\"A\",\"fields\":["
    "{\"key\":\"fin\",\"type\":\"date\",\"label\":\"Fin\"}]}]}]}";

static int
setup(void **state)
{
	(void)state;
	mem = mem_new();
	return json_parse(&form, text, strlen(text), 32, NULL) == RC_OK ? 0 : 1;
}

static int
teardown(void **state)
{
	(void)state;
	json_object_put(form);
	mem_free(mem);
	return 0;
}

/* "statut nombre | titre || fin": the questions, blocks and steps in order. */
static const char *
order(void)
{
	struct json_object *steps = json_array(form, "steps");
	const char *all = "";
	size_t s, b, f;

	for (s = 0; s < json_count(steps); s++) {
		struct json_object *blocks = json_array(json_at(steps, s),
		    "blocks");

		if (s > 0)
			all = mem_printf(mem, "%s||", all);
		for (b = 0; b < json_count(blocks); b++) {
			struct json_object *fields = json_array(json_at(blocks,
			    b), "fields");

			if (b > 0)
				all = mem_printf(mem, "%s|", all);
			for (f = 0; f < json_count(fields); f++)
				all = mem_printf(mem, "%s%s%s", all,
				    f == 0 ? "" : " ", json_text_or(
				    json_at(fields, f), "key", "?"));
		}
	}
	return all;
}

static struct json_object *
question(const char *key)
{
	struct form_spot spot;

	assert_true(form_edit_find(&spot, form, mem_printf(mem, "question:%s",
	    key)));
	return spot.node;
}

static void
parts_are_found_by_their_names(void **state)
{
	struct form_spot spot;

	(void)state;
	assert_true(form_edit_find(&spot, form, "etape:deux"));
	assert_int_equal(spot.part, PART_STEP);
	assert_int_equal(spot.step, 1);
	assert_true(form_edit_find(&spot, form, "bloc:deux/a"));
	assert_int_equal(spot.step, 1);
	assert_true(form_edit_find(&spot, form, "question:titre"));
	assert_int_equal(spot.block, 1);
	assert_false(form_edit_find(&spot, form, "bloc:a"));
	assert_false(form_edit_find(&spot, form, "question:"));
	assert_false(form_edit_find(&spot, form, "titre"));
	assert_string_equal(form_edit_name(mem, form, PART_BLOCK, 0, 1, 0),
	    "bloc:un/b");
	assert_null(form_edit_name(mem, form, PART_FIELD, 0, 1, 7));
}

static void
a_question_moves_through_its_block_and_to_the_next(void **state)
{
	(void)state;
	assert_int_equal(form_edit_move(form, "question:nombre", -1), RC_OK);
	assert_string_equal(order(), "nombre statut|titre||fin");
	assert_int_equal(form_edit_move(form, "question:nombre", -1),
	    RC_CONFLICT);
	assert_int_equal(form_edit_move(form, "question:statut", 1), RC_OK);
	assert_string_equal(order(), "nombre|statut titre||fin");
	assert_int_equal(form_edit_move(form, "question:titre", 1), RC_OK);
	assert_string_equal(order(), "nombre|statut||titre fin");
	/* The last one of a block leaves it empty, for the linter to tell. */
	assert_int_equal(form_edit_move(form, "question:statut", 1), RC_OK);
	assert_string_equal(order(), "nombre|||statut titre fin");
	assert_int_equal(form_edit_move(form, "question:statut", -1), RC_OK);
	assert_string_equal(order(), "nombre|statut||titre fin");
	assert_int_equal(form_edit_move(form, "question:rien", 1),
	    RC_NOT_FOUND);
}

static void
a_question_is_placed_before_another_or_in_a_block(void **state)
{
	(void)state;
	assert_int_equal(form_edit_place(form, "question:statut", "bloc:deux/a"),
	    RC_OK);
	assert_string_equal(order(), "nombre|titre||fin statut");
	assert_int_equal(form_edit_place(form, "question:statut",
	    "question:fin"), RC_OK);
	assert_string_equal(order(), "nombre|titre||statut fin");
	assert_int_equal(form_edit_place(form, "question:fin",
	    "question:statut"), RC_OK);
	assert_string_equal(order(), "nombre|titre||fin statut");
	assert_int_equal(form_edit_place(form, "question:nombre",
	    "bloc:deux/a"), RC_OK);
	assert_string_equal(order(), "|titre||fin statut nombre");
	assert_int_equal(form_edit_place(form, "question:fin", "etape:un"),
	    RC_NOT_FOUND);
}

static void
blocks_and_steps_move_too(void **state)
{
	(void)state;
	assert_int_equal(form_edit_move(form, "etape:deux", -1), RC_OK);
	assert_string_equal(order(), "fin||statut nombre|titre");
	assert_int_equal(form_edit_move(form, "bloc:un/b", -1), RC_OK);
	assert_string_equal(order(), "fin||titre|statut nombre");
	/* To the step before, whose block has the same key: it gets another. */
	assert_int_equal(form_edit_move(form, "bloc:un/a", -1), RC_OK);
	assert_int_equal(form_edit_move(form, "bloc:un/a", -1), RC_OK);
	assert_string_equal(order(), "fin|statut nombre||titre");
	assert_string_equal(form_edit_name(mem, form, PART_BLOCK, 0, 1, 0),
	    "bloc:deux/a-2");
}

static void
what_is_added_has_a_key_of_its_own(void **state)
{
	const char *name;

	(void)state;
	assert_int_equal(form_edit_add(&name, mem, form, "bloc:un/b",
	    NULL, "text", "Titre !"), RC_OK);
	assert_string_equal(name, "question:titre-2");
	assert_int_equal(form_edit_add(&name, mem, form, "bloc:un/a",
	    "question:statut", "choice", "Où ?"), RC_OK);
	assert_string_equal(order(), "statut ou nombre|titre titre-2||fin");
	assert_int_equal(json_count(json_array(question("ou"), "options")), 2);
	assert_int_equal(form_edit_add(&name, mem, form, "etape:deux", NULL,
	    NULL, "A"), RC_OK);
	assert_string_equal(name, "bloc:deux/a-2");
	assert_int_equal(form_edit_add(&name, mem, form, "", "etape:un", NULL,
	    "Trois"), RC_OK);
	assert_string_equal(name, "etape:trois");
	assert_string_equal(order(), "statut ou nombre|titre titre-2||"
	    "||fin|");
	assert_int_equal(form_edit_add(&name, mem, form, "question:fin", NULL,
	    "text", "X"), RC_NOT_FOUND);
	assert_int_equal(form_edit_add(&name, mem, form, "bloc:un/b", NULL,
	    "text", "???"), RC_OK);
	assert_string_equal(name, "question:sans-titre");
}

static void
a_copy_looks_at_itself(void **state)
{
	struct json_object *condition;
	const char *name;

	(void)state;
	assert_int_equal(form_edit_duplicate(&name, mem, form, "question:titre"),
	    RC_OK);
	assert_string_equal(name, "question:titre-2");
	assert_null(json_get(question("titre-2"), "maps_to"));
	assert_string_equal(json_text(json_dict(question("titre-2"),
	    "visible_if"), "field"), "nombre");
	assert_int_equal(form_edit_duplicate(&name, mem, form, "bloc:un/a"),
	    RC_OK);
	assert_string_equal(name, "bloc:un/a-2");
	assert_string_equal(order(),
	    "statut nombre|statut-2 nombre-2|titre titre-2||fin");
	condition = json_at(json_array(json_dict(question("nombre-2"),
	    "visible_if"), "all"), 0);
	assert_string_equal(json_text(condition, "field"), "statut-2");
	condition = json_at(json_array(json_dict(question("nombre"),
	    "visible_if"), "all"), 0);
	assert_string_equal(json_text(condition, "field"), "statut");
	assert_int_equal(form_edit_duplicate(&name, mem, form, "etape:un"),
	    RC_OK);
	assert_string_equal(name, "etape:un-2");
	/* Across the blocks of the copied step. */
	assert_string_equal(json_text(json_dict(question("titre-3"),
	    "visible_if"), "field"), "nombre-3");
}

static void
a_new_key_is_followed_by_what_looks_at_it(void **state)
{
	struct json_object *members = json_object_new_object();

	(void)state;
	json_put_text(members, "key", "effectif");
	json_put_text(members, "hint", "Sans les stagiaires.");
	json_put(members, "visible_if", NULL);
	assert_int_equal(form_edit_set(form, "question:nombre", members), RC_OK);
	assert_string_equal(json_text(json_dict(question("titre"),
	    "visible_if"), "field"), "effectif");
	assert_null(json_get(question("effectif"), "visible_if"));
	assert_string_equal(json_text(question("effectif"), "label"), "Nombre");
	json_put_text(members, "key", "titre");
	assert_int_equal(form_edit_set(form, "question:effectif", members),
	    RC_CONFLICT);
	assert_int_equal(form_edit_set(form, "question:nombre", members),
	    RC_NOT_FOUND);
	json_object_put(members);
}

static void
formulas_follow_a_new_key_too(void **state)
{
	struct json_object *members = json_object_new_object();

	(void)state;
	json_put_text(members, "formula", "nombre + sum(plan.nombre) - "
	    "nombre-2 * if(statut = 'nombre', 1, 2)-nombre");
	assert_int_equal(form_edit_set(form, "question:fin", members), RC_OK);
	json_object_object_del(members, "formula");
	json_put_text(members, "key", "n");
	assert_int_equal(form_edit_set(form, "question:nombre", members), RC_OK);
	assert_string_equal(json_text(question("fin"), "formula"),
	    "n + sum(plan.nombre) - nombre-2 * if(statut = 'nombre', 1, 2)"
	    "-nombre");
	json_object_put(members);
}

static void
another_type_keeps_what_it_may_have(void **state)
{
	(void)state;
	assert_int_equal(form_edit_retype(mem, form, "question:titre",
	    "multi_choice"), RC_OK);
	assert_string_equal(json_text(question("titre"), "type"),
	    "multi_choice");
	assert_int_equal(json_count(json_array(question("titre"), "options")),
	    2);
	assert_null(json_get(question("titre"), "maps_to"));
	assert_non_null(json_get(question("titre"), "visible_if"));
	assert_int_equal(form_edit_retype(mem, form, "question:statut", "text"),
	    RC_OK);
	assert_null(json_get(question("statut"), "options"));
	assert_int_equal(form_edit_retype(mem, form, "question:statut", "x"),
	    RC_NOT_FOUND);
}

static void
a_mark_says_whether_a_part_changed(void **state)
{
	struct form_spot block;
	const char *shallow, *deep;

	(void)state;
	assert_true(form_edit_find(&block, form, "bloc:un/a"));
	shallow = form_edit_mark(mem, &block, false);
	deep = form_edit_mark(mem, &block, true);
	json_put_text(question("nombre"), "label", "Combien ?");
	assert_string_equal(form_edit_mark(mem, &block, false), shallow);
	assert_string_not_equal(form_edit_mark(mem, &block, true), deep);
}

static void
what_is_removed_is_gone(void **state)
{
	(void)state;
	assert_int_equal(form_edit_remove(form, "question:statut"), RC_OK);
	assert_int_equal(form_edit_remove(form, "bloc:un/b"), RC_OK);
	assert_int_equal(form_edit_remove(form, "etape:deux"), RC_OK);
	assert_string_equal(order(), "nombre");
	assert_int_equal(form_edit_remove(form, "etape:deux"), RC_NOT_FOUND);
}

/* A repeat with two questions, the second a repeat, and a table. */
static void
add_inner(void)
{
	const char *name;

	assert_int_equal(form_edit_add(&name, mem, form, "bloc:un/b", NULL,
	    "repeat", "Partenaires"), RC_OK);
	assert_string_equal(name, "question:partenaires");
	assert_int_equal(form_edit_add(&name, mem, form,
	    "question:partenaires", NULL, "repeat", "Apports"), RC_OK);
	assert_string_equal(name, "question:partenaires/apports");
	assert_int_equal(form_edit_add(&name, mem, form,
	    "question:partenaires/apports", NULL, "money", "Montant"), RC_OK);
	assert_string_equal(name, "question:partenaires/apports/montant");
	assert_int_equal(form_edit_add(&name, mem, form, "bloc:deux/a", NULL,
	    "table", "Dépenses"), RC_OK);
	assert_int_equal(form_edit_add(&name, mem, form, "question:depenses",
	    NULL, "money", "Achats"), RC_OK);
	assert_string_equal(name, "question:depenses/achats");
}

/* "nom apports": the keys inside a question. */
static const char *
inside(const char *part)
{
	struct json_object *list;
	struct form_spot spot;
	const char *all = "";
	size_t i;

	assert_true(form_edit_find(&spot, form, part));
	list = json_array(spot.node, form_edit_inside(PART_FIELD, spot.node));
	for (i = 0; i < json_count(list); i++)
		all = mem_printf(mem, "%s%s%s", all, i == 0 ? "" : " ",
		    json_text_or(json_at(list, i), "key", "?"));
	return all;
}

static void
questions_inside_a_question_are_parts_too(void **state)
{
	struct json_object *members = json_object_new_object();
	struct form_spot spot;
	const char *name;

	(void)state;
	add_inner();
	assert_string_equal(inside("question:partenaires"), "nom apports");
	assert_string_equal(inside("question:depenses"), "nom achats");
	/* Found by name and by the paths of the checks. */
	assert_true(form_edit_at(&spot, form,
	    "steps[0].blocks[1].fields[1].fields[1].fields[1].label", &name));
	assert_string_equal(name, "label");
	assert_string_equal(form_edit_spot_name(mem, &spot),
	    "question:partenaires/apports/montant");
	assert_true(form_edit_at(&spot, form,
	    "steps[1].blocks[0].fields[1].columns[1].type", &name));
	assert_string_equal(form_edit_spot_name(mem, &spot),
	    "question:depenses/achats");
	assert_false(form_edit_at(&spot, form, "steps[7].label", &name));
	/* Ordered, in their list only. */
	assert_int_equal(form_edit_move(form, "question:partenaires/apports",
	    -1), RC_OK);
	assert_string_equal(inside("question:partenaires"), "apports nom");
	assert_int_equal(form_edit_move(form, "question:partenaires/apports",
	    -1), RC_CONFLICT);
	assert_int_equal(form_edit_place(form, "question:partenaires/nom",
	    "question:partenaires/apports"), RC_OK);
	assert_string_equal(inside("question:partenaires"), "nom apports");
	assert_int_equal(form_edit_place(form, "question:partenaires/nom",
	    "question:titre"), RC_CONFLICT);
	assert_int_equal(form_edit_place(form, "question:partenaires/nom",
	    "bloc:un/a"), RC_NOT_FOUND);
	/* Copied, renamed, retyped, removed. */
	assert_int_equal(form_edit_duplicate(&name, mem, form,
	    "question:partenaires/nom"), RC_OK);
	assert_string_equal(name, "question:partenaires/nom-2");
	json_put_text(members, "key", "nom");
	assert_int_equal(form_edit_set(form, name, members), RC_CONFLICT);
	json_put_text(members, "key", "statut");
	assert_int_equal(form_edit_set(form, name, members), RC_OK);
	assert_string_equal(inside("question:partenaires"),
	    "nom statut apports");
	assert_int_equal(form_edit_retype(mem, form,
	    "question:partenaires/statut", "choice"), RC_OK);
	assert_int_equal(form_edit_retype(mem, form, "question:depenses/achats",
	    "files"), RC_NOT_FOUND);
	assert_int_equal(form_edit_remove(form, "question:partenaires/statut"),
	    RC_OK);
	assert_string_equal(inside("question:partenaires"), "nom apports");
	json_object_put(members);
}

static void
formulas_follow_the_key_of_an_inner_question(void **state)
{
	struct json_object *members = json_object_new_object();
	struct form_spot spot;
	const char *name;

	(void)state;
	add_inner();
	json_put_text(members, "formula", "sum(depenses.achats) + achats + "
	    "count(x.achats)");
	assert_int_equal(form_edit_set(form, "question:fin", members), RC_OK);
	json_object_object_del(members, "formula");
	json_put_text(members, "key", "a2");
	assert_int_equal(form_edit_set(form, "question:depenses/achats",
	    members), RC_OK);
	assert_string_equal(json_text(question("fin"), "formula"),
	    "sum(depenses.a2) + achats + count(x.achats)");
	/* In the items themselves it is named alone. */
	assert_int_equal(form_edit_add(&name, mem, form, "question:depenses",
	    NULL, "calculated", "Double"), RC_OK);
	json_object_object_del(members, "key");
	json_put_text(members, "formula", "2 * a2 + sum(depenses.a2)");
	assert_int_equal(form_edit_set(form, name, members), RC_OK);
	json_object_object_del(members, "formula");
	json_put_text(members, "key", "a3");
	assert_int_equal(form_edit_set(form, "question:depenses/a2", members),
	    RC_OK);
	assert_true(form_edit_find(&spot, form, name));
	assert_string_equal(json_text(spot.node, "formula"),
	    "2 * a3 + sum(depenses.a3)");
	/* A question of that name outside is another. */
	json_put_text(members, "key", "a3");
	assert_int_equal(form_edit_set(form, "question:nombre", members),
	    RC_OK);
	json_put_text(members, "key", "n");
	assert_int_equal(form_edit_set(form, "question:a3", members), RC_OK);
	assert_string_equal(json_text(spot.node, "formula"),
	    "2 * a3 + sum(depenses.a3)");
	json_object_put(members);
}

static void
rules_are_parts_of_a_block_or_of_the_form(void **state)
{
	struct json_object *members = json_object_new_object(), *must;
	struct form_spot spot;
	const char *name;

	(void)state;
	assert_int_equal(form_edit_add_rule(&name, mem, form, "bloc:un/a",
	    "Trop peu."), RC_OK);
	assert_string_equal(name, "regle:un/a/0");
	assert_int_equal(form_edit_add_rule(&name, mem, form,
	    "question:nombre", "Trop."), RC_OK);
	assert_string_equal(name, "regle:un/a/1");
	assert_true(form_edit_find(&spot, form, name));
	assert_string_equal(json_at_text(json_array(spot.node, "at"), 0),
	    "nombre");
	assert_string_equal(form_edit_message(spot.node), "Trop.");
	must = json_object_new_object();
	json_put_text(must, "formula", "nombre < 10");
	json_put(members, "must", must);
	assert_int_equal(form_edit_set(form, name, members), RC_OK);
	/* It follows the key that it names. */
	json_object_object_del(members, "must");
	json_put_text(members, "key", "n");
	assert_int_equal(form_edit_set(form, "question:nombre", members), RC_OK);
	assert_true(form_edit_find(&spot, form, name));
	assert_string_equal(json_at_text(json_array(spot.node, "at"), 0), "n");
	assert_string_equal(json_text(json_dict(spot.node, "must"), "formula"),
	    "n < 10");
	assert_int_equal(form_edit_move(form, name, -1), RC_OK);
	assert_true(form_edit_find(&spot, form, "regle:un/a/0"));
	assert_string_equal(form_edit_message(spot.node), "Trop.");
	/* Of the form; and why a project is not eligible. */
	assert_int_equal(form_edit_add_rule(&name, mem, form, "", "Tout."),
	    RC_OK);
	assert_string_equal(name, "regle:0");
	assert_int_equal(form_edit_add_bar(&name, mem, form, "Hors sujet."),
	    RC_OK);
	assert_string_equal(name, "motif:0");
	assert_int_equal(form_edit_duplicate(&name, mem, form, "motif:0"),
	    RC_OK);
	assert_string_equal(name, "motif:1");
	assert_int_equal(form_edit_remove(form, "motif:1"), RC_OK);
	assert_int_equal(form_edit_remove(form, "motif:0"), RC_OK);
	assert_false(json_has(form, "ineligible_if"));
	assert_int_equal(form_edit_add_rule(&name, mem, form, "etape:un", "X"),
	    RC_NOT_FOUND);
	json_object_put(members);
}

static void
a_step_is_placed_before_another_or_at_the_end(void **state)
{
	(void)state;
	assert_int_equal(form_edit_place(form, "etape:deux", "etape:un"),
	    RC_OK);
	assert_string_equal(order(), "fin||statut nombre|titre");
	assert_int_equal(form_edit_place(form, "etape:deux", ""), RC_OK);
	assert_string_equal(order(), "statut nombre|titre||fin");
	assert_int_equal(form_edit_place(form, "question:titre", ""),
	    RC_NOT_FOUND);
}

#define T_(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_(parts_are_found_by_their_names),
		T_(a_question_moves_through_its_block_and_to_the_next),
		T_(a_question_is_placed_before_another_or_in_a_block),
		T_(blocks_and_steps_move_too),
		T_(what_is_added_has_a_key_of_its_own),
		T_(a_copy_looks_at_itself),
		T_(a_new_key_is_followed_by_what_looks_at_it),
		T_(formulas_follow_a_new_key_too),
		T_(another_type_keeps_what_it_may_have),
		T_(a_mark_says_whether_a_part_changed),
		T_(what_is_removed_is_gone),
		T_(questions_inside_a_question_are_parts_too),
		T_(formulas_follow_the_key_of_an_inner_question),
		T_(rules_are_parts_of_a_block_or_of_the_form),
		T_(a_step_is_placed_before_another_or_at_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
