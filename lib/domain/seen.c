/*
 * What changed since the last look.
 */
#include "config.h"

#include "domain/seen.h"

void
seen_load(struct seen *seen, struct db *db, int64_t application_id,
    int64_t person_id)
{
	struct stmt *s = db_query(db, Q_SEEN_GET,
	    I(application, application_id), I(person, person_id));

	*seen = (struct seen){ .at = 0 };
	if (stmt_step(s)) {
		seen->at = stmt_int(s, "seen_at");
		seen->message_id = stmt_int(s, "message_id");
		seen->snapshot_number = stmt_int(s, "snapshot_number");
	}
	stmt_done(s);
	seen->transitions = db_int(db, 0, Q_SEEN_TRANSITIONS,
	    I(application, application_id), I(since, seen->at));
	seen->messages = db_int(db, 0, Q_SEEN_MESSAGES,
	    I(application, application_id), I(message, seen->message_id));
	seen->reviews = db_int(db, 0, Q_SEEN_REVIEWS,
	    I(application, application_id), I(since, seen->at),
	    I(person, person_id));
	seen->opinions = db_int(db, 0, Q_SEEN_OPINIONS,
	    I(application, application_id), I(since, seen->at));
}

enum rc
seen_mark(struct db *db, int64_t application_id, int64_t person_id,
    int64_t now)
{
	return db_write_run(db, RC_OK, Q_SEEN_PUT,
	    I(application, application_id), I(person, person_id), I(now, now));
}

