/*
 * Forms that wait for a sign-in.
 * It never sends them by itself: the person reads them again and decides.
 */
#include "config.h"

#include "web/park.h"

#include <string.h>

#include "base/digest.h"
#include "base/json.h"
#include "base/log.h"
#include "base/rand.h"
#include "base/text.h"
#include "web/res.h"
#include "web/route.h"

#define NESTING		4

/* May the parameter be kept: a rule names it, and it is no secret. */
static bool
may_keep(const struct route *route, const char *name)
{
	const struct field_rule *r;

	for (r = route->fields; r != NULL && r->type != F_END; r++)
		if (r->type == F_ANSWERS ? text_starts(name, r->name) :
		    strcmp(name, r->name) == 0)
			return r->type != F_PASSWORD && r->type != F_FILE;
	return false;
}

static const char *
fields_text(const struct req *req)
{
	struct json_object *list = json_object_new_array(), *pair;
	const struct param *p;
	const char *text;

	for (p = req->sent.first; p != NULL; p = p->next) {
		if (!may_keep(req->route, p->name))
			continue;
		pair = json_object_new_array();
		json_object_array_add(pair, json_object_new_string(p->name));
		json_object_array_add(pair, json_object_new_string(p->value));
		json_object_array_add(list, pair);
	}
	text = json_string(req->mem, list);
	json_object_put(list);
	return text;
}

/* Where the form is shown: the same address, or the page it was sent from. */
static const char *
form_address(struct req *req)
{
	struct req as_get = *req;
	const char *path = req->headers.referer;
	size_t host = strlen(req->host);
	unsigned allow;

	as_get.method = GET;
	if (route_find(req->worker, &as_get, &allow) != NULL)
		return req_here(req);
	if (path != NULL && strncmp(path, req->host, host) == 0 &&
	    url_is_local(path + host))
		return mem_strndup(req->mem, path + host,
		    strcspn(path + host, "#"));
	return home_url(req);
}

/* The person whose session, though ended, came with the form; 0: unknown. */
static int64_t
owner(const struct req *req)
{
	unsigned char hash[DIGEST_SIZE];

	if (req->person != NULL)
		return req->person->id;
	if (req->session == NULL)
		return 0;
	digest_sha256(hash, req->session->token, strlen(req->session->token));
	return db_int(req->db, 0, Q_SESSION_OWNER,
	    B(hash, hash, DIGEST_SIZE));
}

size_t
park_room(const struct req *req)
{
	return owner(req) != 0 ? PARK_BYTES : PARK_STRANGER;
}

/* The address without an earlier token of return. */
static const char *
with_token(struct req *req, const char *address, const char *token)
{
	const char *query = strchr(address, '?'), *old;
	size_t len = strlen(address);

	old = query == NULL ? NULL : strstr(query, PARK_RETURN "=");
	if (old != NULL)	/* always the last one: see below */
		len = (size_t)(old - address) - 1;
	return mem_printf(req->mem, "%.*s%c" PARK_RETURN "=%s", (int)len, address,
	    memchr(address, '?', len) == NULL ? '?' : '&', token);
}

const char *
park_form(struct req *req)
{
	const char *token = rand_token(req->mem, 32), *fields;
	unsigned char hash[DIGEST_SIZE];
	int64_t person = owner(req);

	digest_sha256(hash, token, strlen(token));
	fields = fields_text(req);
	if (strlen(fields) > PARK_BYTES || db_write_begin(req->db) != RC_OK)
		return NULL;
	db_run(req->db, Q_PARKED_DROP_OLD, I(since, req->now - PARK_LIFETIME),
	    I(keep, PARK_KEPT));
	db_run(req->db, Q_PARKED_ADD, B(hash, hash, DIGEST_SIZE),
	    ID(person, person), T(fields, fields), I(now, req->now));
	if (db_write_commit(req->db) != RC_OK) {
		log_event(LOG_LEVEL_WARN, "park", "request", req->id, NULL);
		return NULL;
	}
	return with_token(req, form_address(req), token);
}

static void
read_fields(struct req *req, const char *text)
{
	struct json_object *list, *pair;
	size_t i;

	if (json_parse(&list, text, strlen(text), NESTING, NULL) != RC_OK)
		return;
	req->parked = MEM_NEW(req->mem, struct params);
	req->parked->mem = req->mem;
	for (i = 0; i < json_count(list); i++) {
		pair = json_at(list, i);
		if (json_at_text(pair, 0) != NULL &&
		    json_at_text(pair, 1) != NULL)
			param_add(req->parked,
			    mem_strdup(req->mem, json_at_text(pair, 0)),
			    mem_strdup(req->mem, json_at_text(pair, 1)));
	}
	json_object_put(list);
}

void
park_load(struct req *req)
{
	const char *token = param_get(&req->sent, PARK_RETURN);
	unsigned char hash[DIGEST_SIZE];
	struct stmt *s;
	int64_t person;

	if (req->method != GET || token == NULL)
		return;
	digest_sha256(hash, token, strlen(token));
	s = db_query(req->db, Q_PARKED_BY_HASH, B(hash, hash, DIGEST_SIZE),
	    I(since, req->now - PARK_LIFETIME));
	if (!stmt_step(s))
		return;
	person = stmt_int(s, "person_id");
	if (person == 0 || (req->person != NULL && req->person->id == person))
		read_fields(req, stmt_text(s, "fields_json"));
	stmt_done(s);
}
