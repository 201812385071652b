/*
 * Fields of ordinary forms, for partials/field.tpl.
 */
#include "config.h"

#include "web/ask.h"

#include <string.h>

#include "base/lang.h"
#include "domain/money.h"
#include "web/partial.h"

void
ask_problems(struct view *page, const struct req *req,
    const struct problems *why)
{
	const struct problem *p;
	struct view *summary, *row;

	if (why == NULL || why->count == 0)
		return;
	view_show(page, M_TITLE_ERROR);
	summary = view_add(page, M_ERRORS_SHOWN);
	view_text(summary, M_ERRORS_TITLE, mem_printf(req->mem, ngettext(
	    "%zu réponse est à corriger", "%zu réponses sont à corriger",
	    (unsigned long)why->count), why->count));
	for (p = why->first; p != NULL; p = p->next) {
		row = view_add(summary, M_ERRORS);
		view_text(row, M_ERROR_HREF, mem_printf(req->mem, "#f-%s",
		    p->where));
		view_text(row, M_ERROR_LINE, p->text);
	}
}

/* What was typed belongs to the form that came back, not to its likes. */
static const char *
typed(const struct ask *a, const char *name, const char *stored)
{
	return a->one_of != 0 ? stored : req_typed(a->req, name, stored);
}

static struct view *
field(const struct ask *a, const char *section, const char *name,
    const char *label, const char *hint)
{
	struct view *row = view_add(a->view, M_FIELDS);

	view_show(row, section);
	view_text(row, M_FIELD_ID, a->one_of == 0
	    ? mem_printf(a->req->mem, "f-%s", name)
	    : mem_printf(a->req->mem, "f-%s-%lld", name,
	    (long long)a->one_of));
	view_text(row, M_FIELD_NAME, name);
	view_text(row, M_FIELD_LABEL, label);
	view_optional(row, M_FIELD_HINT, M_FIELD_HINT_TEXT, hint);
	view_optional(row, M_FIELD_ERROR, M_FIELD_ERROR_TEXT,
	    a->why == NULL ? NULL : problem_get(a->why, name));
	return row;
}

static struct view *
line(const struct ask *a, const char *type, const char *name,
    const char *label, const char *hint, const char *value,
    const char *autocomplete)
{
	struct view *row = field(a, M_FIELD_TEXT, name, label, hint);

	view_text(row, M_FIELD_TYPE, type);
	view_text(row, M_FIELD_WIDTH, "full");
	view_text(row, M_FIELD_VALUE, value);
	view_optional(row, M_FIELD_AUTOCOMPLETE, M_FIELD_AUTOCOMPLETE_TEXT,
	    autocomplete);
	return row;
}

struct view *
ask_text(const struct ask *a, const char *name, const char *label,
    const char *hint, const char *value, const char *autocomplete)
{
	return line(a, "text", name, label, hint,
	    typed(a, name, value), autocomplete);
}

struct view *
ask_lookup(const struct ask *a, const char *name, const char *label,
    const char *hint, const char *url)
{
	struct view *row = field(a, M_FIELD_LOOKUP, name, label, hint);

	view_text(row, M_FIELD_VALUE, typed(a, name, ""));
	view_text(row, M_FIELD_CODE, typed(a, mem_printf(a->req->mem,
	    "%s_code", name), ""));
	view_text(row, M_FIELD_LOOKUP_URL, url);
	return row;
}

struct view *
ask_email(const struct ask *a, const char *name, const char *label,
    const char *hint, const char *value)
{
	return line(a, "email", name, label, hint,
	    typed(a, name, value), "email");
}

struct view *
ask_url(const struct ask *a, const char *name, const char *label,
    const char *hint, const char *value)
{
	return line(a, "url", name, label, hint, typed(a, name, value), NULL);
}

struct view *
ask_password(const struct ask *a, const char *name, const char *label,
    const char *hint, const char *autocomplete)
{
	return line(a, "password", name, label, hint, "", autocomplete);
}

struct view *
ask_lines(const struct ask *a, const char *name, const char *label,
    const char *hint, const char *value, int rows)
{
	struct view *row = field(a, M_FIELD_TEXTAREA, name, label, hint);

	view_int(row, M_FIELD_ROWS, rows);
	view_text(row, M_FIELD_VALUE, typed(a, name, value));
	return row;
}

struct view *
ask_date(const struct ask *a, const char *name, const char *label,
    const char *hint, const char *iso)
{
	struct view *row = field(a, M_FIELD_DATE, name, label, hint);

	view_text(row, M_FIELD_VALUE, typed(a, name, iso));
	return row;
}

struct view *
ask_select(const struct ask *a, const char *name, const char *label,
    const char *hint)
{
	return field(a, M_FIELD_SELECT, name, label, hint);
}

struct view *
ask_radios(const struct ask *a, const char *name, const char *label,
    const char *hint)
{
	return field(a, M_FIELD_RADIOS, name, label, hint);
}

struct view *
ask_checkboxes(const struct ask *a, const char *name, const char *label,
    const char *hint)
{
	return field(a, M_FIELD_CHECKBOXES, name, label, hint);
}

struct view *
ask_file(const struct ask *a, const char *name, const char *label,
    const char *hint, const char *accept, const char *limit,
    const char *pieces)
{
	struct view *row = field(a, M_FIELD_FILE, name, label, hint);

	view_text(row, M_FIELD_ACCEPT, accept);
	view_text(row, M_FIELD_FILE_LIMIT, limit);
	view_text(row, M_FIELD_PIECES_URL, pieces);
	view_show(row, M_FIELD_HOLD);
	return row;
}

/* The unit stands beside the field: "45 000", "45 000,50". */
struct view *
ask_money(const struct ask *a, const char *name, const char *label,
    const char *hint, int64_t cents)
{
	struct view *row = field(a, M_FIELD_MONEY, name, label, hint);
	const char *lang = a->req->lang;
	const char *value = cents < 0 ? "" : cents % 100 == 0 ?
	    money_number(a->req->mem, cents / 100, lang) :
	    mem_printf(a->req->mem, "%s%s%02lld", money_number(a->req->mem,
	    cents / 100, lang), strcmp(lang, "fr") == 0 ? "," : ".",
	    (long long)cents % 100);

	view_text(row, M_FIELD_UNIT, "€");
	view_text(row, M_FIELD_UNIT_SAID, _("euros"));
	view_text(row, M_FIELD_VALUE, typed(a, name, value));
	return row;
}

void
ask_nothing(struct view *row, const char *text)
{
	view_optional(row, M_FIELD_EMPTY, M_FIELD_EMPTY_TEXT, text);
}

void
ask_choice(const struct ask *a, struct view *row, const char *name,
    const char *value, const char *text, const char *hint, bool chosen)
{
	struct view *option = partial_option(row, M_FIELD_OPTIONS, value, text,
	    a->one_of != 0 ? chosen : req_chosen(a->req, name, value, chosen));

	view_optional(option, M_OPTION_HINT, M_OPTION_HINT_TEXT, hint);
}

void
ask_option(const struct ask *a, struct view *row, const char *name,
    const char *value, const char *text, bool chosen)
{
	ask_choice(a, row, name, value, text, NULL, chosen);
}

void
ask_optional(struct view *row)
{
	view_show(row, M_FIELD_OPTIONAL);
}
