/*
 * The language of the answer, and the cookies it is kept in.
 * It never looks at the address of the visitor.
 */
#include "config.h"

#include "web/language.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "web/cookie.h"

#define COOKIE_LANGUAGE	"terreau-langue"
#define KEPT		((int64_t)365 * 86400)	/* seconds */

const char *
cookie_get(const struct req *req, const char *name)
{
	const char *p = req->headers.cookie, *full;
	size_t len, n;

	if (p == NULL)
		return NULL;
	full = mem_printf(req->mem, "%s%s", req->tls ? "__Host-" : "", name);
	len = strlen(full);
	while (*p != '\0') {
		p += strspn(p, " ;");
		n = strcspn(p, ";");
		if (n > len && strncmp(p, full, len) == 0 && p[len] == '=')
			return mem_strndup(req->mem, p + len + 1, n - len - 1);
		p += n;
	}
	return NULL;
}

/* What his cookie or his browser says, or `otherwise`. */
static const char *
asked(const struct req *req, const char *account, const char *otherwise)
{
	const char *known = lang_find(cookie_get(req, COOKIE_LANGUAGE));

	if (known == NULL)
		known = lang_find(account);
	return known != NULL ? known :
	    lang_accept(req->headers.accept_language, otherwise);
}

const char *
language_asked(const struct req *req)
{
	/* Two answers differ only if the platform's own language counted. */
	return mem_printf(req->mem, "%s%s", asked(req, NULL, "fr"),
	    asked(req, NULL, "en"));
}

void
language_choose(struct req *req)
{
	req->lang = asked(req, req->person == NULL ? NULL : req->person->lang,
	    req->platform == NULL ? "fr" : req->platform->lang);
	lang_set(req->lang);
}

/* The query without its "lang=" part, with its '?'; "" when nothing is left. */
static const char *
rest_of_query(const struct req *req)
{
	const char *p = req->query, *rest = "";
	size_t n;

	for (; *p != '\0'; p += n + (p[n] == '&')) {
		n = strcspn(p, "&");
		if (n > 0 && !text_starts(p, "lang="))
			rest = mem_printf(req->mem, "%s%c%.*s", rest,
			    *rest == '\0' ? '?' : '&', (int)n, p);
	}
	return rest;
}

bool
language_switch(struct req *req, struct res *res)
{
	const char *known = lang_find(param_get(&req->sent, "lang"));
	const char *back;

	if (req->method != GET || known == NULL)
		return false;
	back = mem_printf(req->mem, "%s%s", req_here(req), rest_of_query(req));
	res_cookie(res, COOKIE_LANGUAGE, known, KEPT);
	res_redirect(res, url_is_local(back) ? back : req_here(req));
	return true;
}
