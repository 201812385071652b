/*
 * Conditions of a form: read, and judged on answers with three values.
 * A condition looks only at fields before its own, so there is no circle.
 */
#ifndef DOMAIN_FORM_CONDITION_H
#define DOMAIN_FORM_CONDITION_H

#include <stdbool.h>

#include "domain/answer.h"
#include "domain/form.h"

struct json_object;

enum verdict {
	VERDICT_NO,
	VERDICT_YES,
	VERDICT_OPEN	/* a field it looks at has no answer yet */
};

/*
 * Read the conditions given (any may be NULL) as one that wants all of them;
 * *out is NULL when there is none. False: one does not hold, or looks at a
 * field that is not before `index`.
 */
bool	 condition_parse(struct condition **out, struct mem *,
	    const struct form *, size_t index, struct json_object **all,
	    size_t n);
/* Judge on answers whose earlier fields have been judged already. */
enum verdict condition_judge(const struct condition *, const struct answers *);
/*
 * As JSON, for static/js/conditions.js: {op, field, values} or {op, parts}; what
 * looks at another step is already judged: {op: "known", value: "yes"}. The
 * caller's reference.
 */
struct json_object *condition_json(const struct condition *,
	    const struct answers *, size_t step);

#endif
