/*
 * Around an element, and the graph of all links: a drawing whose places are
 * whole numbers, the same each time, with a list that says as much.
 */
#include "config.h"

#include "fcgi/observatory/commons.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/kind.h"
#include "domain/link.h"
#include "domain/merge.h"
#include "domain/money.h"
#include "domain/need.h"

#define MATCHES_SHOWN	6
#define NODES_MOST	80
#define COLUMNS		5
#define COLUMN_WIDTH	240
#define ROW_HEIGHT	42
#define HEAD		34
#define BOX_WIDTH	196
#define BOX_HEIGHT	30
#define NAME_MOST	26	/* characters of a title in its box */

static const char *
element_url(const struct req *req, const char *kind, const char *slug)
{
	const struct kind *k = kind_of(kind);

	return strcmp(kind, "project") == 0 ? page_url(req, "projets/%s",
	    slug) : k == NULL ? NULL : page_url(req, "elements/%s/%s", k->path,
	    slug);
}

static void
show_link(const struct req *req, struct view *v, const struct link *l)
{
	struct view *row = view_add(v, M_LINKS);
	const char *url = element_url(req, l->to_kind, l->to_slug);

	view_text(row, M_LINK_FROM, l->from_title);
	view_text(row, M_LINK_FROM_URL, element_url(req, l->from_kind,
	    l->from_slug));
	view_text(row, M_LINK_WORD, word_label(link_kinds, l->kind));
	view_text(row, M_LINK_TO, l->to_title);
	if (url != NULL) {
		view_text(row, M_LINK_TO_URL, url);
		view_show(row, M_LINK_TO_PAGE);
	}
}

/* --- around one ---------------------------------------------------------------------- */

static void
show_merges(const struct req *req, struct view *page, int64_t id)
{
	const struct merge *m = merge_in_force(req->db, req->mem, id);
	struct view *shown = NULL, *row;
	struct stmt *s;

	if (m != NULL) {
		row = view_add(page, M_MERGED);
		view_text(row, M_MERGED_URL, page_url(req, "projets/%s",
		    m->to_slug));
		view_text(row, M_MERGED_TITLE, m->to_title);
	}
	s = db_query(req->db, Q_MERGE_GATHERED, I(element, id));
	while (stmt_step(s)) {
		if (shown == NULL)
			shown = view_add(page, M_GATHERED_SHOWN);
		row = view_add(shown, M_GATHERED);
		view_text(row, M_GATHERED_TITLE, stmt_str(s, req->mem,
		    "title"));
		view_text(row, M_GATHERED_URL, page_url(req, "projets/%s",
		    stmt_str(s, req->mem, "slug")));
	}
	stmt_done(s);
}

static void
show_needs(const struct req *req, struct view *page, int64_t id)
{
	struct needs needs;
	struct match *matches;
	struct view *v, *row;
	size_t n, i;

	needs_load(&needs, req->db, req->mem, id);
	if (needs.count == 0 && needs.tag_count == 0)
		return;
	v = view_add(page, M_NEEDS_SHOWN);
	for (i = 0; i < needs.count; i++) {
		row = view_add(v, M_NEED_LINES);
		view_text(row, M_NEED_LINE_NAME, mem_printf(req->mem,
		    strcmp(needs.rows[i].side, "need") == 0 ?
		    _("Cherche : %s") : _("Offre : %s"),
		    word_label(need_kinds, needs.rows[i].kind)));
		view_text(row, M_NEED_LINE_DETAIL, needs.rows[i].detail);
	}
	if (needs.tag_count > 0)
		view_text(view_add(v, M_NEED_TAGS), M_NEED_TAGS_TEXT,
		    needs_tags_text(req->mem, &needs));
	n = needs_matches(&matches, req->db, req->mem, id, MATCHES_SHOWN);
	v = n == 0 ? NULL : view_add(page, M_MATCHES_SHOWN);
	for (i = 0; i < n; i++) {
		row = view_add(v, M_MATCHES);
		view_text(row, M_MATCH_URL, element_url(req,
		    matches[i].element_kind, matches[i].slug));
		view_text(row, M_MATCH_TITLE, matches[i].title);
		view_text(row, M_MATCH_SAID, mem_printf(req->mem, "%s%s%s%s%s",
		    mem_printf(req->mem, strcmp(matches[i].side, "offer") == 0
		    ? _("Offre : %s") : _("Cherche : %s"),
		    word_label(need_kinds, matches[i].kind)),
		    *matches[i].detail == '\0' ? "" : ", ", matches[i].detail,
		    matches[i].place == NULL ? "" : " · ",
		    matches[i].place == NULL ? "" : matches[i].place));
	}
}

static void
show_people(const struct req *req, struct view *page, int64_t id,
    const char *kind, const char *slug)
{
	const struct kind *k = kind_of(kind);
	struct backings b;
	struct buf names = BUF_INIT;
	size_t i;

	backing_load(&b, req->db, req->mem, id, 0);
	view_text(page, M_BACK_SUPPORTS, b.supports == 0 ?
	    _("Pas encore de soutien") : mem_printf(req->mem, ngettext(
	    "%s personne soutient", "%s personnes soutiennent",
	    (unsigned long)b.supports), money_number(req->mem, b.supports,
	    req->lang)));
	view_text(page, M_BACK_CONTRIBUTIONS, b.contributions == 0 ?
	    _("pas encore de contribution") : mem_printf(req->mem, ngettext(
	    "%s contribue", "%s contribuent", (unsigned long)b.contributions),
	    money_number(req->mem, b.contributions, req->lang)));
	view_text(page, M_BACK_URL, page_url(req, "gestes/%s/%s",
	    k == NULL ? "projets" : k->path, slug));
	if (b.name_count == 0)
		return;
	for (i = 0; i < b.name_count; i++)
		buf_printf(&names, "%s%s", i > 0 ? ", " : "", b.names[i]);
	view_text(view_add(page, M_BACK_NAMES), M_BACK_NAMES_TEXT,
	    mem_printf(req->mem, _("Dont %s"), names.data));
	buf_release(&names);
}

void
around_show(const struct req *req, struct view *page, int64_t id,
    const char *kind, const char *slug)
{
	struct link *links;
	struct view *v;
	size_t n, i;

	show_merges(req, page, id);
	show_needs(req, page, id);
	n = link_of_element(&links, req->db, req->mem, id, false);
	v = n == 0 ? NULL : view_add(page, M_LINKS_SHOWN);
	for (i = 0; i < n; i++)
		show_link(req, v, &links[i]);
	if (n > 0)
		view_text(v, M_GRAPH_URL, page_url(req, "elements/graphe"));
	show_people(req, page, id, kind, slug);
}

/* --- all of them ------------------------------------------------------------------------ */

struct node {
	const char	*kind, *slug, *title;
	int		 column, row;
	int		 links;
};

struct graph {
	struct node	 nodes[NODES_MOST];
	size_t		 count;
	int		 rows[COLUMNS];
	bool		 full;
};

/* From whom, through what is done, to where it happens. */
static int
column_of(const char *kind)
{
	static const char *const order[COLUMNS] = { "organisation", "project",
	    "commons", "resource", "place" };
	int i;

	for (i = 0; i < COLUMNS; i++)
		if (strcmp(order[i], kind) == 0)
			return i;
	return COLUMNS - 1;
}

static struct node *
find_node(struct graph *g, const char *kind, const char *slug)
{
	size_t i;

	for (i = 0; i < g->count; i++)
		if (strcmp(g->nodes[i].kind, kind) == 0 &&
		    strcmp(g->nodes[i].slug, slug) == 0)
			return &g->nodes[i];
	return NULL;
}

static void
add_node(struct graph *g, const char *kind, const char *slug,
    const char *title)
{
	struct node *n = find_node(g, kind, slug);

	if (n == NULL && g->count == NODES_MOST) {
		g->full = true;
		return;
	}
	if (n == NULL) {
		n = &g->nodes[g->count++];
		*n = (struct node){ kind, slug, title, column_of(kind), 0, 0 };
	}
	n->links++;
}

/* The most linked first in each column, then by title, then by address. */
static int
by_place(const void *a, const void *b)
{
	const struct node *x = a, *y = b;
	int order;

	if (x->column != y->column)
		return x->column - y->column;
	if (x->links != y->links)
		return y->links - x->links;
	order = strcmp(x->title, y->title);
	return order != 0 ? order : strcmp(x->slug, y->slug);
}

static void
lay_out(struct graph *g, const struct link *links, size_t n)
{
	size_t i;

	*g = (struct graph){ .count = 0 };
	for (i = 0; i < n; i++) {
		add_node(g, links[i].from_kind, links[i].from_slug,
		    links[i].from_title);
		add_node(g, links[i].to_kind, links[i].to_slug,
		    links[i].to_title);
	}
	qsort(g->nodes, g->count, sizeof(g->nodes[0]), by_place);
	for (i = 0; i < g->count; i++)
		g->nodes[i].row = g->rows[g->nodes[i].column]++;
}

static int
x_of(const struct node *n)
{
	return 4 + n->column * COLUMN_WIDTH;
}

static int
y_of(const struct node *n)
{
	return HEAD + n->row * ROW_HEIGHT;
}

static void
draw_edge(const struct req *req, struct view *v, struct graph *g,
    const struct link *l)
{
	const struct node *from = find_node(g, l->from_kind, l->from_slug);
	const struct node *to = find_node(g, l->to_kind, l->to_slug);
	const struct node *left, *right;
	struct view *row;
	bool same;

	if (from == NULL || to == NULL)
		return;
	left = from->column <= to->column ? from : to;
	right = left == from ? to : from;
	same = left->column == right->column;
	row = view_add(v, M_EDGES);
	/* Two in one column are tied by their left sides. */
	view_int(row, M_X1, x_of(left) + (same ? 0 : BOX_WIDTH));
	view_int(row, M_Y1, y_of(left) + BOX_HEIGHT / 2);
	view_int(row, M_X2, x_of(right));
	view_int(row, M_Y2, y_of(right) + BOX_HEIGHT / 2);
	view_text(row, M_EDGE_SAID, mem_printf(req->mem, "%s %s %s",
	    l->from_title, word_label(link_kinds, l->kind), l->to_title));
}

static void
draw_node(const struct req *req, struct view *v, const struct node *n)
{
	struct view *row = view_add(v, M_NODES);
	const char *url = element_url(req, n->kind, n->slug);

	view_int(row, M_NODE_X, x_of(n));
	view_int(row, M_NODE_Y, y_of(n));
	view_int(row, M_NODE_TEXT_X, x_of(n) + 10);
	view_int(row, M_NODE_TEXT_Y, y_of(n) + 20);
	view_text(row, M_NODE_NAME, text_truncate(req->mem, n->title,
	    NAME_MOST));
	view_text(row, M_NODE_TITLE, n->title);
	if (url != NULL) {
		view_text(row, M_NODE_URL, url);
		view_show(row, M_NODE_PAGE);
	}
}

static void
draw(const struct req *req, struct view *page, const struct link *links,
    size_t n)
{
	static const char *const heads[COLUMNS] = { N_("Organisations"),
	    N_("Projets"), N_("Communs"), N_("Ressources"),
	    N_("Lieux et événements") };
	struct graph *g = MEM_NEW(req->mem, struct graph);
	struct view *v = view_add(page, M_GRAPH_SHOWN), *row;
	int most = 1, c;
	size_t i;

	lay_out(g, links, n);
	for (c = 0; c < COLUMNS; c++) {
		most = g->rows[c] > most ? g->rows[c] : most;
		row = view_add(v, M_GRAPH_HEADS);
		view_int(row, M_HEAD_X, 4 + c * COLUMN_WIDTH);
		view_text(row, M_HEAD_NAME, _(heads[c]));
	}
	view_int(v, M_GRAPH_WIDTH, COLUMNS * COLUMN_WIDTH - 36);
	view_int(v, M_GRAPH_HEIGHT, HEAD + most * ROW_HEIGHT);
	view_text(v, M_GRAPH_SAID, mem_printf(req->mem, ngettext(
	    "%zu lien entre %zu fiches ; la liste le dit aussi",
	    "%zu liens entre %zu fiches ; la liste les dit aussi",
	    (unsigned long)n), n, g->count));
	for (i = 0; i < n; i++)
		draw_edge(req, v, g, &links[i]);
	for (i = 0; i < g->count; i++)
		draw_node(req, v, &g->nodes[i]);
	for (i = 0; i < n; i++)
		show_link(req, v, &links[i]);
	if (g->full)
		view_text(view_add(v, M_GRAPH_MORE), M_GRAPH_MORE_TEXT,
		    mem_printf(req->mem, _("Le dessin montre %d fiches ; la "
		    "liste dit tous les liens récents."), NODES_MOST));
}

void
graph_get(struct req *req, struct res *res)
{
	struct view *v = res_page(res, _("Les liens du territoire")), *row;
	struct link *links;
	size_t n = link_graph(&links, req->db, req->mem, req->platform->id,
	    LINKS_MOST);

	view_text(v, M_TABS_NAME, _("Genres de fiches"));
	row = view_add(v, M_TABS);
	view_text(row, M_TAB_URL, page_url(req, "elements"));
	view_text(row, M_TAB_NAME, _("Fiches"));
	row = view_add(v, M_TABS);
	view_text(row, M_TAB_URL, page_url(req, "elements/graphe"));
	view_text(row, M_TAB_NAME, _("Liens"));
	view_show(row, M_TAB_CURRENT);
	if (n > 0)
		draw(req, v, links, n);
	else {
		row = view_add(v, M_EMPTY);
		view_text(row, M_EMPTY_TITLE, _("Aucun lien pour l’instant"));
		view_text(row, M_EMPTY_TEXT, _("Depuis la page d’une fiche, "
		    "« Je soutiens, je contribue » permet d’en proposer un."));
	}
	res_view(res, 200, "observatory/graph.tpl");
}
