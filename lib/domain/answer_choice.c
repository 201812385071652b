/*
 * What is chosen: options, boxes, orders, items of lists, countries, other
 * elements.
 * It takes only what is offered.
 */
#include "config.h"

#include "domain/answer_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/catalogue.h"
#include "domain/country.h"
#include "domain/reference.h"

static bool
not_offered(struct reading *r)
{
	return reading_wrong(r, "%s",
	    _("Choisissez une des réponses proposées."));
}

bool
read_yes_no(struct reading *r)
{
	r->value->number = strcmp(r->text, "oui") == 0;
	return r->value->number != 0 || strcmp(r->text, "non") == 0 ||
	    not_offered(r);
}

bool
read_choice(struct reading *r)
{
	r->value->text = r->text;
	return option_exists(r->answers, r->field, r->text) || not_offered(r);
}

bool
read_choices(struct reading *r)
{
	const struct form_field *f = r->field;
	struct value *v = r->value;
	const struct typed *t;
	size_t n = 0, i;

	for (t = r->typed; t != NULL; t = t->next)
		n++;
	v->list = MEM_ARRAY(r->answers->mem, n + 1, const char *);
	for (t = r->typed; t != NULL; t = t->next) {
		bool again = *t->part != '\0' || *t->text == '\0';

		for (i = 0; i < v->count; i++)
			again |= strcmp(v->list[i], t->text) == 0;
		if (again)
			continue;
		if (!option_exists(r->answers, f, t->text))
			return not_offered(r);
		v->list[v->count++] = t->text;
	}
	v->given = v->count > 0;
	if (f->has_max && (int64_t)v->count > f->max)
		return reading_wrong(r, ngettext(
		    "Gardez %ld réponse au plus.",
		    "Gardez %ld réponses au plus.", (unsigned long)f->max),
		    (long)f->max);
	if (v->given && f->has_min && (int64_t)v->count < f->min)
		return reading_wrong(r, ngettext(
		    "Choisissez au moins %ld réponse.",
		    "Choisissez au moins %ld réponses.",
		    (unsigned long)f->min), (long)f->min);
	return true;
}

bool
read_checkbox(struct reading *r)
{
	r->value->number = strcmp(r->text, "oui") == 0;
	return r->value->number != 0 || not_offered(r);
}

/* --- one, then one of its own ------------------------------------------------ */

static const struct form_option *
option_of(const struct form_option *options, size_t n, const char *key)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(options[i].key, key) == 0)
			return &options[i];
	return NULL;
}

bool
read_linked(struct reading *r)
{
	struct mem *mem = r->answers->mem;
	const char *second = text_trim(mem, typed_get(r->typed, "second"));
	const char *slash = strchr(second, '/'), *key = r->text;
	const struct form_option *one, *two;
	struct value *v = r->value;

	/* The second list says "first/second", so that it works alone. */
	if (*key == '\0' && slash != NULL)
		key = mem_strndup(mem, second, (size_t)(slash - second));
	if (*key == '\0' && *second == '\0')
		return true;
	one = option_of(r->field->options, r->field->option_count, key);
	if (one == NULL)
		return not_offered(r);
	v->list = MEM_ARRAY(mem, 2, const char *);
	v->list[v->count++] = one->key;
	v->given = true;
	if (*second == '\0')
		return true;	/* said before a deposit */
	two = option_of(one->options, one->option_count,
	    slash == NULL ? second : slash + 1);
	if (two == NULL || (slash != NULL && (strlen(key) !=
	    (size_t)(slash - second) || strncmp(key, second, strlen(key)) != 0)))
		return reading_wrong(r, _("Ces deux choix ne vont pas ensemble : "
		    "choisissez ce qui précise « %s »."), one->label);
	v->list[v->count++] = two->key;
	return true;
}

/* --- an order ------------------------------------------------------------------ */

struct ranked {
	const char	*key;
	long		 rank;
};

static int
compare_ranked(const void *a, const void *b)
{
	const struct ranked *ra = a, *rb = b;

	return (ra->rank > rb->rank) - (ra->rank < rb->rank);
}

bool
read_ranking(struct reading *r)
{
	const struct form_field *f = r->field;
	struct mem *mem = r->answers->mem;
	struct value *v = r->value;
	struct ranked *ranked;
	const struct typed *t;
	size_t i, n = 0;
	char *end;

	for (t = r->typed; t != NULL; t = t->next)
		n++;
	ranked = MEM_ARRAY(mem, n + 1, struct ranked);
	for (n = 0, t = r->typed; t != NULL; t = t->next) {
		const char *text = text_trim(mem, t->text);

		if (*text == '\0')
			continue;
		if (!option_exists(r->answers, f, t->part))
			return not_offered(r);
		ranked[n].key = t->part;
		ranked[n].rank = strtol(text, &end, 10);
		if (*end != '\0' || ranked[n].rank < 1 || ranked[n].rank > 1000)
			return reading_wrong(r, _("« %s » n’est pas un rang : "
			    "écrivez 1 pour la première, 2 pour la suivante…"),
			    text_truncate(mem, text, 20));
		n++;
	}
	qsort(ranked, n, sizeof(*ranked), compare_ranked);
	for (i = 1; i < n; i++)
		if (ranked[i].rank == ranked[i - 1].rank)
			return reading_wrong(r, _("Le rang %ld est donné deux "
			    "fois : à « %s » et à « %s »."), ranked[i].rank,
			    option_label(r->answers, f, ranked[i - 1].key),
			    option_label(r->answers, f, ranked[i].key));
	if (f->has_max && (int64_t)n > f->max)
		return reading_wrong(r, ngettext(
		    "Gardez %ld réponse au plus.",
		    "Gardez %ld réponses au plus.", (unsigned long)f->max),
		    (long)f->max);
	v->list = MEM_ARRAY(mem, n + 1, const char *);
	for (i = 0; i < n; i++)
		v->list[i] = ranked[i].key;
	v->count = n;
	v->given = n > 0;
	return true;
}

/* --- an item of a list ----------------------------------------------------------- */

static bool
by_label(struct reading *r, const struct reference_list *list)
{
	struct mem *mem = r->answers->mem;
	struct reference_items found;

	reference_by_label(&found, r->answers->db, mem, list->id, r->text);
	if (found.count == 1) {
		r->value->text = found.rows[0].key;
		return true;
	}
	if (found.count > 1)
		return reading_wrong(r, _("Plusieurs choix portent ce nom : "
		    "écrivez leur code, %s ou %s."), found.rows[0].key,
		    found.rows[1].key);
	return reading_wrong(r, _("« %s » n’est pas dans la liste « %s ». "
	    "Tapez les premières lettres, puis choisissez."),
	    text_truncate(mem, r->text, 60), list->label);
}

bool
read_reference(struct reading *r)
{
	const struct answers *a = r->answers;
	const char *code = typed_get(r->typed, "code");
	struct reference_item item;
	struct reference_list list;
	bool retired;

	if (a->db == NULL || a->platform == NULL || reference_list_load(&list,
	    a->db, a->mem, a->platform->id, r->field->list) != RC_OK)
		return reading_wrong(r, "%s", _("La liste de ces choix n’est "
		    "pas encore chargée : prévenez le service."));
	/* The code of the suggestion chosen, when its name still stands. */
	if (code != NULL && *code != '\0' && reference_item(&item, a->db,
	    a->mem, list.id, code, NULL) == RC_OK &&
	    strcmp(text_fold(a->mem, item.label), text_fold(a->mem,
	    text_collapse_spaces(a->mem, r->text))) == 0) {
		r->value->text = item.key;
		return true;
	}
	if (reference_item(&item, a->db, a->mem, list.id, r->text, &retired) ==
	    RC_OK) {
		r->value->text = item.key;
		return !retired || reading_wrong(r, _("« %s » n’est plus "
		    "proposé : choisissez-en un autre."), item.label);
	}
	return by_label(r, &list);
}

bool
read_country(struct reading *r)
{
	const struct country *c = country_find(r->answers->mem, r->text);

	if (c == NULL)
		return reading_wrong(r, _("« %s » n’est le nom d’aucun pays. "
		    "Vérifiez l’orthographe."), text_truncate(
		    r->answers->mem, r->text, 60));
	r->value->text = c->code;
	return true;
}

/* --- another element --------------------------------------------------------------- */

static bool
is_kind(const struct form_field *f, const char *kind)
{
	const char **k;

	for (k = f->kinds; k != NULL && *k != NULL; k++)
		if (strcmp(*k, kind) == 0)
			return true;
	return f->kinds == NULL;
}

/* The slug at the end of a page's address; "" of another text. */
static const char *
last_part(const char *text)
{
	const char *slash = strrchr(text, '/');

	return slash == NULL ? "" : slash + 1;
}

bool
read_link(struct reading *r)
{
	const struct answers *a = r->answers;
	const char *code = typed_get(r->typed, "code"), *uuid = NULL, *words;
	struct stmt *s;
	size_t same = 0;

	if (a->db == NULL || a->platform == NULL)
		return not_offered(r);
	words = catalogue_match_in(a->mem, a->platform->id, "title", r->text);
	s = db_query(a->db, Q_ANSWER_LINKED, I(platform, a->platform->id),
	    I(person, a->person_id), T(code, code == NULL ? "" : code),
	    T(typed, r->text), T(slug, last_part(r->text)),
	    T(words, words == NULL ? CATALOGUE_NOTHING : words), I(own, a->dossier_id));
	while (stmt_step(s)) {
		if (!is_kind(r->field, stmt_text(s, "kind")))
			continue;
		uuid = stmt_str(s, a->mem, "uuid");
		same++;
		if (code != NULL && strcmp(uuid, code) == 0) {
			same = 1;
			break;
		}
	}
	stmt_done(s);
	if (same == 0)
		return reading_wrong(r, _("« %s » ne se trouve pas parmi ce que "
		    "vous pouvez lire ici. Tapez les premiers mots de son "
		    "titre, puis choisissez."), text_truncate(a->mem, r->text,
		    60));
	if (same > 1)
		return reading_wrong(r, "%s", _("Plusieurs portent ce titre : "
		    "choisissez dans les propositions, ou collez l’adresse de "
		    "sa page."));
	r->value->text = uuid;
	return true;
}

const char *
option_label(const struct answers *answers, const struct form_field *f,
    const char *key)
{
	const struct theme *theme;
	size_t i;

	if (f->options_are_themes) {
		theme = answers->platform == NULL ? NULL
		    : platform_theme_by_key(answers->platform, key);
		return theme == NULL ? key : theme->label;
	}
	for (i = 0; i < f->option_count; i++)
		if (strcmp(f->options[i].key, key) == 0)
			return f->options[i].label;
	return key;
}

bool
option_exists(const struct answers *answers, const struct form_field *f,
    const char *key)
{
	size_t i;

	if (f->options_are_themes)
		return answers->platform != NULL &&
		    platform_theme_by_key(answers->platform, key) != NULL;
	for (i = 0; i < f->option_count; i++)
		if (strcmp(f->options[i].key, key) == 0)
			return true;
	return false;
}
