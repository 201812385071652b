/*
 * PDF: what a reader program finds in it.
 */
#include "config.h"

#include "tests/unit/test.h"

#include <sys/wait.h>
#include <time.h>

#include "base/file.h"
#include "base/sandbox.h"
#include "base/text.h"
#include "open/pdf.h"
#include "open/receipt_pdf.h"

/* Fontconfig keeps what it read until the process ends. */
const char	*__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\nleak:libpango\n";
}

static struct mem *mem;
static char dir[] = "/tmp/terreau-pdf-XXXXXX";

static int
setup(void **state)
{
	(void)state;
	mem = mem_new();
	return mkdtemp(dir) == NULL;
}

static int
teardown(void **state)
{
	char command[64];

	(void)state;
	mem_free(mem);
	snprintf(command, sizeof(command), "rm -rf '%s'", dir);
	return system(command);
}

/* What a program says of the file, or NULL when it is not installed. */
static const char *
told(const char *program, const char *format)
{
	const char *log = mem_printf(mem, "%s/told", dir);
	const char *where = mem_printf(mem, "command -v %s >/dev/null",
	    program);
	char *data;
	const char *command = mem_printf(mem, format, dir);

	if (system(where) != 0) {
		print_message("# %s is not installed\n", program);
		return NULL;
	}
	if (system(mem_printf(mem, "%s >'%s' 2>&1", command, log)) != 0)
		fail_msg("%s", command);
	assert_int_equal(file_read(&data, NULL, mem, log, 1 << 20), RC_OK);
	return data;
}

static const struct receipt_paper paper = {
	.platform = "Transition Ouest",
	.number = "TCO-2026-00042",
	.project = "Composter ensemble à Piton Saint-Leu",
	.holder = "Ti Jardin",
	.call = "Économie circulaire 2026",
	.requested = "25\u202f000\u00a0€",
	.service_name = "Territoire de la Côte Ouest, direction de la transition",
	.service_address = "1 rue Eliard Laude, BP 50049\n97822 Le Port Cedex",
	.service_email = "transition@tco.re",
	.service_phone = "02 62 32 12 12",
	.received_at = TEST_NOW,
	.time_zone = "Indian/Reunion",
	.lang = "fr",
	.documents = (const char *const[]){ "Statuts de l’association.pdf",
	    "Budget prévisionnel.xlsx", "Devis des composteurs.pdf" },
	.document_count = 3,
	.missing = (const char *const[]){ "Relevé d’identité bancaire" },
	.missing_count = 1,
	.missing_due_at = TEST_NOW + 15 * 86400,
	.silence = RECEIPT_SILENCE_REJECTS,
	.silence_at = TEST_NOW + 61 * 86400,
	.snapshot_sha256 =
	    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
	.journal_seq = 128,
	.journal_hash =
	    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
	.verify_url = "https://transition.tco.re/journal/verifier",
	.status_url = "https://transition.tco.re/mes-projets/composter",
};

static void
make_receipt(struct buf *b)
{
	struct sink out;

	sink_init(&out, sink_into_buf, b);
	assert_int_equal(receipt_pdf(&out, &paper), RC_OK);
}

static void
save(const struct buf *b)
{
	assert_int_equal(file_write_durably(mem_printf(mem, "%s/a.pdf", dir),
	    b->data, b->len), RC_OK);
}

static void
a_receipt_says_what_the_law_asks(void **state)
{
	static const char *const wanted[] = { "Accusé de réception",
	    "TCO-2026-00042", "23 novembre 2026 à 16 h 00", "Ti Jardin",
	    "Composter ensemble à Piton Saint-Leu", "25 000 €",
	    "direction de la transition", "97822 Le Port Cedex",
	    "transition@tco.re", "02 62 32 12 12",
	    "Statuts de l’association.pdf", "Relevé d’identité bancaire",
	    "8 décembre 2026", "23 janvier 2027", "comme rejetée", "tribunal",
	    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
	    "128", "page 1 sur" };
	struct buf b = BUF_INIT;
	const char *text;

	(void)state;
	make_receipt(&b);
	save(&b);
	buf_release(&b);
	text = told("pdftotext", "pdftotext -layout %s/a.pdf -");
	if (text == NULL)
		return;
	text = text_collapse_spaces(mem, text);
	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++)
		if (strstr(text, wanted[i]) == NULL)
			fail_msg("\"%s\" is not in:\n%s", wanted[i], text);
}

static void
a_receipt_is_tagged_titled_and_sound(void **state)
{
	struct buf b = BUF_INIT;
	const char *said;

	(void)state;
	make_receipt(&b);
	save(&b);
	assert_non_null(memmem(b.data, b.len, "/Lang (fr)", 10));
	buf_release(&b);
	said = told("pdfinfo", "pdfinfo %s/a.pdf");
	if (said != NULL) {
		assert_non_null(strstr(said,
		    "Title:           Accusé de réception TCO-2026-00042"));
		assert_non_null(strstr(said, "Tagged:          yes"));
		assert_non_null(strstr(said, "Territoire de la Côte Ouest"));
		assert_non_null(strstr(said, "A4"));
	}
	said = told("pdfinfo", "pdfinfo -struct %s/a.pdf");
	if (said != NULL) {
		assert_non_null(strstr(said, "H1"));
		assert_non_null(strstr(said, "H2"));
		assert_non_null(strstr(said, "Table"));
		assert_non_null(strstr(said, "LBody"));
	}
	told("qpdf", "qpdf --check %s/a.pdf");
}

static void
the_same_receipt_has_the_same_bytes(void **state)
{
	struct buf a = BUF_INIT, b = BUF_INIT;

	(void)state;
	make_receipt(&a);
	make_receipt(&b);
	assert_int_equal(a.len, b.len);
	assert_memory_equal(a.data, b.data, a.len);
	buf_release(&a);
	buf_release(&b);
}

/* As lib/web/worker.c confines a worker. */
static void
a_confined_process_makes_the_same_receipt(void **state)
{
	const char *const readable[] = { "/usr/share", "/usr/lib",
	    "/usr/local/share", "/etc/fonts", "/var/cache/fontconfig", NULL };
	const char *const writable[] = { dir, NULL };
	const struct sandbox box = { readable, writable, false };
	struct buf b = BUF_INIT;
	char *confined;
	size_t len;
	int status;
	pid_t child;

	(void)state;
	child = fork();	/* no font was looked for before */
	if (child == 0) {
		if (sandbox_enter(&box) == RC_OK) {
			make_receipt(&b);
			save(&b);
		}
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	make_receipt(&b);
	assert_int_equal(file_read(&confined, &len, mem,
	    mem_printf(mem, "%s/a.pdf", dir), 1 << 20), RC_OK);
	assert_int_equal(len, b.len);
	assert_memory_equal(confined, b.data, len);
	buf_release(&b);
}

/* One answer of 200,000 signs without a space held a worker for a minute. */
static void
a_line_without_end_is_several(void **state)
{
	const struct pdf_info info = { .title = "Long", .author = "A",
	    .lang = "fr", .created_at = 0 };
	struct pdf *p = pdf_new(&info);
	struct buf b = BUF_INIT, words = BUF_INIT;
	clock_t before = clock();
	struct sink out;
	const char *text;

	(void)state;
	for (int i = 0; i < 40000; i++)
		buf_text(&words, "é([{x");
	buf_text(&words, "fin");
	pdf_text(p, words.data);
	sink_init(&out, sink_into_buf, &b);
	assert_int_equal(pdf_end(p, &out), RC_OK);
	assert_true(clock() - before < 20 * CLOCKS_PER_SEC);
	save(&b);
	text = told("pdftotext", "pdftotext -layout %s/a.pdf -");
	if (text != NULL)
		assert_non_null(strstr(text, "fin"));
	buf_release(&words);
	buf_release(&b);
}

static void
long_documents_run_over_pages(void **state)
{
	const struct pdf_info info = { .title = "Long", .author = "A",
	    .lang = "fr", .page_of = "page %d sur %d", .created_at = 0 };
	struct pdf *p = pdf_new(&info);
	struct buf b = BUF_INIT, words = BUF_INIT;
	struct sink out;
	const char *text;

	(void)state;
	for (int i = 0; i < 3000; i++)
		buf_printf(&words, "mot%d ", i);
	pdf_title(p, "Long");
	pdf_text(p, words.data);
	pdf_text(p, "Texte invalide \xe9 \x01 et vide");
	pdf_text(p, NULL);
	sink_init(&out, sink_into_buf, &b);
	assert_int_equal(pdf_end(p, &out), RC_OK);
	save(&b);
	text = told("pdftotext", "pdftotext -layout %s/a.pdf -");
	if (text != NULL) {
		assert_non_null(strstr(text, "mot0 "));
		assert_non_null(strstr(text, "mot1500"));
		assert_non_null(strstr(text, "mot2999"));
		assert_non_null(strstr(text, "page 2 sur "));
	}
	told("qpdf", "qpdf --check %s/a.pdf");
	buf_release(&b);
	buf_release(&words);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		/* First, before fonts are loaded. */
		cmocka_unit_test(a_confined_process_makes_the_same_receipt),
		cmocka_unit_test(a_receipt_says_what_the_law_asks),
		cmocka_unit_test(a_receipt_is_tagged_titled_and_sound),
		cmocka_unit_test(the_same_receipt_has_the_same_bytes),
		cmocka_unit_test(a_line_without_end_is_several),
		cmocka_unit_test(long_documents_run_over_pages),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
