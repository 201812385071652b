/*
 * What the path of a sheet names: a dossier's form, or a call's own questions.
 */
#include "config.h"

#include "fcgi/submission/sheet.h"

#include <string.h>

#include "web/route.h"

static bool
is_own(const struct req *req)
{
	return strstr(req->route->pattern, "/appels/:call/") != NULL;
}

/* --- loading -------------------------------------------------------------- */

static enum rc
load_dossier_form(struct sheet *s)
{
	struct req *req = s->req;
	enum rc rc;

	rc = form_get(&s->form, req->db, s->dossier->form_revision_id);
	if (rc != RC_OK)
		return rc;
	s->answers = MEM_NEW(req->mem, struct answers);
	s->home_url = page_url(req, "mes-projets/%s", s->dossier->slug);
	s->url = page_url(req, "mes-projets/%s/etapes/%s", s->dossier->slug,
	    req_param(req, "step"));
	return answers_load(s->answers, req->db, req->mem, s->form,
	    req->platform, s->dossier->id, 0);
}

/* The call's own questions, once the application has begun. */
static enum rc
load_own_form(struct sheet *s)
{
	const char *call_slug = req_param(s->req, "call");
	struct req *req = s->req;
	struct call *call;
	enum rc rc;

	rc = call_by_slug(&call, req->db, req->mem, req->platform->id,
	    call_slug);
	if (rc != RC_OK)
		return rc;
	s->presentation = MEM_NEW(req->mem, struct presentation);
	rc = presentation_load(s->presentation, req->db, req->mem,
	    s->dossier->id, call->id);
	if (rc != RC_OK)
		return rc;
	if (!s->presentation->has_own || s->presentation->app == NULL)
		return RC_NOT_FOUND;
	s->answers = &s->presentation->own;
	s->form = s->answers->form;
	s->home_url = page_url(req, "mes-projets/%s/appels/%s",
	    s->dossier->slug, call_slug);
	s->url = page_url(req, "mes-projets/%s/appels/%s/questions/%s",
	    s->dossier->slug, call_slug, req_param(req, "step"));
	return RC_OK;
}

enum rc
sheet_load(struct sheet *s, struct req *req)
{
	enum rc rc;

	*s = (struct sheet){ .req = req, .why = PROBLEMS_INIT(req->mem) };
	rc = dossier_by_slug(&s->dossier, req->db, req->mem, req->platform->id,
	    req_param(req, "slug"));
	if (rc == RC_OK)
		rc = is_own(req) ? load_own_form(s) : load_dossier_form(s);
	if (rc != RC_OK)
		return rc;
	s->step = form_step(s->form, req_param(req, "step"));
	if (s->step == NULL)
		return RC_NOT_FOUND;
	return RC_OK;
}

void
sheet_dress(struct sheet *s)
{
	struct req *req = s->req;
	int64_t application_id;

	document_list(&s->documents, req->db, req->mem, s->dossier->id);
	s->correction = sheet_correction(req, s->dossier->id, &application_id);
	s->plus = field_text(&req->fields, "plus");
}

struct correction *
sheet_correction(struct req *req, int64_t dossier_id, int64_t *application_id)
{
	struct correction *c = NULL;

	*application_id = db_int(req->db, 0, Q_SUBMIT_CORRECTED,
	    I(dossier, dossier_id));
	if (*application_id == 0 || correction_open(&c, req->db, req->mem,
	    *application_id) != RC_OK)
		return NULL;
	return c;
}

const char *
sheet_step_url(const struct sheet *s, const struct form_step *step)
{
	if (s->presentation != NULL)
		return page_url(s->req, "mes-projets/%s/appels/%s/questions/%s",
		    s->dossier->slug, s->presentation->call->slug, step->key);
	return page_url(s->req, "mes-projets/%s/etapes/%s", s->dossier->slug,
	    step->key);
}

/* --- a whole dossier ------------------------------------------------------ */

enum rc
filed_load(struct filed *f, struct req *req)
{
	const struct form *form;
	enum rc rc;

	f->req = req;
	rc = dossier_by_slug(&f->dossier, req->db, req->mem, req->platform->id,
	    req_param(req, "slug"));
	if (rc == RC_OK)
		rc = form_get(&form, req->db, f->dossier->form_revision_id);
	if (rc == RC_OK)
		rc = answers_load(&f->answers, req->db, req->mem, form,
		    req->platform, f->dossier->id, 0);
	return rc;
}

const char *
filed_step_url(const void *filed, const struct form_step *step)
{
	const struct filed *f = filed;

	return page_url(f->req, "mes-projets/%s/etapes/%s", f->dossier->slug,
	    step->key);
}
