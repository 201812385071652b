/*
 * The thread between a holder and the service.
 * It refuses empty messages; it loses none.
 */
#include "config.h"

#include "domain/message.h"

#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/notice.h"
#include "domain/tray.h"

#define BODY_MAX	10000
#define LIST_MAX	200

static const char *const sides[] = { "holder", "service" };

/* --- reading -------------------------------------------------------------- */

static void
read_file(struct message_file *f, struct stmt *s, struct mem *mem)
{
	f->file_id = stmt_int(s, "file_id");
	f->name = stmt_str(s, mem, "name");
	f->sha256 = stmt_str(s, mem, "sha256");
	f->type = stmt_str(s, mem, "type");
	f->size_bytes = stmt_int(s, "size_bytes");
	f->infected = !stmt_null(s, "infected");
}

static void
read_files(struct messages *all, struct db *db, struct mem *mem,
    int64_t application_id)
{
	struct stmt *s;
	size_t i = 0;

	if (all->count == 0)
		return;
	s = db_query(db, Q_MESSAGE_FILES, I(application, application_id),
	    I(first, all->rows[0].id));
	while (stmt_step(s)) {
		struct message *m;

		while (i < all->count &&
		    all->rows[i].id != stmt_int(s, "message_id"))
			i++;
		if (i == all->count)
			break;
		m = &all->rows[i];
		if (m->files == NULL)
			m->files = MEM_ARRAY(mem, MESSAGE_FILES,
			    struct message_file);
		if (m->file_count < MESSAGE_FILES)
			read_file(&m->files[m->file_count++], s, mem);
	}
	stmt_done(s);
}

enum rc
message_list(struct messages *out, struct db *db, struct mem *mem,
    int64_t application_id)
{
	struct messages all = { .count = 0 };
	struct message *newest;
	struct stmt *s;
	size_t n = 0, i;

	newest = MEM_ARRAY(mem, LIST_MAX, struct message);
	s = db_query(db, Q_MESSAGE_LIST, I(application, application_id),
	    I(limit, LIST_MAX));
	while (n < LIST_MAX && stmt_step(s)) {
		struct message *m = &newest[n++];

		m->id = stmt_int(s, "id");
		m->author_id = stmt_int(s, "author_id");
		m->author = stmt_str(s, mem, "author");
		m->side = strcmp(stmt_text(s, "side"), "service") == 0 ?
		    SIDE_SERVICE : SIDE_HOLDER;
		m->body = stmt_str(s, mem, "body");
		m->sent_at = stmt_int(s, "sent_at");
	}
	stmt_done(s);
	all.rows = MEM_ARRAY(mem, n + 1, struct message);
	for (i = 0; i < n; i++)
		all.rows[i] = newest[n - 1 - i];
	all.count = n;
	if (n == LIST_MAX)
		all.earlier = (size_t)db_int(db, 0, Q_MESSAGE_EARLIER,
		    I(application, application_id), I(first, all.rows[0].id));
	read_files(&all, db, mem, application_id);
	if (db_failed(db))
		return RC_FAIL;
	*out = all;
	return RC_OK;
}

enum rc
message_file_load(struct message_file *out, struct db *db, struct mem *mem,
    int64_t application_id, int64_t file_id)
{
	struct stmt *s = db_query(db, Q_MESSAGE_FILE,
	    I(application, application_id), I(file, file_id));

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	read_file(out, s, mem);
	stmt_done(s);
	return RC_OK;
}

/* --- writing -------------------------------------------------------------- */

static void
tell(struct db *db, struct mem *mem, int64_t application_id, enum side side,
    const char *body, const struct act *act)
{
	struct notice notice = {
		.subject = N_("Nouveau message : %s"),
		.opening = side == SIDE_SERVICE ?
		    N_("Le service qui suit votre projet « %s » vous écrit :") :
		    N_("Le porteur du projet « %s » vous écrit :"),
		.quoted = body,
		.after = N_("Pour répondre, ouvrez le dossier :"),
	};

	/* The same until they look, once a day. */
	notice.key = mem_printf(mem, "message/%lld/%s/%lld/%s",
	    (long long)application_id, sides[side],
	    (long long)db_int(db, 0, Q_MESSAGE_FIRST_UNSEEN,
	    I(application, application_id), T(side, sides[side])),
	    date_iso(mem, act->now));
	if (side == SIDE_SERVICE)
		notice_holder(db, mem, application_id, &notice, act);
	else
		notice_service(db, mem, application_id, &notice, act);
}

enum rc
message_send(struct db *db, struct mem *mem, int64_t application_id,
    enum side side, const char *body, const struct message_join *joined,
    size_t joined_count, const struct act *act, int64_t *id,
    struct problems *why)
{
	int64_t message_id;
	size_t i;
	enum rc rc;

	body = text_trim(mem, body);
	if (text_blank(body))
		problem_add(why, "message", "%s", _("Écrivez votre message."));
	else if (text_length(body) > BODY_MAX)
		problem_add(why, "message", "%s",
		    _("Ce message dépasse 10 000 caractères."));
	if (joined_count > MESSAGE_FILES)
		problem_add(why, "fichier", "%s",
		    _("Joignez au plus cinq fichiers."));
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (db_run(db, Q_MESSAGE_ADD, I(application, application_id),
	    ID(author, act->who->id), T(side, sides[side]), T(body, body),
	    I(now, act->now)) != 1)
		return db_write_end(db, RC_CONFLICT);
	message_id = db_last_id(db);
	for (i = 0; i < joined_count; i++)
		db_run(db, Q_MESSAGE_FILE_ADD, I(message, message_id),
		    I(file, joined[i].file_id), T(name, joined[i].name));
	tray_refresh(db, application_id,
	    side == SIDE_HOLDER ? NEWS_MESSAGE : NEWS_ANSWERED, act->now);
	tell(db, mem, application_id, side, body, act);
	rc = db_write_commit(db);
	if (rc == RC_OK && id != NULL)
		*id = message_id;
	return rc;
}
