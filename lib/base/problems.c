/*
 * The list of what is wrong with what a person sent.
 * It keeps the order in which things were found.
 */
#include "config.h"

#include "base/problems.h"

#include <stdarg.h>
#include <string.h>

void
problem_add(struct problems *why, const char *where, const char *fmt, ...)
{
	struct problem *p = MEM_NEW(why->mem, struct problem);
	va_list ap;

	p->where = mem_strdup(why->mem, where);
	va_start(ap, fmt);
	p->text = mem_vprintf(why->mem, fmt, ap);
	va_end(ap);
	if (why->last == NULL)
		why->first = p;
	else
		why->last->next = p;
	why->last = p;
	why->count++;
}

const char *
problem_get(const struct problems *why, const char *where)
{
	const struct problem *p;

	for (p = why->first; p != NULL; p = p->next)
		if (strcmp(p->where, where) == 0)
			return p->text;
	return NULL;
}
