/*
 * Who belongs to an organisation. Joining is by invitation (invitation.c).
 */
#include "config.h"

#include "domain/organisation.h"

#include <inttypes.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "domain/audit.h"
#include "domain/mail.h"

#define MEMBERS_MAX	500

size_t
organisation_members(struct member **out, struct db *db, struct mem *mem,
    int64_t organisation_id)
{
	struct stmt *s;
	struct member *list, *m;
	size_t n = 0, room;

	room = (size_t)db_int(db, 0, Q_MEMBERSHIP_COUNT,
	    I(organisation, organisation_id));
	if (room > MEMBERS_MAX)
		room = MEMBERS_MAX;
	list = MEM_ARRAY(mem, room + 1, struct member);
	s = db_query(db, Q_MEMBERSHIP_LIST, I(organisation, organisation_id));
	while (n < room && stmt_step(s)) {
		m = &list[n++];
		m->person_id = stmt_int(s, "person_id");
		m->name = stmt_str(s, mem, "name");
		m->email = stmt_str(s, mem, "email");
		m->administrator = strcmp(stmt_text(s, "role"),
		    "administrator") == 0;
		m->title = stmt_str(s, mem, "title");
		m->since_at = stmt_int(s, "since_at");
	}
	stmt_done(s);
	*out = list;
	return n;
}

/* Inside a write transaction: NULL when not a member. */
static const char *
role_of(struct db *db, struct mem *mem, int64_t organisation_id,
    int64_t person_id)
{
	struct stmt *s = db_query(db, Q_MEMBERSHIP_ROLE,
	    I(organisation, organisation_id), I(person, person_id));
	const char *role = NULL;

	if (stmt_step(s)) {
		role = stmt_str(s, mem, "role");
		stmt_done(s);
	}
	return role;
}

/* May this person stop being an administrator? */
static enum rc
check_not_last(struct db *db, int64_t organisation_id, const char *role,
    bool leaves)
{
	int64_t others = db_int(db, 0, Q_MEMBERSHIP_COUNT,
	    I(organisation, organisation_id)) - 1;

	if (strcmp(role, "administrator") != 0 ||
	    db_int(db, 0, Q_MEMBERSHIP_ADMINISTRATORS,
		I(organisation, organisation_id)) > 1)
		return RC_OK;
	return leaves && others == 0 ? RC_OK : RC_CONFLICT;
}

static void
audit(struct db *db, const char *event, int64_t organisation_id,
    int64_t person_id, const struct person *by, int64_t now)
{
	struct json_object *detail = json_object_new_object();

	json_put_int(detail, "organisation", organisation_id);
	json_put_int(detail, "person", person_id);
	audit_add(db, by->id, event, 0, detail, now);
	json_object_put(detail);
}

enum rc
membership_set(struct db *db, struct mem *mem, int64_t organisation_id,
    int64_t person_id, bool administrator, const struct person *by,
    int64_t now)
{
	const char *role;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	role = role_of(db, mem, organisation_id, person_id);
	if (role == NULL)
		rc = RC_NOT_FOUND;
	else if (!administrator)
		rc = check_not_last(db, organisation_id, role, false);
	if (rc == RC_OK) {
		db_run(db, Q_MEMBERSHIP_PUT, I(organisation, organisation_id),
		    I(person, person_id), T(role, administrator ?
		    "administrator" : "member"), NIL(title), I(now, now));
		audit(db, administrator ? "member_administrator" :
		    "member_plain", organisation_id, person_id, by, now);
	}
	return db_write_end(db, rc);
}

enum rc
membership_end(struct db *db, struct mem *mem, int64_t organisation_id,
    int64_t person_id, const struct person *by, int64_t now)
{
	const char *role;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	role = role_of(db, mem, organisation_id, person_id);
	rc = role == NULL ? RC_NOT_FOUND :
	    check_not_last(db, organisation_id, role, true);
	if (rc == RC_OK) {
		db_run(db, Q_MEMBERSHIP_DROP, I(organisation, organisation_id),
		    I(person, person_id));
		audit(db, "member_end", organisation_id, person_id, by, now);
	}
	return db_write_end(db, rc);
}

/* One administrator's mail, in their language. */
static void
ask_mail(struct db *db, struct mem *mem, struct stmt *s,
    const struct organisation *o, const struct person *who, const char *url,
    int64_t now)
{
	const char *before = lang_get();
	struct mail mail = { .reply_to = who->email };

	lang_set(stmt_text(s, "lang"));
	mail.to = stmt_str(s, mem, "email");
	mail.to_name = stmt_str(s, mem, "name");
	mail.subject = mem_printf(mem, _("%s aimerait rejoindre « %s »"),
	    who->name, o->name);
	mail.body = mem_printf(mem, _("Bonjour %s,\n\n%s (%s) aimerait "
	    "rejoindre « %s ». Si vous connaissez cette personne, invitez-la "
	    "depuis la page de l’organisation :\n\n%s\n\nSinon, il n’y a rien "
	    "à faire.\n"), mail.to_name, who->name, who->email, o->name, url);
	mail.key = mem_printf(mem, "join %" PRId64 " %" PRId64 " %" PRId64
	    " %s", o->id, who->id, now / DATE_DAY, mail.to);
	mail_add(db, &mail, now);
	lang_set(before);
}

enum rc
membership_ask(struct db *db, struct mem *mem, int64_t organisation_id,
    const struct person *who, const char *url, int64_t now)
{
	struct organisation *o;
	struct stmt *s;
	enum rc rc = organisation_load_id(&o, db, mem, organisation_id);

	if (rc != RC_OK || (rc = db_write_begin(db)) != RC_OK)
		return rc;
	s = db_query(db, Q_ORGANISATION_ADMINISTRATORS,
	    I(organisation, organisation_id));
	while (stmt_step(s))
		ask_mail(db, mem, s, o, who, url, now);
	audit(db, "member_ask", organisation_id, who->id, who, now);
	return db_write_commit(db);
}
