/*
 * A third language is one file: a po/xx.po, and every page and every sentence
 * of the program is offered in it, with its plurals and its own name.
 */
#include "config.h"

#include "tests/http/harness.h"

#include "fcgi/observatory/pages.h"
#include "view/view.h"

static struct harness h;
static char dir[] = "/tmp/terreau-po-XXXXXX";

/* po/rcf.po, and nothing else: the catalogues are made as the build does. */
static int
make(void **state)
{
	const char *top = test_path("TOP_SRCDIR", ".");
	char command[2048];

	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(command, sizeof(command),
	    "cp -R '%s/lib' '%s/fcgi' '%s/cli' '%s/views' '%s/po' "
	    "'%s/build-aux' '%s' && "
	    "sed -e 's/Language: en/Language: rcf/' -e 's/\"English\"/"
	    "\"Kréol\"/' -e 's/\"See all projects\"/\"Tout bann projé\"/' "
	    "-e 's/\"public project\"/\"projé piblik\"/' "
	    "-e 's/\"public projects\"/\"bann projé piblik\"/' "
	    "-e 's/\"This page does not exist\"/\"Paj-la i ékzist pa\"/' "
	    "'%s/po/en.po' >'%s/po/rcf.po' && "
	    "cd '%s' && build-aux/catalogues . out", top, top, top, top, top,
	    top, dir, top, dir, dir);
	assert_int_equal(system(command), 0);
	snprintf(command, sizeof(command), "%s/out", dir);
	assert_int_equal(lang_open(command), RC_OK);
	assert_int_equal(views_load(test_path("TOP_SRCDIR", "views"),
	    "observatory"), RC_OK);
	harness_open(&h, &observatory_worker);
	return 0;
}

static int
destroy(void **state)
{
	(void)state;
	harness_close(&h);
	return test_remove(dir);
}

static void
a_browser_that_wants_it_is_answered_in_it(void **state)
{
	(void)state;
	h.headers.accept_language = "rcf-RE, fr;q=0.5";
	assert_int_equal(h_get(&h, "/cte/"), 200);
	h_has(&h, "<html lang=\"rcf\">");
	h_has(&h, "Tout bann projé");		/* of a template */
	h_has(&h, "bann projé piblik");		/* of the program, in number */
	h_has_not(&h, "Voir tous les projets");
	assert_int_equal(h_get(&h, "/cte/nulle-part"), 404);
	h_has(&h, "Paj-la i ékzist pa");
}

static void
the_others_may_choose_it(void **state)
{
	(void)state;
	h.headers.accept_language = "fr";
	assert_int_equal(h_get(&h, "/cte/"), 200);
	h_has(&h, "<html lang=\"fr\">");
	h_has(&h, "?lang=rcf");
	h_has(&h, "Kréol");
	assert_int_equal(h_get(&h, "/cte/?lang=rcf"), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "<html lang=\"rcf\">");
	assert_int_equal(h_get(&h, "/cte/?lang=fr"), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "<html lang=\"fr\">");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_browser_that_wants_it_is_answered_in_it),
		cmocka_unit_test(the_others_may_choose_it),
	};

	return cmocka_run_group_tests(tests, make, destroy);
}
