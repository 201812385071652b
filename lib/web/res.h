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
	const struct req *req;
	int		 status;	/* 0 until decided */
	struct buf	 headers;	/* "Name: value\r\n" lines */
	struct buf	 body;
	const char	*type;		/* Content-Type */
	bool		 cacheable;	/* same bytes for every visitor: ETag */
	struct view	*view;		/* freed with the reply */
	/* Streaming: non-NULL writes straight out (exports). */
	enum rc		(*sink)(void *sink_arg, const char *data, size_t len);
	void		*sink_arg;
};

void	 res_header(struct res *, const char *name, const char *value);

/*
 * A page. res_page returns a view that already has what the layout shows
 * (platform, navigation, person, CSRF token, language, flash); fill it and
 * end with res_view. title is the page's own, borrowed.
 */
struct view *res_page(struct res *, const char *title);
void	 res_view(struct res *, int status, const char *template);

/* 303 to a local path (checked: begins with one '/', no host). */
void	 res_redirect(struct res *, const char *url);
/* The same, with one sentence shown on the next page. */
void	 res_redirect_flash(struct res *, const char *url, const char *text);
/* The French or English error page of that result; the only place where a
 * result code becomes an HTTP status. */
void	 res_error(struct res *, enum rc);
/* Bytes of a given type, copied. */
void	 res_bytes(struct res *, int status, const char *type,
	    const void *data, size_t len);
/* A json-c object as text; takes the reference. */
struct json_object;
void	 res_json(struct res *, int status, struct json_object *);
/* A stored file: X-Accel-Redirect to nginx, nosniff, sandbox, attachment. */
void	 res_file(struct res *, const char *stored_name, const char *type,
	    const char *download_name);
/*
 * Stream an export: headers go out at the first byte. write returns
 * RC_FAIL when the visitor has gone: stop. cacheable must be false.
 */
void	 res_stream_begin(struct res *, const char *type, const char *filename);
enum rc	 res_stream(struct res *, const void *data, size_t len);

#endif
