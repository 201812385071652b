/*
 * Reading formulas, one value at a time: numbers, money, keys, questions and their
 * columns, functions. Signs between them are formula.c's.
 */
#include "config.h"

#include "domain/formula_private.h"

#include <ctype.h>
#include <string.h>

#include "base/lang.h"
#include "base/text.h"

#define DIGITS_MAX	15

/* --- letters -------------------------------------------------------------- */

/* Spaces of every kind that people type. */
void
formula_skip(struct formula_reader *r)
{
	for (;;) {
		if (isspace((unsigned char)*r->p))
			r->p++;
		else if (text_starts(r->p, "\302\240"))
			r->p += 2;
		else if (text_starts(r->p, "\342\200\257"))
			r->p += 3;
		else
			return;
	}
}

bool
formula_take(struct formula_reader *r, const char *sign)
{
	formula_skip(r);
	if (!text_starts(r->p, sign))
		return false;
	r->p += strlen(sign);
	return true;
}

static bool
is_word(char c)
{
	return islower((unsigned char)c) || isdigit((unsigned char)c) ||
	    c == '_';
}

/* The length of a name at p: words, hyphens between them. */
static size_t
name_length(const char *p)
{
	size_t n = 0;

	if (!islower((unsigned char)*p))
		return 0;
	while (is_word(p[n]) || (p[n] == '-' && is_word(p[n + 1])))
		n++;
	return n;
}

bool
formula_take_word(struct formula_reader *r, const char *word)
{
	formula_skip(r);
	if (name_length(r->p) != strlen(word) || !text_starts(r->p, word))
		return false;
	r->p += strlen(word);
	return true;
}

/* --- parts ---------------------------------------------------------------- */

struct formula *
formula_node(struct formula_reader *r, enum formula_op op, enum rule_kind kind)
{
	struct formula *f = MEM_NEW(r->scope->mem, struct formula);

	f->op = op;
	f->kind = kind;
	return f;
}

static bool
same_rows(const struct rule_column *a, const struct rule_column *b)
{
	return a->field == b->field && a->list == b->list &&
	    a->group == b->group;
}

bool
formula_add(struct formula_reader *r, struct formula *f, struct formula *part, const char *at)
{
	struct formula **last = &f->first;

	if (part == NULL)
		return false;
	if (part->rows.field != NULL) {
		if (f->rows.field != NULL && !same_rows(&f->rows, &part->rows))
			return formula_fault(r, at, "%s", _("deux listes de lignes "
			    "différentes ne se calculent pas ensemble")) != NULL;
		f->rows = part->rows;
	}
	while (*last != NULL)
		last = &(*last)->next;
	*last = part;
	return true;
}

/* 12, 0.5, 80 %, 3000 € */
static struct formula *
read_number(struct formula_reader *r)
{
	struct formula *f = formula_node(r, FORMULA_NUMBER, KIND_NUMBER);
	const char *at = r->p;
	int64_t n = 0, scale = 1;
	int digits = 0;
	bool part = false;

	for (;; r->p++) {
		if (*r->p == '.' && !part && isdigit((unsigned char)r->p[1])) {
			part = true;
			continue;
		}
		if (!isdigit((unsigned char)*r->p))
			break;
		if (++digits > DIGITS_MAX)
			return formula_fault(r, at, "%s", _("ce nombre est trop long"));
		n = n * 10 + (*r->p - '0');
		if (part)
			scale *= 10;
	}
	f->number = fraction_make(n, scale);
	if (formula_take(r, "%"))
		f->number = fraction_over(f->number, fraction_make(100, 1));
	else if (formula_take(r, "\342\202\254"))
		f->kind = KIND_MONEY;
	return f;
}

static struct formula *
read_key(struct formula_reader *r)
{
	struct formula *f = formula_node(r, FORMULA_KEY, KIND_KEY);
	const char *end = strchr(r->p + 1, '\'');

	if (end == NULL)
		return formula_fault(r, r->p, "%s",
		    _("cette apostrophe n’est pas refermée"));
	f->key = mem_strndup(r->scope->mem, r->p + 1,
	    (size_t)(end - r->p - 1));
	r->p = end + 1;
	return f;
}

/* key, key.column or key.block.column */
static struct formula *
read_field(struct formula_reader *r, size_t n)
{
	struct mem *mem = r->scope->mem;
	const char *at = r->p, *key = mem_strndup(mem, at, n), *why, *column;
	const struct form_field *field = rule_field(r->scope, key, &why);
	struct formula *f = formula_node(r, FORMULA_FIELD, KIND_NONE);

	if (field == NULL)
		return formula_fault(r, at, "%s", why);
	r->p += n;
	f->field = field;
	f->kind = rule_kind(field);
	if (*r->p != '.')
		return f;
	column = ++r->p;
	while (is_word(*r->p) || (*r->p == '.' && is_word(r->p[1])) ||
	    (*r->p == '-' && is_word(r->p[1])))
		r->p++;
	column = mem_strndup(mem, column, (size_t)(r->p - column));
	why = rule_columns_said(mem, field);
	if (!rule_column(&f->column, field, column))
		return *why == '\0'
		    ? formula_fault(r, at, _("« %s » n’a pas de colonnes"), key)
		    : formula_fault(r, at, _("« %s » n’a pas cette colonne ; permis : "
		    "%s"), key, why);
	f->op = FORMULA_COLUMN;
	f->key = mem_strndup(mem, at, (size_t)(r->p - at));
	f->kind = f->column.kind;
	if (f->kind != KIND_ROWS)
		f->rows = f->column;
	return f;
}

/* --- functions ------------------------------------------------------------ */

static const struct {
	const char	*name;
	enum formula_op	 op;
	int		 least, most;	/* parts */
} functions[] = {
	{ "min", FORMULA_MIN, 1, 20 }, { "max", FORMULA_MAX, 1, 20 },
	{ "sum", FORMULA_SUM, 1, 20 }, { "count", FORMULA_COUNT, 1, 1 },
	{ "round", FORMULA_ROUND, 1, 2 }, { "if", FORMULA_IF, 3, 3 },
};
#define FUNCTIONS	(sizeof(functions) / sizeof(functions[0]))

static struct formula *
read_function(struct formula_reader *r, size_t which, const char *at)
{
	struct formula *f = formula_node(r, functions[which].op, KIND_NUMBER);
	int n = 0;

	do {
		/* Each part may have rows of its own, but for if. */
		if (f->op != FORMULA_IF && f->op != FORMULA_ROUND)
			f->rows.field = NULL;
		if (!formula_add(r, f, formula_read_all(r), at))
			return NULL;
		n++;
	} while (formula_take(r, ","));
	if (!formula_take(r, ")"))
		return formula_fault(r, r->p, "%s", _("attendu : « ) »"));
	if (n < functions[which].least || n > functions[which].most)
		return formula_fault(r, at, _("%s prend de %d à %d valeurs, trouvé %d"),
		    functions[which].name, functions[which].least,
		    functions[which].most, n);
	return formula_type_function(r, f, at);
}

static struct formula *
read_name(struct formula_reader *r)
{
	const char *at = r->p;
	size_t n = name_length(at), i;

	if (formula_take_word(r, "today"))
		return formula_node(r, FORMULA_TODAY, KIND_DAY);
	if (r->scope->call && n == 4 && text_starts(at, "call.")) {
		r->p += strlen("call.");
		if (formula_take_word(r, "opens"))
			return formula_node(r, FORMULA_CALL_OPENS, KIND_DAY);
		if (formula_take_word(r, "closes"))
			return formula_node(r, FORMULA_CALL_CLOSES, KIND_DAY);
		r->p = at;
	}
	for (i = 0; i < FUNCTIONS; i++) {
		if (strlen(functions[i].name) != n ||
		    strncmp(functions[i].name, at, n) != 0)
			continue;
		r->p += n;
		if (formula_take(r, "("))
			return read_function(r, i, at);
		r->p = at;
	}
	return read_field(r, n);
}

/* --- one value ------------------------------------------------------------ */

struct formula *
formula_read_value(struct formula_reader *r)
{
	struct formula *f;

	formula_skip(r);
	if (isdigit((unsigned char)*r->p))
		return read_number(r);
	if (*r->p == '\'')
		return read_key(r);
	if (name_length(r->p) > 0)
		return read_name(r);
	if (formula_take(r, "(")) {
		f = formula_read_all(r);
		if (f != NULL && !formula_take(r, ")"))
			return formula_fault(r, r->p, "%s", _("attendu : « ) »"));
		return f;
	}
	return formula_fault(r, r->p, "%s", *r->p == '\0'
	    ? _("la formule s’arrête trop tôt")
	    : _("attendu : un nombre, une question, une fonction ou « ( »"));
}
