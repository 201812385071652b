/*
 * Asking a wiki from a job. It waits as long as the wiki says, showing that the
 * job lives, and gives up when its patience ends.
 */
#include "config.h"

#include "cli/wiki_talk.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"

const char *
wiki_talk_code(enum wiki_outcome outcome)
{
	static const char *const codes[] = {
		[WIKI_DONE] = "", [WIKI_BAD_ADDRESS] = "bad_address",
		[WIKI_UNREACHABLE] = "unreachable", [WIKI_PRIVATE] = "private",
		[WIKI_NOT_A_WIKI] = "not_a_wiki",
		[WIKI_BAD_PASSWORD] = "bad_password",
		[WIKI_REFUSED] = "refused", [WIKI_LATE] = "late",
		[WIKI_BROKEN] = "broken", [WIKI_STOPPED] = "late",
	};

	return codes[outcome];
}

/* Wait second by second, showing that we live; false: stop. */
static bool
on_wait(void *arg, int seconds, const char *why)
{
	struct wiki_talk *c = arg;

	if (seconds > c->wait_most)
		seconds = (int)c->wait_most;
	if (c->patience >= 0 && (c->patience -= seconds + 1) < 0)
		return false;
	for (;;) {
		if (job_run_progress(c->run, c->done, c->total, why) != RC_OK)
			return false;
		if (seconds-- <= 0)
			return true;
		sleep(1);
	}
}

static int64_t
setting_int(const struct settings *s, const char *key, int64_t otherwise)
{
	const char *text = settings_text(s, key, NULL);
	char *end;
	long long n = text == NULL ? -1 : strtoll(text, &end, 10);

	return text == NULL || *end != '\0' || n < 0 || n > 3600 ? otherwise :
	    (int64_t)n;
}

void
wiki_talk_setup(struct wiki_talk *c, struct job_run *run, const struct wiki *w)
{
	const char *secret = NULL, *contact = settings_text(run->settings,
	    "wiki_contact", settings_text(run->settings, "base_url",
	    "https://terreau.localhost"));

	memset(c, 0, sizeof(*c));
	c->run = run;
	c->patience = -1;
	c->wait_most = setting_int(run->settings, "wiki_wait_most", 120);
	if (wiki_secret(&secret, run->db, run->mem, w->id) != RC_OK)
		secret = "";
	c->setup = (struct wiki_setup){ .api_url = w->api_url,
	    .user = w->bot_user, .password = secret,
	    .agent = mem_printf(run->mem, "Terreau/%s (%s) libcurl",
	    PACKAGE_VERSION, contact),
	    .allow = settings_text(run->settings, "wiki_allow", NULL),
	    .timeout_s = (int)setting_int(run->settings, "wiki_timeout", 60),
	    .wait = on_wait, .arg = c };
}

enum wiki_outcome
wiki_talk_ask(struct wiki_talk *c, struct json_object **answer, const char *const *pairs,
    struct json_object *more)
{
	struct json_object *params = json_object_new_object();
	enum wiki_outcome outcome;

	for (; pairs[0] != NULL; pairs += 2)
		json_put_text(params, pairs[0], pairs[1]);
	if (more != NULL)
		JSON_EACH(more, m)
			json_put_text(params, m.key,
			    json_object_get_string(m.value));
	outcome = wiki_ask(c->client, answer, params);
	json_object_put(params);
	return outcome;
}
