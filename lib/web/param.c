/*
 * Parameters as received: query strings and urlencoded bodies.
 * It decodes and counts; it neither trims nor judges (see field.c).
 */
#include "config.h"

#include "web/field.h"

#include <string.h>

#include "base/text.h"

void
param_add(struct params *list, const char *name, const char *value)
{
	struct param *p = MEM_NEW(list->mem, struct param);

	p->name = name;
	p->value = value;
	if (list->last == NULL)
		list->first = p;
	else
		list->last->next = p;
	list->last = p;
	list->count++;
}

const char *
param_get(const struct params *list, const char *name)
{
	const struct param *p;

	for (p = list->first; p != NULL; p = p->next)
		if (strcmp(p->name, name) == 0)
			return p->value;
	return NULL;
}

/* The first c in the len bytes at s, or the end. */
static const char *
find(const char *s, const char *end, char c)
{
	const char *p = memchr(s, c, (size_t)(end - s));

	return p == NULL ? end : p;
}

enum rc
params_parse(struct params *list, const char *text, size_t len)
{
	const char *end = text + len, *p, *stop, *equals, *name, *value;

	for (p = text; p < end; p = stop + 1) {
		stop = find(p, end, '&');
		if (stop == p)
			continue;
		if (list->count >= PARAM_LIMIT)
			return RC_INVALID;
		equals = find(p, stop, '=');
		name = text_percent_decode(list->mem, p, (size_t)(equals - p),
		    true);
		value = equals == stop ? "" : text_percent_decode(list->mem,
		    equals + 1, (size_t)(stop - equals) - 1, true);
		if (name == NULL || value == NULL)
			return RC_INVALID;
		param_add(list, name, value);
	}
	return RC_OK;
}
