/*
 * Fields: what a route accepts, with the type of each. A handler sees a typed
 * value, "absent", or an error text beside the field; never a raw parameter
 * nobody declared. What was typed is always kept, valid or not.
 */
#ifndef WEB_FIELD_H
#define WEB_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"

enum field_type {
	F_END,
	F_TEXT,		/* one line, trimmed, valid UTF-8, ≤ max characters */
	F_LONG,		/* several lines, CRLF → LF, ≤ max characters */
	F_INT,		/* min…max */
	F_ID,		/* positive integer */
	F_MONEY,	/* "45 000,00 €" → cents, 0…max */
	F_DATE,		/* AAAA-MM-JJ or JJ/MM/AAAA, must exist → "YYYY-MM-DD" */
	F_EMAIL,	/* lower-cased domain, ≤ 254 */
	F_PASSWORD,	/* untouched bytes, ≤ max, never kept nor logged */
	F_BOOL,		/* present and not "0", "non" */
	F_CHOICE,	/* one of choices, "|"-separated */
	F_SLUG,		/* [a-z0-9-]{1,80} */
	F_CODE,		/* [A-Za-z0-9_.:-]{1,64}: territory code, facet key */
	F_URL,		/* http or https, ≤ max */
	F_SIRET,	/* 14 digits, spaces dropped, key checked */
	F_FILE,		/* a file of 1…max bytes: see web/upload.h; a rule named
			 * "a." takes files of every name that begins so */
	F_ANSWERS	/* every parameter that begins with the rule's name ("a."):
			 * the form engine's; an emptied one has the text "" */
};

#define FIELD_REQUIRED	1u
#define FIELD_MANY	2u	/* may be repeated: field_next */

struct field_rule {
	const char	*name;
	enum field_type	 type;
	unsigned	 flags;
	int64_t		 min, max;	/* 0, 0 = the type's own bounds */
	const char	*choices;	/* F_CHOICE */
	/* What to say when a required field is empty, N_("…"); or NULL. */
	const char	*missing;
};

struct field {
	const char	*name;
	const char	*raw;		/* as typed; "" for a password */
	const char	*text;		/* canonical; NULL unless valid */
	int64_t		 number;
	struct field	*next;		/* same list, in the order received */
};

struct fields {
	struct mem	*mem;
	struct field	*first;
	struct problems	 why;		/* one per invalid field */
};

/* A parameter as received, decoded and valid UTF-8, before any rule. */
struct param {
	const char	*name, *value;
	struct param	*next;		/* in the order received */
};

struct params {
	struct mem	*mem;
	struct param	*first, *last;
	size_t		 count;
};

#define PARAM_LIMIT	2000	/* parameters of one request */

/* Both are borrowed; they live in the request's arena. */
void	 param_add(struct params *, const char *name, const char *value);
/* The first value of that name, or NULL. */
const char *param_get(const struct params *, const char *name);
/*
 * Parse a query string or an urlencoded body of len bytes and add its
 * parameters. RC_INVALID: a broken escape, a NUL, invalid UTF-8, or more than
 * PARAM_LIMIT parameters.
 */
enum rc	 params_parse(struct params *, const char *text, size_t len);

/*
 * Check parameters against the rules (NULL: none accepted) into *fields.
 * Parameters that no rule names are dropped. fields->why has one sentence per
 * field that is wrong, in the language of lang_set.
 */
void	 fields_check(struct fields *, struct mem *,
	    const struct field_rule *rules, const struct params *);

/* Is a parameter of that name read by that rule? */
bool	 field_is_named(const struct field_rule *, const char *name);

/* Absent, empty or invalid gives NULL, 0, false. */
const char *field_text(const struct fields *, const char *name);
int64_t	 field_int(const struct fields *, const char *name);
bool	 field_bool(const struct fields *, const char *name);
bool	 field_given(const struct fields *, const char *name);
/* As typed, for showing again; "" when absent. */
const char *field_raw(const struct fields *, const char *name);
/* The text, empty when absent or invalid: for what is optional. */
const char *field_or_empty(const struct fields *, const char *name);
/* Walk the valid values of a repeated field ("theme"), or of all answers
 * ("a."): start with NULL. */
const struct field *field_next(const struct fields *, const struct field *,
    const char *name_or_prefix);

#endif
