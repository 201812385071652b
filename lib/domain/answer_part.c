/*
 * Values made of parts to JSON and back: persons, addresses, periods,
 * commitments, items of inner fields.
 */
#include "config.h"

#include "domain/answer_part.h"

#include <string.h>

#include "base/date.h"

/* --- writing -------------------------------------------------------------- */

/* A member that was not said is not there. */
static void
put(struct json_object *o, const char *member, const char *text)
{
	if (text != NULL)
		json_put_text(o, member, text);
}

static struct json_object *
commitment_object(const struct commitment *c)
{
	struct json_object *o = json_object_new_object();

	json_put_text(o, "indicator", c->indicator);
	json_put_int(o, "decimals", c->decimals);
	if (c->has_baseline)
		json_put_int(o, "baseline", c->baseline);
	if (c->has_target)
		json_put_int(o, "target", c->target);
	put(o, "date", c->day);
	return o;
}

static struct json_object *
cells_object(const struct form_field *f, const struct value_row *row)
{
	struct json_object *o = json_object_new_object();
	size_t i;

	for (i = 0; i < f->inner_count; i++)
		if (row->cells[i].given)
			json_put(o, f->inner[i].key,
			    value_object(&f->inner[i], &row->cells[i]));
	return o;
}

/* Fixed rows by their key, others in their order. */
static struct json_object *
rows_object(const struct form_field *f, const struct value *v)
{
	bool fixed = f->row_count > 0;
	struct json_object *o = fixed ? json_object_new_object()
	    : json_object_new_array();
	size_t i;

	for (i = 0; i < v->count; i++) {
		struct json_object *cells = cells_object(f, &v->rows[i]);

		if (fixed)
			json_put(o, v->rows[i].key, cells);
		else
			json_object_array_add(o, cells);
	}
	return o;
}

struct json_object *
part_object(const struct form_field *f, const struct value *v)
{
	struct json_object *o;

	switch (f->type) {
	case FORM_PERIOD:
		o = json_object_new_object();
		json_put_text(o, "from", v->text);
		json_put_text(o, "to", v->end);
		return o;
	case FORM_PERSON:
		o = json_object_new_object();
		put(o, "name", v->person->name);
		put(o, "role", v->person->role);
		put(o, "email", v->person->email);
		put(o, "phone", v->person->phone);
		return o;
	case FORM_ADDRESS:
		o = json_object_new_object();
		json_put_text(o, "lines", v->address->lines);
		json_put_text(o, "postcode", v->address->postcode);
		json_put_text(o, "city", v->address->city);
		put(o, "commune", v->address->commune);
		return o;
	case FORM_INDICATOR:
		return commitment_object(v->commitment);
	default:
		return rows_object(f, v);
	}
}

/* --- reading -------------------------------------------------------------- */

static bool
parse_period(struct value *v, struct mem *mem, struct json_object *o)
{
	v->text = mem_strdup(mem, json_text(o, "from"));
	v->end = mem_strdup(mem, json_text(o, "to"));
	return v->text != NULL && v->end != NULL &&
	    date_parse_unix(&v->number, v->text) &&
	    date_parse_unix(&v->until, v->end);
}

static bool
parse_person(struct value *v, struct mem *mem, struct json_object *o)
{
	struct person_said *p = v->person = MEM_NEW(mem, struct person_said);

	p->name = mem_strdup(mem, json_text(o, "name"));
	p->role = mem_strdup(mem, json_text(o, "role"));
	p->email = mem_strdup(mem, json_text(o, "email"));
	p->phone = mem_strdup(mem, json_text(o, "phone"));
	return p->name != NULL || p->role != NULL || p->email != NULL ||
	    p->phone != NULL;
}

static bool
parse_address(struct value *v, struct mem *mem, struct json_object *o)
{
	struct address *a = v->address = MEM_NEW(mem, struct address);

	a->lines = mem_strdup(mem, json_text_or(o, "lines", ""));
	a->postcode = mem_strdup(mem, json_text_or(o, "postcode", ""));
	a->city = mem_strdup(mem, json_text_or(o, "city", ""));
	a->commune = mem_strdup(mem, json_text(o, "commune"));
	return *a->city != '\0' || *a->lines != '\0' || *a->postcode != '\0';
}

static bool
parse_commitment(struct value *v, struct mem *mem, struct json_object *o)
{
	struct commitment *c = v->commitment = MEM_NEW(mem, struct commitment);
	int64_t decimals = json_int(o, "decimals", 0);

	c->indicator = mem_strdup(mem, json_text(o, "indicator"));
	c->decimals = decimals < 0 || decimals > 6 ? 0 : (int)decimals;
	c->has_baseline = json_has(o, "baseline");
	c->baseline = json_int(o, "baseline", 0);
	c->has_target = json_has(o, "target");
	c->target = json_int(o, "target", 0);
	c->day = mem_strdup(mem, json_text(o, "date"));
	return c->indicator != NULL;
}

/* A member that cannot be read (its field changed, or is gone) is left out;
 * what was lost: LOST_…. */
static unsigned
parse_row(struct value_row *row, struct mem *mem, const struct form_field *f,
    struct json_object *o)
{
	unsigned lost = 0;
	size_t i;

	row->cells = MEM_ARRAY(mem, f->inner_count, struct value);
	for (i = 0; i < f->inner_count; i++) {
		struct json_object *cell = json_get(o, f->inner[i].key);

		if (cell == NULL)
			continue;
		row->cells[i].given = value_of_object(&row->cells[i], mem,
		    &f->inner[i], cell);
		lost |= row->cells[i].lost;
		if (row->cells[i].given)
			continue;
		row->cells[i] = (struct value){ 0 };
		lost |= LOST_UNREADABLE;
	}
	if (json_is(o, json_type_object))
		JSON_EACH(o, m) {
			if (form_inner(f, m.key) == NULL)
				lost |= LOST_UNKNOWN;
		}
	return lost;
}

static bool
parse_rows(struct value *v, struct mem *mem, const struct form_field *f,
    struct json_object *o)
{
	bool fixed = f->row_count > 0;
	size_t i;

	if (!json_is(o, fixed ? json_type_object : json_type_array))
		return false;
	v->count = fixed ? f->row_count : json_count(o);
	v->rows = MEM_ARRAY(mem, v->count + 1, struct value_row);
	for (i = 0; i < v->count; i++) {
		struct json_object *row = fixed
		    ? json_get(o, f->rows[i].key) : json_at(o, i);

		if (fixed)
			v->rows[i].key = f->rows[i].key;
		if (row != NULL ? !json_is(row, json_type_object) : !fixed)
			return false;
		v->lost |= parse_row(&v->rows[i], mem, f, row);
	}
	return v->count <= FORM_ITEMS;
}

bool
part_of_object(struct value *v, struct mem *mem, const struct form_field *f,
    struct json_object *o)
{
	switch (f->type) {
	case FORM_PERIOD:
		return parse_period(v, mem, o);
	case FORM_PERSON:
		return parse_person(v, mem, o);
	case FORM_ADDRESS:
		return parse_address(v, mem, o);
	case FORM_INDICATOR:
		return parse_commitment(v, mem, o);
	default:
		return parse_rows(v, mem, f, o);
	}
}
