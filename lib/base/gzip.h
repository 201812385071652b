/*
 * A text packed whole as gzip (RFC 1952), for browsers. libdeflate does it.
 * The same text gives the same bytes.
 */
#ifndef BASE_GZIP_H
#define BASE_GZIP_H

#include "base/buf.h"

/* What is smaller gains nothing on the way, as nginx's gzip_min_length. */
#define GZIP_MIN_BYTES	1000

/* Append in, packed, to out. False, and out as it was: it would not be
 * smaller. */
bool	 gzip_add(struct buf *out, const struct buf *in);

#endif
