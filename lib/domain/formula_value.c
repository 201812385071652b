/*
 * The value of a formula: exact, or none.
 * It never guesses: what has no value makes no value.
 */
#include "config.h"

#include "domain/formula_private.h"

#include <string.h>

/* Where a formula is evaluated. */
struct place {
	const struct answers *a;
	/* Inside the items of a block: which, this one, the one around it. */
	const struct form_field *inside;
	const struct value_row *item, *around;
	/* Of a function that goes over rows: which value has them, this one. */
	const struct value *list;
	size_t		 row;
};

static struct fraction	value_in(const struct formula *, const struct place *);

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

/* What is answered there, NULL when it is not asked. */
static const struct value *
value_of(const struct form_field *f, const struct place *at)
{
	const struct answer *answer;

	if (f->parent != NULL)
		return &(f->parent == at->inside ? at->item
		    : at->around)->cells[f->index];
	answer = &at->a->of[f->index];
	return answer->asked == ASKED_NO ? NULL : &answer->value;
}

/* Over the rows of v, an answer to f, or of the lists inside it. */
static void
gather_in(struct gathering *g, const struct formula *part,
    const struct place *at, const struct form_field *f, const struct value *v)
{
	struct place here = *at;
	const struct form_field *next;
	size_t i;

	if (f == part->rows.list) {
		here.list = v;
		for (here.row = 0; here.row < rule_rows(&part->rows, v);
		    here.row++)
			gather(g, value_in(part, &here));
		return;
	}
	next = rule_towards(&part->rows, f);
	for (i = 0; v->given && i < v->count; i++)
		gather_in(g, part, at, next, &v->rows[i].cells[next->index]);
}

static void
gather_rows(struct gathering *g, const struct formula *part,
    const struct place *at)
{
	const struct value *v = value_of(part->rows.field, at);

	if (v != NULL)
		gather_in(g, part, at, part->rows.field, v);
}

static struct fraction
aggregate(const struct formula *f, const struct place *at)
{
	struct gathering g = { .op = f->op };
	const struct formula *part;

	for (part = f->first; part != NULL; part = part->next)
		if (part->rows.field != NULL)
			gather_rows(&g, part, at);
		else
			gather(&g, value_in(part, at));
	if (f->op == FORMULA_COUNT)
		return fraction_make(g.count, 1);
	return g.lost ? FRACTION_NONE : g.result;
}

/* Rows of v, an answer to f, or of all the lists inside it. */
static int64_t
count_rows(const struct rule_column *c, const struct form_field *f,
    const struct value *v)
{
	const struct form_field *next;
	int64_t n = 0;
	size_t i;

	if (f == c->list)
		return (int64_t)rule_rows(c, v);
	next = rule_towards(c, f);
	for (i = 0; v->given && i < v->count; i++)
		n += count_rows(c, next, &v->rows[i].cells[next->index]);
	return n;
}

/* count(x): lines, options, files; or the values of an expression. */
static struct fraction
count(const struct formula *f, const struct place *at)
{
	const struct formula *part = f->first;
	const struct value *v;
	struct answer one;

	if (part->op == FORMULA_COLUMN && part->kind == KIND_ROWS) {
		v = value_of(part->column.field, at);
		return fraction_make(v == NULL ? 0 : count_rows(&part->column,
		    part->column.field, v), 1);
	}
	if (part->op != FORMULA_FIELD)
		return aggregate(f, at);
	v = value_of(part->field, at);
	if (v == NULL)
		return fraction_make(0, 1);
	one = part->field->parent == NULL ? at->a->of[part->field->index]
	    : (struct answer){ .field = part->field, .value = *v };
	return fraction_make(rule_count(&one), 1);
}

/* --- yes and no ----------------------------------------------------------- */

static struct fraction
compare_keys(const struct formula *f, const struct place *at)
{
	const struct value *v = value_of(f->first->field, at);

	if (v == NULL || !v->given || v->text == NULL)
		return FRACTION_NONE;
	return yes((strcmp(v->text, f->first->next->key) == 0) ==
	    (f->op == FORMULA_EQUAL));
}

static struct fraction
compare(const struct formula *f, const struct place *at)
{
	struct fraction left, right;
	int order;

	if (f->first->kind == KIND_KEY)
		return compare_keys(f, at);
	left = value_in(f->first, at);
	right = value_in(f->first->next, at);
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
both(const struct formula *f, const struct place *at)
{
	bool stop = f->op == FORMULA_OR;
	struct fraction left = value_in(f->first, at), right;

	if (fraction_is(left) && (left.num != 0) == stop)
		return left;
	right = value_in(f->first->next, at);
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
field_value(const struct formula *f, const struct place *at)
{
	const struct value *v = value_of(f->field, at);

	return v == NULL ? FRACTION_NONE : rule_number(at->a, f->field, v);
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
choose(const struct formula *f, const struct place *at)
{
	struct fraction test = value_in(f->first, at);

	if (!fraction_is(test))
		return test;
	return value_in(test.num != 0 ? f->first->next
	    : f->first->next->next, at);
}

static struct fraction
arithmetic(const struct formula *f, const struct place *at)
{
	struct fraction left = value_in(f->first, at);
	struct fraction right = value_in(f->first->next, at);

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
value_in(const struct formula *f, const struct place *at)
{
	switch (f->op) {
	case FORMULA_NUMBER:
		return f->number;
	case FORMULA_TODAY:
		return rule_day(at->a, at->a->now);
	case FORMULA_CALL_OPENS:
		return rule_day(at->a, at->a->call_opens_at);
	case FORMULA_CALL_CLOSES:
		return rule_day(at->a, at->a->call_closes_at);
	case FORMULA_FIELD:
		return field_value(f, at);
	case FORMULA_COLUMN:
		return rule_cell(at->a, &f->column, at->list, at->row);
	case FORMULA_NEGATIVE:
		return negative(value_in(f->first, at));
	case FORMULA_NOT:
		return not(value_in(f->first, at));
	case FORMULA_AND:
	case FORMULA_OR:
		return both(f, at);
	case FORMULA_COUNT:
		return count(f, at);
	case FORMULA_MIN:
	case FORMULA_MAX:
	case FORMULA_SUM:
		return aggregate(f, at);
	case FORMULA_ROUND:
		return round_to(f, value_in(f->first, at));
	case FORMULA_IF:
		return choose(f, at);
	case FORMULA_PLUS:
	case FORMULA_MINUS:
	case FORMULA_TIMES:
	case FORMULA_OVER:
		return arithmetic(f, at);
	case FORMULA_KEY:
		return FRACTION_NONE;
	default:
		return compare(f, at);
	}
}

struct fraction
formula_value(const struct formula *f, const struct answers *a)
{
	return value_in(f, &(struct place){ .a = a });
}

struct fraction
formula_value_in(const struct formula *f, const struct answers *a,
    const struct form_field *inside, const struct value_row *item,
    const struct value_row *around)
{
	return value_in(f, &(struct place){ .a = a, .inside = inside,
	    .item = item, .around = around });
}
