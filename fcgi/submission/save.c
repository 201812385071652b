/*
 * One answer, as autosave.js sends it; one file, as upload.js does. Both
 * answer in JSON and refuse whole pages.
 */
#include "config.h"

#include "fcgi/submission/pages.h"

#include <json.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/money.h"
#include "fcgi/submission/sending.h"
#include "fcgi/submission/sheet.h"
#include "web/upload.h"

/* --- one answer ----------------------------------------------------------- */

static const char *
clock_text(const struct req *req, int64_t at)
{
	struct civil c;

	date_civil_in(&c, at, req->platform->time_zone);
	return mem_printf(req->mem, _("%02d h %02d"), c.hour, c.minute);
}

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
	json_put(o, "judged", sheet_judged(s));
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
		    ? typed_words(s->req->mem, a->typed) : value_text(s->answers,
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
	if (rc == RC_OK && !sheet_is_open(&s))
		rc = RC_CONFLICT;
	if (rc == RC_OK) {
		sheet_collect(&s, name != NULL && strncmp(name, "a.", 2) == 0
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

/* The file of the request, whole or in pieces, joins the question. */
static enum rc
join_sent(struct sheet *s, const struct form_field *f, const char *name)
{
	struct sent sent;
	enum rc rc;

	if (!sent_file(&sent, s->req, name, f->key, &s->why))
		return RC_INVALID;
	rc = sheet_join(s, f, &sent.file);
	/* Refused by its content: sending it again would change nothing. */
	sent_release(&sent, s->req, rc == RC_OK || rc == RC_INVALID);
	return rc;
}

void
file_post(struct req *req, struct res *res)
{
	const struct upload *u = req->uploads;
	const char *name = u != NULL ? u->field :
	    field_text(&req->fields, "champ");
	const struct form_field *f = NULL;
	struct json_object *o;
	struct sheet s;
	bool replaces = false;
	enum rc rc;

	rc = sheet_load(&s, req);
	if (rc == RC_OK && !sheet_is_open(&s))
		rc = RC_CONFLICT;
	if (rc == RC_OK) {
		f = name == NULL || !text_starts(name, "a.") ? NULL :
		    form_field(s.form, name + 2);
		rc = f == NULL || f->type != FORM_FILES ? RC_INVALID : RC_OK;
	}
	if (rc == RC_OK) {
		sheet_dress(&s);
		replaces = sheet_replaced(&s, f) != NULL;
		rc = join_sent(&s, f, name);
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
