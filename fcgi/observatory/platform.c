/*
 * The home of a platform: what moves now, open calls, the last public acts.
 * Its theme's stylesheet and text pages too.
 */
#include "config.h"

#include "fcgi/observatory/pages.h"

#include <string.h>

#include "base/lang.h"
#include "domain/overview.h"
#include "domain/platform_text.h"
#include "domain/state.h"
#include "fcgi/observatory/acts.h"
#include "fcgi/observatory/calls.h"
#include "web/markdown.h"
#include "fcgi/observatory/parts.h"

#define HOME_CARDS	6
#define HOME_POINTS	200
#define HOME_ACTS	5

void
show_home_steps(struct view *v)
{
	static const char *const steps[][2] = {
		{ N_("Vous décrivez votre projet"), N_("Une seule fois, à votre "
		    "rythme. Tout s’enregistre au fil de l’eau.") },
		{ N_("Les financeurs travaillent ensemble"), N_("Chacun instruit "
		    "le même dossier. Vous ne retapez rien.") },
		{ N_("La décision est expliquée"), N_("Les raisons sont écrites, "
		    "publiées, et vous êtes prévenu.") },
		{ N_("Chacun voit ce que cela change"), N_("L’argent versé et les "
		    "effets mesurés restent visibles de tous.") },
	};
	struct view *row;
	size_t i;

	for (i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		row = view_add(v, M_HOME_STEPS);
		view_text(row, M_HOME_STEP_NAME, _(steps[i][0]));
		view_text(row, M_HOME_STEP_TEXT, _(steps[i][1]));
	}
}

/* The newest that go on; those that stopped are in the whole list. */
static void
keep_moving(struct cards *cards)
{
	size_t i, n = 0;

	for (i = 0; i < cards->count && n < HOME_CARDS; i++)
		if (!element_state_is_over(cards->rows[i].state))
			cards->rows[n++] = cards->rows[i];
	cards->count = n;
}

void
platform_get(struct req *req, struct res *res)
{
	struct catalogue_filter all = { .platform_id = req->platform->id };
	const struct catalogue_key newest = { 0, 0, false };
	struct view *v = res_page(res, req->platform->name), *in;
	struct cards cards;
	struct act *acts;
	size_t n;

	view_optional(v, M_DESCRIPTION, M_DESCRIPTION_TEXT,
	    req->platform->tagline);
	view_text(v, M_HOME_TITLE, req->platform->headline);
	view_text(v, M_HOME_LEAD, req->platform->introduction);
	view_text(v, M_SEARCH_URL, page_url(req, "projets"));
	view_text(v, M_DEPOSIT_URL, page_url(req, "deposer"));
	view_text(v, M_PROJECTS_URL, page_url(req, "projets"));
	show_platform_figures(req, v);
	catalogue_page(&cards, req->db, req->mem, &all, &newest, HOME_POINTS);
	if (cards.count > 0) {
		in = view_add(v, M_HOME_MAP);
		view_text(in, M_MAP_URL, page_url(req, "carte"));
		show_drawn_map(req, in, req->platform->territory_id, &cards,
		    _("Les projets du territoire"));
	}
	keep_moving(&cards);
	if (cards.count > 0)
		show_cards(req, view_add(v, M_CARDS_SHOWN), &cards);
	else
		show_no_project(req, v);
	show_open_calls(req, v);
	show_home_steps(v);
	n = overview_acts(&acts, req->db, req->mem, req->platform->id, 0,
	    HOME_ACTS);
	if (n > 0) {
		in = view_add(v, M_HOME_ACTS);
		show_acts_timeline(req, in, acts, n);
		view_text(in, M_JOURNAL_URL, page_url(req, "journal"));
		view_text(in, M_VERIFY_URL, page_url(req, "journal/verifier"));
		view_text(in, M_DATA_URL, page_url(req, "donnees"));
	}
	res_view(res, 200, "observatory/home.tpl");
}

/* The custom properties of the platform's theme, checked when loaded. */
void
platform_css(struct req *req, struct res *res)
{
	const char *css = platform_theme_css(req->db, req->mem,
	    req->platform->id);

	res_bytes(res, 200, "text/css; charset=utf-8", css, strlen(css));
}

/* Legal notice, privacy, accessibility…: Markdown, raw HTML dropped. */
void
platform_text_get(struct req *req, struct res *res)
{
	struct platform_text *text;
	struct view *v;
	enum rc rc;

	rc = platform_text_load(&text, req->db, req->mem, req->platform->id,
	    req_param(req, "page"));
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	v = res_page(res, text->title);
	view_text(v, M_TEXT_TITLE, text->title);
	view_text(v, M_TEXT_HTML, markdown_html(req->mem, text->markdown, 0));
	res_view(res, 200, "observatory/text.tpl");
}
