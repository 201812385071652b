/*
 * Values as the wikis we serve write them; and how a client waits, and where it
 * refuses to connect.
 */
#include "config.h"

#include "tests/unit/test.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include "wiki/client.h"
#include "wiki/values.h"

static struct mem *mem;

static const char *
point(const char *raw)
{
	int64_t lat = 0, lon = 0;

	if (!wiki_value_point(&lat, &lon, raw))
		return "no";
	return mem_printf(mem, "%lld %lld", (long long)lat, (long long)lon);
}

static void
points_are_read_in_every_usual_form(void **state)
{
	(void)state;
	assert_string_equal(point("-21.1706, 55.2882"), "-21170600 55288200");
	assert_string_equal(point("-21.1706,55.2882"), "-21170600 55288200");
	assert_string_equal(point("48,8566 ; 2,3522"), "48856600 2352200");
	assert_string_equal(point("48.8566 2.3522"), "48856600 2352200");
	assert_string_equal(point("48,8566, 2,3522"), "no");
	assert_string_equal(point("{{coord|48.8566|2.3522|display=title}}"),
	    "48856600 2352200");
	assert_string_equal(point("{{Coord|48|51|24|N|2|21|8|E|type:city}}"),
	    "48856667 2352222");
	assert_string_equal(point("48° 51' 24\" N, 2° 21' 8\" E"),
	    "48856667 2352222");
	assert_string_equal(point("21°10′14″ S 55°17′17″ E"),
	    "-21170556 55288056");
	assert_string_equal(point("2.35 E 48.85 N"), "48850000 2350000");
	assert_string_equal(point("2,5°O, 48°N"), "48000000 -2500000");
	assert_string_equal(point("91, 2"), "no");
	assert_string_equal(point("0, 0"), "no");
	assert_string_equal(point("48.85"), "no");
	assert_string_equal(point("Villeurbanne"), "no");
	assert_string_equal(point(""), "no");
}

static void
degrees_alone_take_a_comma(void **state)
{
	int64_t e6 = 7;

	(void)state;
	assert_true(wiki_value_degrees(&e6, "55,2882", 180));
	assert_int_equal(e6, 55288200);
	assert_true(wiki_value_degrees(&e6, "21° 10' 30\" S", 90));
	assert_int_equal(e6, -21175000);
	e6 = 7;
	assert_false(wiki_value_degrees(&e6, "121", 90));
	assert_false(wiki_value_degrees(&e6, "nord", 90));
	assert_int_equal(e6, 7);
}

static const char *
date(const char *raw)
{
	const char *iso;

	return wiki_value_date(&iso, mem, raw) ? iso : "no";
}

static void
dates_are_read_and_words_are_not(void **state)
{
	(void)state;
	assert_string_equal(date("2024-03-12"), "2024-03-12");
	assert_string_equal(date("12/03/2024"), "2024-03-12");
	assert_string_equal(date("12 mars 2024"), "2024-03-12");
	assert_string_equal(date("1er février 2024"), "2024-02-01");
	assert_string_equal(date("mars 2024"), "2024-03-01");
	assert_string_equal(date("2024"), "2024-01-01");
	assert_string_equal(date("2024-03-12 09:30:00"), "2024-03-12");
	assert_string_equal(date("day"), "no");
	assert_string_equal(date("31/02/2024"), "no");
	assert_string_equal(date("30 février 2024"), "no");
	assert_string_equal(date("bientôt"), "no");
	assert_string_equal(date(""), "no");
}

static void
lists_are_cut_where_people_cut_them(void **state)
{
	const char **list;

	(void)state;
	assert_int_equal(wiki_value_list(&list, mem, "vélo, [[marche|à pied]],",
	    NULL), 2);
	assert_string_equal(list[1], "à pied");
	assert_int_equal(wiki_value_list(&list, mem, "a, b@c", NULL), 2);
	assert_string_equal(list[0], "a, b");
	assert_int_equal(wiki_value_list(&list, mem, "* a\n* b\n", NULL), 2);
	assert_string_equal(list[0], "a");
	assert_int_equal(wiki_value_list(&list, mem, "", NULL), 0);
}

static void
links_and_files_lose_their_marks(void **state)
{
	const char *url, *page, *words, *name = NULL;

	(void)state;
	assert_true(wiki_value_link(&url, &page, &words, mem,
	    "[https://x.fr/a Le site]"));
	assert_string_equal(url, "https://x.fr/a");
	assert_string_equal(words, "Le site");
	assert_true(wiki_value_link(&url, &page, &words, mem, "http://x.fr"));
	assert_string_equal(words, "http://x.fr");
	assert_true(wiki_value_link(&url, &page, &words, mem, "[[A|b]]"));
	assert_null(url);
	assert_string_equal(page, "A");
	assert_false(wiki_value_link(&url, &page, &words, mem,
	    "javascript:alert(1)"));
	assert_true(wiki_value_file(&name, mem, "[[Fichier:La_Myne.JPG|thumb]]"));
	assert_string_equal(name, "La Myne.JPG");
	assert_true(wiki_value_file(&name, mem, "photo.png"));
	assert_false(wiki_value_file(&name, mem, "No-image-yet.jpg"));
	assert_false(wiki_value_file(&name, mem, "aucune"));
}

/* --- the client ------------------------------------------------------------- */

static int
after(long status, const char *code, int retry_after, int tries)
{
	int seconds = 0;

	switch (wiki_after(&seconds, status, code, retry_after, tries)) {
	case WIKI_NEXT_WAIT: return seconds;
	case WIKI_NEXT_SIGN_IN: return -2;
	case WIKI_NEXT_GIVE_UP: break;
	}
	return -1;
}

static void
a_client_waits_as_it_was_told(void **state)
{
	(void)state;
	assert_int_equal(after(200, "maxlag", 7, 1), 7);
	assert_int_equal(after(200, "maxlag", -1, 1), 5);
	assert_int_equal(after(503, NULL, -1, 3), 20);
	assert_int_equal(after(429, NULL, 30, 1), 30);
	assert_int_equal(after(503, NULL, 99999, 1), 600);
	assert_int_equal(after(200, "readonly", -1, 1), 60);
	assert_int_equal(after(502, NULL, -1, 6), 120);
	assert_int_equal(after(0, NULL, -1, 1), 5);
	assert_int_equal(after(200, "assertuserfailed", -1, 1), -2);
	assert_int_equal(after(200, "assertuserfailed", -1, 2), -1);
	assert_int_equal(after(200, "blocked", -1, 1), -1);
	assert_int_equal(after(404, NULL, -1, 1), -1);
	assert_int_equal(after(503, NULL, -1, WIKI_TRIES), -1);
}

static bool
allowed(const char *text, const char *allow)
{
	struct sockaddr_in6 six = { .sin6_family = AF_INET6 };
	struct sockaddr_in four = { .sin_family = AF_INET };

	if (inet_pton(AF_INET, text, &four.sin_addr) == 1)
		return wiki_address_allowed((struct sockaddr *)&four, allow);
	assert_int_equal(inet_pton(AF_INET6, text, &six.sin6_addr), 1);
	return wiki_address_allowed((struct sockaddr *)&six, allow);
}

static void
private_addresses_are_refused_unless_allowed(void **state)
{
	static const char *const private[] = { "127.0.0.1", "10.1.2.3",
	    "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
	    "0.0.0.0", "224.0.0.1", "::1", "fe80::1", "fd00::1",
	    "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "::" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(private) / sizeof(private[0]); i++)
		assert_false(allowed(private[i], NULL));
	assert_true(allowed("91.198.174.192", NULL));
	assert_true(allowed("2620:0:862:ed1a::1", NULL));
	assert_true(allowed("172.15.0.1", NULL));
	assert_true(allowed("127.0.0.1", "10.0.0.0/8, 127.0.0.1"));
	assert_true(allowed("10.9.8.7", "10.0.0.0/8"));
	assert_true(allowed("::1", "::1"));
	assert_false(allowed("127.0.0.2", "127.0.0.1"));
	assert_false(allowed("127.0.0.1", "0.0.0.0/0"));
}

static void
what_is_typed_leads_to_api_php(void **state)
{
	const char *url[4];

	(void)state;
	assert_int_equal(wiki_api_candidates(url, mem, "wiki.fr"), 3);
	assert_string_equal(url[0], "https://wiki.fr/api.php");
	assert_string_equal(url[1], "https://wiki.fr/w/api.php");
	assert_int_equal(wiki_api_candidates(url, mem,
	    "http://x.fr/w/api.php?action=help"), 1);
	assert_string_equal(url[0], "http://x.fr/w/api.php");
	assert_int_equal(wiki_api_candidates(url, mem,
	    "http://x.fr:81/index.php/Accueil"), 3);
	assert_string_equal(url[0], "http://x.fr:81/api.php");
	assert_int_equal(wiki_api_candidates(url, mem,
	    "https://fr.x.org/wiki/Accueil"), 3);
	assert_string_equal(url[0], "https://fr.x.org/wiki/api.php");
	assert_string_equal(url[2], "https://fr.x.org/w/api.php");
	assert_int_equal(wiki_api_candidates(url, mem, "ftp://x.fr"), 0);
	assert_int_equal(wiki_api_candidates(url, mem, "http://a:b@x.fr/"), 0);
	assert_int_equal(wiki_api_candidates(url, mem, "pas une adresse"), 0);
	assert_int_equal(wiki_api_candidates(url, mem, ""), 0);
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
		cmocka_unit_test(points_are_read_in_every_usual_form),
		cmocka_unit_test(degrees_alone_take_a_comma),
		cmocka_unit_test(dates_are_read_and_words_are_not),
		cmocka_unit_test(lists_are_cut_where_people_cut_them),
		cmocka_unit_test(links_and_files_lose_their_marks),
		cmocka_unit_test(a_client_waits_as_it_was_told),
		cmocka_unit_test(private_addresses_are_refused_unless_allowed),
		cmocka_unit_test(what_is_typed_leads_to_api_php),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
