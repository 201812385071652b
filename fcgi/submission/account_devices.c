/*
 * Where one is signed in, and signing out from there.
 */
#include "config.h"

#include "fcgi/submission/account.h"

#include <string.h>

#include "base/lang.h"
#include "web/partial.h"
#include "web/session.h"

const struct field_rule device_fields[] = {
	{ .name = "appareil", .type = F_ID },
	{ .type = F_END } };

/* "Firefox, Linux": what a browser says of itself, made short. */
static const char *
device_name(const struct req *req, const char *agent)
{
	static const char *const browsers[][2] = { { "Edg", "Edge" },
	    { "OPR/", "Opera" }, { "Firefox/", "Firefox" },
	    { "Chrom", "Chrome" }, { "Safari/", "Safari" } };
	static const char *const systems[][2] = { { "iPhone", "iPhone" },
	    { "iPad", "iPad" }, { "Android", "Android" },
	    { "Windows", "Windows" }, { "Mac OS X", "Mac" },
	    { "Linux", "Linux" } };
	const char *browser = NULL, *system = NULL;
	size_t i;

	if (agent == NULL)
		agent = "";
	for (i = 0; browser == NULL && i < 5; i++)
		if (strstr(agent, browsers[i][0]) != NULL)
			browser = browsers[i][1];
	for (i = 0; system == NULL && i < 6; i++)
		if (strstr(agent, systems[i][0]) != NULL)
			system = systems[i][1];
	if (browser == NULL && system == NULL)
		return _("Appareil inconnu");
	return browser == NULL || system == NULL ?
	    (browser == NULL ? system : browser) :
	    mem_printf(req->mem, "%s, %s", browser, system);
}

void
account_devices_get(struct req *req, struct res *res)
{
	struct account_session *list;
	struct view *page, *row;
	size_t n = account_sessions(&list, req->db, req->mem, req->person->id,
	    req->now);

	page = res_page(res, _("Appareils connectés"));
	partial_crumb(page, req_url(req, ACCOUNT_HOME), _("Votre compte"));
	view_text(page, M_CRUMB_HERE, _("Appareils connectés"));
	view_text(page, M_FORM_URL, req_url(req, "/compte/appareils"));
	for (size_t i = 0; i < n; i++) {
		row = view_add(page, M_DEVICE_ROWS);
		view_text(row, M_DEVICE_NAME, device_name(req, list[i].agent));
		view_text(row, M_DEVICE_ADDRESS, list[i].address);
		view_text(row, M_DEVICE_SINCE, req_day_short(req,
		    list[i].created_at));
		view_text(row, M_DEVICE_SEEN, req_moment(req, list[i].seen_at));
		if (list[i].id == req->session->id)
			view_show(row, M_DEVICE_HERE);
		else
			view_int(view_add(row, M_DEVICE_END), M_DEVICE_ID,
			    list[i].id);
	}
	if (n > 1)
		view_show(page, M_OTHERS);
	res_view(res, 200, "account/devices.tpl");
}

void
account_devices_post(struct req *req, struct res *res)
{
	int64_t id = field_int(&req->fields, "appareil");
	enum rc rc = RC_OK;

	/* One's own ends by signing out. */
	if (id != req->session->id)
		rc = account_session_end(req->db, req->person, id,
		    req->session->id, req->now);
	if (rc == RC_OK || rc == RC_NOT_FOUND)
		res_redirect_flash(res, req_url(req, "/compte/appareils"),
		    id == 0 ? _("Tous les autres appareils sont déconnectés.")
		    : _("Cet appareil est déconnecté."));
	else
		res_error(res, rc);
}
