/*
 * A mail as a job row: what was composed, kept until it left.
 * Sending it is the job runner's (cli/mail_send).
 */
#include "config.h"

#include "domain/mail.h"

#include "base/json.h"
#include "domain/job.h"

void
mail_add(struct db *db, const struct mail *m, int64_t now)
{
	struct json_object *payload = json_object_new_object();

	json_put_text(payload, "to", m->to);
	json_put_text(payload, "to_name", m->to_name);
	json_put_text(payload, "subject", m->subject);
	json_put_text(payload, "body", m->body);
	json_put_text(payload, "reply_to", m->reply_to);
	json_put_text(payload, "attachment", m->attachment);
	json_put_int(payload, "attachment_id", m->attachment_id);
	job_add_once(db, "mail", m->key, payload, now, now);
	json_object_put(payload);
}

void
mail_of_job(struct mail *m, struct json_object *payload, const char *key)
{
	*m = (struct mail){
		.to = json_text(payload, "to"),
		.to_name = json_text(payload, "to_name"),
		.subject = json_text_or(payload, "subject", ""),
		.body = json_text_or(payload, "body", ""),
		.reply_to = json_text(payload, "reply_to"),
		.key = key,
		.attachment = json_text(payload, "attachment"),
		.attachment_id = json_int(payload, "attachment_id", 0),
	};
}
