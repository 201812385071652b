/*
 * The kinds of jobs and what each does. A kind is one row of cli/jobs_table.c
 * and one function, in a file named after its subject (cli/jobs_mail.c…).
 *
 * A job runs outside any transaction, may be killed at any moment and run
 * again: it does its work so that twice is as once, commits in small batches, and
 * calls job_run_progress at least every third of its lease.
 */
#ifndef CLI_JOBS_H
#define CLI_JOBS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "base/settings.h"
#include "domain/job.h"
#include "open/message.h"
#include "store/db.h"

#define JOB_LEASE	((int64_t)120)		/* seconds */

struct job_run {
	struct db		*db;
	struct mem		*mem;		/* reset after the job */
	const struct settings	*settings;
	const struct job	*job;
	int64_t			 fixed_now;	/* --at, for tests; 0: the clock */
	const char		*message;	/* out: what went wrong, or is done */
};

/* The moment, by the clock or by --at. */
int64_t	 job_run_now(const struct job_run *);
/* Show progress and keep the job; RC_BUSY: the runner is asked to stop, end
 * with RC_BUSY soon and go on next time. */
enum rc	 job_run_progress(struct job_run *, int64_t done, int64_t total,
	    const char *message);

/*
 * What runs a job of that kind. RC_OK: done. RC_BUSY, RC_FAIL: again later.
 * Anything else: never again (RC_INVALID when the payload makes no sense).
 */
typedef enum rc job_fn(struct job_run *);
job_fn	*job_fn_of(const char *kind);

/*
 * What makes the file joined to a mail, at the moment it is sent (struct mail):
 * fills file_name, file_type, file, file_len, in run->mem.
 */
typedef enum rc attachment_fn(struct job_run *, int64_t id, struct message *);
attachment_fn *attachment_fn_of(const char *kind);

/* What is joined to mails. */
attachment_fn	 attach_receipt;

/* SIGTERM and SIGINT ask the runner to stop; a broken pipe does not end it. */
void	 jobs_catch_signals(void);
/* Was it asked to? Looked at between two jobs, and two steps of a long one. */
bool	 jobs_stopping(void);

/* The kinds. */
job_fn	 job_comment_digest;
job_fn	 job_directory;
job_fn	 job_listening_digest;
job_fn	 job_document_expiry;
job_fn	 job_mail;
job_fn	 job_picture;
job_fn	 job_scan;
job_fn	 job_wiki_import;
job_fn	 job_wiki_preview;
job_fn	 job_wiki_test;

#endif
