/*
 * What looks at a question: the parts whose conditions, rules and formulas name
 * it; and the other way round, the names that a formula may use.
 */
#include "config.h"

#include "fcgi/instruction/editor.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"

/* --- what looks at it ------------------------------------------------------------------ */

struct uses {
	const struct editor *e;
	struct view	*in, *section;
	const char	*key;
	struct json_object *but;	/* the question itself */
	bool		 found;
};

static void
is_key(const char **key, void *arg)
{
	struct uses *u = arg;

	u->found = u->found || strcmp(*key, u->key) == 0;
}

static void
is_name(const char *key, void *arg)
{
	struct uses *u = arg;

	u->found = u->found || strcmp(key, u->key) == 0;
}

/* Its own settings, not those of what is inside it. */
static bool
looks(struct uses *u, const struct form_spot *spot)
{
	const char *inside = form_edit_inside(spot->part, spot->node);
	struct json_object *own = json_object_new_object();

	JSON_EACH(spot->node, m)
		if ((inside == NULL || strcmp(m.key, inside) != 0) &&
		    strcmp(m.key, "rules") != 0)
			json_put(own, m.key, json_object_get(m.value));
	u->found = false;
	form_edit_each_reference(own, is_key, u);
	form_edit_each_formula(own, is_name, u);
	json_object_put(own);
	return u->found;
}

static bool
add_use(const struct form_spot *spot, void *arg)
{
	struct uses *u = arg;
	const char *name;
	struct view *row;

	if (spot->node == u->but || !looks(u, spot))
		return false;
	name = form_edit_spot_name(u->e->req->mem, spot);
	if (u->section == NULL)
		u->section = view_add(u->in, M_USES);
	row = view_add(u->section, M_USE_ROWS);
	view_text(row, M_USE_URL, editor_part_url(u->e, name));
	view_text(row, M_USE_LABEL, editor_label(spot));
	return false;
}

void
editor_uses(const struct editor *e, struct view *in,
    const struct form_spot *spot)
{
	struct uses u = { e, in, NULL, json_text_or(spot->node, "key", ""),
	    spot->node, false };

	if (spot->part == PART_FIELD && spot->depth == 0)
		form_edit_each(e->draft.definition, add_use, &u);
}

/* --- what a formula may name -------------------------------------------------------------- */

struct help {
	const struct editor *e;
	struct view	*in;
};

static void
add_help(const struct help *h, const char *name, const char *label,
    const char *kind)
{
	struct view *row = view_add(h->in, M_HELP_ROWS);

	view_text(row, M_HELP_NAME, name);
	view_text(row, M_HELP_LABEL, label);
	view_text(row, M_HELP_KIND, kind);
}

/* The columns of what has lines: "plan.costs.amount", "depenses.achats". */
static void
add_columns(const struct help *h, struct json_object *question)
{
	static const struct {
		const char	*type, *column, *said;
	} known[] = {
		{ "period", "from", N_("début") }, { "period", "to", N_("fin") },
		{ "funding_plan", "costs.amount", N_("dépenses") },
		{ "funding_plan", "sources.amount", N_("ressources") },
		{ "steps_schedule", "date", N_("dates") },
	};
	const char *type = json_text_or(question, "type", "");
	const char *key = json_text_or(question, "key", "");
	const char *label = json_text_or(question, "label", key);
	const char *inside = form_edit_inside(PART_FIELD, question);
	struct mem *mem = h->e->req->mem;
	struct json_object *list, *one;
	size_t i;

	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(known[i].type, type) == 0)
			add_help(h, mem_printf(mem, "%s.%s", key,
			    known[i].column), mem_printf(mem, "%s › %s", label,
			    _(known[i].said)), _("lignes"));
	list = inside == NULL ? NULL : json_array(question, inside);
	for (i = 0; i < json_count(list); i++) {
		one = json_at(list, i);
		if (shape_choice("integer|decimal|money|percentage|date",
		    json_text_or(one, "type", "")))
			add_help(h, mem_printf(mem, "%s.%s", key, json_text_or(
			    one, "key", "")), mem_printf(mem, "%s › %s", label,
			    json_text_or(one, "label", "")), mem_printf(mem,
			    _("lignes : %s"), form_type_said(json_text_or(one,
			    "type", ""))));
	}
}

static void
help_question(void *arg, struct json_object *question)
{
	static const char counted[] = "multi_choice|ranking|files|"
	    "funding_plan|steps_schedule|repeat|table";
	const struct help *h = arg;
	const char *type = json_text_or(question, "type", "");
	const char *key = json_text_or(question, "key", "");
	const char *label = json_text_or(question, "label", key);

	if (shape_choice("integer|decimal|money|percentage|date|date_time|"
	    "yes_no|checkbox|choice|reference|country|calculated", type))
		add_help(h, key, label, form_type_said(type));
	else if (shape_choice(counted, type))
		add_help(h, mem_printf(h->e->req->mem, "count(%s)", key), label,
		    _("combien"));
	add_columns(h, question);
}

/* In an item: the questions of the item before, then those of the item around. */
static void
help_item(struct help *h, const struct form_spot *spot, size_t depth)
{
	struct json_object *around = spot->in[depth - 1];
	struct json_object *until = depth == spot->depth ? spot->node
	    : spot->in[depth], *list;
	size_t i;

	list = json_array(around, form_edit_inside(PART_FIELD, around));
	for (i = 0; i < json_count(list) && json_at(list, i) != until; i++)
		help_question(h, json_at(list, i));
}

void
editor_formula_help(const struct editor *e, struct view *page,
    const struct form_spot *spot)
{
	bool inner = form_edit_around(spot) != NULL;
	struct form_spot outermost = *spot;
	struct help h = { e, NULL };
	size_t depth;

	/* A formula stands in a calculated value, or in any condition. */
	if (spot->part == PART_FORM || (inner && strcmp(json_text_or(
	    spot->node, "type", ""), "calculated") != 0))
		return;
	h.in = view_add(page, M_FORMULA_HELP);
	for (depth = inner ? spot->depth : 0; depth > 0; depth--)
		help_item(&h, spot, depth);
	if (inner)
		outermost.node = spot->in[0];
	condition_each_question(e, &outermost, help_question, &h);
}
