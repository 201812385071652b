/*
 * The public page of a project: who finances what, what it changes, what was
 * decided and why, where it stands. Also as JSON-LD for machines.
 */
#include "config.h"

#include "fcgi/observatory/pages.h"

#include <json.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/decimal.h"
#include "domain/money.h"
#include "domain/picture.h"
#include "domain/platform_frame.h"
#include "domain/project.h"
#include "domain/state.h"
#include "fcgi/observatory/charts.h"
#include "fcgi/observatory/commons.h"
#include "fcgi/observatory/parts.h"
#include "open/jsonld.h"
#include "web/partial.h"

static const char *
money(const struct req *req, int64_t cents)
{
	return cents == 0 ? "–" : money_format(req->mem, cents, req->lang);
}

static void
show_sources(const struct req *req, struct view *v, const struct project *p)
{
	const struct project_source *s;
	struct view *row;
	int64_t asked = 0, promised = 0;
	size_t i;

	for (i = 0; i < p->source_count; i++) {
		s = &p->sources[i];
		asked += s->asked_cents;
		promised += s->promised_cents;
		row = view_add(v, M_SOURCES);
		view_text(row, M_SOURCE_NAME, s->funder);
		view_text(row, M_SOURCE_ASKED, money(req, s->asked_cents));
		view_text(row, M_SOURCE_PROMISED, money(req, s->promised_cents));
		view_text(row, M_SOURCE_GRANTED, s->conditional &&
		    s->granted_cents == 0 ? "" : money(req, s->granted_cents));
		view_text(row, M_SOURCE_PAID, money(req, s->paid_cents));
		if (s->conditional)
			view_text(view_add(row, M_SOURCE_RESERVE),
			    M_SOURCE_RESERVE_TEXT, _("sous réserve"));
	}
	row = view_add(v, M_SOURCES_TOTAL);
	view_text(row, M_TOTAL_ASKED, money(req, asked));
	view_text(row, M_TOTAL_PROMISED, money(req, promised));
	view_text(row, M_TOTAL_GRANTED, money(req, p->card.granted_cents));
	view_text(row, M_TOTAL_PAID, money(req, p->card.paid_cents));
}

static void
show_funding(const struct req *req, struct view *page, const struct project *p)
{
	const struct card *c = &p->card;
	int64_t missing;
	struct view *v;
	int granted;

	if (c->cost_cents <= 0 && p->source_count == 0)
		return;
	v = view_add(page, M_FUNDING);
	missing = c->cost_cents - c->granted_cents - c->promised_cents;
	view_text(v, M_FUNDING_SAID, missing > 0 ?
	    mem_printf(req->mem, _("Plan de %s · il manque %s"),
	    money_format(req->mem, c->cost_cents, req->lang),
	    money_format(req->mem, missing, req->lang)) :
	    mem_printf(req->mem, _("Plan de %s · complet"),
	    money_format(req->mem, c->cost_cents, req->lang)));
	granted = percent(c->granted_cents, c->cost_cents);
	view_int(v, M_FUNDING_GRANTED, granted);
	view_int(v, M_FUNDING_PROMISED_X, granted);
	view_int(v, M_FUNDING_PROMISED, percent(c->promised_cents,
	    c->cost_cents));
	view_text(v, M_FUNDING_GRANTED_SUM, money_format(req->mem,
	    c->granted_cents, req->lang));
	view_text(v, M_FUNDING_PROMISED_SUM, money_format(req->mem,
	    c->promised_cents, req->lang));
	view_text(v, M_FUNDING_MISSING_SUM, money_format(req->mem,
	    missing > 0 ? missing : 0, req->lang));
	show_sources(req, v, p);
}

/* --- effects ---------------------------------------------------------------- */

static const char *
goal_said(const struct req *req, const struct project_indicator *x)
{
	const char *goal = decimal_format(req->mem, x->goal, x->decimals,
	    req->lang);

	return x->due_on == NULL ?
	    mem_printf(req->mem, _("objectif %s"), goal) :
	    mem_printf(req->mem, _("objectif %s d’ici le %s"), goal,
	    date_long_iso(req->mem, x->due_on, req->lang));
}

static const char *
validated_said(const struct project_indicator *x)
{
	if (x->value_count == 0)
		return _("pas encore mesuré");
	return x->values[x->value_count - 1].validated ?
	    _("validé par un agent") : _("déclaré, non encore validé");
}

static void
show_indicator(const struct req *req, struct view *v,
    const struct project_indicator *x)
{
	struct view *row = view_add(v, M_INDICATORS);
	const struct project_value *last = x->value_count == 0 ? NULL :
	    &x->values[x->value_count - 1];

	view_text(row, M_INDICATOR_NAME, x->label);
	view_text(row, M_INDICATOR_UNIT, last == NULL || *last->method == '\0' ?
	    x->unit : mem_printf(req->mem, "%s · %s", x->unit, last->method));
	view_text(row, M_INDICATOR_VALUE, last == NULL ? "–" :
	    decimal_format(req->mem, last->value, x->decimals, req->lang));
	view_text(row, M_INDICATOR_TARGET, goal_said(req, x));
	view_int(row, M_INDICATOR_PERCENT, last == NULL ? 0 :
	    percent(last->value, x->goal));
	view_text(row, M_INDICATOR_STATE_KIND, last == NULL ? "neutral" :
	    last->validated ? "ok" : "wait");
	view_text(row, M_INDICATOR_STATE_TEXT, validated_said(x));
}

static void
show_effects(const struct req *req, struct view *page, const struct project *p)
{
	const struct project_indicator *x;
	const char *when[100];
	int64_t values[100];
	struct view *v;
	size_t i, k;

	if (p->indicator_count == 0)
		return;
	v = view_add(page, M_IMPACT);
	for (i = 0; i < p->indicator_count; i++) {
		x = &p->indicators[i];
		if (x->value_count < 2) {
			show_indicator(req, v, x);
			continue;
		}
		for (k = 0; k < x->value_count; k++) {
			when[k] = x->values[k].on;
			values[k] = x->values[k].value;
		}
		chart_line(req, v, &(struct line){
			.id = mem_printf(req->mem, "effet-%zu", i + 1),
			.title = x->label,
			.unit = mem_printf(req->mem, "%s · %s", x->unit,
			    validated_said(x)),
			.source = goal_said(req, x),
			.when = when, .values = values, .count = x->value_count,
			.decimals = x->decimals, .goal = x->goal,
			.goal_said = mem_printf(req->mem, _("objectif %s"),
			    decimal_format(req->mem, x->goal, x->decimals,
			    req->lang)),
			.unit_short = "",
		});
	}
}

/* --- decisions, timeline, actions ------------------------------------------------ */

static const char *
verdict_said(const char *verdict)
{
	if (strcmp(verdict, "accept") == 0)
		return _("Retenu");
	return strcmp(verdict, "refuse") == 0 ? _("Non retenu") :
	    _("Sans suite");
}

static const char *
verdict_tone(const char *verdict)
{
	if (strcmp(verdict, "accept") == 0)
		return "ok";
	return strcmp(verdict, "refuse") == 0 ? "refuse" : "neutral";
}

static void
show_decisions(const struct req *req, struct view *page,
    const struct project *p)
{
	const struct project_decision *d;
	struct view *v, *row;
	size_t i;

	if (p->decision_count == 0)
		return;
	v = view_add(page, M_DECISIONS_SHOWN);
	for (i = 0; i < p->decision_count; i++) {
		d = &p->decisions[i];
		row = view_add(v, M_DECISIONS);
		view_int(row, M_DECISION_ID, d->id);
		view_text(row, M_DECISION_KIND, verdict_tone(d->verdict));
		view_text(row, M_DECISION_TEXT, d->granted_cents > 0 ?
		    mem_printf(req->mem, _("%s, %s accordés"),
		    verdict_said(d->verdict), money_format(req->mem,
		    d->granted_cents, req->lang)) : verdict_said(d->verdict));
		view_text(row, M_DECISION_ISO, date_iso(req->mem, d->at));
		view_text(row, M_DECISION_DATE, req_day(req, d->at));
		view_text(row, M_DECISION_REASONS, *d->conditions == '\0' ?
		    d->reasons : mem_printf(req->mem, "%s\n\n%s", d->reasons,
		    d->conditions));
		view_text(row, M_DECISION_BY, mem_printf(req->mem,
		    _("%s, pour l’appel « %s »"), d->by, d->call));
	}
}

static void
show_event(const struct req *req, struct view *v, const char *on,
    const char *text, bool done)
{
	struct view *row = view_add(v, M_EVENTS);

	view_text(row, M_EVENT_KIND, done ? "done" : "next");
	view_text(row, M_EVENT_ISO, on);
	view_text(row, M_EVENT_DATE, date_long_iso(req->mem, on, req->lang));
	view_text(row, M_EVENT_TEXT, text);
	if (!done)
		view_show(row, M_EVENT_NEXT);
}

/* Decisions and milestones in the order of their dates. */
static void
show_timeline(const struct req *req, struct view *v, const struct project *p)
{
	size_t i = 0, d = p->decision_count;
	const char *on;

	show_event(req, v, date_iso_in(req->mem, p->card.published_at,
	    req->platform->time_zone), _("Projet publié"), true);
	while (i < p->event_count || d > 0) {
		on = d == 0 ? NULL : date_iso_in(req->mem,
		    p->decisions[d - 1].at, req->platform->time_zone);
		if (on != NULL && (i == p->event_count ||
		    strcmp(on, p->events[i].on) <= 0)) {
			d--;
			show_event(req, v, on, mem_printf(req->mem,
			    _("%s : appel « %s »"),
			    verdict_said(p->decisions[d].verdict),
			    p->decisions[d].call), true);
		} else {
			show_event(req, v, p->events[i].on, p->events[i].label,
			    p->events[i].done);
			i++;
		}
	}
}

static void
show_action(const struct req *req, struct view *row,
    const struct project_action *a)
{
	static const struct { const char *state, *kind, *word; } words[] = {
		{ "planned", "neutral", N_("prévue") },
		{ "in_progress", "wait", N_("en cours") },
		{ "done", "ok", N_("faite") },
		{ "late", "refuse", N_("en retard") },
		{ "blocked", "refuse", N_("bloquée") },
		{ "abandoned", "neutral", N_("abandonnée") },
	};
	size_t i;

	view_text(row, M_ACTION_NAME, a->title);
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].state, a->status) == 0) {
			view_text(row, M_ACTION_KIND, words[i].kind);
			view_text(row, M_ACTION_STATE, _(words[i].word));
		}
	view_text(row, M_ACTION_PERCENT, mem_printf(req->mem, "%d",
	    a->progress_percent));
	view_text(row, M_ACTION_SAID, mem_printf(req->mem, _("%d %%"),
	    a->progress_percent));
}

static void
show_parts(const struct req *req, struct view *v, const struct project *p)
{
	struct view *row;
	size_t i;

	if (!text_blank(p->description)) {
		row = view_add(v, M_PARTS);
		view_text(row, M_PART_NAME, _("Le projet"));
		view_text(row, M_PART_BODY, p->description);
	}
	if (p->action_count == 0)
		return;
	row = view_add(v, M_ACTIONS_SHOWN);
	for (i = 0; i < p->action_count; i++)
		show_action(req, view_add(row, M_ACTIONS), &p->actions[i]);
}

static void
show_place(const struct req *req, struct view *page, const struct project *p)
{
	struct cards one = { (struct card *)&p->card, 1, false, false };
	struct view *v;

	if (!p->card.has_point)
		return;
	v = view_add(page, M_PLACE_MAP);
	show_drawn_map(req, v, req->platform->territory_id, &one,
	    mem_printf(req->mem, _("Le projet se situe à %s"),
	    p->card.place == NULL ? "" : p->card.place));
	view_text(v, M_PLACE_URL, page_url(req, "territoires/%s",
	    p->card.place_code == NULL ? "" : p->card.place_code));
}

static void
show_crumbs(const struct req *req, struct view *v, const struct project *p)
{
	const struct theme *theme = platform_theme(req->platform,
	    p->card.theme_id);

	partial_crumb(v, page_url(req, "projets"), _("Projets"));
	if (theme != NULL)
		partial_crumb(v, mem_printf(req->mem, "%s?theme=%s",
		    page_url(req, "projets"), theme->key), theme->label);
	view_text(v, M_CRUMB_HERE, p->card.title);
}

static void
show_picture(const struct req *req, struct view *page, const struct project *p)
{
	struct picture picture;
	struct view *v;

	if (picture_public(&picture, req->db, req->mem, req->platform->id,
	    p->card.slug) != RC_OK)
		return;
	v = view_add(page, M_PICTURE);
	view_text(v, M_PICTURE_SRC, page_url(req, "projets/%s/image.jpg",
	    p->card.slug));
	view_text(v, M_PICTURE_CAPTION, picture.caption);
	if (*picture.caption != '\0')
		view_show(v, M_PICTURE_SAID);
}

/* Only what was drawn for the public, never what was sent. */
void
project_picture(struct req *req, struct res *res)
{
	struct picture picture;
	enum rc rc = picture_public(&picture, req->db, req->mem,
	    req->platform->id, req_param(req, "slug"));

	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_picture(res, stored_file_name(req->mem, picture.sha256),
		    picture.type);
}

/* Cards name it with the moment it was drawn: it is asked once. */
void
project_thumb(struct req *req, struct res *res)
{
	struct picture picture;
	enum rc rc = picture_thumb(&picture, req->db, req->mem,
	    req->platform->id, req_param(req, "slug"));

	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	res_picture(res, stored_file_name(req->mem, picture.sha256),
	    picture.type);
	res->immutable = true;
}

void
project_get(struct req *req, struct res *res)
{
	struct project *p;
	struct view *v;
	enum rc rc;

	rc = project_load(&p, req->db, req->mem, req->platform->id,
	    req_param(req, "slug"));
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	v = res_page(res, p->card.title);
	view_optional(v, M_DESCRIPTION, M_DESCRIPTION_TEXT,
	    text_truncate(req->mem, p->card.summary, 160));
	show_crumbs(req, v, p);
	view_text(v, M_STATE_KIND, element_state_tone(p->card.state));
	view_text(v, M_STATE_TEXT, element_state_sentence(p->card.state));
	view_text(v, M_PROJECT_TITLE, p->card.title);
	view_text(v, M_PROJECT_SUMMARY, p->card.summary);
	view_text(v, M_HOLDER_NAME, p->card.holder);
	view_text(v, M_PLACE_NAME, p->card.place);
	view_text(v, M_PROJECT_THEME, theme_name(req, p->card.theme_id));
	show_picture(req, v, p);
	show_funding(req, v, p);
	show_effects(req, v, p);
	show_parts(req, v, p);
	show_decisions(req, v, p);
	show_timeline(req, v, p);
	show_place(req, v, p);
	around_show(req, v, p->card.id, "project", p->card.slug);
	res_view(res, 200, "observatory/project.tpl");
}

void
project_json(struct req *req, struct res *res)
{
	struct jsonld_grant grants[100];
	struct jsonld_project out;
	const struct theme *theme;
	struct project *p;
	int n = 0;
	size_t i;
	enum rc rc;

	rc = project_load(&p, req->db, req->mem, req->platform->id,
	    req_param(req, "slug"));
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	for (i = 0; i < p->source_count; i++)
		if (p->sources[i].granted_cents > 0)
			grants[n++] = (struct jsonld_grant){
				.funder = p->sources[i].funder,
				.amount_cents = p->sources[i].granted_cents,
			};
	theme = platform_theme(req->platform, p->card.theme_id);
	out = (struct jsonld_project){
		.url = req_absolute(req, page_url(req, "projets/%s",
		    p->card.slug)),
		.identifier = p->card.uuid,
		.name = p->card.title,
		.description = p->card.summary,
		.lang = req->platform->lang,
		.holder = p->card.holder,
		.place = p->card.place, .place_code = p->card.place_code,
		.lon_e6 = p->card.lon_e6, .lat_e6 = p->card.lat_e6,
		.theme = theme == NULL ? NULL : theme->label,
		.starts_on = p->card.starts_on, .ends_on = p->card.ends_on,
		.updated_at = p->card.updated_at,
		.licence = platform_frame(req->platform)->licence_url,
		.grants = grants, .grant_count = n,
	};
	res_header(res, "Access-Control-Allow-Origin", "*");
	res_json(res, 200, jsonld_project(req->mem, &out));
	res->type = "application/ld+json";
}
