/*
 * Rows of dossier_member: seen, changed, ended.
 */
#include "config.h"

#include "domain/collaborator.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "domain/audit.h"

#define LIST_MAX	100

const char *const collaborator_levels[] = { "view", "comment", "edit",
	"submit", NULL };

static int
level_index(const char *level)
{
	int i;

	for (i = 0; collaborator_levels[i] != NULL; i++)
		if (strcmp(collaborator_levels[i], level) == 0)
			return i;
	return -1;
}

const char *
collaborator_level_label(const char *level)
{
	static const char *const labels[] = { N_("lire"),
	    N_("lire et commenter"), N_("lire et écrire"),
	    N_("lire, écrire et déposer") };
	int i = level_index(level);

	return i < 0 ? level : _(labels[i]);
}

size_t
collaborator_list(struct collaborator **out, struct db *db, struct mem *mem,
    int64_t dossier_id)
{
	struct collaborator *list = MEM_ARRAY(mem, LIST_MAX,
	    struct collaborator), *c;
	struct stmt *s = db_query(db, Q_COLLABORATOR_LIST,
	    I(dossier, dossier_id));
	size_t n = 0;

	while (n < LIST_MAX && stmt_step(s)) {
		c = &list[n++];
		c->person_id = stmt_int(s, "person_id");
		c->name = stmt_str(s, mem, "name");
		c->email = stmt_str(s, mem, "email");
		c->level = stmt_str(s, mem, "level");
		c->since_at = stmt_int(s, "since_at");
	}
	stmt_done(s);
	*out = list;
	return n;
}

static void
audit(struct db *db, const char *event, int64_t dossier_id, int64_t person_id,
    const struct person *by, int64_t now)
{
	struct json_object *detail = json_object_new_object();

	json_put_int(detail, "dossier", dossier_id);
	json_put_int(detail, "person", person_id);
	audit_add(db, by->id, event, 0, detail, now);
	json_object_put(detail);
}

enum rc
collaborator_set(struct db *db, int64_t dossier_id, int64_t person_id,
    const char *level, const struct person *by, int64_t now)
{
	enum rc rc;

	if (level_index(level) < 0)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	if (db_run(db, Q_COLLABORATOR_SET, I(dossier, dossier_id),
	    I(person, person_id), T(level, level)) == 0)
		rc = RC_NOT_FOUND;
	else
		audit(db, "collaborator_level", dossier_id, person_id, by, now);
	return db_write_end(db, rc);
}

enum rc
collaborator_end(struct db *db, int64_t dossier_id, int64_t person_id,
    const struct person *by, int64_t now)
{
	enum rc rc = db_write_begin(db);

	if (rc != RC_OK)
		return rc;
	if (db_run(db, Q_COLLABORATOR_END, I(dossier, dossier_id),
	    I(person, person_id)) == 0)
		rc = RC_NOT_FOUND;
	else
		audit(db, "collaborator_end", dossier_id, person_id, by, now);
	return db_write_end(db, rc);
}
