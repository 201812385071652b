/*
 * The head of a reply, and the pages of last resort. Private to lib/web.
 */
#ifndef WEB_HEAD_H
#define WEB_HEAD_H

#include "web/res.h"

/* nginx serves state/files from here after X-Accel-Redirect. */
#define FILES_LOCATION	"/stored/"

/*
 * Append status line, security headers, cookies, cache rules, and the empty
 * line, as CGI wants them. The rules of caching are in doc/web.md.
 */
void	 res_head(struct res *, struct buf *head);
/* A short text when even the error page cannot be made. */
void	 res_error_plain(struct res *, int status);
/* "404 Not Found" */
const char *status_text(int status);

#endif
