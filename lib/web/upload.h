/*
 * Files received with a form: each is in a temporary file under state/tmp.
 * It does not judge their content, and leaves nothing behind: what the handler
 * did not store (file_store_durably) is removed after the reply.
 */
#ifndef WEB_UPLOAD_H
#define WEB_UPLOAD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"

struct req;

struct upload {
	struct upload	*next;		/* in the order received */
	const char	*field;		/* name of the field */
	const char	*filename;	/* last part only, UTF-8, no control */
	const char	*type;		/* as announced: never to be trusted */
	int64_t		 size_bytes;
	char		 sha256[65];
	const char	*path;		/* the temporary file */
	int		 fd;		/* open for reading and writing */
	bool		 too_long;	/* passed its rule: content dropped */
};

/* The first file of that field (after `previous`, or NULL); NULL: none. */
struct upload *upload_next(const struct req *, const struct upload *previous,
	    const char *field);
/* Close and remove what is left of a list. NULL is allowed. */
void	 uploads_release(struct upload *);
/* Remove temporary files that a killed process left an hour ago or more. */
void	 uploads_sweep(const char *state_dir, int64_t now);

#endif
