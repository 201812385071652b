/*
 * A client of one MediaWiki's Action API: sign in as a bot, ask, wait politely.
 * It writes nothing to the wiki; it knows neither the database nor pages.
 *
 * One request at a time; maxlag, Retry-After and back-off as MediaWiki asks;
 * gzip; answers capped; redirects stay on the host; private addresses refused
 * unless allowed (an administrator types the address: it must not reach what
 * only this machine can reach). The resolved address is checked at the moment of
 * the connection, so that a name that changes its mind gains nothing.
 */
#ifndef WIKI_CLIENT_H
#define WIKI_CLIENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <json-c/json.h>

#include "base/mem.h"

#define WIKI_ANSWER_MAX	((size_t)24 * 1024 * 1024)	/* bytes */
#define WIKI_TRIES	8

enum wiki_outcome {
	WIKI_DONE,
	WIKI_BAD_ADDRESS,	/* not http(s)://host/… */
	WIKI_UNREACHABLE,	/* no name, no connection, no certificate */
	WIKI_PRIVATE,		/* a private address that is not allowed */
	WIKI_NOT_A_WIKI,	/* it answers, but not as a MediaWiki */
	WIKI_BAD_PASSWORD,
	WIKI_REFUSED,		/* blocked, no right: an administrator must look */
	WIKI_LATE,		/* busy, read-only, slow: later */
	WIKI_BROKEN,		/* answers cut short or too long, again and again */
	WIKI_STOPPED		/* our side asked to stop */
};

struct wiki_client;

struct wiki_setup {
	const char	*api_url;	/* …/api.php */
	const char	*user;		/* "User@app", or NULL: read as anybody */
	const char	*password;	/* of the bot, or NULL */
	const char	*agent;		/* User-Agent, with a contact */
	const char	*allow;		/* addresses and blocks a.b.c.d/n allowed
					   though private, spaces between; or NULL */
	int		 timeout_s;	/* of one request; 0: 60 */
	/*
	 * Wait that many seconds; false: stop now. NULL: sleep. Called before
	 * each new try, so a job prolongs its lease there.
	 */
	bool		(*wait)(void *arg, int seconds, const char *why);
	void		*arg;
};

/* Borrows the setup's texts. NULL when libcurl cannot start. curl_global_init
 * was called. */
struct wiki_client *wiki_client_new(const struct wiki_setup *);
void	 wiki_client_free(struct wiki_client *);	/* NULL is allowed */

/*
 * Sign in with the bot password. WIKI_DONE at once when no user was given.
 * A later answer that the session was lost signs in again by itself, once.
 */
enum wiki_outcome wiki_sign_in(struct wiki_client *);

/*
 * Ask the API with action=query (or another one in params): params is an object
 * of texts, borrowed. *answer is the caller's reference, with no "error"
 * inside. Retries by the table of wiki_after.
 */
enum wiki_outcome wiki_ask(struct wiki_client *, struct json_object **answer,
	    struct json_object *params);

/* The wiki's or libcurl's own words about the last failure. Borrowed. */
const char *wiki_last_words(const struct wiki_client *);

/*
 * The address of api.php that may stand for what was typed ("wiki.example.org",
 * "https://x/wiki/Accueil", "…/api.php"): candidates to try in turn, at most 4, in
 * mem. 0: what was typed is no address. Passwords in an address are refused.
 */
size_t	 wiki_api_candidates(const char *out[4], struct mem *,
	    const char *typed);

/* --- for tests ---------------------------------------------------------- */

enum wiki_next { WIKI_NEXT_GIVE_UP, WIKI_NEXT_WAIT, WIKI_NEXT_SIGN_IN };
/*
 * What to do after an answer: HTTP status (0: none came), API error code or
 * NULL, Retry-After in seconds or -1, tries made (from 1). *seconds without
 * jitter.
 */
enum wiki_next wiki_after(int *seconds, long status, const char *code,
	    int retry_after, int tries);
/* Is this address private, local or otherwise not for the Internet? `address` is
 * a struct sockaddr. */
struct sockaddr;
bool	 wiki_address_allowed(const struct sockaddr *address,
	    const char *allow);

#endif
