/*
 * Rows of role_grant: given, taken back, listed.
 */
#include "config.h"

#include "domain/grant.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "domain/audit.h"
#include "domain/right.h"

#define ABOVE_MAX	200
#define PERSON_MAX	1000

/* --- looking -------------------------------------------------------------------- */

static void
row(struct grant *g, struct stmt *s, struct mem *mem)
{
	const char *name;

	g->id = stmt_int(s, "id");
	g->person_id = stmt_int(s, "person_id");
	g->person_name = stmt_str(s, mem, "person_name");
	g->person_email = stmt_str(s, mem, "person_email");
	g->role = stmt_str(s, mem, "role");
	g->role_label = stmt_str(s, mem, "role_label");
	if (g->role_label == NULL)
		g->role_label = right_role_label(g->role);
	if (g->role_label == NULL)
		g->role_label = g->role;
	g->scope.kind = stmt_str(s, mem, "scope_kind");
	g->scope.id = stmt_int(s, "scope_id");
	name = stmt_str(s, mem, "scope_name");
	g->where = scope_words(mem, g->scope.kind, name,
	    stmt_text(s, "scope_parent"));
	g->scope.platform_id = stmt_int(s, "platform_id");
	g->granted_at = stmt_int(s, "granted_at");
	g->ends_at = stmt_int(s, "ends_at");
	g->granted_by = stmt_str(s, mem, "granted_by");
}

/* The rows of a statement, the array grown in the arena. */
static size_t
rows(struct grant **out, struct stmt *s, struct mem *mem)
{
	struct grant *list = NULL, *more;
	size_t n = 0, room = 0;

	while (stmt_step(s)) {
		if (n == room) {
			room = room == 0 ? 16 : room * 2;
			more = MEM_ARRAY(mem, room, struct grant);
			if (n > 0)
				memcpy(more, list, n * sizeof(*list));
			list = more;
		}
		row(&list[n++], s, mem);
	}
	*out = list;
	return n;
}

int64_t
grant_find(struct db *db, int64_t person_id, const char *role,
    const struct scope *scope)
{
	return db_int(db, 0, Q_GRANT_FIND, I(person, person_id), T(role, role),
	    T(kind, scope->kind), I(scope, scope->id),
	    I(platform, scope->platform_id));
}

enum rc
grant_load(struct grant **out, struct db *db, struct mem *mem, int64_t id)
{
	return rows(out, db_query(db, Q_GRANT_BY_ID, I(id, id)), mem) == 1 ?
	    RC_OK : RC_NOT_FOUND;
}

size_t
grant_list(struct grant **out, struct db *db, struct mem *mem,
    const struct grant_filter *f, int limit)
{
	const char *after = f->after_role, *last = f->role;
	int64_t after_id = f->after_id;

	if (after == NULL) {
		after = f->role == NULL ? "" : f->role;
		after_id = 0;
	}
	if (last == NULL)
		last = "~";	/* after every name of a role */
	if (f->platform_id == 0)
		return rows(out, db_query(db, Q_GRANT_ALL,
		    T(after_role, after), I(after, after_id),
		    T(last_role, last), T(kind, f->scope_kind),
		    I(limit, limit)), mem);
	return rows(out, db_query(db, Q_GRANT_BY_PLATFORM,
	    I(platform, f->platform_id), T(after_role, after),
	    I(after, after_id), T(last_role, last), T(kind, f->scope_kind),
	    I(limit, limit)), mem);
}

size_t
grant_of_person(struct grant **out, struct db *db, struct mem *mem, int64_t id)
{
	return rows(out, db_query(db, Q_GRANT_OF_PERSON, I(person, id),
	    I(limit, PERSON_MAX)), mem);
}

size_t
grant_above(struct grant **out, struct db *db, struct mem *mem,
    int64_t platform_id)
{
	return rows(out, db_query(db, Q_GRANT_ABOVE, I(platform, platform_id),
	    I(limit, ABOVE_MAX)), mem);
}

const char *
grant_role_label(struct db *db, struct mem *mem, const char *role,
    int64_t platform_id)
{
	struct stmt *s = db_query(db, Q_GRANT_OWN_ROLE,
	    I(platform, platform_id), T(role, role));
	const char *label = NULL;

	if (stmt_step(s)) {
		label = stmt_str(s, mem, "label");
		stmt_done(s);
	}
	if (label == NULL)
		label = right_role_label(role);
	return label == NULL ? mem_strdup(mem, role) : label;
}

/* --- giving and taking back --------------------------------------------------- */

bool
grant_is_sound(struct db *db, const char *role, const struct scope *scope,
    struct problems *why)
{
	enum right r;
	bool gives = false, narrow;

	if (right_role_label(role) == NULL) {
		if (scope->platform_id == 0 || db_int(db, -1,
		    Q_GRANT_OWN_ROLE, I(platform, scope->platform_id),
		    T(role, role)) == -1) {
			problem_add(why, "role",
			    _("Le rôle « %s » n’existe pas ici."), role);
			return false;
		}
		return true;
	}
	for (r = 0; r < RIGHT_COUNT; r++)
		gives = gives || right_of_role(role, scope->kind, r);
	/* A wiki, a form belong to a platform, not to a part of it. */
	narrow = strcmp(scope->kind, "call") == 0 ||
	    strcmp(scope->kind, "stage") == 0 ||
	    strcmp(scope->kind, "theme") == 0;
	if (!gives || (narrow && (strcmp(role, "wiki-administrator") == 0 ||
	    strcmp(role, "form-editor") == 0))) {
		problem_add(why, "scope",
		    _("Ce rôle ne donne rien à cet endroit."));
		return false;
	}
	return true;
}

static void
audit(struct db *db, struct mem *mem, const char *event, int64_t person_id,
    const char *role, const struct scope *scope, int64_t by_id, int64_t now)
{
	struct json_object *detail = json_object_new_object();

	json_put_int(detail, "person", person_id);
	json_put_text(detail, "role", role);
	json_put_text(detail, "scope", scope_text(db, mem, scope));
	audit_add(db, by_id, event, scope->platform_id, detail, now);
	json_object_put(detail);
}

void
grant_put(struct db *db, int64_t person_id, const char *role,
    const struct scope *scope, int64_t ends_at, int64_t by_id, int64_t now)
{
	struct mem *mem = mem_new();

	db_run(db, Q_GRANT_PUT, I(person, person_id), T(role, role),
	    T(kind, scope->kind), I(scope, scope->id),
	    ID(platform, scope->platform_id), ID(by, by_id), I(now, now),
	    ID(ends, ends_at));
	audit(db, mem, "grant", person_id, role, scope, by_id, now);
	mem_free(mem);
}

enum rc
grant_add(struct db *db, struct mem *mem, int64_t person_id, const char *role,
    const struct scope *scope, int64_t ends_at, const struct person *by,
    int64_t now, struct problems *why)
{
	struct person *person;
	enum rc rc;

	if (!grant_is_sound(db, role, scope, why))
		return RC_INVALID;
	if (ends_at != 0 && ends_at <= now) {
		problem_add(why, "ends", _("Cette date est déjà passée."));
		return RC_INVALID;
	}
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	rc = person_load(&person, db, mem, person_id, now);
	if (rc == RC_OK)
		grant_put(db, person_id, role, scope, ends_at,
		    by == NULL ? 0 : by->id, now);
	return db_write_end(db, rc);
}

static bool
is_last_administrator(struct db *db, const struct grant *g, int64_t now)
{
	return strcmp(g->role, "administrator") == 0 &&
	    strcmp(g->scope.kind, "platform") == 0 &&
	    db_int(db, 0, Q_GRANT_ADMINISTRATORS,
		I(platform, g->scope.id), I(now, now)) <= 1;
}

enum rc
grant_end(struct db *db, struct mem *mem, int64_t id, const struct person *by,
    int64_t now)
{
	struct grant *g;
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	rc = grant_load(&g, db, mem, id);
	if (rc == RC_OK && by != NULL && is_last_administrator(db, g, now))
		rc = RC_CONFLICT;
	if (rc == RC_OK) {
		db_run(db, Q_GRANT_DROP, I(id, id));
		audit(db, mem, "revoke", g->person_id, g->role, &g->scope,
		    by == NULL ? 0 : by->id, now);
	}
	return db_write_end(db, rc);
}
