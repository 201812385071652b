/*
 * The kind of each type of field, and exact numbers of answers.
 * It compares and calculates nothing.
 */
#include "config.h"

#include "domain/rule_value.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"

static const enum rule_kind kinds[FORM_TYPE_COUNT] = {
	[FORM_TEXT] = KIND_TEXT, [FORM_LONG_TEXT] = KIND_TEXT,
	[FORM_INTEGER] = KIND_NUMBER, [FORM_MONEY] = KIND_MONEY,
	[FORM_PERCENTAGE] = KIND_NUMBER, [FORM_DATE] = KIND_DAY,
	[FORM_YES_NO] = KIND_YES, [FORM_CHOICE] = KIND_KEY,
	[FORM_MULTI_CHOICE] = KIND_KEYS, [FORM_EMAIL] = KIND_TEXT,
	[FORM_PHONE] = KIND_TEXT, [FORM_URL] = KIND_TEXT,
	[FORM_TERRITORY] = KIND_PLACE, [FORM_FILES] = KIND_ROWS,
	[FORM_FUNDING_PLAN] = KIND_ROWS, [FORM_STEPS_SCHEDULE] = KIND_ROWS,
	[FORM_DECIMAL] = KIND_NUMBER, [FORM_CHECKBOX] = KIND_YES,
	[FORM_RANKING] = KIND_KEYS, [FORM_LINKED_CHOICE] = KIND_KEYS,
	[FORM_REFERENCE] = KIND_KEY, [FORM_COUNTRY] = KIND_KEY,
	[FORM_PATTERN] = KIND_TEXT, [FORM_REPEAT] = KIND_ROWS,
	[FORM_TABLE] = KIND_ROWS, [FORM_DATE_TIME] = KIND_DAY
};

static const char *const said[KIND_COUNT] = {
	[KIND_NONE] = N_("une réponse qui ne se compare pas"),
	[KIND_NUMBER] = N_("un nombre"), [KIND_MONEY] = N_("un montant"),
	[KIND_DAY] = N_("une date"), [KIND_YES] = N_("un oui ou non"),
	[KIND_TEXT] = N_("un texte"), [KIND_KEY] = N_("un choix"),
	[KIND_KEYS] = N_("plusieurs choix"),
	[KIND_PLACE] = N_("un territoire"), [KIND_ROWS] = N_("des lignes")
};

const char *
rule_kind_said(enum rule_kind kind)
{
	return _(said[kind]);
}

enum rule_kind
rule_kind(const struct form_field *f)
{
	return kinds[f->type];
}

bool
rule_kind_counts(enum rule_kind kind)
{
	return kind == KIND_NUMBER || kind == KIND_MONEY || kind == KIND_DAY ||
	    kind == KIND_YES;
}

/* --- columns -------------------------------------------------------------- */

enum { COSTS, SOURCES, ONLY };	/* lists of rows */
enum { START, END };

static const struct {
	enum form_type	 type;
	const char	*name;
	int		 group, column;
	enum rule_kind	 kind;
} columns[] = {
	{ FORM_FUNDING_PLAN, "costs", COSTS, -1, KIND_ROWS },
	{ FORM_FUNDING_PLAN, "costs.amount", COSTS, 0, KIND_MONEY },
	{ FORM_FUNDING_PLAN, "sources", SOURCES, -1, KIND_ROWS },
	{ FORM_FUNDING_PLAN, "sources.amount", SOURCES, 0, KIND_MONEY },
	{ FORM_STEPS_SCHEDULE, "date", ONLY, 0, KIND_DAY },
	{ FORM_PERIOD, "from", ONLY, START, KIND_DAY },
	{ FORM_PERIOD, "to", ONLY, END, KIND_DAY },
};
#define COLUMNS	(sizeof(columns) / sizeof(columns[0]))

/* The inner field of f that a name begins with, a dot or nothing after it. */
static const struct form_field *
inner_of(const struct form_field *f, const char *name)
{
	size_t i, n = strcspn(name, ".");

	for (i = 0; i < f->inner_count; i++)
		if (strlen(f->inner[i].key) == n &&
		    strncmp(f->inner[i].key, name, n) == 0)
			return &f->inner[i];
	return NULL;
}

bool
rule_column(struct rule_column *out, const struct form_field *f,
    const char *name)
{
	const struct form_field *inner = inner_of(f, name);
	size_t i;

	for (i = 0; i < COLUMNS; i++)
		if (columns[i].type == f->type &&
		    strcmp(columns[i].name, name) == 0) {
			*out = (struct rule_column){ f, f, columns[i].group,
			    columns[i].column, columns[i].kind };
			return true;
		}
	if (inner == NULL)
		return false;
	name += strlen(inner->key);
	if (*name == '.') {
		if (!rule_column(out, inner, name + 1))
			return false;
		out->field = f;
	} else if (rule_kind(inner) == KIND_ROWS)
		*out = (struct rule_column){ f, inner, ONLY, -1, KIND_ROWS };
	else
		*out = (struct rule_column){ f, f, ONLY, (int)inner->index,
		    rule_kind(inner) };
	return true;
}

static const char *
add_name(struct mem *mem, const char *names, const char *before,
    const char *name)
{
	return mem_printf(mem, "%s%s%s%s", names, *names == '\0' ? "" : ", ",
	    before, name);
}

static const char *
add_columns(struct mem *mem, const char *names, const char *before,
    const struct form_field *f)
{
	size_t i;

	for (i = 0; i < COLUMNS; i++)
		if (columns[i].type == f->type && columns[i].column >= 0)
			names = add_name(mem, names, before, columns[i].name);
	for (i = 0; i < f->inner_count; i++) {
		const struct form_field *inner = &f->inner[i];

		if (rule_kind_counts(rule_kind(inner)))
			names = add_name(mem, names, before, inner->key);
		else
			names = add_columns(mem, names, mem_printf(mem,
			    "%s%s.", before, inner->key), inner);
	}
	return names;
}

const char *
rule_columns_said(struct mem *mem, const struct form_field *f)
{
	return add_columns(mem, "", "", f);
}

const struct form_field *
rule_towards(const struct rule_column *c, const struct form_field *f)
{
	const struct form_field *next = c->list;

	while (next->parent != f)
		next = next->parent;
	return next;
}

size_t
rule_rows(const struct rule_column *c, const struct value *v)
{
	if (!v->given)
		return 0;
	switch (c->list->type) {
	case FORM_FUNDING_PLAN:
		return c->group == COSTS ? v->plan->cost_count
		    : v->plan->source_count;
	case FORM_PERIOD:
		return 1;
	default:
		return v->count;
	}
}

struct fraction
rule_cell(const struct answers *a, const struct rule_column *c,
    const struct value *v, size_t row)
{
	const struct value *cell;
	int64_t at;

	switch (c->list->type) {
	case FORM_FUNDING_PLAN:
		return fraction_make(c->group == COSTS
		    ? v->plan->costs[row].amount_cents
		    : v->plan->sources[row].asked_cents, 100);
	case FORM_STEPS_SCHEDULE:
		if (!date_parse_unix(&at, v->moments[row].day))
			return FRACTION_NONE;
		return fraction_make(at / DATE_DAY, 1);
	case FORM_PERIOD:
		return fraction_make((c->column == START ? v->number
		    : v->until) / DATE_DAY, 1);
	case FORM_REPEAT:
	case FORM_TABLE:
		cell = &v->rows[row].cells[c->column];
		if (!rule_kind_counts(c->kind))
			return cell->given ? fraction_make(1, 1)
			    : FRACTION_NONE;
		return rule_number(a, &c->list->inner[c->column], cell);
	default:
		return FRACTION_NONE;
	}
}

static int64_t
power_of_ten(int n)
{
	int64_t scale = 1;

	while (n-- > 0)
		scale *= 10;
	return scale;
}

/* --- one value ------------------------------------------------------------ */

/* The day of a moment, on the platform's clock. */
static struct fraction
day_of(const struct answers *a, int64_t at)
{
	struct civil c;

	date_civil_in(&c, at, a == NULL || a->platform == NULL ? NULL
	    : a->platform->time_zone);
	c.hour = c.minute = c.second = 0;
	return fraction_make(date_unix(&c) / DATE_DAY, 1);
}

struct fraction
rule_day(const struct answers *a, int64_t at)
{
	return at == 0 ? FRACTION_NONE : day_of(a, at);
}

struct fraction
rule_number(const struct answers *a, const struct form_field *f,
    const struct value *v)
{
	/* The one integer whose opposite is none. */
	if (!v->given || v->number == INT64_MIN)
		return FRACTION_NONE;
	switch (f->type) {
	case FORM_INTEGER:
	case FORM_YES_NO:
	case FORM_CHECKBOX:
		return fraction_make(v->number, 1);
	case FORM_DECIMAL:
		return fraction_make(v->number, power_of_ten(f->decimals));
	case FORM_MONEY:
		return fraction_make(v->number, 100);
	case FORM_PERCENTAGE:
		return fraction_make(v->number, 10000);
	case FORM_DATE:
		return fraction_make(v->number / DATE_DAY, 1);
	case FORM_DATE_TIME:
		return day_of(a, v->number);
	default:
		return FRACTION_NONE;
	}
}

int64_t
rule_count(const struct answer *a)
{
	const struct form_field *f = a->field;
	const struct rule_column costs = { f, f, COSTS, -1, KIND_ROWS };
	const struct rule_column sources = { f, f, SOURCES, -1, KIND_ROWS };

	switch (a->field->type) {
	case FORM_FILES:
		return a->files;
	case FORM_MULTI_CHOICE:
	case FORM_RANKING:
	case FORM_LINKED_CHOICE:
	case FORM_REPEAT:
	case FORM_TABLE:
	case FORM_STEPS_SCHEDULE:
		return a->value.given ? (int64_t)a->value.count : 0;
	case FORM_FUNDING_PLAN:
		return (int64_t)(rule_rows(&costs, &a->value) +
		    rule_rows(&sources, &a->value));
	default:
		return a->value.given;
	}
}
