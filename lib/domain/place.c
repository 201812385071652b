/*
 * Finding the territory that was typed.
 */
#include "config.h"

#include "domain/place.h"

#include <string.h>

#include "base/text.h"

static bool
is_named(struct mem *mem, const struct territory *t, const char *text)
{
	return strcmp(text_fold(mem, t->name), text_fold(mem, text)) == 0;
}

static enum rc
find(struct territory **t, struct db *db, struct mem *mem, const char *text,
    int64_t within_id)
{
	struct territories found;

	territory_suggest(&found, db, mem, text, within_id, 2);
	if (found.count == 0)
		return RC_NOT_FOUND;
	if (found.count > 1 && (!is_named(mem, &found.rows[0], text) ||
	    is_named(mem, &found.rows[1], text)))
		return RC_CONFLICT;
	*t = &found.rows[0];
	return RC_OK;
}

enum rc
place_typed(struct territory **t, struct db *db, struct mem *mem,
    const char *typed, int64_t near_id)
{
	const char *text = text_trim(mem, typed);
	enum rc rc = RC_NOT_FOUND;

	if (*text == '\0')
		return RC_NOT_FOUND;
	if (territory_by_address(t, db, mem, text) == RC_OK)
		return RC_OK;
	if (near_id != 0)
		rc = find(t, db, mem, text, near_id);
	return rc == RC_NOT_FOUND ? find(t, db, mem, text, 0) : rc;
}
