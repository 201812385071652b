/*
 * The types of fields: one value against one rule. Private to lib/web.
 */
#ifndef WEB_FIELD_TYPE_H
#define WEB_FIELD_TYPE_H

#include "web/field.h"

/* One field being checked. */
struct check {
	struct fields		*fields;
	const struct field_rule	*rule;
	struct field		*field;
	const char		*typed;	/* as received */
};

#define WRONG(c, ...)							\
	problem_add(&(c)->fields->why, (c)->field->name, __VA_ARGS__)

/*
 * Check a value that is not empty: fills field->raw, and text and number when
 * it is valid, else adds what is wrong to fields->why. rule->type is neither
 * F_FILE nor F_END.
 */
void	 field_check_value(struct check *);

#endif
