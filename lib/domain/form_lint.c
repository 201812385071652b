/*
 * The linter of forms: each rule is one function that looks at one question, or
 * at the whole. What the format and the engine of rules refuse (keys, types,
 * conditions that look forward or go round, formulas) comes from them.
 */
#include "config.h"

#include "domain/form_lint.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/shape.h"
#include "base/text.h"
#include "domain/form_edit.h"
#include "domain/form_format.h"

struct linter {
	struct lint		*out;
	struct mem		*mem;
	struct json_object	*form;
	const struct lint_world	*world;
	struct lint_fields	 fields;
};

static void	say(struct linter *, bool, const char *, const char *,
    const char *, const char *, ...) __attribute__((format(printf, 6, 7)));

static void
say(struct linter *l, bool error, const char *code, const char *part,
    const char *label, const char *fmt, ...)
{
	struct finding *f = MEM_NEW(l->mem, struct finding);
	va_list ap;

	va_start(ap, fmt);
	f->text = mem_vprintf(l->mem, fmt, ap);
	va_end(ap);
	f->error = error;
	f->code = code;
	f->part = part;
	f->label = label;
	if (l->out->last != NULL)
		l->out->last->next = f;
	else
		l->out->first = f;
	l->out->last = f;
	if (error)
		l->out->errors++;
	else
		l->out->advice++;
}

#define ERROR(l, code, f, ...)	say(l, true, code, (f)->part, (f)->label, __VA_ARGS__)
#define ADVICE(l, code, f, ...)	say(l, false, code, (f)->part, (f)->label, __VA_ARGS__)

int
lint_field_of(const struct lint_fields *fields, const char *key)
{
	size_t i;

	for (i = 0; i < fields->count; i++)
		if (strcmp(fields->rows[i].key, key) == 0)
			return (int)i;
	return -1;
}

/* --- the questions in reading order ---------------------------------------------- */

static void
add_field(struct linter *l, struct json_object *step,
    struct json_object *block, struct json_object *node)
{
	struct lint_field *f = &l->fields.rows[l->fields.count++];

	f->node = node;
	f->key = json_text_or(node, "key", "");
	f->type = json_text_or(node, "type", "");
	f->label = json_text_or(node, "label", f->key);
	f->part = mem_printf(l->mem, "question:%s", f->key);
	f->conditions[0] = json_dict(step, "visible_if");
	f->conditions[1] = json_dict(block, "visible_if");
	f->conditions[2] = json_dict(node, "visible_if");
}

static void
each_block(struct linter *l, void (*fn)(struct linter *, struct json_object *,
    struct json_object *))
{
	struct json_object *steps = json_array(l->form, "steps");
	size_t s, b;

	for (s = 0; s < json_count(steps); s++)
		for (b = 0; b < json_count(json_array(json_at(steps, s),
		    "blocks")); b++)
			fn(l, json_at(steps, s), json_at(json_array(json_at(
			    steps, s), "blocks"), b));
}

static void
count_block(struct linter *l, struct json_object *step,
    struct json_object *block)
{
	(void)step;
	l->fields.count += json_count(json_array(block, "fields"));
}

static void
add_block(struct linter *l, struct json_object *step,
    struct json_object *block)
{
	struct json_object *fields = json_array(block, "fields");
	size_t i;

	for (i = 0; i < json_count(fields); i++)
		add_field(l, step, block, json_at(fields, i));
}

static void
read_fields(struct linter *l)
{
	each_block(l, count_block);
	l->fields.rows = MEM_ARRAY(l->mem, l->fields.count + 1,
	    struct lint_field);
	l->fields.count = 0;
	each_block(l, add_block);
}

/* --- what the format refuses ---------------------------------------------------------- */

static const char *
label_of(struct linter *l, const struct form_spot *spot)
{
	struct json_object *around = form_edit_around(spot);
	const char *label = spot->part == PART_RULE || spot->part == PART_BAR
	    ? form_edit_message(spot->node) : spot->part == PART_FORM
	    ? json_text_or(l->form, "title", "") : json_text_or(spot->node,
	    "label", json_text_or(spot->node, "key", ""));

	return around == NULL ? label : mem_printf(l->mem, "%s › %s",
	    json_text_or(around, "label", ""), label);
}

/* Parts that lost all they held are no fault of the format for who writes. */
static const char *
empty_said(const struct form_spot *spot, const char *member)
{
	const char *inside = form_edit_inside(spot->part, spot->node);

	if (inside == NULL || strcmp(inside, member) != 0 ||
	    json_count(json_array(spot->node, inside)) > 0)
		return NULL;
	return spot->part == PART_FORM ? _("Le formulaire est vide : ajoutez "
	    "une étape.") : spot->part == PART_STEP ? _("Cette étape est vide "
	    ": ajoutez-y un bloc, ou retirez-la.") : spot->part == PART_BLOCK
	    ? _("Ce bloc est vide : ajoutez-y une question, ou retirez-le.")
	    : strcmp(inside, "columns") == 0 ? _("Ce tableau n’a pas de "
	    "colonne : ajoutez-en une.") : _("Ce bloc répété n’a pas de "
	    "question : ajoutez-en une.");
}

/* What the format and the engine of rules refuse, said of the part. */
static void
lint_format(struct linter *l)
{
	struct problems why = PROBLEMS_INIT(l->mem);
	const char *member, *part, *name, *label, *empty;
	const struct problem *p;
	struct form_spot spot;

	form_format_check(&why, l->form);
	for (p = why.first; p != NULL; p = p->next) {
		if (!form_edit_at(&spot, l->form, p->where, &member)) {
			spot = (struct form_spot){ .part = PART_FORM,
			    .node = l->form };
			member = "";
		}
		part = form_edit_spot_name(l->mem, &spot);
		label = label_of(l, &spot);
		name = mem_strndup(l->mem, member, strcspn(member, ".["));
		empty = empty_said(&spot, name);
		if (empty != NULL)
			say(l, true, "empty", part, label, "%s", empty);
		else if (*name == '\0')
			say(l, true, "format", part, label, "%s", p->text);
		else
			say(l, true, "format", part, label, _("%s : %s"),
			    form_member_said(name), p->text);
	}
}

/* --- what can never be asked ---------------------------------------------------------- */

static void
lint_reach(struct linter *l)
{
	size_t i;

	for (i = 0; i < l->fields.count; i++)
		if (!lint_reachable(&l->fields, l->mem, i))
			ERROR(l, "unreachable", &l->fields.rows[i],
			    _("Cette question ne peut jamais être posée : ses "
			    "conditions, ou celles des questions qu’elles "
			    "regardent, se contredisent."));
}

/* --- the same key elsewhere, and before ------------------------------------------------------ */

static void
lint_shared(struct linter *l, const struct lint_field *f)
{
	const struct lint_world *w = l->world;
	size_t i;

	for (i = 0; i < w->key_count; i++)
		if (strcmp(w->keys[i].key, f->key) == 0 &&
		    strcmp(w->keys[i].type, f->type) != 0) {
			ERROR(l, "shared", f, _("La clé « %s » est déjà celle "
			    "d’une question de type « %s » dans « %s ». Une clé "
			    "est une seule réponse : donnez-en une autre."),
			    f->key, form_type_said(w->keys[i].type),
			    w->keys[i].form);
			return;
		}
}

static struct json_object *
published_field(struct linter *l, const char *key)
{
	return l->world->published == NULL ? NULL
	    : form_edit_question(l->world->published, key);
}

/* The option, or the inner field, of that key; or NULL. */
static struct json_object *
by_key(struct json_object *list, const char *key)
{
	size_t i;

	for (i = 0; i < json_count(list); i++)
		if (strcmp(json_text_or(json_at(list, i), "key", ""), key) == 0)
			return json_at(list, i);
	return NULL;
}

/* The same for what is inside its items. */
static void
lint_inside(struct linter *l, const struct lint_field *f,
    struct json_object *was, struct json_object *is)
{
	const char *member = json_has(is, "columns") ? "columns" : "fields";
	struct json_object *list = json_array(is, member);
	size_t i;

	for (i = 0; i < json_count(list); i++) {
		struct json_object *inner = json_at(list, i);
		struct json_object *before = by_key(json_array(was, member),
		    json_text_or(inner, "key", ""));

		if (before == NULL)
			continue;
		if (strcmp(json_text_or(before, "type", ""),
		    json_text_or(inner, "type", "")) != 0)
			ERROR(l, "retyped", f, _("Dans la révision publiée, « "
			    "%s » est de type « %s » : les réponses déjà "
			    "données ne se liraient plus. Faites une question "
			    "nouvelle."), json_text_or(inner, "key", ""),
			    form_type_said(json_text_or(before, "type", "")));
		else
			lint_inside(l, f, before, inner);
	}
}

static void
lint_before(struct linter *l, const struct lint_field *f)
{
	struct json_object *was = published_field(l, f->key), *options;
	const char *type = json_text_or(was, "type", f->type), *key;
	size_t i;

	if (strcmp(type, f->type) != 0) {
		ERROR(l, "retyped", f, _("Dans la révision publiée, cette "
		    "réponse est de type « %s » : les réponses déjà données ne "
		    "se liraient plus. Faites une question nouvelle."),
		    form_type_said(type));
		return;
	}
	lint_inside(l, f, was, f->node);
	options = json_array(was, "options");
	for (i = 0; json_has(f->node, "options") && i < json_count(options);
	    i++) {
		key = json_text_or(json_at(options, i), "key", "");
		if (by_key(json_array(f->node, "options"), key) == NULL)
			ADVICE(l, "option-gone", f, _("La réponse « %s » n’est "
			    "plus proposée : qui l’avait choisie devra choisir "
			    "de nouveau."), json_text_or(json_at(options, i),
			    "label", key));
	}
}

/* --- options ------------------------------------------------------------------------------------ */

static void
lint_options(struct linter *l, const struct lint_field *f)
{
	struct json_object *options = json_array(f->node, "options");
	struct json_object *use = json_dict(l->world->uses, f->key);
	int64_t answers = json_int(use, "answers", 0);
	size_t i, j;

	for (i = 0; i < json_count(options); i++) {
		const char *key = json_text_or(json_at(options, i), "key", "");
		const char *label = json_text_or(json_at(options, i), "label",
		    key);

		for (j = 0; j < i; j++)
			if (strcmp(json_text_or(json_at(options, j), "label",
			    ""), label) == 0)
				ADVICE(l, "same-label", f, _("La réponse « %s » "
				    "est proposée deux fois."), label);
		if (answers < LINT_ANSWERS || json_has(json_dict(use,
		    "options"), key) || by_key(json_array(
		    published_field(l, f->key), "options"), key) == NULL)
			continue;
		ADVICE(l, "unused-option", f, _("La réponse « %s » n’a jamais "
		    "été choisie en %lld réponses : est-elle utile ?"), label,
		    (long long)answers);
	}
}

/* --- reference lists --------------------------------------------------------- */

/* A question, or one inside another, whose list nobody loaded. */
static bool
lint_list(const struct form_spot *spot, void *arg)
{
	struct linter *l = arg;
	const char *list = spot->part == PART_FIELD
	    ? json_text(spot->node, "list") : NULL;
	size_t i;

	for (i = 0; list != NULL && i < l->world->list_count; i++)
		if (strcmp(l->world->lists[i], list) == 0)
			return false;
	if (list != NULL)
		say(l, true, "no-list", form_edit_spot_name(l->mem, spot),
		    label_of(l, spot), _("La liste de référence « %s » n’est "
		    "pas chargée : chargez-la, ou choisissez-en une autre."),
		    list);
	return false;
}

/* --- people ----------------------------------------------------------------------------------------- */

/* What these types hold is about a person; so is what these words ask. */
static const char personal_types[] = "email|phone|person|iban|address";
static const char *const personal_words[] = { "courriel", "e-mail",
	"telephone", "portable", "date de naissance", "ne le", "nee le",
	"prenom", "nationalite", "adresse personnelle", "securite sociale",
	"revenu fiscal", "situation familiale", "handicap", "sante" };

static bool
is_personal(struct linter *l, const struct lint_field *f)
{
	const char *label = text_fold(l->mem, f->label);
	size_t i;

	if (shape_choice(personal_types, f->type))
		return true;
	if (!shape_choice("text|long_text|date|choice|multi_choice|integer|money",
	    f->type))
		return false;
	for (i = 0; i < sizeof(personal_words) / sizeof(personal_words[0]); i++)
		if (strstr(label, personal_words[i]) != NULL)
			return true;
	return false;
}

/* Law 78-17 and GDPR art. 13: what is asked of a person says what it is for. */
static void
lint_person(struct linter *l, const struct lint_field *f, bool explained)
{
	if (!is_personal(l, f))
		return;
	if (!json_flag(f->node, "private", false))
		ADVICE(l, "not-private", f, _("Cette réponse parle d’une "
		    "personne : faut-il la marquer privée ?"));
	else if (!explained && !json_has(f->node, "hint"))
		ADVICE(l, "no-reason", f, _("Cette réponse privée est demandée "
		    "sans dire pourquoi : ajoutez une aide, ou une explication "
		    "au-dessus."));
}

static void
lint_block_people(struct linter *l, struct json_object *step,
    struct json_object *block)
{
	struct json_object *fields = json_array(block, "fields");
	bool explained = json_has(step, "intro");
	size_t i;
	int at;

	for (i = 0; i < json_count(fields); i++) {
		const char *key = json_text_or(json_at(fields, i), "key", "");

		if (strcmp(json_text_or(json_at(fields, i), "type", ""),
		    "explanation") == 0)
			explained = true;
		at = lint_field_of(&l->fields, key);
		if (at >= 0)
			lint_person(l, &l->fields.rows[at], explained);
	}
}

/* --- what the lists show ------------------------------------------------------------------------------ */

/* The title, the summary, the territory and the theme are the format's: those
 * are errors. What follows is only missed by whoever reads a list. */
static void
lint_placed(struct linter *l)
{
	static const char *const targets[] = { "organisation", "cost",
		"requested", "start" };
	size_t t, i;

	if (!shape_choice("project|commons", json_text_or(l->form, "kind", "")))
		return;
	for (t = 0; t < sizeof(targets) / sizeof(targets[0]); t++) {
		for (i = 0; i < l->fields.count; i++)
			if (strcmp(json_text_or(l->fields.rows[i].node,
			    "maps_to", ""), targets[t]) == 0)
				break;
		if (i == l->fields.count)
			say(l, false, "unplaced", "", json_text_or(l->form,
			    "title", ""),
			    _("Aucune question ne donne %s : les listes et les "
			    "financeurs ne le verront pas."),
			    form_value_said("maps_to", targets[t]));
	}
}

/* --- the whole -------------------------------------------------------------------------------------------- */

void
form_lint(struct lint *out, struct mem *mem, struct json_object *form,
    const struct lint_world *world)
{
	static const struct lint_world nothing = { .keys = NULL };
	struct linter l = { out, mem, form, world == NULL ? &nothing : world,
	    { NULL, 0 } };
	size_t i;

	*out = (struct lint){ .mem = mem };
	read_fields(&l);
	lint_format(&l);
	lint_reach(&l);
	for (i = 0; i < l.fields.count; i++) {
		lint_shared(&l, &l.fields.rows[i]);
		lint_before(&l, &l.fields.rows[i]);
		lint_options(&l, &l.fields.rows[i]);
	}
	if (l.world->lists != NULL)
		form_edit_each(form, lint_list, &l);
	each_block(&l, lint_block_people);
	lint_placed(&l);
}
