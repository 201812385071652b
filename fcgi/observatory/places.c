/*
 * Where projects are: the map with its list, and the page of a territory.
 */
#include "config.h"

#include "fcgi/observatory/pages.h"

#include <json.h>
#include <string.h>

#include "base/lang.h"
#include "domain/money.h"
#include "domain/state.h"
#include "domain/territory.h"
#include "fcgi/observatory/parts.h"
#include "web/partial.h"

#define LIST_MAX	300
#define CARDS_SHOWN	6	/* on the page of a territory, of all its dots */

/* --- the map ---------------------------------------------------------------- */

/* Cards gathered by place, in the order places first appear. */
static void
show_places(const struct req *req, struct view *v, const struct cards *cards)
{
	bool shown[LIST_MAX] = { false };
	const struct card *a, *b;
	struct view *place, *row;
	int64_t count;
	size_t i, k;

	for (i = 0; i < cards->count; i++) {
		if (shown[i])
			continue;
		a = &cards->rows[i];
		place = view_add(v, M_PLACES);
		view_text(place, M_PLACE_NAME, a->place == NULL ?
		    _("Sans lieu précis") : a->place);
		view_text(place, M_PLACE_URL, a->place_code == NULL ?
		    page_url(req, "projets") : page_url(req, "territoires/%s",
		    a->place_code));
		for (count = 0, k = i; k < cards->count; k++) {
			b = &cards->rows[k];
			if (strcmp(a->place_code == NULL ? "" : a->place_code,
			    b->place_code == NULL ? "" : b->place_code) != 0)
				continue;
			shown[k] = true;
			count++;
			row = view_add(place, M_PLACE_PROJECTS);
			view_text(row, M_PROJECT_URL, page_url(req,
			    "projets/%s", b->slug));
			view_text(row, M_PROJECT_TITLE, b->title);
			view_text(row, M_PROJECT_STATE,
			    element_state_sentence(b->state));
		}
		view_int(place, M_PLACE_COUNT, count);
	}
}

void
map_get(struct req *req, struct res *res)
{
	const struct catalogue_key newest = { 0, 0, false };
	struct totals totals;
	struct cards cards;
	struct asked a;
	struct view *v, *drawn;
	enum rc rc;

	rc = asked_read(&a, req);
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	a.key = newest;
	catalogue_page(&cards, req->db, req->mem, &a.f, &newest, LIST_MAX);
	catalogue_totals(&totals, req->db, req->mem, &a.f);
	v = res_page(res, _("Carte"));
	show_facets(req, v, &a, "carte");
	view_text(v, M_MAP_POINTS_URL, asked_url(req, "carte.geojson", &a));
	view_text(v, M_MAP_GEOJSON_URL, asked_url(req, "projets.geojson", &a));
	view_text(v, M_MAP_CONTOUR_URL, page_url(req, "contour.geojson"));
	view_text(v, M_MAP_NAME, asked_said(req, &a, &totals));
	view_text(v, M_MAP_LIST_URL, asked_url(req, "projets", &a));
	drawn = view_add(v, M_MAP_DRAWN);
	show_drawn_map(req, drawn, req->platform->territory_id, &cards,
	    asked_said(req, &a, &totals));
	if (cards.count > 0)
		show_places(req, view_add(v, M_PLACES_SHOWN), &cards);
	else
		show_no_project(req, v);
	res_view(res, 200, "observatory/map.tpl");
}

/* The outline of the platform's territory, as the drawn map has it. */
void
contour_json(struct req *req, struct res *res)
{
	const struct catalogue_filter all = { .platform_id = req->platform->id };
	const struct catalogue_key newest = { 0, 0, false };
	struct json_object *outline, *feature;
	struct cards cards;

	catalogue_page(&cards, req->db, req->mem, &all, &newest, LIST_MAX);
	outline = req->platform->territory_id == 0 ? NULL :
	    land_outline(req, req->platform->territory_id, &cards);
	if (outline == NULL) {
		res_error(res, RC_NOT_FOUND);
		return;
	}
	feature = json_object_new_object();
	json_object_object_add(feature, "type",
	    json_object_new_string("Feature"));
	json_object_object_add(feature, "properties",
	    json_object_new_object());
	json_object_object_add(feature, "geometry", outline);
	res_header(res, "Access-Control-Allow-Origin", "*");
	res_json(res, 200, feature);
	res->type = "application/geo+json";
}

/* --- a territory -------------------------------------------------------------- */

/* Above it, but for a département that is its région too. */
static void
show_crumbs(const struct req *req, struct view *v, const struct territory *t,
    const struct territories *up)
{
	size_t i;

	for (i = 0; i < up->count; i++) {
		if (i > 0 && strcmp(up->rows[i].name, up->rows[i - 1].name) ==
		    0)
			continue;
		partial_crumb(v, page_url(req, "territoires/%s",
		    territory_address(req->mem, &up->rows[i])),
		    up->rows[i].name);
	}
	view_text(v, M_CRUMB_HERE, t->name);
}

static void
add_number_cell(struct view *row, const char *text)
{
	struct view *cell = view_add(row, M_ROW_CELLS);

	view_text(cell, M_CELL_TEXT, text);
	view_show(cell, M_CELL_NUMBER);
}

/* The territories that lists show, when the page is the platform's own. */
static void
show_inside(const struct req *req, struct view *page,
    const struct catalogue_filter *all)
{
	static const char *const heads[] = { N_("Territoire"), N_("Projets"),
		N_("Coût des projets"), N_("Accordé") };
	struct facets f;
	struct view *v, *row;
	size_t i;

	catalogue_territories(&f, req->db, req->mem, all, 200);
	if (f.count == 0)
		return;
	v = view_add(page, M_PLACES_SHOWN);
	view_text(v, M_TABLE_CAPTION, _("Projets et financements"));
	for (i = 0; i < 4; i++) {
		row = view_add(v, M_TABLE_HEADS);
		view_text(row, M_HEAD_TEXT, _(heads[i]));
		if (i > 0)
			view_show(row, M_HEAD_NUMBER);
	}
	for (i = 0; i < f.count; i++) {
		row = view_add(v, M_TABLE_ROWS);
		view_text(row, M_ROW_HEAD, f.rows[i].label);
		view_text(view_add(row, M_ROW_LINK), M_ROW_URL,
		    page_url(req, "territoires/%s", f.rows[i].key));
		add_number_cell(row, money_number(req->mem, f.rows[i].count,
		    req->lang));
		add_number_cell(row, money_short(req->mem, f.rows[i].cost_cents,
		    req->lang));
		add_number_cell(row, money_short(req->mem,
		    f.rows[i].granted_cents, req->lang));
	}
}

/* Ways to follow the projects of a territory, or of the whole platform. */
static void
show_feeds(const struct req *req, struct view *page, const char *code)
{
	static const char *const feeds[][2] = { { "atom", "Atom" },
	    { "csv", "CSV" }, { "geojson", "GeoJSON" } };
	struct view *v = view_add(page, M_FEEDS_SHOWN), *row;
	const char *url;
	size_t i;

	for (i = 0; i < sizeof(feeds) / sizeof(feeds[0]); i++) {
		url = page_url(req, "projets.%s", feeds[i][0]);
		row = view_add(v, M_FEED_LINKS);
		view_text(row, M_FEED_LINK_URL, code == NULL ? url :
		    mem_printf(req->mem, "%s?territoire=%s", url, code));
		view_text(row, M_FEED_LINK_NAME, feeds[i][1]);
	}
}

static const char *
territory_said(const struct req *req, const struct territory *t)
{
	const char *kind = territory_kind_label(t->kind);

	if (t->population <= 0)
		return kind;
	return mem_printf(req->mem, ngettext("%s, %s habitant",
	    "%s, %s habitants", (unsigned long)t->population), kind,
	    money_number(req->mem, t->population, req->lang));
}

void
territory_get(struct req *req, struct res *res)
{
	const struct catalogue_key newest = { 0, 0, false };
	struct catalogue_filter f = { .platform_id = req->platform->id };
	struct territory *t;
	struct territories up;
	struct totals totals;
	struct cards cards;
	struct view *v, *in;
	bool own;
	enum rc rc;

	rc = territory_by_address(&t, req->db, req->mem,
	    req_param(req, "code"));
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	own = t->id == req->platform->territory_id;
	f.territory_id = own ? 0 : t->id;
	catalogue_page(&cards, req->db, req->mem, &f, &newest, LIST_MAX);
	catalogue_totals(&totals, req->db, req->mem, &f);
	v = res_page(res, t->name);
	territory_ancestors(&up, req->db, req->mem, t->id);
	show_crumbs(req, v, t, &up);
	view_text(v, M_TERRITORY_NAME, t->name);
	view_text(v, M_TERRITORY_SAID, territory_said(req, t));
	show_figure(v, money_number(req->mem, totals.count, req->lang),
	    ngettext("projet public", "projets publics",
	    (unsigned long)totals.count));
	show_figure(v, money_short(req->mem, totals.cost_cents, req->lang),
	    _("coût des projets"));
	show_figure(v, money_short(req->mem, totals.granted_cents, req->lang),
	    _("accordés"));
	show_figure(v, money_short(req->mem, totals.paid_cents, req->lang),
	    _("versés"));
	in = view_add(v, M_TERRITORY_MAP);
	/* A commune has one point, no shape: it is shown in what it is part of. */
	show_drawn_map(req, in, strcmp(t->kind, "commune") == 0 &&
	    up.count > 0 ? up.rows[up.count - 1].id : t->id, &cards,
	    mem_printf(req->mem,
	    _("Les projets de %s"), t->name));
	view_text(v, M_PROJECTS_SAID, totals.count == 0 ? _("Aucun projet") :
	    mem_printf(req->mem, ngettext("%s projet", "%s projets",
	    (unsigned long)totals.count), money_number(req->mem, totals.count,
	    req->lang)));
	view_text(v, M_PROJECTS_URL, own ? page_url(req, "projets") :
	    mem_printf(req->mem, "%s?territoire=%s", page_url(req, "projets"),
	    t->code));
	if (cards.count > CARDS_SHOWN)
		cards.count = CARDS_SHOWN;
	show_cards(req, v, &cards);
	show_feeds(req, v, own ? NULL : t->code);
	if (cards.count == 0)
		show_no_project(req, v);
	if (own)
		show_inside(req, v, &f);
	res_view(res, 200, "observatory/territory.tpl");
}
