/*
 * Routes that every worker answers. Private to lib/web.
 */
#ifndef WEB_COMMON_H
#define WEB_COMMON_H

#include "web/route.h"

/* GET /healthz/<worker> and, as any worker may be asked, /healthz, /metrics. */
extern const struct route common_routes[];

#endif
