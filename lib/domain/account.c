/*
 * Getting an account, and getting in: sign-up, links, sign-in.
 * What one does with an account once in is account_self.c.
 */
#include "config.h"

#include "domain/account.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/account_mail.h"
#include "domain/account_private.h"
#include "domain/audit.h"
#include "domain/password.h"
#include "domain/throttle.h"
#include "domain/token.h"

/* --- checks ----------------------------------------------------------------- */

const char *
account_name(struct problems *why, struct mem *mem, const char *typed)
{
	const char *name = text_collapse_spaces(mem, typed);

	if (text_blank(name))
		problem_add(why, "nom", "%s",
		    _("Écrivez votre prénom et votre nom."));
	else if (text_length(name) > ACCOUNT_NAME_MAX ||
	    text_has_control(name) || strstr(name, "://") != NULL)
		problem_add(why, "nom", "%s", _("Écrivez seulement votre prénom "
		    "et votre nom, en cent caractères au plus."));
	return name;
}

const char *
account_email(struct problems *why, struct mem *mem, const char *typed)
{
	const char *email = person_email(mem, typed);

	if (text_blank(typed))
		problem_add(why, "courriel", "%s",
		    _("Écrivez votre adresse électronique."));
	else if (email == NULL)
		problem_add(why, "courriel", "%s", _("Cette adresse n’est pas "
		    "complète. Exemple : prenom.nom@exemple.fr"));
	return email;
}

static const char *
lang_or(const char *lang)
{
	return lang == NULL || *lang == '\0' ? "fr" : lang;
}

/* --- sign-up ------------------------------------------------------------------ */

/* What the link of a sign-up will make. */
static const char *
pending(struct mem *mem, const struct account_new *a, const char *name,
    const char *hash)
{
	struct json_object *data = json_object_new_object();
	const char *text;

	json_put_text(data, "name", name);
	json_put_text(data, "hash", hash);
	json_put_text(data, "lang", lang_or(a->lang));
	text = json_string(mem, data);
	json_object_put(data);
	return text;
}

static void
sign_up_mail(struct db *db, struct mem *mem, const struct account_new *a,
    const char *email, const char *data, const struct account_links *links,
    int64_t now)
{
	struct account_mail mail = { .to = email, .now = now,
	    .lang = lang_or(a->lang) };
	struct token_new token = { .purpose = "confirm", .email = email,
	    .data = data, .next = a->next,
	    .expires_at = now + ACCOUNT_CONFIRM_SECONDS };
	struct person *person;
	const char *text = token_add(db, mem, &token);

	if (person_by_email(&person, db, mem, email, now) == RC_OK) {
		mail.name = person->name;
		mail.lang = person->lang;
		mail.url = links->sign_in;
		mail_already(db, mem, &mail);
	} else {
		mail.url = mem_printf(mem, "%s%s", links->confirm, text);
		mail_confirm(db, mem, &mail);
	}
}

enum rc
account_sign_up(struct db *db, struct mem *mem, const struct account_new *a,
    const struct account_links *links, int64_t now, struct problems *why)
{
	const char *name = account_name(why, mem, a->name);
	const char *email = account_email(why, mem, a->email), *hash;
	enum rc rc;

	password_is_sound(why, mem, "passe", a->password, email, name);
	if (why->count > 0)
		return RC_INVALID;
	hash = password_hash(mem, a->password);
	if (hash == NULL)
		return RC_FAIL;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (token_waiting(db, email, now) < ACCOUNT_TOKENS)
		sign_up_mail(db, mem, a, email, pending(mem, a, name, hash),
		    links, now);
	return db_write_commit(db);
}

/* The account of a proved address, in the caller's write transaction. */
static int64_t
add(struct db *db, const char *email, const char *name, const char *hash,
    const char *lang, bool admin, int64_t now)
{
	int64_t id;

	db_run(db, Q_ACCOUNT_ADD, T(email, email), T(name, name),
	    T(hash, hash), T(lang, lang), I(admin, admin), I(now, now));
	id = db_last_id(db);
	audit_add(db, id, "account_add", 0, NULL, now);
	return id;
}

enum rc
account_add(struct db *db, struct mem *mem, const struct account_new *a,
    bool admin, int64_t now, int64_t *person_id, struct problems *why)
{
	const char *name = account_name(why, mem, a->name);
	const char *email = account_email(why, mem, a->email), *hash = NULL;
	int64_t id;
	enum rc rc;

	if (a->password != NULL)
		password_is_sound(why, mem, "passe", a->password, email, name);
	if (why->count > 0)
		return RC_INVALID;
	if (a->password != NULL &&
	    (hash = password_hash(mem, a->password)) == NULL)
		return RC_FAIL;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	id = add(db, email, name, hash, lang_or(a->lang), admin, now);
	rc = db_write_commit(db);
	if (rc == RC_OK)
		*person_id = id;
	return rc;
}

/* --- links --------------------------------------------------------------------- */

enum rc
account_token_load(struct account_token **out, struct db *db, struct mem *mem,
    const char *text, int64_t now)
{
	struct account_token *a;
	struct json_object *data;
	struct token *t;

	if (token_load(&t, db, mem, text, now) != RC_OK ||
	    strcmp(t->purpose, "invite") == 0)
		return RC_NOT_FOUND;
	a = MEM_NEW(mem, struct account_token);
	a->purpose = t->purpose;
	a->email = t->email;
	a->name = t->name;
	a->next = t->next;
	a->person_id = t->person_id;
	if (a->name == NULL && t->data != NULL && json_parse(&data, t->data,
	    strlen(t->data), 4, NULL) == RC_OK) {
		a->name = mem_strdup(mem, json_text(data, "name"));
		json_object_put(data);
	}
	*out = a;
	return RC_OK;
}

/* RC_CONFLICT when the address has an account by now. */
static enum rc
make_confirmed(struct db *db, struct mem *mem, const struct token *t,
    int64_t now, int64_t *id)
{
	struct json_object *data = NULL;
	struct person *person;
	enum rc rc;

	if (person_by_email(&person, db, mem, t->email, now) == RC_OK)
		return RC_CONFLICT;
	rc = t->data == NULL ? RC_NOT_FOUND : json_parse(&data, t->data,
	    strlen(t->data), 4, NULL);
	if (rc == RC_OK)
		*id = add(db, t->email, json_text_or(data, "name", t->email),
		    json_text(data, "hash"), json_text_or(data, "lang", "fr"),
		    false, now);
	json_object_put(data);
	return rc;
}

static enum rc
use(struct db *db, struct mem *mem, const struct token *t, int64_t now,
    int64_t *id)
{
	enum rc rc = RC_OK;

	*id = t->person_id;
	if (strcmp(t->purpose, "confirm") == 0) {
		rc = make_confirmed(db, mem, t, now, id);
	} else if (strcmp(t->purpose, "sign_in") == 0 && *id != 0) {
		db_run(db, Q_ACCOUNT_PROVED, I(id, *id), I(now, now));
		audit_add(db, *id, "sign_in_link", 0, NULL, now);
	} else if (strcmp(t->purpose, "email") == 0 && *id != 0) {
		db_run(db, Q_ACCOUNT_EMAIL_PUT, I(id, *id),
		    T(email, t->email), I(now, now));
		audit_add(db, *id, "email_change", 0, NULL, now);
	} else {
		rc = RC_NOT_FOUND;
	}
	if (rc == RC_OK && !token_use(db, t, now))
		rc = RC_NOT_FOUND;
	return rc;
}

enum rc
account_token_use(struct db *db, struct mem *mem, const char *text,
    int64_t now, int64_t *person_id, const char **next)
{
	struct token *t;
	int64_t id = 0;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = token_load(&t, db, mem, text, now);
	if (rc == RC_OK)
		rc = use(db, mem, t, now, &id);
	rc = db_write_end(db, rc);
	if (rc == RC_OK) {
		*person_id = id;
		*next = t->next;
	}
	return rc;
}

/* A message for the address, with a link if it has an account. */
static enum rc
ask(struct db *db, struct mem *mem, const char *typed, const char *lang,
    struct token_new *token, const char *url, account_mail_fn *with,
    const struct account_links *links, int64_t now)
{
	struct account_mail mail = { .lang = lang_or(lang), .now = now };
	struct person *person;
	const char *text;
	enum rc rc;

	mail.to = token->email = person_email(mem, typed);
	if (mail.to == NULL)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (token_waiting(db, mail.to, now) >= ACCOUNT_TOKENS)
		return db_write_commit(db);
	rc = person_by_email(&person, db, mem, mail.to, now);
	if (rc == RC_OK) {
		token->person_id = person->id;
		mail.name = person->name;
		mail.lang = person->lang;
	}
	text = token_add(db, mem, token);
	mail.url = rc == RC_OK ? mem_printf(mem, "%s%s", url, text) :
	    links->sign_up;
	(rc == RC_OK ? with : mail_no_account)(db, mem, &mail);
	return db_write_commit(db);
}

enum rc
account_link_ask(struct db *db, struct mem *mem, const char *email,
    const char *lang, const char *next, const struct account_links *links,
    int64_t now)
{
	struct token_new token = { .purpose = "sign_in", .next = next,
	    .expires_at = now + ACCOUNT_LINK_SECONDS };

	return ask(db, mem, email, lang, &token, links->link, mail_link, links,
	    now);
}

enum rc
account_reset_ask(struct db *db, struct mem *mem, const char *email,
    const char *lang, const struct account_links *links, int64_t now)
{
	struct token_new token = { .purpose = "password",
	    .expires_at = now + ACCOUNT_RESET_SECONDS };

	return ask(db, mem, email, lang, &token, links->reset, mail_reset,
	    links, now);
}

/* --- sign-in -------------------------------------------------------------------- */

/* The id of an open account and its hash (NULL when none); 0 for nobody. */
static int64_t
secret(const char **hash, struct db *db, struct mem *mem, const char *email)
{
	struct stmt *s = db_query(db, Q_ACCOUNT_SECRET, T(email, email));
	int64_t id = 0;

	*hash = NULL;
	if (stmt_step(s)) {
		if (stmt_null(s, "closed_at")) {
			id = stmt_int(s, "id");
			*hash = stmt_str(s, mem, "password_hash");
		}
		stmt_done(s);
	}
	return id;
}

enum rc
account_sign_in(struct db *db, struct mem *mem, const char *typed,
    const char *password, const char *address, int64_t now,
    int64_t *person_id, int64_t *wait_s)
{
	const char *email = person_email(mem, typed), *hash, *better = NULL;
	int64_t id;
	enum rc rc;

	if (email == NULL)
		email = typed;
	rc = throttle_check(db, mem, email, address, now, wait_s);
	if (rc != RC_OK)
		return rc;
	id = secret(&hash, db, mem, email);
	if (!password_is(hash, password)) {
		rc = throttle_fail(db, mem, email, address, now);
		return rc == RC_OK ? RC_DENIED : rc;
	}
	if (password_is_old(hash))
		better = password_hash(mem, password);
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	throttle_forget(db, mem, email);
	if (better != NULL)
		db_run(db, Q_ACCOUNT_HASH_PUT, I(id, id), T(hash, better));
	audit_add(db, id, "sign_in", 0, NULL, now);
	rc = db_write_commit(db);
	if (rc == RC_OK)
		*person_id = id;
	return rc;
}
