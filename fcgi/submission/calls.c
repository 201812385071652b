/*
 * Choosing a call for a dossier: those that are open, and how it fits each.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include <string.h>

#include "base/lang.h"
#include "fcgi/submission/present.h"
#include "fcgi/submission/sheet.h"

static int64_t
requested(struct req *req, const struct dossier *d)
{
	const struct answer *answer;
	const struct form *form;
	struct answers a;

	if (form_get(&form, req->db, d->form_revision_id) != RC_OK ||
	    answers_load(&a, req->db, req->mem, form, req->platform, d->id,
	    0) != RC_OK)
		return 0;
	answer = answers_mapped(&a, MAP_REQUESTED);
	return answer != NULL && answer->value.given ? answer->value.number : 0;
}

static const struct dossier_application *
begun_already(const struct dossiers *list, int64_t call_id)
{
	size_t i;

	for (i = 0; i < list->application_count; i++)
		if (list->applications[i].call_id == call_id)
			return &list->applications[i];
	return NULL;
}

static void
show_call(struct req *req, struct view *page, const struct call *c,
    const struct dossier *d, const struct element *e, int64_t asked,
    const struct dossier_application *begun)
{
	struct fit fits[FITS];
	size_t n = call_fits(fits, req->db, req->mem, c, e, asked,
	    req->platform->time_zone, req->now), i;
	struct view *row = view_add(page, M_CHOICES), *v;
	bool fit = true;

	for (i = 0; i < n; i++)
		fit = fit && fits[i].met != FIT_NO;
	view_text(row, M_CALL_TITLE, c->title);
	view_text(row, M_CALL_PROMISE, c->promise);
	view_text(row, M_CALL_URL, page_url(req, "appels/%s", c->slug));
	show_fits(row, fits, n);
	if (begun != NULL) {
		v = view_add(row, M_BEGUN);
		view_text(v, M_BEGUN_URL, page_url(req,
		    "mes-projets/%s/appels/%s", d->slug, c->slug));
		view_text(v, M_BEGUN_SAID, strcmp(begun->state, "draft") == 0
		    ? _("Reprendre") : _("Suivre ma candidature"));
		return;
	}
	v = view_add(row, fit ? M_CHOOSE : M_UNFIT);
	view_text(v, M_CHOOSE_URL, page_url(req,
	    "mes-projets/%s/appels/%s/commencer", d->slug, c->slug));
	view_text(v, M_CHOOSE_SAID, c->title);
}

void
calls_choose_get(struct req *req, struct res *res)
{
	struct dossiers list;
	struct call **calls;
	struct dossier *d;
	struct element *e;
	struct view *v, *empty;
	int64_t asked;
	size_t i, n;
	enum rc rc;

	rc = dossier_by_slug(&d, req->db, req->mem, req->platform->id,
	    req_param(req, "slug"));
	if (rc == RC_OK)
		rc = element_load(&e, req->db, req->mem, d->element_id);
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	v = res_page(res, mem_printf(req->mem, _("Présenter à un appel, %s"),
	    d->title));
	dossier_applications(&list, req->db, req->mem, d->id, req->person);
	asked = requested(req, d);
	n = call_list_open(&calls, req->db, req->mem, req->platform->id,
	    req->now);
	for (i = 0; i < n; i++)
		show_call(req, v, calls[i], d, e, asked, begun_already(&list,
		    calls[i]->id));
	view_text(v, M_DOSSIER_TITLE, d->title);
	view_text(v, M_DOSSIER_URL, page_url(req, "mes-projets/%s", d->slug));
	if (n == 0) {
		empty = view_add(v, M_EMPTY);
		view_text(empty, M_EMPTY_TITLE,
		    _("Aucun appel n’est ouvert aujourd’hui"));
		view_text(empty, M_EMPTY_TEXT, _("Publiez votre projet sans "
		    "attendre : les financeurs l’écoutent, et vous pourrez le "
		    "présenter plus tard sans rien retaper."));
		empty = view_add(empty, M_EMPTY_ACT);
		view_text(empty, M_EMPTY_URL, page_url(req, "mes-projets/%s",
		    d->slug));
		view_text(empty, M_EMPTY_ACT_TEXT, _("Revenir au projet"));
	}
	res_view(res, 200, "submission/calls.tpl");
}
