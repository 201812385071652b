/*
 * The home of the installation: its platforms.
 * The home of one platform is in platform.c.
 */
#include "config.h"

#include "fcgi/observatory/pages.h"

#include "base/lang.h"
#include "domain/money.h"
#include "web/page.h"

void
platforms_get(struct req *req, struct res *res)
{
	struct view *page = res_page(res, _("Les plateformes")), *row;
	struct stmt *s = db_query(req->db, Q_PLATFORM_LIST);
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
		view_text(row, M_PLATFORM_COUNT, mem_printf(req->mem,
		    ngettext("%s projet", "%s projets", (unsigned long)n),
		    money_number(req->mem, n, req->lang)));
	}
	res_view(res, 200, "observatory/platforms.tpl");
}
