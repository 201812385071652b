/*
 * demo/: organisations, people and projects, checked before they are played.
 * Amounts must add up, names must lead somewhere; nothing is corrected.
 */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/preset_private.h"
#include "domain/siret.h"

static const struct shape organisation_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW("name", SHAPE_TEXT, NEEDED),
	ROW_OF("kind", NEEDED, "association|company|municipality|public|"
	    "cooperative|informal|other"),
	ROW("commune", SHAPE_CODE, NEEDED),
	ROW("siret", SHAPE_CODE, 0),
	ROW("rna", SHAPE_CODE, 0),
	ROW("address", SHAPE_TEXT, 0),
	ROW("web", SHAPE_URL, 0),
	ROW_IN("about", SHAPE_TEXT, 0, 0, 600),
	ROW_END
};
static const struct shape organisations_shape[] = {
	ROW_FORMAT,
	ROWS("organisations", NEEDED | MANY, organisation_shape),
	ROW_END
};
static const struct shape grant_shape[] = {
	ROW("role", SHAPE_KEY, NEEDED),
	ROW("scope", SHAPE_TEXT, NEEDED),
	ROW_END
};
static const struct shape person_shape[] = {
	ROW("key", SHAPE_KEY, NEEDED),
	ROW("name", SHAPE_TEXT, NEEDED),
	ROW("email", SHAPE_EMAIL, NEEDED),
	ROW("organisation", SHAPE_KEY, 0),
	ROW("job", SHAPE_TEXT, 0),
	ROW("phone", SHAPE_PHONE, 0),
	ROWS("roles", MANY, grant_shape),
	ROW_END
};
static const struct shape people_shape[] = {
	ROW_FORMAT,
	ROW("passphrase", SHAPE_TEXT, NEEDED),
	ROWS("people", NEEDED | MANY, person_shape),
	ROW_END
};
static const struct shape cost_shape[] = {
	ROW("label", SHAPE_TEXT, NEEDED),
	ROW_IN("amount_cents", SHAPE_INT, NEEDED, 1, INT64_MAX),
	ROW_END
};
static const struct shape plan_source_shape[] = {
	ROW("funder", SHAPE_KEY, NEEDED),
	ROW_OF("kind", NEEDED, "public|private|own|in_kind|loan"),
	ROW("asked_cents", SHAPE_INT, NEEDED),
	ROW("conditional", SHAPE_BOOL, 0),
	ROW("note", SHAPE_TEXT, 0),
	ROW_END
};
static const struct shape plan_shape[] = {
	ROWS("costs", NEEDED | MANY, cost_shape),
	ROWS("sources", NEEDED | MANY, plan_source_shape),
	ROW_END
};
static const struct shape document_shape[] = {
	ROW("field", SHAPE_KEY, NEEDED),
	ROW("file", SHAPE_TEXT, NEEDED),
	ROW("nature", SHAPE_KEY, NEEDED),
	ROW("label", SHAPE_TEXT, NEEDED),
	ROW("issued", SHAPE_DAY, 0),
	ROW_END
};
static const struct shape milestone_shape[] = {
	ROW("label", SHAPE_TEXT, NEEDED),
	ROW("due", SHAPE_DAY, NEEDED),
	ROW("done", SHAPE_DAY, 0),
	ROW_END
};
static const struct shape action_shape[] = {
	ROW("title", SHAPE_TEXT, NEEDED),
	ROW("lead", SHAPE_TEXT, 0),
	ROW("from", SHAPE_DAY, NEEDED),
	ROW("to", SHAPE_DAY, NEEDED),
	ROW_IN("progress_percent", SHAPE_INT, NEEDED, 0, 100),
	ROW_OF("status", NEEDED, "planned|in_progress|done|late|blocked|"
	    "abandoned"),
	ROWS("milestones", MANY, milestone_shape),
	ROW_END
};
static const struct shape target_shape[] = {
	ROW("indicator", SHAPE_KEY, NEEDED),
	ROW_IN("baseline", SHAPE_INT, 0, INT64_MIN, INT64_MAX),
	ROW_IN("goal", SHAPE_INT, NEEDED, INT64_MIN, INT64_MAX),
	ROW("due", SHAPE_DAY, 0),
	ROW_END
};
static const struct shape project_shape[] = {
	ROW_FORMAT,
	ROW("slug", SHAPE_KEY, NEEDED),
	ROW_OF("state", NEEDED, "draft|listening|submitted|under_review|accepted"
	    "|refused|closed|withdrawn|funded|in_progress|completed|abandoned"),
	ROW("organisation", SHAPE_KEY, NEEDED),
	ROW("holder", SHAPE_KEY, NEEDED),
	ROW("answers", SHAPE_ANY, NEEDED),
	ROWS("plan", NEEDED, plan_shape),
	ROWS("documents", MANY, document_shape),
	ROWS("actions", MANY, action_shape),
	ROWS("targets", MANY, target_shape),
	ROW("story", SHAPE_ANY, NEEDED),
	ROW_END
};

static void
check_organisations(const struct preset_file *file, struct problems *why)
{
	struct json_object *rows = json_array(file->json, "organisations");
	size_t i;

	shape_check(why, file->name, file->json, organisations_shape);
	preset_check_unique(why, file->name, "organisations", rows, "key");
	preset_check_unique(why, file->name, "organisations", rows, "siret");
	preset_check_unique(why, file->name, "organisations", rows, "rna");
	for (i = 0; i < json_count(rows); i++) {
		const char *siret = json_text(json_at(rows, i), "siret");
		const char *rna = json_text(json_at(rows, i), "rna");

		if (siret != NULL && !siret_valid(siret))
			shape_problem(why, file->name, mem_printf(why->mem,
			    "organisations[%zu].siret", i), _("trouvé « %s » ; "
			    "permis : 14 chiffres dont la clé est juste"),
			    siret);
		if (rna != NULL && !rna_valid(rna))
			shape_problem(why, file->name, mem_printf(why->mem,
			    "organisations[%zu].rna", i), _("trouvé « %s » ; "
			    "permis : W et neuf signes"), rna);
	}
}

/* "platform", "territory:<code>", "call:<slug>". */
static bool
scope_known(const struct preset *p, const char *scope)
{
	return strcmp(scope, "platform") == 0 ||
	    (text_starts(scope, "territory:") && scope[10] != '\0') ||
	    (text_starts(scope, "call:") &&
	    preset_find(&p->calls, scope + 5) != NULL);
}

static void
check_person(const struct preset *p, struct problems *why, const char *file,
    size_t i, struct json_object *person)
{
	struct json_object *roles = json_array(person, "roles");
	const char *organisation = json_text(person, "organisation");
	const char *path = mem_printf(why->mem, "people[%zu]", i);
	size_t r;

	if (organisation != NULL && preset_row(json_array(
	    p->organisations.json, "organisations"), "key", organisation) ==
	    NULL)
		shape_problem(why, file, mem_printf(why->mem, "%s.organisation",
		    path), _("trouvé « %s » ; permis : une clé de "
		    "demo/organisations.json"), organisation);
	for (r = 0; r < json_count(roles); r++) {
		const char *role = json_text_or(json_at(roles, r), "role", "");
		const char *scope = json_text_or(json_at(roles, r), "scope", "");

		if (!preset_role_known(p, role))
			shape_problem(why, file, mem_printf(why->mem,
			    "%s.roles[%zu].role", path, r), _("trouvé « %s » ; "
			    "permis : un rôle intégré, ou une clé de "
			    "platform.json, roles"), role);
		if (!scope_known(p, scope))
			shape_problem(why, file, mem_printf(why->mem,
			    "%s.roles[%zu].scope", path, r), _("trouvé « %s » ; "
			    "permis : platform, territory:<code>, call:<clé "
			    "d’un appel>"), scope);
	}
}

void
preset_check_people(const struct preset *p, struct problems *why)
{
	struct json_object *people = json_array(p->people.json, "people");
	size_t i;

	if (p->organisations.json != NULL)
		check_organisations(&p->organisations, why);
	if (p->people.json == NULL)
		return;
	shape_check(why, p->people.name, p->people.json, people_shape);
	preset_check_unique(why, p->people.name, "people", people, "key");
	preset_check_unique(why, p->people.name, "people", people, "email");
	for (i = 0; i < json_count(people); i++)
		check_person(p, why, p->people.name, i, json_at(people, i));
}

static int64_t
sum_of(struct json_object *rows, const char *member)
{
	int64_t sum = 0;
	size_t i;

	for (i = 0; i < json_count(rows); i++)
		sum += json_int(json_at(rows, i), member, 0);
	return sum;
}

/* Costs = sources = the answer that maps to the cost. */
static void
check_plan(const struct preset *p, const struct preset_file *file,
    struct problems *why)
{
	struct json_object *plan = json_dict(file->json, "plan");
	struct json_object *sources = json_array(plan, "sources");
	int64_t costs = sum_of(json_array(plan, "costs"), "amount_cents");
	int64_t asked = sum_of(sources, "asked_cents");
	int64_t cost = json_int(json_dict(file->json, "answers"), "cout",
	    costs);
	size_t i;

	if (costs != asked || costs != cost)
		shape_problem(why, file->name, "plan", _("dépenses %lld, "
		    "ressources %lld, coût %lld ; permis : trois fois le même "
		    "nombre de centimes"), (long long)costs, (long long)asked,
		    (long long)cost);
	preset_check_unique(why, file->name, "plan.sources", sources, "funder");
	for (i = 0; i < json_count(sources); i++) {
		const char *funder = json_text(json_at(sources, i), "funder");

		if (funder != NULL && preset_row(json_array(
		    p->organisations.json, "organisations"), "key", funder) ==
		    NULL)
			shape_problem(why, file->name, mem_printf(why->mem,
			    "plan.sources[%zu].funder", i), _("trouvé « %s » ; "
			    "permis : une clé de demo/organisations.json"),
			    funder);
	}
}

static const struct preset_file *
deposit_form(const struct preset *p)
{
	size_t i;

	for (i = 0; i < p->forms.count; i++)
		if (strcmp(json_text_or(p->forms.rows[i].json, "kind", ""),
		    "project") == 0)
			return &p->forms.rows[i];
	return NULL;
}

static void
check_answers(const struct preset *p, const struct preset_file *file,
    struct problems *why)
{
	const struct preset_file *form = deposit_form(p);

	if (form == NULL)
		return;
	JSON_EACH(json_dict(file->json, "answers"), m) {
		const char *key = m.key;
		struct json_object *value = m.value;

		struct json_object *field = preset_field(form->json, key);
		struct json_object *options = json_array(field, "options");

		if (field == NULL)
			shape_problem(why, file->name, mem_printf(why->mem,
			    "answers.%s", key), _("question inconnue ; permis : "
			    "celles de %s"), form->name);
		else if (options != NULL && json_is(value, json_type_string) &&
		    preset_row(options, "key", json_object_get_string(value)) ==
		    NULL)
			shape_problem(why, file->name, mem_printf(why->mem,
			    "answers.%s", key), _("trouvé %s ; permis : une "
			    "option de la question"), shape_found(why->mem,
			    value));
	}
}

static void
check_documents(const struct preset *p, const struct preset_file *file,
    struct problems *why)
{
	struct json_object *documents = json_array(file->json, "documents");
	size_t i;

	for (i = 0; i < json_count(documents); i++) {
		const char *name = json_text(json_at(documents, i), "file");

		if (name != NULL && (strchr(name, '/') != NULL ||
		    !file_exists(mem_printf(why->mem, "%s/demo/documents/%s",
		    p->dir, name))))
			shape_problem(why, file->name, mem_printf(why->mem,
			    "documents[%zu].file", i), _("trouvé « %s » ; permis "
			    ": un fichier de demo/documents"), name);
	}
}

void
preset_check_project(const struct preset *p, const struct preset_file *file,
    struct problems *why)
{
	const char *slug = json_text(file->json, "slug");

	if (file->json == NULL)
		return;
	shape_check(why, file->name, file->json, project_shape);
	if (slug != NULL && !text_ends(file->key, slug))
		shape_problem(why, file->name, "slug", _("trouvé « %s » ; permis "
		    ": la fin du nom du fichier"), slug);
	if (preset_row(json_array(p->organisations.json, "organisations"),
	    "key", json_text(file->json, "organisation")) == NULL)
		shape_problem(why, file->name, "organisation", _("trouvé %s ; "
		    "permis : une clé de demo/organisations.json"),
		    shape_found(why->mem, json_get(file->json, "organisation")));
	check_plan(p, file, why);
	check_answers(p, file, why);
	check_documents(p, file, why);
	preset_check_story(p, file, why);
}
