/*
 * The settings of a part of a form as controls. It stores nothing.
 */
#include "config.h"

#include "fcgi/instruction/editor_control.h"

#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "domain/reference.h"

/* A role of the dossier is offered to the types that may play it. */
static bool
is_offered(const struct shape *m, const char *word, const char *type)
{
	return strcmp(m->name, "maps_to") != 0 ||
	    shape_choice(form_format_mapped_types(word), type);
}

/* Is there any role for that type? */
static bool
is_mapped(const struct shape *m, const char *type)
{
	const char *p = m->choices;
	char word[64];
	size_t len;

	for (; *p != '\0'; p += len + (p[len] == '|')) {
		len = strcspn(p, "|");
		snprintf(word, sizeof(word), "%.*s", (int)len, p);
		if (is_offered(m, word, type))
			return true;
	}
	return false;
}

static void
each_choice(const struct ask *ask, struct view *field, const char *control,
    const struct shape *m, const char *type, struct json_object *value)
{
	const char *choices = m->choices;
	size_t len, i;

	for (; *choices != '\0'; choices += len + (choices[len] == '|')) {
		const char *word;
		bool chosen;

		len = strcspn(choices, "|");
		word = mem_strndup(ask->req->mem, choices, len);
		chosen = json_is(value, json_type_string) &&
		    strcmp(json_object_get_string(value), word) == 0;
		for (i = 0; i < json_count(value); i++)
			chosen = chosen || strcmp(json_at_text(value, i) == NULL
			    ? "" : json_at_text(value, i), word) == 0;
		if (chosen || is_offered(m, word, type))
			ask_option(ask, field, control, word,
			    form_value_said(m->name, word), chosen);
	}
}

/* --- other questions ------------------------------------------------------------------- */

struct named {
	const struct ask *ask;
	struct view	*field;
	const char	*control, *types, *chosen;
	struct json_object *but;	/* itself */
};

static void
offer(void *arg, struct json_object *question)
{
	const struct named *n = arg;
	const char *key = json_text_or(question, "key", "");

	if (question != n->but && shape_choice(n->types,
	    json_text_or(question, "type", "")))
		ask_option(n->ask, n->field, n->control, key,
		    json_text_or(question, "label", key),
		    strcmp(n->chosen, key) == 0);
}

/* A comparison looks at a question before of its own type; the totals of a plan
 * at amounts anywhere. */
static void
show_questions(const struct ask *ask, const struct editor *e,
    const struct form_spot *spot, const struct shape *m,
    struct json_object *value)
{
	const struct form_spot anywhere = { .part = PART_FORM };
	bool balance = strcmp(m->name, "balance") == 0;
	struct named n = { .ask = ask, .but = spot->node, .types = balance
	    ? "money" : json_text_or(spot->node, "type", "") };
	const char *label;
	size_t i;

	for (i = 0; m->members[i].name != NULL; i++) {
		n.control = mem_printf(ask->req->mem, "m.%s.%s", m->name,
		    m->members[i].name);
		n.chosen = json_text_or(value, m->members[i].name, "");
		label = form_member_said(m->name);
		if (m->members[1].name != NULL)
			label = mem_printf(ask->req->mem, _("%s : %s"), label,
			    form_member_said(m->members[i].name));
		n.field = ask_select(ask, n.control, label, NULL);
		ask_optional(n.field);
		ask_option(ask, n.field, n.control, "", _("aucune"),
		    value == NULL);
		condition_each_question(e, balance ? &anywhere : spot, offer,
		    &n);
	}
}

struct beside {
	const struct ask *ask;
	struct view	*field;
	const char	*control;
	const struct form_spot *rule;
	struct json_object *chosen;
};

static bool
is_in(struct json_object *list, const char *text)
{
	size_t i;

	for (i = 0; i < json_count(list); i++)
		if (json_at_text(list, i) != NULL &&
		    strcmp(json_at_text(list, i), text) == 0)
			return true;
	return false;
}

/* The questions of its block; those of every block for a rule of the form. */
static bool
offer_beside(const struct form_spot *at, void *arg)
{
	const struct beside *b = arg;
	const char *key = json_text_or(at->node, "key", "");
	bool chosen = is_in(b->chosen, key);

	if (at->part == PART_FIELD && at->depth == 0 &&
	    editor_is_asked(at->node) && (chosen || b->rule->depth == 0 ||
	    (at->step == b->rule->step && at->block == b->rule->block)))
		ask_option(b->ask, b->field, b->control, key,
		    json_text_or(at->node, "label", key), chosen);
	return false;
}

/* --- messages ----------------------------------------------------------------------------- */

/* One text a language of the interface; French is the first. */
static void
show_message(const struct ask *ask, const char *control,
    struct json_object *message)
{
	const char *const *lang = lang_list();
	struct view *field;

	for (; *lang != NULL; lang++) {
		bool first = strcmp(*lang, "fr") == 0;
		const char *text = json_text(message, *lang);

		if (first && json_is(message, json_type_string))
			text = json_object_get_string(message);
		field = ask_lines(ask, first ? control : mem_printf(
		    ask->req->mem, "%s.%s", control, *lang), first
		    ? form_member_said("message") : mem_printf(ask->req->mem,
		    _("%s : %s"), form_member_said("message"),
		    lang_name(*lang)), first ? form_member_about("message")
		    : NULL, text, 2);
		if (!first)
			ask_optional(field);
	}
}

/* The lists that the administration loaded; one that is gone is kept. */
static void
show_lists(const struct ask *ask, const char *control, const char *chosen)
{
	struct reference_list *lists;
	size_t n = reference_lists(&lists, ask->req->db, ask->req->mem,
	    ask->req->platform->id), i;
	struct view *field = ask_select(ask, control, form_member_said("list"),
	    n == 0 ? _("Aucune n’est chargée : voyez Administration, Listes de "
	    "référence.") : NULL);
	bool found = *chosen == '\0';

	ask_option(ask, field, control, "", _("aucune"), *chosen == '\0');
	for (i = 0; i < n; i++) {
		ask_option(ask, field, control, lists[i].key, lists[i].label,
		    strcmp(lists[i].key, chosen) == 0);
		found = found || strcmp(lists[i].key, chosen) == 0;
	}
	if (!found)
		ask_option(ask, field, control, chosen, chosen, true);
}

/* --- one setting ---------------------------------------------------------------------------- */

static const char *
number_hint(const struct form_spot *spot, const struct shape *m)
{
	const char *type = json_text_or(spot->node, "type", "");

	if (control_digits(spot, m) == 0)
		return form_member_about(m->name);
	return strcmp(type, "money") == 0 ? _("En euros.")
	    : strcmp(type, "percentage") == 0 ? _("En pour cent.")
	    : form_member_about(m->name);
}

void
member_show(const struct ask *ask, const struct editor *e,
    const struct form_spot *spot, const struct shape *m)
{
	const char *control = member_control(ask->req->mem, m->name);
	const char *said = form_member_said(m->name);
	const char *about = form_member_about(m->name);
	struct json_object *value = json_get(spot->node, m->name);
	const char *text = control_text(ask->req->mem, spot, m, value);
	struct view *field;

	switch (control_of(m)) {
	case CONTROL_FLAG:
		field = ask_checkboxes(ask, control, said, about);
		ask_option(ask, field, control, "oui", _("Oui"),
		    json_is(value, json_type_boolean) &&
		    json_object_get_boolean(value));
		return;
	case CONTROL_YES_NO:
		field = ask_select(ask, control, said, about);
		ask_option(ask, field, control, "", _("l’une ou l’autre"),
		    value == NULL);
		ask_option(ask, field, control, "oui", _("oui seulement"),
		    value != NULL && json_object_get_boolean(value));
		ask_option(ask, field, control, "non", _("non seulement"),
		    value != NULL && !json_object_get_boolean(value));
		return;
	case CONTROL_CHOICE:
		if (strcmp(m->name, "maps_to") == 0 && value == NULL &&
		    !is_mapped(m, json_text_or(spot->node, "type", "")))
			return;
		field = ask_select(ask, control, said, about);
		if (!(m->flags & SHAPE_REQUIRED))
			ask_option(ask, field, control, "", _("rien de "
			    "particulier"), value == NULL);
		each_choice(ask, field, control, m, json_text_or(spot->node,
		    "type", ""), value);
		return;
	case CONTROL_SEVERAL:
		field = ask_checkboxes(ask, control, said, about);
		each_choice(ask, field, control, m, json_text_or(spot->node,
		    "type", ""), value);
		return;
	case CONTROL_QUESTIONS:
		show_questions(ask, e, spot, m, value);
		return;
	case CONTROL_BESIDE:
		field = ask_checkboxes(ask, control, said, about);
		ask_optional(field);
		form_edit_each(e->draft.definition, offer_beside,
		    &(struct beside){ ask, field, control, spot, value });
		return;
	case CONTROL_LIST:
		show_lists(ask, control, text);
		return;
	case CONTROL_MESSAGE:
		show_message(ask, control, value);
		return;
	case CONTROL_BLOCKS:
		field = ask_radios(ask, control, said, about);
		ask_option(ask, field, control, "oui", _("Le dossier ne peut "
		    "pas être déposé"), json_flag(spot->node, m->name, true));
		ask_option(ask, field, control, "non", _("Le porteur est "
		    "averti, et peut déposer"), !json_flag(spot->node, m->name,
		    true));
		return;
	case CONTROL_LINES:
		field = ask_lines(ask, control, said, about, text, 3);
		break;
	case CONTROL_OPTIONS:
		field = ask_lines(ask, control, said, about, text,
		    (int)json_count(value) + 3);
		break;
	case CONTROL_JSON:
		field = ask_lines(ask, control, said, about != NULL ? about
		    : _("Réglage avancé, en JSON."), text, 6);
		break;
	case CONTROL_NUMBER:
		field = ask_text(ask, control, said, number_hint(spot, m), text,
		    "off");
		break;
	default:
		field = ask_text(ask, control, said, about, text, "off");
	}
	if (!(m->flags & SHAPE_REQUIRED))
		ask_optional(field);
}
