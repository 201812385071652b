/*
 * Targets and measurements, each report and validation in the journal.
 * A validated value is not changed by a report.
 */
#include "config.h"

#include "domain/measure.h"

#include "base/json.h"
#include "domain/element.h"
#include "domain/journal.h"

/* n at so many decimals more; false when it does not fit. */
static bool
scale(int64_t *n, int decimals)
{
	while (decimals-- > 0)
		if (__builtin_mul_overflow(*n, 10, n))
			return false;
	return true;
}

/* The target and its measurements at so many decimals more. */
static enum rc
scale_written(struct db *db, int64_t element_id, int64_t indicator_id,
    int decimals)
{
	int64_t by = 1;

	if (!scale(&by, decimals) || db_int(db, 0, Q_TARGET_LARGEST,
	    I(element, element_id), I(indicator, indicator_id)) >
	    INT64_MAX / by)
		return RC_INVALID;
	db_run(db, Q_MEASURE_SCALE, I(element, element_id),
	    I(indicator, indicator_id), I(by, by));
	db_run(db, Q_TARGET_SCALE, I(element, element_id),
	    I(indicator, indicator_id), I(by, by), I(decimals, decimals));
	return RC_OK;
}

enum rc
target_write(struct db *db, int64_t platform_id, int64_t element_id,
    const struct target *t)
{
	int64_t indicator = db_int(db, 0, Q_PRESET_INDICATOR,
	    I(platform, platform_id), T(key, t->indicator));
	int64_t baseline = t->baseline, goal = t->goal;
	int was = (int)db_int(db, t->decimals, Q_TARGET_DECIMALS,
	    I(element, element_id), I(indicator, indicator));
	int decimals = was > t->decimals ? was : t->decimals;
	enum rc rc = RC_OK;

	if (indicator == 0)
		return db_failed(db) ? RC_FAIL : RC_NOT_FOUND;
	if (!scale(&baseline, decimals - t->decimals) ||
	    !scale(&goal, decimals - t->decimals))
		return RC_INVALID;
	if (decimals > was)
		rc = scale_written(db, element_id, indicator, decimals - was);
	if (rc == RC_OK)
		db_run(db, Q_TARGET_PUT, I(element, element_id),
		    I(indicator, indicator), I(decimals, decimals),
		    t->has_baseline ? I(baseline, baseline) : NIL(baseline),
		    I(goal, goal), T(due_on, t->due_on));
	return db_failed(db) ? RC_FAIL : rc;
}

enum rc
target_put(struct db *db, struct mem *mem, int64_t element_id,
    const struct target *t)
{
	struct element *e;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = element_load(&e, db, mem, element_id);
	if (rc == RC_OK)
		rc = target_write(db, e->platform_id, element_id, t);
	return db_write_end(db, rc);
}

/* What the journal says of a value. */
static void
tell(struct db *db, const struct element *e, const char *kind,
    const char *actor, const char *indicator, int64_t value, const char *day,
    int64_t now)
{
	struct journal_entry entry = { .platform_id = e->platform_id,
	    .at = now, .kind = kind, .element_id = e->id, .actor = actor };

	if (e->published_at == 0)
		return;
	entry.payload = json_object_new_object();
	json_put_text(entry.payload, "title", e->title);
	json_put_text(entry.payload, "indicator", indicator);
	json_put_int(entry.payload, "value", value);
	json_put_text(entry.payload, "on", day);
	journal_append(db, &entry);
	json_object_put(entry.payload);
}

enum rc
measure_report(struct db *db, struct mem *mem, int64_t element_id,
    const char *indicator, int64_t value, const char *measured_on,
    const char *method, const char *actor, const struct act *act)
{
	struct element *e;
	int64_t target;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	target = db_int(db, 0, Q_TARGET, I(element, element_id),
	    T(indicator, indicator));
	rc = target == 0 ? RC_NOT_FOUND : element_load(&e, db, mem,
	    element_id);
	if (rc == RC_OK && db_run(db, Q_MEASURE_PUT, I(target, target),
	    T(day, measured_on), I(value, value),
	    T(method, method == NULL ? "" : method),
	    ID(by, act->who == NULL ? 0 : act->who->id),
	    I(now, act->now)) == 0)
		rc = RC_CONFLICT;
	if (rc == RC_OK)
		tell(db, e, "measure", actor, indicator, value, measured_on,
		    act->now);
	return db_write_end(db, rc);
}

enum rc
measure_validate(struct db *db, struct mem *mem, int64_t element_id,
    const char *indicator, const char *actor, const struct act *act)
{
	struct element *e;
	struct stmt *s;
	int64_t id = 0, value = 0;
	const char *day = NULL;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	s = db_query(db, Q_MEASURE_WAITING, I(element, element_id),
	    T(indicator, indicator));
	if (stmt_step(s)) {
		id = stmt_int(s, "id");
		value = stmt_int(s, "value");
		day = stmt_str(s, mem, "measured_on");
		stmt_done(s);
	}
	rc = id == 0 ? RC_NOT_FOUND : element_load(&e, db, mem, element_id);
	if (rc == RC_OK) {
		db_run(db, Q_MEASURE_VALIDATE, I(id, id),
		    ID(by, act->who == NULL ? 0 : act->who->id),
		    I(now, act->now));
		tell(db, e, "validate", actor, indicator, value, day,
		    act->now);
	}
	return db_write_end(db, rc);
}
