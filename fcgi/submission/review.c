/*
 * The whole dossier read again: every answer, what is missing, where to go on.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include <string.h>

#include "base/lang.h"
#include "domain/support.h"
#include "fcgi/submission/sheet.h"
#include "web/markdown.h"

static const char *
answer_said(const struct answers *a, const struct answer *answer,
    const struct documents *documents)
{
	const char *text = "";
	size_t i;

	if (answer->field->type != FORM_FILES)
		return answer->typed != NULL ? typed_get(answer->typed, "")
		    : value_text(a, answer->field, &answer->value);
	for (i = 0; i < documents->count; i++)
		if (strcmp(documents->rows[i].key, answer->field->key) == 0)
			text = mem_printf(a->mem, "%s%s%s", text,
			    *text == '\0' ? "" : "\n",
			    documents->rows[i].name);
	return text;
}

/* A long text as its Markdown; the rest in words. */
static void
show_said(const struct answers *a, struct view *row,
    const struct answer *answer, const char *said)
{
	if (said == NULL || *said == '\0')
		said = _("Pas de réponse");
	else if (answer->field->type == FORM_LONG_TEXT && answer->value.given) {
		view_text(view_add(row, M_ANSWER_RICH), M_ANSWER_HTML,
		    markdown_typed(a->mem, said, 3));
		return;
	}
	view_text(view_add(row, M_ANSWER_PLAIN), M_ANSWER_VALUE, said);
}

/* The files of an answer, to open. */
static void
show_answer_files(const struct filed *filed, struct view *row,
    const struct answer *answer, const struct documents *documents)
{
	struct view *list = NULL, *file;
	const struct req *req = filed->req;
	size_t i;

	for (i = 0; i < documents->count; i++) {
		const struct document *d = &documents->rows[i];

		if (strcmp(d->key, answer->field->key) != 0)
			continue;
		if (list == NULL)
			list = view_add(row, M_ANSWER_FILED);
		file = view_add(list, M_FILES);
		view_text(file, M_FILE_NAME, d->name);
		view_text(file, M_FILE_URL, page_url(req,
		    "mes-projets/%s/pieces/%lld", filed->dossier->slug,
		    (long long)d->version_id));
		view_text(file, M_FILE_META, mem_printf(req->mem, "%s, %s",
		    document_type_label(d->type), document_size_label(req->mem,
		    d->size_bytes)));
	}
}

/* What may be done there, besides reading. */
struct reader {
	bool	edits, comments, opens;	/* opens: the files */
};

static void
show_review(const struct filed *filed, struct view *page,
    const struct documents *documents, const struct reader *reader)
{
	const struct answers *a = &filed->answers;
	struct view *part, *row;
	size_t i, j;

	for (i = 0; i < a->form->step_count; i++) {
		const struct form_step *step = &a->form->steps[i];

		part = view_add(page, M_REVIEW_PARTS);
		view_text(part, M_REVIEW_PART_NAME, step->label);
		if (reader->edits)
			view_text(view_add(part, M_REVIEW_EDIT),
			    M_REVIEW_PART_URL, filed_step_url(filed, step));
		for (j = step->first; j < step->first + step->count; j++) {
			const struct answer *answer = &a->of[j];
			const char *flaw, *said;

			if (!form_asks(answer->field) ||
			    answer->asked == ASKED_NO)
				continue;
			flaw = reader->edits ? answer_flaw(a, answer) : NULL;
			said = answer_said(a, answer, documents);
			row = view_add(part, M_REVIEW_ANSWERS);
			view_text(row, M_ANSWER_NAME, answer->field->label);
			if (reader->opens && answer->field->type == FORM_FILES
			    && *said != '\0')
				show_answer_files(filed, row, answer, documents);
			else
				show_said(a, row, answer, said);
			if (said == NULL || *said == '\0')
				view_show(row, M_ANSWER_NONE);
			view_text(row, M_ANSWER_URL, mem_printf(a->mem,
			    "%s#f-%s", filed_step_url(filed, step), answer->field->key));
			view_optional(row, M_ANSWER_FLAW, M_ANSWER_FLAW_TEXT,
			    flaw);
			if (answer->field->private)
				view_show(row, M_ANSWER_PRIVATE);
			if (reader->comments)
				view_text(view_add(row, M_ANSWER_COMMENT),
				    M_COMMENT_URL, mem_printf(a->mem,
				    "%s?question=%s#nouveau", page_url(
				    filed->req, "mes-projets/%s/commentaires",
				    filed->dossier->slug), answer->field->key));
		}
	}
}

static void
show_missing(const struct filed *filed, struct view *page)
{
	const struct answers *a = &filed->answers;
	const struct req *req = filed->req;
	struct view *shown = NULL, *row;
	size_t i, n = 0;

	for (i = 0; i < a->form->field_count; i++) {
		const struct form_field *f = &a->form->fields[i];
		const char *flaw = answer_flaw(a, &a->of[i]);

		if (flaw == NULL)
			continue;
		if (shown == NULL)
			shown = view_add(page, M_MISSING_SHOWN);
		n++;
		row = view_add(shown, M_MISSING);
		view_text(row, M_MISSING_URL, mem_printf(req->mem, "%s#f-%s",
		    filed_step_url(filed, &a->form->steps[f->step]), f->key));
		view_text(row, M_MISSING_NAME, f->label);
		view_text(row, M_MISSING_SAID,
		    answer_is_given(&a->of[i]) ? flaw : "");
	}
	if (shown != NULL)
		view_text(shown, M_MISSING_TITLE, mem_printf(req->mem, ngettext(
		    "%d réponse manque ou est à corriger",
		    "%d réponses manquent ou sont à corriger", n), (int)n));
}

/* Where the correction that is asked is answered. */
static const char *
corrected_url(struct req *req, const struct dossier *d, int64_t application_id)
{
	struct application *app;
	struct call *call;

	if (application_load(&app, req->db, req->mem, application_id) != RC_OK
	    || call_load(&call, req->db, req->mem, app->call_id) != RC_OK)
		return page_url(req, "mes-projets/%s", d->slug);
	return page_url(req, "mes-projets/%s/appels/%s", d->slug, call->slug);
}

void
review_get(struct req *req, struct res *res)
{
	struct documents documents;
	struct barrier *barriers;
	struct filed filed;
	size_t n;
	struct dossier *d;
	struct view *v;
	struct reader reader;
	int64_t corrected;
	bool of_it;
	enum rc rc;

	rc = filed_load(&filed, req);
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	d = filed.dossier;
	of_it = right_may(req->db, req->person, RIGHT_DOSSIER_READ,
	    &req->object);
	reader = (struct reader){ right_may(req->db, req->person,
	    RIGHT_DOSSIER_EDIT, &req->object), right_may(req->db, req->person,
	    RIGHT_DOSSIER_COMMENT, &req->object), of_it ||
	    support_shows_documents(req->db, d->id, req->person->id,
	    req->now) };
	v = res_page(res, mem_printf(req->mem, reader.edits ? _("Relire, %s") :
	    _("Dossier, %s"), d->title));
	document_list(&documents, req->db, req->mem, d->id);
	view_text(v, M_DOSSIER_TITLE, d->title);
	view_text(v, M_DOSSIER_URL, page_url(req, of_it ? "mes-projets/%s" :
	    "projets/%s", d->slug));
	view_text(v, M_REVIEW_TITLE, reader.edits ? _("Relire votre dossier") :
	    _("Lire le dossier"));
	view_text(v, M_WHOLE_PDF_URL, page_url(req,
	    "mes-projets/%s/dossier.pdf", d->slug));
	view_text(v, M_WHOLE_JSON_URL, page_url(req,
	    "mes-projets/%s/dossier.json", d->slug));
	if (reader.edits) {
		show_rail(req, view_add(v, M_RAIL_SHOWN), &filed.answers,
		    d->title, NULL, filed_step_url, &filed);
		n = answers_barriers(&barriers, &filed.answers);
		sheet_show_barriers(v, barriers, n);
		show_missing(&filed, v);
	}
	show_review(&filed, v, &documents, &reader);
	if (d->trashed_at == 0 && right_may(req->db, req->person,
	    RIGHT_DOSSIER_SUBMIT, &req->object))
		view_text(view_add(v, M_PRESENT), M_CALLS_URL, page_url(req,
		    "mes-projets/%s/appels", d->slug));
	if (of_it && sheet_correction(req, d->id, &corrected) != NULL)
		view_text(view_add(v, M_CORRECTED), M_CORRECTED_URL,
		    corrected_url(req, d, corrected));
	res_view(res, 200, "submission/review.tpl");
}
