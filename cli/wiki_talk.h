/*
 * Asking a wiki from a job: its settings, its secret, its patience. The jobs are
 * in jobs_wiki.c and jobs_wiki_test.c.
 */
#ifndef CLI_WIKI_TALK_H
#define CLI_WIKI_TALK_H

#include <stdint.h>

#include "cli/jobs.h"
#include "domain/wiki.h"
#include "wiki/client.h"

/* A client and what its waiting needs. */
struct wiki_talk {
	struct job_run		*run;
	struct wiki_setup	 setup;
	struct wiki_client	*client;
	int64_t			 done, total;
	int64_t			 patience;	/* seconds left; -1: no end */
	int64_t			 wait_most;	/* seconds of one wait */
};

/* Of that wiki, with no client yet and no end to its patience. */
void	 wiki_talk_setup(struct wiki_talk *, struct job_run *,
	    const struct wiki *);
/* What a failure is called in the database; the pages word it. */
const char *wiki_talk_code(enum wiki_outcome);
/* One question: pairs of names and values ended by NULL, then those of more
 * (may be NULL). The caller ends *answer. */
enum wiki_outcome wiki_talk_ask(struct wiki_talk *, struct json_object **answer,
	    const char *const *pairs, struct json_object *more);

#define ASK(c, answer, more, ...)					\
	wiki_talk_ask((c), (answer),					\
	    (const char *const[]){ __VA_ARGS__, NULL }, (more))

#endif
