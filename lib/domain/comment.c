/*
 * Rows of dossier_comment: threads of the team of a dossier.
 * It shows them to nobody else: the right was asked before.
 */
#include "config.h"

#include "domain/comment.h"

#include "base/lang.h"
#include "base/text.h"

#define LIST_MAX	500

size_t
comment_list(struct comment **out, struct db *db, struct mem *mem,
    int64_t dossier_id)
{
	struct comment *list = MEM_ARRAY(mem, LIST_MAX, struct comment), *c;
	struct stmt *s = db_query(db, Q_COMMENT_LIST, I(dossier, dossier_id),
	    I(limit, LIST_MAX));
	size_t n = 0;

	while (n < LIST_MAX && stmt_step(s)) {
		c = &list[n++];
		c->id = stmt_int(s, "id");
		c->parent_id = stmt_int(s, "parent_id");
		c->key = stmt_str(s, mem, "key");
		c->author = stmt_str(s, mem, "author");
		c->body = stmt_str(s, mem, "body");
		c->written_at = stmt_int(s, "written_at");
		c->closed_at = stmt_int(s, "closed_at");
	}
	stmt_done(s);
	*out = list;
	return n;
}

int64_t
comment_open(struct db *db, int64_t dossier_id)
{
	return db_int(db, 0, Q_COMMENT_OPEN, I(dossier, dossier_id));
}

static enum rc
add(struct db *db, struct mem *mem, int64_t dossier_id, const char *key,
    int64_t parent_id, const char *body, const struct person *who,
    int64_t now)
{
	struct stmt *s;

	if (db_int(db, 0, Q_COMMENT_COUNT, I(dossier, dossier_id)) >= LIST_MAX)
		return RC_CONFLICT;
	if (parent_id != 0) {
		s = db_query(db, Q_COMMENT_THREAD, I(id, parent_id),
		    I(dossier, dossier_id));
		if (!stmt_step(s))
			return RC_NOT_FOUND;
		key = stmt_str(s, mem, "key");
		stmt_done(s);
		db_run(db, Q_COMMENT_REOPEN, I(id, parent_id));
	}
	db_run(db, Q_COMMENT_ADD, I(dossier, dossier_id), T(key, key),
	    ID(parent, parent_id), I(author, who->id), T(body, body),
	    I(now, now));
	comment_plan(db, mem, dossier_id, db_last_id(db), who->id, now);
	return RC_OK;
}

enum rc
comment_add(struct db *db, struct mem *mem, int64_t dossier_id,
    const char *key, int64_t parent_id, const char *body,
    const struct person *who, int64_t now, struct problems *why)
{
	enum rc rc;

	if (body == NULL || text_blank(body))
		problem_add(why, "texte", "%s", _("Écrivez votre commentaire."));
	else if (text_length(body) > COMMENT_MAX)
		problem_add(why, "texte", _("Raccourcissez ce commentaire : "
		    "%d caractères au plus."), COMMENT_MAX);
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	return db_write_end(db, add(db, mem, dossier_id, key, parent_id, body,
	    who, now));
}

enum rc
comment_close(struct db *db, int64_t dossier_id, int64_t id,
    const struct person *who, int64_t now)
{
	return db_write_run(db, RC_NOT_FOUND, Q_COMMENT_CLOSE, I(id, id),
	    I(dossier, dossier_id), I(person, who->id), I(now, now));
}
