/*
 * Values as their form shows them: the parts that, sent again, read the same.
 */
#include "config.h"

#include "domain/answer.h"

#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/lang.h"
#include "domain/decimal.h"
#include "domain/iban.h"
#include "domain/money.h"
#include "domain/phone.h"
#include "domain/siret.h"
#include "domain/territory.h"

struct list {
	struct mem	*mem;
	struct typed	*first, **last;
};

static void
add(struct list *l, const char *part, const char *text)
{
	*l->last = MEM_NEW(l->mem, struct typed);
	(*l->last)->part = part;
	(*l->last)->text = text == NULL ? "" : text;
	l->last = &(*l->last)->next;
}

static const char *
amount(struct mem *mem, int64_t cents)
{
	if (cents % 100 == 0)
		return money_number(mem, cents / 100, lang_get());
	return mem_printf(mem, "%s%s%02d", money_number(mem, cents / 100,
	    lang_get()), strcmp(lang_get(), "en") == 0 ? "." : ",",
	    (int)(cents % 100));
}

static const char *
row(struct mem *mem, const char *list, size_t n, const char *cell)
{
	return mem_printf(mem, "%s%zu.%s", list, n, cell);
}

static void
plan_typed(struct list *l, const struct plan *plan)
{
	size_t i;

	for (i = 0; i < plan->cost_count; i++) {
		add(l, row(l->mem, "costs.", i, "label"), plan->costs[i].label);
		add(l, row(l->mem, "costs.", i, "amount"),
		    amount(l->mem, plan->costs[i].amount_cents));
	}
	for (i = 0; i < plan->source_count; i++) {
		add(l, row(l->mem, "sources.", i, "funder"),
		    plan->sources[i].name);
		add(l, row(l->mem, "sources.", i, "kind"),
		    plan->sources[i].kind);
		add(l, row(l->mem, "sources.", i, "amount"),
		    amount(l->mem, plan->sources[i].asked_cents));
	}
}

static void
territory_typed(struct list *l, const struct answers *a,
    const struct form_field *f, const struct value *v)
{
	struct territory *t;

	if (a->db != NULL && territory_by_code(&t, a->db, a->mem, f->level,
	    v->text) == RC_OK)
		add(l, "", t->name);
	else
		add(l, "", v->text);
	add(l, "code", v->text);
}

/* As a browser's own control wants it, on the platform's clock. */
static const char *
moment(const struct answers *a, int64_t at)
{
	struct civil c;

	date_civil_in(&c, at, a->platform == NULL ? NULL
	    : a->platform->time_zone);
	return mem_printf(a->mem, "%04d-%02d-%02dT%02d:%02d", c.year, c.month,
	    c.day, c.hour, c.minute);
}

static void
person_typed(struct list *l, const struct person_said *p)
{
	add(l, "name", p->name);
	add(l, "role", p->role);
	add(l, "email", p->email);
	add(l, "phone", p->phone == NULL ? NULL : phone_format(l->mem,
	    p->phone));
}

static void
commitment_typed(struct list *l, const struct commitment *c)
{
	add(l, "indicator", c->indicator);
	add(l, "baseline", !c->has_baseline ? NULL : decimal_typed(l->mem,
	    c->baseline, c->decimals, lang_get()));
	add(l, "target", !c->has_target ? NULL : decimal_typed(l->mem,
	    c->target, c->decimals, lang_get()));
	add(l, "date", c->day);
}

/* One spot a line, latitude first, an area closed by its first spot. */
static const char *
drawing_typed(struct mem *mem, const struct drawing *d)
{
	static const char *const names[] = { "point", "ligne", "zone" };
	struct buf b = BUF_INIT;
	const char *text;
	size_t i, j;

	for (i = 0; i < d->count; i++) {
		const struct drawn *one = &d->rows[i];

		buf_printf(&b, "%s%s\n", i == 0 ? "" : "\n", names[one->kind]);
		for (j = 0; j < one->count; j++)
			buf_printf(&b, "%s %s\n", territory_degrees_text(mem,
			    one->spots[j].lat_e6), territory_degrees_text(mem,
			    one->spots[j].lon_e6));
	}
	text = mem_strndup(mem, b.data == NULL ? "" : b.data, b.len);
	buf_release(&b);
	return text;
}

/* Parts of the items, "row.key" before their own: read back by
 * typed_inside. */
static void
rows_typed(struct list *l, const struct answers *a, const struct form_field *f,
    const struct value *v)
{
	const struct typed *t;
	const char *row, *before;
	size_t i, j;

	for (i = 0; i < v->count; i++) {
		row = v->rows[i].key != NULL ? v->rows[i].key
		    : mem_printf(l->mem, "%zu", i);
		for (j = 0; j < f->inner_count; j++) {
			before = mem_printf(l->mem, "%s.%s", row,
			    f->inner[j].key);
			t = f->inner[j].formula != NULL ? NULL
			    : value_typed(a, &f->inner[j], &v->rows[i].cells[j]);
			for (; t != NULL; t = t->next)
				add(l, *t->part == '\0' ? before
				    : mem_printf(l->mem, "%s.%s", before,
				    t->part), t->text);
		}
	}
}

struct typed *
value_typed(const struct answers *a, const struct form_field *f,
    const struct value *v)
{
	struct list l = { a->mem, NULL, NULL };
	size_t i;

	l.last = &l.first;
	if (!v->given)
		return NULL;
	switch (f->type) {
	case FORM_INTEGER:
		add(&l, "", money_number(a->mem, v->number, lang_get()));
		break;
	case FORM_MONEY:
	case FORM_PERCENTAGE:
		add(&l, "", amount(a->mem, v->number));
		break;
	case FORM_DECIMAL:
		add(&l, "", decimal_typed(a->mem, v->number, f->decimals,
		    lang_get()));
		break;
	case FORM_DATE_TIME:
		add(&l, "", moment(a, v->number));
		break;
	case FORM_PERIOD:
		add(&l, "from", v->text);
		add(&l, "to", v->end);
		break;
	case FORM_YES_NO:
	case FORM_CHECKBOX:
		add(&l, "", v->number != 0 ? "oui" : "non");
		break;
	case FORM_RANKING:
		for (i = 0; i < v->count; i++)
			add(&l, v->list[i], mem_printf(a->mem, "%zu", i + 1));
		break;
	case FORM_LINKED_CHOICE:
		add(&l, "", v->list[0]);
		if (v->count == 2)
			add(&l, "second", mem_printf(a->mem, "%s/%s",
			    v->list[0], v->list[1]));
		break;
	case FORM_REFERENCE:
	case FORM_LINK:
		add(&l, "", value_text(a, f, v));
		add(&l, "code", v->text);
		break;
	case FORM_PHONE:
		add(&l, "", phone_format(a->mem, v->text));
		break;
	case FORM_IBAN:
		add(&l, "", iban_format(a->mem, v->text));
		break;
	case FORM_PERSON:
		person_typed(&l, v->person);
		break;
	case FORM_ADDRESS:
		add(&l, "lines", v->address->lines);
		add(&l, "postcode", v->address->postcode);
		add(&l, "city", v->address->city);
		add(&l, "city_code", v->address->commune);
		break;
	case FORM_INDICATOR:
		commitment_typed(&l, v->commitment);
		break;
	case FORM_SHAPE:
		add(&l, "", drawing_typed(a->mem, v->drawing));
		break;
	case FORM_REPEAT:
	case FORM_TABLE:
		rows_typed(&l, a, f, v);
		break;
	case FORM_MULTI_CHOICE:
		for (i = 0; i < v->count; i++)
			add(&l, "", v->list[i]);
		break;
	case FORM_ORGANISATION:
		add(&l, "", v->siret != NULL ? siret_format(a->mem, v->siret)
		    : v->rna);
		break;
	case FORM_TERRITORY:
		territory_typed(&l, a, f, v);
		break;
	case FORM_POINT:
		add(&l, "lat", territory_degrees_text(a->mem, v->lat_e6));
		add(&l, "lon", territory_degrees_text(a->mem, v->lon_e6));
		break;
	case FORM_FUNDING_PLAN:
		plan_typed(&l, v->plan);
		break;
	case FORM_STEPS_SCHEDULE:
		for (i = 0; i < v->count; i++) {
			add(&l, row(a->mem, "", i, "label"),
			    v->moments[i].label);
			add(&l, row(a->mem, "", i, "date"), v->moments[i].day);
		}
		break;
	default:
		add(&l, "", v->text);
	}
	return l.first;
}
