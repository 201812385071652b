/*
 * A request answered: kept reply, or dispatch; then what HTTP adds (ETag, 304,
 * HEAD). It knows no FastCGI, so tests see exactly what is sent.
 */
#ifndef WEB_ANSWER_H
#define WEB_ANSWER_H

#include "web/cache.h"
#include "web/route.h"

struct answer {
	int		 status;
	const char	*head, *body;	/* to send as they are; borrowed */
	size_t		 head_len, body_len;
	bool		 kept;		/* came from the cache */
	struct buf	 own_head;	/* what head is in, when not kept */
};

#define ANSWER_INIT { 0, NULL, NULL, 0, 0, false, BUF_INIT }

/*
 * Answer req. The bytes are borrowed from res, the cache or own_head, until the
 * next call. cache may be NULL. A streamed reply has been sent already: head
 * and body are then empty.
 */
void	 answer(const struct worker *, struct cache *, struct req *,
	    struct res *, struct answer *);
void	 answer_release(struct answer *);

#endif
