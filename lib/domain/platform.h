/*
 * A platform (costum): identity, territory, vocabulary of one deployment.
 * A worker reads it once per state of the database (struct platform_shelf);
 * requests borrow it.
 */
#ifndef DOMAIN_PLATFORM_H
#define DOMAIN_PLATFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "store/db.h"

struct theme {
	int64_t		 id;
	const char	*key;		/* "economie-circulaire" */
	const char	*label;
	int		 palette;	/* 1…8: which drawing and colour a card takes */
};

struct platform {
	int64_t		 id;
	const char	*slug, *name, *tagline, *lang, *time_zone;
	const char	*headline;	/* of the home page; the name when not given */
	const char	*introduction;	/* under it; the tagline when not given */
	int64_t		 territory_id;	/* 0: none */
	const char	*facet_kind;	/* kind of territory that lists show */
	const char	*territory_name;
	/* Contact of the service, for receipts and letters. */
	const char	*service_name, *service_address, *service_email,
			*service_phone;
	const char	*settings;	/* the whole platform.json, as loaded */
	struct theme	*themes;
	size_t		 theme_count;
};

/*
 * Find by slug. *platform lives in mem. RC_NOT_FOUND. A read.
 */
enum rc	 platform_load(struct platform **, struct db *, struct mem *,
	    const char *slug);
/* Find by id (jobs, exports). Same rules. */
enum rc	 platform_load_id(struct platform **, struct db *, struct mem *,
	    int64_t id);
/*
 * The platforms that a worker has read. shelf_check forgets them when the
 * version of the database (db_version) is another than before: call it between
 * requests, never while one borrows.
 */
struct platform_shelf;
struct platform_shelf *platform_shelf_new(void);
void	 platform_shelf_free(struct platform_shelf *);	/* NULL is allowed */
void	 platform_shelf_check(struct platform_shelf *, int64_t version);
/* As platform_load, but borrowed until the next check; what finds no place on
 * the shelf lives in mem. */
enum rc	 platform_shelf_get(struct platform **, struct platform_shelf *,
	    struct mem *, struct db *, const char *slug);

/* Borrowed; NULL when the platform has no such theme. */
const struct theme *platform_theme(const struct platform *, int64_t id);
const struct theme *platform_theme_by_key(const struct platform *,
    const char *key);

#endif
