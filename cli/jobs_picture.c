/*
 * The public picture of a project, drawn again from what was sent: upright, at
 * most 1600 pixels, a JPEG with nothing written in it; and a small one for
 * lists. It refuses to decode what announces more pixels than a camera makes.
 */
#include "config.h"

#include "cli/jobs.h"

#include <gd.h>
#include <string.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/json.h"
#include "domain/picture.h"

#define BYTES_MAX	((size_t)21 * 1024 * 1024)
#define PIXELS_MAX	((int64_t)30000000)
#define QUALITY		82
#define THUMB_QUALITY	74

struct source {
	const unsigned char	*data;
	size_t			 len;
	bool			 is_png;
	int64_t			 width, height;
	int			 orientation;	/* of EXIF: 1…8 */
};

static unsigned
be16(const unsigned char *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

static int64_t
be32(const unsigned char *p)
{
	return (int64_t)be16(p) << 16 | be16(p + 2);
}

/* --- what a JPEG says of itself -------------------------------------------- */

static unsigned
tiff16(const unsigned char *p, bool little)
{
	return little ? (unsigned)p[1] << 8 | p[0] : be16(p);
}

static size_t
tiff32(const unsigned char *p, bool little)
{
	return little ? (size_t)tiff16(p + 2, true) << 16 | tiff16(p, true) :
	    (size_t)be32(p);
}

/* The tag 0x0112 of the first directory of an APP1 segment; 1 when none. */
static int
exif_orientation(const unsigned char *p, size_t len)
{
	size_t at, i, n;
	bool little;

	if (len < 14 || memcmp(p, "Exif\0\0", 6) != 0)
		return 1;
	p += 6;
	len -= 6;
	little = p[0] == 'I';
	at = tiff32(p + 4, little);
	if (at > len || len - at < 2)
		return 1;
	n = tiff16(p + at, little);
	for (i = 0, at += 2; i < n && at + 12 <= len; i++, at += 12)
		if (tiff16(p + at, little) == 0x0112)
			return (int)tiff16(p + at + 8, little);
	return 1;
}

static void
read_jpeg(struct source *s)
{
	const unsigned char *p = s->data;
	size_t at = 2, len;
	unsigned mark;

	while (at + 9 < s->len && p[at] == 0xff) {
		mark = p[at + 1];
		len = be16(p + at + 2);
		if (len < 2 || at + 2 + len > s->len || mark == 0xda)
			return;
		if (mark == 0xe1 && s->orientation == 1)
			s->orientation = exif_orientation(p + at + 4, len - 2);
		if (mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 &&
		    mark != 0xc8 && mark != 0xcc) {
			s->height = be16(p + at + 5);
			s->width = be16(p + at + 7);
			return;
		}
		at += 2 + len;
	}
}

static bool
measure(struct source *s)
{
	s->orientation = 1;
	if (s->is_png && s->len > 24) {
		s->width = be32(s->data + 16);
		s->height = be32(s->data + 20);
	} else if (!s->is_png && s->len > 4) {
		read_jpeg(s);
	}
	return s->width > 0 && s->height > 0 &&
	    s->width <= PIXELS_MAX / s->height;
}

/* --- drawing --------------------------------------------------------------- */

/* At most PICTURE_SIDE, on white. NULL when memory lacks. */
static gdImagePtr
reduce(gdImagePtr im)
{
	int w = gdImageSX(im), h = gdImageSY(im), side = w > h ? w : h;
	gdImagePtr out;

	if (side > PICTURE_SIDE) {
		w = w * PICTURE_SIDE / side;
		h = h * PICTURE_SIDE / side;
	}
	w = w < 1 ? 1 : w;
	h = h < 1 ? 1 : h;
	out = gdImageCreateTrueColor(w, h);
	if (out == NULL)
		return NULL;
	gdImageFilledRectangle(out, 0, 0, w - 1, h - 1,
	    gdTrueColor(255, 255, 255));
	gdImageCopyResampled(out, im, 0, 0, 0, 0, w, h, gdImageSX(im),
	    gdImageSY(im));
	return out;
}

/* As the camera was held (EXIF 2.3, orientation). */
static gdImagePtr
upright(gdImagePtr im, int orientation)
{
	int w = gdImageSX(im), h = gdImageSY(im), x, y, a, b;
	bool turned = orientation >= 5;
	gdImagePtr out;

	if (orientation < 2 || orientation > 8)
		return im;
	out = gdImageCreateTrueColor(turned ? h : w, turned ? w : h);
	for (y = 0; out != NULL && y < h; y++)
		for (x = 0; x < w; x++) {
			a = orientation == 2 || orientation == 3 ||
			    orientation == 7 || orientation == 8 ?
			    w - 1 - x : x;
			b = orientation == 3 || orientation == 4 ||
			    orientation == 6 || orientation == 7 ?
			    h - 1 - y : y;
			gdImageSetPixel(out, turned ? b : a, turned ? a : b,
			    gdImageGetTrueColorPixel(im, x, y));
		}
	gdImageDestroy(im);
	return out;
}

/* The middle of it, as large as the card's frame allows. NULL when memory
 * lacks. */
static gdImagePtr
thumb(gdImagePtr im)
{
	int w = gdImageSX(im), h = gdImageSY(im);
	int tw = PICTURE_THUMB_WIDTH, th = PICTURE_THUMB_HEIGHT;
	/* The largest rectangle of that shape that lies within. */
	int cw = w * th > h * tw ? h * tw / th : w;
	int ch = w * th > h * tw ? h : w * th / tw;
	gdImagePtr out = gdImageCreateTrueColor(tw, th);

	cw = cw < 1 ? 1 : cw;
	ch = ch < 1 ? 1 : ch;
	if (out != NULL)
		gdImageCopyResampled(out, im, 0, 0, (w - cw) / 2, (h - ch) / 2,
		    tw, th, cw, ch);
	return out;
}

/* Upright and reduced; NULL: damaged, or memory lacks. */
static gdImagePtr
decode(const struct source *s)
{
	gdImagePtr im = s->is_png ?
	    gdImageCreateFromPngPtr((int)s->len, (void *)(uintptr_t)s->data) :
	    gdImageCreateFromJpegPtr((int)s->len, (void *)(uintptr_t)s->data);
	gdImagePtr small = im == NULL ? NULL : reduce(im);

	if (im != NULL)
		gdImageDestroy(im);
	return small == NULL ? NULL : upright(small, s->orientation);
}

/* --- the job ----------------------------------------------------------------- */

/* A drawing as a temporary file; r->fd is -1 when there is none. */
static enum rc
write_jpeg(struct received *r, struct job_run *run, gdImagePtr im, int quality)
{
	const char *tmp = mem_printf(run->mem, "%s/tmp", db_state_dir(run->db));
	char *sha256 = mem_alloc(run->mem, DIGEST_HEX);
	int len = 0;
	void *bytes;
	enum rc rc;

	*r = (struct received){ .fd = -1, .sha256 = sha256,
	    .name = "image.jpg" };
	gdImageInterlace(im, 1);
	bytes = gdImageJpegPtr(im, &len, quality);
	rc = bytes == NULL ? RC_FAIL : dir_make(tmp, 0750);
	if (rc == RC_OK)
		rc = file_temporary(&r->fd, &r->path, run->mem, tmp);
	if (rc == RC_OK) {
		r->size_bytes = len;
		digest_sha256_hex(sha256, bytes, (size_t)len);
		rc = file_write_all(r->fd, bytes, (size_t)len, r->path);
	}
	gdFree(bytes);
	return rc;
}

/* What was not kept is removed. */
static void
close_jpeg(const struct received *r)
{
	if (r->fd < 0)
		return;
	close(r->fd);
	file_remove(r->path);
}

static enum rc
keep(struct job_run *run, int64_t element_id, const struct picture *p,
    gdImagePtr im)
{
	struct received whole, small = { .fd = -1 };
	gdImagePtr reduced = thumb(im);
	enum rc rc = write_jpeg(&whole, run, im, QUALITY);

	if (rc == RC_OK)
		rc = reduced == NULL ? RC_FAIL : write_jpeg(&small, run,
		    reduced, THUMB_QUALITY);
	if (rc == RC_OK)
		rc = picture_made(run->db, run->mem, element_id, p->source_id,
		    &whole, &small, job_run_now(run));
	close_jpeg(&whole);
	close_jpeg(&small);
	if (reduced != NULL)
		gdImageDestroy(reduced);
	return rc;
}

static enum rc
refuse(struct job_run *run, int64_t element_id, const struct picture *p,
    const char *why)
{
	run->message = why;
	return picture_failed(run->db, element_id, p->source_id, why);
}

enum rc
job_picture(struct job_run *run)
{
	int64_t element_id = json_int(run->job->payload, "element", 0);
	struct source s = { .orientation = 1 };
	struct picture p;
	char *data;
	gdImagePtr im;
	enum rc rc;

	if (picture_load(&p, run->db, run->mem, element_id) != RC_OK)
		return RC_OK;		/* removed meanwhile */
	rc = file_read(&data, &s.len, run->mem, stored_file_path(run->mem,
	    db_state_dir(run->db), p.source_sha256), BYTES_MAX);
	if (rc != RC_OK)
		return refuse(run, element_id, &p, "missing");
	s.data = (const unsigned char *)data;
	s.is_png = strcmp(p.source_type, "image/png") == 0;
	if (!measure(&s))
		return refuse(run, element_id, &p, "too many pixels");
	im = decode(&s);
	if (im == NULL)
		return refuse(run, element_id, &p, "damaged");
	rc = keep(run, element_id, &p, im);
	gdImageDestroy(im);
	return rc;
}
