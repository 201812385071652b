/*
 * One's own account, once in: password, profile, address, sessions, leaving.
 */
#include "config.h"

#include "domain/account.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/account_mail.h"
#include "domain/account_private.h"
#include "domain/audit.h"
#include "domain/listening.h"
#include "domain/password.h"
#include "domain/throttle.h"
#include "domain/token.h"

#define PHONE_MAX	30
#define SESSIONS_MAX	50

enum rc
account_load(struct account **out, struct db *db, struct mem *mem, int64_t id)
{
	struct stmt *s = db_query(db, Q_ACCOUNT_BY_ID, I(id, id));
	struct account *a;

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	a = MEM_NEW(mem, struct account);
	a->email = stmt_str(s, mem, "email");
	a->name = stmt_str(s, mem, "name");
	a->lang = stmt_str(s, mem, "lang");
	a->phone = stmt_str(s, mem, "phone");
	a->has_password = stmt_bool(s, "has_password");
	a->reminders = stmt_bool(s, "reminders");
	a->comments = stmt_str(s, mem, "comments");
	a->created_at = stmt_int(s, "created_at");
	stmt_done(s);
	*out = a;
	return RC_OK;
}

static const char *
hash_of(struct db *db, struct mem *mem, int64_t id)
{
	struct stmt *s = db_query(db, Q_ACCOUNT_SECRET_BY_ID, I(id, id));
	const char *hash = NULL;

	if (stmt_step(s)) {
		hash = stmt_str(s, mem, "password_hash");
		stmt_done(s);
	}
	return hash;
}

bool
account_has_password(struct db *db, int64_t person_id)
{
	struct mem *mem = mem_new();
	bool has = hash_of(db, mem, person_id) != NULL;

	mem_free(mem);
	return has;
}

/* --- passwords -------------------------------------------------------------- */

/* Inside a write transaction: the new hash, the sessions and links it ends (one
 * to another address too), the mail. */
static void
put_password(struct db *db, struct mem *mem, const struct person *p,
    const char *hash, int64_t keep_session, int64_t now)
{
	struct account_mail mail = { .to = p->email, .name = p->name,
	    .lang = p->lang, .now = now };

	db_run(db, Q_ACCOUNT_HASH_PUT, I(id, p->id), T(hash, hash));
	db_run(db, Q_SESSION_DROP_PERSON, I(person, p->id),
	    I(keep, keep_session));
	db_run(db, Q_ACCOUNT_CLOSE_TOKENS, I(id, p->id));
	throttle_forget(db, mem, p->email);
	audit_add(db, p->id, "password_change", 0, NULL, now);
	mail_password_changed(db, mem, &mail);
}

enum rc
account_reset(struct db *db, struct mem *mem, const char *text,
    const char *password, int64_t now, int64_t *person_id,
    struct problems *why)
{
	struct person *p = NULL;
	struct token *t;
	const char *hash;
	enum rc rc;

	if (token_load(&t, db, mem, text, now) != RC_OK ||
	    strcmp(t->purpose, "password") != 0 || t->person_id == 0)
		return RC_NOT_FOUND;
	rc = person_load(&p, db, mem, t->person_id, now);
	if (rc != RC_OK)
		return rc;
	if (!password_is_sound(why, mem, "passe", password, p->email, p->name))
		return RC_INVALID;
	hash = password_hash(mem, password);
	if (hash == NULL)
		return RC_FAIL;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (token_use(db, t, now)) {
		db_run(db, Q_ACCOUNT_PROVED, I(id, p->id), I(now, now));
		put_password(db, mem, p, hash, 0, now);
	} else {
		rc = RC_NOT_FOUND;
	}
	rc = db_write_end(db, rc);
	if (rc == RC_OK)
		*person_id = p->id;
	return rc;
}

enum rc
account_check(struct db *db, struct mem *mem, const struct person *p,
    const char *current, const char *address, int64_t now,
    struct problems *why)
{
	const char *hash = hash_of(db, mem, p->id);
	int64_t wait = 0;
	enum rc rc;

	if (hash == NULL)
		return RC_OK;
	rc = throttle_check(db, mem, p->email, address, now, &wait);
	if (rc != RC_OK) {
		problem_add(why, "actuel", ngettext("Trop d’essais : attendez "
		    "%d seconde.", "Trop d’essais : attendez %d secondes.",
		    (unsigned long)wait), (int)wait);
		return rc;
	}
	if (current != NULL && password_is(hash, current))
		return RC_OK;
	problem_add(why, "actuel", "%s",
	    _("Ce n’est pas votre mot de passe actuel."));
	rc = throttle_fail(db, mem, p->email, address, now);
	return rc == RC_OK ? RC_INVALID : rc;
}

enum rc
account_password(struct db *db, struct mem *mem, const struct person *p,
    const char *current, const char *password, int64_t keep_session,
    const char *address, int64_t now, struct problems *why)
{
	const char *hash;
	enum rc rc = account_check(db, mem, p, current, address, now, why);

	if (rc != RC_OK)
		return rc;
	if (!password_is_sound(why, mem, "passe", password, p->email, p->name))
		return RC_INVALID;
	hash = password_hash(mem, password);
	if (hash == NULL)
		return RC_FAIL;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	put_password(db, mem, p, hash, keep_session, now);
	return db_write_commit(db);
}

/* --- profile ------------------------------------------------------------------ */

enum rc
account_profile(struct db *db, struct mem *mem, const struct person *p,
    const char *typed_name, const char *typed_phone, const char *lang,
    int64_t now, struct problems *why)
{
	const char *name = account_name(why, mem, typed_name);
	const char *phone = text_collapse_spaces(mem, typed_phone);
	enum rc rc;

	if (text_length(phone) > PHONE_MAX ||
	    phone[strspn(phone, "0123456789+ .()-")] != '\0')
		problem_add(why, "telephone", "%s", _("Écrivez un numéro de "
		    "téléphone. Exemple : 02 62 12 34 56"));
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	db_run(db, Q_ACCOUNT_PROFILE_PUT, I(id, p->id), T(name, name),
	    T(phone, *phone == '\0' ? NULL : phone), T(lang, lang));
	audit_add(db, p->id, "profile", 0, NULL, now);
	return db_write_commit(db);
}

enum rc
account_mails(struct db *db, const struct person *p, bool reminders,
    const char *comments)
{
	return db_write_run(db, RC_OK, Q_ACCOUNT_MAILS_PUT, I(id, p->id),
	    I(reminders, reminders), T(comments, comments));
}

enum rc
account_email_ask(struct db *db, struct mem *mem, const struct person *p,
    const char *typed, const struct account_links *links, int64_t now,
    struct problems *why)
{
	struct account_mail mail = { .name = p->name, .lang = p->lang,
	    .now = now };
	struct token_new token = { .purpose = "email", .person_id = p->id,
	    .expires_at = now + ACCOUNT_CONFIRM_SECONDS };
	struct person *other;
	enum rc rc;

	token.email = account_email(why, mem, typed);
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	mail.to = p->email;
	mail.detail = token.email;
	mail_email_old(db, mem, &mail);
	if (token_waiting(db, token.email, now) < ACCOUNT_TOKENS) {
		mail.to = token.email;
		mail.url = mem_printf(mem, "%s%s", links->confirm,
		    token_add(db, mem, &token));
		if (person_by_email(&other, db, mem, token.email, now) == RC_OK) {
			mail.name = other->name;
			mail.lang = other->lang;
			mail.url = links->sign_in;
			mail_already(db, mem, &mail);
		} else {
			mail_email_new(db, mem, &mail);
		}
	}
	return db_write_commit(db);
}

/* --- sessions ------------------------------------------------------------------- */

size_t
account_sessions(struct account_session **out, struct db *db, struct mem *mem,
    int64_t person_id, int64_t now)
{
	struct account_session *list = MEM_ARRAY(mem, SESSIONS_MAX,
	    struct account_session);
	struct stmt *s = db_query(db, Q_SESSION_BY_PERSON,
	    I(person, person_id), I(now, now));
	size_t n = 0;

	while (n < SESSIONS_MAX && stmt_step(s)) {
		list[n].id = stmt_int(s, "id");
		list[n].address = stmt_str(s, mem, "address");
		list[n].agent = stmt_str(s, mem, "agent");
		list[n].created_at = stmt_int(s, "created_at");
		list[n].seen_at = stmt_int(s, "seen_at");
		n++;
	}
	stmt_done(s);
	*out = list;
	return n;
}

enum rc
account_session_end(struct db *db, const struct person *p, int64_t id,
    int64_t keep_id, int64_t now)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (id == 0)
		db_run(db, Q_SESSION_DROP_PERSON, I(person, p->id),
		    I(keep, keep_id));
	else if (db_run(db, Q_SESSION_DROP, I(id, id), I(person, p->id)) == 0)
		rc = RC_NOT_FOUND;
	if (rc == RC_OK)
		audit_add(db, p->id, "sign_out_elsewhere", 0, NULL, now);
	return db_write_end(db, rc);
}

/* --- leaving -------------------------------------------------------------------- */

static void
refuse_if_alone(struct db *db, struct problems *why, int64_t id)
{
	struct stmt *s = db_query(db, Q_ACCOUNT_ALONE_IN, I(id, id));

	while (stmt_step(s))
		problem_add(why, "compte", _("Vous êtes seul à administrer "
		    "« %s » : nommez d’abord quelqu’un d’autre."),
		    stmt_text(s, "name"));
	s = db_query(db, Q_ACCOUNT_ALONE_ON, I(id, id));
	while (stmt_step(s))
		problem_add(why, "compte", _("Vous êtes seul à administrer la "
		    "plateforme « %s » : nommez d’abord quelqu’un d’autre."),
		    stmt_text(s, "name"));
}

enum rc
account_close(struct db *db, struct mem *mem, int64_t id, int64_t by_id,
    int64_t now, struct problems *why)
{
	struct account_mail mail = { .now = now };
	struct person *p;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = person_load(&p, db, mem, id, now);
	if (rc == RC_OK)
		refuse_if_alone(db, why, id);
	if (rc == RC_OK && why->count > 0)
		rc = RC_CONFLICT;
	if (rc != RC_OK)
		return db_write_end(db, rc);
	mail.to = p->email;
	mail.name = p->name;
	mail.lang = p->lang;
	mail_closed(db, mem, &mail);
	db_run(db, Q_ACCOUNT_CLOSE_DRAFTS, I(id, id), I(now, now));
	/* While roles and memberships still say whom they go to. */
	listening_leave_all(db, mem, p, now);
	db_run(db, Q_ACCOUNT_CLOSE_GRANTS, I(id, id));
	db_run(db, Q_ACCOUNT_CLOSE_BACKINGS, I(id, id));
	db_run(db, Q_ACCOUNT_CLOSE_MEMBERSHIPS, I(id, id));
	db_run(db, Q_ACCOUNT_CLOSE_DOSSIERS, I(id, id));
	db_run(db, Q_ACCOUNT_CLOSE_VAULT, I(id, id), I(now, now));
	db_run(db, Q_ACCOUNT_CLOSE_SENDINGS, I(id, id));
	db_run(db, Q_ACCOUNT_CLOSE_TOKENS, I(id, id));
	db_run(db, Q_SESSION_DROP_PERSON, I(person, id), I(keep, 0));
	db_run(db, Q_ACCOUNT_CLOSE, I(id, id), T(name, _("Compte fermé")),
	    I(now, now));
	audit_add(db, by_id, "account_close", 0, NULL, now);
	return db_write_commit(db);
}
