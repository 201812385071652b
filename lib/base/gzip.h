/*
 * A text packed whole as gzip (RFC 1952), and back. libdeflate does it.
 * The same text gives the same bytes.
 */
#ifndef BASE_GZIP_H
#define BASE_GZIP_H

#include "base/buf.h"

/* Append in, packed, to out. */
void	 gzip_add(struct buf *out, const struct buf *in);
/* Append what gzip_add packed, text_len bytes long. False: it is not that. */
bool	 gzip_unpack(struct buf *out, const void *packed, size_t len,
	    size_t text_len);

#endif
