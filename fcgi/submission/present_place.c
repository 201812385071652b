/*
 * Which dossier is presented to which call, by the path, and where the pages of
 * that application stand. It changes nothing.
 */
#include "config.h"

#include "fcgi/submission/present.h"

#include <string.h>

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

enum rc
presented_of(struct presentation *p, struct req *req)
{
	enum rc rc = presentation_of(p, req);

	return rc == RC_OK && p->app == NULL ? RC_NOT_FOUND : rc;
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
