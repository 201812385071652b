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
#include "web/partial.h"

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

	administration_crumbs(req, page, here);
	partial_crumb(page, page_url(req, "administration/formulaires"),
	    _("Formulaires"));
	partial_crumb(page, page_url(req, "administration/formulaires/%s",
	    e->draft.key), json_text_or(e->draft.definition, "title",
	    e->draft.key));
	if (strcmp(req_here(req), e->url) == 0)
		return;
	partial_crumb(page, e->url, mem_printf(req->mem, _("Révision %lld"),
	    (long long)e->draft.number));
}

/* --- parts ------------------------------------------------------------------------- */

const char *
editor_id(struct mem *mem, const char *part)
{
	const char *id = "p-";
	size_t len;

	for (; *part != '\0'; part += len + (part[len] != '\0')) {
		len = strcspn(part, ":/");
		id = mem_printf(mem, "%s%.*s%s", id, (int)len, part,
		    part[len] == ':' ? "-" : part[len] == '/' ? "--" : "");
	}
	return id;
}

/* "a/b" → "a/dedans/b", each part percent-encoded; between NULL: "a/b". */
static const char *
path(struct mem *mem, const char *name, const char *between)
{
	const char *text = "";
	size_t len, n;

	for (n = 0; *name != '\0'; name += len + (name[len] != '\0'), n++) {
		len = strcspn(name, "/");
		text = mem_printf(mem, "%s%s%s%s", text, n == 0 ? "" : "/",
		    n == 1 && between != NULL ? between : "",
		    text_percent_encode(mem, mem_strndup(mem, name, len)));
	}
	return text;
}

const char *
editor_part_url(const struct editor *e, const char *part)
{
	struct mem *mem = e->req->mem;
	const char *name = strchr(part, ':'), *last;

	if (name++ == NULL)
		return mem_printf(mem, "%s/reglages", e->url);
	if (text_starts(part, "question:"))
		return mem_printf(mem, "%s/questions/%s", e->url, path(mem,
		    name, NULL));
	if (text_starts(part, "etape:") || text_starts(part, "bloc:"))
		return mem_printf(mem, "%s/etapes/%s", e->url, path(mem, name,
		    "blocs/"));
	if (text_starts(part, "motif:"))
		return mem_printf(mem, "%s/motifs/%s", e->url, name);
	last = strrchr(name, '/');
	return last == NULL ? mem_printf(mem, "%s/regles/%s", e->url, name)
	    : mem_printf(mem, "%s/etapes/%s/regles/%s", e->url, path(mem,
	    mem_strndup(mem, name, (size_t)(last - name)), "blocs/"),
	    last + 1);
}

const char *
editor_anchor(const struct editor *e, const char *part)
{
	struct mem *mem = e->req->mem;
	const char *slash = text_starts(part, "question:")
	    ? strchr(part, '/') : NULL, *last = strrchr(part, '/');

	return mem_printf(mem, "%s#%s", slash == NULL || slash == last
	    ? e->url : editor_part_url(e, mem_strndup(mem, part,
	    (size_t)(last - part))), editor_id(mem, part));
}

const char *
editor_holder(const struct editor *e, const struct form_spot *spot)
{
	struct json_object *form = e->draft.definition;
	struct mem *mem = e->req->mem;
	const char *name;

	if (form_edit_around(spot) != NULL) {
		name = form_edit_spot_name(mem, spot);
		return editor_anchor(e, mem_strndup(mem, name,
		    (size_t)(strrchr(name, '/') - name)));
	}
	if (spot->part == PART_BLOCK)
		return editor_anchor(e, form_edit_name(mem, form, PART_STEP,
		    spot->step, 0, 0));
	if (spot->part == PART_FIELD || (spot->part == PART_RULE &&
	    spot->depth > 0))
		return editor_anchor(e, form_edit_name(mem, form, PART_BLOCK,
		    spot->step, spot->block, 0));
	return spot->part == PART_STEP ? e->url
	    : mem_printf(mem, "%s#regles", e->url);
}

const char *
editor_label(const struct form_spot *spot)
{
	return spot->part == PART_RULE || spot->part == PART_BAR
	    ? form_edit_message(spot->node) : spot->part == PART_FORM
	    ? json_text_or(spot->node, "title", "")
	    : json_text_or(spot->node, "label", json_text_or(spot->node, "key",
	    ""));
}

bool
editor_is_asked(struct json_object *question)
{
	return !shape_choice("heading|explanation", json_text_or(question,
	    "type", ""));
}

/* --- findings ------------------------------------------------------------------------ */

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
