/*
 * Elements: created with a slug of their own, searched, published, their state
 * derived from the applications of the project.
 * It refuses to word states (state.c) and to count money (plan.c).
 */
#include "config.h"

#include "domain/element.h"

#include <string.h>

#include "base/json.h"
#include "base/rand.h"
#include "base/text.h"
#include "domain/journal.h"
#include "domain/plan.h"

/* --- creating ------------------------------------------------------------- */

const char *
element_uuid(struct mem *mem, int64_t now)
{
	unsigned char b[16];
	char hex[33];
	uint64_t ms = (uint64_t)now * 1000;
	int i;

	rand_bytes(b, sizeof(b));
	for (i = 5; i >= 0; i--, ms >>= 8)
		b[i] = (unsigned char)(ms & 0xff);
	b[6] = (unsigned char)(0x70 | (b[6] & 0x0f));
	b[8] = (unsigned char)(0x80 | (b[8] & 0x3f));
	text_hex(hex, b, sizeof(b));
	return mem_printf(mem, "%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8,
	    hex + 12, hex + 16, hex + 20);
}

static const char *
free_slug(struct db *db, struct mem *mem, const struct element *e)
{
	const char *stem = e->slug != NULL ? e->slug : text_slug(mem, e->title);
	const char *slug = stem;
	int n = 1;

	while (db_int(db, 0, Q_ELEMENT_SLUG_TAKEN, I(platform, e->platform_id),
	    T(kind, e->kind), T(slug, slug)) != 0)
		slug = mem_printf(mem, "%.72s-%d", stem, ++n);
	return slug;
}

static const char *
or_empty(const char *text)
{
	return text == NULL ? "" : text;
}

int64_t
element_create(struct db *db, struct mem *mem, struct element *e, int64_t now)
{
	e->slug = free_slug(db, mem, e);
	if (e->uuid == NULL)
		e->uuid = element_uuid(mem, now);
	if (e->state == NULL)
		e->state = "draft";
	if (e->origin == NULL)
		e->origin = "deposit";
	e->created_at = e->updated_at = now;
	db_run(db, Q_ELEMENT_ADD, T(uuid, e->uuid), I(platform, e->platform_id),
	    T(kind, e->kind), T(slug, e->slug), T(title, e->title),
	    T(summary, or_empty(e->summary)),
	    T(description, or_empty(e->description)),
	    ID(territory, e->territory_id), ID(theme, e->theme_id),
	    e->has_point ? I(lon, e->lon_e6) : NIL(lon),
	    e->has_point ? I(lat, e->lat_e6) : NIL(lat), T(state, e->state),
	    ID(person, e->owner_person_id),
	    ID(organisation, e->owner_organisation_id),
	    T(holder, or_empty(e->holder_name)), T(starts, e->starts_on),
	    T(ends, e->ends_on), T(origin, e->origin), T(url, e->origin_url),
	    I(now, now), ID(published, e->published_at));
	e->id = db_last_id(db);
	if (e->published_at != 0)
		element_refresh_search(db, e->id);
	return e->id;
}

void
element_put(struct db *db, struct mem *mem, const struct element *e,
    int64_t now)
{
	const char *holder = or_empty(e->holder_name);

	db_run(db, Q_ELEMENT_CHANGE, I(id, e->id), T(title, e->title),
	    T(summary, or_empty(e->summary)),
	    T(description, or_empty(e->description)),
	    ID(territory, e->territory_id), ID(theme, e->theme_id),
	    e->has_point ? I(lon, e->lon_e6) : NIL(lon),
	    e->has_point ? I(lat, e->lat_e6) : NIL(lat), T(holder, holder),
	    T(starts, e->starts_on), T(ends, e->ends_on), I(now, now));
	db_run(db, Q_ELEMENT_DRAFT_COPIES, I(element, e->id), T(title, e->title),
	    T(folded, text_fold(mem, mem_printf(mem, "%s %s", e->title,
	    holder))), T(holder, holder));
	element_refresh_search(db, e->id);
}

void
element_refresh_search(struct db *db, int64_t id)
{
	db_run(db, Q_ELEMENT_SEARCH_PUT, I(id, id));
	db_run(db, Q_ELEMENT_SEARCH_DROP, I(id, id));
}

/* --- loading -------------------------------------------------------------- */

enum rc
element_load(struct element **out, struct db *db, struct mem *mem, int64_t id)
{
	struct stmt *s = db_query(db, Q_ELEMENT_BY_ID, I(id, id));
	struct element *e;

	if (!stmt_step(s))
		return RC_NOT_FOUND;
	e = MEM_NEW(mem, struct element);
	e->id = id;
	e->uuid = stmt_str(s, mem, "uuid");
	e->platform_id = stmt_int(s, "platform_id");
	e->kind = stmt_str(s, mem, "kind");
	e->slug = stmt_str(s, mem, "slug");
	e->title = stmt_str(s, mem, "title");
	e->summary = stmt_str(s, mem, "summary");
	e->description = stmt_str(s, mem, "description");
	e->territory_id = stmt_int(s, "territory_id");
	e->theme_id = stmt_int(s, "theme_id");
	e->has_point = !stmt_null(s, "lon_e6") && !stmt_null(s, "lat_e6");
	e->lon_e6 = stmt_int(s, "lon_e6");
	e->lat_e6 = stmt_int(s, "lat_e6");
	e->state = stmt_str(s, mem, "state");
	e->owner_person_id = stmt_int(s, "owner_person_id");
	e->owner_organisation_id = stmt_int(s, "owner_organisation_id");
	e->holder_name = stmt_str(s, mem, "holder_name");
	e->starts_on = stmt_str(s, mem, "starts_on");
	e->ends_on = stmt_str(s, mem, "ends_on");
	e->cost_cents = stmt_int(s, "cost_cents");
	e->asked_cents = stmt_int(s, "asked_cents");
	e->promised_cents = stmt_int(s, "promised_cents");
	e->granted_cents = stmt_int(s, "granted_cents");
	e->paid_cents = stmt_int(s, "paid_cents");
	e->origin = stmt_str(s, mem, "origin");
	e->origin_url = stmt_str(s, mem, "origin_url");
	e->created_at = stmt_int(s, "created_at");
	e->updated_at = stmt_int(s, "updated_at");
	e->published_at = stmt_int(s, "published_at");
	stmt_done(s);
	*out = e;
	return RC_OK;
}

enum rc
element_by_slug(struct element **e, struct db *db, struct mem *mem,
    int64_t platform_id, const char *kind, const char *slug)
{
	int64_t id = db_int(db, 0, Q_ELEMENT_ID_BY_SLUG,
	    I(platform, platform_id), T(kind, kind), T(slug, slug));

	return id == 0 ? RC_NOT_FOUND : element_load(e, db, mem, id);
}

/* --- states --------------------------------------------------------------- */

static bool
one_of(const char *state, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(state, *list) == 0)
			return true;
	return false;
}

static bool
is_follow_up(const char *state)
{
	static const char *const list[] = { "funded", "in_progress",
	    "completed", "abandoned", NULL };

	return one_of(state, list);
}

/* An answer that leaves nothing under way. */
static bool
is_past(const char *state)
{
	static const char *const list[] = { "refused", "closed", "withdrawn",
	    NULL };

	return one_of(state, list);
}

/*
 * What the deposited applications say together: one accepted is enough; else
 * one being examined, else one waiting; else the last answer received; NULL when
 * there is none.
 */
static const char *
state_of_applications(struct db *db, struct mem *mem, int64_t element_id)
{
	static const char *const order[] = { "accepted", "under_review",
	    "submitted", NULL };
	struct stmt *s = db_query(db, Q_ELEMENT_APPLICATION_STATES,
	    I(element, element_id));
	const char *last = NULL, *withdrawn = NULL;
	bool found[3] = { false };
	size_t i;

	while (stmt_step(s)) {
		const char *state = stmt_str(s, mem, "state");
		bool live = false;

		for (i = 0; order[i] != NULL; i++)
			if (strcmp(state, order[i]) == 0)
				live = found[i] = true;
		if (strcmp(state, "withdrawn") == 0)
			withdrawn = state;
		else if (!live)
			last = state;
	}
	for (i = 0; order[i] != NULL; i++)
		if (found[i])
			return order[i];
	return last != NULL ? last : withdrawn;
}

void
element_refresh_state(struct db *db, struct mem *mem, int64_t id, int64_t now)
{
	struct element *e;
	const char *state;

	if (element_load(&e, db, mem, id) != RC_OK)
		return;
	state = state_of_applications(db, mem, id);
	if (state == NULL) {
		static const char *const early[] = { "draft", "listening", NULL };

		if (!one_of(e->state, early))
			return;
		state = e->published_at != 0 ? "listening" : "draft";
	} else if (is_follow_up(e->state) && strcmp(state, "accepted") == 0)
		return;
	else if (is_past(state) && e->published_at != 0 &&
	    db_int(db, 0, Q_FLOW_IS_BACK, I(element, id)) != 0)
		state = "listening";
	db_run(db, Q_ELEMENT_STATE_PUT, I(id, id), T(state, state), I(now, now));
}

enum rc
element_follow(struct db *db, struct mem *mem, int64_t id, const char *state,
    const char *actor, const char *text, int64_t now)
{
	struct journal_entry entry = { .at = now, .kind = "state",
	    .element_id = id, .actor = actor };
	struct element *e;
	const char *given;
	enum rc rc;

	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	rc = element_load(&e, db, mem, id);
	if (rc != RC_OK)
		return db_write_end(db, rc);
	given = state_of_applications(db, mem, id);
	if (!is_follow_up(state) && strcmp(state, "accepted") != 0)
		return db_write_end(db, RC_INVALID);
	if (strcmp(state, "abandoned") != 0 && strcmp(e->origin, "import") != 0
	    && (given == NULL || strcmp(given, "accepted") != 0))
		return db_write_end(db, RC_CONFLICT);
	db_run(db, Q_ELEMENT_STATE_PUT, I(id, id), T(state, state), I(now, now));
	entry.platform_id = e->platform_id;
	entry.payload = json_object_new_object();
	json_put_text(entry.payload, "title", e->title);
	json_put_text(entry.payload, "from", e->state);
	json_put_text(entry.payload, "to", state);
	if (text != NULL && *text != '\0')
		json_put_text(entry.payload, "text", text);
	journal_append(db, &entry);
	json_object_put(entry.payload);
	return db_write_end(db, RC_OK);
}

void
element_publish(struct db *db, struct mem *mem, int64_t id, int64_t now)
{
	if (db_run(db, Q_ELEMENT_PUBLISH, I(id, id), I(now, now)) != 1)
		return;
	element_refresh_search(db, id);
	element_refresh_state(db, mem, id, now);
	plan_refresh(db, id);
}

void
element_unpublish(struct db *db, struct mem *mem, int64_t id, int64_t now)
{
	if (db_run(db, Q_ELEMENT_UNPUBLISH, I(id, id), I(now, now)) != 1)
		return;
	element_refresh_search(db, id);
	element_refresh_state(db, mem, id, now);
	plan_refresh(db, id);
}
