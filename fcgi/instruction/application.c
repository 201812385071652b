/*
 * One application to read: its answers, documents; taking it, giving it to a
 * colleague, saying that it was seen. Its journal is application_journal.c's.
 */
#include "config.h"

#include "fcgi/instruction/pages.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/correction.h"
#include "domain/instruct.h"
#include "domain/stage.h"
#include "fcgi/instruction/answers.h"
#include "fcgi/instruction/desk.h"
#include "web/ask.h"

/* --- answers --------------------------------------------------------------------- */

static const char *
asked_about(const struct correction *c, const char *key)
{
	size_t i;

	for (i = 0; c != NULL && i < c->field_count; i++) {
		if (strcmp(c->fields[i].key, key) == 0)
			return *c->fields[i].note != '\0' ?
			    c->fields[i].note :
			    correction_reason_label(c->reason);
	}
	return NULL;
}

/* The documents stand before the answers, so that both are in view. */
static void
show_files_top(struct view *v, const struct desk *d,
    const struct shown_file *files, size_t n)
{
	struct view *top;
	size_t i;

	if (n == 0)
		return;
	top = view_add(v, M_FILES_TOP);
	view_text(top, M_FILES_TOP_TEXT, mem_printf(d->req->mem,
	    ngettext("%zu pièce jointe", "%zu pièces jointes",
	    (unsigned long)n), n));
	for (i = 0; i < n; i++)
		show_file(top, d->req, d->app, &files[i]);
}

static void
show_answers(struct view *v, const struct desk *d, const struct shown *shown,
    const struct correction *open)
{
	struct view *part = NULL, *row;
	struct shown_file *files;
	size_t i, k, n = shown_files(&files, d->req, d->app);
	bool has;

	show_files_top(v, d, files, n);
	for (i = 0; i < shown->count; i++) {
		const struct shown_answer *a = &shown->rows[i];

		if (part == NULL || a->part != shown->rows[i - 1].part) {
			part = view_add(v, M_ANSWER_PARTS);
			view_text(part, M_ANSWER_PART_NAME, a->part);
		}
		row = view_add(part, M_ANSWERS);
		view_text(row, M_ANSWER_KEY, a->key);
		view_text(row, M_ANSWER_NAME, a->label);
		show_answer_value(row, d->req, a);
		if (a->private)
			view_show(row, M_ANSWER_PRIVATE);
		if (a->changed)
			view_show(row, M_ANSWER_NEW);
		view_optional(row, M_ANSWER_BEFORE, M_ANSWER_BEFORE_TEXT,
		    a->before);
		view_optional(row, M_ANSWER_ASKED, M_ANSWER_ASKED_TEXT,
		    asked_about(open, a->key));
		for (k = 0, has = false; k < n; k++) {
			if (strcmp(files[k].key, a->key) != 0)
				continue;
			if (!has)
				view_show(row, M_ANSWER_FILES_SHOWN);
			has = true;
			show_file(row, d->req, d->app, &files[k]);
		}
	}
}

static void
show_correction(struct view *v, const struct desk *d,
    const struct correction *c)
{
	const struct req *req = d->req;
	struct view *row = view_add(v, M_CORRECTION_SHOWN);

	view_text(row, M_CORRECTION_TITLE, mem_printf(req->mem, "%s : %s",
	    _("Correction demandée"), correction_reason_label(c->reason)));
	view_text(row, M_CORRECTION_MESSAGE, c->message);
	view_text(row, M_CORRECTION_META, c->due_on == NULL ?
	    mem_printf(req->mem, _("Demandée le %s par %s"),
	    req_day(req, c->asked_at), c->asked_by) :
	    mem_printf(req->mem, _("Demandée le %s par %s, réponse attendue "
	    "avant le %s"), req_day(req, c->asked_at), c->asked_by,
	    date_long_iso(req->mem, c->due_on, req->lang)));
}

static void
show_changes(struct view *v, const struct desk *d, const struct shown *shown,
    bool all)
{
	struct view *row, *link;

	if (shown->changed > 0 || all) {
		row = view_add(v, M_CHANGES);
		view_text(row, M_CHANGES_TEXT, shown->changed == 0 ?
		    _("rien n’a changé dans les réponses") :
		    mem_printf(d->req->mem, ngettext("%zu réponse changée",
		    "%zu réponses changées", (unsigned long)shown->changed),
		    shown->changed));
	} else if (shown->number > 1) {
		row = view_add(v, M_CHANGES);
		view_text(row, M_CHANGES_TEXT, mem_printf(d->req->mem,
		    _("dépôt n° %lld"), (long long)shown->number));
	} else
		return;
	if (shown->number > 1 && !all) {
		const char *query = queue_asked_query(d->req, &d->asked);

		link = view_add(row, M_CHANGES_ALL);
		view_text(link, M_CHANGES_URL, mem_printf(d->req->mem,
		    "%s?%s%scompare=%lld", page_url(d->req, "instruction/%s",
		    d->app->number), query, *query == '\0' ? "" : "&",
		    (long long)shown->number - 1));
		view_text(link, M_CHANGES_URL_TEXT,
		    _("Comparer au dépôt précédent"));
	}
}

void
application_get(struct req *req, struct res *res)
{
	struct correction *open = NULL;
	struct shown shown;
	struct desk d;
	struct view *v;
	int64_t compare = field_int(&req->fields, "compare");

	if (!desk_open(&d, req, res))
		return;
	v = desk_page(&d, TAB_DOSSIER, NULL);
	if (d.app->correction_open && correction_open(&open, req->db,
	    req->mem, d.app->id) == RC_OK)
		show_correction(v, &d, open);
	if (shown_load(&shown, req, d.app) == RC_OK) {
		shown_compare(&shown, req, d.app, compare != 0 ? compare :
		    d.seen.snapshot_number);
		view_text(v, M_SHOWN_SAID, mem_printf(req->mem,
		    _("Dossier tel que présenté le %s. Empreinte %.12s…"),
		    req_moment(req, shown.taken_at), shown.sha256));
		view_text(v, M_SHOWN_FORMS, mem_printf(req->mem,
		    _("Réponses à : %s."), shown.forms));
		show_changes(v, &d, &shown, compare != 0);
		show_answers(v, &d, &shown, open);
	} else
		view_show(v, M_NOT_PRESENTED);
	desk_show(&d, "instruction/dossier.tpl");
}

/* --- files ------------------------------------------------------------------------- */

void
files_get(struct req *req, struct res *res)
{
	struct shown_file *files;
	struct shown shown;
	struct desk d;
	struct view *v, *part = NULL;
	const char *name;
	size_t i, k, n;

	if (!desk_open(&d, req, res))
		return;
	v = desk_page(&d, TAB_FILES, _("Pièces"));
	n = shown_files(&files, req, d.app);
	if (shown_load(&shown, req, d.app) != RC_OK)
		shown.count = 0;
	for (i = 0; i < n; i++) {
		if (part == NULL || strcmp(files[i].key,
		    files[i - 1].key) != 0) {
			name = files[i].label;
			for (k = 0; k < shown.count; k++) {
				if (strcmp(shown.rows[k].key,
				    files[i].key) == 0)
					name = shown.rows[k].label;
			}
			part = view_add(v, M_FILE_PARTS);
			view_text(part, M_FILE_PART_NAME, name);
		}
		show_file(part, req, d.app, &files[i]);
	}
	if (n == 0)
		view_show(v, M_NO_FILES);
	desk_show(&d, "instruction/files.tpl");
}

void
file_get(struct req *req, struct res *res)
{
	struct stmt *s = db_query(req->db, Q_DESK_FILE,
	    I(application, req->object.id),
	    I(version, req_id(req, "version")));
	const char *name, *type, *sha256;

	if (!stmt_step(s)) {
		res_error(res, RC_NOT_FOUND);
		return;
	}
	name = stmt_str(s, req->mem, "name");
	type = stmt_str(s, req->mem, "type");
	sha256 = stmt_str(s, req->mem, "sha256");
	if (!stmt_null(s, "infected"))
		sha256 = NULL;
	stmt_done(s);
	if (sha256 == NULL)
		res_error(res, RC_DENIED);
	else
		res_file(res, mem_printf(req->mem, "%.2s/%s", sha256, sha256),
		    type, name);
}

/* --- taking, giving, seeing ----------------------------------------------------- */

static void
dossier_page(struct desk *d)
{
	desk_page(d, TAB_DOSSIER, NULL);
	desk_show(d, "instruction/dossier.tpl");
}

void
take_post(struct req *req, struct res *res)
{
	struct desk d;
	struct act act;

	if (!desk_open(&d, req, res))
		return;
	act = desk_act(&d);
	if (desk_check(&d, instruct_take(req->db, req->mem, d.app->id,
	    field_int(&req->fields, "revision"), &act), dossier_page))
		desk_done(&d, "", _("Dossier pris en instruction. Son porteur "
		    "est prévenu."));
}

static void
charge_page(struct desk *d)
{
	struct req *req = d->req;
	struct view *v = desk_page(d, TAB_DOSSIER, _("Suivi"));
	struct ask form = { .req = req, .view = NULL,
	    .why = &d->why };
	struct agents agents;
	struct view *field, *b;
	size_t i;

	view_text(v, M_FORM_TITLE, _("Qui suit ce dossier ?"));
	view_text(view_add(v, M_FORM_LEAD), M_FORM_LEAD_TEXT,
	    _("Cette personne reçoit les messages du porteur."));
	form.view = view_add(v, M_WORK_FORM);
	desk_form(d, form.view, "/suivi");
	field = ask_select(&form, "agent", _("Suivi par"), NULL);
	ask_nothing(field, _("Personne"));
	if (instruct_agents(&agents, req->db, req->mem, req->platform->id,
	    d->app->call_id, req->now) != RC_OK)
		agents.count = 0;
	for (i = 0; i < agents.count; i++)
		ask_choice(&form, field, "agent", mem_printf(req->mem, "%lld",
		    (long long)agents.rows[i].id), agents.rows[i].name, NULL,
		    agents.rows[i].id == d->app->agent_id);
	b = view_add(form.view, M_FORM_BUTTONS);
	view_text(b, M_BUTTON_TEXT, _("Enregistrer"));
	desk_show_form(d, "instruction/form.tpl");
}

void
charge_get(struct req *req, struct res *res)
{
	struct desk d;

	if (desk_open(&d, req, res))
		charge_page(&d);
}

void
charge_post(struct req *req, struct res *res)
{
	struct desk d;
	struct act act;

	if (!desk_open(&d, req, res))
		return;
	act = desk_act(&d);
	if (desk_check(&d, instruct_assign(req->db, req->mem, d.app->id,
	    field_int(&req->fields, "agent"), &act), charge_page))
		desk_done(&d, "", _("Suivi enregistré."));
}

/* From the module, once the page is before the reader's eyes; or by hand. */
void
seen_post(struct req *req, struct res *res)
{
	enum rc rc = seen_mark(req->db, req->object.id, req->person->id,
	    req->now);
	struct asked asked;

	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	queue_asked(&asked, req);
	res_redirect(res, queue_asked_url(req, &asked, page_url(req,
	    "instruction/%s", req_param(req, "number"))));
}
