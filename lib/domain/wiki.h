/*
 * A MediaWiki tied to a platform: its address, its bot account, what the last
 * test found. It calls no wiki (terreau jobs does) and keeps no secret in the
 * database: the bot password is a file, state/secrets/wiki-<id>, mode 0600.
 */
#ifndef DOMAIN_WIKI_H
#define DOMAIN_WIKI_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "store/db.h"

#define WIKI_JOB_TEST	"wiki_test"	/* key: the wiki's id */

struct wiki {
	int64_t		 id, platform_id;
	const char	*slug, *name;
	const char	*api_url;	/* as typed until a test found api.php */
	const char	*bot_user;	/* "User@app" */
	const char	*state;		/* new, ok, failing */
	const char	*state_detail;	/* why it fails: a code of enum, see below */
	const char	*site_name;
	const char	*site_json;	/* what siteinfo said, see jobs_wiki.c */
	int64_t		 checked_at;	/* 0: never */
	int64_t		 created_at;
};

/* What an administrator types. */
struct wiki_typed {
	const char	*name, *address, *bot_user;
	const char	*password;	/* NULL when changing: keep the one known */
};

/*
 * Register a wiki: the row, then the secret's file, durably; the test is asked
 * for. *id is the new one, *slug in mem. RC_INVALID: `why` names the field ("adresse",
 * "compte", "secret", "nom"). RC_FAIL: the secret could not be written and
 * nothing is registered. Opens its own write transactions.
 */
enum rc	 wiki_register(int64_t *id, const char **slug, struct db *,
	    struct mem *, int64_t platform_id, const struct wiki_typed *,
	    int64_t person_id, int64_t now, struct problems *why);
/* The same for one that exists. Own write transaction. */
enum rc	 wiki_change(struct db *, struct mem *, const struct wiki *,
	    const struct wiki_typed *, int64_t person_id, int64_t now,
	    struct problems *why);

/* *wiki lives in mem. RC_NOT_FOUND. Reads. */
enum rc	 wiki_by_slug(struct wiki **, struct db *, struct mem *,
	    int64_t platform_id, const char *slug);
enum rc	 wiki_load(struct wiki **, struct db *, struct mem *, int64_t id);
/* Those of a platform, by name; an array in mem. */
size_t	 wiki_list(struct wiki **, struct db *, struct mem *,
	    int64_t platform_id);
/* Pages of that wiki tied to an element. A read. */
int64_t	 wiki_tied(struct db *, int64_t wiki_id);

/* Ask for a test of the connection. Own write transaction. */
enum rc	 wiki_test_ask(struct db *, struct mem *, const struct wiki *,
	    int64_t now);
/* Keep what a test found. Own write transaction. */
enum rc	 wiki_test_keep(struct db *, int64_t id, const char *state,
	    const char *detail, const char *api_url, const char *site_name,
	    const char *site_json, int64_t now);

/* The bot password, in mem: for the job runner only. RC_NOT_FOUND: none. */
enum rc	 wiki_secret(const char **secret, struct db *, struct mem *,
	    int64_t wiki_id);

/* Where an element came from. */
struct wiki_source {
	int64_t		 wiki_id, pageid, revid, synced_at;
	const char	*wiki_name, *page_title;
	const char	*site_json, *base_json;
};
/* RC_NOT_FOUND: it is tied to no wiki. A read. */
enum rc	 wiki_source_of(struct wiki_source **, struct db *, struct mem *,
	    int64_t element_id);

#endif
