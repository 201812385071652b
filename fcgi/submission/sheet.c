/*
 * What the path of a sheet names: a dossier's form, or a call's own questions.
 */
#include "config.h"

#include "fcgi/submission/sheet.h"

#include <string.h>

#include "fcgi/submission/present.h"
#include "web/route.h"

/* Of an application: "questions" of the call, "dossier" through its form. */
static bool
is_of(const struct req *req, const char *what)
{
	return strstr(req->route->pattern, mem_printf(req->mem,
	    "/appels/:call/%s/", what)) != NULL;
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
	s->steps_url = page_url(req, "mes-projets/%s/etapes",
	    s->dossier->slug);
	return answers_load(s->answers, req->db, req->mem, s->form,
	    req->platform, s->dossier->id, 0);
}

/* What a call asks, once the application has begun: its own questions, or
 * those of the dossier, in the words of its platform, as this call reads them. */
static enum rc
load_call_form(struct sheet *s, bool own)
{
	struct req *req = s->req;
	struct presentation *p;
	struct call *call;
	enum rc rc = call_of_path(&call, req);

	if (rc != RC_OK)
		return rc;
	s->presentation = p = MEM_NEW(req->mem, struct presentation);
	rc = presentation_load(p, req->db, req->mem, s->dossier->id, call->id);
	if (rc != RC_OK)
		return rc;
	if (p->app == NULL || (own && !p->has_own))
		return RC_NOT_FOUND;
	s->begun_at = p->app->created_at;
	s->answers = own ? &p->own : &p->answers;
	s->form = s->answers->form;
	s->home_url = application_url(req, p);
	s->steps_url = mem_printf(req->mem, "%s/%s", s->home_url,
	    own ? "questions" : "dossier");
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
		rc = is_of(req, "questions") ? load_call_form(s, true)
		    : is_of(req, "dossier") ? load_call_form(s, false)
		    : load_dossier_form(s);
	if (rc != RC_OK)
		return rc;
	s->answers->person_id = req->person == NULL ? 0 : req->person->id;
	s->step = form_step(s->form, req_param(req, "step"));
	if (s->step == NULL)
		return RC_NOT_FOUND;
	s->url = sheet_step_url(s, s->step);
	answers_at(s->answers, req->now);
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
	return mem_printf(s->req->mem, "%s/%s", s->steps_url, step->key);
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
	if (rc == RC_OK)
		answers_at(&f->answers, req->now);
	f->answers.person_id = req->person == NULL ? 0 : req->person->id;
	return rc;
}

const char *
filed_step_url(const void *filed, const struct form_step *step)
{
	const struct filed *f = filed;

	return page_url(f->req, "mes-projets/%s/etapes/%s", f->dossier->slug,
	    step->key);
}
