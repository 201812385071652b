/*
 * Reminders, ends of drafts, the bin.
 * It never touches what was presented, and erases nothing unannounced.
 */
#include "config.h"

#include "domain/retention.h"

#include <inttypes.h>
#include <string.h>

#include "base/date.h"
#include "base/lang.h"
#include "domain/dossier.h"
#include "domain/element.h"
#include "domain/mail.h"

#define AT_ONCE		200	/* dossiers or mails of one kind, a turn */

/* --- a mail to somebody of a dossier --------------------------------------- */

struct told {
	const char	*to, *name, *lang, *title, *call, *zone;
	const char	*service, *reply_to;
	const char	*url, *account_url;
	int64_t		 id, person_id, at;
	int64_t		 left;		/* answers still to give */
};

static void
read_told(struct told *x, struct mem *mem, struct stmt *s, const char *site)
{
	x->id = stmt_int(s, "id");
	x->person_id = stmt_int(s, "person_id");
	x->to = stmt_str(s, mem, "email");
	x->name = stmt_str(s, mem, "name");
	x->lang = stmt_str(s, mem, "lang");
	x->title = stmt_str(s, mem, "title");
	x->zone = stmt_str(s, mem, "time_zone");
	x->service = stmt_str(s, mem, "service_name");
	x->reply_to = stmt_str(s, mem, "service_email");
	x->at = stmt_int(s, "at");
	x->url = mem_printf(mem, "%s/%s/mes-projets/%s", site,
	    stmt_text(s, "platform"), stmt_text(s, "slug"));
	x->account_url = mem_printf(mem, "%s/compte/profil", site);
}

static void
send(struct db *db, struct mem *mem, const struct told *x, const char *key,
    const char *subject, const char *body, int64_t now)
{
	struct mail mail = { .to = x->to, .to_name = x->name,
	    .subject = subject, .key = key, .reply_to = x->reply_to };

	mail.body = mem_printf(mem, "%s\n-- \n%s\n", body, x->service);
	mail_add(db, &mail, now);
}

/* Each in a transaction of its own, in the language of its reader. */
static enum rc
tell_all(struct db *db, struct mem *mem, struct told *list, size_t n,
    void (*tell)(struct db *, struct mem *, const struct told *, int64_t),
    int64_t now)
{
	const char *before = lang_get();
	enum rc rc = n == 0 ? RC_OK : db_write_begin(db);
	size_t i;

	for (i = 0; i < n && rc == RC_OK; i++) {
		lang_set(lang_find(list[i].lang) == NULL ? before
		    : list[i].lang);
		tell(db, mem, &list[i], now);
	}
	lang_set(before);
	return n == 0 || rc != RC_OK ? rc : db_write_commit(db);
}

static size_t
read_all(struct told **out, struct mem *mem, struct stmt *s, const char *site)
{
	struct told *list = MEM_ARRAY(mem, AT_ONCE, struct told);
	size_t n = 0;

	while (n < AT_ONCE && stmt_step(s))
		read_told(&list[n++], mem, s, site);
	stmt_done(s);
	*out = list;
	return n;
}

/* --- calls that close soon -------------------------------------------------- */

/* The nearer of fourteen and three days that has come. */
static int
milestone(int64_t closes_at, int64_t now)
{
	return closes_at - now <= 3 * DATE_DAY ? 3 : 14;
}

static const char *
recall_key(struct mem *mem, const struct told *x, int64_t now)
{
	return mem_printf(mem, "recall/%" PRId64 "/%d/%" PRId64, x->id,
	    milestone(x->at, now), x->person_id);
}

static void
recall(struct db *db, struct mem *mem, const struct told *x, int64_t now)
{
	const char *until = date_long_time(mem, x->at, x->zone, lang_get());

	send(db, mem, x, recall_key(mem, x, now), mem_printf(mem,
	    _("Plus que quelques jours pour présenter « %s »"), x->title),
	    mem_printf(mem, _("Bonjour,\n\n"
	    "Vous avez commencé à présenter « %s » à l’appel « %s », qui se "
	    "ferme le %s. Votre dossier vous attend, tel que vous l’avez "
	    "laissé :\n\n%s\n\n"
	    "Ne plus recevoir ces rappels : %s\n"), x->title, x->call, until,
	    x->url, x->account_url), now);
}

static enum rc
recall_all(struct retention *r, struct db *db, struct mem *mem,
    const char *site, int64_t now)
{
	struct told *list = MEM_ARRAY(mem, AT_ONCE, struct told);
	struct stmt *s = db_query(db, Q_RETENTION_CLOSING, I(now, now),
	    I(soon, now + 14 * DATE_DAY), I(sooner, now + 3 * DATE_DAY),
	    I(limit, AT_ONCE));
	size_t n = 0;

	while (n < AT_ONCE && stmt_step(s)) {
		read_told(&list[n], mem, s, site);
		list[n++].call = stmt_str(s, mem, "call");
	}
	stmt_done(s);
	r->recalled += (int)n;
	return tell_all(db, mem, list, n, recall, now);
}

/* --- drafts that nobody touches ---------------------------------------------- */

static void
announce(struct db *db, struct mem *mem, const struct told *x, int64_t now)
{
	const char *day = date_long(mem, now + RETENTION_NOTICE_DAYS * DATE_DAY,
	    x->zone, lang_get());

	send(db, mem, x, mem_printf(mem, "idle/%" PRId64 "/%" PRId64 "/%"
	    PRId64, x->id, x->at, x->person_id), mem_printf(mem,
	    _("Votre brouillon « %s » dort depuis longtemps"), x->title),
	    mem_printf(mem, _("Bonjour,\n\n"
	    "Personne n’a touché au brouillon « %s » depuis longtemps. Sans "
	    "nouvelle de vous, il ira à la corbeille le %s, et y restera deux "
	    "semaines. Pour le garder, il suffit d’y enregistrer une "
	    "réponse :\n\n%s\n"), x->title, day, x->url), now);
}

/* Its end is announced, or it has none: presented, or shown to all. */
static enum rc
look_at_idle(struct retention *r, struct db *db, struct mem *mem,
    const char *site, int64_t now)
{
	struct stmt *s = db_query(db, Q_RETENTION_IDLE, I(now, now),
	    I(months, RETENTION_MONTHS), I(limit, AT_ONCE));
	int64_t ids[AT_ONCE];
	bool ends[AT_ONCE];
	size_t n = 0, i, m;
	enum rc rc = RC_OK;

	while (n < AT_ONCE && stmt_step(s)) {
		ids[n] = stmt_int(s, "id");
		ends[n++] = stmt_bool(s, "ends");
	}
	stmt_done(s);
	for (i = 0; i < n && rc == RC_OK; i++) {
		struct told *list;

		m = !ends[i] ? 0 : read_all(&list, mem, db_query(db,
		    Q_RETENTION_PEOPLE, I(dossier, ids[i])), site);
		if (m > 0)
			rc = tell_all(db, mem, list, m, announce, now);
		r->announced += ends[i];
		if (rc == RC_OK)
			rc = db_write_begin(db);
		if (rc != RC_OK)
			return rc;
		db_run(db, Q_RETENTION_NOTICED, I(id, ids[i]),
		    I(at, ends[i] ? now : 0));
		rc = db_write_commit(db);
	}
	return rc;
}

static enum rc
bin_idle(struct retention *r, struct db *db, struct mem *mem, int64_t now)
{
	struct stmt *s = db_query(db, Q_RETENTION_ENDED,
	    I(before, now - RETENTION_NOTICE_DAYS * DATE_DAY),
	    I(limit, AT_ONCE));
	int64_t ids[AT_ONCE];
	size_t n = 0, i;
	enum rc rc;

	while (n < AT_ONCE && stmt_step(s))
		ids[n++] = stmt_int(s, "id");
	stmt_done(s);
	for (i = 0; i < n; i++) {
		rc = dossier_trash(db, mem, ids[i], now);
		if (rc != RC_OK && rc != RC_CONFLICT)
			return rc;
		r->binned += rc == RC_OK;
	}
	return RC_OK;
}

/* --- the bin ------------------------------------------------------------------ */

static void
warn(struct db *db, struct mem *mem, const struct told *x, int64_t now)
{
	const char *day = date_long(mem, x->at + DOSSIER_BIN_DAYS * DATE_DAY,
	    x->zone, lang_get());

	send(db, mem, x, mem_printf(mem, "bin/%" PRId64 "/%" PRId64 "/%"
	    PRId64, x->id, x->at, x->person_id), mem_printf(mem,
	    _("« %s » va être effacé"), x->title), mem_printf(mem,
	    _("Bonjour,\n\n"
	    "Le projet « %s » est dans la corbeille. Il sera effacé le %s, "
	    "sans retour. Jusque-là, un bouton l’en sort :\n\n%s\n"),
	    x->title, day, x->url), now);
}

static enum rc
warn_all(struct retention *r, struct db *db, struct mem *mem,
    const char *site, int64_t now)
{
	struct told *list;
	size_t n = read_all(&list, mem, db_query(db, Q_RETENTION_BINNED,
	    I(before, now - (DOSSIER_BIN_DAYS - RETENTION_BIN_NOTICE) *
	    DATE_DAY), I(limit, AT_ONCE)), site);

	r->warned += (int)n;
	return tell_all(db, mem, list, n, warn, now);
}

/* The dossier and its draft applications; the element too, unless the public
 * journal names it: then without a word of what it was. */
static enum rc
erase(struct db *db, int64_t id, int64_t element_id)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (db_int(db, 1, Q_DOSSIER_PRESENTED, I(dossier, id)) != 0)
		return db_write_end(db, RC_CONFLICT);
	db_run(db, Q_RETENTION_UNTIE, I(dossier, id));
	db_run(db, Q_RETENTION_DROP_DRAFTS, I(dossier, id));
	db_run(db, Q_RETENTION_DROP, I(dossier, id));
	db_run(db, Q_PICTURE_DROP, I(element, element_id));
	if (db_run(db, Q_RETENTION_DROP_ELEMENT, I(element, element_id)) == 0)
		db_run(db, Q_RETENTION_BLANK_ELEMENT, I(element, element_id));
	return db_write_commit(db);
}

static enum rc
empty_bin(struct retention *r, struct db *db, int64_t now)
{
	struct stmt *s = db_query(db, Q_RETENTION_ERASED,
	    I(before, now - DOSSIER_BIN_DAYS * DATE_DAY), I(limit, AT_ONCE));
	int64_t ids[AT_ONCE], elements[AT_ONCE];
	size_t n = 0, i;
	enum rc rc;

	while (n < AT_ONCE && stmt_step(s)) {
		ids[n] = stmt_int(s, "id");
		elements[n++] = stmt_int(s, "element_id");
	}
	stmt_done(s);
	for (i = 0; i < n; i++) {
		rc = erase(db, ids[i], elements[i]);
		if (rc != RC_OK && rc != RC_CONFLICT)
			return rc;
		r->erased += rc == RC_OK;
	}
	return RC_OK;
}

enum rc
retention_turn(struct retention *r, struct db *db, struct mem *mem,
    const char *site, int64_t now)
{
	enum rc rc;

	*r = (struct retention){ 0 };
	rc = recall_all(r, db, mem, site, now);
	if (rc == RC_OK)
		rc = look_at_idle(r, db, mem, site, now);
	if (rc == RC_OK)
		rc = bin_idle(r, db, mem, now);
	/* Who is warned today is erased another day. */
	if (rc == RC_OK)
		rc = empty_bin(r, db, now);
	if (rc == RC_OK)
		rc = warn_all(r, db, mem, site, now);
	return rc;
}
