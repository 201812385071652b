/*
 * A form sent without a session to receive it: kept, and shown again after
 * the sign-in ("nothing typed is lost"). It keeps no password and no file.
 */
#ifndef WEB_PARK_H
#define WEB_PARK_H

#include "web/req.h"

#define PARK_RETURN	"reprise"		/* the parameter of its token */
#define PARK_LIFETIME	((int64_t)86400)	/* seconds */
#define PARK_KEPT	1000			/* forms of the installation */
#define PARK_BYTES	((size_t)1024 * 1024)	/* of somebody we know of */
#define PARK_STRANGER	((size_t)64 * 1024)	/* of anybody else */

/*
 * Keep req->sent and return the local address of its form with a token of
 * return ("…?reprise=…"). NULL: it could not be kept (logged), or is longer
 * than PARK_BYTES. Opens its own write transaction.
 */
const char *park_form(struct req *);
/* Bytes of words that may be kept of whoever sent this without a session: what
 * is longer is not even read. */
size_t	 park_room(const struct req *);
/* On a GET with ?reprise=…: fills req->parked when it is this person's. */
void	 park_load(struct req *);

#endif
