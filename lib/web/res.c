/*
 * A reply: its headers, its body, its ways out.
 * It sends nothing: the loop does, or the sink of a stream.
 */
#include "config.h"

#include "web/res.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/log.h"
#include "base/text.h"
#include "web/head.h"

void
res_init(struct res *res, struct req *req)
{
	*res = (struct res){ .req = req, .headers = BUF_INIT,
	    .body = BUF_INIT };
}

void
res_release(struct res *res)
{
	view_free(res->view);
	res->view = NULL;
	buf_release(&res->headers);
	buf_release(&res->body);
}

void
res_header(struct res *res, const char *name, const char *value)
{
	buf_printf(&res->headers, "%s: ", name);
	for (; *value != '\0'; value++)	/* nobody adds a line of his own */
		if ((unsigned char)*value >= ' ' && *value != 0x7f)
			buf_char(&res->headers, *value);
	buf_text(&res->headers, "\r\n");
}

void
res_cookie(struct res *res, const char *name, const char *value,
    int64_t max_age)
{
	const char *line;

	line = mem_printf(res->req->mem, "%s%s=%s; Path=/; HttpOnly; "
	    "SameSite=Lax%s", res->req->tls ? "__Host-" : "", name, value,
	    res->req->tls ? "; Secure" : "");
	if (max_age >= 0)
		line = mem_printf(res->req->mem, "%s; Max-Age=%ld", line,
		    (long)max_age);
	res_header(res, "Set-Cookie", line);
}

/* --- pages --------------------------------------------------------------- */

struct view *
res_fragment(struct res *res)
{
	view_free(res->view);
	res->view = view_new();
	return res->view;
}

void
res_view(struct res *res, int status, const char *template)
{
	assert(res->view != NULL);
	buf_clear(&res->body);
	if (view_render(res->view, template, res->req->lang, &res->body) !=
	    RC_OK) {
		res_error_plain(res, 500);
		return;
	}
	res->status = status;
	res->type = "text/html; charset=utf-8";
}

void
res_redirect(struct res *res, const char *url)
{
	size_t base = strlen(res->req->base);

	if (!url_is_local(url) && (base == 0 ||
	    strncmp(url, res->req->base, base) != 0 || url[base] != '/')) {
		log_event(LOG_LEVEL_ERROR, "redirect", "request", res->req->id,
		    "refused", url, NULL);
		res_error(res, RC_FAIL);
		return;
	}
	buf_clear(&res->body);
	res_header(res, "Location", url);
	res->status = 303;
	res->type = NULL;
}

void
res_redirect_flash_kind(struct res *res, const char *url, const char *kind,
    const char *text)
{
	res->flash_kind = kind;
	res->flash = text;
	res_redirect(res, url);
}

void
res_redirect_flash(struct res *res, const char *url, const char *text)
{
	res_redirect_flash_kind(res, url, "ok", text);
}

/* --- data ---------------------------------------------------------------- */

void
res_bytes(struct res *res, int status, const char *type, const void *data,
    size_t len)
{
	buf_clear(&res->body);
	buf_add(&res->body, data, len);
	res->status = status;
	res->type = type;
}

void
res_json(struct res *res, int status, struct json_object *obj)
{
	const char *text = json_string(res->req->mem, obj);

	res_bytes(res, status, "application/json", text, strlen(text));
	json_object_put(obj);
}

/* Content-Disposition: a name in ASCII, and the true one (RFC 6266). */
static void
add_disposition(struct res *res, const char *name)
{
	struct buf b = BUF_INIT;
	const char *p;

	buf_text(&b, "attachment; filename=\"");
	for (p = name; *p != '\0'; p++)
		buf_char(&b, (unsigned char)*p < ' ' || *p == '"' ||
		    *p == '\\' || *p == '/' || (unsigned char)*p >= 0x7f ?
		    '_' : *p);
	buf_text(&b, "\"; filename*=UTF-8''");
	text_percent(&b, name);
	res_header(res, "Content-Disposition", b.data);
	buf_release(&b);
}

void
res_file(struct res *res, const char *stored_name, const char *type,
    const char *download_name)
{
	buf_clear(&res->body);
	res_header(res, "X-Accel-Redirect", mem_printf(res->req->mem,
	    FILES_LOCATION "%s", stored_name));
	add_disposition(res, download_name);
	res->sandboxed = true;
	res->status = 200;
	res->type = type;
}

void
res_picture(struct res *res, const char *stored_name, const char *type)
{
	buf_clear(&res->body);
	res->cacheable = false;		/* nginx dates and sends it */
	res_header(res, "X-Accel-Redirect", mem_printf(res->req->mem,
	    FILES_LOCATION "%s", stored_name));
	res->sandboxed = true;
	res->status = 200;
	res->type = type;
}

void
res_stream_begin(struct res *res, const char *type, const char *filename)
{
	assert(!res->cacheable);
	if (filename != NULL)
		add_disposition(res, filename);
	res->status = 200;
	res->type = type;
	res->streamed = true;
}

enum rc
res_stream(struct res *res, const void *data, size_t len)
{
	struct buf head = BUF_INIT;
	enum rc rc = RC_OK;

	assert(res->streamed);
	if (res->sink == NULL) {	/* a test, or nowhere to stream to */
		buf_add(&res->body, data, len);
		return RC_OK;
	}
	if (!res->streaming) {
		res->streaming = true;
		res_head(res, &head);
		rc = res->sink(res->sink_arg, head.data, head.len);
		buf_release(&head);
	}
	if (rc == RC_OK && res->req->head)
		return RC_FAIL;		/* HEAD: the headers were all */
	if (rc == RC_OK && len > 0)
		rc = res->sink(res->sink_arg, data, len);
	res->sent_bytes += (int64_t)len;
	return rc;
}
