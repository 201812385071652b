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
	size_t		 body_limit;	/* bytes of a POST; 0 = 64 kB */
	unsigned	 flags;
};

#define ROUTE_UPLOAD	1u	/* multipart accepted */
#define ROUTE_CACHED	2u	/* same bytes for every anonymous visitor */
#define ROUTE_ANYONE	4u	/* allowed before e-mail is confirmed */
#define ROUTE_PIECE	16u	/* the body is bytes: req->piece */
#define ROUTE_API	32u	/* JSON in req->piece, from a program: its handler
				   knows it by its key, no cookie counts */
#define ROUTE_FORM	8u	/* shows nobody-in-particular a form to POST */

/* An entry of the main navigation of a platform's pages. */
struct nav_item {
	const char	*label;		/* N_("Projets"); NULL ends */
	const char	*path;		/* below the platform: "projets" */
	/* A number shown beside it (dossiers that wait), or NULL; below 0 the
	 * entry is not this person's. */
	int64_t		(*count)(const struct req *);
};

enum nav_kind { NAV_KIND_PUBLIC, NAV_KIND_HOLDER, NAV_KIND_AGENT };

struct worker {
	const char		*name;		/* "observatory" */
	const struct route	*routes;	/* ends with method 0 */
	const char		*views;		/* folders: "submission account" */
	enum nav_kind		 nav_kind;
	const struct nav_item	*nav;		/* NULL: the public one */
};

/* Where the dispatcher sends people. */
#define PATH_SIGN_IN	"/compte/connexion"	/* ?suite=<local path> */
#define PATH_CONFIRM	"/compte/confirmation"	/* address not proved yet */

/*
 * Patterns. A part ":name" takes one path part, ":name.csv" one that ends so;
 * the most literal row wins, whatever the order of the table. "/:platform/" is
 * the home; "/x" and "/x/" lead to one another by a redirect.
 */
/* The row that answers, or NULL; *allow gets the methods of the path, as
 * a sum of enum method. Fills req->params. */
const struct route *route_find(const struct worker *, struct req *,
    unsigned *allow);
/* "PATCH"; and back, 0 when unknown ("HEAD" is GET). Borrowed for ever. */
const char *method_name(enum method);
enum method method_of(const char *name);
/* What the page of a ROUTE_CACHED reads of its query (query.h); all of it
 * elsewhere. In req->mem. */
const char *route_query(const struct worker *, struct req *);
/* Check preconditions and call the handler. The reply is complete after. */
void	 route_dispatch(const struct worker *, struct req *, struct res *);
/* The FastCGI loop on descriptor 0; returns the exit status. */
int	 worker_run(const struct worker *, int argc, char **argv);

#endif
