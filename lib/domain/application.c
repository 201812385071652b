/*
 * Applications: the table of states, and what every change of state writes.
 * It refuses a change that the table does not have; it asks nobody's right.
 */
#include "config.h"

#include "domain/application.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "domain/element.h"
#include "domain/journal.h"
#include "domain/tray.h"

/* --- the table of states (doc/states.md) ---------------------------------- */

static const char *const state_names[] = {
	[APP_DRAFT] = "draft", [APP_SUBMITTED] = "submitted",
	[APP_UNDER_REVIEW] = "under_review", [APP_ACCEPTED] = "accepted",
	[APP_REFUSED] = "refused", [APP_CLOSED] = "closed",
	[APP_WITHDRAWN] = "withdrawn"
};
#define STATE_COUNT	(sizeof(state_names) / sizeof(state_names[0]))

static const char *const event_names[] = {
	[EVENT_SUBMIT] = "submit", [EVENT_RESUBMIT] = "resubmit",
	[EVENT_TAKE] = "take", [EVENT_SEND_BACK] = "send_back",
	[EVENT_ACCEPT] = "accept", [EVENT_REFUSE] = "refuse",
	[EVENT_CLOSE] = "close", [EVENT_REOPEN] = "reopen",
	[EVENT_WITHDRAW] = "withdraw"
};

static const char *const news[] = {
	[EVENT_SUBMIT] = NEWS_SUBMITTED, [EVENT_RESUBMIT] = NEWS_COMPLETED,
	[EVENT_TAKE] = NEWS_TAKEN, [EVENT_SEND_BACK] = NEWS_CORRECTION,
	[EVENT_ACCEPT] = NEWS_DECIDED, [EVENT_REFUSE] = NEWS_DECIDED,
	[EVENT_CLOSE] = NEWS_DECIDED, [EVENT_REOPEN] = NEWS_REOPENED,
	[EVENT_WITHDRAW] = NEWS_WITHDRAWN
};

static const struct {
	enum app_event	event;
	enum app_state	from, to;
} table[] = {
	{ EVENT_SUBMIT,    APP_DRAFT,        APP_SUBMITTED },
	{ EVENT_SUBMIT,    APP_WITHDRAWN,    APP_SUBMITTED },
	{ EVENT_RESUBMIT,  APP_SUBMITTED,    APP_SUBMITTED },
	{ EVENT_TAKE,      APP_SUBMITTED,    APP_UNDER_REVIEW },
	{ EVENT_SEND_BACK, APP_UNDER_REVIEW, APP_SUBMITTED },
	{ EVENT_ACCEPT,    APP_UNDER_REVIEW, APP_ACCEPTED },
	{ EVENT_REFUSE,    APP_UNDER_REVIEW, APP_REFUSED },
	{ EVENT_CLOSE,     APP_UNDER_REVIEW, APP_CLOSED },
	{ EVENT_REOPEN,    APP_ACCEPTED,     APP_UNDER_REVIEW },
	{ EVENT_REOPEN,    APP_REFUSED,      APP_UNDER_REVIEW },
	{ EVENT_REOPEN,    APP_CLOSED,       APP_UNDER_REVIEW },
	{ EVENT_WITHDRAW,  APP_SUBMITTED,    APP_WITHDRAWN },
	{ EVENT_WITHDRAW,  APP_UNDER_REVIEW, APP_WITHDRAWN },
};

const char *
app_state_name(enum app_state state)
{
	return state_names[state];
}

int
app_state_by_name(const char *name)
{
	size_t i;

	for (i = 0; name != NULL && i < STATE_COUNT; i++)
		if (strcmp(state_names[i], name) == 0)
			return (int)i;
	return -1;
}

int
app_next(enum app_state from, enum app_event event)
{
	size_t i;

	for (i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		if (table[i].event == event && table[i].from == from)
			return (int)table[i].to;
	return -1;
}

/* --- loading -------------------------------------------------------------- */

enum rc
application_load(struct application **out, struct db *db, struct mem *mem,
    int64_t id)
{
	struct stmt *s = db_query(db, Q_APPLICATION_BY_ID, I(id, id));
	struct application *a;

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	a = MEM_NEW(mem, struct application);
	a->id = id;
	a->number = stmt_str(s, mem, "number");
	a->dossier_id = stmt_int(s, "dossier_id");
	a->element_id = stmt_int(s, "element_id");
	a->call_id = stmt_int(s, "call_id");
	a->platform_id = stmt_int(s, "platform_id");
	a->form_revision_id = stmt_int(s, "form_revision_id");
	a->through_revision_id = stmt_int(s, "through_revision_id");
	a->snapshot_id = stmt_int(s, "snapshot_id");
	a->stage_id = stmt_int(s, "stage_id");
	a->agent_id = stmt_int(s, "agent_id");
	a->state = (enum app_state)app_state_by_name(stmt_text(s, "state"));
	a->tray = stmt_str(s, mem, "tray");
	a->title = stmt_str(s, mem, "title");
	a->holder_name = stmt_str(s, mem, "holder_name");
	a->requested_cents = stmt_int(s, "requested_cents");
	a->granted_cents = stmt_int(s, "granted_cents");
	a->revision = stmt_int(s, "revision");
	a->created_at = stmt_int(s, "created_at");
	a->submitted_at = stmt_int(s, "submitted_at");
	a->resubmitted_at = stmt_int(s, "resubmitted_at");
	a->taken_at = stmt_int(s, "taken_at");
	a->decided_at = stmt_int(s, "decided_at");
	a->due_at = stmt_int(s, "due_at");
	a->waiting_since = stmt_int(s, "waiting_since");
	a->news = stmt_str(s, mem, "news");
	a->news_at = stmt_int(s, "news_at");
	a->correction_open = stmt_bool(s, "correction_open");
	stmt_done(s);
	*out = a;
	return RC_OK;
}

const char *
application_service(struct db *db, struct mem *mem, int64_t id)
{
	struct stmt *s = db_query(db, Q_APPLICATION_SERVICE, I(id, id));
	const char *name = stmt_step(s) ? stmt_str(s, mem, "service_name") :
	    "";

	stmt_done(s);
	return name;
}

const char *
application_holder_actor(struct db *db, struct mem *mem,
    const struct application *app)
{
	struct element *e;

	if (element_load(&e, db, mem, app->element_id) == RC_OK &&
	    e->owner_organisation_id != 0 && *e->holder_name != '\0')
		return e->holder_name;
	return "le porteur";
}

/* --- changing ------------------------------------------------------------- */

static void
set_times(struct db *db, struct application *a, enum app_event event,
    int64_t now)
{
	switch (event) {
	case EVENT_SUBMIT:
		if (a->submitted_at == 0)
			a->submitted_at = now;
		a->stage_id = db_int(db, 0, Q_APPLICATION_STAGE_FIRST,
		    I(call, a->call_id));
		a->decided_at = 0;
		/* FALLTHROUGH */
	case EVENT_RESUBMIT:
		a->resubmitted_at = now;
		break;
	case EVENT_TAKE:
		a->taken_at = now;
		break;
	case EVENT_ACCEPT:
	case EVENT_REFUSE:
	case EVENT_CLOSE:
	case EVENT_WITHDRAW:
		a->decided_at = now;
		break;
	case EVENT_REOPEN:
		a->decided_at = 0;
		break;
	case EVENT_SEND_BACK:
		break;
	}
}

static bool
write_row(struct db *db, const struct application *a, enum app_state from)
{
	return db_run(db, Q_APPLICATION_CHANGE, I(id, a->id),
	    T(from, state_names[from]), I(revision, a->revision),
	    T(state, state_names[a->state]),
	    ID(stage, a->stage_id), ID(snapshot, a->snapshot_id),
	    ID(agent, a->agent_id), T(number, a->number),
	    ID(form_revision, a->form_revision_id),
	    I(requested, a->requested_cents), I(granted, a->granted_cents),
	    ID(submitted, a->submitted_at), ID(resubmitted, a->resubmitted_at),
	    ID(taken, a->taken_at), ID(decided, a->decided_at),
	    ID(due, a->due_at)) == 1;
}

/* What tray_refresh made of it. */
static void
read_tray(struct db *db, struct mem *mem, struct application *a)
{
	struct stmt *s = db_query(db, Q_APPLICATION_TRAY, I(id, a->id));

	if (!stmt_step(s))
		return;
	a->revision = stmt_int(s, "revision");
	a->tray = stmt_str(s, mem, "tray");
	a->waiting_since = stmt_int(s, "waiting_since");
	a->news = stmt_str(s, mem, "news");
	a->news_at = stmt_int(s, "news_at");
	stmt_done(s);
}

static void
write_journal(struct db *db, struct mem *mem, const struct application *a,
    enum app_event event, enum app_state from, const char *actor,
    struct json_object *payload, int64_t now)
{
	struct journal_entry entry = { a->platform_id, now, event_names[event],
	    a->element_id, a->id, actor, NULL };
	struct stmt *s;

	if (payload == NULL)
		entry.payload = json_object_new_object();
	else if (json_object_deep_copy(payload, &entry.payload, NULL) != 0)
		abort();
	json_put_text(entry.payload, "number", a->number);
	json_put_text(entry.payload, "title", a->title);
	s = db_query(db, Q_APPLICATION_CALL, I(call, a->call_id));
	if (stmt_step(s))
		json_put_text(entry.payload, "call", stmt_str(s, mem, "title"));
	stmt_done(s);
	s = db_query(db, Q_APPLICATION_SEAL, ID(snapshot, a->snapshot_id));
	if (stmt_step(s))
		json_put_text(entry.payload, "snapshot",
		    stmt_str(s, mem, "sha256"));
	stmt_done(s);
	json_put_text(entry.payload, "from", state_names[from]);
	json_put_text(entry.payload, "to", state_names[a->state]);
	journal_append(db, &entry);
	json_object_put(entry.payload);
}

enum rc
application_apply(struct db *db, struct mem *mem, struct application *app,
    enum app_event event, const struct person *who, const char *actor,
    const char *reason, struct json_object *payload, int64_t now)
{
	struct application next = *app;
	int to = app_next(app->state, event);

	if (to < 0)
		return RC_CONFLICT;
	next.state = (enum app_state)to;
	set_times(db, &next, event, now);
	if (!write_row(db, &next, app->state))
		return RC_CONFLICT;
	tray_refresh(db, next.id, news[event], now);
	read_tray(db, mem, &next);
	db_run(db, Q_TRANSITION_ADD, I(application, next.id),
	    T(event, event_names[event]), T(from, state_names[app->state]),
	    T(to, state_names[to]), ID(stage, next.stage_id),
	    ID(person, who == NULL ? 0 : who->id), T(reason, reason),
	    ID(snapshot, next.snapshot_id),
	    ID(form_revision, next.form_revision_id), I(at, now));
	write_journal(db, mem, &next, event, app->state, actor, payload, now);
	db_run(db, Q_APPLICATION_SEARCH_PUT, I(id, next.id));
	if (event == EVENT_SUBMIT)
		element_publish(db, mem, next.element_id, now);
	element_refresh_state(db, mem, next.element_id, now);
	*app = next;
	return RC_OK;
}
