/*
 * A file in pieces, for upload.js: POST begins it, GET or HEAD says where it
 * stands, PATCH continues it there, DELETE gives it up (doc/vault.md). Only who
 * began it sees it.
 */
#include "config.h"

#include "fcgi/submission/sending.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "web/upload.h"

const struct field_rule sending_fields[] = {
	{ .name = "nom", .type = F_TEXT, .flags = FIELD_REQUIRED, .max = 400 },
	{ .name = "taille", .type = F_INT, .flags = FIELD_REQUIRED, .min = 0,
	    .max = INT64_C(1) << 50 },
	{ .name = "sha256", .type = F_CODE },
	{ .type = F_END }
};

/* Where it stands, in the body and in the headers. */
static void
say(struct req *req, struct res *res, int status, const struct sending *s)
{
	struct json_object *o = json_object_new_object();

	json_put_text(o, "token", s->token);
	json_put_text(o, "url", req_url(req, SENDINGS_PATH "/%s", s->token));
	json_put_text(o, "name", s->name);
	json_put_int(o, "size", s->size_bytes);
	json_put_int(o, "offset", s->offset_bytes);
	json_put_int(o, "piece", SENDING_PIECE);
	res_header(res, "Upload-Offset", mem_printf(req->mem, "%lld",
	    (long long)s->offset_bytes));
	res_header(res, "Upload-Length", mem_printf(req->mem, "%lld",
	    (long long)s->size_bytes));
	res_json(res, status, o);
}

static void
refuse(struct res *res, int status, const char *text)
{
	struct json_object *o = json_object_new_object();

	json_put_text(o, "error", text);
	res_json(res, status, o);
}

void
sending_post(struct req *req, struct res *res)
{
	struct problems why = PROBLEMS_INIT(req->mem);
	const char *name = field_text(&req->fields, "nom");
	struct sending s;
	enum rc rc;

	if (req->fields.why.count > 0) {
		refuse(res, 422, req->fields.why.first->text);
		return;
	}
	rc = sending_begin(&s, req->db, req->mem, req->person->id, name,
	    field_int(&req->fields, "taille"), field_text(&req->fields,
	    "sha256"), req->now, &why);
	if (rc == RC_INVALID)
		refuse(res, field_int(&req->fields, "taille") > 0 &&
		    problem_get(&why, "taille") != NULL ? 413 : 422,
		    why.first->text);
	else if (rc == RC_CONFLICT)
		refuse(res, 429, _("Trop d’envois sont en cours : terminez-en "
		    "un, ou annulez-le."));
	else if (rc != RC_OK)
		res_error(res, rc);
	else {
		res_header(res, "Location", req_url(req, SENDINGS_PATH "/%s",
		    s.token));
		say(req, res, 201, &s);
	}
}

static enum rc
load(struct sending *s, struct req *req)
{
	return sending_load(s, req->db, req->mem, req->person->id,
	    req_param(req, "token"), req->now);
}

void
sending_get(struct req *req, struct res *res)
{
	struct sending s;
	enum rc rc = load(&s, req);

	if (rc != RC_OK)
		res_error(res, rc);
	else
		say(req, res, 200, &s);
}

/* A header that is a whole number, -1 when it is not. */
static int64_t
number(const char *text)
{
	char *end;
	long long n;

	if (text == NULL || *text < '0' || *text > '9')
		return -1;
	errno = 0;
	n = strtoll(text, &end, 10);
	return *end != '\0' || errno != 0 ? -1 : n;
}

/* "sha256 <64 digits>": the digits; NULL when it is none. */
static const char *
checksum(const char *text)
{
	return text != NULL && text_starts(text, "sha256 ") ? text + 7 : NULL;
}

void
sending_patch(struct req *req, struct res *res)
{
	int64_t offset = number(req->headers.upload_offset);
	struct sending s;
	enum rc rc = load(&s, req);

	if (rc == RC_OK && offset < 0)
		rc = RC_INVALID;
	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	rc = sending_append(&s, req->db, req->mem, offset, req->piece,
	    req->piece_len, checksum(req->headers.upload_digest), req->now);
	if (rc == RC_OK || rc == RC_CONFLICT)
		say(req, res, rc == RC_OK ? 200 : 409, &s);
	else if (rc == RC_INVALID)
		refuse(res, 422, _("Ce morceau du fichier est arrivé abîmé : "
		    "il faut le renvoyer."));
	else
		res_error(res, rc);
}

void
sending_delete(struct req *req, struct res *res)
{
	struct sending s;
	enum rc rc = load(&s, req);

	if (rc != RC_OK) {
		res_error(res, rc);
		return;
	}
	sending_end(req->db, req->mem, &s);
	res->status = 204;
}

/* --- for the pages that take a file ---------------------------------------- */

static bool
of_sending(struct sent *sent, struct req *req, const char *token,
    const char *where, struct problems *why)
{
	enum rc rc = sending_load(&sent->sending, req->db, req->mem,
	    req->person->id, token, req->now);

	if (rc == RC_OK)
		rc = sending_received(&sent->file, req->db, req->mem,
		    &sent->sending);
	if (rc == RC_OK)
		return true;
	sent->sending.id = 0;
	problem_add(why, where, "%s", rc == RC_CONFLICT ? _("L’envoi de ce "
	    "fichier n’est pas terminé : attendez-en la fin, puis "
	    "recommencez.") : rc == RC_INVALID ? _("Ce fichier est arrivé "
	    "abîmé : choisissez-le de nouveau.") : _("L’envoi de ce fichier "
	    "n’est plus là : choisissez-le de nouveau."));
	return false;
}

bool
sent_file(struct sent *sent, struct req *req, const char *name,
    const char *where, struct problems *why)
{
	const char *token = field_text(&req->fields, "envoi");
	const struct upload *u = upload_next(req, NULL, name);

	*sent = (struct sent){ .file = { .fd = -1 } };
	if (u != NULL) {
		/* It takes the place of what the form held. */
		if (token != NULL && sending_load(&sent->sending, req->db,
		    req->mem, req->person->id, token, req->now) == RC_OK)
			sending_end(req->db, req->mem, &sent->sending);
		sent->sending.id = 0;
		sent->file = (struct received){ .path = u->path, .fd = u->fd,
		    .sha256 = u->sha256, .size_bytes = u->size_bytes, .name = u->filename };
		return true;
	}
	return token != NULL && of_sending(sent, req, token, where, why);
}

const struct sending *
sent_hold(struct sent *sent, struct req *req, enum rc rc,
    const struct problems *why)
{
	struct sending *held;

	if (sent->file.fd < 0 || (rc == RC_INVALID &&
	    problem_get(why, "fichier") != NULL))
		return NULL;
	if (sent->sending.id != 0)
		return &sent->sending;
	held = MEM_NEW(req->mem, struct sending);
	return sending_adopt(held, req->db, req->mem, req->person->id,
	    &sent->file, req->now) == RC_OK ? held : NULL;
}

void
sent_release(struct sent *sent, struct req *req, bool kept)
{
	if (sent->sending.id == 0)
		return;		/* the dispatcher sweeps uploads */
	if (kept)
		sending_end(req->db, req->mem, &sent->sending);
	close(sent->file.fd);	/* and its lock, once nobody else may take it */
}
