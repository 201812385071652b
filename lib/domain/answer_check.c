/*
 * What stands between answers and a deposit: missing, unreadable, at odds with
 * one another; and how far a step is.
 * It changes nothing.
 */
#include "config.h"

#include "domain/answer.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/money.h"

static const struct answer *
answer_of(const struct answers *a, const struct form_field *f)
{
	return &a->of[f->index];
}

/* --- at odds with another answer ------------------------------------------ */

static const char *
number_text(const struct answers *a, const struct form_field *f,
    const struct value *v)
{
	return value_text(a, f, v);
}

static const char *
compared(const struct answers *a, const struct answer *answer)
{
	const struct form_field *f = answer->field;
	const struct answer *low, *high;

	low = f->at_least == NULL ? NULL : answer_of(a, f->at_least);
	high = f->at_most == NULL ? NULL : answer_of(a, f->at_most);
	if (low != NULL && low->value.given &&
	    answer->value.number < low->value.number)
		return mem_printf(a->mem, f->type == FORM_DATE
		    ? _("Cette date vient avant « %s » (%s).")
		    : _("C’est moins que « %s » (%s)."),
		    low->field->label, number_text(a, low->field, &low->value));
	if (high != NULL && high->value.given &&
	    answer->value.number > high->value.number)
		return mem_printf(a->mem, f->type == FORM_DATE
		    ? _("Cette date vient après « %s » (%s).")
		    : _("C’est plus que « %s » (%s)."), high->field->label,
		    number_text(a, high->field, &high->value));
	return NULL;
}

static const char *
gap_text(const struct answers *a, int64_t sum, const struct answer *total,
    bool costs)
{
	int64_t gap;
	const char *missing;

	if (total == NULL || !total->value.given)
		return NULL;
	gap = total->value.number - sum;
	if (gap == 0)
		return NULL;
	missing = money_format(a->mem, gap < 0 ? -gap : gap, lang_get());
	if (costs)
		return mem_printf(a->mem, gap > 0
		    ? _("Les dépenses font %s : il en manque %s pour "
		    "atteindre « %s ».")
		    : _("Les dépenses font %s : c’est %s de plus que "
		    "« %s »."), money_format(a->mem, sum, lang_get()), missing,
		    total->field->label);
	return mem_printf(a->mem, gap > 0
	    ? _("Les ressources font %s : il en manque %s pour atteindre "
	    "« %s ».")
	    : _("Les ressources font %s : c’est %s de plus que « %s »."),
	    money_format(a->mem, sum, lang_get()), missing,
	    total->field->label);
}

static const char *
balance(const struct answers *a, const struct answer *answer)
{
	const struct form_field *f = answer->field;
	const struct plan *plan = answer->value.plan;
	const char *why;
	int64_t gap = plan->cost_cents - plan->asked_cents;

	why = gap_text(a, plan->cost_cents, f->balance_costs == NULL ? NULL
	    : answer_of(a, f->balance_costs), true);
	if (why == NULL)
		why = gap_text(a, plan->asked_cents,
		    f->balance_sources == NULL ? NULL
		    : answer_of(a, f->balance_sources), false);
	if (why != NULL || gap == 0)
		return why;
	return mem_printf(a->mem, gap > 0
	    ? _("Il manque %s de ressources pour couvrir les dépenses.")
	    : _("Les ressources dépassent les dépenses de %s."),
	    money_format(a->mem, gap < 0 ? -gap : gap, lang_get()));
}

static int64_t
row_count(const struct answer *answer)
{
	return answer->field->type == FORM_FILES ? answer->files
	    : (int64_t)answer->value.count;
}

static const char *
too_many(const struct answers *a, const struct answer *answer)
{
	const struct form_field *f = answer->field;

	if (!f->has_max || row_count(answer) <= f->max)
		return NULL;
	return mem_printf(a->mem, ngettext("%ld au plus.", "%ld au plus.",
	    (unsigned long)f->max), (long)f->max);
}

/* The first rule of the form that is broken and said beside this field. */
static const char *
rule_text(const struct answers *a, const struct answer *answer)
{
	const struct form_field *f = answer->field;
	size_t i;

	for (i = 0; i < f->rule_count; i++)
		if (a->broken[f->rules[i]])
			return form_text_said(
			    a->form->rules[f->rules[i]].message);
	return NULL;
}

static const char *
at_odds_alone(const struct answers *a, const struct answer *answer)
{
	switch (answer->field->type) {
	case FORM_FUNDING_PLAN:
		return NULL;
	case FORM_STEPS_SCHEDULE:
	case FORM_FILES:
		return too_many(a, answer);
	case FORM_REPEAT:
	case FORM_TABLE:
		return NULL;	/* said when read */
	case FORM_YES_NO:
		if (!answer->value.given || answer->field->must_be < 0 ||
		    answer->value.number == answer->field->must_be)
			return NULL;
		return answer->field->must_be == 1
		    ? _("Sans ce « oui », le projet ne peut pas être présenté.")
		    : _("Sans ce « non », le projet ne peut pas être présenté.");
	default:
		return answer->value.given ? compared(a, answer) : NULL;
	}
}

static const char *
at_odds(const struct answers *a, const struct answer *answer)
{
	const char *why;

	if (answer->forbidden && answer_is_given(answer))
		return _("Laissez cette question sans réponse : vos autres "
		    "réponses l’excluent.");
	why = at_odds_alone(a, answer);
	return why != NULL ? why : rule_text(a, answer);
}

/* What is under way rather than wrong: said before a deposit only. */
static const char *
unfinished(const struct answers *a, const struct answer *answer)
{
	const struct form_field *f = answer->field;
	const char *why;

	if (f->type == FORM_FUNDING_PLAN)
		return answer->value.given ? balance(a, answer) : NULL;
	why = value_unfinished(a, f, &answer->value);
	if (why != NULL)
		return text_capital(a->mem, mem_printf(a->mem, "%s.", why));
	if ((f->type != FORM_STEPS_SCHEDULE && f->type != FORM_FILES &&
	    f->type != FORM_REPEAT && f->type != FORM_TABLE) ||
	    f->row_count > 0 || !f->has_min || row_count(answer) >= f->min)
		return NULL;
	return mem_printf(a->mem, ngettext("Il en faut au moins %ld.",
	    "Il en faut au moins %ld.", (unsigned long)f->min), (long)f->min);
}

/* --- the verdict ---------------------------------------------------------- */

const char *
answer_error(const struct answers *a, const struct answer *answer)
{
	const char *error = NULL;
	struct value value;

	if (answer->asked == ASKED_NO || !form_asks(answer->field))
		return NULL;
	if (answer->typed == NULL && (answer->value.lost & LOST_UNREADABLE) != 0)
		return _("Une partie de cette réponse ne se lit plus. "
		    "Vérifiez-la, puis enregistrez-la de nouveau.");
	if (answer->typed == NULL)
		return at_odds(a, answer);
	/* Said again, in the language of the moment. */
	if (value_read(&value, &error, a, answer->field, answer->typed))
		return _("Enregistrez cette réponse de nouveau.");
	return error;
}

static const char *
missing_text(const struct form_field *f)
{
	switch (f->type) {
	case FORM_CHOICE:
	case FORM_MULTI_CHOICE:
	case FORM_YES_NO:
	case FORM_REFERENCE:
	case FORM_COUNTRY:
	case FORM_LINK:
		return _("Choisissez une réponse.");
	case FORM_CHECKBOX:
		return _("Cochez cette case pour pouvoir présenter le projet.");
	case FORM_LINKED_CHOICE:
		return _("Choisissez dans les deux listes.");
	case FORM_RANKING:
		return _("Classez ces réponses.");
	case FORM_SHAPE:
		return _("Tracez au moins un point sur la carte, ou écrivez ses "
		    "coordonnées.");
	case FORM_REPEAT:
	case FORM_TABLE:
		return _("Remplissez au moins une ligne.");
	case FORM_FILES:
		return _("Joignez ce document.");
	case FORM_FUNDING_PLAN:
		return _("Écrivez au moins une dépense et une ressource.");
	case FORM_STEPS_SCHEDULE:
		return _("Écrivez au moins une étape, avec sa date.");
	default:
		return _("Cette réponse est demandée.");
	}
}

const char *
answer_flaw(const struct answers *a, const struct answer *answer)
{
	const char *error;

	if (answer->asked == ASKED_NO || !form_asks(answer->field))
		return NULL;
	if (!answer_is_given(answer))
		return answer->asked != ASKED_YES ? NULL
		    : answer->required ? missing_text(answer->field)
		    : rule_text(a, answer);
	error = answer_error(a, answer);
	return error != NULL ? error : unfinished(a, answer);
}

void
answers_progress(struct progress *p, const struct answers *a,
    const struct form_step *step)
{
	size_t i, first = step == NULL ? 0 : step->first;
	size_t end = step == NULL ? a->form->field_count
	    : step->first + step->count;

	*p = (struct progress){ 0 };
	for (i = first; i < end; i++) {
		const struct answer *answer = &a->of[i];
		bool given = answer_is_given(answer);

		if (!form_asks(answer->field) || answer->asked == ASKED_NO)
			continue;
		if (answer->asked == ASKED_OPEN) {
			p->open++;
			continue;
		}
		p->wrong += given && answer_error(a, answer) != NULL;
		if (!answer->required)
			continue;
		p->asked++;
		p->answered += given && answer_flaw(a, answer) == NULL;
	}
}
