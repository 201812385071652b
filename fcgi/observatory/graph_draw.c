/*
 * The drawing of the graph: places are whole numbers, the same each time. The
 * list of graph.c says as much.
 */
#include "config.h"

#include "fcgi/observatory/graph.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/link.h"

#define NODES_DRAWN	80
#define WIDTH		1200	/* of the page: as many columns as it holds */
#define COLUMN_LEAST	190
#define COLUMN_MOST	320
#define GAP		32	/* between two columns of boxes */
#define MARGIN		24	/* where links within the first column bend */
#define ROW_HEIGHT	58
#define HEAD		34
#define BOX_HEIGHT	46	/* two lines of a name */
#define CHARACTER	7	/* width of one, in units of the drawing */

/* --- places ----------------------------------------------------------------------- */

struct place {
	const struct graph_node	*node;
	int			 column, row;	/* column -1: not drawn */
};

struct layout {
	struct place	*places;	/* as the nodes of the graph */
	size_t		 drawn;
	int		 rows[GRAPH_COLUMNS];
	int		 at[GRAPH_COLUMNS];	/* x of each column that has boxes */
	int		 box, width, height;
};

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

	for (i = 0; i < GRAPH_COLUMNS; i++) {
		used += l->rows[i] > 0;
		most = l->rows[i] > most ? l->rows[i] : most;
	}
	width = used == 0 ? COLUMN_MOST : (WIDTH - 2 * MARGIN + GAP) / used;
	width = width < COLUMN_LEAST ? COLUMN_LEAST : width > COLUMN_MOST ?
	    COLUMN_MOST : width;
	for (i = 0; i < GRAPH_COLUMNS; i++)
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
		p->column = graph_column_of(p->node->kind);
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
	view_text(row, M_NODE_URL, centre ? graph_node_url(req, n) :
	    graph_around_url(req, n->kind, n->slug));
}

void
graph_draw(const struct req *req, struct view *v, const struct graph *g,
    bool around)
{
	struct layout l;
	struct view *row;
	size_t i;
	int c;

	lay_out(&l, req->mem, g, around);
	for (c = 0; c < GRAPH_COLUMNS; c++) {
		if (l.rows[c] == 0)
			continue;
		row = view_add(v, M_GRAPH_HEADS);
		view_int(row, M_HEAD_X, l.at[c]);
		view_text(row, M_HEAD_NAME, _(graph_columns[c].head));
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
