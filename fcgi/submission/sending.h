/*
 * Files that pages of the submission worker receive, whole or in pieces.
 */
#ifndef FCGI_SUBMISSION_SENDING_H
#define FCGI_SUBMISSION_SENDING_H

#include "base/problems.h"
#include "domain/sending.h"
#include "domain/stored_file.h"
#include "web/req.h"
#include "web/res.h"

/* A file that came with a form, or that the form names (field "envoi"). */
struct sent {
	struct received	 file;
	struct sending	 sending;	/* id 0: it came with the form */
};

/*
 * Find it under the field `name`. False: there is none (why says nothing), or
 * what the form names is not here (why, at `where`). sent_release after.
 */
bool	 sent_file(struct sent *, struct req *, const char *name,
	    const char *where, struct problems *why);
/* Close it; kept: a sending is over, else it waits to be named again. */
void	 sent_release(struct sent *, struct req *, bool kept);

/*
 * The form comes back with `why`: keep the file, so that nobody chooses it
 * again, and give what the form names then ("envoi"). NULL: none came, or it is
 * itself what is wrong (rc RC_INVALID, and why has a problem at its field,
 * "fichier"). Before sent_release.
 */
const struct sending *sent_hold(struct sent *, struct req *, enum rc,
	    const struct problems *why);

/* The address where pieces go. */
#define SENDINGS_PATH	"/compte/envois"

extern const struct field_rule sending_fields[];
void	 sending_post(struct req *, struct res *);
void	 sending_get(struct req *, struct res *);
void	 sending_patch(struct req *, struct res *);
void	 sending_delete(struct req *, struct res *);

#endif
