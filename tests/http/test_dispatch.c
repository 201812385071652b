/*
 * The dispatcher, through a small worker of its own: who is let through, what
 * the others are told, and what happens to what they typed.
 */
#include "config.h"

#include "tests/http/harness.h"

#include <dirent.h>

#include "base/file.h"
#include "base/text.h"
#include "web/park.h"
#include "web/res.h"
#include "web/upload.h"

static struct harness h;

/* --- a worker for tests -------------------------------------------------- */

static void
say(struct res *res, const char *text)
{
	res_bytes(res, 200, "text/plain; charset=utf-8", text, strlen(text));
}

static void
show_path(struct req *req, struct res *res)
{
	say(res, mem_printf(req->mem, "%s %s", req->route->pattern,
	    req->params[0] == NULL ? "" : req->params[req->params[1] != NULL]));
}

static void
form_get(struct req *req, struct res *res)
{
	say(res, mem_printf(req->mem, "csrf=%s titre=[%s] avis=%d flash=%s",
	    req->session == NULL ? "" : req->session->csrf,
	    req_typed(req, "titre", "rangé"),
	    req_chosen(req, "avis", "oui", false),
	    req->session == NULL || req->session->flash == NULL ? "" :
	    req->session->flash));
	if (req->session != NULL)
		session_flash_shown(res);
}

static void
form_post(struct req *req, struct res *res)
{
	res_redirect_flash(res, req_url(req, "/cte/formulaire"),
	    mem_printf(req->mem, "Enregistré : %s",
	    field_or_empty(&req->fields, "titre")));
}

static void
form_invalid(struct req *req, struct res *res)
{
	say(res, mem_printf(req->mem, "%s|%s", req_typed(req, "titre", "x"),
	    req->fields.why.first->text));
	res->status = 422;
}

static void
upload_post(struct req *req, struct res *res)
{
	struct upload *u = upload_next(req, NULL, "piece");
	const char *kept;

	if (u != NULL && field_bool(&req->fields, "garder")) {
		kept = mem_printf(req->mem, "%s/kept", db_state_dir(req->db));
		assert_int_equal(file_store_durably(u->fd, u->path, kept),
		    RC_OK);
	}
	say(res, u == NULL ? "none" : mem_printf(req->mem, "%s %s %ld %s",
	    u->filename, u->type, (long)u->size_bytes, u->sha256));
}

static void
leaves_a_write_open(struct req *req, struct res *res)
{
	assert_int_equal(db_write_begin(req->db), RC_OK);
	say(res, "fait");
}

static void
writes_in_a_get(struct req *req, struct res *res)
{
	db_run(req->db, Q_TEST_SETTING_PUT, T(key, "a"), T(value, "b"));
	say(res, "fait");
}

static void
redirects_as_told(struct req *req, struct res *res)
{
	res_redirect(res, field_or_empty(&req->fields, "suite"));
}

static void
sets_a_header(struct req *req, struct res *res)
{
	res_header(res, "X-Test", field_or_empty(&req->fields, "suite"));
	say(res, "");
}

static void
signs_in(struct req *req, struct res *res)
{
	assert_int_equal(session_start(req, res, 1), RC_OK);
	res_redirect(res, "/");
}

static void
signs_out(struct req *req, struct res *res)
{
	assert_int_equal(session_end(req, res), RC_OK);
	res_redirect(res, "/");
}

static void
shows_a_frame(struct req *req, struct res *res)
{
	res_page(res, "Compte");
	res_view(res, 200, "layout/error.tpl");
	(void)req;
}

static enum rc
secret_object(struct req *req)
{
	req->object.published = false;
	return RC_OK;
}

static enum rc
no_object(struct req *req)
{
	(void)req;
	return RC_NOT_FOUND;
}

static const struct field_rule form_fields[] = {
	{ .name = "titre", .type = F_TEXT, .flags = FIELD_REQUIRED, .max = 20 },
	{ .name = "avis", .type = F_CHOICE, .choices = "oui|non" },
	{ .name = "secret", .type = F_PASSWORD },
	{ .name = "a.", .type = F_ANSWERS },
	{ .type = F_END }
};
static const struct field_rule upload_fields[] = {
	{ .name = "piece", .type = F_FILE, .max = 1000 },
	{ .name = "garder", .type = F_BOOL },
	{ .type = F_END }
};
static const struct field_rule any_text[] = {
	{ .name = "suite", .type = F_LONG },
	{ .type = F_END }
};

static const struct route routes[] = {
	{ GET, "/", RIGHT_PUBLIC, .handler = show_path },
	{ GET, "/:platform/", RIGHT_PUBLIC, .handler = show_path },
	{ GET, "/:platform/projets", RIGHT_PUBLIC, .handler = show_path },
	{ GET, "/:platform/projets/:slug", RIGHT_PUBLIC, .handler = show_path },
	{ GET, "/:platform/projets/:slug.json", RIGHT_PUBLIC,
	    .handler = show_path },
	{ GET, "/:platform/projets/nouveau", RIGHT_SIGNED_IN,
	    .handler = show_path },
	{ GET, "/:platform/formulaire", RIGHT_SIGNED_IN, NULL, form_fields,
	    form_get, .flags = ROUTE_FORM },
	{ POST, "/:platform/formulaire", RIGHT_SIGNED_IN, NULL, form_fields,
	    form_post, form_invalid },
	{ GET, "/:platform/avis", RIGHT_PUBLIC, NULL, form_fields, form_get,
	    .flags = ROUTE_FORM | ROUTE_CACHED },
	{ POST, "/:platform/avis", RIGHT_PUBLIC, NULL, form_fields, form_post,
	    form_invalid },
	{ POST, "/:platform/sans-page", RIGHT_SIGNED_IN, NULL, form_fields,
	    form_post },
	{ POST, "/:platform/long", RIGHT_SIGNED_IN, NULL, form_fields,
	    form_post, form_invalid, (size_t)128 * 1024 * 1024, ROUTE_UPLOAD },
	{ POST, "/:platform/pieces", RIGHT_SIGNED_IN, NULL, upload_fields,
	    upload_post, form_invalid, 4000, ROUTE_UPLOAD },
	{ GET, "/:platform/mon-compte", RIGHT_SIGNED_IN,
	    .handler = show_path, .flags = ROUTE_ANYONE },
	{ GET, "/:platform/administration", RIGHT_PLATFORM_EDIT,
	    .handler = show_path },
	{ GET, "/:platform/secret", RIGHT_PLATFORM_EDIT, secret_object,
	    .handler = show_path },
	{ GET, "/:platform/rien", RIGHT_PUBLIC, no_object,
	    .handler = show_path },
	{ GET, "/:platform/interdit", RIGHT_NONE, .handler = show_path },
	{ GET, "/compte/page", RIGHT_PUBLIC, NULL, any_text, shows_a_frame },
	{ GET, "/ecrit", RIGHT_PUBLIC, .handler = writes_in_a_get },
	{ GET, "/ouvert", RIGHT_PUBLIC, .handler = leaves_a_write_open },
	{ GET, "/suite", RIGHT_PUBLIC, NULL, any_text, redirects_as_told },
	{ GET, "/entete", RIGHT_PUBLIC, NULL, any_text, sets_a_header },
	{ POST, "/entrer", RIGHT_PUBLIC, .handler = signs_in },
	{ POST, "/sortir", RIGHT_SIGNED_IN, .handler = signs_out },
	{ .method = 0 }
};

static const struct worker worker = { .name = "test", .routes = routes };

static int
setup(void **state)
{
	(void)state;
	harness_open(&h, &worker);
	return 0;
}

/* --- paths --------------------------------------------------------------- */

static void
the_most_literal_row_answers(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, "/cte/projets/jardin"), 200);
	assert_string_equal(h.body, "/:platform/projets/:slug jardin");
	assert_int_equal(h_get(&h, "/cte/projets/jardin.json"), 200);
	assert_string_equal(h.body, "/:platform/projets/:slug.json jardin");
	assert_int_equal(h_get(&h, "/cte/projets/nouveau"), 303);
	assert_int_equal(h_get(&h, "/cte/"), 200);
	assert_string_equal(h.body, "/:platform/ cte");
	assert_int_equal(h_get(&h, "/"), 200);
	assert_int_equal(h_get(&h, "/healthz"), 200);
	assert_int_equal(h_get(&h, "/healthz/test"), 200);
	assert_int_equal(h_get(&h, "/healthz/autre"), 404);
}

static void
an_unknown_path_is_404_with_a_kind_page(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, "/cte/x/y"), 404);
	h_has(&h, "Cette page n’existe pas");
	h_has(&h, "Territoire de la Côte Ouest");
	assert_int_equal(h_get(&h, "/nulle-part/projets"), 404);
	assert_int_equal(h_get(&h, "/cte/projets/"), 308);
	assert_string_equal(h_header(&h, "Location"), "/cte/projets");
	assert_int_equal(h_get(&h, "/cte?a=b"), 308);
	assert_string_equal(h_header(&h, "Location"), "/cte/?a=b");
	assert_int_equal(h_get(&h, "//evil.example"), 404);
	assert_int_equal(h_get(&h, "/cte/\xff"), 400);
	assert_int_equal(h_get(&h, "/?a=%ff"), 400);
	assert_int_equal(h_get(&h, "/cte/rien"), 404);
}

static void
another_method_is_405_and_says_which(void **state)
{
	(void)state;
	assert_int_equal(h_post(&h, "/cte/projets", ""), 405);
	assert_string_equal(h_header(&h, "Allow"), "GET, HEAD");
	assert_int_equal(h_get(&h, "/entrer"), 405);
	assert_string_equal(h_header(&h, "Allow"), "POST");
	assert_int_equal(h_send(&h, "DELETE", "/cte/avis", "", "", 0), 405);
	assert_string_equal(h_header(&h, "Allow"), "GET, HEAD, POST");
	assert_int_equal(h_send(&h, "DELETE", "/x/y/z", "", "", 0), 404);
}

static void
head_is_get_without_its_body(void **state)
{
	const char *length;

	(void)state;
	h_get(&h, "/cte/projets");
	length = h_header(&h, "Content-Length");
	assert_int_equal(h_head(&h, "/cte/projets"), 200);
	assert_int_equal(h.body_len, 0);
	assert_string_equal(h_header(&h, "Content-Length"), length);
}

static void
every_reply_protects_the_person(void **state)
{
	static const char *const paths[] = { "/", "/x/y", "/cte/formulaire",
	    "/cte/interdit", "/cte", "/ouvert", "/healthz" };
	const char *policy;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		h_get(&h, paths[i]);
		policy = h_header(&h, "Content-Security-Policy");
		assert_non_null(policy);
		assert_non_null(strstr(policy, "default-src 'self'"));
		assert_null(strstr(policy, "unsafe"));
		assert_non_null(strstr(policy, "frame-ancestors 'none'"));
		assert_string_equal(h_header(&h, "X-Content-Type-Options"),
		    "nosniff");
		assert_non_null(h_header(&h, "Referrer-Policy"));
		assert_null(h_header(&h, "Strict-Transport-Security"));
	}
	h.tls = true;
	h_get(&h, "/");
	assert_non_null(h_header(&h, "Strict-Transport-Security"));
}

/* --- who ----------------------------------------------------------------- */

static void
nobody_is_sent_to_sign_in_and_comes_back(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, "/cte/formulaire?titre=a%20b"), 303);
	assert_string_equal(h_header(&h, "Location"), "/compte/connexion"
	    "?suite=%2Fcte%2Fformulaire%3Ftitre%3Da%2520b");
	h.json = true;
	assert_int_equal(h_get(&h, "/cte/formulaire"), 401);
	assert_int_equal(h_get(&h, "/metrics"), 401);
}

static void
an_unproved_address_waits_but_for_its_account(void **state)
{
	(void)state;
	h_sign_in(&h, 2);
	assert_int_equal(h_get(&h, "/cte/formulaire"), 303);
	assert_string_equal(h_header(&h, "Location"), "/compte/confirmation"
	    "?suite=%2Fcte%2Fformulaire");
	assert_int_equal(h_get(&h, "/cte/mon-compte"), 200);
	assert_int_equal(h_get(&h, "/cte/projets"), 200);
}

static void
a_wrong_role_is_refused_and_learns_nothing(void **state)
{
	(void)state;
	h_sign_in(&h, 1);
	assert_int_equal(h_get(&h, "/cte/administration"), 403);
	assert_int_equal(h_get(&h, "/cte/secret"), 404);
	assert_int_equal(h_get(&h, "/cte/interdit"), 403);
	assert_int_equal(h_get(&h, "/metrics"), 403);
	h_forget(&h);
	h_sign_in(&h, 3);
	assert_int_equal(h_get(&h, "/cte/administration"), 200);
	assert_int_equal(h_get(&h, "/cte/secret"), 200);
	assert_int_equal(h_get(&h, "/cte/interdit"), 403);
	assert_int_equal(h_get(&h, "/metrics"), 200);
}

static void
a_session_ends_when_unused_and_in_the_end(void **state)
{
	int64_t start = h.now;

	(void)state;
	h_sign_in(&h, 1);
	h.now = start + SESSION_IDLE - 1;
	assert_int_equal(h_get(&h, "/cte/mon-compte"), 200);
	h.now += SESSION_IDLE - 1;	/* the visit counted */
	assert_int_equal(h_get(&h, "/cte/mon-compte"), 200);
	h.now += SESSION_IDLE;
	assert_int_equal(h_get(&h, "/cte/mon-compte"), 303);
	h.now = start;
	h_forget(&h);
	h_sign_in(&h, 1);
	for (; h.now < start + SESSION_LONGEST; h.now += SESSION_IDLE / 2)
		assert_int_equal(h_get(&h, "/cte/mon-compte"), 200);
	assert_int_equal(h_get(&h, "/cte/mon-compte"), 303);
}

static void
signing_in_changes_the_token_and_out_revokes_it(void **state)
{
	char before[sizeof(h.jar)], during[sizeof(h.jar)];

	(void)state;
	h_get(&h, "/cte/avis");
	memcpy(before, h.jar, sizeof(before));
	assert_int_equal(h_post(&h, "/entrer", ""), 303);
	memcpy(during, h.jar, sizeof(during));
	assert_string_not_equal(before, during);
	assert_int_equal(h_get(&h, "/cte/mon-compte"), 200);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM session WHERE "
	    "length(hash) = 32 AND person_id = 1"), 1);
	assert_int_equal(h_post(&h, "/sortir", ""), 303);
	assert_string_equal(h_header(&h, "Clear-Site-Data"), "\"cache\"");
	memcpy(h.jar, during, sizeof(during));
	assert_int_equal(h_get(&h, "/cte/mon-compte"), 303);
	memcpy(h.jar, before, sizeof(before));
	assert_int_equal(h_get(&h, "/cte/mon-compte"), 303);
}

static void
cookies_are_locked_down(void **state)
{
	const char *cookie;

	(void)state;
	h_get(&h, "/cte/avis");
	cookie = h_header(&h, "Set-Cookie");
	assert_non_null(strstr(cookie, "; HttpOnly"));
	assert_non_null(strstr(cookie, "; SameSite=Lax"));
	assert_non_null(strstr(cookie, "; Path=/"));
	assert_int_equal(strncmp(cookie, "terreau=", 8), 0);
	h_forget(&h);
	h.tls = true;
	h_get(&h, "/cte/avis");
	cookie = h_header(&h, "Set-Cookie");
	assert_int_equal(strncmp(cookie, "__Host-terreau=", 15), 0);
	assert_non_null(strstr(cookie, "; Secure"));
}

/* --- forms --------------------------------------------------------------- */

static void
a_form_is_received_and_answered_once(void **state)
{
	(void)state;
	h_sign_in(&h, 1);
	assert_int_equal(h_post(&h, "/cte/formulaire", "titre=Jardin"), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "flash=Enregistré : Jardin");
	h_get(&h, "/cte/formulaire");
	h_has_not(&h, "Enregistré");
}

static void
a_wrong_field_shows_the_form_again_as_typed(void **state)
{
	(void)state;
	h_sign_in(&h, 1);
	assert_int_equal(h_post(&h, "/cte/formulaire",
	    "titre=Un+titre+beaucoup+trop+long"), 422);
	h_has(&h, "Un titre beaucoup trop long|");
	assert_int_equal(h_post(&h, "/cte/formulaire", ""), 422);
	h_has(&h, "|Remplissez ce champ.");
}

static void
a_visitor_can_send_a_public_form(void **state)
{
	(void)state;
	h_get(&h, "/cte/avis");
	assert_int_equal(h_post(&h, "/cte/avis", "titre=Oui"), 303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM session"), 0);
}

static void
a_form_from_elsewhere_is_refused(void **state)
{
	(void)state;
	h_sign_in(&h, 1);
	assert_int_equal(h_post(&h, "/cte/formulaire", "titre=a&csrf="), 403);
	assert_int_equal(h_post(&h, "/cte/formulaire", "titre=a&csrf=x"), 403);
	h.headers.fetch_site = "cross-site";
	assert_int_equal(h_post(&h, "/cte/formulaire", "titre=a&csrf=x"), 403);
	h.headers.fetch_site = "same-site";
	assert_int_equal(h_post(&h, "/cte/formulaire", "titre=a&csrf=x"), 403);
	h.headers = (struct headers){ .referer = "http://terreau.test.evil/" };
	assert_int_equal(h_post(&h, "/cte/formulaire", "titre=a&csrf=x"), 403);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM parked_form"), 0);
	h.headers = (struct headers){ .csrf = h_csrf(&h) };
	assert_int_equal(h_post(&h, "/cte/formulaire", "titre=a&csrf=x"), 303);
}

static void
a_form_of_another_session_comes_back_filled(void **state)
{
	(void)state;
	h_sign_in(&h, 1);
	h.headers.fetch_site = "same-origin";
	assert_int_equal(h_post(&h, "/cte/formulaire",
	    "titre=Jardin&avis=oui&secret=abc&csrf=old"), 303);
	assert_int_equal(h_follow(&h), 200);
	h_has(&h, "titre=[Jardin] avis=1");
	h_has(&h, "Rien n’est perdu");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM parked_form WHERE "
	    "fields_json LIKE '%%abc%%' OR fields_json LIKE '%%old%%'"), 0);
}

/* Send a form without session; the way back, decoded from the sign-in URL. */
static const char *
way_back(const char *path, const char *body)
{
	const char *location, *suite;

	assert_int_equal(h_post(&h, path, body), 303);
	location = h_header(&h, "Location");
	suite = strstr(location, "?suite=");
	assert_non_null(suite);
	return text_percent_decode(h.t.mem, suite + 7, strlen(suite + 7),
	    false);
}

static void
what_was_typed_survives_the_end_of_the_session(void **state)
{
	const char *back;

	(void)state;
	h_sign_in(&h, 1);
	h.now += SESSION_IDLE + 1;
	back = way_back("/cte/formulaire", "titre=Trois+pages&a.note=Long&avis="
	    "oui&inconnu=x");
	h_sign_in(&h, 1);
	assert_int_equal(h_get(&h, back), 200);
	h_has(&h, "titre=[Trois pages] avis=1");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM parked_form WHERE "
	    "fields_json LIKE '%%a.note%%Long%%' AND "
	    "fields_json NOT LIKE '%%inconnu%%'"), 1);
}

static void
what_was_typed_is_for_the_one_who_typed_it(void **state)
{
	const char *back;

	(void)state;
	h_sign_in(&h, 1);
	h.now += SESSION_IDLE + 1;
	back = way_back("/cte/formulaire", "titre=Secret");
	h_forget(&h);
	h_sign_in(&h, 3);
	assert_int_equal(h_get(&h, back), 200);
	h_has(&h, "titre=[rangé]");
	h_forget(&h);
	h_sign_in(&h, 1);
	h.now += 2 * 86400;
	assert_int_equal(h_get(&h, back), 200);
	h_has(&h, "titre=[rangé]");
}

static void
a_form_without_page_comes_back_to_the_page_it_was_on(void **state)
{
	(void)state;
	h.headers.referer = "http://terreau.test/cte/formulaire?x=1#y";
	assert_int_equal(strncmp(way_back("/cte/sans-page", "titre=a"),
	    "/cte/formulaire?x=1&reprise=", 28), 0);
	h.headers.referer = "http://evil.example/";
	assert_int_equal(strncmp(way_back("/cte/sans-page", "titre=a"),
	    "/cte/?reprise=", 14), 0);
}

static void
parked_forms_do_not_fill_the_disk(void **state)
{
	int i;

	(void)state;
	h_sql(&h, "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 "
	    "FROM n WHERE i < 1500) INSERT INTO parked_form (hash, fields_json, "
	    "created_at) SELECT randomblob(32), '[]', %ld + i FROM n",
	    (long)h.now);
	h.now += 2000;
	for (i = 0; i < 3; i++)
		h_post(&h, "/cte/formulaire", "titre=a");
	assert_true(h_int(&h, "SELECT count(*) FROM parked_form") <= 1001);
	h.now += 2 * 86400;
	h_post(&h, "/cte/formulaire", "titre=a");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM parked_form"), 1);
}

/* Without a session nothing is answered: a hundred megabytes are not kept. */
static void
a_stranger_fills_neither_memory_nor_disk(void **state)
{
	size_t len = PARK_STRANGER + 100;
	char *words = mem_alloc(h.t.mem, len + 1);
	const char *parts;

	(void)state;
	memset(words, 'x', len);
	words[len] = '\0';
	parts = mem_printf(h.t.mem, "--XyZ\r\nContent-Disposition: form-data; "
	    "name=\"titre\"\r\n\r\n%s\r\n--XyZ--\r\n", words);
	assert_int_equal(h_post(&h, "/cte/long", mem_printf(h.t.mem,
	    "titre=%s", words)), 303);
	assert_non_null(strstr(h_header(&h, "Location"), "/compte/connexion"));
	assert_int_equal(h_post_parts(&h, "/cte/long", parts, strlen(parts)),
	    303);
	assert_int_equal(h_int(&h, "SELECT count(*) FROM parked_form"), 0);
	/* Whose session has ended keeps more. */
	h_sign_in(&h, 1);
	h.now += SESSION_IDLE + 1;
	assert_int_equal(h_post_parts(&h, "/cte/long", parts, strlen(parts)),
	    303);
	assert_int_equal(h_int(&h, "SELECT length(fields_json) > %ld FROM "
	    "parked_form", (long)PARK_STRANGER), 1);
}

/* --- bodies -------------------------------------------------------------- */

static int
raw(const char *type, const char *body)
{
	return h_send(&h, "POST", "/cte/formulaire", type, body, strlen(body));
}

static void
a_bad_body_gets_a_clear_refusal(void **state)
{
	char *large = mem_alloc(h.t.mem, 70001);

	(void)state;
	h_sign_in(&h, 1);
	assert_int_equal(raw("application/json", "{}"), 415);
	assert_int_equal(raw("multipart/form-data; boundary=XyZ", "x"), 415);
	assert_int_equal(raw("application/x-www-form-urlencoded", "a=%zz"), 400);
	assert_int_equal(raw("application/x-www-form-urlencoded", "a=%00"), 400);
	memset(large, 'a', 70000);
	assert_int_equal(raw("application/x-www-form-urlencoded", large), 413);
	h_has(&h, "trop volumineux");
	h.cut = 2;
	assert_int_equal(h_post(&h, "/cte/formulaire", "titre=abcdef"), 400);
	h.cut = 0;
	h.step = 1;
	assert_int_equal(h_post(&h, "/cte/formulaire", "titre=abcdef"), 303);
}

/* How many files stand in state/tmp. */
static int
left_behind(void)
{
	const char *path = mem_printf(h.t.mem, "%s/tmp", h.t.dir);
	DIR *d = opendir(path);
	struct dirent *e;
	int n = 0;

	while (d != NULL && (e = readdir(d)) != NULL)
		n += e->d_name[0] != '.' || strlen(e->d_name) > 2;
	if (d != NULL)
		closedir(d);
	return n;
}

static int
send_file(const char *name, size_t size, const char *keep)
{
	struct buf body = BUF_INIT;
	int status;

	buf_printf(&body, "--XyZ\r\nContent-Disposition: form-data; "
	    "name=csrf\r\n\r\n%s\r\n--XyZ\r\nContent-Disposition: form-data; "
	    "name=\"%s\"; filename=\"plan.pdf\"\r\n"
	    "Content-Type: application/pdf\r\n\r\n", h_csrf(&h), name);
	for (; size > 0; size--)
		buf_char(&body, 'x');
	buf_printf(&body, "\r\n--XyZ\r\nContent-Disposition: form-data; "
	    "name=garder\r\n\r\n%s\r\n--XyZ--\r\n", keep);
	status = h_post_parts(&h, "/cte/pieces", body.data, body.len);
	buf_release(&body);
	return status;
}

static void
a_file_arrives_with_its_digest(void **state)
{
	(void)state;
	h_sign_in(&h, 1);
	assert_int_equal(send_file("piece", 3, "1"), 200);
	assert_string_equal(h.body, "plan.pdf application/pdf 3 cd2eb0837c9b4c96"
	    "2c22d2ff8b5441b7b45805887f051d39bf133b583baf6860");
	assert_int_equal(file_size(mem_printf(h.t.mem, "%s/kept", h.t.dir)), 3);
	assert_int_equal(left_behind(), 0);
}

static void
a_file_not_stored_leaves_nothing(void **state)
{
	(void)state;
	h_sign_in(&h, 1);
	assert_int_equal(send_file("piece", 3, "0"), 200);
	assert_int_equal(left_behind(), 0);
	assert_int_equal(send_file("autre", 3, "0"), 200);
	assert_string_equal(h.body, "none");
	assert_int_equal(left_behind(), 0);
}

static void
a_file_too_long_is_a_wrong_field_not_a_lost_form(void **state)
{
	(void)state;
	h_sign_in(&h, 1);
	assert_int_equal(send_file("piece", 1001, "1"), 422);
	h_has(&h, "plan.pdf");
	assert_int_equal(send_file("piece", 0, "1"), 422);
	h_has(&h, "est vide");
	assert_int_equal(send_file("piece", 5000, "1"), 413);
	assert_int_equal(left_behind(), 0);
}

static void
a_file_cut_short_leaves_nothing(void **state)
{
	(void)state;
	h_sign_in(&h, 1);
	for (h.cut = 1; h.cut < 150; h.cut += 7) {
		assert_int_equal(send_file("piece", 100, "1"),
		    h.cut < 3 ? 200 : 400);
		assert_int_equal(left_behind(), 0);
	}
	h.cut = 0;
}

static void
health_is_told_in_a_word(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, "/healthz"), 200);
	h_has(&h, "\"ok\":true");
	h_has(&h, "\"wal\":true");
	assert_string_equal(h_header(&h, "X-Accel-Expires"), "0");
	h_sql(&h, "DELETE FROM migration");
	assert_int_equal(h_get(&h, "/healthz"), 503);
	h_has(&h, "\"database\":false");
}

static void
nobody_stores_a_file(void **state)
{
	(void)state;
	assert_int_equal(send_file("piece", 100, "1"), 303);
	assert_int_equal(left_behind(), 0);
	assert_int_equal(file_size(mem_printf(h.t.mem, "%s/kept", h.t.dir)),
	    -1);
}

/* --- handlers that go wrong ---------------------------------------------- */

static void
a_get_cannot_write(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, "/ecrit"), 500);
	h_has(&h, "test");
	assert_int_equal(h_int(&h, "SELECT count(*) FROM setting"), 0);
	assert_int_equal(h_get(&h, "/"), 200);
}

static void
a_write_left_open_is_rolled_back(void **state)
{
	(void)state;
	assert_int_equal(h_get(&h, "/ouvert"), 500);
	assert_false(db_writing(h.t.db));
	assert_int_equal(h_get(&h, "/"), 200);
}

static void
a_redirect_stays_here(void **state)
{
	static const char *const bad[] = { "//evil.example", "/%5Cevil.example",
	    "https://evil.example", "/%09/evil.example", "javascript:x", "" };
	size_t i;

	(void)state;
	assert_int_equal(h_get(&h, "/suite?suite=/cte/projets?a=b"), 303);
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		h_get(&h, mem_printf(h.t.mem, "/suite?suite=%s", bad[i]));
		assert_int_equal(h.status, 500);
		assert_null(h_header(&h, "Location"));
	}
}

static void
nobody_adds_a_header(void **state)
{
	(void)state;
	h_get(&h, "/entete?suite=a%0D%0ASet-Cookie:%20x=y");
	assert_null(h_header(&h, "Set-Cookie"));
	assert_string_equal(h_header(&h, "X-Test"), "aSet-Cookie: x=y");
}

/* --- languages and hosts ------------------------------------------------- */

static void
the_visitor_is_answered_in_his_language(void **state)
{
	(void)state;
	h_get(&h, "/x/y");
	h_has(&h, "<html lang=\"fr\">");
	h.headers.accept_language = "en-GB,en;q=0.9,fr;q=0.5";
	h_get(&h, "/x/y");
	h_has(&h, "<html lang=\"en\">");
	h_has(&h, "This page does not exist");
	assert_string_equal(h_header(&h, "Content-Language"), "en");
	h.headers.accept_language = "de";
	h_get(&h, "/x/y");
	h_has(&h, "<html lang=\"fr\">");
	assert_int_equal(h_get(&h, "/cte/projets?lang=en&b=1"), 303);
	assert_string_equal(h_header(&h, "Location"), "/cte/projets?b=1");
	h_get(&h, "/x/y");
	h_has(&h, "<html lang=\"en\">");
	assert_int_equal(h_get(&h, "/cte/projets?lang=xx"), 200);
}

static void
a_platform_on_its_own_host_has_no_prefix(void **state)
{
	(void)state;
	h.own_host = "cte";
	assert_int_equal(h_get(&h, "/cte/formulaire"), 303);
	assert_string_equal(h_header(&h, "Location"), "/compte/connexion"
	    "?suite=%2Fformulaire");
	h_sign_in(&h, 1);
	assert_int_equal(h_post(&h, "/cte/formulaire", "titre=a"), 303);
	assert_string_equal(h_header(&h, "Location"), "/formulaire");
}

static void
the_account_keeps_the_look_of_where_one_comes_from(void **state)
{
	static const char name[] = "Territoire de la Côte Ouest";

	(void)state;
	/* The only platform there is; with several, none. */
	h_get(&h, "/compte/page");
	h_has(&h, name);
	h_sql(&h, "INSERT INTO platform (slug, name, created_at, loaded_at)"
	    " VALUES ('autre', 'Autre', 0, 0)");
	h_get(&h, "/compte/page");
	h_has_not(&h, name);
	h_get(&h, "/compte/page?suite=/cte/projets");
	h_has(&h, name);
	h_has(&h, "/cte/plan-du-site");
	h_has(&h, "connexion?suite=%2Fcte%2Fprojets\"");
	h_get(&h, "/compte/page?suite=/nulle-part/");
	assert_int_equal(h.status, 200);
	h_get(&h, "/compte/page?suite=//cte/");
	h_has_not(&h, name);
	h.own_host = "cte";
	h_get(&h, "/compte/page");
	h_has(&h, name);
	h_has(&h, "\"/plan-du-site\"");
}

static void
a_module_gets_its_errors_as_json(void **state)
{
	(void)state;
	h.json = true;
	assert_int_equal(h_get(&h, "/x/y"), 404);
	assert_string_equal(h_header(&h, "Content-Type"), "application/json");
	h_has(&h, "\"request\":\"test\"");
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, harness_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_most_literal_row_answers),
		TEST(an_unknown_path_is_404_with_a_kind_page),
		TEST(another_method_is_405_and_says_which),
		TEST(head_is_get_without_its_body),
		TEST(every_reply_protects_the_person),
		TEST(nobody_is_sent_to_sign_in_and_comes_back),
		TEST(an_unproved_address_waits_but_for_its_account),
		TEST(a_wrong_role_is_refused_and_learns_nothing),
		TEST(a_session_ends_when_unused_and_in_the_end),
		TEST(signing_in_changes_the_token_and_out_revokes_it),
		TEST(cookies_are_locked_down),
		TEST(a_form_is_received_and_answered_once),
		TEST(a_wrong_field_shows_the_form_again_as_typed),
		TEST(a_visitor_can_send_a_public_form),
		TEST(a_form_from_elsewhere_is_refused),
		TEST(a_form_of_another_session_comes_back_filled),
		TEST(what_was_typed_survives_the_end_of_the_session),
		TEST(what_was_typed_is_for_the_one_who_typed_it),
		TEST(a_form_without_page_comes_back_to_the_page_it_was_on),
		TEST(parked_forms_do_not_fill_the_disk),
		TEST(a_stranger_fills_neither_memory_nor_disk),
		TEST(a_bad_body_gets_a_clear_refusal),
		TEST(a_file_arrives_with_its_digest),
		TEST(a_file_not_stored_leaves_nothing),
		TEST(a_file_too_long_is_a_wrong_field_not_a_lost_form),
		TEST(a_file_cut_short_leaves_nothing),
		TEST(nobody_stores_a_file),
		TEST(health_is_told_in_a_word),
		TEST(a_get_cannot_write),
		TEST(a_write_left_open_is_rolled_back),
		TEST(a_redirect_stays_here),
		TEST(nobody_adds_a_header),
		TEST(the_visitor_is_answered_in_his_language),
		TEST(a_platform_on_its_own_host_has_no_prefix),
		TEST(the_account_keeps_the_look_of_where_one_comes_from),
		TEST(a_module_gets_its_errors_as_json),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
