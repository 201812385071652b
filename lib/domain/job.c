/*
 * The rows of the table job: asked, leased, ended, tried again.
 * It runs nothing.
 */
#include "config.h"

#include "domain/job.h"

#include <string.h>

#include "base/date.h"
#include "base/json.h"

#define KEEP_DONE	(30 * DATE_DAY)
#define KEEP_FAILED	(180 * DATE_DAY)

static void
add(struct db *db, enum query q, const char *kind, const char *key,
    struct json_object *payload, int64_t run_at, int64_t now)
{
	struct mem *mem = mem_new();

	db_run(db, q, T(kind, kind), T(key, key),
	    T(payload, payload == NULL ? "{}" : json_string(mem, payload)),
	    I(run_at, run_at), I(now, now));
	mem_free(mem);
}

void
job_add(struct db *db, const char *kind, const char *key,
    struct json_object *payload, int64_t run_at, int64_t now)
{
	add(db, Q_JOB_ADD, kind, key, payload, run_at, now);
}

void
job_add_unless_ready(struct db *db, const char *kind, const char *key,
    struct json_object *payload, int64_t run_at, int64_t now)
{
	if (db_int(db, 0, Q_JOB_IS_READY, T(kind, kind), T(key, key)) == 0)
		job_add(db, kind, key, payload, run_at, now);
}

void
job_add_once(struct db *db, const char *kind, const char *key,
    struct json_object *payload, int64_t run_at, int64_t now)
{
	add(db, Q_JOB_ADD_ONCE, kind, key, payload, run_at, now);
}

int64_t
job_next(struct db *db)
{
	return db_int(db, -1, Q_JOB_DUE);
}

static struct job *
job_of_row(struct stmt *s, struct mem *mem)
{
	struct job *job = MEM_NEW(mem, struct job);
	const char *text;

	job->id = stmt_int(s, "id");
	job->kind = stmt_str(s, mem, "kind");
	job->key = stmt_str(s, mem, "key");
	text = stmt_str(s, mem, "payload_json");
	job->attempts = stmt_int(s, "attempts");
	job->created_at = stmt_int(s, "created_at");
	/* Only this file writes it; a damaged one is an empty one. */
	if (json_parse(&job->payload, text, strlen(text), 32, NULL) != RC_OK
	    || job->payload == NULL)
		job->payload = json_object_new_object();
	return job;
}

enum rc
job_take(struct job **out, struct db *db, struct mem *mem, int64_t now,
    int64_t lease_seconds)
{
	struct job *job = NULL;
	int64_t next = job_next(db);
	struct stmt *s;
	enum rc rc;

	if (next < 0 || next > now)
		return RC_NOT_FOUND;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	db_run(db, Q_JOB_GIVE_UP, I(now, now), I(most, JOB_TRIES),
	    T(message, "its runner died each time"));
	s = db_query(db, Q_JOB_TAKE, I(now, now), I(lease, now + lease_seconds));
	if (stmt_step(s))
		job = job_of_row(s, mem);
	stmt_done(s);
	rc = db_write_commit(db);
	if (rc == RC_OK && job == NULL)
		rc = RC_NOT_FOUND;
	if (rc == RC_OK)
		*out = job;
	else if (job != NULL)
		json_object_put(job->payload);
	return rc;
}

enum rc
job_progress(struct db *db, int64_t id, int64_t done, int64_t total,
    const char *message, int64_t lease_until)
{
	return db_write_run(db, RC_OK, Q_JOB_PROGRESS, I(id, id), I(done, done),
	    I(total, total), T(message, message), I(lease, lease_until));
}

int64_t
job_wait(int64_t id, int64_t attempts)
{
	int64_t wait = JOB_WAIT_FIRST, spread;

	while (attempts-- > 1 && wait < JOB_WAIT_MOST)
		wait *= 2;
	if (wait > JOB_WAIT_MOST)
		wait = JOB_WAIT_MOST;
	/* Up to an eighth more, always the same for one job: those that failed
	 * together do not come back together. */
	spread = (int64_t)(((uint64_t)id * 2654435761u) % 1024);
	return wait + wait * spread / 8192;
}

enum rc
job_end(struct db *db, const struct job *job, enum rc how, const char *message,
    int64_t now)
{
	const char *state = "failed";
	int64_t run_at = now;
	enum rc rc;

	if (how == RC_OK) {
		state = "done";
	} else if ((how == RC_BUSY || how == RC_FAIL) &&
	    job->attempts < JOB_TRIES) {
		state = "ready";
		run_at = now + job_wait(job->id, job->attempts);
	}
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (db_run(db, Q_JOB_END, T(state, state), I(run_at, run_at),
	    I(now, now), T(message, message), I(id, job->id),
	    I(attempts, job->attempts)) == 0)
		return db_write_end(db, RC_CONFLICT);
	/* A mail that left, an import that is over: nobody needs its text. */
	db_run(db, Q_JOB_PAYLOAD_CLEAR, I(id, job->id));
	return db_write_commit(db);
}

/* --- looking -------------------------------------------------------------- */

static void
status_of_row(struct job_status *j, struct stmt *s, struct mem *mem)
{
	j->id = stmt_int(s, "id");
	j->kind = stmt_str(s, mem, "kind");
	j->key = stmt_str(s, mem, "key");
	j->state = stmt_str(s, mem, "state");
	j->run_at = stmt_int(s, "run_at");
	j->attempts = stmt_int(s, "attempts");
	j->done = stmt_int(s, "progress_done");
	j->total = stmt_int(s, "progress_total");
	j->message = stmt_str(s, mem, "message");
	j->created_at = stmt_int(s, "created_at");
	j->ended_at = stmt_int(s, "ended_at");
}

static enum rc
one(struct job_status **out, struct stmt *s, struct mem *mem)
{
	if (!stmt_step(s))
		return RC_NOT_FOUND;
	*out = MEM_NEW(mem, struct job_status);
	status_of_row(*out, s, mem);
	stmt_done(s);
	return RC_OK;
}

enum rc
job_load(struct job_status **out, struct db *db, struct mem *mem, int64_t id)
{
	return one(out, db_query(db, Q_JOB_LOAD, I(id, id)), mem);
}

enum rc
job_by_key(struct job_status **out, struct db *db, struct mem *mem,
    const char *kind, const char *key)
{
	return one(out, db_query(db, Q_JOB_BY_KEY, T(kind, kind), T(key, key)),
	    mem);
}

void
job_each(struct db *db, struct mem *mem, const char *state, int64_t after,
    int limit, void (*each)(void *, const struct job_status *), void *arg)
{
	struct stmt *s = db_query(db, Q_JOB_LIST, T(state, state),
	    I(after, after), I(limit, limit));

	while (stmt_step(s)) {
		struct job_status j;

		status_of_row(&j, s, mem);
		each(arg, &j);
	}
}

enum rc
job_retry(struct db *db, int64_t id, int64_t now)
{
	return db_write_run(db, RC_NOT_FOUND, Q_JOB_RETRY, I(id, id),
	    I(now, now));
}

int64_t
job_forget(struct db *db, int64_t now)
{
	int64_t n;

	if (db_write_begin(db) != RC_OK)
		return 0;
	n = db_run(db, Q_JOB_FORGET, T(state, "done"),
	    I(before, now - KEEP_DONE));
	n += db_run(db, Q_JOB_FORGET, T(state, "failed"),
	    I(before, now - KEEP_FAILED));
	return db_write_commit(db) == RC_OK ? n : 0;
}
