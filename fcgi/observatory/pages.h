/*
 * Handlers of the observatory worker: what is public: platforms, projects,
 * maps, figures, journal, open data. One file per family of pages; each row of
 * routes.c names its handler.
 */
#ifndef FCGI_OBSERVATORY_PAGES_H
#define FCGI_OBSERVATORY_PAGES_H

#include "web/route.h"

extern const struct worker observatory_worker;

/* calls.c */
void	 calls_get(struct req *, struct res *);
void	 call_get(struct req *, struct res *);
/* data.c */
void	 data_get(struct req *, struct res *);
/* elements.c */
extern const struct field_rule element_fields[];
void	 elements_get(struct req *, struct res *);
void	 element_get(struct req *, struct res *);
/* exports.c */
void	 projects_csv(struct req *, struct res *);
void	 projects_xlsx(struct req *, struct res *);
void	 projects_json(struct req *, struct res *);
void	 projects_geojson(struct req *, struct res *);
void	 map_geojson(struct req *, struct res *);
void	 projects_atom(struct req *, struct res *);
/* home.c */
void	 platforms_get(struct req *, struct res *);
/* journal.c */
void	 journal_get(struct req *, struct res *);
void	 journal_act_get(struct req *, struct res *);
void	 journal_verify_get(struct req *, struct res *);
void	 journal_json(struct req *, struct res *);
/* observatory.c */
void	 observatory_get(struct req *, struct res *);
void	 observatory_figure(struct req *, struct res *);
/* places.c */
void	 map_get(struct req *, struct res *);
void	 contour_json(struct req *, struct res *);
void	 territory_get(struct req *, struct res *);
/* platform.c */
void	 platform_get(struct req *, struct res *);
void	 platform_css(struct req *, struct res *);
void	 platform_text_get(struct req *, struct res *);
/* project.c */
void	 project_get(struct req *, struct res *);
void	 project_picture(struct req *, struct res *);
void	 project_thumb(struct req *, struct res *);
void	 project_json(struct req *, struct res *);
/* projects.c */
void	 projects_get(struct req *, struct res *);
/* site.c */
void	 site_plan_get(struct req *, struct res *);
void	 about_get(struct req *, struct res *);

#endif
