/*
 * Who is asked to score an application.
 */
#include "config.h"

#include "fcgi/instruction/pages.h"

#include "base/lang.h"
#include "domain/assignment.h"
#include "fcgi/instruction/desk.h"
#include "web/ask.h"

static void
assign_page(struct desk *d)
{
	struct req *req = d->req;
	struct assignees all;
	struct view *v = desk_page(d, TAB_REVIEW, _("Évaluateurs"));
	struct ask form = { .req = req, .view = NULL,
	    .why = &d->why };
	struct view *field, *button;
	size_t i;

	view_text(v, M_FORM_TITLE, _("Qui évalue ce dossier ?"));
	view_text(view_add(v, M_FORM_LEAD), M_FORM_LEAD_TEXT,
	    _("Une personne qui a un lien avec le projet n’est pas proposée."));
	form.view = view_add(v, M_WORK_FORM);
	desk_form(d, form.view, "/evaluateurs");
	field = ask_checkboxes(&form, "personne", _("Membres du comité"),
	    NULL);
	if (assignment_list(&all, req->db, req->mem, d->app->id, req->now) !=
	    RC_OK)
		all.count = 0;
	for (i = 0; i < all.count; i++)
		ask_choice(&form, field, "personne", mem_printf(req->mem,
		    "%lld", (long long)all.rows[i].person_id),
		    all.rows[i].name, all.rows[i].submitted ?
		    _("Son avis est envoyé.") : mem_printf(req->mem, ngettext(
		    "%lld dossier à évaluer", "%lld dossiers à évaluer",
		    (unsigned long)all.rows[i].load),
		    (long long)all.rows[i].load), all.rows[i].assigned);
	button = view_add(form.view, M_FORM_BUTTONS);
	view_text(button, M_BUTTON_TEXT, _("Enregistrer"));
	desk_show_form(d, "instruction/form.tpl");
}

void
assign_get(struct req *req, struct res *res)
{
	struct desk d;

	if (desk_open(&d, req, res))
		assign_page(&d);
}

void
assign_post(struct req *req, struct res *res)
{
	int64_t *people = MEM_ARRAY(req->mem, 200, int64_t);
	const struct field *f = NULL;
	struct desk d;
	struct act act;
	size_t n = 0;

	if (!desk_open(&d, req, res))
		return;
	while (n < 200 && (f = field_next(&req->fields, f, "personne")) !=
	    NULL)
		people[n++] = f->number;
	act = desk_act(&d);
	if (desk_check(&d, assignment_set(req->db, req->mem, d.app->id, people,
	    n, &act), assign_page))
		desk_done(&d, "/evaluation", _("Évaluateurs enregistrés."));
}
