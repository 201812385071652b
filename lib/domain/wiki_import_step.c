/*
 * Imports from a wiki: elements made of the pages chosen, a few at a time. An
 * element that a holder owns is never overwritten: it is only tied.
 */
#include "config.h"

#include "domain/wiki_import.h"

#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "domain/element.h"
#include "domain/journal.h"

/* A page chosen, not done yet. */
struct todo {
	int64_t		 pageid, revid, element_id;
	const char	*title, *verdict, *values_json;
};

static void
fill(struct element *e, const struct todo *t, struct json_object *values)
{
	e->title = json_text_or(values, "title", t->title);
	e->summary = json_text_or(values, "summary", "");
	e->description = json_text_or(values, "description", "");
	e->territory_id = json_int(values, "territory_id", 0);
	e->has_point = json_has(values, "lat_e6") && json_has(values, "lon_e6");
	e->lat_e6 = json_int(values, "lat_e6", 0);
	e->lon_e6 = json_int(values, "lon_e6", 0);
	e->holder_name = json_text_or(values, "holder", "");
	e->starts_on = json_text(values, "starts_on");
	e->ends_on = json_text(values, "ends_on");
}

/*
 * What the page becomes now, whatever the preview said since: its binding is the
 * truth, so that a second run, or one after a crash, makes nothing twice.
 */
static const char *
write_element(int64_t *element_id, struct db *db, struct mem *mem,
    const struct wiki_import *x, const struct platform *p,
    const struct todo *t, struct json_object *values, int64_t now)
{
	struct stmt *s = db_query(db, Q_WIKI_PAGE_GET, I(wiki, x->wiki_id),
	    I(pageid, t->pageid));
	struct element *e, made = { .platform_id = p->id,
	    .kind = x->element_kind, .state = "listening", .origin = "wiki",
	    .origin_url = json_text(values, "url"), .published_at = now };
	bool same = false, ours = false;
	int64_t id = 0;

	if (stmt_step(s)) {
		id = stmt_int(s, "element_id");
		same = strcmp(stmt_text(s, "sha1"), json_text_or(values,
		    "sha1", "")) == 0;
		ours = id != 0 && strcmp(stmt_text(s, "origin"), "wiki") == 0;
		stmt_done(s);
	}
	*element_id = id;
	if (id != 0 && (same || !ours))
		return "unchanged";
	if (id != 0 && element_load(&e, db, mem, id) == RC_OK) {
		int64_t theme = e->theme_id;

		fill(e, t, values);
		e->theme_id = theme;
		element_put(db, mem, e, now);
		return "updated";
	}
	if (strcmp(t->verdict, "duplicate") == 0 && t->element_id != 0) {
		*element_id = t->element_id;
		return "tied";
	}
	fill(&made, t, values);
	*element_id = element_create(db, mem, &made, now);
	return "created";
}

static void
import_page(struct db *db, struct mem *mem, const struct wiki_import *x,
    const struct platform *p, const struct todo *t, int64_t now)
{
	struct json_object *values;
	const char *outcome = "failed";
	int64_t element_id = 0;
	bool kept;

	if (json_parse(&values, t->values_json, strlen(t->values_json), 16,
	    NULL) != RC_OK)
		values = NULL;
	db_part_begin(db);
	if (values != NULL) {
		outcome = write_element(&element_id, db, mem, x, p, t, values,
		    now);
		db_run(db, Q_WIKI_PAGE_PUT, I(wiki, x->wiki_id),
		    I(pageid, t->pageid), T(title, t->title),
		    I(revid, t->revid),
		    T(sha1, json_text_or(values, "sha1", "")),
		    ID(element, element_id), I(now, now),
		    T(base, t->values_json));
	}
	kept = db_part_end(db, values != NULL);
	if (!kept) {
		outcome = "failed";
		element_id = t->element_id;
	}
	db_run(db, Q_WIKI_IMPORT_PAGE_DONE, I(import, x->id),
	    I(pageid, t->pageid), T(outcome, outcome),
	    ID(element, element_id));
	json_object_put(values);
}

static size_t
load_todo(struct todo *rows, struct db *db, struct mem *mem,
    const struct wiki_import *x)
{
	struct stmt *s = db_query(db, Q_WIKI_IMPORT_TODO, I(import, x->id),
	    I(after, x->next_pageid), I(limit, WIKI_BATCH));
	size_t n = 0;

	while (stmt_step(s)) {
		rows[n].pageid = stmt_int(s, "pageid");
		rows[n].title = stmt_str(s, mem, "title");
		rows[n].revid = stmt_int(s, "revid");
		rows[n].verdict = stmt_str(s, mem, "verdict");
		rows[n].values_json = stmt_str(s, mem, "values_json");
		rows[n++].element_id = stmt_int(s, "element_id");
	}
	return n;
}

/* What the public may know of it. */
static void
tell(struct db *db, const struct wiki_import *x, const struct platform *p,
    int64_t now)
{
	struct wiki_counts c;
	struct json_object *facts;

	wiki_import_count(&c, db, x->id);
	if (c.created + c.updated + c.tied == 0)
		return;
	facts = json_object_new_object();
	json_put_text(facts, "source", "wiki");
	json_put_text(facts, "name", x->name);
	json_put_text(facts, "element_kind", x->element_kind);
	json_put_int(facts, "created", c.created);
	json_put_int(facts, "updated", c.updated);
	json_put_int(facts, "tied", c.tied);
	json_put_int(facts, "rejected", c.failed);
	journal_append(db, &(struct journal_entry){ .platform_id = p->id,
	    .at = now, .kind = "wiki_import", .actor = p->service_name,
	    .payload = facts });
	json_object_put(facts);
}

enum rc
wiki_import_step(bool *over, struct db *db, struct mem *mem,
    struct wiki_import *x, const struct platform *p, int64_t now)
{
	struct todo *rows = MEM_ARRAY(mem, WIKI_BATCH, struct todo);
	int64_t next = x->next_pageid;
	size_t n, i;
	enum rc rc;

	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	n = load_todo(rows, db, mem, x);
	for (i = 0; i < n; i++) {
		import_page(db, mem, x, p, &rows[i], now);
		next = rows[i].pageid;
	}
	if (db_run(db, Q_WIKI_IMPORT_NEXT, I(id, x->id), I(next, next),
	    I(n, (int64_t)n)) != 1)
		return db_write_end(db, RC_CONFLICT);
	if (n < WIKI_BATCH) {
		db_run(db, Q_WIKI_IMPORT_STATE, I(id, x->id), T(state, "done"),
		    T(detail, ""), I(ended, now), T(was, "importing"));
		tell(db, x, p, now);
	}
	rc = db_write_commit(db);
	if (rc == RC_OK) {
		x->next_pageid = next;
		x->pages_done += (int64_t)n;
		*over = n < WIKI_BATCH;
	}
	return rc;
}
