/*
 * Opinions of experts: asked by an agent, given on a page of their own.
 */
#include "config.h"

#include "fcgi/instruction/pages.h"

#include <string.h>

#include "base/lang.h"
#include "domain/opinion.h"
#include "fcgi/instruction/answers.h"
#include "fcgi/instruction/desk.h"
#include "web/ask.h"

/* --- asking -------------------------------------------------------------------- */

static void
show_asked(struct view *v, struct desk *d)
{
	const struct req *req = d->req;
	struct view *list = NULL, *row, *act;
	struct opinions all;
	size_t i;

	if (opinion_list(&all, req->db, req->mem, d->app->id) != RC_OK)
		return;
	for (i = 0; i < all.count; i++) {
		const struct opinion *o = &all.rows[i];

		if (list == NULL) {
			list = view_add(v, M_LISTED);
			view_text(list, M_LISTED_TITLE, _("Avis demandés"));
		}
		row = view_add(list, M_LISTED_ROWS);
		view_text(row, M_LISTED_HEAD, o->author);
		view_text(row, M_LISTED_META, o->given_at == 0 ?
		    mem_printf(req->mem, _("demandé le %s, attendu"),
		    req_day_short(req, o->asked_at)) :
		    opinion_verdict_label(o->verdict));
		view_text(row, M_LISTED_TEXT, o->given_at == 0 ? o->question :
		    o->body);
		if (o->given_at == 0) {
			act = view_add(row, M_LISTED_ACT);
			desk_form(d, act, "/avis/retirer");
			view_text(act, M_LISTED_NAME, "avis");
			view_int(act, M_LISTED_VALUE, o->id);
			view_text(act, M_LISTED_ACT_TEXT,
			    _("Retirer cette demande"));
		}
	}
}

static void
opinion_page(struct desk *d)
{
	struct view *v = desk_page(d, TAB_REVIEW, _("Avis d’expert"));
	struct ask form = { .req = d->req, .view = view_add(v, M_WORK_FORM),
	    .why = &d->why };
	struct view *field, *b;

	view_text(v, M_FORM_TITLE, _("Demander un avis"));
	desk_form(d, form.view, "/avis");
	field = ask_text(&form, "courriel", _("Adresse de la personne"),
	    _("Elle doit avoir un compte ici. Elle recevra un courriel avec la "
	    "question et pourra lire le dossier."), "", NULL);
	view_text(field, M_FIELD_TYPE, "email");
	ask_lines(&form, "question", _("Votre question"), NULL, "", 4);
	field = ask_radios(&form, "visibilite", _("Qui lira l’avis ?"), NULL);
	ask_choice(&form, field, "visibilite", "service", _("Le service et le "
	    "comité"), NULL, true);
	ask_choice(&form, field, "visibilite", "holder", _("Le porteur "
	    "aussi"), NULL, false);
	ask_choice(&form, field, "visibilite", "public", _("Tout le monde"),
	    NULL, false);
	b = view_add(form.view, M_FORM_BUTTONS);
	view_text(b, M_BUTTON_TEXT, _("Demander cet avis"));
	show_asked(v, d);
	desk_show_form(d, "instruction/form.tpl");
}

void
opinion_get(struct req *req, struct res *res)
{
	struct desk d;

	if (desk_open(&d, req, res))
		opinion_page(&d);
}

void
opinion_post(struct req *req, struct res *res)
{
	const char *visibility = field_text(&req->fields, "visibilite");
	struct desk d;
	struct act act;

	if (!desk_open(&d, req, res))
		return;
	act = desk_act(&d);
	if (desk_check(&d, opinion_ask(req->db, req->mem, d.app->id,
	    field_raw(&req->fields, "courriel"),
	    req_text(req, "question"),
	    visibility == NULL ? "service" : visibility,
	    req_absolute(req, mem_printf(req->mem, "%s/%%lld",
	    page_url(req, "instruction/avis"))), &act, NULL, &d.why),
	    opinion_page))
		desk_done(&d, "/avis", _("Avis demandé."));
}

void
opinion_withdraw_post(struct req *req, struct res *res)
{
	struct desk d;

	if (!desk_open(&d, req, res))
		return;
	if (desk_check(&d, opinion_withdraw(req->db, d.app->id,
	    field_int(&req->fields, "avis")), opinion_page))
		desk_done(&d, "/avis", _("Demande retirée."));
}

/* --- giving: the expert's own page ----------------------------------------------- */

/* Only the expert, and only while no conflict is known. */
static bool
open_own(struct opinion *o, struct application **app, struct req *req,
    struct res *res)
{
	enum rc rc = opinion_load(o, req->db, req->mem,
	    req_id(req, "opinion"));

	if (rc == RC_OK)
		rc = application_load(app, req->db, req->mem,
		    o->application_id);
	if (rc == RC_OK && (o->author_id != req->person->id ||
	    (*app)->platform_id != req->platform->id))
		rc = RC_NOT_FOUND;
	if (rc != RC_OK)
		res_error(res, rc);
	return rc == RC_OK;
}

/* What is not private of the deposit: an expert needs no telephone number. */
static void
show_answers(struct view *v, struct req *req, const struct application *app)
{
	struct view *part = NULL, *row;
	const char *last = NULL;
	struct shown shown;
	size_t i;

	if (shown_load(&shown, req, app) != RC_OK)
		return;
	for (i = 0; i < shown.count; i++) {
		const struct shown_answer *a = &shown.rows[i];

		if (a->private)
			continue;
		if (part == NULL || a->part != last) {
			part = view_add(v, M_ANSWER_PARTS);
			view_text(part, M_ANSWER_PART_NAME, a->part);
			last = a->part;
		}
		row = view_add(part, M_ANSWERS);
		view_text(row, M_ANSWER_NAME, a->label);
		show_answer_value(row, req, a);
	}
}

static void
expert_page(struct req *req, struct res *res, const struct opinion *o,
    const struct application *app, const struct problems *why)
{
	struct view *v = res_page(res, app->title), *field;
	struct ask form = { .req = req, .view = NULL,
	    .why = why };
	size_t i;

	ask_problems(v, req, why);
	view_text(v, M_EXPERT_TITLE, app->title);
	view_text(v, M_EXPERT_SAID, app->holder_name);
	view_text(v, M_EXPERT_QUESTION, o->question);
	view_text(v, M_EXPERT_ASKED_BY, mem_printf(req->mem,
	    _("Demandé par %s le %s"), o->asked_by, req_day(req, o->asked_at)));
	if (app->state != APP_SUBMITTED && app->state != APP_UNDER_REVIEW)
		view_show(v, M_EXPERT_CLOSED);
	else {
		form.view = view_add(v, M_WORK_FORM);
		view_text(form.view, M_FORM_URL, page_url(req,
		    "instruction/avis/%lld", (long long)o->id));
		field = ask_radios(&form, "verdict", _("Votre avis"), NULL);
		for (i = 0; opinion_verdicts[i] != NULL; i++)
			ask_choice(&form, field, "verdict",
			    opinion_verdicts[i],
			    opinion_verdict_label(opinion_verdicts[i]), NULL,
			    o->verdict != NULL &&
			    strcmp(o->verdict, opinion_verdicts[i]) == 0);
		ask_lines(&form, "avis", _("Vos raisons"), NULL, o->body, 8);
	}
	show_answers(v, req, app);
	res_view(res, why != NULL && why->count > 0 ? 422 : 200,
	    "instruction/expert.tpl");
}

void
expert_get(struct req *req, struct res *res)
{
	struct application *app;
	struct opinion o;

	if (open_own(&o, &app, req, res))
		expert_page(req, res, &o, app, NULL);
}

void
expert_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct application *app;
	struct act act = { .who = req->person, .now = req->now };
	struct opinion o;
	enum rc rc;

	if (!open_own(&o, &app, req, res))
		return;
	act.service_url = req_absolute(req, page_url(req,
	    "instruction/%s/evaluation", app->number));
	rc = opinion_give(req->db, req->mem, o.id,
	    field_text(&req->fields, "verdict"),
	    req_text(req, "avis"), &act, &why);
	if (rc == RC_INVALID)
		expert_page(req, res, &o, app, &why);
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, page_url(req, "instruction/avis/%lld",
		    (long long)o.id), _("Avis rendu. Merci."));
}
