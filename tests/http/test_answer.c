/*
 * What is kept and for whom: the cache of public pages is exact, private pages
 * are never in it, browsers check what they hold.
 */
#include "config.h"

#include "tests/http/harness.h"

#include <libdeflate.h>
#include <stdlib.h>

#include "web/res.h"

static struct harness h;
static int calls;	/* of the handler: what was not kept */

static void
count_get(struct req *req, struct res *res)
{
	const char *text;

	calls++;
	text = mem_printf(req->mem, "%s %ld %s%s ?%s", req->lang,
	    (long)db_int(req->db, -1, Q_TEST_SETTING_COUNT), req->host,
	    req_url(req, "/cte/x"), req->query);
	res_bytes(res, 200, "text/plain", text, strlen(text));
}

static void
flash_get(struct req *req, struct res *res)
{
	(void)req;
	calls++;
	res_page(res, "Titre");
	res_view(res, 200, "layout/error.tpl");
}

static void
flash_post(struct req *req, struct res *res)
{
	(void)req;
	res_redirect_flash(res, "/phrase", "C’est fait.");
}

static void put(struct db *, const char *);

/* Somebody commits while the page is being made. */
static void
reads_twice(struct req *req, struct res *res)
{
	int64_t before = db_int(req->db, -1, Q_TEST_SETTING_COUNT), after;
	struct db *other;
	const char *text;

	assert_int_equal(db_open(&other, db_state_dir(req->db), DB_WORKER),
	    RC_OK);
	put(other, mem_printf(req->mem, "k%d", calls++));
	db_close(other);
	after = db_int(req->db, -1, Q_TEST_SETTING_COUNT);
	text = mem_printf(req->mem, "%ld %ld", (long)before, (long)after);
	res_bytes(res, 200, "text/plain", text, strlen(text));
}

#define LONG	"Un sentier de plus. "

static void
long_get(struct req *req, struct res *res)
{
	struct buf text = BUF_INIT;

	calls++;
	while (text.len < 5000)
		buf_text(&text, LONG);
	buf_printf(&text, "%ld",
	    (long)db_int(req->db, -1, Q_TEST_SETTING_COUNT));
	res_bytes(res, 200, "text/plain; charset=utf-8", text.data, text.len);
	buf_release(&text);
}

static void
name_get(struct req *req, struct res *res)
{
	res_bytes(res, 200, "text/plain", req->platform->name,
	    strlen(req->platform->name));
}

static void
fails(struct req *req, struct res *res)
{
	(void)req;
	calls++;
	res_error(res, RC_FAIL);
}

static void
streams(struct req *req, struct res *res)
{
	(void)req;
	calls++;
	res_stream_begin(res, "text/csv", "liste « 2026 ».csv");
	assert_int_equal(res_stream(res, "a;b\n", 4), RC_OK);
	assert_int_equal(res_stream(res, "1;2\n", 4), RC_OK);
}

static void
gives_a_file(struct req *req, struct res *res)
{
	(void)req;
	res_file(res, "ab/cdef", "application/pdf", "re\"çu\r\n.pdf");
}

static const struct field_rule count_fields[] = {
	{ .name = "a", .type = F_CODE },
	{ .name = "b", .type = F_CODE },
	{ .type = F_END } };

static const struct route routes[] = {
	{ GET, "/", RIGHT_PUBLIC, .fields = count_fields,
	    .handler = count_get, .flags = ROUTE_CACHED },
	{ GET, "/deux", RIGHT_PUBLIC, .handler = reads_twice,
	    .flags = ROUTE_CACHED },
	{ GET, "/long", RIGHT_PUBLIC, .handler = long_get,
	    .flags = ROUTE_CACHED },
	{ GET, "/long/prive", RIGHT_PUBLIC, .handler = long_get },
	{ GET, "/:platform/nom", RIGHT_PUBLIC, .handler = name_get },
	{ GET, "/prive", RIGHT_PUBLIC, .handler = count_get },
	{ GET, "/membre", RIGHT_SIGNED_IN, .handler = count_get,
	    .flags = ROUTE_CACHED },
	{ GET, "/formulaire", RIGHT_PUBLIC, .handler = count_get,
	    .flags = ROUTE_FORM },
	{ GET, "/phrase", RIGHT_PUBLIC, .handler = flash_get,
	    .flags = ROUTE_CACHED },
	{ POST, "/phrase", RIGHT_PUBLIC, .handler = flash_post },
	{ GET, "/panne", RIGHT_PUBLIC, .handler = fails,
	    .flags = ROUTE_CACHED },
	{ GET, "/liste.csv", RIGHT_PUBLIC, .handler = streams },
	{ GET, "/fichier", RIGHT_PUBLIC, .handler = gives_a_file },
	{ .method = 0 }
};

static const struct worker worker = { .name = "test", .routes = routes };

static int
setup(void **state)
{
	(void)state;
	harness_open(&h, &worker);
	h.cache = cache_new(100000);
	calls = 0;
	return 0;
}

static void
put(struct db *db, const char *key)
{
	assert_int_equal(db_write_begin(db), RC_OK);
	db_run(db, Q_TEST_SETTING_PUT, T(key, key), T(value, "v"));
	assert_int_equal(db_write_commit(db), RC_OK);
}

static void
a_public_page_is_made_once(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, "/"), 200);
	assert_false(h.kept);
	assert_int_equal(h_get(&h, "/"), 200);
	assert_true(h.kept);
	assert_int_equal(h.statements, 0);
	h_has(&h, "fr 0 http://terreau.test/cte/x");
	assert_int_equal(h_head(&h, "/"), 200);
	assert_int_equal(h.body_len, 0);
	assert_int_equal(calls, 1);
}

static void
a_commit_by_anybody_shows_at_once(void **state)
{
	struct db *other;

	(void)state;
	h_get(&h, "/");
	put(h.t.db, "a");
	h_get(&h, "/");
	assert_false(h.kept);
	h_has(&h, "fr 1 ");
	assert_int_equal(db_open(&other, h.t.dir, DB_WORKER), RC_OK);
	put(other, "b");
	h_get(&h, "/");
	h_has(&h, "fr 2 ");
	put(other, "c");
	db_close(other);
	h_get(&h, "/");
	h_has(&h, "fr 3 ");
	assert_int_equal(calls, 4);
}

static void
a_platform_is_read_once_and_again_when_it_changes(void **state)
{
	uint64_t first, next;

	(void)state;
	h_get(&h, "/cte/nom");
	first = h.statements;
	h_get(&h, "/cte/nom");
	next = h.statements;
	assert_true(next < first);
	h_sql(&h, "UPDATE platform SET name = 'Autre nom'");
	h_get(&h, "/cte/nom");
	h_has(&h, "Autre nom");
	assert_int_equal(h.statements, first);
	assert_int_equal(h_get(&h, "/absente/nom"), 404);
}

static void
a_public_page_shows_one_state(void **state)
{
	(void)state;
	h_get(&h, "/deux");
	assert_string_equal(h.body, "0 0");
	h_get(&h, "/deux");
	assert_false(h.kept);
	assert_string_equal(h.body, "1 1");
}

static void
a_minute_passes(void **state)
{
	(void)state;
	h_get(&h, "/");
	h.now += 60;
	h_get(&h, "/");
	assert_false(h.kept);
}

static void
pages_that_differ_are_kept_apart(void **state)
{
	(void)state;
	h_get(&h, "/");
	h.headers.accept_language = "en";
	h_get(&h, "/");
	h_has(&h, "en 0 ");
	h.headers.accept_language = NULL;
	h_get(&h, "/?a=1");
	assert_false(h.kept);
	h.own_host = "cte";
	h_get(&h, "/");
	h_has(&h, "http://terreau.test/x");
	h.own_host = NULL;
	h.tls = true;
	h_get(&h, "/");
	h_has(&h, "https://");
	h.tls = false;
	h_get(&h, "/");
	assert_true(h.kept);
	h_has(&h, "fr 0 http://terreau.test/cte/x");
}

/* What a newsletter adds to follow people, what is added to get past copies. */
static void
what_a_page_does_not_read_makes_no_other_page(void **state)
{
	(void)state;
	h_get(&h, "/?a=1&b=2");
	h_has(&h, "?a=1&b=2");
	h_get(&h, "/?utm_source=lettre&a=1&1&b=2&&fbclid=AbC");
	assert_true(h.kept);
	h_has(&h, "?a=1&b=2");
	h_get(&h, "/?%61=1&b=2");
	assert_false(h.kept);
	h_has(&h, "?%61=1&b=2");
	h_get(&h, "/?a=2&b=2");
	assert_false(h.kept);
	h_get(&h, "/");
	assert_false(h.kept);
	h_get(&h, "/?x=%ff&y");
	assert_true(h.kept);
	/* What every page reads. */
	assert_int_equal(h_get(&h, "/?x=1&lang=en"), 303);
	assert_string_equal(h_header(&h, "Location"), "/");
	h_get(&h, "/?suite=/x&z=1");
	assert_false(h.kept);
	/* A page that is nobody's copy reads its address whole. */
	h_get(&h, "/prive?z=1");
	h_has(&h, "?z=1");
}

static void
nginx_is_told_first_what_it_keeps(void **state)
{
	const char *keep, *ask;

	(void)state;
	h_forget(&h);
	assert_int_equal(h_get(&h, "/"), 200);
	keep = strstr(h.head, "X-Accel-Expires: 1\r\n");
	ask = strstr(h.head, "Cache-Control: no-cache\r\n");
	assert_non_null(keep);
	assert_non_null(ask);
	/* nginx 1.22 obeys the first of the two. */
	assert_true(keep < ask);
}

static void
a_person_is_never_served_a_kept_page_nor_keeps_one(void **state)
{
	(void)state;
	h_get(&h, "/");
	h_sign_in(&h, 1);
	h_get(&h, "/");
	assert_false(h.kept);
	assert_string_equal(h_header(&h, "Cache-Control"),
	    "private, no-cache");
	assert_string_equal(h_header(&h, "X-Accel-Expires"), "0");
	assert_null(h_header(&h, "ETag"));
	assert_int_equal(h_get(&h, "/membre"), 200);
	h_forget(&h);
	assert_int_equal(h_get(&h, "/membre"), 303);
	assert_string_equal(h_header(&h, "X-Accel-Expires"), "0");
}

static void
only_what_says_so_is_kept(void **state)
{
	(void)state;
	h_get(&h, "/prive");
	h_get(&h, "/prive");
	assert_false(h.kept);
	h_get(&h, "/panne");
	h_get(&h, "/panne");
	assert_false(h.kept);
	assert_int_equal(h.status, 500);
	assert_string_equal(h_header(&h, "X-Accel-Expires"), "0");
	h_get(&h, "/formulaire");
	assert_non_null(h_header(&h, "Set-Cookie"));
	assert_string_equal(h_header(&h, "X-Accel-Expires"), "0");
	h_get(&h, "/x/y");
	assert_string_equal(h_header(&h, "X-Accel-Expires"), "0");
}

static void
the_sentence_of_one_visitor_is_not_kept_for_all(void **state)
{
	(void)state;
	h_get(&h, "/formulaire");
	assert_int_equal(h_post(&h, "/phrase", ""), 303);
	h_get(&h, "/phrase");
	h_has(&h, "C’est fait.");
	h_forget(&h);
	h_get(&h, "/phrase");
	h_has_not(&h, "C’est fait.");
}

static void
a_forged_sentence_is_not_shown(void **state)
{
	char good[sizeof(h.jar)], *p;

	(void)state;
	h_get(&h, "/formulaire");
	assert_int_equal(h_post(&h, "/phrase", ""), 303);
	memcpy(good, h.jar, sizeof(good));
	p = strstr(h.jar, "terreau-flash=ok.");
	assert_non_null(p);
	p[20] = p[20] == 'a' ? 'b' : 'a';
	h_get(&h, "/phrase");
	h_has_not(&h, "C’est fait.");
	memcpy(h.jar, good, sizeof(good));
	h_get(&h, "/phrase");
	h_has(&h, "C’est fait.");
}

static void
a_browser_checks_what_it_holds(void **state)
{
	const char *tag;

	(void)state;
	h_get(&h, "/");
	tag = h_header(&h, "ETag");
	assert_non_null(tag);
	assert_string_equal(h_header(&h, "Cache-Control"), "no-cache");
	assert_string_equal(h_header(&h, "X-Accel-Expires"), "1");
	assert_string_equal(h_header(&h, "Vary"),
	    "Accept-Encoding, Accept-Language, Cookie");
	h.if_none_match = tag;
	assert_int_equal(h_get(&h, "/"), 304);
	assert_int_equal(h.body_len, 0);
	assert_string_equal(h_header(&h, "ETag"), tag);
	assert_null(h_header(&h, "Content-Type"));
	h.if_none_match = mem_printf(h.t.mem, "\"x\", W/%s", tag);
	assert_int_equal(h_get(&h, "/"), 304);
	h.if_none_match = "\"0000000000000000\"";
	assert_int_equal(h_get(&h, "/"), 200);
	h.if_none_match = tag;
	put(h.t.db, "a");
	assert_int_equal(h_get(&h, "/"), 200);
	assert_string_not_equal(h_header(&h, "ETag"), tag);
	/* The same bytes again are the same tag, whoever made them. */
	h.if_none_match = h_header(&h, "ETag");
	put(h.t.db, "b");
	h_sql(&h, "DELETE FROM setting WHERE key = 'b'");
	assert_int_equal(h_get(&h, "/"), 304);
}

static void
what_everybody_gets_is_packed_once(void **state)
{
	struct libdeflate_decompressor *z = libdeflate_alloc_decompressor();
	const char *tag, *packed_tag;
	char plain[6000];
	size_t n = 0;

	(void)state;
	h_get(&h, "/long");
	assert_null(h_header(&h, "Content-Encoding"));
	tag = h_header(&h, "ETag");
	h.gzip = true;
	assert_int_equal(h_get(&h, "/long"), 200);
	assert_false(h.kept);
	assert_string_equal(h_header(&h, "Content-Encoding"), "gzip");
	assert_int_equal(strtoul(h_header(&h, "Content-Length"), NULL, 10),
	    h.body_len);
	assert_true(h.body_len < 500);
	assert_int_equal(libdeflate_gzip_decompress(z, h.body, h.body_len,
	    plain, sizeof(plain), &n), LIBDEFLATE_SUCCESS);
	assert_int_equal(n, 5001);
	assert_memory_equal(plain, LONG LONG, strlen(LONG LONG));
	libdeflate_free_decompressor(z);

	packed_tag = h_header(&h, "ETag");
	assert_string_not_equal(packed_tag, tag);
	assert_int_equal(h_get(&h, "/long"), 200);
	assert_true(h.kept);
	assert_string_equal(h_header(&h, "Content-Encoding"), "gzip");
	h.if_none_match = packed_tag;
	assert_int_equal(h_get(&h, "/long"), 304);
	h.if_none_match = tag;
	assert_int_equal(h_get(&h, "/long"), 200);
	assert_int_equal(calls, 2);
}

static void
what_is_short_or_for_one_person_is_left_to_nginx(void **state)
{
	(void)state;
	h.gzip = true;
	h_get(&h, "/");
	assert_null(h_header(&h, "Content-Encoding"));
	h_get(&h, "/long/prive");
	assert_null(h_header(&h, "Content-Encoding"));
	h_sign_in(&h, 1);
	h_get(&h, "/long");
	assert_null(h_header(&h, "Content-Encoding"));
	h_get(&h, "/liste.csv");
	assert_null(h_header(&h, "Content-Encoding"));
}

static void
an_export_is_streamed_under_its_name(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, "/liste.csv"), 200);
	assert_string_equal(h.body, "a;b\n1;2\n");
	assert_string_equal(h_header(&h, "Content-Disposition"),
	    "attachment; filename=\"liste __ 2026 __.csv\"; filename*=UTF-8''"
	    "liste%20%C2%AB%202026%20%C2%BB.csv");
	assert_null(h_header(&h, "Content-Length"));
}

static void
a_stored_file_is_shut_in(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, "/fichier"), 200);
	assert_string_equal(h_header(&h, "X-Accel-Redirect"),
	    "/stored/ab/cdef");
	assert_non_null(strstr(h_header(&h, "Content-Security-Policy"),
	    "sandbox"));
	assert_string_equal(h_header(&h, "X-Content-Type-Options"), "nosniff");
	assert_string_equal(h_header(&h, "Content-Disposition"), "attachment; "
	    "filename=\"re___u__.pdf\"; "
	    "filename*=UTF-8''re%22%C3%A7u%0D%0A.pdf");
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, harness_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_public_page_is_made_once),
		TEST(a_commit_by_anybody_shows_at_once),
		TEST(a_platform_is_read_once_and_again_when_it_changes),
		TEST(a_public_page_shows_one_state),
		TEST(a_minute_passes),
		TEST(pages_that_differ_are_kept_apart),
		TEST(what_a_page_does_not_read_makes_no_other_page),
		TEST(nginx_is_told_first_what_it_keeps),
		TEST(a_person_is_never_served_a_kept_page_nor_keeps_one),
		TEST(only_what_says_so_is_kept),
		TEST(the_sentence_of_one_visitor_is_not_kept_for_all),
		TEST(a_forged_sentence_is_not_shown),
		TEST(a_browser_checks_what_it_holds),
		TEST(what_everybody_gets_is_packed_once),
		TEST(what_is_short_or_for_one_person_is_left_to_nginx),
		TEST(an_export_is_streamed_under_its_name),
		TEST(a_stored_file_is_shut_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
