/*
 * Asks a directory of organisations about one SIRET.
 * It sends the number only, and follows no redirect.
 */
#include "config.h"

#include "cli/jobs.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "domain/directory.h"

#define ANSWER_MAX	((size_t)1024 * 1024)	/* bytes */
#define WAIT_SECONDS	"20"

static size_t
take(char *data, size_t size, size_t n, void *arg)
{
	struct buf *b = arg;

	if (b->len + size * n > ANSWER_MAX)
		return 0;	/* more than a directory says: given up */
	buf_add(b, data, size * n);
	return size * n;
}

static enum rc
fetch(struct buf *answer, struct job_run *run, const char *url)
{
	CURL *curl = curl_easy_init();
	CURLcode code;
	long status = 0;

	if (curl == NULL)
		return RC_FAIL;
	curl_easy_setopt(curl, CURLOPT_URL, url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, strtol(settings_text(
	    run->settings, "directory_timeout", WAIT_SECONDS), NULL, 10));
	curl_easy_setopt(curl, CURLOPT_USERAGENT, "Terreau/" PACKAGE_VERSION);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, answer);
	code = curl_easy_perform(curl);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
	curl_easy_cleanup(curl);
	if (code == CURLE_OK && status == 200)
		return RC_OK;
	run->message = code != CURLE_OK ? curl_easy_strerror(code)
	    : mem_printf(run->mem, "the directory answered %ld", status);
	return RC_BUSY;		/* later, whatever it was */
}

enum rc
job_directory(struct job_run *run)
{
	const char *base = settings_text(run->settings, "directory_url", NULL);
	int64_t id = json_int(run->job->payload, "organisation", 0);
	struct json_object *found = NULL;
	struct buf answer = BUF_INIT;
	const char *siret;
	enum rc rc;

	if (base == NULL) {
		run->message = "no directory";
		return RC_OK;
	}
	if (directory_siret(&siret, run->db, run->mem, id) != RC_OK)
		return RC_OK;	/* gone, or verified since */
	rc = fetch(&answer, run, mem_printf(run->mem, "%s%cq=%s&per_page=1",
	    base, strchr(base, '?') == NULL ? '?' : '&', siret));
	if (rc == RC_OK) {
		rc = json_parse(&found, answer.data == NULL ? ""
		    : answer.data, answer.len, 16, NULL);
		if (rc == RC_OK)
			rc = directory_keep(run->db, run->mem, id, siret,
			    found, job_run_now(run));
		if (rc == RC_INVALID) {
			run->message = "not an answer of a directory";
			rc = RC_BUSY;
		} else if (rc == RC_NOT_FOUND) {
			run->message = "not in the directory";
			rc = RC_OK;
		}
	}
	json_object_put(found);
	buf_release(&answer);
	return rc;
}
