/*
 * The graph of links: a drawing whose places are whole numbers, the same each
 * time, and a list that says as much. What may be read is domain/graph's.
 */
#include "config.h"

#include "fcgi/observatory/graph.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/graph.h"
#include "domain/kind.h"
#include "domain/link.h"
#include "domain/money.h"
#include "web/ask.h"

#define NODES_DRAWN	80
#define COLUMNS		6
#define WIDTH		1200	/* of the page: as many columns as it holds */
#define COLUMN_LEAST	190
#define COLUMN_MOST	320
#define GAP		32	/* between two columns of boxes */
#define MARGIN		24	/* where links within the first column bend */
#define ROW_HEIGHT	58
#define HEAD		34
#define BOX_HEIGHT	46	/* two lines of a name */
#define CHARACTER	7	/* width of one, in units of the drawing */

const struct field_rule graph_fields[] = {
	{ .name = "autour", .type = F_TEXT, .max = 300 },
	{ .name = "genre", .type = F_CODE },
	{ .name = "lien", .type = F_CODE },
	{ .name = "pas", .type = F_CHOICE, .choices = "1|2" },
	{ .type = F_END }
};

/* From whom, through what is done, to where it happens. */
static const struct column {
	const char	*kind, *path, *head;
} columns[COLUMNS] = {
	{ "person", "personnes", N_("Personnes") },
	{ "organisation", "organisations", N_("Organisations") },
	{ "project", "projets", N_("Projets") },
	{ "commons", "communs", N_("Communs") },
	{ "resource", "ressources", N_("Ressources") },
	{ "place", "lieux", N_("Lieux et événements") },
};

/* --- addresses ---------------------------------------------------------------- */

static const char *
path_of(const char *kind)
{
	const struct kind *k = kind_of(kind);
	int i;

	for (i = 0; k == NULL && i < COLUMNS; i++)
		if (strcmp(columns[i].kind, kind) == 0)
			return columns[i].path;
	return k == NULL ? "" : k->path;
}

/* "communs" → "commons"; NULL: none. */
static const char *
kind_at(const char *path)
{
	const struct kind *k = kind_by_path(path);
	int i;

	for (i = 0; k == NULL && path != NULL && i < COLUMNS; i++)
		if (strcmp(columns[i].path, path) == 0)
			return columns[i].kind;
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

/* Its own page; those that have none are shown by what is around them. */
static const char *
node_url(const struct req *req, const struct graph_node *n)
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

/* --- places ----------------------------------------------------------------------- */

struct place {
	const struct graph_node	*node;
	int			 column, row;	/* column -1: not drawn */
};

struct layout {
	struct place	*places;	/* as the nodes of the graph */
	size_t		 drawn;
	int		 rows[COLUMNS];
	int		 at[COLUMNS];	/* x of each column that has boxes */
	int		 box, width, height;
};

static int
column_of(const char *kind)
{
	int i;

	for (i = 0; i < COLUMNS; i++)
		if (strcmp(columns[i].kind, kind) == 0)
			return i;
	return COLUMNS - 1;
}

/* The most linked first, then by title, then by address. */
static int
by_links(const void *a, const void *b)
{
	const struct graph_node *x = (*(struct place *const *)a)->node;
	const struct graph_node *y = (*(struct place *const *)b)->node;
	int order;

	if (x->links != y->links)
		return x->links < y->links ? 1 : -1;
	order = strcmp(x->title, y->title);
	return order != 0 ? order : strcmp(x->slug, y->slug);
}

static void
put_columns(struct layout *l)
{
	int used = 0, most = 1, width, i, x = MARGIN;

	for (i = 0; i < COLUMNS; i++) {
		used += l->rows[i] > 0;
		most = l->rows[i] > most ? l->rows[i] : most;
	}
	width = used == 0 ? COLUMN_MOST : (WIDTH - 2 * MARGIN + GAP) / used;
	width = width < COLUMN_LEAST ? COLUMN_LEAST : width > COLUMN_MOST ?
	    COLUMN_MOST : width;
	for (i = 0; i < COLUMNS; i++)
		if (l->rows[i] > 0) {
			l->at[i] = x;
			x += width;
		}
	l->box = width - GAP;
	l->width = x - GAP + MARGIN;
	l->height = HEAD + most * ROW_HEIGHT;
}

static void
lay_out(struct layout *l, struct mem *mem, const struct graph *g,
    bool around)
{
	struct place **order = MEM_ARRAY(mem, g->node_count + 1,
	    struct place *);
	size_t i;

	*l = (struct layout){ .places = MEM_ARRAY(mem, g->node_count + 1,
	    struct place) };
	for (i = 0; i < g->node_count; i++) {
		l->places[i] = (struct place){ &g->nodes[i], -1, 0 };
		order[i] = &l->places[i];
	}
	qsort(order, g->node_count, sizeof(order[0]), by_links);
	for (i = 0; i < g->node_count; i++) {
		struct place *p = order[i];
		bool centre = around && p == &l->places[g->centre];

		if (l->drawn >= NODES_DRAWN && !centre)
			continue;
		p->column = column_of(p->node->kind);
		p->row = l->rows[p->column]++;
		l->drawn++;
	}
	put_columns(l);
}

/* --- drawing ------------------------------------------------------------------------ */

static const char *
sentence(const struct req *req, const struct graph *g,
    const struct graph_link *link)
{
	return mem_printf(req->mem, "%s %s %s", g->nodes[link->from].title,
	    word_label(link_kinds, link->relation), g->nodes[link->to].title);
}

/* A curve from the right of one box to the left of the other. Two boxes of one
 * column are tied by their left sides; what passes by a column goes below its
 * boxes, not behind them. */
static void
draw_link(const struct req *req, struct view *v, const struct layout *l,
    const struct graph *g, const struct graph_link *link)
{
	const struct place *a = &l->places[link->from];
	const struct place *b = &l->places[link->to];
	const struct place *left = a->column <= b->column ? a : b;
	const struct place *right = left == a ? b : a;
	bool same = a->column == b->column;
	int x1, x2, y1, y2, bend, dip;
	struct view *row;

	if (a->column < 0 || b->column < 0)
		return;
	x1 = l->at[left->column] + (same ? 0 : l->box);
	x2 = l->at[right->column];
	y1 = HEAD + left->row * ROW_HEIGHT + BOX_HEIGHT / 2;
	y2 = HEAD + right->row * ROW_HEIGHT + BOX_HEIGHT / 2;
	bend = same ? -MARGIN : (x2 - x1) / 2;
	/* A curve goes three quarters of the way to its two handles. */
	dip = x2 - x1 > l->box ? ROW_HEIGHT / 2 * 4 / 3 : 0;
	row = view_add(v, M_EDGES);
	view_int(row, M_X1, x1);
	view_int(row, M_Y1, y1);
	view_int(row, M_BEND_X1, x1 + bend);
	view_int(row, M_BEND_Y1, y1 + dip);
	view_int(row, M_BEND_X2, same ? x2 + bend : x2 - bend);
	view_int(row, M_BEND_Y2, y2 + dip);
	view_int(row, M_X2, x2);
	view_int(row, M_Y2, y2);
	view_text(row, M_EDGE_SAID, sentence(req, g, link));
}

/* How many bytes of a text make a line of `most` characters that ends between
 * two words; all of it when it is short. */
static size_t
line_of(const char *text, size_t most)
{
	size_t i, n = 0, end = 0;

	for (i = 0; text[i] != '\0'; i++) {
		if ((text[i] & 0xC0) != 0x80 && n++ == most)
			return end;
		if (text[i] == ' ')
			end = i;
	}
	return i;
}

/* A name in its box, on one line or two. */
static void
draw_name(const struct req *req, struct view *row, const char *title, int x,
    int y, size_t most)
{
	size_t first = line_of(title, most);
	bool two = first > 0 && title[first] != '\0';
	const char *lines[2] = { two ? mem_strndup(req->mem, title, first) :
	    text_truncate(req->mem, title, most), two ?
	    text_truncate(req->mem, title + first + 1, most) : NULL };
	struct view *line;
	int i;

	for (i = 0; i < 2 && lines[i] != NULL; i++) {
		line = view_add(row, M_NODE_LINES);
		view_int(line, M_NODE_TEXT_X, x);
		view_int(line, M_NODE_TEXT_Y, y + (two ? 20 + 16 * i : 28));
		view_text(line, M_NODE_NAME, lines[i]);
	}
}

static void
draw_node(const struct req *req, struct view *v, const struct layout *l,
    const struct place *p, bool centre)
{
	struct view *row = view_add(v, M_NODES);
	const struct graph_node *n = p->node;
	int x = l->at[p->column], y = HEAD + p->row * ROW_HEIGHT;

	view_text(row, M_NODE_LOOK, centre ? "centre" :
	    strcmp(n->kind, "person") == 0 ? "person" : "element");
	view_int(row, M_NODE_X, x);
	view_int(row, M_NODE_Y, y);
	view_int(row, M_NODE_WIDTH, l->box);
	view_int(row, M_NODE_HEIGHT, BOX_HEIGHT);
	view_int(row, M_NODE_CORNER, strcmp(n->kind, "person") == 0 ?
	    BOX_HEIGHT / 2 : 6);
	draw_name(req, row, n->title, x + 12, y,
	    (size_t)((l->box - 20) / CHARACTER));
	view_text(row, M_NODE_TITLE, n->title);
	view_text(row, M_NODE_URL, centre ? node_url(req, n) :
	    graph_around_url(req, n->kind, n->slug));
}

static void
draw(const struct req *req, struct view *v, const struct graph *g,
    bool around)
{
	struct layout l;
	struct view *row;
	size_t i;
	int c;

	lay_out(&l, req->mem, g, around);
	for (c = 0; c < COLUMNS; c++) {
		if (l.rows[c] == 0)
			continue;
		row = view_add(v, M_GRAPH_HEADS);
		view_int(row, M_HEAD_X, l.at[c]);
		view_text(row, M_HEAD_NAME, _(columns[c].head));
	}
	view_int(v, M_GRAPH_WIDTH, l.width);
	view_int(v, M_GRAPH_HEIGHT, l.height);
	view_text(v, M_GRAPH_SAID, mem_printf(req->mem, ngettext(
	    "%zu lien, dessiné ; la liste le dit aussi",
	    "%zu liens, dessinés ; la liste les dit aussi",
	    (unsigned long)g->link_count), g->link_count));
	for (i = 0; i < g->link_count; i++)
		draw_link(req, v, &l, g, &g->links[i]);
	for (i = 0; i < g->node_count; i++)
		if (l.places[i].column >= 0)
			draw_node(req, v, &l, &l.places[i], around &&
			    i == g->centre);
	if (l.drawn < g->node_count)
		view_text(view_add(v, M_GRAPH_MORE), M_GRAPH_MORE_TEXT,
		    mem_printf(req->mem, _("Le dessin s’en tient aux %zu "
		    "fiches les plus liées, sur %zu. La liste dit tout ; "
		    "choisissez un genre, un lien ou une fiche pour voir de "
		    "plus près."), l.drawn, g->node_count));
	else if (g->more)
		view_text(view_add(v, M_GRAPH_MORE), M_GRAPH_MORE_TEXT,
		    mem_printf(req->mem, _("Voici les %d liens les plus "
		    "récents : choisissez un genre, un lien ou une fiche pour "
		    "voir les autres."), GRAPH_LINKS));
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
		view_text(row, M_LINK_FROM_URL, node_url(req, from));
		view_text(row, M_LINK_WORD, _(relation->label));
		view_text(row, M_LINK_TO, to->title);
		view_text(row, M_LINK_TO_URL, node_url(req, to));
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
	int order = column_of(x->kind) - column_of(y->kind);

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
		    "%s – %s", _(columns[column_of(list[i]->kind)].head),
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
	for (i = 0; i < COLUMNS; i++)
		ask_option(&ask, row, "genre", columns[i].path,
		    _(columns[i].head), f->kind != NULL &&
		    strcmp(f->kind, columns[i].kind) == 0);
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
			    node_url(req, centre));
	}
	show_tabs(req, page);
	show_form(req, page, &g, &f);
	if (g.link_count == 0)
		show_nothing(req, page, &f);
	else {
		v = view_add(page, M_GRAPH_SHOWN);
		draw(req, v, &g, centre != NULL);
		for (w = link_kinds; w->key != NULL; w++)
			list_relation(req, v, &g, w);
	}
	res_view(res, 200, "observatory/graph.tpl");
}
