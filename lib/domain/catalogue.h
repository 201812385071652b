/*
 * The public catalogue: published elements of a platform, filtered, counted,
 * paged by key. It shows what is public and nothing else.
 *
 * A list without words walks one shelf (sql/schema.sql, element_shelf): its
 * cost is its page, at any size. With words, the newest CATALOGUE_MATCHES
 * matches are looked at, and counts say "more than" beyond. All are reads.
 */
#ifndef DOMAIN_CATALOGUE_H
#define DOMAIN_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "domain/platform.h"
#include "store/db.h"

#define CATALOGUE_MATCHES	2000

/* What is asked for; 0, "" and NULL mean all. */
struct catalogue_filter {
	int64_t		 platform_id;
	const char	*kind;		/* "project"… */
	int64_t		 territory_id;	/* of the platform's facet kind; -1: none known */
	int64_t		 theme_id;	/* -1: without theme */
	const char	*state;
	const char	*words;		/* as typed */
};

/* Where a page begins: after this row, in the order of the list. */
struct catalogue_key {
	int64_t		 published_at;
	int64_t		 id;		/* 0: from the beginning */
	bool		 backwards;	/* the page before it instead */
};

/* What a card, a line of an export or a point of a map needs. */
struct card {
	int64_t		 id;
	const char	*uuid, *slug, *title, *summary, *holder, *state;
	const char	*place, *place_code;	/* NULL: no territory */
	int64_t		 theme_id;		/* 0: none */
	int64_t		 cost_cents, asked_cents, promised_cents,
			 granted_cents, paid_cents;
	bool		 has_point;
	int64_t		 lon_e6, lat_e6;
	const char	*starts_on, *ends_on;	/* or NULL */
	int64_t		 published_at, updated_at;
	const char	*origin_url;		/* or NULL */
	int64_t		 thumb_at;		/* its small picture; 0: none */
};

/* Fill from a row with the columns of the queries named catalogue_page… */
void	 card_read(struct card *, struct stmt *, struct mem *);

struct cards {
	struct card	*rows;
	size_t		 count;
	bool		 before, after;	/* other pages exist on that side */
};

/* At most limit cards, in mem. */
void	 catalogue_page(struct cards *, struct db *, struct mem *,
	    const struct catalogue_filter *, const struct catalogue_key *,
	    int limit);

/*
 * Every card in order, one at a time, in constant memory (exports). mem is
 * reset after each. Stops at the first result that is not RC_OK.
 */
typedef enum rc	(*card_fn)(const struct card *, void *arg);
enum rc	 catalogue_each(struct db *, const struct catalogue_filter *,
	    card_fn, void *arg);

/* One way to narrow the list, with what it would then hold. */
struct facet {
	int64_t		 id;		/* territory or theme; 0 for a state */
	const char	*key;		/* territory code, theme key, state */
	const char	*label;		/* NULL for a state: the view words it */
	int64_t		 count;
	int64_t		 cost_cents, granted_cents, promised_cents;
};

struct facets {
	struct facet	*rows;
	size_t		 count;
};

/* Counts along one facet, the two others of the filter being kept. */
void	 catalogue_territories(struct facets *, struct db *, struct mem *,
	    const struct catalogue_filter *, int limit);
void	 catalogue_themes(struct facets *, struct db *, struct mem *,
	    const struct catalogue_filter *);
void	 catalogue_states(struct facets *, struct db *, struct mem *,
	    const struct catalogue_filter *);

struct totals {
	int64_t		 count;
	bool		 more;		/* words: count stopped at CATALOGUE_MATCHES */
	int64_t		 cost_cents, granted_cents, promised_cents, paid_cents;
};

void	 catalogue_totals(struct totals *, struct db *, struct mem *,
	    const struct catalogue_filter *);

/* The FTS5 expression for words typed by a person within a platform: every
 * word is a prefix, operators have no power. NULL when nothing is left. */
const char *catalogue_match(struct mem *, int64_t platform_id,
	    const char *words);
/* The same in the columns named, of another table scoped the same way. */
const char *catalogue_match_in(struct mem *, int64_t platform_id,
	    const char *columns, const char *words);
/* Matches nothing: where a statement needs words and there are none. */
#define CATALOGUE_NOTHING	"scope : p0"

#endif
