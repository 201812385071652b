/*
 * The stories of a demonstration, merged by day and played one event at a
 * time. How far each went is kept, so that it can stop and go on.
 */
#include "config.h"

#include "domain/demo.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "domain/demo_private.h"

const char *
demo_day(const struct demo *d, struct mem *mem, struct json_object *day)
{
	int64_t at = preset_day_at(&d->load, day, false);

	return at < 0 ? NULL : date_iso_in(mem, at, d->load.zone);
}

/*
 * The day from which the days of the stories are counted: that of the first
 * time, kept in the settings.
 */
static enum rc
keep_first_day(struct demo *d)
{
	const char *key = mem_printf(d->load.mem, "demo.%s",
	    preset_slug(d->load.preset));
	struct stmt *s = db_query(d->load.db, Q_DEMO_SETTING, T(key, key));
	enum rc rc;

	if (stmt_step(s)) {
		d->load.now = strtoll(stmt_text(s, "value"), NULL, 10);
		stmt_done(s);
		return RC_OK;
	}
	rc = db_write_begin(d->load.db);
	if (rc != RC_OK)
		return rc;
	db_run(d->load.db, Q_DEMO_SETTING_PUT, T(key, key),
	    T(value, mem_printf(d->load.mem, "%lld",
	    (long long)d->load.now)));
	return db_write_commit(d->load.db);
}

/* The mails of a year ago are nobody's; those of others stay. */
static enum rc
drop_mails(struct demo *d, int64_t now)
{
	enum rc rc = db_write_begin(d->load.db);

	if (rc != RC_OK)
		return rc;
	db_run(d->load.db, Q_DEMO_DROP_MAILS, I(after, d->job_before),
	    I(before, now - DATE_DAY / 2));
	return db_write_commit(d->load.db);
}

enum rc
demo_load(struct db *db, struct mem *mem, const struct preset *p, int64_t now,
    struct problems *why, struct preset_report *report)
{
	struct demo d = { { p, db, mem, report->platform_id, now,
	    json_text(p->platform.json, "time_zone"), why, report }, 0 };
	enum rc rc, dropped;

	if (p->people.json == NULL)
		return RC_OK;
	rc = keep_first_day(&d);
	if (rc == RC_OK)
		rc = demo_people(&d);
	if (rc != RC_OK)
		return rc;
	d.job_before = db_int(db, 0, Q_DEMO_LAST_JOB);
	dropped = drop_mails(&d, now);
	return rc != RC_OK ? rc : dropped;
}
