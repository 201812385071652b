/*
 * The projects of a platform: search, facets, cards, pages by key.
 * Its exports are in exports.c.
 */
#include "config.h"

#include "fcgi/observatory/pages.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/money.h"
#include "domain/platform_frame.h"
#include "fcgi/observatory/parts.h"

#define PAGE_ROWS	50

static void
show_pager(const struct req *req, struct view *v, const struct asked *a,
    const struct cards *cards, const struct totals *totals)
{
	const struct card *first, *last;
	struct view *pager;
	struct asked to = *a;

	if (cards->count == 0 || (!cards->before && !cards->after))
		return;
	first = &cards->rows[0];
	last = &cards->rows[cards->count - 1];
	pager = view_add(v, M_PAGED);
	view_text(pager, M_PAGER_WHERE, mem_printf(req->mem,
	    _("%zu projets affichés sur %s"), cards->count,
	    money_number(req->mem, totals->count, req->lang)));
	if (cards->before) {
		to.key = (struct catalogue_key){ first->published_at, first->id,
		    true };
		view_text(view_add(pager, M_PAGER_PREVIOUS),
		    M_PAGER_PREVIOUS_URL, asked_url(req, "projets", &to));
	}
	if (cards->after) {
		to.key = (struct catalogue_key){ last->published_at, last->id,
		    false };
		view_text(view_add(pager, M_PAGER_NEXT), M_PAGER_NEXT_URL,
		    asked_url(req, "projets", &to));
	}
}

/* What a new search keeps: the facets, not the words nor the page. */
static void
show_kept(struct view *v, const struct asked *a)
{
	const char *const kept[][2] = {
		{ "territoire", a->territory_code },
		{ "theme", a->theme == NULL ? "" : a->theme->key },
		{ "etat", a->state },
	};
	struct view *row;
	size_t i;

	for (i = 0; i < 3; i++)
		if (*kept[i][1] != '\0') {
			row = view_add(v, M_SEARCH_KEPT);
			view_text(row, M_KEPT_NAME, kept[i][0]);
			view_text(row, M_KEPT_VALUE, kept[i][1]);
		}
}

static void
show_exports(const struct req *req, struct view *v, const struct asked *a)
{
	static const char *const formats[][2] = {
		{ "projets.csv", "CSV" }, { "projets.xlsx", "XLSX" },
		{ "projets.json", "JSON" },
		{ "projets.geojson", "GeoJSON" }, { "projets.atom", "Atom" },
	};
	struct asked all = *a;
	struct view *row;
	size_t i;

	all.key.id = 0;
	for (i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		row = view_add(v, M_EXPORTS);
		view_text(row, M_EXPORT_URL, asked_url(req, formats[i][0], &all));
		view_text(row, M_EXPORT_NAME, formats[i][1]);
	}
}

/* Why the list is empty, and what to do next. */
static void
show_nothing(const struct req *req, struct view *v, const struct asked *a)
{
	const char *refused = problem_get(&req->fields.why, "q");
	bool all = strcmp(asked_url(req, "projets", a),
	    page_url(req, "projets")) == 0;
	struct view *empty = view_add(v, M_EMPTY), *act;

	view_text(empty, M_EMPTY_TITLE, refused != NULL ?
	    _("Cette recherche n’a pas été faite") : all ?
	    _("Pas encore de projet public") :
	    _("Aucun projet ne correspond"));
	view_text(empty, M_EMPTY_TEXT, refused != NULL ? refused : all ?
	    _("Le vôtre peut être le premier.") :
	    _("Essayez avec moins de mots, ou retirez un filtre."));
	act = view_add(empty, M_EMPTY_ACT);
	all = all && refused == NULL;
	view_text(act, M_EMPTY_URL, page_url(req, "%s", all ? "deposer" :
	    "projets"));
	view_text(act, M_EMPTY_ACT_TEXT, all ? _("Déposer un projet") :
	    _("Voir tous les projets"));
}

void
projects_get(struct req *req, struct res *res)
{
	struct totals totals;
	struct cards cards;
	struct asked a;
	struct view *v, *map;
	const char *word = platform_word(req->platform, "project", true,
	    req->lang);
	enum rc rc;

	rc = asked_read(&a, req);
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	catalogue_page(&cards, req->db, req->mem, &a.f, &a.key, PAGE_ROWS);
	catalogue_totals(&totals, req->db, req->mem, &a.f);
	if (problem_get(&req->fields.why, "q") != NULL) {
		cards = (struct cards){ 0 };
		totals = (struct totals){ 0 };
	}
	v = res_page(res, word == NULL ? _("Projets") :
	    text_capital(req->mem, word));
	view_text(v, M_PROJECTS_TITLE, word == NULL ?
	    _("Les projets du territoire") : mem_printf(req->mem,
	    _("Les %s du territoire"), word));
	view_text(v, M_PROJECTS_LEAD, _("Chacun se dépose une seule fois ; "
	    "tous les financeurs travaillent sur le même dossier."));
	view_text(v, M_SEARCH_URL, page_url(req, "projets"));
	view_text(v, M_SEARCH_TEXT, field_raw(&req->fields, "q"));
	show_kept(v, &a);
	show_facets(req, v, &a, "projets");
	view_text(v, M_RESULT_SAID, asked_said(req, &a, &totals));
	show_cards(req, v, &cards);
	show_pager(req, v, &a, &cards, &totals);
	show_exports(req, v, &a);
	if (cards.count == 0) {
		show_nothing(req, v, &a);
	} else {
		map = view_add(v, M_LIST_MAP);
		view_text(map, M_MAP_URL, asked_url(req, "carte", &a));
		view_text(map, M_GEOJSON_URL, asked_url(req, "projets.geojson",
		    &a));
		show_drawn_map(req, map, req->platform->territory_id, &cards,
		    asked_said(req, &a, &totals));
	}
	res_view(res, 200, "observatory/projects.tpl");
}
