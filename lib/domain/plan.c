/*
 * The funding plan: lines that a holder writes and funders answer, and sums.
 * It never loses a promise or a grant because a line was written again.
 */
#include "config.h"

#include "domain/plan.h"

#include <string.h>

#include "base/text.h"

void
plan_load(struct plan *plan, struct db *db, struct mem *mem, int64_t dossier_id)
{
	struct stmt *s;

	*plan = (struct plan){ 0 };
	plan->costs = MEM_ARRAY(mem, 2 * PLAN_LINES, struct plan_cost);
	plan->sources = MEM_ARRAY(mem, 2 * PLAN_LINES, struct plan_source);
	s = db_query(db, Q_PLAN_COSTS, I(dossier, dossier_id));
	while (stmt_step(s)) {
		struct plan_cost *c = &plan->costs[plan->cost_count++];

		c->id = stmt_int(s, "id");
		c->label = stmt_str(s, mem, "label");
		c->kind = stmt_str(s, mem, "kind");
		c->amount_cents = stmt_int(s, "amount_cents");
		plan->cost_cents += c->amount_cents;
	}
	s = db_query(db, Q_PLAN_SOURCES, I(dossier, dossier_id));
	while (stmt_step(s)) {
		struct plan_source *r = &plan->sources[plan->source_count++];

		r->id = stmt_int(s, "id");
		r->funder_id = stmt_int(s, "funder_id");
		r->name = stmt_str(s, mem, "funder_name");
		r->kind = stmt_str(s, mem, "kind");
		r->application_id = stmt_int(s, "application_id");
		r->asked_cents = stmt_int(s, "asked_cents");
		r->promised_cents = stmt_int(s, "promised_cents");
		r->granted_cents = stmt_int(s, "granted_cents");
		r->conditional = stmt_bool(s, "conditional");
		r->note = stmt_str(s, mem, "note");
		r->decided_on = stmt_str(s, mem, "decided_on");
		r->paid_cents = stmt_int(s, "paid_cents");
		r->instalments = stmt_bool(s, "instalments");
		plan->asked_cents += r->asked_cents;
		plan->promised_cents += r->promised_cents;
		plan->granted_cents += r->granted_cents;
		plan->paid_cents += r->paid_cents;
	}
}

/* --- writing -------------------------------------------------------------- */

static void
put_costs(struct db *db, int64_t dossier_id, const struct plan *plan)
{
	size_t i;

	db_run(db, Q_PLAN_COSTS_DROP, I(dossier, dossier_id));
	for (i = 0; i < plan->cost_count; i++)
		db_run(db, Q_PLAN_COST_ADD, I(dossier, dossier_id),
		    I(position, (int64_t)i), T(label, plan->costs[i].label),
		    T(kind, plan->costs[i].kind == NULL ? "other"
		    : plan->costs[i].kind),
		    I(amount, plan->costs[i].amount_cents));
}

static void
add_source(struct db *db, int64_t dossier_id, const struct plan_source *r,
    int64_t position)
{
	db_run(db, Q_PLAN_SOURCE_ADD, I(dossier, dossier_id),
	    I(position, position), ID(funder, r->funder_id), T(name, r->name),
	    T(kind, r->kind == NULL ? "public" : r->kind),
	    ID(application, r->application_id), I(asked, r->asked_cents),
	    I(promised, r->promised_cents), I(granted, r->granted_cents),
	    I(conditional, r->conditional),
	    T(note, r->note == NULL ? "" : r->note), T(decided, r->decided_on));
}

static void
ask_source(struct db *db, int64_t id, const struct plan_source *r,
    int64_t asked_cents, int64_t position)
{
	db_run(db, Q_PLAN_SOURCE_ASK, I(id, id), I(position, position),
	    T(name, r->name), T(kind, r->kind == NULL ? "public" : r->kind),
	    I(asked, asked_cents));
}

/* The line of the old plan for that funder, not yet taken; or NULL. */
static struct plan_source *
same_funder(struct mem *mem, struct plan *old, const struct plan_source *r)
{
	const char *name = text_fold(mem, r->name);
	size_t i;

	for (i = 0; i < old->source_count; i++)
		if (old->sources[i].id != 0 && strcmp(name,
		    text_fold(mem, old->sources[i].name)) == 0)
			return &old->sources[i];
	return NULL;
}

static bool
is_tied(const struct plan_source *r)
{
	return r->application_id != 0 || r->promised_cents != 0 ||
	    r->granted_cents != 0 || r->instalments;
}

void
plan_put(struct db *db, struct mem *mem, int64_t dossier_id,
    const struct plan *plan)
{
	struct plan old;
	int64_t position = 0;
	size_t i;

	plan_load(&old, db, mem, dossier_id);
	put_costs(db, dossier_id, plan);
	db_run(db, Q_PLAN_SOURCES_LIFT, I(dossier, dossier_id));
	for (i = 0; i < plan->source_count; i++) {
		const struct plan_source *r = &plan->sources[i];
		struct plan_source *was = same_funder(mem, &old, r);

		if (was == NULL) {
			add_source(db, dossier_id, r, position++);
			continue;
		}
		ask_source(db, was->id, r, r->asked_cents, position++);
		was->id = 0;		/* taken */
	}
	for (i = 0; i < old.source_count; i++) {
		const struct plan_source *left = &old.sources[i];

		if (left->id == 0)
			continue;
		if (is_tied(left))
			ask_source(db, left->id, left, 0, position++);
		else
			db_run(db, Q_PLAN_SOURCE_DROP, I(id, left->id));
	}
}

void
plan_source_answer(struct db *db, const struct plan_source *r)
{
	db_run(db, Q_PLAN_SOURCE_ANSWER, I(id, r->id),
	    I(promised, r->promised_cents), I(granted, r->granted_cents),
	    I(conditional, r->conditional),
	    T(note, r->note == NULL ? "" : r->note), T(decided, r->decided_on));
}

int64_t
plan_attach(struct db *db, struct mem *mem, int64_t application_id)
{
	struct plan_source line = { .application_id = application_id };
	struct plan_source *found = NULL;
	struct plan plan;
	struct stmt *s;
	int64_t dossier_id, id;
	size_t i;

	id = db_int(db, 0, Q_PLAN_SOURCE_BY_APPLICATION,
	    I(application, application_id));
	if (id != 0)
		return id;
	s = db_query(db, Q_PLAN_CALL_FUNDER, I(application, application_id));
	if (!stmt_step(s))
		return 0;
	dossier_id = stmt_int(s, "dossier_id");
	line.asked_cents = stmt_int(s, "requested_cents");
	line.funder_id = stmt_int(s, "funder_id");
	line.name = stmt_str(s, mem, "name");
	stmt_done(s);
	if (line.funder_id == 0 || line.name == NULL)
		return 0;
	plan_load(&plan, db, mem, dossier_id);
	for (i = 0; found == NULL && i < plan.source_count; i++)
		if (plan.sources[i].application_id == 0 &&
		    plan.sources[i].funder_id == line.funder_id)
			found = &plan.sources[i];
	for (i = 0; found == NULL && i < plan.source_count; i++)
		if (plan.sources[i].application_id == 0 &&
		    strcmp(text_fold(mem, plan.sources[i].name),
		    text_fold(mem, line.name)) == 0)
			found = &plan.sources[i];
	if (found != NULL) {
		db_run(db, Q_PLAN_SOURCE_ATTACH, I(id, found->id),
		    I(application, application_id), I(funder, line.funder_id));
		return found->id;
	}
	add_source(db, dossier_id, &line, 1 + db_int(db, -1, Q_PLAN_SOURCE_LAST,
	    I(dossier, dossier_id)));
	return db_last_id(db);
}

int64_t
plan_asked_of(struct db *db, struct mem *mem, int64_t dossier_id,
    const char *funder)
{
	const char *name;
	struct plan plan;
	size_t i;

	if (funder == NULL)
		return 0;
	name = text_fold(mem, funder);
	plan_load(&plan, db, mem, dossier_id);
	for (i = 0; i < plan.source_count; i++)
		if (strcmp(text_fold(mem, plan.sources[i].name), name) == 0)
			return plan.sources[i].asked_cents;
	return 0;
}

/* --- sums ----------------------------------------------------------------- */

static void
refresh_tally(struct db *db, int64_t platform_id, int64_t dossier_id,
    bool published)
{
	db_run(db, Q_FUNDER_TALLY_LESS, I(platform, platform_id),
	    I(dossier, dossier_id));
	db_run(db, Q_FUNDER_TALLY_TRIM, I(platform, platform_id),
	    I(dossier, dossier_id));
	db_run(db, Q_FUNDER_SHARE_DROP, I(dossier, dossier_id));
	if (!published)
		return;
	db_run(db, Q_FUNDER_SHARE_PUT, I(dossier, dossier_id));
	db_run(db, Q_FUNDER_TALLY_MORE, I(platform, platform_id),
	    I(dossier, dossier_id));
}

void
plan_refresh(struct db *db, int64_t element_id)
{
	struct stmt *s = db_query(db, Q_PLAN_SUMS, I(element, element_id));
	int64_t dossier, platform, cost, asked, promised, granted, paid;
	bool published;

	if (!stmt_step(s))
		return;		/* no dossier: nothing to sum */
	dossier = stmt_int(s, "dossier_id");
	platform = stmt_int(s, "platform_id");
	published = stmt_bool(s, "public");
	cost = stmt_int(s, "cost_cents");
	if (cost == 0)
		cost = stmt_int(s, "told_cents");
	asked = stmt_int(s, "asked_cents");
	promised = stmt_int(s, "promised_cents");
	granted = stmt_int(s, "granted_cents");
	paid = stmt_int(s, "paid_cents");
	stmt_done(s);
	db_run(db, Q_PLAN_SUMS_PUT, I(element, element_id), I(cost, cost),
	    I(asked, asked), I(promised, promised), I(granted, granted),
	    I(paid, paid));
	refresh_tally(db, platform, dossier, published);
}
