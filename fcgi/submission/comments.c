/*
 * The comments of a dossier: its team speaks of a question, in threads.
 * No service comes here: the right is that of who is on the dossier.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include "base/date.h"
#include "base/lang.h"
#include "domain/comment.h"
#include "fcgi/submission/sheet.h"

static const char *
here(const struct req *req)
{
	return page_url(req, "mes-projets/%s/commentaires",
	    req_param(req, "slug"));
}

/* What a thread is about: the question, and where it is answered. */
static void
show_about(const struct filed *filed, struct view *v, const char *key)
{
	const struct form *form = filed->answers.form;
	const struct form_field *f = *key == '\0' ? NULL
	    : form_field(form, key);

	view_text(v, M_COMMENT_ABOUT, f == NULL ? *key == '\0'
	    ? _("Le dossier dans son ensemble") : key : f->label);
	if (f != NULL)
		view_text(view_add(v, M_COMMENT_WHERE), M_COMMENT_URL,
		    mem_printf(filed->req->mem, "%s#f-%s", filed_step_url(filed,
		    &form->steps[f->step]), key));
}

static void
show_words(const struct req *req, struct view *v, const struct comment *c)
{
	view_int(v, M_COMMENT_ID, c->id);
	view_text(v, M_COMMENT_AUTHOR, *c->author == '\0'
	    ? _("Compte fermé") : c->author);
	view_text(v, M_COMMENT_ISO, date_rfc3339(req->mem, c->written_at));
	view_text(v, M_COMMENT_DATE, req_moment(req, c->written_at));
	view_text(v, M_COMMENT_BODY, c->body);
}

static void
show_threads(const struct filed *filed, struct view *page)
{
	const struct req *req = filed->req;
	struct comment *list;
	size_t n = comment_list(&list, req->db, req->mem, filed->dossier->id);
	struct view *thread = NULL, *v;
	size_t i;

	if (n == 0)
		view_show(page, M_COMMENTS_NONE);
	for (i = 0; i < n; i++) {
		const struct comment *c = &list[i];

		if (c->parent_id != 0) {
			if (thread != NULL)
				show_words(req, view_add(thread,
				    M_COMMENT_REPLIES), c);
			continue;
		}
		thread = view_add(page, M_COMMENT_THREADS);
		show_about(filed, thread, c->key);
		show_words(req, thread, c);
		v = view_add(thread, c->closed_at != 0 ? M_COMMENT_SETTLED
		    : M_COMMENT_OPEN);
		view_text(v, M_COMMENTS_URL, here(req));
	}
}

static void
show(struct req *req, struct res *res, const struct problems *why)
{
	const char *key = req_text(req, "question");
	int64_t thread = field_int(&req->fields, "fil");
	const char *typed = req_typed(req, "texte", "");
	struct filed filed;
	struct view *v, *form;
	enum rc rc = filed_load(&filed, req);

	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	v = res_page(res, mem_printf(req->mem, _("Commentaires, %s"),
	    filed.dossier->title));
	view_text(v, M_DOSSIER_TITLE, filed.dossier->title);
	view_text(v, M_DOSSIER_URL, page_url(req, "mes-projets/%s",
	    filed.dossier->slug));
	show_threads(&filed, v);
	form = view_add(v, M_COMMENT_NEW);
	view_text(form, M_COMMENTS_URL, here(req));
	view_text(form, M_COMMENT_KEY, key);
	view_int(form, M_COMMENT_THREAD, thread);
	show_about(&filed, form, key);
	view_text(form, M_COMMENT_TYPED, typed);
	view_optional(form, M_COMMENT_ERROR, M_COMMENT_ERROR_TEXT,
	    why == NULL ? NULL : problem_get(why, "texte"));
	res_view(res, why == NULL ? 200 : 422, "submission/comments.tpl");
}

void
comments_get(struct req *req, struct res *res)
{
	show(req, res, NULL);
}

void
comments_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	int64_t settled = field_int(&req->fields, "regle");
	enum rc rc;

	rc = settled != 0 ? comment_close(req->db, req->object.dossier_id,
	    settled, req->person, req->now)
	    : comment_add(req->db, req->mem, req->object.dossier_id,
	    req_text(req, "question"),
	    field_int(&req->fields, "fil"), field_raw(&req->fields, "texte"),
	    req->person, req->now, &why);
	if (rc == RC_OK)
		res_redirect_flash(res, here(req), settled != 0
		    ? _("Ce fil est réglé.") : _("Commentaire ajouté."));
	else if (rc == RC_INVALID)
		show(req, res, &why);
	else
		res_error(res, rc);
}
