/*
 * Notes of the service.
 * It shows them to nobody else: pages of holders never load them.
 */
#include "config.h"

#include "domain/note.h"

#include "base/lang.h"
#include "base/text.h"

#define BODY_MAX	5000
#define LIST_MAX	100

enum rc
note_list(struct notes *notes, struct db *db, struct mem *mem,
    int64_t application_id)
{
	struct stmt *s;

	notes->rows = MEM_ARRAY(mem, LIST_MAX, struct note);
	notes->count = 0;
	s = db_query(db, Q_NOTE_LIST, I(application, application_id),
	    I(limit, LIST_MAX));
	while (notes->count < LIST_MAX && stmt_step(s)) {
		struct note *n = &notes->rows[notes->count++];

		n->id = stmt_int(s, "id");
		n->author_id = stmt_int(s, "author_id");
		n->author = stmt_str(s, mem, "author");
		n->body = stmt_str(s, mem, "body");
		n->written_at = stmt_int(s, "written_at");
	}
	stmt_done(s);
	return db_failed(db) ? RC_FAIL : RC_OK;
}

enum rc
note_add(struct db *db, struct mem *mem, int64_t application_id,
    const char *body, const struct act *act, struct problems *why)
{
	body = text_trim(mem, body);
	if (text_blank(body))
		problem_add(why, "note", "%s", _("Écrivez votre note."));
	else if (text_length(body) > BODY_MAX)
		problem_add(why, "note", "%s",
		    _("Cette note dépasse 5 000 caractères."));
	if (why->count > 0)
		return RC_INVALID;
	return db_write_run(db, RC_OK, Q_NOTE_ADD,
	    I(application, application_id), ID(author, act->who->id),
	    T(body, body), I(now, act->now));
}

enum rc
note_drop(struct db *db, int64_t application_id, int64_t note_id,
    const struct act *act)
{
	return db_write_run(db, RC_NOT_FOUND, Q_NOTE_DROP, I(note, note_id),
	    I(application, application_id), I(author, act->who->id));
}
