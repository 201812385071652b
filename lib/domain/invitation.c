/*
 * Inviting and answering.
 * It makes no account: who has none signs up first, then answers.
 */
#include "config.h"

#include "domain/invitation.h"

#include <inttypes.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/account_mail.h"
#include "domain/audit.h"
#include "domain/organisation.h"
#include "domain/right.h"

#define LIST_MAX	100
#define WAITING_MAX	20	/* invitations for one address */
#define A_DAY		100	/* of one person, sent again included */

/* --- looking ---------------------------------------------------------------- */

static void
row(struct invitation *i, struct mem *mem, struct stmt *s)
{
	const char *name;

	i->id = stmt_int(s, "id");
	i->email = stmt_str(s, mem, "email");
	i->organisation_id = stmt_int(s, "organisation_id");
	i->dossier_id = stmt_int(s, "dossier_id");
	i->role = stmt_str(s, mem, "role");
	i->scope.kind = stmt_str(s, mem, "scope_kind");
	i->scope.id = stmt_int(s, "scope_id");
	i->scope.platform_id = stmt_int(s, "platform_id");
	i->created_at = stmt_int(s, "created_at");
	i->ends_at = i->created_at + INVITATION_SECONDS;
	i->answer = stmt_str(s, mem, "answer");
	i->by_name = stmt_str(s, mem, "by_name");
	i->by_id = stmt_int(s, "invited_by");
	i->title = stmt_str(s, mem, "title");
	name = stmt_str(s, mem, "scope_name");
	if (i->scope.kind != NULL)
		i->title = scope_words(mem, i->scope.kind, name,
		    stmt_text(s, "scope_parent"));
	i->role_label = stmt_str(s, mem, "role_label");
	if (i->role_label == NULL)
		i->role_label = right_role_label(i->role);
	if (i->role_label == NULL)
		i->role_label = i->role;
	if (i->title == NULL)
		i->title = "";
}

static size_t
rows(struct invitation **out, struct mem *mem, struct stmt *s)
{
	struct invitation *list = MEM_ARRAY(mem, LIST_MAX, struct invitation);
	size_t n = 0;

	while (n < LIST_MAX && stmt_step(s))
		row(&list[n++], mem, s);
	stmt_done(s);
	*out = list;
	return n;
}

size_t
invitation_of_person(struct invitation **out, struct db *db, struct mem *mem,
    const struct person *p, int64_t now)
{
	*out = NULL;
	if (p->confirmed_at == 0)
		return 0;
	return rows(out, mem, db_query(db, Q_INVITATION_OF_EMAIL,
	    T(email, p->email), I(since, now - INVITATION_SECONDS)));
}

size_t
invitation_of_organisation(struct invitation **out, struct db *db,
    struct mem *mem, int64_t organisation_id, int64_t now)
{
	return rows(out, mem, db_query(db, Q_INVITATION_OF_ORGANISATION,
	    I(organisation, organisation_id),
	    I(since, now - INVITATION_SECONDS)));
}

size_t
invitation_of_dossier(struct invitation **out, struct db *db,
    struct mem *mem, int64_t dossier_id, int64_t now)
{
	return rows(out, mem, db_query(db, Q_INVITATION_OF_DOSSIER,
	    I(dossier, dossier_id), I(since, now - INVITATION_SECONDS)));
}

size_t
invitation_of_platform(struct invitation **out, struct db *db,
    struct mem *mem, int64_t platform_id, int64_t now)
{
	return rows(out, mem, db_query(db, Q_INVITATION_OF_PLATFORM,
	    I(platform, platform_id), I(since, now - INVITATION_SECONDS)));
}

static struct invitation *
by_id(struct db *db, struct mem *mem, int64_t id)
{
	struct stmt *s = db_query(db, Q_INVITATION_BY_ID, I(id, id));
	struct invitation *i;

	if (!stmt_step(s))
		return NULL;
	i = MEM_NEW(mem, struct invitation);
	row(i, mem, s);
	stmt_done(s);
	return i;
}

enum rc
invitation_load(struct invitation **out, struct db *db, struct mem *mem,
    int64_t id, const struct person *p, int64_t now)
{
	struct invitation *i = by_id(db, mem, id);

	if (i == NULL || i->answer != NULL || i->ends_at <= now ||
	    p->confirmed_at == 0 || strcmp(i->email, p->email) != 0)
		return RC_NOT_FOUND;
	*out = i;
	return RC_OK;
}

/* --- inviting ------------------------------------------------------------------ */

static void
audit(struct db *db, const char *event, const struct invitation *i,
    int64_t by_id, int64_t now)
{
	struct json_object *detail = json_object_new_object();

	json_put_int(detail, "invitation", i->id);
	json_put_text(detail, "role", i->role);
	if (i->organisation_id != 0)
		json_put_int(detail, "organisation", i->organisation_id);
	if (i->dossier_id != 0)
		json_put_int(detail, "dossier", i->dossier_id);
	audit_add(db, by_id, event, i->scope.platform_id, detail, now);
	json_object_put(detail);
}

/* The row; i->id is set. */
static void
put(struct db *db, struct invitation *i, const struct person *by, int64_t now)
{
	db_run(db, Q_INVITATION_DROP_SAME, T(email, i->email),
	    ID(organisation, i->organisation_id), ID(dossier, i->dossier_id),
	    T(scope_kind, i->scope.kind), i->scope.kind == NULL ? NIL(scope) :
	    I(scope, i->scope.id), T(role, i->role));
	db_run(db, Q_INVITATION_ADD, T(email, i->email),
	    ID(organisation, i->organisation_id), ID(dossier, i->dossier_id),
	    T(role, i->role), T(scope_kind, i->scope.kind),
	    i->scope.kind == NULL ? NIL(scope) : I(scope, i->scope.id),
	    ID(platform, i->scope.platform_id), I(by, by->id), I(now, now));
	i->id = db_last_id(db);
	audit(db, "invite", i, by->id, now);
}

/* The message, in the language of the account if there is one. */
static void
send(struct db *db, struct mem *mem, const struct invitation *i,
    const struct person *by, const char *url, int64_t now)
{
	struct account_mail mail = { .to = i->email, .lang = by->lang,
	    .detail = i->title, .now = now };
	struct person *p;

	mail.url = mem_printf(mem, "%s%" PRId64, url, i->id);
	if (person_by_email(&p, db, mem, i->email, now) == RC_OK) {
		mail.name = p->name;
		mail.lang = p->lang;
	}
	if (i->scope.kind != NULL)
		mail_invite_role(db, mem, &mail, by->name, grant_role_label(db,
		    mem, i->role, i->scope.platform_id));
	else if (i->dossier_id != 0)
		mail_invite_dossier(db, mem, &mail, by->name);
	else
		mail_invite_organisation(db, mem, &mail, by->name);
}

static enum rc
invite(struct db *db, struct mem *mem, struct invitation *i,
    const char *typed, const struct person *by, const char *url, int64_t now,
    struct problems *why)
{
	struct invitation *waiting;
	struct person to = { .confirmed_at = 1 };
	enum rc rc;

	i->email = to.email = person_email(mem, typed);
	if (i->email == NULL)
		problem_add(why, "courriel", "%s", _("Cette adresse n’est pas "
		    "complète. Exemple : prenom.nom@exemple.fr"));
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (audit_count(db, by->id, "invite", now - DATE_DAY) >= A_DAY ||
	    invitation_of_person(&waiting, db, mem, &to, now) >= WAITING_MAX)
		return db_write_end(db, RC_BUSY);
	put(db, i, by, now);
	send(db, mem, i, by, url, now);
	return db_write_commit(db);
}

static bool
is_one_of(const char *role, const char *const *roles, struct problems *why)
{
	for (; role != NULL && *roles != NULL; roles++)
		if (strcmp(*roles, role) == 0)
			return true;
	problem_add(why, "role", "%s", _("Choisissez un rôle dans la liste."));
	return false;
}

enum rc
invite_to_organisation(struct db *db, struct mem *mem,
    int64_t organisation_id, const char *email, const char *role,
    const struct person *by, const char *url, int64_t now,
    struct problems *why)
{
	static const char *const roles[] = { "member", "administrator", NULL };
	struct invitation i = { .organisation_id = organisation_id,
	    .role = role };
	struct organisation *o;

	is_one_of(role, roles, why);
	if (organisation_load_id(&o, db, mem, organisation_id) != RC_OK)
		return RC_NOT_FOUND;
	i.title = o->name;
	return invite(db, mem, &i, email, by, url, now, why);
}

enum rc
invite_to_dossier(struct db *db, struct mem *mem, int64_t dossier_id,
    const char *email, const char *level, const struct person *by,
    const char *url, int64_t now, struct problems *why)
{
	static const char *const levels[] = { "view", "comment", "edit",
	    "submit", NULL };
	struct scope scope = { "dossier", dossier_id, 0 };
	struct invitation i = { .dossier_id = dossier_id, .role = level };

	is_one_of(level, levels, why);
	i.title = scope_label(db, mem, &scope);
	return invite(db, mem, &i, email, by, url, now, why);
}

enum rc
invite_to_role(struct db *db, struct mem *mem, const struct scope *scope,
    const char *email, const char *role, const struct person *by,
    const char *url, int64_t now, struct problems *why)
{
	struct invitation i = { .scope = *scope, .role = role };

	grant_is_sound(db, role, scope, why);
	i.title = scope_label(db, mem, scope);
	return invite(db, mem, &i, email, by, url, now, why);
}

/* Inside a write transaction: the role, and the message that tells it. */
static void
give(struct db *db, struct mem *mem, const struct scope *scope,
    const struct person *to, const char *role, int64_t ends_at,
    const struct person *by, const char *site_url, int64_t now)
{
	struct account_mail mail = { .to = to->email, .name = to->name,
	    .lang = to->lang, .url = site_url, .now = now };

	grant_put(db, to->id, role, scope, ends_at, by->id, now);
	mail.detail = scope_label(db, mem, scope);
	mail_role_given(db, mem, &mail, grant_role_label(db, mem, role,
	    scope->platform_id));
}

enum rc
role_offer(struct db *db, struct mem *mem, const struct scope *scope,
    const char *email, const char *role, int64_t ends_at,
    const struct person *by, const char *site_url, const char *url,
    int64_t now, bool *given, struct problems *why)
{
	struct person *to;
	enum rc rc;

	if (person_by_email(&to, db, mem, email, now) != RC_OK) {
		*given = false;
		return invite_to_role(db, mem, scope, email, role, by, url,
		    now, why);
	}
	grant_is_sound(db, role, scope, why);
	if (ends_at != 0 && ends_at <= now)
		problem_add(why, "fin", "%s",
		    _("Cette date est déjà passée."));
	if (why->count > 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	give(db, mem, scope, to, role, ends_at, by, site_url, now);
	*given = true;
	return db_write_commit(db);
}

/* --- answering ----------------------------------------------------------------- */

/* What was offered is given by who may still give it when it is taken: whoever
 * was put out of a body brings nobody in, under another name neither. */
static bool
still_given(struct db *db, struct mem *mem, const struct invitation *i,
    int64_t now)
{
	enum right right = i->organisation_id != 0 ? RIGHT_ORGANISATION_MANAGE :
	    i->dossier_id != 0 ? RIGHT_DOSSIER_MANAGE : RIGHT_COMMUNITY;
	struct person *by;
	struct object o;
	enum rc rc;

	if (person_load(&by, db, mem, i->by_id, now) != RC_OK)
		return false;
	rc = i->organisation_id != 0 ?
	    object_organisation(db, i->organisation_id, &o) :
	    i->dossier_id != 0 ? object_dossier(db, i->dossier_id, &o) :
	    object_platform(db, i->scope.platform_id, &o);
	return rc == RC_OK && right_may(db, by, right, &o);
}

/* Inside a write transaction. */
static void
join(struct db *db, const struct invitation *i, const struct person *p,
    int64_t now)
{
	if (i->organisation_id != 0)
		db_run(db, Q_MEMBERSHIP_JOIN,
		    I(organisation, i->organisation_id), I(person, p->id),
		    T(role, i->role), I(now, now));
	else if (i->dossier_id != 0)
		db_run(db, Q_INVITATION_JOIN_DOSSIER, I(dossier, i->dossier_id),
		    I(person, p->id), T(level, i->role), I(now, now));
	else
		grant_put(db, p->id, i->role, &i->scope, 0, i->by_id, now);
}

enum rc
invitation_answer(struct db *db, struct mem *mem, int64_t id,
    const struct person *p, bool accept, int64_t now)
{
	struct invitation *i;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = invitation_load(&i, db, mem, id, p, now);
	if (rc == RC_OK && accept && !still_given(db, mem, i, now))
		rc = RC_NOT_FOUND;
	if (rc == RC_OK) {
		db_run(db, Q_INVITATION_ANSWER, I(id, id), I(now, now),
		    T(answer, accept ? "accepted" : "refused"));
		if (accept)
			join(db, i, p, now);
		audit(db, accept ? "invite_accept" : "invite_refuse", i, p->id,
		    now);
	}
	return db_write_end(db, rc);
}

enum rc
invitation_cancel(struct db *db, struct mem *mem, int64_t id,
    int64_t organisation_id, int64_t dossier_id, int64_t platform_id,
    const struct person *by, int64_t now)
{
	struct invitation *i;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	i = by_id(db, mem, id);
	if (i == NULL || i->organisation_id != organisation_id ||
	    i->dossier_id != dossier_id || i->scope.platform_id != platform_id ||
	    db_run(db, Q_INVITATION_DROP, I(id, id)) == 0)
		rc = RC_NOT_FOUND;
	else
		audit(db, "invite_cancel", i, by->id, now);
	return db_write_end(db, rc);
}
