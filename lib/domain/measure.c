/*
 * Targets and measurements, each report and validation in the journal.
 * A validated value is not changed by a report.
 */
#include "config.h"

#include "domain/measure.h"

#include "base/json.h"
#include "domain/element.h"
#include "domain/journal.h"

enum rc
target_put(struct db *db, struct mem *mem, int64_t element_id,
    const struct target *t)
{
	struct element *e;
	int64_t indicator = 0;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = element_load(&e, db, mem, element_id);
	if (rc == RC_OK)
		indicator = db_int(db, 0, Q_PRESET_INDICATOR,
		    I(platform, e->platform_id), T(key, t->indicator));
	if (rc == RC_OK && indicator == 0)
		rc = RC_NOT_FOUND;
	if (rc == RC_OK)
		db_run(db, Q_TARGET_PUT, I(element, element_id),
		    I(indicator, indicator), I(decimals, t->decimals),
		    t->has_baseline ? I(baseline, t->baseline) : NIL(baseline),
		    I(goal, t->goal), T(due_on, t->due_on));
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
