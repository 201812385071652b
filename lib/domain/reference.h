/*
 * Reference lists: what the questions of a platform choose from, loaded from a
 * file of the preset or by an administrator.
 * An item never disappears: one that left its file is no longer offered, and
 * answers that have it still say its name.
 */
#ifndef DOMAIN_REFERENCE_H
#define DOMAIN_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "store/db.h"

struct reference_list {
	int64_t		 id;
	const char	*key, *label;
	const char	*source;	/* file it came from */
	const char	*sha256;	/* of what was loaded */
	int64_t		 items;		/* offered */
	int64_t		 loaded_at;
};

struct reference_item {
	const char	*key, *label;
	const char	*parent;	/* what groups it, or NULL */
};

struct reference_items {
	struct reference_item *rows;
	size_t		 count;
};

#define REFERENCE_SELECT	60	/* a longer list is looked up by typing */
#define REFERENCE_ITEMS		50000	/* of one list, at most */
#define REFERENCE_BYTES		((size_t)8 << 20) /* of one file */

/* --- looking: reads, everything in mem --------------------------------------- */

/* RC_NOT_FOUND. */
enum rc	 reference_list_load(struct reference_list *, struct db *,
	    struct mem *, int64_t platform_id, const char *key);
/* All lists of a platform, by key; their number (500 at most). */
size_t	 reference_lists(struct reference_list **, struct db *, struct mem *,
	    int64_t platform_id);
/* What is offered, in the order of the file, after that many; limit ≤ 500. */
void	 reference_items(struct reference_items *, struct db *, struct mem *,
	    int64_t list_id, int64_t after, int limit);
/* One by its key, retired ones too (*retired may be NULL). RC_NOT_FOUND. */
enum rc	 reference_item(struct reference_item *, struct db *, struct mem *,
	    int64_t list_id, const char *key, bool *retired);
/*
 * Those offered whose label has a word that begins with what is typed
 * (accents and case do not count), or whose key does; those that begin so
 * first. An empty text gives the first ones.
 */
void	 reference_suggest(struct reference_items *, struct db *, struct mem *,
	    int64_t list_id, const char *typed, int limit);
/* Those offered whose whole label is that text, folded: none, one, several. */
void	 reference_by_label(struct reference_items *, struct db *,
	    struct mem *, int64_t list_id, const char *label);

/* --- loading: reference_file.c -------------------------------------------------- */

/*
 * Read a CSV file in memory: a header with the columns `key` (or `cle`) and
 * `label` (or `libelle`), and optionally `parent`; any separator, UTF-8 or
 * Windows-1252. Every problem is told at "ligne 3, colonne 2" (columns from 1):
 * an empty or long cell, a key with other signs than [A-Za-z0-9._-], a key
 * twice, no column, no row, too many. RC_INVALID when there is one.
 */
enum rc	 reference_read(struct reference_items *, struct mem *,
	    const void *bytes, size_t len, struct problems *why);
/*
 * Put a list: items that are no longer there are retired. Nothing is written
 * when the same bytes (sha256) were loaded last. Inside the caller's write
 * transaction.
 */
void	 reference_put(struct db *, struct mem *, int64_t platform_id,
	    const struct reference_list *, const struct reference_items *,
	    int64_t now);

#endif
