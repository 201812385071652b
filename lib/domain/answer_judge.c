/*
 * What the rules of a form say of answers: asked, required, forbidden,
 * calculated (inside items too), broken, eligible. One evaluator, on the server.
 * It stores nothing.
 */
#include "config.h"

#include "domain/answer.h"

#include <string.h>

#include "base/date.h"
#include "domain/form_condition.h"

static bool
holds(const struct condition *c, const struct answers *a)
{
	return c != NULL && condition_judge(c, a) == VERDICT_YES;
}

/* --- calculated ----------------------------------------------------------- */

/* The number that the type of the field keeps, rounded half to even. */
static bool
keep(int64_t *out, const struct form_field *f, struct fraction v)
{
	int decimals = f->type == FORM_MONEY ? 2 : f->type == FORM_PERCENTAGE
	    ? 4 : f->type == FORM_DECIMAL ? f->decimals : 0;
	struct fraction scale = fraction_make(1, 1);

	while (decimals-- > 0)
		scale.num *= 10;
	v = fraction_round(fraction_times(v, scale), 0);
	if (!fraction_is(v))
		return false;
	*out = v.num;
	/* A day that no calendar has is no day. */
	return f->type != FORM_DATE || (v.num > -700000 && v.num < 2900000);
}

/* As a value of f; not given when there is none. */
static struct value
value_of(const struct answers *a, const struct form_field *f,
    struct fraction result)
{
	struct value v = { 0 };

	v.given = keep(&v.number, f, result);
	if (v.given && f->type == FORM_DATE) {
		v.number *= DATE_DAY;
		v.text = date_iso(a->mem, v.number);
	}
	return v;
}

static void
calculate(struct answers *a, struct answer *answer)
{
	const struct form_field *f = answer->field;
	struct value v = { 0 };

	if (answer->asked == ASKED_YES)
		v = value_of(a, f, formula_value(f->formula, a));
	answer->typed = NULL;
	if (v.given && answer->value.given &&
	    v.number == answer->value.number)
		return;
	answer->value = v;
	answer->json = value_json(a->mem, f, &v);
}

static void
calculate_item(const struct answers *a, const struct form_field *f,
    struct value_row *item, const struct value_row *around)
{
	size_t i;

	for (i = 0; i < f->inner_count; i++) {
		const struct form_field *inner = &f->inner[i];

		if (inner->formula != NULL)
			item->cells[i] = value_of(a, inner, formula_value_in(
			    inner->formula, a, f, item, around));
		else
			items_calculate(a, inner, &item->cells[i], item);
	}
}

void
items_calculate(const struct answers *a, const struct form_field *f,
    struct value *v, const struct value_row *around)
{
	size_t i;

	for (i = 0; f->calculates && v->given && i < v->count; i++)
		calculate_item(a, f, &v->rows[i], around);
}

/* --- one field ------------------------------------------------------------ */

static void
judge(struct answers *a, struct answer *answer)
{
	static const int asked[] = { [VERDICT_NO] = ASKED_NO,
	    [VERDICT_YES] = ASKED_YES, [VERDICT_OPEN] = ASKED_OPEN };
	const struct form_field *f = answer->field;

	answer->asked = f->visible_if == NULL ? ASKED_YES
	    : (unsigned)asked[condition_judge(f->visible_if, a)];
	if (f->formula != NULL)
		calculate(a, answer);
	items_calculate(a, f, &answer->value, NULL);
	answer->forbidden = holds(f->forbidden_if, a);
	answer->required = !answer->forbidden &&
	    (f->required || holds(f->required_if, a));
}

void
answers_judge_fields(struct answers *a, size_t first, size_t end)
{
	size_t i;

	for (i = first; i < end; i++)
		judge(a, &a->of[i]);
}

void
answers_judge(struct answers *a)
{
	size_t i;

	answers_judge_fields(a, 0, a->form->field_count);
	for (i = 0; i < a->form->rule_count; i++)
		a->broken[i] = condition_judge_rule(a->form->rules[i].must, a)
		    == VERDICT_NO;
}

void
answers_at(struct answers *a, int64_t now)
{
	a->now = now;
	answers_judge(a);
}

int
answers_step_asked(const struct answers *a, const struct form_step *step)
{
	int asked = ASKED_NO;
	size_t i;

	for (i = step->first; i < step->first + step->count; i++) {
		if (a->of[i].asked == ASKED_YES)
			return ASKED_YES;
		if (a->of[i].asked == ASKED_OPEN)
			asked = ASKED_OPEN;
	}
	return asked;
}

/* --- ineligible ----------------------------------------------------------- */

size_t
bars_judge(struct barrier **out, const struct answers *a,
    const struct form_bar *bars, size_t n)
{
	size_t i, count = 0;

	*out = MEM_ARRAY(a->mem, n + 1, struct barrier);
	for (i = 0; i < n; i++)
		if (condition_judge_rule(bars[i].when, a) == VERDICT_YES)
			(*out)[count++] = (struct barrier){
			    form_text_said(bars[i].message), bars[i].blocks };
	return count;
}

size_t
answers_barriers(struct barrier **out, const struct answers *a)
{
	return bars_judge(out, a, a->form->bars, a->form->bar_count);
}
