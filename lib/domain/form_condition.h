/*
 * Conditions of a form: read, and judged on answers with three values.
 * A condition looks only at fields before its own, so there is no circle.
 */
#ifndef DOMAIN_FORM_CONDITION_H
#define DOMAIN_FORM_CONDITION_H

#include <stdbool.h>

#include "domain/answer.h"
#include "domain/form.h"
#include "domain/formula.h"

struct json_object;

enum verdict {
	VERDICT_NO,
	VERDICT_YES,
	VERDICT_OPEN	/* a field it looks at has no answer yet */
};

/*
 * Read a condition (doc/forms.md) that stands at `path`. NULL: at least one
 * problem was added to scope->why, at the JSON path where it is.
 */
struct condition *condition_read(const struct rule_scope *, const char *path,
	    struct json_object *);
/* One that wants all of those given, or any; NULL ones are left out, NULL when
 * none is left. */
struct condition *condition_all(struct mem *, struct condition *const *,
	    size_t n);
struct condition *condition_any(struct mem *, struct condition *const *,
	    size_t n);

/* Judge on answers whose earlier fields have been judged already. */
enum verdict condition_judge(const struct condition *, const struct answers *);
/* The same for a rule about the whole: what looks at a question that is not
 * asked is open, so that nobody is blamed for it. */
enum verdict condition_judge_rule(const struct condition *,
	    const struct answers *);

/*
 * As JSON, for static/js/conditions.js: {op, field, values} or {op, parts}.
 * What it cannot judge in the browser (another step, a formula, a territory) is
 * judged here: {op: "known", value: "yes"}; *known tells that there is some.
 * The caller's reference.
 */
struct json_object *condition_json(const struct condition *,
	    const struct answers *, size_t step, bool *known);

#endif
