/*
 * Who is asked to review: by hand, or spread by load.
 * It refuses whoever is in conflict, and never takes back a submitted review.
 */
#include "config.h"

#include "domain/assignment.h"

#include <string.h>

#include "base/buf.h"
#include "domain/conflict.h"
#include "domain/tray.h"

#define ASSIGNEES_MAX	100
#define LACKING_MAX	500

enum rc
assignment_list(struct assignees *out, struct db *db, struct mem *mem,
    int64_t application_id, int64_t now)
{
	struct stmt *s;

	out->rows = MEM_ARRAY(mem, ASSIGNEES_MAX, struct assignee);
	out->count = 0;
	s = db_query(db, Q_ASSIGNMENT_LIST, I(application, application_id),
	    I(now, now));
	while (out->count < ASSIGNEES_MAX && stmt_step(s)) {
		struct assignee *a = &out->rows[out->count++];

		a->person_id = stmt_int(s, "id");
		a->name = stmt_str(s, mem, "name");
		a->assigned = stmt_bool(s, "assigned");
		a->submitted = stmt_bool(s, "submitted");
		a->load = stmt_int(s, "load");
	}
	stmt_done(s);
	return db_failed(db) ? RC_FAIL : RC_OK;
}

static const char *
id_array(struct mem *mem, const int64_t *ids, size_t n)
{
	struct buf b = BUF_INIT;
	const char *text;
	size_t i;

	buf_char(&b, '[');
	for (i = 0; i < n; i++) {
		if (i > 0)
			buf_char(&b, ',');
		buf_int(&b, ids[i]);
	}
	buf_char(&b, ']');
	text = mem_strdup(mem, b.data);
	buf_release(&b);
	return text;
}

static bool
under_review(struct db *db, int64_t application_id)
{
	struct stmt *s = db_query(db, Q_REVIEW_PLACE,
	    I(application, application_id));
	bool yes = stmt_step(s) &&
	    strcmp(stmt_text(s, "state"), "under_review") == 0 &&
	    !stmt_null(s, "stage_id");

	stmt_done(s);
	return yes;
}

enum rc
assignment_set(struct db *db, struct mem *mem, int64_t application_id,
    const int64_t *people, size_t n, const struct act *act)
{
	size_t i;
	enum rc rc;

	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (!under_review(db, application_id))
		return db_write_end(db, RC_CONFLICT);
	for (i = 0; i < n; i++) {
		if (conflict_is(db, application_id, people[i], true))
			return db_write_end(db, RC_NOT_FOUND);
		db_run(db, Q_ASSIGNMENT_ADD, I(application, application_id),
		    I(person, people[i]), I(now, act->now));
	}
	db_run(db, Q_ASSIGNMENT_DROP_OTHERS, I(application, application_id),
	    T(people, id_array(mem, people, n)));
	tray_refresh(db, application_id, NULL, act->now);
	return db_write_commit(db);
}

/* Those who lack reviewers, and how many. */
static size_t
read_lacking(struct db *db, int64_t stage_id, int64_t *ids, int64_t *lacks)
{
	struct stmt *s = db_query(db, Q_ASSIGNMENT_LACKING,
	    I(stage, stage_id));
	size_t n = 0;

	while (n < LACKING_MAX && stmt_step(s)) {
		ids[n] = stmt_int(s, "id");
		lacks[n++] = stmt_int(s, "lacks");
	}
	stmt_done(s);
	return n;
}

enum rc
assignment_spread(struct db *db, struct mem *mem, int64_t stage_id,
    const struct act *act, int64_t *made)
{
	int64_t *ids = MEM_ARRAY(mem, LACKING_MAX, int64_t);
	int64_t *lacks = MEM_ARRAY(mem, LACKING_MAX, int64_t);
	int64_t count = 0;
	size_t n, i, k;
	enum rc rc;

	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	n = read_lacking(db, stage_id, ids, lacks);
	for (i = 0; i < n; i++) {
		struct assignees people;

		/* Loads change with each assignment: asked again each time. */
		rc = assignment_list(&people, db, mem, ids[i], act->now);
		if (rc != RC_OK)
			return db_write_end(db, rc);
		for (k = 0; k < people.count && lacks[i] > 0; k++) {
			if (people.rows[k].assigned)
				continue;
			db_run(db, Q_ASSIGNMENT_ADD, I(application, ids[i]),
			    I(person, people.rows[k].person_id),
			    I(now, act->now));
			lacks[i]--;
			count++;
		}
		tray_refresh(db, ids[i], NULL, act->now);
	}
	rc = db_write_commit(db);
	if (rc == RC_OK)
		*made = count;
	return rc;
}
