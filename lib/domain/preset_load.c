/*
 * A checked preset into the database: platform, themes, roles, pages,
 * indicators; then forms and calls. One short write transaction.
 */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/preset_private.h"
#include "domain/territory.h"
#include "domain/theme_css.h"

static void
check_territory(const struct preset_load *l, const char *file,
    struct json_object *json)
{
	const char *address = json_text(json, "territory");

	if (address != NULL && preset_territory(l, address) == 0)
		shape_problem(l->why, file, "territory", _("trouvé « %s », que "
		    "cette installation ne connaît pas ; permis : le code d’un "
		    "territoire chargé (terreau territory load)"), address);
}

/* The platform's row as it is in the database, if it is. */
static void
find_platform(struct preset_load *l)
{
	l->platform_id = db_int(l->db, 0, Q_PRESET_PLATFORM,
	    T(slug, preset_slug(l->preset)));
	l->zone = json_text(l->preset->platform.json, "time_zone");
}

/*
 * What only the database knows: the territories exist, and no published form
 * or scored grid is changed. Adds to `why`; RC_INVALID when it did. A read.
 */
static enum rc
preset_check(const struct preset *p, struct db *db, struct problems *why)
{
	struct preset_load l = { p, db, why->mem, 0, 0, NULL, why, NULL, NULL };
	size_t before = why->count, i;

	find_platform(&l);
	check_territory(&l, p->platform.name, p->platform.json);
	for (i = 0; i < p->calls.count; i++)
		check_territory(&l, p->calls.rows[i].name,
		    p->calls.rows[i].json);
	preset_check_revisions(&l);
	preset_check_scored(&l);
	return why->count == before ? RC_OK : RC_INVALID;
}

static void
load_platform(struct preset_load *l)
{
	struct json_object *p = l->preset->platform.json;
	struct json_object *service = json_dict(p, "service");
	struct buf settings = BUF_INIT;

	json_canonical(&settings, p);
	l->report->platform_new = l->platform_id == 0;
	db_run(l->db, Q_PRESET_PLATFORM_PUT, T(slug, json_text(p, "slug")),
	    T(name, json_text(p, "name")), T(tagline, json_text(p, "tagline")),
	    T(headline, json_text(p, "headline")),
	    T(introduction, json_text(p, "lead")),
	    T(lang, json_text(p, "language")), T(time_zone, l->zone),
	    ID(territory, preset_territory(l, json_text(p, "territory"))),
	    T(facet_kind, json_text_or(p, "facet", "commune")),
	    T(service_name, json_text(service, "name")),
	    T(service_address, json_text(service, "address")),
	    T(service_email, json_text(service, "email")),
	    T(service_phone, json_text(service, "phone")),
	    T(settings, settings.data), T(theme_css, theme_css(l->mem, p)),
	    I(now, l->now));
	buf_release(&settings);
	find_platform(l);
	l->report->platform_id = l->platform_id;
}

static void
load_themes(struct preset_load *l)
{
	struct json_object *themes = json_array(l->preset->platform.json,
	    "themes");
	size_t i;

	for (i = 0; i < json_count(themes); i++) {
		struct json_object *row = json_at(themes, i);

		db_run(l->db, Q_PRESET_THEME_PUT, I(platform, l->platform_id),
		    T(key, json_text(row, "key")),
		    T(label, json_text(row, "label")),
		    I(palette, json_int(row, "palette", 1)),
		    I(position, (int64_t)i + 1));
	}
	l->report->themes = (int)json_count(themes);
}

/* Only the platform's own: built-in roles are in the program. */
static void
load_roles(struct preset_load *l)
{
	struct json_object *roles = json_array(l->preset->platform.json,
	    "roles");
	size_t i, v;

	db_run(l->db, Q_PRESET_ROLE_CLEAR, I(platform, l->platform_id));
	for (i = 0; i < json_count(roles); i++) {
		struct json_object *row = json_at(roles, i);
		struct json_object *verbs = json_array(row, "verbs");
		struct buf rights = BUF_INIT;

		if (verbs == NULL)
			continue;
		for (v = 0; v < json_count(verbs); v++)
			buf_printf(&rights, "%s%s", v > 0 ? " " : "",
			    json_at_text(verbs, v));
		db_run(l->db, Q_PRESET_ROLE_ADD, I(platform, l->platform_id),
		    T(key, json_text(row, "key")),
		    T(label, json_text(row, "label")), T(rights, rights.data));
		buf_release(&rights);
		l->report->roles++;
	}
}

static void
load_pages(struct preset_load *l)
{
	const struct preset *p = l->preset;
	struct json_object *pages = json_array(p->platform.json, "pages");
	size_t i;

	db_run(l->db, Q_PRESET_PAGE_CLEAR, I(platform, l->platform_id));
	for (i = 0; i < json_count(pages); i++) {
		struct json_object *row = json_at(pages, i);
		const char *text = preset_read_text(p, l->why,
		    p->platform.name, "pages", json_text(row, "text"));

		if (text == NULL)
			continue;
		db_run(l->db, Q_PRESET_PAGE_ADD, I(platform, l->platform_id),
		    T(key, json_text(row, "key")),
		    T(title, json_text(row, "title")), T(markdown, text),
		    I(position, (int64_t)i + 1));
	}
	l->report->pages = (int)json_count(pages);
}

static void
load_indicators(struct preset_load *l)
{
	struct json_object *rows = json_array(l->preset->indicators.json,
	    "indicators");
	size_t i;

	for (i = 0; i < json_count(rows); i++) {
		struct json_object *row = json_at(rows, i);

		db_run(l->db, Q_PRESET_INDICATOR_PUT,
		    I(platform, l->platform_id), T(key, json_text(row, "key")),
		    T(label, json_text(row, "label")),
		    T(unit, json_text(row, "unit")),
		    T(method, json_text_or(row, "method", "")),
		    T(roll_up, json_text(row, "roll_up")));
	}
	l->report->indicators = (int)json_count(rows);
}

enum rc
preset_load(struct db *db, struct mem *mem, const struct preset *p,
    int64_t now, struct problems *why, struct preset_report *report)
{
	struct preset_load l = { p, db, mem, 0, now, NULL, why, report, NULL };
	enum rc rc;

	memset(report, 0, sizeof(*report));
	rc = preset_check(p, db, why);
	if (rc != RC_OK)
		return rc;
	preset_keep_models(&l);
	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	find_platform(&l);
	load_platform(&l);
	load_themes(&l);
	load_roles(&l);
	load_pages(&l);
	load_indicators(&l);
	preset_load_lists(&l);
	preset_load_models(&l);
	preset_load_forms(&l);
	preset_load_calls(&l);
	return db_write_end(db, why->count == 0 ? RC_OK : RC_INVALID);
}
