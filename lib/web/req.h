/*
 * A request as a handler sees it: method, path, typed fields, the person, the
 * platform, the object of the path; everything checked by the dispatcher
 * before the handler starts. It knows no FastCGI, so tests make one by hand.
 * Everything in it lives until the reply is sent.
 */
#ifndef WEB_REQ_H
#define WEB_REQ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "domain/person.h"	/* struct person */
#include "domain/platform.h"	/* struct platform */
#include "domain/right.h"	/* struct object, enum right */
#include "store/db.h"
#include "web/field.h"
#include "web/session.h"

/* HEAD is served as GET, no body. PATCH and DELETE are of scripts: their token
 * is the header's. */
enum method { GET = 1, POST = 2, PATCH = 4, DELETE = 8 };

struct upload;		/* web/upload.h: a file received, in a temporary file */
struct route;
struct worker;

/* Where the body of a POST comes from: read() gives bytes, 0 at the end. */
struct body {
	size_t		(*read)(void *arg, char *data, size_t size);
	void		*arg;
	int64_t		 length;	/* as announced, -1 when it was not */
	const char	*type;		/* Content-Type, "" when absent */
};

/* Header lines that something in lib/web looks at; NULL when absent. */
struct headers {
	const char	*cookie;
	const char	*accept;
	const char	*accept_language;
	const char	*referer;
	const char	*fetch_site;	/* Sec-Fetch-Site */
	const char	*csrf;		/* X-CSRF-Token, of the modules */
	const char	*agent;		/* User-Agent */
	const char	*authorization;	/* of programs: "Bearer …" */
	const char	*upload_offset;	/* Upload-Offset, of a piece of a file */
	const char	*upload_digest;	/* Upload-Checksum: "sha256 <hex>" */
};

struct req {
	struct mem	*mem;		/* the request's arena */
	struct db	*db;
	bool		 snapshot;	/* the whole page reads one state of it */
	int64_t		 now;		/* Unix s, UTC */
	const char	*id;		/* request id, also in the log line */
	enum method	 method;
	bool		 head;		/* HEAD: GET without its body */
	const char	*path;		/* decoded, as routed: "/cte/projets" */
	const char	*query;		/* raw query string, "" when none */
	const char	*address;	/* of the client, as nginx saw it */
	const char	*lang;		/* "fr", "en": chosen, always loaded */
	bool		 tls;
	bool		 wants_json;	/* Accept: application/json (modules) */
	bool		 takes_gzip;	/* Accept-Encoding, as nginx sums it up */
	const char	*if_none_match;	/* or NULL */
	const char	*base;		/* prefix of every link: "" or "https://host" */
	const char	*host;		/* scheme://host, as the visitor wrote it */
	const char	*site;		/* scheme://host of ours in messages, or NULL */
	const char	*own_host;	/* slug of the platform whose name `host` is */
	struct headers	 headers;
	struct body	 body;
	const struct worker *worker;
	const struct route *route;
	const char	*params[8];	/* values of :names, in route order */
	struct fields	 fields;	/* validated: query for GET, body for POST */
	struct upload	*uploads;	/* first received file, or NULL */
	const char	*piece;		/* of ROUTE_PIECE: bytes, not a text */
	size_t		 piece_len;
	struct params	 sent;		/* what was sent, before the rules */
	struct params	*parked;	/* a form kept across a sign-in, or NULL */
	struct session	*session;	/* NULL: no session */
	struct person	*person;	/* NULL: nobody */
	/* NULL outside /{platform}/, but for the account's pages reached from
	 * one (?suite=), which keep its look. */
	struct platform	*platform;
	struct platform_shelf *platforms;	/* the worker's */
	struct object	 object;	/* what the path names; right was checked on it */
};

/* The value of path parameter `name` ("slug"); asserts that it exists. */
const char *req_param(const struct req *, const char *name);
/* The same as an id; 0 when it is none. */
int64_t	 req_id(const struct req *, const char *name);

/* The text of a field that keeps to its rule; "" when absent or refused. */
const char *req_text(const struct req *, const char *name);
/* The clock of the platform; of Paris outside one. */
const char *req_zone(const struct req *);
/* A moment as a day by that clock and in the reader's language, in full
 * ("24 novembre 2026") or short. In req->mem. */
const char *req_day(const struct req *, int64_t at);
const char *req_day_short(const struct req *, int64_t at);
/* With its time: "24 novembre 2026 à 14 h 32". */
const char *req_moment(const struct req *, int64_t at);

/*
 * What a form shows in a field: as typed when it comes back with errors, as
 * parked when it comes back after a sign-in, else `otherwise` (what is stored;
 * NULL is ""). For answers, name is "a.<key>".
 */
const char *req_typed(const struct req *, const char *name,
	    const char *otherwise);
/* True when the form comes back (errors or sign-in): what is typed rules,
 * also over stored check boxes. */
bool	 req_is_return(const struct req *);
/* Was this value of a check box, radio or option chosen (same order)? */
bool	 req_chosen(const struct req *, const char *name, const char *value,
	    bool otherwise);

/*
 * A link inside the installation: base + path, every %s argument
 * percent-encoded as a path part or query value. Lives in req->mem.
 * The platform prefix is explicit: req_url(req, "/%s/projets/%s", …); it goes
 * away by itself on a platform's own host.
 */
const char *req_url(const struct req *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* The same below the platform of the request: page_url(req, "projets"). */
const char *page_url(const struct req *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* The home of the platform, or of the installation outside one. */
const char *home_url(const struct req *);
/* The address of this very page, without its query. */
const char *req_here(const struct req *);
/*
 * scheme://host of links that leave the page, in mails and feeds: base_url of
 * the settings, else the request's (which its sender wrote); on a platform's
 * own host, that host, which nginx has checked.
 */
const char *req_site(const struct req *);
/* req_site() + path. */
const char *req_absolute(const struct req *, const char *url);

#endif
