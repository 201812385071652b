/*
 * The pages about the pages: the plan of a platform's site, and what this
 * installation is. Texts that a platform writes itself are in platform.c.
 */
#include "config.h"

#include "fcgi/observatory/pages.h"

#include "base/lang.h"

static void
add_link(struct view *group, const char *url, const char *name)
{
	struct view *row = view_add(group, M_PLAN_LINKS);

	view_text(row, M_PLAN_URL, url);
	view_text(row, M_PLAN_NAME, name);
}

static struct view *
add_group(struct view *page, const char *title)
{
	struct view *group = view_add(page, M_PLAN_GROUPS);

	view_text(group, M_PLAN_TITLE, title);
	return group;
}

/* Everything a visitor can open from here. */
void
site_plan_get(struct req *req, struct res *res)
{
	struct view *page = res_page(res, _("Plan du site")), *group;
	struct stmt *s;

	group = add_group(page, _("Les projets"));
	add_link(group, home_url(req), _("Accueil"));
	add_link(group, page_url(req, "projets"), _("Tous les projets"));
	add_link(group, page_url(req, "carte"), _("Carte"));
	add_link(group, page_url(req, "appels"), _("Appels"));
	add_link(group, page_url(req, "observatoire"), _("Observatoire"));
	group = add_group(page, _("Transparence"));
	add_link(group, page_url(req, "journal"), _("Journal public"));
	add_link(group, page_url(req, "journal/verifier"),
	    _("Vérifier le journal"));
	add_link(group, page_url(req, "donnees"), _("Données ouvertes"));
	group = add_group(page, _("Votre projet"));
	add_link(group, page_url(req, "deposer"), _("Déposer un projet"));
	add_link(group, page_url(req, "mes-projets"), _("Mes projets"));
	add_link(group, req_url(req, "/compte/"), _("Votre compte"));
	group = add_group(page, _("Ce service"));
	s = db_query(req->db, Q_SITE_PAGES, I(platform, req->platform->id));
	while (stmt_step(s))
		add_link(group, page_url(req, "%s", stmt_text(s, "key")),
		    stmt_str(s, req->mem, "title"));
	add_link(group, req_url(req, "/a-propos"),
	    _("À propos de cette installation"));
	res_view(res, 200, "observatory/plan.tpl");
}

/* What runs here, under which licence, and what it does with visitors. */
void
about_get(struct req *req, struct res *res)
{
	struct view *page, *row;
	struct stmt *s;

	page = res_page(res, _("À propos de cette installation"));
	view_text(page, M_ABOUT_VERSION, PACKAGE_VERSION);
	s = db_query(req->db, Q_PLATFORM_LIST,
	    I(now, req->now));
	while (stmt_step(s)) {
		row = view_add(page, M_ABOUT_PLATFORMS);
		view_text(row, M_ABOUT_NAME, stmt_str(s, req->mem, "name"));
		view_text(row, M_ABOUT_LEGAL_URL, req_url(req,
		    "/%s/mentions-legales", stmt_text(s, "slug")));
		view_text(row, M_ABOUT_PRIVACY_URL, req_url(req,
		    "/%s/confidentialite", stmt_text(s, "slug")));
		view_text(row, M_ABOUT_A11Y_URL, req_url(req,
		    "/%s/accessibilite", stmt_text(s, "slug")));
	}
	res_view(res, 200, "observatory/about.tpl");
}
