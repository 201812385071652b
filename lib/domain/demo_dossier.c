/*
 * What the holder does in a story: begin, fill, join documents, publish,
 * present, withdraw.
 */
#include "config.h"

#include <unistd.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/text.h"
#include "domain/call.h"
#include "domain/demo_private.h"
#include "domain/flow.h"
#include "domain/document.h"
#include "domain/dossier.h"
#include "domain/form.h"
#include "domain/submit.h"

/* A copy of a small document of the preset, as if it had been sent. */
static enum rc
attach_one(struct scene *s, const struct form *form, struct json_object *row)
{
	const struct form_field *field = form_field(form, json_text(row,
	    "field"));
	const char *from = mem_printf(s->mem, "%s/demo/documents/%s",
	    s->demo->load.preset->dir, json_text(row, "file"));
	struct received file = { .name = mem_printf(s->mem, "%s.pdf",
	    text_slug(s->mem, json_text(row, "label"))) };
	const char *tmp = mem_printf(s->mem, "%s/tmp", db_state_dir(s->db));
	char *data, sha256[DIGEST_HEX];
	size_t len;
	enum rc rc;

	if (field == NULL)
		return RC_NOT_FOUND;
	rc = file_read(&data, &len, s->mem, from, (size_t)1 << 20);
	if (rc == RC_OK)
		rc = dir_make(tmp, 0750);
	if (rc == RC_OK)
		rc = file_temporary(&file.fd, &file.path, s->mem, tmp);
	if (rc != RC_OK)
		return rc;
	digest_sha256_hex(sha256, data, len);
	file.sha256 = sha256;
	file.size_bytes = (int64_t)len;
	rc = file_write_all(file.fd, data, len, file.path);
	if (rc == RC_OK)
		rc = document_attach(s->db, s->mem, s->dossier_id, field, &file,
		    0, s->who, s->at, s->why);
	close(file.fd);
	/* Kept bytes were renamed away. */
	if (rc != RC_OK)
		file_remove(file.path);
	return rc;
}

static enum rc
attach_all(struct scene *s, int64_t form_revision_id)
{
	struct json_object *rows = json_array(s->project, "documents");
	const struct form *form;
	struct documents there;
	size_t i;
	enum rc rc = form_get(&form, s->db, form_revision_id);

	document_list(&there, s->db, s->mem, s->dossier_id);
	for (i = there.count; rc == RC_OK && i < json_count(rows); i++)
		rc = attach_one(s, form, json_at(rows, i));
	return rc;
}

/* Begun by a run that was stopped before it could note it? */
static bool
is_begun(struct scene *s, struct dossier **d, const char *title)
{
	return dossier_by_slug(d, s->db, s->mem, s->demo->load.platform_id,
	    text_slug(s->mem, title)) == RC_OK && (*d)->created_at == s->at;
}

enum rc
demo_create(struct scene *s)
{
	struct json_object *answers = json_dict(s->project, "answers");
	int64_t organisation = 0;
	struct dossier *d;
	enum rc rc = db_write_begin(s->db);

	if (rc != RC_OK)
		return rc;
	organisation = demo_organisation_id(s->demo, json_text(s->project,
	    "organisation"));
	rc = db_write_commit(s->db);
	if (rc == RC_OK && !is_begun(s, &d, json_text(answers, "titre")))
		rc = dossier_create(&d, s->db, s->mem,
		    s->demo->load.platform_id, json_text(answers, "titre"),
		    s->who, organisation, s->at, s->why);
	if (rc != RC_OK)
		return rc;
	s->dossier_id = d->id;
	s->element_id = d->element_id;
	rc = demo_answer(s, d->form_revision_id, 0, answers);
	if (rc == RC_OK)
		rc = attach_all(s, d->form_revision_id);
	return rc == RC_OK ? demo_targets(s) : rc;
}

struct person *
demo_moderator(struct scene *s)
{
	struct json_object *people = json_array(
	    s->demo->load.preset->people.json, "people");
	struct person *who = NULL;
	size_t i;

	for (i = 0; who == NULL && i < json_count(people); i++) {
		struct json_object *row = json_at(people, i);

		if (strcmp(json_text_or(json_at(json_array(row, "roles"), 0),
		    "role", ""), "animator") == 0)
			person_load(&who, s->db, s->mem, demo_person_id(
			    s->demo, json_text(row, "key")), s->at);
	}
	return who;
}

static void
read_side(struct needs *n, const struct scene *s, const char *member,
    const char *side)
{
	JSON_EACH(json_dict(s->event, member), m)
		if (n->count < 14)
			n->rows[n->count++] = (struct need){ .side = side,
			    .kind = m.key,
			    .detail = json_object_get_string(m.value) };
}

enum rc
demo_publish(struct scene *s)
{
	struct flow_form form = {
		.maturity = json_text_or(s->event, "maturity", "study"),
		.needs.rows = MEM_ARRAY(s->mem, 14, struct need) };
	struct act act = { .who = demo_moderator(s), .now = s->at };
	enum rc rc;

	read_side(&form.needs, s, "needs", "need");
	read_side(&form.needs, s, "offers", "offer");
	needs_read_tags(&form.needs, s->mem, json_text_or(s->event, "tags",
	    ""), s->why);
	rc = flow_ask(s->db, s->mem, s->element_id, &form, &s->act, s->why);
	if (rc != RC_OK || json_flag(s->event, "waits", false))
		return rc;
	if (act.who == NULL)
		act.who = s->who;
	rc = flow_moderate(s->db, s->mem, s->element_id, "listed", "", &act,
	    s->why);
	/* Described while it is public already: nobody has to read it first. */
	return rc == RC_CONFLICT ? RC_OK : rc;
}

enum rc
demo_submit(struct scene *s)
{
	struct call *call;
	enum rc rc = call_by_slug(&call, s->db, s->mem,
	    s->demo->load.platform_id, json_text(s->event, "call"));

	if (rc == RC_OK)
		rc = application_begin(&s->application_id, s->db, s->mem,
		    s->dossier_id, call->id, s->at);
	if (rc == RC_OK && call->supplement_revision_id != 0)
		rc = demo_answer(s, call->supplement_revision_id,
		    s->application_id, json_dict(s->event, "supplement"));
	if (rc != RC_OK)
		return rc;
	return application_submit(NULL, s->db, s->mem, s->dossier_id, call->id,
	    NULL, &s->act, s->why);
}

enum rc
demo_withdraw(struct scene *s)
{
	return application_withdraw(s->db, s->mem, s->application_id,
	    json_text_or(s->event, "text", ""), &s->act);
}
