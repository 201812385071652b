/*
 * Telling the team of a dossier that somebody commented: one mail for all that
 * was said in a while. It tells nobody who may not read it any more.
 */
#include "config.h"

#include "domain/comment.h"

#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/job.h"
#include "domain/mail.h"
#include "domain/right.h"

#define BURST		((int64_t)600)		/* seconds from its first comment */
#define MORNING		((int64_t)7 * 3600)
#define SHOWN		20			/* comments of one mail */
#define SHOWN_LENGTH	600			/* characters of each */

/* --- planning ------------------------------------------------------------------ */

/* Ten minutes later, or seven tomorrow morning on the platform's clock. */
static int64_t
when(const char *wish, const char *zone, int64_t now)
{
	if (strcmp(wish, "daily") != 0)
		return now + BURST;
	return date_day_start(date_day_start(now, zone) + DATE_DAY +
	    DATE_DAY / 2, zone) + MORNING;
}

void
comment_plan(struct db *db, struct mem *mem, int64_t dossier_id,
    int64_t comment_id, int64_t author_id, int64_t now)
{
	struct stmt *s = db_query(db, Q_COMMENT_READERS,
	    I(dossier, dossier_id), I(author, author_id));
	struct json_object *payload;

	while (stmt_step(s)) {
		payload = json_object_new_object();
		json_put_int(payload, "dossier", dossier_id);
		json_put_int(payload, "person", stmt_int(s, "id"));
		json_put_int(payload, "from", comment_id);
		job_add_unless_ready(db, COMMENT_JOB, mem_printf(mem,
		    "%lld/%lld", (long long)dossier_id,
		    (long long)stmt_int(s, "id")), payload,
		    when(stmt_text(s, "comments"), stmt_text(s, "time_zone"),
		    now), now);
		json_object_put(payload);
	}
	stmt_done(s);
}

/* --- telling --------------------------------------------------------------------- */

struct told {
	const char	*title, *slug, *platform, *zone;
	const char	*service, *contact;
};

static bool
load_dossier(struct told *t, struct db *db, struct mem *mem, int64_t id)
{
	struct stmt *s = db_query(db, Q_COMMENT_DOSSIER, I(dossier, id));

	if (!stmt_step(s))
		return false;
	t->title = stmt_str(s, mem, "title");
	t->slug = stmt_str(s, mem, "slug");
	t->platform = stmt_str(s, mem, "platform");
	t->zone = stmt_str(s, mem, "time_zone");
	t->service = stmt_str(s, mem, "service_name");
	t->contact = stmt_str(s, mem, "service_email");
	stmt_done(s);
	return true;
}

static bool
may_read(struct db *db, const struct person *who, int64_t dossier_id)
{
	struct object on;

	return object_dossier(db, dossier_id, &on) == RC_OK &&
	    right_may(db, who, RIGHT_DOSSIER_COMMENT, &on);
}

/* What was said since, the oldest first; how many, and the last one's id. */
static int64_t
put_comments(struct buf *b, struct db *db, struct mem *mem,
    const struct told *t, int64_t dossier_id, const struct person *who,
    int64_t from, int64_t *last)
{
	struct stmt *s = db_query(db, Q_COMMENT_SINCE, I(dossier, dossier_id),
	    I(from, from), I(person, who->id));
	int64_t n = 0;

	while (stmt_step(s)) {
		*last = stmt_int(s, "id");
		if (++n > SHOWN)
			continue;
		buf_printf(b, _("%s, le %s :"), *stmt_text(s, "author") == '\0'
		    ? _("Compte fermé") : stmt_text(s, "author"),
		    date_long_time(mem, stmt_int(s, "written_at"), t->zone,
		    lang_get()));
		buf_printf(b, "\n%s\n\n", text_truncate(mem,
		    stmt_text(s, "body"), SHOWN_LENGTH));
	}
	stmt_done(s);
	return n;
}

static void
put_end(struct buf *b, struct mem *mem, const struct told *t,
    const char *site, int64_t n)
{
	if (n > SHOWN)
		buf_printf(b, "%s\n\n", mem_printf(mem, ngettext(
		    "Et %d autre, sur la page des commentaires.",
		    "Et %d autres, sur la page des commentaires.",
		    (unsigned long)(n - SHOWN)), (int)(n - SHOWN)));
	if (site != NULL) {
		buf_printf(b, "%s\n%s/%s/mes-projets/%s/commentaires\n\n",
		    _("Lire et répondre :"), site, t->platform, t->slug);
		buf_printf(b, "%s\n%s/compte/profil\n",
		    _("Recevoir autrement, ou ne plus recevoir :"), site);
	}
	buf_printf(b, "-- \n%s\n", t->service);
}

static void
tell(struct db *db, struct mem *mem, const struct told *t, int64_t dossier_id,
    const struct person *who, int64_t from, const char *site, int64_t now)
{
	const char *before = lang_get(), *lang = lang_find(who->lang);
	struct mail mail = { .to = who->email, .to_name = who->name,
	    .reply_to = *t->contact == '\0' ? NULL : t->contact };
	struct buf said = BUF_INIT, b = BUF_INIT;
	int64_t n, last = 0;

	if (lang != NULL)
		lang_set(lang);
	n = put_comments(&said, db, mem, t, dossier_id, who, from, &last);
	if (n > 0) {
		buf_printf(&b, "%s\n\n", _("Bonjour,"));
		buf_printf(&b, _("L’équipe du projet « %s » a commenté le "
		    "dossier."), t->title);
		buf_printf(&b, "\n\n%s", said.data);
		put_end(&b, mem, t, site, n);
		mail.subject = mem_printf(mem, ngettext(
		    "%d commentaire sur « %s »", "%d commentaires sur « %s »",
		    (unsigned long)n), (int)n, t->title);
		mail.body = mem_strdup(mem, b.data);
		mail.key = mem_printf(mem, "comments/%lld/%lld/%lld",
		    (long long)dossier_id, (long long)who->id,
		    (long long)last);
		mail_add(db, &mail, now);
	}
	buf_release(&said);
	buf_release(&b);
	lang_set(before);
}

enum rc
comment_tell(struct db *db, struct mem *mem, int64_t dossier_id,
    int64_t person_id, int64_t from, const char *site, int64_t now)
{
	struct person *who;
	struct told t;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (person_load(&who, db, mem, person_id, now) == RC_OK &&
	    load_dossier(&t, db, mem, dossier_id) &&
	    may_read(db, who, dossier_id) &&
	    db_int(db, 0, Q_COMMENT_WANTED, I(person, person_id)) != 0)
		tell(db, mem, &t, dossier_id, who, from, site, now);
	return db_write_end(db, RC_OK);
}
