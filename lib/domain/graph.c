/*
 * Reading links as nodes and edges, all of them or around one.
 * It names nobody who did not ask for it, and nothing that is not public.
 */
#include "config.h"

#include "domain/graph.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "domain/link.h"

#define READ_MOST	3000	/* rows looked at for one graph */

/* An end of a row, before it is a node. */
struct end {
	const char	*kind, *slug, *title;
	int64_t		 id;
};

static bool
is_element(const char *kind)
{
	return strcmp(kind, "organisation") != 0 &&
	    strcmp(kind, "person") != 0;
}

/* Elements share their ids whatever their kind is. */
static bool
is_same(const char *a, const char *b)
{
	return is_element(a) ? is_element(b) : strcmp(a, b) == 0;
}

static size_t
find_node(const struct graph *g, const char *kind, int64_t id)
{
	size_t i;

	for (i = 0; i < g->node_count; i++)
		if (g->nodes[i].id == id && is_same(g->nodes[i].kind, kind))
			break;
	return i;
}

static size_t
node_of(struct graph *g, struct mem *mem, const struct end *e)
{
	size_t i = find_node(g, e->kind, e->id);

	if (i == g->node_count)
		g->nodes[g->node_count++] = (struct graph_node){
		    .kind = mem_strdup(mem, e->kind), .id = e->id,
		    .slug = mem_strdup(mem, e->slug),
		    .title = mem_strdup(mem, e->title) };
	return i;
}

static bool
is_there(const struct graph *g, const struct word *relation, size_t from,
    size_t to)
{
	size_t i;

	for (i = 0; i < g->link_count; i++)
		if (g->links[i].from == from && g->links[i].to == to &&
		    strcmp(g->links[i].relation, relation->key) == 0)
			return true;
	return false;
}

static void
add_link(struct graph *g, struct mem *mem, const char *key,
    const struct end *one, const struct end *other)
{
	const struct word *relation = word_of(link_kinds, key);
	size_t from, to;

	if (relation == NULL)
		return;
	if (g->link_count == GRAPH_LINKS) {
		g->more = true;
		return;
	}
	from = node_of(g, mem, one);
	to = node_of(g, mem, other);
	if (is_there(g, relation, from, to))
		return;
	g->links[g->link_count++] = (struct graph_link){ relation->key, from,
	    to };
	g->nodes[from].links++;
	g->nodes[to].links++;
}

static bool
is_asked(const struct graph_filter *f, const char *relation,
    const struct end *from, const struct end *to)
{
	return (f->relation == NULL || strcmp(f->relation, relation) == 0) &&
	    (f->kind == NULL || strcmp(f->kind, from->kind) == 0 ||
	    strcmp(f->kind, to->kind) == 0);
}

/* Borrowed from the statement: add_link copies what stays. */
static void
read_links(struct graph *g, struct mem *mem, const struct graph_filter *f,
    struct stmt *s)
{
	struct end from, to;
	const char *relation;

	while (stmt_step(s)) {
		relation = stmt_text(s, "relation");
		from = (struct end){ stmt_text(s, "from_kind"),
		    stmt_text(s, "from_slug"), stmt_text(s, "from_title"),
		    stmt_int(s, "from_id") };
		to = (struct end){ stmt_text(s, "to_kind"),
		    stmt_text(s, "to_slug"), stmt_text(s, "to_title"),
		    stmt_int(s, "to_id") };
		if (is_asked(f, relation, &from, &to))
			add_link(g, mem, relation, &from, &to);
	}
	stmt_done(s);
}

/* --- around one -------------------------------------------------------------- */

/* The ids of nodes from `first` on that are of that sort, as a JSON array;
 * NULL: none. sort is "element", "organisation" or "person". */
static const char *
ids_of(const struct graph *g, struct mem *mem, size_t first, const char *sort)
{
	struct buf b = BUF_INIT;
	const char *text = NULL;
	size_t i;

	for (i = first; i < g->node_count; i++)
		if (is_element(g->nodes[i].kind) ? strcmp(sort, "element") == 0
		    : strcmp(sort, g->nodes[i].kind) == 0)
			buf_printf(&b, "%s%" PRId64, b.len == 0 ? "[" : ",",
			    g->nodes[i].id);
	if (b.len > 0) {
		buf_char(&b, ']');
		text = mem_strdup(mem, b.data);
	}
	buf_release(&b);
	return text;
}

/* The links of the nodes from `first` on. */
static void
step(struct graph *g, struct db *db, struct mem *mem,
    const struct graph_filter *f, size_t first)
{
	const char *elements = ids_of(g, mem, first, "element");
	const char *bodies = ids_of(g, mem, first, "organisation");
	const char *people = ids_of(g, mem, first, "person");

	if (elements != NULL)
		read_links(g, mem, f, db_query(db, Q_GRAPH_OF_ELEMENTS,
		    T(ids, elements), I(limit, READ_MOST)));
	if (bodies != NULL)
		read_links(g, mem, f, db_query(db, Q_GRAPH_OF_ORGANISATIONS,
		    T(ids, bodies), I(platform, f->platform_id),
		    I(limit, READ_MOST)));
	if (people != NULL)
		read_links(g, mem, f, db_query(db, Q_GRAPH_OF_PEOPLE,
		    T(ids, people), I(platform, f->platform_id),
		    I(limit, READ_MOST)));
}

static struct stmt *
find_centre(struct db *db, const struct graph_filter *f)
{
	if (strcmp(f->around_kind, "organisation") == 0)
		return db_query(db, Q_GRAPH_ORGANISATION,
		    T(slug, f->around_slug));
	if (strcmp(f->around_kind, "person") == 0)
		return db_query(db, Q_GRAPH_PERSON, I(id,
		    strtoll(f->around_slug, NULL, 10)));
	return db_query(db, Q_GRAPH_ELEMENT, I(platform, f->platform_id),
	    T(kind, f->around_kind), T(slug, f->around_slug));
}

/* Is anything tied to the centre, whatever the filter leaves of it? */
static bool
is_tied(const struct graph *g, struct db *db, struct mem *mem,
    const struct graph_filter *f)
{
	struct graph_filter all = { .platform_id = f->platform_id };
	struct graph whole = *g;

	if (g->link_count > 0)
		return true;
	step(&whole, db, mem, &all, 0);
	return whole.link_count > 0;
}

static enum rc
load_around(struct graph *g, struct db *db, struct mem *mem,
    const struct graph_filter *f)
{
	struct stmt *s = find_centre(db, f);
	struct end centre = { .kind = f->around_kind, .slug = f->around_slug };
	size_t first = 0, known;
	int i, steps = f->steps < 1 ? 1 : f->steps > GRAPH_STEPS ?
	    GRAPH_STEPS : f->steps;

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	centre.id = stmt_int(s, "id");
	centre.title = stmt_str(s, mem, "title");
	stmt_done(s);
	g->centre = node_of(g, mem, &centre);
	for (i = 0; i < steps; i++) {
		known = g->node_count;
		step(g, db, mem, f, first);
		first = known;
	}
	/* A body or a person without any public tie is nobody's business. */
	return is_element(centre.kind) || is_tied(g, db, mem, f) ? RC_OK :
	    RC_NOT_FOUND;
}

enum rc
graph_load(struct graph *g, struct db *db, struct mem *mem,
    const struct graph_filter *f)
{
	*g = (struct graph){
	    .nodes = MEM_ARRAY(mem, 2 * GRAPH_LINKS + 1, struct graph_node),
	    .links = MEM_ARRAY(mem, GRAPH_LINKS, struct graph_link) };
	if (f->around_kind != NULL)
		return load_around(g, db, mem, f);
	read_links(g, mem, f, db_query(db, Q_GRAPH_ALL,
	    I(platform, f->platform_id), I(limit, READ_MOST)));
	return RC_OK;
}
