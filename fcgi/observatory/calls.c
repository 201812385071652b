/*
 * The calls of a platform: open, coming, past; and the page of one.
 */
#include "config.h"

#include "fcgi/observatory/pages.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/call_asks.h"
#include "domain/call_public.h"
#include "domain/money.h"
#include "domain/platform_frame.h"
#include "fcgi/observatory/calls.h"
#include "web/markdown.h"
#include "web/partial.h"

static const char *
dates_said(const struct req *req, const struct call_card *c)
{
	switch (call_when(c, req->now)) {
	case CALL_COMING:
		return mem_printf(req->mem, _("Ouvre le %s"),
		    req_day(req, c->opens_at));
	case CALL_PAST:
		return c->closes_at == 0 ? _("Clos") :
		    mem_printf(req->mem, _("Clos depuis le %s"),
		    req_day(req, c->closes_at));
	case CALL_OPEN:
		break;
	}
	return c->closes_at == 0 ? _("Ouvert en permanence") :
	    mem_printf(req->mem, _("Jusqu’au %s"),
	    req_moment(req, c->closes_at));
}

static const char *
state_said(const struct req *req, const struct call_card *c)
{
	switch (call_when(c, req->now)) {
	case CALL_OPEN:
		return _("Ouvert");
	case CALL_COMING:
		return _("À venir");
	case CALL_PAST:
		break;
	}
	return _("Clos");
}

static const char *
state_tone(const struct req *req, const struct call_card *c)
{
	static const char *const tones[] = {
		[CALL_OPEN] = "ok", [CALL_COMING] = "info",
		[CALL_PAST] = "neutral",
	};

	return tones[call_when(c, req->now)];
}

static void
show_card(const struct req *req, struct view *row, const struct call_card *c)
{
	view_text(row, M_CALL_URL, page_url(req, "appels/%s", c->slug));
	view_text(row, M_CALL_TITLE, c->title);
	view_text(row, M_CALL_PROMISE, c->promise);
	view_text(row, M_CALL_STATE_KIND, state_tone(req, c));
	view_text(row, M_CALL_STATE_TEXT, state_said(req, c));
	view_text(row, M_CALL_FUNDER, c->funder);
	view_text(row, M_CALL_DATES, dates_said(req, c));
	if (c->envelope_cents > 0)
		view_text(view_add(row, M_CALL_ENVELOPE), M_CALL_ENVELOPE_SUM,
		    money_format(req->mem, c->envelope_cents, req->lang));
	view_text(row, M_CALL_COUNT, mem_printf(req->mem,
	    ngettext("%s projet présenté", "%s projets présentés",
	    (unsigned long)c->applications),
	    money_number(req->mem, c->applications, req->lang)));
}

void
show_open_calls(const struct req *req, struct view *v)
{
	struct call_card *calls;
	struct view *in = NULL;
	size_t i, n = call_cards(&calls, req->db, req->mem, req->platform->id);

	for (i = 0; i < n; i++) {
		if (call_when(&calls[i], req->now) != CALL_OPEN)
			continue;
		if (in == NULL) {
			in = view_add(v, M_CALLS_SHOWN);
			view_text(in, M_CALLS_URL, page_url(req, "appels"));
		}
		show_card(req, view_add(in, M_CALLS), &calls[i]);
	}
}

void
calls_get(struct req *req, struct res *res)
{
	static const char *const sections[] = {
		[CALL_OPEN] = M_OPEN_SHOWN, [CALL_COMING] = M_COMING_SHOWN,
		[CALL_PAST] = M_PAST_SHOWN,
	}, *const rows[] = {
		[CALL_OPEN] = M_OPEN_CALLS, [CALL_COMING] = M_COMING_CALLS,
		[CALL_PAST] = M_PAST_CALLS,
	};
	const char *word = platform_word(req->platform, "call", true, req->lang);
	const char *title = word != NULL ? text_capital(req->mem, word) :
	    _("Appels");
	struct view *v = res_page(res, title), *in[3] = { NULL };
	struct call_card *calls;
	enum call_when when;
	size_t i, n;

	n = call_cards(&calls, req->db, req->mem, req->platform->id);
	view_text(v, M_CALLS_LEAD, _("Un appel réunit des financeurs autour d’un "
	    "but. Votre dossier sert à tous : vous ne l’écrivez qu’une fois."));
	for (i = 0; i < n; i++) {
		when = call_when(&calls[i], req->now);
		if (in[when] == NULL)
			in[when] = view_add(v, sections[when]);
		show_card(req, view_add(in[when], rows[when]), &calls[i]);
	}
	if (n == 0) {
		in[0] = view_add(v, M_EMPTY);
		view_text(in[0], M_EMPTY_TITLE, _("Aucun appel pour le moment"));
		view_text(in[0], M_EMPTY_TEXT, _("Vous pouvez déposer votre "
		    "projet dès maintenant : il sera prêt pour le prochain."));
		in[0] = view_add(in[0], M_EMPTY_ACT);
		view_text(in[0], M_EMPTY_URL, page_url(req, "deposer"));
		view_text(in[0], M_EMPTY_ACT_TEXT, _("Déposer un projet"));
	}
	res_view(res, 200, "observatory/calls.tpl");
}

/* --- one call ------------------------------------------------------------- */

/* Texts of a preset: Markdown, their headings below the part's own. */
static void
add_part(struct req *req, struct view *v, const char *rows, const char *name,
    const char *body)
{
	struct view *row;

	if (text_blank(body))
		return;
	row = view_add(v, rows);
	view_text(row, M_PART_NAME, name);
	view_text(row, M_PART_HTML, markdown_html(req->mem, body, 1));
}

static bool
same_grid(const struct call_criterion *a, const struct call_criterion *b)
{
	return a->grid == b->grid || (a->grid != NULL && b->grid != NULL &&
	    strcmp(a->grid, b->grid) == 0);
}

static void
show_stages(const struct req *req, struct view *v, const struct call_page *p)
{
	const struct call_stage *s;
	struct view *grids = NULL, *grid = NULL, *row;
	size_t i, k;

	for (i = 0; i < p->stage_count; i++) {
		s = &p->stages[i];
		if (s->opens_at != 0) {
			row = view_add(v, M_EVENTS);
			view_text(row, M_EVENT_KIND, s->opens_at <= req->now ?
			    "done" : "next");
			view_text(row, M_EVENT_ISO, date_iso_in(req->mem,
			    s->opens_at, req->platform->time_zone));
			view_text(row, M_EVENT_DATE, req_day(req, s->opens_at));
			view_text(row, M_EVENT_TEXT, s->label);
			if (s->opens_at > req->now)
				view_show(row, M_EVENT_NEXT);
		}
		for (k = 0; k < s->criterion_count; k++) {
			const struct call_criterion *c =
			    &p->criteria[s->first_criterion + k];

			if (grids == NULL)
				grids = view_add(v, M_GRIDS_SHOWN);
			if (k == 0 || !same_grid(c, c - 1)) {
				grid = view_add(grids, M_GRIDS);
				view_text(grid, M_GRID_NAME, c->grid == NULL ?
				    s->label : mem_printf(req->mem,
				    _("%s : %s"), s->label, c->grid));
			}
			row = view_add(grid, M_GRID_CRITERIA);
			view_text(row, M_CRITERION_NAME, c->label);
			view_text(row, M_CRITERION_HELP, c->help);
			view_int(row, M_CRITERION_WEIGHT, c->weight);
		}
	}
}

/* --- before one begins ------------------------------------------------------ */

static void
show_reasons(const struct req *req, struct view *page, const struct call_asks *a,
    bool blocks, const char *title)
{
	struct view *list = NULL;
	size_t i;

	for (i = 0; i < a->barrier_count; i++) {
		if (a->barriers[i].blocks != blocks)
			continue;
		if (list == NULL) {
			list = view_add(page, M_REASON_LISTS);
			view_text(list, M_REASONS_TITLE, title);
		}
		view_text(view_add(list, M_REASONS), M_REASON_TEXT,
		    text_capital(req->mem, a->barriers[i].text));
	}
}

static void
show_pieces(const struct req *req, struct view *page, const struct call_asks *a)
{
	static const char *const needed[] = {
		[PIECE_ALWAYS] = N_("demandée"),
		[PIECE_MAYBE] = N_("demandée selon vos réponses"),
		[PIECE_OPTIONAL] = N_("facultative")
	};
	struct view *list = a->piece_count == 0 ? NULL
	    : view_add(page, M_PIECES_SHOWN);
	size_t i;

	for (i = 0; i < a->piece_count; i++) {
		const struct form_field *f = a->pieces[i].field;
		struct view *row = view_add(list, M_PIECES);

		view_text(row, M_PIECE_NAME, f->label);
		view_text(row, M_PIECE_NEEDED, _(needed[a->pieces[i].needed]));
		view_optional(row, M_PIECE_HINT, M_PIECE_HINT_TEXT, f->hint);
		if (f->model != NULL)
			view_text(view_add(row, M_PIECE_MODEL), M_PIECE_URL,
			    page_url(req, "deposer/modeles/%s", f->model));
	}
}

/* What keeps a project out, what to have at hand. */
static void
show_asked(const struct req *req, struct view *page, int64_t call_id)
{
	struct call_asks asks;
	struct view *v;

	if (call_asks_load(&asks, req->db, req->mem, call_id) != RC_OK ||
	    asks.barrier_count + asks.piece_count == 0)
		return;
	v = view_add(page, M_CALL_ASKS);
	show_reasons(req, v, &asks, true,
	    _("Pour être éligible"));
	show_reasons(req, v, &asks, false, _("À vérifier aussi"));
	show_pieces(req, v, &asks);
}

static const char *
silence_said(const struct req *req, const struct call_page *p)
{
	unsigned long months = (unsigned long)p->silence_months;

	if (strcmp(p->silence, "none") == 0)
		return NULL;
	return mem_printf(req->mem, strcmp(p->silence, "accept") == 0 ?
	    ngettext("Sans réponse au bout de %lu mois, votre demande est acceptée.",
	    "Sans réponse au bout de %lu mois, votre demande est acceptée.", months) :
	    ngettext("Sans réponse au bout de %lu mois, votre demande est refusée.",
	    "Sans réponse au bout de %lu mois, votre demande est refusée.", months),
	    months);
}

static void
show_apply(const struct req *req, struct view *v, const struct call_card *c)
{
	struct view *in;
	int64_t days;

	if (call_when(c, req->now) != CALL_OPEN)
		return;
	in = view_add(v, M_APPLY);
	view_text(in, M_APPLY_URL, req_url(req, "/%s/deposer?appel=%s",
	    req->platform->slug, c->slug));
	if (c->closes_at == 0)
		return;
	days = date_days_between(req->now, c->closes_at);
	view_text(in, M_APPLY_SAID, days <= 0 ?
	    _("C’est le dernier jour.") : mem_printf(req->mem,
	    ngettext("Il reste %ld jour.", "Il reste %ld jours.",
	    (unsigned long)days), (long)days));
}

void
call_get(struct req *req, struct res *res)
{
	struct call_page *p;
	struct view *v;
	enum rc rc;

	rc = call_page_load(&p, req->db, req->mem, req->platform->id,
	    req_param(req, "slug"));
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	v = res_page(res, p->card.title);
	view_optional(v, M_DESCRIPTION, M_DESCRIPTION_TEXT, p->card.promise);
	partial_crumb(v, page_url(req, "appels"), _("Appels"));
	view_text(v, M_CRUMB_HERE, p->card.title);
	view_text(v, M_STATE_KIND, state_tone(req, &p->card));
	view_text(v, M_STATE_TEXT, state_said(req, &p->card));
	view_text(v, M_CALL_TITLE, p->card.title);
	view_text(v, M_CALL_PROMISE, p->card.promise);
	show_apply(req, v, &p->card);
	add_part(req, v, M_CALL_PARTS, _("De quoi s’agit-il"), p->description);
	add_part(req, v, M_CALL_PARTS, _("Qui peut se présenter"),
	    p->eligibility);
	show_asked(req, v, p->card.id);
	add_part(req, v, M_CALL_LAST, _("Si vous n’êtes pas d’accord avec la "
	    "décision"), p->remedies);
	show_stages(req, v, p);
	partial_term(v, _("Financeur"), p->card.funder);
	partial_term(v, _("Territoire"), p->card.place);
	partial_term(v, _("Dates"), dates_said(req, &p->card));
	if (p->card.envelope_cents > 0)
		partial_term(v, _("Enveloppe"), money_format(req->mem,
		    p->card.envelope_cents, req->lang));
	if (p->max_rate_percent > 0)
		partial_term(v, _("Part financée"), mem_printf(req->mem,
		    _("%d %% du coût au plus"), (int)p->max_rate_percent));
	partial_term(v, _("Silence du service"), silence_said(req, p));
	partial_term(v, _("Projets présentés"), money_number(req->mem,
	    p->card.applications, req->lang));
	res_view(res, 200, "observatory/call.tpl");
}
