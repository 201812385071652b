/*
 * Asking for an import: which pages, and what they become.
 */
#include "config.h"

#include "fcgi/wikisync/pages.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/kind.h"
#include "fcgi/wikisync/words.h"
#include "web/ask.h"
#include "web/partial.h"

/* Names that the last test saw on the wiki: a click fills the form. */
static void
suggest(const struct req *req, struct view *page, const struct wiki *w,
    struct json_object *names, const char *by, const char *title)
{
	struct view *in, *row;
	const char *name;
	size_t i;

	if (json_count(names) == 0)
		return;
	in = view_add(page, M_SUGGESTIONS);
	view_text(in, M_SUGGESTION_TITLE, title);
	for (i = 0; i < json_count(names); i++) {
		name = json_at_text(names, i);
		if (name == NULL)
			continue;
		row = view_add(in, M_SUGGESTION_LINKS);
		view_text(row, M_SUGGESTION_URL, mem_printf(req->mem,
		    "%s?par=%s&nom=%s", page_url(req, "wiki/%s/importer",
		    w->slug), by, text_percent_encode(req->mem, name)));
		view_text(row, M_SUGGESTION_NAME, mem_strdup(req->mem, name));
	}
}

static void
show_form(struct req *req, struct res *res, const struct wiki *w,
    const struct problems *why, int status)
{
	const char *by = req_text(req, "par");
	struct view *v = res_page(res, _("Importer des pages")), *field;
	const struct ask ask = { .req = req, .view = v, .why = why };
	struct json_object *site = NULL;
	const char *const *k;

	partial_crumb(v, page_url(req, "wiki"), _("Wikis reliés"));
	partial_crumb(v, page_url(req, "wiki/%s", w->slug), w->name);
	view_text(v, M_CRUMB_HERE, _("Importer des pages"));
	view_text(v, M_FORM_TITLE, _("Quelles pages importer ?"));
	view_text(v, M_FORM_LEAD, _("Nous lisons ces pages et vous les montrons "
	    "d’abord. Rien n’est publié avant que vous n’ayez choisi."));
	ask_problems(v, req, why);
	field = ask_radios(&ask, "par", _("Trouver les pages par"), NULL);
	ask_option(&ask, field, "par", "category", _("leur catégorie"),
	    strcmp(by, "template") != 0);
	ask_option(&ask, field, "par", "template",
	    _("le modèle qu’elles utilisent"), strcmp(by, "template") == 0);
	ask_text(&ask, "nom", _("Nom de la catégorie ou du modèle"),
	    _("Tel que le wiki l’écrit, par exemple : Lieu."),
	    req_text(req, "nom"), NULL);
	field = ask_radios(&ask, "genre", _("Chaque page devient"), NULL);
	for (k = wiki_kinds; *k != NULL; k++)
		ask_option(&ask, field, "genre", *k, _(kind_of(*k)->one),
		    k == wiki_kinds);
	view_text(v, M_FORM_URL, page_url(req, "wiki/%s/importer", w->slug));
	view_text(v, M_FORM_ACT, _("Lire ces pages"));
	view_text(v, M_CANCEL_URL, page_url(req, "wiki/%s", w->slug));
	if (json_parse(&site, w->site_json, strlen(w->site_json), 16, NULL) ==
	    RC_OK) {
		suggest(req, v, w, json_array(site, "categories"), "category",
		    _("Choisir parmi les catégories de ce wiki"));
		suggest(req, v, w, json_array(site, "templates"), "template",
		    _("Choisir parmi les modèles de ce wiki"));
		json_object_put(site);
	}
	res_view(res, status, "wikisync/form.tpl");
}

void
import_new_get(struct req *req, struct res *res)
{
	struct problems none = PROBLEMS_INIT(req->mem);
	struct wiki *w;
	enum rc rc = wiki_of_path(&w, req);

	if (rc != RC_OK)
		res_error(res, rc);
	else
		show_form(req, res, w, &none, 200);
}

void
import_new_post(struct req *req, struct res *res)
{
	struct wiki *w;
	int64_t id;
	enum rc rc;

	rc = wiki_of_path(&w, req);
	if (rc == RC_OK)
		rc = wiki_import_start(&id, req->db, req->mem, w,
		    req_text(req, "par"),
		    req_text(req, "nom"),
		    req_text(req, "genre"), req->person->id,
		    req->now, &req->fields.why);
	if (rc == RC_INVALID)
		show_form(req, res, w, &req->fields.why, 422);
	else if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, page_url(req, "wiki/%s", w->slug),
		    "wait", _("Testez d’abord la connexion : elle doit réussir "
		    "avant un import."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect(res, mem_printf(req->mem, "%s/%lld",
		    page_url(req, "wiki/imports"), (long long)id));
}
