/*
 * The job "listening_digest": what is new, mailed to one listener.
 * What it says and when it comes again is domain/listening's.
 */
#include "config.h"

#include "cli/jobs.h"

#include "base/json.h"
#include "domain/listening.h"

enum rc
job_listening_digest(struct job_run *run)
{
	struct json_object *payload = run->job->payload;
	const char *url = json_text(payload, "url");
	enum rc rc;

	if (url == NULL) {
		run->message = "the payload names no address";
		return RC_INVALID;
	}
	rc = listening_tell(run->db, run->mem, json_int(payload, "listening",
	    0), json_int(payload, "person", 0), url, job_run_now(run));
	/* Left: nobody to tell any more. */
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}
