/*
 * The preconditions of a route, in order: method, path, platform, session,
 * person, confirmed address, object, right, form token, fields; then the
 * handler. Each refusal has one answer, here, so that no handler has any.
 */
#include "config.h"

#include "web/route.h"

#include <assert.h>
#include <string.h>

#include "base/lang.h"
#include "base/log.h"
#include "base/text.h"
#include "web/body.h"
#include "web/common.h"
#include "web/head.h"
#include "web/language.h"
#include "web/park.h"
#include "web/query.h"
#include "web/upload.h"

/* --- path ---------------------------------------------------------------- */

static const struct route *
find(const struct worker *worker, struct req *req, unsigned *allow)
{
	const struct worker common = { .name = worker->name,
	    .routes = common_routes };
	const struct route *row = route_find(&common, req, allow);
	unsigned more;

	if (row != NULL)
		return row;
	row = route_find(worker, req, &more);
	*allow |= more;
	return row;
}

const char *
route_query(const struct worker *worker, struct req *req)
{
	unsigned allow;
	const struct route *r;

	if (*req->query == '\0')
		return req->query;
	r = find(worker, req, &allow);
	return r == NULL || !(r->flags & ROUTE_CACHED) ? req->query :
	    query_read(req->mem, r->fields, req->query);
}

/* "/x/" for "/x", and the reverse, when that is a page. */
static const char *
other_form(const struct worker *worker, const struct req *req)
{
	size_t len = strlen(req->path);
	struct req other = *req;
	unsigned allow;

	if (req->method != GET || len < 2)
		return NULL;
	other.path = req->path[len - 1] == '/' ?
	    mem_strndup(req->mem, req->path, len - 1) :
	    mem_printf(req->mem, "%s/", req->path);
	return find(worker, &other, &allow) == NULL ? NULL :
	    req_here(&other);
}

static enum rc
take_platform(struct req *req, const char *slug)
{
	return platform_shelf_get(&req->platform, req->platforms, req->mem,
	    req->db, slug);
}

/* The error page of a wrong address still knows the platform and the person. */
static void
identify(struct req *req)
{
	const char *slug = mem_strndup(req->mem, req->path + 1,
	    strcspn(req->path + 1, "/"));

	take_platform(req, slug);
	session_load(req);
	language_choose(req);
}

/* "GET, HEAD, POST". */
static const char *
methods_said(struct mem *mem, unsigned allow)
{
	static const enum method all[] = { GET, POST, PATCH, DELETE };
	const char *text = "";
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (allow & all[i])
			text = mem_printf(mem, "%s%s%s%s", text,
			    *text == '\0' ? "" : ", ", method_name(all[i]),
			    all[i] == GET ? ", HEAD" : "");
	return text;
}

static bool
find_route(const struct worker *worker, struct req *req, struct res *res)
{
	const char *other;
	unsigned allow;

	req->worker = worker;
	req->route = find(worker, req, &allow);
	if (req->route != NULL)
		return true;
	other = allow == 0 ? other_form(worker, req) : NULL;
	if (other != NULL && url_is_local(other)) {
		res_header(res, "Location", *req->query == '\0' ? other :
		    mem_printf(req->mem, "%s?%s", other, req->query));
		res->status = 308;
	} else if (allow != 0) {
		identify(req);
		res_header(res, "Allow", methods_said(req->mem, allow));
		res_error_status(res, 405, NULL);
	} else {
		identify(req);
		res_error(res, RC_NOT_FOUND);
	}
	return false;
}

/* The platform that the path begins with, when the pattern says so. */
static bool
find_platform(struct req *req, struct res *res)
{
	enum rc rc;

	if (!text_starts(req->route->pattern, "/:platform"))
		return true;
	rc = take_platform(req, req->params[0]);
	if (rc != RC_OK)
		res_error(res, rc);
	return rc == RC_OK;
}

/* --- person -------------------------------------------------------------- */

/* Keep what was typed, if any; the local address to come back to. */
static const char *
come_back(struct req *req)
{
	const char *url = NULL;
	int status;

	if (req->method != GET && req->method != POST)
		return home_url(req);
	if (req->method == POST) {
		status = body_read(req);
		if (status == 0)
			url = park_form(req);
		return url != NULL ? url : home_url(req);
	}
	return *req->query == '\0' ? req_here(req) :
	    mem_printf(req->mem, "%s?%s", req_here(req), req->query);
}

static bool
check_person(struct req *req, struct res *res)
{
	const struct route *r = req->route;

	if (r->right == RIGHT_PUBLIC)
		return true;
	if (req->person == NULL) {
		if (req->wants_json)
			res_error_status(res, 401, _("Votre session a pris "
			    "fin : connectez-vous de nouveau."));
		else
			res_redirect(res, req_url(req, PATH_SIGN_IN
			    "?suite=%s", come_back(req)));
		return false;
	}
	if (req->person->confirmed_at == 0 && !(r->flags & ROUTE_ANYONE)) {
		if (req->wants_json)
			res_error_status(res, 403, _("Confirmez d’abord votre "
			    "adresse électronique."));
		else
			res_redirect(res, req_url(req, PATH_CONFIRM
			    "?suite=%s", come_back(req)));
		return false;
	}
	return true;
}

static bool
check_right(struct req *req, struct res *res)
{
	enum rc rc = RC_OK;

	if (req->platform != NULL)
		req->object = (struct object){ .kind = OBJECT_PLATFORM,
		    .id = req->platform->id,
		    .platform_id = req->platform->id,
		    .territory_id = req->platform->territory_id,
		    .published = true };
	else
		req->object = (struct object){ .kind = OBJECT_INSTALLATION,
		    .published = true };
	if (req->route->object != NULL)
		rc = req->route->object(req);
	if (rc == RC_OK && !right_may(req->db, req->person,
	    req->route->right, &req->object))
		rc = req->object.published ? RC_DENIED : RC_NOT_FOUND;
	if (rc != RC_OK)
		res_error(res, rc);
	return rc == RC_OK;
}

/* --- form ---------------------------------------------------------------- */

/* Did a page of ours send it, as far as the browser tells? */
static bool
is_our_page(const struct req *req)
{
	const char *site = req->headers.fetch_site;
	size_t host = strlen(req->host);

	if (site != NULL)
		return strcmp(site, "same-origin") == 0;
	return req->headers.referer != NULL &&
	    strncmp(req->headers.referer, req->host, host) == 0 &&
	    req->headers.referer[host] == '/';
}

/*
 * A form of ours whose token is of another session (signed in or out in
 * another window, cookies dropped) comes back filled; anything else is
 * refused.
 */
static void
refuse_token(struct req *req, struct res *res)
{
	const char *back = NULL;

	log_event(LOG_LEVEL_WARN, "csrf", "request", req->id, "path",
	    req->path, NULL);
	if (!req->wants_json && is_our_page(req))
		back = park_form(req);
	if (back != NULL)
		res_redirect_flash_kind(res, back, "wait", _("Votre session a "
		    "changé pendant la saisie. Rien n’est perdu : vérifiez et "
		    "envoyez de nouveau."));
	else
		res_error_status(res, 403, _("Ce formulaire ne vient pas "
		    "d’une page ouverte dans votre session. Rechargez la page "
		    "et recommencez."));
}

static bool
read_form(struct req *req, struct res *res)
{
	const char *token;
	int status;

	if (req->method != GET) {
		status = body_read(req);
		if (status != 0) {
			res_error_status(res, status, NULL);
			return false;
		}
		token = req->headers.csrf != NULL ? req->headers.csrf :
		    param_get(&req->sent, "csrf");
		if (!(req->route->flags & ROUTE_API) &&
		    !session_csrf_is(req, token)) {
			refuse_token(req, res);
			return false;
		}
	}
	fields_check(&req->fields, req->mem, req->route->fields, &req->sent);
	if (req->method == POST)
		body_check_files(req);
	return true;
}

/* The only platform of the installation, or NULL. */
static const char *
only_platform(struct req *req)
{
	struct stmt *s = db_query(req->db, Q_PLATFORM_ONLY);
	const char *slug = NULL;

	if (stmt_step(s))
		slug = stmt_str(s, req->mem, "slug");
	stmt_done(s);
	return slug;
}

/* The one where the person holds a role or a project, or NULL. */
static const char *
home_platform(struct req *req)
{
	struct stmt *s;
	const char *slug = NULL;

	if (req->person == NULL)
		return NULL;
	s = db_query(req->db, Q_PLATFORM_OF_PERSON, I(person, req->person->id));
	if (stmt_step(s))
		slug = stmt_str(s, req->mem, "slug");
	stmt_done(s);
	return slug;
}

/*
 * Pages that belong to no platform (the account's) keep the look of the one the
 * person comes from: its own host, where ?suite= leads, the only one, the
 * person's own.
 */
static void
find_frame(struct req *req)
{
	const char *suite = param_get(&req->sent, "suite"), *slug;

	if (req->platform != NULL)
		return;
	if (req->own_host != NULL)
		slug = req->own_host;
	else if (url_is_local(suite))
		slug = mem_strndup(req->mem, suite + 1,
		    strcspn(suite + 1, "/?"));
	else if (text_starts(req->path, "/compte/"))
		slug = only_platform(req);
	else
		return;
	if (slug == NULL && suite == NULL)
		slug = home_platform(req);
	if (slug != NULL)
		take_platform(req, slug);
}

/* --- the whole ----------------------------------------------------------- */

static void
call_handler(struct req *req, struct res *res)
{
	const struct route *r = req->route;

	/* A public page shows one state of the database, never two halves. */
	req->snapshot = (r->flags & ROUTE_CACHED) != 0;
	if (req->snapshot)
		db_read_begin(req->db);
	find_frame(req);
	park_load(req);
	if (r->flags & ROUTE_FORM)
		session_for_form(req, res);
	res->cacheable = (r->flags & ROUTE_CACHED) && req->person == NULL &&
	    req->session == NULL && req->parked == NULL;
	if (req->fields.why.count > 0 && r->invalid != NULL &&
	    req->method == POST)
		r->invalid(req, res);
	else
		r->handler(req, res);
	if (res->status != 200)
		res->cacheable = false;
}

/* Nothing of a request may stay in the connection. */
static void
leave_database(struct req *req, struct res *res)
{
	if (req->snapshot)
		db_read_end(req->db);
	if (db_writing(req->db)) {
		log_event(LOG_LEVEL_ERROR, "write_left_open", "request",
		    req->id, "path", req->path, NULL);
		db_write_rollback(req->db);
		res_error(res, RC_FAIL);
	} else if (db_failed(req->db)) {
		/* Something could not be read: the page is not the truth. */
		if (!res->streaming && res->status < 500)
			res_error(res, RC_FAIL);
	}
	db_forgive(req->db);
}

void
route_dispatch(const struct worker *worker, struct req *req, struct res *res)
{
	language_choose(req);
	req->sent.mem = req->mem;
	if (!text_valid_utf8(req->path, strlen(req->path))) {
		req->path = "/";
		res_error(res, RC_INVALID);
	} else if (find_route(worker, req, res)) {
		if (req->method == GET && params_parse(&req->sent, req->query,
		    strlen(req->query)) != RC_OK)
			res_error(res, RC_INVALID);
		else if (!language_switch(req, res) &&
		    find_platform(req, res)) {
			if (req->session == NULL)
				session_load(req);
			language_choose(req);
			if (check_person(req, res) && check_right(req, res) &&
			    read_form(req, res))
				call_handler(req, res);
		}
	}
	leave_database(req, res);
	session_flash_send(res);
	uploads_release(req->uploads);
	req->uploads = NULL;
	assert(res->status != 0);
}
