/*
 * Alerts: the mail of what is new, and the feed's secret address.
 * It tells nothing twice, and nothing to whoever has no role left.
 */
#include "config.h"

#include "domain/listening.h"

#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/digest.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/rand.h"
#include "base/text.h"
#include "domain/job.h"
#include "domain/mail.h"
#include "domain/need.h"
#include "domain/right.h"

#define TOLD_MOST	50	/* projects of one mail */
#define MORNING		((int64_t)7 * 3600)
#define TOKEN_BYTES	24

/* --- planning ------------------------------------------------------------------ */

/* Seven in the morning on the platform's clock: tomorrow, or next Monday. */
static int64_t
next_morning(const char *digest, const char *zone, int64_t now)
{
	int64_t at = date_day_start(now, zone);
	int i;

	for (i = 0; i < 8; i++) {
		/* Noon is the same day whatever the hour does at night. */
		at = date_day_start(at + DATE_DAY + DATE_DAY / 2, zone);
		if (strcmp(digest, "daily") == 0 || date_weekday(at +
		    DATE_DAY / 2) == 1)
			break;
	}
	return at + MORNING;
}

static const char *
job_key(struct mem *mem, int64_t id, int64_t person_id)
{
	return mem_printf(mem, "%lld/%lld", (long long)id,
	    (long long)person_id);
}

static void
plan(struct db *db, struct mem *mem, int64_t id, int64_t person_id,
    const char *url, int64_t at, int64_t now)
{
	struct json_object *payload = json_object_new_object();

	json_put_int(payload, "listening", id);
	json_put_int(payload, "person", person_id);
	json_put_text(payload, "url", url);
	job_add(db, LISTENING_JOB, job_key(mem, id, person_id), payload, at,
	    now);
	json_object_put(payload);
}

enum rc
listening_digest(struct db *db, struct mem *mem, int64_t id,
    const struct platform *platform, const struct person *who,
    const char *digest, const char *url, int64_t now)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (db_run(db, Q_LISTENING_DIGEST_PUT, I(listening, id),
	    I(person, who->id), T(digest, digest)) != 1)
		return db_write_end(db, RC_NOT_FOUND);
	if (strcmp(digest, "none") != 0)
		plan(db, mem, id, who->id, url, next_morning(digest,
		    platform->time_zone, now), now);
	return db_write_end(db, RC_OK);
}

/* --- telling --------------------------------------------------------------------- */

static void
put_project(struct buf *b, struct mem *mem, const struct found *x,
    const char *url, int64_t listening_id)
{
	const char *need, *kinds = x->needs;
	size_t n, count = 0;

	buf_printf(b, "%s\n", x->title);
	buf_printf(b, "  %s · %s%s%s\n", word_label(maturities, x->maturity),
	    x->holder, x->place != NULL ? " · " : "",
	    x->place != NULL ? x->place : "");
	if (x->returned_from != NULL) {
		buf_printf(b, "  ");
		buf_printf(b, _("Revient après « %s », qui ne l’a pas retenu"),
		    x->returned_from);
		buf_text(b, "\n");
	}
	for (; *kinds != '\0'; kinds += n + (kinds[n] == ' ')) {
		n = strcspn(kinds, " ");
		need = word_label(need_kinds, mem_strndup(mem, kinds, n));
		buf_printf(b, "%s%s", count++ == 0 ? _("  Cherche : ") : ", ",
		    need);
	}
	if (count > 0)
		buf_text(b, "\n");
	buf_printf(b, "  %s/%lld/projets/%s\n\n", url,
	    (long long)listening_id, x->slug);
}

static void
compose(struct mail *mail, struct db *db, struct mem *mem,
    const struct platform *p, const struct listening *l,
    const struct person *who, const struct found *rows, size_t n, bool more,
    const char *url)
{
	const char *before = lang_get(), *lang = lang_find(who->lang);
	struct buf b = BUF_INIT;
	size_t i;

	if (lang != NULL)
		lang_set(lang);
	*mail = (struct mail){ .to = who->email, .to_name = who->name,
	    .reply_to = *p->service_email == '\0' ? NULL : p->service_email };
	mail->subject = mem_printf(mem, ngettext(
	    "%s : %zu projet nouveau", "%s : %zu projets nouveaux",
	    (unsigned long)n), l->name, n);
	buf_printf(&b, "%s\n\n", _("Bonjour,"));
	buf_printf(&b, _("Voici ce qui est nouveau pour votre écoute "
	    "« %s » (%s) :"), l->name, filter_said(db, mem, p, &l->filter));
	buf_text(&b, "\n\n");
	for (i = 0; i < n; i++)
		put_project(&b, mem, &rows[i], url, l->id);
	if (more)
		buf_printf(&b, "%s\n\n", _("La suite est sur la page de "
		    "l’écoute."));
	buf_printf(&b, "%s\n%s/%lld/alertes\n-- \n%s\n",
	    _("Recevoir autrement, ou ne plus recevoir :"), url,
	    (long long)l->id, p->service_name);
	mail->body = mem_strdup(mem, b.data);
	buf_release(&b);
	if (lang != NULL)
		lang_set(before);
}

static bool
may_listen(struct db *db, const struct person *who, int64_t platform_id)
{
	struct object on;

	return object_platform(db, platform_id, &on) == RC_OK &&
	    right_may(db, who, RIGHT_QUEUE, &on);
}

/* Everything a mail needs, or why there is none. */
static enum rc
open_member(struct listening **l, struct platform **p, struct person **who,
    struct db *db, struct mem *mem, int64_t id, int64_t person_id, int64_t now)
{
	int64_t platform_id = db_int(db, 0, Q_LISTENING_PLATFORM, I(id, id));
	enum rc rc = platform_load_id(p, db, mem, platform_id);

	if (rc == RC_OK)
		rc = listening_load(l, db, mem, platform_id, id, person_id);
	return rc != RC_OK ? rc : person_load(who, db, mem, person_id, now);
}

/* Inside a write transaction. RC_CONFLICT: nothing is new. */
static enum rc
tell(struct db *db, struct mem *mem, const struct listening *l,
    const struct platform *p, const struct person *who, const char *url,
    int64_t now)
{
	struct found *rows;
	struct mail mail;
	size_t n = flow_find(&rows, db, mem, p->id, &l->filter, 0,
	    l->told_entry, 0, TOLD_MOST + 1);
	bool more = n > TOLD_MOST;

	if (n == 0)
		return RC_CONFLICT;
	compose(&mail, db, mem, p, l, who, rows, more ? TOLD_MOST : n, more,
	    url);
	mail.key = mem_printf(mem, "listening/%lld/%lld/%lld",
	    (long long)l->id, (long long)who->id,
	    (long long)rows[0].entry_id);
	mail_add(db, &mail, now);
	db_run(db, Q_LISTENING_TOLD, I(listening, l->id), I(person, who->id),
	    I(entry, rows[0].entry_id));
	return RC_OK;
}

enum rc
listening_tell(struct db *db, struct mem *mem, int64_t id, int64_t person_id,
    const char *url, int64_t now)
{
	struct listening *l;
	struct platform *p;
	struct person *who;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = open_member(&l, &p, &who, db, mem, id, person_id, now);
	if (rc == RC_OK && strcmp(l->digest, "none") != 0) {
		/* Without a role nothing is said; with one again, what came
		 * meanwhile is. */
		if (may_listen(db, who, p->id))
			tell(db, mem, l, p, who, url, now);
		plan(db, mem, id, person_id, url, next_morning(l->digest,
		    p->time_zone, now), now);
	}
	return db_write_end(db, rc);
}

enum rc
listening_tell_now(struct db *db, struct mem *mem, int64_t id,
    int64_t person_id, const char *url, int64_t now)
{
	struct listening *l;
	struct platform *p;
	struct person *who;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = open_member(&l, &p, &who, db, mem, id, person_id, now);
	if (rc == RC_OK && (!may_listen(db, who, p->id) ||
	    tell(db, mem, l, p, who, url, now) != RC_OK))
		rc = RC_NOT_FOUND;
	return db_write_end(db, rc);
}

/* --- the feed ---------------------------------------------------------------------- */

static void
hash_of(unsigned char hash[DIGEST_SIZE], const char *token)
{
	digest_sha256(hash, token, strlen(token));
}

enum rc
listening_feed_new(const char **out, struct db *db, struct mem *mem,
    int64_t id, int64_t person_id)
{
	const char *token = rand_token(mem, TOKEN_BYTES);
	unsigned char hash[DIGEST_SIZE];
	enum rc rc;

	hash_of(hash, token);
	rc = db_write_run(db, RC_NOT_FOUND, Q_LISTENING_FEED_PUT,
	    I(listening, id), I(person, person_id),
	    B(hash, hash, sizeof(hash)));
	if (rc == RC_OK)
		*out = token;
	return rc;
}

enum rc
listening_feed_end(struct db *db, int64_t id, int64_t person_id)
{
	return db_write_run(db, RC_OK, Q_LISTENING_FEED_PUT, I(listening, id),
	    I(person, person_id), NIL(hash));
}

bool
listening_feed_is(struct db *db, int64_t id, int64_t person_id,
    const char *token)
{
	unsigned char hash[DIGEST_SIZE];

	hash_of(hash, token);
	return db_int(db, 0, Q_LISTENING_FEED_IS, I(listening, id),
	    I(person, person_id), B(hash, hash, sizeof(hash))) != 0;
}

enum rc
listening_by_token(struct listening **l, struct db *db, struct mem *mem,
    int64_t platform_id, const char *token)
{
	unsigned char hash[DIGEST_SIZE];
	struct person *who;
	int64_t id = 0, person_id = 0;
	struct stmt *s;
	enum rc rc;

	hash_of(hash, token);
	s = db_query(db, Q_LISTENING_OF_FEED, B(hash, hash, sizeof(hash)));
	if (stmt_step(s)) {
		id = stmt_int(s, "listening_id");
		person_id = stmt_int(s, "person_id");
	}
	stmt_done(s);
	rc = listening_load(l, db, mem, platform_id, id, person_id);
	if (rc == RC_OK)
		rc = person_load(&who, db, mem, person_id, 0);
	if (rc == RC_OK && !may_listen(db, who, platform_id))
		rc = RC_NOT_FOUND;
	return rc;
}
