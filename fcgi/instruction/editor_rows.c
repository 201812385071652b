/*
 * Rows of parts with what may be done to them: the questions inside another, the
 * rules, the small forms that add. The page of a revision and that of a part
 * show the same. It changes nothing.
 */
#include "config.h"

#include "fcgi/instruction/editor.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "web/partial.h"

void
editor_tools(const struct editor *e, struct view *row,
    const struct form_spot *spot, const char *back)
{
	const char *part = form_edit_spot_name(e->req->mem, spot);
	struct view *tools;

	view_text(row, M_PART_ID, editor_id(e->req->mem, part));
	view_text(row, M_PART_URL, editor_part_url(e, part));
	view_text(row, M_PART_LABEL, editor_label(spot));
	if (!e->open)
		return;
	tools = view_add(row, M_PART_TOOLS);
	view_text(tools, M_PART_NAME, part);
	view_text(tools, M_TOOLS_URL, e->url);
	view_text(tools, M_PART_BACK, back == NULL ? "" : back);
	if (!form_edit_may_move(e->draft.definition, spot, -1))
		view_show(tools, M_TOOL_FIRST);
	if (!form_edit_may_move(e->draft.definition, spot, 1))
		view_show(tools, M_TOOL_LAST);
}

static void
add_badge(struct view *row, const char *badges, const char *text)
{
	view_text(view_add(row, badges), M_BADGE_TEXT, text);
}

void
editor_question(const struct editor *e, struct view *row, const char *badges,
    struct json_object *question)
{
	const char *inside = form_edit_inside(PART_FIELD, question);
	const char *maps = json_text(question, "maps_to");
	struct mem *mem = e->req->mem;
	size_t n = inside == NULL ? 0 : json_count(json_array(question,
	    inside));

	view_text(row, M_PART_TYPE, form_type_said(json_text_or(question,
	    "type", "")));
	view_text(row, M_PART_KEY, json_text_or(question, "key", ""));
	if (json_flag(question, "required", false))
		add_badge(row, badges, _("demandée"));
	if (json_flag(question, "private", false))
		add_badge(row, badges, _("privée"));
	if (maps != NULL)
		add_badge(row, badges, mem_printf(mem, _("donne %s"),
		    form_value_said("maps_to", maps)));
	if (inside != NULL)
		add_badge(row, badges, mem_printf(mem, strcmp(inside,
		    "columns") == 0 ? ngettext("%zu colonne", "%zu colonnes",
		    (unsigned long)n) : ngettext("%zu question répétée",
		    "%zu questions répétées", (unsigned long)n), n));
}

/* --- adding ------------------------------------------------------------------------- */

void
editor_type_options(const struct editor *e, struct view *v, const char *types,
    const char *chosen)
{
	const char *type;
	size_t len;

	for (; *types != '\0'; types += len + (types[len] == '|')) {
		len = strcspn(types, "|");
		type = mem_strndup(e->req->mem, types, len);
		partial_option(v, M_TYPE_OPTIONS, type, form_type_said(type),
		    strcmp(type, chosen) == 0);
	}
}

static void
add_types(const struct editor *e, struct view *adder,
    const struct form_spot *where)
{
	struct form_spot inside = *where;
	const char *types, *chosen;

	/* A question of a block, or inside the question `where`. */
	inside.part = PART_FIELD;
	inside.depth = where->part == PART_FIELD ? where->depth : 0;
	if (where->part == PART_FIELD)
		inside.in[inside.depth++] = where->node;
	types = form_format_types_at(e->req->mem, &inside);
	chosen = req_text(e->req, "type");
	if (!shape_choice(types, chosen))
		chosen = "text";
	editor_type_options(e, adder, types, chosen);
}

void
editor_adder(const struct editor *e, struct view *in, const char *section,
    const struct form_spot *where, const char *verb, const char *back,
    const struct editor_adding *adding)
{
	const char *part = form_edit_spot_name(e->req->mem, where);
	struct view *adder;

	if (!e->open)
		return;
	adder = view_add(in, section);
	view_text(adder, M_TOOLS_URL, e->url);
	view_text(adder, M_PART_BACK, back == NULL ? "" : back);
	view_text(adder, M_ADD_WHERE, mem_printf(e->req->mem, "%s %s", verb,
	    part));
	view_text(adder, M_ADD_ID, mem_printf(e->req->mem, "%s-%s", verb,
	    editor_id(e->req->mem, part)));
	view_text(adder, M_ADD_TYPED, "");
	if (strcmp(verb, "ajouter") == 0 && (where->part == PART_BLOCK ||
	    where->part == PART_FIELD))
		add_types(e, adder, where);
	if (adding == NULL || strcmp(adding->where, part) != 0 ||
	    strcmp(adding->verb, verb) != 0)
		return;
	view_text(adder, M_ADD_TYPED, field_raw(&e->req->fields, "libelle"));
	view_text(view_add(adder, M_ADD_ERROR), M_ADD_ERROR_TEXT,
	    adding->error);
}

/* --- what is inside ------------------------------------------------------------------- */

static void
inner_row(const struct editor *e, struct view *list,
    const struct form_spot *spot, const char *back)
{
	struct view *row = view_add(list, M_INNER_PARTS);

	editor_tools(e, row, spot, back);
	editor_question(e, row, M_INNER_BADGES, spot->node);
}

void
editor_inner(const struct editor *e, struct view *in,
    const struct form_spot *spot, const char *back,
    const struct editor_adding *adding)
{
	const char *member = form_edit_inside(PART_FIELD, spot->node);
	struct form_spot at = *spot;
	struct view *section;

	if (spot->part != PART_FIELD || member == NULL || spot->depth > 1)
		return;
	section = view_add(in, M_INNER);
	view_show(section, strcmp(member, "columns") == 0 ? M_INNER_COLUMNS
	    : M_INNER_QUESTIONS);
	at.in[at.depth++] = spot->node;
	at.list = json_array(spot->node, member);
	for (at.at = 0; at.at < json_count(at.list); at.at++) {
		at.node = json_at(at.list, at.at);
		inner_row(e, section, &at, back);
	}
	editor_adder(e, section, strcmp(member, "columns") == 0
	    ? M_ADD_COLUMN : M_ADD_INNER, spot, "ajouter", back, adding);
}

/* --- rules ---------------------------------------------------------------------------- */

/* Beside which questions a rule is said, by their words. */
static const char *
beside_said(const struct editor *e, struct json_object *rule)
{
	struct json_object *keys = json_array(rule, "at");
	const char *text = "", *key;
	size_t i;

	for (i = 0; i < json_count(keys); i++) {
		key = json_at_text(keys, i) == NULL ? "" : json_at_text(keys,
		    i);
		text = mem_printf(e->req->mem, "%s%s« %s »", text, i == 0 ? ""
		    : ", ", json_text_or(form_edit_question(
		    e->draft.definition, key), "label", key));
	}
	return text;
}

static void
rule_row(const struct editor *e, struct view *list,
    const struct form_spot *spot, const char *back)
{
	struct json_object *c = json_get(spot->node, spot->part == PART_RULE
	    ? "must" : "when");
	struct view *row = view_add(list, M_RULE_PARTS);
	struct mem *mem = e->req->mem;
	const char *said = c == NULL ? _("(à écrire)") : condition_said(mem,
	    e->draft.definition, c);

	editor_tools(e, row, spot, back);
	if (spot->part == PART_BAR)
		view_text(row, M_RULE_SAID, mem_printf(mem, json_flag(
		    spot->node, "blocks", true) ? _("Empêche le dépôt si %s")
		    : _("Avertit si %s"), said));
	else
		view_text(row, M_RULE_SAID, json_count(json_array(spot->node,
		    "at")) == 0 ? mem_printf(mem, _("Il faut que %s"), said)
		    : mem_printf(mem, _("Il faut que %s ; dit à côté de %s"),
		    said, beside_said(e, spot->node)));
}

void
editor_rules(const struct editor *e, struct view *in,
    const struct form_spot *holder, enum form_part kind, const char *back,
    const struct editor_adding *adding)
{
	bool bars = kind == PART_BAR;
	struct form_spot at = *holder;
	struct view *section = view_add(in, bars ? M_BARS : M_RULES);

	at.part = kind;
	at.list = json_array(holder->node, bars ? "ineligible_if" : "rules");
	if (holder->part == PART_BLOCK)
		at.in[at.depth++] = holder->node;
	for (at.at = 0; at.at < json_count(at.list); at.at++) {
		at.node = json_at(at.list, at.at);
		rule_row(e, section, &at, back);
	}
	editor_adder(e, section, bars ? M_ADD_BAR : M_ADD_RULE, holder, bars
	    ? "ajouter-motif" : "ajouter-regle", back, adding);
}
