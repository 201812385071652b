/*
 * The page of scores: what its loading, its parts and what it sends share.
 * Nobody else includes it.
 */
#ifndef INSTRUCTION_REVIEW_PRIVATE_H
#define INSTRUCTION_REVIEW_PRIVATE_H

#include "domain/review.h"
#include "fcgi/instruction/desk.h"
#include "fcgi/instruction/pages.h"

struct scoring {
	struct desk	*d;
	struct grid	*grid;
	struct review	 own;
	bool		 mine;		/* there is a form for one's own */
	struct reviews	 seen;		/* those one may see */
	size_t		 hidden;
	const struct mark **marks;	/* of each of those */
	struct mark	*shown;		/* one's own, as typed if it comes back */
};

/* --- review.c ------------------------------------------------------------------ */

/* Everything the person may see of the scores of the stage, in the arena. */
enum rc	 review_load(struct scoring *, struct desk *);
void	 review_page(struct desk *);

/* --- review_show.c ------------------------------------------------------------- */

/* The grids: controls for one's own, else what was given. */
void	 review_show_grids(struct view *, const struct scoring *);
/* One's own score in words, and whether it is complete. In mem. */
const char *review_complete_said(const struct req *, const struct score *);
void	 review_show_committee(struct view *, const struct scoring *);
void	 review_show_reviews(struct view *, const struct scoring *);
void	 review_show_opinions(struct view *, const struct desk *);
void	 review_show_assigned(struct view *, const struct desk *);

#endif
