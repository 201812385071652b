/*
 * Open formats: CSV both ways, JSON and GeoJSON streams, Atom, JSON-LD.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "base/csv.h"
#include "base/json.h"
#include "open/atom.h"
#include "open/csv.h"
#include "open/json_stream.h"
#include "open/jsonld.h"

static struct mem *mem;
static struct sink out;
static struct buf text;

static int
setup(void **state)
{
	(void)state;
	mem = mem_new();
	buf_init(&text);
	sink_init(&out, sink_into_buf, &text);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	mem_free(mem);
	buf_release(&text);
	return 0;
}

/* --- CSV written ------------------------------------------------------------ */

static void
normative_csv_is_rfc_4180(void **state)
{
	static const char *const names[] = { "nom", "montant", NULL };
	struct csv c;

	(void)state;
	csv_init(&c, &out, CSV_NORMATIVE);
	csv_header(&c, names);
	csv_text(&c, "Ti \"Jardin\", asso");
	csv_cents(&c, 123450);
	csv_end_row(&c);
	csv_text(&c, "=1+1");
	csv_cents(&c, -5);
	csv_empty(&c);
	csv_text(&c, NULL);
	csv_int(&c, -7);
	csv_degrees(&c, -21123456);
	csv_end_row(&c);
	assert_int_equal(sink_end(&out), RC_OK);
	assert_string_equal(text.data, "nom,montant\r\n"
	    "\"Ti \"\"Jardin\"\", asso\",1234.50\r\n"
	    "=1+1,-0.05,,,-7,-21.123456\r\n");
}

static void
open_csv_runs_no_formula_and_stays_comma_separated(void **state)
{
	struct csv c;

	(void)state;
	csv_init(&c, &out, CSV_OPEN);
	csv_text(&c, "=cmd()");
	csv_text(&c, "@x");
	csv_text(&c, "a=1");
	csv_cents(&c, -5);
	csv_end_row(&c);
	sink_end(&out);
	assert_string_equal(text.data, "\"'=cmd()\",\"'@x\",a=1,-0.05\r\n");
}

static void
spreadsheet_csv_runs_no_formula(void **state)
{
	static const char *const bad[] = { "=cmd()", "+1", "-1", "@x", "\tx",
	    "\rx" };
	struct csv c;

	(void)state;
	csv_init(&c, &out, CSV_SPREADSHEET);
	for (size_t i = 0; i < 6; i++)
		csv_text(&c, bad[i]);
	csv_cents(&c, -150);
	csv_text(&c, "a;b");
	csv_end_row(&c);
	sink_end(&out);
	assert_string_equal(text.data, "\xef\xbb\xbf\"'=cmd()\";\"'+1\";\"'-1\""
	    ";\"'@x\";\"'\tx\";\"'\rx\";-1,50;\"a;b\"\r\n");
}

static enum rc
gone(void *arg, const char *data, size_t len)
{
	(void)data;
	(void)len;
	++*(int *)arg;
	return RC_FAIL;
}

static void
a_reader_who_has_gone_stops_the_writer(void **state)
{
	struct sink s;
	int calls = 0;

	(void)state;
	sink_init(&s, gone, &calls);
	for (int i = 0; i < 100000; i++)
		sink_text(&s, "0123456789");
	assert_int_equal(sink_end(&s), RC_FAIL);
	assert_int_equal(calls, 1);
}

/* --- CSV read --------------------------------------------------------------- */

/* All rows as "line:a|b|c;" with '!' after a row that is refused and '~' after
 * one that was converted. */
static const char *
read_all(const char *data, size_t len)
{
	struct csv_reader *r;
	struct csv_row row;
	enum rc rc;

	buf_clear(&text);
	assert_int_equal(csv_open_memory(&r, data, len), RC_OK);
	while ((rc = csv_next(r, &row)) == RC_OK || rc == RC_INVALID) {
		buf_int(&text, row.line);
		buf_char(&text, ':');
		for (size_t i = 0; i < row.count; i++) {
			if (i > 0)
				buf_char(&text, '|');
			buf_text(&text, row.fields[i]);
		}
		buf_text(&text, row.converted ? "~" : "");
		buf_text(&text, rc == RC_INVALID ? "!" : ";");
	}
	assert_int_equal(rc, RC_NOT_FOUND);
	csv_close(r);
	return text.data;
}

#define READ(s) read_all((s), sizeof(s) - 1)

static void
dirty_csv_is_read(void **state)
{
	(void)state;
	assert_string_equal(READ("a,b\r\n1,2\r\n"), "1:a|b;2:1|2;");
	assert_string_equal(READ("\xef\xbb\xbf" "a;b,c;d\n\n1;2"),
	    "1:a|b,c|d;3:1|2;");
	assert_string_equal(READ("a\tb\rc\td"), "1:a|b;2:c|d;");
	assert_string_equal(READ("a,\"b\"\"c\nd\",e\nf"),
	    "1:a|b\"c\nd|e;3:f;");
	assert_string_equal(READ("\"x;y\";z\n;;\n"), "1:x;y|z;2:||;");
	assert_string_equal(READ("a,b \"c\" d,\"e\"f"), "1:a|b \"c\" d|ef;");
	assert_string_equal(READ("caf\xe9;\x80\nd\xc3\xa9j\xc3\xa0;x"),
	    "1:café|€~;2:déjà|x;");
	assert_string_equal(READ("a,\"b\nc"), "1:a|b\nc!");
	assert_string_equal(READ("a\0b,c"), "1:ab|c;");
	assert_string_equal(READ(""), "");
	assert_string_equal(READ("\n\n"), "");
	assert_string_equal(READ("a,\"\"\n\"\"\n"), "1:a|;");
}

static void
a_field_beyond_the_limit_refuses_its_row_only(void **state)
{
	struct buf b = BUF_INIT;
	struct csv_reader *r;
	struct csv_row row;

	(void)state;
	buf_text(&b, "a,b\n1,");
	for (size_t i = 0; i < CSV_FIELD_MAX + 10; i++)
		buf_char(&b, 'x');
	buf_text(&b, ",3\n4,5\n");
	csv_open_memory(&r, b.data, b.len);
	assert_int_equal(csv_next(r, &row), RC_OK);
	assert_int_equal(csv_next(r, &row), RC_INVALID);
	assert_int_equal(row.problem_field, 1);
	assert_int_equal(row.line, 2);
	assert_int_equal(csv_next(r, &row), RC_OK);
	assert_string_equal(row.fields[1], "5");
	csv_close(r);
	buf_clear(&b);
	for (int i = 0; i < CSV_FIELDS_MAX + 5; i++)
		buf_text(&b, "x,");
	csv_open_memory(&r, b.data, b.len);
	assert_int_equal(csv_next(r, &row), RC_INVALID);
	assert_int_equal(row.count, CSV_FIELDS_MAX);
	csv_close(r);
	buf_release(&b);
}

static void
columns_are_found_by_name_and_reading_restarts(void **state)
{
	static const char data[] = "Nom du  Projet;MONTANT\nun;1\ndeux;2\n";
	struct csv_reader *r;
	struct csv_row row;
	int64_t offset, line;

	(void)state;
	csv_open_memory(&r, data, sizeof(data) - 1);
	assert_int_equal(csv_column(r, "nom du projet"), 0);
	assert_int_equal(csv_column(r, "Montant"), 1);
	assert_int_equal(csv_column(r, "absent"), -1);
	assert_int_equal(csv_next(r, &row), RC_OK);
	assert_string_equal(row.fields[0], "un");
	offset = csv_offset(r);
	line = csv_line(r);
	csv_close(r);
	csv_open_memory(&r, data, sizeof(data) - 1);
	assert_int_equal(csv_seek(r, offset, line), RC_OK);
	assert_int_equal(csv_column(r, "montant"), 1);
	assert_int_equal(csv_next(r, &row), RC_OK);
	assert_string_equal(row.fields[0], "deux");
	assert_int_equal(row.line, 3);
	csv_close(r);
}

static void
what_is_written_is_read_back_from_a_file(void **state)
{
	char path[] = "/tmp/terreau-csv-XXXXXX";
	int fd = mkstemp(path), rows = 20000;
	struct csv_reader *r;
	struct csv_row row;
	struct csv c;

	(void)state;
	sink_init(&out, sink_into_fd, &fd);
	csv_init(&c, &out, CSV_NORMATIVE);
	for (int i = 0; i < rows; i++) {
		csv_int(&c, i);
		csv_text(&c, "é\r\n\"quoted\", and more");
		csv_end_row(&c);
	}
	assert_int_equal(sink_end(&out), RC_OK);
	close(fd);
	assert_int_equal(csv_open(&r, path), RC_OK);
	for (int i = 0; i < rows; i++) {
		assert_int_equal(csv_next(r, &row), RC_OK);
		assert_int_equal(strtol(row.fields[0], NULL, 10), i);
		assert_string_equal(row.fields[1], "é\n\"quoted\", and more");
		assert_int_equal(row.line, 2 * i + 1);
		if (i == 12345) {	/* far beyond one chunk */
			int64_t at = csv_offset(r), line = csv_line(r);

			assert_int_equal(csv_next(r, &row), RC_OK);
			assert_int_equal(csv_seek(r, at, line), RC_OK);
		}
	}
	assert_int_equal(csv_next(r, &row), RC_NOT_FOUND);
	csv_close(r);
	unlink(path);
	assert_int_equal(csv_open(&r, path), RC_NOT_FOUND);
}

/* --- JSON, GeoJSON ---------------------------------------------------------- */

static void
a_stream_is_one_document(void **state)
{
	struct json_object *head = json_object_new_object(), *item, *all;
	struct json_stream s;

	(void)state;
	json_put_text(head, "licence", "Licence Ouverte \"2.0\"");
	json_stream_begin(&s, &out, head, "projets");
	for (int i = 0; i < 3; i++) {
		item = json_object_new_object();
		json_put_int(item, "n", i);
		json_stream_add(&s, item);
		json_object_put(item);
	}
	json_stream_end(&s, "projets", NULL);
	sink_end(&out);
	assert_int_equal(json_parse(&all, text.data, text.len, 8, NULL), RC_OK);
	assert_int_equal(json_count(json_array(all, "projets")), 3);
	assert_string_equal(json_text(all, "licence"),
	    "Licence Ouverte \"2.0\"");
	json_object_put(all);
	buf_clear(&text);
	json_stream_begin(&s, &out, NULL, NULL);
	json_stream_end(&s, NULL, NULL);
	sink_end(&out);
	assert_string_equal(text.data, "[\n]\n");
	json_object_put(head);
}

static void
points_are_exact_and_longitude_comes_first(void **state)
{
	struct json_stream s;

	(void)state;
	geojson_begin(&s, &out, NULL);
	geojson_point(&s, "a", true, 55281300, -21170000, NULL);
	geojson_point(&s, "b", false, 0, 0, NULL);
	geojson_end(&s);
	sink_end(&out);
	assert_string_equal(text.data, "{\"type\":\"FeatureCollection\","
	    "\"features\":[\n{\"type\":\"Feature\",\"id\":\"a\",\"geometry\":"
	    "{\"type\":\"Point\",\"coordinates\":[55.2813,-21.17]},"
	    "\"properties\":{}},\n{\"type\":\"Feature\",\"id\":\"b\","
	    "\"geometry\":null,\"properties\":{}}\n]}\n");
}

/* --- Atom, JSON-LD ---------------------------------------------------------- */

static void
a_feed_has_what_the_standard_asks(void **state)
{
	const struct atom_feed f = { .id = "https://e.re/cte/projets.atom",
	    .title = "Projets", .author = "Territoire", .lang = "fr",
	    .self = "https://e.re/cte/projets.atom?a=1&b=2",
	    .alternate = "https://e.re/cte/projets", .updated_at = TEST_NOW };
	const struct atom_entry e = { .id = "urn:uuid:1", .title = "Un <b> & \x01"
	    "deux", .link = "https://e.re/p", .summary = "Été\x1f",
	    .updated_at = TEST_NOW, .published_at = TEST_NOW - 86400 };
	struct atom *a;

	(void)state;
	atom_begin(&a, &out, &f);
	atom_add(a, &e);
	assert_int_equal(atom_end(a), RC_OK);
	assert_non_null(strstr(text.data,
	    "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\">"));
	assert_non_null(strstr(text.data, "<title>Un &lt;b&gt; &amp; deux<"));
	assert_non_null(strstr(text.data, "<updated>2026-11-23T12:00:00Z<"));
	assert_non_null(strstr(text.data, "<summary>Été</summary>"));
	assert_non_null(strstr(text.data, "href=\"https://e.re/cte/projets.atom"
	    "?a=1&amp;b=2\""));
	assert_null(strstr(text.data, "rel=\"next\""));
}

static void
a_project_is_described_in_schema_org_words(void **state)
{
	const struct jsonld_grant grants[] = {
		{ "Territoire de la Côte Ouest", NULL, 2500000 },
		{ "Agence", "https://a.fr/", 1340050 },
	};
	const struct jsonld_project p = { .url = "https://e.re/cte/projets/x",
	    .name = "Composter", .place = "Saint-Leu", .place_code = "97413",
	    .lon_e6 = 55281300, .lat_e6 = -21170000, .grants = grants,
	    .grant_count = 2, .updated_at = TEST_NOW };
	struct json_object *o = jsonld_project(mem, &p), *grant;
	const char *s = json_string(mem, o);

	(void)state;
	assert_string_equal(json_text(o, "@type"), "Project");
	assert_string_equal(json_text(o, "@id"), p.url);
	grant = json_at(json_array(o, "funding"), 1);
	assert_string_equal(json_text(grant, "@type"), "MonetaryGrant");
	assert_non_null(strstr(s, "\"value\":13400.50"));
	assert_non_null(strstr(s, "\"latitude\":-21.170000"));
	assert_null(strstr(s, "description"));
	json_object_put(o);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(normative_csv_is_rfc_4180),
		TEST(open_csv_runs_no_formula_and_stays_comma_separated),
		TEST(spreadsheet_csv_runs_no_formula),
		TEST(a_reader_who_has_gone_stops_the_writer),
		TEST(dirty_csv_is_read),
		TEST(a_field_beyond_the_limit_refuses_its_row_only),
		TEST(columns_are_found_by_name_and_reading_restarts),
		TEST(what_is_written_is_read_back_from_a_file),
		TEST(a_stream_is_one_document),
		TEST(points_are_exact_and_longitude_comes_first),
		TEST(a_feed_has_what_the_standard_asks),
		TEST(a_project_is_described_in_schema_org_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
