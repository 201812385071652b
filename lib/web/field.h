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
	F_CSRF,		/* checked by the dispatcher */
	F_ANSWERS	/* every parameter named "a.<key>": the form engine's */
};

#define FIELD_REQUIRED	1u
#define FIELD_MANY	2u	/* may be repeated: field_next */

struct field_rule {
	const char	*name;
	enum field_type	 type;
	unsigned	 flags;
	int64_t		 min, max;	/* 0, 0 = the type's own bounds */
	const char	*choices;	/* F_CHOICE */
};

struct field {
	const char	*name;
	const char	*raw;		/* as typed, trimmed; NULL when absent */
	const char	*text;		/* canonical; NULL unless valid */
	int64_t		 number;
	struct field	*next;		/* same list, in the order received */
};

struct fields {
	struct mem	*mem;
	struct field	*first;
	struct problems	 why;		/* one per invalid field */
};

/* Absent, empty or invalid gives NULL, 0, false. */
const char *field_text(const struct fields *, const char *name);
int64_t	 field_int(const struct fields *, const char *name);
bool	 field_bool(const struct fields *, const char *name);
bool	 field_given(const struct fields *, const char *name);
/* As typed, for showing again; "" when absent. */
const char *field_raw(const struct fields *, const char *name);
/* Walk repeated fields or answers: start with NULL. */
const struct field *field_next(const struct fields *, const struct field *,
    const char *name_or_prefix);

#endif
