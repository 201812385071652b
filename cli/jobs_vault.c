/*
 * Jobs of documents: reminders before they end, and files an antivirus has not
 * looked at. A scan never makes anybody wait: what it says comes later.
 */
#include "config.h"

#include "cli/jobs.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/json.h"
#include "base/log.h"
#include "cli/clamd.h"
#include "domain/scan.h"
#include "domain/stored_file.h"
#include "domain/vault.h"

#define TIMEOUT	60	/* seconds of one answer of clamd */

enum rc
job_document_expiry(struct job_run *run)
{
	int64_t id = json_int(run->job->payload, "document", 0);

	if (id == 0)
		return RC_INVALID;
	return vault_remind_now(run->db, run->mem, id, settings_text(
	    run->settings, "base_url", NULL), job_run_now(run));
}

/* --- the antivirus ----------------------------------------------------------- */

struct scan {
	struct job_run	*run;
	struct mem	*mem;		/* of one batch */
	const char	*address;
	int		 timeout_s;
	int64_t		 done, waiting, found;
};

static enum rc
scan_one(struct scan *s, const struct scan_file *f)
{
	struct job_run *run = s->run;
	const char *path = stored_file_path(s->mem, db_state_dir(run->db),
	    f->sha256), *name;
	enum clamd_verdict verdict;
	enum rc rc;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return RC_OK;		/* swept, or still to come */
	rc = clamd_scan(&verdict, &name, s->mem, s->address, fd, s->timeout_s);
	close(fd);
	if (rc != RC_OK) {
		run->message = mem_printf(run->mem, "%s", name);
		return rc;
	}
	if (verdict == CLAMD_CLEAN)
		return scan_clean(run->db, f->id, job_run_now(run));
	log_event(LOG_LEVEL_WARN, verdict == CLAMD_INFECTED ? "infected" :
	    "not_scanned", "file", f->sha256, "why", name, NULL);
	if (verdict == CLAMD_UNFIT)
		return RC_OK;
	s->found++;
	return scan_infected(run->db, s->mem, f, name, settings_text(
	    run->settings, "base_url", NULL), job_run_now(run));
}

static enum rc
scan_all(struct scan *s)
{
	struct scan_files list;
	int64_t after = 0;
	enum rc rc;
	size_t i;

	do {
		mem_reset(s->mem);
		scan_next(&list, s->run->db, s->mem, after);
		for (i = 0; i < list.count; i++) {
			after = list.rows[i].id;
			rc = scan_one(s, &list.rows[i]);
			if (rc == RC_OK)
				rc = job_run_progress(s->run, ++s->done,
				    s->waiting, NULL);
			if (rc != RC_OK)
				return rc;
		}
	} while (list.count == SCAN_BATCH);
	return RC_OK;
}

enum rc
job_scan(struct job_run *run)
{
	struct scan s = { .run = run, .address = settings_text(run->settings,
	    "clamav_socket", NULL) };
	enum rc rc;

	if (s.address == NULL) {
		run->message = "no antivirus (clamav_socket)";
		return RC_OK;
	}
	s.timeout_s = (int)strtol(settings_text(run->settings,
	    "clamav_timeout", "0"), NULL, 10);
	if (s.timeout_s <= 0 || s.timeout_s > 3600)
		s.timeout_s = TIMEOUT;
	s.waiting = scan_waiting(run->db);
	s.mem = mem_new();
	scan_quarantine(run->db, s.mem);
	rc = scan_all(&s);
	mem_free(s.mem);
	if (rc == RC_OK)
		run->message = mem_printf(run->mem, "%" PRId64 " looked at, %"
		    PRId64 " infected", s.done, s.found);
	return rc;
}
