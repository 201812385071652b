/*
 * Fields of forms, filled for partials/field.tpl.
 */
#include "config.h"

#include "fcgi/instruction/form.h"

#include <string.h>

#include "base/lang.h"
#include "domain/money.h"

void
form_errors(struct view *page, struct mem *mem, const struct problems *why)
{
	const struct problem *p;
	struct view *summary, *row;

	if (why == NULL || why->count == 0)
		return;
	view_show(page, M_TITLE_ERROR);
	summary = view_add(page, M_ERRORS_SHOWN);
	view_text(summary, M_ERRORS_TITLE, mem_printf(mem, ngettext(
	    "%zu réponse est à corriger", "%zu réponses sont à corriger",
	    (unsigned long)why->count), why->count));
	for (p = why->first; p != NULL; p = p->next) {
		row = view_add(summary, M_ERRORS);
		view_text(row, M_ERROR_HREF, mem_printf(mem, "#f-%s",
		    p->where));
		view_text(row, M_ERROR_LINE, p->text);
	}
}

/* What was typed belongs to the form that came back, not to its likes. */
static const char *
typed(const struct form *f, const char *name, const char *stored)
{
	return f->one_of != 0 ? stored : req_typed(f->req, name, stored);
}

/* What every kind of field shows. */
static struct view *
field(const struct form *f, const char *section, const char *name,
    const char *label, const char *hint)
{
	struct view *row = view_add(f->v, M_FIELDS);
	const char *problem = f->why == NULL ? NULL :
	    problem_get(f->why, name);

	view_show(row, section);
	view_text(row, M_FIELD_ID, f->one_of == 0
	    ? mem_printf(f->req->mem, "f-%s", name)
	    : mem_printf(f->req->mem, "f-%s-%lld", name,
	    (long long)f->one_of));
	view_text(row, M_FIELD_NAME, name);
	view_text(row, M_FIELD_LABEL, label);
	view_optional(row, M_FIELD_HINT, M_FIELD_HINT_TEXT, hint);
	view_optional(row, M_FIELD_ERROR, M_FIELD_ERROR_TEXT, problem);
	return row;
}

struct view *
form_text(const struct form *f, const char *name, const char *label,
    const char *hint, const char *value)
{
	struct view *row = field(f, M_FIELD_TEXT, name, label, hint);

	view_text(row, M_FIELD_TYPE, "text");
	view_text(row, M_FIELD_WIDTH, "full");
	view_text(row, M_FIELD_VALUE, typed(f, name, value));
	return row;
}

struct view *
form_area(const struct form *f, const char *name, const char *label,
    const char *hint, const char *value, int rows)
{
	struct view *row = field(f, M_FIELD_TEXTAREA, name, label, hint);

	view_int(row, M_FIELD_ROWS, rows);
	view_text(row, M_FIELD_VALUE, typed(f, name, value));
	return row;
}

struct view *
form_money(const struct form *f, const char *name, const char *label,
    const char *hint, int64_t cents)
{
	struct view *row = field(f, M_FIELD_MONEY, name, label, hint);
	/* The unit stands beside the field: "45 000", "45 000,50". */
	const char *value = cents < 0 ? "" : cents % 100 == 0 ?
	    money_number(f->req->mem, cents / 100, f->req->lang) :
	    mem_printf(f->req->mem, "%s%s%02lld", money_number(f->req->mem,
	    cents / 100, f->req->lang), strcmp(f->req->lang, "fr") == 0 ?
	    "," : ".", (long long)cents % 100);

	view_text(row, M_FIELD_UNIT, "€");
	view_text(row, M_FIELD_UNIT_SAID, _("euros"));
	view_text(row, M_FIELD_VALUE, typed(f, name, value));
	return row;
}

struct view *
form_date(const struct form *f, const char *name, const char *label,
    const char *hint, const char *iso)
{
	struct view *row = field(f, M_FIELD_DATE, name, label, hint);

	view_text(row, M_FIELD_VALUE, typed(f, name, iso));
	return row;
}

struct view *
form_radios(const struct form *f, const char *name, const char *label,
    const char *hint)
{
	return field(f, M_FIELD_RADIOS, name, label, hint);
}

struct view *
form_checkboxes(const struct form *f, const char *name, const char *label,
    const char *hint)
{
	return field(f, M_FIELD_CHECKBOXES, name, label, hint);
}

struct view *
form_select(const struct form *f, const char *name, const char *label,
    const char *hint, const char *nothing)
{
	struct view *row = field(f, M_FIELD_SELECT, name, label, hint);

	view_optional(row, M_FIELD_EMPTY, M_FIELD_EMPTY_TEXT, nothing);
	return row;
}

void
form_option(const struct form *f, struct view *row, const char *name,
    const char *value, const char *text, const char *hint, bool chosen)
{
	struct view *option = view_add(row, M_FIELD_OPTIONS);

	view_text(option, M_OPTION_VALUE, value);
	view_text(option, M_OPTION_TEXT, text);
	view_optional(option, M_OPTION_HINT, M_OPTION_HINT_TEXT, hint);
	if (f->one_of != 0 ? chosen : req_chosen(f->req, name, value, chosen))
		view_show(option, M_OPTION_CHOSEN);
}

void
form_optional(struct view *row)
{
	view_show(row, M_FIELD_OPTIONAL);
}
