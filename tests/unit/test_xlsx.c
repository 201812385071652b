/*
 * Spreadsheets: a sound archive, exact numbers, no formula.
 */
#include "config.h"

#include "tests/unit/test.h"

#include "base/buf.h"
#include "base/file.h"
#include "open/xlsx.h"
#include "open/zip.h"

static struct mem *mem;
static char dir[] = "/tmp/terreau-xlsx-XXXXXX";

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

static const struct xlsx_column columns[] = {
	{ "Projet", XLSX_TEXT, 40 },
	{ "Montant", XLSX_EUROS, 14 },
	{ "Depuis", XLSX_DAY, 12 },
	{ "Longitude", XLSX_DEGREES, 12 },
	{ "Rang", XLSX_INT, 8 },
	{ NULL, XLSX_TEXT, 0 },
};

static void
make(struct buf *b, int rows)
{
	struct xlsx *x;
	struct sink out;

	sink_init(&out, sink_into_buf, b);
	xlsx_begin(&x, &out, "Projets [2026]", columns, TEST_NOW);
	xlsx_text(x, "=cmd() & <é>\x01");
	xlsx_number(x, -123456);
	xlsx_text(x, "2026-11-23");
	xlsx_number(x, 55281300);
	xlsx_number(x, 7);
	xlsx_end_row(x);
	for (int i = 1; i < rows; i++) {
		xlsx_text(x, i % 2 == 0 ? "un projet" : NULL);
		xlsx_number(x, i);
		xlsx_text(x, "bientôt");
		xlsx_empty(x);
		xlsx_number(x, i);
		xlsx_number(x, 9);	/* one too many is dropped */
		xlsx_end_row(x);
	}
	assert_int_equal(xlsx_end(x), RC_OK);
}

/* What python's zipfile and XML parser find, one line a cell of two rows. */
static const char program[] =
    "import zipfile, sys\n"
    "import xml.etree.ElementTree as E\n"
    "z = zipfile.ZipFile(sys.argv[1])\n"
    "assert z.testzip() is None\n"
    "for n in z.namelist(): E.fromstring(z.read(n))\n"
    "s = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'\n"
    "r = E.fromstring(z.read('xl/worksheets/sheet1.xml'))\n"
    "rows = r.findall(f'.//{s}row')\n"
    "print(len(rows), r.find(f'{s}autoFilter').get('ref'),\n"
    "  len(r.findall(f'.//{s}f')))\n"
    "for row in rows[:3]:\n"
    "  print(*[c.get('r') + '=' + ''.join(c.itertext())\n"
    "    for c in row], sep='|')\n"
    "w = E.fromstring(z.read('xl/workbook.xml'))\n"
    "print(w.find(f'.//{s}sheet').get('name'))\n";

static void
a_spreadsheet_holds_what_was_put(void **state)
{
	struct buf b = BUF_INIT;
	const char *path = mem_printf(mem, "%s/a.xlsx", dir);
	char *said;

	(void)state;
	make(&b, 5000);
	assert_int_equal(file_write_durably(path, b.data, b.len), RC_OK);
	buf_release(&b);
	assert_int_equal(file_write_durably(mem_printf(mem, "%s/p.py", dir),
	    program, strlen(program)), RC_OK);
	if (system("command -v python3 >/dev/null") != 0)
		skip();
	assert_int_equal(system(mem_printf(mem,
	    "python3 %s/p.py %s >%s/said", dir, path, dir)), 0);
	assert_int_equal(file_read(&said, NULL, mem,
	    mem_printf(mem, "%s/said", dir), 9999), RC_OK);
	assert_string_equal(said, "5001 A1:E5001 0\n"
	    "A1=Projet|B1=Montant|C1=Depuis|D1=Longitude|E1=Rang\n"
	    "A2==cmd() & <é>|B2=-1234.56|C2=46349|D2=55.281300|E2=7\n"
	    "B3=0.01|C3=bientôt|E3=1\nProjets  2026 \n");
}

static void
the_same_sheet_has_the_same_bytes(void **state)
{
	struct buf a = BUF_INIT, b = BUF_INIT;

	(void)state;
	make(&a, 300);
	make(&b, 300);
	assert_int_equal(a.len, b.len);
	assert_memory_equal(a.data, b.data, a.len);
	buf_release(&a);
	buf_release(&b);
}

static void
an_archive_may_be_empty_or_large(void **state)
{
	struct buf b = BUF_INIT;
	struct sink out;
	struct zip *z;
	const char *path = mem_printf(mem, "%s/a.zip", dir);
	char noise[1000];

	(void)state;
	sink_init(&out, sink_into_buf, &b);
	zip_begin(&z, &out, 0);
	assert_int_equal(zip_end(z), RC_OK);
	assert_int_equal(b.len, 22);
	buf_clear(&b);
	sink_init(&out, sink_into_buf, &b);
	zip_begin(&z, &out, TEST_NOW);
	zip_file(z, "vide");
	zip_file(z, "été/bruit");
	for (unsigned i = 0; i < 3000; i++) {
		for (unsigned j = 0; j < sizeof(noise); j++)
			noise[j] = (char)((i * 7919 + j * j * 31) >> (j % 11));
		zip_put(z, noise, sizeof(noise));
	}
	assert_int_equal(zip_end(z), RC_OK);
	assert_int_equal(file_write_durably(path, b.data, b.len), RC_OK);
	buf_release(&b);
	if (system("command -v python3 >/dev/null") == 0)
		assert_int_equal(system(mem_printf(mem,
		    "python3 -m zipfile -t %s >/dev/null", path)), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_spreadsheet_holds_what_was_put),
		cmocka_unit_test(the_same_sheet_has_the_same_bytes),
		cmocka_unit_test(an_archive_may_be_empty_or_large),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
