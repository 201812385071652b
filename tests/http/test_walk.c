/*
 * Every route of every worker, as nobody, as each role, as the holder: who is
 * let in is told by the table below, written by hand from doc/rights.md, and by
 * nothing that the program itself believes. New routes are walked without a
 * line here.
 */
#include "config.h"

#include "tests/http/harness.h"
#include "tests/unit/world.h"

#include "fcgi/instruction/pages.h"
#include "fcgi/observatory/pages.h"
#include "fcgi/submission/pages.h"
#include "fcgi/wikisync/pages.h"
#include "web/common.h"

static const struct worker *const workers[] = { &observatory_worker,
    &submission_worker, &instruction_worker, &wikisync_worker };

#define WORKERS	(sizeof(workers) / sizeof(workers[0]))

#define BIT(r)	(UINT32_C(1) << (r))
#define SERVICE	(BIT(RIGHT_QUEUE) | BIT(RIGHT_APPLICATION_READ))
#define MEMBER	(BIT(RIGHT_PUBLIC) | BIT(RIGHT_SIGNED_IN) | \
		BIT(RIGHT_DOSSIER_CREATE))
#define HOLDER	(BIT(RIGHT_DOSSIER_OPEN) | BIT(RIGHT_DOSSIER_READ) | \
		BIT(RIGHT_DOSSIER_COMMENT) | BIT(RIGHT_DOSSIER_EDIT) | \
		BIT(RIGHT_DOSSIER_SUBMIT) | BIT(RIGHT_DOSSIER_MANAGE) | \
		BIT(RIGHT_ORGANISATION_READ) | BIT(RIGHT_ORGANISATION_MANAGE))
#define AGENT	(SERVICE | BIT(RIGHT_APPLICATION_INSTRUCT) | \
		BIT(RIGHT_FUNDING_EDIT) | BIT(RIGHT_MEASURE_VALIDATE))

/* Who walks: persons of the world below. */
static struct walker {
	int64_t		 id;		/* 0: nobody */
	const char	*name;		/* the role granted on the platform */
	uint32_t	 rights;	/* on Anne's project and its platform */
	char		 jar[4096];
} walkers[] = {
	{ 0, "nobody", BIT(RIGHT_PUBLIC), "" },
	{ 4, "unconfirmed", BIT(RIGHT_PUBLIC), "" },
	{ CLARA, "no role", MEMBER, "" },
	{ ANNE, "holder", MEMBER | HOLDER, "" },
	{ 11, "partner", MEMBER | SERVICE, "" },
	{ 12, "agent", MEMBER | AGENT, "" },
	{ 13, "evaluator", MEMBER | SERVICE | BIT(RIGHT_APPLICATION_REVIEW),
	    "" },
	{ 14, "decider", MEMBER | SERVICE | BIT(RIGHT_APPLICATION_DECIDE), "" },
	{ 15, "funder", MEMBER | SERVICE | BIT(RIGHT_FUNDING_EDIT), "" },
	{ 16, "animator", MEMBER | SERVICE | BIT(RIGHT_MODERATE), "" },
	{ 17, "administrator", MEMBER | AGENT | BIT(RIGHT_COMMUNITY) |
	    BIT(RIGHT_PLATFORM_EDIT) | BIT(RIGHT_CALL_EDIT) |
	    BIT(RIGHT_FORM_EDIT) | BIT(RIGHT_WIKI) | BIT(RIGHT_MODERATE), "" },
	{ 18, "wiki-administrator", MEMBER | BIT(RIGHT_WIKI), "" },
	{ 20, "form-editor", MEMBER | BIT(RIGHT_FORM_EDIT), "" },
	{ 19, "agent elsewhere", MEMBER, "" },
};

#define WALKERS	(sizeof(walkers) / sizeof(walkers[0]))

static struct harness h;

static void
add_people(void)
{
	size_t i;

	world_sql(&h.t, "INSERT INTO person (id, email, name, created_at)"
	    " VALUES (4, 'ali@terreau.example', 'Ali', 0);"
	    "INSERT INTO platform (id, slug, name, created_at, loaded_at)"
	    " VALUES (2, 'autre', 'Autre', 0, 0);");
	for (i = 0; i < WALKERS; i++) {
		if (walkers[i].id < 11)
			continue;
		h_sql(&h, "INSERT INTO person (id, email, name, created_at,"
		    " confirmed_at) VALUES (%ld, '%s@terreau.example', '%s', 0,"
		    " 1)", (long)walkers[i].id, walkers[i].name,
		    walkers[i].name);
		h_sql(&h, "INSERT INTO role_grant (person_id, role, scope_kind,"
		    " scope_id, granted_at) VALUES (%ld, '%s', 'platform', %d,"
		    " 0)", (long)walkers[i].id, walkers[i].id == 19 ? "agent" :
		    walkers[i].name, walkers[i].id == 19 ? 2 : 1);
	}
}

/* Anne's project, its dossier and its application; all with the id 1. */
static void
add_project(void)
{
	world_sql(&h.t,
	    "INSERT INTO element (id, uuid, platform_id, kind, slug, title,"
	    " state, territory_id, facet_territory_id, theme_id,"
	    " owner_person_id, owner_organisation_id, holder_name, created_at,"
	    " updated_at, published_at) VALUES (1, 'e1', 1, 'project',"
	    " 'compostage', 'Compostage', 'submitted', 2, 2, 1, 1, 2,"
	    " 'Compost péi', 0, 0, 1);"
	    "INSERT INTO dossier (id, element_id, platform_id, owner_person_id,"
	    " owner_organisation_id, form_revision_id, created_at, updated_at)"
	    " VALUES (1, 1, 1, 1, 2, 1, 0, 0);"
	    "INSERT INTO application (id, number, dossier_id, call_id,"
	    " platform_id, state, stage_id, tray, created_at, waiting_since,"
	    " title, folded, holder_name) VALUES (1, 'A1', 1, 1, 1, 'submitted',"
	    " 2, 'to_instruct', 0, 0, 'Compostage', '', 'Compost péi');");
}

static int
setup(void **state)
{
	size_t i;

	(void)state;
	/* The sessions of another test's database are none here. */
	for (i = 0; i < WALKERS; i++)
		walkers[i].jar[0] = '\0';
	harness_world(&h, workers[0]);
	add_people();
	add_project();
	return 0;
}

/* --- addresses ----------------------------------------------------------- */

/* What to put for a part ":name" that stands after the part `before`. */
static const char *
example_of(const char *name, const char *before)
{
	static const struct { const char *name, *before, *value; } known[] = {
		{ "platform", NULL, "cte" },
		{ "slug", "appels", "quartiers-2027" },
		{ "slug", "organisations", "compost-peï" },
		{ "slug", NULL, "compostage" },
		{ "step", NULL, "projet" },
		{ "form", NULL, "projet" },
		{ "question", NULL, "statut" },
		{ "project", NULL, "compostage" },
		{ "call", NULL, "quartiers-2027" },
		{ "code", NULL, "97413" },
		{ "page", NULL, "mentions-legales" },
		{ "application", NULL, "1" },
		{ "number", NULL, "A1" },
		{ "organisation", NULL, "2" },
		{ NULL, NULL, "1" }
	};
	size_t i;

	for (i = 0; known[i].name != NULL; i++)
		if (strcmp(known[i].name, name) == 0 && (known[i].before ==
		    NULL || strcmp(known[i].before, before) == 0))
			break;
	return known[i].value;
}

/* A path of that pattern. */
static const char *
path_of(const char *pattern)
{
	const char *path = "", *before = "", *p = pattern, *name, *value;
	size_t n, len;

	while (*p == '/') {
		n = strcspn(p + 1, "/");
		value = name = mem_strndup(h.t.mem, p + 1, n);
		if (*name == ':') {
			len = strcspn(name + 1, ".");
			value = mem_printf(h.t.mem, "%s%s", example_of(
			    mem_strndup(h.t.mem, name + 1, len), before),
			    name + 1 + len);
		}
		path = mem_printf(h.t.mem, "%s/%s", path, value);
		before = value;
		p += 1 + n;
	}
	return path;
}

/* --- walking ------------------------------------------------------------- */

static void
be(struct walker *w)
{
	if (w->id != 0 && *w->jar == '\0') {
		h_forget(&h);
		h_sign_in(&h, w->id);
		memcpy(w->jar, h.jar, sizeof(w->jar));
	}
	memcpy(h.jar, w->jar, sizeof(w->jar));
}

static void
request(struct walker *w, const struct route *r)
{
	const char *path = path_of(r->pattern);

	be(w);
	if (r->method == GET)
		h_get(&h, path);
	else if (r->method == PATCH || r->method == DELETE) {
		h.headers.csrf = h_csrf(&h);
		h_send(&h, method_name(r->method), path, r->method == PATCH ?
		    "application/offset+octet-stream" : "", "", 0);
		h.headers.csrf = NULL;
	} else if (r->flags & ROUTE_UPLOAD) {
		const char *body = mem_printf(h.t.mem, "--XyZ\r\n"
		    "Content-Disposition: form-data; name=\"csrf\"\r\n\r\n"
		    "%s\r\n--XyZ--\r\n", h_csrf(&h));

		h_post_parts(&h, path, body, strlen(body));
	}
	else
		h_post(&h, path, "");
}

/* Is the reply a refusal? A public page may still be absent. */
static bool
is_refused(void)
{
	const char *to = h_header(&h, "Location");

	if (h.status == 303 && to != NULL)
		return strncmp(to, PATH_SIGN_IN "?", strlen(PATH_SIGN_IN) + 1)
		    == 0 || strncmp(to, PATH_CONFIRM "?",
		    strlen(PATH_CONFIRM) + 1) == 0;
	return h.status == 401 || h.status == 403;
}

/* May that walker use the route? `waits`: he proves his address first. */
static bool
is_allowed(const struct walker *w, const struct route *r, bool *waits)
{
	*waits = w->id == 4 && r->right != RIGHT_PUBLIC &&
	    !(r->flags & ROUTE_ANYONE);
	if (w->id == 4 && r->right == RIGHT_SIGNED_IN)
		return !*waits;
	return (w->rights & BIT(r->right)) != 0;
}

static void
complain(const struct worker *worker, const struct walker *w,
    const struct route *r, const char *what)
{
	fprintf(stderr, "# %s: %s %s (%s) as %s: %s, got %d\n", worker->name,
	    method_name(r->method), r->pattern,
	    right_name(r->right), w->name, what, h.status);
}

/* One walk over all routes by those who may, or by those who may not. */
static int
walk(bool allowed, int *walked)
{
	int wrong = 0;
	bool waits, refused;
	size_t i, j;
	const struct route *r;

	for (i = 0; i < WORKERS; i++) {
		h.worker = workers[i];
		for (r = workers[i]->routes; r->method != 0; r++)
			for (j = 0; j < WALKERS; j++) {
				struct walker *w = &walkers[j];

				if (is_allowed(w, r, &waits) != allowed)
					continue;
				request(w, r);
				(*walked)++;
				refused = is_refused();
				if (h.status >= 500) {
					complain(workers[i], w, r, "failed");
					wrong++;
				}
				/* A POST without a form's files may be 400. */
				if (allowed && refused && !(r->method == POST &&
				    h.status == 403 && w->id == 0)) {
					complain(workers[i], w, r,
					    "should be let in");
					wrong++;
				}
				if (!allowed && !refused && h.status != 404) {
					complain(workers[i], w, r,
					    "should be refused");
					wrong++;
				}
				if (r->method == POST && allowed)
					w->jar[0] = '\0';
			}
	}
	return wrong;
}

static void
those_who_may_not_are_refused_everywhere(void **state)
{
	int walked = 0;

	(void)state;
	assert_int_equal(walk(false, &walked), 0);
	print_message("# %d refusals\n", walked);
}

static void
those_who_may_are_let_in_everywhere(void **state)
{
	int walked = 0;

	(void)state;
	assert_int_equal(walk(true, &walked), 0);
	print_message("# %d admissions\n", walked);
}

/* --- tables -------------------------------------------------------------- */

static void
every_row_says_who_may(void **state)
{
	const struct route *r;
	size_t i;

	(void)state;
	for (i = 0; i < WORKERS; i++)
		for (r = workers[i]->routes; r->method != 0; r++) {
			if (r->right == RIGHT_NONE || r->handler == NULL ||
			    r->pattern[0] != '/')
				fail_msg("%s %s", workers[i]->name, r->pattern);
			if ((r->flags & ROUTE_CACHED) &&
			    (r->method != GET || r->right != RIGHT_PUBLIC))
				fail_msg("%s is kept for all", r->pattern);
			if ((r->flags & ROUTE_UPLOAD) && r->body_limit == 0)
				fail_msg("%s has no limit", r->pattern);
		}
}

static void
no_address_is_answered_twice(void **state)
{
	const struct route *r, *other;
	size_t i, j;

	(void)state;
	for (i = 0; i < WORKERS; i++)
		for (r = workers[i]->routes; r->method != 0; r++)
			for (j = i; j < WORKERS; j++) {
				other = j == i ? r + 1 : workers[j]->routes;
				for (; other->method != 0; other++)
					if (other->method == r->method &&
					    strcmp(other->pattern,
					    r->pattern) == 0)
						fail_msg("%s", r->pattern);
			}
}

/* What each page shows must exist: a wrong name would show at night. */
static void
every_worker_has_its_views(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < WORKERS; i++) {
		assert_int_equal(views_load(test_path("TOP_SRCDIR", "views"),
		    workers[i]->views), RC_OK);
		assert_true(views_count() > 0);
	}
	assert_int_equal(views_load(test_path("TOP_SRCDIR", "views"), NULL),
	    RC_OK);
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, harness_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row_says_who_may),
		cmocka_unit_test(no_address_is_answered_twice),
		TEST(those_who_may_not_are_refused_everywhere),
		TEST(those_who_may_are_let_in_everywhere),
		TEST(every_worker_has_its_views),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
