/*
 * A platform as requests and jobs read it.
 * Writing one is the loader's work (cli/cmd_load).
 */
#include "config.h"

#include "domain/platform.h"

#include <stdlib.h>
#include <string.h>

static void
load_themes(struct platform *p, struct db *db, struct mem *mem)
{
	struct stmt *s;
	size_t room;

	room = (size_t)db_int(db, 0, Q_PLATFORM_THEME_COUNT, I(platform, p->id));
	p->themes = MEM_ARRAY(mem, room + 1, struct theme);
	s = db_query(db, Q_PLATFORM_THEMES, I(platform, p->id));
	while (p->theme_count < room && stmt_step(s)) {
		struct theme *t = &p->themes[p->theme_count++];

		t->id = stmt_int(s, "id");
		t->key = stmt_str(s, mem, "key");
		t->label = stmt_str(s, mem, "label");
		t->palette = (int)stmt_int(s, "palette");
	}
	stmt_done(s);
}

static enum rc
load(struct platform **out, struct db *db, struct mem *mem, struct stmt *s)
{
	struct platform *p;

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	p = MEM_NEW(mem, struct platform);
	p->id = stmt_int(s, "id");
	p->slug = stmt_str(s, mem, "slug");
	p->name = stmt_str(s, mem, "name");
	p->tagline = stmt_str(s, mem, "tagline");
	p->headline = stmt_null(s, "headline") ? p->name :
	    stmt_str(s, mem, "headline");
	p->introduction = stmt_null(s, "introduction") ? p->tagline :
	    stmt_str(s, mem, "introduction");
	p->lang = stmt_str(s, mem, "lang");
	p->time_zone = stmt_str(s, mem, "time_zone");
	p->territory_id = stmt_int(s, "territory_id");
	p->facet_kind = stmt_str(s, mem, "facet_kind");
	p->territory_name = stmt_str(s, mem, "territory_name");
	p->service_name = stmt_str(s, mem, "service_name");
	p->service_address = stmt_str(s, mem, "service_address");
	p->service_email = stmt_str(s, mem, "service_email");
	p->service_phone = stmt_str(s, mem, "service_phone");
	p->settings = stmt_str(s, mem, "settings_json");
	stmt_done(s);
	load_themes(p, db, mem);
	*out = p;
	return RC_OK;
}

enum rc
platform_load(struct platform **out, struct db *db, struct mem *mem,
    const char *slug)
{
	return load(out, db, mem, db_query(db, Q_PLATFORM_BY_SLUG,
	    T(slug, slug)));
}

enum rc
platform_load_id(struct platform **out, struct db *db, struct mem *mem,
    int64_t id)
{
	return load(out, db, mem, db_query(db, Q_PLATFORM_BY_ID, I(id, id)));
}

/* --- what a worker has read ---------------------------------------------- */

#define SHELF_ROOM	16	/* platforms; more are read at each request */

struct platform_shelf {
	struct mem	*mem;
	int64_t		 version;
	struct platform	*read[SHELF_ROOM];
	size_t		 count;
};

struct platform_shelf *
platform_shelf_new(void)
{
	struct platform_shelf *shelf = calloc(1, sizeof(*shelf));

	if (shelf == NULL)
		abort();
	shelf->mem = mem_new();
	return shelf;
}

void
platform_shelf_free(struct platform_shelf *shelf)
{
	if (shelf == NULL)
		return;
	mem_free(shelf->mem);
	free(shelf);
}

void
platform_shelf_check(struct platform_shelf *shelf, int64_t version)
{
	if (shelf->version == version)
		return;
	mem_reset(shelf->mem);
	shelf->count = 0;
	shelf->version = version;
}

enum rc
platform_shelf_get(struct platform **out, struct platform_shelf *shelf,
    struct mem *mem, struct db *db, const char *slug)
{
	enum rc rc;
	size_t i;

	for (i = 0; i < shelf->count; i++)
		if (strcmp(shelf->read[i]->slug, slug) == 0) {
			*out = shelf->read[i];
			return RC_OK;
		}
	if (shelf->count == SHELF_ROOM)
		return platform_load(out, db, mem, slug);
	rc = platform_load(out, db, shelf->mem, slug);
	if (rc == RC_OK && !db_failed(db))
		shelf->read[shelf->count++] = *out;
	return rc;
}

const struct theme *
platform_theme(const struct platform *p, int64_t id)
{
	size_t i;

	for (i = 0; i < p->theme_count; i++)
		if (p->themes[i].id == id)
			return &p->themes[i];
	return NULL;
}

const struct theme *
platform_theme_by_key(const struct platform *p, const char *key)
{
	size_t i;

	for (i = 0; i < p->theme_count; i++)
		if (strcmp(p->themes[i].key, key) == 0)
			return &p->themes[i];
	return NULL;
}
