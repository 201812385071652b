/*
 * What is wrong with what a person sent: one message per place.
 * It does not decide what is wrong, and never refuses a message.
 *
 * `where` is a field name ("budget"), or file and JSON path for presets.
 * `text` is a whole sentence in the person's language, fit to stand beside
 * the field. Both are copied into mem.
 */
#ifndef BASE_PROBLEMS_H
#define BASE_PROBLEMS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

struct problem {
	struct problem	*next;
	const char	*where;
	const char	*text;
};

struct problems {
	struct mem	*mem;
	struct problem	*first, *last;
	size_t		 count;
};

/* The list and its texts live in mem. */
#define PROBLEMS_INIT(m)	{ (m), NULL, NULL, 0 }

void	 problem_add(struct problems *, const char *where, const char *fmt, ...)
	    __attribute__((format(printf, 3, 4)));
/* The first message about `where`, or NULL. Borrowed. */
const char *problem_get(const struct problems *, const char *where);

#endif
