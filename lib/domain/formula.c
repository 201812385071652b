/*
 * Reading formulas: by hand, by recursive descent, typed as they are read.
 * It evaluates nothing, and refuses what it is not sure about.
 */
#include "config.h"

#include "domain/formula_private.h"

#include <string.h>

#include "base/lang.h"

#define DEPTH_MAX	24

/* --- signs, tightest first ------------------------------------------------ */

static struct formula *
read_sign(struct formula_reader *r)
{
	struct formula *f, *negative;
	const char *at;

	formula_skip(r);
	at = r->p;
	if (!formula_take(r, "-"))
		return formula_read_value(r);
	if (++r->depth > DEPTH_MAX)
		return formula_fault(r, at, "%s", _("trop de niveaux"));
	f = read_sign(r);
	r->depth--;
	if (f == NULL)
		return NULL;
	if (!formula_is_amount(f->kind))
		return formula_wrong_kind(r, at, f, _("un nombre ou un montant"));
	negative = formula_node(r, FORMULA_NEGATIVE, f->kind);
	return formula_add(r, negative, f, at) ? negative : NULL;
}

static struct formula *
join(struct formula_reader *r, enum formula_op op, struct formula *a,
    struct formula *b, const char *at)
{
	struct formula *f = formula_node(r, op, KIND_NONE);

	if (a == NULL || b == NULL || !formula_add(r, f, a, at) ||
	    !formula_add(r, f, b, at))
		return NULL;
	return formula_type_signs(r, f, at);
}

static struct formula *
read_product(struct formula_reader *r)
{
	struct formula *f = read_sign(r);

	while (f != NULL) {
		const char *at;

		formula_skip(r);
		at = r->p;
		if (formula_take(r, "*"))
			f = join(r, FORMULA_TIMES, f, read_sign(r), at);
		else if (formula_take(r, "/"))
			f = join(r, FORMULA_OVER, f, read_sign(r), at);
		else
			break;
	}
	return f;
}

static struct formula *
read_sum(struct formula_reader *r)
{
	struct formula *f = read_product(r);

	while (f != NULL) {
		const char *at;

		formula_skip(r);
		at = r->p;
		if (formula_take(r, "+"))
			f = join(r, FORMULA_PLUS, f, read_product(r), at);
		else if (formula_take(r, "-"))
			f = join(r, FORMULA_MINUS, f, read_product(r), at);
		else
			break;
	}
	return f;
}

static struct formula *
read_comparison(struct formula_reader *r)
{
	static const struct { const char *sign; enum formula_op op; } signs[] = {
		{ "<=", FORMULA_AT_MOST }, { ">=", FORMULA_AT_LEAST },
		{ "!=", FORMULA_NOT_EQUAL }, { "<", FORMULA_LESS },
		{ ">", FORMULA_MORE }, { "=", FORMULA_EQUAL }
	};
	struct formula *f, *not;
	const char *at;
	size_t i;

	formula_skip(r);
	at = r->p;
	if (formula_take_word(r, "not")) {
		if (++r->depth > DEPTH_MAX)
			return formula_fault(r, at, "%s", _("trop de niveaux"));
		f = read_comparison(r);
		r->depth--;
		not = formula_node(r, FORMULA_NOT, KIND_YES);
		if (f != NULL && f->kind != KIND_YES)
			return formula_wrong_kind(r, at, f, _("une comparaison"));
		return formula_add(r, not, f, at) ? not : NULL;
	}
	f = read_sum(r);
	formula_skip(r);
	at = r->p;
	for (i = 0; f != NULL && i < sizeof(signs) / sizeof(signs[0]); i++)
		if (formula_take(r, signs[i].sign))
			return join(r, signs[i].op, f, read_sum(r), at);
	return f;
}

static struct formula *
read_and(struct formula_reader *r)
{
	struct formula *f = read_comparison(r);

	while (f != NULL) {
		const char *at = r->p;

		if (!formula_take_word(r, "and"))
			break;
		f = join(r, FORMULA_AND, f, read_comparison(r), at);
	}
	return f;
}

struct formula *
formula_read_all(struct formula_reader *r)
{
	struct formula *f = NULL;

	if (++r->depth > DEPTH_MAX)
		return formula_fault(r, r->p, "%s", _("trop de niveaux"));
	f = read_and(r);
	while (f != NULL) {
		const char *at = r->p;

		if (!formula_take_word(r, "or"))
			break;
		f = join(r, FORMULA_OR, f, read_and(r), at);
	}
	r->depth--;
	return f;
}

/* --- the door ------------------------------------------------------------- */

struct formula *
formula_parse(const struct rule_scope *scope, const char *path,
    const char *text)
{
	struct formula_reader r = { .scope = scope, .path = path, .text = text,
	    .p = text };
	struct formula *f;

	if (strlen(text) > FORMULA_LENGTH)
		return formula_fault(&r, text, "%s", _("cette formule est trop longue"));
	f = formula_read_all(&r);
	formula_skip(&r);
	if (f == NULL)
		return NULL;
	if (*r.p != '\0')
		return formula_fault(&r, r.p, "%s", _("attendu : la fin de la formule"));
	if (f->rows.field != NULL)
		return formula_fault(&r, text, _("« %s » a une valeur par ligne : "
		    "mettez-la dans sum(), min(), max() ou count()"),
		    f->rows.field->key);
	if (!rule_kind_counts(f->kind))
		return formula_wrong_kind(&r, text, f, _("un nombre, un montant, une "
		    "date ou une comparaison"));
	return f;
}

enum rule_kind
formula_kind(const struct formula *f)
{
	return f->kind;
}
