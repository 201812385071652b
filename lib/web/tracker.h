/*
 * What newsletters and networks add to an address to follow who comes:
 * utm_source, fbclid… Nobody here reads it. Private to lib/web.
 */
#ifndef WEB_TRACKER_H
#define WEB_TRACKER_H

#include "base/mem.h"

/*
 * The query without it, as it was else; query itself when it has none. So a
 * page says it to nobody, and its visitors share one copy.
 */
const char	*tracker_strip(struct mem *, const char *query);

#endif
