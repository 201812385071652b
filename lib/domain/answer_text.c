/*
 * Values in words, for review pages, snapshots shown, mails.
 * It makes no HTML; lines end with a line feed.
 */
#include "config.h"

#include "domain/answer_words.h"

#include <inttypes.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/country.h"
#include "domain/decimal.h"
#include "domain/iban.h"
#include "domain/money.h"
#include "domain/phone.h"
#include "domain/siret.h"
#include "domain/territory.h"

static const char *
organisation_text(const struct answers *a, const struct value *v)
{
	const char *number = v->siret != NULL
	    ? mem_printf(a->mem, "SIRET %s", siret_format(a->mem, v->siret))
	    : mem_printf(a->mem, "RNA %s", v->rna);
	struct stmt *s;

	if (a->db == NULL)
		return number;
	s = db_query(a->db, Q_ANSWER_ORGANISATION, T(siret, v->siret),
	    T(rna, v->rna));
	if (stmt_step(s))
		number = mem_printf(a->mem, "%s (%s)", stmt_text(s, "name"),
		    number);
	stmt_done(s);
	return number;
}

static const char *
territory_text(const struct answers *a, const struct form_field *f,
    const char *code)
{
	struct territory *t;

	if (a->db == NULL || territory_by_code(&t, a->db, a->mem, f->level,
	    code) != RC_OK)
		return code;
	return t->name;
}

static const char *
plan_text(const struct answers *a, const struct plan *plan)
{
	const char *text = "", *lang = lang_get();
	size_t i;

	for (i = 0; i < plan->cost_count; i++)
		text = mem_printf(a->mem, "%s%s%s\u00a0: %s", text,
		    i == 0 ? _("Dépenses\n") : "\n", plan->costs[i].label,
		    money_format(a->mem, plan->costs[i].amount_cents, lang));
	for (i = 0; i < plan->source_count; i++)
		text = mem_printf(a->mem, "%s%s%s\u00a0: %s", text,
		    i == 0 ? _("\nRessources\n") : "\n", plan->sources[i].name,
		    money_format(a->mem, plan->sources[i].asked_cents, lang));
	return text;
}

static const char *
moments_text(const struct answers *a, const struct value *v)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < v->count; i++)
		text = mem_printf(a->mem, "%s%s%s\u00a0: %s", text,
		    i == 0 ? "" : "\n",
		    date_long_iso(a->mem, v->moments[i].day, lang_get()),
		    v->moments[i].label);
	return text;
}

static const char *
with_unit(const struct answers *a, const struct form_field *f,
    const char *number)
{
	return f->unit == NULL ? number : mem_printf(a->mem, "%s\u00a0%s",
	    number, f->unit);
}

static const char *
country_text(const char *code)
{
	const struct country *c = country_by_code(code);

	return c == NULL ? code : country_name(c, lang_get());
}

const char *
value_text(const struct answers *a, const struct form_field *f,
    const struct value *v)
{
	if (!v->given)
		return "";
	switch (f->type) {
	case FORM_INTEGER:
		return with_unit(a, f, money_number(a->mem, v->number,
		    lang_get()));
	case FORM_DECIMAL:
		return with_unit(a, f, decimal_format(a->mem, v->number,
		    f->decimals, lang_get()));
	case FORM_MONEY:
		return money_format(a->mem, v->number, lang_get());
	case FORM_PERCENTAGE:
		return mem_printf(a->mem, "%" PRId64 "%s%02d\u00a0%%",
		    v->number / 100, strcmp(lang_get(), "en") == 0 ? "." : ",",
		    (int)(v->number % 100));
	case FORM_DATE:
		return date_long_iso(a->mem, v->text, lang_get());
	case FORM_DATE_TIME:
		return date_long_time(a->mem, v->number, a->platform == NULL
		    ? NULL : a->platform->time_zone, lang_get());
	case FORM_PERIOD:
		return mem_printf(a->mem, _("du %s au %s"),
		    date_long_iso(a->mem, v->text, lang_get()),
		    date_long_iso(a->mem, v->end, lang_get()));
	case FORM_CHECKBOX:
	case FORM_YES_NO:
		return v->number != 0 ? _("Oui") : _("Non");
	case FORM_CHOICE:
		return option_label(a, f, v->text);
	case FORM_MULTI_CHOICE:
	case FORM_RANKING:
	case FORM_LINKED_CHOICE:
		return list_words(a, f, v);
	case FORM_REFERENCE:
		return reference_words(a, f, v->text);
	case FORM_COUNTRY:
		return country_text(v->text);
	case FORM_PHONE:
		return phone_format(a->mem, v->text);
	case FORM_IBAN:
		return iban_format(a->mem, v->text);
	case FORM_PERSON:
		return person_words(a, v->person);
	case FORM_ADDRESS:
		return address_words(a, v->address);
	case FORM_INDICATOR:
		return commitment_words(a, v->commitment);
	case FORM_SHAPE:
		return drawing_words(a, v->drawing);
	case FORM_LINK:
		return link_words(a, v->text);
	case FORM_REPEAT:
	case FORM_TABLE:
		return rows_words(a, f, v);
	case FORM_ORGANISATION:
		return organisation_text(a, v);
	case FORM_TERRITORY:
		return territory_text(a, f, v->text);
	case FORM_POINT:
		return spot_words(a, v->lat_e6, v->lon_e6);
	case FORM_FUNDING_PLAN:
		return plan_text(a, v->plan);
	case FORM_STEPS_SCHEDULE:
		return moments_text(a, v);
	default:
		return v->text;
	}
}
