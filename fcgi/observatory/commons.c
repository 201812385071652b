/*
 * Around an element: what it joined, needs and offers, links, people.
 * It shows only what both ends of a link agreed to.
 */
#include "config.h"

#include "fcgi/observatory/commons.h"

#include <string.h>

#include "base/buf.h"
#include "base/lang.h"
#include "domain/kind.h"
#include "domain/link.h"
#include "domain/merge.h"
#include "domain/money.h"
#include "domain/need.h"
#include "fcgi/observatory/graph.h"

#define MATCHES_SHOWN	6

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

	view_text(row, M_LINK_FROM, l->from_title);
	view_text(row, M_LINK_FROM_URL, element_url(req, l->from_kind,
	    l->from_slug));
	view_text(row, M_LINK_WORD, word_label(link_kinds, l->kind));
	view_text(row, M_LINK_TO, l->to_title);
	/* An organisation is shown by what is around it. */
	view_text(row, M_LINK_TO_URL, strcmp(l->to_kind, "organisation") == 0 ?
	    graph_around_url(req, l->to_kind, l->to_slug) :
	    element_url(req, l->to_kind, l->to_slug));
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

/* "Offre : Un lieu, la halle du marché · Saint-Leu" */
static const char *
match_said(const struct req *req, const struct match *m)
{
	const char *said = mem_printf(req->mem, strcmp(m->side, "offer") == 0 ?
	    _("Offre : %s") : _("Cherche : %s"), word_label(need_kinds,
	    m->kind));

	if (*m->detail != '\0')
		said = mem_join(req->mem, said, ", ", m->detail, NULL);
	return m->place == NULL ? said : mem_join(req->mem, said, " · ",
	    m->place, NULL);
}

static void
show_needs(const struct req *req, struct view *page, int64_t id)
{
	struct needs needs;
	struct match *matches;
	struct view *v, *row;
	const char *why;
	size_t n, i;
	bool need;

	needs_load(&needs, req->db, req->mem, id);
	if (needs.count == 0 && needs.tag_count == 0)
		return;
	v = view_add(page, M_NEEDS_SHOWN);
	for (i = 0; i < needs.count; i++) {
		need = strcmp(needs.rows[i].side, "need") == 0;
		row = view_add(v, M_NEED_LINES);
		view_text(row, M_NEED_LINE_TONE, need ? "wait" : "ok");
		view_text(row, M_NEED_LINE_SIDE, need ? _("cherche") :
		    _("offre"));
		view_text(row, M_NEED_LINE_NAME, word_label(need_kinds,
		    needs.rows[i].kind));
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
		view_text(row, M_MATCH_SAID, match_said(req, &matches[i]));
		why = needs_match_why(req->mem, &matches[i]);
		if (*why != '\0')
			view_text(view_add(row, M_MATCH_WHY), M_MATCH_WHY_TEXT,
			    why);
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
		view_text(v, M_GRAPH_URL, graph_around_url(req, kind, slug));
	show_people(req, page, id, kind, slug);
}
