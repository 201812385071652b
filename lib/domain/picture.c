/*
 * Public pictures of projects.
 */
#include "config.h"

#include "domain/picture.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "domain/document.h"
#include "domain/job.h"

enum rc
picture_load(struct picture *p, struct db *db, struct mem *mem,
    int64_t element_id)
{
	struct stmt *s = db_query(db, Q_PICTURE_OF, I(element, element_id));

	*p = (struct picture){ 0 };
	if (!stmt_step(s))
		return RC_NOT_FOUND;
	p->caption = stmt_str(s, mem, "caption");
	p->failed = stmt_str(s, mem, "failed");
	p->sent_at = stmt_int(s, "sent_at");
	p->source_id = stmt_int(s, "source_id");
	p->source_sha256 = stmt_str(s, mem, "source_sha256");
	p->source_type = stmt_str(s, mem, "source_type");
	p->sha256 = stmt_str(s, mem, "sha256");
	p->type = stmt_str(s, mem, "type");
	stmt_done(s);
	return RC_OK;
}

enum rc
picture_public(struct picture *p, struct db *db, struct mem *mem,
    int64_t platform_id, const char *slug)
{
	struct stmt *s = db_query(db, Q_PICTURE_PUBLIC,
	    I(platform, platform_id), T(slug, slug));

	*p = (struct picture){ 0 };
	if (!stmt_step(s))
		return RC_NOT_FOUND;
	p->caption = stmt_str(s, mem, "caption");
	p->sha256 = stmt_str(s, mem, "sha256");
	p->type = stmt_str(s, mem, "type");
	stmt_done(s);
	return RC_OK;
}

enum rc
picture_thumb(struct picture *p, struct db *db, struct mem *mem,
    int64_t platform_id, const char *slug)
{
	struct stmt *s = db_query(db, Q_PICTURE_THUMB_PUBLIC,
	    I(platform, platform_id), T(slug, slug));

	*p = (struct picture){ 0 };
	if (!stmt_step(s))
		return RC_NOT_FOUND;
	p->sha256 = stmt_str(s, mem, "sha256");
	p->type = stmt_str(s, mem, "type");
	stmt_done(s);
	return RC_OK;
}

static void
ask(struct db *db, struct mem *mem, int64_t element_id, int64_t now)
{
	struct json_object *payload = json_object_new_object();

	json_put_int(payload, "element", element_id);
	job_add(db, "picture", mem_printf(mem, "%lld", (long long)element_id),
	    payload, now, now);
	json_object_put(payload);
}

enum rc
picture_put(struct db *db, struct mem *mem, int64_t element_id,
    const struct received *r, const char *caption, const struct person *who,
    int64_t now, struct problems *why)
{
	static const char *const accept[] = { "jpg", "png", NULL };
	const char *type = mem_strdup(mem, stored_file_type(r->fd)), *refusal;
	enum rc rc;

	refusal = document_refusal_of(mem, accept, r, DOCUMENT_MAX, type);
	if (refusal == NULL)
		refusal = document_infection(db, mem, r);
	if (refusal != NULL) {
		problem_add(why, "image", "%s", refusal);
		return RC_INVALID;
	}
	rc = stored_file_keep(db, mem, r);
	if (rc != RC_OK || (rc = db_write_begin(db)) != RC_OK)
		return rc;
	db_run(db, Q_PICTURE_PUT, I(element, element_id),
	    I(source, stored_file_row(db, r, type, now)),
	    T(caption, caption), I(person, who->id), I(now, now));
	db_run(db, Q_PICTURE_THUMBED, I(element, element_id), ID(at, 0));
	ask(db, mem, element_id, now);
	return db_write_end(db, RC_OK);
}

enum rc
picture_caption(struct db *db, int64_t element_id, const char *caption)
{
	return db_write_run(db, RC_NOT_FOUND, Q_PICTURE_CAPTION,
	    I(element, element_id), T(caption, caption));
}

enum rc
picture_remove(struct db *db, int64_t element_id)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	db_run(db, Q_PICTURE_DROP, I(element, element_id));
	db_run(db, Q_PICTURE_THUMBED, I(element, element_id), ID(at, 0));
	return db_write_end(db, RC_OK);
}

enum rc
picture_made(struct db *db, struct mem *mem, int64_t element_id,
    int64_t source_id, const struct received *whole,
    const struct received *small, int64_t now)
{
	enum rc rc = stored_file_keep(db, mem, whole);

	if (rc == RC_OK)
		rc = stored_file_keep(db, mem, small);
	if (rc != RC_OK || (rc = db_write_begin(db)) != RC_OK)
		return rc;
	if (db_run(db, Q_PICTURE_MADE, I(element, element_id),
	    I(source, source_id), I(file, stored_file_row(db, whole,
	    "image/jpeg", now)), I(thumb, stored_file_row(db, small,
	    "image/jpeg", now))) == 1)
		db_run(db, Q_PICTURE_THUMBED, I(element, element_id),
		    I(at, now));
	return db_write_end(db, RC_OK);
}

enum rc
picture_failed(struct db *db, int64_t element_id, int64_t source_id,
    const char *why)
{
	return db_write_run(db, RC_OK, Q_PICTURE_FAILED, I(element, element_id),
	    I(source, source_id), T(why, why));
}
