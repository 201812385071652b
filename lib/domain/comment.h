/*
 * Comments: what the team of a dossier says of a question, in threads. They are
 * in no snapshot, and no service reads them.
 */
#ifndef DOMAIN_COMMENT_H
#define DOMAIN_COMMENT_H

#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/person.h"
#include "store/db.h"

/* The kind of job that tells one person what was said; cli/jobs_comment.c. */
#define COMMENT_JOB	"comment_digest"

struct comment {
	int64_t		 id, parent_id;	/* 0: it begins a thread */
	const char	*key;		/* question; "": the dossier as a whole */
	const char	*author;	/* "" when gone */
	const char	*body;
	int64_t		 written_at, closed_at;	/* 0: open */
};

#define COMMENT_MAX	4000	/* characters */

/* Threads in order, each followed by its replies; at most 500, in mem. A read. */
size_t	 comment_list(struct comment **, struct db *, struct mem *,
	    int64_t dossier_id);
/* Threads that are not settled. A read. */
int64_t	 comment_open(struct db *, int64_t dossier_id);

/*
 * Say something of a question, or reply (parent_id not 0: the key is its
 * thread's, which opens again). RC_INVALID: why ("texte"). RC_NOT_FOUND: no such
 * thread. RC_CONFLICT: 500 are there already. The others of the team are told by
 * mail in a while. Own write transaction.
 */
enum rc	 comment_add(struct db *, struct mem *, int64_t dossier_id,
	    const char *key, int64_t parent_id, const char *body,
	    const struct person *, int64_t now, struct problems *why);
/* A thread is settled. RC_NOT_FOUND: none such is open. Own write transaction. */
enum rc	 comment_close(struct db *, int64_t dossier_id, int64_t id,
	    const struct person *, int64_t now);

/*
 * Plan the mails of a comment: ten minutes after the first one that is not told
 * yet, or the next morning, as each person wants. Inside the caller's write
 * transaction.
 */
void	 comment_plan(struct db *, struct mem *, int64_t dossier_id,
	    int64_t comment_id, int64_t author_id, int64_t now);
/*
 * The job: mail to a person what others said from a comment on, unless they may
 * not read it any more. Twice is as once (the mail has an identity). site is
 * the address of the installation, or NULL. Own write transaction.
 */
enum rc	 comment_tell(struct db *, struct mem *, int64_t dossier_id,
	    int64_t person_id, int64_t from, const char *site, int64_t now);

#endif
