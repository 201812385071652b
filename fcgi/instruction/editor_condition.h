/*
 * Conditions as lines of controls: what their words, their page and their
 * reading share. Nobody else includes it.
 */
#ifndef INSTRUCTION_EDITOR_CONDITION_H
#define INSTRUCTION_EDITOR_CONDITION_H

#include "fcgi/instruction/editor.h"

#define LINES_MAX	12
#define LINES_BLANK	2

/* How a line compares: "n’est pas dans" is not {within}, "le nombre de…" count. */
struct operator {
	const char	*name;		/* as the control sends it */
	const char	*op;		/* as the definition writes it */
	bool		 negated, counted;
	const char	*said;		/* N_ */
};
extern const struct operator operators[];	/* name NULL ends */

/* The operator that a line can say of that comparison, the question it looks at
 * and the value; NULL: only JSON says it. */
const struct operator *operator_of(struct json_object *comparison,
	    const char **key, struct json_object **value);
bool	 operator_takes_value(const struct operator *);
/* A value as the page shows it and reads it again. In mem. */
const char *operand_said(struct mem *, struct json_object *question,
	    struct json_object *value);
/* Decimals that a number of that question is written with. */
int	 operand_digits(struct json_object *question);
/* "c.visible_if.0.question", in mem. */
const char *line_control(const struct editor *, const char *member, size_t i,
	    const char *what);

#endif
