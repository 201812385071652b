/*
 * The observatory of a platform: totals, and charts whose titles say what
 * they show.
 */
#include "config.h"

#include "fcgi/observatory/pages.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/decimal.h"
#include "fcgi/observatory/charts.h"
#include "fcgi/observatory/commons.h"
#include "domain/money.h"
#include "domain/overview.h"
#include "domain/state.h"
#include "fcgi/observatory/parts.h"

#define BARS_MAX	12

/* Where charts go: all on the page, or one of them as a file. */
struct canvas {
	struct view	*page;		/* NULL: a file */
	const char	*wanted;	/* the id of that one */
	struct buf	*svg;
};

static void
put_bars(const struct req *req, struct canvas *to, const struct bars *c)
{
	if (to->page != NULL)
		chart_bars(req, to->page, c);
	else if (strcmp(c->id, to->wanted) == 0)
		chart_bars_svg(to->svg, req, c);
}

static const char *
source_said(const struct req *req)
{
	return mem_printf(req->mem, _("Source : %s, %s"), req->platform->name,
	    req_day(req, req->now));
}

/* The largest row of a facet says the finding. */
static const struct facet *
largest(const struct facets *f)
{
	return f->count == 0 ? NULL : &f->rows[0];
}

static size_t
count_bars(struct bar *bars, const struct req *req, const struct facets *f,
    const char *field, const char *(*word)(const char *))
{
	size_t i, n = f->count < BARS_MAX ? f->count : BARS_MAX;

	for (i = 0; i < n; i++)
		bars[i] = (struct bar){
			.name = word != NULL ? word(f->rows[i].key) :
			    f->rows[i].label,
			.url = mem_printf(req->mem, "%s?%s=%s",
			    page_url(req, "projets"), field, f->rows[i].key),
			.said = money_number(req->mem, f->rows[i].count,
			    req->lang),
			.parts = { f->rows[i].count, 0, 0 },
		};
	return n;
}

static void
chart_themes(const struct req *req, struct canvas *to, const struct facets *f)
{
	struct bar bars[BARS_MAX];
	struct bars c = {
		.id = "themes",
		.unit = _("Nombre de projets publiés, par thème"),
		.source = source_said(req),
		.head_name = _("Thème"), .head_value = _("Projets"),
		.series = { 1, 0, 0 }, .rows = bars,
	};

	c.count = count_bars(bars, req, f, "theme", NULL);
	if (c.count > 0)
		c.title = mem_printf(req->mem, _("« %s » réunit le plus de "
		    "projets"), largest(f)->label);
	put_bars(req, to, &c);
}

static void
chart_money(const struct req *req, struct canvas *to, const struct facets *f)
{
	struct bar bars[BARS_MAX];
	struct bars c = {
		.id = "argent",
		.unit = _("Plans de financement des projets publiés, en euros"),
		.source = source_said(req),
		.head_name = _("Thème"), .head_value = _("Coût"),
		.legend = { _("Accordé"), _("Promis"), _("À trouver") },
		.series = { 1, 2, 6 }, .rows = bars,
	};
	int64_t missing, cost = 0, had = 0, found;
	const struct facet *x;

	for (; c.count < f->count && c.count < BARS_MAX; c.count++) {
		x = &f->rows[c.count];
		found = x->granted_cents + x->promised_cents;
		missing = x->cost_cents > found ? x->cost_cents - found : 0;
		bars[c.count] = (struct bar){
			.name = x->label,
			.url = mem_printf(req->mem, "%s?theme=%s",
			    page_url(req, "projets"), x->key),
			.said = money_short(req->mem, found + missing,
			    req->lang),
			.parts = { x->granted_cents, x->promised_cents,
			    missing },
		};
		cost += found + missing;
		had += found;
	}
	bars_sort(bars, c.count);
	c.title = mem_printf(req->mem, _("%d %% de l’argent nécessaire est "
	    "réuni"), percent(had, cost));
	put_bars(req, to, &c);
}

static void
chart_places(const struct req *req, struct canvas *to, const struct facets *f)
{
	struct bar bars[BARS_MAX];
	struct bars c = {
		.id = "territoires",
		.unit = _("Nombre de projets publiés, par territoire"),
		.source = source_said(req),
		.head_name = _("Territoire"), .head_value = _("Projets"),
		.series = { 1, 0, 0 }, .rows = bars,
	};

	c.count = count_bars(bars, req, f, "territoire", NULL);
	if (c.count > 0)
		c.title = mem_printf(req->mem, _("%s porte le plus de projets"),
		    largest(f)->label);
	put_bars(req, to, &c);
}

static void
chart_states(const struct req *req, struct canvas *to, const struct facets *f)
{
	struct bar bars[BARS_MAX];
	struct bars c = {
		.id = "etats",
		.unit = _("Nombre de projets publiés, selon où ils en sont"),
		.source = source_said(req),
		.head_name = _("Où en est le projet"),
		.head_value = _("Projets"),
		.series = { 3, 0, 0 }, .rows = bars,
	};

	c.count = count_bars(bars, req, f, "etat", element_state_sentence);
	if (c.count > 0)
		c.title = mem_printf(req->mem, _("Le plus souvent : « %s »"),
		    element_state_sentence(largest(f)->key));
	put_bars(req, to, &c);
}

static void
chart_funders(const struct req *req, struct canvas *to)
{
	struct bar bars[BARS_MAX];
	struct funder *funders;
	struct bars c = {
		.id = "financeurs",
		.unit = _("Montants accordés et promis, en euros"),
		.source = source_said(req),
		.head_name = _("Financeur"), .head_value = _("Montant"),
		.legend = { _("Accordé"), _("Promis"), NULL },
		.series = { 1, 2, 0 }, .rows = bars,
	};
	size_t i;

	c.count = overview_funders(&funders, req->db, req->mem,
	    req->platform->id, BARS_MAX);
	for (i = 0; i < c.count; i++)
		bars[i] = (struct bar){
			.name = funders[i].name,
			.said = money_short(req->mem, funders[i].granted_cents +
			    funders[i].promised_cents, req->lang),
			.parts = { funders[i].granted_cents,
			    funders[i].promised_cents, 0 },
		};
	bars_sort(bars, c.count);
	if (c.count > 0)
		c.title = mem_printf(req->mem, _("%s finance le plus"),
		    bars[0].name);
	put_bars(req, to, &c);
}

static void
chart_effects(const struct req *req, struct canvas *to)
{
	struct canvas in = *to;
	struct effect *effects;
	struct bar bar;
	struct bars c;
	size_t i, n;

	n = overview_effects(&effects, req->db, req->mem, req->platform->id, 4);
	if (n > 0 && to->page != NULL)
		in.page = view_add(to->page, M_EFFECTS);
	for (i = 0; i < n; i++) {
		const struct effect *e = &effects[i];
		int64_t left = e->goal - e->value;

		bar = (struct bar){
			.name = mem_printf(req->mem, ngettext("%s projet",
			    "%s projets", (unsigned long)e->projects),
			    money_number(req->mem, e->projects, req->lang)),
			.said = decimal_format(req->mem, e->value,
			    e->decimals, req->lang),
			.parts = { e->value, left > 0 ? left : 0, 0 },
		};
		c = (struct bars){
			.id = mem_printf(req->mem, "effet-%zu", i + 1),
			.title = mem_printf(req->mem, _("%s : %s sur %s visés"),
			    e->label, bar.said, decimal_format(req->mem,
			    e->goal, e->decimals, req->lang)),
			.unit = mem_printf(req->mem, _("%s, mesures validées "
			    "par un agent"), e->unit),
			.source = source_said(req),
			.head_name = _("Projets qui mesurent"),
			.head_value = e->unit,
			.legend = { _("Mesuré"), _("Reste à atteindre"), NULL },
			.series = { 1, 6, 0 }, .rows = &bar, .count = 1,
		};
		put_bars(req, &in, &c);
	}
}

/* What most projects change, as measured; the charts have the others. */
static void
show_effect(const struct req *req, struct view *v)
{
	struct effect *e;

	if (overview_effects(&e, req->db, req->mem, req->platform->id, 1) == 0)
		return;
	show_figure(v, mem_printf(req->mem, "%s\u00a0%s",
	    decimal_format(req->mem, e->value, e->decimals, req->lang),
	    e->unit), mem_printf(req->mem, ngettext("%s, mesuré et validé sur "
	    "%s projet", "%s, mesuré et validé sur %s projets",
	    (unsigned long)e->projects), e->label, money_number(req->mem,
	    e->projects, req->lang)));
}

/* "réunis par 17 financeurs ; il manque 3,31 M€". */
static const char *
funding_said(const struct req *req, int64_t missing)
{
	int64_t funders = overview_funder_count(req->db, req->platform->id);
	const char *by = mem_printf(req->mem,
	    ngettext("réunis par %s financeur", "réunis par %s financeurs",
	    (unsigned long)funders), money_number(req->mem, funders,
	    req->lang));

	return missing <= 0 ? by : mem_printf(req->mem, _("%s ; il manque %s"),
	    by, money_short(req->mem, missing, req->lang));
}

int64_t
show_platform_figures(const struct req *req, struct view *v)
{
	struct catalogue_filter all = { .platform_id = req->platform->id };
	int64_t days, had;
	struct totals t;

	catalogue_totals(&t, req->db, req->mem, &all);
	show_figure(v, money_number(req->mem, t.count, req->lang),
	    ngettext("projet public", "projets publics",
	    (unsigned long)t.count));
	had = t.granted_cents + t.promised_cents;
	if (t.cost_cents > 0)
		show_figure(v, money_short(req->mem, had, req->lang),
		    funding_said(req, t.cost_cents - had));
	days = overview_median_delay(req->db, req->platform->id);
	if (days >= 0)
		show_figure(v, mem_printf(req->mem, _("%s j"),
		    money_number(req->mem, days, req->lang)),
		    _("délai médian de décision"));
	show_effect(req, v);
	return t.count;
}

static void
put_charts(const struct req *req, struct canvas *to)
{
	struct catalogue_filter all = { .platform_id = req->platform->id };
	struct facets themes, places, states;

	catalogue_themes(&themes, req->db, req->mem, &all);
	catalogue_territories(&places, req->db, req->mem, &all, BARS_MAX);
	catalogue_states(&states, req->db, req->mem, &all);
	chart_money(req, to, &themes);
	chart_themes(req, to, &themes);
	chart_places(req, to, &places);
	chart_states(req, to, &states);
	chart_funders(req, to);
	chart_effects(req, to);
}

void
observatory_get(struct req *req, struct res *res)
{
	struct view *v = res_page(res, _("Observatoire"));
	struct canvas page = { NULL, NULL, NULL };

	view_text(v, M_OBSERVATORY_TITLE, mem_printf(req->mem,
	    _("Ce que fait %s, en chiffres"), req->platform->name));
	view_text(v, M_OBSERVATORY_LEAD, _("Ce qui se prépare, avec quel "
	    "argent et pour quels effets. Chaque graphique donne ses "
	    "chiffres."));
	if (show_platform_figures(req, v) == 0) {
		show_no_project(req, v);
	} else {
		page.page = view_add(v, M_CHARTS_SHOWN);
		put_charts(req, &page);
	}
	view_text(v, M_DATA_URL, page_url(req, "donnees"));
	view_text(v, M_OBSERVATORY_SAID, mem_printf(req->mem,
	    _("Chiffres arrêtés le %s."), req_day(req, req->now)));
	res_view(res, 200, "observatory/observatory.tpl");
}

/* One chart as an image, for a report or another site: "themes.svg". */
void
observatory_figure(struct req *req, struct res *res)
{
	const char *name = req_param(req, "figure");
	struct buf svg = BUF_INIT;
	struct canvas file = { NULL, NULL, &svg };

	if (text_ends(name, ".svg")) {
		file.wanted = mem_strndup(req->mem, name, strlen(name) - 4);
		put_charts(req, &file);
		emerging_svg(req, &svg, file.wanted);
	}
	if (svg.len == 0)
		res_error(res, RC_NOT_FOUND);
	else
		res_bytes(res, 200, "image/svg+xml", svg.data, svg.len);
	buf_release(&svg);
}
