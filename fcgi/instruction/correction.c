/*
 * Corrections asked of the holder, and the stage of an application.
 */
#include "config.h"

#include "fcgi/instruction/pages.h"

#include <string.h>

#include "base/lang.h"
#include "domain/correction.h"
#include "fcgi/instruction/answers.h"
#include "fcgi/instruction/desk.h"
#include "web/ask.h"

#define FIELDS_MAX	500

static void
button(struct view *form, const char *name, const char *value,
    const char *text, bool plain)
{
	struct view *b = view_add(form, M_FORM_BUTTONS);

	view_text(b, M_BUTTON_NAME, name);
	view_text(b, M_BUTTON_VALUE, value);
	view_text(b, M_BUTTON_TEXT, text);
	if (plain)
		view_show(b, M_BUTTON_PLAIN);
}

/* --- corrections ------------------------------------------------------------------ */

static void
close_part(struct req *req, struct view *part, int n, int ticked)
{
	if (part == NULL)
		return;
	view_text(part, M_QUESTION_PART_SAID, ticked > 0 ? mem_printf(req->mem,
	    ngettext("%d question, %d cochée", "%d questions, %d cochées",
	    (unsigned long)n), n, ticked) : mem_printf(req->mem,
	    ngettext("%d question", "%d questions", (unsigned long)n), n));
	if (ticked > 0)
		view_show(part, M_QUESTIONS_OPEN);
}

/* The questions of the deposit, to be ticked, step by step. */
static void
show_questions(struct view *form, struct desk *d)
{
	struct view *list, *part = NULL, *row;
	struct shown shown;
	int n = 0, ticked = 0;
	size_t i;

	if (shown_load(&shown, d->req, d->app) != RC_OK || shown.count == 0)
		return;
	list = view_add(form, M_QUESTIONS_SHOWN);
	for (i = 0; i < shown.count; i++) {
		const struct shown_answer *a = &shown.rows[i];

		if (part == NULL || a->part != shown.rows[i - 1].part) {
			close_part(d->req, part, n, ticked);
			n = ticked = 0;
			part = view_add(list, M_QUESTION_PARTS);
			view_text(part, M_QUESTION_PART_NAME, a->part);
		}
		n++;
		row = view_add(part, M_QUESTIONS);
		view_text(row, M_QUESTION_KEY, a->key);
		view_text(row, M_QUESTION_NAME, a->label);
		if (req_chosen(d->req, "question", a->key, false)) {
			view_show(row, M_QUESTION_CHOSEN);
			ticked++;
		}
	}
	close_part(d->req, part, n, ticked);
}

static void
ask_form(struct view *v, struct desk *d)
{
	struct ask form = { .req = d->req, .view = view_add(v, M_WORK_FORM),
	    .why = &d->why };
	struct view *field;
	size_t i;

	desk_form(d, form.view, "/correction");
	field = ask_radios(&form, "motif",
	    _("Pourquoi demandez-vous une correction ?"), NULL);
	for (i = 0; correction_reasons[i] != NULL; i++)
		ask_choice(&form, field, "motif", correction_reasons[i],
		    correction_reason_label(correction_reasons[i]),
		    strcmp(correction_reasons[i], "incomplete") == 0 ?
		    _("Le délai légal repart de zéro à la réponse.") : NULL,
		    false);
	ask_lines(&form, "message", _("Que doit faire le porteur ?"),
	    _("Il le lit tel quel, par courriel et dans son dossier."), "", 5);
	field = ask_date(&form, "echeance", _("Réponse attendue avant le"),
	    NULL, "");
	ask_optional(field);
	field = ask_checkboxes(&form, "bloquante", _("En attendant"), NULL);
	ask_choice(&form, field, "bloquante", "1",
	    _("Rien n’est décidé tant que le porteur n’a pas répondu"), NULL,
	    true);
	show_questions(form.view, d);
	button(form.view, "envoi", "1", _("Envoyer la demande"), false);
}

/* Those asked before, newest first. */
static void
show_past(struct view *v, struct desk *d, const struct correction *c)
{
	const struct req *req = d->req;
	struct view *list = NULL, *row;

	for (; c != NULL; c = c->next) {
		if (list == NULL) {
			list = view_add(v, M_LISTED);
			view_text(list, M_LISTED_TITLE,
			    _("Corrections demandées"));
		}
		row = view_add(list, M_LISTED_ROWS);
		view_text(row, M_LISTED_HEAD,
		    correction_reason_label(c->reason));
		view_text(row, M_LISTED_TEXT, c->message);
		view_text(row, M_LISTED_META, mem_printf(req->mem, "%s · %s",
		    req_day_short(req, c->asked_at),
		    c->cancelled_at != 0 ? _("annulée") :
		    c->answered_at != 0 ? mem_printf(req->mem,
		    _("répondue le %s"), req_day_short(req, c->answered_at)) :
		    _("en attente de réponse")));
		if (c->answered_at == 0 && c->cancelled_at == 0) {
			struct view *act = view_add(row, M_LISTED_ACT);

			desk_form(d, act, "/correction/annuler");
			view_text(act, M_LISTED_ACT_TEXT,
			    _("Annuler cette demande"));
			view_text(act, M_LISTED_NAME, "annuler");
			view_text(act, M_LISTED_VALUE, "1");
		}
	}
}

static void
correction_page(struct desk *d)
{
	struct correction *past = NULL;
	struct view *v = desk_page(d, TAB_DOSSIER, _("Correction"));
	bool open = d->app->state == APP_SUBMITTED ||
	    d->app->state == APP_UNDER_REVIEW;

	view_text(v, M_FORM_TITLE, d->app->correction_open ?
	    _("Une correction est demandée") : _("Demander une correction"));
	if (correction_list(&past, d->req->db, d->req->mem, d->app->id) !=
	    RC_OK)
		past = NULL;
	if (d->app->correction_open)
		view_text(view_add(v, M_FORM_LEAD), M_FORM_LEAD_TEXT,
		    _("Une seule à la fois : attendez la réponse du porteur, ou "
		    "annulez la demande."));
	else if (open)
		ask_form(v, d);
	show_past(v, d, past);
	desk_show_form(d, "instruction/correction.tpl");
}

void
correction_get(struct req *req, struct res *res)
{
	struct desk d;

	if (desk_open(&d, req, res))
		correction_page(&d);
}

void
correction_post(struct req *req, struct res *res)
{
	struct correction_field *fields = MEM_ARRAY(req->mem, FIELDS_MAX,
	    struct correction_field);
	struct correction_form form = {
		.revision = field_int(&req->fields, "revision"),
		.reason = field_text(&req->fields, "motif"),
		.message = req_text(req, "message"),
		.blocking = field_bool(&req->fields, "bloquante"),
		.due_on = field_text(&req->fields, "echeance"),
		.fields = fields };
	const struct field *f = NULL;
	struct desk d;
	struct act act;

	if (!desk_open(&d, req, res))
		return;
	while (form.field_count < FIELDS_MAX &&
	    (f = field_next(&req->fields, f, "question")) != NULL)
		fields[form.field_count++] = (struct correction_field){
		    f->text, "" };
	act = desk_act(&d);
	if (desk_check(&d, correction_ask(req->db, req->mem, d.app->id, &form,
	    &act, &d.why), correction_page))
		desk_done(&d, "", _("Correction demandée. Le porteur est "
		    "prévenu par courriel."));
}

void
correction_cancel_post(struct req *req, struct res *res)
{
	struct desk d;
	struct act act;

	if (!desk_open(&d, req, res))
		return;
	act = desk_act(&d);
	if (desk_check(&d, correction_cancel(req->db, req->mem, d.app->id,
	    &act), correction_page))
		desk_done(&d, "", _("Demande annulée. Le porteur est "
		    "prévenu."));
}

/* --- the stage ---------------------------------------------------------------------- */

static const char *
point_name(const struct req *req, const char *key)
{
	return mem_printf(req->mem, "point.%s", key);
}

static void
show_points(const struct ask *form, const struct stage_sheet *sheet)
{
	struct view *field;
	const char *name;
	size_t i;

	for (i = 0; i < sheet->point_count; i++) {
		const struct stage_point *p = &sheet->points[i];

		name = point_name(form->req, p->key);
		field = ask_radios(form, name, p->label, NULL);
		view_show(field, M_FIELD_ROW);
		ask_choice(form, field, name, "yes", _("Oui"), NULL,
		    p->verdict != NULL && strcmp(p->verdict, "yes") == 0);
		ask_choice(form, field, name, "no", _("Non"), NULL,
		    p->verdict != NULL && strcmp(p->verdict, "no") == 0);
	}
}

static void
show_outcomes(const struct ask *form, const struct desk *d,
    const struct stage_sheet *sheet)
{
	const struct stage *next = stages_next(&d->stages, d->app->stage_id);
	struct view *field;
	size_t i;

	if (sheet->outcome_count == 0)
		return;
	field = ask_radios(form, "issue", _("Comment se termine l’étape ?"),
	    NULL);
	for (i = 0; i < sheet->outcome_count; i++) {
		const struct stage_outcome *o = &sheet->outcomes[i];

		ask_choice(form, field, "issue", o->key, o->label,
		    o->advances && next != NULL ? mem_printf(d->req->mem,
		    _("Le dossier passe à l’étape « %s »."), next->label) :
		    _("Le dossier reste à cette étape, pour décision."),
		    o->given);
	}
}

static void
move_form(struct view *v, struct desk *d)
{
	struct view *details = view_add(v, M_MOVE_FORM), *field;
	struct ask form = { .req = d->req, .view = details,
	    .why = &d->why };
	size_t i;

	desk_form(d, details, "/etape/changer");
	field = ask_select(&form, "etape", _("Aller à l’étape"), NULL);
	for (i = 0; i < d->stages.count; i++) {
		const struct stage *s = &d->stages.rows[i];

		if (s->id != d->app->stage_id)
			ask_choice(&form, field, "etape", mem_printf(
			    d->req->mem, "%lld", (long long)s->id), s->label,
			    NULL, false);
	}
	ask_lines(&form, "motif", _("Pourquoi ?"), NULL, "", 2);
}

static void
stage_page(struct desk *d)
{
	struct view *v = desk_page(d, TAB_DOSSIER, _("Étape"));
	struct stage_sheet *sheet;
	struct ask form;

	view_text(v, M_FORM_TITLE, d->stage == NULL ? _("Étape") :
	    mem_printf(d->req->mem, _("Conclure l’étape « %s »"),
	    d->stage->label));
	if (d->app->state == APP_UNDER_REVIEW && d->stage != NULL &&
	    stage_sheet_load(&sheet, d->req->db, d->req->mem, d->app->id,
	    d->stage->id) == RC_OK) {
		view_optional(v, M_FORM_LEAD, M_FORM_LEAD_TEXT, sheet->help);
		form = (struct ask){ .req = d->req,
		    .view = view_add(v, M_WORK_FORM), .why = &d->why };
		desk_form(d, form.view, "/etape");
		show_points(&form, sheet);
		show_outcomes(&form, d, sheet);
		ask_optional(ask_lines(&form, "commentaire",
		    _("Commentaire pour le service"), NULL, sheet->comment,
		    3));
		if (sheet->outcome_count > 0 ||
		    stages_next(&d->stages, d->stage->id) != NULL)
			button(form.view, "envoi", "conclure",
			    _("Conclure l’étape"), false);
		if (sheet->point_count > 0)
			button(form.view, "envoi", "garder",
			    _("Enregistrer sans conclure"), true);
		move_form(v, d);
	} else
		view_text(view_add(v, M_FORM_LEAD), M_FORM_LEAD_TEXT,
		    _("Ce dossier n’est pas en instruction."));
	desk_show_form(d, "instruction/stage.tpl");
}

void
stage_get(struct req *req, struct res *res)
{
	struct desk d;

	if (desk_open(&d, req, res))
		stage_page(&d);
}

void
stage_post(struct req *req, struct res *res)
{
	bool conclude = strcmp(req_text(req, "envoi"),
	    "garder") != 0;
	struct stage_form form = {
		.revision = field_int(&req->fields, "revision"),
		.comment = req_text(req, "commentaire") };
	struct stage_sheet *sheet;
	const char **verdicts;
	struct desk d;
	struct act act;
	size_t i;
	enum rc rc;

	if (!desk_open(&d, req, res))
		return;
	form.stage_id = d.app->stage_id;
	rc = stage_sheet_load(&sheet, req->db, req->mem, d.app->id,
	    form.stage_id);
	if (rc == RC_OK) {
		verdicts = MEM_ARRAY(req->mem, sheet->point_count + 1,
		    const char *);
		for (i = 0; i < sheet->point_count; i++) {
			const struct field *f = field_next(&req->fields, NULL,
			    point_name(req, sheet->points[i].key));

			if (f != NULL && (strcmp(f->raw, "yes") == 0 ||
			    strcmp(f->raw, "no") == 0))
				verdicts[i] = f->raw;
		}
		form.verdicts = verdicts;
		if (conclude)
			form.outcome = req_text(req, "issue");
		act = desk_act(&d);
		rc = stage_conclude(req->db, req->mem, d.app->id, &form, &act,
		    &d.why);
	}
	if (desk_check(&d, rc, stage_page))
		desk_done(&d, conclude ? "" : "/etape", conclude ?
		    _("Étape conclue.") : _("Points enregistrés."));
}

void
stage_move_post(struct req *req, struct res *res)
{
	struct desk d;
	struct act act;

	if (!desk_open(&d, req, res))
		return;
	act = desk_act(&d);
	if (desk_check(&d, stage_move(req->db, req->mem, d.app->id,
	    field_int(&req->fields, "revision"),
	    field_int(&req->fields, "etape"),
	    req_text(req, "motif"), &act, &d.why), stage_page))
		desk_done(&d, "", _("Le dossier a changé d’étape."));
}
