/*
 * The value of a formula: exact, or none.
 * It never guesses: what has no value makes no value.
 */
#include "config.h"

#include "domain/formula_private.h"

#include <string.h>

static struct fraction	value_in(const struct formula *,
    const struct answers *, size_t);

static struct fraction
yes(bool b)
{
	return fraction_make(b, 1);
}

/* --- several values ------------------------------------------------------- */

struct gathering {
	enum formula_op	 op;
	struct fraction	 result;
	int64_t		 count;
	bool		 lost;		/* beyond int64 */
};

static void
gather(struct gathering *g, struct fraction v)
{
	if (!fraction_is(v))
		return;
	if (g->count++ == 0)
		g->result = v;
	else if (g->op == FORMULA_SUM)
		g->result = fraction_plus(g->result, v);
	else if (g->op != FORMULA_COUNT && (fraction_compare(v, g->result) < 0)
	    == (g->op == FORMULA_MIN))
		g->result = v;
	g->lost |= !fraction_is(g->result);
}

static void
gather_rows(struct gathering *g, const struct formula *part,
    const struct answers *a)
{
	const struct answer *answer = &a->of[part->rows.field->index];
	size_t rows = rule_rows(&part->rows, &answer->value), i;

	if (answer->asked == ASKED_NO)
		return;
	for (i = 0; i < rows; i++)
		gather(g, value_in(part, a, i));
}

static struct fraction
aggregate(const struct formula *f, const struct answers *a, size_t row)
{
	struct gathering g = { .op = f->op };
	const struct formula *part;

	for (part = f->first; part != NULL; part = part->next)
		if (part->rows.field != NULL)
			gather_rows(&g, part, a);
		else
			gather(&g, value_in(part, a, row));
	if (f->op == FORMULA_COUNT)
		return fraction_make(g.count, 1);
	return g.lost ? FRACTION_NONE : g.result;
}

/* count(x): lines, options, files; or the values of an expression. */
static struct fraction
count(const struct formula *f, const struct answers *a, size_t row)
{
	const struct formula *part = f->first;
	const struct answer *answer;

	if (part->op != FORMULA_FIELD &&
	    (part->op != FORMULA_COLUMN || part->kind != KIND_ROWS))
		return aggregate(f, a, row);
	answer = &a->of[part->op == FORMULA_FIELD ? part->field
	    : part->column.field->index];
	if (answer->asked == ASKED_NO)
		return fraction_make(0, 1);
	return fraction_make(part->op == FORMULA_FIELD ? rule_count(answer)
	    : (int64_t)rule_rows(&part->column, &answer->value), 1);
}

/* --- yes and no ----------------------------------------------------------- */

static struct fraction
compare_keys(const struct formula *f, const struct answers *a)
{
	const struct answer *answer = &a->of[f->first->field];

	if (answer->asked == ASKED_NO || !answer->value.given ||
	    answer->value.text == NULL)
		return FRACTION_NONE;
	return yes((strcmp(answer->value.text, f->first->next->key) == 0) ==
	    (f->op == FORMULA_EQUAL));
}

static struct fraction
compare(const struct formula *f, const struct answers *a, size_t row)
{
	struct fraction left, right;
	int order;

	if (f->first->kind == KIND_KEY)
		return compare_keys(f, a);
	left = value_in(f->first, a, row);
	right = value_in(f->first->next, a, row);
	if (!fraction_is(left) || !fraction_is(right))
		return FRACTION_NONE;
	order = fraction_compare(left, right);
	switch (f->op) {
	case FORMULA_LESS:
		return yes(order < 0);
	case FORMULA_AT_MOST:
		return yes(order <= 0);
	case FORMULA_EQUAL:
		return yes(order == 0);
	case FORMULA_NOT_EQUAL:
		return yes(order != 0);
	case FORMULA_AT_LEAST:
		return yes(order >= 0);
	default:
		return yes(order > 0);
	}
}

/* One "no" ends an "and", one "yes" an "or", whatever is not known. */
static struct fraction
both(const struct formula *f, const struct answers *a, size_t row)
{
	bool stop = f->op == FORMULA_OR;
	struct fraction left = value_in(f->first, a, row), right;

	if (fraction_is(left) && (left.num != 0) == stop)
		return left;
	right = value_in(f->first->next, a, row);
	if (fraction_is(right) && (right.num != 0) == stop)
		return right;
	return fraction_is(left) ? right : left;
}

static struct fraction
not(struct fraction v)
{
	return fraction_is(v) ? yes(v.num == 0) : v;
}

/* --- one value ------------------------------------------------------------ */

static struct fraction
field_value(const struct formula *f, const struct answers *a)
{
	const struct answer *answer = &a->of[f->field];

	return answer->asked == ASKED_NO ? FRACTION_NONE
	    : rule_number(a, answer->field, &answer->value);
}

static struct fraction
negative(struct fraction v)
{
	v.num = -v.num;		/* never INT64_MIN: see fraction.c */
	return v;
}

static struct fraction
round_to(const struct formula *f, struct fraction v)
{
	return fraction_round(v, f->first->next == NULL ? 0
	    : (int)f->first->next->number.num);
}

static struct fraction
choose(const struct formula *f, const struct answers *a, size_t row)
{
	struct fraction test = value_in(f->first, a, row);

	if (!fraction_is(test))
		return test;
	return value_in(test.num != 0 ? f->first->next
	    : f->first->next->next, a, row);
}

static struct fraction
arithmetic(const struct formula *f, const struct answers *a, size_t row)
{
	struct fraction left = value_in(f->first, a, row);
	struct fraction right = value_in(f->first->next, a, row);

	switch (f->op) {
	case FORMULA_PLUS:
		return fraction_plus(left, right);
	case FORMULA_MINUS:
		return fraction_plus(left, negative(right));
	case FORMULA_TIMES:
		return fraction_times(left, right);
	default:
		return fraction_over(left, right);
	}
}

static struct fraction
value_in(const struct formula *f, const struct answers *a, size_t row)
{
	switch (f->op) {
	case FORMULA_NUMBER:
		return f->number;
	case FORMULA_TODAY:
		return rule_day(a, a->now);
	case FORMULA_CALL_OPENS:
		return rule_day(a, a->call_opens_at);
	case FORMULA_CALL_CLOSES:
		return rule_day(a, a->call_closes_at);
	case FORMULA_FIELD:
		return field_value(f, a);
	case FORMULA_COLUMN:
		return rule_cell(&f->column,
		    &a->of[f->column.field->index].value, row);
	case FORMULA_NEGATIVE:
		return negative(value_in(f->first, a, row));
	case FORMULA_NOT:
		return not(value_in(f->first, a, row));
	case FORMULA_AND:
	case FORMULA_OR:
		return both(f, a, row);
	case FORMULA_COUNT:
		return count(f, a, row);
	case FORMULA_MIN:
	case FORMULA_MAX:
	case FORMULA_SUM:
		return aggregate(f, a, row);
	case FORMULA_ROUND:
		return round_to(f, value_in(f->first, a, row));
	case FORMULA_IF:
		return choose(f, a, row);
	case FORMULA_PLUS:
	case FORMULA_MINUS:
	case FORMULA_TIMES:
	case FORMULA_OVER:
		return arithmetic(f, a, row);
	case FORMULA_KEY:
		return FRACTION_NONE;
	default:
		return compare(f, a, row);
	}
}

struct fraction
formula_value(const struct formula *f, const struct answers *a)
{
	return value_in(f, a, 0);
}
