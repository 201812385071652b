/*
 * What changes between two definitions of a form, question by question.
 * It compares what is written; it does not judge.
 */
#ifndef DOMAIN_FORM_DIFF_H
#define DOMAIN_FORM_DIFF_H

#include <stddef.h>

#include "base/mem.h"

struct json_object;

enum form_change_kind { FORM_ADDED, FORM_REMOVED, FORM_MOVED, FORM_CHANGED };

struct form_change {
	enum form_change_kind kind;
	const char	*part;		/* form_edit name, in the newer but for what
					   was removed; "" the form itself */
	const char	*label, *type;	/* type: of a question, else "" */
	const char	*member;	/* FORM_CHANGED: which setting */
	struct json_object *before, *after; /* its values, borrowed; NULL: none */
};

/*
 * In the order of the newer one, what was removed last; in mem, with texts
 * borrowed from the definitions. A part is the same when its key is; one that only
 * follows the move of others is not said to move. Returns how many.
 */
size_t	 form_diff(struct form_change **, struct mem *,
	    struct json_object *before, struct json_object *after);

#endif
