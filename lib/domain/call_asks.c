/*
 * Reasons and documents of the forms of a call, before any answer.
 * It evaluates no condition.
 */
#include "config.h"

#include "domain/call_asks.h"

#include "domain/call.h"
#include "domain/eligibility.h"

static void
add_bars(struct call_asks *a, const struct form_bar *bars, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		a->barriers[a->barrier_count++] = (struct barrier){
		    form_text_said(bars[i].message), bars[i].blocks };
}

static void
add_pieces(struct call_asks *a, const struct form *form)
{
	size_t i;

	for (i = 0; i < form->field_count; i++) {
		const struct form_field *f = &form->fields[i];
		bool maybe = f->required_if != NULL ||
		    (f->required && f->visible_if != NULL);

		if (f->type == FORM_FILES)
			a->pieces[a->piece_count++] = (struct call_piece){ f,
			    maybe ? PIECE_MAYBE : f->required ? PIECE_ALWAYS
			    : PIECE_OPTIONAL };
	}
}

/* The form that dossiers are read by, or NULL. */
static const struct form *
dossier_form(struct db *db, struct mem *mem, const struct call *c)
{
	const struct form *form;
	int64_t id = c->form_revision_id != 0 ? c->form_revision_id
	    : form_of_projects(db, mem, c->platform_id);

	return id == 0 || form_get(&form, db, id) != RC_OK ? NULL : form;
}

enum rc
call_asks_load(struct call_asks *a, struct db *db, struct mem *mem,
    int64_t call_id)
{
	const struct form *form, *own = NULL;
	struct form_bar *bars = NULL;
	size_t n = 0, fields, all;
	struct call *c;
	enum rc rc = call_load(&c, db, mem, call_id);

	*a = (struct call_asks){ 0 };
	if (rc != RC_OK)
		return rc;
	form = dossier_form(db, mem, c);
	if (c->supplement_revision_id != 0 &&
	    form_get(&own, db, c->supplement_revision_id) != RC_OK)
		own = NULL;
	if (form != NULL)
		n = eligibility_bars(&bars, db, mem, form, c->id);
	all = n + (form == NULL ? 0 : form->bar_count) +
	    (own == NULL ? 0 : own->bar_count);
	fields = (form == NULL ? 0 : form->field_count) +
	    (own == NULL ? 0 : own->field_count);
	a->barriers = MEM_ARRAY(mem, all + 1, struct barrier);
	a->pieces = MEM_ARRAY(mem, fields + 1, struct call_piece);
	if (form != NULL) {
		add_bars(a, form->bars, form->bar_count);
		add_pieces(a, form);
	}
	add_bars(a, bars, n);
	if (own != NULL) {
		add_bars(a, own->bars, own->bar_count);
		add_pieces(a, own);
	}
	return db_failed(db) ? RC_FAIL : RC_OK;
}
