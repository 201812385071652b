/*
 * Presenting a dossier to the call chosen: what the path names, beginning, the
 * deposit itself. The page is application.c's.
 */
#include "config.h"

#include "fcgi/submission/pages.h"
#include "fcgi/submission/present.h"

#include <string.h>

#include "base/lang.h"
#include "domain/consent.h"

/* --- what the path names -------------------------------------------------- */

/* ":call" names a call of the platform, or "platform~call" one of another. */
enum rc
call_of_path(struct call **c, struct req *req)
{
	const char *part = req_param(req, "call"), *mark = strchr(part, '~');
	struct platform *other;
	enum rc rc;

	if (mark == NULL)
		return call_by_slug(c, req->db, req->mem, req->platform->id,
		    part);
	rc = platform_load(&other, req->db, req->mem, mem_strndup(req->mem,
	    part, (size_t)(mark - part)));
	if (rc != RC_OK || other->id == req->platform->id)
		return RC_NOT_FOUND;
	return call_by_slug(c, req->db, req->mem, other->id, mark + 1);
}

enum rc
presentation_of(struct presentation *p, struct req *req)
{
	struct dossier *d;
	struct call *c;
	enum rc rc;

	rc = dossier_by_slug(&d, req->db, req->mem, req->platform->id,
	    req_param(req, "slug"));
	if (rc == RC_OK)
		rc = call_of_path(&c, req);
	if (rc == RC_OK)
		rc = presentation_load(p, req->db, req->mem, d->id, c->id);
	/* What is no longer open and was never begun has no page. */
	if (rc == RC_OK && p->app == NULL && !call_is_open(c, req->now))
		rc = RC_NOT_FOUND;
	return rc;
}

const char *
application_url(const struct req *req, const struct presentation *p)
{
	return page_url(req, "mes-projets/%s/appels/%s", p->dossier->slug,
	    p->call_part);
}

struct act
act_of(struct req *req, const struct presentation *p)
{
	return (struct act){ req->person, req->now,
	    req_absolute(req, application_url(req, p)),
	    p->app == NULL ? NULL : req_absolute(req, req_url(req,
	    "/%s/instruction/%s", p->platform->slug, p->app->number)) };
}

const char *
application_step_url(const void *place, const struct form_step *step)
{
	const struct application_place *x = place;

	if (x->own || x->p->through || x->particular)
		return mem_printf(x->req->mem, "%s/%s/%s",
		    application_url(x->req, x->p), x->own ? "questions"
		    : "dossier", step->key);
	return page_url(x->req, "mes-projets/%s/etapes/%s", x->p->dossier->slug,
	    step->key);
}

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

/* --- beginning, depositing ------------------------------------------------ */

bool
application_agrees(const struct req *req, const struct consents_asked *asked)
{
	const char *given = field_text(&req->fields, "accord");

	return asked->missing == 0 || (given != NULL &&
	    strcmp(given, asked->mark) == 0);
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
		    p.call->id, field_or_empty(&req->fields, "accord"), &act,
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
