/*
 * The job that tests the connection to a wiki: what it is, what its bot account
 * may do, which categories and templates it has. It only reads.
 */
#include "config.h"

#include "cli/wiki_talk.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/json.h"
#include "base/text.h"

#define TEST_PATIENCE	30		/* seconds of waiting, in all */
#define TAGS_KEPT	90
#define SUGGESTED	60

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
find_site(struct wiki_talk *c, struct json_object *site)
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
find_api(struct wiki_talk *c, struct json_object *site, const char *typed)
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
check_rights(struct wiki_talk *c, struct json_object *site)
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
suggest(struct wiki_talk *c, struct json_object *site)
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
	struct wiki_talk c;
	enum rc rc;

	rc = wiki_load(&w, run->db, run->mem, json_int(run->job->payload,
	    "wiki", 0));
	if (rc != RC_OK) {
		json_object_put(site);
		return rc;
	}
	wiki_talk_setup(&c, run, w);
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
	    outcome == WIKI_DONE ? "ok" : "failing", wiki_talk_code(outcome),
	    outcome == WIKI_DONE ? c.setup.api_url : w->api_url,
	    json_text_or(site, "name", w->site_name),
	    json_string(run->mem, site), job_run_now(run));
	wiki_client_free(c.client);
	json_object_put(site);
	return rc;
}
