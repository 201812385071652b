/*
 * A revision of a form: its steps, blocks and questions in order, each with what
 * may be done to it. What a question says is editor_part.c's.
 */
#include "config.h"

#include "fcgi/instruction/editor.h"

#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"

const struct field_rule editor_act_fields[] = {
	{ .name = "operation", .type = F_TEXT, .max = 300 },
	{ .name = "type", .type = F_CODE },
	{ .name = "libelle", .type = F_TEXT, .max = 400 },
	{ .type = F_END } };

/* --- showing ------------------------------------------------------------------------ */

static void
add_tools(const struct editor *e, struct view *row, const char *part)
{
	struct view *tools;

	view_text(row, M_PART_ID, editor_id(e->req->mem, part));
	view_text(row, M_PART_URL, editor_part_url(e, part));
	if (!e->open)
		return;
	tools = view_add(row, M_PART_TOOLS);
	view_text(tools, M_PART_NAME, part);
}

static void
add_badge(struct view *row, const char *text)
{
	view_text(view_add(row, M_PART_BADGES), M_BADGE_TEXT, text);
}

/* Conditions of a part in words, one line each. */
static void
add_conditions(const struct editor *e, struct view *row,
    struct json_object *node)
{
	struct view *line;

	JSON_EACH(node, m) {
		if (!text_ends(m.key, "_if") ||
		    !json_is(m.value, json_type_object))
			continue;
		line = view_add(row, M_PART_CONDITIONS);
		view_text(line, M_CONDITION_SAID, mem_printf(e->req->mem,
		    "%s %s", form_member_said(m.key), condition_said(
		    e->req->mem, e->draft.definition, m.value)));
	}
}

static void
add_question(const struct editor *e, struct view *block, size_t s, size_t b,
    size_t f, struct json_object *field)
{
	struct view *row = view_add(block, M_EDIT_QUESTIONS);
	const char *maps = json_text(field, "maps_to");

	add_tools(e, row, form_edit_name(e->req->mem, e->draft.definition,
	    PART_FIELD, s, b, f));
	view_text(row, M_PART_LABEL, json_text_or(field, "label", ""));
	view_text(row, M_PART_TYPE, form_type_said(json_text_or(field, "type",
	    "")));
	view_text(row, M_PART_KEY, json_text_or(field, "key", ""));
	if (json_flag(field, "required", false))
		add_badge(row, _("demandée"));
	if (json_flag(field, "private", false))
		add_badge(row, _("privée"));
	if (maps != NULL)
		add_badge(row, mem_printf(e->req->mem, _("donne %s"),
		    form_value_said("maps_to", maps)));
	add_conditions(e, row, field);
}

static void
add_types(struct view *adder, struct mem *mem)
{
	const char *types = form_format_types();
	size_t len;

	for (; *types != '\0'; types += len + (types[len] == '|')) {
		const char *type;
		struct view *option;

		len = strcspn(types, "|");
		type = mem_strndup(mem, types, len);
		option = view_add(adder, M_TYPE_OPTIONS);
		view_text(option, M_OPTION_VALUE, type);
		view_text(option, M_OPTION_TEXT, form_type_said(type));
		if (strcmp(type, "text") == 0)
			view_show(option, M_OPTION_CHOSEN);
	}
}

/* The small form that adds something inside a part; "" is the form itself. */
static void
add_adder(const struct editor *e, struct view *in, const char *section,
    const char *where, bool types)
{
	struct view *adder;

	if (!e->open)
		return;
	adder = view_add(in, section);
	view_text(adder, M_ADD_WHERE, where);
	view_text(adder, M_ADD_ID, editor_id(e->req->mem, where));
	if (types)
		add_types(adder, e->req->mem);
}

static void
add_block(const struct editor *e, struct view *step, size_t s, size_t b,
    struct json_object *block)
{
	struct json_object *fields = json_array(block, "fields");
	const char *part = form_edit_name(e->req->mem, e->draft.definition,
	    PART_BLOCK, s, b, 0);
	struct view *row = view_add(step, M_EDIT_BLOCKS);
	size_t f;

	add_tools(e, row, part);
	view_text(row, M_PART_LABEL, json_text_or(block, "label", ""));
	add_conditions(e, row, block);
	for (f = 0; f < json_count(fields); f++)
		add_question(e, row, s, b, f, json_at(fields, f));
	add_adder(e, row, M_ADD_QUESTION, part, true);
}

static void
add_step(const struct editor *e, struct view *page, size_t s,
    struct json_object *step)
{
	struct json_object *blocks = json_array(step, "blocks");
	const char *part = form_edit_name(e->req->mem, e->draft.definition,
	    PART_STEP, s, 0, 0);
	struct view *row = view_add(page, M_EDIT_STEPS);
	size_t b;

	add_tools(e, row, part);
	view_int(row, M_PART_NUMBER, (int64_t)s + 1);
	view_text(row, M_PART_LABEL, json_text_or(step, "label", ""));
	add_conditions(e, row, step);
	for (b = 0; b < json_count(blocks); b++)
		add_block(e, row, s, b, json_at(blocks, b));
	add_adder(e, row, M_ADD_BLOCK, part, false);
}

static const char *
state_said(const struct editor *e)
{
	const struct req *req = e->req;
	const char *when;

	if (!e->open)
		return mem_printf(req->mem, _("Publiée le %s : elle ne change "
		    "plus."), date_long(req->mem, e->draft.published_at,
		    req->platform->time_zone, req->lang));
	when = date_long_time(req->mem, e->draft.edited_at,
	    req->platform->time_zone, req->lang);
	return *e->draft.edited_by == '\0' ? mem_printf(req->mem,
	    _("Brouillon, changé le %s."), when) : mem_printf(req->mem,
	    _("Brouillon, changé le %s par %s."), when, e->draft.edited_by);
}

void
revision_get(struct req *req, struct res *res)
{
	struct json_object *steps;
	struct editor e;
	struct view *page;
	const char *title;
	size_t s;

	if (!editor_open(&e, req, res))
		return;
	title = mem_strdup(req->mem, json_text_or(e.draft.definition, "title",
	    e.draft.key));
	page = res_page(res, mem_printf(req->mem, _("%s, révision %lld"),
	    title, (long long)e.draft.number));
	editor_crumbs(&e, page, mem_printf(req->mem, _("Révision %lld"),
	    (long long)e.draft.number));
	view_text(page, M_FORM_NAME, title);
	view_text(page, M_FORM_STATE, state_said(&e));
	view_text(page, M_FORM_URL, e.url);
	view_text(page, M_TRY_URL, mem_printf(req->mem, "%s/essai", e.url));
	view_text(page, M_EXPORT_URL, mem_printf(req->mem, "%s.json", e.url));
	view_text(page, M_SETTINGS_URL, mem_printf(req->mem, "%s/reglages",
	    e.url));
	if (e.open) {
		view_text(view_add(page, M_DRAFT_ACTS), M_PUBLISH_URL,
		    mem_printf(req->mem, "%s/publier", e.url));
		editor_findings(&e, page, false);
	}
	steps = json_array(e.draft.definition, "steps");
	for (s = 0; s < json_count(steps); s++)
		add_step(&e, page, s, json_at(steps, s));
	add_adder(&e, page, M_ADD_STEP, "", false);
	res_view(res, 200, "administration/form_outline.tpl");
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
	const char	*verb, *part, *type, *label;
	const char	*name;		/* of what came out of it, or NULL */
};

/* One operation on the definition as it is stored now. */
static enum rc
apply(struct json_object *form, void *arg)
{
	struct act *a = arg;

	if (strcmp(a->verb, "monter") == 0)
		return form_edit_move(form, a->part, -1);
	if (strcmp(a->verb, "descendre") == 0)
		return form_edit_move(form, a->part, 1);
	if (strcmp(a->verb, "dupliquer") == 0)
		return form_edit_duplicate(&a->name, a->mem, form, a->part);
	if (strcmp(a->verb, "ajouter") == 0)
		return form_edit_add(&a->name, a->mem, form, a->part, NULL,
		    shape_choice(form_format_types(), a->type) ? a->type
		    : "text", a->label);
	return RC_NOT_FOUND;
}

/* "monter question:titre" */
static bool
read_act(struct act *a, const struct req *req)
{
	const char *text = field_or_empty(&req->fields, "operation");
	const char *space = strchr(text, ' ');

	a->mem = req->mem;
	a->verb = space == NULL ? text : mem_strndup(req->mem, text,
	    (size_t)(space - text));
	a->part = space == NULL ? "" : space + 1;
	a->type = field_or_empty(&req->fields, "type");
	a->label = text_collapse_spaces(req->mem, field_or_empty(&req->fields,
	    "libelle"));
	a->name = NULL;
	return strcmp(a->verb, "ajouter") != 0 || *a->label != '\0';
}

/* Where a moved block is now: its step, its key may have changed. */
static const char *
place_after(const struct editor *e, const struct act *a)
{
	if (a->name != NULL)
		return editor_anchor(e, a->name);
	return editor_anchor(e, a->part);
}

void
revision_post(struct req *req, struct res *res)
{
	struct editor e;
	struct act act;
	enum rc rc;

	if (!editor_open_draft(&e, req, res))
		return;
	if (!read_act(&act, req)) {
		res_redirect_flash_kind(res, *act.part == '\0' ? e.url
		    : editor_anchor(&e, act.part), "wait",
		    _("Écrivez d’abord le libellé de ce que vous ajoutez."));
		editor_close(&e);
		return;
	}
	rc = form_draft_change(req->db, &e.draft, apply, &act, req->person,
	    req->now);
	if (rc == RC_OK && strcmp(act.verb, "ajouter") == 0)
		res_redirect_flash(res, text_starts(act.name, "question:") ?
		    editor_part_url(&e, act.name) : editor_anchor(&e, act.name),
		    _("Ajouté."));
	else if (rc == RC_OK)
		res_redirect(res, place_after(&e, &act));
	else if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, editor_anchor(&e, act.part),
		    "wait", _("Impossible d’aller plus loin : une étape et un "
		    "bloc gardent toujours quelque chose, et ne débordent "
		    "pas."));
	else if (rc == RC_NOT_FOUND)
		res_redirect_flash_kind(res, e.url, "wait", _("Cet élément "
		    "n’existe plus : quelqu’un l’a retiré ou renommé."));
	else
		res_error(res, rc);
	editor_close(&e);
}
