/*
 * Reading a published project.
 * It never reads answers: what the public sees was put on the element.
 */
#include "config.h"

#include "domain/project.h"

/* Lists are as long as their query's LIMIT at most. */
#define GROW(p, list, count, type, max)					\
	((p)->count == 0 ? (void)((p)->list =				\
	    MEM_ARRAY(mem, (max), type)) : (void)0, &(p)->list[(p)->count++])

static void
load_sources(struct project *p, struct db *db, struct mem *mem,
    int64_t dossier_id)
{
	struct stmt *s = db_query(db, Q_PROJECT_SOURCES, I(dossier, dossier_id));
	struct project_source *x;

	while (stmt_step(s)) {
		x = GROW(p, sources, source_count, struct project_source, 100);
		x->funder = stmt_str(s, mem, "funder_name");
		x->kind = stmt_str(s, mem, "kind");
		x->asked_cents = stmt_int(s, "asked_cents");
		x->promised_cents = stmt_int(s, "promised_cents");
		x->granted_cents = stmt_int(s, "granted_cents");
		x->conditional = stmt_bool(s, "conditional");
		x->paid_cents = stmt_int(s, "paid_cents");
	}
}

static void
load_decisions(struct project *p, struct db *db, struct mem *mem,
    int64_t dossier_id)
{
	struct stmt *s = db_query(db, Q_PROJECT_DECISIONS,
	    I(dossier, dossier_id));
	struct project_decision *x;

	while (stmt_step(s)) {
		x = GROW(p, decisions, decision_count, struct project_decision,
		    50);
		x->id = stmt_int(s, "id");
		x->at = stmt_int(s, "decided_at");
		x->granted_cents = stmt_int(s, "granted_cents");
		x->verdict = stmt_str(s, mem, "verdict");
		x->reasons = stmt_str(s, mem, "reasons");
		x->conditions = stmt_str(s, mem, "conditions");
		x->by = stmt_str(s, mem, "decided_by_name");
		x->call = stmt_str(s, mem, "call");
	}
}

static void
load_events(struct project *p, struct db *db, struct mem *mem)
{
	struct stmt *s = db_query(db, Q_PROJECT_MILESTONES,
	    I(element, p->card.id));
	struct project_event *x;

	while (stmt_step(s)) {
		x = GROW(p, events, event_count, struct project_event, 100);
		x->on = stmt_str(s, mem, "shown_on");
		x->label = stmt_str(s, mem, "label");
		x->done = stmt_bool(s, "done");
	}
}

static void
load_indicators(struct project *p, struct db *db, struct mem *mem)
{
	struct stmt *s = db_query(db, Q_PROJECT_MEASUREMENTS,
	    I(element, p->card.id));
	struct project_indicator *x = NULL;
	struct project_value *m;

	while (stmt_step(s)) {
		if (x == NULL || x->target_id != stmt_int(s, "id")) {
			x = GROW(p, indicators, indicator_count,
			    struct project_indicator, 500);
			x->target_id = stmt_int(s, "id");
			x->label = stmt_str(s, mem, "label");
			x->unit = stmt_str(s, mem, "unit");
			x->due_on = stmt_str(s, mem, "due_on");
			x->decimals = (int)stmt_int(s, "decimals");
			x->has_baseline = !stmt_null(s, "baseline");
			x->baseline = stmt_int(s, "baseline");
			x->goal = stmt_int(s, "goal");
		}
		if (stmt_null(s, "measured_on"))
			continue;
		m = GROW(x, values, value_count, struct project_value, 100);
		if (x->value_count == 100)
			x->value_count--;	/* the newest stays last */
		m->on = stmt_str(s, mem, "measured_on");
		m->value = stmt_int(s, "value");
		m->validated = !stmt_null(s, "validated_at");
		m->method = stmt_str(s, mem, "method");
	}
}

static void
load_actions(struct project *p, struct db *db, struct mem *mem)
{
	struct stmt *s = db_query(db, Q_PROJECT_ACTIONS, I(element, p->card.id));
	struct project_action *x;

	while (stmt_step(s)) {
		x = GROW(p, actions, action_count, struct project_action, 100);
		x->title = stmt_str(s, mem, "title");
		x->lead = stmt_str(s, mem, "lead");
		x->status = stmt_str(s, mem, "status");
		x->starts_on = stmt_str(s, mem, "starts_on");
		x->ends_on = stmt_str(s, mem, "ends_on");
		x->progress_percent = (int)stmt_int(s, "progress_percent");
	}
}

enum rc
project_load(struct project **out, struct db *db, struct mem *mem,
    int64_t platform_id, const char *slug)
{
	struct stmt *s = db_query(db, Q_PROJECT_BY_SLUG, I(platform, platform_id),
	    T(slug, slug));
	struct project *p;
	int64_t dossier_id;

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	p = MEM_NEW(mem, struct project);
	card_read(&p->card, s, mem);
	p->description = stmt_str(s, mem, "description");
	p->territory_id = stmt_int(s, "territory_id");
	dossier_id = stmt_int(s, "dossier_id");
	stmt_done(s);
	if (dossier_id != 0) {
		load_sources(p, db, mem, dossier_id);
		load_decisions(p, db, mem, dossier_id);
	}
	load_events(p, db, mem);
	load_indicators(p, db, mem);
	load_actions(p, db, mem);
	*out = p;
	return RC_OK;
}
