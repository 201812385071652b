/*
 * One part of a draft as a form: a question, a block, a step, the form itself.
 * It is saved only when the part alone is right; what is wrong between parts is
 * the linter's to tell.
 */
#include "config.h"

#include "fcgi/instruction/editor.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"

const struct field_rule editor_part_fields[] = {
	{ .name = "m.", .type = F_ANSWERS },
	{ .name = "c.", .type = F_ANSWERS },
	{ .name = "marque", .type = F_CODE },
	{ .name = "envoi", .type = F_CODE },
	{ .name = "type", .type = F_CODE },
	{ .name = "vers", .type = F_TEXT, .max = 300 },
	{ .type = F_END } };

struct part {
	struct editor	 e;
	const char	*name;		/* "" : the form itself */
	struct form_spot spot;
	const struct shape **members;
	const char	*mark;
	struct problems	 why;
	bool		 conflict;	/* changed since the page was made */
};

/* --- finding -------------------------------------------------------------------------- */

static const char *
part_name(struct req *req)
{
	const char *pattern = req->route->pattern;

	if (strstr(pattern, "/questions/") != NULL)
		return mem_printf(req->mem, "question:%s", req_param(req,
		    "question"));
	if (strstr(pattern, "/blocs/") != NULL)
		return mem_printf(req->mem, "bloc:%s/%s", req_param(req,
		    "step"), req_param(req, "block"));
	if (strstr(pattern, "/etapes/") != NULL)
		return mem_printf(req->mem, "etape:%s", req_param(req, "step"));
	return "";
}

/* The part in the definition as it is now. False: it is gone. */
static bool
look(struct part *p)
{
	struct mem *mem = p->e.req->mem;
	struct json_object *form = p->e.draft.definition;

	if (*p->name == '\0') {
		p->spot = (struct form_spot){ .part = PART_COUNT,
		    .node = form };
		p->mark = form_edit_form_mark(mem, form);
		p->members = form_format_part(mem, PART_COUNT);
		return true;
	}
	if (!form_edit_find(&p->spot, form, p->name))
		return false;
	p->mark = form_edit_mark(mem, &p->spot, false);
	p->members = p->spot.part == PART_FIELD ? form_format_members(mem,
	    json_text_or(p->spot.node, "type", ""))
	    : form_format_part(mem, p->spot.part);
	return true;
}

static bool
part_open(struct part *p, struct req *req, struct res *res)
{
	*p = (struct part){ .name = part_name(req),
	    .why = PROBLEMS_INIT(req->mem) };
	if (!editor_open_draft(&p->e, req, res))
		return false;
	if (look(p))
		return true;
	res_redirect_flash_kind(res, p->e.url, "wait", _("Cet élément n’existe "
	    "plus : quelqu’un l’a retiré ou renommé."));
	editor_close(&p->e);
	return false;
}

static bool
is_condition(const struct shape *m)
{
	return m->type == SHAPE_ANY && text_ends(m->name, "_if") &&
	    strcmp(m->name, "ineligible_if") != 0;
}

/* --- showing ---------------------------------------------------------------------------- */

static const char *
title_of(const struct part *p)
{
	const char *label = json_text_or(p->spot.node, "label", "");

	switch (p->spot.part) {
	case PART_FIELD:
		return mem_printf(p->e.req->mem, _("Question « %s »"), label);
	case PART_BLOCK:
		return mem_printf(p->e.req->mem, _("Bloc « %s »"), label);
	case PART_STEP:
		return mem_printf(p->e.req->mem, _("Étape « %s »"), label);
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
		view_text(row, M_TERM_VALUE, member_text(p->e.req->mem,
		    json_text_or(p->spot.node, "type", ""), (*m)->name,
		    json_get(p->spot.node, (*m)->name)));
	}
}

static void
show_type(const struct part *p, struct view *page)
{
	const char *types = form_format_types(), *mine, *about;
	struct view *section, *option;
	size_t len;

	if (p->spot.part != PART_FIELD)
		return;
	mine = json_text_or(p->spot.node, "type", "");
	section = view_add(page, M_PART_RETYPE);
	view_text(section, M_TYPE_SAID, form_type_said(mine));
	about = form_type_about(mine);
	view_optional(section, M_TYPE_ABOUT, M_TYPE_ABOUT_TEXT, about);
	for (; *types != '\0'; types += len + (types[len] == '|')) {
		const char *type;

		len = strcspn(types, "|");
		type = mem_strndup(p->e.req->mem, types, len);
		option = view_add(section, M_TYPE_OPTIONS);
		view_text(option, M_OPTION_VALUE, type);
		view_text(option, M_OPTION_TEXT, form_type_said(type));
		if (strcmp(type, mine) == 0)
			view_show(option, M_OPTION_CHOSEN);
	}
}

/* Blocks for a question, steps for a block: where it can go. */
static void
show_places(const struct part *p, struct view *page)
{
	struct json_object *form = p->e.draft.definition;
	struct json_object *steps = json_array(form, "steps"), *blocks;
	struct mem *mem = p->e.req->mem;
	struct view *section, *option;
	size_t s, b, n;

	if (p->spot.part != PART_FIELD && p->spot.part != PART_BLOCK)
		return;
	section = view_add(page, M_PART_PLACES);
	for (s = 0; s < json_count(steps); s++) {
		blocks = json_array(json_at(steps, s), "blocks");
		n = p->spot.part == PART_BLOCK ? 1 : json_count(blocks);
		for (b = 0; b < n; b++) {
			bool mine = s == p->spot.step &&
			    (p->spot.part == PART_BLOCK || b == p->spot.block);

			option = view_add(section, M_PLACE_OPTIONS);
			view_text(option, M_OPTION_VALUE, form_edit_name(mem,
			    form, p->spot.part == PART_BLOCK ? PART_STEP
			    : PART_BLOCK, s, b, 0));
			view_text(option, M_OPTION_TEXT, p->spot.part ==
			    PART_BLOCK ? json_text_or(json_at(steps, s),
			    "label", "") : mem_printf(mem, "%s › %s",
			    json_text_or(json_at(steps, s), "label", ""),
			    json_text_or(json_at(blocks, b), "label", "")));
			if (mine)
				view_show(option, M_OPTION_CHOSEN);
		}
	}
}

static void
show_part(struct part *p, int status)
{
	struct req *req = p->e.req;
	const char *title = title_of(p);
	struct view *page = res_page(p->e.res, title);
	const struct problems *why = status == 200 ? NULL : &p->why;
	struct ask ask = { .req = req, .view = page, .why = why };
	struct shape key = { "key", SHAPE_KEY, SHAPE_REQUIRED, 0, 0, NULL,
	    NULL };
	const struct shape *const *m;

	editor_crumbs(&p->e, page, title);
	view_text(page, M_PART_TITLE, title);
	view_text(page, M_FORM_URL, req_here(req));
	view_text(page, M_BACK_URL, *p->name == '\0' ? p->e.url
	    : editor_anchor(&p->e, p->name));
	view_text(page, M_PART_MARK, p->mark);
	ask_problems(page, req, why);
	show_others(p, page);
	for (m = (const struct shape *const *)p->members; *m != NULL; m++)
		if (!is_condition(*m))
			member_show(&ask, &p->e, &p->spot, *m);
	if (p->spot.part != PART_COUNT)
		member_show(&ask, &p->e, &p->spot, &key);
	for (m = (const struct shape *const *)p->members; *m != NULL; m++)
		if (is_condition(*m))
			condition_show(&p->e, page, &p->spot, (*m)->name, why);
	show_type(p, page);
	show_places(p, page);
	if (p->spot.part != PART_COUNT)
		view_text(view_add(page, M_PART_REMOVE), M_PART_DEEP_MARK,
		    form_edit_mark(req->mem, &p->spot, true));
	res_view(p->e.res, status, "administration/form_part.tpl");
}

void
part_get(struct req *req, struct res *res)
{
	struct part p;

	if (!part_open(&p, req, res))
		return;
	show_part(&p, 200);
	editor_close(&p.e);
}

/* --- what was typed ---------------------------------------------------------------------- */

/* Every setting of the part, null for those emptied; the caller's. */
static struct json_object *
read_members(struct part *p)
{
	struct json_object *members = json_object_new_object(), *value;
	struct shape key = { "key", SHAPE_KEY, SHAPE_REQUIRED, 0, 0, NULL,
	    NULL };
	const struct shape *const *m;

	for (m = (const struct shape *const *)p->members; *m != NULL; m++) {
		if (is_condition(*m)
		    ? condition_read_typed(&value, &p->e, &p->spot, (*m)->name,
		    &p->why)
		    : member_read(&value, &p->e, &p->spot, *m, &p->why))
			json_object_object_add(members, (*m)->name, value);
	}
	if (p->spot.part != PART_COUNT &&
	    member_read(&value, &p->e, &p->spot, &key, &p->why))
		json_object_object_add(members, "key", value);
	return members;
}

/* --- saving --------------------------------------------------------------------------------- */

struct saving {
	struct part	*p;
	struct json_object *members;
	const char	*mark;		/* of what the page was made from */
	const char	*name;		/* after it: the key may be new */
};

/* The path of the part as the checks write it: "steps[0].blocks[1]". */
static const char *
path_of(const struct part *p, const struct form_spot *at)
{
	struct mem *mem = p->e.req->mem;

	switch (at->part) {
	case PART_STEP:
		return mem_printf(mem, "steps[%zu].", at->step);
	case PART_BLOCK:
		return mem_printf(mem, "steps[%zu].blocks[%zu].", at->step,
		    at->block);
	case PART_FIELD:
		return mem_printf(mem, "steps[%zu].blocks[%zu].fields[%zu].",
		    at->step, at->block, at->field);
	default:
		return "";
	}
}

/* What is wrong with the part itself, each beside its control. */
static void
check(struct part *p, struct json_object *form, const struct form_spot *at)
{
	struct problems found = PROBLEMS_INIT(p->e.req->mem);
	const char *path = path_of(p, at), *member;
	struct mem *mem = p->e.req->mem;
	const struct problem *x;

	form_format_check(&found, form);
	for (x = found.first; x != NULL; x = x->next) {
		if (!text_starts(x->where, path))
			continue;
		member = x->where + strlen(path);
		/* What is inside the part has its own page. */
		if (text_starts(member, "steps") || (at->part != PART_FIELD &&
		    (text_starts(member, "blocks") ||
		    text_starts(member, "fields"))))
			continue;
		member = mem_strndup(mem, member, strcspn(member, ".["));
		problem_add(&p->why, text_ends(member, "_if") &&
		    strcmp(member, "ineligible_if") != 0 ? mem_printf(mem,
		    "c-%s", member) : member_control(mem, member), "%s",
		    x->text);
	}
}

static enum rc
save(struct json_object *form, void *arg)
{
	struct saving *s = arg;
	struct part *p = s->p;
	struct mem *mem = p->e.req->mem;
	struct form_spot at = { .part = PART_COUNT, .node = form };
	const char *mark;
	enum rc rc = RC_OK;

	if (*p->name != '\0' && !form_edit_find(&at, form, p->name))
		return RC_NOT_FOUND;
	mark = *p->name == '\0' ? form_edit_form_mark(mem, form)
	    : form_edit_mark(mem, &at, false);
	if (strcmp(mark, s->mark) != 0) {
		p->conflict = true;
		return RC_CONFLICT;
	}
	if (*p->name == '\0')
		form_edit_set_form(form, s->members);
	else
		rc = form_edit_set(form, p->name, s->members);
	if (rc == RC_CONFLICT)
		problem_add(&p->why, "m.key", "%s", _("Un autre élément a déjà "
		    "cette clé : choisissez-en une autre."));
	else if (rc == RC_OK)
		check(p, form, &at);
	s->name = *p->name == '\0' ? "" : form_edit_name(mem, form, at.part,
	    at.step, at.block, at.field);
	return rc != RC_OK ? rc : p->why.count > 0 ? RC_INVALID : RC_OK;
}

/* The page again, with what was typed; what is stored may be newer. */
static void
show_again(struct part *p)
{
	struct req *req = p->e.req;
	struct res *res = p->e.res;
	struct form_draft fresh;

	if (form_draft_load(&fresh, req->db, req->mem, req->platform->id,
	    p->e.draft.key, p->e.draft.number) == RC_OK) {
		form_draft_release(&p->e.draft);
		p->e.draft = fresh;
	} else
		form_draft_release(&fresh);
	if (look(p))
		show_part(p, p->conflict ? 409 : 422);
	else
		res_redirect_flash_kind(res, p->e.url, "wait", _("Cet élément "
		    "n’existe plus : quelqu’un l’a retiré ou renommé."));
}

static void
save_part(struct part *p)
{
	struct saving s = { p, read_members(p), field_or_empty(
	    &p->e.req->fields, "marque"), "" };
	enum rc rc = RC_INVALID;

	if (p->why.count == 0)
		rc = form_draft_change(p->e.req->db, &p->e.draft, save, &s,
		    p->e.req->person, p->e.req->now);
	json_object_put(s.members);
	if (rc == RC_OK)
		res_redirect_flash(p->e.res, *s.name == '\0' ? p->e.url
		    : editor_anchor(&p->e, s.name), _("Enregistré."));
	else if (rc == RC_NOT_FOUND || p->conflict || p->why.count > 0)
		show_again(p);
	else
		res_error(p->e.res, rc);
}

/* --- other acts -------------------------------------------------------------------------------- */

static enum rc
retype(struct json_object *form, void *arg)
{
	const struct part *p = arg;

	return form_edit_retype(p->e.req->mem, form, p->name,
	    field_or_empty(&p->e.req->fields, "type"));
}

static enum rc
place(struct json_object *form, void *arg)
{
	const struct part *p = arg;

	return form_edit_place(form, p->name, field_or_empty(
	    &p->e.req->fields, "vers"));
}

/* Only what the page showed is removed. */
static enum rc
drop(struct json_object *form, void *arg)
{
	struct part *p = arg;
	struct form_spot at;

	if (!form_edit_find(&at, form, p->name))
		return RC_NOT_FOUND;
	if (strcmp(form_edit_mark(p->e.req->mem, &at, true), field_or_empty(
	    &p->e.req->fields, "marque")) != 0) {
		p->conflict = true;
		return RC_CONFLICT;
	}
	return json_count(at.list) == 1 ? RC_CONFLICT
	    : form_edit_remove(form, p->name);
}

static void
end(struct part *p, enum rc rc, const char *url, const char *done,
    const char *refused)
{
	if (rc == RC_OK)
		res_redirect_flash(p->e.res, url, done);
	else if (rc == RC_CONFLICT || rc == RC_NOT_FOUND)
		res_redirect_flash_kind(p->e.res, req_here(p->e.req), "wait",
		    p->conflict ? _("Cet élément vient d’être changé : relisez-"
		    "le d’abord.") : refused);
	else
		res_error(p->e.res, rc);
}

void
part_post(struct req *req, struct res *res)
{
	const char *what = field_or_empty(&req->fields, "envoi");
	enum rc (*act)(struct json_object *, void *) =
	    strcmp(what, "type") == 0 ? retype
	    : strcmp(what, "place") == 0 ? place
	    : strcmp(what, "retirer") == 0 ? drop : NULL;
	struct part p;
	enum rc rc;

	if (!part_open(&p, req, res))
		return;
	if (act == NULL || *p.name == '\0') {
		save_part(&p);
		editor_close(&p.e);
		return;
	}
	rc = form_draft_change(req->db, &p.e.draft, act, &p, req->person,
	    req->now);
	if (act == drop)
		end(&p, rc, p.e.url, _("Retiré."), _("C’est le dernier de sa "
		    "liste : une étape et un bloc gardent toujours quelque "
		    "chose."));
	else
		end(&p, rc, act == place ? editor_anchor(&p.e, p.name)
		    : req_here(req), _("Enregistré."), _("Impossible de le "
		    "mettre là : son bloc serait vide, ou l’autre est plein."));
	editor_close(&p.e);
}
