/*
 * Answers: each type reads what people write, says exactly what is wrong,
 * loses nothing; conditions have three values; two tabs never overwrite one
 * another; what maps to the project follows.
 */
#include "config.h"

#include "tests/unit/world.h"

#include "base/json.h"
#include "base/text.h"
#include "domain/answer.h"
#include "domain/element.h"
#include "domain/form_condition.h"

static struct test_state t;
static struct answers a;
static int64_t dossier;

static const struct form *
projet(void)
{
	const struct form *form;

	assert_int_equal(form_get(&form, t.db, FORM_REVISION), RC_OK);
	return form;
}

static void
reload(void)
{
	assert_int_equal(answers_load(&a, t.db, t.mem, projet(),
	    world_platform(), dossier, 0), RC_OK);
}

static int
setup(void **state)
{
	struct element e = { .platform_id = PLATFORM, .kind = "project",
	    .title = "Sans titre", .owner_person_id = ANNE };
	char sql[256];

	(void)state;
	world_make(&t);
	world_forms(&t);
	assert_int_equal(db_write_begin(t.db), RC_OK);
	element_create(t.db, t.mem, &e, TEST_NOW);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	snprintf(sql, sizeof(sql), "INSERT INTO dossier (id, element_id,"
	    " platform_id, owner_person_id, form_revision_id, created_at,"
	    " updated_at) VALUES (7, %d, 1, 1, 1, 0, 0);", (int)e.id);
	world_sql(&t, sql);
	dossier = 7;
	reload();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	test_state_free(&t);
	return 0;
}

/* One control, or parts given two by two. */
static struct typed *
typed(const char *text)
{
	struct typed *one = MEM_NEW(t.mem, struct typed);

	one->part = "";
	one->text = text;
	return one;
}

static struct typed *
parts(const char *const *pairs)
{
	struct typed *first = NULL, **last = &first;

	for (; pairs[0] != NULL; pairs += 2) {
		*last = MEM_NEW(t.mem, struct typed);
		(*last)->part = pairs[0];
		(*last)->text = pairs[1];
		last = &(*last)->next;
	}
	return first;
}

#define PARTS(...) parts((const char *const []){ __VA_ARGS__, NULL, NULL })

/* What the typed text becomes as JSON, or the error after "!". */
static const char *
as_json(const char *key, struct typed *what)
{
	const struct form_field *f = form_field(a.form, key);
	const char *error = NULL, *json;
	struct value v, again;

	assert_non_null(f);
	if (!value_read(&v, &error, &a, f, what)) {
		assert_non_null(error);
		assert_true(strlen(error) > 15);
		return mem_printf(t.mem, "!%s", error);
	}
	json = value_json(t.mem, f, &v);
	if (json == NULL)
		return "";
	/* What is stored reads back the same, and so does what its form
	 * would show and send again. */
	assert_true(value_parse(&again, t.mem, f, json));
	assert_string_equal(value_json(t.mem, f, &again), json);
	assert_true(value_read(&v, &error, &a, f, value_typed(&a, f, &again)));
	assert_string_equal(value_json(t.mem, f, &v), json);
	return json;
}

#define assert_read(key, text, json) \
	assert_string_equal(as_json(key, typed(text)), json)
#define assert_wrong(key, what, words) do {				\
		const char *found_ = as_json(key, what);			\
		if (*found_ != '!' || strstr(found_, words) == NULL)	\
			fail_msg("%s: %s", key, found_);		\
	} while (0)

static enum rc
save_over(const char *key, struct typed *what, const char *mark,
    struct change *c)
{
	*c = (struct change){ .field = form_field(a.form, key), .typed = what,
	    .mark = mark };
	assert_non_null(c->field);
	return answers_save(&a, c, 1, &anne, TEST_NOW);
}

static void
save(const char *key, struct typed *what)
{
	struct change c;

	assert_int_equal(save_over(key, what, NULL, &c), RC_OK);
	assert_true(c.saved);
}

static const char *
error_of(const char *key)
{
	return answer_error(&a, answers_get(&a, key));
}

/* --- each type ------------------------------------------------------------ */

static void
texts_are_trimmed_and_counted(void **state)
{
	char *long_text = mem_alloc(t.mem, 400);

	(void)state;
	assert_read("titre", "  Composter \t ensemble ", "\"Composter ensemble\"");
	assert_read("besoin", " une\r\nligne \n", "\"une\\nligne\"");
	assert_read("titre", "   ", "");
	memset(long_text, 'x', 95);
	assert_wrong("titre", typed(long_text), "retirez-en 5");
	assert_wrong("titre", typed("a\001b"), "ne se lit pas");
}

static void
numbers_are_read_as_people_write_them(void **state)
{
	(void)state;
	assert_read("salaries", " 1 200 ", "1200");
	assert_read("salaries", "0", "0");
	assert_wrong("salaries", typed("douze"), "nombre entier");
	assert_wrong("salaries", typed("2,5"), "nombre entier");
	assert_wrong("salaries", typed("-1"), "au moins 0");
	assert_wrong("salaries", typed("20001"), "au plus");
	assert_read("cout", "45 000,50 €", "4500050");
	assert_wrong("cout", typed("52 k€"), "montant en euros");
	assert_wrong("cout", typed("50"), "au moins 100");
	assert_wrong("cout", typed("-500"), "au moins");
}

static void
dates_must_exist(void **state)
{
	(void)state;
	assert_read("debut", "3/1/2027", "\"2027-01-03\"");
	assert_read("debut", "2028-02-29", "\"2028-02-29\"");
	assert_wrong("debut", typed("31/02/2027"), "n’existe pas");
	assert_wrong("debut", typed("demain"), "n’existe pas");
}

static void
choices_are_those_offered(void **state)
{
	(void)state;
	assert_read("statut", "association", "\"association\"");
	assert_wrong("statut", typed("secte"), "réponses proposées");
	assert_read("theme", "air-mobilite", "\"air-mobilite\"");
	assert_wrong("theme", typed("nucleaire"), "réponses proposées");
	assert_read("tva", "non", "false");
	assert_wrong("tva", typed("peut-être"), "réponses proposées");
	assert_string_equal(as_json("publics", PARTS("", "enfants", "", "aines",
	    "", "enfants")), "[\"enfants\",\"aines\"]");
	assert_wrong("autres-themes", PARTS("", "air-mobilite", "", "lune"),
	    "réponses proposées");
}

static void
addresses_have_a_shape(void **state)
{
	(void)state;
	assert_read("referent-courriel", "anne@terreau.example",
	    "\"anne@terreau.example\"");
	assert_wrong("referent-courriel", typed("anne@terreau"), "complète");
	assert_wrong("referent-courriel", typed("a b@c.fr"), "complète");
	assert_read("referent-telephone", "+262 639 98 12 34",
	    "\"+262639981234\"");
	assert_wrong("referent-telephone", typed("12"), "téléphone");
	assert_wrong("referent-telephone", typed("06 aa"), "téléphone");
	assert_read("site", "www.exemple.re", "\"https://www.exemple.re\"");
	assert_wrong("site", typed("javascript:alert(1)"), "adresse complète");
	assert_wrong("site", typed("https://a@b.fr"), "adresse complète");
}

static void
bodies_are_checked_by_their_key(void **state)
{
	(void)state;
	assert_read("porteur", "000 214 254 00013",
	    "{\"siret\":\"00021425400013\"}");
	assert_read("porteur", "Compost péi (000 214 254 00013)",
	    "{\"siret\":\"00021425400013\"}");
	assert_read("porteur", "w9r1000042", "{\"rna\":\"W9R1000042\"}");
	assert_wrong("porteur", typed("00021425400014"), "clé de contrôle");
	assert_wrong("porteur", typed("000214254"), "SIREN");
	assert_wrong("porteur", typed("Compost péi"), "14 chiffres");
}

static void
places_are_inside_the_territory(void **state)
{
	(void)state;
	assert_read("commune", "saint leu", "\"97413\"");
	assert_read("commune", "97413", "\"97413\"");
	assert_string_equal(as_json("commune", PARTS("", "Le Port", "code",
	    "97407")), "\"97407\"");
	/* A code that no longer goes with the name is not believed. */
	assert_string_equal(as_json("commune", PARTS("", "Le Port", "code",
	    "97413")), "\"97407\"");
	assert_wrong("commune", PARTS("", "Saint-Denis", "code", "97411"),
	    "n’est pas dans le territoire");
	assert_wrong("commune", typed("Saint-Lieu"), "orthographe");
	world_sql(&t, "UPDATE territory SET lon_e6 = 55290000, lat_e6 = -21170000"
	    " WHERE id = 2; UPDATE territory SET lon_e6 = 55290000, lat_e6 ="
	    " -20940000 WHERE id = 3;");
	assert_string_equal(as_json("point", PARTS("lat", "−21,17", "lon",
	    "55.29")), "[55.29,-21.17]");
	assert_wrong("point", PARTS("lat", "55.29", "lon", "-21.17"),
	    "inversées");
	assert_wrong("point", PARTS("lat", "-21.17", "lon", ""), "les deux");
	assert_wrong("point", PARTS("lat", "ici", "lon", "55"), "décimaux");
	assert_string_equal(as_json("point", PARTS("lat", "", "lon", " ")), "");
}

static void
lines_are_read_and_empty_ones_dropped(void **state)
{
	(void)state;
	assert_string_equal(as_json("plan", PARTS("costs.0.label", "Broyeur",
	    "costs.0.amount", "30 000", "costs.1.label", "", "costs.1.amount",
	    "", "sources.3.funder", "TCO", "sources.3.amount", "1,50",
	    "sources.3.kind", "own")), "{\"costs\":[{\"amount_cents\":3000000,"
	    "\"label\":\"Broyeur\"}],\"sources\":[{\"asked_cents\":150,"
	    "\"funder\":\"TCO\",\"kind\":\"own\"}]}");
	assert_wrong("plan", PARTS("costs.0.label", "Broyeur", "costs.0.amount",
	    "cher"), "ligne 1");
	assert_wrong("plan", PARTS("sources.1.amount", "12"), "qui l’apporte");
	assert_string_equal(as_json("etapes", PARTS("0.label", "Achat", "0.date",
	    "1/3/2027")), "[{\"date\":\"2027-03-01\",\"label\":\"Achat\"}]");
	assert_wrong("etapes", PARTS("0.label", "Achat", "0.date",
	    "31/2/2027"), "n’existe pas");
	assert_string_equal(as_json("plan", PARTS("costs.0.label", " ")), "");
}

/* --- nothing typed is lost ------------------------------------------------ */

static void
what_cannot_be_read_is_kept_as_typed(void **state)
{
	(void)state;
	save("salaries", typed("12"));
	save("salaries", typed("une douzaine"));
	reload();
	assert_false(answers_get(&a, "salaries")->value.given);
	assert_string_equal(typed_get(answers_get(&a, "salaries")->typed, ""),
	    "une douzaine");
	assert_non_null(strstr(error_of("salaries"), "nombre entier"));
	save("salaries", typed("13"));
	assert_null(error_of("salaries"));
	save("plan", PARTS("costs.0.label", "Broyeur", "costs.0.amount", "cher",
	    "sources.0.funder", "Région"));
	reload();
	assert_string_equal(typed_get(answers_get(&a, "plan")->typed,
	    "sources.0.funder"), "Région");
}

static void
emptying_an_answer_takes_it_away(void **state)
{
	(void)state;
	save("titre", typed("Composter"));
	save("titre", typed(""));
	reload();
	assert_null(answers_get(&a, "titre")->json);
	assert_int_equal(a.revision, 2);
}

static void
the_same_answer_again_writes_nothing(void **state)
{
	struct change c;

	(void)state;
	save("titre", typed("Composter"));
	assert_int_equal(save_over("titre", typed(" Composter "), NULL, &c),
	    RC_OK);
	assert_false(c.saved);
	assert_int_equal(a.revision, 1);
}

static void
two_tabs_never_overwrite_one_another(void **state)
{
	const char *first, *other;
	struct change c;

	(void)state;
	save("titre", typed("Un"));
	first = answer_mark(t.mem, answers_get(&a, "titre"));
	/* Another tab changes it. */
	save("titre", typed("Deux"));
	/* This tab left it as it was shown: the other's stays. */
	assert_int_equal(save_over("titre", typed("Un"), first, &c), RC_OK);
	assert_false(c.saved || c.conflict);
	/* This tab wrote something else: both are to be shown. */
	assert_int_equal(save_over("titre", typed("Trois"), first, &c), RC_OK);
	assert_true(c.conflict);
	assert_false(c.saved);
	assert_string_equal(answers_get(&a, "titre")->value.text, "Deux");
	/* Knowing that, it chooses. */
	other = answer_mark(t.mem, answers_get(&a, "titre"));
	assert_int_equal(save_over("titre", typed("Trois"), other, &c), RC_OK);
	assert_true(c.saved);
}

static void
a_dossier_in_the_bin_takes_no_answer(void **state)
{
	struct change c;

	(void)state;
	world_sql(&t, "UPDATE dossier SET trashed_at = 5;");
	assert_int_equal(save_over("titre", typed("Un"), NULL, &c), RC_CONFLICT);
	assert_int_equal(world_count(&t, "SELECT count(*) FROM answer"), 0);
}

/* --- conditions ----------------------------------------------------------- */

static int
asked(const char *key)
{
	return (int)answers_get(&a, key)->asked;
}

static void
a_condition_is_open_until_its_question_is_answered(void **state)
{
	struct change c;

	(void)state;
	assert_int_equal(asked("benevoles"), ASKED_OPEN);
	/* Not asked yet: what would be sent is left alone. */
	assert_int_equal(save_over("benevoles", typed("4"), NULL, &c), RC_OK);
	assert_false(c.saved);
	save("statut", typed("association"));
	assert_int_equal(asked("benevoles"), ASKED_YES);
	assert_int_equal(asked("engagement-republicain"), ASKED_YES);
	save("benevoles", typed("4"));
	save("statut", typed("entreprise"));
	assert_int_equal(asked("benevoles"), ASKED_NO);
	/* Hidden, kept, and back when it is asked again. */
	save("statut", typed("collectif"));
	assert_int_equal(answers_get(&a, "benevoles")->value.number, 4);
}

static struct condition *
condition(const char *text)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct rule_scope scope = { .mem = t.mem, .form = a.form,
	    .before = a.form->field_count, .why = &why };
	struct json_object *o = NULL;
	struct condition *c;

	assert_int_equal(json_parse(&o, text, strlen(text), 16, NULL), RC_OK);
	c = condition_read(&scope, "", o);
	json_object_put(o);
	return c;
}

#define assert_verdict(text, v) \
	assert_int_equal(condition_judge(condition(text), &a), (v))

static void
conditions_have_three_values(void **state)
{
	(void)state;
	save("salaries", typed("12"));
	save("statut", typed("commune"));
	save("publics", PARTS("", "enfants", "", "aines"));
	save("tva", typed("non"));
	assert_verdict("{\"field\":\"salaries\",\"at_least\":12}", VERDICT_YES);
	assert_verdict("{\"field\":\"salaries\",\"at_most\":11}", VERDICT_NO);
	assert_verdict("{\"field\":\"publics\",\"contains\":\"aines\"}",
	    VERDICT_YES);
	assert_verdict("{\"field\":\"tva\",\"equals\":false}", VERDICT_YES);
	assert_verdict("{\"field\":\"statut\",\"not_equals\":\"bailleur\"}",
	    VERDICT_YES);
	assert_verdict("{\"field\":\"titre\",\"equals\":\"x\"}", VERDICT_OPEN);
	assert_verdict("{\"field\":\"titre\",\"answered\":false}", VERDICT_YES);
	assert_verdict("{\"not\":{\"field\":\"titre\",\"equals\":\"x\"}}",
	    VERDICT_OPEN);
	assert_verdict("{\"all\":[{\"field\":\"titre\",\"equals\":\"x\"},"
	    "{\"field\":\"tva\",\"equals\":true}]}", VERDICT_NO);
	assert_verdict("{\"any\":[{\"field\":\"titre\",\"equals\":\"x\"},"
	    "{\"field\":\"tva\",\"equals\":false}]}", VERDICT_YES);
	assert_verdict("{\"any\":[{\"field\":\"titre\",\"equals\":\"x\"},"
	    "{\"field\":\"tva\",\"equals\":true}]}", VERDICT_OPEN);
	assert_null(condition("{\"field\":\"inconnu\",\"equals\":1}"));
	assert_null(condition("{\"field\":\"titre\"}"));
	assert_null(condition("{\"any\":[]}"));
}

static void
definitions_that_do_not_hold_are_refused(void **state)
{
	static const char *const bad[] = {
		"{}",
		"{\"steps\":[{\"key\":\"a\",\"label\":\"A\",\"blocks\":[{"
		"\"fields\":[{\"key\":\"x\",\"label\":\"X\",\"type\":\"magic\"}]"
		"}]}]}",
		"{\"steps\":[{\"key\":\"a\",\"label\":\"A\",\"blocks\":[{"
		"\"fields\":[{\"key\":\"x\",\"label\":\"X\",\"type\":\"text\"},"
		"{\"key\":\"x\",\"label\":\"Y\",\"type\":\"text\"}]}]}]}",
		"{\"steps\":[{\"key\":\"a\",\"label\":\"A\",\"blocks\":[{"
		"\"fields\":[{\"key\":\"x\",\"label\":\"X\",\"type\":\"text\","
		"\"visible_if\":{\"field\":\"x\",\"equals\":\"1\"}}]}]}]}",
		"{\"steps\":[{\"key\":\"a\",\"label\":\"A\",\"blocks\":[{"
		"\"fields\":[{\"key\":\"x\",\"label\":\"X\",\"type\":\"choice\"}]"
		"}]}]}",
	};
	struct json_object *o;
	const char *where;
	struct form *form;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_int_equal(json_parse(&o, bad[i], strlen(bad[i]), 16,
		    NULL), RC_OK);
		assert_int_equal(form_parse(&form, t.mem, o, &where),
		    RC_INVALID);
		json_object_put(o);
	}
}

/* --- the whole ------------------------------------------------------------ */

static void
answers_at_odds_are_said_and_kept(void **state)
{
	(void)state;
	save("cout", typed("52 000"));
	save("demande", typed("60 000"));
	assert_non_null(strstr(error_of("demande"), "C’est plus que"));
	save("plan", PARTS("costs.0.label", "Broyeur", "costs.0.amount",
	    "52 000", "sources.0.funder", "TCO", "sources.0.amount", "38 400"));
	assert_null(error_of("plan"));		/* still being written */
	assert_non_null(strstr(answer_flaw(&a, answers_get(&a, "plan")),
	    "il en manque 13"));
	save("plan", PARTS("costs.0.label", "Broyeur", "costs.0.amount",
	    "52 000", "sources.0.funder", "TCO", "sources.0.amount", "52 000"));
	assert_null(answer_flaw(&a, answers_get(&a, "plan")));
	save("debut", typed("2027-05-01"));
	save("fin", typed("2027-04-30"));
	assert_non_null(strstr(error_of("fin"), "vient avant"));
	save("sincerite", typed("non"));
	assert_non_null(strstr(error_of("sincerite"), "présenté"));
	save("etapes", PARTS("0.label", "Achat", "0.date", "2027-06-01"));
	assert_null(error_of("etapes"));
	assert_non_null(strstr(answer_flaw(&a, answers_get(&a, "etapes")),
	    "au moins 2"));
}

static void
progress_counts_what_is_required_and_asked(void **state)
{
	const struct form_step *step = form_step(a.form, "structure");
	struct progress p;

	(void)state;
	answers_progress(&p, &a, step);
	assert_int_equal(p.answered, 0);
	assert_int_equal(p.asked, 8);
	assert_int_equal(p.open, 2);
	save("statut", typed("association"));
	save("salaries", typed("abc"));
	answers_progress(&p, &a, step);
	assert_int_equal(p.asked, 9);
	assert_int_equal(p.answered, 1);
	assert_int_equal(p.wrong, 1);
	assert_int_equal(p.open, 0);
	assert_non_null(strstr(answer_flaw(&a, answers_get(&a, "porteur")),
	    "demandée"));
	assert_null(answer_flaw(&a, answers_get(&a, "site")));
}

static void
what_maps_to_the_project_follows(void **state)
{
	struct element *e;

	(void)state;
	save("titre", typed("Composter à Piton"));
	save("resume", typed("Des bacs au pied des immeubles."));
	save("commune", typed("Saint-Leu"));
	save("theme", typed("economie-circulaire"));
	save("point", PARTS("lat", "-21.17", "lon", "55.29"));
	save("debut", typed("2027-02-01"));
	save("porteur", typed("00021425400013"));
	save("etapes", PARTS("0.label", "Achat", "0.date", "2027-06-01"));
	save("plan", PARTS("costs.0.label", "Broyeur", "costs.0.amount",
	    "52 000", "sources.0.funder", "TCO", "sources.0.amount", "38 400"));
	assert_int_equal(element_load(&e, t.db, t.mem, 1), RC_OK);
	assert_string_equal(e->title, "Composter à Piton");
	assert_string_equal(e->summary, "Des bacs au pied des immeubles.");
	assert_int_equal(e->territory_id, SAINT_LEU);
	assert_int_equal(e->theme_id, THEME_COMPOST);
	assert_int_equal(e->lon_e6, 55290000);
	assert_string_equal(e->starts_on, "2027-02-01");
	assert_string_equal(e->holder_name, "Compost péi");
	/* Anne belongs to it: it now owns the dossier. */
	assert_int_equal(e->owner_organisation_id, ASSOCIATION);
	assert_int_equal(e->cost_cents, 5200000);
	assert_int_equal(e->asked_cents, 3840000);
	assert_int_equal(world_count(&t, "SELECT count(*) FROM milestone"), 1);
	assert_int_equal(world_count(&t, "SELECT facet_territory_id FROM"
	    " element"), SAINT_LEU);
}

static void
somebody_elses_body_does_not_get_the_dossier(void **state)
{
	struct change c = { .field = form_field(a.form, "porteur"),
	    .typed = typed("24974010100037") };

	(void)state;
	assert_int_equal(answers_save(&a, &c, 1, &anne, TEST_NOW), RC_OK);
	assert_int_equal(world_count(&t, "SELECT count(*) FROM dossier WHERE"
	    " owner_organisation_id IS NOT NULL"), 0);
}

static void
values_are_worded_for_people(void **state)
{
	(void)state;
	save("cout", typed("52000"));
	save("theme", typed("air-mobilite"));
	save("commune", typed("Saint-Leu"));
	save("porteur", typed("00021425400013"));
	save("debut", typed("2027-02-01"));
	assert_string_equal(value_text(&a, answers_get(&a, "cout")->field,
	    &answers_get(&a, "cout")->value), "52\u202f000\u00a0€");
	assert_string_equal(value_text(&a, answers_get(&a, "theme")->field,
	    &answers_get(&a, "theme")->value), "Air et mobilité");
	assert_string_equal(value_text(&a, answers_get(&a, "commune")->field,
	    &answers_get(&a, "commune")->value), "Saint-Leu");
	assert_non_null(strstr(value_text(&a, answers_get(&a, "porteur")->field,
	    &answers_get(&a, "porteur")->value), "Compost péi (SIRET"));
	assert_string_equal(value_text(&a, answers_get(&a, "debut")->field,
	    &answers_get(&a, "debut")->value), "1er\u00a0février 2027");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(texts_are_trimmed_and_counted),
		TEST(numbers_are_read_as_people_write_them),
		TEST(dates_must_exist),
		TEST(choices_are_those_offered),
		TEST(addresses_have_a_shape),
		TEST(bodies_are_checked_by_their_key),
		TEST(places_are_inside_the_territory),
		TEST(lines_are_read_and_empty_ones_dropped),
		TEST(what_cannot_be_read_is_kept_as_typed),
		TEST(emptying_an_answer_takes_it_away),
		TEST(the_same_answer_again_writes_nothing),
		TEST(two_tabs_never_overwrite_one_another),
		TEST(a_dossier_in_the_bin_takes_no_answer),
		TEST(a_condition_is_open_until_its_question_is_answered),
		TEST(conditions_have_three_values),
		TEST(definitions_that_do_not_hold_are_refused),
		TEST(answers_at_odds_are_said_and_kept),
		TEST(progress_counts_what_is_required_and_asked),
		TEST(what_maps_to_the_project_follows),
		TEST(somebody_elses_body_does_not_get_the_dossier),
		TEST(values_are_worded_for_people),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
