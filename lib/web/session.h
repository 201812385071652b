/*
 * Sessions: a random token in a cookie, its hash in the table.
 */
#ifndef WEB_SESSION_H
#define WEB_SESSION_H

#include <stdint.h>

struct session {
	int64_t		 id;
	int64_t		 person_id;	/* 0: before sign-in (flash, return) */
	const char	*csrf;		/* token of this session's forms */
	const char	*flash;		/* one sentence to show, or NULL */
};

#endif
