/*
 * The last question before elements are made; giving up.
 */
#include "config.h"

#include "fcgi/wikisync/pages.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "domain/kind.h"
#include "domain/money.h"
#include "fcgi/wikisync/words.h"
#include "web/partial.h"

static const char *
back_url(const struct req *req, const struct wiki_import *x)
{
	return mem_printf(req->mem, "%s/%lld", page_url(req, "wiki/imports"),
	    (long long)x->id);
}

static enum rc
load(struct wiki_import **x, struct req *req)
{
	return wiki_import_of(x, req->db, req->mem, req->platform->id,
	    req_id(req, "id"));
}

static const char *
licence_said(const struct req *req, const struct wiki *w)
{
	struct json_object *site = NULL;
	const char *text = NULL;

	if (json_parse(&site, w->site_json, strlen(w->site_json), 16, NULL) ==
	    RC_OK) {
		text = mem_strdup(req->mem, json_text(site, "licence"));
		if (text == NULL || *text == '\0')
			text = mem_strdup(req->mem, json_text(site,
			    "licence_url"));
		json_object_put(site);
	}
	return text == NULL || *text == '\0' ?
	    _("Le wiki ne la dit pas : assurez-vous d’avoir le droit de "
	    "republier ces textes.") : text;
}

void
confirm_get(struct req *req, struct res *res)
{
	struct wiki_counts counts;
	struct wiki_import *x;
	struct wiki *w;
	struct view *v, *in;
	enum rc rc;

	rc = load(&x, req);
	if (rc == RC_OK)
		rc = wiki_load(&w, req->db, req->mem, x->wiki_id);
	if (rc == RC_OK && strcmp(x->state, "previewed") != 0)
		rc = RC_CONFLICT;
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	wiki_import_count(&counts, req->db, x->id);
	v = res_page(res, _("Confirmer l’import"));
	partial_crumb(v, page_url(req, "wiki/%s", w->slug), w->name);
	partial_crumb(v, back_url(req, x), import_name(req, x));
	view_text(v, M_CRUMB_HERE, _("Confirmer l’import"));
	view_text(v, M_CONFIRM_TITLE, counts.chosen == 0 ?
	    _("Aucune page n’est cochée") : mem_printf(req->mem,
	    _("Importer %s ?"), pages_said(req, counts.chosen)));
	view_text(v, M_CONFIRM_LEAD, _("Les fiches seront publiées aussitôt, "
	    "avec leur source, un lien vers leur historique et la licence du "
	    "wiki. Elles n’ont pas de porteur : le wiki reste leur maison."));
	partial_term(v, _("Wiki"), w->name);
	partial_term(v, _("Chaque page devient"),
	    _(kind_of(x->element_kind)->one));
	partial_term(v, _("Licence du wiki"), licence_said(req, w));
	view_text(v, M_BACK_URL, back_url(req, x));
	view_text(v, M_CONFIRM_URL, req_here(req));
	if (counts.chosen > 0) {
		in = view_add(v, M_CONFIRM);
		view_text(in, M_CONFIRM_TEXT, _("Importer et publier"));
	}
	res_view(res, 200, "wikisync/confirm.tpl");
}

void
confirm_post(struct req *req, struct res *res)
{
	struct wiki_import *x;
	enum rc rc = load(&x, req);

	if (rc == RC_OK)
		rc = wiki_import_confirm(req->db, req->mem, x,
		    req->platform->id, req->person->id, req->now);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect(res, back_url(req, x));
}

void
cancel_post(struct req *req, struct res *res)
{
	struct wiki_import *x;
	struct wiki *w;
	enum rc rc = load(&x, req);

	if (rc == RC_OK)
		rc = wiki_load(&w, req->db, req->mem, x->wiki_id);
	if (rc == RC_OK)
		rc = wiki_import_cancel(req->db, x, req->now);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, page_url(req, "wiki/%s", w->slug),
		    _("L’import est abandonné ; rien n’a été créé."));
}
