/*
 * Repeated blocks and tables as controls: items of inner questions, rows of
 * cells, with what is wrong beside each.
 * A blank item is always there, so that no script is needed to add one.
 */
#include "config.h"

#include "web/sheet_control.h"

#include <string.h>

#include "base/lang.h"
#include "web/partial.h"

#define LINES_FIRST	3	/* of a free table, at least */
#define LINES_BLANK	2	/* after the last one written */
#define LINES_MORE	4	/* when more are asked for */

/* How many items or lines of it are shown: what is written, blank ones, more
 * when asked for. */
static size_t
control_rows(const struct control *c, size_t blank)
{
	const struct form_field *f = c->field;
	size_t n = typed_rows(c->typed, f);
	size_t most = f->has_max && f->max < FORM_ITEMS ? (size_t)f->max
	    : FORM_ITEMS;

	if (f->row_count > 0)
		return f->row_count;
	n += blank;
	return n > most ? most : n;
}

static bool
is_asked_for(const struct control *c)
{
	return c->s->plus != NULL && strcmp(c->s->plus, c->name) == 0;
}

/* What is wrong in one cell, as the server reads it, or NULL. */
static const char *
wrong_in(const struct control *c, const struct form_field *f,
    const struct typed *typed)
{
	const char *error = NULL;
	struct value v;

	return value_read(&v, &error, c->s->answers, f, typed) ? NULL : error;
}

/* --- tables ------------------------------------------------------------------ */

/* The head of a column, with its unit. */
static const char *
head_said(const struct control *c, const struct form_field *column)
{
	return column->unit == NULL ? column->label
	    : mem_printf(c->s->req->mem, "%s (%s)", column->label,
	    column->unit);
}

static void
show_cell(const struct control *c, struct view *row, const char *line,
    const char *line_name, const struct form_field *f, const struct value *is)
{
	struct mem *mem = c->s->req->mem;
	const struct typed *typed = typed_inside(mem, c->typed, line, f->key);
	struct view *cell = view_add(row, M_CELLS), *v;
	size_t i;

	if (f->formula != NULL)
		v = view_add(cell, M_CELL_CALCULATED);
	else if (f->type == FORM_CHOICE || f->type == FORM_YES_NO)
		v = view_add(cell, M_CELL_SELECT);
	else if (form_is_number(f))
		v = view_add(cell, M_CELL_NUMBER);
	else
		v = view_add(cell, M_CELL_TEXT);
	view_text(v, M_CELL_NAME, mem_printf(mem, "%s.%s.%s", c->name, line,
	    f->key));
	view_text(cell, M_CELL_HEAD, head_said(c, f));
	view_text(v, M_CELL_SAID, mem_printf(mem, "%s, %s", f->label,
	    line_name));
	if (f->formula != NULL) {
		view_text(v, M_CELL_VALUE, value_text(c->s->answers, f, is));
		return;
	}
	view_text(v, M_CELL_VALUE, control_own(typed));
	view_text(v, M_CELL_SUM, calculated_sum(f));
	view_text(v, M_CELL_TYPE, f->type == FORM_DATE
	    ? control_day_type(control_own(typed)) : "text");
	if (wrong_in(c, f, typed) != NULL)
		view_show(v, M_CELL_WRONG);
	for (i = 0; f->type == FORM_CHOICE && i < f->option_count; i++)
		partial_option(v, M_CELL_OPTIONS, f->options[i].key,
		    f->options[i].label, strcmp(f->options[i].key,
		    control_own(typed)) == 0);
	if (f->type != FORM_YES_NO)
		return;
	partial_option(v, M_CELL_OPTIONS, "oui", _("Oui"),
	    strcmp(control_own(typed), "oui") == 0);
	partial_option(v, M_CELL_OPTIONS, "non", _("Non"),
	    strcmp(control_own(typed), "non") == 0);
}

static const char *
total_said(const struct control *c, const struct form_field *like,
    int64_t total)
{
	const struct value v = { .given = true, .number = total };

	return value_text(c->s->answers, like, &v);
}

static void
show_foot(const struct control *c, struct view *v, const struct value *all)
{
	const struct form_field *f = c->field;
	struct view *foot = NULL, *cell;
	int64_t total;
	size_t i;

	for (i = 0; i < f->inner_count && foot == NULL; i++)
		if (f->inner[i].total)
			foot = view_add(v, M_TABLE_FOOT);
	for (i = 0; foot != NULL && i < f->inner_count; i++) {
		cell = view_add(foot, M_FOOT_CELLS);
		if (i == 0 && f->row_count == 0 && !f->inner[0].total)
			view_text(cell, M_FOOT_TEXT, _("Total"));
		if (!f->inner[i].total || !column_total(&total, f, all, i))
			continue;
		view_text(cell, M_FOOT_TEXT, total_said(c, &f->inner[i],
		    total));
		view_text(view_add(cell, M_FOOT_HEAD), M_FOOT_HEAD_TEXT,
		    head_said(c, &f->inner[i]));
		if (f->inner[i].formula == NULL)
			view_text(view_add(cell, M_FOOT_TOTAL), M_FOOT_SUM,
			    calculated_sum(&f->inner[i]));
		else
			view_text(view_add(cell, M_FOOT_CALCULATED),
			    M_FOOT_NAME, mem_printf(c->s->req->mem, "%s..%s",
			    c->name, f->inner[i].key));
	}
}

static void
show_heads(const struct control *c, struct view *v, bool summed)
{
	const struct form_field *f = c->field;
	size_t i;

	if (f->row_count > 0)
		view_show(v, M_TABLE_ROW_HEAD);
	for (i = 0; i < f->inner_count; i++) {
		struct view *head = view_add(v, M_TABLE_HEADS);

		view_text(head, M_HEAD_TEXT, head_said(c, &f->inner[i]));
		if (form_is_number(&f->inner[i]))
			view_show(head, M_HEAD_NUMBER);
	}
	if (summed)
		view_show(v, M_TABLE_TOTAL_HEAD);
}

void
control_show_table(const struct control *c, struct view *v)
{
	const struct form_field *f = c->field;
	struct mem *mem = c->s->req->mem;
	size_t i, j, n = control_rows(c, is_asked_for(c) ? LINES_MORE
	    : LINES_BLANK);
	const struct form_field *like;
	struct value all;
	int64_t total;

	if (f->row_count == 0 && n < LINES_FIRST)
		n = f->has_max && f->max < LINES_FIRST ? (size_t)f->max
		    : LINES_FIRST;
	all = items_readable(c->s->answers, f, c->typed, c->item, n);
	show_heads(c, v, n > 0 && row_total(&total, f, &all, 0) != NULL);
	for (i = 0; i < n; i++) {
		const char *line = item_part(mem, f, i);
		const char *name = f->row_count > 0 ? f->rows[i].label
		    : mem_printf(mem, _("ligne %zu"), i + 1);
		struct view *row = view_add(v, M_TABLE_ROWS);

		if (f->row_count > 0)
			view_text(view_add(row, M_ROW_NAMED), M_ROW_NAME,
			    name);
		for (j = 0; j < f->inner_count; j++)
			show_cell(c, row, line, name, &f->inner[j],
			    &all.rows[i].cells[j]);
		like = row_total(&total, f, &all, i);
		if (like != NULL) {
			struct view *sum = view_add(row, M_ROW_TOTAL);

			view_text(sum, M_ROW_TOTAL_TEXT, total_said(c, like,
			    total));
			view_text(sum, M_ROW_TOTAL_SUM, calculated_sum(like));
		}
	}
	show_foot(c, v, &all);
	if (f->row_count == 0)
		view_text(view_add(v, M_TABLE_ADD), M_TABLE_ADD_NAME, c->name);
}

/* --- repeated blocks ------------------------------------------------------------ */

/* The markers of a level: the block itself, and a block inside it. */
struct level {
	const char	*id, *name, *token, *max, *item, *wrong, *add, *head,
			*items, *blank, *item_name, *act, *fields, *first, *last;
	const char	*stands_for;	/* the number in the blank item */
};

static const struct level levels[] = {
	{ M_REPEAT_ID, M_REPEAT_NAME, M_REPEAT_TOKEN, M_REPEAT_MAX,
	    M_REPEAT_ITEM, M_REPEAT_WRONG, M_REPEAT_ADD_TEXT, M_REPEAT_HEAD,
	    M_ITEMS, M_ITEM_BLANK, M_ITEM_NAME, M_ITEM_ACT, M_ITEM_FIELDS,
	    M_ITEM_FIRST, M_ITEM_LAST, "XN" },
	{ M_SUBREPEAT_ID, M_SUBREPEAT_NAME, M_SUBREPEAT_TOKEN,
	    M_SUBREPEAT_MAX, M_SUBREPEAT_ITEM, M_SUBREPEAT_WRONG,
	    M_SUBREPEAT_ADD_TEXT, M_SUBREPEAT_HEAD, M_SUBITEMS,
	    M_SUBITEM_BLANK, M_SUBITEM_NAME, M_SUBITEM_ACT,
	    M_SUBITEM_FIELDS, M_SUBITEM_FIRST, M_SUBITEM_LAST, "XM" }
};

static struct view *show_repeat(const struct control *, struct view *,
    const struct level *);

static void
show_inner_about(const struct control *c, struct view *v, const char *error)
{
	view_text(v, M_FIELD_ID, c->id);
	view_text(v, M_FIELD_NAME, c->name);
	view_text(v, M_FIELD_LABEL, c->field->label);
	control_show_note(c->s, v, c->field, false);
	view_optional(v, M_FIELD_HINT, M_FIELD_HINT_TEXT,
	    control_hint(c->s->req->mem, c->field));
	view_optional(v, M_FIELD_ERROR, M_FIELD_ERROR_TEXT, error);
}

static void
show_inner(const struct control *around, struct view *item, const char *line,
    const struct form_field *f, const struct level *level,
    const struct value_row *is)
{
	struct mem *mem = around->s->req->mem;
	const struct control c = { around->s, f,
	    typed_inside(mem, around->typed, line, f->key),
	    mem_printf(mem, "%s-%s-%s", around->id, line, f->key),
	    mem_printf(mem, "%s.%s.%s", around->name, line, f->key), is };
	struct view *row = view_add(item, level->fields);

	if (f->type == FORM_REPEAT) {
		row = show_repeat(&c, view_add(row, M_FIELD_SUBREPEAT),
		    &levels[1]);
		show_inner_about(&c, row, NULL);
		return;
	}
	if (f->formula != NULL) {
		show_inner_about(&c, row, NULL);
		view_text(view_add(row, M_FIELD_CALCULATED), M_FIELD_VALUE,
		    calculated_said(c.s, f, &is->cells[f->index]));
		return;
	}
	show_inner_about(&c, row, wrong_in(&c, f, c.typed));
	control_show(&c, row);
}

static struct view *
show_item(const struct control *c, struct view *v, const char *line,
    const char *name, const struct level *level, const struct value_row *is)
{
	struct view *item = view_add(v, level->items);
	size_t i;

	view_text(item, level->item_name, name);
	view_text(item, level->act, mem_printf(c->s->req->mem, "%s:%s",
	    c->name, line));
	for (i = 0; i < c->field->inner_count; i++)
		show_inner(c, item, line, &c->field->inner[i], level, is);
	return item;
}

static struct view *
show_repeat(const struct control *c, struct view *v, const struct level *level)
{
	const struct form_field *f = c->field;
	struct mem *mem = c->s->req->mem;
	const char *name = f->item != NULL ? f->item : _("Élément");
	size_t i, n = control_rows(c, is_asked_for(c) ? 1 : 0);
	struct control none = *c;
	struct value all;
	struct view *item;

	if (n == 0)
		n = 1;
	if (f->has_min && n < (size_t)f->min)
		n = (size_t)f->min;
	/* One more: the blank one. */
	all = items_readable(c->s->answers, f, c->typed, c->item, n + 1);
	view_text(v, level->id, c->id);
	view_text(v, level->name, c->name);
	view_text(v, level->token, level->stands_for);
	view_text(v, level->item, name);
	view_int(v, level->max, f->has_max ? f->max : FORM_ITEMS);
	view_text(v, level->add, mem_printf(mem, _("Ajouter : %s"), name));
	if (wrong_in(c, f, c->typed) != NULL)
		view_show(v, level->wrong);
	for (i = 0; i < n; i++) {
		item = show_item(c, v, mem_printf(mem, "%zu", i),
		    mem_printf(mem, "%s %zu", name, i + 1), level,
		    &all.rows[i]);
		if (i == 0)
			view_show(item, level->first);
		if (i == n - 1)
			view_show(item, level->last);
	}
	none.typed = NULL;
	view_show(show_item(&none, v, level->stands_for, name, level,
	    &all.rows[n]), level->blank);
	return view_add(v, level->head);
}

struct view *
control_show_repeat(const struct control *c, struct view *row)
{
	return show_repeat(c, view_add(row, M_FIELD_REPEAT), &levels[0]);
}
