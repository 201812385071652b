/*
 * What the readers of a form definition share: form_parse.c for its plan,
 * form_field.c for one field. Nobody else includes it.
 */
#ifndef DOMAIN_FORM_PARSE_PRIVATE_H
#define DOMAIN_FORM_PARSE_PRIVATE_H

#include "base/json.h"
#include "domain/form.h"

struct form_parser {
	struct mem	*mem;
	struct form	*form;
	const char	*where;		/* set by the first refusal */
	size_t		 step;
	const char	*block;
	bool		 lenient;	/* goes on after a refusal */
};

/* --- form_field.c */

/* Say what does not hold, once; returns false, true when lenient. */
bool	 form_refuse(struct form_parser *, const char *key, const char *what);
/* A text member, kept; NULL when absent. */
const char *form_keep(struct form_parser *, struct json_object *,
	    const char *member);
/*
 * All of a field but its place, what it says of other fields and its
 * conditions; inner fields too, whose parent and index are set.
 */
bool	 form_read_field(struct form_parser *, struct form_field *,
	    struct json_object *);

#endif
