/*
 * The demonstration: played through the verbs of the house, killed on the way,
 * played to its end, and in the state that every file announces.
 */
#include "config.h"

#include "tests/unit/test.h"

#include <signal.h>
#include <sys/wait.h>

#include "base/file.h"
#include "base/rand.h"
#include "domain/demo.h"
#include "domain/journal.h"
#include "domain/preset.h"

static void
sql(struct test_state *t, const char *text)
{
	assert_int_equal(system(mem_printf(t->mem, "sqlite3 -bail "
	    "'%s/terreau.db' \"PRAGMA foreign_keys = ON; %s\"", t->dir, text)),
	    0);
}

static const char *
asked(struct test_state *t, const char *text)
{
	char *answer;

	assert_int_equal(system(mem_printf(t->mem, "cd '%s' && sqlite3 "
	    "terreau.db \"%s\" >answer", t->dir, text)), 0);
	assert_int_equal(file_read(&answer, NULL, t->mem, mem_printf(t->mem,
	    "%s/answer", t->dir), 4096), RC_OK);
	answer[strcspn(answer, "\n")] = '\0';
	return answer;
}

/* Load all; what `terreau load --demo` does. */
static enum rc
load(const char *dir, struct preset_report *report)
{
	const char *top = getenv("TOP_SRCDIR");
	struct mem *mem = mem_new();
	struct problems why = PROBLEMS_INIT(mem);
	const struct problem *q;
	struct preset *p;
	struct db *db;
	enum rc rc;

	assert_int_equal(db_open(&db, dir, DB_WORKER), RC_OK);
	rc = preset_read(&p, mem, mem_printf(mem, "%s/platforms/cte",
	    top != NULL ? top : "."), true, &why);
	if (rc == RC_OK)
		rc = preset_load(db, mem, p, TEST_NOW, &why, report);
	if (rc == RC_OK)
		rc = demo_load(db, mem, p, TEST_NOW, &why, report);
	for (q = why.first; q != NULL; q = q->next)
		print_error("%s: %s\n", q->where, q->text);
	preset_free(p);
	db_close(db);
	mem_free(mem);
	return rc;
}

static void
killed_on_the_way_it_goes_on_to_its_end(void **state)
{
	static struct test_state t;
	struct preset_report first, again;
	struct journal_report journal;
	pid_t child;
	int status;

	(void)state;
	rand_seed(9);
	test_state_make(&t);
	sql(&t, "INSERT INTO territory (id, kind, code, name, folded, parent_id,"
	    " siren, lon_e6, lat_e6) VALUES (1, 'epci', '249740101', 'TCO',"
	    " 'tco', NULL, '249740101', 55300000, -21050000),"
	    " (2, 'commune', '97413', 'Saint-Leu', 'saint-leu', 1, NULL,"
	    " 55290000, -21170000), (3, 'commune', '97407', 'Le Port', 'le port',"
	    " 1, NULL, 55290000, -20940000), (4, 'commune', '97415',"
	    " 'Saint-Paul', 'saint-paul', 1, NULL, 55270000, -21010000),"
	    " (5, 'commune', '97408', 'La Possession', 'la possession', 1, NULL,"
	    " 55330000, -20930000), (6, 'commune', '97423', 'Trois-Bassins',"
	    " 'trois-bassins', 1, NULL, 55300000, -21100000);"
	    " INSERT INTO territory_within SELECT id, id, 0 FROM territory;"
	    " INSERT INTO territory_within SELECT id, 1, 1 FROM territory"
	    " WHERE id > 1;");
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		load(t.dir, &first);
		_exit(0);
	}
	while (waitpid(child, &status, WNOHANG) == 0 && strcmp(asked(&t,
	    "SELECT count(*) >= 100 FROM journal"), "0") == 0)
		continue;
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));

	assert_int_equal(load(t.dir, &first), RC_OK);
	assert_true(first.events > 0);
	assert_int_equal(first.people, 0);	/* they were there */
	assert_int_equal(load(t.dir, &again), RC_OK);
	assert_int_equal(again.events, 0);
	assert_int_equal(again.people, 0);
	assert_string_equal(asked(&t, "SELECT group_concat(n, ' ') FROM (SELECT "
	    "state || ':' || count(*) AS n FROM element GROUP BY state)"),
	    "abandoned:1 accepted:4 closed:2 completed:3 draft:3 funded:3 "
	    "in_progress:6 listening:7 refused:3 submitted:4 under_review:8 "
	    "withdrawn:2");
	/* Every plan adds up, and nothing typed was left unread. */
	assert_string_equal(asked(&t, "SELECT count(*) FROM element WHERE "
	    "cost_cents <> asked_cents OR "
	    "granted_cents + promised_cents > cost_cents OR "
	    "paid_cents > granted_cents"), "0");
	assert_string_equal(asked(&t, "SELECT sum(granted_cents) / 100 FROM "
	    "element"), "4749000");
	assert_string_equal(asked(&t, "SELECT count(*) FROM answer WHERE "
	    "value_json LIKE '{_typed%'"), "0");
	assert_string_equal(asked(&t, "SELECT count(*) FROM job WHERE kind = "
	    "'mail'"), "0");
	assert_string_equal(asked(&t, "SELECT count(*) FROM journal AS a JOIN "
	    "journal AS b ON b.seq = a.seq + 1 WHERE b.at < a.at"), "0");
	assert_int_equal(journal_verify(&journal, t.db, 1, NULL), RC_OK);
	assert_int_equal(db_verify(t.db), RC_OK);
	test_state_free(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(killed_on_the_way_it_goes_on_to_its_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
