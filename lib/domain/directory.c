/*
 * A directory's answer read and kept.
 * It opens no connection, and changes nothing that a person typed.
 */
#include "config.h"

#include "domain/directory.h"

#include <string.h>

#include "base/json.h"
#include "domain/job.h"
#include "domain/territory.h"

#define ASKED_MOST	10000

void
directory_ask(struct db *db, int64_t organisation_id, int64_t now)
{
	struct json_object *payload = json_object_new_object();
	char key[24];

	json_put_int(payload, "organisation", organisation_id);
	snprintf(key, sizeof(key), "%lld", (long long)organisation_id);
	job_add(db, "directory", key, payload, now, now);
	json_object_put(payload);
}

int64_t
directory_ask_all(struct db *db, int64_t now)
{
	struct stmt *s;
	int64_t n = 0;

	if (db_write_begin(db) != RC_OK)
		return 0;
	s = db_query(db, Q_DIRECTORY_UNVERIFIED, I(limit, ASKED_MOST));
	while (stmt_step(s)) {
		directory_ask(db, stmt_int(s, "id"), now);
		n++;
	}
	stmt_done(s);
	return db_write_commit(db) == RC_OK ? n : 0;
}

enum rc
directory_siret(const char **siret, struct db *db, struct mem *mem,
    int64_t organisation_id)
{
	struct stmt *s = db_query(db, Q_DIRECTORY_SIRET,
	    I(id, organisation_id));

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	*siret = stmt_str(s, mem, "siret");
	stmt_done(s);
	return RC_OK;
}

/* The establishment with that SIRET among the results, and whose it is. */
static struct json_object *
find(struct json_object *answer, const char *siret,
    struct json_object **company)
{
	struct json_object *results = json_array(answer, "results");
	size_t i, j;

	for (i = 0; i < json_count(results); i++) {
		struct json_object *c = json_at(results, i);
		struct json_object *seat = json_dict(c, "siege");
		struct json_object *all = json_array(c,
		    "matching_etablissements");

		*company = c;
		if (strcmp(json_text_or(seat, "siret", ""), siret) == 0)
			return seat;
		for (j = 0; j < json_count(all); j++)
			if (strcmp(json_text_or(json_at(all, j), "siret", ""),
			    siret) == 0)
				return json_at(all, j);
	}
	return NULL;
}

enum rc
directory_keep(struct db *db, struct mem *mem, int64_t organisation_id,
    const char *siret, struct json_object *answer, int64_t now)
{
	struct json_object *company = NULL, *place;
	struct territory *t = NULL;
	enum rc rc;

	if (!json_is(answer, json_type_object) ||
	    json_array(answer, "results") == NULL)
		return RC_INVALID;
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	place = find(answer, siret, &company);
	if (place == NULL) {
		db_run(db, Q_DIRECTORY_ASKED, I(id, organisation_id),
		    I(now, now));
		rc = db_write_commit(db);
		return rc == RC_OK ? RC_NOT_FOUND : rc;
	}
	if (json_text(place, "commune") != NULL)
		territory_by_code(&t, db, mem, "commune", json_text(place,
		    "commune"));
	db_run(db, Q_DIRECTORY_KEEP, I(id, organisation_id), T(siret, siret),
	    T(address, json_text(place, "adresse")),
	    ID(territory, t == NULL ? 0 : t->id),
	    T(activity, json_text(company, "activite_principale")),
	    T(legal_form, json_text(company, "nature_juridique")),
	    I(now, now));
	return db_write_commit(db);
}
