/*
 * The job "mail": compose, then hand over to SMTP or write into state/mail/.
 * It knows no mail's meaning: domain verbs composed them.
 */
#include "config.h"

#include "cli/jobs.h"

#include <inttypes.h>
#include <string.h>

#include <curl/curl.h>

#include "base/date.h"
#include "base/file.h"
#include "base/log.h"
#include "base/text.h"
#include "domain/mail.h"

#define CONNECT_SECONDS	15L
#define SEND_SECONDS	90L	/* under the lease */
#define DEFAULT_FROM	"ne-pas-repondre@terreau.localhost"

/* --- to a file ---------------------------------------------------------------- */

/* The name comes from the job alone: sent twice, the file is the same. */
static enum rc
deliver_to_file(struct job_run *run, const struct buf *text)
{
	const char *dir = mem_printf(run->mem, "%s/mail",
	    db_state_dir(run->db));
	struct civil c;
	const char *path;
	enum rc rc = dir_make(dir, 0750);

	if (rc != RC_OK)
		return rc;
	date_civil(&c, run->job->created_at);
	path = mem_printf(run->mem, "%s/%04d%02d%02dT%02d%02d%02dZ-%06" PRId64
	    ".eml", dir, c.year, c.month, c.day, c.hour, c.minute, c.second,
	    run->job->id);
	return file_write_durably(path, text->data, text->len);
}

/* --- by SMTP ------------------------------------------------------------------ */

struct upload_state {
	const struct buf	*text;
	size_t			 at;
};

static size_t
read_text(char *out, size_t size, size_t n, void *arg)
{
	struct upload_state *u = arg;
	size_t len = u->text->len - u->at;

	if (len > size * n)
		len = size * n;
	memcpy(out, u->text->data + u->at, len);
	u->at += len;
	return len;
}

static const char *
password(struct job_run *run)
{
	const char *path = settings_text(run->settings, "smtp_password_file",
	    NULL);
	char *text;

	if (path == NULL)
		return settings_text(run->settings, "smtp_password", "");
	if (file_read(&text, NULL, run->mem, path, 4096) != RC_OK)
		return NULL;
	return text_trim(run->mem, text);
}

/*
 * What the server's answer means. A refused recipient or message (RFC 5321,
 * 5yz) stays refused; a refused sign-in is our setting, which somebody mends.
 */
static enum rc
verdict(CURLcode code, long answer)
{
	if (code == CURLE_OK)
		return RC_OK;
	if (code == CURLE_LOGIN_DENIED || answer == 530 || answer == 534 ||
	    answer == 535)
		return RC_FAIL;
	if (answer >= 550 && answer <= 559)
		return RC_INVALID;
	if (answer >= 500 && answer < 550 && code == CURLE_SEND_ERROR)
		return RC_INVALID;
	return RC_FAIL;
}

static bool
set_options(CURL *curl, struct job_run *run, const char *url,
    struct upload_state *u)
{
	const char *user = settings_text(run->settings, "smtp_user", NULL);
	const char *ca = settings_text(run->settings, "smtp_ca_file", NULL);
	const char *secret;

	curl_easy_setopt(curl, CURLOPT_URL, url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)(settings_flag(
	    run->settings, "smtp_tls", true) ? CURLUSESSL_ALL :
	    CURLUSESSL_NONE));
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, SEND_SECONDS);
	curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_text);
	curl_easy_setopt(curl, CURLOPT_READDATA, u);
	if (ca != NULL)
		curl_easy_setopt(curl, CURLOPT_CAINFO, ca);
	if (user == NULL)
		return true;
	secret = password(run);
	curl_easy_setopt(curl, CURLOPT_USERNAME, user);
	curl_easy_setopt(curl, CURLOPT_PASSWORD, secret == NULL ? "" : secret);
	return secret != NULL;
}

static enum rc
deliver_by_smtp(struct job_run *run, const char *url, const char *from,
    const char *to, const struct buf *text)
{
	struct upload_state u = { text, 0 };
	struct curl_slist *recipients;
	char why[CURL_ERROR_SIZE] = "";
	CURL *curl = curl_easy_init();
	CURLcode code;
	long answer = 0;

	if (curl == NULL)
		return RC_FAIL;
	recipients = curl_slist_append(NULL, to);
	curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, why);
	curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from);
	curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
	if (set_options(curl, run, url, &u)) {
		code = curl_easy_perform(curl);
		curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
	} else {
		code = CURLE_LOGIN_DENIED;
	}
	curl_slist_free_all(recipients);
	curl_easy_cleanup(curl);
	if (code != CURLE_OK)
		run->message = mem_printf(run->mem, "smtp: %s (%ld)",
		    *why == '\0' ? curl_easy_strerror(code) : why, answer);
	return verdict(code, answer);
}

/* --- the job ------------------------------------------------------------------ */

/* Stable for ever, so that a mail sent twice is recognised. */
static const char *
message_id(struct job_run *run, const char *from)
{
	return mem_printf(run->mem, "terreau.%" PRId64 ".%" PRId64 "%s",
	    run->job->created_at, run->job->id, strchr(from, '@'));
}

static enum rc
attach(struct job_run *run, const struct mail *mail, struct message *m)
{
	attachment_fn *make = mail->attachment == NULL ? NULL :
	    attachment_fn_of(mail->attachment);

	if (mail->attachment == NULL)
		return RC_OK;
	if (make == NULL) {
		run->message = "nobody knows how to make the file joined";
		return RC_INVALID;
	}
	return make(run, mail->attachment_id, m);
}

enum rc
job_mail(struct job_run *run)
{
	const char *url = settings_text(run->settings, "smtp_url", NULL);
	struct message m = { .at = run->job->created_at };
	struct buf text = BUF_INIT;
	struct mail mail;
	enum rc rc;

	mail_of_job(&mail, run->job->payload, run->job->key);
	m.from = settings_text(run->settings, "mail_from", DEFAULT_FROM);
	m.from_name = settings_text(run->settings, "mail_from_name", "Terreau");
	m.to = mail.to;
	m.to_name = mail.to_name;
	m.reply_to = mail.reply_to;
	m.subject = mail.subject;
	m.text = mail.body;
	if (!message_address_ok(m.from)) {
		run->message = "mail_from is not an address";
		return RC_FAIL;
	}
	m.id = message_id(run, m.from);
	rc = attach(run, &mail, &m);
	if (rc == RC_OK && (rc = message_write(&text, &m)) != RC_OK)
		run->message = "the recipient is not an address";
	if (rc == RC_OK)
		rc = url == NULL ? deliver_to_file(run, &text) :
		    deliver_by_smtp(run, url, m.from, m.to, &text);
	buf_release(&text);
	return rc;
}
