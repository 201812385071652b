/*
 * One uploaded file on its way to a temporary file. Private to lib/web.
 */
#ifndef WEB_SPOOL_H
#define WEB_SPOOL_H

#include "base/digest.h"
#include "web/field.h"
#include "web/req.h"
#include "web/upload.h"

#define SPOOL_FILES	20	/* files of one request */

struct spool {
	struct upload	*upload;	/* NULL: no file, its bytes are dropped */
	int64_t		 max;
	struct digest	 digest;
	struct mem	*mem;
};

/* Does the rule take files of that name? One whose name ends with a dot ("a.")
 * takes every name that begins so: the form engine's. */
bool	 spool_takes(const struct field_rule *, const char *name);
/* RC_INVALID: too many files, or two for a rule that takes one. RC_FAIL. */
enum rc	 spool_begin(struct spool *, struct req *, const struct field_rule *,
	    const char *name, const char *filename, const char *type);
enum rc	 spool_data(struct spool *, const char *data, size_t len);
/* The file is whole: at the end of the list. */
void	 spool_end(struct spool *, struct upload **list);
/* The file will not be whole: nothing is left of it. */
void	 spool_abandon(struct spool *);

#endif
