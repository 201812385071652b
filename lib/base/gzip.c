/*
 * gzip in one call. It packs whole texts only; streams are nginx's affair.
 */
#include "config.h"

#include "base/gzip.h"

#include <libdeflate.h>
#include <stdlib.h>

#define LEVEL	5	/* of 12: smaller than zlib's 4 in half of its time */

bool
gzip_add(struct buf *out, const struct buf *in)
{
	static struct libdeflate_compressor *z;	/* for the whole process */
	char *room;
	size_t n;

	if (in->len < GZIP_MIN_BYTES)
		return false;
	if (z == NULL && (z = libdeflate_alloc_compressor(LEVEL)) == NULL)
		abort();
	room = buf_reserve(out, in->len);
	if (room == NULL)
		return false;
	n = libdeflate_gzip_compress(z, in->data, in->len, room, in->len - 1);
	room[n] = '\0';
	out->len += n;
	return n > 0;
}
