/*
 * The job "comment_digest": what the team of a dossier said, mailed to one of
 * it. What it says and to whom is domain/comment's.
 */
#include "config.h"

#include "cli/jobs.h"

#include "base/json.h"
#include "domain/comment.h"

enum rc
job_comment_digest(struct job_run *run)
{
	struct json_object *payload = run->job->payload;

	return comment_tell(run->db, run->mem, json_int(payload, "dossier", 0),
	    json_int(payload, "person", 0), json_int(payload, "from", 0),
	    settings_text(run->settings, "base_url", NULL), job_run_now(run));
}
