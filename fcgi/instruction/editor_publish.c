/*
 * Before a draft is published: what it changes, what the linter says; then
 * publishing it, or giving it up.
 */
#include "config.h"

#include "fcgi/instruction/editor.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "domain/form_diff.h"

const struct field_rule editor_publish_fields[] = {
	{ .name = "changements", .type = F_INT, .min = 0, .max = INT64_MAX },
	{ .type = F_END } };

static void
add_change(const struct editor *e, struct view *section,
    const struct form_change *c)
{
	static const struct {
		const char	*said, *tone;
	} kinds[] = {
		[FORM_ADDED] = { N_("Ajouté"), "ok" },
		[FORM_REMOVED] = { N_("Retiré"), "refuse" },
		[FORM_MOVED] = { N_("Déplacé"), "neutral" },
		[FORM_CHANGED] = { N_("Changé"), "wait" },
	};
	struct mem *mem = e->req->mem;
	struct view *row = view_add(section, M_CHANGES), *values;

	view_text(row, M_CHANGE_KIND, kinds[c->kind].tone);
	view_text(row, M_CHANGE_SAID, _(kinds[c->kind].said));
	view_text(row, M_CHANGE_LABEL, c->label);
	if (c->kind != FORM_CHANGED)
		return;
	values = view_add(row, M_CHANGE_VALUES);
	view_text(values, M_CHANGE_MEMBER, form_member_said(c->member));
	view_text(values, M_CHANGE_BEFORE, c->before == NULL ? _("rien")
	    : member_text(mem, c->type, c->member, c->before));
	view_text(values, M_CHANGE_AFTER, c->after == NULL ? _("rien")
	    : member_text(mem, c->type, c->member, c->after));
}

static void
add_changes(const struct editor *e, struct view *page,
    const struct form_draft *published)
{
	struct form_change *changes;
	struct view *section;
	size_t n, i;

	if (published->definition == NULL) {
		view_show(page, M_CHANGES_FIRST);
		return;
	}
	n = form_diff(&changes, e->req->mem, published->definition,
	    e->draft.definition);
	section = view_add(page, M_CHANGES_SHOWN);
	view_text(section, M_CHANGES_SAID, n == 0 ? mem_printf(e->req->mem,
	    _("Rien ne change par rapport à la révision %lld."),
	    (long long)published->number) : mem_printf(e->req->mem, ngettext(
	    "%zu changement par rapport à la révision %lld",
	    "%zu changements par rapport à la révision %lld",
	    (unsigned long)n), n, (long long)published->number));
	for (i = 0; i < n; i++)
		add_change(e, section, &changes[i]);
}

static void
show(struct editor *e, int status)
{
	struct req *req = e->req;
	struct view *page = res_page(e->res, _("Vérifier et publier"));
	struct form_draft published;	/* its texts are shown */

	editor_crumbs(e, page, _("Vérifier et publier"));
	view_text(page, M_FORM_NAME, json_text_or(e->draft.definition, "title",
	    e->draft.key));
	view_text(page, M_FORM_URL, mem_printf(req->mem, "%s/publier", e->url));
	view_text(page, M_ABANDON_URL, mem_printf(req->mem, "%s/abandonner",
	    e->url));
	view_text(page, M_EXPORT_URL, mem_printf(req->mem, "%s.json", e->url));
	view_int(page, M_EDITS, e->draft.edits);
	if (editor_findings(e, page, true) == 0)
		view_show(page, M_PUBLISH);
	form_published(&published, req->db, req->mem, req->platform->id,
	    e->draft.key);
	add_changes(e, page, &published);
	res_view(e->res, status, "administration/form_publish.tpl");
	form_draft_release(&published);
}

void
publish_get(struct req *req, struct res *res)
{
	struct editor e;

	if (!editor_open_draft(&e, req, res))
		return;
	show(&e, 200);
	editor_close(&e);
}

void
publish_post(struct req *req, struct res *res)
{
	struct editor e;
	struct lint lint;
	enum rc rc;

	if (!editor_open_draft(&e, req, res))
		return;
	rc = form_draft_publish(req->db, req->mem, req->platform, e.draft.key,
	    e.draft.number, field_int(&req->fields, "changements"),
	    req->person, req->now, &lint);
	if (rc == RC_OK)
		res_redirect_flash(res, e.url, _("La révision est publiée : les "
		    "prochains dossiers la suivront."));
	else if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, mem_printf(req->mem, "%s/publier",
		    e.url), "wait", _("Le brouillon a changé entre-temps : "
		    "relisez-le."));
	else if (rc == RC_INVALID)
		show(&e, 422);
	else
		res_error(res, rc);
	editor_close(&e);
}

void
abandon_post(struct req *req, struct res *res)
{
	struct editor e;
	enum rc rc;

	if (!editor_open_draft(&e, req, res))
		return;
	rc = form_draft_abandon(req->db, req->mem, req->platform->id,
	    e.draft.key, e.draft.number, field_int(&req->fields,
	    "changements"), req->person, req->now);
	if (rc == RC_OK)
		res_redirect_flash(res, page_url(req,
		    "administration/formulaires"),
		    _("Le brouillon est abandonné."));
	else if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, mem_printf(req->mem, "%s/publier",
		    e.url), "wait", _("Le brouillon a changé entre-temps : "
		    "relisez-le."));
	else
		res_error(res, rc);
	editor_close(&e);
}
