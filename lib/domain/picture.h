/*
 * The public picture of a project. What its holder sends is never shown: the job
 * runner draws it again, smaller and upright, and only that is public; so no
 * place, device or author written in the file goes out.
 * It draws nothing itself: cli/jobs_picture.c does.
 */
#ifndef DOMAIN_PICTURE_H
#define DOMAIN_PICTURE_H

#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/person.h"
#include "domain/stored_file.h"
#include "store/db.h"

#define PICTURE_SIDE	1600	/* pixels of the longest side, at most */
#define PICTURE_THUMB_WIDTH	480	/* of the small one, on cards */
#define PICTURE_THUMB_HEIGHT	320

struct picture {
	const char	*caption;
	const char	*sha256, *type;		/* public; NULL: not drawn yet */
	int64_t		 source_id, sent_at;
	const char	*source_sha256, *source_type;
	const char	*failed;		/* why it cannot be drawn, or NULL */
};

/* In mem. RC_NOT_FOUND: none. Reads. The second: of a published project. */
enum rc	 picture_load(struct picture *, struct db *, struct mem *,
	    int64_t element_id);
enum rc	 picture_public(struct picture *, struct db *, struct mem *,
	    int64_t platform_id, const char *slug);
/* The small one of a published project: sha256 and type only. */
enum rc	 picture_thumb(struct picture *, struct db *, struct mem *,
	    int64_t platform_id, const char *slug);

/* Take a file as the picture, and have it drawn (a job "picture"). RC_INVALID:
 * why ("image"): not a JPEG or PNG, too long. Own write transaction. */
enum rc	 picture_put(struct db *, struct mem *, int64_t element_id,
	    const struct received *, const char *caption,
	    const struct person *who, int64_t now, struct problems *why);
/* Its caption alone; RC_NOT_FOUND. Own write transaction. */
enum rc	 picture_caption(struct db *, int64_t element_id, const char *caption);
/* No picture any more. Own write transaction. */
enum rc	 picture_remove(struct db *, int64_t element_id);

/* It is drawn, whole and small, or cannot be; nothing when another was sent
 * meanwhile. Own write transactions; the bytes of both are kept first. */
enum rc	 picture_made(struct db *, struct mem *, int64_t element_id,
	    int64_t source_id, const struct received *whole,
	    const struct received *small, int64_t now);
enum rc	 picture_failed(struct db *, int64_t element_id, int64_t source_id,
	    const char *why);

#endif
