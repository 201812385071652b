/*
 * A step of a dossier, or of the questions of a call: shown, saved whole by its
 * button, saved one answer at a time by autosave.js.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include <json.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "domain/money.h"
#include "fcgi/submission/sheet.h"
#include "web/upload.h"

#define TYPED_MAX	200000	/* bytes of one answer that are kept */

/* --- showing -------------------------------------------------------------- */

static const char *
rail_url(const void *arg, const struct form_step *step)
{
	return sheet_step_url(arg, step);
}

static const struct form_step *
neighbour(const struct sheet *s, int way)
{
	ptrdiff_t i = s->step - s->form->steps + way;

	return i < 0 || (size_t)i >= s->form->step_count ? NULL
	    : &s->form->steps[i];
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

static const char *
clock_text(const struct req *req, int64_t at)
{
	struct civil c;

	date_civil_in(&c, at, req->platform->time_zone);
	return mem_printf(req->mem, _("%02d h %02d"), c.hour, c.minute);
}

static const char *
saved_said(const struct sheet *s)
{
	int64_t last = 0;
	size_t i;

	for (i = 0; i < s->step->count; i++)
		if (s->answers->of[s->step->first + i].saved_at > last)
			last = s->answers->of[s->step->first + i].saved_at;
	if (last == 0)
		return _("Vos réponses s’enregistrent au fur et à mesure.");
	return mem_printf(s->req->mem, _("Enregistré le %s"), date_long_time(
	    s->req->mem, last, s->req->platform->time_zone, s->req->lang));
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
show_step(const struct sheet *s, struct res *res, int status)
{
	struct req *req = s->req;
	const struct form_step *previous = neighbour(s, -1);
	struct view *v = res_page(res, mem_printf(req->mem, "%s, %s",
	    s->step->label, s->dossier->title));

	show_rail(req, v, s->answers, s->presentation != NULL
	    ? s->presentation->call->title : s->dossier->title, s->step,
	    rail_url, s);
	view_text(v, M_STEP_WHERE, mem_printf(req->mem, _("Étape %d sur %d"),
	    (int)(s->step - s->form->steps) + 1, (int)s->form->step_count));
	view_text(v, M_STEP_TITLE, s->step->label);
	view_text(v, M_DOSSIER_URL, s->home_url);
	view_text(v, M_DOSSIER_TITLE, s->dossier->title);
	view_optional(v, M_STEP_NOTICE, M_STEP_NOTICE_TEXT, s->step->intro);
	show_correction(s, v);
	if (status != 200 && has_errors(s))
		show_errors(s, v);
	view_text(v, M_FORM_URL, s->url);
	view_text(v, M_AUTOSAVE_URL, mem_printf(req->mem, "%s/enregistrer",
	    s->url));
	view_int(v, M_REVISION, s->answers->revision);
	sheet_show_fields(s, v);
	view_text(v, M_NEXT_TEXT, neighbour(s, 1) != NULL
	    ? _("Enregistrer et continuer") : _("Enregistrer et relire"));
	view_text(v, M_SAVE_STATE_TEXT, saved_said(s));
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

	if (rc != RC_OK)
		res_error(res, rc);
	else
		show_step(&s, res, 200);
}

/* --- saving --------------------------------------------------------------- */

/* May the sheet still be changed? What is presented and closed may not. */
static bool
is_open(const struct sheet *s)
{
	return s->dossier->trashed_at == 0 && (s->presentation == NULL ||
	    presentation_may_submit(s->presentation, s->req->now));
}

static bool
is_too_long(const struct typed *typed)
{
	size_t n = 0;

	for (; typed != NULL; typed = typed->next)
		n += strlen(typed->text);
	return n > TYPED_MAX;
}

/* One change for each question that the form sent: its mark is there. */
static void
collect(struct sheet *s, const char *only)
{
	struct req *req = s->req;
	size_t i;

	s->changes = MEM_ARRAY(req->mem, s->step->count + 1, struct change);
	for (i = 0; i < s->step->count; i++) {
		const struct form_field *f = &s->form->fields[s->step->first + i];
		struct change *c = &s->changes[s->change_count];

		c->mark = param_get(&req->sent, mem_printf(req->mem, "b.%s",
		    f->key));
		if (only != NULL ? strcmp(only, f->key) != 0 : c->mark == NULL)
			continue;
		c->field = f;
		c->typed = typed_of(req->mem, &req->sent, f->key);
		c->refused = is_too_long(c->typed);
		s->change_count++;
	}
}

static struct received
received_of(const struct upload *u)
{
	return (struct received){ u->path, u->fd, u->sha256, u->size_bytes,
	    u->filename };
}

/* The document that a new file takes the place of, when only one may be. */
static const struct document *
replaced(const struct sheet *s, const struct form_field *f)
{
	size_t i;

	for (i = 0; f->has_max && f->max == 1 && i < s->documents.count; i++)
		if (strcmp(s->documents.rows[i].key, f->key) == 0)
			return &s->documents.rows[i];
	return NULL;
}

static enum rc
join_file(struct sheet *s, const struct form_field *f, const struct upload *u)
{
	const struct document *was = replaced(s, f);
	struct received r = received_of(u);
	enum rc rc;

	if (u->too_long)
		r.size_bytes = DOCUMENT_MAX + 1;
	rc = document_attach(s->req->db, s->req->mem, s->dossier->id, f, &r,
	    was == NULL ? 0 : was->id, s->req->person, s->req->now, &s->why);
	document_list(&s->documents, s->req->db, s->req->mem, s->dossier->id);
	return rc;
}

static enum rc
join_files(struct sheet *s)
{
	const struct upload *u;
	enum rc rc = RC_OK;
	size_t i;

	for (u = s->req->uploads; u != NULL && rc == RC_OK; u = u->next)
		for (i = 0; i < s->step->count; i++) {
			const struct form_field *f =
			    &s->form->fields[s->step->first + i];

			if (f->type != FORM_FILES ||
			    strcmp(u->field + 2, f->key) != 0)
				continue;
			rc = join_file(s, f, u);
			if (rc == RC_INVALID)
				rc = RC_OK;	/* said beside the field */
		}
	return rc;
}

/* "rib:12": take that document away from that question. */
static enum rc
take_away(struct sheet *s, const char *what)
{
	const char *colon = strchr(what, ':');

	if (colon == NULL)
		return RC_NOT_FOUND;
	return document_remove(s->req->db, s->req->mem, s->dossier->id,
	    mem_strndup(s->req->mem, what, (size_t)(colon - what)),
	    strtoll(colon + 1, NULL, 10), s->req->now);
}

static enum rc
reload(struct sheet *s)
{
	struct answers *a = s->answers;

	return answers_load(a, a->db, a->mem, a->form, a->platform,
	    a->dossier_id, a->application_id);
}

/* Required questions of this step that the form had not shown. */
static int
opened(const struct sheet *s)
{
	int n = 0;
	size_t i;

	for (i = 0; i < s->step->count; i++) {
		const struct answer *a = &s->answers->of[s->step->first + i];

		n += a->field->visible_if != NULL && a->field->required &&
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
	struct sheet s;
	int before = 0;
	enum rc rc;

	rc = sheet_load(&s, req);
	if (rc == RC_OK && !is_open(&s))
		rc = RC_CONFLICT;
	if (rc == RC_OK) {
		before = opened(&s);
		collect(&s, NULL);
		rc = answers_save(s.answers, s.changes, s.change_count,
		    req->person, req->now);
	}
	if (rc == RC_OK)
		rc = join_files(&s);
	if (rc == RC_OK && away != NULL)
		rc = take_away(&s, away);
	if (rc == RC_OK)
		rc = reload(&s);
	if (rc != RC_OK)
		res_error(res, rc);
	else if (has_conflicts(&s))
		show_step(&s, res, 409);
	else if (more != NULL || away != NULL)
		come_back(&s, res, more != NULL ? more : away, more);
	else if (has_errors(&s))
		show_step(&s, res, 422);
	else
		go_on(&s, res, before);
}

/* --- one answer, for autosave.js ------------------------------------------ */

static struct json_object *
save_answer(const struct sheet *s, const struct answer *a)
{
	struct json_object *o = json_object_new_object();
	struct progress p;

	answers_progress(&p, s->answers, NULL);
	json_put_text(o, "saved_at", clock_text(s->req, s->req->now));
	json_put_int(o, "revision", s->answers->revision);
	json_put_text(o, "mark", answer_mark(s->req->mem, a));
	json_put_text(o, "answered", answered_said(s->req, &p));
	json_put_int(o, "percent", money_percent(p.answered, p.asked));
	return o;
}

static void
save_reply(const struct sheet *s, struct res *res)
{
	const struct change *c = &s->changes[0];
	const struct answer *a = &s->answers->of[c->field->index];
	struct json_object *o = save_answer(s, a);
	const char *error = answer_error(s->answers, a);

	if (c->refused)
		error = _("Cette réponse est trop longue pour être enregistrée. "
		    "Raccourcissez-la.");
	if (c->conflict) {
		json_put_text(o, "other", a->typed != NULL
		    ? typed_get(a->typed, "") : value_text(s->answers,
		    a->field, &a->value));
		res_json(res, 409, o);
		return;
	}
	if (error != NULL)
		json_put_text(o, "error", error);
	res_json(res, error != NULL ? 422 : 200, o);
}

void
save_post(struct req *req, struct res *res)
{
	const char *name = field_text(&req->fields, "champ");
	struct sheet s;
	enum rc rc;

	rc = sheet_load(&s, req);
	if (rc == RC_OK && !is_open(&s))
		rc = RC_CONFLICT;
	if (rc == RC_OK) {
		collect(&s, name != NULL && strncmp(name, "a.", 2) == 0
		    ? name + 2 : "");
		rc = s.change_count == 1 ? answers_save(s.answers, s.changes,
		    1, req->person, req->now) : RC_INVALID;
	}
	if (rc != RC_OK)
		res_error(res, rc);
	else
		save_reply(&s, res);
}

/* --- one file, for upload.js ---------------------------------------------- */

static void
file_reply(const struct sheet *s, struct res *res, const struct form_field *f,
    bool replaces)
{
	struct json_object *o = json_object_new_object();
	const struct document *d = NULL;
	size_t i;

	for (i = 0; i < s->documents.count; i++)
		if (strcmp(s->documents.rows[i].key, f->key) == 0 &&
		    (d == NULL || s->documents.rows[i].version_id >
		    d->version_id))
			d = &s->documents.rows[i];
	if (d != NULL) {
		json_put_text(o, "url", page_url(s->req,
		    "mes-projets/%s/pieces/%s", s->dossier->slug,
		    mem_printf(s->req->mem, "%lld", (long long)d->version_id)));
		json_put_text(o, "name", d->name);
		json_put_text(o, "meta", mem_printf(s->req->mem, "%s, %s",
		    document_type_label(d->type), document_size_label(
		    s->req->mem, d->size_bytes)));
		json_put_bool(o, "replaces", replaces);
	}
	res_json(res, 200, o);
}

void
file_post(struct req *req, struct res *res)
{
	const struct upload *u = req->uploads;
	const struct form_field *f = NULL;
	struct json_object *o;
	struct sheet s;
	bool replaces = false;
	enum rc rc;

	rc = sheet_load(&s, req);
	if (rc == RC_OK && !is_open(&s))
		rc = RC_CONFLICT;
	if (rc == RC_OK) {
		f = u == NULL ? NULL : form_field(s.form, u->field + 2);
		rc = f == NULL || f->type != FORM_FILES ? RC_INVALID : RC_OK;
	}
	if (rc == RC_OK) {
		replaces = replaced(&s, f) != NULL;
		rc = join_file(&s, f, u);
	}
	if (rc == RC_OK)
		file_reply(&s, res, f, replaces);
	else if (rc == RC_INVALID && s.why.first != NULL) {
		o = json_object_new_object();
		json_put_text(o, "error", s.why.first->text);
		res_json(res, 422, o);
	} else
		res_error(res, rc);
}
