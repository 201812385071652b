/*
 * Multipart form bodies (RFC 7578, RFC 2046 §5.1), streamed in constant memory.
 * It finds parts and hands their bytes over; it stores and judges nothing.
 */
#ifndef WEB_MULTIPART_H
#define WEB_MULTIPART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"

/* What the head of a part says. In the arena; filename NULL: not a file. */
struct part {
	const char	*name;
	const char	*filename;
	const char	*type;		/* "" when not said */
};

/*
 * Where parts go. Any of them may return something else than RC_OK, which
 * ends the parse with that result.
 */
struct part_sink {
	enum rc		(*begin)(void *arg, const struct part *);
	enum rc		(*data)(void *arg, const char *data, size_t len);
	enum rc		(*end)(void *arg);
	void		*arg;
};

/* Gives up to size bytes; 0 is the end. */
typedef size_t (*multipart_read_fn)(void *arg, char *data, size_t size);

#define MULTIPART_PARTS	2500	/* parts of one body */
#define MULTIPART_HEAD	8192	/* bytes of the head of one part */
#define MULTIPART_HEADS	((size_t)512 * 1024)	/* of all heads together */

/*
 * The boundary of a Content-Type header, in mem; NULL when it is not
 * multipart/form-data or has none that RFC 2046 allows (1 to 70 characters).
 */
const char *multipart_boundary(struct mem *, const char *content_type);
/*
 * Read the whole body. RC_OK: it was complete; what follows the last boundary
 * is not read. RC_INVALID: cut short, malformed, or beyond a limit above.
 */
enum rc	 multipart_parse(struct mem *, const char *boundary,
	    multipart_read_fn, void *read_arg, const struct part_sink *);

#endif
