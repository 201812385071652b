/*
 * The tree of a condition, between its reading and its judging. Nobody else
 * includes it.
 */
#ifndef DOMAIN_CONDITION_PRIVATE_H
#define DOMAIN_CONDITION_PRIVATE_H

#include "domain/form_condition.h"

enum condition_op {
	CONDITION_ALL,
	CONDITION_ANY,
	CONDITION_NOT,
	CONDITION_FORMULA,
	CONDITION_EQUALS,	/* the first of the comparisons */
	CONDITION_NOT_EQUALS,
	CONDITION_ONE_OF,
	CONDITION_CONTAINS,
	CONDITION_LESS,
	CONDITION_AT_MOST,
	CONDITION_MORE,
	CONDITION_AT_LEAST,
	CONDITION_BEFORE,
	CONDITION_AFTER,
	CONDITION_WITHIN,
	CONDITION_ANSWERED,
	CONDITION_OP_COUNT
};

/* What days are counted from. */
enum condition_day {
	DAY_FIXED,		/* the number is the day itself */
	DAY_TODAY,
	DAY_CALL_OPENS,
	DAY_CALL_CLOSES
};

struct condition {
	enum condition_op op;
	struct condition **parts;	/* ALL, ANY, NOT (one) */
	size_t		 part_count;
	struct formula	*formula;
	size_t		 field;		/* in form.fields */
	enum rule_kind	 kind;		/* of what is compared */
	bool		 counted;	/* how many, not which */
	/* What it is compared with: keys, texts, addresses; or numbers as
	 * rule_number gives them. */
	const char	**texts;
	struct fraction	*numbers;
	size_t		 count;		/* of them */
	bool		 yes;		/* ANSWERED */
	enum condition_day day;
};

extern const char *const condition_names[CONDITION_OP_COUNT];

/* The day that a condition means, in days since 1970. */
struct fraction condition_day(const struct condition *, const struct answers *,
	    size_t i);

#endif
