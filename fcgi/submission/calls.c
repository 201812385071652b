/*
 * Choosing a call for a dossier: those that are open, and how it fits each.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include <string.h>

#include "base/lang.h"
#include "domain/eligibility.h"
#include "fcgi/submission/present.h"
#include "fcgi/submission/sheet.h"

/* The dossier's answers, or NULL. */
static const struct answers *
answers_of(struct req *req, const struct dossier *d)
{
	struct answers *a = MEM_NEW(req->mem, struct answers);
	const struct form *form;

	if (form_get(&form, req->db, d->form_revision_id) != RC_OK ||
	    answers_load(a, req->db, req->mem, form, req->platform, d->id,
	    0) != RC_OK)
		return NULL;
	answers_at(a, req->now);
	return a;
}

static int64_t
requested(const struct answers *a)
{
	const struct answer *answer = a == NULL ? NULL
	    : answers_mapped(a, MAP_REQUESTED);

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

struct choosing {
	struct req		*req;
	struct dossier		*dossier;
	struct element		*element;
	struct dossiers		 applications;
	const struct answers	*answers;	/* of the dossier, or NULL */
	int64_t			 asked;		/* cents */
	int64_t			 unconsented;	/* call refused for want of it */
};

/* What reading it elsewhere means, with a box to tick. */
static void
show_consent(const struct choosing *c, struct view *choose,
    const struct call *call, const struct platform *owner)
{
	struct view *v = view_add(choose, M_CONSENT);

	view_text(v, M_CONSENT_ID, mem_printf(c->req->mem, "accord-%lld",
	    (long long)call->id));
	view_text(v, M_CONSENT_TEXT, mem_printf(c->req->mem, _("J’accepte que "
	    "%s lise les réponses et les pièces que son appel demande."),
	    mem_printf(c->req->mem, _("« %s »"), owner->service_name)));
	if (call->id == c->unconsented)
		view_text(view_add(v, M_CONSENT_ERROR), M_CONSENT_ERROR_TEXT,
		    _("Cochez cette case pour présenter le projet à un appel "
		    "d’une autre plateforme."));
}

/* Reasons the call writes itself, as more lines of what fits. False: one of
 * them is a refusal. */
static bool
show_reasons(const struct choosing *c, struct view *row,
    const struct call *call)
{
	struct barrier *reasons;
	size_t n = c->answers == NULL ? 0 : eligibility_of_call(&reasons,
	    c->answers, call), i;
	bool fit = true;

	for (i = 0; i < n; i++) {
		struct fit said = { reasons[i].blocks ? FIT_NO : FIT_UNKNOWN,
		    mem_printf(c->req->mem, _("Votre projet ne semble pas "
		    "éligible : %s"), reasons[i].text), "eligible" };

		show_fits(row, &said, 1);
		fit &= !reasons[i].blocks;
	}
	return fit;
}

/* owner: its platform when it is not the dossier's, else NULL. */
static void
show_call(struct choosing *c, struct view *page, const struct call *call,
    const struct platform *owner)
{
	struct req *req = c->req;
	const struct dossier_application *begun = begun_already(
	    &c->applications, call->id);
	const char *slug = owner == NULL ? req->platform->slug : owner->slug;
	const char *part = call_part(req->mem, call, slug,
	    c->dossier->platform_id);
	struct fit fits[FITS];
	/* Elsewhere, the plan says what its funder is asked for. */
	int64_t asked = owner == NULL ? c->asked : plan_asked_of(req->db,
	    req->mem, c->dossier->id, call->funder);
	size_t n = call_fits(fits, req->db, req->mem, call, c->element,
	    asked, req->platform->time_zone, req->now), i;
	struct view *row = view_add(page, M_CHOICES), *v;
	bool fit = true;

	for (i = 0; i < n; i++)
		fit = fit && fits[i].met != FIT_NO;
	view_text(row, M_CALL_TITLE, call->title);
	view_text(row, M_CALL_PROMISE, call->promise);
	view_text(row, M_CALL_URL, req_url(req, "/%s/appels/%s", slug,
	    call->slug));
	if (owner != NULL)
		view_text(view_add(row, M_ELSEWHERE), M_ELSEWHERE_SAID,
		    mem_printf(req->mem, _("%s · appel de la plateforme "
		    "« %s »"), call->funder == NULL ? owner->service_name
		    : call->funder, owner->name));
	show_fits(row, fits, n);
	/* Elsewhere another form asks: it is said once begun. */
	if (owner == NULL)
		fit &= show_reasons(c, row, call);
	if (begun != NULL) {
		v = view_add(row, M_BEGUN);
		view_text(v, M_BEGUN_URL, page_url(req,
		    "mes-projets/%s/appels/%s", c->dossier->slug, part));
		view_text(v, M_BEGUN_SAID, strcmp(begun->state, "draft") == 0
		    ? _("Reprendre") : _("Suivre ma candidature"));
		return;
	}
	v = view_add(row, fit ? M_CHOOSE : M_UNFIT);
	view_text(v, M_CHOOSE_URL, page_url(req,
	    "mes-projets/%s/appels/%s/commencer", c->dossier->slug, part));
	view_text(v, M_CHOOSE_SAID, call->title);
	if (owner != NULL && fit && db_int(req->db, 0, Q_DOSSIER_CONSENTED,
	    I(dossier, c->dossier->id), I(platform, owner->id)) == 0)
		show_consent(c, v, call, owner);
}

static size_t
show_here(struct choosing *c, struct view *page)
{
	struct req *req = c->req;
	struct call **calls;
	size_t n = call_list_open(&calls, req->db, req->mem,
	    req->platform->id, req->now), i;

	for (i = 0; i < n; i++)
		show_call(c, page, calls[i], NULL);
	return n;
}

/* The calls of the other platforms of the installation. */
static size_t
show_elsewhere(struct choosing *c, struct view *page)
{
	struct req *req = c->req;
	struct call **calls;
	struct platform *owner = NULL;
	size_t n = call_list_elsewhere(&calls, req->db, req->mem,
	    req->platform->id, req->now), i;
	struct view *v;

	if (n == 0)
		return 0;
	v = view_add(page, M_OTHERS);
	for (i = 0; i < n; i++) {
		if ((owner == NULL || owner->id != calls[i]->platform_id) &&
		    platform_load_id(&owner, req->db, req->mem,
		    calls[i]->platform_id) != RC_OK)
			continue;
		show_call(c, v, calls[i], owner);
	}
	return n;
}

static void
show_none(struct req *req, struct view *page, const struct dossier *d)
{
	struct view *empty = view_add(page, M_EMPTY);

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

static void
show(struct req *req, struct res *res, int64_t unconsented)
{
	struct choosing c = { .req = req, .unconsented = unconsented };
	struct dossier *d;
	struct view *v;
	enum rc rc;

	rc = dossier_by_slug(&d, req->db, req->mem, req->platform->id,
	    req_param(req, "slug"));
	if (rc == RC_OK)
		rc = element_load(&c.element, req->db, req->mem,
		    d->element_id);
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	c.dossier = d;
	c.answers = answers_of(req, d);
	c.asked = requested(c.answers);
	v = res_page(res, mem_printf(req->mem, _("Présenter à un appel, %s"),
	    d->title));
	dossier_applications(&c.applications, req->db, req->mem, d->id,
	    req->person);
	view_text(v, M_DOSSIER_TITLE, d->title);
	view_text(v, M_DOSSIER_URL, page_url(req, "mes-projets/%s", d->slug));
	if (show_here(&c, v) + show_elsewhere(&c, v) == 0)
		show_none(req, v, d);
	res_view(res, unconsented == 0 ? 200 : 422, "submission/calls.tpl");
}

void
calls_choose_get(struct req *req, struct res *res)
{
	show(req, res, 0);
}

void
calls_choose_again(struct req *req, struct res *res, int64_t call_id)
{
	show(req, res, call_id);
}
