/*
 * Views: what is done to a template at start, and that no value ever becomes
 * HTML, in any context.
 */
#include "config.h"

#include "tests/unit/test.h"

#include <sys/stat.h>

#include "base/buf.h"
#include "base/lang.h"
#include "view/prepare.h"
#include "view/view.h"

#define PRAGMA	PREPARE_PRAGMA "\n"

static char dir[64];
static struct buf out;

/* Markers of these tests' own templates. */
#define X	"X"
#define ROWS	"ROWS"
#define OUTER	"OUTER"

static void
write_file(const char *name, const char *text)
{
	char path[200], *slash;
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	slash = strrchr(path, '/');
	*slash = '\0';
	mkdir(path, 0755);
	*slash = '/';
	f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

static int
setup(void **state)
{
	(void)state;
	snprintf(dir, sizeof(dir), "/tmp/terreau-views-XXXXXX");
	assert_non_null(mkdtemp(dir));
	buf_init(&out);
	lang_set("fr");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	buf_release(&out);
	return test_remove(dir);
}

static void
write_page(const char *body)
{
	struct buf text = BUF_INIT;

	buf_text(&text, PRAGMA);
	buf_text(&text, body);
	write_file("a/page.tpl", text.data);
	buf_release(&text);
}

/* One page of that body, loaded. */
static void
load(const char *body)
{
	write_page(body);
	assert_int_equal(views_load(dir, NULL), RC_OK);
}

static const char *
show(struct view *v, const char *lang)
{
	buf_clear(&out);
	assert_int_equal(view_render(v, "a/page.tpl", lang, &out), RC_OK);
	view_free(v);
	return out.data;
}

/* The body with {{X}} given that value. */
static const char *
with(const char *body, const char *value)
{
	struct view *v = view_new();

	load(body);
	view_text(v, X, value);
	return show(v, "fr");
}

/* --- contexts ------------------------------------------------------------ */

static void
text_is_escaped(void **state)
{
	(void)state;
	assert_string_equal(with("<p>{{X}}</p>", "<b>l'été & \"moi\"</b>"),
	    "<p>&lt;b&gt;l&#39;été &amp; &quot;moi&quot;&lt;/b&gt;</p>");
	assert_string_equal(with("<title>{{X}}</title>", "</title><script>"),
	    "<title>&lt;/title&gt;&lt;script&gt;</title>");
}

static void
an_attribute_cannot_be_left(void **state)
{
	(void)state;
	assert_string_equal(with("<p title=\"{{X}}\">", "\"><script>"),
	    "<p title=\"&quot;&gt;&lt;script&gt;\">");
	assert_string_equal(with("<p title='{{X}}'>", "' onclick='x"),
	    "<p title='&#39; onclick=&#39;x'>");
	assert_string_equal(with("<input value=\"{{X:p}}\">", "a\n\"b"),
	    "<input value=\"a\n&quot;b\">");
}

static void
a_link_cannot_run_a_script(void **state)
{
	(void)state;
	assert_string_equal(with("<a href=\"{{X}}\">", "javascript:alert(1)"),
	    "<a href=\"#\">");
	assert_string_equal(with("<a href=\"{{X}}\">",
	    "\tJaVaScRiPt:alert(1)"), "<a href=\"#\">");
	assert_string_equal(with("<a href=\"{{X}}\">", "data:text/html,x"),
	    "<a href=\"#\">");
	assert_string_equal(with("<img src=\"{{X}}\">", "vbscript:x"),
	    "<img src=\"#\">");
	assert_string_equal(with("<form action=\"{{X}}\">", "javascript:x"),
	    "<form action=\"#\">");
	assert_string_equal(with("<a href=\"{{X}}\">", "/cte/?a=1&b=\"2"),
	    "<a href=\"/cte/?a=1&amp;b=&quot;2\">");
	assert_string_equal(with("<a href=\"/r?q={{X:u}}\">", "a&b=c d\""),
	    "<a href=\"/r?q=a%26b%3Dc+d%22\">");
}

static void
typed_lines_are_kept_where_asked(void **state)
{
	(void)state;
	assert_string_equal(with("<textarea>\n{{X:p}}</textarea>",
	    "un\n\n  deux</textarea><script>"), "<textarea>\nun\n\n  deux"
	    "&lt;/textarea&gt;&lt;script&gt;</textarea>");
}

static void
data_attributes_carry_json(void **state)
{
	(void)state;
	assert_string_equal(with("<div data-map=\"{{X}}\">",
	    "{\"a\":\"<\\u00e9>\"}"),
	    "<div data-map=\"{&quot;a&quot;:&quot;&lt;\\u00e9&gt;&quot;}\">");
}

/* --- sections ------------------------------------------------------------ */

static void
rows_see_their_parents_markers(void **state)
{
	struct view *v = view_new(), *row;

	(void)state;
	load("{{#ROWS}}{{OUTER}}{{X}};{{/ROWS}}");
	view_text(v, OUTER, "o");
	view_text(v, X, "dehors");
	row = view_add(v, ROWS);
	view_text(row, X, "1");
	row = view_add(v, ROWS);
	view_int(row, X, -2);
	view_add(v, ROWS);
	assert_string_equal(show(v, "fr"), "o1;o-2;odehors;");
}

static void
what_is_not_shown_is_absent(void **state)
{
	struct view *v = view_new();

	(void)state;
	load("a{{#ROWS}}b{{X}}{{/ROWS}}{{#OUTER}}c{{X}}{{/OUTER}}{{X}}");
	view_optional(v, ROWS, X, "");
	view_optional(v, ROWS, X, NULL);
	view_optional(v, OUTER, X, "d");
	view_text(v, X, NULL);
	assert_string_equal(show(v, "fr"), "acd");
}

/* More than a worker keeps parsed, in turn and back. */
static void
a_page_forgotten_is_shown_again(void **state)
{
	struct buf text = BUF_INIT;
	char name[32], said[64];
	struct view *v;
	int i, n;

	(void)state;
	for (i = 0; i < 40; i++) {
		snprintf(name, sizeof(name), "x/p%d.tpl", i);
		buf_clear(&text);
		buf_printf(&text, "%s<p>%d {{X}}</p>\n", PRAGMA, i);
		for (n = 0; n < 1000; n++)
			buf_text(&text, "<p>Un sentier.</p>\n");
		write_file(name, text.data);
	}
	buf_release(&text);
	assert_int_equal(views_load(dir, NULL), RC_OK);
	for (i = 0; i < 120; i++) {
		n = i * 7 % 40;
		snprintf(name, sizeof(name), "x/p%d.tpl", n);
		snprintf(said, sizeof(said), "<p>%d &lt;</p>", n);
		v = view_new();
		view_text(v, X, "<");
		buf_clear(&out);
		assert_int_equal(view_render(v, name, "fr", &out), RC_OK);
		assert_non_null(strstr(out.data, said));
		view_free(v);
	}
}

static void
an_unknown_page_is_told(void **state)
{
	struct view *v = view_new();

	(void)state;
	load("a");
	assert_int_equal(view_render(v, "a/none.tpl", "fr", &out),
	    RC_NOT_FOUND);
	assert_int_equal(view_render(v, "a/page.tpl", "xx", &out),
	    RC_NOT_FOUND);
	assert_int_equal(out.len, 0);
	view_free(v);
}

/* --- at start ------------------------------------------------------------ */

static void
a_template_without_the_pragma_refuses_to_start(void **state)
{
	(void)state;
	write_file("a/page.tpl", "<p>{{X}}</p>\n");
	assert_int_equal(views_load(dir, NULL), RC_FAIL);
	write_file("a/page.tpl", "\n" PRAGMA "<p>{{X}}</p>\n");
	assert_int_equal(views_load(dir, NULL), RC_FAIL);
	write_file("a/page.tpl", PRAGMA "[[> partials/p.tpl]]\n");
	write_file("partials/p.tpl", "<p>{{X}}</p>\n");
	assert_int_equal(views_load(dir, NULL), RC_FAIL);
}

static void
a_broken_template_refuses_to_start(void **state)
{
	static const char *const bodies[] = {
		"[[> partials/none.tpl]]\n", "[[Texte", "[[]]",
		"a [[> partials/p.tpl]]\n", "{{#ROWS}}", "{{X",
		"[[> ../a/page.tpl]]\n", "[[> a/page.tpl]]\n",
		"{{#ROWS}}{{/OUTER}}", "{{X:nonsense}}",
	};
	size_t i;

	(void)state;
	write_file("partials/p.tpl", PRAGMA "x");
	for (i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++) {
		write_page(bodies[i]);
		if (views_load(dir, NULL) == RC_OK)
			fail_msg("accepted: %s", bodies[i]);
	}
}

static void
a_piece_is_inlined_and_no_page_of_its_own(void **state)
{
	struct view *v = view_new();

	(void)state;
	write_file("partials/p.tpl", PRAGMA "<b>{{X}}</b>\n");
	load("{{#ROWS}}\n[[> partials/p.tpl]]\n{{/ROWS}}\nfin\n");
	view_text(view_add(v, ROWS), X, "1");
	view_text(view_add(v, ROWS), X, "2");
	assert_string_equal(show(v, "fr"), "<b>1</b>\n<b>2</b>\nfin\n");
	assert_int_equal(views_count(), 2);	/* one page, two languages */
}

static void
only_the_folders_named_are_loaded(void **state)
{
	(void)state;
	write_file("b/page.tpl", PRAGMA "b");
	write_file("layout/error.tpl", PRAGMA "e");
	load("a");
	assert_int_equal(views_count(), 6);
	assert_int_equal(views_load(dir, "c b"), RC_OK);
	assert_int_equal(views_count(), 4);
	assert_int_equal(views_load(dir, ""), RC_OK);
	assert_int_equal(views_count(), 2);
}

static void
texts_are_translated(void **state)
{
	struct view *v = view_new();

	(void)state;
	load("<p title=\"[[Menu]]\">[[Si cela se répète, donnez-nous ce numéro :]]</p>\n"
	    "[[Un texte que nulle langue ne connaît]]");
	assert_string_equal(show(v, "en"), "<p title=\"Menu\">"
	    "If it happens again, give us this number:</p>\nUn texte que nulle langue ne connaît");
}

static void
comments_and_indentation_go_but_not_in_typed_text(void **state)
{
	(void)state;
	assert_string_equal(with("<ul>\n\t<li>\n\t\t{{X}}\n\n</ul>\n<pre>\n"
	    "\ta\n\tb</pre>{{! said to those who write\n }}", "x"), "<ul>\n<li>\nx\n</ul>\n<pre>\n\ta\n\tb"
	    "</pre>");
}

/* --- French spaces ------------------------------------------------------- */

static void
french(const char *text, const char *expected)
{
	buf_clear(&out);
	prepare_french(text, &out);
	assert_string_equal(out.data, expected);
}

static void
french_spaces_do_not_break(void **state)
{
	(void)state;
	french("Oui ! Non ? Si ; Là : 5 % et 3 €",
	    "Oui\u202f! Non\u202f? Si\u202f; Là\u00a0: 5\u00a0% et 3\u00a0€");
	french("« {{X}} »", "«\u00a0{{X}}\u00a0»");
	french("http://a.fr;b", "http://a.fr;b");
}

static void
tags_and_code_are_left_alone(void **state)
{
	(void)state;
	french("<a title=\"a : b\" class='x ?'>a : b</a>",
	    "<a title=\"a : b\" class='x ?'>a\u00a0: b</a>");
	french("{{! note : non ? }}{{X:p}} !",
	    "{{! note : non ? }}{{X:p}}\u202f!");
	french("<pre>a : b</pre> :<code>x ?</code>",
	    "<pre>a : b</pre>\u00a0:<code>x ?</code>");
	french("<!-- a : b --> :", "<!-- a : b -->\u00a0:");
	french("1 < 2 : vrai", "1 < 2\u00a0: vrai");
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

static int
languages(void **state)
{
	(void)state;
	test_languages();
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(text_is_escaped),
		TEST(an_attribute_cannot_be_left),
		TEST(a_link_cannot_run_a_script),
		TEST(typed_lines_are_kept_where_asked),
		TEST(data_attributes_carry_json),
		TEST(rows_see_their_parents_markers),
		TEST(what_is_not_shown_is_absent),
		TEST(a_page_forgotten_is_shown_again),
		TEST(an_unknown_page_is_told),
		TEST(a_template_without_the_pragma_refuses_to_start),
		TEST(a_broken_template_refuses_to_start),
		TEST(a_piece_is_inlined_and_no_page_of_its_own),
		TEST(only_the_folders_named_are_loaded),
		TEST(texts_are_translated),
		TEST(comments_and_indentation_go_but_not_in_typed_text),
		TEST(french_spaces_do_not_break),
		TEST(tags_and_code_are_left_alone),
	};

	return cmocka_run_group_tests(tests, languages, NULL);
}
