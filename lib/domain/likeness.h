/*
 * Projects that look like another: the same words, the same place, the same
 * body. It suggests; people decide (merge.h). Integers only.
 */
#ifndef DOMAIN_LIKENESS_H
#define DOMAIN_LIKENESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "store/db.h"

/* What something is compared by. */
struct likeness_of {
	int64_t		 platform_id;
	int64_t		 element_id;	/* left out of the answer; 0: none */
	const char	*kind;		/* "project" */
	const char	*title, *summary;
	int64_t		 territory_id, organisation_id;	/* 0: not known */
	/* Also what waits for a moderator: for moderators only. */
	bool		 with_waiting;
};

struct likeness {
	int64_t		 element_id;
	const char	*slug, *title, *summary, *holder, *place;
	bool		 published;
	int		 words;		/* shared by both titles and summaries */
	const char	*shared;	/* those words: "compost, quartier" */
	bool		 same_place, same_body;
	int		 score;		/* 0…100: for the order and the bar only */
};

#define LIKENESS_MOST	5

/*
 * The likest first, at most LIKENESS_MOST above the bar, in mem; how many.
 * The bar: half of the title's words in common, or a third of them in the same
 * commune or by the same body. Reads.
 */
size_t	 likeness_find(struct likeness **, struct db *, struct mem *,
	    const struct likeness_of *);
/* Why, in words, in mem: "mêmes mots : compost, école · même commune". */
const char *likeness_said(struct mem *, const struct likeness *);

#endif
