/*
 * An import: its progress, the pages found to choose from, its report.
 */
#include "config.h"

#include "fcgi/wikisync/pages.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "domain/kind.h"
#include "domain/money.h"
#include "domain/territory.h"
#include "fcgi/wikisync/words.h"
#include "web/partial.h"

#define ROWS	50

static const char *const verdicts[] = { "", "create", "update", "unchanged",
	"duplicate", "unreadable" };

static const char *
tone_of(const char *verdict)
{
	return strcmp(verdict, "create") == 0 ? "info" :
	    strcmp(verdict, "update") == 0 ? "ok" :
	    strcmp(verdict, "duplicate") == 0 ? "wait" :
	    strcmp(verdict, "unreadable") == 0 ? "refuse" : "neutral";
}

static int64_t
count_of(const struct wiki_counts *c, const char *verdict)
{
	return *verdict == '\0' ? c->create + c->update + c->unchanged +
	    c->duplicate + c->unreadable :
	    strcmp(verdict, "create") == 0 ? c->create :
	    strcmp(verdict, "update") == 0 ? c->update :
	    strcmp(verdict, "unchanged") == 0 ? c->unchanged :
	    strcmp(verdict, "duplicate") == 0 ? c->duplicate : c->unreadable;
}

static const char *
import_url(const struct req *req, int64_t id, const char *end)
{
	return mem_printf(req->mem, "%s/%" PRId64 "%s",
	    page_url(req, "wiki/imports"), id, end);
}

/* --- one page -------------------------------------------------------------------- */

static const char *
joined(const struct req *req, struct json_object *list)
{
	struct buf b = BUF_INIT;
	const char *out;
	size_t i;

	for (i = 0; i < json_count(list); i++)
		if (json_at_text(list, i) != NULL)
			buf_printf(&b, "%s%s", i > 0 ? ", " : "",
			    json_at_text(list, i));
	out = mem_strdup(req->mem, b.data);
	buf_release(&b);
	return out;
}

static const char *
unread_said(const struct req *req, struct json_object *list)
{
	struct buf b = BUF_INIT;
	const char *out;
	size_t i;

	for (i = 0; i < json_count(list); i++)
		buf_printf(&b, "%s%s : « %s »", i > 0 ? "\n" : "",
		    json_text_or(json_at(list, i), "name", ""),
		    json_text_or(json_at(list, i), "value", ""));
	out = mem_strdup(req->mem, b.data);
	buf_release(&b);
	return out;
}

static const char *
kept(const struct req *req, struct json_object *values, const char *key)
{
	return mem_strdup(req->mem, json_text(values, key));
}

static void
show_values(const struct req *req, struct view *row,
    struct json_object *values)
{
	struct view *v = view_add(row, M_ROW_VALUES);
	const char *from = json_text(values, "starts_on");
	const char *to = json_text(values, "ends_on");

	partial_term(v, _("Modèle"), kept(req, values, "template"));
	partial_term(v, _("Territoire"), json_has(values, "territory") ?
	    kept(req, values, "territory") :
	    _("Non trouvé : la fiche n’aura pas de territoire"));
	partial_term(v, _("Lieu écrit"), kept(req, values, "place"));
	if (json_has(values, "lat_e6"))
		partial_term(v, _("Coordonnées"), mem_printf(req->mem, "%s, %s",
		    territory_degrees_text(req->mem, json_int(values, "lat_e6",
		    0)), territory_degrees_text(req->mem, json_int(values,
		    "lon_e6", 0))));
	if (from != NULL)
		partial_term(v, _("Début"), date_long_iso(req->mem, from,
		    req->lang));
	if (to != NULL)
		partial_term(v, _("Fin"), date_long_iso(req->mem, to,
		    req->lang));
	partial_term(v, _("Porteur"), kept(req, values, "holder"));
	partial_term(v, _("Image"), kept(req, values, "image"));
	partial_term(v, _("Site"), kept(req, values, "site"));
	partial_term(v, _("Mots clés"), joined(req, json_array(values,
	    "tags")));
	partial_term(v, _("Valeurs non comprises"), unread_said(req,
	    json_array(values, "unread")));
}

static void
show_row(const struct req *req, struct view *row, const struct wiki_import *x,
    const struct wiki_preview *p)
{
	struct json_object *values = NULL;
	const struct kind *kind = kind_of(p->element_kind);
	bool unreadable = strcmp(p->verdict, "unreadable") == 0;
	bool open = strcmp(x->state, "previewed") == 0 && !unreadable &&
	    strcmp(p->verdict, "unchanged") != 0;
	struct view *in;

	if (json_parse(&values, p->values_json, strlen(p->values_json), 16,
	    NULL) != RC_OK)
		values = NULL;
	view_int(row, M_ROW_ID, p->pageid);
	view_text(row, M_ROW_TITLE, mem_strdup(req->mem, json_text_or(values,
	    "title", p->title)));
	view_text(row, M_ROW_URL, kept(req, values, "url"));
	view_text(row, M_ROW_STATE_KIND, p->outcome != NULL ?
	    strcmp(p->outcome, "failed") == 0 ? "refuse" : "ok" :
	    tone_of(p->verdict));
	view_text(row, M_ROW_STATE_TEXT, p->outcome != NULL ?
	    outcome_said(p->outcome) : verdict_said(p->verdict, false));
	if (open) {
		in = view_add(row, M_ROW_CHOICE);
		if (p->chosen)
			view_show(in, M_ROW_CHOSEN);
	} else
		view_show(row, M_ROW_PLAIN);
	if (json_has(values, "summary"))
		view_text(view_add(row, M_ROW_TEXT), M_ROW_SUMMARY,
		    kept(req, values, "summary"));
	if (unreadable)
		view_text(view_add(row, M_ROW_NOTE), M_ROW_NOTE_TEXT,
		    problem_said(p->problem));
	else if (strcmp(p->verdict, "duplicate") == 0 && p->outcome == NULL)
		view_text(view_add(row, M_ROW_NOTE), M_ROW_NOTE_TEXT,
		    _("Une fiche porte déjà ce nom. Cochez pour rattacher la "
		    "page à cette fiche, sans rien y changer ; laissez décoché "
		    "pour ne rien faire."));
	else if (!json_has(values, "template"))
		view_text(view_add(row, M_ROW_NOTE), M_ROW_NOTE_TEXT,
		    _("Aucun modèle n’a été lu dans cette page : seuls son nom "
		    "et son début sont repris."));
	if (p->element_id != 0 && kind != NULL) {
		in = view_add(row, M_ROW_ELEMENT);
		view_text(in, M_ELEMENT_URL, strcmp(kind->kind, "project") == 0
		    ? page_url(req, "projets/%s", p->element_slug) :
		    page_url(req, "elements/%s/%s", kind->path,
		    p->element_slug));
		view_text(in, M_ELEMENT_NAME, p->element_title);
	}
	if (!unreadable)
		show_values(req, row, values);
	json_object_put(values);
}

/* --- the list -------------------------------------------------------------------- */

static void
show_tabs(const struct req *req, struct view *v, const struct wiki_import *x,
    const struct wiki_counts *c, const char *verdict)
{
	struct view *row;
	size_t i;
	int64_t n;

	view_text(v, M_TABS_NAME, _("Pages trouvées"));
	for (i = 0; i < sizeof(verdicts) / sizeof(verdicts[0]); i++) {
		n = count_of(c, verdicts[i]);
		if (n == 0 && i > 0)
			continue;
		row = view_add(v, M_TABS);
		view_text(row, M_TAB_URL, mem_printf(req->mem, "%s%s%s",
		    import_url(req, x->id, ""), i > 0 ? "?verdict=" : "",
		    verdicts[i]));
		view_text(row, M_TAB_NAME, verdict_said(verdicts[i], true));
		view_text(view_add(row, M_TAB_COUNT), M_TAB_COUNT_TEXT,
		    money_number(req->mem, n, req->lang));
		if (strcmp(verdict, verdicts[i]) == 0)
			view_show(row, M_TAB_CURRENT);
	}
}

static void
show_pager(const struct req *req, struct view *v, const struct wiki_import *x,
    const char *verdict, const struct wiki_preview *rows, size_t n,
    bool before, bool after, int64_t total)
{
	struct view *in;

	if (!before && !after)
		return;
	v = view_add(v, M_PAGED);
	view_text(v, M_PAGER_WHERE, mem_printf(req->mem,
	    _("%s affichées sur %s"), pages_said(req, (int64_t)n),
	    money_number(req->mem, total, req->lang)));
	if (before) {
		in = view_add(v, M_PAGER_PREVIOUS);
		view_text(in, M_PAGER_PREVIOUS_URL, mem_printf(req->mem,
		    "%s?verdict=%s&avant=%" PRId64, import_url(req, x->id, ""),
		    verdict, rows[0].pageid));
	}
	if (after) {
		in = view_add(v, M_PAGER_NEXT);
		view_text(in, M_PAGER_NEXT_URL, mem_printf(req->mem,
		    "%s?verdict=%s&apres=%" PRId64, import_url(req, x->id, ""),
		    verdict, rows[n - 1].pageid));
	}
}

static void
show_list(struct req *req, struct view *page, const struct wiki_import *x,
    const struct wiki_counts *c)
{
	const char *verdict = req_text(req, "verdict");
	int64_t from = field_int(&req->fields, "apres");
	int64_t until = field_int(&req->fields, "avant");
	bool back = until > 0, more;
	struct view *v = view_add(page, M_LISTED), *in;
	struct wiki_preview *rows;
	size_t n, i;

	n = wiki_import_rows(&rows, req->db, req->mem, x->id, verdict,
	    back ? until : from, back, ROWS + 1);
	more = n > ROWS;
	if (more) {
		n = ROWS;
		if (back)
			rows++;
	}
	show_tabs(req, v, x, c, verdict);
	for (i = 0; i < n; i++)
		show_row(req, view_add(v, M_ROWS), x, &rows[i]);
	view_text(v, M_FORM_URL, import_url(req, x->id, ""));
	view_text(v, M_VERDICT, verdict);
	if (from > 0)
		view_int(v, M_PAGE_AFTER, from);
	if (back)
		view_int(v, M_PAGE_BEFORE, until);
	if (n == 0) {
		in = view_add(v, M_EMPTY);
		view_text(in, M_EMPTY_TITLE, _("Aucune page"));
		view_text(in, M_EMPTY_TEXT, _("Le wiki n’a rien donné sous ce "
		    "nom."));
	} else {
		show_pager(req, v, x, verdict, rows, n, back ? more : from > 0,
		    back || more, count_of(c, verdict));
	}
	if (strcmp(x->state, "previewed") == 0 &&
	    c->create + c->update + c->duplicate > 0)
		view_text(view_add(v, M_CHOOSE), M_CHOOSE_TEXT,
		    _("Importer les pages cochées…"));
}

static void
show_report(const struct req *req, struct view *page,
    const struct wiki_import *x, const struct wiki_counts *c)
{
	static const char *const labels[] = { N_("fiches créées"),
		N_("fiches mises à jour"), N_("pages rattachées"),
		N_("déjà à jour"), N_("non reprises") };
	const int64_t numbers[] = { c->created, c->updated, c->tied, c->kept,
		c->failed };
	struct view *v = view_add(page, M_REPORT), *row;
	const struct kind *kind = kind_of(x->element_kind);
	size_t i;

	for (i = 0; i < 5; i++) {
		if (i > 0 && numbers[i] == 0)
			continue;
		row = view_add(v, M_FIGURES);
		view_text(row, M_FIGURE_VALUE, money_number(req->mem,
		    numbers[i], req->lang));
		view_text(row, M_FIGURE_LABEL, _(labels[i]));
	}
	view_text(view_add(v, M_LIST_LINK), M_LIST_URL,
	    strcmp(x->element_kind, "project") == 0 ?
	    page_url(req, "projets") : mem_printf(req->mem, "%s?genre=%s",
	    page_url(req, "elements"), kind->path));
}

static const char *
lead_of(const struct req *req, const struct wiki_import *x)
{
	const struct kind *kind = kind_of(x->element_kind);

	return mem_printf(req->mem, _("Chaque page devient une fiche "
	    "« %s ». %s à ce jour."), _(kind->one),
	    pages_said(req, x->pages_done));
}

void
import_get(struct req *req, struct res *res)
{
	struct wiki_counts counts;
	struct wiki_import *x;
	struct wiki *w;
	struct view *v, *in;
	bool reading;
	enum rc rc;

	rc = wiki_import_of(&x, req->db, req->mem, req->platform->id,
	    req_id(req, "id"));
	if (rc == RC_OK)
		rc = wiki_load(&w, req->db, req->mem, x->wiki_id);
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	reading = strcmp(x->state, "previewing") == 0;
	v = res_page(res, import_name(req, x));
	partial_crumb(v, page_url(req, "wiki"), _("Wikis reliés"));
	partial_crumb(v, page_url(req, "wiki/%s", w->slug), w->name);
	view_text(v, M_CRUMB_HERE, import_name(req, x));
	view_text(v, M_IMPORT_TITLE, import_name(req, x));
	view_text(v, M_IMPORT_LEAD, lead_of(req, x));
	view_text(v, M_STATE_KIND, import_tone(x));
	view_text(v, M_STATE_TEXT, import_said(x));
	wiki_import_count(&counts, req->db, x->id);
	if (import_runs(x))
		show_progress(v, req, res, reading ? WIKI_JOB_PREVIEW :
		    WIKI_JOB_IMPORT, x->id, mem_printf(req->mem, reading ?
		    _("Lecture du wiki : %s lues.") :
		    _("Création des fiches : %s faites."),
		    pages_said(req, x->pages_done)));
	if (strcmp(x->state, "failed") == 0) {
		in = view_add(v, M_FAILED);
		view_text(in, M_FAILED_SAID, failure_said(x->detail));
		view_text(in, M_FAILED_REMEDY, failure_remedy(x->detail));
		view_text(in, M_AGAIN_URL, page_url(req, "wiki/%s/importer",
		    w->slug));
	}
	if (strcmp(x->state, "done") == 0)
		show_report(req, v, x, &counts);
	if (!import_runs(x) && strcmp(x->state, "failed") != 0)
		show_list(req, v, x, &counts);
	if (reading || strcmp(x->state, "previewed") == 0)
		view_text(view_add(v, M_CANCEL), M_CANCEL_URL,
		    import_url(req, x->id, "/annuler"));
	res_view(res, 200, "wikisync/import.tpl");
}

/* --- choosing -------------------------------------------------------------------- */

static size_t
numbers(int64_t **out, struct req *req, const char *name)
{
	const struct field *f = NULL;
	size_t n = 0;

	*out = MEM_ARRAY(req->mem, PARAM_LIMIT, int64_t);
	while ((f = field_next(&req->fields, f, name)) != NULL &&
	    n < PARAM_LIMIT)
		(*out)[n++] = f->number;
	return n;
}

void
import_post(struct req *req, struct res *res)
{
	const char *verdict = req_text(req, "verdict");
	int64_t *shown, *chosen, from, until;
	struct wiki_import *x;
	size_t n, m;
	enum rc rc;

	rc = wiki_import_of(&x, req->db, req->mem, req->platform->id,
	    req_id(req, "id"));
	if (rc == RC_OK) {
		n = numbers(&shown, req, "vu");
		m = numbers(&chosen, req, "page");
		rc = wiki_import_choose(req->db, x, shown, n, chosen, m);
	}
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	if (strcmp(req_text(req, "acte"), "importer") == 0) {
		res_redirect(res, import_url(req, x->id, "/confirmer"));
		return;
	}
	from = field_int(&req->fields, "apres");
	until = field_int(&req->fields, "avant");
	res_redirect_flash(res, mem_printf(req->mem, "%s?verdict=%s%s%s",
	    import_url(req, x->id, ""), verdict,
	    from > 0 ? mem_printf(req->mem, "&apres=%" PRId64, from) : "",
	    until > 0 ? mem_printf(req->mem, "&avant=%" PRId64, until) : ""),
	    _("Vos choix sont enregistrés."));
}
