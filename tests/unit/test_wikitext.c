/*
 * The wikitext scanner against what the wiki's own preprocessor does
 * (tests/wiki compares both on the same texts), and the plain text of a page.
 */
#include "config.h"

#include "tests/unit/test.h"

#include <time.h>

#include "base/buf.h"
#include "wiki/lead.h"
#include "wiki/scanner.h"

static struct mem *mem;

static struct wiki_calls *
scan(const char *text)
{
	struct wiki_calls *calls;

	assert_int_equal(wiki_scan(&calls, mem, text, strlen(text), NULL),
	    RC_OK);
	return calls;
}

/* Every call as {title|name=value|…}, in order. */
static const char *
said(const char *text)
{
	const struct wiki_calls *calls = scan(text);
	struct buf b = BUF_INIT;
	const char *title, *out;
	size_t i, k;

	for (i = 0; i < calls->count; i++) {
		title = wiki_call_title(mem, calls, &calls->rows[i]);
		buf_printf(&b, "{%s", title == NULL ? "?" : title);
		for (k = 0; k < calls->rows[i].count; k++)
			buf_printf(&b, "|%s=%s", wiki_param_name(mem, calls,
			    &calls->rows[i].params[k]), wiki_param_value(mem,
			    calls, &calls->rows[i].params[k]));
		buf_char(&b, '}');
	}
	out = mem_strdup(mem, b.data);
	buf_release(&b);
	return out;
}

static void
braces_match_longest_first_from_inside(void **state)
{
	(void)state;
	assert_string_equal(said("{{T|a=1}}"), "{T|a=1}");
	/* A template named by an argument. */
	assert_string_equal(said("{{{{{T}}}|a}}"), "{?|1=a}");
	/* A literal brace round an argument: no call at all. */
	assert_string_equal(said("{{{{T|a=1}}}}"), "");
	assert_string_equal(said("{{{b|c}}"), "{B|1=c}");
	assert_string_equal(said("{{{b|c}}}"), "");
	assert_string_equal(said("{{ {{tntn|Tuto Details}} |Type=x}}"),
	    "{?|Type=x}{Tntn|1=Tuto Details}");
	assert_string_equal(said("{{T|a={{U|b=2}}|c=3}}"),
	    "{T|a={{U|b=2}}|c=3}{U|b=2}");
	assert_int_equal(scan("{{T|{{U}}}}{{V}}")->rows[1].depth, 1);
	assert_int_equal(scan("{{T|{{U}}}}{{V}}")->rows[2].depth, 0);
}

static void
only_bars_and_the_first_equals_of_its_own_level_split(void **state)
{
	(void)state;
	assert_string_equal(said("{{T|a=b=c|d}}"), "{T|a=b=c|1=d}");
	assert_string_equal(said("{{T|a=[[x|y=z]]|b}}"), "{T|a=[[x|y=z]]|1=b}");
	/* External links, HTML and tables do not protect. */
	assert_string_equal(said("{{T|a=[http://x.fr a|b]}}"),
	    "{T|a=[http://x.fr a|1=b]}");
	assert_string_equal(said("{{T|<b title=\"x|y\">z</b>}}"),
	    "{T|<b title=\"x|1=y\">z</b>}");
	assert_string_equal(said("{{T|a=<!-- | = -->1}}"), "{T|a=1}");
	assert_string_equal(said("{{T|a=<nowiki>|b={{U}}</nowiki>|c=2}}"),
	    "{T|a=<nowiki>|b={{U}}</nowiki>|c=2}");
	assert_string_equal(said("{{T|a=-{fr:x|y}-|c=2}}"),
	    "{T|a=-{fr:x|y}-|c=2}");
	assert_string_equal(said("{{T|}}"), "{T|1=}");
	assert_string_equal(said("{{T||x}}"), "{T|1=|2=x}");
}

static void
an_unclosed_link_makes_the_call_a_text(void **state)
{
	(void)state;
	assert_string_equal(said("{{T|a=[[x|b=2}} fin"), "");
	assert_string_equal(said("{{T|a=[[x|b={{U}}}} fin"), "{U}");
	assert_string_equal(said("{{T|a=<math>x|b=2}}"), "{T|a=<math>x|b=2}");
	/* An unclosed extension tag is literal. */
	assert_string_equal(said("{{T|a=<nowiki>x|b=2}}"),
	    "{T|a=<nowiki>x|b=2}");
	assert_string_equal(said("{{T|a=<!-- x|b=2}}"), "");
}

static void
tags_are_those_of_the_wiki(void **state)
{
	static const char *const tags[] = { "math", NULL };
	struct wiki_calls *calls;
	const char *text = "{{T|a=<math>x|y</math>}}";

	(void)state;
	assert_int_equal(scan(text)->rows[0].count, 2);
	assert_int_equal(wiki_scan(&calls, mem, text, strlen(text), tags),
	    RC_OK);
	assert_int_equal(calls->rows[0].count, 1);
	assert_string_equal(said("<includeonly>{{A}}</includeonly>{{B}}"),
	    "{B}");
	assert_string_equal(said("<noinclude>{{A}}</noinclude>{{B}}"),
	    "{A}{B}");
	assert_string_equal(said("{{T|a=<ref name=\"x\" />|b=1}}"),
	    "{T|a=<ref name=\"x\" />|b=1}");
}

static void
names_are_trimmed_and_titles_made_regular(void **state)
{

	(void)state;
	assert_string_equal(said("{{\n<!-- x -->modèle:infobox_lieu\n| Titre = La\n |b=2}}"),
	    "{Infobox lieu|Titre=La|b=2}");
	assert_string_equal(said("{{T|<!--n-->a<!--o-->=1}}"), "{T|a=1}");
	assert_string_equal(said("{{subst:Template:x}}"), "{X}");
	assert_string_equal(said("{{événement|a=1}}"), "{Événement|a=1}");
	assert_string_equal(said("{{T|a= 1 | 2 }}"), "{T|a=1|1= 2 }");
	/* A heading inside an unnamed parameter makes no name. */
	assert_string_equal(said("{{T|x\n== y ==\nz}}"),
	    "{T|1=x\n== y ==\nz}");
	/* A line made of one comment vanishes with its newline. */
	assert_string_equal(said("{{T|a=x\n <!-- c --> \ny}}"), "{T|a=x\ny}");
}

static void
spans_are_bytes_of_the_text(void **state)
{
	const char *text = "é {{T|a = 1 }} b";
	const struct wiki_calls *calls = scan(text);
	const struct wiki_call *c = &calls->rows[0];

	(void)state;
	assert_memory_equal(text + c->whole.at, "{{T|a = 1 }}", 12);
	assert_int_equal(c->whole.len, 12);
	assert_memory_equal(text + c->params[0].value.at, " 1 ", 3);
	assert_int_equal(c->params[0].value.len, 3);
}

static double
seconds_to_scan(const char *piece, size_t times)
{
	struct buf b = BUF_INIT;
	struct wiki_calls *calls;
	struct timespec a, z;
	size_t i;

	for (i = 0; i < times; i++)
		buf_text(&b, piece);
	clock_gettime(CLOCK_MONOTONIC, &a);
	(void)wiki_scan(&calls, mem, b.data, b.len, NULL);
	(void)wiki_plain(mem, b.data, b.len, NULL);
	clock_gettime(CLOCK_MONOTONIC, &z);
	buf_release(&b);
	mem_reset(mem);
	return (double)(z.tv_sec - a.tv_sec) +
	    (double)(z.tv_nsec - a.tv_nsec) / 1e9;
}

static void
hostile_texts_of_two_megabytes_take_no_time(void **state)
{
	static const char *const pieces[] = { "{", "{{", "[[", "}}", "{{a|",
	    "{{a}}", "<nowiki>", "<ref ", "<!--", "<!---->", "-{", "= ", "\n=",
	    "[http://", "'", "{|", "&", "__", "[[a|", "\n <!-- -->", "<a" };
	size_t i;

	(void)state;
	/* 20 s is only there to tell linear from quadratic. */
	for (i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++)
		assert_true(seconds_to_scan(pieces[i],
		    WIKI_TEXT_MAX / strlen(pieces[i])) < 20.0);
}

static void
too_long_and_too_deep_are_refused(void **state)
{
	struct wiki_calls *calls;
	char *text = calloc(1, WIKI_TEXT_MAX + 2);
	size_t i;

	(void)state;
	memset(text, 'a', WIKI_TEXT_MAX + 1);
	assert_int_equal(wiki_scan(&calls, mem, text, WIKI_TEXT_MAX + 1, NULL),
	    RC_INVALID);
	for (i = 0; i + 4 <= 4 * (WIKI_DEPTH_MAX + 1); i += 4)
		memcpy(text + i, "{{a|", 4);
	assert_int_equal(wiki_scan(&calls, mem, text, i, NULL), RC_INVALID);
	free(text);
}

static void
the_lead_is_prose_without_marks(void **state)
{
	static const char page[] =
	    "{{Lieu|Titre=La Myne}}\n"
	    "[[Fichier:x.jpg|vignette|Un [[lien]] dans la légende]]\n"
	    "'''La Myne''' est un [[tiers-lieu|''tiers-lieu'']] de "
	    "[https://villeurbanne.fr Villeurbanne]<ref>Note {{x}}</ref>,\n"
	    "&laquo;&nbsp;ouvert&nbsp;&raquo;.<br>Suite.\n\n"
	    "{| class=\"a\"\n| b\n|}\n"
	    "Second paragraphe.\n\n== Histoire ==\nAprès.\n"
	    "[[Catégorie:Lieu]]";

	(void)state;
	assert_string_equal(wiki_lead(mem, scan(page), 600, NULL),
	    "La Myne est un tiers-lieu de Villeurbanne,\n« ouvert ».\nSuite."
	    "\n\nSecond paragraphe.");
	assert_string_equal(wiki_lead(mem, scan("{{L}}\n== A ==\nTexte.\n"
	    "== B ==\nSuite."), 600, NULL), "Texte.");
	assert_string_equal(wiki_lead(mem, scan("{{L}}"), 600, NULL), "");
	assert_string_equal(wiki_lead(mem, scan("Un deux trois quatre"), 12,
	    NULL), "Un deux…");
}

static int
setup(void **state)
{
	(void)state;
	mem = mem_new();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	mem_free(mem);
	return 0;
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(braces_match_longest_first_from_inside),
		cmocka_unit_test(
		    only_bars_and_the_first_equals_of_its_own_level_split),
		cmocka_unit_test(an_unclosed_link_makes_the_call_a_text),
		cmocka_unit_test(tags_are_those_of_the_wiki),
		cmocka_unit_test(names_are_trimmed_and_titles_made_regular),
		cmocka_unit_test(spans_are_bytes_of_the_text),
		cmocka_unit_test(hostile_texts_of_two_megabytes_take_no_time),
		cmocka_unit_test(too_long_and_too_deep_are_refused),
		cmocka_unit_test(the_lead_is_prose_without_marks),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
