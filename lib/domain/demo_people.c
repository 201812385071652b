/*
 * Organisations and people of a demonstration, with their roles.
 * Whoever is there already, by SIRET or address, is left as they are.
 */
#include "config.h"

#include <string.h>

#include "base/text.h"
#include "domain/demo_private.h"
#include "domain/grant.h"
#include "domain/password.h"

int64_t
demo_person_id(const struct demo *d, const char *key)
{
	struct json_object *row = preset_row(json_array(
	    d->load.preset->people.json, "people"), "key", key);

	return row == NULL ? 0 : db_int(d->load.db, 0, Q_DEMO_PERSON,
	    T(email, json_text(row, "email")));
}

int64_t
demo_organisation_id(struct demo *d, const char *key)
{
	struct json_object *row = preset_row(json_array(
	    d->load.preset->organisations.json, "organisations"), "key", key);

	return row == NULL ? 0 : preset_put_organisation(&d->load, row);
}

static void
load_organisations(struct demo *d)
{
	struct json_object *rows = json_array(
	    d->load.preset->organisations.json, "organisations");
	int64_t before = db_int(d->load.db, 0, Q_DEMO_ORGANISATION_COUNT);
	size_t i;

	for (i = 0; i < json_count(rows); i++)
		db_run(d->load.db, Q_DEMO_ORGANISATION_FILL,
		    I(id, preset_put_organisation(&d->load, json_at(rows, i))),
		    ID(territory, preset_territory(&d->load,
		    json_text(json_at(rows, i), "commune"))),
		    T(address, json_text(json_at(rows, i), "address")),
		    T(website, json_text(json_at(rows, i), "web")),
		    T(description, json_text(json_at(rows, i), "about")));
	d->load.report->organisations = (int)(db_int(d->load.db, 0,
	    Q_DEMO_ORGANISATION_COUNT) - before);
}

/* "platform", "territory:97415", "call:slug" → as `terreau grant` writes it. */
static const char *
full_scope(const struct demo *d, const char *scope)
{
	const char *slug = preset_slug(d->load.preset);

	if (text_starts(scope, "territory:"))
		return mem_printf(d->load.mem, "%s@%s", scope, slug);
	if (text_starts(scope, "call:"))
		return mem_printf(d->load.mem, "call:%s/%s", slug, scope + 5);
	return mem_printf(d->load.mem, "platform:%s", slug);
}

static void
load_grants(struct demo *d, int64_t person_id, struct json_object *roles)
{
	size_t i;

	for (i = 0; i < json_count(roles); i++) {
		const char *text = json_text(json_at(roles, i), "scope");
		struct scope scope;

		if (scope_parse(&scope, d->load.db, d->load.mem,
		    full_scope(d, text)) == RC_OK)
			grant_put(d->load.db, person_id,
			    json_text(json_at(roles, i), "role"), &scope, 0, 0,
			    d->load.now);
		else
			problem_add(d->load.why, "demo/people.json",
			    "%s", text);
	}
}

static void
load_person(struct demo *d, struct json_object *row, const char *password)
{
	struct db *db = d->load.db;
	const char *email = json_text(row, "email");
	const char *organisation = json_text(row, "organisation");
	int64_t id;

	if (db_int(db, 0, Q_DEMO_PERSON, T(email, email)) != 0)
		return;
	db_run(db, Q_DEMO_PERSON_ADD, T(email, email),
	    T(name, json_text(row, "name")), T(password, password),
	    T(phone, json_text(row, "phone")), I(now, d->load.now));
	id = db_last_id(db);
	if (organisation != NULL)
		db_run(db, Q_DEMO_MEMBERSHIP_ADD,
		    I(organisation, demo_organisation_id(d, organisation)),
		    I(person, id), T(title, json_text(row, "job")),
		    I(now, d->load.now));
	load_grants(d, id, json_array(row, "roles"));
	d->load.report->people++;
}

enum rc
demo_people(struct demo *d)
{
	struct json_object *people = d->load.preset->people.json;
	struct json_object *rows = json_array(people, "people");
	/* One hash for all, made before the transaction: the passphrase is
	 * public anyway, and shown by quickstart. */
	const char *password = password_hash(d->load.mem, json_text(people,
	    "passphrase"));
	size_t i;
	enum rc rc;

	if (password == NULL)
		return RC_FAIL;
	rc = db_write_begin(d->load.db);
	if (rc != RC_OK)
		return rc;
	load_organisations(d);
	for (i = 0; i < json_count(rows); i++)
		load_person(d, json_at(rows, i), password);
	return db_write_end(d->load.db, d->load.why->count == 0 ? RC_OK :
	    RC_INVALID);
}
