/*
 * Reading a body within the limits of its route.
 * It stops at the limit whatever was announced, and judges no value.
 */
#include "config.h"

#include "web/body.h"

#include <string.h>
#include <strings.h>

#include "base/lang.h"
#include "base/text.h"
#include "web/multipart.h"
#include "web/park.h"
#include "web/route.h"
#include "web/spool.h"

#define CHUNK	16384

/* The body, counted. */
struct source {
	struct req	*req;
	size_t		 left;		/* bytes the route still allows */
	size_t		 words;		/* of them, bytes of values */
	bool		 passed;	/* more came than allowed */
};

static size_t
source_read(void *arg, char *data, size_t size)
{
	struct source *s = arg;
	char one;
	size_t n;

	if (s->left == 0) {
		if (!s->passed && s->req->body.read(s->req->body.arg, &one, 1))
			s->passed = true;
		return 0;
	}
	n = s->req->body.read(s->req->body.arg, data,
	    size < s->left ? size : s->left);
	s->left -= n;
	return n;
}

static int
read_urlencoded(struct source *s)
{
	struct buf text = BUF_INIT;
	int status = 0;
	char *room;
	size_t n;

	if (s->left > s->words)
		s->left = s->words;
	while ((room = buf_reserve(&text, CHUNK)) != NULL &&
	    (n = source_read(s, room, CHUNK)) > 0) {
		text.len += n;
		text.data[text.len] = '\0';
	}
	if (s->passed)
		status = 413;
	else if (s->req->body.length >= 0 &&
	    (size_t)s->req->body.length != text.len)
		status = 400;
	else if (params_parse(&s->req->sent, text.data, text.len) != RC_OK)
		status = 400;
	buf_release(&text);
	return status;
}

/* --- multipart ----------------------------------------------------------- */

/* The part being received: a value, a file, or nothing we want. */
struct receiver {
	struct req	*req;
	const char	*name;
	struct buf	 value;
	size_t		 left;		/* bytes of values still allowed */
	bool		 is_value;
	struct spool	 spool;
	int		 status;	/* why a callback stopped the parse */
};

static const struct field_rule *
file_rule(const struct req *req, const char *name)
{
	const struct field_rule *r;

	for (r = req->route->fields; r != NULL && r->type != F_END; r++)
		if (spool_takes(r, name))
			return r;
	return NULL;
}

static bool
may_store(const struct req *req)
{
	return req->person != NULL || req->route->right == RIGHT_PUBLIC;
}

static enum rc
part_begin(void *arg, const struct part *part)
{
	struct receiver *r = arg;
	const struct field_rule *rule;
	enum rc rc = RC_OK;

	r->name = part->name;
	r->is_value = part->filename == NULL;
	if (r->is_value) {
		buf_clear(&r->value);
		return RC_OK;
	}
	rule = file_rule(r->req, part->name);
	/* A file field left empty sends a file without a name; and of somebody
	 * who must sign in first, only the words are kept. */
	if (rule != NULL && *part->filename != '\0' && may_store(r->req))
		rc = spool_begin(&r->spool, r->req, rule, part->name,
		    part->filename, part->type);
	if (rc != RC_OK)
		r->status = rc == RC_INVALID ? 413 : 500;
	return rc;
}

static enum rc
part_data(void *arg, const char *data, size_t len)
{
	struct receiver *r = arg;
	enum rc rc = RC_OK;

	if (!r->is_value)
		rc = spool_data(&r->spool, data, len);
	else if (len <= r->left) {
		buf_add(&r->value, data, len);
		r->left -= len;
	} else {
		r->status = 413;
		return RC_INVALID;
	}
	if (rc != RC_OK)
		r->status = 500;
	return rc;
}

static enum rc
part_end(void *arg)
{
	struct receiver *r = arg;
	struct params *sent = &r->req->sent;

	if (!r->is_value) {
		spool_end(&r->spool, &r->req->uploads);
		return RC_OK;
	}
	if (sent->count >= PARAM_LIMIT ||
	    !text_valid_utf8(r->value.data, r->value.len))
		return RC_INVALID;
	param_add(sent, mem_strdup(sent->mem, r->name),
	    mem_strndup(sent->mem, r->value.data, r->value.len));
	return RC_OK;
}

static int
read_multipart(struct source *s, const char *boundary)
{
	struct receiver r = { .req = s->req, .value = BUF_INIT,
	    .left = s->words };
	struct part_sink sink = { part_begin, part_data, part_end, &r };
	enum rc rc;

	rc = multipart_parse(s->req->mem, boundary, source_read, s, &sink);
	spool_abandon(&r.spool);
	buf_release(&r.value);
	if (rc == RC_OK)
		return 0;
	return s->passed ? 413 : r.status != 0 ? r.status : 400;
}

/* --- the whole ----------------------------------------------------------- */

static bool
is_type(const char *type, const char *wanted)
{
	size_t len = strlen(wanted);

	return strncasecmp(type, wanted, len) == 0 &&
	    strchr("; \t", type[len]) != NULL;
}

/* --- one piece of a file ------------------------------------------------- */

/* Bytes as they are, at most the route's limit, for the handler. */
static int
read_piece(struct source *s)
{
	struct buf piece = BUF_INIT;
	int status = 0;
	char *room;
	size_t n;

	while ((room = buf_reserve(&piece, CHUNK)) != NULL &&
	    (n = source_read(s, room, CHUNK)) > 0)
		piece.len += n;
	if (s->passed)
		status = 413;
	else if (s->req->body.length >= 0 &&
	    (size_t)s->req->body.length != piece.len)
		status = 400;
	else {
		s->req->piece_len = piece.len;
		s->req->piece = mem_strndup(s->req->mem,
		    piece.data == NULL ? "" : piece.data, piece.len);
	}
	buf_release(&piece);
	return status;
}

/* What a stranger sends where one must sign in is kept, not answered. */
static size_t
words_limit(const struct req *req)
{
	return req->person == NULL && req->route->right != RIGHT_PUBLIC ?
	    park_room(req) : WORDS_LIMIT;
}

int
body_read(struct req *req)
{
	size_t limit = req->route->body_limit;
	struct source s = { .req = req, .words = words_limit(req) };
	const char *boundary;

	s.left = limit == 0 ? BODY_LIMIT : limit;
	if (req->body.length > 0 && (uint64_t)req->body.length > s.left)
		return 413;
	if (req->route->flags & ROUTE_PIECE)
		return is_type(req->body.type,
		    "application/offset+octet-stream") ? read_piece(&s) : 415;
	if (req->route->flags & ROUTE_API)
		return is_type(req->body.type, "application/json")
		    ? read_piece(&s) : 415;
	if (is_type(req->body.type, "application/x-www-form-urlencoded"))
		return read_urlencoded(&s);
	if (is_type(req->body.type, "multipart/form-data") &&
	    (req->route->flags & ROUTE_UPLOAD)) {
		boundary = multipart_boundary(req->mem, req->body.type);
		return boundary == NULL ? 400 : read_multipart(&s, boundary);
	}
	/* Nothing at all needs no type: a button that only posts. */
	if (*req->body.type == '\0' && req->body.length <= 0)
		return 0;
	return 415;
}

static void
check_file(struct req *req, const struct field_rule *r, const struct upload *u)
{
	if (u->too_long)
		problem_add(&req->fields.why, u->field, _("« %s » est trop "
		    "volumineux : la limite est de %ld Mo."), u->filename,
		    (long)(r->max / 1000000));
	else if (u->size_bytes == 0)
		problem_add(&req->fields.why, u->field, _("« %s » est vide : "
		    "choisissez le bon fichier."), u->filename);
}

void
body_check_files(struct req *req)
{
	const struct field_rule *r;
	const struct upload *u;
	bool given;

	for (r = req->route->fields; r != NULL && r->type != F_END; r++) {
		if (r->type != F_FILE)
			continue;
		given = false;
		for (u = req->uploads; u != NULL; u = u->next)
			if (spool_takes(r, u->field)) {
				given = true;
				check_file(req, r, u);
			}
		if (!given && (r->flags & FIELD_REQUIRED))
			problem_add(&req->fields.why, r->name, "%s",
			    r->missing != NULL ? gettext(r->missing) :
			    _("Choisissez un fichier."));
	}
}
