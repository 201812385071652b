/*
 * What several pages of the observatory show: cards, figures, facets, maps,
 * and the filter that travels in their addresses.
 */
#ifndef OBSERVATORY_PARTS_H
#define OBSERVATORY_PARTS_H

#include "domain/catalogue.h"
#include "web/req.h"
#include "web/res.h"

/* Fields that a filtered list accepts; the last row is F_END. */
extern const struct field_rule filter_fields[];

/* A filter as asked for, with the words that its page shows. */
struct asked {
	struct catalogue_filter	 f;
	const char		*territory_code;	/* "" when none */
	const char		*territory_name;	/* NULL when none */
	const struct theme	*theme;			/* NULL when none */
	const char		*state;			/* "" when none */
	const char		*words;			/* "" when none */
	struct catalogue_key	 key;
};

/* "1795435200.42" → the key of a page; false: it is none. */
bool		 asked_key(struct catalogue_key *, const char *text);
/* Read the filter of a GET. RC_NOT_FOUND: a territory or theme that is not. */
enum rc		 asked_read(struct asked *, struct req *);
/* An address below the platform, carrying the filter. In req->mem. */
const char	*asked_url(const struct req *, const char *path,
		    const struct asked *);
/* "9 projets à Saint-Leu", "Plus de 2 000 projets". */
const char	*asked_said(const struct req *, const struct asked *,
		    const struct totals *);

void		 show_cards(const struct req *, struct view *,
		    const struct cards *);
void		 show_facets(const struct req *, struct view *,
		    const struct asked *, const char *path);
void		 show_figure(struct view *, const char *value,
		    const char *label);
/* "Pas encore de projet public", with the way to be the first (EMPTY). */
void		 show_no_project(const struct req *, struct view *);
/* Projects, money, funders, delay, effect: the figures of the platform.
 * How many projects. */
int64_t		 show_platform_figures(const struct req *, struct view *);
/* How a project goes, in four sentences. */
void		 show_home_steps(struct view *);
/* Projects as dots on the outline of a territory (0: around the dots). */
void		 show_drawn_map(const struct req *, struct view *,
		    int64_t territory_id, const struct cards *,
		    const char *said);
/* The outline that such a map draws, for the one that moves; NULL: none. The
 * caller's. */
struct json_object *land_outline(const struct req *, int64_t territory_id,
		    const struct cards *);
/* The palette number of a theme, "0" for none. */
const char	*look_of(const struct req *, int64_t theme_id);
const char	*theme_name(const struct req *, int64_t theme_id);
/* "12 %" of a whole, 0…100. */
int		 percent(int64_t part, int64_t whole);

#endif
