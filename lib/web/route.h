/*
 * Routes: one table per worker. A row carries its preconditions; the
 * dispatcher enforces them, so a handler starts valid.
 */
#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include "domain/right.h"
#include "web/field.h"
#include "web/req.h"
#include "web/res.h"

/*
 * Names the object of the path: reads req->params, fills req->object.
 * RC_NOT_FOUND when there is none (or the person may not know of it).
 */
typedef enum rc (*object_fn)(struct req *);
typedef void (*handler_fn)(struct req *, struct res *);

struct route {
	enum method	 method;
	const char	*pattern;	/* "/:platform/projets/:slug" */
	enum right	 right;		/* RIGHT_PUBLIC is said, never implied */
	object_fn	 object;	/* NULL: the platform, or the installation */
	const struct field_rule *fields;	/* NULL: none accepted */
	handler_fn	 handler;
	/* POST with invalid fields: called instead of the handler with 422,
	 * to show the form again. NULL: the handler is called and looks at
	 * req->fields.why itself. */
	handler_fn	 invalid;
	size_t		 body_limit;	/* bytes; 0 = 64 kB; multipart if set */
	unsigned	 flags;
};

#define ROUTE_UPLOAD	1u	/* multipart accepted */
#define ROUTE_CACHED	2u	/* same bytes for every anonymous visitor */
#define ROUTE_ANYONE	4u	/* allowed before e-mail is confirmed */

struct worker {
	const char		*name;		/* "observatory" */
	const struct route	*routes;	/* ends with method 0 */
};

/* The row that answers, or NULL; *allow gets the methods of the path. */
const struct route *route_find(const struct worker *, struct req *,
    unsigned *allow);
/* Check preconditions and call the handler. The reply is complete after. */
void	 route_dispatch(const struct worker *, struct req *, struct res *);
/* The FastCGI loop on descriptor 0; returns the exit status. */
int	 worker_run(const struct worker *, int argc, char **argv);

#endif
