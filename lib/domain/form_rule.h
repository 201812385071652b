/*
 * The rules of a form, as its definition writes them (doc/forms.md): conditions
 * of fields, blocks and steps, calculated fields, rules, ineligibility.
 * It reads them; answer.h judges them.
 */
#ifndef DOMAIN_FORM_RULE_H
#define DOMAIN_FORM_RULE_H

#include "base/mem.h"
#include "base/problems.h"
#include "domain/form.h"

struct json_object;
struct rule_use;

/*
 * Read every rule of the definition into a form whose fields are read. Each
 * fault is one problem: `where` is the JSON path ("steps[0].blocks[1].rules[0]
 * .must"), `text` a sentence in the person's language. What looks at itself,
 * however far round, is told as a circle.
 */
void	 form_rules_read(struct form *, struct mem *,
	    struct json_object *definition, struct problems *why);

/*
 * The same for a definition that may be wrong in other ways too (a form being
 * written): only the faults of its rules. For checks and the form editor.
 */
void	 form_rules_check(struct mem *, struct json_object *definition,
	    struct problems *why);
/*
 * The key of the field (else of the block, the step) that such a path is
 * about; "" for the whole form. Borrowed from the definition.
 */
const char *form_path_key(struct json_object *definition, const char *path);

/*
 * Reasons of ineligibility as a form or a call lists them ("ineligible_if"), read
 * against the questions of a form, at `path`. call: the dates of the call may
 * be named. Those that do not hold are left out, with a problem each.
 */
void	 form_bars_read(struct form_bar **bars, size_t *count,
	    const struct form *, struct mem *, struct json_object *list,
	    const char *path, bool call, struct problems *why);

/* form_order.c: what looks at what. */
struct form_uses {
	struct mem	*mem;
	const struct form *form;
	struct form_use	**of;		/* per field: what it looks at */
};
void	 form_uses_init(struct form_uses *, struct mem *, const struct form *);
/* Fields first…first+count look at those of the list, because of what
 * stands at path. */
void	 form_uses_add(struct form_uses *, size_t first, size_t count,
	    const struct rule_use *, const char *path);
/* A problem for each that does not look before itself. */
void	 form_uses_check(const struct form_uses *, struct problems *why);

#endif
