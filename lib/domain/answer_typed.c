/*
 * Values as their form shows them: the parts that, sent again, read the same.
 */
#include "config.h"

#include "domain/answer.h"

#include <inttypes.h>
#include <string.h>

#include "base/lang.h"
#include "domain/money.h"
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
	case FORM_YES_NO:
		add(&l, "", v->number != 0 ? "oui" : "non");
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
