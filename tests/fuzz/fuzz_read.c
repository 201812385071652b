/*
 * The fuzz target of what reads strangers' text: UTF-8 helpers, CSV, JSON,
 * amounts, dates. The first byte chooses. Run as fuzz_multipart.c is.
 *
 * Checked for any input: no crash; results are valid UTF-8 and within their
 * limits; what was understood is written and understood again the same.
 */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/csv.h"
#include "base/date.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/text.h"
#include "domain/money.h"
#include "open/csv.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* Also in a build without assertions. */
static void
must(bool b)
{
	if (!b)
		abort();
}

static bool
valid(const char *s)
{
	return text_valid_utf8(s, strlen(s));
}

static void
try_text(struct mem *mem, const char *s, size_t len)
{
	const char *utf8 = text_from_bytes(mem, s, len), *slug, *code;

	must(valid(utf8));
	must(valid(text_fold(mem, s)));
	must(strcmp(text_fold(mem, text_fold(mem, utf8)),
	    text_fold(mem, utf8)) == 0);
	slug = text_slug(mem, s);
	must(*slug != '\0' && strlen(slug) <= 80);
	must(slug[strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-")]
	    == '\0');
	for (size_t max = 1; max < 9; max++) {
		const char *cut = text_truncate(mem, utf8, max);

		must(text_length(cut) <= max && valid(cut));
	}
	must(valid(text_trim(mem, utf8)));
	must(valid(text_collapse_spaces(mem, utf8)));
	must(strstr(text_collapse_spaces(mem, utf8), "  ") == NULL);
	must(strchr(text_unix_lines(mem, utf8), '\r') == NULL);
	code = text_percent_encode(mem, utf8);
	must(strcmp(text_percent_decode(mem, code, strlen(code), true), utf8)
	    == 0);
	code = text_percent_decode(mem, s, len, true);
	must(code == NULL || valid(code));
	text_has_control(s);
}

/* Cells written again are read again the same, with any separator. */
static void
try_csv(struct mem *mem, const char *s, size_t len)
{
	struct csv_reader *reader, *again;
	struct buf copy = BUF_INIT;
	struct sink out;
	struct csv csv;
	struct csv_row row, same;
	enum rc rc;

	sink_init(&out, sink_into_buf, &copy);
	csv_init(&csv, &out, CSV_NORMATIVE);
	csv_text(&csv, "a,a,a");	/* so that the comma is found */
	csv_text(&csv, "b");
	csv_end_row(&csv);
	must(csv_open_memory(&reader, s, len) == RC_OK);
	while ((rc = csv_next(reader, &row)) != RC_NOT_FOUND) {
		must(row.count <= CSV_FIELDS_MAX && row.line >= 1);
		for (size_t i = 0; i < row.count; i++)
			must(valid(row.fields[i]));
		if (rc != RC_OK || (row.count == 1 && *row.fields[0] == '\0'))
			continue;
		for (size_t i = 0; i < row.count; i++)
			csv_text(&csv, row.fields[i]);
		csv_end_row(&csv);
	}
	sink_end(&out);
	csv_close(reader);
	csv_open_memory(&reader, s, len);
	csv_open_memory(&again, copy.data, copy.len);
	must(csv_next(again, &same) == RC_OK && same.count == 2);
	while ((rc = csv_next(reader, &row)) != RC_NOT_FOUND) {
		if (rc != RC_OK || (row.count == 1 && *row.fields[0] == '\0'))
			continue;
		must(csv_next(again, &same) == RC_OK);
		must(same.count == row.count);
		for (size_t i = 0; i < row.count; i++)
			must(strcmp(same.fields[i], row.fields[i]) == 0);
	}
	must(csv_next(again, &same) == RC_NOT_FOUND);
	csv_close(reader);
	csv_close(again);
	buf_release(&copy);
	(void)mem;
}

static void
try_json(struct mem *mem, const char *s, size_t len)
{
	struct json_object *value, *again;
	struct json_error error;
	struct buf a = BUF_INIT, b = BUF_INIT;
	const char *text;

	if (json_parse(&value, s, len, 16, &error) != RC_OK) {
		must(error.line >= 1 && error.column >= 1);
		return;
	}
	json_canonical(&a, value);
	/* A double from 2^63 to 1e21 is written as digits, not taken back. */
	if (json_parse(&again, a.data, a.len, 16, NULL) == RC_OK) {
		json_canonical(&b, again);
		must(a.len == b.len && memcmp(a.data, b.data, a.len) == 0);
		json_object_put(again);
	} else
		must(memchr(s, '.', len) != NULL || memchr(s, 'e', len) != NULL
		    || memchr(s, 'E', len) != NULL);
	text = json_string(mem, value);
	must(strchr(text, '<') == NULL);
	json_object_put(value);
	buf_release(&a);
	buf_release(&b);
}

static void
try_values(struct mem *mem, const char *s)
{
	int64_t cents, same, at;
	struct civil c;

	if (money_parse(&cents, s) == RC_OK) {
		must(money_parse(&same, money_plain(mem, cents)) == RC_OK
		    && same == cents);
		must(money_parse(&same, money_format_cents(mem, cents, "fr"))
		    == RC_OK && same == cents);
		must(money_parse(&same, money_format(mem, cents, "en"))
		    == RC_OK && same == cents);
		money_short(mem, cents, "fr");
	}
	if (date_parse(&c, s)) {
		struct civil d;

		must(date_exists(&c));
		must(date_parse(&d, date_iso_civil(mem, &c)));
		must(date_unix(&c) == date_unix(&d));
	}
	if (date_parse_time(&at, s, "Europe/Paris"))
		must(date_parse_time(&same, date_rfc3339(mem, at), NULL)
		    ? same == at : at < 0 || at > INT64_C(253402300799));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mem *mem;
	char *s;

	if (size < 1)
		return 0;
	mem = mem_new();
	s = mem_strndup(mem, (const char *)data + 1, size - 1);
	switch (data[0] % 4) {
	case 0:
		try_text(mem, s, size - 1);
		break;
	case 1:
		try_csv(mem, (const char *)data + 1, size - 1);
		break;
	case 2:
		try_json(mem, (const char *)data + 1, size - 1);
		break;
	default:
		try_values(mem, s);
	}
	mem_free(mem);
	return 0;
}
