/*
 * What emerges where: projects in the flow by theme, territory, maturity and
 * need, as charts and as a table.
 */
#include "config.h"

#include "fcgi/observatory/commons.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "domain/money.h"
#include "domain/need.h"
#include "fcgi/observatory/charts.h"

#define BARS_MAX	12
#define NAMES_MAX	400
#define LINES_MAX	300	/* of the table */

struct tally {
	struct { const char *name; int64_t n; } rows[NAMES_MAX];
	size_t		 count;
};

static void
add(struct tally *t, const char *name, int64_t n)
{
	size_t i;

	for (i = 0; i < t->count; i++)
		if (strcmp(t->rows[i].name, name) == 0) {
			t->rows[i].n += n;
			return;
		}
	if (t->count < NAMES_MAX) {
		t->rows[t->count].name = name;
		t->rows[t->count++].n = n;
	}
}

static int
by_count(const void *a, const void *b)
{
	const struct { const char *name; int64_t n; } *x = a, *y = b;

	return x->n != y->n ? (x->n > y->n ? -1 : 1) : strcmp(x->name, y->name);
}

/* On the page, or the one wanted as a file. */
struct canvas {
	struct view	*page;		/* NULL: a file */
	const char	*wanted;
	struct buf	*svg;
};

static void
show_bars(const struct req *req, const struct canvas *to, struct tally *t,
    const char *id, const char *title, const char *even, const char *head)
{
	struct bar *bars = MEM_ARRAY(req->mem, BARS_MAX, struct bar);
	size_t i, n = t->count < BARS_MAX ? t->count : BARS_MAX;

	if (n == 0)
		return;
	/* A finding, or no finding: several come first together. */
	qsort(t->rows, t->count, sizeof(t->rows[0]), by_count);
	for (i = 0; i < n; i++)
		bars[i] = (struct bar){ .name = t->rows[i].name,
		    .said = money_number(req->mem, t->rows[i].n, req->lang),
		    .parts = { t->rows[i].n } };
	const struct bars chart = { .id = id,
	    .title = t->count > 1 && t->rows[0].n == t->rows[1].n ? even :
	    mem_printf(req->mem, title, t->rows[0].name),
	    .unit = _("Projets à l’écoute"), .source = mem_printf(req->mem,
	    _("Source : %s, %s"), req->platform->name, req_day(req, req->now)),
	    .head_name = head, .head_value = _("Projets"), .series = { 1 },
	    .rows = bars, .count = n };

	if (to->page != NULL)
		chart_bars(req, to->page, &chart);
	else if (strcmp(id, to->wanted) == 0)
		chart_bars_svg(to->svg, req, &chart);
}

/* The projects of a line, among all; NULL: of no theme, of no territory. */
static const char *
where(const struct req *req, const char *theme, const char *territory)
{
	return mem_printf(req->mem, "%s?etat=listening%s%s%s%s",
	    page_url(req, "projets"), theme == NULL ? "" : "&theme=",
	    theme == NULL ? "" : theme, territory == NULL ? "" :
	    "&territoire=", territory == NULL ? "" : territory);
}

static bool
draw(const struct req *req, const struct canvas *to)
{
	struct tally *themes = MEM_NEW(req->mem, struct tally);
	struct tally *places = MEM_NEW(req->mem, struct tally);
	struct tally *stages = MEM_NEW(req->mem, struct tally);
	struct tally *needs = MEM_NEW(req->mem, struct tally);
	struct view *in = NULL, *row;
	size_t lines = 0;
	struct stmt *s = db_query(req->db, Q_FLOW_EMERGING,
	    I(platform, req->platform->id));

	while (stmt_step(s)) {
		const char *theme = stmt_str(s, req->mem, "theme");
		const char *place = stmt_str(s, req->mem, "place");
		const char *stage = word_label(maturities, stmt_str(s,
		    req->mem, "maturity"));
		const char *url = where(req, stmt_text(s, "key"),
		    stmt_text(s, "code"));
		int64_t n = stmt_int(s, "n");

		theme = *theme == '\0' ? _("Sans thème") : theme;
		place = *place == '\0' ? _("Sans territoire") : place;
		add(themes, theme, n);
		add(places, place, n);
		add(stages, stage, n);
		if (to->page == NULL || lines++ >= LINES_MAX)
			continue;
		if (in == NULL)
			in = view_add(to->page, M_EMERGING_SHOWN);
		row = view_add(in, M_EMERGING);
		view_text(row, M_EMERGING_THEME, theme);
		view_text(row, M_EMERGING_PLACE, place);
		view_text(row, M_EMERGING_MATURITY, stage);
		view_text(row, M_EMERGING_URL, url);
		view_text(row, M_EMERGING_COUNT, money_number(req->mem, n,
		    req->lang));
	}
	stmt_done(s);
	if (lines > LINES_MAX)
		view_text(view_add(in, M_EMERGING_MORE), M_EMERGING_MORE_TEXT,
		    mem_printf(req->mem, _("Les %d premières lignes sur %zu ; "
		    "les graphiques comptent tout."), LINES_MAX, lines));
	s = db_query(req->db, Q_FLOW_EMERGING_NEEDS,
	    I(platform, req->platform->id));
	while (stmt_step(s))
		add(needs, word_label(need_kinds, stmt_str(s, req->mem,
		    "kind")), stmt_int(s, "n"));
	stmt_done(s);
	show_bars(req, to, themes, "emergence-themes", _("%s : là où il "
	    "émerge le plus de projets"), _("Sur quels thèmes"), _("Thème"));
	show_bars(req, to, places, "emergence-territoires",
	    _("%s publie le plus"), _("Dans quelles communes"),
	    _("Territoire"));
	show_bars(req, to, stages, "emergence-maturite",
	    _("%s : le plus souvent"), _("À quel point de maturité"),
	    _("Maturité"));
	show_bars(req, to, needs, "emergence-besoins",
	    _("%s : ce qui manque le plus"), _("Ce qui manque"),
	    _("Besoin"));
	return themes->count > 0;
}

void
emerging_svg(const struct req *req, struct buf *svg, const char *wanted)
{
	draw(req, &(struct canvas){ NULL, wanted, svg });
}

void
emerging_get(struct req *req, struct res *res)
{
	struct view *v = res_page(res, _("Ce qui émerge, et où")), *row;

	if (!draw(req, &(struct canvas){ v, NULL, NULL })) {
		row = view_add(v, M_EMPTY);
		view_text(row, M_EMPTY_TITLE, _("Rien n’émerge encore"));
		view_text(row, M_EMPTY_TEXT, _("Les projets publiés sans "
		    "attendre d’appel seront comptés ici."));
	}
	res_view(res, 200, "observatory/emerging.tpl");
}
