/*
 * The controls of a sheet that are one input, by the type of their question.
 * It judges nothing: what is wrong is said around them.
 */
#include "config.h"

#include "web/sheet_control.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/money.h"
#include "web/partial.h"

#define RADIOS		7	/* more options than that make a list */

const char *
control_hint(struct mem *mem, const struct form_field *f)
{
	const char *more = NULL;

	if (f->type == FORM_LONG_TEXT)
		more = mem_printf(mem, _("%s caractères au plus."),
		    money_number(mem, f->max_length, lang_get()));
	else if (f->type == FORM_PATTERN && f->example != NULL)
		more = mem_printf(mem, _("Par exemple : %s"), f->example);
	if (more == NULL)
		return f->hint;
	return f->hint == NULL ? more : mem_printf(mem, "%s %s", f->hint, more);
}

void
control_show_note(const struct sheet *s, struct view *v,
    const struct form_field *f, bool required_if)
{
	if (f->formula != NULL)
		return;
	if (s->marks_required && (f->required || required_if))
		view_show(v, M_FIELD_NEEDED);
	else if (!s->marks_required && !f->required)
		view_show(v, M_FIELD_OPTIONAL);
}

static bool
is_chosen(const struct typed *typed, const char *key)
{
	for (; typed != NULL; typed = typed->next)
		if (*typed->part == '\0' && strcmp(typed->text, key) == 0)
			return true;
	return false;
}

/* --- controls ------------------------------------------------------------- */

const char *
control_own(const struct typed *typed)
{
	const char *text = typed_get(typed, "");

	return text == NULL ? "" : text;
}

static void
show_text(struct view *row, const struct typed *typed, const char *type,
    const char *width, const char *autocomplete)
{
	struct view *v = view_add(row, M_FIELD_TEXT);

	view_text(v, M_FIELD_TYPE, type);
	view_text(v, M_FIELD_WIDTH, width);
	view_text(v, M_FIELD_VALUE, control_own(typed));
	view_optional(v, M_FIELD_AUTOCOMPLETE, M_FIELD_AUTOCOMPLETE_TEXT,
	    autocomplete);
}

static void
show_textarea(struct view *row, const struct form_field *f,
    const struct typed *typed)
{
	struct view *v = view_add(row, M_FIELD_TEXTAREA);

	view_text(v, M_FIELD_VALUE, control_own(typed));
	view_int(v, M_FIELD_ROWS, f->max_length <= 400 ? 3
	    : f->max_length <= 2000 ? 5 : 8);
	view_int(view_add(v, M_FIELD_COUNT), M_FIELD_COUNT_MAX, f->max_length);
}

static void
show_amount(struct view *row, const struct typed *typed, const char *unit,
    const char *said)
{
	struct view *v = view_add(row, M_FIELD_MONEY);

	view_text(v, M_FIELD_VALUE, control_own(typed));
	view_text(v, M_FIELD_UNIT, unit);
	view_text(v, M_FIELD_UNIT_SAID, said);
}

const char *
control_part(const struct typed *typed, const char *part)
{
	const char *text = typed_get(typed, part);

	return text == NULL ? "" : text;
}

/* A day that a browser's own control could not show is kept as text. */
const char *
control_day_type(const char *text)
{
	struct civil day;

	return *text == '\0' || (date_parse(&day, text) && strlen(text) > 4 &&
	    text[4] == '-') ? "date" : "text";
}

static void
show_date(struct view *row, const struct typed *typed)
{
	if (strcmp(control_day_type(control_own(typed)), "text") == 0) {
		show_text(row, typed, "text", "short", NULL);
		return;
	}
	view_text(view_add(row, M_FIELD_DATE), M_FIELD_VALUE,
	    control_own(typed));
}

static void
show_moment(struct view *row, const struct typed *typed)
{
	const char *text = control_own(typed);

	/* As value_typed writes it; else it stays as it was typed. */
	if (*text != '\0' && (strlen(text) != 16 || text[10] != 'T' ||
	    text[4] != '-')) {
		show_text(row, typed, "text", "short", NULL);
		return;
	}
	view_text(view_add(row, M_FIELD_MOMENT), M_FIELD_VALUE, text);
}

void
control_option(struct view *v, const char *key, const char *label,
    const char *about, bool chosen)
{
	view_optional(partial_option(v, M_FIELD_OPTIONS, key, label, chosen),
	    M_OPTION_HINT, M_OPTION_HINT_TEXT, about);
}

static void
add_option(struct view *v, const char *key, const char *label,
    const char *about, const struct typed *typed)
{
	control_option(v, key, label, about, is_chosen(typed, key));
}

static void
show_options(const struct sheet *s, struct view *row,
    const struct form_field *f, const struct typed *typed)
{
	const struct platform *p = s->req->platform;
	size_t n = f->options_are_themes ? p->theme_count : f->option_count, i;
	struct view *v;

	if (f->type == FORM_MULTI_CHOICE)
		v = view_add(row, M_FIELD_CHECKBOXES);
	else if (n <= RADIOS)
		v = view_add(row, M_FIELD_RADIOS);
	else {
		v = view_add(row, M_FIELD_SELECT);
		view_text(view_add(v, M_FIELD_EMPTY), M_FIELD_EMPTY_TEXT,
		    _("Choisissez"));
	}
	for (i = 0; i < n; i++) {
		if (f->options_are_themes)
			add_option(v, p->themes[i].key, p->themes[i].label,
			    NULL, typed);
		else
			add_option(v, f->options[i].key, f->options[i].label,
			    f->options[i].hint, typed);
	}
}

static void
show_yes_no(struct view *row, const struct typed *typed)
{
	struct view *v = view_add(row, M_FIELD_RADIOS);

	add_option(v, "oui", _("Oui"), NULL, typed);
	add_option(v, "non", _("Non"), NULL, typed);
}

/* --- looked up by typing ---------------------------------------------------- */

static const char *
lookup_url(const struct control *c)
{
	switch (c->field->type) {
	case FORM_ORGANISATION:
		return page_url(c->s->req, "deposer/organisations");
	case FORM_LINK:
		return page_url(c->s->req, "deposer/elements?genre=%s",
		    c->field->kinds == NULL ? "" : c->field->kinds[0]);
	case FORM_REFERENCE:
		return page_url(c->s->req, "deposer/listes?liste=%s",
		    c->field->list);
	default:
		return page_url(c->s->req, "deposer/territoires?genre=%s",
		    c->field->level);
	}
}

static void
show_lookup(const struct control *c, struct view *row)
{
	struct view *v = view_add(row, M_FIELD_LOOKUP);
	const struct answers *all = c->s->answers;

	view_text(v, M_FIELD_VALUE, control_own(c->typed));
	view_text(v, M_FIELD_CODE, control_part(c->typed, "code"));
	view_text(v, M_FIELD_LOOKUP_URL, lookup_url(c));
	if (c->field->type == FORM_ORGANISATION && c->field->parent == NULL &&
	    all->of[c->field->index].value.given)
		view_text(view_add(v, M_FIELD_REUSED), M_FIELD_REUSED_TEXT,
		    value_text(all, c->field,
		    &all->of[c->field->index].value));
}

static void
show_number(const struct control *c, struct view *row)
{
	if (c->field->unit != NULL)
		show_amount(row, c->typed, c->field->unit, c->field->unit);
	else
		show_text(row, c->typed, "text", "short", NULL);
}

static void
show_checkbox(const struct control *c, struct view *row)
{
	struct view *v = view_add(row, M_FIELD_CHECKBOX);

	if (strcmp(control_own(c->typed), "oui") == 0)
		view_show(v, M_BOX_CHECKED);
}

/* --- all -------------------------------------------------------------------- */

static void
show_simple(const struct control *c, struct view *row)
{
	switch (c->field->type) {
	case FORM_LONG_TEXT:
		show_textarea(row, c->field, c->typed);
		break;
	case FORM_INTEGER:
	case FORM_DECIMAL:
		show_number(c, row);
		break;
	case FORM_MONEY:
		show_amount(row, c->typed, "€", _("euros"));
		break;
	case FORM_PERCENTAGE:
		show_amount(row, c->typed, "%", _("pour cent"));
		break;
	case FORM_DATE:
		show_date(row, c->typed);
		break;
	case FORM_DATE_TIME:
		show_moment(row, c->typed);
		break;
	case FORM_YES_NO:
		show_yes_no(row, c->typed);
		break;
	case FORM_CHECKBOX:
		show_checkbox(c, row);
		break;
	case FORM_CHOICE:
	case FORM_MULTI_CHOICE:
		show_options(c->s, row, c->field, c->typed);
		break;
	case FORM_EMAIL:
		show_text(row, c->typed, "email", "full", "email");
		break;
	case FORM_PHONE:
		show_text(row, c->typed, "tel", "short", "tel");
		break;
	case FORM_URL:
		show_text(row, c->typed, "url", "full", "url");
		break;
	case FORM_IBAN:
		show_text(row, c->typed, "text", "full", "off");
		break;
	default:
		show_text(row, c->typed, "text", "full", NULL);
	}
}

void
control_show(const struct control *c, struct view *row)
{
	switch (c->field->type) {
	case FORM_ORGANISATION:
	case FORM_TERRITORY:
	case FORM_LINK:
		show_lookup(c, row);
		break;
	case FORM_REFERENCE:
		control_show_reference(c, row);
		break;
	case FORM_COUNTRY:
		control_show_country(c, view_add(row, M_FIELD_SELECT));
		break;
	case FORM_PERIOD:
		control_show_period(c, view_add(row, M_FIELD_PERIOD));
		break;
	case FORM_LINKED_CHOICE:
		control_show_linked(c, view_add(row, M_FIELD_LINKED));
		break;
	case FORM_RANKING:
		control_show_ranking(c, view_add(row, M_FIELD_RANKING));
		break;
	case FORM_PERSON:
		control_show_person(c, view_add(row, M_FIELD_PERSON));
		break;
	case FORM_ADDRESS:
		control_show_address(c, view_add(row, M_FIELD_ADDRESS));
		break;
	case FORM_INDICATOR:
		control_show_commitment(c, view_add(row, M_FIELD_COMMITMENT));
		break;
	case FORM_SHAPE:
		control_show_shape(c, view_add(row, M_FIELD_SHAPE));
		break;
	case FORM_TABLE:
		control_show_table(c, view_add(row, M_FIELD_TABLE));
		break;
	case FORM_POINT:
		show_point(c->s, view_add(row, M_FIELD_POINT), c->typed);
		break;
	case FORM_FILES:
		show_files(c->s, row, c->field);
		break;
	case FORM_FUNDING_PLAN:
		show_plan(c->s, view_add(row, M_FIELD_PLAN), c->field,
		    c->typed);
		break;
	case FORM_STEPS_SCHEDULE:
		show_schedule(c->s, view_add(row, M_FIELD_SCHEDULE), c->field,
		    c->typed);
		break;
	default:
		show_simple(c, row);
	}
}
