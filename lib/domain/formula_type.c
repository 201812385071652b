/*
 * The kind of each part of a formula, from the kinds inside it: what cannot be
 * calculated together is refused where it stands.
 */
#include "config.h"

#include "domain/formula_private.h"

#include <stdarg.h>
#include <string.h>

#include "base/lang.h"
#include "base/text.h"

struct formula *
formula_fault(struct formula_reader *r, const char *at, const char *fmt, ...)
{
	struct mem *mem = r->scope->mem;
	const char *before, *said;
	va_list ap;

	if (r->failed)
		return NULL;
	r->failed = true;
	va_start(ap, fmt);
	said = mem_vprintf(mem, fmt, ap);
	va_end(ap);
	before = mem_strndup(mem, r->text, (size_t)(at - r->text));
	problem_add(r->scope->why, r->path, _("caractère %d : %s"),
	    (int)text_length(before) + 1, said);
	return NULL;
}

struct formula *
formula_wrong_kind(struct formula_reader *r, const char *at, const struct formula *f,
    const char *wanted)
{
	if (f->op == FORMULA_FIELD)
		return formula_fault(r, at, _("« %s » est %s ; attendu : %s"),
		    f->field->key, rule_kind_said(f->kind), wanted);
	if (f->op == FORMULA_COLUMN)
		return formula_fault(r, at, _("« %s » est %s ; attendu : %s"),
		    f->key, rule_kind_said(f->kind), wanted);
	return formula_fault(r, at, _("c’est %s ; attendu : %s"),
	    rule_kind_said(f->kind), wanted);
}

bool
formula_is_amount(enum rule_kind kind)
{
	return kind == KIND_NUMBER || kind == KIND_MONEY;
}

/* --- functions ------------------------------------------------------------ */

/* The kind of a function from those of its parts; NULL after a fault. */
struct formula *
formula_type_function(struct formula_reader *r, struct formula *f, const char *at)
{
	struct formula *a = f->first, *part;

	f->kind = a->kind;
	switch (f->op) {
	case FORMULA_COUNT:
		f->kind = KIND_NUMBER;
		break;
	case FORMULA_IF:
		if (a->kind != KIND_YES)
			return formula_wrong_kind(r, at, a, _("une comparaison"));
		f->kind = a->next->kind;
		if (!rule_kind_counts(f->kind))
			return formula_wrong_kind(r, at, a->next, _("un nombre, un "
			    "montant ou une date"));
		if (a->next->next->kind != f->kind)
			return formula_wrong_kind(r, at, a->next->next,
			    rule_kind_said(f->kind));
		return f;
	case FORMULA_ROUND:
		if (!formula_is_amount(a->kind))
			return formula_wrong_kind(r, at, a, _("un nombre ou un "
			    "montant"));
		if (a->next != NULL && (a->next->op != FORMULA_NUMBER ||
		    a->next->kind != KIND_NUMBER ||
		    a->next->number.den != 1 || a->next->number.num > 6))
			return formula_fault(r, at, "%s", _("le nombre de décimales va "
			    "de 0 à 6"));
		return f;
	default:
		for (part = a; part != NULL; part = part->next) {
			if (!formula_is_amount(part->kind) && (f->op == FORMULA_SUM ||
			    part->kind != KIND_DAY))
				return formula_wrong_kind(r, at, part, _("un nombre ou "
				    "un montant"));
			if (part->kind != a->kind)
				return formula_wrong_kind(r, at, part,
				    rule_kind_said(a->kind));
		}
	}
	/* One value for all the rows. */
	f->rows.field = NULL;
	return f;
}

/* --- signs ---------------------------------------------------------------- */

/* What the kinds of two sides give; KIND_NONE: nothing. */
static enum rule_kind
product_kind(enum formula_op op, enum rule_kind a, enum rule_kind b)
{
	if (!formula_is_amount(a) || !formula_is_amount(b))
		return KIND_NONE;
	if (op == FORMULA_TIMES)
		return a == KIND_NUMBER ? b : b == KIND_NUMBER ? a : KIND_NONE;
	return b == KIND_NUMBER ? a : a == KIND_MONEY ? KIND_NUMBER : KIND_NONE;
}

static enum rule_kind
sum_kind(enum formula_op op, enum rule_kind a, enum rule_kind b)
{
	if (a == KIND_DAY)
		return b == KIND_NUMBER ? KIND_DAY
		    : b == KIND_DAY && op == FORMULA_MINUS ? KIND_NUMBER
		    : KIND_NONE;
	return formula_is_amount(a) && a == b ? a : KIND_NONE;
}

/* Keys of options are compared with a choice, and only so. */
static bool
key_fits(const struct formula *a, const struct formula *b)
{
	const struct form_field *f = a->field;
	size_t i;

	if (a->op != FORMULA_FIELD || b->op != FORMULA_KEY ||
	    a->kind != KIND_KEY)
		return false;
	for (i = 0; i < f->option_count; i++)
		if (strcmp(f->options[i].key, b->key) == 0)
			return true;
	return f->option_count == 0;	/* themes, lists: known later */
}

static enum rule_kind
comparison_kind(enum formula_op op, const struct formula *a,
    const struct formula *b)
{
	if (a->kind == KIND_KEY && (op == FORMULA_EQUAL ||
	    op == FORMULA_NOT_EQUAL))
		return key_fits(a, b) ? KIND_YES : KIND_NONE;
	return rule_kind_counts(a->kind) && a->kind == b->kind ? KIND_YES
	    : KIND_NONE;
}

struct formula *
formula_type_signs(struct formula_reader *r, struct formula *f, const char *at)
{
	const struct formula *a = f->first, *b = a->next;
	enum formula_op op = f->op;

	if (op == FORMULA_TIMES || op == FORMULA_OVER)
		f->kind = product_kind(op, a->kind, b->kind);
	else if (op == FORMULA_PLUS || op == FORMULA_MINUS)
		f->kind = sum_kind(op, a->kind, b->kind);
	else if (op == FORMULA_AND || op == FORMULA_OR)
		f->kind = a->kind == KIND_YES && b->kind == KIND_YES ? KIND_YES
		    : KIND_NONE;
	else
		f->kind = comparison_kind(op, a, b);
	if (f->kind != KIND_NONE)
		return f;
	if (a->kind == KIND_KEY && b->op == FORMULA_KEY)
		return formula_fault(r, at, _("« %s » n’est pas une option de cette "
		    "question"), b->key);
	if (a->kind == KIND_MONEY && b->op == FORMULA_NUMBER)
		return formula_fault(r, at, "%s", _("un montant et un nombre ; écrivez "
		    "le montant avec son signe : « 3000 € »"));
	return formula_fault(r, at, _("%s et %s ne vont pas ensemble ici"),
	    rule_kind_said(a->kind), rule_kind_said(b->kind));
}
