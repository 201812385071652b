/*
 * What a holder does after a deposit: writes to the service, says that a
 * correction is done, takes the application back.
 */
#include "config.h"

#include "fcgi/submission/pages.h"
#include "fcgi/submission/present.h"

#include <string.h>

#include "base/lang.h"
#include "domain/correction.h"
#include "domain/document.h"
#include "domain/message.h"
#include "domain/seen.h"
#include "web/upload.h"

/* Keep the bytes of a file for the thread and name its row. */
static enum rc
keep_file(struct req *req, const struct upload *u, struct message_join *join,
    struct problems *why)
{
	const struct form_field any = { .key = "fichier" };
	struct received r = { u->path, u->fd, u->sha256, u->size_bytes,
	    u->filename };
	const char *type = mem_strdup(req->mem, stored_file_type(u->fd));
	const char *refusal;
	enum rc rc;

	if (u->too_long)
		r.size_bytes = DOCUMENT_MAX + 1;
	refusal = document_refusal(req->mem, &any, &r, type);
	if (refusal == NULL)
		refusal = document_infection(req->db, req->mem, &r);
	if (refusal != NULL) {
		problem_add(why, "fichier", "%s", refusal);
		return RC_INVALID;
	}
	rc = stored_file_keep(req->db, req->mem, &r);
	if (rc == RC_OK)
		rc = db_write_begin(req->db);
	if (rc != RC_OK)
		return rc;
	join->file_id = stored_file_row(req->db, &r, type, req->now);
	join->name = document_name(req->mem, u->filename, type);
	return db_write_end(req->db, RC_OK);
}

void
message_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	struct message_join joins[MESSAGE_FILES];
	const struct upload *u = NULL;
	struct presentation p;
	struct act act;
	size_t n = 0;
	enum rc rc = presented_of(&p, req);

	while (rc == RC_OK && n < MESSAGE_FILES &&
	    (u = upload_next(req, u, "fichier")) != NULL)
		rc = keep_file(req, u, &joins[n++], &why);
	if (rc == RC_OK) {
		act = act_of(req, &p);
		rc = message_send(req->db, req->mem, p.app->id, SIDE_HOLDER,
		    field_raw(&req->fields, "message"), joins, n, &act, NULL,
		    &why);
	}
	if (rc == RC_OK)
		rc = seen_mark(req->db, p.app->id, req->person->id, req->now);
	if (rc == RC_OK)
		res_redirect_flash(res, mem_printf(req->mem, "%s#messages",
		    application_url(req, &p)), _("Votre message est envoyé."));
	else if (rc == RC_INVALID)
		application_show(&p, req, res, 422, NULL, &why);
	else
		res_error(res, rc);
}

void
message_file_get(struct req *req, struct res *res)
{
	struct message_file f;
	struct presentation p;
	enum rc rc = presented_of(&p, req);

	if (rc == RC_OK)
		rc = message_file_load(&f, req->db, req->mem, p.app->id,
		    req_id(req, "file"));
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_file(res, stored_file_name(req->mem, f.sha256), f.type,
		    f.name);
}

void
seen_post(struct req *req, struct res *res)
{
	struct presentation p;
	enum rc rc = presented_of(&p, req);

	if (rc == RC_OK)
		rc = seen_mark(req->db, p.app->id, req->person->id, req->now);
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect(res, mem_printf(req->mem, "%s#messages",
		    application_url(req, &p)));
}

/* The service's request needs no change, or was answered in a message. */
void
corrected_post(struct req *req, struct res *res)
{
	struct presentation p;
	struct act act;
	enum rc rc = presented_of(&p, req);

	if (rc == RC_OK) {
		act = act_of(req, &p);
		rc = correction_answer(req->db, req->mem, p.app->id, &act);
	}
	if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, application_url(req, &p),
		    _("Le service est prévenu que votre dossier peut être "
		    "examiné tel qu’il est."));
}

void
withdraw_get(struct req *req, struct res *res)
{
	struct presentation p;
	struct view *v;
	enum rc rc = presented_of(&p, req);

	if (rc == RC_OK && app_next(p.app->state, EVENT_WITHDRAW) < 0)
		rc = RC_NOT_FOUND;
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	v = res_page(res, _("Retirer la candidature"));
	view_text(v, M_DOSSIER_TITLE, p.element->title);
	view_text(v, M_DOSSIER_URL, page_url(req, "mes-projets/%s",
	    p.dossier->slug));
	view_text(v, M_CALL_TITLE, p.call->title);
	view_text(v, M_BACK_URL, application_url(req, &p));
	view_text(v, M_WITHDRAW_URL, mem_printf(req->mem, "%s/retirer",
	    application_url(req, &p)));
	view_text(v, M_REASON_VALUE, req_typed(req, "motif", ""));
	res_view(res, 200, "submission/withdraw.tpl");
}

void
withdraw_post(struct req *req, struct res *res)
{
	struct presentation p;
	struct act act;
	enum rc rc = presented_of(&p, req);

	if (rc == RC_OK) {
		act = act_of(req, &p);
		rc = application_withdraw(req->db, req->mem, p.app->id,
		    req_text(req, "motif"), &act);
	}
	if (rc == RC_CONFLICT)
		res_redirect_flash_kind(res, application_url(req, &p), "refuse",
		    _("Cette candidature est déjà décidée ou retirée."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else
		res_redirect_flash(res, application_url(req, &p),
		    _("Votre candidature est retirée. Votre dossier reste à "
		    "vous, complet."));
}
