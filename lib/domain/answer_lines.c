/*
 * What was typed in repeated lines: funding plan, schedule. An empty line is
 * dropped; a line half written is said by its number.
 */
#include "config.h"

#include "domain/answer_read.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/money.h"

#define ROWS	PLAN_LINES

/* "costs.12.label" → 12 and "label"; false for another list. */
static bool
row_part(const char *part, const char *list, size_t *row, const char **rest)
{
	size_t len = strlen(list);
	char *end;
	long n;

	if (len > 0) {
		if (strncmp(part, list, len) != 0 || part[len] != '.')
			return false;
		part += len + 1;
	}
	errno = 0;
	n = strtol(part, &end, 10);
	if (end == part || *end != '.' || n < 0 || errno != 0)
		return false;
	*row = (size_t)n;
	*rest = end + 1;
	return true;
}

/* The trimmed text of one cell, "" when absent. */
static const char *
cell(struct reading *r, const char *list, size_t row, const char *name)
{
	const struct typed *t;
	const char *rest;
	size_t n;

	for (t = r->typed; t != NULL; t = t->next)
		if (row_part(t->part, list, &n, &rest) && n == row &&
		    strcmp(rest, name) == 0)
			return text_collapse_spaces(r->answers->mem, t->text);
	return "";
}

/* One more than the last row that has something; false when there are too many:
 * none is dropped without a word. */
static bool
count_rows(struct reading *r, const char *list, size_t *count)
{
	const struct typed *t;
	const char *rest;
	size_t n;

	*count = 0;
	for (t = r->typed; t != NULL; t = t->next)
		if (row_part(t->part, list, &n, &rest) && n >= *count &&
		    !text_blank(t->text))
			*count = n + 1;
	if (*count <= ROWS)
		return true;
	return reading_wrong(r, ngettext("Gardez %ld ligne au plus.",
	    "Gardez %ld lignes au plus.", ROWS), (long)ROWS);
}

static bool
read_amount(struct reading *r, const char *text, size_t row, bool cost,
    int64_t *cents)
{
	if (*text == '\0')
		return reading_wrong(r, cost
		    ? _("Dépense de la ligne %ld : écrivez son montant.")
		    : _("Ressource de la ligne %ld : écrivez son montant."),
		    (long)row + 1);
	if (money_parse(cents, text) != RC_OK || *cents < 0)
		return reading_wrong(r, cost
		    ? _("Dépense de la ligne %ld : « %s » n’est pas un montant. "
		    "Écrivez-le en chiffres, par exemple 1 200,50.")
		    : _("Ressource de la ligne %ld : « %s » n’est pas un "
		    "montant. Écrivez-le en chiffres, par exemple 1 200,50."),
		    (long)row + 1, text_truncate(r->answers->mem, text, 40));
	return true;
}

static bool
too_long(struct reading *r, const char *text, size_t row)
{
	if (text_length(text) <= 160)
		return false;
	reading_wrong(r, _("Ligne %ld : raccourcissez l’intitulé, "
	    "160 caractères suffisent."), (long)row + 1);
	return true;
}

static bool
read_costs(struct reading *r, struct plan *plan)
{
	size_t row, n;

	if (!count_rows(r, "costs", &n))
		return false;
	plan->costs = MEM_ARRAY(r->answers->mem, n + 1, struct plan_cost);
	for (row = 0; row < n; row++) {
		struct plan_cost *c = &plan->costs[plan->cost_count];
		const char *amount = cell(r, "costs", row, "amount");

		c->label = cell(r, "costs", row, "label");
		if (*c->label == '\0' && *amount == '\0')
			continue;
		if (*c->label == '\0')
			return reading_wrong(r, _("Dépense de la ligne %ld : "
			    "dites ce qu’elle paie."), (long)row + 1);
		if (too_long(r, c->label, row) ||
		    !read_amount(r, amount, row, true, &c->amount_cents))
			return false;
		plan->cost_cents += c->amount_cents;
		plan->cost_count++;
	}
	return true;
}

static bool
read_sources(struct reading *r, struct plan *plan)
{
	static const char *const kinds[] = { "public", "private", "own",
	    "in_kind", "loan" };
	size_t row, i, n;

	if (!count_rows(r, "sources", &n))
		return false;
	plan->sources = MEM_ARRAY(r->answers->mem, n + 1, struct plan_source);
	for (row = 0; row < n; row++) {
		struct plan_source *s = &plan->sources[plan->source_count];
		const char *amount = cell(r, "sources", row, "amount");
		const char *kind = cell(r, "sources", row, "kind");

		s->name = cell(r, "sources", row, "funder");
		if (*s->name == '\0' && *amount == '\0')
			continue;
		if (*s->name == '\0')
			return reading_wrong(r, _("Ressource de la ligne %ld : "
			    "dites qui l’apporte."), (long)row + 1);
		s->kind = "public";
		for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
			if (strcmp(kind, kinds[i]) == 0)
				s->kind = kinds[i];
		if (too_long(r, s->name, row) ||
		    !read_amount(r, amount, row, false, &s->asked_cents))
			return false;
		plan->asked_cents += s->asked_cents;
		plan->source_count++;
	}
	return true;
}

bool
read_plan(struct reading *r)
{
	struct plan *plan = r->value->plan = MEM_NEW(r->answers->mem,
	    struct plan);
	bool right = read_costs(r, plan) && read_sources(r, plan);

	r->value->given = plan->cost_count + plan->source_count > 0;
	return right;
}

bool
read_schedule(struct reading *r)
{
	struct value *v = r->value;
	size_t row, n;

	if (!count_rows(r, "", &n))
		return false;
	v->moments = MEM_ARRAY(r->answers->mem, n + 1, struct moment);
	for (row = 0; row < n; row++) {
		struct moment *m = &v->moments[v->count];
		const char *day = cell(r, "", row, "date");
		struct civil civil;

		m->label = cell(r, "", row, "label");
		if (*m->label == '\0' && *day == '\0')
			continue;
		if (*m->label == '\0')
			return reading_wrong(r, _("Étape de la ligne %ld : "
			    "dites ce qui se passe."), (long)row + 1);
		if (too_long(r, m->label, row))
			return false;
		if (*day == '\0')
			return reading_wrong(r, _("Étape « %s » : donnez sa "
			    "date."), m->label);
		if (!date_parse(&civil, day))
			return reading_wrong(r, _("Étape « %s » : cette date "
			    "n’existe pas. Écrivez jour, mois, année, par "
			    "exemple 23/11/2026."), m->label);
		m->day = date_iso_civil(r->answers->mem, &civil);
		v->count++;
	}
	v->given = v->count > 0;
	return true;
}
