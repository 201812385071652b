/*
 * Reading formulas: by hand, by recursive descent, typed as they are read.
 * It evaluates nothing, and refuses what it is not sure about.
 */
#include "config.h"

#include "domain/formula_private.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/text.h"

#define DEPTH_MAX	24
#define DIGITS_MAX	15

struct reader {
	const struct rule_scope *scope;
	const char	*path;
	const char	*text, *p;
	int		 depth;
	bool		 failed;	/* the first fault was said */
};

static struct formula *read_or(struct reader *);

/* Say what is wrong at `at`, once: what follows is guessed from there. */
static struct formula *
fault(struct reader *r, const char *at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

static struct formula *
fault(struct reader *r, const char *at, const char *fmt, ...)
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

/* --- letters -------------------------------------------------------------- */

/* Spaces of every kind that people type. */
static void
skip(struct reader *r)
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

static bool
take(struct reader *r, const char *sign)
{
	skip(r);
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

static bool
take_word(struct reader *r, const char *word)
{
	skip(r);
	if (name_length(r->p) != strlen(word) || !text_starts(r->p, word))
		return false;
	r->p += strlen(word);
	return true;
}

/* --- parts ---------------------------------------------------------------- */

static struct formula *
node(struct reader *r, enum formula_op op, enum rule_kind kind)
{
	struct formula *f = MEM_NEW(r->scope->mem, struct formula);

	f->op = op;
	f->kind = kind;
	return f;
}

static bool
same_rows(const struct rule_column *a, const struct rule_column *b)
{
	return a->field == b->field && a->group == b->group;
}

/* Put `part` last among the parts of f; one kind of rows at most. */
static bool
add(struct reader *r, struct formula *f, struct formula *part, const char *at)
{
	struct formula **last = &f->first;

	if (part == NULL)
		return false;
	if (part->rows.field != NULL) {
		if (f->rows.field != NULL && !same_rows(&f->rows, &part->rows))
			return fault(r, at, "%s", _("deux listes de lignes "
			    "différentes ne se calculent pas ensemble")) != NULL;
		f->rows = part->rows;
	}
	while (*last != NULL)
		last = &(*last)->next;
	*last = part;
	return true;
}

static struct formula *
wrong_kind(struct reader *r, const char *at, const struct formula *f,
    const char *wanted)
{
	if (f->op == FORMULA_FIELD)
		return fault(r, at, _("« %s » est %s ; attendu : %s"),
		    r->scope->form->fields[f->field].key,
		    rule_kind_said(f->kind), wanted);
	if (f->op == FORMULA_COLUMN && f->column.field->inner_count > 0)
		return fault(r, at, _("« %s » est %s ; attendu : %s"),
		    mem_printf(r->scope->mem, "%s.%s", f->column.field->key,
		    f->column.field->inner[f->column.column].key),
		    rule_kind_said(f->kind), wanted);
	return fault(r, at, _("c’est %s ; attendu : %s"),
	    rule_kind_said(f->kind), wanted);
}

/* 12, 0.5, 80 %, 3000 € */
static struct formula *
read_number(struct reader *r)
{
	struct formula *f = node(r, FORMULA_NUMBER, KIND_NUMBER);
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
			return fault(r, at, "%s", _("ce nombre est trop long"));
		n = n * 10 + (*r->p - '0');
		if (part)
			scale *= 10;
	}
	f->number = fraction_make(n, scale);
	if (take(r, "%"))
		f->number = fraction_over(f->number, fraction_make(100, 1));
	else if (take(r, "\342\202\254"))
		f->kind = KIND_MONEY;
	return f;
}

static struct formula *
read_key(struct reader *r)
{
	struct formula *f = node(r, FORMULA_KEY, KIND_KEY);
	const char *end = strchr(r->p + 1, '\'');

	if (end == NULL)
		return fault(r, r->p, "%s",
		    _("cette apostrophe n’est pas refermée"));
	f->key = mem_strndup(r->scope->mem, r->p + 1,
	    (size_t)(end - r->p - 1));
	r->p = end + 1;
	return f;
}

/* key or key.column */
static struct formula *
read_field(struct reader *r, size_t n)
{
	struct mem *mem = r->scope->mem;
	const char *at = r->p, *key = mem_strndup(mem, at, n), *why, *column;
	const struct form_field *field = rule_field(r->scope, key, &why);
	struct formula *f = node(r, FORMULA_FIELD, KIND_NONE);

	if (field == NULL)
		return fault(r, at, "%s", why);
	r->p += n;
	f->field = field->index;
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
		    ? fault(r, at, _("« %s » n’a pas de colonnes"), key)
		    : fault(r, at, _("« %s » n’a pas cette colonne ; permis : "
		    "%s"), key, why);
	f->op = FORMULA_COLUMN;
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

static bool
is_amount(enum rule_kind kind)
{
	return kind == KIND_NUMBER || kind == KIND_MONEY;
}

/* The kind of a function from those of its parts; NULL after a fault. */
static struct formula *
type_function(struct reader *r, struct formula *f, const char *at)
{
	struct formula *a = f->first, *part;

	f->kind = a->kind;
	switch (f->op) {
	case FORMULA_COUNT:
		f->kind = KIND_NUMBER;
		break;
	case FORMULA_IF:
		if (a->kind != KIND_YES)
			return wrong_kind(r, at, a, _("une comparaison"));
		f->kind = a->next->kind;
		if (!rule_kind_counts(f->kind))
			return wrong_kind(r, at, a->next, _("un nombre, un "
			    "montant ou une date"));
		if (a->next->next->kind != f->kind)
			return wrong_kind(r, at, a->next->next,
			    rule_kind_said(f->kind));
		return f;
	case FORMULA_ROUND:
		if (!is_amount(a->kind))
			return wrong_kind(r, at, a, _("un nombre ou un "
			    "montant"));
		if (a->next != NULL && (a->next->op != FORMULA_NUMBER ||
		    a->next->kind != KIND_NUMBER ||
		    a->next->number.den != 1 || a->next->number.num > 6))
			return fault(r, at, "%s", _("le nombre de décimales va "
			    "de 0 à 6"));
		return f;
	default:
		for (part = a; part != NULL; part = part->next) {
			if (!is_amount(part->kind) && (f->op == FORMULA_SUM ||
			    part->kind != KIND_DAY))
				return wrong_kind(r, at, part, _("un nombre ou "
				    "un montant"));
			if (part->kind != a->kind)
				return wrong_kind(r, at, part,
				    rule_kind_said(a->kind));
		}
	}
	/* One value for all the rows. */
	f->rows.field = NULL;
	return f;
}

static struct formula *
read_function(struct reader *r, size_t which, const char *at)
{
	struct formula *f = node(r, functions[which].op, KIND_NUMBER);
	int n = 0;

	do {
		/* Each part may have rows of its own, but for if. */
		if (f->op != FORMULA_IF && f->op != FORMULA_ROUND)
			f->rows.field = NULL;
		if (!add(r, f, read_or(r), at))
			return NULL;
		n++;
	} while (take(r, ","));
	if (!take(r, ")"))
		return fault(r, r->p, "%s", _("attendu : « ) »"));
	if (n < functions[which].least || n > functions[which].most)
		return fault(r, at, _("%s prend de %d à %d valeurs, trouvé %d"),
		    functions[which].name, functions[which].least,
		    functions[which].most, n);
	return type_function(r, f, at);
}

static struct formula *
read_name(struct reader *r)
{
	const char *at = r->p;
	size_t n = name_length(at), i;

	if (take_word(r, "today"))
		return node(r, FORMULA_TODAY, KIND_DAY);
	if (r->scope->call && n == 4 && text_starts(at, "call.")) {
		r->p += strlen("call.");
		if (take_word(r, "opens"))
			return node(r, FORMULA_CALL_OPENS, KIND_DAY);
		if (take_word(r, "closes"))
			return node(r, FORMULA_CALL_CLOSES, KIND_DAY);
		r->p = at;
	}
	for (i = 0; i < FUNCTIONS; i++) {
		if (strlen(functions[i].name) != n ||
		    strncmp(functions[i].name, at, n) != 0)
			continue;
		r->p += n;
		if (take(r, "("))
			return read_function(r, i, at);
		r->p = at;
	}
	return read_field(r, n);
}

/* --- signs, loosest last -------------------------------------------------- */

static struct formula *
read_value(struct reader *r)
{
	struct formula *f;

	skip(r);
	if (isdigit((unsigned char)*r->p))
		return read_number(r);
	if (*r->p == '\'')
		return read_key(r);
	if (name_length(r->p) > 0)
		return read_name(r);
	if (take(r, "(")) {
		f = read_or(r);
		if (f != NULL && !take(r, ")"))
			return fault(r, r->p, "%s", _("attendu : « ) »"));
		return f;
	}
	return fault(r, r->p, "%s", *r->p == '\0'
	    ? _("la formule s’arrête trop tôt")
	    : _("attendu : un nombre, une question, une fonction ou « ( »"));
}

static struct formula *
read_sign(struct reader *r)
{
	struct formula *f, *negative;
	const char *at;

	skip(r);
	at = r->p;
	if (!take(r, "-"))
		return read_value(r);
	if (++r->depth > DEPTH_MAX)
		return fault(r, at, "%s", _("trop de niveaux"));
	f = read_sign(r);
	r->depth--;
	if (f == NULL)
		return NULL;
	if (!is_amount(f->kind))
		return wrong_kind(r, at, f, _("un nombre ou un montant"));
	negative = node(r, FORMULA_NEGATIVE, f->kind);
	return add(r, negative, f, at) ? negative : NULL;
}

/* What the kinds of two sides give; KIND_NONE: nothing. */
static enum rule_kind
product_kind(enum formula_op op, enum rule_kind a, enum rule_kind b)
{
	if (!is_amount(a) || !is_amount(b))
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
	return is_amount(a) && a == b ? a : KIND_NONE;
}

/* Keys of options are compared with a choice, and only so. */
static bool
key_fits(const struct reader *r, const struct formula *a,
    const struct formula *b)
{
	const struct form_field *f;
	size_t i;

	if (a->op != FORMULA_FIELD || b->op != FORMULA_KEY ||
	    a->kind != KIND_KEY)
		return false;
	f = &r->scope->form->fields[a->field];
	for (i = 0; i < f->option_count; i++)
		if (strcmp(f->options[i].key, b->key) == 0)
			return true;
	return f->option_count == 0;	/* themes, lists: known later */
}

static enum rule_kind
comparison_kind(const struct reader *r, enum formula_op op,
    const struct formula *a, const struct formula *b)
{
	if (a->kind == KIND_KEY && (op == FORMULA_EQUAL ||
	    op == FORMULA_NOT_EQUAL))
		return key_fits(r, a, b) ? KIND_YES : KIND_NONE;
	return rule_kind_counts(a->kind) && a->kind == b->kind ? KIND_YES
	    : KIND_NONE;
}

static struct formula *
join(struct reader *r, enum formula_op op, struct formula *a,
    struct formula *b, const char *at)
{
	struct formula *f = node(r, op, KIND_NONE);

	if (a == NULL || b == NULL || !add(r, f, a, at) || !add(r, f, b, at))
		return NULL;
	if (op == FORMULA_TIMES || op == FORMULA_OVER)
		f->kind = product_kind(op, a->kind, b->kind);
	else if (op == FORMULA_PLUS || op == FORMULA_MINUS)
		f->kind = sum_kind(op, a->kind, b->kind);
	else if (op == FORMULA_AND || op == FORMULA_OR)
		f->kind = a->kind == KIND_YES && b->kind == KIND_YES ? KIND_YES
		    : KIND_NONE;
	else
		f->kind = comparison_kind(r, op, a, b);
	if (f->kind != KIND_NONE)
		return f;
	if (a->kind == KIND_KEY && b->op == FORMULA_KEY)
		return fault(r, at, _("« %s » n’est pas une option de cette "
		    "question"), b->key);
	if (a->kind == KIND_MONEY && b->op == FORMULA_NUMBER)
		return fault(r, at, "%s", _("un montant et un nombre ; écrivez "
		    "le montant avec son signe : « 3000 € »"));
	return fault(r, at, _("%s et %s ne vont pas ensemble ici"),
	    rule_kind_said(a->kind), rule_kind_said(b->kind));
}

static struct formula *
read_product(struct reader *r)
{
	struct formula *f = read_sign(r);

	while (f != NULL) {
		const char *at;

		skip(r);
		at = r->p;
		if (take(r, "*"))
			f = join(r, FORMULA_TIMES, f, read_sign(r), at);
		else if (take(r, "/"))
			f = join(r, FORMULA_OVER, f, read_sign(r), at);
		else
			break;
	}
	return f;
}

static struct formula *
read_sum(struct reader *r)
{
	struct formula *f = read_product(r);

	while (f != NULL) {
		const char *at;

		skip(r);
		at = r->p;
		if (take(r, "+"))
			f = join(r, FORMULA_PLUS, f, read_product(r), at);
		else if (take(r, "-"))
			f = join(r, FORMULA_MINUS, f, read_product(r), at);
		else
			break;
	}
	return f;
}

static struct formula *
read_comparison(struct reader *r)
{
	static const struct { const char *sign; enum formula_op op; } signs[] = {
		{ "<=", FORMULA_AT_MOST }, { ">=", FORMULA_AT_LEAST },
		{ "!=", FORMULA_NOT_EQUAL }, { "<", FORMULA_LESS },
		{ ">", FORMULA_MORE }, { "=", FORMULA_EQUAL }
	};
	struct formula *f, *not;
	const char *at;
	size_t i;

	skip(r);
	at = r->p;
	if (take_word(r, "not")) {
		if (++r->depth > DEPTH_MAX)
			return fault(r, at, "%s", _("trop de niveaux"));
		f = read_comparison(r);
		r->depth--;
		not = node(r, FORMULA_NOT, KIND_YES);
		if (f != NULL && f->kind != KIND_YES)
			return wrong_kind(r, at, f, _("une comparaison"));
		return add(r, not, f, at) ? not : NULL;
	}
	f = read_sum(r);
	skip(r);
	at = r->p;
	for (i = 0; f != NULL && i < sizeof(signs) / sizeof(signs[0]); i++)
		if (take(r, signs[i].sign))
			return join(r, signs[i].op, f, read_sum(r), at);
	return f;
}

static struct formula *
read_and(struct reader *r)
{
	struct formula *f = read_comparison(r);

	while (f != NULL) {
		const char *at = r->p;

		if (!take_word(r, "and"))
			break;
		f = join(r, FORMULA_AND, f, read_comparison(r), at);
	}
	return f;
}

static struct formula *
read_or(struct reader *r)
{
	struct formula *f = NULL;

	if (++r->depth > DEPTH_MAX)
		return fault(r, r->p, "%s", _("trop de niveaux"));
	f = read_and(r);
	while (f != NULL) {
		const char *at = r->p;

		if (!take_word(r, "or"))
			break;
		f = join(r, FORMULA_OR, f, read_and(r), at);
	}
	r->depth--;
	return f;
}

/* --- the door ------------------------------------------------------------- */

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

const struct form_field *
rule_field(const struct rule_scope *scope, const char *key, const char **why)
{
	const struct form_field *f = form_field(scope->form, key);

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

struct formula *
formula_parse(const struct rule_scope *scope, const char *path,
    const char *text)
{
	struct reader r = { .scope = scope, .path = path, .text = text,
	    .p = text };
	struct formula *f;

	if (strlen(text) > FORMULA_LENGTH)
		return fault(&r, text, "%s", _("cette formule est trop longue"));
	f = read_or(&r);
	skip(&r);
	if (f == NULL)
		return NULL;
	if (*r.p != '\0')
		return fault(&r, r.p, "%s", _("attendu : la fin de la formule"));
	if (f->rows.field != NULL)
		return fault(&r, text, _("« %s » a une valeur par ligne : "
		    "mettez-la dans sum(), min(), max() ou count()"),
		    f->rows.field->key);
	if (!rule_kind_counts(f->kind))
		return wrong_kind(&r, text, f, _("un nombre, un montant, une "
		    "date ou une comparaison"));
	return f;
}

enum rule_kind
formula_kind(const struct formula *f)
{
	return f->kind;
}
