/*
 * What rules see: of a question its kind, of an answer an exact number.
 * Conditions and formulas look at answers through this file only, so that a new
 * type of field has one place to say what may be done with it.
 *
 * Numbers are exact fractions: a money is in euros, a percentage is a share
 * (12,5 % is 1/8), a day is days since 1 January 1970, a yes is 1 and a no 0.
 */
#ifndef DOMAIN_RULE_VALUE_H
#define DOMAIN_RULE_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/answer.h"
#include "domain/form.h"
#include "domain/fraction.h"

enum rule_kind {
	KIND_NONE,	/* nothing but "answered" (organisation, point) */
	KIND_NUMBER,	/* percentages too */
	KIND_MONEY,
	KIND_DAY,
	KIND_YES,
	KIND_TEXT,
	KIND_KEY,	/* of an option */
	KIND_KEYS,	/* of several */
	KIND_PLACE,	/* a territory */
	KIND_ROWS,	/* lines, files: counted, and summed by their columns */
	KIND_COUNT
};

/* "un texte", "un montant": in the person's language, borrowed. */
const char *rule_kind_said(enum rule_kind);
enum rule_kind rule_kind(const struct form_field *);
/* Is it a kind that formulas calculate with: number, money, day, yes? */
bool	 rule_kind_counts(enum rule_kind);

/*
 * A column of a field that has rows, or of a block inside its items: then the
 * rows of all of them, one after the other.
 */
struct rule_column {
	const struct form_field *field;	/* that the rule names */
	const struct form_field *list;	/* whose rows: it, or one inside it */
	int		 group;		/* which of its lists of rows */
	int		 column;	/* which member of a row; -1: the rows */
	enum rule_kind	 kind;		/* of a cell; KIND_ROWS: of the rows */
};

/*
 * What follows the dot: "costs.amount" of a plan, "date" of a schedule, the key
 * of an inner field or column, "from" and "to" of a period (one row), "block.key"
 * of a block inside its items; "costs" for the rows of a plan, "block" for
 * those of a block. False: no such column.
 */
bool	 rule_column(struct rule_column *, const struct form_field *,
	    const char *name);
/* The names that rule_column knows, "costs.amount, …", in mem; "" for none. */
const char *rule_columns_said(struct mem *, const struct form_field *);

/* No value: nothing readable. KIND_NUMBER, MONEY, DAY, YES only. The answers
 * give the clock that moments are read on; NULL: UTC. */
struct fraction rule_number(const struct answers *, const struct form_field *,
	    const struct value *);
/* Days since 1970 of a moment, on the platform's clock; no value for 0. */
struct fraction rule_day(const struct answers *, int64_t at);
/* How many rows one value of column.list has. */
size_t	 rule_rows(const struct rule_column *, const struct value *);
/* One cell of a row of it; no value when blank. Of what is not calculated with
 * (a text): 1 when it is given. */
struct fraction rule_cell(const struct answers *, const struct rule_column *,
	    const struct value *, size_t row);
/* The block, among those inside f, that leads from f to the list; f is not the
 * list. */
const struct form_field *rule_towards(const struct rule_column *,
	    const struct form_field *f);
/* How many: options chosen, lines, files; 1 or 0 for the others. */
int64_t	 rule_count(const struct answer *);

#endif
