/*
 * calls/, grids/ and indicators.json: what a funder opens and what is judged.
 * It checks the rules of a call; it opens none.
 */
#include "config.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/form_rule.h"
#include "domain/preset_private.h"
#include "domain/siret.h"

/* --- grids ------------------------------------------------------------------ */

static const struct shape scale_shape[] = {
	ROW_IN("value", SHAPE_INT, NEEDED, 0, 1000),
	ROW_IN("label", SHAPE_TEXT, NEEDED, 0, 40),
	ROW_END
};
static const struct shape level_shape[] = {
	ROW_IN("value", SHAPE_INT, NEEDED, 0, 1000),
	ROW_IN("text", SHAPE_TEXT, NEEDED, 0, 400),
	ROW_END
};
static const struct shape criterion_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW_IN("label", SHAPE_TEXT, NEEDED, 0, 80),
	ROW_IN("weight", SHAPE_INT, NEEDED, 1, 100),
	ROW_IN("help", SHAPE_TEXT, 0, 0, 400),
	{ "levels", SHAPE_OBJECT, NEEDED | MANY, 2, 20, NULL, level_shape },
	ROW_END
};
static const struct shape grid_shape[] = {
	ROW_FORMAT,
	ROW("key", SHAPE_KEY, NEEDED),
	ROW_IN("label", SHAPE_TEXT, NEEDED, 0, 80),
	ROW_IN("question", SHAPE_TEXT, 0, 0, 300),
	{ "scale", SHAPE_OBJECT, NEEDED | MANY, 2, 20, NULL, scale_shape },
	{ "criteria", SHAPE_OBJECT, NEEDED | MANY, 1, 40, NULL,
	    criterion_shape },
	ROW_END
};

static void
check_levels(const char *file, struct problems *why, size_t i,
    struct json_object *criterion, struct json_object *scale)
{
	struct json_object *levels = json_array(criterion, "levels");
	size_t n;

	for (n = 0; n < json_count(scale); n++)
		if (json_int(json_at(levels, n), "value", -1) !=
		    json_int(json_at(scale, n), "value", -2) ||
		    json_count(levels) != json_count(scale)) {
			shape_problem(why, file, mem_printf(why->mem,
			    "criteria[%zu].levels", i), _("les niveaux ne sont "
			    "pas ceux de l’échelle ; permis : chaque valeur de "
			    "scale, dans l’ordre"));
			return;
		}
}

void
preset_check_grid(const struct preset_file *file, struct problems *why)
{
	struct json_object *criteria = json_array(file->json, "criteria");
	struct json_object *scale = json_array(file->json, "scale");
	int64_t sum = 0;
	size_t i;

	if (file->json == NULL)
		return;
	shape_check(why, file->name, file->json, grid_shape);
	preset_check_unique(why, file->name, "criteria", criteria, "key");
	for (i = 1; i < json_count(scale); i++)
		if (json_int(json_at(scale, i), "value", 0) <=
		    json_int(json_at(scale, i - 1), "value", 0))
			shape_problem(why, file->name, mem_printf(why->mem,
			    "scale[%zu].value", i), _("trouvé %lld ; permis : "
			    "plus que la valeur précédente"), (long long)
			    json_int(json_at(scale, i), "value", 0));
	for (i = 0; i < json_count(criteria); i++) {
		sum += json_int(json_at(criteria, i), "weight", 0);
		check_levels(file->name, why, i, json_at(criteria, i), scale);
	}
	if (sum != 100)
		shape_problem(why, file->name, "criteria", _("la somme des poids "
		    "est %lld ; permis : 100"), (long long)sum);
}

/* --- calls ------------------------------------------------------------------ */

static const struct shape point_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW("label", SHAPE_TEXT, NEEDED),
	ROW_END
};
static const struct shape outcome_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW("label", SHAPE_TEXT, NEEDED),
	ROW("advances", SHAPE_BOOL, NEEDED),
	ROW_END
};
static const struct shape stage_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW_OF("kind", NEEDED, "proposition|decision|funding|follow_up"),
	ROW_IN("label", SHAPE_TEXT, NEEDED, 0, 60),
	ROW("from", SHAPE_DAY, NEEDED),
	ROW("to", SHAPE_DAY, 0),
	ROW_IN("help", SHAPE_TEXT, 0, 0, 600),
	ROW("form", SHAPE_KEY, 0),
	ROW("reviewers", SHAPE_KEY, 0),
	ROW("grids", SHAPE_KEY, MANY),
	ROW_IN("minimum_reviews", SHAPE_INT, 0, 0, 100),
	ROW_OF("see_others", 0, "never|after_own|always"),
	ROWS("checks", MANY, point_shape),
	ROWS("outcomes", MANY, outcome_shape),
	ROWS("validations", MANY, point_shape),
	ROW_END
};
static const struct shape silence_shape[] = {
	ROW_OF("meaning", NEEDED, "accept|reject|none"),
	ROW_IN("months", SHAPE_INT, NEEDED, 0, 24),
	ROW_END
};
static const struct shape funder_shape[] = {
	ROW("name", SHAPE_TEXT, NEEDED),
	ROW_OF("kind", NEEDED, "association|company|municipality|public|"
	    "cooperative|other"),
	ROW("siret", SHAPE_CODE, 0),
	ROW_END
};
static const struct shape call_shape[] = {
	ROW_FORMAT,
	ROW("slug", SHAPE_KEY, NEEDED),
	ROW("uuid", SHAPE_UUID, NEEDED),
	ROW_OF("kind", NEEDED, "projects|commons"),
	ROW_IN("title", SHAPE_TEXT, NEEDED, 0, 120),
	ROW_IN("promise", SHAPE_TEXT, NEEDED, 0, 180),
	ROW_IN("description", SHAPE_LONG, NEEDED, 0, 5000),
	{ "eligibility", SHAPE_TEXT, NEEDED | MANY, 1, 30, NULL, NULL },
	ROW("opens", SHAPE_DAY, NEEDED),
	ROW("closes", SHAPE_DAY, 0),
	ROW("envelope_cents", SHAPE_INT, 0),
	ROW("min_cents", SHAPE_INT, 0),
	ROW("max_cents", SHAPE_INT, 0),
	ROW_IN("max_rate_percent", SHAPE_INT, 0, 1, 100),
	ROWS("funder", NEEDED, funder_shape),
	ROW("territory", SHAPE_CODE, NEEDED),
	ROW("themes", SHAPE_ANY, NEEDED),
	ROW("targets", SHAPE_TEXT, MANY),
	ROW("form", SHAPE_KEY, NEEDED),
	ROW("supplement", SHAPE_KEY, 0),
	ROWS("ineligible_if", MANY, preset_bar_shape),
	{ "stages", SHAPE_OBJECT, NEEDED | MANY, 1, 12, NULL, stage_shape },
	ROWS("silence", NEEDED, silence_shape),
	ROW_IN("usual_delay_days", SHAPE_INT, 0, 1, 1000),
	ROW_IN("remedies", SHAPE_LONG, NEEDED, 0, 3000),
	ROW_IN("legal_basis", SHAPE_TEXT, 0, 0, 600),
	ROW_END
};

static void
check_form_of(const struct preset *p, struct problems *why, const char *file,
    const char *path, const char *key, const char *kinds)
{
	const struct preset_file *form = preset_find(&p->forms, key);

	if (key != NULL && (form == NULL || !shape_choice(kinds,
	    json_text_or(form->json, "kind", ""))))
		shape_problem(why, file, path, _("trouvé « %s » ; permis : un "
		    "fichier de forms/ dont kind est %s"), key,
		    shape_choices_text(why->mem, kinds));
}

/* The call's own reasons of ineligibility, about the questions of its form. */
static void
check_bars(const struct preset *p, struct problems *why, const char *file,
    struct json_object *call)
{
	struct problems found = PROBLEMS_INIT(why->mem);
	struct json_object *list = json_array(call, "ineligible_if");
	const struct preset_file *file_of = list == NULL ? NULL
	    : preset_find(&p->forms, json_text_or(call, "form", ""));
	const struct problem *x;
	struct form_bar *bars;
	const char *where;
	struct form *form;
	size_t n;

	/* A form that does not hold is told about in its own file. */
	if (file_of == NULL || file_of->json == NULL || form_parse(&form,
	    why->mem, file_of->json, &where) != RC_OK)
		return;
	form_bars_read(&bars, &n, form, why->mem, list, "ineligible_if", true,
	    &found);
	for (x = found.first; x != NULL; x = x->next)
		shape_problem(why, file, x->where, "%s", x->text);
}

static void
check_themes(const struct preset *p, struct problems *why, const char *file,
    struct json_object *themes)
{
	struct json_object *known = json_array(p->platform.json, "themes");
	size_t i;

	if (json_is(themes, json_type_string) &&
	    strcmp(json_object_get_string(themes), "all") == 0)
		return;
	if (json_count(themes) == 0)
		shape_problem(why, file, "themes", _("trouvé %s ; permis : "
		    "« all », ou une liste de clés de thèmes"),
		    shape_found(why->mem, themes));
	for (i = 0; known != NULL && i < json_count(themes); i++)
		if (preset_row(known, "key", json_at_text(themes, i)) == NULL)
			shape_problem(why, file, mem_printf(why->mem,
			    "themes[%zu]", i), _("trouvé %s ; permis : une clé "
			    "de platform.json, themes"), shape_found(why->mem,
			    json_at(themes, i)));
}

/* Criteria of all the grids of a stage lie in one tree: keys are unique. */
static void
check_stage_grids(const struct preset *p, struct problems *why,
    const char *file, const char *path, struct json_object *grids)
{
	size_t i, j, n;

	for (i = 0; i < json_count(grids); i++) {
		const char *key = json_at_text(grids, i);
		const struct preset_file *grid = preset_find(&p->grids, key);
		struct json_object *criteria;

		if (grid == NULL && key != NULL)
			shape_problem(why, file, mem_printf(why->mem,
			    "%s.grids[%zu]", path, i), _("trouvé « %s » ; permis "
			    ": un fichier de grids/"), key);
		if (grid == NULL)
			continue;
		criteria = json_array(grid->json, "criteria");
		for (j = 0; j < i; j++) {
			const struct preset_file *other = preset_find(&p->grids,
			    json_at_text(grids, j));

			for (n = 0; other != NULL && n < json_count(criteria);
			    n++)
				if (preset_row(json_array(other->json,
				    "criteria"), "key", json_text(json_at(
				    criteria, n), "key")) != NULL)
					shape_problem(why, file, mem_printf(
					    why->mem, "%s.grids[%zu]", path, i),
					    _("le critère « %s » est aussi dans "
					    "%s ; permis : une clé par étape"),
					    json_text(json_at(criteria, n),
					    "key"), other->name);
		}
	}
}

static void
check_stage(const struct preset *p, struct problems *why, const char *file,
    size_t i, struct json_object *stage)
{
	const char *path = mem_printf(why->mem, "stages[%zu]", i);
	const char *role = json_text(stage, "reviewers");

	if (preset_days_reversed(json_get(stage, "from"), json_get(stage, "to")))
		shape_problem(why, file, mem_printf(why->mem, "%s.to", path),
		    _("trouvé un jour avant from ; permis : le même jour, ou "
		    "plus tard"));
	check_form_of(p, why, file, mem_printf(why->mem, "%s.form", path),
	    json_text(stage, "form"), "project|commons|annotation|supplement");
	if (role != NULL && !preset_role_known(p, role))
		shape_problem(why, file, mem_printf(why->mem, "%s.reviewers",
		    path), _("trouvé « %s » ; permis : un rôle intégré, ou une "
		    "clé de platform.json, roles"), role);
	preset_check_unique(why, file, mem_printf(why->mem, "%s.checks", path),
	    json_array(stage, "checks"), "key");
	preset_check_unique(why, file, mem_printf(why->mem, "%s.outcomes",
	    path), json_array(stage, "outcomes"), "key");
	preset_check_unique(why, file, mem_printf(why->mem, "%s.validations",
	    path), json_array(stage, "validations"), "key");
	check_stage_grids(p, why, file, path, json_array(stage, "grids"));
}

static void
check_money(struct problems *why, const char *file, struct json_object *call)
{
	int64_t max = json_int(call, "max_cents", INT64_MAX);

	if (json_int(call, "min_cents", 0) > max)
		shape_problem(why, file, "max_cents", _("trouvé %lld ; permis : "
		    "au moins min_cents, soit %lld"), (long long)max,
		    (long long)json_int(call, "min_cents", 0));
	if (max != INT64_MAX && max > json_int(call, "envelope_cents",
	    INT64_MAX))
		shape_problem(why, file, "max_cents", _("trouvé %lld ; permis : "
		    "au plus l’enveloppe, soit %lld"), (long long)max,
		    (long long)json_int(call, "envelope_cents", 0));
}

static void
check_funder(struct problems *why, const char *file, struct json_object *call)
{
	const char *siret = json_text(json_dict(call, "funder"), "siret");

	if (siret != NULL && !siret_valid(siret))
		shape_problem(why, file, "funder.siret", _("trouvé « %s » ; "
		    "permis : 14 chiffres dont la clé est juste"), siret);
}

void
preset_check_call(const struct preset *p, const struct preset_file *file,
    struct problems *why)
{
	struct json_object *call = file->json, *stages;
	const char *name = file->name;
	size_t i;

	if (call == NULL)
		return;
	shape_check(why, name, call, call_shape);
	stages = json_array(call, "stages");
	if (preset_days_reversed(json_get(call, "opens"),
	    json_get(call, "closes")))
		shape_problem(why, name, "closes", _("trouvé un jour avant "
		    "opens ; permis : le même jour, ou plus tard"));
	if (text_ends(json_text_or(call, "promise", ""), "."))
		shape_problem(why, name, "promise",
		    _("trouvé un point final ; permis : une phrase sans point"));
	check_money(why, name, call);
	check_funder(why, name, call);
	check_form_of(p, why, name, "form", json_text(call, "form"),
	    "project|commons");
	check_form_of(p, why, name, "supplement", json_text(call, "supplement"),
	    "supplement");
	check_bars(p, why, name, call);
	check_themes(p, why, name, json_get(call, "themes"));
	preset_check_unique(why, name, "stages", stages, "key");
	if (json_count(stages) > 0 && strcmp(json_text_or(json_at(stages, 0),
	    "kind", ""), "proposition") != 0)
		shape_problem(why, name, "stages[0].kind",
		    _("trouvé « %s » ; permis : proposition, pour la première "
		    "étape"), json_text_or(json_at(stages, 0), "kind", ""));
	for (i = 0; i < json_count(stages); i++)
		check_stage(p, why, name, i, json_at(stages, i));
}

/* --- indicators ------------------------------------------------------------- */

static const struct shape indicator_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW("label", SHAPE_TEXT, NEEDED),
	ROW_IN("unit", SHAPE_TEXT, NEEDED, 0, 40),
	ROW_OF("roll_up", NEEDED, "sum|mean|last|none"),
	ROW_IN("method", SHAPE_TEXT, 0, 0, 600),
	ROW_END
};
static const struct shape indicators_shape[] = {
	ROW_FORMAT,
	ROWS("indicators", NEEDED | MANY, indicator_shape),
	ROW_END
};

void
preset_check_indicators(const struct preset *p, struct problems *why)
{
	const struct preset_file *file = &p->indicators;

	if (file->json == NULL)
		return;
	shape_check(why, file->name, file->json, indicators_shape);
	preset_check_unique(why, file->name, "indicators",
	    json_array(file->json, "indicators"), "key");
}
