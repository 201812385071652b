/*
 * "Mes projets": every project of mine on the platform, and what is expected of
 * me for each.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include "base/lang.h"
#include "domain/dossier.h"
#include "domain/money.h"
#include "fcgi/submission/expected.h"
#include "fcgi/submission/present.h"

static void
show_applications(const struct req *req, struct view *mine,
    const struct dossier *d, const struct dossiers *list)
{
	const char *kind, *state, *said;
	struct view *shown = NULL, *row;
	int64_t reused = 0, presented = 0;
	size_t i;

	for (i = 0; i < list->application_count; i++) {
		const struct dossier_application *a = &list->applications[i];

		if (a->dossier_id != d->id)
			continue;
		reused += a->reused;
		presented += a->presented;
		if (shown == NULL)
			shown = view_add(mine, M_MINE_APPLICATIONS_SHOWN);
		expected_application(req, a, &kind, &state, &said);
		row = view_add(shown, M_MINE_APPLICATIONS);
		view_text(row, M_APPLICATION_URL, page_url(req,
		    "mes-projets/%s/appels/%s", d->slug, a->call_slug));
		view_text(row, M_APPLICATION_CALL, a->call);
		view_text(row, M_APPLICATION_STATE_KIND, kind);
		view_text(row, M_APPLICATION_STATE_TEXT, state);
		view_text(row, M_APPLICATION_SAID, said);
	}
	if (presented > 0) {
		row = view_add(shown, M_REUSE);
		view_text(row, M_REUSE_SAID, reuse_said(req, (int)reused,
		    (int)presented));
		view_int(row, M_REUSE_PERCENT, money_percent(reused,
		    presented));
	}
}

static void
show_progress(const struct req *req, struct view *mine,
    const struct dossier *d)
{
	struct view *v = view_add(mine, M_MINE_PROGRESS);

	view_text(v, M_MINE_ANSWERED, mem_printf(req->mem, ngettext(
	    "%ld réponse sur %ld", "%ld réponses sur %ld",
	    (unsigned long)d->answered), (long)d->answered, (long)d->asked));
	view_int(v, M_MINE_PERCENT, money_percent(d->answered, d->asked));
}

static void
show_one(const struct req *req, struct view *page, const struct dossier *d,
    const struct dossiers *list)
{
	struct view *v = view_add(page, M_MINE), *act;
	struct expected e;

	expected_of(&e, req, d, list);
	view_text(v, M_MINE_URL, page_url(req, "mes-projets/%s", d->slug));
	view_text(v, M_MINE_TITLE, d->title);
	view_text(v, M_MINE_PLACE, mem_printf(req->mem, *d->place == '\0'
	    ? _("%smodifié le %s") : _("%s · modifié le %s"), d->place,
	    req_day(req, d->updated_at)));
	view_text(v, M_MINE_STATE_KIND, e.kind);
	view_text(v, M_MINE_STATE_TEXT, e.state);
	view_text(v, M_MINE_EXPECTED, e.text);
	view_text(v, M_MINE_WHO, e.who);
	if (e.act_url != NULL) {
		act = view_add(v, M_MINE_ACT);
		view_text(act, M_MINE_ACT_URL, e.act_url);
		view_text(act, M_MINE_ACT_TEXT, e.act_text);
	}
	if (d->answered < d->asked)
		show_progress(req, v, d);
	show_applications(req, v, d, list);
}

static void
show_nothing(const struct req *req, struct view *page)
{
	struct view *empty = view_add(page, M_EMPTY), *act;

	view_text(empty, M_EMPTY_TITLE, _("Vous n’avez pas encore de projet"));
	view_text(empty, M_EMPTY_TEXT, _("Décrivez-le une seule fois : tous "
	    "les financeurs travailleront sur le même dossier. Vous pouvez "
	    "vous arrêter et revenir quand vous voulez."));
	act = view_add(empty, M_EMPTY_ACT);
	view_text(act, M_EMPTY_URL, page_url(req, "deposer"));
	view_text(act, M_EMPTY_ACT_TEXT, _("Déposer un projet"));
}

static void
show_pages(const struct req *req, struct view *page,
    const struct dossiers *list, const char *after)
{
	const char *here = page_url(req, "mes-projets");
	struct view *pager;

	if (list->next == NULL && after == NULL)
		return;
	pager = view_add(page, M_PAGED);
	view_text(pager, M_PAGER_WHERE, mem_printf(req->mem, ngettext(
	    "%zu projet sur cette page", "%zu projets sur cette page",
	    list->count), list->count));
	if (after != NULL)
		view_text(view_add(pager, M_PAGER_PREVIOUS),
		    M_PAGER_PREVIOUS_URL, here);
	if (list->next != NULL)
		view_text(view_add(pager, M_PAGER_NEXT), M_PAGER_NEXT_URL,
		    mem_printf(req->mem, "%s?apres=%s", here, list->next));
}

/* The same person's projects on the other platforms. */
static void
show_elsewhere(const struct req *req, struct view *page)
{
	struct stmt *s = db_query(req->db, Q_DOSSIER_ELSEWHERE,
	    I(person, req->person->id), I(platform, req->platform->id),
	    I(limit, 20));
	struct view *shown = NULL, *row;

	while (stmt_step(s)) {
		if (shown == NULL)
			shown = view_add(page, M_OTHERS);
		row = view_add(shown, M_SPACE_ROWS);
		view_text(row, M_SPACE_NAME, stmt_str(s, req->mem, "name"));
		view_text(row, M_SPACE_URL, req_url(req, "/%s/mes-projets",
		    stmt_str(s, req->mem, "slug")));
		view_text(row, M_SPACE_SAID, mem_printf(req->mem, ngettext(
		    "%ld projet", "%ld projets",
		    (unsigned long)stmt_int(s, "n")), (long)stmt_int(s, "n")));
	}
	stmt_done(s);
}

void
my_projects_get(struct req *req, struct res *res)
{
	struct view *v = res_page(res, _("Mes projets")), *shown;
	const char *after = field_text(&req->fields, "apres");
	struct dossiers list;
	size_t i;

	dossier_list(&list, req->db, req->mem, req->platform->id, req->person,
	    after);
	view_text(v, M_NEW_URL, page_url(req, "deposer"));
	show_pages(req, v, &list, after);
	show_elsewhere(req, v);
	if (list.count == 0)
		show_nothing(req, v);
	else {
		shown = view_add(v, M_MINE_SHOWN);
		for (i = 0; i < list.count; i++)
			show_one(req, shown, &list.rows[i], &list);
	}
	res_view(res, 200, "submission/my_projects.tpl");
}
