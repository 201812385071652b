/*
 * Announcing, then closing, accounts that nobody uses.
 * It closes none that was not told thirty days before.
 */
#include "config.h"

#include "domain/account_idle.h"

#include "base/date.h"
#include "base/lang.h"
#include "domain/account.h"
#include "domain/mail.h"

#define AT_ONCE		50		/* accounts of a sort, a turn */
#define MONTH		((int64_t)2629746)	/* seconds: a twelfth of a year */
#define ZONE		"Europe/Paris"

struct idle {
	int64_t		 id, seen_at, noticed_at;
	const char	*email, *name, *lang;
};

static size_t
read_all(struct idle *list, struct mem *mem, struct stmt *s)
{
	size_t n = 0;

	while (n < AT_ONCE && stmt_step(s))
		list[n++] = (struct idle){ .id = stmt_int(s, "id"),
		    .seen_at = stmt_int(s, "seen_at"),
		    .noticed_at = stmt_int(s, "idle_noticed_at"),
		    .email = stmt_str(s, mem, "email"),
		    .name = stmt_str(s, mem, "name"),
		    .lang = stmt_str(s, mem, "lang") };
	stmt_done(s);
	return n;
}

/* --- mails ---------------------------------------------------------------------- */

static void
tell(struct db *db, struct mem *mem, const struct idle *x, const char *site,
    int64_t ends_at, const char *step, int64_t now)
{
	const char *before = lang_get(), *lang = lang_find(x->lang);
	struct mail mail = { .to = x->email, .to_name = x->name };
	const char *day;

	if (lang != NULL)
		lang_set(lang);
	day = date_long(mem, ends_at, ZONE, lang_get());
	mail.subject = mem_printf(mem, _("Votre compte sera fermé le %s, sauf "
	    "si vous revenez"), day);
	mail.body = mem_printf(mem, _("Bonjour %s,\n\nVotre compte n’a pas "
	    "servi depuis le %s. Nous ne gardons pas de données personnelles "
	    "qui ne servent plus : il sera fermé le %s.\n\nPour le garder, "
	    "connectez-vous, c’est tout :\n%s/compte/connexion\n\nSi vous ne "
	    "faites rien, votre nom, votre adresse, votre coffre et vos "
	    "brouillons jamais présentés sont effacés. Ce que vous avez "
	    "présenté à un appel reste au dossier public, sans votre nom ; ce "
	    "qui appartient à une organisation lui reste. Pour tout emporter "
	    "avant :\n%s/compte/donnees\n"), x->name, date_long(mem,
	    x->seen_at, ZONE, lang_get()), day, site, site);
	mail.key = mem_printf(mem, "account_idle/%lld/%lld/%s",
	    (long long)x->id, (long long)x->seen_at, step);
	mail_add(db, &mail, now);
	lang_set(before);
}

static enum rc
announce(struct account_idle *done, struct db *db, struct mem *mem,
    const char *site, int64_t months, int64_t now)
{
	struct idle list[AT_ONCE];
	size_t n = read_all(list, mem, db_query(db, Q_ACCOUNT_IDLE,
	    I(before, now - months * MONTH), I(limit, AT_ONCE))), i;
	enum rc rc = n == 0 ? RC_OK : db_write_begin(db);

	if (n == 0 || rc != RC_OK)
		return rc;
	for (i = 0; i < n; i++) {
		tell(db, mem, &list[i], site, now + ACCOUNT_NOTICE_DAYS *
		    DATE_DAY, "first", now);
		db_run(db, Q_ACCOUNT_IDLE_NOTICED, I(id, list[i].id),
		    I(now, now));
		done->announced++;
	}
	return db_write_commit(db);
}

static enum rc
recall(struct account_idle *done, struct db *db, struct mem *mem,
    const char *site, int64_t now)
{
	struct idle list[AT_ONCE];
	size_t n = read_all(list, mem, db_query(db, Q_ACCOUNT_IDLE_RECALLED,
	    I(before, now - (ACCOUNT_NOTICE_DAYS - ACCOUNT_LAST_DAYS) *
	    DATE_DAY), I(limit, AT_ONCE))), i;
	enum rc rc = n == 0 ? RC_OK : db_write_begin(db);

	if (n == 0 || rc != RC_OK)
		return rc;
	for (i = 0; i < n; i++) {
		/* The runner may have slept: seven days are left whatever. */
		tell(db, mem, &list[i], site, now + ACCOUNT_LAST_DAYS *
		    DATE_DAY, "last", now);
		db_run(db, Q_ACCOUNT_IDLE_LAST, I(id, list[i].id),
		    I(now, now));
		done->recalled++;
	}
	return db_write_commit(db);
}

/* --- the end ---------------------------------------------------------------------- */

static enum rc
close_all(struct account_idle *done, struct db *db, struct mem *mem,
    int64_t now)
{
	struct idle list[AT_ONCE];
	size_t n = read_all(list, mem, db_query(db, Q_ACCOUNT_IDLE_ENDED,
	    I(before, now - ACCOUNT_LAST_DAYS * DATE_DAY),
	    I(limit, AT_ONCE))), i;

	for (i = 0; i < n; i++) {
		struct problems why = PROBLEMS_INIT(mem);
		enum rc rc = account_close(db, mem, list[i].id, list[i].id,
		    now, &why);

		if (rc != RC_OK && rc != RC_CONFLICT)
			return rc;
		done->closed += rc == RC_OK;
	}
	return RC_OK;
}

enum rc
account_idle_turn(struct account_idle *done, struct db *db, struct mem *mem,
    const char *site, int64_t months, int64_t now)
{
	enum rc rc;

	*done = (struct account_idle){ 0 };
	if (months == 0)
		return RC_OK;
	rc = close_all(done, db, mem, now);
	if (rc == RC_OK)
		rc = recall(done, db, mem, site, now);
	if (rc == RC_OK)
		rc = announce(done, db, mem, site, months, now);
	return rc;
}
