/*
 * The FastCGI loop of a worker; the only file that includes fcgiapp.h.
 * It decides nothing about pages: it makes a request, sends the answer, logs.
 */
#include "config.h"

#include "web/route.h"

#include <errno.h>
#include <fcgiapp.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/log.h"
#include "base/metrics.h"
#include "base/rand.h"
#include "base/sandbox.h"
#include "base/settings.h"
#include "base/text.h"
#include "store/migrate.h"
#include "web/answer.h"
#include "web/options.h"
#include "web/page.h"
#include "web/record.h"
#include "web/upload.h"

#define CACHE_BYTES	((size_t)4 * 1024 * 1024)

/* --- from FastCGI -------------------------------------------------------- */

/* Copied: FCGX strings die at Finish. NULL when absent or empty. */
static const char *
param(const FCGX_Request *fcgi, struct mem *mem, const char *name)
{
	const char *v = FCGX_GetParam(name, fcgi->envp);

	return v == NULL || *v == '\0' ? NULL : mem_strdup(mem, v);
}

static const char *
param_or(const FCGX_Request *fcgi, struct mem *mem, const char *name,
    const char *otherwise)
{
	const char *v = param(fcgi, mem, name);

	return v == NULL ? otherwise : v;
}

static size_t
read_body(void *arg, char *data, size_t size)
{
	FCGX_Request *fcgi = arg;
	int n;

	n = FCGX_GetStr(data, size > 65536 ? 65536 : (int)size, fcgi->in);
	return n > 0 ? (size_t)n : 0;
}

static enum rc
write_out(void *arg, const char *data, size_t len)
{
	FCGX_Request *fcgi = arg;
	int n;

	while (len > 0) {
		n = FCGX_PutStr(data, len > 65536 ? 65536 : (int)len,
		    fcgi->out);
		if (n <= 0)
			return RC_FAIL;
		data += n;
		len -= (size_t)n;
	}
	return RC_OK;
}

static int64_t
parse_length(const char *text)
{
	char *end;
	long long n;

	errno = 0;
	n = strtoll(text, &end, 10);
	return *text == '\0' ? 0 : *end != '\0' || errno != 0 || n < 0 ?
	    INT64_MAX : n;
}

/* A host name as it may stand in a link; anything else is not believed. */
static const char *
host_of(const FCGX_Request *fcgi, struct req *req)
{
	const char *host = param_or(fcgi, req->mem, "HTTP_HOST", "localhost");

	if (host[strspn(host, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:[]")] != '\0')
		host = "localhost";
	return mem_printf(req->mem, "%s://%s", req->tls ? "https" : "http",
	    host);
}

static void
read_headers(const FCGX_Request *fcgi, struct req *req)
{
	struct headers *h = &req->headers;
	struct mem *mem = req->mem;

	h->cookie = param(fcgi, mem, "HTTP_COOKIE");
	h->accept = param(fcgi, mem, "HTTP_ACCEPT");
	h->accept_language = param(fcgi, mem, "HTTP_ACCEPT_LANGUAGE");
	h->referer = param(fcgi, mem, "HTTP_REFERER");
	h->fetch_site = param(fcgi, mem, "HTTP_SEC_FETCH_SITE");
	h->csrf = param(fcgi, mem, "HTTP_X_CSRF_TOKEN");
	h->upload_offset = param(fcgi, mem, "HTTP_UPLOAD_OFFSET");
	h->upload_digest = param(fcgi, mem, "HTTP_UPLOAD_CHECKSUM");
	h->agent = param(fcgi, mem, "HTTP_USER_AGENT");
	h->authorization = param(fcgi, mem, "HTTP_AUTHORIZATION");
	req->if_none_match = param(fcgi, mem, "HTTP_IF_NONE_MATCH");
	req->takes_gzip = strcmp(param_or(fcgi, mem, "HTTP_ACCEPT_ENCODING",
	    ""), "gzip") == 0;
	req->wants_json = h->accept != NULL &&
	    strncmp(h->accept, "application/json", 16) == 0;
}

static void
read_request(FCGX_Request *fcgi, struct req *req)
{
	struct mem *mem = req->mem;
	const char *method = param_or(fcgi, mem, "REQUEST_METHOD", "");
	const char *https = param_or(fcgi, mem, "HTTPS", "");

	req->id = param(fcgi, mem, "REQUEST_ID");
	if (req->id == NULL)
		req->id = rand_token(mem, 12);
	req->head = strcmp(method, "HEAD") == 0;
	req->method = method_of(method);
	req->path = param_or(fcgi, mem, "DOCUMENT_URI", "/");
	req->query = param_or(fcgi, mem, "QUERY_STRING", "");
	req->address = param_or(fcgi, mem, "REMOTE_ADDR", "");
	req->tls = strcasecmp(https, "on") == 0;
	req->base = "";
	req->own_host = param(fcgi, mem, "TERREAU_PLATFORM");
	/* A platform on its own host has its own name; base_url is that of the
	 * installation, and wins over the name nginx gives it. */
	if (req->own_host != NULL || req->site == NULL)
		req->site = param(fcgi, mem, "TERREAU_SITE");
	req->host = host_of(fcgi, req);
	read_headers(fcgi, req);
	req->body = (struct body){ read_body, fcgi,
	    parse_length(param_or(fcgi, mem, "CONTENT_LENGTH", "")),
	    param_or(fcgi, mem, "CONTENT_TYPE", "") };
}

/* --- one request --------------------------------------------------------- */

static uint64_t
microseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

/* The path; where it holds a secret, the pattern that it matched. */
static const char *
logged_path(const struct req *req)
{
	return req->route != NULL && strstr(req->route->pattern, ":token") !=
	    NULL ? req->route->pattern : req->path;
}

static void
log_request(const struct req *req, const struct answer *a, uint64_t us,
    uint64_t bytes, uint64_t statements)
{
	static const enum metric by_class[] = { METRIC_STATUS_5XX,
	    METRIC_STATUS_2XX, METRIC_STATUS_2XX, METRIC_STATUS_3XX,
	    METRIC_STATUS_4XX, METRIC_STATUS_5XX };
	struct mem *mem = req->mem;

	metrics_add(METRIC_REQUESTS, 1);
	metrics_add(by_class[a->status / 100 % 6], 1);
	metrics_add(METRIC_BODY_BYTES, bytes);
	metrics_add(METRIC_STATEMENTS, statements);
	metrics_time(us);
	log_event(LOG_LEVEL_INFO, "request", "id", req->id,
	    "method", req->head ? "HEAD" : method_name(req->method),
	    "path", logged_path(req),
	    "status", mem_printf(mem, "%d", a->status),
	    "us", mem_printf(mem, "%llu", (unsigned long long)us),
	    "bytes", mem_printf(mem, "%llu", (unsigned long long)bytes),
	    "person", req->person == NULL ? "-" :
	    mem_printf(mem, "%lld", (long long)req->person->id),
	    "statements", mem_printf(mem, "%llu",
	    (unsigned long long)statements),
	    "kept", a->kept ? "yes" : "no", NULL);
}

struct service {
	const struct worker	*worker;
	struct db		*db;
	struct mem		*mem;
	const char		*site;		/* base_url, or NULL */
	struct cache		*cache;
	struct platform_shelf	*platforms;
	struct answer		 answer;
};

static void
serve(struct service *s, FCGX_Request *fcgi)
{
	struct req req = { .mem = s->mem, .db = s->db, .now = time(NULL),
	    .site = s->site, .platforms = s->platforms };
	uint64_t start = microseconds(), statements = db_statements(s->db);
	uint64_t bytes;
	struct res res;

	read_request(fcgi, &req);
	res_init(&res, &req);
	res.sink = write_out;
	res.sink_arg = fcgi;
	answer(s->worker, s->cache, &req, &res, &s->answer);
	bytes = res.streaming ? (uint64_t)res.sent_bytes : s->answer.body_len;
	if (res.streaming) {
		FCGX_Finish_r(fcgi);
	} else {
		record_send(fcgi->ipcFd, fcgi->requestId, s->answer.head,
		    s->answer.head_len, s->answer.body, s->answer.body_len);
		FCGX_Free(fcgi, 1);
	}
	log_request(&req, &s->answer, microseconds() - start, bytes,
	    db_statements(s->db) - statements);
	session_touch(&req);
	res_release(&res);
	mem_reset(s->mem);
}

/* --- start --------------------------------------------------------------- */

static enum rc
check_schema(struct db *db, const char *state)
{
	int found = migrate_current(db), known = migrate_latest();

	if (found == known)
		return RC_OK;
	log_event(LOG_LEVEL_ERROR, "schema", "state", state, "problem",
	    found < known ? "the database is older than the program: run "
	    "terreau migrate" : "the database is newer than the program: "
	    "install the newer Terreau", NULL);
	return RC_FAIL;
}

/* A page whose template is missing would fail the day somebody opens it. */
static enum rc
check_views(const char *dir)
{
	static const char *const names[] = { VIEW_NAMES };
	const char *const *name;
	char path[4096];

	for (name = names; *name != NULL; name++) {
		snprintf(path, sizeof(path), "%s/%s", dir, *name);
		if (access(path, R_OK) == 0)
			continue;
		log_event(LOG_LEVEL_ERROR, "no-template", "file", path,
		    "problem", "it is missing: install Terreau again", NULL);
		return RC_FAIL;
	}
	return RC_OK;
}

/* Read once: the worker is started again when the settings change. */
static enum rc
read_site(struct service *s, const struct options *o)
{
	struct mem *mem = mem_new();
	struct settings *settings;
	enum rc rc = settings_load(&settings, mem, o->state);
	const char *site;

	if (rc == RC_OK && (site = settings_text(settings, "base_url", NULL))
	    != NULL) {
		s->site = strndup(site, strlen(site) -
		    text_ends(site, "/"));
		if (s->site == NULL)
			abort();
	}
	mem_free(mem);
	return rc;
}

static enum rc
open_all(struct service *s, const struct options *o)
{
	enum rc rc;

	rand_init();
	if (lang_open(o->locale) != RC_OK || check_views(o->views) != RC_OK ||
	    views_load(o->views, s->worker->views) != RC_OK)
		return RC_FAIL;
	malloc_trim(0);		/* what reading the templates left behind */
	page_static_open(o->statics);
	rc = page_source_open(o->state);
	if (rc == RC_OK)
		rc = read_site(s, o);
	if (rc != RC_OK)
		return rc;
	rc = db_open(&s->db, o->state, DB_WORKER);
	if (rc == RC_NOT_FOUND)
		log_event(LOG_LEVEL_ERROR, "no-database", "state", o->state,
		    "problem", "run terreau migrate first", NULL);
	return rc == RC_OK ? check_schema(s->db, o->state) : RC_FAIL;
}

/* What a worker may still read and write: doc/operations.md. */
static enum rc
enter_sandbox(const struct options *o)
{
	const char *const readable[] = { "/usr/share", "/usr/lib",
	    "/usr/local/share", "/etc/fonts", "/var/cache/fontconfig",
	    o->views, NULL };
	const char *const writable[] = { o->state, NULL };
	const struct sandbox sandbox = { readable, writable, false };

	return sandbox_enter(&sandbox);
}

/* Is descriptor 0 the socket that the supervisor gives? */
static bool
has_socket(void)
{
	socklen_t len = sizeof(int);
	int listens = 0;

	return getsockopt(0, SOL_SOCKET, SO_ACCEPTCONN, &listens, &len) == 0 &&
	    listens != 0;
}

int
worker_run(const struct worker *worker, int argc, char **argv)
{
	struct service s = { .worker = worker, .answer = ANSWER_INIT };
	struct options o;
	FCGX_Request fcgi;
	int status;

	if (!options_read(&o, worker, argc, argv, &status))
		return status;
	if (!o.check && !has_socket()) {
		fprintf(stderr, "terreau-%s: descriptor 0 is not a FastCGI "
		    "socket: start it with spawn-fcgi (see --help)\n",
		    worker->name);
		return 2;
	}
	log_open(worker->name);
	if (open_all(&s, &o) != RC_OK)
		return 1;
	if (o.check) {
		printf("terreau-%s: everything is in place\n", worker->name);
		db_close(s.db);
		return 0;
	}
	metrics_open(o.state, worker->name);
	uploads_sweep(o.state, time(NULL));
	s.mem = mem_new();
	s.cache = cache_new(CACHE_BYTES);
	s.platforms = platform_shelf_new();
	if (FCGX_Init() != 0 || FCGX_InitRequest(&fcgi, 0, 0) != 0 ||
	    enter_sandbox(&o) != RC_OK)
		return 1;
	log_event(LOG_LEVEL_INFO, "ready", NULL);
	/* SIGTERM and SIGUSR1 are the library's: accept ends by them. */
	while (FCGX_Accept_r(&fcgi) == 0)
		serve(&s, &fcgi);
	answer_release(&s.answer);
	cache_free(s.cache);
	platform_shelf_free(s.platforms);
	mem_free(s.mem);
	free((char *)s.site);
	db_close(s.db);
	return 0;
}
