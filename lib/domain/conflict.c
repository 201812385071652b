/*
 * Conflicts of interest, declared and found.
 * It refuses to tell a person in conflict that the application exists.
 */
#include "config.h"

#include "domain/conflict.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/journal.h"
#include "domain/tray.h"

#define NOTE_MAX	2000

bool
conflict_is(struct db *db, int64_t application_id, int64_t person_id,
    bool committee)
{
	return db_int(db, 0, Q_CONFLICT_IS, I(application, application_id),
	    I(person, person_id), I(committee, committee)) != 0;
}

/* The journal says that somebody withdrew, never who. */
static void
record(struct db *db, int64_t application_id, const char *kind, int64_t now)
{
	struct journal_entry entry = { .at = now, .kind = kind,
	    .application_id = application_id, .actor = "comité" };
	struct stmt *s;

	s = db_query(db, Q_CONFLICT_APPLICATION,
	    I(application, application_id));
	if (stmt_step(s)) {
		entry.platform_id = stmt_int(s, "platform_id");
		entry.element_id = stmt_int(s, "element_id");
		journal_append(db, &entry);
	}
	stmt_done(s);
}

/* What the person did or was to do there is undone. */
static void
withdraw(struct db *db, int64_t application_id, int64_t person_id)
{
	db_run(db, Q_CONFLICT_DROP_REVIEWS, I(application, application_id),
	    I(person, person_id));
	db_run(db, Q_CONFLICT_DROP_ASSIGNMENTS, I(application, application_id),
	    I(person, person_id));
	db_run(db, Q_CONFLICT_DROP_AGENT, I(application, application_id),
	    I(person, person_id));
}

enum rc
conflict_declare(struct db *db, struct mem *mem, int64_t application_id,
    int64_t subject, const char *note, const struct person *who, int64_t now,
    struct problems *why)
{
	bool own = subject == who->id;
	enum rc rc;

	note = text_trim(mem, note);
	if (!own && text_blank(note))
		problem_add(why, "motif", "%s",
		    _("Dites en une phrase de quel lien il s’agit."));
	if (text_length(note) > NOTE_MAX)
		problem_add(why, "motif", "%s",
		    _("Ce texte dépasse 2 000 caractères."));
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (db_run(db, Q_CONFLICT_ADD, I(application, application_id),
	    I(person, subject), T(note, note), I(by, who->id),
	    I(now, now)) > 0) {
		withdraw(db, application_id, subject);
		record(db, application_id, "conflict", now);
		tray_refresh(db, application_id, NEWS_CONFLICT, now);
	}
	return db_write_commit(db);
}

enum rc
conflict_lift(struct db *db, int64_t application_id, int64_t subject,
    const struct person *who, int64_t now)
{
	enum rc rc;

	if (subject == who->id)
		return RC_DENIED;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (db_run(db, Q_CONFLICT_LIFT, I(application, application_id),
	    I(person, subject)) == 0) {
		db_write_rollback(db);
		return RC_NOT_FOUND;
	}
	record(db, application_id, "conflict_lift", now);
	tray_refresh(db, application_id, NULL, now);
	return db_write_commit(db);
}

enum rc
conflict_list(struct conflict **first, struct db *db, struct mem *mem,
    int64_t application_id)
{
	struct conflict *list = NULL, **last = &list;
	struct stmt *s;

	s = db_query(db, Q_CONFLICT_LIST, I(application, application_id));
	while (stmt_step(s)) {
		struct conflict *c = MEM_NEW(mem, struct conflict);

		c->person_id = stmt_int(s, "person_id");
		c->person_name = stmt_str(s, mem, "name");
		c->kind = stmt_str(s, mem, "kind");
		c->note = stmt_str(s, mem, "note");
		c->at = stmt_int(s, "at");
		*last = c;
		last = &c->next;
	}
	if (db_failed(db))
		return RC_FAIL;
	*first = list;
	return RC_OK;
}
