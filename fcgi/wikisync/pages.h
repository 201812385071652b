/*
 * Handlers of the wikisync worker: wikis tied to a platform.
 * One file per family of pages; each row of routes.c names its handler.
 */
#ifndef FCGI_WIKISYNC_PAGES_H
#define FCGI_WIKISYNC_PAGES_H

#include "web/route.h"

extern const struct worker wikisync_worker;

/* wikis.c */
void	 wikis_get(struct req *, struct res *);
void	 wiki_new_get(struct req *, struct res *);
void	 wiki_new_post(struct req *, struct res *);
void	 wiki_change_get(struct req *, struct res *);
void	 wiki_change_post(struct req *, struct res *);
/* wiki.c */
void	 wiki_get(struct req *, struct res *);
void	 wiki_test_post(struct req *, struct res *);
/* ask.c */
void	 import_new_get(struct req *, struct res *);
void	 import_new_post(struct req *, struct res *);
/* preview.c */
void	 import_get(struct req *, struct res *);
void	 import_post(struct req *, struct res *);
/* confirm.c */
void	 confirm_get(struct req *, struct res *);
void	 confirm_post(struct req *, struct res *);
void	 cancel_post(struct req *, struct res *);

#endif
