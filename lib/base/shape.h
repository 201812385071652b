/*
 * The shape of a JSON file: which members it has, of what type and bounds.
 * It compares and tells; it changes nothing, and knows no word of the domain.
 *
 * A shape is a table of members ended by { NULL }:
 *
 *	static const struct shape stage[] = {
 *		{ "key", SHAPE_KEY, SHAPE_REQUIRED, 0, 0, NULL, NULL },
 *		{ "kind", SHAPE_CHOICE, SHAPE_REQUIRED, 0, 0, "decision|funding",
 *		    NULL },
 *		{ NULL, SHAPE_ANY, 0, 0, 0, NULL, NULL }
 *	};
 *
 * A member that no row names is a problem too, so that a typing error is never
 * silently ignored.
 */
#ifndef BASE_SHAPE_H
#define BASE_SHAPE_H

#include <stdbool.h>
#include <stdint.h>

#include <json-c/json.h>

#include "base/mem.h"
#include "base/problems.h"

enum shape_type {
	SHAPE_ANY,		/* looked at elsewhere */
	SHAPE_TEXT,		/* one line, not blank, ≤ max characters (200) */
	SHAPE_LONG,		/* several lines, not blank, ≤ max (20000) */
	SHAPE_KEY,		/* [a-z0-9-]{1,80} */
	SHAPE_CODE,		/* [A-Za-z0-9-]{1,20} */
	SHAPE_INT,		/* min…max; 0, 0: not negative */
	SHAPE_BOOL,
	SHAPE_CHOICE,		/* one of choices, "|" between */
	SHAPE_DAY,		/* "2027-01-31", or {"day": -70} */
	SHAPE_COLOUR,		/* #rrggbb */
	SHAPE_EMAIL,
	SHAPE_URL,		/* http or https */
	SHAPE_PHONE,		/* digits, spaces, dots, a leading + */
	SHAPE_UUID,		/* lower case */
	SHAPE_OBJECT,		/* members */
	SHAPE_MAP		/* any name, or one of choices; values: members[0] */
};

#define SHAPE_REQUIRED	1u
#define SHAPE_MANY	2u	/* a list of min…max (1…1000) such values */

struct shape {
	const char		*name;
	enum shape_type		 type;
	unsigned		 flags;
	int64_t			 min, max;	/* 0, 0: the type's own bounds */
	const char		*choices;
	const struct shape	*members;
};

/*
 * Everything in value that is not as the shape says: one problem each, at
 * "file: path" ("calls/x.json: stages[2].kind"), with what was found and
 * what is allowed. False when there was one.
 */
bool	 shape_check(struct problems *, const char *file,
	    struct json_object *value, const struct shape *);

/* The same for a value that stands at `path` inside the file ("story[3]"). */
bool	 shape_check_at(struct problems *, const char *file, const char *path,
	    struct json_object *value, const struct shape *);

/* One more problem of the same form, for rules between members. */
void	 shape_problem(struct problems *, const char *file, const char *path,
	    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* What a value looks like in a message, at most 60 characters. In mem. */
const char *shape_found(struct mem *, struct json_object *);

/* "alpha|beta" has this word? */
bool	 shape_choice(const char *choices, const char *word);
/* "a|b" → "a, b". In mem. */
const char *shape_choices_text(struct mem *, const char *choices);
bool	 shape_is_key(const char *);
/* What is allowed there, as a message says it; NULL when the text is right.
 * In mem, or borrowed for ever. */
const char *shape_wrong_text(struct mem *, const struct shape *, const char *);

#endif
