/*
 * What every page shows around its own content. Private to lib/web, but for
 * page_static.
 */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include "web/res.h"

/*
 * Where static files are: "/static", or "/static/v-<digest>" when dir is
 * given, so that browsers keep them for ever and see each change. Call once.
 */
void		 page_static_open(const char *dir);
const char	*page_static(void);	/* borrowed for ever */

/*
 * Where every page says that the source of this installation is (AGPL, section
 * 13): source_url of state/terreau.conf, else the archive that make put
 * together. RC_INVALID, RC_FAIL: the settings are wrong; logged. Call once.
 */
enum rc		 page_source_open(const char *state_dir);

#endif
