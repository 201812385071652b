/*
 * The table of answers as a page: filters, columns, rows, pages there and back.
 * What the address says is read by table.c; exports are table_export.c's.
 */
#include "config.h"

#include "fcgi/instruction/table_private.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/money.h"
#include "web/partial.h"

#define PAGE_ROWS	50
#define CELL_MAX	140

static void
add_filter(const struct table_page *t, struct view *page, int n)
{
	struct view *row = view_add(page, M_TABLE_FILTERS);
	const char *key = table_asked_text(t->req, "q", n);
	int op = table_op_by_name(table_asked_text(t->req, "o", n)), i;
	size_t q;

	view_int(row, M_FILTER_NUMBER, n + 1);
	view_text(row, M_FILTER_Q, mem_printf(t->req->mem, "q%d", n));
	view_text(row, M_FILTER_O, mem_printf(t->req->mem, "o%d", n));
	view_text(row, M_FILTER_V, mem_printf(t->req->mem, "v%d", n));
	view_text(row, M_FILTER_VALUE, field_raw(&t->req->fields,
	    mem_printf(t->req->mem, "v%d", n)));
	for (q = 0; q < t->table.count; q++)
		partial_option(row, M_FILTER_QUESTIONS,
		    t->table.questions[q].field->key,
		    t->table.questions[q].field->label, strcmp(key,
		    t->table.questions[q].field->key) == 0);
	for (i = 0; i < TABLE_OPS; i++)
		partial_option(row, M_FILTER_OPS, table_op_name((enum
		    table_op)i), table_op_said((enum table_op)i), i == op);
	view_optional(row, M_FILTER_ERROR, M_FILTER_ERROR_TEXT,
	    problem_get(&t->why, mem_printf(t->req->mem, "v%d", n)));
}

/* Those that are used, and one more. */
static void
add_filters(const struct table_page *t, struct view *page)
{
	int n, used = 0;

	for (n = 0; n < TABLE_FILTERS; n++)
		if (*table_asked_text(t->req, "q", n) != '\0')
			used = n + 1;
	for (n = 0; n <= used && n < TABLE_FILTERS; n++)
		add_filter(t, page, n);
}

/* Each filter in words, with the way to leave it out. */
static void
add_chips(const struct table_page *t, struct view *page)
{
	struct mem *mem = t->req->mem;
	struct view *row, *section = NULL;
	const char *key;
	int n, op;
	size_t q;

	for (n = 0; n < TABLE_FILTERS; n++) {
		key = table_asked_text(t->req, "q", n);
		op = table_op_by_name(table_asked_text(t->req, "o", n));
		q = answer_table_question(&t->table, key);
		if (*key == '\0' || q == t->table.count)
			continue;
		if (section == NULL)
			section = view_add(page, M_TABLE_FILTERED);
		row = view_add(section, M_FILTER_CHIPS);
		view_text(row, M_CHIP_TEXT, mem_printf(mem, "%s %s %s",
		    t->table.questions[q].field->label, table_op_said(op < 0
		    ? TABLE_IS : (enum table_op)op), table_asked_text(t->req, "v",
		    n)));
		view_text(row, M_CHIP_URL, table_url(t, &(struct table_other){
		    .without = n + 1 }));
	}
}

/* "12 candidatures sur 40" */
static const char *
count_said(const struct table_page *t, int64_t n)
{
	struct table_asked all = t->asked;
	struct mem *mem = t->req->mem;
	const char *said = mem_printf(mem, ngettext("%s candidature",
	    "%s candidatures", (unsigned long)n), money_number(mem, n,
	    lang_get()));

	if (!t->filtered)
		return said;
	all.filters = json_object_new_array();
	n = answer_table_count(&t->table, &all);
	json_object_put(all.filters);
	return mem_printf(mem, _("%s sur %s"), said, money_number(mem, n,
	    lang_get()));
}

static bool
is_column(const struct table_page *t, size_t q)
{
	size_t i;

	for (i = 0; i < t->column_count; i++)
		if (t->columns[i] == q)
			return true;
	return false;
}

static void
add_head(const struct table_page *t, struct view *page, const char *sort,
    const char *label, bool number)
{
	bool here = strcmp(t->asked.sort, sort) == 0;
	struct view *head = view_add(page, M_TABLE_HEADS);

	view_text(head, M_HEAD_TEXT, label);
	view_text(head, M_HEAD_URL, table_url(t, &(struct table_other){ .sort = sort,
	    .down = here && !t->asked.down }));
	if (here)
		view_text(view_add(head, M_HEAD_SORTED), M_HEAD_SORT,
		    t->asked.down ? "descending" : "ascending");
	if (number)
		view_show(head, M_HEAD_NUMBER);
}

static bool
is_number(const struct form_field *f)
{
	return f->type == FORM_INTEGER || f->type == FORM_MONEY ||
	    f->type == FORM_PERCENTAGE || f->type == FORM_DECIMAL;
}

static void
add_row(const struct table_page *t, struct view *page,
    const struct table_row *r)
{
	struct view *row = view_add(page, M_TABLE_ROWS), *cell;
	size_t i;

	view_text(row, M_ROW_HEAD, r->number);
	view_text(row, M_ROW_URL, page_url(t->req, "instruction/%s",
	    r->number));
	view_text(row, M_ROW_TITLE, r->title);
	view_text(row, M_ROW_HOLDER, r->holder);
	for (i = 0; i < t->column_count; i++) {
		const struct table_question *q =
		    &t->table.questions[t->columns[i]];

		cell = view_add(row, M_ROW_CELLS);
		view_text(cell, M_CELL_TEXT, text_truncate(t->req->mem,
		    answer_table_text(t->req->mem, q, r->json[i]), CELL_MAX));
		if (is_number(q->field))
			view_show(cell, M_CELL_NUMBER);
	}
}

/* --- the rows of a page ------------------------------------------------------------------ */

struct shown {
	struct table_row *rows;
	size_t		 count;
	int64_t		 total, rank;	/* of the first row, from 1 */
	bool		 before, after;	/* are there others? */
};

/* One more than a page is asked, to know whether there is another. */
static void
read_rows(struct shown *s, const struct table_page *t)
{
	const struct fields *f = &t->req->fields;
	struct table_span span = { field_text(f, "de"), false, PAGE_ROWS + 1 };
	size_t n;

	if (field_text(f, "avant") != NULL)
		span = (struct table_span){ field_text(f, "avant"), true,
		    PAGE_ROWS + 1 };
	n = answer_table_rows(&s->rows, t->req->mem, &t->table, &t->asked,
	    t->columns, t->column_count, &span);
	if (n == 0 && span.key != NULL) {
		/* What was there has gone: from the beginning. */
		span = (struct table_span){ NULL, false, PAGE_ROWS + 1 };
		n = answer_table_rows(&s->rows, t->req->mem, &t->table,
		    &t->asked, t->columns, t->column_count, &span);
	}
	s->count = n > PAGE_ROWS ? PAGE_ROWS : n;
	s->before = span.back ? n > PAGE_ROWS : span.key != NULL;
	s->after = span.back ? span.key != NULL : n > PAGE_ROWS;
	if (span.back)
		s->rows += n - s->count;
	s->rank = s->before ? field_int(f, "rang") : 1;
	if (s->rank < 1 || s->rank > s->total)
		s->rank = 1;
}

static void
add_pager(const struct table_page *t, struct view *page,
    const struct shown *s)
{
	struct mem *mem = t->req->mem;
	struct view *pager;

	if (!s->before && !s->after)
		return;
	pager = view_add(page, M_TABLE_PAGER);
	view_text(pager, M_PAGER_WHERE, mem_printf(mem, _("%s à %s sur %s"),
	    money_number(mem, s->rank, lang_get()), money_number(mem, s->rank +
	    (int64_t)s->count - 1, lang_get()), money_number(mem, s->total,
	    lang_get())));
	if (s->before) {
		view_text(view_add(pager, M_TABLE_FIRST), M_TABLE_FIRST_URL,
		    table_url(t, &(struct table_other){ .tail = "" }));
		view_text(view_add(pager, M_PAGER_PREVIOUS),
		    M_PAGER_PREVIOUS_URL, table_url(t, &(struct table_other){
		    .before = answer_table_key(mem, &s->rows[0]),
		    .rank = s->rank > PAGE_ROWS ? s->rank - PAGE_ROWS : 1 }));
	}
	if (s->after)
		view_text(view_add(pager, M_PAGER_NEXT), M_PAGER_NEXT_URL,
		    table_url(t, &(struct table_other){ .after = answer_table_key(mem,
		    &s->rows[s->count - 1]), .rank = s->rank +
		    (int64_t)s->count }));
}

static void
add_rows(const struct table_page *t, struct view *page)
{
	struct shown s = { .total = answer_table_count(&t->table, &t->asked) };
	struct view *table;
	size_t i;

	view_text(page, M_TABLE_SAID, count_said(t, s.total));
	read_rows(&s, t);
	if (s.count == 0) {
		view_show(view_add(page, M_TABLE_EMPTY), t->filtered
		    ? M_EMPTY_FILTERED : M_EMPTY_WHOLE);
		return;
	}
	table = view_add(page, M_TABLE_SHOWN);
	add_head(t, table, "", _("Candidature"), false);
	add_head(t, table, "-title", _("Projet"), false);
	for (i = 0; i < t->column_count; i++) {
		const struct form_field *f =
		    t->table.questions[t->columns[i]].field;

		add_head(t, table, f->key, f->label, is_number(f));
	}
	for (i = 0; i < s.count; i++)
		add_row(t, table, &s.rows[i]);
	add_pager(t, page, &s);
}

/* --- the page ----------------------------------------------------------------------------- */

/* Which columns, of how many; and the way back to those proposed. */
static void
add_columns(const struct table_page *t, struct view *page)
{
	struct mem *mem = t->req->mem;
	size_t q;

	view_text(page, M_COLUMNS_SAID, mem_printf(mem, _("Colonnes : %zu sur "
	    "%zu"), t->column_count, t->table.count));
	for (q = 0; q < t->table.count; q++)
		partial_option(page, M_COLUMN_OPTIONS,
		    t->table.questions[q].field->key,
		    t->table.questions[q].field->label, is_column(t, q));
	if (t->chosen)
		view_text(view_add(page, M_COLUMNS_CHOSEN), M_COLUMNS_URL,
		    table_url(t, &(struct table_other){ .columns_first = true }));
	if (t->table.count > TABLE_COLUMNS)
		view_text(view_add(page, M_COLUMNS_MOST), M_COLUMNS_MOST_SAID,
		    mem_printf(mem, _("%d à la fois au plus ; un export les "
		    "contient toutes."), TABLE_COLUMNS));
}

void
table_get(struct req *req, struct res *res)
{
	struct view *page, *crumb;
	struct table_page t;

	if (!table_open(&t, req, res))
		return;
	page = res_page(res, _("Table des réponses"));
	partial_crumb(page, page_url(req, "instruction"), _("Instruction"));
	view_text(page, M_CRUMB_HERE, _("Table des réponses"));
	view_text(page, M_FORM_URL, t.url);
	view_text(page, M_CALLS_URL, page_url(req, "appels"));
	view_text(page, M_CSV_URL, table_url(&t, &(struct table_other){
	    .tail = ".csv" }));
	view_text(page, M_XLSX_URL, table_url(&t, &(struct table_other){
	    .tail = ".xlsx" }));
	if (*t.asked.sort != '\0' || t.asked.down) {
		crumb = view_add(page, M_TABLE_SORTED);
		view_text(crumb, M_TABLE_SORT, t.asked.sort);
		view_text(crumb, M_TABLE_WAY, t.asked.down ? "moins" : "plus");
	}
	add_filters(&t, page);
	add_chips(&t, page);
	add_columns(&t, page);
	if (t.why.count == 0)
		add_rows(&t, page);
	else
		view_text(page, M_TABLE_SAID, _("Un filtre est à corriger."));
	res_view(res, t.why.count == 0 ? 200 : 422, "instruction/table.tpl");
	table_close(&t);
}
