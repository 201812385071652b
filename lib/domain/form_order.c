/*
 * What looks at what in a form: only at what comes before, never in a circle.
 * It knows indexes of fields, not what is compared.
 */
#include "config.h"

#include "domain/form_rule.h"

#include <string.h>

#include "base/lang.h"
#include "domain/formula.h"

struct form_use {
	size_t		 field;		/* looked at */
	const char	*path;		/* by what */
	bool		 first;		/* of the fields that it stands for */
	struct form_use	*next;
};

/* --- one look ------------------------------------------------------------- */

static void
look_at(const struct rule_scope *scope, size_t field)
{
	struct rule_use *use;

	if (scope->uses == NULL)
		return;
	use = MEM_NEW(scope->mem, struct rule_use);
	*use = (struct rule_use){ field, *scope->uses };
	*scope->uses = use;
}

/* The field of that key in the items that the rule is inside of, and how many
 * of its neighbours come before the rule; or NULL. */
static const struct form_field *
inside_field(const struct rule_scope *scope, const char *key, size_t *before)
{
	const struct form_field *block = scope->inside, *f;

	*before = scope->inside_before;
	for (; block != NULL; *before = block->index, block = block->parent) {
		f = form_inner(block, key);
		if (f != NULL)
			return f;
	}
	return NULL;
}

const struct form_field *
rule_field(const struct rule_scope *scope, const char *key, const char **why)
{
	size_t before;
	const struct form_field *f = inside_field(scope, key, &before);

	if (f != NULL && f->index < before)
		return f;
	if (f != NULL) {
		*why = mem_printf(scope->mem, _("« %s » ne vient pas avant"),
		    key);
		return NULL;
	}
	f = form_field(scope->form, key);
	if (f == NULL)
		*why = mem_printf(scope->mem, strchr(key, '-') != NULL
		    ? _("« %s » n’est la clé d’aucune question (pour "
		    "soustraire, mettez des espaces autour du signe moins)")
		    : _("« %s » n’est la clé d’aucune question"), key);
	else if (f->index >= scope->before)
		*why = mem_printf(scope->mem,
		    _("« %s » ne vient pas avant"), key);
	else if (!form_asks(f))
		*why = mem_printf(scope->mem,
		    _("« %s » n’est pas une question"), key);
	else {
		look_at(scope, f->index);
		return f;
	}
	return NULL;
}

/* --- all of them ---------------------------------------------------------- */

void
form_uses_init(struct form_uses *u, struct mem *mem, const struct form *form)
{
	*u = (struct form_uses){ mem, form, MEM_ARRAY(mem,
	    form->field_count + 1, struct form_use *) };
}

void
form_uses_add(struct form_uses *u, size_t first, size_t count,
    const struct rule_use *looked, const char *path)
{
	size_t i;

	for (; looked != NULL; looked = looked->next)
		for (i = first; i < first + count &&
		    i < u->form->field_count; i++) {
			struct form_use *use = MEM_NEW(u->mem, struct form_use);

			*use = (struct form_use){ looked->field, path,
			    i == first, u->of[i] };
			u->of[i] = use;
		}
}

/* A way that follows what fields look at. */
struct way {
	const struct form_uses *u;
	bool		*seen;
	size_t		*steps, count;
};

/* Does the way from `at` lead to `to`? Its steps, when it does. */
static bool
leads(struct way *w, size_t at, size_t to)
{
	const struct form_use *use;

	w->steps[w->count++] = at;
	if (at == to)
		return true;
	w->seen[at] = true;
	for (use = w->u->of[at]; use != NULL; use = use->next)
		if (!w->seen[use->field] && leads(w, use->field, to))
			return true;
	w->count--;
	return false;
}

/* "a → b → a" when the field looked at leads back to i; else NULL. */
static const char *
circle(const struct form_uses *u, size_t i, const struct form_use *use)
{
	size_t n = u->form->field_count, k;
	struct way w = { u, MEM_ARRAY(u->mem, n, bool),
	    MEM_ARRAY(u->mem, n + 1, size_t), 0 };
	const char *text = u->form->fields[i].key;

	if (!leads(&w, use->field, i))
		return NULL;
	for (k = 0; k < w.count; k++)
		text = mem_printf(u->mem, "%s → %s", text,
		    u->form->fields[w.steps[k]].key);
	return text;
}

static void
check_use(const struct form_uses *u, size_t i, const struct form_use *use,
    struct problems *why)
{
	const char *round = circle(u, i, use);

	if (round != NULL)
		problem_add(why, use->path, _("ces questions dépendent les unes "
		    "des autres en cercle : %s"), round);
	else if (use->first)
		problem_add(why, use->path, _("« %s » ne vient pas avant : une "
		    "règle ne regarde que les questions placées avant elle"),
		    u->form->fields[use->field].key);
}

void
form_uses_check(const struct form_uses *u, struct problems *why)
{
	const struct form_use *use;
	size_t i;

	for (i = 0; i < u->form->field_count; i++)
		for (use = u->of[i]; use != NULL; use = use->next)
			if (use->field >= i && problem_get(why, use->path) ==
			    NULL)
				check_use(u, i, use, why);
}
