/*
 * How the columns of a foreign table become a project: the mapping documents
 * of platforms/<slug>/imports (doc/presets.md). It converts cells; it neither
 * reads files nor writes rows. What the mapping does not say is refused.
 */
#ifndef DOMAIN_IMPORT_MAP_H
#define DOMAIN_IMPORT_MAP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/json.h"
#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "store/db.h"

/* What a field may be put to; the order is that of their conversion. */
enum import_target {
	TO_TITLE, TO_SUMMARY, TO_DESCRIPTION, TO_TERRITORY, TO_THEME,
	TO_ORGANISATION_NAME, TO_ORGANISATION_SIREN, TO_ORGANISATION_SIRET,
	TO_REFERENCE, TO_PROGRAMME, TO_COST_CENTS, TO_GRANTED_CENTS,
	TO_PAID_CENTS, TO_FUNDER_NAME, TO_DECIDED_ON, TO_STARTS_ON, TO_ENDS_ON,
	TO_LONGITUDE, TO_LATITUDE, TO_URL, TO_STATE, TO_COUNT
};

/* A converted value: text, or a number (cents, an id, millionths). */
struct import_value {
	const char	*text;		/* NULL: nothing there */
	int64_t		 number;
};

/* A cell that was repaired, or that rejects its row. */
struct import_note {
	struct import_note *next;
	bool		 rejects;
	const char	*column;
	const char	*found;
	const char	*reason;	/* a sentence, in the current language */
};

struct import_map;

/*
 * Check a mapping; doc is borrowed, for as long as the map. Every problem is put
 * in why, with `file: path`. RC_INVALID when there is one. *map lives in mem.
 */
enum rc	 import_map_read(struct import_map **map, struct mem *,
	    struct json_object *doc, const char *file, struct problems *why);
const char *import_map_key(const struct import_map *);	/* borrowed */

/*
 * Tie the mapping to the header of a file. RC_INVALID: a column it needs is
 * missing, in why. Columns that it neither uses nor ignores: one problem
 * each in unknown.
 */
enum rc	 import_map_bind(struct import_map *, const char *const *header,
	    size_t count, struct problems *why, struct problems *unknown);

/*
 * Convert a row. values[] is filled, in mem; notes lists every repair and
 * rejection (NULL: none). identity is the text that names the row. RC_INVALID:
 * rejected. Reads territories and themes of the platform.
 */
enum rc	 import_map_row(struct import_map *, struct db *, struct mem *,
	    int64_t platform_id, const char *const *cells, size_t count,
	    struct import_value values[TO_COUNT], struct import_note **notes,
	    const char **identity);

#endif
