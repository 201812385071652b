/*
 * Languages: found in a folder, chosen by the visitor, plural by their rules.
 */
#include "config.h"

#include "tests/unit/test.h"

static void
french_comes_first_and_speaks_at_start(void **state)
{
	(void)state;
	test_languages();
	assert_string_equal(lang_list()[0], "fr");
	assert_string_equal(lang_list()[1], "en");
	assert_string_equal(lang_get(), "fr");
	assert_string_equal(lang_name("fr"), "Français");
	assert_string_equal(lang_name("en"), "English");
	assert_null(lang_find("xx"));
	assert_null(lang_find(NULL));
}

static void
plurals_follow_the_language(void **state)
{
	static const char *const one = "%s projet", *const many = "%s projets";

	(void)state;
	lang_set("fr");
	assert_string_equal(ngettext(one, many, 0), "%s projet");
	assert_string_equal(ngettext(one, many, 1), "%s projet");
	assert_string_equal(ngettext(one, many, 2), "%s projets");
	lang_set("en");
	assert_string_equal(ngettext(one, many, 0), "%s projects");
	assert_string_equal(ngettext(one, many, 1), "%s project");
	lang_set("xx");
	assert_string_equal(lang_get(), "fr");
	assert_string_equal(ngettext(one, many, 0), "%s projet");
}

static void
a_message_is_remembered_in_each_language(void **state)
{
	static const char *const label = N_("Chercher");
	int i;

	(void)state;
	for (i = 0; i < 2; i++) {
		lang_set("fr");
		assert_string_equal(_(label), "Chercher");
		assert_ptr_equal(_(label), _(label));
		lang_set("en");
		assert_string_equal(_(label), "Search");
	}
	lang_set("fr");
}

static void
french_spaces_do_not_break_in_messages(void **state)
{
	(void)state;
	lang_set("fr");
	assert_string_equal(_("« %s » est vide : choisissez le bon fichier."),
	    "«\u00a0%s\u00a0» est vide\u00a0: choisissez le bon fichier.");
}

static void
the_browser_says_what_it_prefers(void **state)
{
	(void)state;
	assert_string_equal(lang_accept("en", "fr"), "en");
	assert_string_equal(lang_accept("en-GB,en;q=0.9", "fr"), "en");
	assert_string_equal(lang_accept("de;q=1, en;q=0.3, fr;q=0.5", "en"),
	    "fr");
	assert_string_equal(lang_accept("de, es", "en"), "en");
	assert_string_equal(lang_accept("en;q=0, fr;q=0.001", "en"), "fr");
	assert_string_equal(lang_accept("english, french", "fr"), "fr");
	assert_string_equal(lang_accept(";;,,q=;en;q", "fr"), "fr");
	assert_string_equal(lang_accept("*", "en"), "en");
	assert_string_equal(lang_accept("", "en"), "en");
	assert_string_equal(lang_accept(NULL, NULL), "fr");
}

/* A third language is one file: po/xx.po. */
static void
one_more_file_is_one_more_language(void **state)
{
	char src[] = "/tmp/terreau-po-XXXXXX", command[2048];
	const char *top = test_path("TOP_SRCDIR", ".");

	(void)state;
	assert_non_null(mkdtemp(src));
	snprintf(command, sizeof(command),
	    "cp -R '%s/lib' '%s/views' '%s/po' '%s/build-aux' '%s' && "
	    "mkdir -p '%s/fcgi' '%s/cli' && "
	    "sed -e 's/Language: en/Language: rcf/' -e 's/\"English\"/"
	    "\"Kréol\"/' '%s/po/en.po' >'%s/po/rcf.po' && "
	    "cd '%s' && build-aux/catalogues . out", top, top, top, top, src,
	    src, src, top, src, src);
	assert_int_equal(system(command), 0);
	snprintf(command, sizeof(command), "%s/out", src);
	assert_int_equal(lang_open(command), RC_OK);
	assert_string_equal(lang_list()[2], "rcf");
	assert_null(lang_list()[3]);
	assert_string_equal(lang_name("rcf"), "Kréol");
	assert_string_equal(lang_accept("rcf-RE, fr;q=0.9", "fr"), "rcf");
	lang_set("rcf");
	assert_string_equal(_("Cette page n’existe pas"),
	    "This page does not exist");
	test_languages();
	test_remove(src);
}

static void
a_folder_without_french_is_refused(void **state)
{
	char dir[] = "/tmp/terreau-po-XXXXXX";

	(void)state;
	assert_non_null(mkdtemp(dir));
	assert_int_equal(lang_open(dir), RC_FAIL);
	assert_int_equal(lang_open("/nonexistent"), RC_FAIL);
	test_remove(dir);
	test_languages();
}

/* Markers that a translation forgets or invents show nothing, or show raw. */
static void
translations_keep_the_markers(void **state)
{
	char command[2048];

	(void)state;
	snprintf(command, sizeof(command), "for po in '%s'/po/*.po; do "
	    "msgcat --no-wrap \"$po\" | awk '"
	    "function marks(s, all) { all = \"\"; "
	    "while (match(s, /\\{\\{[^}]*\\}\\}/)) { "
	    "all = all substr(s, RSTART, RLENGTH); "
	    "s = substr(s, RSTART + RLENGTH) } return length(all) } "
	    "/^msgid / { id = $0 } "
	    "/^msgstr \"./ && marks($0) != marks(id) { print; bad = 1 } "
	    "END { exit bad }' >&2 || exit 1; done",
	    test_path("TOP_SRCDIR", "."));
	assert_int_equal(system(command), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(french_comes_first_and_speaks_at_start),
		cmocka_unit_test(plurals_follow_the_language),
		cmocka_unit_test(a_message_is_remembered_in_each_language),
		cmocka_unit_test(french_spaces_do_not_break_in_messages),
		cmocka_unit_test(the_browser_says_what_it_prefers),
		cmocka_unit_test(one_more_file_is_one_more_language),
		cmocka_unit_test(a_folder_without_french_is_refused),
		cmocka_unit_test(translations_keep_the_markers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
