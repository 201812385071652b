/*
 * What several parts of a preset are loaded with: its days, its territories and
 * its organisations. Inside the transaction of preset_load.
 */
#include "config.h"

#include "base/date.h"
#include "base/text.h"
#include "domain/preset_private.h"
#include "domain/territory.h"

int64_t
preset_day_at(const struct preset_load *l, struct json_object *day, bool end)
{
	struct civil date;
	int64_t at;

	if (day == NULL)
		return -1;
	if (json_is(day, json_type_object)) {
		at = date_day_start(l->now, l->zone) + DATE_DAY / 2 +
		    json_int(day, "day", 0) * DATE_DAY;
	} else {
		if (!date_parse(&date, json_object_get_string(day)))
			return -1;
		date.hour = 12;
		at = date_unix_in(&date, l->zone);
	}
	return end ? date_day_end(at, l->zone) : date_day_start(at, l->zone);
}

int64_t
preset_territory(const struct preset_load *l, const char *address)
{
	struct territory *t;

	if (address == NULL || territory_by_address(&t, l->db, l->mem,
	    address) != RC_OK)
		return 0;
	return t->id;
}

int64_t
preset_put_organisation(struct preset_load *l, struct json_object *row)
{
	const char *name = json_text(row, "name");
	const char *siret = json_text(row, "siret");
	const char *rna = json_text(row, "rna"), *slug = text_slug(l->mem, name);
	int64_t id = 0;

	if (siret != NULL)
		id = db_int(l->db, 0, Q_PRESET_ORGANISATION_BY_SIRET,
		    T(siret, siret));
	if (id == 0 && rna != NULL)
		id = db_int(l->db, 0, Q_PRESET_ORGANISATION_BY_RNA, T(rna, rna));
	if (id == 0)
		id = db_int(l->db, 0, Q_PRESET_ORGANISATION_BY_SLUG,
		    T(slug, slug));
	if (id != 0)
		return id;
	db_run(l->db, Q_PRESET_ORGANISATION_ADD, T(slug, slug),
	    T(kind, json_text_or(row, "kind", "other")), T(name, name),
	    T(folded, text_fold(l->mem, name)), T(siret, siret), T(rna, rna),
	    ID(territory, preset_territory(l, json_text(row, "commune"))),
	    T(address, json_text(row, "address")),
	    T(website, json_text(row, "web")),
	    T(description, json_text(row, "about")), I(now, l->now));
	return db_last_id(l->db);
}

const char *
preset_day(const struct preset_load *l, struct mem *mem,
    struct json_object *day)
{
	int64_t at = preset_day_at(l, day, false);

	return at < 0 ? NULL : date_iso_in(mem, at, l->zone);
}
