/*
 * The home of a platform's administration, its trail, its living page of
 * components.
 */
#ifndef INSTRUCTION_ADMINISTRATION_H
#define INSTRUCTION_ADMINISTRATION_H

#include "web/route.h"

/* administration.c */
void	 administration_get(struct req *, struct res *);
/* For the navigation: 0 on its own pages, whose route was checked; -1 elsewhere,
 * where the menu of the account leads to it. */
int64_t	 administration_count(const struct req *);
/* Platform > Administration > name. */
void	 administration_crumbs(const struct req *, struct view *page,
	    const char *name);

/* trail.c: the newest changes before an id (0: the newest), max at most, with
 * a link to older ones. */
void	 administration_trail(const struct req *, struct view *page,
	    int64_t before, int max);

/* components.c */
void	 components_get(struct req *, struct res *);
void	 components_post(struct req *, struct res *);

#endif
