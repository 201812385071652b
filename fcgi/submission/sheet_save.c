/*
 * What was sent for a sheet becomes answers and documents.
 * It chooses no reply: step.c and save.c do.
 */
#include "config.h"

#include "fcgi/submission/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "web/upload.h"

#define TYPED_MAX	200000	/* bytes of one answer that are kept */

/* May the sheet still be changed? What is presented and closed may not. */
bool
sheet_is_open(const struct sheet *s)
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
void
sheet_collect(struct sheet *s, const char *only)
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

void
sheet_leave_out(struct sheet *s, const struct form_field *f)
{
	size_t i, n = 0;

	for (i = 0; i < s->change_count; i++)
		if (s->changes[i].field != f)
			s->changes[n++] = s->changes[i];
	s->change_count = n;
}

static struct received
received_of(const struct upload *u)
{
	return (struct received){ .path = u->path, .fd = u->fd,
	    .sha256 = u->sha256, .size_bytes = u->size_bytes,
	    .name = u->filename };
}

/* "a.x:1:haut", "a.x.0.y:1:retirer": on what was sent for that question. */
void
sheet_move_item(struct sheet *s, const char *what)
{
	struct mem *mem = s->req->mem;
	const char *colon = strchr(what, ':'), *second, *dot, *block;
	enum item_act act;
	size_t i;

	second = colon == NULL ? NULL : strchr(colon + 1, ':');
	if (second == NULL || strncmp(what, "a.", 2) != 0 ||
	    !item_act_by_name(&act, second + 1))
		return;
	what = mem_strndup(mem, what + 2, (size_t)(colon - what) - 2);
	dot = strchr(what, '.');
	block = dot == NULL ? "" : mem_printf(mem, "%s.", dot + 1);
	if (dot != NULL)
		what = mem_strndup(mem, what, (size_t)(dot - what));
	for (i = 0; i < s->change_count; i++)
		if (strcmp(s->changes[i].field->key, what) == 0 &&
		    s->changes[i].field->type == FORM_REPEAT)
			s->changes[i].typed = typed_moved(mem,
			    s->changes[i].typed, block, strtol(colon + 1, NULL,
			    10), act);
}

/* The document that a new file takes the place of, when only one may be. */
const struct document *
sheet_replaced(const struct sheet *s, const struct form_field *f)
{
	size_t i;

	for (i = 0; f->has_max && f->max == 1 && i < s->documents.count; i++)
		if (strcmp(s->documents.rows[i].key, f->key) == 0)
			return &s->documents.rows[i];
	return NULL;
}

enum rc
sheet_join(struct sheet *s, const struct form_field *f,
    const struct received *r)
{
	const struct document *was = sheet_replaced(s, f);
	enum rc rc;

	rc = document_attach(s->req->db, s->req->mem, s->dossier->id, f, r,
	    was == NULL ? 0 : was->id, s->req->person, s->req->now, &s->why);
	document_list(&s->documents, s->req->db, s->req->mem, s->dossier->id);
	return rc;
}

/* Join a file to a question; a refusal is in s->why. RC_INVALID. */
static enum rc
sheet_join_file(struct sheet *s, const struct form_field *f, const struct upload *u)
{
	struct received r = received_of(u);

	return sheet_join(s, f, &r);
}

enum rc
sheet_join_files(struct sheet *s)
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
			rc = sheet_join_file(s, f, u);
			if (rc == RC_INVALID)
				rc = RC_OK;	/* said beside the field */
		}
	return rc;
}

/* "rib:12": the question and the document; NULL when it is not that. */
static const char *
question_of(const struct sheet *s, const char *what, int64_t *document_id)
{
	const char *colon = strchr(what, ':');

	if (colon == NULL)
		return NULL;
	*document_id = strtoll(colon + 1, NULL, 10);
	return mem_strndup(s->req->mem, what, (size_t)(colon - what));
}

enum rc
sheet_reuse(struct sheet *s, const char *what)
{
	int64_t id;
	const char *key = question_of(s, what, &id);
	const struct form_field *f = key == NULL ? NULL :
	    form_field(s->form, key);
	enum rc rc;

	if (f == NULL || f->type != FORM_FILES)
		return RC_NOT_FOUND;
	rc = document_reuse(s->req->db, s->req->mem, s->dossier->id, f, id,
	    s->req->person, s->req->now, &s->why);
	document_list(&s->documents, s->req->db, s->req->mem, s->dossier->id);
	return rc == RC_INVALID ? RC_OK : rc;
}

/* "rib:12": take that document away from that question. */
enum rc
sheet_take_away(struct sheet *s, const char *what)
{
	int64_t id;
	const char *key = question_of(s, what, &id);

	if (key == NULL)
		return RC_NOT_FOUND;
	return document_remove(s->req->db, s->req->mem, s->dossier->id, key,
	    id, s->req->now);
}
