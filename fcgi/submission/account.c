/*
 * What the pages under /compte share: one form, one page that tells.
 */
#include "config.h"

#include "fcgi/submission/account.h"

#include <string.h>

#include "base/lang.h"
#include "base/settings.h"
#include "base/text.h"

struct view *
account_form(struct res *res, struct ask *ask, const char *title,
    const char *url, const char *button, const struct problems *why)
{
	struct view *page = res_page(res, title);
	const char *suite = account_suite(res->req);

	view_text(page, M_FORM_TITLE, title);
	view_text(page, M_FORM_URL, url);
	view_text(page, M_FORM_BUTTON, button);
	if (suite != NULL)
		account_hidden(page, "suite", suite);
	ask_problems(page, res->req, why);
	*ask = (struct ask){ res->req, page, why };
	return page;
}

void
account_lead(struct view *page, const char *text)
{
	view_optional(page, M_FORM_LEAD, M_FORM_LEAD_TEXT, text);
}

void
account_notice(struct view *page, const char *kind, const char *text)
{
	struct view *notice = view_add(page, M_FORM_NOTICE);

	view_text(notice, M_FORM_NOTICE_KIND, kind);
	view_text(notice, M_FORM_NOTICE_TEXT, text);
}

void
account_hidden(struct view *page, const char *name, const char *value)
{
	struct view *row = view_add(page, M_FORM_HIDDEN);

	view_text(row, M_HIDDEN_NAME, name);
	view_text(row, M_HIDDEN_VALUE, value);
}

void
account_link(struct view *page, const char *before, const char *url,
    const char *text)
{
	struct view *row = view_add(page, M_FORM_LINKS);

	view_text(row, M_LINK_BEFORE, before);
	view_text(row, M_LINK_URL, url);
	view_text(row, M_LINK_TEXT, text);
}

void
account_show(struct res *res, struct view *page, const struct problems *why)
{
	view_show(page, M_NOINDEX);
	res_view(res, why != NULL && why->count > 0 ? 422 : 200,
	    "account/form.tpl");
}

struct view *
account_tell(struct res *res, const char *title, const char *text)
{
	struct view *page = res_page(res, title);

	view_text(page, M_TOLD_TITLE, title);
	view_text(page, M_TOLD_TEXT, text);
	view_show(page, M_NOINDEX);
	return page;
}

struct view *
account_tell_ask(struct view *page, const char *url, const char *button)
{
	struct view *form = view_add(page, M_TOLD_ASK);

	view_text(form, M_FORM_URL, url);
	view_text(form, M_FORM_BUTTON, button);
	return form;
}

void
account_tell_yes_no(struct view *page, const char *url)
{
	account_hidden(account_tell_ask(page, url, _("Accepter")), "reponse",
	    "oui");
	account_hidden(account_tell_ask(page, url, _("Refuser")), "reponse",
	    "non");
}

void
account_tell_next(struct view *page, const char *url, const char *text)
{
	struct view *row = view_add(page, M_TOLD_NEXT);

	view_text(row, M_NEXT_URL, url);
	view_text(row, M_NEXT_TEXT, text);
}

/* --- addresses -------------------------------------------------------------- */

const char *
account_suite(const struct req *req)
{
	const char *suite = field_text(&req->fields, "suite");

	return suite != NULL && url_is_local(suite) ? suite : NULL;
}

const char *
account_url(const struct req *req, const char *path)
{
	const char *suite = account_suite(req);
	const char *url = mem_printf(req->mem, "%s%s", req->base, path);

	return suite == NULL ? url : mem_printf(req->mem, "%s?suite=%s", url,
	    text_percent_encode(req->mem, suite));
}

bool
account_mail_is_local(const struct req *req)
{
	struct settings *s = NULL;

	settings_load(&s, req->mem, db_state_dir(req->db));
	return s != NULL && settings_text(s, "smtp_url", NULL) == NULL;
}

static const char *
absolute(const struct req *req, const char *site, const char *path)
{
	return mem_printf(req->mem, "%s%s%s", site, req->base, path);
}

void
account_links(struct account_links *links, const struct req *req)
{
	const char *site = req_site(req);

	links->confirm = absolute(req, site, "/compte/confirmation?jeton=");
	links->link = links->confirm;
	links->reset = absolute(req, site, "/compte/nouveau-passe?jeton=");
	links->sign_in = absolute(req, site, PATH_SIGN_IN);
	links->sign_up = absolute(req, site, "/compte/inscription");
}
