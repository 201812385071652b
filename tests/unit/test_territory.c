/*
 * Territories: the whole of France is loaded once, then asked about.
 */
#include "config.h"

#include "tests/unit/test.h"

#include <math.h>
#include <sqlite3.h>

#include "base/file.h"
#include "base/json.h"
#include "domain/territory.h"
#include "domain/territory_import.h"
#include "domain/territory_term.h"

#define FRANCE	36360	/* territories, as data/territories/README.md says */

static const char *
data_dir(struct mem *mem)
{
	const char *top = getenv("TOP_SRCDIR");

	return mem_printf(mem, "%s/data/territories", top == NULL ? "." : top);
}

static int
setup(void **state)
{
	static struct test_state t;
	struct territory_counts counts;
	struct problems why;

	test_state_make(&t);
	why = (struct problems)PROBLEMS_INIT(t.mem);
	assert_int_equal(territory_import(t.db, data_dir(t.mem), &counts, &why),
	    RC_OK);
	assert_false(counts.unchanged);
	assert_int_equal(counts.territories, FRANCE);
	assert_int_equal(counts.removed, 0);
	*state = &t;
	return 0;
}

static int
teardown(void **state)
{
	test_state_free(*state);
	return 0;
}

/* For tests that load a small tree of their own. */
static int
setup_empty(void **state)
{
	static struct test_state t;

	test_state_make(&t);
	*state = &t;
	return 0;
}

static struct territory *
find(struct test_state *t, const char *address)
{
	struct territory *found = NULL;

	assert_int_equal(territory_by_address(&found, t->db, t->mem, address),
	    RC_OK);
	return found;
}

static void
assert_names(const struct territories *list, const char *const *names)
{
	size_t i;

	for (i = 0; i < list->count && names[i] != NULL; i++)
		assert_string_equal(list->rows[i].name, names[i]);
	assert_int_equal(i, list->count);
	assert_null(names[i]);
}

#define assert_list(list, ...)						\
	assert_names((list), (const char *const[]){ __VA_ARGS__, NULL })

/* The nth suggestion. */
static const struct territory *
suggested(struct test_state *t, const char *typed, size_t n)
{
	struct territories list;

	territory_suggest(&list, t->db, t->mem, typed, 0, 10);
	assert_true(list.count > n);
	return &list.rows[n];
}

/* --- finding one -------------------------------------------------------- */

static void
an_address_tells_homonymous_codes_apart(void **state)
{
	struct territory *t;

	t = find(*state, "reg-04");
	assert_string_equal(t->name, "La Réunion");
	assert_string_equal(t->kind, "region");
	t = find(*state, "04");
	assert_string_equal(t->name, "Alpes-de-Haute-Provence");
	assert_string_equal(find(*state, "2A")->name, "Corse-du-Sud");
	assert_string_equal(find(*state, "974")->kind, "departement");
	assert_string_equal(find(*state, "fr")->kind, "country");
	assert_string_equal(find(*state, "97413")->name, "Saint-Leu");
	assert_string_equal(find(*state, "01001")->name,
	    "L'Abergement-Clémenciat");
	assert_string_equal(find(*state, "249740101")->name,
	    "CA Territoire de la Côte Ouest (TCO)");
}

static void
every_address_leads_back(void **state)
{
	static const char *const addresses[] = { "reg-04", "04", "2A", "fr",
	    "97413", "249740101", "reg-987", "987" };
	struct test_state *t = *state;
	size_t i;

	for (i = 0; i < sizeof(addresses) / sizeof(addresses[0]); i++)
		assert_string_equal(territory_address(t->mem,
		    find(t, addresses[i])), addresses[i]);
}

static void
what_is_nowhere_is_not_found(void **state)
{
	static const char *const addresses[] = { "", "reg-", "reg-99", "99999",
	    "FR", "1001", "'; DROP TABLE territory; --" };
	struct test_state *t = *state;
	struct territory *found = NULL;
	size_t i;

	for (i = 0; i < sizeof(addresses) / sizeof(addresses[0]); i++)
		assert_int_equal(territory_by_address(&found, t->db, t->mem,
		    addresses[i]), RC_NOT_FOUND);
	assert_int_equal(territory_load(&found, t->db, t->mem, 99999999),
	    RC_NOT_FOUND);
	assert_null(found);
}

static void
a_commune_has_all_that_is_known_of_it(void **state)
{
	const struct territory *t = find(*state, "97413");

	assert_string_equal(t->kind, "commune");
	assert_string_equal(t->siren, "219740131");
	assert_string_equal(t->departement, "La Réunion");
	assert_int_equal(t->population, 36163);
	assert_true(t->has_point);
	assert_int_equal(t->lon_e6, 55288200);
	assert_int_equal(t->lat_e6, -21170600);
	assert_false(t->approximate);
	assert_true(find(*state, "01001")->approximate);
}

static void
a_merged_commune_leads_to_that_of_today(void **state)
{
	struct test_state *t = *state;
	struct territory *found;

	/* Amareins merged in 1974; Octeville is delegated. */
	assert_int_equal(territory_by_code(&found, t->db, t->mem, "commune",
	    "01003"), RC_OK);
	assert_string_equal(found->code, "01165");
	assert_int_equal(territory_by_code(&found, t->db, t->mem, "commune",
	    "50383"), RC_OK);
	assert_string_equal(found->name, "Cherbourg-en-Cotentin");
	assert_int_equal(territory_by_code(&found, t->db, t->mem, "commune",
	    "75118"), RC_OK);
	assert_string_equal(found->name, "Paris");
}

static void
codes_from_spreadsheets_are_read(void **state)
{
	struct test_state *t = *state;
	struct territory *found;
	bool repaired = true;

	assert_int_equal(territory_by_insee(&found, t->db, t->mem, "97413",
	    &repaired), RC_OK);
	assert_false(repaired);
	assert_int_equal(territory_by_insee(&found, t->db, t->mem, "1001",
	    &repaired), RC_OK);
	assert_true(repaired);
	assert_string_equal(found->code, "01001");
	assert_int_equal(territory_by_insee(&found, t->db, t->mem, " 2a 004 ",
	    NULL), RC_OK);
	assert_string_equal(found->name, "Ajaccio");
	assert_int_equal(territory_by_insee(&found, t->db, t->mem, "NULL",
	    NULL), RC_NOT_FOUND);
	assert_int_equal(territory_by_insee(&found, t->db, t->mem, "",
	    NULL), RC_NOT_FOUND);
	assert_int_equal(territory_by_insee(&found, t->db, t->mem, "974130",
	    NULL), RC_NOT_FOUND);
	assert_int_equal(territory_by_insee(&found, t->db, t->mem, "974",
	    NULL), RC_NOT_FOUND);
}

static void
labels_tell_homonyms_apart(void **state)
{
	struct test_state *t = *state;

	assert_string_equal(territory_label(t->mem, find(t, "97411")),
	    "Saint-Denis, La Réunion");
	assert_string_equal(territory_label(t->mem, find(t, "reg-04")),
	    "La Réunion, région");
	assert_string_equal(territory_label(t->mem, find(t, "974")),
	    "La Réunion, département");
	assert_string_equal(territory_label(t->mem, find(t, "fr")), "France");
}

/* --- suggestions -------------------------------------------------------- */

static void
accents_case_and_punctuation_do_not_count(void **state)
{
	static const char *const ways[] = { "L'Étang-Salé", "l etang sale",
	    "L’ETANG SALÉ", "etang-sa", "  étang   sal" };
	size_t i;

	for (i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
		assert_string_equal(suggested(*state, ways[i], 0)->code,
		    "97404");
}

static void
any_word_of_a_name_begins_a_search(void **state)
{
	assert_string_equal(suggested(*state, "cote oue", 1)->code,
	    "249740101");
	assert_string_equal(suggested(*state, "TCO", 0)->code, "249740101");
	assert_string_equal(suggested(*state, "trois-bas", 0)->code, "97423");
	assert_string_equal(suggested(*state, "st leu d'esserent", 0)->name,
	    "Saint-Leu-d'Esserent");
	assert_string_equal(suggested(*state, "ste-suzanne", 0)->name,
	    "Sainte-Suzanne");
}

static void
what_begins_so_comes_first_and_then_the_larger(void **state)
{
	/* Seine-Saint-Denis is larger, but does not begin so. */
	assert_string_equal(suggested(*state, "saint-d", 0)->code, "97411");
	assert_string_equal(suggested(*state, "saint-d", 1)->code, "93066");
	assert_string_equal(suggested(*state, "port", 0)->name, "Le Port");
	assert_string_equal(suggested(*state, "territoire de la cote", 0)->code,
	    "249740101");
	/* Eu has 6,000 people, the Eurométropole de Strasbourg 500,000. */
	assert_string_equal(suggested(*state, "eu", 0)->name, "Eu");
	assert_string_equal(suggested(*state, "reunion", 0)->kind, "region");
	assert_string_equal(suggested(*state, "reunion", 1)->kind,
	    "departement");
	assert_string_equal(suggested(*state, "y", 0)->name, "Y");
}

static void
codes_postcodes_and_former_communes_are_found(void **state)
{
	assert_string_equal(suggested(*state, "97436", 0)->name, "Saint-Leu");
	assert_string_equal(suggested(*state, "97413", 0)->name, "Saint-Leu");
	assert_string_equal(suggested(*state, "2a004", 0)->name, "Ajaccio");
	assert_string_equal(suggested(*state, "974", 0)->kind, "departement");
	assert_string_equal(suggested(*state, "equeurdreville", 0)->name,
	    "Cherbourg-en-Cotentin");
}

static void
a_territory_is_suggested_once(void **state)
{
	struct test_state *t = *state;
	static const char *const ways[] = { "paris", "750", "saint" };
	struct territories list;
	size_t k, i, j;

	for (k = 0; k < sizeof(ways) / sizeof(ways[0]); k++) {
		territory_suggest(&list, t->db, t->mem, ways[k], 0, 50);
		assert_true(list.count > 10);
		for (i = 0; i < list.count; i++)
			for (j = i + 1; j < list.count; j++)
				assert_true(list.rows[i].id != list.rows[j].id);
	}
}

static void
suggestions_may_be_kept_inside_a_territory(void **state)
{
	struct test_state *t = *state;
	struct territories list;

	territory_suggest(&list, t->db, t->mem, "saint", find(t,
	    "249740101")->id, 10);
	assert_list(&list, "Saint-Paul", "Saint-Leu");
	territory_suggest(&list, t->db, t->mem, "saint", find(t, "974")->id,
	    3);
	assert_list(&list, "Saint-Denis", "Saint-Paul", "Saint-Pierre");
}

static void
nothing_typed_suggests_nothing(void **state)
{
	static const char *const ways[] = { "", " ", "'", "zzzz",
	    "%", "saint\xf4\x8f\xbf\xbf" };
	struct test_state *t = *state;
	struct territories list;
	size_t i;

	for (i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		territory_suggest(&list, t->db, t->mem, ways[i], 0, 10);
		assert_int_equal(list.count, 0);
	}
	territory_suggest(&list, t->db, t->mem, "saint", 0, 0);
	assert_int_equal(list.count, 0);
	territory_suggest(&list, t->db, t->mem, "saint", 0, 1000);
	assert_int_equal(list.count, 50);
}

static void
suggestions_are_one_statement_and_json(void **state)
{
	struct test_state *t = *state;
	uint64_t before = db_statements(t->db);
	struct json_object *all = territory_suggest_json(t->db, t->mem,
	    "saint-leu", 0, 1), *one = json_at(all, 0);

	assert_int_equal(db_statements(t->db) - before, 1);
	assert_int_equal(json_count(all), 1);
	assert_string_equal(json_text(one, "code"), "97413");
	assert_string_equal(json_text(one, "address"), "97413");
	assert_string_equal(json_text(one, "kind"), "commune");
	assert_string_equal(json_text(one, "name"), "Saint-Leu");
	assert_string_equal(json_text(one, "label"), "Saint-Leu, La Réunion");
	assert_true(json_int(one, "id", 0) > 0);
	json_object_put(all);
}

/* What the virtual machine of SQLite executes, whatever the machine. */
static int
steps(sqlite3 *sq, const char *typed, int64_t within)
{
	enum query q = within == 0 ? Q_TERRITORY_SUGGEST :
	    Q_TERRITORY_SUGGEST_WITHIN;
	char end[16];
	sqlite3_stmt *s;
	int n;

	snprintf(end, sizeof(end), "%s\xf4\x8f\xbf\xbf", typed);
	assert_int_equal(sqlite3_prepare_v2(sq, query_texts[q], -1, &s, NULL),
	    SQLITE_OK);
#define AT(name) sqlite3_bind_parameter_index(s, name)
	sqlite3_bind_text(s, AT(":typed"), typed, -1, SQLITE_STATIC);
	sqlite3_bind_text(s, AT(":end"), end, -1, SQLITE_STATIC);
	sqlite3_bind_int(s, AT(":terms"), 240);
	sqlite3_bind_int(s, AT(":limit"), 10);
	sqlite3_bind_int64(s, AT(":head"), TERM_WEIGHT_HEAD);
	if (within != 0)
		sqlite3_bind_int64(s, AT(":within"), within);
	while (sqlite3_step(s) == SQLITE_ROW)
		;
	n = sqlite3_stmt_status(s, SQLITE_STMTSTATUS_VM_STEP, 0);
	sqlite3_finalize(s);
	return n;
}

static void
the_broadest_prefix_is_a_bounded_effort(void **state)
{
	struct test_state *t = *state;
	int64_t region = find(t, "reg-44")->id;
	char typed[4] = "", path[128];
	int most = 0, most_within = 0, n;
	sqlite3 *sq;

	snprintf(path, sizeof(path), "%s/terreau.db", t->dir);
	assert_int_equal(sqlite3_open_v2(path, &sq, SQLITE_OPEN_READONLY,
	    NULL), SQLITE_OK);
	for (typed[0] = 'a'; typed[0] <= 'z'; typed[0]++) {
		typed[1] = '\0';
		n = steps(sq, typed, 0);
		most = n > most ? n : most;
		n = steps(sq, typed, region);
		most_within = n > most_within ? n : most_within;
	}
	for (typed[0] = '0'; typed[0] <= '9'; typed[0]++) {
		n = steps(sq, typed, 0);
		most = n > most ? n : most;
	}
	n = steps(sq, "saint", 0);
	most = n > most ? n : most;
	sqlite3_close(sq);
	/* Some 6 ns a step: 1.2 ms where this was written. */
	print_message("# steps: %d anywhere, %d inside a région\n", most,
	    most_within);
	assert_in_range(most, 1, 250000);
	assert_in_range(most_within, 1, 250000);
}

/* --- who is inside whom ------------------------------------------------- */

static void
a_commune_is_inside_all_that_holds_it(void **state)
{
	struct test_state *t = *state;
	int64_t leu = find(t, "97413")->id, tco = find(t, "249740101")->id;
	struct territories list;

	assert_true(territory_contains(t->db, tco, leu));
	assert_true(territory_contains(t->db, leu, leu));
	assert_true(territory_contains(t->db, find(t, "fr")->id, leu));
	assert_true(territory_contains(t->db, find(t, "reg-04")->id, tco));
	assert_false(territory_contains(t->db, leu, tco));
	assert_false(territory_contains(t->db, tco, find(t, "97411")->id));
	territory_ancestors(&list, t->db, t->mem, leu);
	assert_list(&list, "France", "La Réunion", "La Réunion",
	    "CA Territoire de la Côte Ouest (TCO)");
	territory_ancestors(&list, t->db, t->mem, find(t, "29155")->id);
	assert_list(&list, "France", "Bretagne", "Finistère");
}

static void
an_epci_across_departements_is_inside_neither(void **state)
{
	struct test_state *t = *state;
	/* CA Redon Agglomération: Bretagne and Pays de la Loire. */
	int64_t redon = find(t, "243500741")->id;
	/* CA Beaune: Côte-d'Or and Saône-et-Loire, one région. */
	int64_t beaune = find(t, "200006682")->id;
	int64_t commune = find(t, "35236")->id;
	struct territories list;

	territory_ancestors(&list, t->db, t->mem, redon);
	assert_list(&list, "France");
	territory_ancestors(&list, t->db, t->mem, beaune);
	assert_list(&list, "France", "Bourgogne-Franche-Comté");
	assert_true(territory_contains(t->db, redon, commune));
	assert_true(territory_contains(t->db, find(t, "35")->id, commune));
	assert_false(territory_contains(t->db, find(t, "35")->id, redon));
}

/* --- shapes ------------------------------------------------------------- */

/* West, south, east, north of a polygon, in thousandths of a degree. */
static void
box(struct json_object *shape, int64_t out[4])
{
	struct json_object *ring = json_at(json_array(shape, "coordinates"), 0);
	size_t i, n = json_count(ring);

	assert_string_equal(json_text(shape, "type"), "Polygon");
	assert_true(n >= 4);
	assert_string_equal(json_object_to_json_string(json_at(ring, 0)),
	    json_object_to_json_string(json_at(ring, n - 1)));
	out[0] = out[1] = INT64_MAX;
	out[2] = out[3] = INT64_MIN;
	for (i = 0; i < n; i++) {
		int64_t p[2], k;

		for (k = 0; k < 2; k++) {
			p[k] = llround(1000 * json_object_get_double(
			    json_at(json_at(ring, i), (size_t)k)));
			out[k] = p[k] < out[k] ? p[k] : out[k];
			out[k + 2] = p[k] > out[k + 2] ? p[k] : out[k + 2];
		}
	}
}

static void
an_outline_goes_around_the_communes(void **state)
{
	struct test_state *t = *state;
	struct json_object *shape;
	int64_t b[4];

	shape = territory_outline(t->db, t->mem, find(t, "249740101")->id);
	box(shape, b);
	json_object_put(shape);
	/* Le Port 55.2942 -20.9375, Les Trois-Bassins, La Possession 55.3348. */
	assert_in_range(b[0] - 55200, 0, 60);
	assert_in_range(b[2] - 55340, 0, 60);
	assert_in_range(21280 + b[1], 50, 100);
	assert_in_range(20930 + b[3], 20, 60);
	/* One point: 3 km around it. */
	shape = territory_outline(t->db, t->mem, find(t, "97413")->id);
	box(shape, b);
	json_object_put(shape);
	assert_in_range(b[3] - b[1], 53, 57);
	/* The country: its mainland and Corsica, not the world. */
	shape = territory_outline(t->db, t->mem, find(t, "fr")->id);
	box(shape, b);
	json_object_put(shape);
	assert_true(b[0] > -6000 && b[2] < 10000);
	assert_true(b[1] > 41000 && b[3] < 52000);
	assert_null(territory_outline(t->db, t->mem, 99999999));
}

static void
a_ring_follows_its_outline(void **state)
{
	struct test_state *t = *state;
	int64_t id = find(t, "249740101")->id;
	const struct point *ring;
	size_t n;

	n = territory_ring(&ring, t->db, t->mem, id);
	assert_true(n > 3);
	assert_int_equal(ring[0].lon_e6, ring[n - 1].lon_e6);
	assert_int_equal(territory_ring(&ring, t->db, t->mem, 99999999), 0);
	assert_int_equal(territory_ring(&ring, t->db, t->mem, id), n);
	/* Another text is another ring, at once. */
	assert_int_equal(db_write_begin(t->db), RC_OK);
	db_run(t->db, Q_TERRITORY_SHAPE_PUT, I(id, id), I(lon, 55300000),
	    I(lat, -21000000), T(hull, "{\"type\":\"Polygon\",\"coordinates\":"
	    "[[[55.5,-21.25],[55.6,-21.3],[55.5,-21.25]]]}"));
	assert_int_equal(territory_ring(&ring, t->db, t->mem, id), 3);
	assert_int_equal(ring[1].lon_e6, 55600000);
	assert_int_equal(ring[1].lat_e6, -21300000);
	db_write_rollback(t->db);
	assert_int_equal(territory_ring(&ring, t->db, t->mem, id), n);
}

static void
degrees_are_read_and_written_exactly(void **state)
{
	static const char *const wrong[] = { "", "-", ".", "1e3", "180.1",
	    "-180.000001", "1.2.3", "1 2", "0x1", "nan", "99999999999999999999",
	    "1.0000000001" };
	struct test_state *t = *state;
	int64_t e6 = 7;
	size_t i;

	for (i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		assert_false(territory_degrees(&e6, wrong[i]));
	assert_int_equal(e6, 7);
	assert_true(territory_degrees(&e6, "55.2882"));
	assert_int_equal(e6, 55288200);
	assert_string_equal(territory_degrees_text(t->mem, e6), "55.2882");
	assert_true(territory_degrees(&e6, "-0,75"));
	assert_int_equal(e6, -750000);
	assert_string_equal(territory_degrees_text(t->mem, e6), "-0.75");
	assert_true(territory_degrees(&e6, "-180"));
	assert_int_equal(e6, -180000000);
	assert_string_equal(territory_degrees_text(t->mem, e6), "-180.0");
	assert_true(territory_degrees(&e6, "2.123456789"));
	assert_int_equal(e6, 2123456);
}

/* --- loading ------------------------------------------------------------ */

static enum rc
import_again(struct test_state *t, struct territory_counts *counts, bool forget)
{
	struct problems why = PROBLEMS_INIT(t->mem);

	if (forget) {
		assert_int_equal(db_write_begin(t->db), RC_OK);
		db_run(t->db, Q_TERRITORY_SETTING_PUT, T(value, "?"));
		assert_int_equal(db_write_commit(t->db), RC_OK);
	}
	return territory_import(t->db, data_dir(t->mem), counts, &why);
}

static void
the_same_files_again_do_nothing(void **state)
{
	struct test_state *t = *state;
	struct territory_counts counts;
	int64_t version = db_version(t->db);

	assert_int_equal(import_again(t, &counts, false), RC_OK);
	assert_true(counts.unchanged);
	assert_int_equal(counts.territories, FRANCE);
	assert_int_equal(db_version(t->db), version);
}

static void
an_interrupted_load_is_completed_and_keeps_ids(void **state)
{
	struct test_state *t = *state;
	struct territory_counts counts;
	int64_t leu = find(t, "97413")->id;

	assert_int_equal(db_write_begin(t->db), RC_OK);
	db_run(t->db, Q_TERRITORY_TERMS_REMOVE, I(id, leu));
	db_run(t->db, Q_TERRITORY_WITHIN_REMOVE, I(id, leu));
	db_run(t->db, Q_TERRITORY_TERM_PUT, T(term, "saint nulle part"),
	    I(id, leu), I(weight, 1));
	assert_int_equal(db_write_commit(t->db), RC_OK);
	assert_int_equal(import_again(t, &counts, true), RC_OK);
	assert_false(counts.unchanged);
	assert_int_equal(find(t, "97413")->id, leu);
	assert_string_equal(suggested(t, "saint-leu", 0)->code, "97413");
	assert_true(territory_contains(t->db, find(t, "974")->id, leu));
	assert_string_equal(suggested(t, "saint n", 0)->name,
	    "Saint-Nazaire");
	assert_int_equal(db_verify(t->db), RC_OK);
}

static void
better_points_are_kept_by_a_later_load(void **state)
{
	struct test_state *t = *state;
	struct territory_point points[] = {
		{ "01001", 4926114, 46153721, false },
		{ "99999", 0, 0, true },
		{ "01003", 0, 0, true },	/* no commune any more */
	};
	struct territory *found;
	int64_t before, after;

	found = find(t, "01");
	before = found->lon_e6;
	assert_int_equal(territory_points_put(t->db, points, 3), RC_OK);
	assert_true(points[0].known);
	assert_false(points[1].known);
	assert_false(points[2].known);
	found = find(t, "01001");
	assert_false(found->approximate);
	assert_int_equal(found->lon_e6, 4926114);
	after = find(t, "01")->lon_e6;
	assert_true(after != before);
	assert_in_range(after - before + 1000, 0, 2000);
	assert_int_equal(import_again(t, NULL, true), RC_OK);
	assert_int_equal(find(t, "01001")->lat_e6, 46153721);
}

/* --- a small tree, over the years ---------------------------------------- */

#define HEAD "# test\nkind\tcode\tsiren\tname\tregion\tdepartement\tepci\t" \
	"population\tpostcodes\tlon\tlat\tapproximate\n" \
	"country\tFR\t\tFrance\t\t\t\t30\t\t2\t47\tmembers\n" \
	"region\t84\t\tRhône\t\t\t\t30\t\t5\t46\tmembers\n" \
	"departement\t01\t\tAin\t84\t\t\t30\t\t5\t46\tmembers\n"
#define COMMUNE(code, name, people) "commune\t" code "\t\t" name \
	"\t\t01\t\t" people "\t01000\t5.1\t46.1\t\n"
#define ALIASES "kind\tcode\tname\tcommune\n"

static enum rc
import_text(struct test_state *t, const char *territories, const char *aliases,
    struct territory_counts *counts, struct problems *why)
{
	const char *path = mem_printf(t->mem, "%s/territories.tsv", t->dir);

	assert_int_equal(file_write_durably(path, territories,
	    strlen(territories)), RC_OK);
	path = mem_printf(t->mem, "%s/aliases.tsv", t->dir);
	assert_int_equal(file_write_durably(path, aliases, strlen(aliases)),
	    RC_OK);
	*why = (struct problems)PROBLEMS_INIT(t->mem);
	return territory_import(t->db, t->dir, counts, why);
}

static void
a_commune_that_merges_is_removed_unless_something_refers_to_it(void **state)
{
	struct test_state *t = *state;
	struct territory_counts counts;
	struct territory *found;
	struct territories list;
	struct problems why;
	int64_t used;

	assert_int_equal(import_text(t, HEAD COMMUNE("01001", "Alpha", "10")
	    COMMUNE("01002", "Beta", "10") COMMUNE("01003", "Gamma", "10"),
	    ALIASES, &counts, &why), RC_OK);
	used = find(t, "01002")->id;
	assert_int_equal(db_write_begin(t->db), RC_OK);
	db_run(t->db, Q_TEST_TERRITORY_USE, I(id, used));
	assert_int_equal(db_write_commit(t->db), RC_OK);

	assert_int_equal(import_text(t, HEAD COMMUNE("01001", "Alphabet", "30"),
	    ALIASES "former\t01002\t\t01001\ndelegated\t01003\tGamma\t01001\n",
	    &counts, &why), RC_OK);
	assert_int_equal(counts.removed, 2);
	/* What refers to it still finds it… */
	assert_int_equal(territory_load(&found, t->db, t->mem, used), RC_OK);
	assert_string_equal(found->name, "Beta");
	/* …but everything else leads to the new commune. */
	assert_string_equal(find(t, "01002")->name, "Alphabet");
	assert_string_equal(find(t, "01003")->name, "Alphabet");
	assert_string_equal(suggested(t, "gam", 0)->name, "Alphabet");
	assert_string_equal(suggested(t, "alpha", 0)->name, "Alphabet");
	territory_suggest(&list, t->db, t->mem, "bet", 0, 10);
	assert_int_equal(list.count, 0);
	assert_int_equal(db_verify(t->db), RC_OK);
}

static void
a_broken_file_is_refused_with_its_line(void **state)
{
	static const struct { const char *rows, *where, *found; } wrong[] = {
		{ COMMUNE("01001", "A", "x"), "territories.tsv:6", "x" },
		{ COMMUNE("01001", "A", "-1"), "territories.tsv:6", "-1" },
		{ COMMUNE("", "A", "1"), "territories.tsv:6", "" },
		{ COMMUNE("01001", "A", "1") COMMUNE("01001", "A", "1"),
		    "territories.tsv:7", "01001" },
		{ COMMUNE("01002", "A", "1") COMMUNE("01001", "A", "1"),
		    "territories.tsv:7", "01001" },
		{ "commune\t01001\n", "territories.tsv:6", "commune" },
		{ "village\t1\t\tA\t\t\t\t1\t\t5\t4\t\n", "territories.tsv:6",
		    "village" },
		{ "commune\t02001\t\tA\t\t02\t\t1\t\t5\t4\t\n",
		    "territories.tsv:6", "02001" },
		{ "commune\t01001\t\tA\t\t01\t123456789\t1\t\t5\t4\t\n",
		    "territories.tsv:6", "01001" },
		{ "commune\t01001\t\tA\t\t01\t\t1\t\t5\tnorth\t\n",
		    "territories.tsv:6", "5" },
		{ "\n", "territories.tsv:6", "" },
	};
	struct test_state *t = *state;
	struct problems why;
	size_t i;

	for (i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		const char *text = mem_printf(t->mem, "%s%s", HEAD,
		    wrong[i].rows);

		assert_int_equal(import_text(t, text, ALIASES, NULL, &why),
		    RC_INVALID);
		assert_int_equal(why.count, 1);
		assert_string_equal(why.first->where, wrong[i].where);
		assert_non_null(strstr(why.first->text, wrong[i].found));
	}
	assert_int_equal(import_text(t, "", ALIASES, NULL, &why), RC_INVALID);
	assert_int_equal(import_text(t, HEAD, ALIASES "former\t1\t\t9\n", NULL,
	    &why), RC_INVALID);
	assert_string_equal(why.first->where, "aliases.tsv:2");
	assert_int_equal(territory_import(t->db, "/nowhere", NULL, &why),
	    RC_NOT_FOUND);
	/* Nothing of it was written. */
	assert_int_equal(db_int(t->db, 0, Q_TERRITORY_ANY), 0);
}

static void
names_are_cut_into_terms(void **state)
{
	struct test_state *t = *state;
	const char **terms;
	size_t heads;

	assert_int_equal(territory_name_terms(&terms, &heads, t->mem,
	    "CA Territoire de la Côte Ouest (TCO)"), 5);
	assert_int_equal(heads, 2);
	assert_string_equal(terms[0], "ca territoire de la cote ouest tco");
	assert_string_equal(terms[1], "territoire de la cote ouest tco");
	assert_string_equal(terms[2], "cote ouest tco");
	assert_string_equal(terms[3], "ouest tco");
	assert_string_equal(terms[4], "tco");
	assert_int_equal(territory_name_terms(&terms, &heads, t->mem, "Le Port"),
	    2);
	assert_int_equal(heads, 2);
	assert_int_equal(territory_name_terms(&terms, &heads, t->mem,
	    "Hauts-de-Seine"), 2);
	assert_int_equal(heads, 1);
	assert_int_equal(territory_name_terms(&terms, &heads, t->mem, ""), 0);
	assert_string_equal(territory_key(t->mem, "St-Œuil & Ste-Ay"),
	    "saint oeuil sainte ay");
	assert_string_equal(territory_typed_key(t->mem, "St"), "st");
	assert_string_equal(territory_typed_key(t->mem, "St-"), "saint ");
	assert_string_equal(territory_typed_key(t->mem, "Ste Ro"),
	    "sainte ro");
	assert_string_equal(territory_typed_key(t->mem, " - "), "");
}

int
main(void)
{
	static const struct CMUnitTest france[] = {
		cmocka_unit_test(an_address_tells_homonymous_codes_apart),
		cmocka_unit_test(every_address_leads_back),
		cmocka_unit_test(what_is_nowhere_is_not_found),
		cmocka_unit_test(a_commune_has_all_that_is_known_of_it),
		cmocka_unit_test(a_merged_commune_leads_to_that_of_today),
		cmocka_unit_test(codes_from_spreadsheets_are_read),
		cmocka_unit_test(labels_tell_homonyms_apart),
		cmocka_unit_test(accents_case_and_punctuation_do_not_count),
		cmocka_unit_test(any_word_of_a_name_begins_a_search),
		cmocka_unit_test(
		    what_begins_so_comes_first_and_then_the_larger),
		cmocka_unit_test(codes_postcodes_and_former_communes_are_found),
		cmocka_unit_test(a_territory_is_suggested_once),
		cmocka_unit_test(suggestions_may_be_kept_inside_a_territory),
		cmocka_unit_test(nothing_typed_suggests_nothing),
		cmocka_unit_test(suggestions_are_one_statement_and_json),
		cmocka_unit_test(the_broadest_prefix_is_a_bounded_effort),
		cmocka_unit_test(a_commune_is_inside_all_that_holds_it),
		cmocka_unit_test(an_epci_across_departements_is_inside_neither),
		cmocka_unit_test(an_outline_goes_around_the_communes),
		cmocka_unit_test(a_ring_follows_its_outline),
		cmocka_unit_test(degrees_are_read_and_written_exactly),
		cmocka_unit_test(names_are_cut_into_terms),
		/* These write, so they come last. */
		cmocka_unit_test(the_same_files_again_do_nothing),
		cmocka_unit_test(an_interrupted_load_is_completed_and_keeps_ids),
		cmocka_unit_test(better_points_are_kept_by_a_later_load),
	};
	static const struct CMUnitTest small[] = {
		cmocka_unit_test_setup_teardown(
		    a_commune_that_merges_is_removed_unless_something_refers_to_it,
		    setup_empty, teardown),
		cmocka_unit_test_setup_teardown(
		    a_broken_file_is_refused_with_its_line, setup_empty,
		    teardown),
	};
	int failed = cmocka_run_group_tests(france, setup, teardown);

	return failed + cmocka_run_group_tests(small, NULL, NULL);
}
