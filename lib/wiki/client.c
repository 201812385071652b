/*
 * The MediaWiki client: one request at a time over libcurl.
 * It gives up rather than insist where only a person can help.
 */
#include "config.h"

#include "wiki/client.h"

#include <curl/curl.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/rand.h"
#include "base/text.h"

#define MAXLAG		"5"
#define JSON_DEPTH	40

struct wiki_client {
	const struct wiki_setup	*setup;
	CURL			*curl;
	struct curl_slist	*headers;
	struct buf		 body;
	char			 words[300];
	bool			 refused_address;
	bool			 signed_in;
	int			 retry_after;	/* seconds, -1: not said */
};

/* --- what to do next ------------------------------------------------------------ */

/* Codes that time heals, and those that only a person can. */
static bool
one_of(const char *code, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(code, *list) == 0)
			return true;
	return false;
}

static int
doubling(int tries)
{
	int seconds = 5;

	while (--tries > 0 && seconds < 120)
		seconds *= 2;
	return seconds < 120 ? seconds : 120;
}

enum wiki_next
wiki_after(int *seconds, long status, const char *code, int retry_after,
    int tries)
{
	static const char *const busy[] = { "maxlag", "ratelimited",
	    "internal_api_error_DBQueryError", "internal_api_error_DBError",
	    NULL };
	static const char *const lost[] = { "badtoken", "assertuserfailed",
	    "assertbotfailed", "assertnameduserfailed", NULL };

	*seconds = doubling(tries);
	if (tries >= WIKI_TRIES)
		return WIKI_NEXT_GIVE_UP;
	if (code != NULL && one_of(code, lost))
		return tries == 1 ? WIKI_NEXT_SIGN_IN : WIKI_NEXT_GIVE_UP;
	if (code != NULL && strcmp(code, "readonly") == 0) {
		*seconds = 60;
		return WIKI_NEXT_WAIT;
	}
	if ((code != NULL && one_of(code, busy)) || status == 429 ||
	    status == 503) {
		if (retry_after >= 0)
			*seconds = retry_after < 600 ? retry_after : 600;
		return WIKI_NEXT_WAIT;
	}
	if (code != NULL || (status >= 400 && status < 500))
		return WIKI_NEXT_GIVE_UP;
	return WIKI_NEXT_WAIT;
}

/* --- one exchange --------------------------------------------------------------- */

static size_t
on_data(char *data, size_t size, size_t n, void *arg)
{
	struct wiki_client *c = arg;

	buf_add(&c->body, data, size * n);
	return c->body.failed ? 0 : size * n;
}

static size_t
on_header(char *data, size_t size, size_t n, void *arg)
{
	static const char name[] = "retry-after:";
	struct wiki_client *c = arg;
	char value[16];
	size_t len = size * n;

	if (len > sizeof(name) && len < sizeof(name) + sizeof(value) &&
	    strncasecmp(data, name, sizeof(name) - 1) == 0) {
		len -= sizeof(name) - 1;
		memcpy(value, data + sizeof(name) - 1, len);
		value[len < sizeof(value) ? len : sizeof(value) - 1] = '\0';
		c->retry_after = (int)strtol(value, NULL, 10);
	}
	return size * n;
}

/* The last word on where we connect: after the name was resolved. */
static curl_socket_t
on_socket(void *arg, curlsocktype purpose, struct curl_sockaddr *address)
{
	struct wiki_client *c = arg;

	(void)purpose;
	if (!wiki_address_allowed(&address->addr, c->setup->allow)) {
		c->refused_address = true;
		errno = EACCES;
		return CURL_SOCKET_BAD;
	}
	return socket(address->family, address->socktype | SOCK_CLOEXEC,
	    address->protocol);
}

static void
set_words(struct wiki_client *c, const char *text)
{
	snprintf(c->words, sizeof(c->words), "%s", text == NULL ? "" : text);
}

struct wiki_client *
wiki_client_new(const struct wiki_setup *setup)
{
	struct wiki_client *c;
	CURL *curl = curl_easy_init();
	long seconds = setup->timeout_s == 0 ? 60 : setup->timeout_s;

	if (curl == NULL)
		return NULL;
	c = calloc(1, sizeof(*c));
	if (c == NULL)
		abort();
	c->setup = setup;
	c->curl = curl;
	buf_init(&c->body);
	buf_limit(&c->body, WIKI_ANSWER_MAX);
	/* "Expect: 100-continue" costs a second with small servers. */
	c->headers = curl_slist_append(NULL, "Expect:");
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, c->headers);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	curl_easy_setopt(curl, CURLOPT_USERAGENT, setup->agent);
	curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
	curl_easy_setopt(curl, CURLOPT_COOKIEFILE, "");
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 15L);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, seconds);
	curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, on_socket);
	curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, c);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_data);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, c);
	curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header);
	curl_easy_setopt(curl, CURLOPT_HEADERDATA, c);
	return c;
}

void
wiki_client_free(struct wiki_client *c)
{
	if (c == NULL)
		return;
	curl_slist_free_all(c->headers);
	curl_easy_cleanup(c->curl);
	buf_release(&c->body);
	free(c);
}

const char *
wiki_last_words(const struct wiki_client *c)
{
	return c->words;
}

/* Length of "scheme://host:port". */
static size_t
origin_length(const char *url)
{
	const char *host = strstr(url, "://");

	return host == NULL ? 0 : (size_t)(host - url) + 3 +
	    strcspn(host + 3, "/?#");
}

/* One POST, following at most one redirect that stays on the host. */
static CURLcode
exchange(struct wiki_client *c, const char *form, size_t len, long *status)
{
	const char *url = c->setup->api_url;
	char *to = NULL, *again = NULL;
	CURLcode code;
	int hop;

	for (hop = 0; ; hop++) {
		buf_clear(&c->body);
		c->retry_after = -1;
		c->refused_address = false;
		*status = 0;
		curl_easy_setopt(c->curl, CURLOPT_URL, url);
		curl_easy_setopt(c->curl, CURLOPT_POSTFIELDSIZE, (long)len);
		curl_easy_setopt(c->curl, CURLOPT_POSTFIELDS, form);
		code = curl_easy_perform(c->curl);
		curl_easy_getinfo(c->curl, CURLINFO_RESPONSE_CODE, status);
		if (code != CURLE_OK || *status < 300 || *status > 399 ||
		    hop == 2)
			break;
		curl_easy_getinfo(c->curl, CURLINFO_REDIRECT_URL, &to);
		/* The same host, or http to https of it: nothing else. */
		if (to == NULL || (strncasecmp(to, url, origin_length(url) + 1)
		    != 0 && !(strncasecmp(url, "http://", 7) == 0 &&
		    strncasecmp(to, "https://", 8) == 0 &&
		    strncasecmp(to + 8, url + 7, origin_length(url) - 6) == 0)))
			break;
		free(again);
		url = again = strdup(to);
		if (again == NULL)
			abort();
	}
	free(again);
	return code;
}

/* --- asking --------------------------------------------------------------------- */

static void
form_add(struct buf *b, const char *name, const char *value)
{
	if (b->len > 0)
		buf_char(b, '&');
	text_percent(b, name);
	buf_char(b, '=');
	text_percent(b, value);
}

static enum wiki_outcome
of_curl(struct wiki_client *c, CURLcode code)
{
	set_words(c, curl_easy_strerror(code));
	if (c->refused_address)
		return WIKI_PRIVATE;
	switch (code) {
	case CURLE_URL_MALFORMAT:
	case CURLE_UNSUPPORTED_PROTOCOL:
		return WIKI_BAD_ADDRESS;
	case CURLE_OPERATION_TIMEDOUT:
		return WIKI_LATE;
	case CURLE_COULDNT_RESOLVE_HOST:
	case CURLE_COULDNT_CONNECT:
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CONNECT_ERROR:
		return WIKI_UNREACHABLE;
	default:
		return WIKI_BROKEN;
	}
}

/* The outcome when trying again is over. */
static enum wiki_outcome
of_code(const char *code, long status)
{
	static const char *const busy[] = { "maxlag", "readonly", "ratelimited",
	    NULL };

	if (code != NULL)
		return one_of(code, busy) ||
		    strncmp(code, "internal_api_error", 18) == 0 ? WIKI_LATE :
		    WIKI_REFUSED;
	if (status == 429 || status >= 500)
		return WIKI_LATE;
	if (status == 401 || status == 403)
		return WIKI_REFUSED;
	return WIKI_NOT_A_WIKI;
}

static bool
wait_for(struct wiki_client *c, int seconds, const char *why)
{
	/* A little more than asked, never less: clients must not march in step. */
	if (seconds > 0)
		seconds += (int)rand_below((uint32_t)seconds / 4 + 1);
	if (c->setup->wait != NULL)
		return c->setup->wait(c->setup->arg, seconds, why);
	sleep((unsigned)seconds);
	return true;
}

/* A code in the answer, or NULL; the words are kept. */
static const char *
error_code(struct wiki_client *c, struct json_object *answer)
{
	struct json_object *error = json_dict(answer, "error");

	if (error == NULL)
		return NULL;
	set_words(c, json_text_or(error, "info", json_text_or(error, "text",
	    "")));
	return json_text_or(error, "code", "unknown");
}

/*
 * Send the form until it is answered. An answer cut short is no JSON: it is asked
 * for again, as what does not answer at all.
 */
static enum wiki_outcome
send_form(struct wiki_client *c, struct json_object **out, struct buf *form)
{
	struct json_object *answer;
	enum wiki_outcome outcome;
	const char *error;
	enum wiki_next next;
	CURLcode code;
	long status;
	int tries, seconds;

	for (tries = 1; ; tries++) {
		answer = NULL;
		error = NULL;
		code = exchange(c, form->data, form->len, &status);
		if (code != CURLE_OK) {
			outcome = of_curl(c, code);
			status = 0;
			if (outcome == WIKI_PRIVATE ||
			    outcome == WIKI_BAD_ADDRESS ||
			    code == CURLE_COULDNT_RESOLVE_HOST || tries >= 4)
				return c->body.failed ? WIKI_BROKEN : outcome;
		} else if (json_parse(&answer, c->body.data, c->body.len,
		    JSON_DEPTH, NULL) != RC_OK || !json_is(answer,
		    json_type_object)) {
			json_object_put(answer);
			answer = NULL;
			set_words(c, "no JSON");
			outcome = status == 200 && *c->body.data == '{' ?
			    WIKI_BROKEN : of_code(NULL, status);
			if (outcome == WIKI_NOT_A_WIKI || (outcome ==
			    WIKI_BROKEN && tries >= 4))
				return outcome;
			if (outcome == WIKI_BROKEN)
				status = 0;
		} else {
			error = error_code(c, answer);
			if (error == NULL && status < 400) {
				*out = answer;
				return WIKI_DONE;
			}
			outcome = of_code(error, status);
		}
		next = wiki_after(&seconds, status, error, c->retry_after,
		    tries);
		json_object_put(answer);
		if (next == WIKI_NEXT_SIGN_IN && c->signed_in) {
			c->signed_in = false;
			outcome = wiki_sign_in(c);
			if (outcome != WIKI_DONE)
				return outcome;
			continue;
		}
		if (next != WIKI_NEXT_WAIT)
			return outcome;
		if (!wait_for(c, seconds, c->words))
			return WIKI_STOPPED;
	}
}

static void
common_fields(struct buf *form)
{
	form_add(form, "format", "json");
	form_add(form, "formatversion", "2");
}

enum wiki_outcome
wiki_ask(struct wiki_client *c, struct json_object **answer,
    struct json_object *params)
{
	struct buf form = BUF_INIT;
	enum wiki_outcome outcome;

	common_fields(&form);
	form_add(&form, "maxlag", MAXLAG);
	if (!json_has(params, "action"))
		form_add(&form, "action", "query");
	if (c->signed_in)
		form_add(&form, "assert", "user");
	JSON_EACH(params, m)
		if (json_is(m.value, json_type_string))
			form_add(&form, m.key, json_object_get_string(m.value));
	outcome = send_form(c, answer, &form);
	buf_release(&form);
	return outcome;
}

/* --- signing in ----------------------------------------------------------------- */

static enum wiki_outcome
login_token(struct wiki_client *c, char token[200])
{
	struct json_object *answer, *tokens;
	struct buf form = BUF_INIT;
	enum wiki_outcome outcome;
	const char *text;

	common_fields(&form);
	form_add(&form, "action", "query");
	form_add(&form, "meta", "tokens");
	form_add(&form, "type", "login");
	outcome = send_form(c, &answer, &form);
	buf_release(&form);
	if (outcome != WIKI_DONE)
		return outcome;
	tokens = json_dict(json_dict(answer, "query"), "tokens");
	text = json_text(tokens, "logintoken");
	if (text == NULL || strlen(text) >= 200)
		outcome = WIKI_NOT_A_WIKI;
	else
		memcpy(token, text, strlen(text) + 1);
	json_object_put(answer);
	return outcome;
}

enum wiki_outcome
wiki_sign_in(struct wiki_client *c)
{
	struct json_object *answer, *login;
	struct buf form = BUF_INIT;
	enum wiki_outcome outcome;
	const char *result;
	char token[200];

	if (c->setup->user == NULL || c->setup->password == NULL)
		return WIKI_DONE;
	/* A session of a bot password refuses to sign in: begin without one. */
	curl_easy_setopt(c->curl, CURLOPT_COOKIELIST, "ALL");
	outcome = login_token(c, token);
	if (outcome != WIKI_DONE)
		return outcome;
	common_fields(&form);
	form_add(&form, "action", "login");
	form_add(&form, "lgname", c->setup->user);
	form_add(&form, "lgpassword", c->setup->password);
	form_add(&form, "lgtoken", token);
	outcome = send_form(c, &answer, &form);
	explicit_bzero(form.data, form.len);
	buf_release(&form);
	if (outcome != WIKI_DONE)
		return outcome;
	login = json_dict(answer, "login");
	result = json_text_or(login, "result", "");
	if (strcmp(result, "Success") == 0)
		c->signed_in = true;
	else {
		outcome = strcmp(result, "Failed") == 0 ||
		    strcmp(result, "WrongPass") == 0 ||
		    strcmp(result, "NotExists") == 0 ? WIKI_BAD_PASSWORD :
		    WIKI_REFUSED;
		set_words(c, json_text_or(login, "reason", result));
	}
	json_object_put(answer);
	return outcome;
}
