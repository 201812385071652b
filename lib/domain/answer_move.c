/*
 * Items of a repeated block moved and taken away, on what was typed: so that it
 * works whether the rest can be read or not.
 */
#include "config.h"

#include "domain/answer.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* Where item n goes; -1: away. */
static long
place_of(long n, long row, enum item_act act)
{
	switch (act) {
	case ITEM_REMOVE:
		return n == row ? -1 : n > row ? n - 1 : n;
	case ITEM_UP:
		return n == row ? row - 1 : n == row - 1 ? row : n;
	default:
		return n == row ? row + 1 : n == row + 1 ? row : n;
	}
}

struct typed *
typed_moved(struct mem *mem, const struct typed *typed, const char *block,
    long row, enum item_act act)
{
	struct typed *first = NULL, **last = &first;
	size_t len = strlen(block);
	char *end;
	long n;

	if (act == ITEM_UP && row == 0)
		act = ITEM_STAY;
	for (; typed != NULL; typed = typed->next) {
		const char *part = typed->part;

		if (act != ITEM_STAY && strncmp(part, block, len) == 0) {
			n = strtol(part + len, &end, 10);
			if (end != part + len && *end == '.') {
				n = place_of(n, row, act);
				if (n < 0)
					continue;
				part = mem_printf(mem, "%s%ld%s", block, n,
				    end);
			}
		}
		*last = MEM_NEW(mem, struct typed);
		(*last)->part = part;
		(*last)->text = typed->text;
		last = &(*last)->next;
	}
	return first;
}

const char *
typed_words(struct mem *mem, const struct typed *typed)
{
	const char *text = "";

	for (; typed != NULL; typed = typed->next)
		if (!text_blank(typed->text))
			text = mem_printf(mem, "%s%s%s", text, *text == '\0'
			    ? "" : "\n", typed->text);
	return text;
}

bool
item_act_by_name(enum item_act *act, const char *name)
{
	static const char *const names[] = { [ITEM_REMOVE] = "retirer",
	    [ITEM_UP] = "haut", [ITEM_DOWN] = "bas" };
	int i;

	for (i = ITEM_REMOVE; i <= ITEM_DOWN; i++)
		if (strcmp(names[i], name) == 0) {
			*act = (enum item_act)i;
			return true;
		}
	return false;
}
