/*
 * What was sent for the questions of a sheet, by question and by part.
 * It reads no value: answers are answer.h's.
 */
#include "config.h"

#include "web/sheet.h"

#include <string.h>

#include "base/text.h"

/* The part of the question that a parameter is, or NULL: "a.cout" is "",
 * "a.plan.costs.0.label" is "costs.0.label", "a.commune_code" is "code". */
static const char *
part_of(const char *name, const char *key)
{
	size_t len = strlen(key);

	if (!text_starts(name, "a.") || strncmp(name + 2, key, len) != 0)
		return NULL;
	name += 2 + len;
	if (*name == '\0')
		return "";
	if (*name == '.')
		return name + 1;
	return strcmp(name, "_code") == 0 ? "code" : NULL;
}

struct typed *
typed_of(struct mem *mem, const struct params *sent, const char *key)
{
	struct typed *first = NULL, **last = &first;
	const struct param *p;
	const char *part;

	for (p = sent->first; p != NULL; p = p->next) {
		part = part_of(p->name, key);
		if (part == NULL)
			continue;
		*last = MEM_NEW(mem, struct typed);
		(*last)->part = part;
		(*last)->text = text_unix_lines(mem, p->value);
		last = &(*last)->next;
	}
	return first;
}
