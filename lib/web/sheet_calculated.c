/*
 * What the server calculated: in words, and by the names of its outputs for
 * calculated.js. It calculates nothing itself: answer_judge.c does.
 */
#include "config.h"

#include "web/sheet_control.h"

#include "base/json.h"
#include "base/lang.h"

const char *
calculated_said(const struct sheet *s, const struct form_field *f,
    const struct value *v)
{
	return v->given ? value_text(s->answers, f, v)
	    : _("Pas encore de valeur");
}

const char *
calculated_sum(const struct form_field *f)
{
	return f->type == FORM_MONEY ? "money" : f->type == FORM_PERCENTAGE
	    ? "percentage" : "number";
}

/* --- inside items --------------------------------------------------------- */

/* The block named `name`, in its page or in an item of another. */
struct block {
	const char	*name;
	const struct form_field *field;
	const struct typed *typed;
	const struct value_row *around;
};

static void	put_block(const struct sheet *, struct json_object *,
    const struct block *);

static void
put_item(const struct sheet *s, struct json_object *out, const struct block *b,
    const struct value_row *item, size_t row, const char *at)
{
	struct mem *mem = s->req->mem;
	size_t i;

	for (i = 0; i < b->field->inner_count; i++) {
		const struct form_field *f = &b->field->inner[i];
		const struct block inside = { mem_printf(mem, "%s.%s.%s",
		    b->name, at, f->key), f, typed_inside(mem, b->typed,
		    item_part(mem, b->field, row), f->key), item };

		if (f->formula != NULL)
			json_put_text(out, inside.name, calculated_said(s, f,
			    &item->cells[i]));
		else if (f->calculates)
			put_block(s, out, &inside);
	}
}

/*
 * Items that hold nothing are not numbered: calculated.js numbers those of the
 * page in the same way, whichever are blank there.
 */
static void
put_block(const struct sheet *s, struct json_object *out,
    const struct block *b)
{
	const struct form_field *f = b->field;
	struct mem *mem = s->req->mem;
	size_t i, rank = 0, n = typed_rows(b->typed, f);
	struct value all = items_readable(s->answers, f, b->typed, b->around, n);
	int64_t total;

	for (i = 0; i < n; i++)
		if (f->row_count > 0)
			put_item(s, out, b, &all.rows[i], i, f->rows[i].key);
		else if (typed_holds(b->typed, item_part(mem, f, i)))
			put_item(s, out, b, &all.rows[i], i, mem_printf(mem,
			    "%zu", rank++));
	for (i = 0; i < f->inner_count; i++)
		if (f->inner[i].formula != NULL && f->inner[i].total &&
		    column_total(&total, f, &all, i))
			json_put_text(out, mem_printf(mem, "%s..%s", b->name,
			    f->inner[i].key), value_text(s->answers,
			    &f->inner[i], &(struct value){ .given = true,
			    .number = total }));
}

void
calculated_put_items(const struct sheet *s, struct json_object *out,
    const struct answer *a, const struct typed *typed)
{
	put_block(s, out, &(struct block){ mem_printf(s->req->mem, "a.%s",
	    a->field->key), a->field, typed, NULL });
}
