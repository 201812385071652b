/*
 * A deposit in words, and what differs from an earlier one.
 * It reads frozen content only: what the holder edits since is not there.
 */
#include "config.h"

#include "fcgi/instruction/answers.h"

#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "domain/answer.h"
#include "domain/document.h"
#include "domain/form.h"
#include "web/markdown.h"

/* The two parts of a content: the dossier's answers, the call's own. */
static const char *const members[2] = { "answers", "supplement" };

struct reading {
	struct req	*req;
	struct answers	 sheet;		/* of the form being read */
	struct shown	*shown;
	size_t		 cap;
};

static const char *
words(const struct reading *r, const struct form_field *field,
    struct json_object *value)
{
	struct value v;

	if (value == NULL || !value_parse(&v, r->req->mem, field,
	    json_string(r->req->mem, value)))
		return "";
	return value_text(&r->sheet, field, &v);
}

static void
read_form(struct reading *r, const struct form *form,
    struct json_object *answers)
{
	size_t i;

	answers_init(&r->sheet, r->req->db, r->req->mem, form,
	    r->req->platform);
	r->sheet.person_id = r->req->person->id;
	for (i = 0; i < form->field_count; i++) {
		const struct form_field *f = &form->fields[i];
		struct json_object *value = json_get(answers, f->key);
		struct shown_answer *a;

		if (value == NULL || r->shown->count == r->cap)
			continue;
		a = &r->shown->rows[r->shown->count++];
		a->part = form->steps[f->step].label;
		a->key = f->key;
		a->label = f->label;
		a->value = words(r, f, value);
		a->private = f->private;
		a->markdown = f->type == FORM_LONG_TEXT;
	}
}

/* The form of each part of the content: kept by revision. */
static const struct form *
form_of(struct req *req, int64_t revision_id)
{
	const struct form *form;

	return revision_id != 0 && form_get(&form, req->db, revision_id) ==
	    RC_OK ? form : NULL;
}

enum rc
shown_load(struct shown *shown, struct req *req,
    const struct application *app)
{
	struct reading r = { .req = req, .shown = shown, .cap = FORM_FIELDS };
	struct json_object *content = NULL;
	const struct form *forms[2];
	int64_t revisions[2];
	struct stmt *s;
	int i;

	*shown = (struct shown){ .forms = "" };
	s = db_query(req->db, Q_DESK_SNAPSHOT, ID(snapshot,
	    app->snapshot_id));
	if (!stmt_step(s))
		return RC_NOT_FOUND;
	json_parse(&content, stmt_text(s, "content_json"),
	    strlen(stmt_text(s, "content_json")), 16, NULL);
	shown->number = stmt_int(s, "number");
	shown->sha256 = stmt_str(s, req->mem, "sha256");
	revisions[0] = stmt_int(s, "form_revision_id");
	revisions[1] = app->form_revision_id;
	shown->taken_at = stmt_int(s, "taken_at");
	stmt_done(s);
	shown->rows = MEM_ARRAY(req->mem, FORM_FIELDS, struct shown_answer);
	for (i = 0; i < 2; i++) {
		forms[i] = form_of(req, revisions[i]);
		if (forms[i] == NULL)
			continue;
		read_form(&r, forms[i], json_dict(content, members[i]));
		shown->forms = mem_printf(req->mem, _("%s%s« %s », révision "
		    "%lld"), shown->forms, *shown->forms == '\0' ? "" : " ; ",
		    forms[i]->title, (long long)forms[i]->number);
	}
	json_object_put(content);
	return RC_OK;
}

void
show_answer_value(struct view *row, const struct req *req,
    const struct shown_answer *a)
{
	if (a->markdown)
		view_text(view_add(row, M_ANSWER_RICH), M_ANSWER_HTML,
		    markdown_typed(req->mem, a->value, 3));
	else
		view_text(view_add(row, M_ANSWER_PLAIN), M_ANSWER_VALUE,
		    a->value);
}

/* --- since the last look ----------------------------------------------------- */

static void
compare_row(struct shown *shown, const struct reading *r,
    const struct form *form, struct shown_answer *a,
    struct json_object *now, struct json_object *before)
{
	const struct form_field *f = form_field(form, a->key);
	struct json_object *was = json_get(before, a->key);

	if (f == NULL || json_object_equal(was, json_get(now, a->key)))
		return;
	a->changed = true;
	a->before = words(r, f, was);
	shown->changed++;
}

static struct json_object *
content_of(struct req *req, int64_t application_id, int64_t number)
{
	struct json_object *content = NULL;
	struct stmt *s = db_query(req->db, Q_DESK_SNAPSHOT_NUMBERED,
	    I(application, application_id), I(number, number));

	if (stmt_step(s))
		json_parse(&content, stmt_text(s, "content_json"),
		    strlen(stmt_text(s, "content_json")), 16, NULL);
	stmt_done(s);
	return content;
}

void
shown_compare(struct shown *shown, struct req *req,
    const struct application *app, int64_t number)
{
	struct reading r = { .req = req, .shown = shown };
	struct json_object *before, *now;
	int64_t revisions[2] = { 0, app->form_revision_id };
	struct stmt *s;
	size_t i;
	int m;

	if (number == 0 || number == shown->number)
		return;
	before = content_of(req, app->id, number);
	now = content_of(req, app->id, shown->number);
	s = db_query(req->db, Q_DESK_SNAPSHOT, ID(snapshot,
	    app->snapshot_id));
	if (stmt_step(s))
		revisions[0] = stmt_int(s, "form_revision_id");
	stmt_done(s);
	for (m = 0; before != NULL && now != NULL && m < 2; m++) {
		const struct form *form = form_of(req, revisions[m]);

		if (form == NULL)
			continue;
		answers_init(&r.sheet, req->db, req->mem, form, req->platform);
		for (i = 0; i < shown->count; i++)
			compare_row(shown, &r, form, &shown->rows[i],
			    json_dict(now, members[m]),
			    json_dict(before, members[m]));
	}
	json_object_put(before);
	json_object_put(now);
}

/* --- files -------------------------------------------------------------------- */

size_t
shown_files(struct shown_file **files, struct req *req,
    const struct application *app)
{
	struct shown_file *f = MEM_ARRAY(req->mem, 500, struct shown_file);
	const char *expires;
	struct stmt *s;
	size_t n = 0;

	s = db_query(req->db, Q_DESK_FILES, ID(snapshot, app->snapshot_id));
	while (n < 500 && stmt_step(s)) {
		f[n].key = stmt_str(s, req->mem, "key");
		f[n].version_id = stmt_int(s, "version_id");
		f[n].name = stmt_str(s, req->mem, "name");
		f[n].meta = mem_printf(req->mem, _("%s, déposé le %s"),
		    document_size_label(req->mem, stmt_int(s, "size_bytes")),
		    req_day_short(req, stmt_int(s, "sent_at")));
		expires = stmt_str(s, req->mem, "expires_on");
		if (expires != NULL)
			f[n].meta = mem_printf(req->mem,
			    _("%s, valable jusqu’au %s"), f[n].meta,
			    date_long_iso(req->mem, expires, req->lang));
		f[n].meta = mem_printf(req->mem, "%s, %s", f[n].meta,
		    stmt_null(s, "scanned_at") ? _("pas encore analysé") :
		    mem_printf(req->mem, _("analysé le %s"),
		    req_day_short(req, stmt_int(s, "scanned_at"))));
		if (!stmt_null(s, "infected")) {
			f[n].state_kind = "refuse";
			f[n].state = _("fichier dangereux, bloqué");
		}
		f[n].label = stmt_str(s, req->mem, "label");
		if (f[n].state == NULL && expires != NULL && strcmp(expires,
		    date_iso(req->mem, req->now)) < 0) {
			f[n].state_kind = "wait";
			f[n].state = _("n’est plus valable");
		}
		n++;
	}
	stmt_done(s);
	*files = f;
	return n;
}

void
show_file(struct view *v, const struct req *req,
    const struct application *app, const struct shown_file *f)
{
	struct view *row = view_add(v, M_FILES), *state;

	view_text(row, M_FILE_URL, page_url(req, "instruction/%s/pieces/%lld",
	    app->number, (long long)f->version_id));
	view_text(row, M_FILE_NAME, f->name);
	view_text(row, M_FILE_META, f->meta);
	if (f->state != NULL) {
		state = view_add(row, M_FILE_STATE);
		view_text(state, M_FILE_STATE_KIND, f->state_kind);
		view_text(state, M_FILE_STATE_TEXT, f->state);
	}
}
