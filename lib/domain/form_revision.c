/*
 * Form revisions of the database, read once per process.
 * It never caches a revision that may still change.
 */
#include "config.h"

#include "domain/form.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/log.h"

#define CACHED	32

int64_t
form_latest(struct db *db, int64_t platform_id, const char *key)
{
	return db_int(db, 0, Q_FORM_LATEST, I(platform, platform_id),
	    T(key, key));
}

int64_t
form_of_projects(struct db *db, struct mem *mem, int64_t platform_id)
{
	struct stmt *s = db_query(db, Q_FORM_OF_PROJECTS,
	    I(platform, platform_id));
	const char *key = NULL;

	if (stmt_step(s))
		key = stmt_str(s, mem, "key");
	stmt_done(s);
	return key == NULL ? 0 : form_latest(db, platform_id, key);
}

/* --- the cache ------------------------------------------------------------ */

static struct {
	int64_t		 id;		/* 0: free */
	uint64_t	 used;		/* when, in uses */
	struct mem	*mem;
	struct form	*form;
} cache[CACHED];
static uint64_t uses;

static enum rc
read_revision(struct form **form, struct mem *mem, struct stmt *s, int64_t id)
{
	const char *text = stmt_text(s, "definition_json"), *where = "";
	struct json_object *definition = NULL;
	char number[24];
	enum rc rc;

	rc = json_parse(&definition, text, strlen(text), 32, NULL);
	if (rc == RC_OK)
		rc = form_parse(form, mem, definition, &where);
	json_object_put(definition);
	if (rc != RC_OK) {
		snprintf(number, sizeof(number), "%" PRId64, id);
		log_event(LOG_LEVEL_ERROR, "form", "revision", number, "where",
		    where, NULL);
		return rc;
	}
	(*form)->id = id;
	(*form)->form_id = stmt_int(s, "form_id");
	(*form)->number = stmt_int(s, "number");
	(*form)->sha256 = stmt_str(s, mem, "sha256");
	return RC_OK;
}

enum rc
form_get(const struct form **out, struct db *db, int64_t id)
{
	size_t i, slot = 0;
	struct stmt *s;
	enum rc rc;

	if (id == 0)
		return RC_NOT_FOUND;
	for (i = 0; i < CACHED; i++) {
		if (cache[i].id == id) {
			cache[i].used = ++uses;
			*out = cache[i].form;
			return RC_OK;
		}
		if (cache[i].used < cache[slot].used)
			slot = i;
	}
	s = db_query(db, Q_FORM_REVISION, I(id, id));
	if (!stmt_step(s))
		return RC_NOT_FOUND;
	mem_free(cache[slot].mem);
	cache[slot].id = 0;
	cache[slot].mem = mem_new();
	rc = read_revision(&cache[slot].form, cache[slot].mem, s, id);
	if (rc == RC_OK) {
		/* One that is being written is read again the next time. */
		cache[slot].id = stmt_null(s, "published_at") ? 0 : id;
		cache[slot].used = ++uses;
		*out = cache[slot].form;
	}
	stmt_done(s);
	return rc;
}
