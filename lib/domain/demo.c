/*
 * The stories of a demonstration, merged by day and played one event at a
 * time. How far each went is kept, so that it can stop and go on.
 */
#include "config.h"

#include "domain/demo.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/demo_private.h"

#define DAY_BEGINS	(8 * 3600)	/* first event of a day, local time */
#define REFUSED		"refused"
#define BETWEEN		(4 * 60)	/* then one every four minutes */

static const struct {
	const char	*name;
	scene_fn	*play;
} events[] = {
	{ "create", demo_create }, { "publish", demo_publish },
	{ "submit", demo_submit }, { "withdraw", demo_withdraw },
	{ "take", demo_take }, { "message", demo_message },
	{ "request_correction", demo_request_correction },
	{ "complete", demo_complete }, { "conflict", demo_conflict },
	{ "ask_opinion", demo_ask_opinion }, { "opinion", demo_opinion },
	{ "conclude", demo_conclude }, { "review", demo_review },
	{ "decide", demo_decide }, { "promise", demo_promise },
	{ "grant", demo_grant }, { "pay", demo_pay }, { "state", demo_state },
	{ "measure", demo_measure }, { "validate", demo_validate },
	{ "contribute", demo_contribute }, { "offer", demo_offer },
	{ "answer_offer", demo_answer_offer },
	{ "describe", demo_describe }, { "support", demo_support },
	{ "mark", demo_mark },
};
#define EVENT_COUNT	(sizeof(events) / sizeof(events[0]))

/* One event in the order of the calendar. */
struct cue {
	size_t		 project, index;	/* in files; in its story */
	int64_t		 day;
};

/* --- what is kept ----------------------------------------------------------- */

static const char *
setting(struct demo *d, const char *key)
{
	struct stmt *s = db_query(d->load.db, Q_DEMO_SETTING, T(key, key));
	const char *value = NULL;

	if (stmt_step(s)) {
		value = stmt_str(s, d->load.mem, "value");
		stmt_done(s);
	}
	return value;
}

static enum rc
keep(struct demo *d, const char *key, const char *value)
{
	return db_write_run(d->load.db, RC_OK, Q_DEMO_SETTING_PUT, T(key, key),
	    T(value, value));
}

/* The day from which the stories count: that of the first time. */
static enum rc
keep_first_day(struct demo *d)
{
	const char *key = mem_printf(d->load.mem, "demo.%s",
	    preset_slug(d->load.preset));
	const char *first = setting(d, key);

	if (first == NULL)
		return keep(d, key, mem_printf(d->load.mem, "%lld",
		    (long long)d->load.now));
	d->load.now = strtoll(first, NULL, 10);
	return RC_OK;
}

/* How many events of a project were played, and its dossier: "12 345". */
static const char *
progress_key(struct demo *d, const struct preset_file *file)
{
	return mem_printf(d->load.mem, "demo.%s.%s",
	    preset_slug(d->load.preset), json_text(file->json, "slug"));
}

/* *refused: the event after those played was tried, and refused. */
static void
read_progress(struct demo *d, const struct preset_file *file, size_t *played,
    int64_t *dossier_id, bool *refused)
{
	const char *value = setting(d, progress_key(d, file));
	char *rest;

	*played = 0;
	*dossier_id = 0;
	*refused = value != NULL && strstr(value, REFUSED) != NULL;
	if (value == NULL)
		return;
	*played = (size_t)strtoull(value, &rest, 10);
	*dossier_id = strtoll(rest, NULL, 10);
}

/* --- one event ---------------------------------------------------------------- */

static scene_fn *
find_event(const char *name)
{
	size_t i;

	for (i = 0; i < EVENT_COUNT; i++)
		if (strcmp(events[i].name, name) == 0)
			return events[i].play;
	return NULL;
}

static void
find_rows(struct scene *s)
{
	struct stmt *row = db_query(s->db, Q_DEMO_ROWS,
	    I(dossier, s->dossier_id));

	if (stmt_step(row)) {
		s->element_id = stmt_int(row, "element_id");
		s->application_id = stmt_int(row, "application_id");
		stmt_done(row);
	}
}

/*
 * It was played: that is noted, and the mails it caused are dropped, for nobody
 * wants those of a year ago.
 */
static enum rc
note_played(struct scene *s, const struct preset_file *file, size_t index)
{
	enum rc rc = db_write_begin(s->db);

	if (rc != RC_OK)
		return rc;
	db_run(s->db, Q_DEMO_SETTING_PUT, T(key, progress_key(s->demo, file)),
	    T(value, mem_printf(s->mem, "%zu %lld", index + 1,
	    (long long)s->dossier_id)));
	db_run(s->db, Q_DEMO_DROP_MAILS, I(at, s->at));
	return db_write_commit(s->db);
}

static enum rc
play(struct scene *s, const struct preset_file *file, const struct cue *cue)
{
	const char *by = json_text(s->event, "by");
	enum rc rc = RC_OK;

	if (by != NULL)
		rc = person_load(&s->who, s->db, s->mem, demo_person_id(s->demo,
		    by), s->at);
	s->act = (struct act){ .who = s->who, .now = s->at };
	find_rows(s);
	if (rc == RC_OK)
		rc = find_event(json_text(s->event, "do"))(s);
	/* The run before was killed between this act and its note: done. */
	if (s->resumed && (rc == RC_CONFLICT || rc == RC_INVALID ||
	    rc == RC_NOT_FOUND))
		rc = RC_OK;
	if (rc == RC_OK && cue->index + 1 ==
	    json_count(json_array(s->project, "story"))) {
		find_rows(s);
		rc = demo_end(s);
	}
	if (rc == RC_OK)
		return note_played(s, file, cue->index);
	shape_problem(s->demo->load.why, file->name, mem_printf(s->mem,
	    "story[%zu]", cue->index), _("« %s » est refusé (%d)%s%s"),
	    json_text(s->event, "do"), (int)rc, s->why->first != NULL ? " : " :
	    "", s->why->first != NULL ? mem_printf(s->mem, "%s: %s",
	    s->why->first->where, s->why->first->text) : "");
	keep(s->demo, progress_key(s->demo, file), mem_printf(s->mem,
	    "%zu %lld " REFUSED, cue->index, (long long)s->dossier_id));
	return RC_INVALID;
}

/* --- all of them ---------------------------------------------------------------- */

static int
by_day(const void *a, const void *b)
{
	const struct cue *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	if (x->project != y->project)
		return x->project < y->project ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

static struct cue *
calendar(struct demo *d, size_t *count)
{
	const struct preset_files *files = &d->load.preset->projects;
	struct cue *cues;
	size_t p, i, n = 0;

	for (p = 0; p < files->count; p++)
		n += json_count(json_array(files->rows[p].json, "story"));
	cues = MEM_ARRAY(d->load.mem, n + 1, struct cue);
	n = 0;
	for (p = 0; p < files->count; p++) {
		struct json_object *story = json_array(files->rows[p].json,
		    "story");

		for (i = 0; i < json_count(story); i++)
			cues[n++] = (struct cue){ p, i,
			    json_int(json_at(story, i), "day", 0) };
	}
	qsort(cues, n, sizeof(*cues), by_day);
	*count = n;
	return cues;
}

static enum rc
play_all(struct demo *d)
{
	const struct preset_files *files = &d->load.preset->projects;
	size_t count, i, played, of_day = 0;
	struct cue *cues = calendar(d, &count);
	bool *begun = MEM_ARRAY(d->load.mem, files->count + 1, bool);
	struct mem *mem = mem_new();
	enum rc rc = RC_OK;
	bool refused;

	for (i = 0; rc == RC_OK && i < count; i++) {
		const struct preset_file *file = &files->rows[cues[i].project];
		struct json_object *story = json_array(file->json, "story");
		struct problems why = PROBLEMS_INIT(mem);
		struct scene s = { .demo = d, .db = d->load.db, .mem = mem,
		    .project = file->json, .why = &why,
		    .event = json_at(story, cues[i].index) };

		of_day = i > 0 && cues[i].day == cues[i - 1].day ? of_day + 1 :
		    0;
		read_progress(d, file, &played, &s.dossier_id, &refused);
		if (cues[i].index < played)
			continue;
		s.at = preset_day_at(&d->load, s.event, false) + DAY_BEGINS +
		    (int64_t)of_day * BETWEEN;
		s.resumed = !begun[cues[i].project] && played > 0 && !refused;
		begun[cues[i].project] = true;
		rc = play(&s, file, &cues[i]);
		if (rc == RC_OK) {
			d->load.report->events++;
			d->load.report->projects += cues[i].index == 0;
		}
		mem_reset(mem);
	}
	mem_free(mem);
	return rc;
}

enum rc
demo_load(struct db *db, struct mem *mem, const struct preset *p, int64_t now,
    struct problems *why, struct preset_report *report)
{
	struct demo d = { { p, db, mem, report->platform_id, now,
	    json_text(p->platform.json, "time_zone"), why, report } };
	enum rc rc;

	if (p->people.json == NULL)
		return RC_OK;
	rc = keep_first_day(&d);
	if (rc == RC_OK)
		rc = demo_people(&d);
	return rc == RC_OK ? play_all(&d) : rc;
}
