/*
 * Where an application lies in the agents' list: one law, one place.
 * It refuses to guess: the tray is computed from facts, never moved by hand.
 */
#include "config.h"

#include "domain/tray.h"

void
tray_refresh(struct db *db, int64_t application_id, const char *news,
    int64_t now)
{
	const char *tray = "";
	struct stmt *s;

	s = db_query(db, Q_TRAY_OF, I(application, application_id));
	if (stmt_step(s))
		tray = stmt_text(s, "tray");
	db_run(db, Q_TRAY_PUT, I(application, application_id), T(tray, tray),
	    T(news, news), I(now, now));
	stmt_done(s);
}
