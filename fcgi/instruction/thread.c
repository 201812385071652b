/*
 * The thread with the holder, its files, opinions asked, conflicts of interest.
 */
#include "config.h"

#include "fcgi/instruction/pages.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/conflict.h"
#include "domain/document.h"
#include "domain/message.h"
#include "domain/stored_file.h"
#include "fcgi/instruction/desk.h"
#include "web/ask.h"
#include "web/upload.h"

/* --- messages ------------------------------------------------------------------ */

static void
show_message(struct view *v, const struct desk *d, const struct message *m)
{
	const struct req *req = d->req;
	struct view *row = view_add(v, M_MESSAGES), *file, *state;
	size_t i;

	view_int(row, M_MESSAGE_ID, m->id);
	view_text(row, M_MESSAGE_AUTHOR, *m->author != '\0' ? m->author :
	    _("Compte fermé"));
	view_text(row, M_MESSAGE_ROLE, m->side == SIDE_HOLDER ?
	    _("porteur") : _("service"));
	view_text(row, M_MESSAGE_ISO, date_rfc3339(req->mem, m->sent_at));
	view_text(row, M_MESSAGE_DATE, req_moment(req, m->sent_at));
	view_text(row, M_MESSAGE_BODY, m->body);
	if (m->side == SIDE_SERVICE)
		view_show(row, M_MESSAGE_MINE);
	else if (m->id > d->seen.message_id)
		view_show(row, M_MESSAGE_NEW);
	if (m->file_count > 0)
		view_show(row, M_MESSAGE_FILES_SHOWN);
	for (i = 0; i < m->file_count; i++) {
		const struct message_file *f = &m->files[i];

		file = view_add(row, M_MESSAGE_FILES);
		view_text(file, M_FILE_URL, page_url(req,
		    "instruction/%s/echanges/%lld", d->app->number,
		    (long long)f->file_id));
		view_text(file, M_FILE_NAME, f->name);
		view_text(file, M_FILE_META, document_size_label(req->mem,
		    f->size_bytes));
		if (f->infected) {
			state = view_add(file, M_FILE_STATE);
			view_text(state, M_FILE_STATE_KIND, "refuse");
			view_text(state, M_FILE_STATE_TEXT,
			    _("fichier dangereux, bloqué"));
		}
	}
}

static void
thread_page(struct desk *d)
{
	struct view *v = desk_page(d, TAB_THREAD, _("Échanges")), *reply;
	struct req *req = d->req;
	struct messages all;
	const char *problem;
	size_t i;

	if (message_list(&all, req->db, req->mem, d->app->id) != RC_OK)
		all.count = 0;
	if (all.count == 0)
		view_show(v, M_THREAD_EMPTY);
	else if (all.earlier > 0)
		view_text(view_add(v, M_THREAD_EARLIER),
		    M_THREAD_EARLIER_TEXT, mem_printf(req->mem,
		    ngettext("%zu message plus ancien n’est pas affiché.",
		    "%zu messages plus anciens ne sont pas affichés.",
		    (unsigned long)all.earlier), all.earlier));
	for (i = 0; i < all.count; i++)
		show_message(v, d, &all.rows[i]);
	d->writes = d->instruct;
	if (d->instruct) {
		reply = view_add(v, M_REPLY);
		desk_form(d, reply, "/echanges");
		view_text(reply, M_REPLY_URL, queue_asked_url(req, &d->asked,
		    page_url(req, "instruction/%s/echanges",
		    d->app->number)));
		view_text(reply, M_REPLY_VALUE, req_typed(req, "message", ""));
		view_text(reply, M_REPLY_HINT, _("Le porteur le lit dans son "
		    "dossier et reçoit un courriel. Fichiers : 20 Mo au "
		    "plus."));
		problem = problem_get(&d->why, "message");
		if (problem == NULL)
			problem = problem_get(&d->why, "fichier");
		view_optional(reply, M_REPLY_ERROR, M_REPLY_ERROR_TEXT,
		    problem);
	}
	desk_show(d, "instruction/thread.tpl");
}

void
thread_get(struct req *req, struct res *res)
{
	struct desk d;

	if (desk_open(&d, req, res))
		thread_page(&d);
}

/* Put the files received where they stay; their rows. */
static enum rc
keep_files(struct desk *d, struct message_join *joined, size_t *n)
{
	static const struct form_field any = { .key = "fichier" };
	const struct upload *u = NULL;
	const char *type, *refusal;
	struct req *req = d->req;
	enum rc rc;

	while ((u = upload_next(req, u, "fichier")) != NULL) {
		struct received file = { .path = u->path, .fd = u->fd,
		    .sha256 = u->sha256, .size_bytes = u->size_bytes,
		    .name = u->filename };

		if (u->size_bytes == 0 && !u->too_long)
			continue;
		if (u->too_long || u->size_bytes > MESSAGE_FILE_MAX) {
			problem_add(&d->why, "fichier", _("« %s » dépasse "
			    "20 Mo."), u->filename);
			return RC_INVALID;
		}
		if (*n == MESSAGE_FILES) {
			problem_add(&d->why, "fichier", "%s",
			    _("Joignez au plus cinq fichiers."));
			return RC_INVALID;
		}
		type = mem_strdup(req->mem, stored_file_type(u->fd));
		refusal = document_refusal(req->mem, &any, &file, type);
		if (refusal == NULL)
			refusal = document_infection(req->db, req->mem, &file);
		if (refusal != NULL) {
			problem_add(&d->why, "fichier", "%s", refusal);
			return RC_INVALID;
		}
		rc = stored_file_keep(req->db, req->mem, &file);
		if (rc == RC_OK)
			rc = db_write_begin(req->db);
		if (rc != RC_OK)
			return rc;
		joined[*n].file_id = stored_file_row(req->db, &file, type,
		    req->now);
		joined[*n].name = document_name(req->mem, u->filename, type);
		rc = db_write_commit(req->db);
		if (rc != RC_OK)
			return rc;
		(*n)++;
	}
	return RC_OK;
}

void
thread_post(struct req *req, struct res *res)
{
	struct message_join joined[MESSAGE_FILES];
	const char *body = req_text(req, "message");
	struct desk d;
	struct act act;
	size_t n = 0;
	enum rc rc;

	if (!desk_open(&d, req, res))
		return;
	if (text_blank(body)) {
		problem_add(&d.why, "message", "%s",
		    _("Écrivez votre message."));
		rc = RC_INVALID;
	} else
		rc = keep_files(&d, joined, &n);
	if (rc == RC_OK) {
		act = desk_act(&d);
		rc = message_send(req->db, req->mem, d.app->id, SIDE_SERVICE,
		    body, joined, n, &act, NULL, &d.why);
	}
	if (desk_check(&d, rc, thread_page))
		desk_done(&d, "/echanges", _("Message envoyé."));
}

void
thread_file_get(struct req *req, struct res *res)
{
	struct message_file f;
	enum rc rc = message_file_load(&f, req->db, req->mem, req->object.id,
	    req_id(req, "file"));

	if (rc == RC_OK && f.infected)
		rc = RC_DENIED;
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_file(res, mem_printf(req->mem, "%.2s/%s", f.sha256,
		    f.sha256), f.type, f.name);
}

/* --- conflicts of interest -------------------------------------------------------- */

static const char *
kind_said(const char *kind)
{
	static const struct { const char *kind, *text; } words[] = {
		{ "declared", N_("déclaré") },
		{ "holder", N_("porte le projet") },
		{ "collaborator", N_("participe au dossier") },
		{ "organisation", N_("membre de la structure porteuse") },
	};
	size_t i;

	for (i = 0; i < 4; i++) {
		if (strcmp(words[i].kind, kind) == 0)
			return _(words[i].text);
	}
	return kind;
}

static void
show_known(struct view *v, struct desk *d)
{
	struct view *list = NULL, *row, *lift;
	struct conflict *c;

	if (conflict_list(&c, d->req->db, d->req->mem, d->app->id) != RC_OK)
		return;
	for (; c != NULL; c = c->next) {
		if (list == NULL) {
			list = view_add(v, M_LISTED);
			view_text(list, M_LISTED_TITLE,
			    _("Personnes écartées de ce dossier"));
		}
		row = view_add(list, M_LISTED_ROWS);
		view_text(row, M_LISTED_HEAD, c->person_name);
		view_text(row, M_LISTED_META, kind_said(c->kind));
		view_text(row, M_LISTED_TEXT, c->note);
		if (strcmp(c->kind, "declared") == 0) {
			lift = view_add(row, M_LISTED_ACT);
			desk_form(d, lift, "/conflit/lever");
			view_text(lift, M_LISTED_NAME, "personne");
			view_int(lift, M_LISTED_VALUE, c->person_id);
			view_text(lift, M_LISTED_ACT_TEXT,
			    _("Lever ce conflit, déclaré par erreur"));
		}
	}
}

static void
conflict_page(struct desk *d)
{
	struct view *v = desk_page(d, TAB_DOSSIER, _("Conflit d’intérêts"));
	struct ask form = { .req = d->req, .view = view_add(v, M_WORK_FORM),
	    .why = &d->why };
	struct view *b, *field;

	view_text(v, M_FORM_TITLE, _("Déclarer un conflit d’intérêts"));
	view_text(view_add(v, M_FORM_LEAD), M_FORM_LEAD_TEXT,
	    _("Vous ne verrez plus ce dossier : ni dans la liste, ni dans la "
	    "recherche, ni par son adresse. Votre avis, s’il y en a un, est "
	    "retiré. Le journal public dit qu’un membre s’est écarté, sans le "
	    "nommer."));
	desk_form(d, form.view, "/conflit");
	field = ask_lines(&form, "motif", _("Quel est ce lien ?"),
	    _("Seul le service le lit."), "", 3);
	ask_optional(field);
	b = view_add(form.view, M_FORM_BUTTONS);
	view_text(b, M_BUTTON_TEXT, _("Je m’écarte de ce dossier"));
	if (d->instruct || d->decide)
		show_known(v, d);
	desk_show_form(d, "instruction/form.tpl");
}

void
conflict_get(struct req *req, struct res *res)
{
	struct desk d;

	if (desk_open(&d, req, res))
		conflict_page(&d);
}

void
conflict_post(struct req *req, struct res *res)
{
	struct desk d;

	if (!desk_open(&d, req, res))
		return;
	if (desk_check(&d, conflict_declare(req->db, req->mem, d.app->id,
	    req->person->id, req_text(req, "motif"),
	    req->person, req->now, &d.why), conflict_page))
		res_redirect_flash(res, queue_asked_url(req, &d.asked,
		    page_url(req, "instruction")),
		    _("Vous êtes écarté de ce dossier. Merci."));
}

void
conflict_lift_post(struct req *req, struct res *res)
{
	struct desk d;

	if (!desk_open(&d, req, res))
		return;
	if (desk_check(&d, conflict_lift(req->db, d.app->id,
	    field_int(&req->fields, "personne"), req->person, req->now),
	    conflict_page))
		desk_done(&d, "/conflit", _("Conflit levé."));
}
