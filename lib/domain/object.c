/*
 * What a right is asked about, from its id.
 */
#include "config.h"

#include "domain/right.h"

static enum rc
load(struct object *o, struct stmt *s, enum object_kind kind)
{
	struct object found = { .kind = kind };

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	found.id = stmt_int(s, "id");
	if (kind != OBJECT_ORGANISATION)
		found.platform_id = stmt_int(s, "platform_id");
	if (kind == OBJECT_APPLICATION) {
		found.call_id = stmt_int(s, "call_id");
		found.stage_id = stmt_int(s, "stage_id");
		found.dossier_id = stmt_int(s, "dossier_id");
	}
	if (kind == OBJECT_CALL)
		found.call_id = found.id;
	if (kind == OBJECT_DOSSIER)
		found.dossier_id = found.id;
	if (kind == OBJECT_APPLICATION || kind == OBJECT_DOSSIER) {
		found.person_id = stmt_int(s, "owner_person_id");
		found.organisation_id = stmt_int(s, "owner_organisation_id");
	}
	found.territory_id = stmt_int(s, "territory_id");
	if (kind == OBJECT_APPLICATION || kind == OBJECT_DOSSIER)
		found.theme_id = stmt_int(s, "theme_id");
	if (kind == OBJECT_ORGANISATION)
		found.organisation_id = found.id;
	found.published = stmt_bool(s, "published");
	stmt_done(s);
	*o = found;
	return RC_OK;
}

enum rc
object_dossier(struct db *db, int64_t id, struct object *o)
{
	return load(o, db_query(db, Q_OBJECT_DOSSIER, I(id, id)),
	    OBJECT_DOSSIER);
}

enum rc
object_application(struct db *db, int64_t id, struct object *o)
{
	return load(o, db_query(db, Q_OBJECT_APPLICATION, I(id, id)),
	    OBJECT_APPLICATION);
}

enum rc
object_call(struct db *db, int64_t id, struct object *o)
{
	return load(o, db_query(db, Q_OBJECT_CALL, I(id, id)), OBJECT_CALL);
}

enum rc
object_platform(struct db *db, int64_t id, struct object *o)
{
	return load(o, db_query(db, Q_OBJECT_PLATFORM, I(id, id)),
	    OBJECT_PLATFORM);
}

enum rc
object_organisation(struct db *db, int64_t id, struct object *o)
{
	return load(o, db_query(db, Q_OBJECT_ORGANISATION, I(id, id)),
	    OBJECT_ORGANISATION);
}
