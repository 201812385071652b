/*
 * What the pages of the editor of forms share: the revision of the path, where
 * its parts are, what the linter says.
 */
#include "config.h"

#include "fcgi/instruction/editor.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "fcgi/instruction/administration.h"

bool
editor_open(struct editor *e, struct req *req, struct res *res)
{
	const char *key = req_param(req, "form");
	const char *number = req_param(req, "revision");
	enum rc rc;

	*e = (struct editor){ .req = req, .res = res };
	rc = form_draft_load(&e->draft, req->db, req->mem, req->platform->id,
	    key, strtoll(number, NULL, 10));
	if (rc != RC_OK) {
		form_draft_release(&e->draft);
		res_error(res, rc);
		return false;
	}
	e->open = e->draft.published_at == 0;
	e->url = page_url(req, "administration/formulaires/%s/revisions/%s",
	    key, mem_printf(req->mem, "%lld", (long long)e->draft.number));
	return true;
}

bool
editor_open_draft(struct editor *e, struct req *req, struct res *res)
{
	if (!editor_open(e, req, res))
		return false;
	if (e->open)
		return true;
	res_redirect_flash_kind(res, e->url, "wait", _("Cette révision est "
	    "publiée : elle ne change plus. Commencez un brouillon."));
	editor_close(e);
	return false;
}

void
editor_close(struct editor *e)
{
	form_draft_release(&e->draft);
}

void
editor_crumbs(const struct editor *e, struct view *page, const char *here)
{
	struct req *req = e->req;
	struct view *crumb;

	administration_crumbs(req, page, here);
	crumb = view_add(page, M_CRUMBS);
	view_text(crumb, M_CRUMB_URL, page_url(req,
	    "administration/formulaires"));
	view_text(crumb, M_CRUMB_NAME, _("Formulaires"));
	crumb = view_add(page, M_CRUMBS);
	view_text(crumb, M_CRUMB_URL, page_url(req,
	    "administration/formulaires/%s", e->draft.key));
	view_text(crumb, M_CRUMB_NAME, json_text_or(e->draft.definition,
	    "title", e->draft.key));
	if (strcmp(req_here(req), e->url) == 0)
		return;
	crumb = view_add(page, M_CRUMBS);
	view_text(crumb, M_CRUMB_URL, e->url);
	view_text(crumb, M_CRUMB_NAME, mem_printf(req->mem,
	    _("Révision %lld"), (long long)e->draft.number));
}

const char *
editor_id(struct mem *mem, const char *part)
{
	char *id = mem_printf(mem, "p-%s", part), *p;

	for (p = id; *p != '\0'; p++)
		if (*p == ':' || *p == '/')
			*p = '-';
	return id;
}

const char *
editor_anchor(const struct editor *e, const char *part)
{
	return mem_printf(e->req->mem, "%s#%s", e->url,
	    editor_id(e->req->mem, part));
}

const char *
editor_part_url(const struct editor *e, const char *part)
{
	struct mem *mem = e->req->mem;
	const char *colon = strchr(part, ':'), *slash;

	if (text_starts(part, "question:"))
		return mem_printf(mem, "%s/questions/%s", e->url,
		    text_percent_encode(mem, colon + 1));
	if (text_starts(part, "etape:"))
		return mem_printf(mem, "%s/etapes/%s", e->url,
		    text_percent_encode(mem, colon + 1));
	slash = text_starts(part, "bloc:") ? strchr(part, '/') : NULL;
	if (slash == NULL)
		return mem_printf(mem, "%s/reglages", e->url);
	return mem_printf(mem, "%s/etapes/%s/blocs/%s", e->url,
	    text_percent_encode(mem, mem_strndup(mem, colon + 1,
	    (size_t)(slash - colon - 1))), text_percent_encode(mem, slash + 1));
}

static void
add_findings(const struct editor *e, struct view *panel,
    const struct lint *lint, bool errors)
{
	const struct finding *f;
	struct view *row, *link;

	for (f = lint->first; f != NULL; f = f->next) {
		if (f->error != errors)
			continue;
		row = view_add(panel, M_FINDINGS);
		view_text(row, M_FINDING_KIND, errors ? "error" : "advice");
		view_text(row, M_FINDING_SAID, errors ? _("À corriger")
		    : _("Conseil"));
		view_text(row, M_FINDING_TEXT, f->text);
		link = view_add(row, M_FINDING_PART);
		view_text(link, M_FINDING_LABEL, f->label);
		view_text(link, M_FINDING_URL, editor_part_url(e, f->part));
	}
}

size_t
editor_findings(const struct editor *e, struct view *page, bool with_uses)
{
	struct lint_world world;
	struct view *panel;
	struct lint lint;

	form_draft_world(&world, e->req->db, e->req->mem, &e->draft, with_uses);
	form_lint(&lint, e->req->mem, e->draft.definition, &world);
	lint_world_release(&world);
	panel = view_add(page, M_LINT);
	view_text(panel, M_LINT_SAID, lint.errors > 0 ? mem_printf(e->req->mem,
	    ngettext("%zu point empêche de publier", "%zu points empêchent de "
	    "publier", (unsigned long)lint.errors), lint.errors)
	    : lint.advice > 0 ? _("Rien n’empêche de publier ; voici des "
	    "conseils") : _("Rien à signaler"));
	view_text(panel, M_LINT_KIND, lint.errors > 0 ? "refuse"
	    : lint.advice > 0 ? "wait" : "ok");
	if (lint.first != NULL)
		panel = view_add(panel, M_FINDINGS_SHOWN);
	add_findings(e, panel, &lint, true);
	add_findings(e, panel, &lint, false);
	return lint.errors;
}
