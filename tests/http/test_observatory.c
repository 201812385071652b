/*
 * The public pages on a generated platform: filters, counts, paging, exports,
 * the journal; and what they cost, whatever the number of projects.
 */
#include "config.h"

#include "tests/http/harness.h"

#include "base/csv.h"
#include "base/json.h"
#include "domain/generator.h"
#include "domain/territory_import.h"
#include "fcgi/observatory/pages.h"

static struct harness h;

static int
make(void **state)
{
	struct generator how = { .scale = 1, .seed = 7, .now = TEST_NOW };
	struct territory_counts counts;
	struct problems why;
	const char *top = getenv("TOP_SRCDIR");

	(void)state;
	harness_open(&h, &observatory_worker);
	why = (struct problems)PROBLEMS_INIT(h.t.mem);
	assert_int_equal(territory_import(h.t.db, mem_printf(h.t.mem,
	    "%s/data/territories", top), &counts, &why), RC_OK);
	assert_int_equal(generator_run(h.t.db, "demo", &how), RC_OK);
	return 0;
}

static int
count(const char *needle)
{
	const char *p = h.body;
	int n = 0;

	while ((p = strstr(p, needle)) != NULL) {
		n++;
		p++;
	}
	return n;
}

static void
the_list_shows_fifty_and_says_how_many(void **state)
{
	int64_t all = h_int(&h, "SELECT count(*) FROM element WHERE "
	    "published_at IS NOT NULL");

	(void)state;
	assert_int_equal(h_get(&h, "/demo/projets"), 200);
	assert_int_equal(count("class=\"project-card "), 50);
	h_has(&h, mem_printf(h.t.mem, "%d\u202f%03d projets", (int)(all / 1000),
	    (int)(all % 1000)));
	h_has(&h, "rel=\"next\"");
	h_has_not(&h, "rel=\"prev\"");
}

/* The address of the link with that rel, unescaped enough for a GET. */
static const char *
link_of(const char *rel)
{
	const char *p = strstr(h.body, mem_printf(h.t.mem,
	    "rel=\"%s\" href=\"", rel));
	char *url, *amp;

	if (p == NULL)
		return NULL;
	p = strstr(p, "href=\"") + 6;
	url = mem_strndup(h.t.mem, p, strcspn(p, "\""));
	while ((amp = strstr(url, "&amp;")) != NULL)
		memmove(amp + 1, amp + 5, strlen(amp + 5) + 1);
	return url;
}

static void
paging_meets_every_project_once_and_comes_back(void **state)
{
	const char *next = "/demo/projets?theme=circulaire", *first, *second;
	int64_t all = h_int(&h, "SELECT count(*) FROM element e JOIN theme t "
	    "ON t.id = e.theme_id WHERE t.key = 'circulaire' AND "
	    "e.published_at IS NOT NULL");
	int seen = 0, pages = 0;

	(void)state;
	assert_int_equal(h_get(&h, next), 200);
	first = mem_strndup(h.t.mem, strstr(h.body, "project-card-title"), 120);
	second = link_of("next");
	while (next != NULL && pages < 50) {
		assert_int_equal(h_get(&h, next), 200);
		seen += count("class=\"project-card ");
		next = link_of("next");
		pages++;
	}
	assert_int_equal(seen, all);
	assert_int_equal(h_get(&h, second), 200);
	assert_int_equal(h_get(&h, link_of("prev")), 200);
	h_has(&h, first);
}

static void
the_first_page_says_what_moves_with_whose_money_and_what_it_changes(
    void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, "/demo/"), 200);
	assert_int_equal(count("class=\"project-card "), 6);
	h_has_not(&h, "Non retenu</span>");
	h_has_not(&h, "Sans suite</span>");
	h_has_not(&h, "Retiré par son porteur</span>");
	h_has_not(&h, "Abandonné</span>");
	h_has(&h, " financeurs\u202f; il manque ");
	h_has(&h, "mesuré et validé sur ");
}

static void
a_platform_without_project_invites_to_be_the_first(void **state)
{
	static const char *const pages[] = { "", "projets", "carte",
		"observatoire" };
	size_t i;

	(void)state;
	h_sql(&h, "INSERT INTO platform (id, slug, name, territory_id, "
	    "created_at, loaded_at) SELECT 99, 'vide', 'Vide', territory_id, "
	    "0, 0 FROM platform WHERE slug = 'demo'");
	for (i = 0; i < 4; i++) {
		assert_int_equal(h_get(&h, mem_printf(h.t.mem, "/vide/%s",
		    pages[i])), 200);
		h_has(&h, "Pas encore de projet public");
		h_has(&h, "href=\"/vide/deposer\"");
		h_has_not(&h, "Les projets et leur argent");
		h_has_not(&h, "La même chose en liste");
		h_has_not(&h, "Ce qui avance");
	}
}

/* Every dot of a territory, and how to follow it. */
static void
a_territory_shows_all_its_dots_and_its_feeds(void **state)
{
	const char *code = mem_printf(h.t.mem, "%ld", (long)h_int(&h,
	    "SELECT t.code FROM element e JOIN territory t ON t.id = "
	    "e.facet_territory_id WHERE e.published_at IS NOT NULL "
	    "GROUP BY t.id ORDER BY count(*) DESC LIMIT 1"));

	(void)state;
	assert_int_equal(h_get(&h, mem_printf(h.t.mem, "/demo/territoires/%s",
	    code)), 200);
	assert_int_equal(count("class=\"project-card "), 6);
	assert_true(count("<circle class=\"map-point") > 6);
	h_has(&h, mem_printf(h.t.mem, "/demo/projets.atom?territoire=%s",
	    code));
}

static void
facets_count_what_the_list_then_holds(void **state)
{
	static const char *const states[] = { "listening", "refused",
		"in_progress" };
	size_t i;

	(void)state;
	for (i = 0; i < 3; i++) {
		int64_t n = h_int(&h, "SELECT count(*) FROM element WHERE "
		    "state = '%s' AND published_at IS NOT NULL AND theme_id = "
		    "(SELECT id FROM theme WHERE key = 'batiments')", states[i]);

		assert_int_equal(h_get(&h, mem_printf(h.t.mem,
		    "/demo/projets?theme=batiments&etat=%s", states[i])), 200);
		h_has(&h, mem_printf(h.t.mem, "%d projets", (int)n));
	}
}

static void
a_search_ignores_accents_and_operators(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, "/demo/projets?q=renover+ECOLE"), 200);
	h_has(&h, "Rénover l’école");
	assert_int_equal(h_get(&h, "/demo/projets?q=%22+OR+scope%3Ap1+NEAR(%2A"),
	    200);
	assert_int_equal(h_get(&h, "/demo/projets?q=zzzzqqqq"), 200);
	h_has(&h, "Aucun projet ne correspond");
}

static void
a_search_too_long_says_so_and_keeps_what_was_typed(void **state)
{
	char long_one[260];

	(void)state;
	memset(long_one, 'a', sizeof(long_one) - 1);
	long_one[sizeof(long_one) - 1] = '\0';
	assert_int_equal(h_get(&h, mem_printf(h.t.mem, "/demo/projets?q=%s",
	    long_one)), 200);
	h_has(&h, "Cette recherche n’a pas été faite");
	h_has(&h, long_one);
	assert_int_equal(count("class=\"project-card "), 0);
}

static void
a_filter_that_does_not_exist_is_not_found(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, "/demo/projets?theme=inconnu"), 404);
	assert_int_equal(h_get(&h, "/demo/projets?etat=inconnu"), 404);
	assert_int_equal(h_get(&h, "/demo/projets?territoire=999999999"), 404);
}

static void
drafts_are_nowhere(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, mem_printf(h.t.mem, "/demo/projets/%s",
	    "x")), 404);
	h_sql(&h, "UPDATE element SET title = 'Secretissime', slug = "
	    "'secretissime' WHERE id = (SELECT min(id) FROM element WHERE "
	    "published_at IS NULL)");
	assert_int_equal(h_get(&h, "/demo/projets/secretissime"), 404);
	assert_int_equal(h_get(&h, "/demo/projets?q=secretissime"), 200);
	h_has(&h, "Aucun projet ne correspond");
	assert_int_equal(h_get(&h, "/demo/projets.json"), 200);
	h_has_not(&h, "Secretissime");
	assert_int_equal(h_get(&h, "/demo/projets.csv"), 200);
	h_has_not(&h, "Secretissime");
}

static void
exports_hold_every_published_project(void **state)
{
	int64_t all = h_int(&h, "SELECT count(*) FROM element WHERE "
	    "published_at IS NOT NULL");
	struct json_object *doc;
	struct json_error error;
	struct csv_reader *csv;
	struct csv_row row;
	int rows = 0;

	(void)state;
	assert_int_equal(h_get(&h, "/demo/projets.geojson"), 200);
	assert_string_equal(h_header(&h, "Content-Type"),
	    "application/geo+json");
	assert_int_equal(json_parse(&doc, h.body, h.body_len, 16, &error),
	    RC_OK);
	assert_int_equal(json_count(json_array(doc, "features")), all);
	json_object_put(doc);
	assert_int_equal(h_get(&h, "/demo/projets.json"), 200);
	assert_int_equal(json_parse(&doc, h.body, h.body_len, 16, &error),
	    RC_OK);
	assert_int_equal(json_count(json_array(doc, "projets")), all);
	json_object_put(doc);
	assert_int_equal(h_get(&h, "/demo/projets.csv"), 200);
	assert_int_equal(csv_open_memory(&csv, h.body, h.body_len), RC_OK);
	while (csv_next(csv, &row) == RC_OK)
		rows++;
	csv_close(csv);
	assert_int_equal(rows, all + 1);
	assert_int_equal(h_get(&h, "/demo/projets.atom"), 200);
	assert_int_equal(count("<entry>"), 50);
	h_has(&h, "rel=\"next\"");
}

static void
the_statements_of_a_page_do_not_depend_on_its_rows(void **state)
{
	static const struct {
		const char	*path;
		uint64_t	 most;
	} pages[] = {
		{ "/demo/", 24 },
		{ "/demo/projets", 20 },
		{ "/demo/projets?q=ecole", 20 },
		{ "/demo/carte", 20 },
		{ "/demo/observatoire", 24 },
		{ "/demo/appels", 12 },
		{ "/demo/journal", 12 },
		{ "/demo/territoires/fr", 20 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		/* Another version of the data: nothing comes from the cache. */
		h_sql(&h, "INSERT INTO setting (key, value) VALUES ('t%d', '')",
		    (int)i);
		assert_int_equal(h_get(&h, pages[i].path), 200);
		if (h.statements > pages[i].most)
			fail_msg("%s ran %d statements", pages[i].path,
			    (int)h.statements);
		assert_true(h.statements > 0);
	}
}

static void
a_project_page_tells_money_and_where_it_stands(void **state)
{
	(void)state;
	h_sql(&h, "UPDATE element SET slug = 'le-projet' WHERE id = (SELECT "
	    "min(id) FROM element WHERE state = 'funded' AND promised_cents = 0)");
	assert_int_equal(h_get(&h, "/demo/projets/le-projet"), 200);
	h_has(&h, "Décidé, financé");
	h_has(&h, "Qui finance quoi");
	h_has(&h, "il manque");
	assert_int_equal(h_get(&h, "/demo/projets/le-projet/donnees.jsonld"),
	    200);
	h_has(&h, "\"@type\"");
	h_has(&h, "MonetaryGrant");
}

static void
charts_come_with_their_figures(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, "/demo/observatoire"), 200);
	assert_true(count("class=\"card chart\"") >= 4);
	assert_true(count("<caption") >= 4);
}

static void
the_journal_shows_each_act_with_its_proof(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, "/demo/journal"), 200);
	assert_int_equal(count("class=\"journal-row\""), 50);
	assert_int_equal(h_get(&h, "/demo/journal/1"), 200);
	h_has(&h, "terreau journal 1");
	assert_int_equal(h_get(&h, "/demo/journal/999999"), 404);
	assert_int_equal(h_get(&h, "/demo/journal/1x"), 404);
	assert_int_equal(h_get(&h, "/demo/journal/verifier"), 200);
	h_has(&h, "Vérifier le journal");
}

static void
the_map_has_its_list(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, "/demo/carte?theme=circulaire"), 200);
	h_has(&h, "data-geojson=\"/demo/carte.geojson?theme=circulaire\"");
	h_has(&h, "La même chose en liste");
	h_has(&h, "map-drawn");
	assert_int_equal(h_get(&h, "/demo/carte.geojson?theme=circulaire"), 200);
	h_has(&h, "\"look\":");
	/* The map needs no sum and no story: the open data have them. */
	h_has_not(&h, "\"resume\":");
	assert_int_equal(h_get(&h, "/demo/contour.geojson"), 200);
	h_has(&h, "Polygon");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_list_shows_fifty_and_says_how_many),
		cmocka_unit_test(paging_meets_every_project_once_and_comes_back),
		cmocka_unit_test(the_first_page_says_what_moves_with_whose_money_and_what_it_changes),
		cmocka_unit_test(a_platform_without_project_invites_to_be_the_first),
		cmocka_unit_test(a_territory_shows_all_its_dots_and_its_feeds),
		cmocka_unit_test(facets_count_what_the_list_then_holds),
		cmocka_unit_test(a_search_ignores_accents_and_operators),
		cmocka_unit_test(a_search_too_long_says_so_and_keeps_what_was_typed),
		cmocka_unit_test(a_filter_that_does_not_exist_is_not_found),
		cmocka_unit_test(drafts_are_nowhere),
		cmocka_unit_test(exports_hold_every_published_project),
		cmocka_unit_test(the_statements_of_a_page_do_not_depend_on_its_rows),
		cmocka_unit_test(a_project_page_tells_money_and_where_it_stands),
		cmocka_unit_test(charts_come_with_their_figures),
		cmocka_unit_test(the_journal_shows_each_act_with_its_proof),
		cmocka_unit_test(the_map_has_its_list),
	};

	return cmocka_run_group_tests(tests, make, harness_end);
}
