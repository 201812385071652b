/*
 * Imports from a wiki: a preview that a job fills page by page, choices of an
 * administrator, then elements. It knows values, not wikitext nor HTTP.
 *
 * previewing → previewed → importing → done; failed or cancelled from each but
 * done. The API's continue object is kept in the transaction of what it
 * follows, and the import's place in that of its batch: killed anywhere, both go
 * on without loss or double write.
 */
#ifndef DOMAIN_WIKI_IMPORT_H
#define DOMAIN_WIKI_IMPORT_H

#include "domain/platform.h"
#include "domain/wiki.h"

struct json_object;

#define WIKI_JOB_PREVIEW	"wiki_preview"	/* keys: the import's id */
#define WIKI_JOB_IMPORT		"wiki_import"
#define WIKI_BATCH		50		/* pages of one transaction */

/* Kinds that an import may make, in the order shown; NULL ends. */
extern const char *const wiki_kinds[];

struct wiki_import {
	int64_t		 id, wiki_id;
	const char	*by;		/* category, template */
	const char	*name;		/* as typed */
	const char	*element_kind;
	const char	*state, *detail;
	const char	*setup_json;	/* {"title", "names": [...]} once found */
	const char	*continue_json;	/* NULL: from the beginning */
	int64_t		 next_pageid;
	int64_t		 pages_found, pages_done;
	int64_t		 started_at, ended_at;
};

/* One page as the job read it. values: title, summary, description, lat_e6,
 * lon_e6, place, postcode, image, site, starts_on, ends_on, holder, tags, url,
 * sha1, template, params. */
struct wiki_found {
	int64_t		 pageid, revid;
	const char	*title;
	struct json_object *values;	/* borrowed; territory is added */
	const char	*problem;	/* NULL: readable */
};

/* A row of the preview. */
struct wiki_preview {
	int64_t		 pageid, revid;
	const char	*title, *verdict, *problem, *outcome;	/* NULL: not yet */
	bool		 chosen;
	const char	*values_json;
	int64_t		 element_id;	/* 0: none */
	const char	*element_slug, *element_title, *element_kind;
};

struct wiki_counts {
	int64_t		 create, update, unchanged, duplicate, unreadable;
	int64_t		 chosen;	/* that an import would look at */
	int64_t		 created, updated, tied, kept, failed;	/* outcomes */
};

/*
 * Ask for a preview. *id is the import's. RC_INVALID: `why` names "nom" or
 * "genre". RC_CONFLICT: that wiki does not answer yet (its state is not ok). Opens
 * its own write transaction.
 */
enum rc	 wiki_import_start(int64_t *id, struct db *, struct mem *,
	    const struct wiki *, const char *by, const char *name,
	    const char *kind, int64_t person_id, int64_t now,
	    struct problems *why);

/* *import lives in mem. RC_NOT_FOUND. Reads. */
enum rc	 wiki_import_load(struct wiki_import **, struct db *, struct mem *,
	    int64_t id);
enum rc	 wiki_import_of(struct wiki_import **, struct db *, struct mem *,
	    int64_t platform_id, int64_t id);
size_t	 wiki_imports(struct wiki_import **, struct db *, struct mem *,
	    int64_t wiki_id);
void	 wiki_import_count(struct wiki_counts *, struct db *,
	    int64_t import_id);
/* At most 50 rows after a page (or before it), of one verdict or "". */
size_t	 wiki_import_rows(struct wiki_preview **, struct db *, struct mem *,
	    int64_t import_id, const char *verdict, int64_t after,
	    bool backwards, int limit);

/* --- the preview's job ----------------------------------------------------- */

/* What the wiki says the name is. Own write transaction. */
enum rc	 wiki_import_setup(struct db *, struct wiki_import *,
	    const char *setup_json, int64_t pages_found);
/*
 * Keep one answer of the API: its pages with their verdicts, and what continues
 * it (NULL: that was the last). Own write transaction.
 */
enum rc	 wiki_import_keep(struct db *, struct mem *, struct wiki_import *,
	    const struct platform *, const struct wiki_found *, size_t n,
	    const char *continue_json, int64_t now);
/* It cannot go on: why, for the administrator. Own write transaction. */
enum rc	 wiki_import_fail(struct db *, const struct wiki_import *,
	    const char *detail, int64_t now);

/* --- the administrator ----------------------------------------------------- */

/*
 * Among the pages shown, those to import. Own write transaction. RC_CONFLICT:
 * the preview is not waiting for an answer.
 */
enum rc	 wiki_import_choose(struct db *, const struct wiki_import *,
	    const int64_t *shown, size_t shown_count, const int64_t *chosen,
	    size_t chosen_count);
/* Import what is chosen. Own write transaction. RC_CONFLICT as above. */
enum rc	 wiki_import_confirm(struct db *, struct mem *,
	    const struct wiki_import *, int64_t platform_id, int64_t person_id,
	    int64_t now);
/* Give up a preview. Own write transaction. RC_CONFLICT: it is over. */
enum rc	 wiki_import_cancel(struct db *, const struct wiki_import *,
	    int64_t now);

/*
 * The import's job: make or update the elements of the next batch. *over: that
 * was the last, and the journal says it. Own write transaction.
 */
enum rc	 wiki_import_step(bool *over, struct db *, struct mem *,
	    struct wiki_import *, const struct platform *, int64_t now);

#endif
