/*
 * terreau jobs: run what waits outside web requests, one job at a time.
 * It does none of the work itself: see jobs_table.c, and upkeep.c.
 */
#include "config.h"

#include <curl/curl.h>
#include <inttypes.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/shape.h"
#include "base/log.h"
#include "base/sandbox.h"
#include "cli/cmd.h"
#include "cli/jobs.h"
#include "cli/upkeep.h"
#include "domain/account_idle.h"
#include "domain/directory.h"
#include "domain/scan.h"

#define POLL_MS		200	/* how long a mail waits for its runner */
#define UNTIL_MAX	100000	/* jobs of one --until-idle */

static const char help[] =
    "Usage: terreau jobs [--once | --until-idle] [--at SECONDS]\n"
    "       terreau jobs --list [STATE]\n"
    "       terreau jobs --retry ID\n"
    "\n"
    "Run the work that waits (mails, wikis, imports) and look after the database\n"
    "(checkpoints, expired sessions). Without option it goes on until SIGTERM, and\n"
    "ends after the job it is doing. Several may run.\n"
    "\n"
    "  --once         one job, if one is due\n"
    "  --until-idle   until nothing is due\n"
    "  --at SECONDS   as if it were that moment (Unix time): for tests\n"
    "  --list STATE   show jobs: ready, running, done or failed (failed)\n"
    "  --retry ID     try a failed job again\n";

/* --- one job ------------------------------------------------------------------ */

static const char *
outcome(enum rc rc)
{
	return rc == RC_OK ? "done" : rc == RC_BUSY || rc == RC_FAIL ? "later" :
	    "failed";
}

/* RC_NOT_FOUND: nothing was due. */
static enum rc
run_one(struct cmd *c, const struct settings *settings, struct mem *mem,
    int64_t fixed_now)
{
	struct job_run run = { .db = c->db, .mem = mem, .settings = settings,
	    .fixed_now = fixed_now };
	struct job *job;
	job_fn *fn;
	enum rc rc;

	rc = job_take(&job, c->db, mem, job_run_now(&run), JOB_LEASE);
	if (rc != RC_OK)
		return rc;
	run.job = job;
	fn = job_fn_of(job->kind);
	if (fn == NULL)
		run.message = "unknown kind of job";
	rc = fn == NULL ? RC_INVALID : fn(&run);
	if (db_writing(c->db)) {
		db_write_rollback(c->db);
		rc = RC_FAIL;
	}
	db_forgive(c->db);
	log_event(rc == RC_OK ? LOG_LEVEL_INFO : LOG_LEVEL_WARN, "job",
	    "kind", job->kind, "id", mem_printf(mem, "%" PRId64, job->id),
	    "try", mem_printf(mem, "%" PRId64, job->attempts),
	    "outcome", outcome(rc), "why", run.message, NULL);
	if (job_end(c->db, job, rc, run.message, job_run_now(&run)) ==
	    RC_CONFLICT)
		log_event(LOG_LEVEL_WARN, "job_lost", "id",
		    mem_printf(mem, "%" PRId64, job->id), NULL);
	json_object_put(job->payload);
	return RC_OK;
}

/* --- the process ---------------------------------------------------------------- */

/*
 * From here on: the state folder may be written; programs' own files, fonts,
 * certificates and name resolution may be read; the network is open (mail,
 * wikis). Nothing can be executed.
 */
static enum rc
confine(const struct cmd *c)
{
	const char *share = getenv("TERREAU_SHARE");
	const char *build = getenv("TERREAU_BUILD");
	const char *const readable[] = { "/etc", "/usr", "/lib", "/dev",
	    "/proc/self", "/run/systemd/resolve", "/var/cache/fontconfig",
	    share == NULL ? "/usr" : share, build == NULL ? "/usr" : build,
	    NULL };
	const char *const writable[] = { c->state_dir, "/dev/null", NULL };
	const struct sandbox sandbox = { readable, writable, true };

	return sandbox_enter(&sandbox);
}

/* --- the loop ----------------------------------------------------------------- */

/* Letters and receipts speak the reader's language, when it is installed. */
static void
open_languages(struct cmd *c)
{
	const char *build = getenv("TERREAU_BUILD");

	lang_open(build == NULL || *build == '\0' ? NULL :
	    mem_printf(c->mem, "%s/locale", build));
}

static struct upkeep
upkeep_of(const struct settings *settings)
{
	return (struct upkeep){
	    .site = settings_text(settings, "base_url",
		"http://localhost:8080"),
	    .account_months = settings_number(settings, "account_months", 0,
		1200, ACCOUNT_MONTHS) };
}

static int
loop(struct cmd *c, const struct settings *settings, int64_t fixed_now)
{
	static const struct timespec nap = { 0, POLL_MS * 1000000L };
	struct upkeep upkeep = upkeep_of(settings);
	struct mem *mem = mem_new();
	int64_t seen = -1, version, next = -1, now;
	bool worked = false;

	log_event(LOG_LEVEL_INFO, "jobs_started", NULL);
	/* Files that came before the antivirus, or while it was away. */
	if (settings_text(settings, "clamav_socket", NULL) != NULL)
		scan_ask(c->db, fixed_now != 0 ? fixed_now :
		    (int64_t)time(NULL));
	if (settings_text(settings, "directory_url", NULL) != NULL)
		directory_ask_all(c->db, fixed_now != 0 ? fixed_now :
		    (int64_t)time(NULL));
	while (!jobs_stopping()) {
		now = fixed_now != 0 ? fixed_now : (int64_t)time(NULL);
		version = db_version(c->db);
		if (version != seen) {
			next = job_next(c->db);
			seen = version;
		}
		if (next >= 0 && next <= now) {
			/* RC_BUSY, RC_FAIL: not a reason to turn in circles. */
			if (run_one(c, settings, mem, fixed_now) != RC_OK)
				nanosleep(&nap, NULL);
			seen = -1;
			mem_reset(mem);
			worked = true;
		} else {
			if (worked)
				malloc_trim(0);	/* a picture is 120 MB */
			worked = false;
			nanosleep(&nap, NULL);
		}
		upkeep_turn(&upkeep, c->db, now);
		db_forgive(c->db);
	}
	log_event(LOG_LEVEL_INFO, "jobs_ended", NULL);
	mem_free(mem);
	return CMD_OK;
}

static int
until_idle(struct cmd *c, const struct settings *settings, int64_t fixed_now,
    int most)
{
	struct upkeep upkeep = upkeep_of(settings);
	struct mem *mem = mem_new();
	enum rc rc = RC_OK;
	int n = 0;

	while (!jobs_stopping() && n < most) {
		rc = run_one(c, settings, mem, fixed_now);
		mem_reset(mem);
		if (rc != RC_OK)
			break;
		n++;
	}
	upkeep_all(&upkeep, c->db, fixed_now != 0 ? fixed_now :
	    (int64_t)time(NULL));
	mem_free(mem);
	printf("%d\n", n);
	return rc == RC_OK || rc == RC_NOT_FOUND ? CMD_OK :
	    cmd_exit(rc, "jobs");
}

/* --- looking ------------------------------------------------------------------ */

struct listing {
	struct mem	*mem;
	int64_t		 last;
	int		 n;
};

static void
print_job(void *arg, const struct job_status *j)
{
	struct listing *l = arg;

	printf("%" PRId64 "\t%s\t%s\t%s\t%" PRId64 "\t%s\t%s\n", j->id, j->kind,
	    j->key == NULL ? "-" : j->key, j->state, j->attempts,
	    date_rfc3339(l->mem, j->run_at),
	    j->message == NULL ? "-" : j->message);
	l->last = j->id;
	l->n++;
}

static int
list(struct cmd *c, const char *state)
{
	struct listing l = { mem_new(), 0, 0 };

	do {
		l.n = 0;
		job_each(c->db, l.mem, state, l.last, 500, print_job, &l);
		mem_reset(l.mem);
	} while (l.n == 500);
	mem_free(l.mem);
	return CMD_OK;
}

/* A positive number; 0 for anything else. */
static int64_t
number(const char *text)
{
	char *end;
	long long n = strtoll(text, &end, 10);

	return *text == '\0' || *end != '\0' || n <= 0 ? 0 : n;
}

int
cmd_jobs(struct cmd *c, int argc, char **argv)
{
	bool once = cmd_flag(&argc, argv, "--once");
	bool idle = cmd_flag(&argc, argv, "--until-idle");
	bool listed = cmd_flag(&argc, argv, "--list");
	const char *retry, *at;
	struct settings *settings;
	int64_t fixed_now = 0;

	if (cmd_flag(&argc, argv, "--help")) {
		fputs(help, stdout);
		return CMD_OK;
	}
	retry = cmd_option(&argc, argv, "--retry");
	at = cmd_option(&argc, argv, "--at");
	if (cmd_unknown(argc, argv))
		return CMD_USAGE;
	if ((at != NULL && (fixed_now = number(at)) == 0) ||
	    (retry != NULL && number(retry) == 0) || argc > (listed ? 2 : 1) ||
	    (argc > 1 && !shape_choice("ready|running|done|failed", argv[1]))) {
		fputs(help, stderr);
		return CMD_USAGE;
	}
	if (!cmd_open(c, DB_WORKER))
		return CMD_FAILED;
	if (listed)
		return list(c, argc > 1 ? argv[1] : "failed");
	if (retry != NULL)
		return cmd_exit(job_retry(c->db, number(retry),
		    (int64_t)time(NULL)), retry);
	if (settings_load(&settings, c->mem, c->state_dir) != RC_OK)
		return CMD_REFUSED;
	jobs_catch_signals();
	curl_global_init(CURL_GLOBAL_DEFAULT);
	open_languages(c);
	if (confine(c) != RC_OK)
		return CMD_FAILED;
	return once ? until_idle(c, settings, fixed_now, 1) : idle ?
	    until_idle(c, settings, fixed_now, UNTIL_MAX) :
	    loop(c, settings, fixed_now);
}
