/*
 * A condition as controls: "afficher si [question] [est] [valeur]", a line a
 * comparison, all or any of them; or a formula; anything richer in JSON. The
 * same rules judge them all (domain/form_condition.c).
 */
#include "config.h"

#include "fcgi/instruction/editor_condition.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "web/partial.h"

/* --- what it looks at ----------------------------------------------------------------- */

struct before {
	const struct form_spot *spot;
	void		(*fn)(void *, struct json_object *);
	void		*arg;
};

static bool
give_before(const struct form_spot *at, void *arg)
{
	const struct before *b = arg;

	if (at->node == b->spot->node)
		return true;
	if (at->part == PART_FIELD && at->depth == 0)
		b->fn(b->arg, at->node);
	return false;
}

void
condition_each_question(const struct editor *e, const struct form_spot *spot,
    void (*fn)(void *, struct json_object *), void *arg)
{
	struct before b = { spot, fn, arg };

	form_edit_each(e->draft.definition, give_before, &b);
}

/* --- the lines of what is stored ------------------------------------------------------- */

/* The lines of a stored condition, and how they go together. */
static const char *
mode_of(struct json_object *c, struct json_object **list)
{
	struct json_object *value;
	const char *key;
	size_t i;

	*list = NULL;
	if (c == NULL)
		return "toujours";
	if (json_text(c, "formula") != NULL &&
	    json_object_object_length(c) == 1)
		return "formule";
	if (operator_of(c, &key, &value) != NULL)
		return "toutes";
	*list = json_array(c, "all");
	if (*list == NULL)
		*list = json_array(c, "any");
	for (i = 0; i < json_count(*list); i++)
		if (operator_of(json_at(*list, i), &key, &value) == NULL)
			*list = NULL;
	if (*list == NULL || json_count(*list) > LINES_MAX)
		return "json";
	return json_array(c, "all") != NULL ? "toutes" : "une";
}

static const char *
shown(const struct editor *e, const char *name, const char *stored)
{
	return req_typed(e->req, name, stored);
}

struct choice {
	struct view	*in;
	const char	*chosen;
	bool		 found;
};

static void
add_question(void *arg, struct json_object *field)
{
	struct choice *c = arg;
	const char *key = json_text_or(field, "key", "");
	bool chosen = strcmp(key, c->chosen) == 0;

	if (!editor_is_asked(field))
		return;
	c->found = c->found || chosen;
	partial_option(c->in, M_LINE_QUESTIONS, key, json_text_or(field,
	    "label", key), chosen);
}

static void
add_answer(struct view *list, const char *text)
{
	view_text(view_add(list, M_LIST_ANSWERS), M_ANSWER_TEXT, text);
}

/* What may be answered, for lists beside the value (comparisons.js). */
static void
add_answers(void *arg, struct json_object *field)
{
	struct json_object *options = json_array(field, "options");
	const char *type = json_text_or(field, "type", "");
	struct view *in = arg, *list;
	bool yes = shape_choice("yes_no|checkbox", type);
	bool place = strcmp(type, "territory") == 0;
	bool day = shape_choice("date|date_time", type);
	size_t i;

	if (options == NULL && !yes && !place && !day)
		return;
	list = view_add(in, M_ANSWER_LISTS);
	view_text(list, M_LIST_KEY, json_text_or(field, "key", ""));
	for (i = 0; i < json_count(options); i++)
		add_answer(list, json_text_or(json_at(options, i), "label",
		    ""));
	if (yes) {
		add_answer(list, _("oui"));
		add_answer(list, _("non"));
	}
	if (place)
		add_answer(list, _("la plateforme"));
	if (day) {
		add_answer(list, _("aujourd’hui"));
		add_answer(list, _("aujourd’hui + 30"));
	}
}

static void
add_line(const struct editor *e, struct view *section,
    const struct form_spot *spot, const char *member, size_t i,
    struct json_object *c)
{
	struct view *line = view_add(section, M_CONDITION_LINES);
	const char *key = NULL, *chosen, *text = NULL;
	struct json_object *value = NULL;
	const struct operator *o = c == NULL ? NULL
	    : operator_of(c, &key, &value), *each;
	struct choice list;

	view_int(line, M_LINE_NUMBER, (int64_t)i + 1);
	view_text(line, M_LINE_QUESTION_NAME, line_control(e, member, i,
	    "question"));
	view_text(line, M_LINE_OP_NAME, line_control(e, member, i, "est"));
	view_text(line, M_LINE_VALUE_NAME, line_control(e, member, i,
	    "valeur"));
	list = (struct choice){ line, shown(e, line_control(e, member, i,
	    "question"), key), false };
	condition_each_question(e, spot, add_question, &list);
	/* One that is no longer before is kept, for the linter to tell. */
	if (!list.found && *list.chosen != '\0')
		partial_option(line, M_LINE_QUESTIONS, list.chosen, list.chosen,
		    true);
	chosen = shown(e, line_control(e, member, i, "est"), o == NULL
	    ? "equals" : o->name);
	for (each = operators; each->name != NULL; each++)
		partial_option(line, M_LINE_OPS, each->name, _(each->said),
		    strcmp(each->name, chosen) == 0);
	if (o != NULL && operator_takes_value(o))
		text = operand_said(e->req->mem, o->counted ? NULL
		    : form_edit_question(e->draft.definition, key), value);
	view_text(line, M_LINE_VALUE, shown(e, line_control(e, member, i,
	    "valeur"), text));
}

/* --- the whole --------------------------------------------------------------------------- */

static const struct {
	const char	*mode, *said, *of_rule;
} modes[] = {
	{ "toujours", N_("Sans condition"), NULL },
	{ "toutes", N_("Si toutes ces comparaisons sont vraies"),
	    N_("Toutes ces comparaisons") },
	{ "une", N_("Si l’une de ces comparaisons est vraie"),
	    N_("L’une de ces comparaisons") },
	{ "formule", N_("Si cette formule est vraie"), N_("Cette formule") },
	{ "json", N_("Selon une condition écrite en JSON (avancé)"),
	    N_("Une condition écrite en JSON (avancé)") },
};

static void
add_modes(const struct editor *e, struct view *section, const char *member,
    const char *mode)
{
	bool rule = condition_is_needed(member);
	size_t i;

	view_text(section, M_CONDITION_MODE_NAME, mem_printf(e->req->mem,
	    "c.%s.mode", member));
	for (i = rule; i < sizeof(modes) / sizeof(modes[0]); i++)
		partial_option(section, M_CONDITION_MODES, modes[i].mode,
		    _(rule ? modes[i].of_rule : modes[i].said),
		    strcmp(modes[i].mode, mode) == 0);
}

bool
condition_is_needed(const char *member)
{
	return strcmp(member, "must") == 0 || strcmp(member, "when") == 0;
}

static void
add_texts(const struct editor *e, struct view *section, const char *member,
    struct json_object *c)
{
	struct mem *mem = e->req->mem;
	const char *name = mem_printf(mem, "c.%s.formule", member);

	view_text(section, M_CONDITION_FORMULA_NAME, name);
	view_text(section, M_CONDITION_FORMULA, shown(e, name, json_text(c,
	    "formula")));
	name = mem_printf(mem, "c.%s.json", member);
	view_text(section, M_CONDITION_JSON_NAME, name);
	view_text(section, M_CONDITION_JSON, shown(e, name, c == NULL ? ""
	    : mem_strdup(mem, json_object_to_json_string_ext(c,
	    JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_NOSLASHESCAPE))));
}

void
condition_show(const struct editor *e, struct view *page,
    const struct form_spot *spot, const char *member,
    const struct problems *why)
{
	struct mem *mem = e->req->mem;
	struct json_object *c = json_get(spot->node, member), *list;
	struct view *section = view_add(page, M_CONDITION);
	const char *stored = mode_of(c, &list), *mode, *error;
	bool needed = condition_is_needed(member);
	bool one = list == NULL && strcmp(stored, "toutes") == 0;
	size_t i, n = list != NULL ? json_count(list) : one;

	if (needed && c == NULL)
		stored = "toutes";
	mode = shown(e, mem_printf(mem, "c.%s.mode", member), stored);
	error = why == NULL ? NULL : problem_get(why, mem_printf(mem, "c-%s",
	    member));
	view_text(section, M_CONDITION_ID, mem_printf(mem, "c-%s", member));
	view_text(section, M_CONDITION_TITLE, form_member_said(member));
	add_modes(e, section, member, mode);
	/* What was typed on lines that are not stored comes back too. */
	while (n < LINES_MAX && *shown(e, line_control(e, member, n,
	    "question"), NULL) != '\0')
		n++;
	for (i = 0; i < n + LINES_BLANK && i < LINES_MAX; i++)
		add_line(e, section, spot, member, i, list != NULL
		    ? json_at(list, i) : one && i == 0 ? c : NULL);
	add_texts(e, section, member, c);
	view_text(section, M_CONDITION_SAID, c != NULL ? condition_said(mem,
	    e->draft.definition, c) : needed ? _("(à écrire)")
	    : _("(sans condition)"));
	if (strcmp(mode, "toujours") != 0 || error != NULL)
		view_show(section, M_CONDITION_OPEN);
	if (strcmp(mode, "formule") == 0)
		view_show(section, M_CONDITION_FORMULA_OPEN);
	if (strcmp(mode, "json") == 0)
		view_show(section, M_CONDITION_ADVANCED);
	view_optional(section, M_CONDITION_ERROR, M_CONDITION_ERROR_TEXT,
	    error);
	condition_each_question(e, spot, add_answers, section);
}
