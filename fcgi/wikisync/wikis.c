/*
 * The wikis of a platform; registering one, changing its access.
 * The secret goes in and is never shown again.
 */
#include "config.h"

#include "fcgi/wikisync/pages.h"

#include <string.h>

#include "base/lang.h"
#include "fcgi/wikisync/words.h"
#include "web/ask.h"
#include "web/partial.h"

static void
show_wiki(const struct req *req, struct view *row, const struct wiki *w)
{
	bool ok = strcmp(w->state, "ok") == 0;

	view_text(row, M_WIKI_URL, page_url(req, "wiki/%s", w->slug));
	view_text(row, M_WIKI_NAME, w->name);
	view_text(row, M_WIKI_SITE, w->api_url);
	view_text(row, M_WIKI_STATE_KIND, ok ? "ok" :
	    strcmp(w->state, "failing") == 0 ? "refuse" : "wait");
	view_text(row, M_WIKI_STATE_TEXT, ok ? _("Relié") :
	    strcmp(w->state, "failing") == 0 ? _("Ne répond pas comme prévu") :
	    _("À tester"));
	view_text(row, M_WIKI_FACTS, mem_printf(req->mem,
	    ngettext("%ld fiche tirée de ce wiki",
	    "%ld fiches tirées de ce wiki",
	    (unsigned long)wiki_tied(req->db, w->id)),
	    (long)wiki_tied(req->db, w->id)));
}

void
wikis_get(struct req *req, struct res *res)
{
	struct view *v = res_page(res, _("Wikis reliés")), *in;
	struct wiki *wikis;
	size_t n = wiki_list(&wikis, req->db, req->mem, req->platform->id), i;

	view_text(v, M_NEW_URL, page_url(req, "wiki/nouveau"));
	if (n == 0) {
		in = view_add(v, M_EMPTY);
		view_text(in, M_EMPTY_TITLE, _("Aucun wiki n’est relié"));
		view_text(in, M_EMPTY_TEXT, _("Il vous faut l’adresse d’un "
		    "MediaWiki et un compte robot sur ce wiki."));
		in = view_add(in, M_EMPTY_ACT);
		view_text(in, M_EMPTY_URL, page_url(req, "wiki/nouveau"));
		view_text(in, M_EMPTY_ACT_TEXT, _("Relier un wiki"));
	} else {
		in = view_add(v, M_WIKIS_SHOWN);
		for (i = 0; i < n; i++)
			show_wiki(req, view_add(in, M_WIKIS), &wikis[i]);
	}
	res_view(res, 200, "wikisync/wikis.tpl");
}

/* --- the form -------------------------------------------------------------------- */

static void
show_form(struct req *req, struct res *res, const struct wiki *w,
    const struct problems *why, int status)
{
	const char *title = w == NULL ? _("Relier un wiki") :
	    _("Modifier l’accès au wiki");
	struct view *v = res_page(res, title);
	const struct ask ask = { .req = req, .view = v, .why = why };

	partial_crumb(v, page_url(req, "wiki"), _("Wikis reliés"));
	if (w != NULL)
		partial_crumb(v, page_url(req, "wiki/%s", w->slug), w->name);
	view_text(v, M_CRUMB_HERE, title);
	view_text(v, M_FORM_TITLE, title);
	view_text(v, M_FORM_LEAD, w == NULL ? _("Nous lisons le wiki avec un "
	    "compte robot : rien n’y est écrit, et vous verrez chaque page "
	    "avant qu’elle ne devienne une fiche.") :
	    _("La connexion sera testée de nouveau."));
	ask_problems(v, req, why);
	ask_text(&ask, "nom", _("Nom du wiki"),
	    _("Celui que vos collègues reconnaîtront."),
	    w == NULL ? "" : w->name, NULL);
	ask_url(&ask, "adresse", _("Adresse du wiki"),
	    _("Celle d’une de ses pages, ou de son api.php."),
	    w == NULL ? "" : w->api_url);
	ask_text(&ask, "compte", _("Compte robot"),
	    _("Sur le wiki, la page Spécial:BotPasswords le crée et l’écrit "
	    "ainsi : Compte@application."), w == NULL ? "" : w->bot_user, NULL);
	ask_password(&ask, "secret", _("Mot de passe du robot"), w == NULL ?
	    _("Celui que Spécial:BotPasswords a donné. Il est rangé hors de la "
	    "base de données et ne sera plus jamais affiché.") :
	    _("Laissez vide pour garder celui que nous avons déjà."), "off");
	view_text(v, M_FORM_URL, req_here(req));
	view_text(v, M_FORM_ACT, w == NULL ? _("Relier et tester") :
	    _("Enregistrer et tester"));
	view_text(v, M_CANCEL_URL, w == NULL ? page_url(req, "wiki") :
	    page_url(req, "wiki/%s", w->slug));
	res_view(res, status, "wikisync/form.tpl");
}

static void
typed(struct wiki_typed *t, const struct req *req)
{
	t->name = req_text(req, "nom");
	t->address = req_text(req, "adresse");
	t->bot_user = req_text(req, "compte");
	t->password = field_text(&req->fields, "secret");
	if (t->password != NULL && *t->password == '\0')
		t->password = NULL;
}

void
wiki_new_get(struct req *req, struct res *res)
{
	struct problems none = PROBLEMS_INIT(req->mem);

	show_form(req, res, NULL, &none, 200);
}

void
wiki_new_post(struct req *req, struct res *res)
{
	struct wiki_typed t;
	const char *slug;
	int64_t id;
	enum rc rc;

	typed(&t, req);
	rc = req->fields.why.count > 0 ? RC_INVALID :
	    wiki_register(&id, &slug, req->db, req->mem, req->platform->id, &t,
	    req->person->id, req->now, &req->fields.why);
	if (rc == RC_INVALID)
		show_form(req, res, NULL, &req->fields.why, 422);
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect(res, page_url(req, "wiki/%s", slug));
}

void
wiki_change_get(struct req *req, struct res *res)
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
wiki_change_post(struct req *req, struct res *res)
{
	struct wiki_typed t;
	struct wiki *w;
	enum rc rc;

	rc = wiki_of_path(&w, req);
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	typed(&t, req);
	rc = req->fields.why.count > 0 ? RC_INVALID : wiki_change(req->db,
	    req->mem, w, &t, req->person->id, req->now, &req->fields.why);
	if (rc == RC_INVALID)
		show_form(req, res, w, &req->fields.why, 422);
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect(res, page_url(req, "wiki/%s", w->slug));
}
