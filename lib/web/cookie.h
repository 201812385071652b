/*
 * Reading cookies. res_cookie writes them.
 */
#ifndef WEB_COOKIE_H
#define WEB_COOKIE_H

#include "web/req.h"

/*
 * The value of one of our cookies (the __Host- prefix is added under TLS), in
 * the arena; NULL when absent.
 */
const char *cookie_get(const struct req *, const char *name);

#endif
