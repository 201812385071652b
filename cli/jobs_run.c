/*
 * What a running job asks of its runner: the moment, time to go on, whether to
 * stop. It takes no job and ends none: see cmd_jobs.c.
 */
#include "config.h"

#include "cli/jobs.h"

#include <signal.h>
#include <time.h>

static volatile sig_atomic_t stopping;

static void
on_stop(int signo)
{
	(void)signo;
	stopping = 1;
}

void
jobs_catch_signals(void)
{
	struct sigaction stop = { .sa_handler = on_stop };

	sigemptyset(&stop.sa_mask);
	sigaction(SIGTERM, &stop, NULL);
	sigaction(SIGINT, &stop, NULL);
	signal(SIGPIPE, SIG_IGN);
}

bool
jobs_stopping(void)
{
	return stopping != 0;
}

int64_t
job_run_now(const struct job_run *run)
{
	return run->fixed_now != 0 ? run->fixed_now : (int64_t)time(NULL);
}

enum rc
job_run_progress(struct job_run *run, int64_t done, int64_t total,
    const char *message)
{
	enum rc rc = job_progress(run->db, run->job->id, done, total, message,
	    job_run_now(run) + JOB_LEASE);

	return rc == RC_OK && stopping ? RC_BUSY : rc;
}
