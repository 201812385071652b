/*
 * From what a page says of its place to a territory.
 */
#include "config.h"

#include "domain/wiki_place.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "domain/territory.h"

#define REACH_E6	150000	/* a box of some 15 km: the commune's point may be
				   on the other side of it */

/* The name alone, when it is the beginning of one territory's and all of it. */
static int64_t
by_name(struct db *db, struct mem *mem, int64_t within_id, const char *name)
{
	struct territories found;
	size_t i;
	const char *folded = text_fold(mem, name);
	int64_t id = 0;

	if (text_length(name) < 2)
		return 0;
	territory_suggest(&found, db, mem, name, within_id, 5);
	for (i = 0; i < found.count; i++) {
		if (strcmp(text_fold(mem, found.rows[i].name), folded) != 0)
			continue;
		if (id == 0)
			id = found.rows[i].id;
		else if (within_id == 0 && strcmp(found.rows[i].kind,
		    "commune") == 0)
			return 0;	/* homonyms: nobody chooses for people */
	}
	return id;
}

static int64_t
by_text(struct db *db, struct mem *mem, int64_t within_id, const char *place)
{
	char *text = mem_strdup(mem, text_collapse_spaces(mem, place)), *p;
	char *save = NULL, *part;
	int64_t id;

	for (p = text; *p != '\0'; p++)
		if (strchr("()/;|", *p) != NULL)
			*p = ',';
	for (part = strtok_r(text, ",", &save); part != NULL;
	    part = strtok_r(NULL, ",", &save)) {
		/* A postal code before the name. */
		part += strspn(part, " 0123456789-");
		id = by_name(db, mem, within_id, text_trim(mem, part));
		if (id != 0)
			return id;
	}
	return 0;
}

int64_t
wiki_place_find(struct db *db, struct mem *mem, int64_t within_id,
    const char *place, bool has_point, int64_t lon_e6, int64_t lat_e6)
{
	int64_t id = 0;

	if (!text_blank(place))
		id = by_text(db, mem, within_id, place);
	if (id == 0 && has_point)
		id = db_int(db, 0, Q_WIKI_PLACE_NEAR, I(lat, lat_e6),
		    I(lon, lon_e6), I(reach, REACH_E6), I(within, within_id));
	return id;
}
