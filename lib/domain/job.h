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

struct job {
	int64_t			 id;
	const char		*kind;
	const char		*key;		/* NULL: no identity */
	struct json_object	*payload;	/* owned by the runner */
	int64_t			 attempts;	/* this one included */
};

/*
 * Ask for work. Runs inside the caller's write transaction. A job of the same
 * kind and key (not NULL) that waits or is over is replaced by this one.
 * payload is borrowed.
 */
void	 job_add(struct db *, const char *kind, const char *key,
	    struct json_object *payload, int64_t run_at, int64_t now);

/*
 * Take the job due first under a lease. *job lives in mem, its payload must
 * be released with json_object_put. RC_NOT_FOUND: nothing is due. Opens its
 * own write transaction. A job whose lease ended (its runner died) is due.
 */
enum rc	 job_take(struct job **, struct db *, struct mem *, int64_t now,
	    int64_t lease_seconds);
/* Show how far it is and prolong the lease. Own write transaction. */
enum rc	 job_progress(struct db *, int64_t id, int64_t done, int64_t total,
	    const char *message, int64_t lease_until);
/*
 * It is over. RC_OK: done. RC_BUSY or RC_FAIL: tried again later, waiting
 * 30 s, 1 min, 2 min… up to 6 h with the job's own jitter, ten times in
 * all. Anything else: failed for good. Own write transaction.
 */
enum rc	 job_end(struct db *, const struct job *, enum rc, const char *message,
	    int64_t now);

#endif
