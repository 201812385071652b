/*
 * The jobs that call a wiki: test its connection, preview an import; and the one
 * that makes elements. Nothing else of Terreau calls a wiki. They read only.
 */
#include "config.h"

#include "cli/jobs.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/platform.h"
#include "domain/wiki.h"
#include "domain/wiki_import.h"
#include "wiki/client.h"
#include "wiki/page.h"

#define TEST_PATIENCE	30		/* seconds of waiting, in all */
#define TAGS_KEPT	90
#define SUGGESTED	60
#define DOCUMENT_DEPTH	16

/* A client and what its waiting needs. */
struct call {
	struct job_run		*run;
	struct wiki_setup	 setup;
	struct wiki_client	*client;
	int64_t			 done, total;
	int64_t			 patience;	/* seconds left; -1: no end */
	int64_t			 wait_most;	/* seconds of one wait */
};

/* What a failure is called in the database; the pages word it. */
static const char *
outcome_code(enum wiki_outcome outcome)
{
	static const char *const codes[] = {
		[WIKI_DONE] = "", [WIKI_BAD_ADDRESS] = "bad_address",
		[WIKI_UNREACHABLE] = "unreachable", [WIKI_PRIVATE] = "private",
		[WIKI_NOT_A_WIKI] = "not_a_wiki",
		[WIKI_BAD_PASSWORD] = "bad_password",
		[WIKI_REFUSED] = "refused", [WIKI_LATE] = "late",
		[WIKI_BROKEN] = "broken", [WIKI_STOPPED] = "late",
	};

	return codes[outcome];
}

/* Wait second by second, showing that we live; false: stop. */
static bool
on_wait(void *arg, int seconds, const char *why)
{
	struct call *c = arg;

	if (seconds > c->wait_most)
		seconds = (int)c->wait_most;
	if (c->patience >= 0 && (c->patience -= seconds + 1) < 0)
		return false;
	for (;;) {
		if (job_run_progress(c->run, c->done, c->total, why) != RC_OK)
			return false;
		if (seconds-- <= 0)
			return true;
		sleep(1);
	}
}

static int64_t
setting_int(const struct settings *s, const char *key, int64_t otherwise)
{
	const char *text = settings_text(s, key, NULL);
	char *end;
	long long n = text == NULL ? -1 : strtoll(text, &end, 10);

	return text == NULL || *end != '\0' || n < 0 || n > 3600 ? otherwise :
	    (int64_t)n;
}

static void
call_setup(struct call *c, struct job_run *run, const struct wiki *w)
{
	const char *secret = NULL, *contact = settings_text(run->settings,
	    "wiki_contact", settings_text(run->settings, "base_url",
	    "https://terreau.localhost"));

	memset(c, 0, sizeof(*c));
	c->run = run;
	c->patience = -1;
	c->wait_most = setting_int(run->settings, "wiki_wait_most", 120);
	if (wiki_secret(&secret, run->db, run->mem, w->id) != RC_OK)
		secret = "";
	c->setup = (struct wiki_setup){ .api_url = w->api_url,
	    .user = w->bot_user, .password = secret,
	    .agent = mem_printf(run->mem, "Terreau/%s (%s) libcurl",
	    PACKAGE_VERSION, contact),
	    .allow = settings_text(run->settings, "wiki_allow", NULL),
	    .timeout_s = (int)setting_int(run->settings, "wiki_timeout", 60),
	    .wait = on_wait, .arg = c };
}

static enum wiki_outcome
ask(struct call *c, struct json_object **answer, const char *const *pairs,
    struct json_object *more)
{
	struct json_object *params = json_object_new_object();
	enum wiki_outcome outcome;

	for (; pairs[0] != NULL; pairs += 2)
		json_put_text(params, pairs[0], pairs[1]);
	if (more != NULL)
		JSON_EACH(more, m)
			json_put_text(params, m.key,
			    json_object_get_string(m.value));
	outcome = wiki_ask(c->client, answer, params);
	json_object_put(params);
	return outcome;
}

#define ASK(c, answer, more, ...)					\
	ask((c), (answer), (const char *const[]){ __VA_ARGS__, NULL }, (more))

/* --- the test -------------------------------------------------------------------- */

/* What is worth keeping of siteinfo. */
static void
keep_site(struct json_object *site, struct json_object *query,
    struct mem *mem)
{
	struct json_object *general = json_dict(query, "general");
	struct json_object *licence = json_dict(query, "rightsinfo");
	struct json_object *tags = json_array(query, "extensiontags");
	struct json_object *kept = json_object_new_array(), *list;
	struct buf content = BUF_INIT;
	const char *tag;
	size_t i, len;

	json_put_text(site, "name", json_text(general, "sitename"));
	json_put_text(site, "generator", json_text(general, "generator"));
	json_put_text(site, "lang", json_text(general, "lang"));
	json_put_text(site, "base", json_text(general, "base"));
	json_put_text(site, "server", json_text(general, "server"));
	json_put_text(site, "article_path", json_text(general,
	    "articlepath"));
	json_put_text(site, "script", json_text(general, "script"));
	json_put_text(site, "licence", json_text(licence, "text"));
	json_put_text(site, "licence_url", json_text(licence, "url"));
	json_put_int(site, "pages", json_int(json_dict(query, "statistics"),
	    "articles", 0));
	for (i = 0; i < json_count(tags) && i < TAGS_KEPT; i++) {
		tag = json_at_text(tags, i);
		len = tag == NULL ? 0 : strlen(tag);
		if (len > 2)	/* "<math>" */
			json_object_array_add(kept, json_object_new_string(
			    mem_strndup(mem, tag + 1, len - 2)));
	}
	json_put(site, "tags", kept);
	list = json_dict(query, "namespaces");
	if (list != NULL)
		JSON_EACH(list, m) {
			if (json_flag(m.value, "content", false))
				buf_printf(&content, "%s%s", content.len > 0 ?
				    "|" : "", m.key);
			if (strcmp(m.key, "14") == 0)
				json_put_text(site, "category",
				    json_text(m.value, "name"));
			if (strcmp(m.key, "10") == 0)
				json_put_text(site, "template",
				    json_text(m.value, "name"));
		}
	json_put_text(site, "content", content.len > 0 ? content.data : "0");
	buf_release(&content);
}

static enum wiki_outcome
find_site(struct call *c, struct json_object *site)
{
	struct json_object *answer, *query;
	enum wiki_outcome outcome = ASK(c, &answer, NULL,
	    "meta", "siteinfo", "siprop",
	    "general|rightsinfo|statistics|extensiontags|namespaces");

	if (outcome != WIKI_DONE)
		return outcome;
	query = json_dict(answer, "query");
	if (json_text(json_dict(query, "general"), "generator") == NULL ||
	    !text_starts(json_text(json_dict(query, "general"), "generator"),
	    "MediaWiki"))
		outcome = WIKI_NOT_A_WIKI;
	else
		keep_site(site, query, c->run->mem);
	json_object_put(answer);
	return outcome;
}

/* Try each address that may be the API's. */
static enum wiki_outcome
find_api(struct call *c, struct json_object *site, const char *typed)
{
	const char *urls[4];
	size_t n = wiki_api_candidates(urls, c->run->mem, typed), i;
	enum wiki_outcome outcome = WIKI_BAD_ADDRESS;

	for (i = 0; i < n; i++) {
		wiki_client_free(c->client);
		c->setup.api_url = urls[i];
		c->client = wiki_client_new(&c->setup);
		if (c->client == NULL)
			return WIKI_UNREACHABLE;
		outcome = find_site(c, site);
		if (outcome != WIKI_NOT_A_WIKI && outcome != WIKI_REFUSED)
			break;
	}
	return outcome;
}

/* Rights that later work needs, and whether we have them. */
static enum wiki_outcome
check_rights(struct call *c, struct json_object *site)
{
	struct json_object *answer, *user, *rights, *kept, *ours;
	static const char *const wanted[] = { "read", "edit", "createpage",
	    "bot", "apihighlimits", "upload", "noratelimit", NULL };
	enum wiki_outcome outcome = ASK(c, &answer, NULL, "meta", "userinfo",
	    "uiprop", "rights|blockinfo");
	size_t i, k;

	if (outcome != WIKI_DONE)
		return outcome;
	user = json_dict(json_dict(answer, "query"), "userinfo");
	rights = json_array(user, "rights");
	kept = json_object_new_array();
	for (k = 0; wanted[k] != NULL; k++)
		for (i = 0; i < json_count(rights); i++) {
			const char *right = json_at_text(rights, i);

			if (right == NULL || strcmp(right, wanted[k]) != 0)
				continue;
			ours = json_object_new_string(right);
			json_object_array_add(kept, ours);
			break;
		}
	json_put(site, "rights", kept);
	json_put_text(site, "user", json_text(user, "name"));
	if (json_has(user, "blockid"))
		outcome = WIKI_REFUSED;
	json_object_put(answer);
	return outcome;
}

static void
keep_names(struct json_object *site, const char *key,
    struct json_object *rows, const char *name)
{
	struct json_object *list = json_object_new_array();
	const char *text, *colon;
	size_t i;

	for (i = 0; i < json_count(rows) && i < SUGGESTED; i++) {
		text = json_text(json_at(rows, i), name);
		if (text == NULL)
			continue;
		colon = strcmp(key, "templates") == 0 ? strchr(text, ':') :
		    NULL;
		json_object_array_add(list, json_object_new_string(
		    colon == NULL ? text : colon + 1));
	}
	json_put(site, key, list);
}

/* Categories and templates to choose from: a help, so a failure is nothing. */
static void
suggest(struct call *c, struct json_object *site)
{
	struct json_object *answer;

	if (ASK(c, &answer, NULL, "list", "allcategories", "acmin", "2",
	    "aclimit", "60") == WIKI_DONE) {
		keep_names(site, "categories", json_array(json_dict(answer,
		    "query"), "allcategories"), "category");
		json_object_put(answer);
	}
	if (ASK(c, &answer, NULL, "list", "allpages", "apnamespace", "10",
	    "apfilterredir", "nonredirects", "aplimit", "60") == WIKI_DONE) {
		keep_names(site, "templates", json_array(json_dict(answer,
		    "query"), "allpages"), "title");
		json_object_put(answer);
	}
}

enum rc
job_wiki_test(struct job_run *run)
{
	struct json_object *site = json_object_new_object();
	enum wiki_outcome outcome;
	struct wiki *w;
	struct call c;
	enum rc rc;

	rc = wiki_load(&w, run->db, run->mem, json_int(run->job->payload,
	    "wiki", 0));
	if (rc != RC_OK) {
		json_object_put(site);
		return rc;
	}
	call_setup(&c, run, w);
	c.patience = TEST_PATIENCE;
	c.total = 4;
	job_run_progress(run, 0, c.total, NULL);
	outcome = find_api(&c, site, w->api_url);
	job_run_progress(run, ++c.done, c.total, NULL);
	if (outcome == WIKI_DONE && *c.setup.password == '\0')
		outcome = WIKI_BAD_PASSWORD;
	if (outcome == WIKI_DONE)
		outcome = wiki_sign_in(c.client);
	job_run_progress(run, ++c.done, c.total, NULL);
	if (outcome == WIKI_DONE)
		outcome = check_rights(&c, site);
	job_run_progress(run, ++c.done, c.total, NULL);
	if (outcome == WIKI_DONE)
		suggest(&c, site);
	if (c.client != NULL && outcome != WIKI_DONE) {
		json_put_text(site, "words", wiki_last_words(c.client));
		run->message = mem_strdup(run->mem,
		    wiki_last_words(c.client));
	}
	rc = jobs_stopping() ? RC_BUSY : wiki_test_keep(run->db, w->id,
	    outcome == WIKI_DONE ? "ok" : "failing", outcome_code(outcome),
	    outcome == WIKI_DONE ? c.setup.api_url : w->api_url,
	    json_text_or(site, "name", w->site_name),
	    json_string(run->mem, site), job_run_now(run));
	wiki_client_free(c.client);
	json_object_put(site);
	return rc;
}

/* --- the preview ----------------------------------------------------------------- */

struct preview {
	struct call		 call;
	struct wiki		*wiki;
	struct wiki_import	*import;
	struct platform		*platform;
	struct json_object	*site, *setup;
	const char		**tags;		/* of the wiki, NULL ends */
	const char		**names;	/* of the template; NULL: any */
	struct mem		*batch;		/* reset after each answer */
};

static const char **
texts_of(struct mem *mem, struct json_object *array)
{
	const char **list = MEM_ARRAY(mem, json_count(array) + 1, const char *);
	size_t i, n = 0;

	for (i = 0; i < json_count(array); i++)
		if (json_at_text(array, i) != NULL)
			list[n++] = mem_strdup(mem, json_at_text(array, i));
	return list;
}

/* "Catégorie:Lieu", "Category:Lieu" or "Lieu" → "Category:Lieu". */
static const char *
full_title(struct preview *p)
{
	bool category = strcmp(p->import->by, "category") == 0;
	const char *local = json_text_or(p->site, category ? "category" :
	    "template", ""), *name = p->import->name;
	const char *colon = strchr(name, ':');
	size_t len = colon == NULL ? 0 : (size_t)(colon - name);
	struct mem *mem = p->call.run->mem;
	const char *before = mem_strndup(mem, name, len);

	if (len > 0 && (strcmp(text_fold(mem, before), text_fold(mem, local))
	    == 0 || strcasecmp(before, category ? "Category" : "Template")
	    == 0))
		name = colon + 1;
	return mem_printf(mem, "%s:%s", category ? "Category" : "Template",
	    name);
}

static struct json_object *
names_of(struct preview *p, struct json_object *page)
{
	struct json_object *names = json_object_new_array(), *rows;
	size_t i;

	json_object_array_add(names, json_object_new_string(
	    wiki_template_name(p->call.run->mem, strchr(json_text(page,
	    "title"), ':') + 1)));
	rows = json_array(page, "redirects");
	for (i = 0; i < json_count(rows); i++) {
		const char *title = json_text(json_at(rows, i), "title");
		const char *colon = title == NULL ? NULL : strchr(title, ':');

		if (colon != NULL)
			json_object_array_add(names, json_object_new_string(
			    wiki_template_name(p->call.run->mem, colon + 1)));
	}
	return names;
}

/* Find the category or template itself; its size, its redirects. */
static enum wiki_outcome
set_up(struct preview *p, const char **code)
{
	bool category = strcmp(p->import->by, "category") == 0;
	struct json_object *answer, *page, *setup;
	enum wiki_outcome outcome;
	const char *title;
	int64_t pages;

	outcome = ASK(&p->call, &answer, NULL, "titles", full_title(p),
	    "prop", category ? "info|categoryinfo" : "info|redirects",
	    category ? "inprop" : "redirects", category ? "url" : "1",
	    category ? "utf8" : "rdlimit", category ? "1" : "50");
	if (outcome != WIKI_DONE)
		return outcome;
	page = json_at(json_array(json_dict(answer, "query"), "pages"), 0);
	title = json_text(page, "title");
	pages = json_int(json_dict(page, "categoryinfo"), "pages", 0);
	if (title == NULL || strchr(title, ':') == NULL ||
	    json_flag(page, "invalid", false) ||
	    (category ? pages == 0 && json_flag(page, "missing", false) :
	    json_flag(page, "missing", false)))
		*code = "not_found";
	else {
		setup = json_object_new_object();
		json_put_text(setup, "title", title);
		if (!category)
			json_put(setup, "names", names_of(p, page));
		if (wiki_import_setup(p->call.run->db, p->import,
		    json_string(p->call.run->mem, setup), pages) != RC_OK)
			*code = "database";
		json_object_put(setup);
	}
	json_object_put(answer);
	return WIKI_DONE;
}

/* The newest revision as text, or what prevents it. */
static const char *
page_problem(struct json_object *page, struct json_object **main)
{
	struct json_object *revision = json_at(json_array(page, "revisions"),
	    0);

	*main = json_dict(json_dict(revision, "slots"), "main");
	if (json_flag(page, "redirect", false))
		return "redirect";
	if (*main == NULL || json_flag(*main, "texthidden", false) ||
	    json_text(*main, "content") == NULL ||
	    json_text(revision, "sha1") == NULL)
		return "hidden";
	if (strcmp(json_text_or(*main, "contentmodel", ""), "wikitext") != 0)
		return "not_wikitext";
	if (text_blank(json_text(*main, "content")))
		return "empty";
	return NULL;
}

static void
read_page(struct preview *p, struct wiki_found *f, struct json_object *page)
{
	struct json_object *revision = json_at(json_array(page, "revisions"),
	    0), *main;
	struct wiki_source_text source = { 0 };

	f->pageid = json_int(page, "pageid", 0);
	f->title = json_text_or(page, "title", "");
	f->revid = json_int(revision, "revid", 0);
	f->problem = page_problem(page, &main);
	if (f->problem == NULL) {
		source.title = f->title;
		source.text = json_text(main, "content");
		source.len = strlen(source.text);
		source.templates = p->names;
		source.tags = p->tags;
		f->values = wiki_page_values(&f->problem, p->batch, &source);
	}
	if (f->values == NULL)
		f->values = json_object_new_object();
	json_put_text(f->values, "url", json_text(page, "canonicalurl"));
	json_put_text(f->values, "sha1", json_text_or(revision, "sha1", ""));
	json_put_text(f->values, "read_at", json_text(revision, "timestamp"));
}

/*
 * Keep one answer. A page whose revision is absent comes in a later answer of the
 * same batch (the wiki limits the size of one), unless the batch is complete.
 */
static enum rc
keep_answer(struct preview *p, struct json_object *answer)
{
	struct json_object *pages = json_array(json_dict(answer, "query"),
	    "pages"), *more = json_dict(answer, "continue");
	struct wiki_found *found = MEM_ARRAY(p->batch, json_count(pages) + 1,
	    struct wiki_found);
	bool complete = json_has(answer, "batchcomplete");
	size_t i, n = 0;
	enum rc rc;

	for (i = 0; i < json_count(pages); i++) {
		struct json_object *page = json_at(pages, i);

		if (json_int(page, "pageid", 0) <= 0 ||
		    (!complete && json_array(page, "revisions") == NULL))
			continue;
		read_page(p, &found[n++], page);
	}
	rc = wiki_import_keep(p->call.run->db, p->batch, p->import, p->platform,
	    found, n, more == NULL ? NULL : mem_strdup(p->call.run->mem,
	    json_string(p->batch, more)), job_run_now(p->call.run));
	for (i = 0; i < n; i++)
		json_object_put(found[i].values);
	return rc;
}

static enum wiki_outcome
ask_pages(struct preview *p, struct json_object **answer)
{
	bool category = strcmp(p->import->by, "category") == 0;
	const char *title = json_text(p->setup, "title");
	const char *spaces = json_text_or(p->site, "content", "0");
	struct json_object *more = NULL;
	enum wiki_outcome outcome;

	if (p->import->continue_json != NULL && json_parse(&more,
	    p->import->continue_json, strlen(p->import->continue_json),
	    DOCUMENT_DEPTH, NULL) != RC_OK)
		more = NULL;
	outcome = ASK(&p->call, answer, more, "prop", "revisions|info",
	    "rvprop", "ids|sha1|content|timestamp", "rvslots", "main",
	    "inprop", "url",
	    "generator", category ? "categorymembers" : "embeddedin",
	    category ? "gcmtitle" : "geititle", title,
	    category ? "gcmnamespace" : "geinamespace", spaces,
	    category ? "gcmlimit" : "geilimit", "50",
	    category ? "gcmtype" : "geifilterredir",
	    category ? "page" : "all");
	json_object_put(more);
	return outcome;
}

/* Answer after answer, each kept before the next is asked for. */
static enum wiki_outcome
read_pages(struct preview *p, enum rc *rc)
{
	struct json_object *answer;
	enum wiki_outcome outcome;
	bool more = true;

	while (more) {
		outcome = ask_pages(p, &answer);
		if (outcome != WIKI_DONE)
			return outcome;
		more = json_has(answer, "continue");
		*rc = keep_answer(p, answer);
		json_object_put(answer);
		mem_reset(p->batch);
		if (*rc != RC_OK)
			return WIKI_DONE;
		p->call.done = p->import->pages_done;
		p->call.total = p->import->pages_found;
		*rc = job_run_progress(p->call.run, p->call.done,
		    p->call.total, NULL);
		if (*rc != RC_OK)
			return WIKI_DONE;
	}
	return WIKI_DONE;
}

static struct json_object *
parsed(const char *text)
{
	struct json_object *value = NULL;

	if (json_parse(&value, text, strlen(text), DOCUMENT_DEPTH, NULL) !=
	    RC_OK)
		value = NULL;
	return value;
}

/* RC_OK: go on with `code` as failure when it is set. */
static enum rc
preview(struct preview *p, const char **code)
{
	enum wiki_outcome outcome;
	enum rc rc = RC_OK;

	p->call.client = wiki_client_new(&p->call.setup);
	if (p->call.client == NULL)
		return RC_FAIL;
	outcome = wiki_sign_in(p->call.client);
	if (outcome == WIKI_DONE && strcmp(p->import->setup_json, "{}") == 0)
		outcome = set_up(p, code);
	if (outcome == WIKI_DONE && *code == NULL) {
		p->setup = parsed(p->import->setup_json);
		if (json_array(p->setup, "names") != NULL)
			p->names = texts_of(p->call.run->mem,
			    json_array(p->setup, "names"));
		outcome = read_pages(p, &rc);
	}
	if (outcome == WIKI_DONE)
		return rc;
	p->call.run->message = mem_strdup(p->call.run->mem,
	    wiki_last_words(p->call.client));
	if (jobs_stopping())
		return RC_BUSY;
	/* Time may heal these: again later, and for good at the last try. */
	if ((outcome == WIKI_LATE || outcome == WIKI_UNREACHABLE ||
	    outcome == WIKI_BROKEN || outcome == WIKI_STOPPED) &&
	    p->call.run->job->attempts < JOB_TRIES)
		return RC_BUSY;
	*code = outcome_code(outcome);
	return RC_OK;
}

enum rc
job_wiki_preview(struct job_run *run)
{
	struct preview p = { 0 };
	const char *code = NULL;
	enum rc rc;

	rc = wiki_import_load(&p.import, run->db, run->mem,
	    json_int(run->job->payload, "import", 0));
	if (rc == RC_OK)
		rc = wiki_load(&p.wiki, run->db, run->mem, p.import->wiki_id);
	if (rc == RC_OK)
		rc = platform_load_id(&p.platform, run->db, run->mem,
		    p.wiki->platform_id);
	if (rc != RC_OK)
		return rc;
	if (strcmp(p.import->state, "previewing") != 0)
		return RC_OK;		/* cancelled, or done before a crash */
	call_setup(&p.call, run, p.wiki);
	p.call.done = p.import->pages_done;
	p.call.total = p.import->pages_found;
	p.site = parsed(p.wiki->site_json);
	p.tags = json_array(p.site, "tags") == NULL ? NULL :
	    texts_of(run->mem, json_array(p.site, "tags"));
	p.batch = mem_new();
	rc = preview(&p, &code);
	if (rc == RC_OK && code != NULL)
		rc = wiki_import_fail(run->db, p.import, code,
		    job_run_now(run));
	wiki_client_free(p.call.client);
	mem_free(p.batch);
	json_object_put(p.site);
	json_object_put(p.setup);
	return rc;
}

/* --- the import ------------------------------------------------------------------ */

enum rc
job_wiki_import(struct job_run *run)
{
	struct wiki_import *x;
	struct platform *platform;
	struct wiki *w;
	struct mem *batch;
	bool over = false;
	enum rc rc;

	rc = wiki_import_load(&x, run->db, run->mem,
	    json_int(run->job->payload, "import", 0));
	if (rc == RC_OK)
		rc = wiki_load(&w, run->db, run->mem, x->wiki_id);
	if (rc == RC_OK)
		rc = platform_load_id(&platform, run->db, run->mem,
		    w->platform_id);
	if (rc != RC_OK)
		return rc;
	if (strcmp(x->state, "importing") != 0)
		return RC_OK;
	batch = mem_new();
	while (rc == RC_OK && !over) {
		rc = wiki_import_step(&over, run->db, batch, x, platform,
		    job_run_now(run));
		mem_reset(batch);
		if (rc == RC_OK && !over)
			rc = job_run_progress(run, x->pages_done,
			    x->pages_found, NULL);
	}
	mem_free(batch);
	return rc;
}
