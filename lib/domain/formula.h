/*
 * Formulas: a small exact language over the answers of a form.
 *
 *	round(demande / cout * 100, 1)
 *	sum(plan.costs.amount) <= cout
 *	if(statut = 'association', 80 %, 60 %) * cout
 *	fin - debut
 *
 * Numbers (12, 0.5), shares (80 %), money (3000 €), keys of options between
 * quotes, keys of questions, question.column inside a function (of a block
 * inside a block too: question.block.column), today,
 * + - * / ( ), < <= = != >= >, and or not, min max sum count round if. A
 * minus between two names has spaces around it: names have hyphens.
 *
 * Every part has a kind, checked when it is read: money and numbers are not
 * added, text is not calculated with. No floating point; what has no value (an
 * answer not given, a division by zero, a number beyond int64) gives no value.
 * min, max, sum and count pass over what has none.
 */
#ifndef DOMAIN_FORMULA_H
#define DOMAIN_FORMULA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"
#include "base/problems.h"
#include "domain/answer.h"
#include "domain/form.h"
#include "domain/fraction.h"
#include "domain/rule_value.h"

#define FORMULA_LENGTH	2000	/* bytes */

/* A field that a rule looks at, maybe several times. */
struct rule_use {
	size_t		 field;		/* in form.fields */
	struct rule_use	*next;
};

/*
 * Where a rule stands: what it may look at, and who is told what is wrong. It
 * is read whole, so that every fault is found.
 */
struct rule_scope {
	struct mem	*mem;
	const struct form *form;
	size_t		 before;	/* fields that it may look at: the
					   first ones */
	/* In the items of a block: of its inner fields, those before that one
	 * come first, then those before the block itself. NULL: nowhere such. */
	const struct form_field *inside;
	size_t		 inside_before;
	bool		 call;		/* the dates of a call may be named */
	struct problems	*why;		/* where: path; text: a sentence */
	struct rule_use	**uses;		/* gets the fields looked at; NULL:
					   nobody asks */
};

/*
 * The field of that key, the nearest: of the item, of the item around it, of the
 * form. NULL with *why, a sentence: unknown, not before.
 */
const struct form_field *rule_field(const struct rule_scope *,
	    const char *key, const char **why);

/*
 * Read a formula, in scope->mem. NULL: at least one problem was added at
 * `path`, with the position of the character (from 1).
 */
struct formula *formula_parse(const struct rule_scope *, const char *path,
	    const char *text);
/* What its value is. */
enum rule_kind formula_kind(const struct formula *);
/* Its value, no value when it has none; yes is 1 and no 0. */
struct fraction formula_value(const struct formula *, const struct answers *);
/*
 * The value of a formula that was read inside a block: in that item, the
 * item of the block around it being `around` (NULL: there is none).
 */
struct fraction formula_value_in(const struct formula *, const struct answers *,
	    const struct form_field *inside, const struct value_row *item,
	    const struct value_row *around);

#endif
