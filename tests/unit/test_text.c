/*
 * UTF-8 text: lengths, folding, slugs, encodings.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "base/text.h"

static struct mem *mem;

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

static void
invalid_utf8_is_seen(void **state)
{
	(void)state;
	assert_true(text_valid_utf8("é€😀", strlen("é€😀")));
	assert_true(text_valid_utf8("", 0));
	assert_false(text_valid_utf8("\xc0\x80", 2));		/* overlong */
	assert_false(text_valid_utf8("\xed\xa0\x80", 3));	/* surrogate */
	assert_false(text_valid_utf8("\xf4\x90\x80\x80", 4));	/* too high */
	assert_false(text_valid_utf8("\xc3", 1));		/* cut */
	assert_false(text_valid_utf8("a\0b", 3));		/* NUL */
	assert_false(text_valid_utf8("caf\xe9", 4));		/* Latin-1 */
}

static void
control_characters_are_seen(void **state)
{
	(void)state;
	assert_false(text_has_control("deux\nlignes\tet é"));
	assert_true(text_has_control("a\rb"));
	assert_true(text_has_control("a\x1b[0m"));
	assert_true(text_has_control("a\x7f"));
	assert_true(text_has_control("a\xc2\x85"));
	assert_false(text_has_control(NULL));
}

static void
length_counts_characters(void **state)
{
	(void)state;
	assert_int_equal(text_length("Été à l’île"), 11);
	assert_int_equal(text_length("😀"), 1);
	assert_int_equal(text_length("caf\xe9!"), 5);
	assert_int_equal(text_length(NULL), 0);
}

static void
spaces_are_trimmed_and_collapsed(void **state)
{
	(void)state;
	assert_string_equal(text_trim(mem, " \u00a0\tun  deux\u202f\r\n"),
	    "un  deux");
	assert_string_equal(text_trim(mem, " \t "), "");
	assert_string_equal(text_trim(mem, NULL), "");
	assert_string_equal(text_collapse_spaces(mem,
	    "\n un\u00a0\u202f deux \r\n trois "), "un deux trois");
	assert_string_equal(text_collapse_spaces(mem, ""), "");
	assert_true(text_blank("\u202f \u00a0"));
	assert_true(text_blank(NULL));
	assert_false(text_blank(" a"));
}

static void
lines_become_unix(void **state)
{
	(void)state;
	assert_string_equal(text_unix_lines(mem, "a\r\nb\rc\nd\x01\t."),
	    "a\nb\nc\nd\t.");
}

static void
folding_drops_case_accents_and_ligatures(void **state)
{
	(void)state;
	assert_string_equal(text_fold(mem, "RÉNOVATION"), "renovation");
	assert_string_equal(text_fold(mem, "Œuvre à l’Étang-Salé"),
	    "oeuvre a l'etang-sale");
	assert_string_equal(text_fold(mem, "Saint\u00a0Leu"), "saint leu");
	assert_string_equal(text_fold(mem, "e\u0301te\u0301"), "ete");
	assert_string_equal(text_fold(mem, "STRASSE straße Łódź"),
	    "strasse strasse lodz");
	assert_string_equal(text_fold(mem, "ASCII Only 12"), "ascii only 12");
	assert_string_equal(text_fold(mem, "ﬁn ½"), "fin 1⁄2");
	assert_string_equal(text_fold(mem, "caf\xe9"), "cafe");
	assert_string_equal(text_fold(mem, NULL), "");
	assert_true(text_starts_folded(mem, "Étang-Salé", "eTÀ"));
	assert_false(text_starts_folded(mem, "Les Avirons", "aviron"));
}

static void
slugs_are_short_and_plain(void **state)
{
	const char *slug;

	(void)state;
	assert_string_equal(text_slug(mem, "Composter ensemble à Piton"),
	    "composter-ensemble-a-piton");
	assert_string_equal(text_slug(mem, "  L’œuvre, n° 12 !!! "),
	    "l-oeuvre-n-12");
	assert_string_equal(text_slug(mem, "..."), "sans-titre");
	assert_string_equal(text_slug(mem, ""), "sans-titre");
	assert_string_equal(text_slug(mem, "日本"), "sans-titre");
	slug = text_slug(mem, "Un titre bien trop long pour une adresse, comme "
	    "on en trouve dans les exports du fonds vert de l’année passée");
	assert_string_equal(slug, "un-titre-bien-trop-long-pour-une-adresse-"
	    "comme-on-en-trouve-dans-les-exports-du");
	assert_true(strlen(slug) <= 80);
	assert_int_equal(strlen(text_slug(mem, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")), 80);
}

static void
truncation_counts_characters_and_keeps_words(void **state)
{
	(void)state;
	assert_string_equal(text_capital(mem, "école"), "École");
	assert_string_equal(text_capital(mem, ""), "");
	assert_string_equal(text_truncate(mem, "été", 3), "été");
	assert_string_equal(text_truncate(mem, "étés", 3), "ét…");
	assert_string_equal(text_truncate(mem, "Composter ensemble à Piton",
	    20), "Composter ensemble…");
	assert_string_equal(text_truncate(mem, "😀😀😀😀", 2), "😀…");
	assert_string_equal(text_truncate(mem, "abc", 1), "…");
	assert_string_equal(text_truncate(mem, "abc", 0), "");
	for (size_t max = 1; max < 30; max++)
		assert_true(text_length(text_truncate(mem,
		    "Où est l’île à l’été ? Là-bas, à côté.", max)) <= max);
}

static void
hexadecimal_goes_both_ways(void **state)
{
	unsigned char raw[3] = { 0, 0xab, 0xff }, back[3];
	char hex[7];

	(void)state;
	text_hex(hex, raw, 3);
	assert_string_equal(hex, "00abff");
	assert_true(text_unhex(back, 3, "00ABff"));
	assert_memory_equal(raw, back, 3);
	assert_false(text_unhex(back, 3, "00abf"));
	assert_false(text_unhex(back, 3, "00abfg"));
	assert_false(text_unhex(back, 3, "00abff0"));
	assert_false(text_unhex(back, 3, NULL));
}

static void
percent_encoding_goes_both_ways(void **state)
{
	const char *all = "Été & co/100% +1?#é~-_.";
	const char *code = text_percent_encode(mem, all);

	(void)state;
	assert_string_equal(text_percent_encode(mem, "à/b c"), "%C3%A0%2Fb%20c");
	assert_string_equal(text_percent_decode(mem, code, strlen(code), false),
	    all);
	assert_string_equal(text_percent_decode(mem, "a+b%2b", 6, true),
	    "a b+");
	assert_string_equal(text_percent_decode(mem, "a+b", 3, false), "a+b");
	assert_null(text_percent_decode(mem, "%0", 2, false));
	assert_null(text_percent_decode(mem, "%zz", 3, false));
	assert_null(text_percent_decode(mem, "a%00b", 5, false));
	assert_null(text_percent_decode(mem, "%ff", 3, false));
	assert_string_equal(text_percent_decode(mem, "", 0, false), "");
}

static void
xml_is_escaped(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	text_xml(&b, "<a b=\"c\">'&'\x01 é\n");
	assert_string_equal(b.data,
	    "&lt;a b=&quot;c&quot;&gt;&#39;&amp;&#39; é\n");
	buf_release(&b);
}

static void
other_bytes_are_read_as_windows_1252(void **state)
{
	(void)state;
	assert_string_equal(text_from_bytes(mem, "\x8cuvre \x96 50 \x80 \xe9",
	    14), "Œuvre – 50 € é");
	assert_string_equal(text_from_bytes(mem, "déjà", strlen("déjà")),
	    "déjà");
	assert_string_equal(text_from_bytes(mem, "\x81", 1), "\ufffd");
}

static void
comparison_sees_every_byte(void **state)
{
	(void)state;
	assert_true(text_equal_const_time("abc", "abc", 3));
	assert_false(text_equal_const_time("abc", "abd", 3));
	assert_false(text_equal_const_time("xbc", "abc", 3));
	assert_true(text_equal_const_time("x", "y", 0));
	assert_true(text_starts("projets.csv", "projets"));
	assert_true(text_ends("projets.csv", ".csv"));
	assert_false(text_ends("csv", "projets.csv"));
}

static void
a_whole_number_is_read_as_people_write_it(void **state)
{
	static const char *const bad[] = { "", "-", " ", "1,5", "--1", "1 a",
	    "9223372036854775808", "-9223372036854775809", "0x1", "+1" };
	int64_t n = 42;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(text_int(&n, bad[i]));
	assert_int_equal(n, 42);
	assert_true(text_int(&n, "12\u202f345") && n == 12345);
	assert_true(text_int(&n, "1 000\u00a0000") && n == 1000000);
	/* As an answer is shown again. */
	assert_true(text_int(&n, "\u22123") && n == -3);
	assert_true(text_int(&n, "-9223372036854775808") && n == INT64_MIN);
	assert_true(text_int(&n, "9223372036854775807") && n == INT64_MAX);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_whole_number_is_read_as_people_write_it),
		cmocka_unit_test(invalid_utf8_is_seen),
		cmocka_unit_test(control_characters_are_seen),
		cmocka_unit_test(length_counts_characters),
		cmocka_unit_test(spaces_are_trimmed_and_collapsed),
		cmocka_unit_test(lines_become_unix),
		cmocka_unit_test(folding_drops_case_accents_and_ligatures),
		cmocka_unit_test(slugs_are_short_and_plain),
		cmocka_unit_test(truncation_counts_characters_and_keeps_words),
		cmocka_unit_test(hexadecimal_goes_both_ways),
		cmocka_unit_test(percent_encoding_goes_both_ways),
		cmocka_unit_test(xml_is_escaped),
		cmocka_unit_test(other_bytes_are_read_as_windows_1252),
		cmocka_unit_test(comparison_sees_every_byte),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
