/*
 * Links and path parameters.
 * Every argument of a link is percent-encoded here, nowhere else.
 */
#include "config.h"

#include "web/req.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "base/text.h"
#include "web/res.h"
#include "web/route.h"

const char *
req_param(const struct req *req, const char *name)
{
	const char *p = req->route->pattern;
	size_t len = strlen(name), n, i;

	for (i = 0; (p = strchr(p, ':')) != NULL; i++) {
		n = strcspn(++p, "/.");
		if (n == len && strncmp(p, name, n) == 0)
			return req->params[i];
	}
	assert(0 && "the route has such a part");
	return NULL;
}

/* Append fmt, its %s percent-encoded; %d, %ld, %lld and %% as printf does. */
static void
add_format(struct buf *b, const char *fmt, va_list ap)
{
	const char *p;

	for (p = fmt; *p != '\0'; p++) {
		if (*p != '%') {
			buf_char(b, *p);
			continue;
		}
		p++;
		if (*p == 's')
			text_percent(b, va_arg(ap, const char *));
		else if (*p == '%')
			buf_char(b, '%');
		else if (*p == 'd')
			buf_int(b, va_arg(ap, int));
		else if (strncmp(p, "ld", 2) == 0) {
			buf_int(b, va_arg(ap, long));
			p += 1;
		} else if (strncmp(p, "lld", 3) == 0) {
			buf_int(b, va_arg(ap, long long));
			p += 2;
		} else
			assert(0 && "a link takes %s, %d, %ld, %lld, %%");
	}
}

/* Where paths are put together, one at a time; it keeps its memory. */
static struct buf path = BUF_INIT;

/* Base + path; the part of the platform that owns the host goes away. */
static const char *
finish(const struct req *req)
{
	const char *p = path.data;
	size_t own = req->own_host == NULL ? 0 : strlen(req->own_host);

	if (own > 0 && p[0] == '/' && strncmp(p + 1, req->own_host, own) == 0 &&
	    (p[1 + own] == '/' || p[1 + own] == '\0'))
		p += 1 + own;
	return mem_join(req->mem, req->base, *p == '\0' ? "/" : p, NULL);
}

const char *
req_url(const struct req *req, const char *fmt, ...)
{
	va_list ap;

	buf_clear(&path);
	va_start(ap, fmt);
	add_format(&path, fmt, ap);
	va_end(ap);
	return finish(req);
}

const char *
page_url(const struct req *req, const char *fmt, ...)
{
	va_list ap;

	assert(req->platform != NULL);
	buf_clear(&path);
	buf_char(&path, '/');
	text_percent(&path, req->platform->slug);
	buf_char(&path, '/');
	va_start(ap, fmt);
	add_format(&path, fmt, ap);
	va_end(ap);
	return finish(req);
}

const char *
home_url(const struct req *req)
{
	return req->platform == NULL ? req_url(req, "/") :
	    req_url(req, "/%s/", req->platform->slug);
}

const char *
req_here(const struct req *req)
{
	const char *p, *end;

	buf_clear(&path);
	for (p = req->path; *p != '\0'; p = end) {
		end = p + 1 + strcspn(p + 1, "/");
		buf_char(&path, '/');
		text_percent(&path, mem_strndup(req->mem, p + 1,
		    (size_t)(end - p) - 1));
	}
	return finish(req);
}

const char *
req_site(const struct req *req)
{
	return req->site == NULL ? req->host : req->site;
}

const char *
req_absolute(const struct req *req, const char *url)
{
	return *url == '/' ? mem_printf(req->mem, "%s%s", req_site(req), url) :
	    url;
}

bool
url_is_local(const char *url)
{
	const unsigned char *p = (const unsigned char *)url;

	if (url == NULL || p[0] != '/' || p[1] == '/')
		return false;
	for (; *p != '\0'; p++)
		if (*p <= ' ' || *p == 0x7f || *p == '\\')
			return false;
	return true;
}
