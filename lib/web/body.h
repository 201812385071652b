/*
 * The body of a POST: urlencoded, or multipart where the route allows it.
 * Private to lib/web; handlers see fields and uploads.
 */
#ifndef WEB_BODY_H
#define WEB_BODY_H

#include "web/req.h"

/*
 * Read the body into req->sent and req->uploads (files named by an F_FILE
 * rule of the route; others are dropped). Returns 0, or the HTTP status that
 * refuses it: 400 malformed or cut short, 413 beyond the route's limit or with
 * more words than WORDS_LIMIT (park_room() without a session), 415 of another
 * type, 500 when a file could not be written (logged). Whatever it
 * returns, uploads_release(req->uploads) cleans up.
 */
int	 body_read(struct req *);
/* Add to fields->why what the F_FILE rules find wrong with the uploads. */
void	 body_check_files(struct req *);

#define BODY_LIMIT	((size_t)64 * 1024)	/* of a route that says nothing */
#define WORDS_LIMIT	((size_t)24 * 1024 * 1024) /* of values, beside files */

#endif
