/*
 * Accounts: what a person does with their own. Sign-up, proof of an address,
 * sign-in, links by mail, passwords, profile, leaving.
 *
 * No verb tells whether an address has an account: the same answer, the same
 * work, and a message in every case; only the mailbox learns which. An account
 * exists once its address is proved: until then it is a token. Passwords are
 * hashed outside transactions. Every change is in the audit.
 */
#ifndef DOMAIN_ACCOUNT_H
#define DOMAIN_ACCOUNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/person.h"
#include "store/db.h"

#define ACCOUNT_CONFIRM_SECONDS	((int64_t)2 * 86400)
#define ACCOUNT_LINK_SECONDS	((int64_t)900)
#define ACCOUNT_RESET_SECONDS	((int64_t)3600)
#define ACCOUNT_TOKENS		5	/* messages that wait for one address */

/* The pages that messages point to, whole addresses. A token is put behind
 * those that end with "=". */
struct account_links {
	const char	*confirm;	/* "https://…/compte/confirmation?jeton=" */
	const char	*link;		/* opens a sign-in link */
	const char	*reset;		/* chooses a new password */
	const char	*sign_in, *sign_up;
};

/* --- a new account ---------------------------------------------------------- */

struct account_new {
	const char	*email, *name, *password, *lang;
	const char	*next;		/* local path to open afterwards, or NULL */
};

/*
 * Ask for an account. RC_OK whether or not the address has one already: a
 * message leaves for it, with a link or with the way to sign in. RC_INVALID: `why`
 * (nom, courriel, passe). Own write transaction.
 */
enum rc	 account_sign_up(struct db *, struct mem *, const struct account_new *,
	    const struct account_links *, int64_t now, struct problems *why);

/* What a link leads to; shown before anything is done, as mail scanners
 * open links. */
struct account_token {
	const char	*purpose;	/* confirm, sign_in, password, email */
	const char	*email, *name;
	const char	*next;		/* or NULL */
	int64_t		 person_id;	/* 0: none yet */
};
/* RC_NOT_FOUND: unknown, used, too old. A read; in mem. */
enum rc	 account_token_load(struct account_token **, struct db *, struct mem *,
	    const char *token, int64_t now);
/*
 * Use a link of purpose confirm, sign_in or email: *person_id may sign in,
 * *next (in mem, or NULL) is where to. RC_NOT_FOUND: as above. RC_CONFLICT: the
 * address has got an account meanwhile. Own write transaction.
 */
enum rc	 account_token_use(struct db *, struct mem *, const char *token,
	    int64_t now, int64_t *person_id, const char **next);

/* Made by an administrator, proved. RC_CONFLICT: the address has an account.
 * password NULL: sign-in by link only. Own write transaction. */
enum rc	 account_add(struct db *, struct mem *, const struct account_new *,
	    bool admin, int64_t now, int64_t *person_id, struct problems *why);

/* --- signing in ------------------------------------------------------------- */

/*
 * Check a password. RC_OK: *person_id. RC_DENIED: wrong, or no such account.
 * RC_BUSY: too many failures, *wait_s seconds are left. It takes as long in
 * every case. address is the client's. Own write transaction.
 */
enum rc	 account_sign_in(struct db *, struct mem *, const char *email,
	    const char *password, const char *address, int64_t now,
	    int64_t *person_id, int64_t *wait_s);
/* Send a link that signs in, once, for fifteen minutes. RC_INVALID: not an
 * address. Own write transaction. */
enum rc	 account_link_ask(struct db *, struct mem *, const char *email,
	    const char *lang, const char *next, const struct account_links *,
	    int64_t now);

/* --- passwords -------------------------------------------------------------- */

/* Send a link to choose a new password. As account_link_ask. */
enum rc	 account_reset_ask(struct db *, struct mem *, const char *email,
	    const char *lang, const struct account_links *, int64_t now);
/*
 * Use it: the person is signed out everywhere and *person_id may sign in. RC_NOT_FOUND:
 * the link. RC_INVALID: `why` (passe). Own write transaction.
 */
enum rc	 account_reset(struct db *, struct mem *, const char *token,
	    const char *password, int64_t now, int64_t *person_id,
	    struct problems *why);
/*
 * Change it, or choose a first one (current may then be NULL). Other sessions
 * than keep_session end. RC_INVALID: `why` (actuel, passe). RC_BUSY: too many
 * wrong tries. Own write transaction.
 */
enum rc	 account_password(struct db *, struct mem *, const struct person *,
	    const char *current, const char *password, int64_t keep_session,
	    const char *address, int64_t now, struct problems *why);
/*
 * Does the person know the password in force? RC_OK also when there is none. RC_INVALID: `why`
 * (actuel), and the failure is counted. RC_BUSY: `why` too, too many tries.
 */
enum rc	 account_check(struct db *, struct mem *, const struct person *,
	    const char *current, const char *address, int64_t now,
	    struct problems *why);
/* Has the person chosen one? A read. */
bool	 account_has_password(struct db *, int64_t person_id);

/* --- one's own account -------------------------------------------------------- */

struct account {
	const char	*email, *name, *lang, *phone;	/* phone "" when none */
	bool		 has_password;
	bool		 reminders;	/* of calls that close soon */
	const char	*comments;	/* mailed "soon", "daily" or "none" */
	int64_t		 created_at;
};
enum rc	 account_load(struct account **, struct db *, struct mem *, int64_t id);

/* RC_INVALID: `why` (nom, telephone). Own write transaction. */
enum rc	 account_profile(struct db *, struct mem *, const struct person *,
	    const char *name, const char *phone, const char *lang, int64_t now,
	    struct problems *why);
/* Whether calls that close soon are recalled by mail, and how comments of
 * one's dossiers are told (as in struct account). Own write transaction. */
enum rc	 account_mails(struct db *, const struct person *, bool reminders,
	    const char *comments);
/* Ask for another address: a link leaves for the new one, a notice for the old
 * one. RC_INVALID: `why` (courriel). Own write transaction. */
enum rc	 account_email_ask(struct db *, struct mem *, const struct person *,
	    const char *email, const struct account_links *, int64_t now,
	    struct problems *why);

struct account_session {
	int64_t		 id, created_at, seen_at;
	const char	*address, *agent;
};
/* The newest first; at most 50; in mem. A read. */
size_t	 account_sessions(struct account_session **, struct db *, struct mem *,
	    int64_t person_id, int64_t now);
/* End one of one's own (RC_NOT_FOUND), or all but keep_id when id is 0. Own
 * write transaction. */
enum rc	 account_session_end(struct db *, const struct person *, int64_t id,
	    int64_t keep_id, int64_t now);

/*
 * Close for ever: personal data go, roles and memberships end, drafts never
 * presented go to the bin; what was presented stays, without a name.
 * RC_CONFLICT: `why` (the last administrator of an organisation or of a
 * platform). Own write transaction.
 */
enum rc	 account_close(struct db *, struct mem *, int64_t person_id,
	    int64_t by_id, int64_t now, struct problems *why);

/* All that is kept about a person (RGPD, article 20), the caller's
 * reference; NULL: nobody. Reads. */
struct json_object;
struct json_object *account_export(struct db *, struct mem *,
	    int64_t person_id, int64_t now);

#endif
