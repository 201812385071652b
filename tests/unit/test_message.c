/*
 * Mails as bytes: headers encoded and folded, texts quoted, a file joined.
 * tests/cli/test_jobs reads whole ones with another program.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "open/message.h"

static struct buf b = BUF_INIT;
static struct message m;

static int
setup(void **state)
{
	(void)state;
	buf_clear(&b);
	m = (struct message){ .from = "service@ville.example",
	    .from_name = "Côte Ouest", .to = "anne@terreau.example",
	    .to_name = "Técher, Anne", .subject = "Bonjour", .text = "Bonjour,\n",
	    .id = "1.2@ville.example", .at = TEST_NOW };
	return 0;
}

static void
has(const char *text)
{
	assert_int_equal(message_write(&b, &m), RC_OK);
	if (strstr(b.data, text) == NULL)
		fail_msg("no %s in\n%s", text, b.data);
}

static void
the_head_is_complete(void **state)
{
	(void)state;
	has("From: =?UTF-8?B?Q8O0dGUgT3Vlc3Q=?= <service@ville.example>\r\n");
	has("To: =?UTF-8?B?");
	has("Subject: Bonjour\r\n");
	has("Date: Mon, 23 Nov 2026 12:00:00 +0000\r\n");
	has("Message-ID: <1.2@ville.example>\r\n");
	has("Auto-Submitted: auto-generated\r\n");
	has("Content-Transfer-Encoding: quoted-printable\r\n\r\nBonjour,\r\n");
}

static void
a_plain_name_with_signs_is_quoted(void **state)
{
	(void)state;
	m.to_name = "Anne \"A.\" Techer, Saint-Leu";
	has("To: \"Anne \\\"A.\\\" Techer, Saint-Leu\" <anne@terreau.example>\r\n");
}

static void
texts_add_no_header(void **state)
{
	(void)state;
	m.subject = "X\r\nBcc: spy@evil.example";
	m.to_name = "A\nBcc: spy@evil.example";
	has("Subject: X Bcc: spy@evil.example\r\n");
	assert_null(strstr(b.data, "\nBcc:"));
}

static void
what_looks_encoded_is_encoded(void **state)
{
	(void)state;
	m.subject = "=?UTF-8?Q?piege?=";
	has("Subject: =?UTF-8?B?PT9VVEYtOD9RP3BpZWdlPz0=?=\r\n");
}

static void
addresses_are_addresses(void **state)
{
	static const char *const bad[] = { NULL, "", "a", "a@", "@b", "a@b@c",
	    "a b@c", "a@b\r\nRCPT", "a@é.fr", "a@b,c@d", "<a@b>" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_false(message_address_ok(bad[i]));
		m.to = bad[i];
		assert_int_equal(message_write(&b, &m), RC_INVALID);
	}
	assert_int_equal(b.len, 0);
}

static void
lines_stay_short_and_dots_are_hidden(void **state)
{
	char line[2000];
	const char *p, *end;

	(void)state;
	memset(line, 'x', sizeof(line) - 1);
	line[sizeof(line) - 1] = '\0';
	m.text = line;
	has("=\r\n");
	for (p = b.data; (end = strstr(p, "\r\n")) != NULL; p = end + 2)
		assert_true(end - p <= 76);
	buf_clear(&b);
	m.text = ".\nFrom here\nfin \n";
	has("\r\n=2E\r\n=46rom here\r\nfin=20\r\n");
}

static void
a_file_is_joined_under_its_name(void **state)
{
	(void)state;
	m.file_name = "Reçu n\302\260 42.pdf";
	m.file_type = "application/pdf";
	m.file = "%PDF";
	m.file_len = 4;
	has("Content-Type: multipart/mixed;\r\n boundary=");
	has("filename=\"recu-n-42.pdf\";\r\n"
	    " filename*=UTF-8''Re%C3%A7u%20n%C2%B0%2042.pdf\r\n\r\nJVBERg==\r\n");
	assert_string_equal(b.data + b.len - 4, "--\r\n");
}

static void
the_same_message_is_the_same_bytes(void **state)
{
	struct buf again = BUF_INIT;

	(void)state;
	m.file_name = "a.pdf";
	m.file_type = "application/pdf";
	m.file = "%PDF";
	m.file_len = 4;
	assert_int_equal(message_write(&b, &m), RC_OK);
	assert_int_equal(message_write(&again, &m), RC_OK);
	assert_string_equal(b.data, again.data);
	buf_release(&again);
}

#define TEST(name) cmocka_unit_test_setup(name, setup)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_head_is_complete),
		TEST(a_plain_name_with_signs_is_quoted),
		TEST(texts_add_no_header),
		TEST(what_looks_encoded_is_encoded),
		TEST(addresses_are_addresses),
		TEST(lines_stay_short_and_dots_are_hidden),
		TEST(a_file_is_joined_under_its_name),
		TEST(the_same_message_is_the_same_bytes),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	buf_release(&b);
	return failed;
}
