/*
 * Sessions: a random token in a cookie, its SHA-256 in the table.
 * It proves no identity: domain/person does, then session_start.
 *
 * A visitor who is shown a form but is not signed in holds a cookie only (no
 * row): the token of his forms derives from it. Signing in makes a row under a
 * new token. A session ends SESSION_IDLE after it was last seen, and
 * SESSION_LONGEST after sign-in whatever happens.
 */
#ifndef WEB_SESSION_H
#define WEB_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/rc.h"
#include "store/db.h"

#define SESSION_COOKIE	"terreau"	/* __Host-terreau under TLS */
#define SESSION_IDLE	((int64_t)14 * 86400)	/* seconds */
#define SESSION_LONGEST	((int64_t)90 * 86400)
#define SESSION_TOUCH	((int64_t)3600)		/* seen_at is this exact */

struct req;
struct res;

struct session {
	int64_t		 id;		/* 0: a cookie only, nobody signed in */
	int64_t		 person_id;	/* 0: before sign-in */
	const char	*token;		/* the cookie's value: secret */
	const char	*csrf;		/* token of this session's forms */
	const char	*flash;		/* one sentence to show, or NULL */
	const char	*flash_kind;	/* ok, wait, refuse, info */
	int64_t		 created_at, seen_at;
};

/* Read the cookies: fills req->session and req->person. A read. */
void	 session_load(struct req *);
/*
 * Sign somebody in: a new token, the former session revoked. Opens its own
 * write transaction. RC_OK: the reply carries the cookie, req->session and
 * req->person are the new ones.
 */
enum rc	 session_start(struct req *, struct res *, int64_t person_id);
/* Sign out of this browser. Own write transaction. */
enum rc	 session_end(struct req *, struct res *);
/* After the reply: note that the session lives, once an hour at most. */
void	 session_touch(struct req *);

/* A visitor without any cookie gets one, so that a form can be shown. */
void	 session_for_form(struct req *, struct res *);
/* The token of the forms of a session, from its cookie's value. In mem. */
const char *session_csrf_of(struct mem *, const char *token);
/* Is it the token of this session's forms? In constant time. */
bool	 session_csrf_is(const struct req *, const char *token);
/* Put res->flash, if any, in the reply's cookie; the dispatcher calls it. */
void	 session_flash_send(struct res *);
/* The page of this reply shows the sentence: forget it. */
void	 session_flash_shown(struct res *);

#endif
