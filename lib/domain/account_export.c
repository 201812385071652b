/*
 * All that is kept about a person, as JSON (RGPD, articles 15 and 20).
 */
#include "config.h"

#include "domain/account.h"

#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "domain/grant.h"

/* A moment, or nothing. */
static void
put_time(struct json_object *o, struct mem *mem, const char *key, int64_t at)
{
	json_put_text(o, key, at == 0 ? NULL : date_rfc3339(mem, at));
}

/* Columns that are texts, then columns that are moments; NULL ends each. */
static struct json_object *
rows(struct stmt *s, struct mem *mem, const char *const *texts,
    const char *const *times)
{
	struct json_object *list = json_object_new_array(), *o;

	while (stmt_step(s)) {
		o = json_object_new_object();
		for (size_t i = 0; texts[i] != NULL; i++)
			json_put_text(o, texts[i], stmt_text(s, texts[i]));
		for (size_t i = 0; times[i] != NULL; i++)
			put_time(o, mem, times[i], stmt_int(s, times[i]));
		json_object_array_add(list, o);
	}
	return list;
}

#define NAMES(...)	((const char *const[]){ __VA_ARGS__ __VA_OPT__(,) NULL })

static struct json_object *
answers(struct db *db, int64_t dossier_id)
{
	struct stmt *s = db_query(db, Q_EXPORT_ANSWERS, I(dossier, dossier_id));
	struct json_object *list = json_object_new_object(), *value;
	const char *text;

	while (stmt_step(s)) {
		text = stmt_text(s, "value_json");
		if (json_parse(&value, text, strlen(text), 32, NULL) == RC_OK)
			json_put(list, stmt_text(s, "key"), value);
	}
	return list;
}

static struct json_object *
dossiers(struct db *db, struct mem *mem, int64_t person_id)
{
	struct json_object *list = json_object_new_array(), *o;
	struct stmt *s = db_query(db, Q_EXPORT_DOSSIERS, I(id, person_id),
	    I(after, 0));
	int64_t id;

	while (stmt_step(s)) {
		id = stmt_int(s, "id");
		o = json_object_new_object();
		json_put_text(o, "title", stmt_text(s, "title"));
		json_put_text(o, "summary", stmt_text(s, "summary"));
		json_put_text(o, "description", stmt_text(s, "description"));
		json_put_text(o, "state", stmt_text(s, "state"));
		put_time(o, mem, "created_at", stmt_int(s, "created_at"));
		put_time(o, mem, "updated_at", stmt_int(s, "updated_at"));
		json_put(o, "answers", answers(db, id));
		json_put(o, "applications", rows(db_query(db,
		    Q_EXPORT_APPLICATIONS, I(dossier, id)), mem,
		    NAMES("number", "title", "state"),
		    NAMES("submitted_at", "decided_at")));
		json_object_array_add(list, o);
	}
	return list;
}

static struct json_object *
roles(struct db *db, struct mem *mem, int64_t person_id)
{
	struct json_object *list = json_object_new_array(), *o;
	struct grant *grants;
	size_t n = grant_of_person(&grants, db, mem, person_id);

	for (size_t i = 0; i < n; i++) {
		o = json_object_new_object();
		json_put_text(o, "role", grants[i].role);
		json_put_text(o, "scope", scope_text(db, mem,
		    &grants[i].scope));
		put_time(o, mem, "granted_at", grants[i].granted_at);
		put_time(o, mem, "ends_at", grants[i].ends_at);
		json_object_array_add(list, o);
	}
	return list;
}

static struct json_object *
sessions(struct db *db, struct mem *mem, int64_t person_id, int64_t now)
{
	struct json_object *list = json_object_new_array(), *o;
	struct account_session *s;
	size_t n = account_sessions(&s, db, mem, person_id, now);

	for (size_t i = 0; i < n; i++) {
		o = json_object_new_object();
		json_put_text(o, "address", s[i].address);
		json_put_text(o, "browser", s[i].agent);
		put_time(o, mem, "created_at", s[i].created_at);
		put_time(o, mem, "seen_at", s[i].seen_at);
		json_object_array_add(list, o);
	}
	return list;
}

struct json_object *
account_export(struct db *db, struct mem *mem, int64_t id, int64_t now)
{
	struct json_object *o;
	struct account *a;

	if (account_load(&a, db, mem, id) != RC_OK)
		return NULL;
	o = json_object_new_object();
	json_put_text(o, "email", a->email);
	json_put_text(o, "name", a->name);
	json_put_text(o, "phone", a->phone);
	json_put_text(o, "language", a->lang);
	put_time(o, mem, "created_at", a->created_at);
	put_time(o, mem, "exported_at", now);
	json_put(o, "roles", roles(db, mem, id));
	json_put(o, "organisations", rows(db_query(db, Q_EXPORT_MEMBERSHIPS,
	    I(id, id)), mem, NAMES("name", "role", "title"),
	    NAMES("since_at")));
	json_put(o, "projects", dossiers(db, mem, id));
	json_put(o, "documents", rows(db_query(db, Q_EXPORT_DOCUMENTS,
	    I(id, id)), mem, NAMES("nature", "label", "name"),
	    NAMES("created_at")));
	json_put(o, "messages", rows(db_query(db, Q_EXPORT_MESSAGES, I(id, id),
	    I(after, 0)), mem, NAMES("number", "body"), NAMES("sent_at")));
	json_put(o, "reviews", rows(db_query(db, Q_EXPORT_REVIEWS, I(id, id)),
	    mem, NAMES("number", "recommendation", "comment"),
	    NAMES("submitted_at")));
	json_put(o, "backings", rows(db_query(db, Q_EXPORT_BACKINGS,
	    I(id, id)), mem, NAMES("title", "kind", "message"),
	    NAMES("since_at")));
	json_put(o, "offers", rows(db_query(db, Q_EXPORT_OFFERS, I(id, id)),
	    mem, NAMES("title", "kind", "message", "answer"),
	    NAMES("offered_at")));
	json_put(o, "listenings", rows(db_query(db, Q_EXPORT_LISTENINGS,
	    I(id, id)), mem, NAMES("name", "filter_json", "digest"),
	    NAMES("since_at")));
	json_put(o, "listening_notes", rows(db_query(db,
	    Q_EXPORT_LISTENING_NOTES, I(id, id)), mem, NAMES("title", "body"),
	    NAMES("written_at")));
	json_put(o, "sessions", sessions(db, mem, id, now));
	json_put(o, "events", rows(db_query(db, Q_EXPORT_AUDIT, I(id, id)),
	    mem, NAMES("event"), NAMES("at")));
	return o;
}
