/*
 * What is wrong, or could be better, in the definition of a form (doc/forms.md,
 * "The linter"). An error keeps a draft from being published; advice does not.
 * It reads a definition and what the platform knows; it changes nothing.
 */
#ifndef DOMAIN_FORM_LINT_H
#define DOMAIN_FORM_LINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

struct json_object;

struct finding {
	struct finding	*next;
	bool		 error;		/* else advice */
	const char	*code;		/* "unreachable"; static */
	const char	*part;		/* form_edit name of a part; "": the form */
	const char	*label;		/* of that part */
	const char	*text;		/* a sentence in the person's language */
};

struct lint {
	struct mem	*mem;
	struct finding	*first, *last;
	size_t		 errors, advice;
};

/* A key that another form of the platform asks. */
struct lint_key {
	const char	*key, *type, *form;	/* form: its title */
};

/* What the definition alone does not say; zeroed: nothing is known. */
struct lint_world {
	const struct lint_key *keys;
	size_t		 key_count;
	/* The revision published before, or NULL. */
	struct json_object *published;
	/* {question: {"answers": 35, "options": {key: 12}}} of the last dossiers,
	 * or NULL. */
	struct json_object *uses;
	/* The keys of the reference lists that are loaded, or NULL. */
	const char *const *lists;
	size_t		 list_count;
};

#define LINT_ANSWERS	10	/* fewer say nothing about an unused option */

/* Everything there is to say, in reading order, errors and advice mixed; in
 * mem. world may be NULL. */
void	 form_lint(struct lint *, struct mem *, struct json_object *form,
	    const struct lint_world *world);

/* --- shared by form_lint*.c ------------------------------------------------- */

struct lint_field {
	struct json_object *node;
	const char	*key, *type, *label, *part;
	/* Conditions of its step, of its block, its own; any may be NULL. */
	struct json_object *conditions[3];
};

struct lint_fields {
	struct lint_field *rows;	/* in reading order */
	size_t		 count;
};

/* The position of a key, or -1. */
int	 lint_field_of(const struct lint_fields *, const char *key);
/* form_lint_reach.c: can the conditions of that question ever hold together,
 * with those of the questions they look at? True when it is not sure. */
bool	 lint_reachable(const struct lint_fields *, struct mem *, size_t field);

#endif
