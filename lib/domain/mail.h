/*
 * Mails: composed with their cause, sent later by the job runner.
 * It never opens a socket.
 */
#ifndef DOMAIN_MAIL_H
#define DOMAIN_MAIL_H

#include <stdint.h>

#include "store/db.h"

struct mail {
	const char	*to;		/* address */
	const char	*to_name;	/* or NULL */
	const char	*subject;
	const char	*body;		/* plain text, UTF-8, lines end with \n */
	const char	*reply_to;	/* or NULL */
	const char	*key;		/* same key: the same mail, sent once; or NULL */
	/* One file joined (the receipt), or NULL: a kind that the runner makes
	 * when sending ("receipt") and the id it is made from. */
	const char	*attachment;
	int64_t		 attachment_id;
};

/* Ask for a mail: a job "mail". Runs inside the caller's write transaction. */
void	 mail_add(struct db *, const struct mail *, int64_t now);

/* What the payload of a job "mail" says; borrowed from it. to may be NULL if
 * the row was damaged. */
struct json_object;
void	 mail_of_job(struct mail *, struct json_object *payload,
	    const char *key);

#endif
