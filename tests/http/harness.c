/*
 * The browser of the tests.
 * It sends nothing over a network, and checks nothing by itself.
 */
#include "config.h"

#include "tests/http/harness.h"

#include <sqlite3.h>

#include "base/json.h"
#include "base/rand.h"
#include "domain/grant.h"
#include "domain/job.h"
#include "domain/mail.h"
#include "tests/unit/world.h"
#include "view/view.h"
#include "web/page.h"
#include "web/res.h"
#include "web/session.h"

static struct harness *last_started;

static const char *const fixtures =
    "INSERT INTO person (id, email, name, lang, confirmed_at, admin, created_at)"
    " VALUES (1, 'zoe@exemple.fr', 'Zoé', 'fr', 1, 0, 1),"
    " (2, 'ali@exemple.fr', 'Ali', 'fr', NULL, 0, 1),"
    " (3, 'ida@exemple.fr', 'Ida', 'fr', 1, 1, 1);"
    "INSERT INTO platform (id, slug, name, lang, time_zone, created_at, "
    "loaded_at) VALUES (1, 'cte', 'Territoire de la Côte Ouest', 'fr', "
    "'Indian/Reunion', 1, 1);";

/* --- database ------------------------------------------------------------ */

static sqlite3 *
raw_open(struct harness *h)
{
	const char *path = mem_printf(h->t.mem, "%s/terreau.db", h->t.dir);
	sqlite3 *sq;

	assert_int_equal(sqlite3_open_v2(path, &sq, SQLITE_OPEN_READWRITE,
	    NULL), SQLITE_OK);
	sqlite3_db_config(sq, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	sqlite3_exec(sq, "PRAGMA wal_autocheckpoint = 0", NULL, NULL, NULL);
	return sq;
}

static void
run_sql(struct harness *h, const char *sql)
{
	sqlite3 *sq = raw_open(h);
	char *error = NULL;

	if (sqlite3_exec(sq, sql, NULL, NULL, &error) != SQLITE_OK)
		fail_msg("%s: %s", sql, error);
	sqlite3_close(sq);
}

void
h_sql(struct harness *h, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	run_sql(h, mem_vprintf(h->t.mem, fmt, ap));
	va_end(ap);
}

int64_t
h_int(struct harness *h, const char *fmt, ...)
{
	sqlite3 *sq = raw_open(h);
	sqlite3_stmt *st;
	int64_t n = -1;
	va_list ap;

	va_start(ap, fmt);
	assert_int_equal(sqlite3_prepare_v2(sq, mem_vprintf(h->t.mem, fmt, ap),
	    -1, &st, NULL), SQLITE_OK);
	va_end(ap);
	if (sqlite3_step(st) == SQLITE_ROW)
		n = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	sqlite3_close(sq);
	return n;
}

void
harness_start(struct harness *h, const struct worker *worker)
{
	last_started = h;
	h->worker = worker;
	h->now = TEST_NOW;
	h->platforms = platform_shelf_new();
	if (views_count() == 0) {
		test_languages();
		assert_int_equal(views_load(test_path("TOP_SRCDIR", "views"),
		    NULL), RC_OK);
	}
}

void
harness_open(struct harness *h, const struct worker *worker)
{
	*h = (struct harness){ .worker = worker };
	rand_init();
	test_state_make(&h->t);
	harness_start(h, worker);
	run_sql(h, fixtures);
}

void
harness_world(struct harness *h, const struct worker *worker)
{
	world_make(&h->t);
	world_forms(&h->t);
	harness_start(h, worker);
}

void
harness_project(struct harness *h, const struct worker *submission)
{
	harness_world(h, submission);
	h_sign_in(h, ANNE);
	assert_int_equal(h_post(h, "/cte/deposer",
	    "titre=Composter+%C3%A0+Piton&porteur=2"), 303);
	assert_string_equal(h_header(h, "Location"), HARNESS_PROJECT);
}

void
harness_close(struct harness *h)
{
	cache_free(h->cache);
	platform_shelf_free(h->platforms);
	test_state_free(&h->t);
	*h = (struct harness){ 0 };
}

int
harness_end(void **state)
{
	(void)state;
	harness_close(last_started);
	return 0;
}

/* --- cookies ------------------------------------------------------------- */

/* Put name=value in the jar, in place of one of that name; "" removes it. */
static void
jar_put(struct harness *h, const char *name, size_t len, const char *value)
{
	char old[sizeof(h->jar)], *p, *next;

	memcpy(old, h->jar, sizeof(old));
	h->jar[0] = '\0';
	for (p = old; p != NULL && *p != '\0'; p = next) {
		next = strstr(p, "; ");
		if (next != NULL) {
			*next = '\0';
			next += 2;
		}
		if (strncmp(p, name, len) == 0 && p[len] == '=')
			continue;
		snprintf(h->jar + strlen(h->jar), sizeof(h->jar) -
		    strlen(h->jar), "%s%s", *h->jar == '\0' ? "" : "; ", p);
	}
	if (*value != '\0')
		snprintf(h->jar + strlen(h->jar), sizeof(h->jar) -
		    strlen(h->jar), "%s%.*s=%s", *h->jar == '\0' ? "" : "; ",
		    (int)len, name, value);
}

static void
take_cookies(struct harness *h)
{
	const char *p = h->head, *value;

	while ((p = strstr(p, "Set-Cookie: ")) != NULL) {
		p += strlen("Set-Cookie: ");
		value = p + strcspn(p, "=") + 1;
		jar_put(h, p, (size_t)(value - p) - 1, mem_strndup(h->t.mem,
		    value, strcspn(value, ";\r")));
	}
}

void
h_forget(struct harness *h)
{
	h->jar[0] = '\0';
}

/* The session's cookie in the jar, or NULL. */
static const char *
session_token(struct harness *h)
{
	const char *name = h->tls ? "__Host-" SESSION_COOKIE "=" :
	    SESSION_COOKIE "=";
	const char *p = strstr(h->jar, name);

	return p == NULL ? NULL : mem_strndup(h->t.mem, p + strlen(name),
	    strcspn(p + strlen(name), ";"));
}

/* --- requests ------------------------------------------------------------ */

struct feed {
	const char	*data;
	size_t		 len, step;
};

static size_t
feed_read(void *arg, char *data, size_t size)
{
	struct feed *f = arg;
	size_t n = f->len < size ? f->len : size;

	if (f->step != 0 && n > f->step)
		n = f->step;
	memcpy(data, f->data, n);
	f->data += n;
	f->len -= n;
	return n;
}

/* A request as the loop would make it. */
static void
make(struct harness *h, struct req *req, const char *method, const char *path)
{
	const char *query = strchr(path, '?');

	*req = (struct req){ .mem = h->t.mem, .db = h->t.db, .now = h->now,
	    .id = "test", .address = "192.0.2.1", .base = "", .tls = h->tls,
	    .host = h->tls ? "https://terreau.test" : "http://terreau.test",
	    .site = h->site, .own_host = h->own_host, .headers = h->headers,
	    .if_none_match = h->if_none_match, .wants_json = h->json,
	    .takes_gzip = h->gzip, .platforms = h->platforms };
	req->head = strcmp(method, "HEAD") == 0;
	req->method = method_of(method);
	req->path = mem_strndup(h->t.mem, path, query == NULL ? strlen(path) :
	    (size_t)(query - path));
	req->query = query == NULL ? "" : query + 1;
	req->headers.cookie = *h->jar == '\0' ? NULL :
	    mem_strdup(h->t.mem, h->jar);
	req->body.type = "";
}

static enum rc
count_bytes(void *arg, const char *data, size_t len)
{
	size_t *count = arg;

	(void)data;
	*count += len;
	return RC_OK;
}

int
h_send(struct harness *h, const char *method, const char *path,
    const char *type, const char *body, size_t len)
{
	struct feed feed = { body, len - h->cut, h->step };
	struct answer a = ANSWER_INIT;
	uint64_t before = db_statements(h->t.db);
	struct req req;
	struct res res;

	make(h, &req, method, path);
	req.body = (struct body){ feed_read, &feed, (int64_t)len, type };
	res_init(&res, &req);
	if (h->drop) {
		h->dropped = 0;
		res.sink = count_bytes;
		res.sink_arg = &h->dropped;
	}
	answer(h->worker, h->cache, &req, &res, &a);
	h->status = res.streaming ? res.status : a.status;
	h->head = res.streaming ? "" : mem_strndup(h->t.mem, a.head,
	    a.head_len);
	h->body = res.streaming ? "" : mem_strndup(h->t.mem, a.body,
	    a.body_len);
	h->body_len = a.body_len;
	h->kept = a.kept;
	h->statements = db_statements(h->t.db) - before;
	take_cookies(h);
	session_touch(&req);
	res_release(&res);
	answer_release(&a);
	return h->status;
}

int
h_get(struct harness *h, const char *path)
{
	return h_send(h, "GET", path, "", "", 0);
}

int
h_head(struct harness *h, const char *path)
{
	return h_send(h, "HEAD", path, "", "", 0);
}

int
h_post(struct harness *h, const char *path, const char *body)
{
	if (strstr(body, "csrf=") == NULL)
		body = mem_printf(h->t.mem, "%s%scsrf=%s", body,
		    *body == '\0' ? "" : "&", h_csrf(h));
	return h_send(h, "POST", path, "application/x-www-form-urlencoded",
	    body, strlen(body));
}

int
h_post_parts(struct harness *h, const char *path, const char *body, size_t len)
{
	return h_send(h, "POST", path, "multipart/form-data; boundary=XyZ",
	    body, len);
}

void
h_sign_in(struct harness *h, int64_t person_id)
{
	struct req req;
	struct res res;

	h_forget(h);
	if (person_id == 0)
		return;
	make(h, &req, "GET", "/");
	res_init(&res, &req);
	assert_int_equal(session_start(&req, &res, person_id), RC_OK);
	h->head = mem_strndup(h->t.mem, res.headers.data, res.headers.len);
	take_cookies(h);
	res_release(&res);
}

void
h_grant(struct harness *h, int64_t person_id, const char *role)
{
	const struct scope scope = { "platform", PLATFORM, PLATFORM };

	assert_int_equal(db_write_begin(h->t.db), RC_OK);
	grant_put(h->t.db, person_id, role, &scope, 0, 0, TEST_NOW);
	assert_int_equal(db_write_commit(h->t.db), RC_OK);
}

const char *
h_csrf(struct harness *h)
{
	const char *token = session_token(h);

	return token == NULL ? "" : session_csrf_of(h->t.mem, token);
}

/* --- replies ------------------------------------------------------------- */

const char *
h_header(struct harness *h, const char *name)
{
	size_t len = strlen(name);
	const char *p;

	for (p = h->head; *p != '\0' && *p != '\r'; p = strstr(p, "\r\n") + 2)
		if (strncmp(p, name, len) == 0 && p[len] == ':')
			return mem_strndup(h->t.mem, p + len + 2,
			    strcspn(p + len + 2, "\r"));
	return NULL;
}

int
h_follow(struct harness *h)
{
	const char *location = h_header(h, "Location");

	assert_non_null(location);
	return h_get(h, location);
}

void
h_has(struct harness *h, const char *text)
{
	if (strstr(h->body, text) == NULL) {
		fprintf(stderr, "(%d) %s\n", h->status, h->body);
		fail_msg("no \"%s\"", text);
	}
}

void
h_has_not(struct harness *h, const char *text)
{
	if (strstr(h->body, text) != NULL) {
		fprintf(stderr, "(%d) %s\n", h->status, h->body);
		fail_msg("there is \"%s\"", text);
	}
}

const char *
h_hidden(struct harness *h, const char *name)
{
	const char *p = strstr(h->body, mem_printf(h->t.mem,
	    "name=\"%s\" value=\"", name));

	if (p == NULL)
		fail_msg("no hidden %s in (%d) %s", name, h->status, h->body);
	p = strstr(p, "value=\"") + 7;
	return mem_strndup(h->t.mem, p, strcspn(p, "\""));
}

const char *
h_mail(struct harness *h)
{
	struct job *job;
	struct mail m;
	const char *text;

	if (job_take(&job, h->t.db, h->t.mem, h->now + 1, 60) != RC_OK)
		return NULL;
	mail_of_job(&m, job->payload, job->key);
	text = mem_printf(h->t.mem, "%s\n%s", m.to, m.body);
	json_object_put(job->payload);
	assert_int_equal(job_end(h->t.db, job, RC_OK, NULL, h->now), RC_OK);
	return text;
}
