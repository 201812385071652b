/*
 * The graph of links: what is asked, the list, the page. The drawing is
 * graph_draw.c's; what may be read, domain/graph's.
 */
#include "config.h"

#include "fcgi/observatory/graph.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/kind.h"
#include "domain/link.h"
#include "domain/money.h"
#include "web/ask.h"

const struct field_rule graph_fields[] = {
	{ .name = "autour", .type = F_TEXT, .max = 300 },
	{ .name = "genre", .type = F_CODE },
	{ .name = "lien", .type = F_CODE },
	{ .name = "pas", .type = F_CHOICE, .choices = "1|2" },
	{ .type = F_END }
};

/* From whom, through what is done, to where it happens. */
const struct graph_column graph_columns[GRAPH_COLUMNS] = {
	{ "person", "personnes", N_("Personnes") },
	{ "organisation", "organisations", N_("Organisations") },
	{ "project", "projets", N_("Projets") },
	{ "commons", "communs", N_("Communs") },
	{ "resource", "ressources", N_("Ressources") },
	{ "place", "lieux", N_("Lieux et événements") },
};

int
graph_column_of(const char *kind)
{
	int i;

	for (i = 0; i < GRAPH_COLUMNS; i++)
		if (strcmp(graph_columns[i].kind, kind) == 0)
			return i;
	return GRAPH_COLUMNS - 1;
}

/* --- addresses ---------------------------------------------------------------- */

static const char *
path_of(const char *kind)
{
	const struct kind *k = kind_of(kind);
	int i;

	for (i = 0; k == NULL && i < GRAPH_COLUMNS; i++)
		if (strcmp(graph_columns[i].kind, kind) == 0)
			return graph_columns[i].path;
	return k == NULL ? "" : k->path;
}

/* "communs" → "commons"; NULL: none. */
static const char *
kind_at(const char *path)
{
	const struct kind *k = kind_by_path(path);
	int i;

	for (i = 0; k == NULL && path != NULL && i < GRAPH_COLUMNS; i++)
		if (strcmp(graph_columns[i].path, path) == 0)
			return graph_columns[i].kind;
	return k == NULL ? NULL : k->kind;
}

/* "communs/four-a-pain": what the field "autour" holds. */
static const char *
around_value(struct mem *mem, const char *kind, const char *slug)
{
	return mem_printf(mem, "%s/%s", path_of(kind), slug);
}

const char *
graph_around_url(const struct req *req, const char *kind, const char *slug)
{
	return mem_printf(req->mem, "%s?autour=%s",
	    page_url(req, "elements/graphe"), text_percent_encode(req->mem,
	    around_value(req->mem, kind, slug)));
}

const char *
graph_node_url(const struct req *req, const struct graph_node *n)
{
	const struct kind *k = kind_of(n->kind);

	if (strcmp(n->kind, "project") == 0)
		return page_url(req, "projets/%s", n->slug);
	return k == NULL ? graph_around_url(req, n->kind, n->slug) :
	    page_url(req, "elements/%s/%s", k->path, n->slug);
}

/* --- what is asked -------------------------------------------------------------- */

/* RC_NOT_FOUND: a kind or a relation that is none. */
static enum rc
read_filter(struct graph_filter *f, const struct req *req)
{
	const char *around = field_text(&req->fields, "autour");
	const char *kind = field_text(&req->fields, "genre");
	const char *steps = field_text(&req->fields, "pas");
	const char *slash = around == NULL ? NULL : strchr(around, '/');

	*f = (struct graph_filter){ .platform_id = req->platform->id,
	    .relation = field_text(&req->fields, "lien"),
	    .steps = steps != NULL && strcmp(steps, "2") == 0 ? 2 : 1 };
	if (slash != NULL) {
		f->around_kind = kind_at(mem_strndup(req->mem, around,
		    (size_t)(slash - around)));
		f->around_slug = slash + 1;
	}
	if ((around != NULL && f->around_kind == NULL) ||
	    (f->relation != NULL && word_of(link_kinds, f->relation) == NULL))
		return RC_NOT_FOUND;
	f->kind = kind_at(kind);
	return kind != NULL && f->kind == NULL ? RC_NOT_FOUND : RC_OK;
}

/* --- the list ------------------------------------------------------------------------- */

static void
list_relation(const struct req *req, struct view *v, const struct graph *g,
    const struct word *relation)
{
	struct view *section = NULL, *row;
	int64_t count = 0;
	size_t i;

	for (i = 0; i < g->link_count; i++) {
		const struct graph_link *link = &g->links[i];
		const struct graph_node *from = &g->nodes[link->from];
		const struct graph_node *to = &g->nodes[link->to];

		if (strcmp(link->relation, relation->key) != 0)
			continue;
		if (section == NULL)
			section = view_add(v, M_RELATIONS);
		row = view_add(section, M_LINKS);
		view_text(row, M_LINK_FROM, from->title);
		view_text(row, M_LINK_FROM_URL, graph_node_url(req, from));
		view_text(row, M_LINK_WORD, _(relation->label));
		view_text(row, M_LINK_TO, to->title);
		view_text(row, M_LINK_TO_URL, graph_node_url(req, to));
		count++;
	}
	if (section == NULL)
		return;
	view_text(section, M_RELATION_NAME, text_capital(req->mem,
	    _(relation->label)));
	view_text(section, M_RELATION_COUNT, money_number(req->mem, count,
	    req->lang));
}

/* --- the form --------------------------------------------------------------------------- */

static int
by_title(const void *a, const void *b)
{
	const struct graph_node *x = *(const struct graph_node *const *)a;
	const struct graph_node *y = *(const struct graph_node *const *)b;
	int order = graph_column_of(x->kind) - graph_column_of(y->kind);

	if (order == 0)
		order = strcmp(x->title, y->title);
	return order != 0 ? order : strcmp(x->slug, y->slug);
}

/* Those in sight: the way to go from one to the next without the drawing. */
static void
ask_around(const struct ask *ask, const struct graph *g, bool around)
{
	const struct req *req = ask->req;
	struct view *row = ask_select(ask, "autour", _("Autour de"), NULL);
	const struct graph_node **list = MEM_ARRAY(req->mem,
	    g->node_count + 1, const struct graph_node *);
	size_t i;

	ask_nothing(row, _("Tout le territoire"));
	for (i = 0; i < g->node_count; i++)
		list[i] = &g->nodes[i];
	qsort(list, g->node_count, sizeof(list[0]), by_title);
	for (i = 0; i < g->node_count; i++)
		ask_option(ask, row, "autour", around_value(req->mem,
		    list[i]->kind, list[i]->slug), mem_printf(req->mem,
		    "%s – %s", _(graph_columns[graph_column_of(
		    list[i]->kind)].head),
		    text_truncate(req->mem, list[i]->title, 60)),
		    around && list[i] == &g->nodes[g->centre]);
}

static void
show_form(const struct req *req, struct view *page, const struct graph *g,
    const struct graph_filter *f)
{
	const struct ask ask = { .req = req, .view = page };
	const struct word *w;
	struct view *row;
	int i;

	view_text(page, M_FORM_URL, page_url(req, "elements/graphe"));
	ask_around(&ask, g, f->around_kind != NULL);
	row = ask_select(&ask, "genre", _("Genre"), NULL);
	ask_nothing(row, _("Tous"));
	for (i = 0; i < GRAPH_COLUMNS; i++)
		ask_option(&ask, row, "genre", graph_columns[i].path,
		    _(graph_columns[i].head), f->kind != NULL &&
		    strcmp(f->kind, graph_columns[i].kind) == 0);
	row = ask_select(&ask, "lien", _("Lien"), NULL);
	ask_nothing(row, _("Tous"));
	for (w = link_kinds; w->key != NULL; w++)
		ask_option(&ask, row, "lien", w->key, _(w->label),
		    f->relation != NULL && strcmp(f->relation, w->key) == 0);
	if (f->around_kind == NULL)
		return;
	row = ask_select(&ask, "pas", _("Jusqu’où"), NULL);
	ask_option(&ask, row, "pas", "1", _("Ses liens"), f->steps == 1);
	ask_option(&ask, row, "pas", "2", _("Et ceux de ses voisins"),
	    f->steps == 2);
}

/* --- the page ----------------------------------------------------------------------------- */

static void
show_tabs(const struct req *req, struct view *v)
{
	struct view *row;

	view_text(v, M_TABS_NAME, _("Genres de fiches"));
	row = view_add(v, M_TABS);
	view_text(row, M_TAB_URL, page_url(req, "elements"));
	view_text(row, M_TAB_NAME, _("Fiches"));
	row = view_add(v, M_TABS);
	view_text(row, M_TAB_URL, page_url(req, "elements/graphe"));
	view_text(row, M_TAB_NAME, _("Liens"));
	view_show(row, M_TAB_CURRENT);
}

static void
show_nothing(const struct req *req, struct view *v,
    const struct graph_filter *f)
{
	bool filtered = f->kind != NULL || f->relation != NULL;
	struct view *empty = view_add(v, M_EMPTY), *act;

	view_text(empty, M_EMPTY_TITLE, filtered ?
	    _("Aucun lien de cette sorte") : _("Aucun lien pour l’instant"));
	view_text(empty, M_EMPTY_TEXT, filtered ? _("Choisissez un autre "
	    "genre, ou un autre lien.") : _("Depuis la page d’une fiche, "
	    "« Je soutiens, je contribue » permet d’en proposer un."));
	if (!filtered && f->around_kind == NULL)
		return;
	act = view_add(empty, M_EMPTY_ACT);
	view_text(act, M_EMPTY_URL, page_url(req, "elements/graphe"));
	view_text(act, M_EMPTY_ACT_TEXT, _("Voir tous les liens"));
}

void
graph_get(struct req *req, struct res *res)
{
	struct graph_filter f;
	struct graph g;
	const struct graph_node *centre;
	const struct word *w;
	struct view *page, *v;
	enum rc rc = read_filter(&f, req);

	if (rc == RC_OK)
		rc = graph_load(&g, req->db, req->mem, &f);
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	centre = f.around_kind == NULL ? NULL : &g.nodes[g.centre];
	page = res_page(res, centre == NULL ? _("Les liens du territoire") :
	    mem_printf(req->mem, _("Autour de « %s »"), centre->title));
	if (centre == NULL)
		view_show(page, M_GRAPH_ALL);
	else {
		v = view_add(page, M_GRAPH_AROUND);
		view_text(v, M_AROUND_TITLE, centre->title);
		view_text(v, M_AROUND_ALL_URL, page_url(req,
		    "elements/graphe"));
		if (kind_of(centre->kind) != NULL)
			view_text(view_add(v, M_AROUND_PAGE), M_AROUND_URL,
			    graph_node_url(req, centre));
	}
	show_tabs(req, page);
	show_form(req, page, &g, &f);
	if (g.link_count == 0)
		show_nothing(req, page, &f);
	else {
		v = view_add(page, M_GRAPH_SHOWN);
		graph_draw(req, v, &g, centre != NULL);
		for (w = link_kinds; w->key != NULL; w++)
			list_relation(req, v, &g, w);
	}
	res_view(res, 200, "observatory/graph.tpl");
}
