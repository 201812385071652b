/*
 * The page of one part of a draft: a question, one inside another, a block, a
 * step, a rule, the form itself. What it sends is editor_part_save.c's.
 */
#include "config.h"

#include "fcgi/instruction/editor_part.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "web/partial.h"

const struct shape part_key = { "key", SHAPE_KEY, SHAPE_REQUIRED, 0, 0, NULL,
	NULL };

/* --- finding -------------------------------------------------------------------------- */

static const char *
part_name(struct req *req)
{
	const char *pattern = req->route->pattern;
	struct mem *mem = req->mem;
	const char *of_block = strstr(pattern, "/blocs/") == NULL ? NULL
	    : mem_printf(mem, "%s/%s", req_param(req, "step"), req_param(req,
	    "block"));

	if (strstr(pattern, "/motifs/") != NULL)
		return mem_printf(mem, "motif:%s", req_param(req, "rule"));
	if (strstr(pattern, "/regles/") != NULL)
		return mem_printf(mem, "regle:%s%s%s", of_block == NULL ? ""
		    : of_block, of_block == NULL ? "" : "/", req_param(req,
		    "rule"));
	if (of_block != NULL)
		return mem_printf(mem, "bloc:%s", of_block);
	if (strstr(pattern, "/etapes/") != NULL)
		return mem_printf(mem, "etape:%s", req_param(req, "step"));
	if (strstr(pattern, "/:deep") != NULL)
		return mem_printf(mem, "question:%s/%s/%s", req_param(req,
		    "question"), req_param(req, "inner"), req_param(req,
		    "deep"));
	if (strstr(pattern, "/:inner") != NULL)
		return mem_printf(mem, "question:%s/%s", req_param(req,
		    "question"), req_param(req, "inner"));
	if (strstr(pattern, "/questions/") != NULL)
		return mem_printf(mem, "question:%s", req_param(req,
		    "question"));
	return "";
}

bool
part_look(struct part *p)
{
	struct mem *mem = p->e.req->mem;
	struct json_object *form = p->e.draft.definition;

	if (*p->name == '\0')
		p->spot = (struct form_spot){ .part = PART_FORM,
		    .node = form };
	else if (!form_edit_find(&p->spot, form, p->name))
		return false;
	p->mark = form_edit_mark(mem, &p->spot, false);
	p->members = p->spot.part == PART_FIELD ? form_format_members_at(mem,
	    &p->spot, json_text_or(p->spot.node, "type", ""))
	    : form_format_part(mem, p->spot.part);
	return true;
}

bool
part_open(struct part *p, struct req *req, struct res *res)
{
	*p = (struct part){ .name = part_name(req),
	    .why = PROBLEMS_INIT(req->mem) };
	if (!editor_open_draft(&p->e, req, res))
		return false;
	if (part_look(p))
		return true;
	res_redirect_flash_kind(res, p->e.url, "wait", _("Cet élément n’existe "
	    "plus : quelqu’un l’a retiré ou renommé."));
	editor_close(&p->e);
	return false;
}

bool
part_is_condition(const struct shape *m)
{
	return m->type == SHAPE_ANY && (text_ends(m->name, "_if") ||
	    condition_is_needed(m->name));
}

bool
part_has_key(const struct part *p)
{
	return p->spot.part < PART_RULE;
}

/* --- showing ---------------------------------------------------------------------------- */

static const char *
title_of(const struct part *p)
{
	struct json_object *around = form_edit_around(&p->spot);
	const char *label = json_text_or(p->spot.node, "label", "");
	struct mem *mem = p->e.req->mem;

	if (around != NULL)
		return mem_printf(mem, strcmp(json_text_or(around, "type", ""),
		    "table") == 0 ? _("Colonne « %s » de « %s »")
		    : _("Question « %s » de « %s »"), label, json_text_or(
		    around, "label", ""));
	switch (p->spot.part) {
	case PART_FIELD:
		return mem_printf(mem, _("Question « %s »"), label);
	case PART_BLOCK:
		return mem_printf(mem, _("Bloc « %s »"), label);
	case PART_STEP:
		return mem_printf(mem, _("Étape « %s »"), label);
	case PART_RULE:
		return _("Règle de validation");
	case PART_BAR:
		return _("Motif d’inéligibilité");
	default:
		return _("Réglages du formulaire");
	}
}

/* What somebody else wrote meanwhile, below what was typed here. */
static void
show_others(const struct part *p, struct view *section)
{
	const struct shape *const *m;
	struct view *row;

	if (!p->conflict)
		return;
	section = view_add(section, M_OTHER_VERSION);
	view_text(section, M_OTHER_SAID, *p->e.draft.edited_by == '\0'
	    ? _("Cet élément a été changé pendant que vous écriviez. "
	    "Enregistrez de nouveau pour garder votre texte ; l’autre est :")
	    : mem_printf(p->e.req->mem, _("%s a changé cet élément pendant que "
	    "vous écriviez. Enregistrez de nouveau pour garder votre texte ; "
	    "l’autre est :"), p->e.draft.edited_by));
	for (m = (const struct shape *const *)p->members; *m != NULL; m++) {
		if (!json_has(p->spot.node, (*m)->name))
			continue;
		row = view_add(section, M_TERMS);
		view_text(row, M_TERM_NAME, form_member_said((*m)->name));
		view_text(row, M_TERM_VALUE, part_is_condition(*m)
		    ? condition_said(p->e.req->mem, p->e.draft.definition,
		    json_get(p->spot.node, (*m)->name))
		    : member_text(p->e.req->mem, json_text_or(p->spot.node,
		    "type", ""), (*m)->name, json_get(p->spot.node,
		    (*m)->name)));
	}
}

static void
show_type(const struct part *p, struct view *page)
{
	const char *mine, *about;
	struct view *section;

	if (p->spot.part != PART_FIELD)
		return;
	mine = json_text_or(p->spot.node, "type", "");
	section = view_add(page, M_PART_RETYPE);
	view_text(section, M_TYPE_SAID, form_type_said(mine));
	about = form_type_about(mine);
	view_optional(section, M_TYPE_ABOUT, M_TYPE_ABOUT_TEXT, about);
	editor_type_options(&p->e, section, form_format_types_at(p->e.req->mem,
	    &p->spot), mine);
}

/* --- where it can go ---------------------------------------------------------------------- */

struct places {
	const struct part *p;
	struct view	*section;
	const char	*step;		/* the one being walked */
};

/* The end of each block for a question, of each step for a block; before each
 * other step for a step. */
static bool
add_place_of(const struct form_spot *at, void *arg)
{
	struct places *s = arg;
	const struct form_spot *me = &s->p->spot;
	struct mem *mem = s->p->e.req->mem;
	const char *name = form_edit_spot_name(mem, at);

	if (at->part == PART_STEP)
		s->step = editor_label(at);
	if (me->part == PART_FIELD && at->part == PART_BLOCK)
		partial_option(s->section, M_PLACE_OPTIONS, name,
		    mem_printf(mem, "%s › %s", s->step, editor_label(at)),
		    at->step == me->step && at->block == me->block);
	else if (me->part == PART_BLOCK && at->part == PART_STEP)
		partial_option(s->section, M_PLACE_OPTIONS, name, s->step,
		    at->step == me->step);
	else if (me->part == PART_STEP && at->part == PART_STEP &&
	    at->step != me->step)
		partial_option(s->section, M_PLACE_OPTIONS, name,
		    mem_printf(mem, _("avant « %s »"), s->step), at->step ==
		    me->step + 1);
	return false;
}

static void
show_places(const struct part *p, struct view *page)
{
	struct places s = { p, NULL, "" };

	if (p->spot.part > PART_FIELD || form_edit_around(&p->spot) != NULL)
		return;
	s.section = view_add(page, M_PART_PLACES);
	view_show(s.section, p->spot.part == PART_STEP ? M_PLACE_BEFORE
	    : M_PLACE_END);
	form_edit_each(p->e.draft.definition, add_place_of, &s);
	if (p->spot.part == PART_STEP)
		partial_option(s.section, M_PLACE_OPTIONS, "",
		    _("à la fin"), p->spot.step + 1 ==
		    json_count(p->spot.list));
}

/* --- the whole ------------------------------------------------------------------------------ */

static void
show_settings(const struct part *p, struct view *page,
    const struct problems *why)
{
	struct ask ask = { .req = p->e.req, .view = page, .why = why };
	const struct shape *const *m;

	ask_problems(page, p->e.req, why);
	for (m = (const struct shape *const *)p->members; *m != NULL; m++)
		if (!part_is_condition(*m))
			member_show(&ask, &p->e, &p->spot, *m);
	if (part_has_key(p))
		member_show(&ask, &p->e, &p->spot, &part_key);
	for (m = (const struct shape *const *)p->members; *m != NULL; m++)
		if (part_is_condition(*m))
			condition_show(&p->e, page, &p->spot, (*m)->name, why);
}

/* What the part holds, each with its own page. */
static void
show_inside(const struct part *p, struct view *page)
{
	editor_inner(&p->e, page, &p->spot, p->name, NULL);
	if (p->spot.part != PART_BLOCK && p->spot.part != PART_FORM &&
	    (p->spot.part != PART_FIELD || p->spot.depth > 0 ||
	    !editor_is_asked(p->spot.node)))
		return;
	page = view_add(page, M_PART_RULES);
	if (p->spot.part == PART_FIELD) {
		editor_adder(&p->e, view_add(page, M_RULES), M_ADD_RULE,
		    &p->spot, "ajouter-regle", p->name, NULL);
		return;
	}
	editor_rules(&p->e, page, &p->spot, PART_RULE, p->name, NULL);
	if (p->spot.part == PART_FORM)
		editor_rules(&p->e, page, &p->spot, PART_BAR, p->name, NULL);
}

static void
crumbs(const struct part *p, struct view *page, const char *title)
{
	struct json_object *around = form_edit_around(&p->spot);
	const char *up = mem_strndup(p->e.req->mem, p->name, around == NULL ? 0
	    : (size_t)(strrchr(p->name, '/') - p->name));

	editor_crumbs(&p->e, page, title);
	if (around == NULL)
		return;
	partial_crumb(page, editor_part_url(&p->e, up), json_text_or(around,
	    "label", ""));
}

void
part_show(struct part *p, int status)
{
	struct req *req = p->e.req;
	const char *title = title_of(p);
	struct view *page = res_page(p->e.res, title), *section;

	crumbs(p, page, title);
	view_text(page, M_PART_TITLE, title);
	view_text(page, M_FORM_URL, req_here(req));
	view_text(page, M_BACK_URL, *p->name == '\0' ? p->e.url
	    : editor_anchor(&p->e, p->name));
	view_text(page, M_PART_MARK, p->mark);
	show_others(p, page);
	show_settings(p, page, status == 200 ? NULL : &p->why);
	editor_formula_help(&p->e, page, &p->spot);
	show_inside(p, page);
	show_type(p, page);
	show_places(p, page);
	if (p->spot.part != PART_FORM) {
		section = view_add(page, M_PART_REMOVE);
		view_text(section, M_PART_DEEP_MARK, form_edit_mark(req->mem,
		    &p->spot, true));
		editor_uses(&p->e, section, &p->spot);
	}
	res_view(p->e.res, status, "administration/form_part.tpl");
}

void
part_get(struct req *req, struct res *res)
{
	struct part p;

	if (!part_open(&p, req, res))
		return;
	part_show(&p, 200);
	editor_close(&p.e);
}
