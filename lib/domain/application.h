/*
 * An application: a dossier presented to a call, and its states (doc/states.md).
 * It checks states and facts; rights were checked before (domain/right).
 *
 * Every verb opens its own write transaction (the caller holds none), writes a
 * transition and a journal entry with it, refreshes tray, news, tallies and
 * the project's public state, and asks for the mails it causes.
 */
#ifndef DOMAIN_APPLICATION_H
#define DOMAIN_APPLICATION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/person.h"
#include "store/db.h"

enum app_state {
	APP_DRAFT,
	APP_SUBMITTED,
	APP_UNDER_REVIEW,
	APP_ACCEPTED,
	APP_REFUSED,
	APP_CLOSED,
	APP_WITHDRAWN
};

enum app_event {
	EVENT_SUBMIT,		/* draft, withdrawn → submitted */
	EVENT_RESUBMIT,		/* submitted → submitted, a new snapshot */
	EVENT_TAKE,		/* submitted → under_review */
	EVENT_SEND_BACK,	/* under_review → submitted, with a correction */
	EVENT_ACCEPT,		/* under_review → accepted */
	EVENT_REFUSE,
	EVENT_CLOSE,
	EVENT_REOPEN,		/* decided → under_review, with a reason */
	EVENT_WITHDRAW		/* submitted, under_review → withdrawn */
};
#define EVENT_COUNT	(EVENT_WITHDRAW + 1)

struct application {
	int64_t		 id, dossier_id, element_id, call_id, platform_id;
	int64_t		 form_revision_id;	/* of the call's own questions */
	int64_t		 through_revision_id;	/* the dossier is read through;
						   0: its own form */
	int64_t		 snapshot_id, stage_id, agent_id;
	enum app_state	 state;
	const char	*number, *title, *holder_name, *tray;
	int64_t		 requested_cents, granted_cents, revision;
	int64_t		 created_at, submitted_at, resubmitted_at, taken_at,
			 decided_at, due_at, waiting_since;
	const char	*news;		/* last thing that happened: tray.h */
	int64_t		 news_at;
	bool		 correction_open;
};

/* "under_review"; and back, -1 when unknown. */
const char *app_state_name(enum app_state);
int	 app_state_by_name(const char *);
/* The state an event leads to, or -1 when it is not allowed from there. */
int	 app_next(enum app_state from, enum app_event);

/* *app lives in mem. RC_NOT_FOUND. A read. */
enum rc	 application_load(struct application **app, struct db *, struct mem *,
	    int64_t id);

/* How the service that examines it is named, "" when it is not. In mem. */
const char *application_service(struct db *, struct mem *, int64_t id);

/*
 * Change the state inside the caller's write transaction: checks app_next
 * (RC_CONFLICT, also when the row changed since app was loaded), writes the
 * row, the transition and the journal entry, refreshes tray, news,
 * waiting_since and the element's state. app is updated.
 *
 * The caller may have set number, snapshot_id, stage_id, agent_id,
 * form_revision_id, requested_cents, granted_cents and due_at in app: they are
 * written too. Times are set here: submitted_at at the first deposit,
 * resubmitted_at at each, taken_at, decided_at; a reopened application has no
 * decided_at. EVENT_SUBMIT puts it at the first stage and makes the project
 * public. The tray is tray_refresh's.
 *
 * who may be NULL (the clock, an import). actor is as in struct journal_entry.
 * reason may be NULL: it stays in the transition, not in the journal. payload
 * (public facts for the journal) is borrowed and may be NULL; the number, the
 * call and the states are added to it.
 */
struct json_object;
enum rc	 application_apply(struct db *, struct mem *, struct application *app,
	    enum app_event, const struct person *who, const char *actor,
	    const char *reason, struct json_object *payload, int64_t now);

/* How the holder is named to the public: the organisation, or "le porteur".
 * In mem. A read. */
const char *application_holder_actor(struct db *, struct mem *,
	    const struct application *);

#endif
