/*
 * "Sans attendre un appel": asking to be shown to everyone, leaving, coming
 * back after a refusal. A moderator reads before the public does.
 */
#include "config.h"

#include "fcgi/submission/listen.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/dossier.h"
#include "domain/form.h"
#include "fcgi/submission/present.h"
#include "fcgi/submission/sheet.h"
#include "web/ask.h"

const struct field_rule listen_fields[] = {
	{ .name = "maturite", .type = F_CODE },
	{ .name = "besoin", .type = F_CODE, .flags = FIELD_MANY },
	{ .name = "offre", .type = F_CODE, .flags = FIELD_MANY },
	{ .name = "precision.", .type = F_ANSWERS },
	{ .name = "mots", .type = F_TEXT, .max = 600 },
	{ .type = F_END } };
const struct field_rule return_fields[] = {
	{ .name = "retour", .type = F_CHOICE, .choices = "oui|non" },
	{ .type = F_END } };

static const char *
here(const struct req *req)
{
	return page_url(req, "mes-projets/%s/ecoute", req_param(req, "slug"));
}

struct act
listen_act(const struct req *req)
{
	return (struct act){ .who = req->person, .now = req->now,
	    .holder_url = req_absolute(req, here(req)),
	    .service_url = req_absolute(req, page_url(req,
	    "instruction/moderation")) };
}

/* --- the page --------------------------------------------------------------- */

static const struct {
	const char	*state, *kind, *title, *text;
} said[] = {
	{ "waiting", "wait", N_("Relu bientôt"), N_("L’équipe de la "
	    "plateforme relit votre projet avant de le montrer à tous. Vous "
	    "recevrez un message.") },
	{ "improve", "wait", N_("À améliorer avant publication"),
	    N_("Voici ce qui vous est demandé. Complétez, puis demandez à "
	    "nouveau la publication.") },
	{ "listed", "ok", N_("À l’écoute"), N_("Tout le monde peut voir votre "
	    "projet, et les financeurs l’écoutent. Vous pouvez changer ces "
	    "mots à tout moment.") },
	{ "refused", "refuse", N_("Non publié"), N_("Voici pourquoi. Votre "
	    "dossier reste à vous ; vous pouvez toujours le présenter à un "
	    "appel.") },
};

static void
show_state(struct view *page, const struct flow *f, bool shown)
{
	const char *kind = "info", *title = shown ?
	    _("Déjà public, sans recherche d’appuis") : _("Pas encore montré"),
	    *text = _("Dites où il en est et ce qu’il cherche. Des "
	    "territoires et des financeurs écoutent ce qui se publie ici, et "
	    "peuvent vous proposer leur soutien.");
	size_t i;

	for (i = 0; f->state != NULL && i < sizeof(said) / sizeof(said[0]); i++)
		if (strcmp(said[i].state, f->state) == 0) {
			kind = said[i].kind;
			title = _(said[i].title);
			text = _(said[i].text);
		}
	view_text(page, M_FLOW_KIND, kind);
	view_text(page, M_FLOW_TITLE, title);
	view_text(page, M_FLOW_TEXT, text);
	if (f->state != NULL && (strcmp(f->state, "improve") == 0 ||
	    strcmp(f->state, "refused") == 0))
		view_optional(page, M_FLOW_REASON, M_FLOW_REASON_TEXT,
		    f->reason);
}

static const char *
event_said(const struct req *req, const struct flow_event *e)
{
	if (strcmp(e->event, "asked") == 0)
		return _("Publication demandée");
	if (strcmp(e->event, "listed") == 0)
		return _("Mis à l’écoute");
	if (strcmp(e->event, "improve") == 0)
		return _("À améliorer");
	if (strcmp(e->event, "refused") == 0)
		return _("Non publié");
	if (strcmp(e->event, "returned") == 0)
		return mem_printf(req->mem, _("Revenu à l’écoute après « %s »"),
		    e->call == NULL ? "" : e->call);
	if (strcmp(e->event, "kept_out") == 0)
		return mem_printf(req->mem, _("Pas de retour après « %s »"),
		    e->call == NULL ? "" : e->call);
	return _("Retiré du public");
}

static void
show_history(const struct req *req, struct view *page, int64_t element_id)
{
	struct flow_event *events;
	struct view *shown, *row;
	size_t n = flow_history(&events, req->db, req->mem, element_id), i;

	if (n == 0)
		return;
	shown = view_add(page, M_HISTORY);
	for (i = 0; i < n; i++) {
		row = view_add(shown, M_EVENTS);
		view_text(row, M_EVENT_KIND, "done");
		view_text(row, M_EVENT_ISO, date_iso_in(req->mem, events[i].at,
		    req->platform->time_zone));
		view_text(row, M_EVENT_DATE, req_day(req, events[i].at));
		view_text(row, M_EVENT_TEXT, event_said(req, &events[i]));
		view_optional(row, M_EVENT_NOTE, M_EVENT_NOTE_TEXT,
		    events[i].reason);
	}
}

/* What a public page lacks leads to its question in the dossier. */
static const char *
where_to(const struct req *req, const struct dossier *d, const char *where)
{
	static const struct { const char *where; enum form_map map; } maps[] = {
		{ "summary", MAP_SUMMARY }, { "territory", MAP_TERRITORY },
		{ "theme", MAP_THEME } };
	const struct form_field *field;
	const struct form *form;
	size_t i;

	for (i = 0; i < sizeof(maps) / sizeof(maps[0]); i++) {
		if (strcmp(maps[i].where, where) != 0)
			continue;
		if (form_get(&form, req->db, d->form_revision_id) != RC_OK ||
		    (field = form_mapped(form, maps[i].map)) == NULL)
			return page_url(req, "mes-projets/%s", d->slug);
		return mem_printf(req->mem, "%s#f-%s", page_url(req,
		    "mes-projets/%s/etapes/%s", d->slug,
		    form->steps[field->step].key), field->key);
	}
	return mem_printf(req->mem, "#f-%s", where);
}

static void
show_problems(const struct req *req, struct view *page,
    const struct dossier *d, const struct problems *why)
{
	const struct problem *p;
	struct view *summary, *row;

	if (why->count == 0)
		return;
	view_show(page, M_TITLE_ERROR);
	summary = view_add(page, M_ERRORS_SHOWN);
	view_text(summary, M_ERRORS_TITLE, mem_printf(req->mem, ngettext(
	    "%zu réponse est à corriger", "%zu réponses sont à corriger",
	    (unsigned long)why->count), why->count));
	for (p = why->first; p != NULL; p = p->next) {
		row = view_add(summary, M_ERRORS);
		view_text(row, M_ERROR_HREF, where_to(req, d, p->where));
		view_text(row, M_ERROR_LINE, p->text);
	}
}

static void
show_form(const struct req *req, struct view *page, const struct element *e,
    const struct flow *f, const struct problems *why)
{
	struct view *form;

	if (f->state != NULL && strcmp(f->state, "refused") == 0)
		return;
	form = view_add(page, M_ASK_FORM);
	view_text(form, M_FORM_URL, here(req));
	words_show(req, form, e->kind, f, why);
	view_text(form, M_FORM_ACT, e->published_at != 0 ?
	    _("Enregistrer ces mots") : f->state != NULL &&
	    strcmp(f->state, "waiting") == 0 ? _("Corriger ma demande") :
	    _("Demander la publication"));
}

void
listen_show(struct req *req, struct res *res, int status,
    const struct problems *why)
{
	struct dossier *d;
	struct element *e;
	struct flow f;
	struct view *v, *leave;
	enum rc rc;

	rc = dossier_load(&d, req->db, req->mem, req->object.dossier_id);
	if (rc == RC_OK)
		rc = element_load(&e, req->db, req->mem, d->element_id);
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	flow_load(&f, req->db, req->mem, e->id);
	v = res_page(res, _("Sans attendre un appel"));
	view_text(v, M_MINE_URL, page_url(req, "mes-projets"));
	view_text(v, M_DOSSIER_URL, page_url(req, "mes-projets/%s", d->slug));
	view_text(v, M_DOSSIER_TITLE, d->title);
	show_problems(req, v, d, why);
	show_state(v, &f, e->published_at != 0);
	offers_show(req, v, e->id, why);
	show_form(req, v, e, &f, why);
	merging_show(req, v, e, why);
	show_history(req, v, e->id);
	if (e->published_at != 0)
		view_text(view_add(v, M_SHOWN), M_PUBLIC_URL, page_url(req,
		    "projets/%s", e->slug));
	if (e->published_at != 0 || (f.state != NULL &&
	    strcmp(f.state, "waiting") == 0)) {
		leave = view_add(v, M_LEAVE);
		view_text(leave, M_LEAVE_URL, mem_printf(req->mem,
		    "%s/quitter", here(req)));
	}
	res_view(res, status, "submission/listen.tpl");
}

void
listen_get(struct req *req, struct res *res)
{
	const struct problems none = PROBLEMS_INIT(req->mem);

	listen_show(req, res, 200, &none);
}

/* --- acts ----------------------------------------------------------------------- */

void
listen_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	const struct act act = listen_act(req);
	struct flow_form form;
	struct dossier *d;
	enum rc rc;

	rc = dossier_load(&d, req->db, req->mem, req->object.dossier_id);
	if (rc == RC_OK) {
		words_read(&form, req, "project", &why);
		rc = flow_ask(req->db, req->mem, d->element_id, &form, &act,
		    &why);
	}
	if (rc == RC_INVALID)
		listen_show(req, res, 422, &why);
	else if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, here(req), "refuse", _("Ce "
		    "projet ne peut pas être montré : il est dans la "
		    "corbeille, ou sa publication a été refusée."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, here(req), d->published_at != 0
		    ? _("Enregistré : tout le monde voit ces mots.")
		    : _("Demande envoyée : nous relisons, puis nous vous "
		    "écrivons."));
}

void
listen_leave_post(struct req *req, struct res *res)
{
	const struct act act = listen_act(req);
	struct dossier *d;
	enum rc rc = dossier_load(&d, req->db, req->mem,
	    req->object.dossier_id);

	if (rc == RC_OK)
		rc = flow_leave(req->db, req->mem, d->element_id, &act);
	if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, here(req), "refuse", _("Un "
		    "projet présenté ou décidé reste visible : l’instruction "
		    "est publique."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, here(req), _("Votre projet n’est plus "
		    "visible du public."));
}

/* After a refusal: not selected does not mean lost. */
void
return_post(struct req *req, struct res *res)
{
	const struct act act = listen_act(req);
	const char *answer = field_text(&req->fields, "retour");
	bool agrees = answer != NULL && strcmp(answer, "oui") == 0;
	struct presentation p;
	enum rc rc = answer == NULL ? RC_NOT_FOUND : presentation_of(&p, req);

	if (rc == RC_OK)
		rc = p.app == NULL ? RC_NOT_FOUND : flow_return(req->db,
		    req->mem, p.app->id, agrees, &act);

	if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, page_url(req,
		    "mes-projets/%s/appels/%s", req_param(req, "slug"),
		    req_param(req, "call")), "info",
		    _("Vous avez déjà répondu à cette question."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else if (agrees)
		res_redirect_flash(res, here(req), _("Votre projet est revenu "
		    "à l’écoute. Dites maintenant ce qu’il cherche."));
	else
		res_redirect_flash(res, page_url(req,
		    "mes-projets/%s/appels/%s", req_param(req, "slug"),
		    req_param(req, "call")),
		    _("C’est noté : il ne revient pas à l’écoute."));
}
