/*
 * Jobs: work outside web requests, written in the transaction of its cause.
 * It keeps rows and leases; what each kind does is registered by cli/jobs.
 */
#ifndef DOMAIN_JOB_H
#define DOMAIN_JOB_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

struct json_object;

#define JOB_TRIES	10			/* then it failed for good */
#define JOB_WAIT_FIRST	((int64_t)30)		/* seconds, doubled each time */
#define JOB_WAIT_MOST	((int64_t)6 * 3600)

struct job {
	int64_t			 id;
	const char		*kind;
	const char		*key;		/* NULL: no identity */
	struct json_object	*payload;	/* owned by the runner */
	int64_t			 attempts;	/* this one included */
	int64_t			 created_at;	/* asked for */
};

/* How a job stands, for pages and `terreau jobs --list`. */
struct job_status {
	int64_t			 id;
	const char		*kind, *key;
	const char		*state;		/* ready, running, done, failed */
	int64_t			 run_at, created_at, ended_at, attempts;
	int64_t			 done, total;	/* progress; total 0: unknown */
	const char		*message;	/* or NULL */
};

/*
 * Ask for work. Runs inside the caller's write transaction. A job of the same
 * kind and key (not NULL) that waits or is over is replaced by this one; one
 * that runs goes on, and this one is run after it. payload is borrowed; NULL
 * is {}.
 */
void	 job_add(struct db *, const char *kind, const char *key,
	    struct json_object *payload, int64_t run_at, int64_t now);
/* The same, but nothing when that kind and key wait already: what is asked for
 * in a burst is done once, when its first cause said. */
void	 job_add_unless_ready(struct db *, const char *kind, const char *key,
	    struct json_object *payload, int64_t run_at, int64_t now);
/* The same, but nothing when that kind and key exist, in whatever state. */
void	 job_add_once(struct db *, const char *kind, const char *key,
	    struct json_object *payload, int64_t run_at, int64_t now);

/*
 * Take the job due first under a lease. *job lives in mem, its payload must
 * be released with json_object_put. RC_NOT_FOUND: nothing is due. Opens its
 * own write transaction. A job whose lease ended (its runner died) is due.
 */
enum rc	 job_take(struct job **, struct db *, struct mem *, int64_t now,
	    int64_t lease_seconds);
/* When something will be due (Unix s, maybe past); -1: nothing waits. A read. */
int64_t	 job_next(struct db *);
/* Show how far it is and prolong the lease. Own write transaction. */
enum rc	 job_progress(struct db *, int64_t id, int64_t done, int64_t total,
	    const char *message, int64_t lease_until);
/*
 * It is over. RC_OK: done. RC_BUSY or RC_FAIL: tried again later, waiting
 * 30 s, 1 min, 2 min… up to 6 h with the job's own jitter, ten times in
 * all. Anything else: failed for good. Own write transaction. RC_CONFLICT: the
 * lease had ended and somebody else has the job: nothing is changed.
 */
enum rc	 job_end(struct db *, const struct job *, enum rc, const char *message,
	    int64_t now);
/* How long a job waits after that many attempts, in seconds. */
int64_t	 job_wait(int64_t id, int64_t attempts);

/* *status lives in mem. RC_NOT_FOUND. Reads. */
enum rc	 job_load(struct job_status **, struct db *, struct mem *, int64_t id);
enum rc	 job_by_key(struct job_status **, struct db *, struct mem *,
	    const char *kind, const char *key);
/* Those in a state after an id; each is called with a borrowed row. A read. */
void	 job_each(struct db *, struct mem *, const char *state, int64_t after,
	    int limit, void (*each)(void *, const struct job_status *), void *);
/* Try a failed job again. RC_NOT_FOUND: it is not failed. Own transaction. */
enum rc	 job_retry(struct db *, int64_t id, int64_t now);
/*
 * Forget at most 200 jobs of each sort that are over: done ones after 30 days,
 * failed ones after 180. Own write transaction. Returns how many.
 */
int64_t	 job_forget(struct db *, int64_t now);

#endif
