/*
 * The whole dossier to take away: as JSON for programs, as PDF for paper.
 * What was presented is elsewhere (receipt.c); this is what it says today.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include <json.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "fcgi/submission/sheet.h"
#include "open/pdf.h"

#define UNREAD_MAX	10000	/* characters of what could not be read */

static void
name_file(struct req *req, struct res *res, const struct dossier *d,
    const char *extension)
{
	res_header(res, "Content-Disposition", mem_printf(req->mem,
	    "attachment; filename=\"%s.%s\"", d->slug, extension));
}

/* --- for programs ------------------------------------------------------------- */

static struct json_object *
answers_object(const struct answers *a)
{
	struct json_object *o = json_object_new_object(), *value;
	size_t i;

	for (i = 0; i < a->form->field_count; i++) {
		const struct answer *answer = &a->of[i];

		if (answer->json == NULL || json_parse(&value, answer->json,
		    strlen(answer->json), 16, NULL) != RC_OK)
			continue;
		json_put(o, answer->field->key, value);
	}
	return o;
}

static struct json_object *
documents_array(const struct documents *list)
{
	struct json_object *all = json_object_new_array();
	size_t i;

	for (i = 0; i < list->count; i++) {
		struct json_object *o = json_object_new_object();

		json_put_text(o, "question", list->rows[i].key);
		json_put_text(o, "label", list->rows[i].label);
		json_put_text(o, "name", list->rows[i].name);
		json_put_text(o, "sha256", list->rows[i].sha256);
		json_put_int(o, "size_bytes", list->rows[i].size_bytes);
		json_object_array_add(all, o);
	}
	return all;
}

static struct json_object *
applications_array(const struct req *req, const struct dossiers *list)
{
	struct json_object *all = json_object_new_array();
	size_t i;

	for (i = 0; i < list->application_count; i++) {
		const struct dossier_application *a = &list->applications[i];
		struct json_object *o = json_object_new_object();

		json_put_text(o, "call", a->call);
		json_put_text(o, "platform", a->platform);
		json_put_text(o, "state", a->state);
		if (a->submitted_at != 0) {
			json_put_text(o, "number", a->number);
			json_put_text(o, "submitted_at", date_rfc3339(req->mem,
			    a->submitted_at));
		}
		json_object_array_add(all, o);
	}
	return all;
}

void
whole_json_get(struct req *req, struct res *res)
{
	struct documents documents;
	struct dossiers applications;
	struct json_object *o, *form;
	struct filed filed;
	struct dossier *d;
	enum rc rc = filed_load(&filed, req);

	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	d = filed.dossier;
	document_list(&documents, req->db, req->mem, d->id);
	dossier_applications(&applications, req->db, req->mem, d->id,
	    req->person);
	o = json_object_new_object();
	json_put_int(o, "format", 1);
	json_put_text(o, "slug", d->slug);
	json_put_text(o, "title", d->title);
	json_put_text(o, "holder", d->holder_name);
	json_put_int(o, "revision", d->revision);
	json_put_text(o, "updated_at", date_rfc3339(req->mem, d->updated_at));
	form = json_object_new_object();
	json_put_text(form, "key", filed.answers.form->key);
	json_put_int(form, "revision", filed.answers.form->number);
	json_put(o, "form", form);
	json_put(o, "answers", answers_object(&filed.answers));
	json_put(o, "documents", documents_array(&documents));
	if (right_may(req->db, req->person, RIGHT_DOSSIER_READ, &req->object))
		json_put(o, "applications", applications_array(req,
		    &applications));
	name_file(req, res, d, "json");
	res_json(res, 200, o);
}

/* --- for paper ------------------------------------------------------------------ */

/* What an answer says, or the names of its files; "" when nothing. */
static const char *
said(const struct answers *a, const struct answer *answer,
    const struct documents *documents)
{
	const char *text = "";
	size_t i;

	if (answer->typed != NULL)
		return text_truncate(a->mem, typed_get(answer->typed, ""),
		    UNREAD_MAX);
	if (answer->field->type != FORM_FILES)
		return value_text(a, answer->field, &answer->value);
	for (i = 0; i < documents->count; i++)
		if (strcmp(documents->rows[i].key, answer->field->key) == 0)
			text = mem_printf(a->mem, "%s%s%s", text,
			    *text == '\0' ? "" : "\n", documents->rows[i].name);
	return text;
}

static void
put_step(struct pdf *p, const struct answers *a, const struct form_step *step,
    const struct documents *documents)
{
	size_t i;

	pdf_heading(p, step->label);
	for (i = step->first; i < step->first + step->count; i++) {
		const struct answer *answer = &a->of[i];
		const char *text;

		if (!form_asks(answer->field) || answer->asked == ASKED_NO)
			continue;
		text = said(a, answer, documents);
		pdf_small(p, answer->field->label);
		pdf_text(p, text == NULL || *text == '\0' ? "—" : text);
	}
}

static enum rc
write_pdf(struct buf *out, struct req *req, const struct filed *filed)
{
	const struct dossier *d = filed->dossier;
	const struct pdf_info info = { .title = d->title,
	    .author = d->holder_name, .lang = req->lang,
	    .footer = mem_printf(req->mem, "%s · %s", req->platform->name,
	    d->title), .page_of = _("page %d sur %d"),
	    .created_at = req->now };
	struct documents documents;
	struct sink sink;
	struct pdf *p = pdf_new(&info);
	size_t i;

	document_list(&documents, req->db, req->mem, d->id);
	pdf_title(p, d->title);
	pdf_lead(p, mem_printf(req->mem, _("Le dossier tel qu’il est écrit le "
	    "%s. Ce n’est pas un dépôt."), req_moment(req, req->now)));
	for (i = 0; i < filed->answers.form->step_count; i++)
		put_step(p, &filed->answers, &filed->answers.form->steps[i],
		    &documents);
	sink_init(&sink, sink_into_buf, out);
	return pdf_end(p, &sink);
}

void
whole_pdf_get(struct req *req, struct res *res)
{
	struct buf pdf = BUF_INIT;
	struct filed filed;
	enum rc rc = filed_load(&filed, req);

	if (rc == RC_OK)
		rc = write_pdf(&pdf, req, &filed);
	if (rc != RC_OK)
		res_error(res, rc);
	else {
		name_file(req, res, filed.dossier, "pdf");
		res_bytes(res, 200, "application/pdf", pdf.data, pdf.len);
	}
	buf_release(&pdf);
}
