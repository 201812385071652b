/*
 * Values made of parts, in words.
 * It makes no HTML, and names nothing that the person may not read.
 */
#include "config.h"

#include "domain/answer_words.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/decimal.h"
#include "domain/phone.h"
#include "domain/reference.h"
#include "domain/right.h"
#include "domain/territory.h"

/* text, a line feed, more; either may be NULL or "". */
static const char *
line(struct mem *mem, const char *text, const char *more)
{
	if (more == NULL || *more == '\0')
		return text;
	return *text == '\0' ? more : mem_printf(mem, "%s\n%s", text, more);
}

/* Options: a ranking is numbered, a linked choice goes from wide to narrow. */
const char *
list_words(const struct answers *a, const struct form_field *f,
    const struct value *v)
{
	const char *text = "";
	size_t i, j;

	if (f->type == FORM_LINKED_CHOICE) {
		for (i = 0; i < f->option_count; i++)
			if (strcmp(f->options[i].key, v->list[0]) == 0)
				break;
		if (v->count == 1)
			return i < f->option_count ? f->options[i].label
			    : v->list[0];
		for (j = 0; i < f->option_count &&
		    j < f->options[i].option_count; j++)
			if (strcmp(f->options[i].options[j].key,
			    v->list[1]) == 0)
				return mem_printf(a->mem, "%s, %s",
				    f->options[i].label,
				    f->options[i].options[j].label);
		return mem_printf(a->mem, "%s, %s", v->list[0], v->list[1]);
	}
	for (i = 0; i < v->count; i++)
		text = line(a->mem, text, f->type == FORM_RANKING
		    ? mem_printf(a->mem, "%zu. %s", i + 1, option_label(a, f,
		    v->list[i])) : option_label(a, f, v->list[i]));
	return text;
}

const char *
person_words(const struct answers *a, const struct person_said *p)
{
	const char *text = p->name == NULL ? "" : p->name;

	if (p->role != NULL)
		text = *text == '\0' ? p->role : mem_printf(a->mem, "%s, %s",
		    text, p->role);
	text = line(a->mem, text, p->email);
	return line(a->mem, text, p->phone == NULL ? NULL
	    : phone_format(a->mem, p->phone));
}

const char *
address_words(const struct answers *a, const struct address *d)
{
	struct territory *t;
	const char *text = line(a->mem, d->lines, text_trim(a->mem,
	    mem_printf(a->mem, "%s %s", d->postcode, d->city)));

	/* A hamlet, a CEDEX: its commune is said too. */
	if (d->commune == NULL || a->db == NULL || territory_by_code(&t, a->db,
	    a->mem, "commune", d->commune) != RC_OK || strcmp(t->name,
	    d->city) == 0)
		return text;
	return mem_printf(a->mem, "%s (%s)", text, t->name);
}

const char *
commitment_words(const struct answers *a, const struct commitment *c)
{
	const char *label = c->indicator, *unit = "", *text, *lang = lang_get();
	struct stmt *s;

	if (a->db != NULL && a->platform != NULL) {
		s = db_query(a->db, Q_ANSWER_INDICATOR,
		    I(platform, a->platform->id), T(key, c->indicator));
		if (stmt_step(s)) {
			label = stmt_str(s, a->mem, "label");
			unit = stmt_str(s, a->mem, "unit");
		}
		stmt_done(s);
	}
	text = label;
	if (c->has_baseline)
		text = line(a->mem, text, mem_printf(a->mem,
		    _("au départ : %s %s"), decimal_format(a->mem, c->baseline,
		    c->decimals, lang), unit));
	if (c->has_target)
		text = line(a->mem, text, mem_printf(a->mem,
		    _("visé : %s %s"), decimal_format(a->mem, c->target,
		    c->decimals, lang), unit));
	if (c->day != NULL)
		text = line(a->mem, text, mem_printf(a->mem, _("échéance : %s"),
		    date_long_iso(a->mem, c->day, lang)));
	return text;
}

const char *
spot_words(const struct answers *a, int64_t lat_e6, int64_t lon_e6)
{
	const char *lang = lang_get();
	const char *lat = decimal_format(a->mem, lat_e6 < 0 ? -lat_e6 : lat_e6,
	    6, lang);
	const char *lon = decimal_format(a->mem, lon_e6 < 0 ? -lon_e6 : lon_e6,
	    6, lang);

	if (lat_e6 < 0)
		return lon_e6 < 0
		    ? mem_printf(a->mem, _("%s° sud, %s° ouest"), lat, lon)
		    : mem_printf(a->mem, _("%s° sud, %s° est"), lat, lon);
	return lon_e6 < 0
	    ? mem_printf(a->mem, _("%s° nord, %s° ouest"), lat, lon)
	    : mem_printf(a->mem, _("%s° nord, %s° est"), lat, lon);
}

const char *
drawing_words(const struct answers *a, const struct drawing *d)
{
	const char *text = "", *one;
	size_t i;

	for (i = 0; i < d->count; i++) {
		const struct drawn *s = &d->rows[i];

		one = spot_words(a, s->spots[0].lat_e6, s->spots[0].lon_e6);
		if (s->kind != DRAWN_POINT)
			one = mem_printf(a->mem, s->kind == DRAWN_LINE
			    ? ngettext("ligne de %zu point, depuis %s",
			    "ligne de %zu points, depuis %s", s->count)
			    : ngettext("zone de %zu point, autour de %s",
			    "zone de %zu points, autour de %s", s->count),
			    s->count, one);
		text = line(a->mem, text, one);
	}
	return text;
}

const char *
reference_words(const struct answers *a, const struct form_field *f,
    const char *key)
{
	struct reference_item item;
	struct reference_list list;

	if (a->db == NULL || a->platform == NULL || reference_list_load(&list,
	    a->db, a->mem, a->platform->id, f->list) != RC_OK ||
	    reference_item(&item, a->db, a->mem, list.id, key, NULL) != RC_OK)
		return key;
	return item.label;
}

/* Does the reader instruct what was presented of it? */
static bool
may_instruct(const struct answers *a, int64_t application_id)
{
	struct person *who;
	struct object on;

	return a->person_id != 0 && object_application(a->db, application_id,
	    &on) == RC_OK && person_load(&who, a->db, a->mem, a->person_id,
	    a->now) == RC_OK && right_may(a->db, who, RIGHT_APPLICATION_READ,
	    &on);
}

const char *
link_words(const struct answers *a, const char *uuid)
{
	const char *title = NULL;
	int64_t application_id = 0;
	bool readable = false;
	struct stmt *s;

	if (a->db == NULL)
		return uuid;
	s = db_query(a->db, Q_ANSWER_LINK, T(uuid, uuid),
	    I(person, a->person_id));
	if (stmt_step(s)) {
		title = stmt_str(s, a->mem, "title");
		application_id = stmt_int(s, "application_id");
		readable = stmt_int(s, "readable") != 0;
	}
	stmt_done(s);
	return title != NULL && (readable || may_instruct(a, application_id)) ?
	    title : _("un projet qui n’est pas public");
}

/* --- items -------------------------------------------------------------------- */

static const char *
total_words(const struct answers *a, const struct form_field *like,
    int64_t total)
{
	const struct value v = { .given = true, .number = total };

	return value_text(a, like, &v);
}

/* "label : value" of each cell given, one a line. */
static const char *
row_words(const struct answers *a, const struct form_field *f,
    const struct value *v, size_t row)
{
	const struct form_field *like;
	const char *text = "";
	int64_t total;
	size_t i;

	for (i = 0; i < f->inner_count; i++)
		if (v->rows[row].cells[i].given)
			text = line(a->mem, text, mem_printf(a->mem,
			    "%s\u00a0: %s", f->inner[i].label, value_text(a,
			    &f->inner[i], &v->rows[row].cells[i])));
	like = row_total(&total, f, v, row);
	if (*text != '\0' && like != NULL)
		text = line(a->mem, text, mem_printf(a->mem, _("Total : %s"),
		    total_words(a, like, total)));
	return text;
}

const char *
rows_words(const struct answers *a, const struct form_field *f,
    const struct value *v)
{
	const char *text = "", *one, *name;
	int64_t total;
	size_t i;

	for (i = 0; i < v->count; i++) {
		one = row_words(a, f, v, i);
		if (*one == '\0')
			continue;
		name = f->row_count > 0 ? f->rows[i].label : mem_printf(a->mem,
		    "%s %zu", f->item != NULL ? f->item : _("Ligne"), i + 1);
		text = line(a->mem, text, mem_printf(a->mem, "%s%s\n%s",
		    *text == '\0' ? "" : "\n", name, one));
	}
	for (i = 0; i < f->inner_count; i++)
		if (f->inner[i].total && column_total(&total, f, v, i))
			text = line(a->mem, text, mem_printf(a->mem,
			    _("%sTotal, %s : %s"), "\n", f->inner[i].label,
			    total_words(a, &f->inner[i], total)));
	return text;
}
