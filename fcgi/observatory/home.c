/*
 * The home of the installation: its platforms.
 * The home of one platform is in platform.c.
 */
#include "config.h"

#include "fcgi/observatory/pages.h"

#include "base/lang.h"
#include "domain/money.h"
#include "fcgi/observatory/parts.h"
#include "web/page.h"

static void
add_fact(struct view *row, const char *value, const char *said)
{
	struct view *fact = view_add(row, M_PLATFORM_FACTS);

	view_text(fact, M_FACT_VALUE, value);
	view_text(fact, M_FACT_SAID, said);
}

void
platforms_get(struct req *req, struct res *res)
{
	struct view *page = res_page(res, _("Les plateformes")), *row;
	int64_t had, calls;
	struct stmt *s = db_query(req->db, Q_PLATFORM_LIST,
	    I(now, req->now));
	int64_t n;

	while (stmt_step(s)) {
		row = view_add(page, M_PLATFORMS);
		view_text(row, M_PLATFORM_URL, req_url(req, "/%s/",
		    stmt_text(s, "slug")));
		view_text(row, M_PLATFORM_NAME, stmt_str(s, req->mem, "name"));
		view_text(row, M_PLATFORM_TAGLINE,
		    stmt_str(s, req->mem, "tagline"));
		view_text(row, M_PLATFORM_MARK_URL, mem_printf(req->mem,
		    "%s/img/mark.svg", page_static()));
		n = stmt_int(s, "projects");
		add_fact(row, money_number(req->mem, n, req->lang),
		    ngettext("projet public", "projets publics",
		    (unsigned long)n));
		had = stmt_int(s, "had_cents");
		if (had > 0)
			add_fact(row, money_short(req->mem, had, req->lang),
			    _("réunis"));
		calls = stmt_int(s, "open_calls");
		if (calls > 0)
			add_fact(row, money_number(req->mem, calls, req->lang),
			    ngettext("appel ouvert", "appels ouverts",
			    (unsigned long)calls));
	}
	show_home_steps(page);
	view_text(page, M_ABOUT_URL, req_url(req, "/a-propos"));
	res_view(res, 200, "observatory/platforms.tpl");
}
