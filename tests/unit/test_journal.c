/*
 * The public journal: appended, chained, verified, erased, tampered with.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "base/digest.h"
#include "base/json.h"
#include "base/rand.h"
#include "domain/journal.h"

/* As somebody with the file in their hands would. */
static int
sqlite(struct test_state *t, const char *sql)
{
	char command[2048];

	snprintf(command, sizeof(command),
	    "sqlite3 '%s/terreau.db' \"%s\" >/dev/null 2>&1", t->dir, sql);
	return system(command);
}

static void
append(struct test_state *t, int64_t platform, const char *kind)
{
	struct json_object *payload = json_object_new_object();
	const struct journal_entry e = { platform, TEST_NOW, kind, 0, 0,
	    "Territoire de la Côte Ouest", payload };

	json_put_text(payload, "title", "Composter ensemble");
	json_put_int(payload, "amount_cents", 5200000);
	journal_append(t->db, &e);
	json_object_put(payload);
}

static void
append_all(struct test_state *t, int64_t platform, int n)
{
	assert_int_equal(db_write_begin(t->db), RC_OK);
	for (int i = 0; i < n; i++)
		append(t, platform, i % 2 == 0 ? "submit" : "accept");
	assert_int_equal(db_write_commit(t->db), RC_OK);
}

static int
setup(void **state)
{
	static struct test_state t;

	rand_seed(7);
	test_state_make(&t);
	assert_int_equal(sqlite(&t, "INSERT INTO platform (id, slug, name, "
	    "created_at, loaded_at) VALUES (3, 'cte', 'CTE', 0, 0), "
	    "(4, 'other', 'Other', 0, 0);"), 0);
	append_all(&t, 3, 6);
	*state = &t;
	return 0;
}

static int
teardown(void **state)
{
	test_state_free(*state);
	return 0;
}

static void
an_untouched_chain_verifies(void **state)
{
	struct test_state *t = *state;
	struct journal_report report;
	char head[JOURNAL_HASH];
	int64_t seq;

	append_all(t, 4, 2);
	assert_int_equal(journal_verify(&report, t->db, 3, NULL), RC_OK);
	assert_int_equal(report.count, 6);
	assert_int_equal(report.broken_seq, 0);
	journal_head(t->db, 3, &seq, head);
	assert_int_equal(seq, 6);
	assert_string_equal(head, report.head);
	assert_int_equal(journal_verify(&report, t->db, 4, NULL), RC_OK);
	assert_int_equal(report.count, 2);
	assert_int_equal(journal_verify(&report, t->db, 99, NULL), RC_OK);
	assert_int_equal(report.count, 0);
}

static enum rc
keep_second(void *arg, const struct journal_row *r)
{
	struct buf *b = arg;

	if (r->seq != 2)
		return RC_OK;
	journal_text(b, r);
	buf_printf(b, "=%s", r->payload);
	return RC_CONFLICT;	/* leaves early */
}

static void
the_text_hashed_is_the_documented_one(void **state)
{
	struct test_state *t = *state;
	struct buf b = BUF_INIT;
	char expected[1024], *payload;
	char digest[DIGEST_HEX], head[JOURNAL_HASH];

	assert_int_equal(journal_each(t->db, 3, 0, keep_second, &b),
	    RC_CONFLICT);
	payload = strchr(b.data, '=') + 1;
	assert_non_null(strstr(payload, "{\"amount_cents\":5200000,\"salt\":\""));
	digest_sha256_hex(digest, payload, strlen(payload));
	memcpy(head, strstr(b.data, "previous ") + 9, 64);
	head[64] = '\0';
	snprintf(expected, sizeof(expected), "terreau journal 1\nplatform 3\n"
	    "seq 2\nat 1795435200\nkind accept\nelement -\napplication -\n"
	    "actor Territoire de la Côte Ouest\npayload %s\nprevious %s\n=%s",
	    digest, head, payload);
	assert_string_equal(b.data, expected);
	buf_release(&b);
}

static void
an_aborted_transaction_appends_nothing(void **state)
{
	struct test_state *t = *state;
	char before[JOURNAL_HASH], after[JOURNAL_HASH];
	int64_t seq;

	journal_head(t->db, 3, &seq, before);
	assert_int_equal(db_write_begin(t->db), RC_OK);
	append(t, 3, "submit");
	db_write_rollback(t->db);
	journal_head(t->db, 3, &seq, after);
	assert_string_equal(before, after);
}

static void
the_database_refuses_changes(void **state)
{
	struct test_state *t = *state;
	static const char *const bad[] = {
		"DELETE FROM journal WHERE seq = 6;",
		"UPDATE journal SET actor = 'x' WHERE seq = 2;",
		"UPDATE journal SET payload_json = '{}' WHERE seq = 2;",
		"UPDATE journal SET payload_json = NULL, at = 0;",
		"INSERT OR REPLACE INTO journal SELECT * FROM journal "
		    "WHERE seq = 2;",
		"INSERT OR REPLACE INTO journal SELECT id, platform_id, 7, at,"
		    " kind, element_id, application_id, actor, payload_json,"
		    " payload_sha256, previous, hash FROM journal"
		    " WHERE seq = 2;",
		"INSERT INTO journal SELECT NULL, platform_id, 9, at, kind,"
		    " element_id, application_id, actor, payload_json,"
		    " payload_sha256, previous, hash FROM journal"
		    " WHERE seq = 2;",
	};
	struct journal_report report;

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (sqlite(t, bad[i]) == 0)
			fail_msg("done: %s", bad[i]);
	assert_int_equal(journal_verify(&report, t->db, 3, NULL), RC_OK);
	assert_int_equal(report.count, 6);
}

#define NO_TRIGGERS "PRAGMA foreign_keys = OFF; DROP TRIGGER "	\
    "journal_no_update; DROP TRIGGER journal_no_delete; DROP TRIGGER journal_next; "

static void
every_tampered_column_is_found(void **state)
{
	static const struct {
		const char	*sql;
		int64_t		 broken;
	} attacks[] = {
		{ "UPDATE journal SET seq = 60 WHERE seq = 6;", 60 },
		{ "UPDATE journal SET at = at + 1 WHERE seq = 3;", 3 },
		{ "UPDATE journal SET kind = 'refuse' WHERE seq = 3;", 3 },
		{ "UPDATE journal SET element_id = 1 WHERE seq = 3;", 3 },
		{ "UPDATE journal SET application_id = 1 WHERE seq = 3;", 3 },
		{ "UPDATE journal SET actor = 'ADEME' WHERE seq = 3;", 3 },
		{ "UPDATE journal SET payload_json = replace(payload_json,"
		    " '5200000', '5200001') WHERE seq = 3;", 3 },
		{ "UPDATE journal SET payload_json = NULL WHERE seq = 3;", 3 },
		{ "UPDATE journal SET payload_sha256 = hash WHERE seq = 3;",
		    3 },
		{ "UPDATE journal SET previous = hash WHERE seq = 3;", 3 },
		{ "UPDATE journal SET hash = previous WHERE seq = 3;", 3 },
		{ "UPDATE journal SET platform_id = 4 WHERE seq = 3;", 4 },
		{ "DELETE FROM journal WHERE seq = 1;", 2 },
		{ "DELETE FROM journal WHERE seq = 4;", 5 },
		{ "UPDATE journal SET seq = 99 WHERE seq = 2; UPDATE journal "
		    "SET seq = 2 WHERE seq = 3; UPDATE journal SET seq = 3 "
		    "WHERE seq = 99;", 2 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(attacks) / sizeof(*attacks); i++) {
		struct journal_report report;
		char sql[1024];
		void *one;

		assert_int_equal(setup(&one), 0);
		snprintf(sql, sizeof(sql), NO_TRIGGERS "%s", attacks[i].sql);
		assert_int_equal(sqlite(one, sql), 0);
		if (journal_verify(&report, ((struct test_state *)one)->db, 3,
		    NULL) != RC_CONFLICT)
			fail_msg("not seen: %s", attacks[i].sql);
		assert_int_equal(report.broken_seq, attacks[i].broken);
		assert_non_null(report.reason);
		teardown(&one);
	}
}

static void
a_chain_rewritten_or_cut_lacks_the_published_hash(void **state)
{
	struct test_state *t = *state;
	struct journal_report report;
	char published[JOURNAL_HASH];
	int64_t seq;

	journal_head(t->db, 3, &seq, published);
	append_all(t, 3, 2);
	assert_int_equal(journal_verify(&report, t->db, 3, published), RC_OK);
	assert_true(report.expected_found);
	assert_int_equal(sqlite(t, NO_TRIGGERS
	    "DELETE FROM journal WHERE seq >= 6;"), 0);
	assert_int_equal(journal_verify(&report, t->db, 3, published), RC_OK);
	assert_int_equal(report.count, 5);
	assert_false(report.expected_found);
}

static void
an_erased_payload_leaves_the_chain_whole(void **state)
{
	struct test_state *t = *state;
	struct journal_report report;

	assert_int_equal(journal_redact(t->db, 3, 2, "le service",
	    "données personnelles", TEST_NOW), RC_OK);
	assert_int_equal(journal_verify(&report, t->db, 3, NULL), RC_OK);
	assert_int_equal(report.count, 7);
	assert_int_equal(report.erased, 1);
	assert_int_equal(journal_redact(t->db, 3, 2, "x", "y", TEST_NOW),
	    RC_CONFLICT);
	assert_int_equal(journal_redact(t->db, 3, 7, "x", "y", TEST_NOW),
	    RC_CONFLICT);
	assert_int_equal(journal_redact(t->db, 3, 70, "x", "y", TEST_NOW),
	    RC_NOT_FOUND);
}

static void
an_actor_is_one_line(void **state)
{
	struct test_state *t = *state;
	const struct journal_entry e = { 3, TEST_NOW, "submit", 0, 0,
	    "Mairie\npayload 00", NULL };
	struct journal_report report;

	assert_int_equal(db_write_begin(t->db), RC_OK);
	journal_append(t->db, &e);
	assert_int_equal(db_write_commit(t->db), RC_OK);
	assert_int_equal(journal_verify(&report, t->db, 3, NULL), RC_OK);
	assert_int_equal(report.count, 7);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_untouched_chain_verifies),
		TEST(the_text_hashed_is_the_documented_one),
		TEST(an_aborted_transaction_appends_nothing),
		TEST(the_database_refuses_changes),
		cmocka_unit_test(every_tampered_column_is_found),
		TEST(a_chain_rewritten_or_cut_lacks_the_published_hash),
		TEST(an_erased_payload_leaves_the_chain_whole),
		TEST(an_actor_is_one_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
