/*
 * Imports from a wiki: asked, previewed with a verdict a page, chosen from. The
 * elements are made by wiki_import_step.c.
 */
#include "config.h"

#include "domain/wiki_import.h"

#include <inttypes.h>
#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/element.h"
#include "domain/job.h"
#include "domain/territory.h"
#include "domain/wiki_place.h"

const char *const wiki_kinds[] = { "place", "project", "resource", "event",
	"commons", NULL };

/* --- asking ---------------------------------------------------------------------- */

static bool
is_kind(const char *kind)
{
	const char *const *k;

	for (k = wiki_kinds; kind != NULL && *k != NULL; k++)
		if (strcmp(*k, kind) == 0)
			return true;
	return false;
}

static void
add_job(struct db *db, struct mem *mem, const char *kind, int64_t import_id,
    int64_t now)
{
	struct json_object *payload = json_object_new_object();

	json_put_int(payload, "import", import_id);
	job_add(db, kind, mem_printf(mem, "%" PRId64, import_id), payload, now,
	    now);
	json_object_put(payload);
}

enum rc
wiki_import_start(int64_t *id, struct db *db, struct mem *mem,
    const struct wiki *w, const char *by, const char *name, const char *kind,
    int64_t person_id, int64_t now, struct problems *why)
{
	int64_t made;
	enum rc rc;

	if (text_blank(name) || strlen(name) > 255 ||
	    strpbrk(name, "|#<>[]{}\n") != NULL)
		problem_add(why, "nom", "%s",
		    _("Donnez le nom d’une catégorie ou d’un modèle du wiki, par "
		    "exemple « Lieu »."));
	if (!is_kind(kind))
		problem_add(why, "genre", "%s",
		    _("Dites ce que ces pages deviennent ici."));
	if (strcmp(by, "category") != 0 && strcmp(by, "template") != 0)
		problem_add(why, "par", "%s",
		    _("Choisissez une catégorie ou un modèle."));
	if (why->count > 0)
		return RC_INVALID;
	if (strcmp(w->state, "ok") != 0)
		return RC_CONFLICT;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	db_run(db, Q_WIKI_IMPORT_ADD, I(wiki, w->id), T(by, by),
	    T(name, text_trim(mem, name)), T(kind, kind),
	    ID(person, person_id), I(now, now));
	made = db_last_id(db);
	add_job(db, mem, WIKI_JOB_PREVIEW, made, now);
	audit_note(db, person_id, "wiki_preview", w->platform_id, "name", name,
	    now);
	rc = db_write_commit(db);
	if (rc == RC_OK)
		*id = made;
	return rc;
}

/* --- reading --------------------------------------------------------------------- */

static void
read_row(struct wiki_import *x, struct stmt *s, struct mem *mem)
{
	x->id = stmt_int(s, "id");
	x->wiki_id = stmt_int(s, "wiki_id");
	x->by = stmt_str(s, mem, "by");
	x->name = stmt_str(s, mem, "name");
	x->element_kind = stmt_str(s, mem, "element_kind");
	x->state = stmt_str(s, mem, "state");
	x->detail = stmt_str(s, mem, "detail");
	x->setup_json = stmt_str(s, mem, "setup_json");
	x->continue_json = stmt_str(s, mem, "continue_json");
	x->next_pageid = stmt_int(s, "next_pageid");
	x->pages_found = stmt_int(s, "pages_found");
	x->pages_done = stmt_int(s, "pages_done");
	x->started_at = stmt_int(s, "started_at");
	x->ended_at = stmt_int(s, "ended_at");
}

static enum rc
one(struct wiki_import **out, struct stmt *s, struct mem *mem)
{
	if (!stmt_step(s))
		return RC_NOT_FOUND;
	*out = MEM_NEW(mem, struct wiki_import);
	read_row(*out, s, mem);
	stmt_done(s);
	return RC_OK;
}

enum rc
wiki_import_load(struct wiki_import **x, struct db *db, struct mem *mem,
    int64_t id)
{
	return one(x, db_query(db, Q_WIKI_IMPORT_BY_ID, I(id, id)), mem);
}

enum rc
wiki_import_of(struct wiki_import **x, struct db *db, struct mem *mem,
    int64_t platform_id, int64_t id)
{
	return one(x, db_query(db, Q_WIKI_IMPORT_OF_PLATFORM, I(id, id),
	    I(platform, platform_id)), mem);
}

size_t
wiki_imports(struct wiki_import **out, struct db *db, struct mem *mem,
    int64_t wiki_id)
{
	struct wiki_import *rows = MEM_ARRAY(mem, 20, struct wiki_import);
	struct stmt *s = db_query(db, Q_WIKI_IMPORT_OF_WIKI, I(wiki, wiki_id));
	size_t n = 0;

	while (stmt_step(s))
		read_row(&rows[n++], s, mem);
	*out = rows;
	return n;
}

void
wiki_import_count(struct wiki_counts *c, struct db *db, int64_t id)
{
	struct { const char *name; int64_t *to; } verdicts[] = {
		{ "create", &c->create }, { "update", &c->update },
		{ "unchanged", &c->unchanged }, { "duplicate", &c->duplicate },
		{ "unreadable", &c->unreadable },
	}, outcomes[] = {
		{ "created", &c->created }, { "updated", &c->updated },
		{ "tied", &c->tied }, { "unchanged", &c->kept },
		{ "failed", &c->failed },
	};
	struct stmt *s;
	size_t i;

	memset(c, 0, sizeof(*c));
	s = db_query(db, Q_WIKI_IMPORT_COUNTS, I(import, id));
	while (stmt_step(s)) {
		const char *verdict = stmt_text(s, "verdict");

		for (i = 0; i < 5; i++)
			if (strcmp(verdicts[i].name, verdict) == 0)
				*verdicts[i].to = stmt_int(s, "n");
		if (strcmp(verdict, "unreadable") != 0)
			c->chosen += stmt_int(s, "chosen");
	}
	s = db_query(db, Q_WIKI_IMPORT_OUTCOMES, I(import, id));
	while (stmt_step(s))
		for (i = 0; i < 5; i++)
			if (strcmp(outcomes[i].name,
			    stmt_text(s, "outcome")) == 0)
				*outcomes[i].to = stmt_int(s, "n");
}

size_t
wiki_import_rows(struct wiki_preview **out, struct db *db, struct mem *mem,
    int64_t id, const char *verdict, int64_t after, bool backwards, int limit)
{
	struct wiki_preview *rows = MEM_ARRAY(mem, (size_t)limit + 1,
	    struct wiki_preview), swap, *x;
	struct stmt *s = db_query(db, backwards ? Q_WIKI_IMPORT_PAGES_BACK :
	    Q_WIKI_IMPORT_PAGES, I(import, id), T(verdict, verdict),
	    I(after, after), I(limit, limit));
	size_t n = 0, i;

	while (stmt_step(s)) {
		x = &rows[n++];
		x->pageid = stmt_int(s, "pageid");
		x->title = stmt_str(s, mem, "title");
		x->revid = stmt_int(s, "revid");
		x->verdict = stmt_str(s, mem, "verdict");
		x->chosen = stmt_bool(s, "chosen");
		x->values_json = stmt_str(s, mem, "values_json");
		x->problem = stmt_str(s, mem, "problem");
		x->outcome = stmt_str(s, mem, "outcome");
		x->element_id = stmt_int(s, "element_id");
		x->element_slug = stmt_str(s, mem, "slug");
		x->element_title = stmt_str(s, mem, "element_title");
		x->element_kind = stmt_str(s, mem, "kind");
	}
	for (i = 0; backwards && i < n / 2; i++) {
		swap = rows[i];
		rows[i] = rows[n - 1 - i];
		rows[n - 1 - i] = swap;
	}
	*out = rows;
	return n;
}

/* --- the preview ----------------------------------------------------------------- */

enum rc
wiki_import_setup(struct db *db, struct wiki_import *x, const char *setup_json,
    int64_t pages_found)
{
	enum rc rc = db_write_run(db, RC_OK, Q_WIKI_IMPORT_SETUP, I(id, x->id),
	    T(setup, setup_json), I(found, pages_found));

	if (rc == RC_OK) {
		x->setup_json = setup_json;
		x->pages_found = pages_found;
	}
	return rc;
}

static void
add_territory(struct db *db, struct mem *mem, const struct platform *p,
    struct json_object *values)
{
	struct territory *t;
	bool point = json_has(values, "lat_e6");
	int64_t id;

	id = wiki_place_find(db, mem, p->territory_id,
	    json_text(values, "place"), point, json_int(values, "lon_e6", 0),
	    json_int(values, "lat_e6", 0));
	if (id == 0 || territory_load(&t, db, mem, id) != RC_OK)
		return;
	json_put_int(values, "territory_id", id);
	json_put_text(values, "territory", territory_label(mem, t));
}

/* What is to be done with a page, and the element concerned. */
static const char *
verdict_of(int64_t *element_id, struct db *db, struct mem *mem,
    const struct wiki_import *x, const struct platform *p,
    const struct wiki_found *f)
{
	struct stmt *s;
	const char *verdict, *sha1, *slug;
	int64_t id;

	*element_id = 0;
	if (f->problem != NULL)
		return "unreadable";
	s = db_query(db, Q_WIKI_PAGE_GET, I(wiki, x->wiki_id),
	    I(pageid, f->pageid));
	if (stmt_step(s)) {
		id = stmt_int(s, "element_id");
		sha1 = stmt_text(s, "sha1");
		/* A holder's own element is tied to the page, never rewritten. */
		verdict = strcmp(sha1, json_text_or(f->values, "sha1", "")) == 0
		    || (id != 0 && strcmp(stmt_text(s, "origin"), "wiki") != 0)
		    ? "unchanged" : "update";
		stmt_done(s);
		if (id != 0) {
			*element_id = id;
			return verdict;
		}
	}
	slug = text_slug(mem, json_text_or(f->values, "title", f->title));
	id = db_int(db, 0, Q_WIKI_ELEMENT_SLUG_LIKE, I(platform, p->id),
	    T(kind, x->element_kind), T(slug, slug), I(wiki, x->wiki_id));
	*element_id = id;
	return id != 0 ? "duplicate" : "create";
}

enum rc
wiki_import_keep(struct db *db, struct mem *mem, struct wiki_import *x,
    const struct platform *p, const struct wiki_found *found, size_t n,
    const char *continue_json, int64_t now)
{
	const char *verdict;
	int64_t element_id, done;
	size_t i;
	enum rc rc;

	(void)now;
	/* What reads much comes before the lock. */
	for (i = 0; i < n; i++)
		if (found[i].problem == NULL)
			add_territory(db, mem, p, found[i].values);
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	for (i = 0; i < n; i++) {
		verdict = verdict_of(&element_id, db, mem, x, p, &found[i]);
		db_run(db, Q_WIKI_IMPORT_PAGE_PUT, I(import, x->id),
		    I(pageid, found[i].pageid), T(title, found[i].title),
		    I(revid, found[i].revid), T(verdict, verdict),
		    I(chosen, strcmp(verdict, "create") == 0 ||
		    strcmp(verdict, "update") == 0),
		    T(json, json_string(mem, found[i].values)),
		    T(problem, found[i].problem == NULL ? "" :
		    found[i].problem), ID(element, element_id));
	}
	done = db_int(db, 0, Q_WIKI_IMPORT_PAGE_COUNT, I(import, x->id));
	db_run(db, Q_WIKI_IMPORT_MARK, I(id, x->id),
	    T(continue, continue_json), I(done, done),
	    T(state, continue_json == NULL ? "previewed" : "previewing"));
	rc = db_write_commit(db);
	if (rc == RC_OK) {
		x->continue_json = continue_json;
		x->pages_done = done;
	}
	return rc;
}

static enum rc
change_state(struct db *db, const struct wiki_import *x, const char *state,
    const char *detail, int64_t now)
{
	return db_write_run(db, RC_CONFLICT, Q_WIKI_IMPORT_STATE, I(id, x->id),
	    T(state, state), T(detail, detail), I(ended, now),
	    T(was, x->state));
}

enum rc
wiki_import_fail(struct db *db, const struct wiki_import *x,
    const char *detail, int64_t now)
{
	return change_state(db, x, "failed", detail, now);
}

/* --- the administrator ----------------------------------------------------------- */

enum rc
wiki_import_choose(struct db *db, const struct wiki_import *x,
    const int64_t *shown, size_t shown_count, const int64_t *chosen,
    size_t chosen_count)
{
	size_t i, k;
	bool on;
	enum rc rc;

	if (strcmp(x->state, "previewed") != 0)
		return RC_CONFLICT;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	for (i = 0; i < shown_count; i++) {
		on = false;
		for (k = 0; k < chosen_count && !on; k++)
			on = chosen[k] == shown[i];
		db_run(db, Q_WIKI_IMPORT_CHOOSE, I(import, x->id),
		    I(pageid, shown[i]), I(chosen, on));
	}
	return db_write_commit(db);
}

enum rc
wiki_import_confirm(struct db *db, struct mem *mem,
    const struct wiki_import *x, int64_t platform_id, int64_t person_id,
    int64_t now)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (db_run(db, Q_WIKI_IMPORT_BEGIN, I(id, x->id)) != 1)
		return db_write_end(db, RC_CONFLICT);
	add_job(db, mem, WIKI_JOB_IMPORT, x->id, now);
	audit_note(db, person_id, "wiki_import", platform_id, "name", x->name,
	    now);
	return db_write_commit(db);
}

enum rc
wiki_import_cancel(struct db *db, const struct wiki_import *x, int64_t now)
{
	if (strcmp(x->state, "previewing") != 0 &&
	    strcmp(x->state, "previewed") != 0)
		return RC_CONFLICT;
	return change_state(db, x, "cancelled", "", now);
}
