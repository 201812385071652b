/*
 * A revision of a form: its steps, blocks and questions in order, each with what
 * may be done to it. What a question says is editor_part.c's.
 */
#include "config.h"

#include "fcgi/instruction/editor.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"

const struct field_rule editor_act_fields[] = {
	{ .name = "operation", .type = F_TEXT, .max = 600 },
	{ .name = "type", .type = F_CODE },
	{ .name = "libelle", .type = F_TEXT, .max = 400 },
	{ .name = "retour", .type = F_TEXT, .max = 300 },
	{ .type = F_END } };

/* --- showing ------------------------------------------------------------------------ */

struct outline {
	const struct editor *e;
	struct view	*page, *step, *block;
	struct form_spot step_at, block_at;	/* those being shown */
	const struct editor_adding *adding;
};

/* Conditions of a part in words, one line each, in rows of that section: a row
 * of a question would show those of its block otherwise. */
static void
add_conditions(const struct editor *e, struct view *row, const char *section,
    struct json_object *node)
{
	struct view *line;

	JSON_EACH(node, m) {
		if (!text_ends(m.key, "_if") ||
		    !json_is(m.value, json_type_object))
			continue;
		line = view_add(row, section);
		view_text(line, M_CONDITION_SAID, mem_printf(e->req->mem,
		    "%s %s", form_member_said(m.key), condition_said(
		    e->req->mem, e->draft.definition, m.value)));
	}
}

/* What comes after all that a block, a step holds. */
static void
end_block(struct outline *o)
{
	if (o->block == NULL)
		return;
	/* The first one is written on the page of the block, or of a question. */
	if (json_count(json_array(o->block_at.node, "rules")) > 0)
		editor_rules(o->e, o->block, &o->block_at, PART_RULE, NULL,
		    o->adding);
	editor_adder(o->e, o->block, M_ADD_QUESTION, &o->block_at, "ajouter",
	    NULL, o->adding);
	o->block = NULL;
}

static void
end_step(struct outline *o)
{
	end_block(o);
	if (o->step != NULL)
		editor_adder(o->e, o->step, M_ADD_BLOCK, &o->step_at,
		    "ajouter", NULL, o->adding);
	o->step = NULL;
}

static void
add_question(struct outline *o, const struct form_spot *spot)
{
	struct view *row = view_add(o->block, M_EDIT_QUESTIONS);

	editor_tools(o->e, row, spot, NULL);
	editor_question(o->e, row, M_QUESTION_BADGES, spot->node);
	add_conditions(o->e, row, M_QUESTION_CONDITIONS, spot->node);
	editor_inner(o->e, row, spot, NULL, o->adding);
}

static bool
add_part(const struct form_spot *spot, void *arg)
{
	struct outline *o = arg;

	if (spot->part == PART_STEP) {
		end_step(o);
		o->step = view_add(o->page, M_EDIT_STEPS);
		o->step_at = *spot;
		editor_tools(o->e, o->step, spot, NULL);
		view_int(o->step, M_PART_NUMBER, (int64_t)spot->step + 1);
		add_conditions(o->e, o->step, M_STEP_CONDITIONS, spot->node);
		if (json_count(json_array(spot->node, "blocks")) == 0)
			view_show(o->step, M_STEP_EMPTY);
	} else if (spot->part == PART_BLOCK) {
		end_block(o);
		o->block = view_add(o->step, M_EDIT_BLOCKS);
		o->block_at = *spot;
		editor_tools(o->e, o->block, spot, NULL);
		add_conditions(o->e, o->block, M_BLOCK_CONDITIONS, spot->node);
		if (json_count(json_array(spot->node, "fields")) == 0)
			view_show(o->block, M_BLOCK_EMPTY);
	} else if (spot->part == PART_FIELD && spot->depth == 0)
		add_question(o, spot);
	return false;
}

static void
add_parts(const struct editor *e, struct view *page,
    const struct editor_adding *adding)
{
	struct form_spot whole = { .part = PART_FORM,
	    .node = e->draft.definition };
	struct outline o = { .e = e, .page = page, .adding = adding };

	form_edit_each(e->draft.definition, add_part, &o);
	end_step(&o);
	editor_adder(e, page, M_ADD_STEP, &whole, "ajouter", NULL, adding);
	if (!e->open && !json_has(whole.node, "rules") &&
	    !json_has(whole.node, "ineligible_if"))
		return;
	page = view_add(page, M_FORM_RULES);
	if (e->open || json_has(whole.node, "rules"))
		editor_rules(e, page, &whole, PART_RULE, NULL, adding);
	if (e->open || json_has(whole.node, "ineligible_if"))
		editor_rules(e, page, &whole, PART_BAR, NULL, adding);
}

static const char *
state_said(const struct editor *e)
{
	const struct req *req = e->req;
	const char *when;

	if (!e->open)
		return mem_printf(req->mem, _("Publiée le %s : elle ne change "
		    "plus."), req_day(req, e->draft.published_at));
	when = req_moment(req, e->draft.edited_at);
	return *e->draft.edited_by == '\0' ? mem_printf(req->mem,
	    _("Brouillon, changé le %s."), when) : mem_printf(req->mem,
	    _("Brouillon, changé le %s par %s."), when, e->draft.edited_by);
}

static void
show(const struct editor *e, int status, const struct editor_adding *adding)
{
	struct req *req = e->req;
	struct view *page;
	const char *title;

	title = mem_strdup(req->mem, json_text_or(e->draft.definition, "title",
	    e->draft.key));
	page = res_page(e->res, mem_printf(req->mem, _("%s, révision %lld"),
	    title, (long long)e->draft.number));
	editor_crumbs(e, page, mem_printf(req->mem, _("Révision %lld"),
	    (long long)e->draft.number));
	view_text(page, M_FORM_NAME, title);
	view_text(page, M_FORM_STATE, state_said(e));
	view_text(page, M_FORM_URL, e->url);
	view_text(page, M_TRY_URL, mem_printf(req->mem, "%s/essai", e->url));
	view_text(page, M_EXPORT_URL, mem_printf(req->mem, "%s.json", e->url));
	view_text(page, M_SETTINGS_URL, mem_printf(req->mem, "%s/reglages",
	    e->url));
	if (e->open) {
		view_text(view_add(page, M_DRAFT_ACTS), M_PUBLISH_URL,
		    mem_printf(req->mem, "%s/publier", e->url));
		editor_findings(e, page, false);
	} else
		view_text(view_add(page, M_WRITE_NEXT), M_NEXT_URL, page_url(
		    req, "administration/formulaires/%s/brouillon",
		    e->draft.key));
	add_parts(e, page, adding);
	res_view(e->res, status, "administration/form_outline.tpl");
}

void
revision_get(struct req *req, struct res *res)
{
	struct editor e;

	if (!editor_open(&e, req, res))
		return;
	show(&e, 200, NULL);
	editor_close(&e);
}

void
revision_json_get(struct req *req, struct res *res)
{
	struct json_object *form;
	struct editor e;
	const char *text;

	if (!editor_open(&e, req, res))
		return;
	form = form_format_ordered(e.draft.definition);
	text = json_object_to_json_string_ext(form, JSON_C_TO_STRING_PRETTY |
	    JSON_C_TO_STRING_PRETTY_TAB | JSON_C_TO_STRING_NOSLASHESCAPE);
	res_header(res, "Content-Disposition", mem_printf(req->mem,
	    "attachment; filename=\"%s-%lld.json\"", e.draft.key,
	    (long long)e.draft.number));
	res_bytes(res, 200, "application/json", text, strlen(text));
	json_object_put(form);
	editor_close(&e);
}

/* --- acting -------------------------------------------------------------------------- */

struct act {
	struct mem	*mem;
	const char	*verb, *part, *where;	/* where: of "placer" */
	const char	*type, *label;
	const char	*name;		/* of what came out of it */
};

/* One operation on the definition as it is stored now. */
static enum rc
apply(struct json_object *form, void *arg)
{
	struct act *a = arg;

	a->name = a->part;
	if (strcmp(a->verb, "monter") == 0)
		return form_edit_move(form, a->part, -1);
	if (strcmp(a->verb, "descendre") == 0)
		return form_edit_move(form, a->part, 1);
	if (strcmp(a->verb, "placer") == 0)
		return form_edit_place(form, a->part, a->where);
	if (strcmp(a->verb, "dupliquer") == 0)
		return form_edit_duplicate(&a->name, a->mem, form, a->part);
	if (strcmp(a->verb, "ajouter") == 0)
		return form_edit_add(&a->name, a->mem, form, a->part, NULL,
		    shape_choice(form_format_types(), a->type) ? a->type
		    : "text", a->label);
	if (strcmp(a->verb, "ajouter-regle") == 0)
		return form_edit_add_rule(&a->name, a->mem, form, a->part,
		    a->label);
	if (strcmp(a->verb, "ajouter-motif") == 0)
		return form_edit_add_bar(&a->name, a->mem, form, a->label);
	return RC_NOT_FOUND;
}

/* "monter question:titre", "placer question:titre bloc:projet/plan" */
static void
read_act(struct act *a, const struct req *req)
{
	const char *text = req_text(req, "operation");
	size_t verb = strcspn(text, " "), part;

	a->mem = req->mem;
	a->verb = mem_strndup(req->mem, text, verb);
	text += verb + (text[verb] == ' ');
	part = strcspn(text, " ");
	a->part = mem_strndup(req->mem, text, part);
	a->where = text + part + (text[part] == ' ');
	a->type = req_text(req, "type");
	a->label = text_collapse_spaces(req->mem, req_text(req, "libelle"));
	a->name = a->part;
}

/* Nothing to add was written, or too much: said beside it, type kept. */
static void
refuse(struct editor *e, const struct act *a)
{
	const char *error = problem_get(&e->req->fields.why, "libelle");
	struct editor_adding adding = { a->part, a->verb, error != NULL ? error
	    : strcmp(a->verb, "ajouter") == 0 ? _("Écrivez d’abord le libellé "
	    "de ce que vous ajoutez.") : _("Écrivez d’abord le message que le "
	    "porteur lira.") };
	const char *back = req_text(e->req, "retour");

	if (*back == '\0')
		show(e, 422, &adding);
	else
		res_redirect_flash_kind(e->res, editor_part_url(e, back),
		    "wait", adding.error);
}

/* The page one was on, at what came of the act. */
static const char *
place_after(const struct editor *e, const char *name)
{
	const char *back = req_text(e->req, "retour");

	return *back == '\0' ? editor_anchor(e, name)
	    : mem_printf(e->req->mem, "%s#%s", editor_part_url(e, back),
	    editor_id(e->req->mem, name));
}

static void
done(struct editor *e, const struct act *a)
{
	/* A question, a rule has more to say than its words. */
	if (text_starts(a->verb, "ajouter"))
		res_redirect_flash(e->res, text_starts(a->name, "etape:") ||
		    text_starts(a->name, "bloc:") ? place_after(e, a->name)
		    : editor_part_url(e, a->name), _("Ajouté."));
	else
		res_redirect(e->res, place_after(e, a->name));
}

void
revision_post(struct req *req, struct res *res)
{
	struct editor e;
	struct act act;
	enum rc rc;

	if (!editor_open_draft(&e, req, res))
		return;
	read_act(&act, req);
	if (text_starts(act.verb, "ajouter") && *act.label == '\0') {
		refuse(&e, &act);
		editor_close(&e);
		return;
	}
	rc = form_draft_change(req->db, &e.draft, apply, &act, req->person,
	    req->now);
	if (rc == RC_OK)
		done(&e, &act);
	else if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, place_after(&e, act.part), "wait",
		    _("Impossible de le mettre là : il est déjà au bout, ou "
		    "l’autre liste est pleine."));
	else if (rc == RC_NOT_FOUND)
		res_redirect_flash_kind(res, e.url, "wait", _("Cet élément "
		    "n’existe plus : quelqu’un l’a retiré ou renommé."));
	else
		res_error(res, rc);
	editor_close(&e);
}
