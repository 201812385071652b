/*
 * Calls into the database, with their stages and criteria.
 * A grid that was scored keeps its weights and levels; only its words change.
 */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/lang.h"
#include "domain/criterion.h"
#include "domain/preset_private.h"

/* --- days ------------------------------------------------------------------- */

/*
 * Replace a relative day by the date it means: the one it had at the first
 * load, else counted from today.
 */
static void
fix_day(const struct preset_load *l, struct json_object *row,
    const char *member, struct json_object *before)
{
	struct json_object *day = json_get(row, member);
	const char *kept = json_text(before, member);

	if (!json_is(day, json_type_object))
		return;
	if (kept == NULL)
		kept = date_iso_in(l->mem, preset_day_at(l, day, false),
		    l->zone);
	json_put_text(row, member, kept);
}

/* A copy of the call with no relative day left; the caller's reference. */
static struct json_object *
with_dates(const struct preset_load *l, struct json_object *call,
    struct json_object *before)
{
	struct json_object *copy = NULL, *stages;
	size_t i;

	if (json_object_deep_copy(call, &copy, NULL) != 0)
		return NULL;
	fix_day(l, copy, "opens", before);
	fix_day(l, copy, "closes", before);
	stages = json_array(copy, "stages");
	for (i = 0; i < json_count(stages); i++) {
		struct json_object *old = preset_row(json_array(before,
		    "stages"), "key", json_text(json_at(stages, i), "key"));

		fix_day(l, json_at(stages, i), "from", old);
		fix_day(l, json_at(stages, i), "to", old);
	}
	return copy;
}

/* --- criteria --------------------------------------------------------------- */

static int64_t
put_criterion(struct preset_load *l, int64_t stage_id, int64_t parent_id,
    size_t position, struct json_object *row, const char *help)
{
	db_run(l->db, Q_PRESET_CRITERION_PUT, I(stage, stage_id),
	    ID(parent, parent_id), I(position, (int64_t)position),
	    T(key, json_text(row, "key")), T(label, json_text(row, "label")),
	    T(help, json_text_or(row, help, "")),
	    I(weight, json_int(row, "weight", 0)));
	return db_int(l->db, 0, Q_PRESET_CRITERION, I(stage, stage_id),
	    T(key, json_text(row, "key")));
}

static const char *
scale_label(struct json_object *scale, int64_t value)
{
	size_t i;

	for (i = 0; i < json_count(scale); i++)
		if (json_int(json_at(scale, i), "value", -1) == value)
			return json_text_or(json_at(scale, i), "label", "");
	return "";
}

/* A group of weight 0 for the grid (criterion.h), a leaf per criterion. */
static void
load_grid(struct preset_load *l, int64_t stage_id, bool scored,
    size_t *position, struct json_object *grid)
{
	struct json_object *criteria = json_array(grid, "criteria");
	int64_t parent = put_criterion(l, stage_id, 0, ++*position, grid,
	    "question");
	size_t i, n;

	for (i = 0; i < json_count(criteria); i++) {
		struct json_object *row = json_at(criteria, i);
		struct json_object *levels = json_array(row, "levels");
		int64_t id = put_criterion(l, stage_id, parent, ++*position,
		    row, "help");

		if (!scored)
			db_run(l->db, Q_PRESET_LEVEL_CLEAR, I(criterion, id));
		for (n = 0; n < json_count(levels); n++) {
			int64_t value = json_int(json_at(levels, n), "value",
			    0);

			db_run(l->db, Q_PRESET_LEVEL_PUT, I(criterion, id),
			    I(value, value), T(label, scale_label(json_array(
			    grid, "scale"), value)),
			    T(anchor, json_text(json_at(levels, n), "text")));
		}
	}
}

static bool
is_scored(struct db *db, int64_t stage_id)
{
	return stage_id != 0 && db_int(db, 0, Q_PRESET_STAGE_SCORED,
	    I(stage, stage_id)) != 0;
}

static void
load_grids(struct preset_load *l, int64_t stage_id, struct json_object *grids)
{
	bool scored = is_scored(l->db, stage_id);
	size_t position = 0, i;

	db_run(l->db, Q_PRESET_CRITERION_SHIFT, I(stage, stage_id));
	for (i = 0; i < json_count(grids); i++)
		load_grid(l, stage_id, scored, &position, preset_find(
		    &l->preset->grids, json_at_text(grids, i))->json);
	db_run(l->db, Q_PRESET_CRITERION_DROP, I(stage, stage_id));
}

/* --- what was scored stays --------------------------------------------------- */

/* The criterion of that key in the grids that a stage names, or NULL. */
static struct json_object *
named(const struct preset_load *l, struct json_object *grids, const char *key)
{
	size_t i;

	for (i = 0; i < json_count(grids); i++) {
		const struct preset_file *grid = preset_find(
		    &l->preset->grids, json_at_text(grids, i));
		struct json_object *found = grid == NULL ? NULL :
		    preset_row(json_array(grid->json, "criteria"), "key", key);

		if (found != NULL)
			return found;
	}
	return NULL;
}

static size_t
leaf_count(const struct preset_load *l, struct json_object *grids)
{
	size_t i, n = 0;

	for (i = 0; i < json_count(grids); i++) {
		const struct preset_file *grid = preset_find(
		    &l->preset->grids, json_at_text(grids, i));

		if (grid != NULL)
			n += json_count(json_array(grid->json, "criteria"));
	}
	return n;
}

static bool
same_leaf(const struct criterion *c, struct json_object *row)
{
	struct json_object *levels = json_array(row, "levels");
	size_t i;

	if (row == NULL || json_int(row, "weight", -1) != c->weight ||
	    json_count(levels) != c->level_count)
		return false;
	for (i = 0; i < c->level_count; i++)
		if (json_int(json_at(levels, i), "value", -1) !=
		    c->levels[i].value)
			return false;
	return true;
}

static bool
same_grid(const struct preset_load *l, const struct grid *grid,
    struct json_object *grids)
{
	size_t i, leaves = 0;

	for (i = 0; i < grid->count; i++) {
		const struct criterion *c = &grid->items[i];

		if (!criterion_is_leaf(c))
			continue;
		leaves++;
		if (!same_leaf(c, named(l, grids, c->key)))
			return false;
	}
	return leaves == leaf_count(l, grids);
}

/* The call as it was loaded: its id, and its JSON (the caller's reference). */
static int64_t
find_call(const struct preset_load *l, struct json_object *call,
    struct json_object **before, int64_t *platform_id)
{
	struct stmt *s = db_query(l->db, Q_PRESET_CALL,
	    T(uuid, json_text(call, "uuid")));
	int64_t id = 0;

	*before = NULL;
	*platform_id = 0;
	if (stmt_step(s)) {
		const char *text;

		id = stmt_int(s, "id");
		*platform_id = stmt_int(s, "platform_id");
		text = stmt_text(s, "settings_json");
		json_parse(before, text, strlen(text), 32, NULL);
		stmt_done(s);
	}
	return id;
}

void
preset_check_scored(struct preset_load *l)
{
	const struct preset_files *calls = &l->preset->calls;
	size_t i, n;

	for (i = 0; i < calls->count; i++) {
		struct json_object *stages = json_array(calls->rows[i].json,
		    "stages"), *before;
		int64_t platform_id, call_id = find_call(l, calls->rows[i].json,
		    &before, &platform_id);

		json_object_put(before);
		if (call_id != 0 && platform_id != l->platform_id)
			shape_problem(l->why, calls->rows[i].name, "uuid",
			    _("trouvé « %s », qui est l’appel d’une autre "
			    "plateforme ; permis : un UUID neuf"),
			    json_text(calls->rows[i].json, "uuid"));
		for (n = 0; call_id != 0 && n < json_count(stages); n++) {
			int64_t stage_id = db_int(l->db, 0, Q_PRESET_STAGE,
			    I(call, call_id), T(key, json_text(json_at(stages,
			    n), "key")));
			struct grid *grid;

			if (!is_scored(l->db, stage_id) || grid_load(&grid,
			    l->db, l->mem, stage_id) != RC_OK ||
			    same_grid(l, grid, json_array(json_at(stages, n),
			    "grids")))
				continue;
			shape_problem(l->why, calls->rows[i].name,
			    mem_printf(l->mem, "stages[%zu].grids", n),
			    _("des évaluations existent déjà ; permis : les "
			    "mêmes critères, poids et niveaux (les textes "
			    "peuvent changer)"));
		}
	}
}

/* --- loading ----------------------------------------------------------------- */

static int64_t
stage_day(const struct preset_load *l, struct json_object *stage,
    const char *member, bool end)
{
	return preset_day_at(l, json_get(stage, member), end);
}

static void
load_stages(struct preset_load *l, int64_t call_id, struct json_object *stages)
{
	size_t i;

	db_run(l->db, Q_PRESET_STAGE_SHIFT, I(call, call_id));
	for (i = 0; i < json_count(stages); i++) {
		struct json_object *row = json_at(stages, i);
		int64_t to = stage_day(l, row, "to", true);

		db_run(l->db, Q_PRESET_STAGE_PUT, I(call, call_id),
		    I(position, (int64_t)i + 1), T(key, json_text(row, "key")),
		    T(label, json_text(row, "label")),
		    T(kind, json_text(row, "kind")),
		    I(opens_at, stage_day(l, row, "from", false)),
		    to < 0 ? NIL(closes_at) : I(closes_at, to),
		    T(visible, json_text_or(row, "see_others", "after_own")),
		    I(quorum, json_int(row, "minimum_reviews", 0)));
		load_grids(l, db_int(l->db, 0, Q_PRESET_STAGE, I(call, call_id),
		    T(key, json_text(row, "key"))), json_array(row, "grids"));
	}
	db_run(l->db, Q_PRESET_STAGE_DROP, I(call, call_id));
}

static void
load_call_themes(struct preset_load *l, int64_t call_id,
    struct json_object *themes)
{
	size_t i;

	db_run(l->db, Q_PRESET_CALL_THEME_CLEAR, I(call, call_id));
	for (i = 0; i < json_count(themes); i++)
		db_run(l->db, Q_PRESET_CALL_THEME_ADD, I(call, call_id),
		    I(theme, db_int(l->db, 0, Q_PRESET_THEME,
		    I(platform, l->platform_id),
		    T(key, json_at_text(themes, i)))));
}

/* A bullet each, as the open-data schema wants them (standards §1.2). */
static const char *
bullets(struct mem *mem, struct json_object *texts)
{
	struct buf b = BUF_INIT;
	const char *text;
	size_t i;

	for (i = 0; i < json_count(texts); i++)
		buf_printf(&b, "- %s\n", json_at_text(texts, i));
	text = mem_strdup(mem, b.data);
	buf_release(&b);
	return text;
}

#define MAYBE(n, row, key)						\
	(json_has((row), (key)) ? I(n, json_int((row), (key), 0)) : NIL(n))

static void
put_call(struct preset_load *l, struct json_object *call)
{
	struct json_object *silence = json_dict(call, "silence");
	int64_t closes = preset_day_at(l, json_get(call, "closes"), true);
	struct buf settings = BUF_INIT;

	json_canonical(&settings, call);
	db_run(l->db, Q_PRESET_CALL_PUT, T(uuid, json_text(call, "uuid")),
	    I(platform, l->platform_id), T(slug, json_text(call, "slug")),
	    T(title, json_text(call, "title")),
	    T(promise, json_text(call, "promise")),
	    T(description, json_text(call, "description")),
	    T(eligibility, bullets(l->mem, json_array(call, "eligibility"))),
	    I(funder, preset_put_organisation(l, json_dict(call, "funder"))),
	    ID(territory, preset_territory(l, json_text(call, "territory"))),
	    I(form, db_int(l->db, 0, Q_PRESET_FORM, I(platform, l->platform_id),
	    T(key, json_text(call, "form")))),
	    I(opens_at, preset_day_at(l, json_get(call, "opens"), false)),
	    closes < 0 ? NIL(closes_at) : I(closes_at, closes),
	    MAYBE(envelope, call, "envelope_cents"),
	    MAYBE(max_rate, call, "max_rate_percent"),
	    T(silence, json_text(silence, "meaning")),
	    I(silence_months, json_int(silence, "months", 2)),
	    T(remedies, json_text(call, "remedies")),
	    MAYBE(decision_days, call, "usual_delay_days"),
	    T(settings, settings.data), I(now, l->now));
	buf_release(&settings);
}

void
preset_load_calls(struct preset_load *l)
{
	const struct preset_files *calls = &l->preset->calls;
	size_t i;

	for (i = 0; i < calls->count; i++) {
		struct json_object *before, *call, *other;
		int64_t platform_id, id;

		find_call(l, calls->rows[i].json, &before, &platform_id);
		call = with_dates(l, calls->rows[i].json, before);
		json_object_put(before);
		put_call(l, call);
		id = find_call(l, call, &other, &platform_id);
		json_object_put(other);
		load_stages(l, id, json_array(call, "stages"));
		load_call_themes(l, id, json_array(call, "themes"));
		json_object_put(call);
	}
	l->report->calls = (int)calls->count;
}
