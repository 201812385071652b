/*
 * The words that listening filters by, as a holder types them: how far the
 * project is, what it lacks, what it offers, free tags.
 */
#include "config.h"

#include "fcgi/submission/listen.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "web/ask.h"

static const struct {
	const char	*side, *control;
} sides[] = { { "need", "besoin" }, { "offer", "offre" } };

static void
show_maturity(const struct ask *ask, const struct flow *f)
{
	struct view *row = ask_radios(ask, "maturite", _("Où en est-il ?"),
	    NULL);
	const struct word *w;

	for (w = maturities; w->key != NULL; w++)
		ask_choice(ask, row, "maturite", w->key, _(w->label),
		    _(w->hint), f->maturity != NULL &&
		    strcmp(f->maturity, w->key) == 0);
}

/* One side: a box and a line per kind. */
static void
show_side(const struct ask *ask, const struct flow *f, size_t side)
{
	struct view *group = view_add(ask->view, M_SIDES), *row;
	const struct word *w;
	const struct need *n;
	const char *name;

	view_text(group, M_SIDE_NAME, side == 0 ? _("Ce qu’il cherche") :
	    _("Ce qu’il peut offrir à d’autres"));
	view_text(group, M_SIDE_CONTROL, sides[side].control);
	for (w = need_kinds; w->key != NULL; w++) {
		n = needs_find(&f->needs, sides[side].side, w->key);
		name = mem_printf(ask->req->mem, "precision.%s.%s",
		    sides[side].side, w->key);
		row = view_add(group, M_NEED_ROWS);
		view_text(row, M_NEED_KIND, w->key);
		view_text(row, M_NEED_LABEL, _(w->label));
		view_text(row, M_NEED_NAME, name);
		view_text(row, M_NEED_DETAIL, req_typed(ask->req, name,
		    n == NULL ? "" : n->detail));
		if (req_chosen(ask->req, sides[side].control, w->key,
		    n != NULL))
			view_show(row, M_NEED_CHOSEN);
		view_optional(row, M_FIELD_ERROR, M_FIELD_ERROR_TEXT,
		    ask->why == NULL ? NULL : problem_get(ask->why, name));
	}
}

void
words_show(const struct req *req, struct view *form, const char *kind,
    const struct flow *f, const struct problems *why)
{
	struct ask ask = { .req = req, .view = form, .why = why };
	struct ask tags = { .req = req,
	    .view = view_add(form, M_TAGS_FIELD), .why = why };

	if (strcmp(kind, "project") == 0)
		show_maturity(&ask, f);
	show_side(&ask, f, 0);
	show_side(&ask, f, 1);
	ask_optional(ask_text(&tags, "mots", _("Vos mots"),
	    _("Des mots libres, séparés par des virgules : « compost, "
	    "école »."), needs_tags_text(req->mem, &f->needs), NULL));
}

void
words_read(struct flow_form *form, const struct req *req, const char *kind,
    struct problems *why)
{
	const struct field *f;
	size_t i;

	*form = (struct flow_form){ .needs.rows = MEM_ARRAY(req->mem, 16,
	    struct need) };
	if (strcmp(kind, "project") == 0)
		form->maturity = field_text(&req->fields, "maturite");
	for (i = 0; i < 2; i++)
		for (f = field_next(&req->fields, NULL, sides[i].control);
		    f != NULL && form->needs.count < 14;
		    f = field_next(&req->fields, f, sides[i].control)) {
			if (word_of(need_kinds, f->text) == NULL ||
			    needs_find(&form->needs, sides[i].side, f->text)
			    != NULL)
				continue;
			form->needs.rows[form->needs.count++] = (struct need){
			    .side = sides[i].side, .kind = f->text,
			    .detail = text_collapse_spaces(req->mem,
			    req_text(req, mem_printf(req->mem,
			    "precision.%s.%s", sides[i].side, f->text))) };
		}
	needs_read_tags(&form->needs, req->mem,
	    req_text(req, "mots"), why);
}
