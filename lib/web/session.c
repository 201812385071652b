/*
 * Cookies and sessions.
 * Only digests of tokens are stored; a GET writes nothing, so the sentence for
 * the next page travels in a signed cookie.
 */
#include "config.h"

#include "web/session.h"

#include <string.h>

#include <sodium.h>

#include "base/digest.h"
#include "base/rand.h"
#include "base/text.h"
#include "web/cookie.h"
#include "web/res.h"

#define COOKIE		SESSION_COOKIE
#define COOKIE_FLASH	"terreau-flash"
#define TOKEN_BYTES	32
#define TOKEN_CHARS	43	/* base64url without padding */
#define FLASH_MAX	600	/* bytes of the sentence */
#define AGENT_MAX	200

/* --- tokens -------------------------------------------------------------- */

static bool
is_token(const char *s)
{
	return s != NULL && strlen(s) == TOKEN_CHARS &&
	    strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	    "0123456789-_") == TOKEN_CHARS;
}

const char *
session_csrf_of(struct mem *mem, const char *token)
{
	return digest_hmac_text(mem, token, "csrf");
}

/* A session known by its token alone. */
static struct session *
session_make(struct req *req, const char *token)
{
	struct session *s = MEM_NEW(req->mem, struct session);

	s->token = token;
	s->csrf = session_csrf_of(req->mem, token);
	s->flash_kind = "ok";
	return s;
}

/* --- flash --------------------------------------------------------------- */

static const char *
flash_signature(const struct req *req, const char *kind, const char *text)
{
	return digest_hmac_text(req->mem, req->session->token,
	    mem_printf(req->mem, "flash %s %s", kind, text));
}

/* "kind.signature.base64url(text)" */
static void
flash_load(struct req *req)
{
	const char *value = cookie_get(req, COOKIE_FLASH), *signature, *text;
	char kind[8] = "", *plain;
	size_t n, len;

	n = value == NULL ? 0 : strcspn(value, ".");
	if (n == 0 || n >= sizeof(kind) || value[n] != '.')
		return;
	memcpy(kind, value, n);
	signature = value + n + 1;
	if (strlen(signature) < DIGEST_HEX || signature[64] != '.')
		return;
	text = signature + 65;
	plain = mem_alloc(req->mem, strlen(text) + 1);
	if (sodium_base642bin((unsigned char *)plain, strlen(text), text,
	    strlen(text), NULL, &len, NULL,
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
		return;
	plain[len] = '\0';
	if (!text_equal_const_time(signature, flash_signature(req, kind,
	    plain), 64))
		return;
	req->session->flash_kind = mem_strdup(req->mem, kind);
	req->session->flash = plain;
}

void
session_flash_send(struct res *res)
{
	struct req *req = res->req;
	const char *text;
	char *coded;
	size_t size;

	if (res->flash == NULL)
		return;
	session_for_form(req, res);
	text = text_truncate(req->mem, res->flash, FLASH_MAX / 4);
	size = sodium_base64_encoded_len(strlen(text),
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	coded = mem_alloc(req->mem, size);
	sodium_bin2base64(coded, size, (const unsigned char *)text,
	    strlen(text), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	res_cookie(res, COOKIE_FLASH, mem_printf(req->mem, "%s.%s.%s",
	    res->flash_kind, flash_signature(req, res->flash_kind, text),
	    coded), 60);
}

void
session_flash_shown(struct res *res)
{
	if (res->req->session->flash == NULL)
		return;
	res->req->session->flash = NULL;
	res_cookie(res, COOKIE_FLASH, "", 0);
}

/* --- sessions ------------------------------------------------------------ */

static const unsigned char *
hash_of(const struct req *req, const char *token)
{
	unsigned char *hash = mem_alloc(req->mem, DIGEST_SIZE);

	digest_sha256(hash, token, strlen(token));
	return hash;
}

static void
person_fill(struct req *req, struct stmt *s)
{
	struct person *p = MEM_NEW(req->mem, struct person);

	p->at = req->now;
	p->id = stmt_int(s, "person_id");
	p->email = stmt_str(s, req->mem, "email");
	p->name = stmt_str(s, req->mem, "name");
	p->lang = stmt_str(s, req->mem, "lang");
	p->confirmed_at = stmt_int(s, "confirmed_at");
	p->admin = stmt_bool(s, "admin");
	req->person = p;
}

void
session_load(struct req *req)
{
	const char *token = cookie_get(req, COOKIE);
	struct stmt *s;

	if (!is_token(token))
		return;
	req->session = session_make(req, token);
	s = db_query(req->db, Q_SESSION_BY_HASH,
	    B(hash, hash_of(req, token), DIGEST_SIZE), I(now, req->now));
	if (stmt_step(s)) {
		req->session->id = stmt_int(s, "id");
		req->session->created_at = stmt_int(s, "created_at");
		req->session->seen_at = stmt_int(s, "seen_at");
		person_fill(req, s);
		req->session->person_id = req->person->id;
		stmt_done(s);
	}
	flash_load(req);
}

static int64_t
expiry(int64_t created_at, int64_t now)
{
	int64_t idle = now + SESSION_IDLE, last = created_at + SESSION_LONGEST;

	return idle < last ? idle : last;
}

enum rc
session_start(struct req *req, struct res *res, int64_t person_id)
{
	const char *token = rand_token(req->mem, TOKEN_BYTES), *agent;
	enum rc rc = db_write_begin(req->db);

	if (rc != RC_OK)
		return rc;
	agent = req->headers.agent == NULL ? "" : text_truncate(req->mem,
	    text_from_bytes(req->mem, req->headers.agent,
	    strlen(req->headers.agent)), AGENT_MAX);
	if (req->session != NULL)
		db_run(req->db, Q_SESSION_DROP_HASH, B(hash,
		    hash_of(req, req->session->token), DIGEST_SIZE));
	db_run(req->db, Q_SESSION_DROP_EXPIRED, I(now, req->now));
	db_run(req->db, Q_SESSION_ADD,
	    B(hash, hash_of(req, token), DIGEST_SIZE), I(person, person_id),
	    T(address, req->address), T(agent, agent), I(now, req->now),
	    I(expires, expiry(req->now, req->now)));
	db_run(req->db, Q_ACCOUNT_USED, I(now, req->now),
	    I(person, person_id));
	rc = db_write_commit(req->db);
	if (rc != RC_OK)
		return rc;
	req->headers.cookie = mem_printf(req->mem, "%s" COOKIE "=%s",
	    req->tls ? "__Host-" : "", token);
	session_load(req);
	res_cookie(res, COOKIE, token, SESSION_LONGEST);
	return RC_OK;
}

enum rc
session_end(struct req *req, struct res *res)
{
	enum rc rc;

	if (req->session == NULL)
		return RC_OK;
	rc = db_write_run(req->db, RC_OK, Q_SESSION_DROP_HASH, B(hash,
	    hash_of(req, req->session->token), DIGEST_SIZE));
	if (rc != RC_OK)
		return rc;
	res_cookie(res, COOKIE, "", 0);
	/* What the browser kept of the pages goes with the session. */
	res_header(res, "Clear-Site-Data", "\"cache\"");
	req->session = NULL;
	req->person = NULL;
	return RC_OK;
}

void
session_touch(struct req *req)
{
	const struct session *s = req->session;

	if (s == NULL || s->id == 0 || req->now - s->seen_at < SESSION_TOUCH ||
	    db_write_begin(req->db) != RC_OK)
		return;
	db_run(req->db, Q_ACCOUNT_USED, I(now, req->now),
	    I(person, req->person->id));
	db_run(req->db, Q_SESSION_SEEN, I(now, req->now),
	    I(expires, expiry(s->created_at, req->now)), I(id, s->id));
	db_write_commit(req->db);
}

void
session_for_form(struct req *req, struct res *res)
{
	if (req->session != NULL)
		return;
	req->session = session_make(req, rand_token(req->mem, TOKEN_BYTES));
	res_cookie(res, COOKIE, req->session->token, -1);
}

bool
session_csrf_is(const struct req *req, const char *token)
{
	return req->session != NULL && token != NULL &&
	    strlen(token) == strlen(req->session->csrf) &&
	    text_equal_const_time(token, req->session->csrf, strlen(token));
}
