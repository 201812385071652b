/*
 * Which function does which job. Nothing else.
 */
#include "config.h"

#include "cli/jobs.h"

#include <string.h>

static const struct {
	const char	*kind;
	job_fn		*run;
} jobs[] = {
	{ "comment_digest", job_comment_digest },
	{ "directory", job_directory },
	{ "listening_digest", job_listening_digest },
	{ "document_expiry", job_document_expiry },
	{ "mail", job_mail },
	{ "picture", job_picture },
	{ "scan", job_scan },
	{ "wiki_import", job_wiki_import },
	{ "wiki_preview", job_wiki_preview },
	{ "wiki_test", job_wiki_test },
	{ NULL, NULL }
};

static const struct {
	const char	*kind;
	attachment_fn	*make;
} attachments[] = {
	{ "receipt", attach_receipt },
	{ NULL, NULL }
};

job_fn *
job_fn_of(const char *kind)
{
	size_t i;

	for (i = 0; jobs[i].kind != NULL; i++)
		if (strcmp(jobs[i].kind, kind) == 0)
			return jobs[i].run;
	return NULL;
}

attachment_fn *
attachment_fn_of(const char *kind)
{
	size_t i;

	for (i = 0; attachments[i].kind != NULL; i++)
		if (strcmp(attachments[i].kind, kind) == 0)
			return attachments[i].make;
	return NULL;
}
