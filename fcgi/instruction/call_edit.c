/*
 * Writing a call: its list, its form. A call begun from a listening's selection
 * comes with its territory, its theme and its guests. What is sent is
 * call_edit_save.c's.
 */
#include "config.h"

#include "fcgi/instruction/call_edit_private.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/call.h"
#include "domain/call_edit.h"
#include "domain/element.h"
#include "domain/listening.h"
#include "domain/money.h"
#include "domain/place.h"
#include "domain/state.h"
#include "web/ask.h"
#include "web/partial.h"

#define TEXTS								\
	{ .name = "titre", .type = F_TEXT, .max = 300 },		\
	{ .name = "promesse", .type = F_TEXT, .max = 300 },		\
	{ .name = "description", .type = F_LONG, .max = 12000 },	\
	{ .name = "eligibilite", .type = F_LONG, .max = 6000 },		\
	{ .name = "recours", .type = F_LONG, .max = 4000 },		\
	{ .name = "financeur", .type = F_ID },				\
	{ .name = "territoire", .type = F_TEXT, .max = 120 },		\
	{ .name = "theme", .type = F_ID, .flags = FIELD_MANY },		\
	{ .name = "formulaire", .type = F_ID },				\
	{ .name = "modele", .type = F_ID },				\
	{ .name = "ouvre", .type = F_DATE },				\
	{ .name = "ferme", .type = F_DATE },				\
	{ .name = "enveloppe", .type = F_MONEY },			\
	{ .name = "minimum", .type = F_MONEY },				\
	{ .name = "maximum", .type = F_MONEY },				\
	{ .name = "taux", .type = F_INT, .min = 0, .max = 100 },	\
	{ .name = "delai", .type = F_INT, .min = 0, .max = 1000 },	\
	{ .name = "silence", .type = F_CHOICE,				\
	    .choices = "accept|reject|none" },				\
	{ .name = "silence_mois", .type = F_INT, .min = 0, .max = 24 },	\
	{ .name = "projet", .type = F_ID, .flags = FIELD_MANY },	\
	{ .type = F_END }

const struct field_rule call_new_fields[] = {
	{ .name = "ecoute", .type = F_ID },
	{ .name = "projet", .type = F_ID, .flags = FIELD_MANY },
	{ .type = F_END } };
const struct field_rule call_edit_fields[] = { TEXTS };

const char *
call_admin_url(const struct req *req, const char *tail)
{
	return mem_printf(req->mem, "%s%s%s", page_url(req,
	    "administration/appels"), *tail == '\0' ? "" : "/", tail);
}

enum rc
call_object(struct req *req)
{
	struct call *call;
	enum rc rc = call_by_slug(&call, req->db, req->mem, req->platform->id,
	    req_param(req, "slug"));

	return rc != RC_OK ? rc : object_call(req->db, call->id, &req->object);
}

int64_t
calls_count(const struct req *req)
{
	struct object on;

	return req->person != NULL && object_platform(req->db,
	    req->platform->id, &on) == RC_OK && right_may(req->db, req->person,
	    RIGHT_CALL_EDIT, &on) ? 0 : -1;
}

static void
show_state(struct view *v, const char *status, bool written)
{
	bool draft = strcmp(status, "draft") == 0;

	(void)written;
	view_text(v, M_STATE_KIND, draft ? "wait" :
	    strcmp(status, "published") == 0 ? "ok" : "neutral");
	view_text(v, M_STATE_TEXT, draft ? _("Brouillon") :
	    strcmp(status, "published") == 0 ? _("Publié") :
	    strcmp(status, "closed") == 0 ? _("Fermé") : _("Dépublié"));
}

/* --- the list -------------------------------------------------------------------- */

void
calls_edit_get(struct req *req, struct res *res)
{
	struct call_choice *rows;
	struct view *v = res_page(res, _("Appels")), *row;
	size_t n = call_edited_list(&rows, req->db, req->mem,
	    req->platform->id), i;

	view_text(v, M_NEW_URL, call_admin_url(req, "nouveau"));
	for (i = 0; i < n; i++) {
		const struct call_choice *c = &rows[i];

		row = view_add(v, M_CALL_ROWS);
		view_text(row, M_CALL_URL, call_admin_url(req, c->slug));
		view_text(row, M_CALL_TITLE, c->title);
		show_state(row, c->status, false);
		view_text(row, M_CALL_WHEN, c->closes_at == 0
		    ? _("ouvert en permanence") : mem_printf(req->mem,
		    _("jusqu’au %s"), req_day(req, c->closes_at)));
		view_text(row, M_CALL_SAID, mem_printf(req->mem,
		    _("%s candidatures, %s invitations"), money_number(req->mem,
		    c->applications, req->lang), money_number(req->mem,
		    c->invited, req->lang)));
	}
	if (n == 0) {
		row = view_add(v, M_EMPTY);
		view_text(row, M_EMPTY_TITLE, _("Aucun appel"));
		view_text(row, M_EMPTY_TEXT, _("Écrivez le premier, ou partez "
		    "d’une écoute."));
	}
	res_view(res, 200, "administration/calls.tpl");
}

/* --- the form ---------------------------------------------------------------------- */

static const char *
number_or_empty(const struct req *req, int64_t n)
{
	return n <= 0 ? "" : mem_printf(req->mem, "%lld", (long long)n);
}

static void
show_choices(const struct ask *form, struct view *row, const char *name,
    struct stmt *s, int64_t chosen, const char *label)
{
	while (stmt_step(s)) {
		int64_t id = stmt_int(s, "id");

		ask_choice(form, row, name, mem_printf(form->req->mem, "%lld",
		    (long long)id), stmt_str(s, form->req->mem, label), NULL,
		    id == chosen);
	}
	stmt_done(s);
}

static bool
has_theme(const struct call_form *f, int64_t id)
{
	size_t i;

	for (i = 0; i < f->theme_count; i++)
		if (f->theme_ids[i] == id)
			return true;
	return false;
}

static const char *
day_iso(const struct req *req, int64_t at)
{
	return at == 0 ? "" : date_iso_in(req->mem, at,
	    req->platform->time_zone);
}

static void
show_what(const struct ask *form, const struct call_form *f)
{
	ask_text(form, "titre", _("Titre"), NULL, f->title, NULL);
	ask_text(form, "promesse", _("Sa promesse, en une ligne"),
	    _("À l’impératif : « Rendez votre quartier plus frais »."),
	    f->promise, NULL);
	ask_lines(form, "description", _("Description"), _("Ce qui est "
	    "financé, ce qui ne l’est pas, comment vous choisissez. Markdown "
	    "accepté."), f->description, 10);
	ask_optional(ask_lines(form, "eligibilite", _("Qui peut répondre"),
	    _("Une condition par ligne, précédée d’un tiret."),
	    f->eligibility, 4));
}

static void
show_who(const struct ask *form, const struct call_form *f, bool fresh)
{
	const struct req *req = form->req;
	struct call_choice *models;
	struct territory *t;
	struct view *row;
	size_t n, i;

	row = ask_select(form, "financeur", _("Qui finance"), NULL);
	ask_nothing(row, "");
	show_choices(form, row, "financeur", db_query(req->db,
	    Q_CALL_EDIT_FUNDERS, I(platform, req->platform->id),
	    I(person, req->person->id)), f->funder_id, "name");
	ask_optional(ask_text(form, "territoire", _("Territoire"),
	    _("Vide : partout sur la plateforme."), f->territory_id != 0 &&
	    territory_load(&t, req->db, req->mem, f->territory_id) == RC_OK ?
	    t->name : "", NULL));
	row = ask_checkboxes(form, "theme", _("Thèmes"), _("Aucun : tous."));
	ask_optional(row);
	for (i = 0; i < req->platform->theme_count; i++)
		ask_choice(form, row, "theme", mem_printf(req->mem, "%lld",
		    (long long)req->platform->themes[i].id),
		    req->platform->themes[i].label, NULL, has_theme(f,
		    req->platform->themes[i].id));
	row = ask_select(form, "formulaire", _("Formulaire"), _("Celui du "
	    "dossier unique : ce qui y est déjà répondu n’est pas "
	    "redemandé."));
	show_choices(form, row, "formulaire", db_query(req->db,
	    Q_CALL_EDIT_FORMS, I(platform, req->platform->id)), f->form_id,
	    "label");
	if (!fresh)
		return;
	n = call_edited_list(&models, req->db, req->mem, req->platform->id);
	row = ask_select(form, "modele", _("Étapes et critères"), NULL);
	ask_nothing(row, _("Trois étapes simples : dépôt, instruction, suivi"));
	for (i = 0; i < n; i++)
		ask_choice(form, row, "modele", mem_printf(req->mem, "%lld",
		    (long long)models[i].id), mem_printf(req->mem,
		    _("Comme « %s »"), models[i].title), NULL, false);
}

static void
show_rules(const struct ask *form, const struct call_form *f)
{
	const struct req *req = form->req;
	struct view *row;

	ask_date(form, "ouvre", _("Ouvre le"), NULL, day_iso(req,
	    f->opens_at));
	ask_optional(ask_date(form, "ferme", _("Se ferme le"),
	    _("Vide : ouvert en permanence."), day_iso(req, f->closes_at)));
	ask_optional(ask_money(form, "enveloppe", _("Enveloppe"), NULL,
	    f->envelope_cents > 0 ? f->envelope_cents : -1));
	ask_optional(ask_money(form, "minimum", _("Demande la plus petite"),
	    NULL, f->min_cents > 0 ? f->min_cents : -1));
	ask_optional(ask_money(form, "maximum", _("Demande la plus grande"),
	    NULL, f->max_cents > 0 ? f->max_cents : -1));
	ask_optional(ask_text(form, "taux", _("Taux maximal, en pour cent du coût"),
	    NULL, number_or_empty(req, f->max_rate_percent), NULL));
	ask_optional(ask_text(form, "delai", _("Délai habituel de réponse, "
	    "en jours"), NULL, number_or_empty(req, f->decision_days), NULL));
	row = ask_radios(form, "silence", _("Le silence du service vaut"),
	    NULL);
	ask_choice(form, row, "silence", "reject", _("refus"), NULL,
	    f->silence == NULL || strcmp(f->silence, "reject") == 0);
	ask_choice(form, row, "silence", "accept", _("acceptation"), NULL,
	    f->silence != NULL && strcmp(f->silence, "accept") == 0);
	ask_choice(form, row, "silence", "none", _("rien"), NULL,
	    f->silence != NULL && strcmp(f->silence, "none") == 0);
	ask_optional(ask_text(form, "silence_mois", _("Après combien de "
	    "mois"), NULL, number_or_empty(req, f->silence_months), NULL));
	ask_lines(form, "recours", _("Voies et délais de recours"),
	    _("Ce que dira la lettre de décision."), f->remedies, 4);
}

/* The guests: those ticked on the page before, or in the form that came back. */
static void
show_chosen(struct req *req, struct view *v)
{
	const struct field *p;
	struct view *shown = NULL, *row;
	struct element *e;

	for (p = field_next(&req->fields, NULL, "projet"); p != NULL;
	    p = field_next(&req->fields, p, "projet")) {
		if (element_load(&e, req->db, req->mem, p->number) != RC_OK ||
		    e->platform_id != req->platform->id ||
		    e->published_at == 0)
			continue;
		if (shown == NULL)
			shown = view_add(v, M_CHOSEN_SHOWN);
		row = view_add(shown, M_CHOSEN);
		view_int(row, M_FOUND_ID, e->id);
		view_text(row, M_FOUND_TITLE, e->title);
	}
}

static struct view *
page(struct req *req, struct res *res, const char *title)
{
	struct view *v = res_page(res, title);

	partial_crumb(v, call_admin_url(req, ""), _("Appels"));
	view_text(v, M_CRUMB_HERE, title);
	view_text(v, M_FORM_TITLE, title);
	return v;
}

static void
show_fields(struct req *req, struct view *page, const struct call_form *f,
    const struct problems *why, const char *url, bool fresh)
{
	struct view *v = view_add(page, M_EDIT_FORM);
	const struct ask form = { req, v, why, 0 };

	view_text(v, M_FORM_URL, url);
	view_text(v, M_FORM_ACT, fresh ? _("Enregistrer le brouillon") :
	    _("Enregistrer"));
	show_what(&form, f);
	show_who(&form, f, fresh);
	show_rules(&form, f);
	if (fresh)
		show_chosen(req, v);
}

/* What the selection has in common fills the draft. */
static void
prefill(struct call_form *f, struct req *req)
{
	struct listening *l;
	const struct theme *theme;
	size_t i;

	*f = (struct call_form){ .title = "", .promise = "",
	    .description = "", .eligibility = "", .remedies = "",
	    .silence = "reject", .silence_months = 2, .opens_at = req->now,
	    .territory_id = req->platform->territory_id };
	if (field_int(&req->fields, "ecoute") == 0 || listening_load(&l,
	    req->db, req->mem, req->platform->id, field_int(&req->fields,
	    "ecoute"), req->person->id) != RC_OK)
		return;
	f->title = l->name;
	if (l->filter.territory_id != 0)
		f->territory_id = l->filter.territory_id;
	for (i = 0; i < l->filter.theme_count; i++) {
		theme = platform_theme_by_key(req->platform,
		    l->filter.themes[i]);
		if (theme != NULL && f->theme_count < CALL_THEMES_MOST)
			f->theme_ids[f->theme_count++] = theme->id;
	}
}

void
call_show_new(struct req *req, struct res *res, int status,
    const struct problems *why)
{
	struct view *v = page(req, res, _("Nouvel appel"));
	struct call_form f;

	prefill(&f, req);
	ask_problems(v, req, why);
	show_state(v, "draft", true);
	show_fields(req, v, &f, why, call_admin_url(req, "nouveau"), true);
	res_view(res, status, "administration/call.tpl");
}

static void
show_invited(struct req *req, struct view *v, int64_t call_id)
{
	struct call_invited *rows;
	struct view *shown, *row;
	size_t n = call_invited_list(&rows, req->db, req->mem, call_id), i;

	if (n == 0)
		return;
	shown = view_add(v, M_INVITED_SHOWN);
	for (i = 0; i < n; i++) {
		row = view_add(shown, M_INVITED);
		view_text(row, M_INVITED_TITLE, *rows[i].title != '\0' ?
		    rows[i].title : _("Projet qui n’est plus public"));
		view_text(row, M_INVITED_URL, *rows[i].slug != '\0' ?
		    page_url(req, "projets/%s", rows[i].slug) : "#invites");
		view_text(row, M_INVITED_WHO, rows[i].holder);
		view_text(row, M_INVITED_KIND, rows[i].state == NULL ? "wait" :
		    element_state_tone(rows[i].state));
		view_text(row, M_INVITED_STATE, rows[i].state != NULL ?
		    element_state_sentence(rows[i].state) :
		    rows[i].sent_at != 0 ? _("Invité, pas encore répondu") :
		    _("Sera invité à la publication"));
	}
}

void
call_show_edit(struct req *req, struct res *res, int status,
    const struct problems *why)
{
	struct call_form f;
	struct call *call;
	struct view *v, *in;
	bool draft, written;
	enum rc rc = call_load(&call, req->db, req->mem, req->object.id);

	if (rc == RC_OK)
		rc = call_form_load(&f, req->db, req->mem, call->id);
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	draft = strcmp(call->status, "draft") == 0;
	written = db_int(req->db, 0, Q_CALL_EDIT_WRITTEN,
	    I(id, call->id)) != 0;
	v = page(req, res, call->title);
	ask_problems(v, req, why);
	show_state(v, call->status, written);
	if (written)
		show_fields(req, v, &f, why, call_admin_url(req, call->slug),
		    false);
	else
		view_show(v, M_PRESET);
	if (!draft)
		view_text(view_add(v, M_PUBLIC), M_PUBLIC_URL, page_url(req,
		    "appels/%s", call->slug));
	else {
		in = view_add(v, M_PUBLISH);
		view_text(in, M_PUBLISH_URL, mem_printf(req->mem, "%s/publier",
		    call_admin_url(req, call->slug)));
		view_text(in, M_PUBLISH_TEXT, _("Tout le monde le verra, et "
		    "les porteurs invités recevront un message."));
	}
	show_invited(req, v, call->id);
	res_view(res, status, "administration/call.tpl");
}

void
call_new_get(struct req *req, struct res *res)
{
	call_show_new(req, res, 200, NULL);
}

void
call_edit_get(struct req *req, struct res *res)
{
	call_show_edit(req, res, 200, NULL);
}
