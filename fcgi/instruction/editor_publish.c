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
#include "domain/form_offer.h"

const struct field_rule editor_publish_fields[] = {
	{ .name = "changements", .type = F_INT, .min = 0, .max = INT64_MAX },
	{ .name = "proposer", .type = F_CHOICE, .choices = "oui|non" },
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

/* --- drafts that are being filled ---------------------------------------------------- */

/* What their holders would be told, in the words they would read. */
static void
add_told(const struct editor *e, struct view *section,
    const struct form_draft *published)
{
	static const struct {
		const char	*said, *tone;
	} kinds[] = {
		[OFFER_ADDED] = { N_("Nouvelle"), "ok" },
		[OFFER_CHANGED] = { N_("Changée"), "wait" },
		[OFFER_REMOVED] = { N_("Retirée"), "refuse" },
	};
	struct form_offer offer = { .rows = NULL };
	struct form *to;
	const char *where;
	struct view *row;
	size_t i;

	if (form_get(&offer.from, e->req->db, published->id) != RC_OK ||
	    form_parse(&to, e->req->mem, e->draft.definition, &where) != RC_OK)
		return;
	offer.to = to;
	form_offer_compare(&offer, e->req->mem);
	section = view_add(section, M_TOLD);
	if (offer.count == 0)
		view_show(section, M_TOLD_NOTHING);
	for (i = 0; i < offer.count; i++) {
		row = view_add(section, M_TOLD_ROWS);
		view_text(row, M_CHANGE_KIND, kinds[offer.rows[i].what].tone);
		view_text(row, M_CHANGE_SAID, _(kinds[offer.rows[i].what].said));
		view_text(row, M_CHANGE_LABEL, offer.rows[i].label);
		view_optional(row, M_TOLD_MORE, M_TOLD_SAID,
		    *offer.rows[i].said == '\0' ? NULL : offer.rows[i].said);
	}
}

static void
add_choice(const struct editor *e, struct view *publish,
    const struct form_draft *published)
{
	int64_t n = form_draft_older(e->req->db, &e->draft);
	bool no = strcmp(req_text(e->req, "proposer"), "non")
	    == 0;
	struct view *section;

	if (published->definition == NULL)
		return;
	section = view_add(publish, M_OFFER_CHOICE);
	view_text(section, M_OFFER_WHO, n == 0 ? _("Aucun dossier n’est en "
	    "cours de rédaction aujourd’hui.") : mem_printf(e->req->mem,
	    ngettext("%lld dossier en cours de rédaction suit une révision "
	    "plus ancienne.", "%lld dossiers en cours de rédaction suivent une "
	    "révision plus ancienne.", (unsigned long)n), (long long)n));
	view_show(section, no ? M_OFFER_NO : M_OFFER_YES);
	add_told(e, section, published);
}

/* --- the page ------------------------------------------------------------------------- */

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
	form_published(&published, req->db, req->mem, req->platform->id,
	    e->draft.key);
	if (editor_findings(e, page, true) == 0)
		add_choice(e, view_add(page, M_PUBLISH), &published);
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
	bool offered = strcmp(req_text(req, "proposer"), "non")
	    != 0;
	struct editor e;
	struct lint lint;
	enum rc rc;

	if (!editor_open_draft(&e, req, res))
		return;
	rc = form_draft_publish(req->db, req->mem, req->platform, e.draft.key,
	    e.draft.number, field_int(&req->fields, "changements"), offered,
	    req->person, req->now, &lint);
	if (rc == RC_OK)
		res_redirect_flash(res, e.url, offered ? _("La révision est "
		    "publiée : les prochains dossiers la suivront, et ceux en "
		    "cours peuvent y passer.") : _("La révision est publiée : "
		    "seuls les prochains dossiers la suivront."));
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

/* Of a published revision: offered to drafts from now on, or no longer. */
void
revision_offer_post(struct req *req, struct res *res)
{
	bool offered = strcmp(req_text(req, "proposer"), "oui")
	    == 0;
	struct editor e;
	enum rc rc;

	if (!editor_open(&e, req, res))
		return;
	rc = form_revision_offer(req->db, req->mem, req->platform->id,
	    e.draft.key, e.draft.number, offered, req->person, req->now);
	if (rc == RC_OK || rc == RC_CONFLICT)
		res_redirect_flash(res, page_url(req,
		    "administration/formulaires/%s", e.draft.key), offered
		    ? _("Les dossiers en cours peuvent passer à cette révision.")
		    : _("Les dossiers en cours ne se voient plus proposer cette "
		    "révision."));
	else
		res_error(res, rc);
	editor_close(&e);
}
