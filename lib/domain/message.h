/*
 * Messages: the one thread between a holder and the service that instructs.
 * It holds no note of the service (see note.h).
 *
 * A mail tells the other side, at most one a day and person until they look: a
 * second message of the same day waits on the page.
 */
#ifndef DOMAIN_MESSAGE_H
#define DOMAIN_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "store/db.h"

#define MESSAGE_FILE_MAX	((int64_t)20 * 1000 * 1000)	/* bytes */
#define MESSAGE_FILES		5				/* a message */

enum side { SIDE_HOLDER, SIDE_SERVICE };

struct message_file {
	int64_t		 file_id;
	const char	*name;		/* as its sender called it */
	const char	*sha256;	/* names it on disk */
	const char	*type;
	int64_t		 size_bytes;
	bool		 infected;	/* found so by an antivirus */
};

struct message {
	int64_t		 id, author_id;	/* author 0: the account is closed */
	const char	*author;
	enum side	 side;
	const char	*body;
	int64_t		 sent_at;
	struct message_file *files;
	size_t		 file_count;
};

struct messages {
	struct message	*rows;		/* oldest first */
	size_t		 count;
	size_t		 earlier;	/* older ones that are not there */
};

/* The last 200 of the thread, in mem. A read, two queries. */
enum rc	 message_list(struct messages *, struct db *, struct mem *,
	    int64_t application_id);
/* A file of the thread by its id; RC_NOT_FOUND when it is not of that
 * application. A read. */
enum rc	 message_file_load(struct message_file *, struct db *, struct mem *,
	    int64_t application_id, int64_t file_id);

/* A file received and stored already (file.h), joined to a message. */
struct message_join {
	int64_t		 file_id;
	const char	*name;
};

/*
 * Write to the other side. `joined` are files stored by the caller. *id (NULL
 * allowed) is the message's. RC_INVALID: an empty or too long text (`where`
 * "message"), too many files ("fichier"). RC_CONFLICT: a draft has no thread. Opens
 * its own write transaction.
 */
enum rc	 message_send(struct db *, struct mem *, int64_t application_id,
	    enum side, const char *body, const struct message_join *joined,
	    size_t joined_count, const struct act *, int64_t *id,
	    struct problems *why);

#endif
