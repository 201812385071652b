/*
 * Presenting a dossier to the call chosen: beginning, then the deposit. The page
 * is application.c's.
 */
#include "config.h"

#include "fcgi/submission/pages.h"
#include "fcgi/submission/present.h"

#include "base/lang.h"
#include "domain/consent.h"

void
application_get(struct req *req, struct res *res)
{
	struct presentation p;
	enum rc rc = presentation_of(&p, req);

	if (rc != RC_OK)
		res_error(res, rc);
	else
		application_show(&p, req, res, 200, NULL, NULL);
}

void
begin_post(struct req *req, struct res *res)
{
	struct presentation p;
	struct application_place x = { req, &p, true, false };
	int64_t id;
	enum rc rc = presentation_of(&p, req);

	if (rc == RC_OK && p.elsewhere && !p.consented &&
	    !field_bool(&req->fields, "accord")) {
		calls_choose_again(req, res, p.call->id);
		return;
	}
	if (rc == RC_OK && p.elsewhere && !p.consented)
		rc = dossier_consent(req->db, p.dossier->id, p.platform->id,
		    req->person, req->now);
	if (rc == RC_OK)
		rc = application_begin(&id, req->db, req->mem, p.dossier->id,
		    p.call->id, req->now);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect(res, p.has_own ? application_step_url(&x,
		    &p.own.form->steps[0]) : application_url(req, &p));
}

void
submit_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct presentation p;
	struct receipt *r;
	struct act act;
	enum rc rc = presentation_of(&p, req);

	if (rc == RC_OK) {
		act = act_of(req, &p);
		rc = application_submit(&r, req->db, req->mem, p.dossier->id,
		    p.call->id, req_text(req, "accord"), &act,
		    &why);
	}
	if (rc == RC_OK)
		res_redirect_flash(res, mem_printf(req->mem, "%s/recepisse",
		    application_url(req, &p)), mem_printf(req->mem,
		    _("Votre projet est déposé sous le numéro %s."),
		    r->number));
	else if (rc == RC_INVALID)
		application_show(&p, req, res, 422, &why, NULL);
	else if (rc == RC_DENIED && (!p.elsewhere || p.consented))
		application_show(&p, req, res, 422, NULL, NULL);
	else if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, application_url(req, &p), "refuse",
		    _("Ce projet ne peut plus être déposé : l’appel est clos, "
		    "ou le dossier est déjà en instruction."));
	else
		res_error(res, rc);
}
