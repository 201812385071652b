/*
 * Checkpoints, and the rows and files nobody needs any more.
 * It is the only caller of db_checkpoint (lib/store/db.h says why).
 */
#include "config.h"

#include "cli/upkeep.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/date.h"
#include "base/file.h"
#include "base/log.h"
#include "domain/account_idle.h"
#include "domain/job.h"
#include "domain/listening.h"
#include "domain/retention.h"
#include "domain/sending.h"
#include "domain/stored_file.h"
#include "domain/vault.h"

#define CHECKPOINT_MS	((int64_t)5000)		/* after a write, at most */
#define HURRY_MS	((int64_t)500)		/* when the log is long */
#define LONG_LOG	((int64_t)8 * 1024 * 1024)	/* bytes */
#define CLEAN_MS	((int64_t)600 * 1000)
#define SWEEP_MS	((int64_t)6 * 3600 * 1000)	/* deposited files */

#define KEEP_TOKENS	(2 * DATE_DAY)		/* after their end */
#define KEEP_PARKED	DATE_DAY
#define KEEP_THROTTLE	(2 * DATE_DAY)
#define KEEP_UNPROVED	(30 * DATE_DAY)		/* accounts never confirmed */
#define KEEP_TEMPORARY	DATE_DAY		/* uploads cut by a crash */

static int64_t
milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* --- checkpoint ----------------------------------------------------------- */

static void
checkpoint(struct upkeep *u, struct db *db)
{
	int64_t version = db_version(db);

	/* RC_BUSY: a reader keeps a part; the next turn ends it. */
	if (db_checkpoint(db) == RC_OK)
		u->version = version;
	u->checked_ms = milliseconds();
}

/* --- cleaning ------------------------------------------------------------- */

static void
clean_rows(struct db *db, int64_t now)
{
	if (db_write_begin(db) != RC_OK)
		return;
	db_run(db, Q_SESSION_DROP_EXPIRED, I(now, now));
	db_run(db, Q_PARKED_DROP_OLD, I(since, now - KEEP_PARKED),
	    I(keep, 1000));
	db_run(db, Q_THROTTLE_DROP_OLD, I(since, now - KEEP_THROTTLE));
	db_run(db, Q_TOKEN_DROP_OLD, I(before, now - KEEP_TOKENS));
	db_run(db, Q_PERSON_DROP_UNPROVED, I(before, now - KEEP_UNPROVED));
	db_write_commit(db);
	while (job_forget(db, now) >= 200)
		continue;
}

/* Temporary files whose process died before it renamed them. */
static void
clean_files(const char *state_dir, int64_t now)
{
	char path[4096];
	struct dirent *e;
	struct stat sb;
	DIR *dir;

	snprintf(path, sizeof(path), "%s/tmp", state_dir);
	dir = opendir(path);
	if (dir == NULL)
		return;
	while ((e = readdir(dir)) != NULL) {
		snprintf(path, sizeof(path), "%s/tmp/%s", state_dir,
		    e->d_name);
		if (lstat(path, &sb) == 0 && S_ISREG(sb.st_mode) &&
		    sb.st_mtime < now - KEEP_TEMPORARY)
			file_remove(path);
	}
	closedir(dir);
}

/* Reminders, ends of drafts, the bin (domain/retention.h). */
static void
pass_time(const struct upkeep *u, struct db *db, int64_t now)
{
	struct mem *mem = mem_new();
	struct retention r;
	char count[24];

	if (retention_turn(&r, db, mem, u->site == NULL ? "" : u->site, now) !=
	    RC_OK)
		log_event(LOG_LEVEL_ERROR, "retention", NULL);
	else if (r.erased > 0) {
		snprintf(count, sizeof(count), "%d", r.erased);
		log_event(LOG_LEVEL_INFO, "retention", "erased", count, NULL);
	}
	mem_free(mem);
}

/* Accounts that nobody uses (domain/account_idle.h). */
static void
pass_time_over_accounts(const struct upkeep *u, struct db *db, int64_t now)
{
	struct mem *mem = mem_new();
	struct account_idle done;
	char count[24];

	if (account_idle_turn(&done, db, mem, u->site == NULL ? "" : u->site,
	    u->account_months, now) != RC_OK)
		log_event(LOG_LEVEL_ERROR, "account_idle", NULL);
	else if (done.closed > 0) {
		snprintf(count, sizeof(count), "%d", done.closed);
		log_event(LOG_LEVEL_INFO, "account_idle", "closed", count,
		    NULL);
	}
	mem_free(mem);
}

static void
clean(struct upkeep *u, struct db *db, int64_t now)
{
	clean_rows(db, now);
	clean_files(db_state_dir(db), now);
	sending_sweep(db, now);
	vault_sweep(db, now);
	listening_sweep(db, now);
	pass_time(u, db, now);
	pass_time_over_accounts(u, db, now);
	u->cleaned_ms = milliseconds();
}

/* Deposited files that nothing names any more (domain/stored_file.h). */
static void
sweep(struct upkeep *u, struct db *db, int64_t now)
{
	int64_t removed;
	char count[24];

	if (stored_file_sweep(db, now, &removed) == RC_OK && removed > 0) {
		snprintf(count, sizeof(count), "%lld", (long long)removed);
		log_event(LOG_LEVEL_INFO, "sweep", "files", count, NULL);
	}
	u->swept_ms = milliseconds();
}

/* --- turns ------------------------------------------------------------------ */

void
upkeep_turn(struct upkeep *u, struct db *db, int64_t now)
{
	int64_t ms = milliseconds(), since = ms - u->checked_ms;

	if (u->cleaned_ms == 0 || ms - u->cleaned_ms >= CLEAN_MS)
		clean(u, db, now);
	if (u->swept_ms == 0 || ms - u->swept_ms >= SWEEP_MS)
		sweep(u, db, now);
	if (db_version(db) != u->version && (since >= CHECKPOINT_MS ||
	    (since >= HURRY_MS && db_wal_bytes(db) >= LONG_LOG)))
		checkpoint(u, db);
}

void
upkeep_all(struct upkeep *u, struct db *db, int64_t now)
{
	clean(u, db, now);
	sweep(u, db, now);
	checkpoint(u, db);
}
