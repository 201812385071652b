/*
 * A reply being made: status, headers, body in memory, or a stream.
 * Nothing is sent before the handler returns, except by res_stream.
 */
#ifndef WEB_RES_H
#define WEB_RES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"
#include "view/view.h"
#include "web/req.h"

struct res {
	struct req	*req;
	int		 status;	/* 0 until decided */
	struct buf	 headers;	/* "Name: value\r\n" lines */
	struct buf	 body;
	const char	*type;		/* Content-Type */
	bool		 cacheable;	/* same bytes for every visitor: ETag */
	bool		 packed;	/* the body is gzip */
	bool		 immutable;	/* its address changes with its content */
	bool		 open_data;	/* other sites' pages may read it */
	bool		 sandboxed;	/* a file that somebody deposited */
	uint64_t	 etag;		/* of the body, 0: none */
	struct view	*view;		/* freed with the reply */
	/* Streaming: non-NULL writes straight out (exports). */
	enum rc		(*sink)(void *sink_arg, const char *data, size_t len);
	void		*sink_arg;
	bool		 streamed;	/* res_stream_begin was called */
	bool		 streaming;	/* headers are out */
	int64_t		 sent_bytes;	/* of a stream */
	const char	*flash_kind, *flash;	/* for the next page, or NULL */
	bool		 form_back;	/* the form came back with errors */
};

/* Ready for a request; res_release frees what it holds. */
void	 res_init(struct res *, struct req *);
void	 res_release(struct res *);

void	 res_header(struct res *, const char *name, const char *value);

/*
 * A page. res_page returns a view that already has what the layout shows
 * (platform, navigation, person, CSRF token, language, flash); fill it and
 * end with res_view. title is the page's own, borrowed.
 */
struct view *res_page(struct res *, const char *title);
void	 res_view(struct res *, int status, const char *template);
/* A view of its own, without the layout: fragments for modules. Freed with
 * the reply; end with res_view. */
struct view *res_fragment(struct res *);
/* Set a Set-Cookie line: Path=/, SameSite=Lax, HttpOnly, Secure under TLS.
 * The name gets the __Host- prefix under TLS. max_age 0 removes it, -1 is
 * until the browser closes. */
void	 res_cookie(struct res *, const char *name, const char *value,
	    int64_t max_age);

/* 303 to a local path (checked: begins with one '/', no host). */
void	 res_redirect(struct res *, const char *url);
/* The same, with one sentence shown on the next page (kind ok). */
void	 res_redirect_flash(struct res *, const char *url, const char *text);
/* "ok", "wait", "refuse", "info": what the toast looks like. */
void	 res_redirect_flash_kind(struct res *, const char *url,
	    const char *kind, const char *text);
/* True when url may be followed after a sign-in: a local path, no host. */
bool	 url_is_local(const char *url);
/* The error page of that result, in the person's language; the only place
 * where a result code becomes an HTTP status. */
void	 res_error(struct res *, enum rc);
/* The same for a status that no result code means (405, 413…), with its own
 * sentence, or NULL for the usual one. */
void	 res_error_status(struct res *, int status, const char *text);
/* Bytes of a given type, copied. */
void	 res_bytes(struct res *, int status, const char *type,
	    const void *data, size_t len);
struct json_object;
/* A json-c object as text; takes the reference. */
void	 res_json(struct res *, int status, struct json_object *);
/* A stored file: X-Accel-Redirect to nginx, nosniff, sandbox, attachment. */
void	 res_file(struct res *, const char *stored_name, const char *type,
	    const char *download_name);
/* A picture made to be shown, in its page: the same way, without attachment. */
void	 res_picture(struct res *, const char *stored_name, const char *type);
/*
 * Stream an export: headers go out at the first byte. write returns
 * RC_FAIL when the visitor has gone: stop. cacheable must be false.
 */
void	 res_stream_begin(struct res *, const char *type, const char *filename);
enum rc	 res_stream(struct res *, const void *data, size_t len);

#endif
