/*
 * The table of answers, through a browser made by hand: what a deposit presents,
 * shown, filtered, sorted, paged, exported; and to whom.
 */
#include "config.h"

#include "tests/http/harness.h"
#include "tests/unit/world.h"

#include "fcgi/instruction/pages.h"

static struct harness h;

#define TABLE "/cte/instruction/appels/quartiers-2027/reponses"

/* An application presented with these answers; the third stays in its draft. */
static void
present(int64_t id, const char *status, int64_t staff, int64_t cost,
    const char *start)
{
	h_sql(&h, "INSERT INTO element (id, uuid, platform_id, kind, slug, title,"
	    " state, owner_person_id, holder_name, created_at, updated_at)"
	    " VALUES (%ld, 'e%ld', 1, 'project', 'p%ld', 'Projet %ld',"
	    " 'submitted', 1, 'Anne', 0, 0);"
	    "INSERT INTO dossier (id, element_id, platform_id, owner_person_id,"
	    " form_revision_id, created_at, updated_at) VALUES (%ld, %ld, 1, 1,"
	    " 1, 0, 0);"
	    "INSERT INTO application (id, number, dossier_id, call_id,"
	    " platform_id, state, tray, created_at, waiting_since, title,"
	    " folded, holder_name) VALUES (%ld, 'T-%ld', %ld, 1, 1,"
	    " 'submitted', 'to_instruct', 0, 0, 'Projet %ld', 'projet %ld',"
	    " 'Anne');"
	    "INSERT INTO snapshot (id, application_id, number, content_json,"
	    " sha256, dossier_revision, taken_at) VALUES (%ld, %ld, 1, '{}',"
	    " 'x', 0, 0);"
	    "UPDATE application SET snapshot_id = id WHERE id = %ld;", (long)id,
	    (long)id, (long)id, (long)id, (long)id, (long)id, (long)id,
	    (long)id, (long)id, (long)id, (long)id, (long)id, (long)id,
	    (long)id);
	h_sql(&h, "INSERT INTO answer_index VALUES (%ld, 'statut', '\"%s\"',"
	    " NULL, '%s'), (%ld, 'salaries', '%ld', %ld, ''), (%ld, 'cout',"
	    " '%ld', %ld, ''), (%ld, 'debut', '\"%s\"',"
	    " strftime('%%s', '%s') / 86400, '');", (long)id, status, status,
	    (long)id, (long)staff, (long)staff, (long)id, (long)cost,
	    (long)cost, (long)id, start, start);
}

static int
setup(void **state)
{
	(void)state;
	harness_world(&h, &instruction_worker);
	h_grant(&h, BRUNO, "agent");
	h_sign_in(&h, BRUNO);
	present(1, "association", 3, 5000000, "2027-01-31");
	present(2, "entreprise", 12, 250050, "2027-06-01");
	present(3, "association", 40, 900000, "2026-12-15");
	return 0;
}

/* The numbers of the rows shown, in order: "1 3". */
static const char *
rows(const char *query)
{
	const char *text = "", *p;

	if (h_get(&h, mem_printf(h.t.mem, TABLE "%s", query)) != 200)
		return mem_printf(h.t.mem, "status %d", h.status);
	for (p = h.body; (p = strstr(p, "instruction/T-")) != NULL; p += 14)
		text = mem_printf(h.t.mem, "%s%s%.*s", text, *text == '\0' ? ""
		    : " ", (int)strspn(p + 14, "0123456789"), p + 14);
	return text;
}

static void
answers_are_filtered_by_what_they_are(void **state)
{
	(void)state;
	assert_string_equal(rows(""), "1 2 3");
	assert_string_equal(rows("?q0=statut&o0=est&v0=Association"), "1 3");
	assert_string_equal(rows("?q0=statut&o0=est&v0=association"), "1 3");
	assert_string_equal(rows("?q0=statut&o0=n-est-pas&v0=association"),
	    "2");
	assert_string_equal(rows("?q0=salaries&o0=au-moins&v0=12"), "2 3");
	assert_string_equal(rows("?q0=cout&o0=au-plus&v0=9+000"), "2 3");
	assert_string_equal(rows("?q0=cout&o0=est&v0=2500,50"), "2");
	assert_string_equal(rows("?q0=debut&o0=au-moins&v0=01/01/2027"), "1 2");
	/* Beyond what may be answered: nothing, and no error. */
	assert_string_equal(rows("?q0=cout&o0=au-moins&v0=900+000+000"), "");
	assert_string_equal(rows("?q0=statut&o0=est&v0=Association&q1=salaries&"
	    "o1=au-moins&v1=10"), "3");
	assert_string_equal(rows("?q0=benevoles&o0=repondu"), "");
	assert_string_equal(rows("?q0=benevoles&o0=sans-reponse"), "1 2 3");
}

static void
a_filter_that_cannot_be_read_says_why(void **state)
{
	(void)state;
	assert_string_equal(rows("?q0=salaries&o0=est&v0=beaucoup"),
	    "status 422");
	h_has(&h, "value=\"beaucoup\"");
	h_has(&h, "Un filtre est à corriger.");
	assert_int_equal(h_get(&h, TABLE ".csv?q0=salaries&o0=est&v0=x"), 422);
	/* A question nobody asks is no filter. */
	assert_string_equal(rows("?q0=inconnue&o0=est&v0=1"), "1 2 3");
}

static void
answers_are_sorted_and_the_absent_come_last(void **state)
{
	(void)state;
	assert_string_equal(rows("?tri=cout"), "2 3 1");
	assert_string_equal(rows("?tri=cout&sens=moins"), "1 3 2");
	assert_string_equal(rows("?tri=debut"), "3 1 2");
	h_sql(&h, "DELETE FROM answer_index WHERE application_id = 3 AND key ="
	    " 'cout'");
	assert_string_equal(rows("?tri=cout"), "2 1 3");
	assert_string_equal(rows("?tri=cout&sens=moins"), "1 2 3");
	/* From the key of a row on. */
	assert_string_equal(rows("?tri=cout&de=0,250050,2,"), "1 3");
	assert_string_equal(rows("?tri=cout&sens=moins&de=0,250050,2,"), "3");
}

/* The address of a link of the page that has that rel, in mem. */
static const char *
linked(const char *rel)
{
	const char *at = strstr(h.body, mem_printf(h.t.mem, "rel=\"%s\" "
	    "href=\"", rel)), *from;
	const char *text = "";

	if (at == NULL)
		return "";
	from = strstr(at, "href=\"") + 6;
	for (at = from; *at != '"'; at++)
		if (strncmp(at, "&amp;", 5) == 0) {
			text = mem_printf(h.t.mem, "%s&", text);
			at += 4;
		} else
			text = mem_printf(h.t.mem, "%s%c", text, *at);
	return strchr(text, '?');
}

/* The order there and back, fifty rows a page. */
static void
there_and_back(const char *query)
{
	const char *pages[4], *next;
	size_t n = 0;

	pages[n++] = rows(query);
	assert_string_equal(linked("prev"), "");
	while (n < 4 && *(next = linked("next")) != '\0')
		pages[n++] = rows(next);
	assert_int_equal(n, 3);
	h_has(&h, "101 à 120 sur 120");
	for (; n > 1; n--) {
		assert_string_not_equal(pages[n - 2], pages[n - 1]);
		assert_string_equal(rows(linked("prev")), pages[n - 2]);
	}
	assert_string_equal(linked("prev"), "");
	h_has(&h, "1 à 50 sur 120");
}

static void
pages_go_forward_and_back_in_any_order(void **state)
{
	int64_t i;

	(void)state;
	for (i = 4; i <= 120; i++)
		present(i, i % 3 == 0 ? "association" : "entreprise",
		    i * 7 % 13, i * 37 % 1000, "2027-01-31");
	h_sql(&h, "DELETE FROM answer_index WHERE key = 'cout' AND"
	    " application_id %% 4 = 1;");
	there_and_back("");
	there_and_back("?sens=moins");
	there_and_back("?tri=cout");
	there_and_back("?tri=cout&sens=moins&colonne=cout");
	there_and_back("?tri=salaries&q0=salaries&o0=au-moins&v0=0");
	/* A key of what is gone begins again; a made up one harms nothing. */
	assert_string_not_equal(rows("?de=9,9,9,zzz"), "");
	assert_string_not_equal(rows("?avant=x&rang=999999"), "");
}

/* Kilobytes that a request adds to what the process held before, at its peak. */
static long
peak(const char *path)
{
	long before = 0, after = 0;
	char line[128];
	FILE *f = fopen("/proc/self/clear_refs", "w");

	assert_non_null(f);
	fputs("5", f);		/* the peak begins again (proc(5)) */
	assert_int_equal(fclose(f), 0);
	f = fopen("/proc/self/status", "r");
	while (fgets(line, sizeof(line), f) != NULL)
		sscanf(line, "VmRSS: %ld", &before);
	fclose(f);
	assert_int_equal(h_get(&h, path), 200);
	f = fopen("/proc/self/status", "r");
	while (fgets(line, sizeof(line), f) != NULL)
		sscanf(line, "VmHWM: %ld", &after);
	fclose(f);
	return after - before;
}

/* Twenty times as many rows, and as much memory. */
static void
an_export_takes_the_same_memory_however_long(void **state)
{
	static const char *const formats[] = { TABLE ".csv", TABLE ".xlsx" };
	long few[2], many[2];
	size_t bytes[2], i;

	(void)state;
	for (i = 4; i <= 200; i++)
		present((int64_t)i, "association", 1, 1, "2027-01-31");
	h.drop = true;
	for (i = 0; i < 2; i++) {
		peak(formats[i]);	/* pages of code, caches */
		few[i] = peak(formats[i]);
		bytes[i] = h.dropped;
	}
	h_sql(&h, "WITH RECURSIVE n (i) AS (SELECT 201 UNION ALL SELECT i + 1"
	    " FROM n WHERE i < 4000) INSERT INTO element (id, uuid, platform_id,"
	    " kind, slug, title, state, owner_person_id, holder_name, created_at,"
	    " updated_at) SELECT i, 'e' || i, 1, 'project', 'p' || i, 'Projet',"
	    " 'submitted', 1, 'Anne', 0, 0 FROM n;"
	    "INSERT INTO dossier (id, element_id, platform_id, owner_person_id,"
	    " form_revision_id, created_at, updated_at) SELECT id, id, 1, 1, 1,"
	    " 0, 0 FROM element WHERE id > 200;"
	    "INSERT INTO application (id, number, dossier_id, call_id,"
	    " platform_id, state, tray, created_at, waiting_since, title,"
	    " folded, holder_name) SELECT id, 'T-' || id, id, 1, 1,"
	    " 'submitted', 'to_instruct', 0, 0, title, 'projet', 'Anne' FROM"
	    " element WHERE id > 200;");
	h_sql(&h, "INSERT INTO snapshot (id, application_id, number,"
	    " content_json, sha256, dossier_revision, taken_at) SELECT id, id,"
	    " 1, '{}', 'x', 0, 0 FROM application WHERE id > 200;"
	    "UPDATE application SET snapshot_id = id WHERE id > 200;"
	    "INSERT INTO answer_index SELECT a.id, k.key, k.value_json,"
	    " k.number, k.folded FROM application AS a, answer_index AS k"
	    " WHERE a.id > 200 AND k.application_id = 1;");
	for (i = 0; i < 2; i++) {
		many[i] = peak(formats[i]);
		assert_true(h.dropped > 2 * bytes[i]);
		print_message("%s: %ld kB for 200 rows, %ld kB for 4000\n",
		    formats[i], few[i], many[i]);
		/* What SQLite keeps of the pages it read is bounded; a sanitizer
		 * keeps what was freed. */
#ifndef __SANITIZE_ADDRESS__
		assert_true(many[i] < few[i] + 4096);
#endif
	}
}

static void
an_empty_table_says_what_to_do(void **state)
{
	(void)state;
	assert_string_equal(rows("?q0=salaries&o0=au-moins&v0=900"), "");
	h_has(&h, "0 candidature sur 3");
	h_has(&h, "Aucune candidature ne répond à ces filtres");
	h_has(&h, "Retirer le filtre");
	h_sql(&h, "UPDATE application SET tray = '';");
	assert_string_equal(rows(""), "");
	h_has(&h, "Aucune candidature déposée");
}

static void
columns_are_those_of_the_address(void **state)
{
	(void)state;
	rows("?colonne=salaries&colonne=cout");
	h_has(&h, "aria-label=\"R");
	h_has(&h, ">12</td>");
	h_has(&h, "500,50");
	h_has_not(&h, ">Entreprise</td>");
	rows("?colonne=statut");
	h_has(&h, ">Entreprise</td>");
	h_has(&h, "colonne=statut");
}

static void
an_export_has_every_question_of_the_filter(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, TABLE ".csv?q0=statut&o0=est&v0=entreprise"),
	    200);
	h_has(&h, "T-2;Projet 2;Anne");
	h_has(&h, "2500,50");
	h_has(&h, "2027-06-01");
	h_has_not(&h, "T-1;");
	assert_int_equal(h_get(&h, TABLE ".xlsx"), 200);
	assert_memory_equal(h.body, "PK", 2);
	assert_int_equal(h_get(&h, "/cte/instruction/reponses.csv"), 200);
	h_has(&h, "T-3;");
}

static void
only_what_is_presented_is_seen_and_only_by_who_may(void **state)
{
	(void)state;
	/* Not submitted, or withdrawn. */
	h_sql(&h, "UPDATE application SET snapshot_id = NULL WHERE id = 1;"
	    "UPDATE application SET tray = '', state = 'withdrawn' WHERE id ="
	    " 2;");
	assert_string_equal(rows(""), "3");
	/* A conflict of interest hides it, in lists and counts alike. */
	h_sql(&h, "INSERT INTO conflict (application_id, person_id, kind, at)"
	    " VALUES (3, 2, 'declared', 0)");
	assert_string_equal(rows(""), "");
	assert_int_equal(h_get(&h, TABLE ".csv"), 200);
	h_has_not(&h, "T-3");
	h_forget(&h);
	h_sign_in(&h, CLARA);
	assert_string_equal(rows(""), "status 403");
}

static void
the_table_costs_the_same_whatever_its_rows(void **state)
{
	uint64_t few;

	(void)state;
	rows("?tri=cout");
	few = h.statements;
	present(4, "association", 3, 5000000, "2027-01-31");
	present(5, "association", 3, 5000000, "2027-01-31");
	rows("?tri=cout");
	assert_int_equal(h.statements, few);
}

#define T_(f)	cmocka_unit_test_setup_teardown(f, setup, harness_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_(answers_are_filtered_by_what_they_are),
		T_(a_filter_that_cannot_be_read_says_why),
		T_(answers_are_sorted_and_the_absent_come_last),
		T_(pages_go_forward_and_back_in_any_order),
		T_(an_empty_table_says_what_to_do),
		T_(an_export_takes_the_same_memory_however_long),
		T_(columns_are_those_of_the_address),
		T_(an_export_has_every_question_of_the_filter),
		T_(only_what_is_presented_is_seen_and_only_by_who_may),
		T_(the_table_costs_the_same_whatever_its_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
