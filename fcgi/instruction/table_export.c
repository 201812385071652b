/*
 * The table of answers as CSV and XLSX: every question of every application of
 * the filter, streamed some rows at a time, in constant memory.
 */
#include "config.h"

#include "fcgi/instruction/table_private.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "open/csv.h"
#include "open/xlsx.h"

#define ROWS_AT_A_TIME	100

struct export {
	struct table_page	 page;
	struct mem		*mem;		/* of some rows */
	struct sink		 sink;
};

static enum rc
to_visitor(void *res, const char *data, size_t len)
{
	return res_stream(res, data, len);
}

/* A filter that cannot be read exports nothing: the page says why. */
static bool
begin(struct export *x, struct req *req, struct res *res, const char *type,
    const char *file)
{
	if (!table_open(&x->page, req, res))
		return false;
	if (x->page.why.count > 0) {
		table_close(&x->page);
		res_error_status(res, 422, _("Un filtre est à corriger."));
		return false;
	}
	x->mem = mem_new();
	res_stream_begin(res, type, file);
	sink_init(&x->sink, to_visitor, res);
	return true;
}

static void
end(struct export *x)
{
	table_close(&x->page);
	mem_free(x->mem);
}

/* Give each row to put, page by page, until the end or until the reader left. */
static void
each_row(struct export *x, void (*put)(struct export *,
    const struct table_row *, void *), void *arg)
{
	char *after = NULL, *next;
	struct table_row *rows;
	size_t n = ROWS_AT_A_TIME, i;
	struct mem *keys[2] = { mem_new(), mem_new() };
	int turn = 0;

	while (n == ROWS_AT_A_TIME && x->sink.rc == RC_OK) {
		mem_reset(x->mem);
		n = answer_table_rows(&rows, x->mem, &x->page.table,
		    &x->page.asked, NULL, 0, &(struct table_span){ after, false,
		    ROWS_AT_A_TIME });
		for (i = 0; i < n; i++)
			put(x, &rows[i], arg);
		if (n == 0)
			break;
		mem_reset(keys[turn]);
		next = mem_strdup(keys[turn], answer_table_key(x->mem,
		    &rows[n - 1]));
		after = next;
		turn = 1 - turn;
	}
	mem_free(keys[0]);
	mem_free(keys[1]);
}

/* --- CSV ------------------------------------------------------------------------------- */

static void
csv_cell(struct export *x, struct csv *csv, const struct table_question *q,
    const char *json)
{
	struct value v;

	if (json == NULL) {
		csv_empty(csv);
		return;
	}
	switch (q->field->type) {
	case FORM_INTEGER:
	case FORM_MONEY:
	case FORM_PERCENTAGE:
		if (!answer_table_value(&v, x->mem, q, json))
			csv_empty(csv);
		else if (q->field->type == FORM_INTEGER)
			csv_int(csv, v.number);
		else
			csv_cents(csv, v.number);
		return;
	case FORM_DATE:
		if (answer_table_value(&v, x->mem, q, json))
			csv_text(csv, date_iso(x->mem, v.number));
		else
			csv_empty(csv);
		return;
	default:
		csv_text(csv, answer_table_text(x->mem, q, json));
	}
}

static void
csv_row(struct export *x, const struct table_row *r, void *arg)
{
	struct csv *csv = arg;
	size_t i;

	csv_text(csv, r->number);
	csv_text(csv, r->title);
	csv_text(csv, r->holder);
	for (i = 0; i < x->page.table.count; i++)
		csv_cell(x, csv, &x->page.table.questions[i], r->json[i]);
	csv_end_row(csv);
}

void
table_csv(struct req *req, struct res *res)
{
	struct export x;
	struct csv csv;
	size_t i;

	if (!begin(&x, req, res, "text/csv; charset=utf-8", "reponses.csv"))
		return;
	csv_init(&csv, &x.sink, CSV_SPREADSHEET);
	csv_text(&csv, _("Candidature"));
	csv_text(&csv, _("Projet"));
	csv_text(&csv, _("Porteur"));
	for (i = 0; i < x.page.table.count; i++)
		csv_text(&csv, x.page.table.questions[i].field->label);
	csv_end_row(&csv);
	each_row(&x, csv_row, &csv);
	sink_end(&x.sink);
	end(&x);
}

/* --- XLSX -------------------------------------------------------------------------------- */

static enum xlsx_type
column_type(const struct form_field *f)
{
	return f->type == FORM_INTEGER ? XLSX_INT : f->type == FORM_MONEY
	    ? XLSX_EUROS : f->type == FORM_DATE ? XLSX_DAY : XLSX_TEXT;
}

static void
xlsx_cell(struct export *x, struct xlsx *xlsx,
    const struct table_question *q, const char *json)
{
	struct value v;

	if (json == NULL)
		xlsx_empty(xlsx);
	else if (column_type(q->field) == XLSX_TEXT)
		xlsx_text(xlsx, answer_table_text(x->mem, q, json));
	else if (!answer_table_value(&v, x->mem, q, json))
		xlsx_empty(xlsx);
	else if (q->field->type == FORM_DATE)
		xlsx_text(xlsx, date_iso(x->mem, v.number));
	else
		xlsx_number(xlsx, v.number);
}

static void
xlsx_row(struct export *x, const struct table_row *r, void *arg)
{
	struct xlsx *xlsx = arg;
	size_t i;

	xlsx_text(xlsx, r->number);
	xlsx_text(xlsx, r->title);
	xlsx_text(xlsx, r->holder);
	for (i = 0; i < x->page.table.count; i++)
		xlsx_cell(x, xlsx, &x->page.table.questions[i], r->json[i]);
	xlsx_end_row(xlsx);
}

void
table_xlsx(struct req *req, struct res *res)
{
	struct xlsx_column *columns;
	struct export x;
	struct xlsx *xlsx;
	size_t i;

	if (!begin(&x, req, res, "application/vnd.openxmlformats-officedocument"
	    ".spreadsheetml.sheet", "reponses.xlsx"))
		return;
	columns = MEM_ARRAY(req->mem, x.page.table.count + 4,
	    struct xlsx_column);
	columns[0] = (struct xlsx_column){ _("Candidature"), XLSX_TEXT, 18 };
	columns[1] = (struct xlsx_column){ _("Projet"), XLSX_TEXT, 40 };
	columns[2] = (struct xlsx_column){ _("Porteur"), XLSX_TEXT, 30 };
	for (i = 0; i < x.page.table.count; i++) {
		const struct form_field *f = x.page.table.questions[i].field;

		columns[i + 3] = (struct xlsx_column){ f->label,
		    column_type(f), f->type == FORM_LONG_TEXT ? 60 : 24 };
	}
	xlsx_begin(&xlsx, &x.sink, req->platform->name, columns, req->now);
	each_row(&x, xlsx_row, xlsx);
	xlsx_end(xlsx);
	end(&x);
}
