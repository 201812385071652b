/*
 * The types of questions, with the form that has all of them
 * (tests/fixtures/essai): each reads what people write, says exactly what is
 * wrong, keeps and shows it the same; whatever is typed, nothing falls.
 */
#include "config.h"

#include "tests/unit/world.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/answer_words.h"
#include "domain/answer.h"
#include "domain/country.h"
#include "domain/decimal.h"
#include "domain/drawing.h"
#include "domain/iban.h"
#include "domain/pattern.h"
#include "domain/phone.h"
#include "domain/preset.h"
#include "domain/reference.h"
#include "web/markdown.h"

static struct test_state t;
static struct answers a;
static struct form *form;

static const char *
fixture(const char *name)
{
	const char *top = getenv("TOP_SRCDIR");

	return mem_printf(t.mem, "%s/tests/fixtures/essai/%s",
	    top != NULL ? top : ".", name);
}

static void
load_list(const char *key)
{
	struct reference_list list = { .key = key, .label = key,
	    .source = "", .sha256 = key };
	struct problems why = PROBLEMS_INIT(t.mem);
	struct reference_items items;
	char *bytes;
	size_t len;

	assert_int_equal(file_read(&bytes, &len, t.mem, fixture(mem_printf(
	    t.mem, "lists/%s.csv", key)), REFERENCE_BYTES), RC_OK);
	assert_int_equal(reference_read(&items, t.mem, bytes, len, &why),
	    RC_OK);
	assert_int_equal(db_write_begin(t.db), RC_OK);
	reference_put(t.db, t.mem, PLATFORM, &list, &items, TEST_NOW);
	assert_int_equal(db_write_commit(t.db), RC_OK);
}

static int
setup(void **state)
{
	struct json_object *definition;
	const char *where = "";

	(void)state;
	world_make(&t);
	world_sql(&t, "UPDATE territory SET lon_e6 = 55288200,"
	    " lat_e6 = -21170600 WHERE kind = 'commune';"
	    "INSERT INTO territory_term (term, territory_id, weight) VALUES"
	    " ('97436', 2, 10), ('97424', 2, 10);"
	    "INSERT INTO indicator (id, platform_id, key, label, unit) VALUES"
	    " (1, 1, 'matieres-gardees', 'Matières gardées', 't/an');"
	    "INSERT INTO element (id, uuid, platform_id, kind, slug, title,"
	    " created_at, updated_at, published_at) VALUES"
	    " (50, '0190a000-0000-7000-8000-000000000001', 1, 'project', 'haie',"
	    " 'La haie de Piton', 0, 0, 1),"
	    " (51, '0190a000-0000-7000-8000-000000000002', 1, 'project',"
	    " 'secret', 'Un projet secret', 0, 0, NULL);"
	    "UPDATE element SET owner_person_id = 2 WHERE id = 51;"
	    "INSERT INTO element_search (rowid, scope, title) VALUES"
	    " (50, 'p1', 'La haie de Piton');");
	load_list("filieres");
	load_list("codes-activite");
	assert_int_equal(json_read(&definition, t.mem,
	    fixture("forms/tout.json"), 1 << 20, NULL), RC_OK);
	assert_int_equal(form_parse(&form, t.mem, definition, &where), RC_OK);
	json_object_put(definition);
	answers_init(&a, t.db, t.mem, form, world_platform());
	answers_judge(&a);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	test_state_free(&t);
	return 0;
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

static const struct form_field *
field(const char *key)
{
	const struct form_field *f = form_field(form, key);

	if (f == NULL)
		fail_msg("no field %s", key);
	return f;
}

/* As JSON, "" when nothing is given, or "!" and the error. What is stored reads
 * back the same, and so does what its form shows and sends again. */
static const char *
as_json(const char *key, struct typed *what)
{
	const struct form_field *f = field(key);
	const char *error = NULL, *json;
	struct value v, again;

	if (!value_read(&v, &error, &a, f, what)) {
		assert_non_null(error);
		assert_true(strlen(error) > 15);
		return mem_printf(t.mem, "!%s", error);
	}
	json = value_json(t.mem, f, &v);
	if (json == NULL)
		return "";
	assert_true(value_parse(&again, t.mem, f, json));
	assert_string_equal(value_json(t.mem, f, &again), json);
	assert_true(value_read(&v, &error, &a, f, value_typed(&a, f, &again)));
	assert_string_equal(value_json(t.mem, f, &v), json);
	assert_true(*value_text(&a, f, &again) != '\0');
	return json;
}

static const char *
as_text(const char *key, struct typed *what)
{
	const char *error = "";
	struct value v;

	if (!value_read(&v, &error, &a, field(key), what))
		return error;
	return value_text(&a, field(key), &v);
}

#define assert_read(key, json, ...) \
	assert_string_equal(as_json(key, PARTS(__VA_ARGS__)), json)
#define assert_said(key, text, ...) \
	assert_string_equal(as_text(key, PARTS(__VA_ARGS__)), text)
#define assert_wrong(key, words, ...) do {				\
		const char *found_ = as_json(key, PARTS(__VA_ARGS__));	\
		if (*found_ != '!' || strstr(found_, words) == NULL)	\
			fail_msg("%s: %s", key, found_);		\
	} while (0)

/* --- numbers and texts ------------------------------------------------------- */

static void
decimals_are_exact(void **state)
{
	int64_t n;

	(void)state;
	assert_read("decimal", "\"1234.5\"", "", "1 234,50");
	assert_read("decimal", "\"0.07\"", "", "0,07");
	assert_read("decimal", "\"12\"", "", "12.00");
	assert_read("decimal", "", "", "  ");
	assert_wrong("decimal", "2 chiffres au plus", "", "1,234");
	assert_wrong("decimal", "en chiffres", "", "douze");
	assert_wrong("decimal", "d’au moins 0", "", "-1");
	assert_wrong("decimal", "en chiffres", "", "1,2,3");
	assert_said("decimal", "1\u202f234,5\u00a0m²", "", "1234,5");
	assert_true(decimal_parse(&n, 6, "\u2212 0,5"));
	assert_int_equal(n, -500000);
	assert_true(decimal_parse(&n, 6, "\u22120,000001"));
	assert_int_equal(n, -1);
	assert_string_equal(decimal_format(t.mem, -1500000, 6, "fr"),
	    "\u22121,5");
	assert_string_equal(decimal_plain(t.mem, -1500000, 6), "-1.5");
	assert_false(decimal_parse(&n, 2, "999999999999999999"));
	assert_said("entier", "12\u00a0arbres", "", "12");
}

/* The English comma sets thousands apart: "1,000" would come back as 1. */
static void
a_decimal_in_its_control_is_read_back_the_same(void **state)
{
	static const int64_t of[] = { 100000, 123456789, -50, 7, 0 };
	int64_t n;

	(void)state;
	for (size_t i = 0; i < sizeof(of) / sizeof(of[0]); i++)
		for (const char *const *l = lang_list(); *l != NULL; l++) {
			n = -1;
			assert_true(decimal_parse(&n, 2, decimal_typed(t.mem,
			    of[i], 2, *l)));
			assert_int_equal(n, of[i]);
		}
}

static void
a_pattern_is_bounded_and_says_its_own_words(void **state)
{
	char bomb[200];

	(void)state;
	assert_read("code", "\"AB 123\"", "", " AB 123 ");
	assert_wrong("code", "deux lettres capitales", "", "A1");
	assert_null(pattern_mistake(t.mem, "[A-Z]+"));
	assert_non_null(pattern_mistake(t.mem, "[A-Z"));
	assert_false(pattern_matches("[A-Z]+", "AB1"));
	/* A pattern that would run for ever gives up. */
	memset(bomb, 'a', sizeof(bomb) - 1);
	bomb[sizeof(bomb) - 1] = '\0';
	assert_false(pattern_matches("(a+)+b", bomb));
}

static void
an_iban_has_its_length_and_its_key(void **state)
{
	static const char *const right[] = {
		"FR76 3000 6000 0112 3456 7890 189", "fr7630006000011234567890189",
		"DE89-3704-0044-0532-0130-00", "BE68 5390 0754 7034",
		"GB29 NWBK 6016 1331 9268 19" };
	int wanted;
	const char *out;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(right) / sizeof(right[0]); i++)
		assert_int_equal(iban_parse(&out, &wanted, t.mem, right[i]),
		    IBAN_RIGHT);
	assert_read("compte", "\"FR7630006000011234567890189\"", "", right[0]);
	assert_said("compte", "FR76\u00a03000\u00a06000\u00a00112\u00a03456"
	    "\u00a07890\u00a0189", "", right[1]);
	assert_wrong("compte", "clé de contrôle", "",
	    "FR76 3000 6000 0112 3456 7890 198");
	assert_wrong("compte", "27 lettres et chiffres", "", "FR76 3000");
	assert_wrong("compte", "code de pays", "", "ZZ76 3000 6000 0112");
	assert_wrong("compte", "deux lettres", "", "mon compte !");
	assert_wrong("compte", "deux lettres", "", "7630006000011234567890189");
	assert_true(field("compte")->private);
}

static void
telephones_are_kept_as_e164(void **state)
{
	(void)state;
	assert_read("telephone", "\"+262262123456\"", "", "0262 12 34 56");
	assert_read("telephone", "\"+262692123456\"", "", "06 92 12 34 56");
	assert_read("telephone", "\"+33612345678\"", "", "+33 (0)6 12 34 56 78");
	assert_read("telephone", "\"+33612345678\"", "", "0033612345678");
	assert_read("telephone", "\"+3225551234\"", "", "+32 2 555 12 34");
	assert_said("telephone", "02\u00a062\u00a012\u00a034\u00a056", "",
	    "0262123456");
	assert_wrong("telephone", "en chiffres", "", "0262 12 34");
	assert_wrong("telephone", "en chiffres", "", "+33 6 12 34 56");
	assert_wrong("telephone", "en chiffres", "", "zéro six");
	assert_wrong("telephone", "en chiffres", "", "1234567890123456789012345");
	assert_string_equal(phone_format(t.mem, "0639 98 12 34"),
	    "0639 98 12 34");
}

static void
a_long_text_is_markdown_and_nothing_else(void **state)
{
	(void)state;
	assert_string_equal(markdown_typed(t.mem, "Un **mot**\net <b>gras</b>",
	    1), "<p>Un <strong>mot</strong><br />\net &lt;b&gt;gras&lt;/b&gt;"
	    "</p>\n");
	assert_string_equal(markdown_typed(t.mem, "<script>alert(1)</script>",
	    1), "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n");
	assert_string_equal(markdown_typed(t.mem, "![vue](https://a.fr/x.png)"
	    " [x](javascript:alert)", 1), "<p><a href=\"https://a.fr/x.png\">"
	    "vue</a> <a href=\"\">x</a></p>\n");
	assert_string_equal(markdown_typed(t.mem, "# Titre", 3),
	    "<h4>Titre</h4>\n");
}

/* --- days ----------------------------------------------------------------------- */

static void
moments_are_on_the_platforms_clock(void **state)
{
	(void)state;
	/* 14:30 in Saint-Denis is 10:30 UTC. */
	assert_read("moment", "\"2026-11-23T10:30:00Z\"", "",
	    "2026-11-23T14:30");
	assert_read("moment", "\"2026-11-23T10:30:00Z\"", "",
	    "23/11/2026 14:30");
	assert_read("moment", "\"2026-11-23T10:30:00Z\"", "",
	    "23/11/2026 à 14 h 30");
	assert_read("moment", "\"2026-11-23T10:00:00Z\"", "", "23/11/2026 14h");
	assert_wrong("moment", "n’existe pas", "", "31/02/2027 10:00");
	assert_wrong("moment", "heure", "", "23/11/2026 25:00");
	assert_wrong("moment", "heure", "", "23/11/2026");
	assert_wrong("moment", "n’existe pas", "", "demain");
}

static void
a_period_has_two_days_in_order(void **state)
{
	(void)state;
	assert_read("periode", "{\"from\":\"2027-01-01\",\"to\":\"2027-01-31\"}",
	    "from", "2027-01-01", "to", "31/01/2027");
	assert_read("periode", "", "from", "", "to", "");
	assert_wrong("periode", "avant le premier", "from", "2027-02-01", "to",
	    "2027-01-01");
	assert_wrong("periode", "seconde date n’existe pas", "from",
	    "2027-02-01", "to", "31/02/2027");
	assert_wrong("periode", "dernier jour", "from", "2027-02-01");
	assert_wrong("periode", "400 jours", "from", "2027-01-01", "to",
	    "2029-01-01");
	assert_said("periode", "du 1er\u00a0janvier 2027 au 31\u00a0janvier 2027",
	    "from", "2027-01-01", "to", "2027-01-31");
}

/* --- choices -------------------------------------------------------------------- */

static void
a_second_choice_goes_with_the_first(void **state)
{
	const char *error;
	struct value v;

	(void)state;
	assert_read("lies", "[\"sol\",\"haies\"]", "", "sol", "second",
	    "sol/haies");
	assert_read("lies", "[\"sol\",\"haies\"]", "", "", "second",
	    "sol/haies");
	assert_read("lies", "[\"eau\",\"fuites\"]", "", "eau", "second",
	    "fuites");
	assert_wrong("lies", "ne vont pas ensemble", "", "eau", "second",
	    "sol/haies");
	assert_wrong("lies", "réponses proposées", "", "feu");
	/* The first alone is kept, and said to be unfinished. */
	assert_read("lies", "[\"eau\"]", "", "eau");
	assert_true(value_read(&v, &error, &a, field("lies"),
	    PARTS("", "eau")));
	assert_string_equal(value_unfinished(&a, field("lies"), &v),
	    "il manque « Une action du domaine »");
	assert_said("lies", "Sol, Planter des haies", "second", "sol/haies");
}

static void
an_order_gives_each_rank_once(void **state)
{
	(void)state;
	assert_read("ordre", "[\"voisins\",\"prix\",\"temps\"]", "prix", "2",
	    "temps", "3", "voisins", "1");
	assert_said("ordre", "1. Les voisins\n2. Le prix", "prix", "4",
	    "voisins", "2");
	assert_wrong("ordre", "donné deux fois", "prix", "1", "temps", "1");
	assert_wrong("ordre", "n’est pas un rang", "prix", "premier");
	assert_wrong("ordre", "n’est pas un rang", "prix", "0");
	assert_wrong("ordre", "réponses proposées", "lune", "1");
}

static void
a_box_is_ticked_or_not_answered(void **state)
{
	const struct answer *answer = answers_get(&a, "accepte");

	(void)state;
	assert_read("accepte", "true", "", "oui");
	assert_read("accepte", "", "", "");
	assert_wrong("accepte", "réponses proposées", "", "peut-être");
	assert_string_equal(answer_flaw(&a, answer),
	    "Cochez cette case pour pouvoir présenter le projet.");
}

static void
items_of_lists_are_found_by_key_and_by_name(void **state)
{
	struct reference_items found;
	struct reference_list list;

	(void)state;
	assert_read("filiere", "\"peche\"", "", "peche");
	assert_read("filiere", "\"peche\"", "", "PÊCHE");
	assert_read("activite", "\"C10\"", "", "Transformation de fruits",
	    "code", "C10");
	assert_wrong("activite", "n’est pas dans la liste", "", "Astronaute");
	assert_said("activite", "Transformation de fruits", "", "C10");
	assert_int_equal(reference_list_load(&list, t.db, t.mem, PLATFORM,
	    "codes-activite"), RC_OK);
	assert_int_equal(list.items, 121);
	reference_suggest(&found, t.db, t.mem, list.id, "fruits", 8);
	assert_int_equal(found.count, 1);
	assert_string_equal(found.rows[0].key, "C10");
	reference_suggest(&found, t.db, t.mem, list.id, "ACTIVITÉ num", 8);
	assert_int_equal(found.count, 8);
}

static void
what_left_its_list_keeps_its_name(void **state)
{
	struct reference_item one = { "maraichage", "Maraîchage", NULL };
	const struct reference_items less = { &one, 1 };
	const struct reference_list list = { .key = "filieres",
	    .label = "Filières", .source = "", .sha256 = "2" };
	struct value v = { .given = true, .text = "peche" };

	(void)state;
	assert_int_equal(db_write_begin(t.db), RC_OK);
	reference_put(t.db, t.mem, PLATFORM, &list, &less, TEST_NOW);
	assert_int_equal(db_write_commit(t.db), RC_OK);
	assert_wrong("filiere", "n’est plus proposé", "", "peche");
	assert_string_equal(value_text(&a, field("filiere"), &v), "Pêche");
}

static void
a_list_says_each_mistake_at_its_line_and_column(void **state)
{
	static const struct {
		const char *csv, *where, *text;
	} wrong[] = {
		{ "key,label\na,Un\nb c,Deux\n", "ligne 3, colonne 1",
		    "trouvé « b c »" },
		{ "key,label\na,Un\nb,\n", "ligne 3, colonne 2", "vide" },
		{ "key,label\na,Un\na,Deux\n", "ligne 3, colonne 1",
		    "déjà à la ligne 2" },
		{ "code,nom\na,Un\n", "ligne 1, colonne 1", "une colonne" },
		{ "key,label\n", "ligne 1, colonne 1", "aucune ligne" },
		{ "key,label\na,\"Un\n", "ligne 2", "guillemet" },
	};
	struct reference_items items;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct problems why = PROBLEMS_INIT(t.mem);

		assert_int_equal(reference_read(&items, t.mem, wrong[i].csv,
		    strlen(wrong[i].csv), &why), RC_INVALID);
		if (strstr(why.first->where, wrong[i].where) == NULL ||
		    strstr(why.first->text, wrong[i].text) == NULL)
			fail_msg("%zu: %s: %s", i, why.first->where,
			    why.first->text);
	}
}

static void
countries_are_named_in_both_languages(void **state)
{
	size_t n;

	(void)state;
	country_all(&n);
	assert_int_equal(n, 249);
	assert_read("pays", "\"MG\"", "", "Madagascar");
	assert_read("pays", "\"IM\"", "", "ILE DE MAN");
	assert_read("pays", "\"DE\"", "", "Germany");
	assert_read("pays", "\"RE\"", "", "RE");
	assert_wrong("pays", "aucun pays", "", "Atlantide");
	assert_said("pays", "Comores", "", "KM");
}

static void
a_link_shows_only_what_one_may_read(void **state)
{
	static const char secret[] = "0190a000-0000-7000-8000-000000000002";
	struct value v = { .given = true, .text = secret };

	(void)state;
	a.person_id = ANNE;
	assert_read("lien", "\"0190a000-0000-7000-8000-000000000001\"", "",
	    "La haie de Piton");
	assert_read("lien", "\"0190a000-0000-7000-8000-000000000001\"", "",
	    "https://exemple.re/cte/projets/haie");
	assert_wrong("lien", "ne se trouve pas", "", "Un projet secret");
	assert_wrong("lien", "ne se trouve pas", "", "x", "code", secret);
	assert_string_equal(value_text(&a, field("lien"), &v),
	    "un projet qui n’est pas public");
	a.person_id = 2;
	assert_read("lien", "\"0190a000-0000-7000-8000-000000000002\"", "",
	    "Un projet secret");
	assert_string_equal(value_text(&a, field("lien"), &v),
	    "Un projet secret");
}

static void
a_linked_title_is_read_by_the_service_that_received_it(void **state)
{
	static const char secret[] = "0190a000-0000-7000-8000-000000000002";
	struct value v = { .given = true, .text = secret };

	(void)state;
	world_sql(&t, "INSERT INTO role_grant (person_id, role, scope_kind,"
	    " scope_id, platform_id, granted_at) VALUES (3, 'agent',"
	    " 'platform', 1, 1, 0)");
	a.person_id = CLARA;
	assert_string_equal(value_text(&a, field("lien"), &v),
	    "un projet qui n’est pas public");
	world_sql(&t, "INSERT INTO dossier (id, element_id, platform_id,"
	    " owner_person_id, created_at, updated_at) SELECT 77, id, 1, 2, 0,"
	    " 0 FROM element WHERE title = 'Un projet secret';"
	    "INSERT INTO application (number, dossier_id, call_id, platform_id,"
	    " state, tray, title, folded, holder_name, created_at,"
	    " waiting_since) VALUES ('N-1', 77, 1, 1, 'submitted',"
	    " 'to_instruct', 'Un projet secret', 'un projet secret', '', 0, 0)");
	assert_string_equal(value_text(&a, field("lien"), &v),
	    "Un projet secret");
}

/* --- people and places ------------------------------------------------------------- */

static void
a_person_has_parts(void **state)
{
	const char *error;
	struct value v;

	(void)state;
	assert_read("referent", "{\"email\":\"lisa@exemple.re\",\"name\":"
	    "\"Lisa Técher\",\"phone\":\"+262692123456\",\"role\":"
	    "\"Présidente\"}", "name", "Lisa  Técher", "role", "Présidente",
	    "email", "lisa@exemple.re", "phone", "0692 12 34 56");
	assert_wrong("referent", "adresse électronique", "name", "Lisa",
	    "email", "lisa@");
	assert_wrong("referent", "téléphone", "name", "Lisa", "phone", "12");
	assert_read("referent", "", "name", " ");
	assert_true(value_read(&v, &error, &a, field("referent"),
	    PARTS("name", "Lisa")));
	assert_string_equal(value_unfinished(&a, field("referent"), &v),
	    "il manque « Adresse électronique »");
	assert_true(field("referent")->private);
}

static void
an_address_finds_its_commune(void **state)
{
	(void)state;
	assert_read("adresse", "{\"city\":\"Saint-Leu\",\"commune\":\"97413\","
	    "\"lines\":\"3 rue du Lagon\",\"postcode\":\"97436\"}",
	    "lines", "3 rue du Lagon", "postcode", "97436", "city",
	    "Saint-Leu");
	/* A hamlet: the commune of its postal code. */
	assert_said("adresse", "Chemin Dubuisson\n97424 Piton (Saint-Leu)",
	    "lines", "Chemin Dubuisson", "postcode", "97424", "city", "Piton");
	assert_wrong("adresse", "5 chiffres", "postcode", "9743", "city",
	    "Saint-Leu");
	assert_wrong("adresse", "Aucune commune", "postcode", "75001", "city",
	    "Nulle-Part");
}

static void
territories_of_each_level_have_their_words(void **state)
{
	(void)state;
	assert_read("epci", "\"249740101\"", "", "249740101");
	assert_wrong("epci", "aucune intercommunalité", "", "Atlantide");
	assert_wrong("departement", "aucun département", "", "Atlantide");
	assert_wrong("region", "aucune région", "", "Atlantide");
}

static void
drawings_are_closed_and_never_cross(void **state)
{
	static const char square[] = "zone\n-21.17 55.28\n-21.17 55.29\n"
	    "-21.18 55.29\n-21.18 55.28";
	static const char bow[] = "zone\n-21.17 55.28\n-21.18 55.29\n"
	    "-21.17 55.29\n-21.18 55.28";
	const char *json;
	struct value v;

	(void)state;
	json = as_json("trace", PARTS("", square));
	if (strstr(json, "\"Polygon\"") == NULL)
		fail_msg("%s", json);
	/* Counter-clockwise, closed by its first point. */
	assert_string_equal(json, "{\"geometries\":[{\"coordinates\":[[[55.28,"
	    "-21.18],[55.29,-21.18],[55.29,-21.17],[55.28,-21.17],[55.28,"
	    "-21.18]]],\"type\":\"Polygon\"}],\"type\":\"GeometryCollection\"}");
	assert_wrong("trace", "se croise", "", bow);
	assert_wrong("trace", "trois points", "", "zone\n-21.1 55.2\n-21.1 55.3");
	assert_wrong("trace", "alignés", "", "zone\n-21.1 55.2\n-21.1 55.3\n"
	    "-21.1 55.4");
	assert_wrong("trace", "deux points", "", "ligne\n-21.1 55.2");
	assert_wrong("trace", "Ligne 6 : une zone ne peut pas avoir de trou", "",
	    mem_printf(t.mem, "%s\nTrou\n-21.172 55.282", square));
	assert_false(value_parse(&v, t.mem, field("trace"), "{\"type\":"
	    "\"GeometryCollection\",\"geometries\":[{\"type\":\"Polygon\","
	    "\"coordinates\":[[[55,-21],[55.1,-21],[55,-21.1],[55,-21]],"
	    "[[55.01,-21.01],[55.02,-21.01],[55.01,-21.02],[55.01,-21.01]]]}]}"));
	assert_wrong("trace", "Ligne 2 : « ici » n’est pas", "",
	    "point\nici");
	assert_wrong("trace", "loin du territoire (Territoire de la Côte Ouest)",
	    "", "48.85 2.35");
	assert_wrong("trace", "km environ", "", "55.28 -21.17");
	/* Without words: one point, a line; commas and minus signs as written. */
	assert_read("trace", "{\"geometries\":[{\"coordinates\":[55.28,-21.17],"
	    "\"type\":\"Point\"},{\"coordinates\":[[55.28,-21.17],[55.29,"
	    "-21.17]],\"type\":\"LineString\"}],\"type\":"
	    "\"GeometryCollection\"}", "", "\u221221,17 55,28\n\n"
	    "-21.17, 55.28\n-21.17;55.29");
	assert_wrong("trace", "5 tracés", "", "-21.1 55.2\n\n-21.1 55.2\n\n"
	    "-21.1 55.2\n\n-21.1 55.2\n\n-21.1 55.2\n\n-21.1 55.2");
	assert_wrong("point", "9\u202f380 km", "lat", "48.85", "lon", "2.35");
	assert_said("point", "21,17° sud, 55,28° est", "lat", "-21.17", "lon",
	    "55.28");
	assert_string_equal(spot_words(&a, 48850000, -1500000),
	    "48,85° nord, 1,5° ouest");
}

static void
a_drawing_has_so_many_points(void **state)
{
	struct buf b = BUF_INIT;
	int i;

	(void)state;
	buf_printf(&b, "ligne\n");
	for (i = 0; i < 60; i++)
		buf_printf(&b, "-21.17 55.2%02d\n", i);
	assert_wrong("trace", "trop de points : 50", "",
	    mem_strdup(t.mem, b.data));
	buf_release(&b);
}

/* --- blocks and tables ---------------------------------------------------------------- */

static void
a_repeated_block_holds_items_and_their_own(void **state)
{
	(void)state;
	assert_read("partenaires", "[{\"apports\":[{\"quoi\":\"Local\","
	    "\"valeur\":120000},{\"quoi\":\"Outils\"}],\"nom\":\"Mairie\","
	    "\"ville\":\"97413\"},{\"nom\":\"École\",\"role\":\"appui\"}]",
	    "0.nom", "Mairie", "0.ville", "Saint-Leu", "0.ville_code", "97413",
	    "0.apports.0.quoi", "Local", "0.apports.0.valeur", "1 200",
	    "0.apports.2.quoi", "Outils", "1.nom", " ", "2.nom", "École",
	    "2.role", "appui");
	assert_read("partenaires", "", "0.nom", "", "1.nom", " ");
	assert_wrong("partenaires", "Partenaire 2, « Adresse électronique » : "
	    "Écrivez une adresse", "0.nom", "A", "1.nom", "B", "1.courriel",
	    "b@");
	assert_wrong("partenaires", "Partenaire 1, « Ses apports » : Apport 2, "
	    "« Valeur » : Écrivez un montant", "0.nom", "A",
	    "0.apports.1.valeur", "beaucoup");
	assert_wrong("partenaires", "4 éléments", "0.nom", "A", "1.nom", "B",
	    "2.nom", "C", "3.nom", "D", "4.nom", "E");
	assert_said("partenaires", "Partenaire 1\nNom\u00a0: Mairie\n"
	    "Ses apports\u00a0: Apport 1\nQuoi\u00a0: Local", "0.nom",
	    "Mairie", "0.apports.0.quoi", "Local");
}

static void
what_fits_no_item_is_said_and_quoted(void **state)
{
	(void)state;
	assert_wrong("partenaires", "ne peut pas y être rangé : « [{\"nom\": »",
	    "", "[{\"nom\":", "0.nom", "A");
	assert_wrong("partenaires", "« 0.fax », où il est écrit : « 12 »",
	    "0.nom", "A", "0.fax", "12");
	assert_wrong("partenaires", "« 400.nom »", "400.nom", "A");
	assert_wrong("partenaires", "« nom »", "nom", "A");
	assert_wrong("partenaires", "« Ses apports » : Cette réponse se donne",
	    "0.nom", "A", "0.apports", "Du bois");
	assert_wrong("depenses", "« 2031.achats »", "2031.achats", "12");
	assert_wrong("periode", "ne peut pas y être rangé", "", "2027");
	assert_read("partenaires", "", "0.fax", " ", "", "");
}

static void
json_of_another_shape_is_told_from_what_it_holds(void **state)
{
	const struct form_field *f = field("partenaires");
	struct answer *answer = &a.of[f->index];
	struct value v;

	(void)state;
	assert_false(value_parse(&v, t.mem, f, "[3]"));
	assert_false(value_parse(&v, t.mem, f, "{\"nom\":\"A\"}"));
	assert_false(value_parse(&v, t.mem, f, "[{\"nom\":"));
	assert_false(value_parse(&v, t.mem, field("depenses"),
	    "[{\"achats\":12}]"));
	assert_false(value_parse(&v, t.mem, field("depenses"),
	    "{\"2027\":12}"));
	assert_true(value_parse(&v, t.mem, f, "[{\"nom\":\"A\"}]"));
	assert_int_equal(v.lost, 0);
	assert_true(value_parse(&v, t.mem, f, "[{\"fax\":\"1\"}]"));
	assert_int_equal(v.lost, LOST_UNKNOWN);
	assert_true(value_parse(&v, t.mem, f, "[{\"nom\":\"A\",\"apports\":"
	    "[{\"valeur\":\"cher\"}]}]"));
	assert_int_equal(v.lost, LOST_UNREADABLE);
	/* It is said beside the question until it is saved again. */
	answer->value = v;
	assert_non_null(answer_error(&a, answer));
	assert_non_null(strstr(answer_error(&a, answer), "ne se lit plus"));
	answer->value.lost = LOST_UNKNOWN;
	assert_null(answer_error(&a, answer));
}

static void
what_is_required_inside_is_missing_by_its_place(void **state)
{
	const char *error;
	struct value v;

	(void)state;
	assert_true(value_read(&v, &error, &a, field("partenaires"),
	    PARTS("0.nom", "A", "1.role", "appui")));
	assert_string_equal(value_unfinished(&a, field("partenaires"), &v),
	    "Partenaire 2\u00a0: il manque « Nom »");
}

static const char *
listed(const struct typed *typed)
{
	const char *text = "";

	for (; typed != NULL; typed = typed->next)
		text = mem_printf(t.mem, "%s%s=%s ", text, typed->part,
		    typed->text);
	return text;
}

static void
items_move_and_go_whatever_they_hold(void **state)
{
	struct typed *all = PARTS("0.nom", "A", "1.nom", "?!", "2.nom", "C",
	    "1.apports.0.quoi", "x", "1.apports.1.quoi", "y");
	enum item_act act;

	(void)state;
	assert_string_equal(listed(typed_moved(t.mem, all, "", 1, ITEM_UP)),
	    "1.nom=A 0.nom=?! 2.nom=C 0.apports.0.quoi=x 0.apports.1.quoi=y ");
	assert_string_equal(listed(typed_moved(t.mem, all, "", 1,
	    ITEM_REMOVE)), "0.nom=A 1.nom=C ");
	assert_string_equal(listed(typed_moved(t.mem, all, "1.apports.", 0,
	    ITEM_DOWN)), "0.nom=A 1.nom=?! 2.nom=C 1.apports.1.quoi=x "
	    "1.apports.0.quoi=y ");
	assert_string_equal(listed(typed_moved(t.mem, all, "", 0, ITEM_UP)),
	    listed(all));
	assert_true(item_act_by_name(&act, "retirer"));
	assert_false(item_act_by_name(&act, "voler"));
}

static void
a_table_adds_up_along_rows_and_columns(void **state)
{
	const struct form_field *f = field("depenses");
	const char *error;
	struct value v;
	int64_t total;

	(void)state;
	assert_read("depenses", "{\"2027\":{\"achats\":120050},\"2028\":{"
	    "\"remarque\":\"à voir\",\"salaires\":5000}}", "2027.achats",
	    "1 200,50", "2028.salaires", "50", "2028.remarque", "à voir");
	assert_true(value_read(&v, &error, &a, f, PARTS("2027.achats", "10",
	    "2027.salaires", "5", "2028.achats", "1")));
	assert_true(column_total(&total, f, &v, 0));
	assert_int_equal(total, 1100);
	assert_true(row_total(&total, f, &v, 0));
	assert_int_equal(total, 1500);
	assert_false(column_total(&total, f, &v, 2));
	assert_said("depenses", "2027\nAchats\u00a0: 10\u00a0€\nTotal : "
	    "10\u00a0€\n\nTotal, Achats : 10\u00a0€\n\nTotal, Salaires : "
	    "0\u00a0€", "2027.achats", "10");
	assert_wrong("depenses", "2028, « Achats » : Écrivez un montant",
	    "2028.achats", "dix");
	assert_read("mesures", "[{\"combien\":\"1.5\",\"fait\":true,\"quand\":"
	    "\"2027-03-01\",\"quoi\":\"Arbres\"}]", "0.quoi", "Arbres",
	    "0.combien", "1,5", "0.quand", "1/3/2027", "0.fait", "oui");
	assert_wrong("mesures", "Ligne 2, « Quand » : Cette date n’existe pas",
	    "0.quoi", "A", "1.quand", "31/02/2027");
}

static void
a_commitment_is_in_the_unit_of_its_indicator(void **state)
{
	(void)state;
	assert_read("engagement", "{\"baseline\":0,\"date\":\"2028-12-31\","
	    "\"decimals\":1,\"indicator\":\"matieres-gardees\",\"target\":125}",
	    "indicator", "matieres-gardees", "baseline", "0", "target", "12,5",
	    "date", "31/12/2028");
	assert_said("engagement", "Matières gardées\nvisé : 40 t/an",
	    "indicator", "matieres-gardees", "target", "40");
	assert_wrong("engagement", "Choisissez l’indicateur", "target", "4");
	assert_wrong("engagement", "indicateurs proposés", "indicator", "lune",
	    "target", "4");
	assert_wrong("engagement", "Valeur visée", "indicator",
	    "matieres-gardees", "target", "beaucoup");
}

/* --- whatever is typed -------------------------------------------------------------------- */

/* What people get wrong, with a word of its message in both languages. */
static void
each_message_has_its_english(void **state)
{
	static const struct { const char *key, *part, *text, *fr, *en; } bad[] = {
		{ "compte", "", "FR76 3000 6000 0112 3456 7890 198",
		    "clé de contrôle", "check digits" },
		{ "jour", "", "31/02/2027", "n’existe pas", "does not exist" },
		{ "moment", "", "31/02/2027 10:00", "n’existe pas",
		    "does not exist" },
		{ "periode", "from", "31/02/2027", "n’existe pas",
		    "does not exist" },
		{ "trace", "", "48.85 2.35", "loin du territoire",
		    "far from the territory" },
		{ "entier", "", "douze", "en chiffres", "in digits" },
		{ "decimal", "", "1,234", "chiffres au plus",
		    "digits at most" },
		{ "courriel", "", "lisa chez exemple", "adresse", "address" },
		{ "partenaires", "0.courriel", "x", "Partenaire 1",
		    "Partenaire 1" },
		{ "partenaires", "", "[{\"nom\":", "dans les cases",
		    "in the boxes" },
		{ "partenaires", "0.fax", "12", "où il est écrit",
		    "where it says" },
		{ "depenses", "2027.achats", "cher", "montant", "amount" },
	};
	size_t i;

	(void)state;
	test_languages();
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct typed *typed = PARTS(bad[i].part, bad[i].text);
		const char *french = as_json(bad[i].key, typed), *english;

		lang_set("en");
		english = as_json(bad[i].key, typed);
		lang_set("fr");
		if (strstr(french, bad[i].fr) == NULL ||
		    strstr(english, bad[i].en) == NULL)
			fail_msg("%s: %s / %s", bad[i].key, french, english);
	}
	assert_string_equal(country_name(country_by_code("DE"), "en"),
	    "Germany");
}

/* Random pieces of what people write, in every part of every field: it reads or
 * says why, and what it reads comes back the same. */
static void
nothing_typed_makes_it_fall(void **state)
{
	static const char *const pieces[] = { "", " ", "0", "1", "-1", "12,5",
		"1e9", "9999999999999999999", "31/02/2027", "2027-01-31",
		"23/11/2026 14:30", "oui", "eau", "eau/fuites", "sol/", "/",
		"a@b.fr", "+33612345678", "FR76", "zone\n", "-21.1 55.2\n",
		"\u202f", "\u00a0", "«é»", "Saint-Leu", "97436", "%s%n", "null",
		"{\"typed\":[]}", "....", "0.0.0" };
	static const char *const names[] = { "", "code", "from", "to", "second",
		"name", "email", "phone", "lines", "postcode", "city",
		"city_code", "indicator", "baseline", "target", "date", "lat",
		"lon", "prix", "temps", "0.nom", "0.ville", "0.apports.0.valeur",
		"99.nom", "2027.achats", "0.combien", "0.quand", "x.y",
		"-1.nom", "costs.0.label", "costs.0.amount", "0.label",
		"0.date" };
	size_t n = sizeof(pieces) / sizeof(pieces[0]), i, j, round;
	size_t m = sizeof(names) / sizeof(names[0]);

	(void)state;
	for (round = 0; round < 200; round++)
		for (i = 0; i < form->field_count; i++) {
			const struct form_field *f = &form->fields[i];
			struct typed *typed = NULL;
			const char *error = NULL, *json;
			struct value v, again;

			for (j = rand_below(5); j < 6; j++) {
				struct typed *one = MEM_NEW(t.mem,
				    struct typed);

				one->part = names[rand_below((uint32_t)m)];
				one->text = mem_printf(t.mem, "%s%s%s",
				    pieces[rand_below((uint32_t)n)],
				    rand_below(2) ? "" : "\n",
				    rand_below(2) ? ""
				    : pieces[rand_below((uint32_t)n)]);
				one->next = typed;
				typed = one;
			}
			if (!value_read(&v, &error, &a, f, typed)) {
				assert_non_null(error);
				continue;
			}
			json = value_json(t.mem, f, &v);
			if (json == NULL)
				continue;
			if (!value_parse(&again, t.mem, f, json))
				fail_msg("%s: %s", f->key, json);
			assert_string_equal(value_json(t.mem, f, &again), json);
			assert_non_null(value_text(&a, f, &again));
			value_unfinished(&a, f, &again);
		}
}

/* --- the preset ---------------------------------------------------------------------------- */

static void
the_preset_of_all_types_is_right(void **state)
{
	struct problems why = PROBLEMS_INIT(t.mem);
	struct preset *p;
	enum rc rc = preset_read(&p, t.mem, fixture(""), false, &why);

	(void)state;
	if (rc != RC_OK)
		fail_msg("%s: %s", why.first->where, why.first->text);
	preset_free(p);
}

/* A form of one field, checked alone: what is said at its path. */
static const char *
said_of(const char *attributes)
{
	const char *dir = mem_printf(t.mem, "%s/preset", t.dir);
	struct problems why = PROBLEMS_INIT(t.mem);
	struct preset *p;
	const char *form_text = mem_printf(t.mem, "{\"format\":1,\"key\":"
	    "\"x\",\"revision\":1,\"kind\":\"supplement\",\"title\":\"X\","
	    "\"steps\":[{\"key\":\"s\",\"label\":\"S\",\"blocks\":[{"
	    "\"key\":\"b\",\"label\":\"B\",\"fields\":[{\"key\":\"f\","
	    "\"label\":\"F\",%s}]}]}]}", attributes), *all = "";
	const struct problem *one;

	assert_int_equal(system(mem_printf(t.mem, "rm -rf '%s' && cp -R '%s' "
	    "'%s'", dir, fixture(""), dir)), 0);
	assert_int_equal(file_write_durably(mem_printf(t.mem, "%s/forms/x.json",
	    dir), form_text, strlen(form_text)), RC_OK);
	preset_read(&p, t.mem, dir, false, &why);
	preset_free(p);
	for (one = why.first; one != NULL; one = one->next)
		all = mem_printf(t.mem, "%s%s: %s\n", all, one->where,
		    one->text);
	return all;
}

static void
each_setting_of_a_type_is_checked(void **state)
{
	static const char *const wrong[][2] = {
		{ "\"type\":\"decimal\",\"decimals\":9", "fields[0].decimals" },
		{ "\"type\":\"text\",\"decimals\":2", "n’a pas ce réglage" },
		{ "\"type\":\"reference\"", "absent ; attendu : « list »" },
		{ "\"type\":\"reference\",\"list\":\"lune\"",
		    "le nom d’un fichier de lists/" },
		{ "\"type\":\"files\",\"model\":\"lune.ods\"",
		    "le nom d’un fichier de models/" },
		{ "\"type\":\"files\",\"model\":\"../platform.json\"",
		    "le nom d’un fichier de models/" },
		{ "\"type\":\"pattern\",\"pattern\":\"[A-Z\"",
		    "ce n’est pas une expression régulière" },
		{ "\"type\":\"pattern\",\"pattern\":\"[A-Z]\","
		    "\"example\":\"a\"", "que le motif refuse" },
		{ "\"type\":\"repeat\",\"fields\":[{\"key\":\"a\",\"label\":"
		    "\"A\",\"type\":\"files\"}]", "à l’intérieur d’un champ "
		    "de type repeat" },
		{ "\"type\":\"repeat\",\"fields\":[{\"key\":\"a\",\"label\":"
		    "\"A\",\"type\":\"text\"},{\"key\":\"a\",\"label\":"
		    "\"B\",\"type\":\"text\"}]", "une seconde fois" },
		{ "\"type\":\"repeat\",\"fields\":[{\"key\":\"a\",\"label\":"
		    "\"A\",\"type\":\"text\",\"maps_to\":\"title\"}]",
		    "fields[0].maps_to: un champ de type text n’a pas" },
		{ "\"type\":\"table\",\"columns\":[{\"key\":\"a\",\"label\":"
		    "\"A\",\"type\":\"person\"}]", "de type table" },
		{ "\"type\":\"table\",\"columns\":[{\"key\":\"a\",\"label\":"
		    "\"A\",\"type\":\"text\",\"total\":true}]",
		    "columns[0].total" },
		{ "\"type\":\"linked_choice\",\"options\":[{\"key\":\"a\","
		    "\"label\":\"A\"},{\"key\":\"b\",\"label\":\"B\"}]",
		    "ce que l’on choisit ensuite" },
		{ "\"type\":\"indicator\",\"indicators\":[\"lune\"]",
		    "la clé d’un indicateur" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		const char *said = said_of(wrong[i][0]);

		if (strstr(said, wrong[i][1]) == NULL)
			fail_msg("%s: %s", wrong[i][0], said);
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(decimals_are_exact),
		TEST(a_decimal_in_its_control_is_read_back_the_same),
		TEST(a_pattern_is_bounded_and_says_its_own_words),
		TEST(an_iban_has_its_length_and_its_key),
		TEST(telephones_are_kept_as_e164),
		TEST(a_long_text_is_markdown_and_nothing_else),
		TEST(moments_are_on_the_platforms_clock),
		TEST(a_period_has_two_days_in_order),
		TEST(a_second_choice_goes_with_the_first),
		TEST(an_order_gives_each_rank_once),
		TEST(a_box_is_ticked_or_not_answered),
		TEST(items_of_lists_are_found_by_key_and_by_name),
		TEST(what_left_its_list_keeps_its_name),
		TEST(a_list_says_each_mistake_at_its_line_and_column),
		TEST(countries_are_named_in_both_languages),
		TEST(a_link_shows_only_what_one_may_read),
		TEST(a_linked_title_is_read_by_the_service_that_received_it),
		TEST(a_person_has_parts),
		TEST(an_address_finds_its_commune),
		TEST(territories_of_each_level_have_their_words),
		TEST(drawings_are_closed_and_never_cross),
		TEST(a_drawing_has_so_many_points),
		TEST(a_repeated_block_holds_items_and_their_own),
		TEST(what_fits_no_item_is_said_and_quoted),
		TEST(json_of_another_shape_is_told_from_what_it_holds),
		TEST(what_is_required_inside_is_missing_by_its_place),
		TEST(items_move_and_go_whatever_they_hold),
		TEST(a_table_adds_up_along_rows_and_columns),
		TEST(a_commitment_is_in_the_unit_of_its_indicator),
		TEST(nothing_typed_makes_it_fall),
		TEST(the_preset_of_all_types_is_right),
		TEST(each_setting_of_a_type_is_checked),
		/* The last: it opens the catalogues, where spaces differ. */
		TEST(each_message_has_its_english),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
