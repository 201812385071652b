/*
 * A growing text buffer with a sticky failure.
 * It does not know encodings, and never loses what it already holds.
 *
 * Invariants: data is never NULL and data[len] is NUL. A buffer with a limit
 * that would be passed becomes failed: later writes do nothing, so that one
 * check at the end is enough.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf {
	char	*data;		/* NUL-terminated; owned by the buffer */
	size_t	 len;		/* without the NUL */
	size_t	 cap;		/* bytes allocated, 0 while nothing is */
	size_t	 limit;		/* longest len allowed, 0 = none */
	bool	 failed;	/* sticky */
};

extern char	buf_nothing[1];
#define BUF_INIT { buf_nothing, 0, 0, 0, false }

/* Life. */
void	 buf_init(struct buf *);
void	 buf_limit(struct buf *, size_t limit);
void	 buf_clear(struct buf *);	/* empty, not failed, keeps memory */
void	 buf_release(struct buf *);	/* frees; usable again afterwards */

/* Content. */
void	 buf_add(struct buf *, const void *data, size_t len);
void	 buf_text(struct buf *, const char *);
void	 buf_char(struct buf *, char);
void	 buf_int(struct buf *, int64_t);
void	 buf_printf(struct buf *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
void	 buf_vprintf(struct buf *, const char *fmt, va_list)
	    __attribute__((format(printf, 2, 0)));

/* Room for len more bytes at data + len, or NULL when failed. */
char	*buf_reserve(struct buf *, size_t len);

#endif
