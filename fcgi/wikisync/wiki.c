/*
 * One wiki: what the last test found, its imports.
 * It never calls the wiki: a job does.
 */
#include "config.h"

#include "fcgi/wikisync/pages.h"

#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/lang.h"
#include "domain/money.h"
#include "fcgi/wikisync/words.h"
#include "web/partial.h"

static const char *
rights_said(const struct req *req, struct json_object *rights)
{
	static const struct {
		const char	*right, *said;
	} words[] = {
		{ "read", N_("lire les pages") },
		{ "edit", N_("modifier") },
		{ "createpage", N_("créer des pages") },
		{ "bot", N_("signaler ses modifications comme celles d’un robot") },
		{ "upload", N_("déposer des fichiers") },
		{ "apihighlimits", N_("lire par grandes listes") },
	};
	struct buf b = BUF_INIT;
	const char *right, *out;
	size_t i, k;

	for (k = 0; k < sizeof(words) / sizeof(words[0]); k++)
		for (i = 0; i < json_count(rights); i++) {
			right = json_at_text(rights, i);
			if (right != NULL && strcmp(right, words[k].right) == 0)
				buf_printf(&b, "%s%s", b.len > 0 ? ", " : "",
				    _(words[k].said));
		}
	out = mem_strdup(req->mem, b.data);
	buf_release(&b);
	return out;
}

static void
show_site(const struct req *req, struct view *page, const struct wiki *w,
    struct json_object *site)
{
	struct view *v = view_add(page, M_TERMS_SHOWN);
	const char *licence = json_text_or(site, "licence", "");
	const char *licence_url = json_text_or(site, "licence_url", "");

	partial_term(v, _("Nom du site"), json_text(site, "name"));
	partial_term(v, _("Logiciel"), json_text(site, "generator"));
	partial_term(v, _("Langue"), json_text(site, "lang"));
	if (json_has(site, "pages"))
		partial_term(v, _("Pages de contenu"), money_number(req->mem,
		    json_int(site, "pages", 0), req->lang));
	if (strcmp(w->state, "ok") == 0)
		partial_term(v, _("Licence"), *licence != '\0' ? licence :
		    *licence_url != '\0' ? licence_url :
		    _("Le wiki ne la dit pas : demandez-la avant d’importer."));
	partial_term(v, _("Compte robot"), w->bot_user);
	partial_term(v, _("Ce compte peut"), rights_said(req, json_array(site,
	    "rights")));
	if (w->checked_at != 0)
		partial_term(v, _("Testé le"), req_moment(req, w->checked_at));
}

static void
show_imports(const struct req *req, struct view *page, const struct wiki *w)
{
	struct wiki_import *rows;
	struct view *in, *row;
	size_t n = wiki_imports(&rows, req->db, req->mem, w->id), i;

	if (n == 0)
		return;
	in = view_add(page, M_IMPORTS_SHOWN);
	for (i = 0; i < n; i++) {
		row = view_add(in, M_IMPORTS);
		view_text(row, M_IMPORT_ITEM_URL, mem_printf(req->mem,
		    "%s/%lld", page_url(req, "wiki/imports"),
		    (long long)rows[i].id));
		view_text(row, M_IMPORT_NAME, import_name(req, &rows[i]));
		view_text(row, M_IMPORT_DATE, req_moment(req,
		    rows[i].started_at));
		view_text(row, M_IMPORT_PAGES, money_number(req->mem,
		    rows[i].pages_done, req->lang));
		view_text(row, M_IMPORT_STATE_KIND, import_tone(&rows[i]));
		view_text(row, M_IMPORT_STATE_TEXT, import_said(&rows[i]));
	}
}

static void
show_failure(struct view *page, const struct wiki *w,
    struct json_object *site)
{
	struct view *in = view_add(page, M_FAILED);

	view_text(in, M_FAILED_SAID, failure_said(w->state_detail));
	view_text(in, M_FAILED_REMEDY, failure_remedy(w->state_detail));
	view_optional(in, M_FAILED_WORDS, M_FAILED_WORDS_TEXT,
	    json_text(site, "words"));
}

void
wiki_get(struct req *req, struct res *res)
{
	struct json_object *site = NULL;
	struct view *v;
	struct wiki *w;
	bool testing, ok;
	enum rc rc;

	rc = wiki_of_path(&w, req);
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	if (json_parse(&site, w->site_json, strlen(w->site_json), 16, NULL) !=
	    RC_OK)
		site = NULL;
	testing = job_lives(req, WIKI_JOB_TEST, w->id);
	ok = strcmp(w->state, "ok") == 0;
	v = res_page(res, w->name);
	partial_crumb(v, page_url(req, "wiki"), _("Wikis reliés"));
	view_text(v, M_CRUMB_HERE, w->name);
	view_text(v, M_WIKI_NAME, w->name);
	view_text(v, M_WIKI_ADDRESS, w->api_url);
	view_text(v, M_STATE_KIND, testing ? "info" : ok ? "ok" :
	    strcmp(w->state, "failing") == 0 ? "refuse" : "wait");
	view_text(v, M_STATE_TEXT, testing ? _("Test en cours") : ok ?
	    _("Relié") : strcmp(w->state, "failing") == 0 ?
	    _("Ne répond pas comme prévu") : _("À tester"));
	if (testing)
		show_progress(v, req, res, WIKI_JOB_TEST, w->id,
		    _("Nous appelons le wiki pour vérifier la connexion."));
	else if (strcmp(w->state, "failing") == 0)
		show_failure(v, w, site);
	if (ok && !testing)
		view_text(view_add(v, M_IMPORT), M_IMPORT_URL,
		    page_url(req, "wiki/%s/importer", w->slug));
	show_site(req, v, w, site);
	show_imports(req, v, w);
	view_text(v, M_TEST_URL, page_url(req, "wiki/%s/tester", w->slug));
	view_text(v, M_CHANGE_URL, page_url(req, "wiki/%s/modifier", w->slug));
	res_view(res, 200, "wikisync/wiki.tpl");
	json_object_put(site);
}

void
wiki_test_post(struct req *req, struct res *res)
{
	struct wiki *w;
	enum rc rc = wiki_of_path(&w, req);

	if (rc == RC_OK)
		rc = wiki_test_ask(req->db, req->mem, w, req->now);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect(res, page_url(req, "wiki/%s", w->slug));
}
