/*
 * Repeated blocks and tables: items of inner fields, each read by its own type.
 * An empty item is dropped; what is wrong inside is said with its place.
 */
#include "config.h"

#include "domain/answer_read.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/decimal.h"

/* --- parts ------------------------------------------------------------------- */

/* What follows "row.key" in a part: "", "x" of "row.key.x", "x" of
 * "row.key_x"; NULL when the part is of something else. */
static const char *
inside(const char *part, const char *row, const char *key)
{
	size_t n = strlen(row), k = strlen(key);

	if (strncmp(part, row, n) != 0 || part[n] != '.' ||
	    strncmp(part + n + 1, key, k) != 0)
		return NULL;
	part += n + 1 + k;
	if (*part == '\0')
		return part;
	return *part == '.' || *part == '_' ? part + 1 : NULL;
}

struct typed *
typed_inside(struct mem *mem, const struct typed *typed, const char *row,
    const char *key)
{
	struct typed *first = NULL, **last = &first;
	const char *rest;

	for (; typed != NULL; typed = typed->next) {
		rest = inside(typed->part, row, key);
		if (rest == NULL)
			continue;
		*last = MEM_NEW(mem, struct typed);
		(*last)->part = rest;
		(*last)->text = typed->text;
		last = &(*last)->next;
	}
	return first;
}

size_t
typed_rows(const struct typed *typed, const struct form_field *f)
{
	size_t count = 0;
	char *end;
	long n;

	for (; typed != NULL; typed = typed->next) {
		if (text_blank(typed->text))
			continue;
		errno = 0;
		n = strtol(typed->part, &end, 10);
		if (end == typed->part || *end != '.' || errno != 0 || n < 0 ||
		    n >= FORM_ITEMS)
			continue;
		if ((size_t)n >= count)
			count = (size_t)n + 1;
	}
	return f->row_count > 0 ? f->row_count : count;
}

bool
typed_holds(const struct typed *typed, const char *row)
{
	size_t n = strlen(row);

	for (; typed != NULL; typed = typed->next)
		if (strncmp(typed->part, row, n) == 0 &&
		    typed->part[n] == '.' && !text_blank(typed->text))
			return true;
	return false;
}

const char *
item_part(struct mem *mem, const struct form_field *f, size_t row)
{
	return f->row_count > 0 ? f->rows[row].key
	    : mem_printf(mem, "%zu", row);
}

/* --- reading ------------------------------------------------------------------- */

/* "Partenaire 2", "Ligne 2", "2027". */
static const char *
row_name(const struct reading *r, size_t row)
{
	const struct form_field *f = r->field;

	if (f->row_count > 0)
		return f->rows[row].label;
	return mem_printf(r->answers->mem, "%s %zu", f->item != NULL ? f->item
	    : _("Ligne"), row + 1);
}

/* One item; false when something in it cannot be read. */
static bool
read_row(struct reading *r, size_t row, struct value_row *out, bool *given)
{
	const struct form_field *f = r->field;
	struct mem *mem = r->answers->mem;
	const char *error = NULL;
	size_t i;

	out->key = f->row_count > 0 ? f->rows[row].key : NULL;
	out->cells = MEM_ARRAY(mem, f->inner_count, struct value);
	*given = false;
	for (i = 0; i < f->inner_count; i++) {
		if (f->inner[i].formula != NULL)
			continue;
		if (!value_read(&out->cells[i], &error, r->answers,
		    &f->inner[i], typed_inside(mem, r->typed,
		    item_part(mem, f, row), f->inner[i].key)))
			return reading_wrong(r, _("%s, « %s » : %s"),
			    row_name(r, row), f->inner[i].label, error);
		*given |= out->cells[i].given;
	}
	return true;
}

/* Is that part one of an item that there may be, and of an inner question? */
static bool
is_known(const struct form_field *f, const char *part, char *row, size_t size)
{
	size_t n = strcspn(part, "."), i;
	bool known = false;
	char *end;

	if (n == 0 || n >= size || part[n] == '\0')
		return false;
	memcpy(row, part, n);
	row[n] = '\0';
	for (i = 0; i < f->row_count; i++)
		known |= strcmp(f->rows[i].key, row) == 0;
	if (f->row_count == 0)
		known = n <= 4 && strtol(row, &end, 10) < FORM_ITEMS &&
		    *end == '\0' && isdigit((unsigned char)*row);
	for (i = 0; known && i < f->inner_count; i++)
		if (inside(part, row, f->inner[i].key) != NULL)
			return true;
	return false;
}

/* What was sent for no item or question of the block is not thrown away. */
static bool
read_strays(struct reading *r)
{
	const struct typed *t;
	char row[80];

	for (t = r->typed; t != NULL; t = t->next)
		if (!text_blank(t->text) && !is_known(r->field, t->part, row,
		    sizeof(row)))
			return reading_wrong(r, _("Rien ici ne correspond à "
			    "« %s », où il est écrit : « %s »"), t->part,
			    text_truncate(r->answers->mem, t->text, QUOTED_MAX));
	return true;
}

bool
read_rows(struct reading *r)
{
	const struct form_field *f = r->field;
	struct value *v = r->value;
	size_t row, n = typed_rows(r->typed, f);
	bool given;

	if (!read_strays(r))
		return false;
	v->rows = MEM_ARRAY(r->answers->mem, n + 1, struct value_row);
	for (row = 0; row < n; row++) {
		if (!read_row(r, row, &v->rows[v->count], &given))
			return false;
		/* Fixed rows stay, so that each keeps its place. */
		if (given || f->row_count > 0)
			v->count++;
		v->given |= given;
	}
	if (f->has_max && f->row_count == 0 && (int64_t)v->count > f->max)
		return reading_wrong(r, ngettext("Gardez %ld élément au plus.",
		    "Gardez %ld éléments au plus.", (unsigned long)f->max),
		    (long)f->max);
	return true;
}

/* What can be read of one item, before anything is calculated. */
static void
read_cells(const struct answers *a, const struct form_field *f,
    const struct typed *typed, size_t row, struct value_row *out)
{
	const char *error, *part = item_part(a->mem, f, row);
	size_t i, j, n;

	out->cells = MEM_ARRAY(a->mem, f->inner_count + 1, struct value);
	for (i = 0; i < f->inner_count; i++) {
		const struct form_field *inner = &f->inner[i];
		const struct typed *own = typed_inside(a->mem, typed, part,
		    inner->key);
		struct value *cell = &out->cells[i];

		if (inner->formula != NULL || value_read(cell, &error, a,
		    inner, own))
			continue;
		n = typed_rows(own, inner);
		*cell = (struct value){ .given = inner->inner_count > 0,
		    .count = n, .rows = MEM_ARRAY(a->mem, n + 1,
		    struct value_row) };
		for (j = 0; cell->given && j < n; j++)
			read_cells(a, inner, own, j, &cell->rows[j]);
	}
}

struct value
items_readable(const struct answers *a, const struct form_field *f,
    const struct typed *typed, const struct value_row *around, size_t n)
{
	struct value all = { .given = true, .count = n,
	    .rows = MEM_ARRAY(a->mem, n + 1, struct value_row) };
	size_t i;

	for (i = 0; i < n; i++)
		read_cells(a, f, typed, i, &all.rows[i]);
	items_calculate(a, f, &all, around);
	return all;
}

/* --- totals -------------------------------------------------------------------- */

bool
column_total(int64_t *total, const struct form_field *f, const struct value *v,
    size_t column)
{
	int64_t sum = 0;
	size_t i;

	if (column >= f->inner_count || !form_is_number(&f->inner[column]))
		return false;
	for (i = 0; i < v->count; i++) {
		const struct value *cell = &v->rows[i].cells[column];

		if (cell->given && __builtin_add_overflow(sum, cell->number,
		    &sum))
			return false;
	}
	*total = sum;
	return true;
}

/* Columns that add up along a row are typed, of one type and one scale. */
const struct form_field *
row_total(int64_t *total, const struct form_field *f, const struct value *v,
    size_t row)
{
	const struct form_field *like = NULL;
	int64_t sum = 0;
	size_t i;

	for (i = 0; f->row_total && i < f->inner_count; i++) {
		const struct value *cell = &v->rows[row].cells[i];
		const struct form_field *c = &f->inner[i];

		if (!form_is_number(c) || c->formula != NULL || (like != NULL &&
		    (c->type != like->type || c->decimals != like->decimals)))
			continue;
		if (like == NULL)
			like = c;
		if (cell->given && __builtin_add_overflow(sum, cell->number,
		    &sum))
			return NULL;
	}
	*total = sum;
	return like;
}

/* --- what is missing -------------------------------------------------------------- */

static const char *
missing(const struct answers *a, const char *what)
{
	return mem_printf(a->mem, _("il manque « %s »"), what);
}

static const char *
unfinished_person(const struct answers *a, const struct form_field *f,
    const struct person_said *p)
{
	if (p->name == NULL)
		return missing(a, _("Nom"));
	if ((f->needs & NEEDS_ROLE) != 0 && p->role == NULL)
		return missing(a, _("Fonction"));
	if ((f->needs & NEEDS_EMAIL) != 0 && p->email == NULL)
		return missing(a, _("Adresse électronique"));
	return (f->needs & NEEDS_PHONE) != 0 && p->phone == NULL
	    ? missing(a, _("Téléphone")) : NULL;
}

static const char *
unfinished_row(const struct answers *a, const struct form_field *f,
    const struct value_row *row)
{
	size_t i;

	for (i = 0; i < f->inner_count; i++) {
		const struct form_field *c = &f->inner[i];
		const char *why;

		if (!row->cells[i].given) {
			if (c->required)
				return missing(a, c->label);
			continue;
		}
		why = value_unfinished(a, c, &row->cells[i]);
		if (why != NULL)
			return mem_printf(a->mem, _("« %s » : %s"), c->label,
			    why);
	}
	return NULL;
}

const char *
value_unfinished(const struct answers *a, const struct form_field *f,
    const struct value *v)
{
	const struct reading r = { a, f, NULL, "", NULL, NULL };
	const char *why;
	size_t i;

	switch (v->given ? f->type : FORM_TEXT) {
	case FORM_PERSON:
		return unfinished_person(a, f, v->person);
	case FORM_INDICATOR:
		return !v->commitment->has_target ? missing(a,
		    _("Valeur visée")) : v->commitment->day == NULL
		    ? missing(a, _("Échéance")) : NULL;
	case FORM_LINKED_CHOICE:
		return v->count < 2 ? missing(a, f->second != NULL ? f->second
		    : _("Précisez")) : NULL;
	case FORM_ADDRESS:
		return *v->address->postcode == '\0' ? missing(a,
		    _("Code postal")) : *v->address->city == '\0'
		    ? missing(a, _("Commune")) : NULL;
	case FORM_RANKING:
		return (int64_t)v->count < (f->has_min ? f->min
		    : (int64_t)f->option_count) ? _("donnez un rang à chacune")
		    : NULL;
	case FORM_REPEAT:
	case FORM_TABLE:
		for (i = 0; i < v->count; i++) {
			why = unfinished_row(a, f, &v->rows[i]);
			if (why != NULL)
				return mem_printf(a->mem, "%s\u00a0: %s",
				    row_name(&r, i), why);
		}
		return NULL;
	default:
		return NULL;
	}
}
