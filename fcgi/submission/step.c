/*
 * A step of a dossier, or of the questions of a call: shown, and saved whole by
 * its button. One answer at a time is save.c.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/form_offer.h"
#include "fcgi/submission/sheet.h"

/* --- showing -------------------------------------------------------------- */

static const char *
rail_url(const void *arg, const struct form_step *step)
{
	return sheet_step_url(arg, step);
}

/* The step before or after, past those that are not asked; or NULL. */
static const struct form_step *
neighbour(const struct sheet *s, int way)
{
	ptrdiff_t i = s->step - s->form->steps + way;

	while (i >= 0 && (size_t)i < s->form->step_count) {
		if (answers_step_asked(s->answers, &s->form->steps[i]) !=
		    ASKED_NO)
			return &s->form->steps[i];
		i += way;
	}
	return NULL;
}

/* "Étape 3 sur 6", of the steps that are asked. */
static const char *
where_said(const struct sheet *s)
{
	int before = 0, all = 0;
	size_t i;

	for (i = 0; i < s->form->step_count; i++) {
		const struct form_step *step = &s->form->steps[i];

		if (step != s->step && answers_step_asked(s->answers, step) ==
		    ASKED_NO)
			continue;
		all++;
		before += step <= s->step;
	}
	return mem_printf(s->req->mem, _("Étape %d sur %d"), before, all);
}

/* Why a step has no question, or NULL. */
static const char *
empty_said(const struct sheet *s)
{
	switch (answers_step_asked(s->answers, s->step)) {
	case ASKED_YES:
		return NULL;
	case ASKED_NO:
		return _("Vos réponses aux autres étapes ne demandent rien "
		    "ici.");
	default:
		return _("Cette étape dépend de réponses que vous n’avez pas "
		    "encore données.");
	}
}

static void
show_errors(const struct sheet *s, struct view *page)
{
	struct view *list, *row;
	size_t i, n = 0;

	list = view_add(page, M_ERRORS_SHOWN);
	for (i = 0; i < s->step->count; i++) {
		const struct answer *a = &s->answers->of[s->step->first + i];
		const char *text = problem_get(&s->why, a->field->key);

		if (text == NULL)
			text = answer_error(s->answers, a);
		if (text == NULL)
			continue;
		n++;
		row = view_add(list, M_ERRORS);
		view_text(row, M_ERROR_HREF, mem_printf(s->req->mem, "#f-%s",
		    a->field->key));
		view_text(row, M_ERROR_LINE, mem_printf(s->req->mem, "%s — %s",
		    a->field->label, text));
	}
	view_text(list, M_ERRORS_TITLE, mem_printf(s->req->mem, ngettext(
	    "%d réponse est à corriger. Tout est enregistré comme vous l’avez "
	    "écrit.", "%d réponses sont à corriger. Tout est enregistré comme "
	    "vous l’avez écrit.", n), (int)n));
}

static bool
has_errors(const struct sheet *s)
{
	size_t i;

	for (i = 0; i < s->step->count; i++)
		if (answer_error(s->answers,
		    &s->answers->of[s->step->first + i]) != NULL)
			return true;
	return s->why.count > 0;
}

static bool
has_conflicts(const struct sheet *s)
{
	size_t i;

	for (i = 0; i < s->change_count; i++)
		if (s->changes[i].conflict || s->changes[i].refused)
			return true;
	return false;
}

/* When the last answer of the step was saved; without a script, the button does. */
static void
show_saved(const struct sheet *s, struct view *page)
{
	int64_t last = 0;
	size_t i;

	for (i = 0; i < s->step->count; i++)
		if (s->answers->of[s->step->first + i].saved_at > last)
			last = s->answers->of[s->step->first + i].saved_at;
	if (last == 0)
		view_show(page, M_SAVE_STATE_NEVER);
	view_text(page, M_SAVE_STATE_TEXT, last == 0 ? _("Le bouton enregistre "
	    "vos réponses.") : mem_printf(s->req->mem, _("Enregistré le %s"),
	    req_moment(s->req, last)));
}

/* At the head of the page, what somebody else changed meanwhile. */
static void
show_conflicts(const struct sheet *s, struct view *page)
{
	struct view *v = NULL, *row;
	unsigned long n = 0;
	size_t i;

	for (i = 0; i < s->change_count; i++) {
		if (!s->changes[i].conflict)
			continue;
		if (v == NULL)
			v = view_add(page, M_CONFLICTS);
		row = view_add(v, M_CONFLICT_FIELDS);
		view_text(row, M_CONFLICT_HREF, mem_printf(s->req->mem, "#f-%s",
		    s->changes[i].field->key));
		view_text(row, M_CONFLICT_LABEL, s->changes[i].field->label);
		n++;
	}
	if (v != NULL)
		view_text(v, M_CONFLICTS_TEXT, ngettext("Une réponse a été "
		    "changée ailleurs pendant que vous écriviez",
		    "Des réponses ont été changées ailleurs pendant que vous "
		    "écriviez", n));
}

static void
show_correction(const struct sheet *s, struct view *page)
{
	struct view *v;

	if (s->correction == NULL)
		return;
	v = view_add(page, M_CORRECTION);
	view_text(v, M_CORRECTION_TITLE, s->correction->due_on == NULL
	    ? _("Le service vous demande une correction")
	    : mem_printf(s->req->mem,
	    _("Le service vous demande une correction avant le %s"),
	    date_long_iso(s->req->mem, s->correction->due_on, s->req->lang)));
	view_text(v, M_CORRECTION_TEXT, s->correction->message);
	view_text(v, M_CORRECTION_URL, page_url(s->req,
	    "mes-projets/%s/relire", s->dossier->slug));
}

static void
show_step(struct sheet *s, struct res *res, int status)
{
	struct req *req = s->req;
	const struct form_step *previous = neighbour(s, -1);
	struct barrier *barriers;
	size_t n;
	struct view *v = res_page(res, mem_printf(req->mem, "%s, %s",
	    s->step->label, s->dossier->title));

	show_rail(req, v, s->answers, s->presentation != NULL
	    ? s->presentation->call->title : s->dossier->title, s->step,
	    rail_url, s);
	view_text(v, M_STEP_WHERE, where_said(s));
	view_optional(v, M_STEP_EMPTY, M_STEP_EMPTY_TEXT, empty_said(s));
	view_text(v, M_STEP_TITLE, s->step->label);
	view_text(v, M_DOSSIER_URL, s->home_url);
	view_text(v, M_DOSSIER_TITLE, s->dossier->title);
	view_optional(v, M_STEP_NOTICE, M_STEP_NOTICE_TEXT, s->step->intro);
	show_correction(s, v);
	/* Not through the form of another platform: it is nobody's draft. */
	if ((s->presentation == NULL || s->answers->application_id > 0) &&
	    form_offer_is(req->db, s->dossier->id,
	    s->answers->application_id))
		view_text(view_add(v, M_OFFERED), M_OFFERED_URL, mem_printf(
		    req->mem, "%s/formulaire", s->home_url));
	n = answers_barriers(&barriers, s->answers);
	sheet_show_barriers(v, barriers, n);
	if (status != 200 && has_errors(s))
		show_errors(s, v);
	show_conflicts(s, v);
	view_text(v, M_FORM_URL, s->url);
	view_text(v, M_AUTOSAVE_URL, mem_printf(req->mem, "%s/enregistrer",
	    s->url));
	view_int(v, M_REVISION, s->answers->revision);
	sheet_show_fields(s, v);
	view_text(v, M_NEXT_TEXT, neighbour(s, 1) != NULL
	    ? _("Enregistrer et continuer") : _("Enregistrer et relire"));
	show_saved(s, v);
	if (previous != NULL)
		view_text(view_add(v, M_PREVIOUS), M_PREVIOUS_URL,
		    sheet_step_url(s, previous));
	res_view(res, status, "submission/step.tpl");
}

void
step_get(struct req *req, struct res *res)
{
	struct sheet s;
	enum rc rc = sheet_load(&s, req);

	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	sheet_dress(&s);
	show_step(&s, res, 200);
}

/* --- saving ------------------------------------------------------------------- */

/* "Répondre autrement pour cet appel", "Reprendre la réponse du dossier". */
static enum rc
depart_or_rejoin(struct sheet *s, const char *depart, const char *rejoin)
{
	const struct form_field *f = form_field(s->form, depart != NULL
	    ? depart : rejoin);

	if (f == NULL)
		return RC_NOT_FOUND;
	if (depart != NULL)
		return answer_depart(s->answers, f, s->req->person,
		    s->req->now);
	sheet_leave_out(s, f);
	return answer_rejoin(s->answers, f, s->req->now);
}

/* Required questions of this step that the form had not shown. */
static int
opened(const struct sheet *s)
{
	int n = 0;
	size_t i;

	for (i = 0; i < s->step->count; i++) {
		const struct answer *a = &s->answers->of[s->step->first + i];

		n += a->field->visible_if != NULL && a->required &&
		    a->asked == ASKED_YES && !answer_is_given(a);
	}
	return n;
}

static void
go_on(const struct sheet *s, struct res *res, int before)
{
	const struct form_step *next = neighbour(s, 1);
	int after = opened(s);

	if (after > before) {
		res_redirect_flash_kind(res, s->url, "info", mem_printf(
		    s->req->mem, ngettext("Enregistré. Vos réponses ouvrent "
		    "%d question de plus, ci-dessous.", "Enregistré. Vos "
		    "réponses ouvrent %d questions de plus, ci-dessous.",
		    (unsigned long)(after - before)), after - before));
		return;
	}
	res_redirect(res, next != NULL ? sheet_step_url(s, next)
	    : s->presentation != NULL ? s->home_url
	    : page_url(s->req, "mes-projets/%s/relire", s->dossier->slug));
}

/* Back to the same place of the same step. */
static void
come_back(const struct sheet *s, struct res *res, const char *name,
    const char *plus)
{
	const char *key = name;
	size_t len;

	if (strncmp(key, "a.", 2) == 0)
		key += 2;
	len = strcspn(key, ".:");
	res_redirect(res, mem_printf(s->req->mem, "%s%s%s#f-%.*s", s->url,
	    plus == NULL ? "" : "?plus=", plus == NULL ? "" : plus, (int)len,
	    key));
}

void
step_post(struct req *req, struct res *res)
{
	const char *more = field_text(&req->fields, "_ajouter");
	const char *away = field_text(&req->fields, "_retirer");
	const char *reused = field_text(&req->fields, "_reprendre");
	const char *line = field_text(&req->fields, "_ligne");
	const char *depart = field_text(&req->fields, "_autrement");
	const char *rejoin = field_text(&req->fields, "_comme_le_dossier");
	struct sheet s;
	int before = 0;
	enum rc rc;

	rc = sheet_load(&s, req);
	if (rc == RC_OK && !sheet_is_open(&s))
		rc = RC_CONFLICT;
	if (rc == RC_OK) {
		sheet_dress(&s);
		before = opened(&s);
		sheet_collect(&s, NULL);
		if (line != NULL)
			sheet_move_item(&s, line);
		/* First, so that what is typed goes where it is meant to. */
		if (depart != NULL || rejoin != NULL)
			rc = depart_or_rejoin(&s, depart, rejoin);
	}
	if (rc == RC_OK) {
		rc = answers_save(s.answers, s.changes, s.change_count,
		    req->person, req->now);
	}
	if (rc == RC_OK)
		rc = sheet_join_files(&s);
	if (rc == RC_OK && away != NULL)
		rc = sheet_take_away(&s, away);
	if (rc == RC_OK && reused != NULL)
		rc = sheet_reuse(&s, reused);
	if (rc == RC_OK)
		rc = answers_reload(s.answers, req->now);
	if (rc != RC_OK)
		res_error(res, rc);
	else if (has_conflicts(&s))
		show_step(&s, res, 409);
	else if (reused != NULL && s.why.count == 0)
		come_back(&s, res, reused, NULL);
	else if (more != NULL || away != NULL || line != NULL)
		come_back(&s, res, more != NULL ? more : away != NULL ? away
		    : line, more);
	else if (depart != NULL || rejoin != NULL)
		come_back(&s, res, depart != NULL ? depart : rejoin, NULL);
	else if (has_errors(&s))
		show_step(&s, res, 422);
	else
		go_on(&s, res, before);
}
