/*
 * What is not a project: places, resources, events, commons; the list of a kind
 * and the page of one, with where it came from. Projects have pages of their own.
 */
#include "config.h"

#include "fcgi/observatory/pages.h"

#include <inttypes.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/catalogue.h"
#include "domain/element.h"
#include "domain/kind.h"
#include "domain/money.h"
#include "domain/territory.h"
#include "domain/wiki.h"
#include "fcgi/observatory/commons.h"
#include "fcgi/observatory/parts.h"
#include "web/partial.h"

#define ROWS	24

const struct field_rule element_fields[] = {
	{ .name = "genre", .type = F_CODE },
	{ .name = "apres", .type = F_CODE },
	{ .name = "avant", .type = F_CODE },
	{ .name = NULL, .type = F_END },
};

/* --- the list -------------------------------------------------------------------- */

static void
show_tabs(const struct req *req, struct view *v, const struct kind *here,
    int64_t *total)
{
	struct catalogue_filter f = { .platform_id = req->platform->id };
	const struct kind *k;
	struct totals t;
	struct view *row;

	view_text(v, M_TABS_NAME, _("Genres de fiches"));
	for (k = kinds; k->kind != NULL; k++) {
		if (strcmp(k->kind, "project") == 0)
			continue;
		f.kind = k->kind;
		catalogue_totals(&t, req->db, req->mem, &f);
		if (k == here)
			*total = t.count;
		if (t.count == 0 && k != here)
			continue;
		row = view_add(v, M_TABS);
		view_text(row, M_TAB_URL, mem_printf(req->mem, "%s?genre=%s",
		    page_url(req, "elements"), k->path));
		view_text(row, M_TAB_NAME, _(k->many));
		view_text(view_add(row, M_TAB_COUNT), M_TAB_COUNT_TEXT,
		    money_number(req->mem, t.count, req->lang));
		if (k == here)
			view_show(row, M_TAB_CURRENT);
	}
	row = view_add(v, M_TABS);
	view_text(row, M_TAB_URL, page_url(req, "elements/graphe"));
	view_text(row, M_TAB_NAME, _("Liens"));
}

static void
show_pager(const struct req *req, struct view *v, const struct kind *k,
    const struct cards *cards, int64_t total)
{
	const struct card *first = cards->rows;
	const struct card *last = &cards->rows[cards->count - 1];
	const char *list = mem_printf(req->mem, "%s?genre=%s",
	    page_url(req, "elements"), k->path);

	if (!cards->before && !cards->after)
		return;
	v = view_add(v, M_PAGED);
	view_text(v, M_PAGER_WHERE, mem_printf(req->mem,
	    ngettext("%s fiche affichée sur %s", "%s fiches affichées sur %s",
	    (unsigned long)cards->count), money_number(req->mem,
	    (int64_t)cards->count, req->lang), money_number(req->mem, total,
	    req->lang)));
	if (cards->before)
		view_text(view_add(v, M_PAGER_PREVIOUS), M_PAGER_PREVIOUS_URL,
		    mem_printf(req->mem, "%s&avant=%" PRId64 ".%" PRId64, list,
		    first->published_at, first->id));
	if (cards->after)
		view_text(view_add(v, M_PAGER_NEXT), M_PAGER_NEXT_URL,
		    mem_printf(req->mem, "%s&apres=%" PRId64 ".%" PRId64, list,
		    last->published_at, last->id));
}

/* What the list opens on: the first kind that has something. */
static const struct kind *
kind_first(const struct req *req)
{
	struct catalogue_filter f = { .platform_id = req->platform->id };
	const struct kind *k;
	struct totals t;

	for (k = kinds; k->kind != NULL; k++) {
		if (strcmp(k->kind, "project") == 0)
			continue;
		f.kind = k->kind;
		catalogue_totals(&t, req->db, req->mem, &f);
		if (t.count > 0)
			return k;
	}
	return &kinds[0];
}

void
elements_get(struct req *req, struct res *res)
{
	const struct kind *k = field_given(&req->fields, "genre") ?
	    kind_by_path(field_text(&req->fields, "genre")) : kind_first(req);
	struct catalogue_filter f = { .platform_id = req->platform->id };
	struct catalogue_key key = { 0 };
	struct cards cards;
	struct view *v, *row;
	int64_t total = 0;
	size_t i;

	if (k == NULL || strcmp(k->kind, "project") == 0) {
		res_error(res, RC_NOT_FOUND);
		return;
	}
	f.kind = k->kind;
	if (!asked_key(&key, field_text(&req->fields, "apres")) &&
	    asked_key(&key, field_text(&req->fields, "avant")))
		key.backwards = true;
	catalogue_page(&cards, req->db, req->mem, &f, &key, ROWS);
	v = res_page(res, _(k->many));
	view_text(v, M_ELEMENTS_TITLE, _(k->many));
	show_tabs(req, v, k, &total);
	for (i = 0; i < cards.count; i++) {
		const struct card *c = &cards.rows[i];

		row = view_add(v, M_CARDS);
		view_text(row, M_CARD_URL, page_url(req, "elements/%s/%s",
		    k->path, c->slug));
		view_text(row, M_CARD_TITLE, c->title);
		view_text(row, M_CARD_SUMMARY, text_truncate(req->mem,
		    c->summary, 220));
		view_text(row, M_CARD_PLACE, c->place);
		view_text(row, M_CARD_HOLDER, c->holder);
		view_text(row, M_CARD_STATE_KIND, "neutral");
		view_text(row, M_CARD_STATE_TEXT, _(k->one));
		view_text(row, M_CARD_LOOK, look_of(req, c->theme_id));
		view_text(row, M_CARD_THEME, theme_name(req, c->theme_id));
	}
	if (cards.count > 0)
		show_pager(req, v, k, &cards, total);
	else {
		row = view_add(v, M_EMPTY);
		view_text(row, M_EMPTY_TITLE, _("Rien ici pour le moment"));
		view_text(row, M_EMPTY_TEXT, _("Les fiches de ce genre "
		    "apparaîtront ici dès qu’un wiki relié en aura donné."));
	}
	res_view(res, 200, "observatory/elements.tpl");
}

/* --- one ------------------------------------------------------------------------- */

static struct json_object *
parsed(const char *text)
{
	struct json_object *value = NULL;

	if (text != NULL && json_parse(&value, text, strlen(text), 16, NULL) !=
	    RC_OK)
		value = NULL;
	return value;
}

/* The source: page, history, licence, day it was read. */
static void
show_source(const struct req *req, struct view *page, const struct element *e)
{
	struct wiki_source *from;
	struct json_object *site, *base;
	const char *script, *server, *licence, *url;
	struct view *v;

	if (wiki_source_of(&from, req->db, req->mem, e->id) != RC_OK)
		return;
	site = parsed(from->site_json);
	base = parsed(from->base_json);
	server = json_text_or(site, "server", "");
	script = json_text_or(site, "script", "");
	licence = json_text_or(site, "licence", "");
	v = view_add(page, M_SOURCE);
	view_text(v, M_SOURCE_NAME, from->wiki_name);
	view_text(v, M_SOURCE_PAGE, from->page_title);
	view_text(v, M_SOURCE_PAGE_URL, mem_strdup(req->mem, json_text_or(base,
	    "url", e->origin_url == NULL ? "" : e->origin_url)));
	if (text_starts(server, "http") || text_starts(server, "//"))
		view_text(view_add(v, M_SOURCE_HISTORY), M_SOURCE_HISTORY_URL,
		    mem_printf(req->mem, "%s%s%s?curid=%" PRId64
		    "&action=history", *server == '/' ? "https:" : "", server,
		    script, from->pageid));
	url = json_text_or(site, "licence_url", "");
	if (*url != '\0') {
		struct view *in = view_add(v, M_SOURCE_LICENCE);

		view_text(in, M_LICENCE_URL, mem_strdup(req->mem, url));
		view_text(in, M_LICENCE_NAME, mem_strdup(req->mem,
		    *licence == '\0' ? url : licence));
	}
	view_text(v, M_SOURCE_DATE, mem_printf(req->mem, _("Lue le %s"),
	    req_day(req, from->synced_at)));
	partial_term(page, _("Site"), mem_strdup(req->mem, json_text(base,
	    "site")));
	json_object_put(site);
	json_object_put(base);
}

static void
show_place(const struct req *req, struct view *page, const struct element *e)
{
	struct card card = { .id = e->id, .slug = e->slug, .title = e->title,
	    .summary = "", .holder = "", .state = e->state,
	    .has_point = true, .lon_e6 = e->lon_e6, .lat_e6 = e->lat_e6 };
	struct cards one = { &card, 1, false, false };
	struct territory *t;
	struct view *v;

	if (e->territory_id != 0 && territory_load(&t, req->db, req->mem,
	    e->territory_id) == RC_OK) {
		partial_term(page, _("Territoire"), territory_label(req->mem,
		    t));
		if (e->has_point) {
			v = view_add(page, M_PLACE_MAP);
			show_drawn_map(req, v, req->platform->territory_id,
			    &one, mem_printf(req->mem,
			    _("Cette fiche se situe à %s"), t->name));
			view_text(v, M_PLACE_URL, page_url(req,
			    "territoires/%s", territory_address(req->mem, t)));
			view_text(v, M_PLACE_NAME, t->name);
		}
	}
	if (e->has_point)
		partial_term(page, _("Coordonnées"), mem_printf(req->mem,
		    "%s, %s", territory_degrees_text(req->mem, e->lat_e6),
		    territory_degrees_text(req->mem, e->lon_e6)));
}

void
element_get(struct req *req, struct res *res)
{
	const struct kind *k = kind_by_path(req_param(req, "genre"));
	struct element *e;
	struct view *v;
	enum rc rc;

	rc = k == NULL ? RC_NOT_FOUND : element_by_slug(&e, req->db, req->mem,
	    req->platform->id, k->kind, req_param(req, "slug"));
	if (rc == RC_OK && e->published_at == 0)
		rc = RC_NOT_FOUND;
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	if (strcmp(k->kind, "project") == 0) {
		res_redirect(res, page_url(req, "projets/%s", e->slug));
		return;
	}
	v = res_page(res, e->title);
	view_optional(v, M_DESCRIPTION, M_DESCRIPTION_TEXT,
	    text_truncate(req->mem, e->summary, 160));
	partial_crumb(v, mem_printf(req->mem, "%s?genre=%s", page_url(req,
	    "elements"), k->path), _(k->many));
	view_text(v, M_CRUMB_HERE, e->title);
	view_text(v, M_ELEMENT_KIND, _(k->one));
	view_text(v, M_ELEMENT_TITLE, e->title);
	view_text(v, M_ELEMENT_SUMMARY, e->summary);
	if (!text_blank(e->description) && strcmp(e->description, e->summary)
	    != 0)
		view_text(view_add(v, M_ELEMENT_TEXT), M_ELEMENT_BODY,
		    e->description);
	partial_term(v, _("Porté par"), e->holder_name);
	if (e->starts_on != NULL)
		partial_term(v, _("Début"), date_long_iso(req->mem,
		    e->starts_on, req->lang));
	if (e->ends_on != NULL)
		partial_term(v, _("Fin"), date_long_iso(req->mem, e->ends_on,
		    req->lang));
	show_place(req, v, e);
	show_source(req, v, e);
	around_show(req, v, e->id, e->kind, e->slug);
	res_view(res, 200, "observatory/element.tpl");
}
