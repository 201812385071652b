/*
 * Where a streaming writer puts its bytes: a function, through 8 kB of buffer.
 * It keeps the first failure: later writes do nothing, so that one look at
 * sink_end is enough.
 */
#ifndef OPEN_SINK_H
#define OPEN_SINK_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/* Takes all of data or answers why not; RC_FAIL when the reader has gone. */
typedef enum rc	sink_fn(void *arg, const char *data, size_t len);

struct sink {
	sink_fn		*write;
	void		*arg;
	enum rc		 rc;		/* sticky */
	size_t		 used;
	int64_t		 total;		/* bytes put so far */
	char		 data[8192];
};

void	 sink_init(struct sink *, sink_fn *, void *arg);
void	 sink_put(struct sink *, const void *, size_t len);
void	 sink_text(struct sink *, const char *);
void	 sink_char(struct sink *, char);
void	 sink_int(struct sink *, int64_t);
/* Hand over what is left; the result of the whole. */
enum rc	 sink_end(struct sink *);

/* Ready-made: arg is a struct buf; arg points to a descriptor (an int). */
sink_fn	 sink_into_buf;
sink_fn	 sink_into_fd;

#endif
