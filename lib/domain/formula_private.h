/*
 * The tree of a formula, between its reading and its evaluation. Nobody else
 * includes it.
 */
#ifndef DOMAIN_FORMULA_PRIVATE_H
#define DOMAIN_FORMULA_PRIVATE_H

#include "domain/formula.h"

enum formula_op {
	FORMULA_NUMBER,
	FORMULA_KEY,		/* of an option, between quotes */
	FORMULA_TODAY,
	FORMULA_CALL_OPENS,
	FORMULA_CALL_CLOSES,
	FORMULA_FIELD,
	FORMULA_COLUMN,
	FORMULA_NEGATIVE,
	FORMULA_PLUS,
	FORMULA_MINUS,
	FORMULA_TIMES,
	FORMULA_OVER,
	FORMULA_LESS,
	FORMULA_AT_MOST,
	FORMULA_EQUAL,
	FORMULA_NOT_EQUAL,
	FORMULA_AT_LEAST,
	FORMULA_MORE,
	FORMULA_AND,
	FORMULA_OR,
	FORMULA_NOT,
	FORMULA_MIN,
	FORMULA_MAX,
	FORMULA_SUM,
	FORMULA_COUNT,
	FORMULA_ROUND,
	FORMULA_IF
};

struct formula {
	enum formula_op	 op;
	enum rule_kind	 kind;
	struct formula	*first, *next;	/* its parts; the next of its parent */
	struct fraction	 number;
	const char	*key;
	size_t		 field;		/* in form.fields */
	struct rule_column column;
	/* The rows it has one value for each of: column.field NULL: none. */
	struct rule_column rows;
};

#endif
