/*
 * The job that previews an import from a wiki, and the one that makes elements of
 * what was chosen. They only read the wiki.
 */
#include "config.h"

#include "cli/wiki_talk.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/json.h"
#include "base/text.h"
#include "domain/platform.h"
#include "domain/wiki_import.h"
#include "wiki/page.h"

#define DOCUMENT_DEPTH	16

/* --- the preview ----------------------------------------------------------------- */

struct preview {
	struct wiki_talk		 call;
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
	*code = wiki_talk_code(outcome);
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
	wiki_talk_setup(&p.call, run, p.wiki);
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
