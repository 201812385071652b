/*
 * What looks like this project, and merging two descriptions by a link.
 */
#include "config.h"

#include "fcgi/submission/listen.h"

#include <string.h>

#include "base/lang.h"
#include "domain/dossier.h"
#include "domain/likeness.h"
#include "domain/merge.h"

const struct field_rule merge_ask_fields[] = {
	{ .name = "projet", .type = F_CODE, .flags = FIELD_REQUIRED },
	{ .name = "message", .type = F_LONG, .max = 1000 },
	{ .type = F_END } };
const struct field_rule merge_answer_fields[] = {
	{ .name = "acte", .type = F_CHOICE,
	    .choices = "accepter|refuser|separer" },
	{ .type = F_END } };

static const char *
here(const struct req *req)
{
	return page_url(req, "mes-projets/%s/ecoute", req_param(req, "slug"));
}

/* --- the page ---------------------------------------------------------------- */

static void
show_alike(const struct req *req, struct view *page, const struct element *e,
    bool merging)
{
	const struct likeness_of of = { .platform_id = e->platform_id,
	    .element_id = e->id, .kind = e->kind, .title = e->title,
	    .summary = e->summary, .territory_id = e->territory_id,
	    .organisation_id = e->owner_organisation_id };
	struct likeness *found;
	struct view *shown, *row;
	size_t n = likeness_find(&found, req->db, req->mem, &of), i;

	if (n == 0)
		return;
	shown = view_add(page, M_ALIKE_SHOWN);
	for (i = 0; i < n; i++) {
		row = view_add(shown, M_ALIKE);
		view_text(row, M_ALIKE_URL, page_url(req, "projets/%s",
		    found[i].slug));
		view_text(row, M_ALIKE_TITLE, found[i].title);
		view_text(row, M_ALIKE_WHO, found[i].place == NULL ?
		    found[i].holder : mem_printf(req->mem, "%s · %s",
		    found[i].holder, found[i].place));
		view_text(row, M_ALIKE_WHY, likeness_said(req->mem,
		    &found[i]));
		view_text(row, M_ALIKE_SLUG, found[i].slug);
		if (strcmp(req_typed(req, "projet", ""), found[i].slug) == 0)
			view_text(row, M_MERGE_TYPED, req_typed(req, "message",
			    ""));
		if (!merging) {
			struct view *act = view_add(row, M_ALIKE_MERGE);

			view_text(act, M_MERGE_URL, page_url(req,
			    "mes-projets/%s/fusion", req_param(req, "slug")));
		}
	}
}

static void
show_merge(const struct req *req, struct view *page, const struct merge *m,
    const struct element *e)
{
	bool from = m->from_id == e->id;
	bool agreed = (from ? m->from_at : m->to_at) != 0;
	bool all = m->from_at != 0 && m->to_at != 0;
	struct view *row = view_add(page, M_MERGES);

	view_text(row, M_MERGE_TEXT, mem_printf(req->mem, from
	    ? all ? _("La page de ce projet renvoie à « %s ».")
	    : _("La page de ce projet renverrait à « %s ».")
	    : all ? _("La page de « %s » renvoie à celle-ci.")
	    : _("La page de « %s » renverrait à celle-ci."),
	    from ? m->to_title : m->from_title));
	view_text(row, M_MERGE_OTHER_URL, page_url(req, "projets/%s",
	    from ? m->to_slug : m->from_slug));
	view_optional(row, M_MERGE_SAID, M_MERGE_MESSAGE, m->message);
	view_text(row, M_MERGE_URL, mem_printf(req->mem, "%s/%lld",
	    page_url(req, "mes-projets/%s/fusion", req_param(req, "slug")),
	    (long long)m->id));
	if (!agreed)
		view_show(row, M_MERGE_ASKED);
	else if (!all)
		view_show(row, M_MERGE_WAITS);
	else
		view_show(row, M_MERGE_DONE);
}

void
merging_show(const struct req *req, struct view *page,
    const struct element *e, const struct problems *why)
{
	struct merge *list;
	size_t n = merge_list(&list, req->db, req->mem, e->id), i;
	struct view *shown = NULL;
	bool merging = false;

	(void)why;
	for (i = 0; i < n; i++) {
		if (shown == NULL)
			shown = view_add(page, M_MERGES_SHOWN);
		show_merge(req, shown, &list[i], e);
		merging |= list[i].from_id == e->id;
	}
	show_alike(req, page, e, merging);
}

/* --- acts --------------------------------------------------------------------- */

void
merge_ask_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	const struct act act = listen_act(req);
	struct element *other;
	struct dossier *d;
	enum rc rc = dossier_load(&d, req->db, req->mem,
	    req->object.dossier_id);

	if (rc == RC_OK)
		rc = element_by_slug(&other, req->db, req->mem,
		    req->platform->id, "project",
		    req_text(req, "projet"));
	if (rc == RC_OK && other->published_at == 0)
		rc = RC_NOT_FOUND;	/* as if it did not exist */
	if (rc == RC_OK)
		rc = merge_ask(req->db, req->mem, d->element_id, other->id,
		    req_text(req, "message"), true, false, &act,
		    &why);
	if (rc == RC_INVALID)
		listen_show(req, res, 422, &why);
	else if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, here(req), "info", _("Une demande "
		    "est déjà en cours pour l’un de ces projets."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, here(req), _("Demande envoyée à "
		    "l’autre porteur. Rien ne change sans son accord."));
}

void
merge_answer_post(struct req *req, struct res *res)
{
	const char *what = req_text(req, "acte");
	int64_t id = req_id(req, "merge");
	const struct act act = listen_act(req);
	struct dossier *d;
	enum rc rc = dossier_load(&d, req->db, req->mem,
	    req->object.dossier_id);

	if (rc == RC_OK && *what == '\0')
		rc = RC_NOT_FOUND;
	if (rc == RC_OK && strcmp(what, "separer") == 0)
		rc = merge_end(req->db, req->mem, id, d->element_id, &act);
	else if (rc == RC_OK)
		rc = merge_answer(req->db, req->mem, id, d->element_id,
		    strcmp(what, "accepter") == 0, &act);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, here(req), strcmp(what, "accepter") ==
		    0 ? _("Vous êtes d’accord : les deux pages sont liées dès "
		    "que chacun l’est.") : _("Chaque projet garde sa page."));
}
