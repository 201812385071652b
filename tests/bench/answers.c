/*
 * The table of answers at 190 questions × 2,000 applications (380,000 answers):
 * opened, filtered and sorted, exported, through the routes of the instruction
 * worker, beside a bare scan of the same rows. Prints four medians in ms, one a
 * line: scan, open, filter, export; then what the export added to the memory of
 * the process at its peak, in kB: peak. Usage: answers [applications [rounds]]
 */
#include "config.h"

#include "tests/http/harness.h"
#include "tests/unit/world.h"

#include <time.h>

#include "base/buf.h"
#include "domain/grant.h"
#include "fcgi/instruction/pages.h"

#define FIELDS	190
#define ROUNDS_MAX 50

static struct harness h;

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* A form of 190 questions: numbers, amounts, choices, dates, texts in turn. */
static const char *
make_form(void)
{
	static const char *const types[] = { "integer", "money", "choice",
	    "date", "text" };
	struct buf b = BUF_INIT;
	const char *text;
	int i;

	buf_text(&b, "{\"format\":1,\"key\":\"projet\",\"revision\":1,"
	    "\"kind\":\"supplement\",\"title\":\"Banc\",\"steps\":[{"
	    "\"key\":\"e\",\"label\":\"E\",\"blocks\":[");
	for (i = 0; i < FIELDS; i++) {
		if (i % 95 == 0)
			buf_printf(&b, "%s{\"key\":\"b%d\",\"label\":\"B\","
			    "\"fields\":[", i == 0 ? "" : "]},", i);
		buf_printf(&b, "%s{\"key\":\"q%d\",\"type\":\"%s\","
		    "\"label\":\"Question %d\"%s}", i % 95 == 0 ? "" : ",", i,
		    types[i % 5], i, i % 5 == 2 ? ",\"options\":[{\"key\":\"a\","
		    "\"label\":\"Association\"},{\"key\":\"b\",\"label\":"
		    "\"Commune\"}]" : "");
	}
	buf_text(&b, "]}]}]}");
	text = mem_strdup(h.t.mem, b.data);
	buf_release(&b);
	return text;
}

static int applications = 2000;

static void
make_rows(void)
{
	h_sql(&h, "INSERT INTO form VALUES (1, 1, 'projet', 'Banc');"
	    "INSERT INTO form_revision (id, form_id, number, definition_json,"
	    " sha256, published_at) VALUES (1, 1, 1, '%s', 'x', 1);"
	    "UPDATE call SET form_id = 1 WHERE id = 1;", make_form());
	h_sql(&h, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM"
	    " n WHERE i < %d) INSERT INTO element (id, uuid, platform_id, kind,"
	    " slug, title, state, owner_person_id, holder_name, created_at,"
	    " updated_at) SELECT i, 'e' || i, 1, 'project', 'p' || i,"
	    " 'Projet ' || i, 'submitted', 1, 'Anne', 0, 0 FROM n;"
	    "INSERT INTO dossier (id, element_id, platform_id, owner_person_id,"
	    " form_revision_id, created_at, updated_at) SELECT id, id, 1, 1, 1,"
	    " 0, 0 FROM element;"
	    "INSERT INTO application (id, number, dossier_id, call_id,"
	    " platform_id, state, tray, created_at, waiting_since, title,"
	    " folded, holder_name) SELECT id, 'B-' || id, id, 1, 1,"
	    " 'submitted', 'to_instruct', 0, id, title, lower(title), 'Anne'"
	    " FROM element;"
	    "INSERT INTO snapshot (id, application_id, number, content_json,"
	    " sha256, dossier_revision, taken_at) SELECT id, id, 1, '{}', 'x',"
	    " 0, 0 FROM application;"
	    "UPDATE application SET snapshot_id = id;", applications);
	h_sql(&h, "WITH RECURSIVE k (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM"
	    " k WHERE i < %d - 1), v (id, i, n) AS (SELECT a.id, k.i,"
	    " (a.id * 7919 + k.i * 104729) %% 100003 FROM application AS a,"
	    " k) INSERT INTO answer_index SELECT id, 'q' || i, CASE i %% 5"
	    " WHEN 2 THEN CASE n %% 3 WHEN 0 THEN '\"a\"' ELSE '\"b\"' END"
	    " WHEN 3 THEN '\"' || date(n %% 20000 * 86400, 'unixepoch') || '\"'"
	    " WHEN 4 THEN '\"Une réponse de la taille habituelle, ' || n || '\"'"
	    " ELSE CAST(n AS TEXT) END, CASE i %% 5 WHEN 2 THEN NULL WHEN 4 THEN"
	    " NULL WHEN 3 THEN n %% 20000 ELSE n END, CASE i %% 5 WHEN 2 THEN"
	    " CASE n %% 3 WHEN 0 THEN 'association' ELSE 'commune' END WHEN 4"
	    " THEN 'une reponse de la taille habituelle, ' || n ELSE '' END"
	    " FROM v;", FIELDS);
}

static int
compare(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void
measure(const char *name, int rounds, void (*what)(void))
{
	double took[ROUNDS_MAX], began;
	int i;

	for (i = 0; i < rounds; i++) {
		began = now_ms();
		what();
		took[i] = now_ms() - began;
	}
	qsort(took, (size_t)rounds, sizeof(took[0]), compare);
	printf("%s %.2f\n", name, took[rounds / 2]);
}

static void
scan(void)
{
	assert_true(db_int(h.t.db, 0, Q_BENCH_ANSWERS) > 0);
}

#define TABLE "/cte/instruction/appels/quartiers-2027/reponses"

static void
open_table(void)
{
	assert_int_equal(h_get(&h, TABLE), 200);
}

static void
filter(void)
{
	assert_int_equal(h_get(&h, TABLE "?q0=q2&o0=est&v0=Association&q1=q1&"
	    "o1=au-moins&v1=100&q2=q4&o2=contient&v2=habituelle&tri=q6&"
	    "sens=moins&colonne=q1&colonne=q2&colonne=q4&colonne=q6"), 200);
	assert_non_null(strstr(h.body, "B-"));
}

static void
export(void)
{
	assert_int_equal(h_get(&h, TABLE ".csv"), 200);
	assert_true(h.body_len > 500 * (size_t)applications);
}

static long
status(const char *name)
{
	FILE *f = fopen("/proc/self/status", "r");
	char line[128];
	long kb = 0;

	while (f != NULL && fgets(line, sizeof(line), f) != NULL)
		if (strncmp(line, name, strlen(name)) == 0)
			kb = strtol(line + strlen(name) + 1, NULL, 10);
	if (f != NULL)
		fclose(f);
	return kb;
}

/* The export as a visitor gets it: streamed, kept by nobody. */
static void
measure_peak(void)
{
	FILE *f = fopen("/proc/self/clear_refs", "w");
	long before;

	if (f == NULL)
		return;
	fputs("5", f);			/* the peak begins again */
	fclose(f);
	before = status("VmRSS");
	h.drop = true;
	assert_int_equal(h_get(&h, TABLE ".csv"), 200);
	printf("peak %ld\n", status("VmHWM") - before);
}

int
main(int argc, char **argv)
{
	int rounds = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 7;
	struct scope scope = { "platform", PLATFORM, PLATFORM };

	if (argc > 1)
		applications = (int)strtol(argv[1], NULL, 10);
	world_make(&h.t);
	harness_start(&h, &instruction_worker);
	make_rows();
	assert_int_equal(db_write_begin(h.t.db), RC_OK);
	grant_put(h.t.db, BRUNO, "agent", &scope, 0, 0, TEST_NOW);
	assert_int_equal(db_write_commit(h.t.db), RC_OK);
	h_sign_in(&h, BRUNO);
	if (rounds > ROUNDS_MAX)
		rounds = ROUNDS_MAX;
	/* First: the others keep whole replies, and the allocator their room. */
	measure_peak();
	h.drop = false;
	measure("scan", rounds, scan);
	measure("open", rounds, open_table);
	measure("filter", rounds, filter);
	measure("export", rounds, export);
	harness_close(&h);
	return 0;
}
