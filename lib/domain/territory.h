/*
 * A territory: country, région, département, EPCI, commune; also districts
 * and perimeters that a platform adds. Finding, containing, outlining.
 * It does not load files: see territory_import.h.
 *
 * A code is unique within its kind only: 04 is the région La Réunion and the
 * département Alpes-de-Haute-Provence. So an address, as in
 * /territoires/{address}, is the code for a département ("04", "2A", "974"),
 * a commune ("97413") and an EPCI ("249740101"), "reg-04" for a région, "fr" for
 * the country.
 *
 * Inside is strict: an EPCI that lies in two départements is inside neither,
 * only inside their région, or else the country; its communes are each inside
 * the EPCI and their own département. A territory is inside itself.
 */
#ifndef DOMAIN_TERRITORY_H
#define DOMAIN_TERRITORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "domain/outline.h"
#include "store/db.h"

struct json_object;

struct territory {
	int64_t		 id;
	const char	*kind;		/* "country", "region", "departement",
					   "epci", "commune", … */
	const char	*code;
	const char	*name;
	const char	*siren;		/* NULL: none known */
	int64_t		 population;
	const char	*departement;	/* name, of a commune; NULL otherwise */
	bool		 has_point;
	int64_t		 lon_e6, lat_e6; /* millionths of a degree, WGS 84 */
	bool		 approximate;	/* the point is an estimate */
};

/* An array that lives in mem with what it points to. */
struct territories {
	struct territory *rows;
	size_t		 count;
};

/* --- one ---------------------------------------------------------------- */

/* *t in mem. RC_NOT_FOUND. Reads, here and below. */
enum rc	 territory_load(struct territory **t, struct db *, struct mem *,
	    int64_t id);
enum rc	 territory_by_address(struct territory **t, struct db *,
	    struct mem *, const char *address);
const char *territory_address(struct mem *, const struct territory *);
/*
 * By kind and code. The code of a commune may be that of a merged, delegated
 * or associated commune or of a district of Paris, Lyon or Marseille: the
 * commune of today is found.
 */
enum rc	 territory_by_code(struct territory **t, struct db *, struct mem *,
	    const char *kind, const char *code);
/*
 * The commune that a spreadsheet means: spaces dropped, letters as capitals,
 * and a code of four digits gets back the zero it lost ("1219" is 01219). A
 * `repaired` that is not NULL tells whether that was done.
 */
enum rc	 territory_by_insee(struct territory **t, struct db *, struct mem *,
	    const char *text, bool *repaired);

/* "commune", "intercommunalité", "département"…: in the person's language,
 * borrowed for ever. */
const char *territory_kind_label(const char *kind);
/* "Saint-Leu, La Réunion", "La Réunion, région": tells homonyms apart. In
 * mem. */
const char *territory_label(struct mem *, const struct territory *);

/*
 * "55.2882", "-0,75": degrees to millionths, exactly; at most nine decimals,
 * those after the sixth dropped. False, *e6 untouched: anything else, or
 * beyond ±180.
 */
bool	 territory_degrees(int64_t *e6, const char *text);
/* 55288200 → "55.2882", in mem. */
const char *territory_degrees_text(struct mem *, int64_t e6);

/* --- several ------------------------------------------------------------ */

/*
 * Those whose name, or the rest of it from one of its words, begins with what
 * is typed; accents, case and punctuation do not count ("cote ou" finds the
 * Territoire de la Côte Ouest). Codes, postal codes, and names of former
 * communes are found too. First the names that are what was typed, then those
 * that begin so (after an article or a kind of EPCI), then the others, each by
 * population; at most `limit` (≤ 50). within_id: only inside that territory, 0
 * for everywhere. One character is enough; an empty text finds nothing. One
 * statement.
 */
void	 territory_suggest(struct territories *, struct db *, struct mem *,
	    const char *typed, int64_t within_id, int limit);
/*
 * The same as JSON for the web forms' suggestions, the caller's reference:
 * [{"id": 1, "kind": "commune", "code": "97413", "address": "97413",
 * "name": "Saint-Leu", "label": "Saint-Leu, La Réunion"}, …].
 */
struct json_object *territory_suggest_json(struct db *, struct mem *,
	    const char *typed, int64_t within_id, int limit);

/* Is inner inside outer (or the same)? */
bool	 territory_contains(struct db *, int64_t outer_id, int64_t inner_id);
/* What it is inside of, largest first, without itself: a breadcrumb. */
void	 territory_ancestors(struct territories *, struct db *, struct mem *,
	    int64_t id);

/* --- shape -------------------------------------------------------------- */

/*
 * A GeoJSON polygon around the communes inside it: convex, 3 km wider than
 * their points, never a true boundary (say so beside the map). For a country,
 * of its mainland. NULL when no point is known. The caller's reference.
 */
struct json_object *territory_outline(struct db *, struct mem *, int64_t id);
/* The GeoJSON polygon of a ring of n points, 1 at least; the caller's. */
struct json_object *territory_polygon(struct mem *, const struct point *ring,
	    size_t n);
/*
 * The points of that polygon's ring; 0 when no point is known. *ring is
 * borrowed until the next call: it is parsed once and kept for as long as the
 * database holds the same text.
 */
size_t	 territory_ring(const struct point **ring, struct db *, struct mem *,
	    int64_t id);

/* One line of a table of better points: a commune and its place. */
struct territory_point {
	const char	*code;
	int64_t		 lon_e6, lat_e6;
	bool		 known;		/* out: there is such a commune today */
};

/*
 * Put exact points on communes; then the points (mean weighted by population)
 * and outlines of all that contains communes. RC_OK, or the first failure of
 * a batch: what came before it stays, running again ends it. Opens its own
 * write transactions, short ones: the caller holds none.
 */
enum rc	 territory_points_put(struct db *, struct territory_point *,
	    size_t n);
/* Only the second half: after an import of the tree. Same transactions. */
enum rc	 territory_refresh_shapes(struct db *);

#endif
