/*
 * gzip in one call. It packs whole texts only; streams are nginx's affair.
 */
#include "config.h"

#include "base/gzip.h"

#include <libdeflate.h>
#include <stdlib.h>

#define LEVEL	5	/* of 12: smaller than zlib's 4 in half of its time */

void
gzip_add(struct buf *out, const struct buf *in)
{
	static struct libdeflate_compressor *z;	/* for the whole process */
	size_t bound, n;
	char *room;

	if (z == NULL && (z = libdeflate_alloc_compressor(LEVEL)) == NULL)
		abort();
	bound = libdeflate_gzip_compress_bound(z, in->len);
	room = buf_reserve(out, bound);
	if (room == NULL)
		return;
	n = libdeflate_gzip_compress(z, in->data, in->len, room, bound);
	room[n] = '\0';
	out->len += n;
}

bool
gzip_unpack(struct buf *out, const void *packed, size_t len, size_t text_len)
{
	struct libdeflate_decompressor *z = libdeflate_alloc_decompressor();
	char *room = buf_reserve(out, text_len);
	bool ok;

	if (z == NULL)
		abort();
	ok = room != NULL && libdeflate_gzip_decompress(z, packed, len, room,
	    text_len, NULL) == LIBDEFLATE_SUCCESS;
	libdeflate_free_decompressor(z);
	if (ok)
		out->len += text_len;
	out->data[out->len] = '\0';
	return ok;
}
