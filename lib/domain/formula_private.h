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
	const struct form_field *field;
	struct rule_column column;
	/* The rows it has one value for each of: column.field NULL: none. */
	struct rule_column rows;
};

/* A formula being read. */
struct formula_reader {
	const struct rule_scope *scope;
	const char	*path;
	const char	*text, *p;
	int		 depth;
	bool		 failed;	/* the first fault was said */
};

/* Say what is wrong at `at`, once: what follows is guessed from there. NULL. */
struct formula *formula_fault(struct formula_reader *, const char *at,
	    const char *fmt, ...) __attribute__((format(printf, 3, 4)));
struct formula *formula_node(struct formula_reader *, enum formula_op,
	    enum rule_kind);
/* Put `part` last among the parts of f; one kind of rows at most. */
bool	 formula_add(struct formula_reader *, struct formula *,
	    struct formula *part, const char *at);

/* formula_part.c: one value, past the spaces before it. NULL after a fault. */
struct formula *formula_read_value(struct formula_reader *);
void	 formula_skip(struct formula_reader *);
/* Is that sign next, or that whole word? Then it is past. */
bool	 formula_take(struct formula_reader *, const char *sign);
bool	 formula_take_word(struct formula_reader *, const char *word);
/* formula.c: all that stands until a comma, a parenthesis or the end. */
struct formula *formula_read_all(struct formula_reader *);

/* formula_type.c: the kind of what has its parts; NULL after a fault. */
struct formula *formula_type_signs(struct formula_reader *, struct formula *,
	    const char *at);
struct formula *formula_type_function(struct formula_reader *,
	    struct formula *, const char *at);
/* Does a kind count as an amount: a number, a money? */
bool	 formula_is_amount(enum rule_kind);
/* "« x » est un texte ; attendu : wanted". NULL. */
struct formula *formula_wrong_kind(struct formula_reader *, const char *at,
	    const struct formula *, const char *wanted);

#endif
