/*
 * "Le formulaire a changé": what a newer revision asks otherwise, before the
 * holder moves to it. It moves nothing that is before a service.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include <string.h>

#include "base/lang.h"
#include "domain/form_offer.h"
#include "fcgi/submission/present.h"
#include "fcgi/submission/sheet.h"
#include "web/route.h"

/* What the path names: a dossier, or an application of it. */
struct offered {
	struct form_offer	 offer;
	const char		*title, *back;	/* of what is being filled */
};

static enum rc
offered_of(struct offered *o, struct req *req)
{
	struct presentation p;
	struct dossier *d;
	enum rc rc;

	if (strstr(req->route->pattern, "/appels/:call") == NULL) {
		rc = dossier_by_slug(&d, req->db, req->mem, req->platform->id,
		    req_param(req, "slug"));
		if (rc != RC_OK)
			return rc;
		o->title = d->title;
		o->back = page_url(req, "mes-projets/%s", d->slug);
		return form_offer_load(&o->offer, req->db, req->mem, d->id, 0);
	}
	rc = presented_of(&p, req);
	if (rc != RC_OK)
		return rc;
	o->title = p.call->title;
	o->back = application_url(req, &p);
	return form_offer_load(&o->offer, req->db, req->mem, p.dossier->id,
	    p.app->id);
}

static void
show_rows(struct view *page, const struct form_offer *o, int what,
    const char *title)
{
	struct view *list = NULL, *row;
	size_t i;

	for (i = 0; i < o->count; i++) {
		const struct form_offer_row *r = &o->rows[i];

		if ((int)r->what != what)
			continue;
		if (list == NULL) {
			list = view_add(page, M_OFFER_PARTS);
			view_text(list, M_OFFER_PART, title);
		}
		row = view_add(list, M_OFFER_ROWS);
		view_text(row, M_OFFER_QUESTION, r->label);
		view_text(row, M_OFFER_STEP, r->step);
		view_text(row, M_OFFER_SAID, r->what == OFFER_ADDED
		    ? r->required ? _("à répondre") : _("facultative")
		    : r->what == OFFER_REMOVED
		    ? _("votre réponse est mise de côté, pas effacée")
		    : r->said);
	}
}

static void
show_offer(const struct offered *o, struct req *req, struct res *res,
    int status)
{
	struct view *v = res_page(res, _("Le formulaire a changé")), *accept;

	view_text(v, M_DOSSIER_TITLE, o->title);
	view_text(v, M_DOSSIER_URL, o->back);
	view_text(v, M_OFFER_WHICH, mem_printf(req->mem, _("« %s » : vous "
	    "répondez à la révision %d ; la révision %d est parue."),
	    o->offer.to->title, (int)o->offer.from->number,
	    (int)o->offer.to->number));
	show_rows(v, &o->offer, OFFER_ADDED,
	    _("Questions nouvelles"));
	show_rows(v, &o->offer, OFFER_CHANGED,
	    _("Questions changées"));
	show_rows(v, &o->offer, OFFER_REMOVED,
	    _("Questions retirées"));
	if (o->offer.count == 0)
		view_show(v, M_OFFER_NONE);
	if (o->offer.pinned) {
		view_show(v, M_OFFER_PINNED);
	} else if (right_may(req->db, req->person, RIGHT_DOSSIER_EDIT,
	    &req->object)) {
		accept = view_add(v, M_OFFER_ACCEPT);
		view_text(accept, M_OFFER_URL, mem_printf(req->mem,
		    "%s/formulaire", o->back));
		view_int(accept, M_OFFER_TO, o->offer.to->id);
	}
	res_view(res, status, "submission/offer.tpl");
}

void
offer_get(struct req *req, struct res *res)
{
	struct offered o;
	enum rc rc = offered_of(&o, req);

	if (rc != RC_OK)
		res_error(res, rc);
	else
		show_offer(&o, req, res, 200);
}

void
offer_post(struct req *req, struct res *res)
{
	struct offered o;
	enum rc rc = offered_of(&o, req);

	if (rc == RC_OK)
		rc = form_offer_accept(req->db, req->mem, o.offer.dossier_id,
		    o.offer.application_id, field_int(&req->fields, "vers"),
		    req->person, req->now);
	if (rc == RC_OK)
		res_redirect_flash(res, o.back, _("Vous répondez désormais au "
		    "nouveau formulaire. Vos réponses sont gardées."));
	else if (rc == RC_CONFLICT)
		/* Another revision came meanwhile, or it was presented. */
		show_offer(&o, req, res, 409);
	else
		res_error(res, rc);
}
