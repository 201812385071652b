/*
 * Rows of the table audit. It only adds and reads them.
 */
#include "config.h"

#include "domain/audit.h"

#include "base/json.h"

void
audit_add(struct db *db, int64_t person_id, const char *event,
    int64_t platform_id, struct json_object *detail, int64_t now)
{
	struct mem *mem = mem_new();

	db_run(db, Q_AUDIT_ADD, I(at, now), ID(person, person_id),
	    T(event, event), ID(platform, platform_id),
	    T(detail, detail == NULL ? "{}" : json_string(mem, detail)));
	mem_free(mem);
}

void
audit_note(struct db *db, int64_t person_id, const char *event,
    int64_t platform_id, const char *key, const char *value, int64_t now)
{
	struct json_object *detail = json_object_new_object();

	json_put_text(detail, key, value);
	audit_add(db, person_id, event, platform_id, detail, now);
	json_object_put(detail);
}

int64_t
audit_count(struct db *db, int64_t person_id, const char *event, int64_t since)
{
	return db_int(db, 0, Q_AUDIT_COUNT, I(person, person_id),
	    T(event, event), I(since, since));
}

void
audit_each(struct db *db, struct mem *mem, int64_t platform_id, int64_t before,
    int limit, void (*each)(void *, const struct audit_row *), void *arg)
{
	struct stmt *s = db_query(db, Q_AUDIT_BY_PLATFORM,
	    I(platform, platform_id),
	    I(before, before == 0 ? INT64_MAX : before), I(limit, limit));

	while (stmt_step(s)) {
		struct audit_row r;

		r.id = stmt_int(s, "id");
		r.at = stmt_int(s, "at");
		r.event = stmt_str(s, mem, "event");
		r.detail = stmt_str(s, mem, "detail_json");
		r.person_name = stmt_str(s, mem, "person_name");
		r.subject_name = stmt_str(s, mem, "subject_name");
		r.role_label = stmt_str(s, mem, "role_label");
		each(arg, &r);
	}
}
