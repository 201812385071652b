/*
 * What the pages of wikis say and share: codes as sentences, the state of a
 * job.
 */
#ifndef WIKISYNC_WORDS_H
#define WIKISYNC_WORDS_H

#include <stdbool.h>

#include "base/problems.h"
#include "domain/wiki.h"
#include "domain/wiki_import.h"
#include "web/req.h"
#include "web/res.h"

/* A code of wiki.state_detail or wiki_import.detail: what happened, and what to
 * do. Borrowed for ever. */
const char	*failure_said(const char *code);
const char	*failure_remedy(const char *code);
/* Why a page cannot be read. */
const char	*problem_said(const char *code);
const char	*verdict_said(const char *verdict, bool many);
const char	*outcome_said(const char *outcome);
/* An import: its state in words and its tone (chip). */
const char	*import_said(const struct wiki_import *);
const char	*import_tone(const struct wiki_import *);
/* "Catégorie « Lieu »". In req->mem. */
const char	*import_name(const struct req *, const struct wiki_import *);
bool		 import_runs(const struct wiki_import *);

/* The wiki that the path names. RC_NOT_FOUND. */
enum rc		 wiki_of_path(struct wiki **, const struct req *);
/* "3 pages", in req->mem. */
const char	*pages_said(const struct req *, int64_t n);

/* A job that waits or runs: PROGRESS { … } and the page comes back by itself. */
void		 show_progress(struct view *page, struct req *, struct res *,
		    const char *kind, int64_t id, const char *doing);
/* Is it waiting or running? */
bool		 job_lives(struct req *, const char *kind, int64_t id);

#endif
