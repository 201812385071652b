/*
 * Whole replies kept by a worker for visitors without a session. Private to
 * lib/web.
 *
 * It is exact: every reply kept is forgotten as soon as any process commits
 * (db_version), and at each new minute, so that what depends on the clock
 * (a call closes, "il y a 3 minutes") is never more than that late.
 */
#ifndef WEB_CACHE_H
#define WEB_CACHE_H

#include <stdint.h>

#include "base/buf.h"

struct cache;

struct cached {
	const char	*head, *body;	/* borrowed until the next cache call */
	size_t		 head_len, body_len;
	uint64_t	 etag;
};

/* size_bytes bounds all that is kept. */
struct cache	*cache_new(size_t size_bytes);
void		 cache_free(struct cache *);	/* NULL is allowed */
/* Forget everything if the database or the minute is another than before. */
void		 cache_check(struct cache *, int64_t version, int64_t now);
/* True when the key is kept; *found is set. */
bool		 cache_get(struct cache *, const char *key, struct cached *found);
/* Keep it, making room by forgetting what was used longest ago. A reply
 * above a quarter of the whole is not kept. */
void		 cache_put(struct cache *, const char *key,
		    const struct buf *head, const struct buf *body,
		    uint64_t etag);

#endif
