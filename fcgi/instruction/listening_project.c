/*
 * A project seen from a listening: what is public of it, the offers made, the
 * team's labels and notes. Its dossier opens only when its holder shares it.
 */
#include "config.h"

#include "fcgi/instruction/listening.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/board.h"
#include "domain/dossier.h"
#include "domain/element.h"
#include "domain/flow.h"
#include "domain/money.h"
#include "domain/state.h"
#include "domain/support.h"
#include "domain/territory.h"
#include "web/ask.h"
#include "web/partial.h"

const struct field_rule listening_offer_fields[] = {
	{ .name = "genre", .type = F_CODE },
	{ .name = "montant", .type = F_MONEY },
	{ .name = "message", .type = F_LONG, .max = 3500 },
	{ .name = "nom_de", .type = F_INT },
	{ .name = "offre", .type = F_ID },
	{ .type = F_END } };
const struct field_rule listening_note_fields[] = {
	{ .name = "note", .type = F_LONG, .max = 3500 },
	{ .name = "effacer", .type = F_ID },
	{ .name = "etiquettes", .type = F_TEXT, .max = 300 },
	{ .name = "acte", .type = F_CHOICE,
	    .choices = "note|effacer|etiquettes" },
	{ .type = F_END } };

/* The public project of the path. */
static enum rc
project_of(struct element **e, const struct req *req)
{
	enum rc rc = element_by_slug(e, req->db, req->mem, req->platform->id,
	    "project", req_param(req, "slug"));

	return rc == RC_OK && (*e)->published_at == 0 ? RC_NOT_FOUND : rc;
}

static const char *
here(const struct req *req, const struct listening *l)
{
	return mem_printf(req->mem, "%s/%s", listening_url(req, l, "/projets"),
	    req_param(req, "slug"));
}

/* --- the page ---------------------------------------------------------------------- */

static void
show_terms(const struct req *req, struct view *v, const struct element *e,
    const struct flow *f)
{
	needs_show(req, v, &f->needs);
	if (e->cost_cents > 0)
		partial_term(v, _("Coût"), money_format(req->mem,
		    e->cost_cents, req->lang));
}

static void
show_history(const struct req *req, struct view *v, int64_t element_id)
{
	struct flow_event *events;
	struct view *row;
	size_t n = flow_history(&events, req->db, req->mem, element_id), i;

	for (i = 0; i < n; i++) {
		if (strcmp(events[i].event, "listed") != 0 &&
		    strcmp(events[i].event, "returned") != 0)
			continue;
		row = view_add(v, M_EVENTS);
		view_text(row, M_EVENT_KIND, "done");
		view_text(row, M_EVENT_ISO, date_iso_in(req->mem, events[i].at,
		    req->platform->time_zone));
		view_text(row, M_EVENT_DATE, req_day(req, events[i].at));
		view_text(row, M_EVENT_TEXT, events[i].call == NULL ?
		    _("Mis à l’écoute") : mem_printf(req->mem,
		    _("Revient après « %s », qui ne l’a pas retenu"),
		    events[i].call));
	}
}

static void
show_offers(const struct req *req, struct view *v, const struct listening *l,
    const struct element *e)
{
	struct offer *offers;
	struct view *shown = NULL, *row;
	size_t n = support_of_listening(&offers, req->db, req->mem, l->id,
	    e->id), i;

	for (i = 0; i < n; i++) {
		const struct offer *o = &offers[i];
		const char *kind = "wait", *text = _("Attend la réponse du "
		    "porteur");

		if (shown == NULL)
			shown = view_add(v, M_OFFERS_SHOWN);
		row = view_add(shown, M_OFFERS);
		if (o->answer != NULL && strcmp(o->answer, "accepted") == 0) {
			kind = o->share_ends_at > req->now ? "ok" : "neutral";
			text = mem_printf(req->mem, o->share_ends_at > req->now
			    ? _("Acceptée : dossier ouvert jusqu’au %s")
			    : _("Acceptée : partage arrêté le %s"),
			    req_day(req, o->share_ends_at));
			if (o->share_ends_at > req->now)
				view_text(view_add(row, M_OFFER_SHARED),
				    M_OFFER_DOSSIER_URL, page_url(req,
				    "mes-projets/%s/relire", e->slug));
		} else if (o->answer != NULL) {
			kind = "neutral";
			text = strcmp(o->answer, "declined") == 0 ?
			    _("Déclinée") : _("Retirée");
		} else if (o->offered_by == req->person->id)
			view_int(view_add(row, M_OFFER_WITHDRAW), M_OFFER_ID,
			    o->id);
		view_text(row, M_OFFER_STATE_KIND, kind);
		view_text(row, M_OFFER_STATE_TEXT, text);
		view_text(row, M_OFFER_BY, o->by);
		view_text(row, M_OFFER_KIND, o->amount_cents == 0 ?
		    word_label(need_kinds, o->kind) : mem_printf(req->mem,
		    "%s, %s", word_label(need_kinds, o->kind), money_format(
		    req->mem, o->amount_cents, req->lang)));
		view_text(row, M_OFFER_MESSAGE, o->message);
		view_text(row, M_OFFER_DATE, req_day(req, o->offered_at));
		view_optional(row, M_OFFER_ANSWERED, M_OFFER_ANSWER_TEXT,
		    o->answer_text);
	}
}

static void
show_offer_form(struct req *req, struct view *page, const char *url,
    const struct problems *why)
{
	struct view *v = view_add(page, M_OFFER_FORM), *row;
	struct ask form = { req, v, why, 0 };
	struct dossier_body *bodies;
	const struct word *w;
	size_t n, i;

	view_text(v, M_FORM_URL, mem_printf(req->mem, "%s/offre", url));
	row = ask_radios(&form, "genre", _("Ce que nous proposons"), NULL);
	for (w = need_kinds; w->key != NULL; w++)
		ask_choice(&form, row, "genre", w->key, _(w->label), NULL,
		    false);
	ask_optional(ask_money(&form, "montant", _("Montant envisagé"),
	    _("Pour un financement. Ce n’est pas encore une promesse : elle "
	    "viendra avec la décision."), -1));
	ask_lines(&form, "message", _("Votre message au porteur"), _("Ce qui "
	    "vous intéresse, ce que vous aimeriez savoir, la suite."), "", 5);
	n = dossier_bodies(&bodies, req->db, req->mem, req->person);
	row = ask_radios(&form, "nom_de", _("Au nom de"), _("Si le porteur "
	    "accepte, les membres de cette organisation liront son dossier."));
	for (i = 0; i < n; i++)
		ask_choice(&form, row, "nom_de", mem_printf(req->mem, "%lld",
		    (long long)bodies[i].id), bodies[i].name, NULL, i == 0);
	ask_choice(&form, row, "nom_de", "0", _("Moi, en mon nom"), NULL,
	    n == 0);
}

static void
show_notes(const struct req *req, struct view *page,
    const struct listening *l, const struct element *e, const char *url)
{
	struct board_note *notes;
	struct board b;
	struct view *v = view_add(page, M_NOTES_PART), *row;
	size_t n = board_notes(&notes, req->db, req->mem, l->id, e->id), i;

	view_text(v, M_NOTE_URL, mem_printf(req->mem, "%s/notes", url));
	view_text(v, M_BOARD_URL, listening_url(req, l, "/tableau"));
	view_int(v, M_FOUND_ID, e->id);
	view_text(v, M_NOTE_TYPED, req_typed(req, "note", ""));
	for (i = 0; i < n; i++) {
		row = view_add(v, M_NOTES);
		view_text(row, M_NOTE_AUTHOR, notes[i].author);
		view_text(row, M_NOTE_DATE, req_day(req, notes[i].written_at));
		view_text(row, M_NOTE_BODY, notes[i].body);
		if (notes[i].author_id == req->person->id)
			view_int(view_add(row, M_NOTE_MINE), M_NOTE_ID,
			    notes[i].id);
	}
	board_load(&b, req->db, req->mem, l->id);
	for (i = 0; i < b.card_count; i++)
		if (b.cards[i].element_id == e->id) {
			view_text(view_add(v, M_LABELS), M_LABELS_TEXT,
			    req_typed(req, "etiquettes", b.cards[i].labels));
			return;
		}
	view_show(v, M_BOARD_ADD);
}

static void
show(struct req *req, struct res *res, int status, const struct problems *why)
{
	struct listening *l = listening_open(req, res);
	struct element *e;
	struct territory *t;
	struct flow f;
	struct view *v;
	const char *url;
	enum rc rc;

	if (l == NULL)
		return;
	rc = project_of(&e, req);
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	url = here(req, l);
	flow_load(&f, req->db, req->mem, e->id);
	v = res_page(res, e->title);
	partial_crumb(v, page_url(req, "instruction/ecoute"), _("Écoute"));
	partial_crumb(v, listening_url(req, l, ""), l->name);
	view_text(v, M_CRUMB_HERE, e->title);
	ask_problems(v, req, why);
	view_text(v, M_PROJECT_TITLE, e->title);
	view_text(v, M_PROJECT_SUMMARY, e->summary);
	view_text(v, M_PROJECT_BODY, e->description);
	view_text(v, M_STATE_KIND, element_state_tone(e->state));
	view_text(v, M_STATE_TEXT, element_state_sentence(e->state));
	view_optional(v, M_FOUND_MATURED, M_FOUND_MATURITY,
	    word_label(maturities, f.maturity));
	view_text(v, M_HOLDER_NAME, e->holder_name);
	view_text(v, M_PLACE_NAME, e->territory_id != 0 && territory_load(&t,
	    req->db, req->mem, e->territory_id) == RC_OK ? t->name : "");
	view_text(v, M_PUBLIC_URL, page_url(req, "projets/%s", e->slug));
	show_terms(req, v, e, &f);
	show_history(req, v, e->id);
	show_offers(req, v, l, e);
	show_offer_form(req, v, url, why);
	show_notes(req, v, l, e, url);
	view_text(v, M_WITHDRAW_URL, mem_printf(req->mem, "%s/retirer", url));
	res_view(res, status, "instruction/listening_project.tpl");
}

void
listening_project_get(struct req *req, struct res *res)
{
	show(req, res, 200, NULL);
}

/* --- acts ------------------------------------------------------------------------------ */

void
listening_offer_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct listening *l = listening_open(req, res);
	struct offer_form form = {
		.kind = field_text(&req->fields, "genre"),
		.message = text_trim(req->mem, req_text(req, "message")),
		.amount_cents = field_int(&req->fields, "montant"),
		.organisation_id = field_int(&req->fields, "nom_de") };
	struct element *e;
	struct act act;
	enum rc rc;

	if (l == NULL)
		return;
	act = listening_act(req, req_param(req, "slug"));
	form.listening_id = l->id;
	rc = project_of(&e, req);
	if (rc == RC_OK && req->fields.why.count > 0) {
		show(req, res, 422, &req->fields.why);
		return;
	}
	if (rc == RC_OK)
		rc = support_offer(req->db, req->mem, e->id, &form, &act,
		    &why);
	if (rc == RC_INVALID)
		show(req, res, 422, &why);
	else if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, here(req, l), "info", _("Vous "
		    "avez déjà fait cette proposition : le porteur n’y a pas "
		    "encore répondu."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, here(req, l), _("Votre proposition "
		    "est partie. Le porteur choisit de partager son dossier, "
		    "ou non."));
}

void
listening_withdraw_post(struct req *req, struct res *res)
{
	struct listening *l = listening_open(req, res);
	enum rc rc;

	if (l == NULL)
		return;
	rc = support_withdraw(req->db, field_int(&req->fields, "offre"),
	    req->person->id, req->now);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, here(req, l), _("Proposition "
		    "retirée."));
}

void
listening_note_post(struct req *req, struct res *res)
{
	const char *what = req_text(req, "acte");
	struct problems why = PROBLEMS_INIT(req->mem);
	struct listening *l = listening_open(req, res);
	const struct act act = listening_act(req, NULL);
	struct element *e;
	enum rc rc;

	if (l == NULL)
		return;
	rc = project_of(&e, req);
	if (rc == RC_OK && strcmp(what, "note") == 0)
		rc = board_note_add(req->db, req->mem, l->id, e->id,
		    req_text(req, "note"), &act, &why);
	else if (rc == RC_OK && strcmp(what, "effacer") == 0)
		rc = board_note_drop(req->db, l->id,
		    field_int(&req->fields, "effacer"), req->person->id);
	else if (rc == RC_OK && strcmp(what, "etiquettes") == 0)
		rc = board_label(req->db, req->mem, l->id, e->id,
		    req_text(req, "etiquettes"), &why);
	else if (rc == RC_OK)
		rc = RC_NOT_FOUND;
	if (rc == RC_INVALID)
		show(req, res, 422, &why);
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, mem_printf(req->mem, "%s#notes",
		    here(req, l)), _("Enregistré, pour votre équipe "
		    "seulement."));
}
