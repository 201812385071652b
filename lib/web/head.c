/*
 * The head of a reply: what protects the person, and who may keep a copy.
 * It decides nothing about the body.
 */
#include "config.h"

#include "web/head.h"

#include <string.h>

static const char policy[] =
    "Content-Security-Policy: default-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
    "form-action 'self'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(self), microphone=(), "
    "payment=(), usb=()\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n";

/* A stored file came from somebody: it may show itself and nothing else. */
static const char sandbox_policy[] =
    "Content-Security-Policy: sandbox; default-src 'none'; "
    "style-src 'unsafe-inline'; frame-ancestors 'self'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n";

static const struct {
	int		 code;
	const char	*text;
} statuses[] = {
	{ 200, "200 OK" },
	{ 201, "201 Created" },
	{ 202, "202 Accepted" },
	{ 204, "204 No Content" },
	{ 303, "303 See Other" },
	{ 304, "304 Not Modified" },
	{ 308, "308 Permanent Redirect" },
	{ 400, "400 Bad Request" },
	{ 401, "401 Unauthorized" },
	{ 403, "403 Forbidden" },
	{ 404, "404 Not Found" },
	{ 405, "405 Method Not Allowed" },
	{ 409, "409 Conflict" },
	{ 410, "410 Gone" },
	{ 413, "413 Content Too Large" },
	{ 415, "415 Unsupported Media Type" },
	{ 422, "422 Unprocessable Content" },
	{ 429, "429 Too Many Requests" },
	{ 503, "503 Service Unavailable" },
};

const char *
status_text(int status)
{
	size_t i;

	for (i = 0; i < sizeof(statuses) / sizeof(statuses[0]); i++)
		if (statuses[i].code == status)
			return statuses[i].text;
	return "500 Internal Server Error";
}

/*
 * Who may keep it. A page that is the same for every visitor is kept for one
 * second by nginx and checked by its ETag by browsers; anything else is for
 * this browser only, which asks again each time (but may go back to it, so that
 * nothing typed is lost).
 */
static void
add_cache_rules(const struct res *res, struct buf *head)
{
	if (res->immutable)
		buf_text(head, "Cache-Control: public, max-age=31536000, "
		    "immutable\r\n");
	else if (res->cacheable)
		/* In this order: nginx before 1.23 obeys the first. */
		buf_text(head, "X-Accel-Expires: 1\r\n"
		    "Cache-Control: no-cache\r\n"
		    "Vary: Accept-Encoding, Accept-Language, Cookie\r\n");
	else
		buf_text(head, "Cache-Control: private, no-cache\r\n"
		    "X-Accel-Expires: 0\r\n");
}

void
res_head(struct res *res, struct buf *head)
{
	buf_printf(head, "Status: %s\r\n", status_text(res->status));
	if (res->type != NULL)
		buf_printf(head, "Content-Type: %s\r\n", res->type);
	if (!res->streamed && res->status != 304 && !res->sandboxed)
		buf_printf(head, "Content-Length: %zu\r\n", res->body.len);
	buf_text(head, res->sandboxed ? sandbox_policy : policy);
	if (res->open_data)
		buf_text(head, "Access-Control-Allow-Origin: *\r\n"
		    "Cross-Origin-Resource-Policy: cross-origin\r\n");
	else
		buf_text(head,
		    "Cross-Origin-Resource-Policy: same-origin\r\n");
	if (res->req->tls)
		buf_text(head, "Strict-Transport-Security: "
		    "max-age=31536000\r\n");
	if (res->type != NULL && strncmp(res->type, "text/html", 9) == 0)
		buf_printf(head, "Content-Language: %s\r\n", res->req->lang);
	if (res->etag != 0)
		buf_printf(head, "ETag: \"%016llx\"\r\n",
		    (unsigned long long)res->etag);
	if (res->packed)
		buf_text(head, "Content-Encoding: gzip\r\n");
	add_cache_rules(res, head);
	buf_add(head, res->headers.data, res->headers.len);
	buf_text(head, "\r\n");
}
