/*
 * Decisions: proposed by an agent, taken by a decider, reopened.
 */
#include "config.h"

#include "fcgi/instruction/pages.h"

#include <string.h>

#include "base/lang.h"
#include "domain/decision.h"
#include "domain/money.h"
#include "domain/review.h"
#include "fcgi/instruction/desk.h"
#include "web/ask.h"

static void
fact(struct view *v, const char *name, const char *value)
{
	struct view *row = view_add(v, M_FORM_FACTS);

	view_text(row, M_FACT_NAME, name);
	view_text(row, M_FACT_VALUE, value);
}

/* What bounds the grant, so that no error comes as a surprise. */
static void
show_bounds(struct view *v, const struct desk *d,
    const struct decision_bounds *b)
{
	struct mem *mem = d->req->mem;
	const char *lang = d->req->lang;

	view_show(v, M_FORM_FACTS_SHOWN);
	fact(v, _("Demandé"), money_format(mem, b->requested_cents, lang));
	if (b->cost_cents > 0)
		fact(v, _("Coût du projet"), money_format(mem, b->cost_cents,
		    lang));
	if (b->by_rate_cents >= 0 && b->max_rate_percent < 100)
		fact(v, mem_printf(mem, _("Au plus %d %% du coût"),
		    b->max_rate_percent), money_format(mem, b->by_rate_cents,
		    lang));
	if (b->left_cents >= 0)
		fact(v, _("Reste de l’enveloppe"), mem_printf(mem,
		    _("%s sur %s"), money_format(mem, b->left_cents, lang),
		    money_format(mem, b->envelope_cents, lang)));
}

/* The committee's mean, over every stage that was scored. */
static void
show_committee(struct view *v, const struct desk *d)
{
	const struct req *req = d->req;
	size_t i, k, hidden;

	for (i = 0; i < d->stages.count; i++) {
		struct fraction *values;
		struct agreement a;
		struct reviews all;
		struct grid *grid;

		if (!d->stages.rows[i].scored || grid_load(&grid, req->db,
		    req->mem, d->stages.rows[i].id) != RC_OK ||
		    review_visible(&all, &hidden, req->db, req->mem, grid,
		    d->app->id, d->stages.rows[i].id, "always", 0, true) !=
		    RC_OK || all.count == 0)
			continue;
		values = MEM_ARRAY(req->mem, all.count, struct fraction);
		for (k = 0; k < all.count; k++)
			values[k] = all.rows[k].score.value;
		score_agree(&a, req->mem, values, all.count,
		    score_range(grid));
		fact(v, mem_printf(req->mem, _("Comité, %s"),
		    d->stages.rows[i].label), mem_printf(req->mem, ngettext(
		    "%s en moyenne (%zu avis)", "%s en moyenne (%zu avis)",
		    (unsigned long)a.count), fraction_format(req->mem, a.mean,
		    1, req->lang), a.count));
	}
}

static void
button(struct view *form, const char *value, const char *text, bool plain)
{
	struct view *b = view_add(form, M_FORM_BUTTONS);

	view_text(b, M_BUTTON_NAME, "envoi");
	view_text(b, M_BUTTON_VALUE, value);
	view_text(b, M_BUTTON_TEXT, text);
	if (plain)
		view_show(b, M_BUTTON_PLAIN);
}

static void
decide_form(struct view *v, struct desk *d, const struct decision *draft,
    const struct decision_bounds *b)
{
	static const struct { const char *key, *hint; } choices[] = {
		{ "accept", N_("Le porteur reçoit la décision et son montant.") },
		{ "refuse", N_("Le porteur reçoit les motifs et les recours.") },
		{ "close", N_("Le dossier n’a plus d’objet, ou ne relève pas de "
		    "cet appel.") },
	};
	struct ask form = { .req = d->req, .view = view_add(v, M_WORK_FORM),
	    .why = &d->why };
	struct view *field;
	size_t i;

	desk_form(d, form.view, d->decide ? "/decision" : "/proposition");
	field = ask_radios(&form, "verdict", _("Décision"), NULL);
	for (i = 0; i < 3; i++)
		ask_choice(&form, field, "verdict", choices[i].key,
		    decision_verdict_label(choices[i].key),
		    _(choices[i].hint), draft->verdict != NULL &&
		    strcmp(draft->verdict, choices[i].key) == 0);
	ask_money(&form, "montant", _("Montant accordé"),
	    mem_printf(d->req->mem, _("Si vous acceptez : au plus %s."),
	    money_format(d->req->mem, b->most_cents, d->req->lang)),
	    draft->granted_cents > 0 ? draft->granted_cents : -1);
	ask_lines(&form, "motifs", _("Motifs"), _("Le porteur les lit tels "
	    "quels ; ils sont publiés avec la décision."), draft->reasons, 6);
	ask_optional(ask_lines(&form, "conditions", _("Conditions"),
	    _("Ce que le porteur doit faire pour que l’aide soit versée."),
	    draft->conditions, 3));
	if (d->decide)
		button(form.view, "decider", _("Prendre la décision"), false);
	button(form.view, "proposer", _("Garder comme proposition"), d->decide);
}

static void
decision_page(struct desk *d)
{
	struct decision draft = { .reasons = "", .conditions = "" };
	struct view *v = desk_page(d, TAB_DOSSIER, _("Décision"));
	struct decision_bounds b;
	struct req *req = d->req;

	view_text(v, M_FORM_TITLE, d->decide ? _("Décider") :
	    _("Proposer une décision"));
	if (d->app->state != APP_UNDER_REVIEW)
		view_text(view_add(v, M_FORM_LEAD), M_FORM_LEAD_TEXT,
		    _("Ce dossier n’est pas en instruction : rien n’est à "
		    "décider."));
	else if (decision_bounds_load(&b, req->db, d->app->id) == RC_OK) {
		if (decision_draft_load(&draft, req->db, req->mem,
		    d->app->id) == RC_OK)
			view_text(view_add(v, M_FORM_LEAD), M_FORM_LEAD_TEXT,
			    mem_printf(req->mem, _("Proposé par %s le %s. Rien "
			    "n’est décidé, le porteur n’en voit rien."),
			    draft.decided_by, req_day(req, draft.decided_at)));
		show_bounds(v, d, &b);
		show_committee(v, d);
		decide_form(v, d, &draft, &b);
	}
	desk_show_form(d, "instruction/form.tpl");
}

void
decision_get(struct req *req, struct res *res)
{
	struct desk d;

	if (desk_open(&d, req, res))
		decision_page(&d);
}

/* A field that the type refused (an amount that is none) is a problem too. */
static void
keep_problems(struct desk *d)
{
	const struct problem *p;

	for (p = d->req->fields.why.first; p != NULL; p = p->next)
		problem_add(&d->why, p->where, "%s", p->text);
}

static void
send(struct req *req, struct res *res, bool propose)
{
	struct decision_form form = {
		.revision = field_int(&req->fields, "revision"),
		.verdict = field_text(&req->fields, "verdict"),
		.reasons = req_text(req, "motifs"),
		.conditions = req_text(req, "conditions"),
		.granted_cents = field_int(&req->fields, "montant") };
	struct desk d;
	struct act act;
	enum rc rc = RC_INVALID;

	if (!desk_open(&d, req, res))
		return;
	act = desk_act(&d);
	keep_problems(&d);
	if (d.why.count == 0)
		rc = propose ? decision_propose(req->db, req->mem, d.app->id,
		    &form, &act, &d.why) : decision_take(req->db, req->mem,
		    d.app->id, &form, &act, &d.why);
	if (desk_check(&d, rc, decision_page))
		desk_done(&d, "", propose ? _("Proposition gardée. Le porteur "
		    "n’en voit rien.") : _("Décision prise. Le porteur reçoit "
		    "sa lettre."));
}

void
decision_post(struct req *req, struct res *res)
{
	send(req, res, strcmp(req_text(req, "envoi"),
	    "proposer") == 0);
}

/* An agent's page is the same, without the last word. */
void
proposal_get(struct req *req, struct res *res)
{
	decision_get(req, res);
}

void
proposal_post(struct req *req, struct res *res)
{
	send(req, res, true);
}

/* --- reopening ------------------------------------------------------------------ */

static void
reopen_page(struct desk *d)
{
	struct view *v = desk_page(d, TAB_DOSSIER, _("Reprendre la décision"));
	struct ask form = { .req = d->req, .view = NULL,
	    .why = &d->why };
	struct decision *past = NULL;
	struct req *req = d->req;

	view_text(v, M_FORM_TITLE, _("Reprendre la décision"));
	view_text(view_add(v, M_FORM_LEAD), M_FORM_LEAD_TEXT,
	    _("La décision est annulée, sa lettre n’a plus d’effet et le "
	    "montant accordé est repris. Le porteur est prévenu avec votre "
	    "raison."));
	if (decision_list(&past, req->db, req->mem, d->app->id) == RC_OK &&
	    past != NULL && past->voided_at == 0) {
		view_show(v, M_FORM_FACTS_SHOWN);
		fact(v, _("Décision"), decision_done_label(past->verdict));
		fact(v, _("Prise par"), past->decided_by);
		fact(v, _("Le"), req_day(req, past->decided_at));
		fact(v, _("Motifs"), past->reasons);
	}
	if (app_next(d->app->state, EVENT_REOPEN) >= 0) {
		form.view = view_add(v, M_WORK_FORM);
		desk_form(d, form.view, "/reouverture");
		ask_lines(&form, "motif", _("Pourquoi ?"), NULL, "", 4);
		button(form.view, "reprendre", _("Reprendre la décision"), false);
	}
	desk_show_form(d, "instruction/form.tpl");
}

void
reopen_get(struct req *req, struct res *res)
{
	struct desk d;

	if (desk_open(&d, req, res))
		reopen_page(&d);
}

void
reopen_post(struct req *req, struct res *res)
{
	struct desk d;
	struct act act;

	if (!desk_open(&d, req, res))
		return;
	act = desk_act(&d);
	if (desk_check(&d, decision_reopen(req->db, req->mem, d.app->id,
	    field_int(&req->fields, "revision"),
	    req_text(req, "motif"), &act, &d.why),
	    reopen_page))
		desk_done(&d, "", _("Décision reprise. Le dossier est de "
		    "nouveau en instruction."));
}
