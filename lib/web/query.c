/*
 * The part of an address that a page reads; a parameter of no rule is left out.
 * It judges no value: see field.c.
 */
#include "config.h"

#include "web/query.h"

#include <string.h>

#include "base/text.h"
#include "web/park.h"

static bool
is_read(struct mem *mem, const struct field_rule *rules, const char *text,
    size_t len)
{
	static const char *const everywhere[] = { "lang", "suite",
	    PARK_RETURN };
	const char *name = text_percent_decode(mem, text, len, true);
	const struct field_rule *rule;
	size_t i;

	if (name == NULL)
		return true;		/* refused later, as it should be */
	for (i = 0; i < sizeof(everywhere) / sizeof(everywhere[0]); i++)
		if (strcmp(name, everywhere[i]) == 0)
			return true;
	for (rule = rules; rule != NULL && rule->type != F_END; rule++)
		if (field_is_named(rule, name))
			return true;
	return false;
}

const char *
query_read(struct mem *mem, const struct field_rule *rules, const char *query)
{
	char *kept = mem_strdup(mem, query), *end = kept;
	const char *p, *next;
	size_t len;

	for (p = query; *p != '\0'; p = next) {
		len = strcspn(p, "&");
		next = p + len + (p[len] == '&');
		if (len == 0 || !is_read(mem, rules, p, strcspn(p, "=&")))
			continue;
		if (end > kept)
			*end++ = '&';
		memcpy(end, p, len);
		end += len;
	}
	*end = '\0';
	return strcmp(kept, query) == 0 ? query : kept;
}
