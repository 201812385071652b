/*
 * ZIP (APPNOTE 6.3): local headers without sizes, data descriptors after the
 * data, the directory at the end. Deflate is zlib's.
 */
#include "config.h"

#include "open/zip.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/buf.h"
#include "base/date.h"

#define FLAGS	0x0808u		/* sizes follow the data; names are UTF-8 */
#define DEFLATE	8u
#define NEEDS_2_0	20u

struct entry {
	uint32_t	 crc, packed, size, offset;
	size_t		 name;		/* where in names */
};

struct zip {
	struct sink	*out;
	uint32_t	 stamp;		/* MS-DOS date and time */
	z_stream	 z;
	struct entry	*entries;
	size_t		 count, room;
	struct buf	 names;		/* each ended by NUL */
	int64_t		 start;		/* of the current data, in out->total */
	unsigned char	 packed[16384];
};

static void
put16(struct sink *out, unsigned v)
{
	const unsigned char b[2] = { v & 255, v >> 8 & 255 };

	sink_put(out, b, 2);
}

static void
put32(struct sink *out, uint32_t v)
{
	put16(out, v & 0xffff);
	put16(out, v >> 16);
}

/* 1980 is MS-DOS's beginning of time. */
static uint32_t
dos_stamp(int64_t at)
{
	struct civil c;

	date_civil(&c, at);
	if (c.year < 1980)
		return 1u << 21 | 1u << 16;
	return (uint32_t)(c.year - 1980) << 25 | (uint32_t)c.month << 21
	    | (uint32_t)c.day << 16 | (uint32_t)c.hour << 11
	    | (uint32_t)c.minute << 5 | (uint32_t)c.second / 2;
}

void
zip_begin(struct zip **zip, struct sink *out, int64_t at)
{
	struct zip *z = calloc(1, sizeof(*z));

	if (z == NULL || deflateInit2(&z->z, 6, Z_DEFLATED, -MAX_WBITS, 8,
	    Z_DEFAULT_STRATEGY) != Z_OK)
		abort();
	z->out = out;
	z->stamp = dos_stamp(at);
	buf_init(&z->names);
	*zip = z;
}

static void
deflate_all(struct zip *z, int flush)
{
	do {
		z->z.next_out = z->packed;
		z->z.avail_out = sizeof(z->packed);
		deflate(&z->z, flush);
		sink_put(z->out, z->packed,
		    sizeof(z->packed) - z->z.avail_out);
	} while (z->z.avail_out == 0);
}

static void
end_file(struct zip *z)
{
	struct entry *e;

	if (z->count == 0)
		return;
	e = &z->entries[z->count - 1];
	z->z.avail_in = 0;
	deflate_all(z, Z_FINISH);
	e->packed = (uint32_t)(z->out->total - z->start);
	e->size = (uint32_t)z->z.total_in;
	put32(z->out, 0x08074b50);
	put32(z->out, e->crc);
	put32(z->out, e->packed);
	put32(z->out, e->size);
	deflateReset(&z->z);
}

/* What a local header and the directory have in common. */
static void
put_entry(struct zip *z, const struct entry *e)
{
	put16(z->out, NEEDS_2_0);
	put16(z->out, FLAGS);
	put16(z->out, DEFLATE);
	put32(z->out, z->stamp);
	put32(z->out, e->crc);
	put32(z->out, e->packed);
	put32(z->out, e->size);
	put16(z->out, (unsigned)strlen(z->names.data + e->name));
	put16(z->out, 0);		/* no extra field */
}

void
zip_file(struct zip *z, const char *name)
{
	struct entry *e;

	end_file(z);
	if (z->count == z->room) {
		z->room = z->room == 0 ? 16 : 2 * z->room;
		z->entries = realloc(z->entries, z->room * sizeof(*e));
		if (z->entries == NULL)
			abort();
	}
	e = &z->entries[z->count++];
	*e = (struct entry){ .offset = (uint32_t)z->out->total,
	    .name = z->names.len };
	buf_add(&z->names, name, strlen(name) + 1);
	put32(z->out, 0x04034b50);
	put_entry(z, e);
	sink_text(z->out, name);
	e->crc = (uint32_t)crc32(0, NULL, 0);
	z->start = z->out->total;
}

void
zip_put(struct zip *z, const void *data, size_t len)
{
	struct entry *e;

	assert(z->count > 0);
	e = &z->entries[z->count - 1];
	e->crc = (uint32_t)crc32_z(e->crc, data, len);
	z->z.next_in = (z_const Bytef *)data;
	while (len > 0) {
		uInt n = len < 1u << 30 ? (uInt)len : 1u << 30;

		z->z.avail_in = n;
		deflate_all(z, Z_NO_FLUSH);
		len -= n;
	}
}

void
zip_text(struct zip *z, const char *text)
{
	zip_put(z, text, strlen(text));
}

enum rc
zip_end(struct zip *z)
{
	struct sink *out = z->out;
	uint32_t start, size;

	end_file(z);
	start = (uint32_t)out->total;
	for (size_t i = 0; i < z->count; i++) {
		const struct entry *e = &z->entries[i];

		put32(out, 0x02014b50);
		put16(out, NEEDS_2_0);
		put_entry(z, e);
		put16(out, 0);		/* no comment */
		put16(out, 0);		/* first disk */
		put16(out, 0);		/* internal attributes */
		put32(out, 0);		/* external attributes */
		put32(out, e->offset);
		sink_text(out, z->names.data + e->name);
	}
	size = (uint32_t)out->total - start;
	put32(out, 0x06054b50);
	put32(out, 0);			/* disks */
	put16(out, (unsigned)z->count);
	put16(out, (unsigned)z->count);
	put32(out, size);
	put32(out, start);
	put16(out, 0);			/* no comment */
	deflateEnd(&z->z);
	free(z->entries);
	buf_release(&z->names);
	free(z);
	return sink_end(out);
}
