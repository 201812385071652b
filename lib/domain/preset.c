/*
 * A preset folder, read whole into memory and checked file by file.
 * It reads no database and stops at no problem: all of them are listed.
 */
#include "config.h"

#include "domain/preset.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/preset_private.h"

#define FILE_MAX_BYTES	((size_t)1 << 20)

static const char top_names[] = "platform.json|indicators.json|forms|grids|"
    "calls|imports|lists|models|texts|demo|README.md|logo.svg";

/* One JSON file; a file that is not JSON is a problem, and json stays NULL. */
static enum rc
read_json(struct preset *p, struct preset_file *file, const char *name,
    struct problems *why)
{
	struct json_error error;
	enum rc rc;

	file->name = name;
	rc = json_read(&file->json, p->mem, mem_printf(p->mem, "%s/%s", p->dir,
	    name), FILE_MAX_BYTES, &error);
	if (rc != RC_INVALID)
		return rc;
	shape_problem(why, name, mem_printf(p->mem, _("ligne %d, colonne %d"),
	    error.line, error.column), _("ce n’est pas du JSON : %s"),
	    error.text);
	return RC_OK;
}

/*
 * Every file of a folder with that ending, sorted by name, its content not
 * read; no folder is no file.
 */
static enum rc
read_names(struct preset *p, struct preset_files *files, const char *folder,
    const char *ending, struct problems *why)
{
	const char **names;
	size_t n;
	enum rc rc;

	rc = dir_list(&names, p->mem, mem_printf(p->mem, "%s/%s", p->dir,
	    folder));
	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	for (n = 0; names[n] != NULL; n++)
		;
	files->rows = MEM_ARRAY(p->mem, n + 1, struct preset_file);
	for (; *names != NULL; names++) {
		struct preset_file *file = &files->rows[files->count];
		const char *name = mem_printf(p->mem, "%s/%s", folder, *names);

		if (!text_ends(*names, ending)) {
			shape_problem(why, name, "", _("fichier inattendu ; "
			    "permis : des fichiers %s"), ending);
			continue;
		}
		file->name = name;
		file->key = mem_strndup(p->mem, *names, strlen(*names) -
		    strlen(ending));
		files->count++;
	}
	return RC_OK;
}

/* Every .json file of a folder, and what it holds. */
static enum rc
read_folder(struct preset *p, struct preset_files *files, const char *folder,
    struct problems *why)
{
	enum rc rc = read_names(p, files, folder, ".json", why);
	size_t i;

	for (i = 0; rc == RC_OK && i < files->count; i++)
		rc = read_json(p, &files->rows[i], files->rows[i].name, why);
	return rc;
}

static enum rc
read_optional(struct preset *p, struct preset_file *file, const char *name,
    struct problems *why)
{
	enum rc rc = read_json(p, file, name, why);

	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

static enum rc
read_files(struct preset *p, struct problems *why)
{
	enum rc rc = read_json(p, &p->platform, "platform.json", why);

	if (rc == RC_OK)
		rc = read_optional(p, &p->indicators, "indicators.json", why);
	if (rc == RC_OK)
		rc = read_folder(p, &p->forms, "forms", why);
	if (rc == RC_OK)
		rc = read_folder(p, &p->grids, "grids", why);
	if (rc == RC_OK)
		rc = read_folder(p, &p->calls, "calls", why);
	if (rc == RC_OK)
		rc = read_folder(p, &p->imports, "imports", why);
	if (rc == RC_OK)
		rc = read_names(p, &p->lists, "lists", ".csv", why);
	if (rc != RC_OK || !p->demo)
		return rc;
	rc = read_optional(p, &p->organisations, "demo/organisations.json", why);
	if (rc == RC_OK)
		rc = read_optional(p, &p->people, "demo/people.json", why);
	if (rc == RC_OK)
		rc = read_folder(p, &p->projects, "demo/projects", why);
	return rc;
}

/* A name that nothing reads is a typing error. */
static enum rc
check_names(const struct preset *p, struct problems *why)
{
	const char **names;
	enum rc rc = dir_list(&names, p->mem, p->dir);

	for (; rc == RC_OK && *names != NULL; names++)
		if (!shape_choice(top_names, *names))
			shape_problem(why, *names, "",
			    _("nom inattendu ; permis : %s"),
			    shape_choices_text(why->mem, top_names));
	return rc;
}

/* The name of a file is the key inside it. */
static void
check_keys(const struct preset_files *files, const char *member,
    struct problems *why)
{
	size_t i;

	for (i = 0; i < files->count; i++) {
		const char *key = json_text(files->rows[i].json, member);

		if (key != NULL && strcmp(key, files->rows[i].key) != 0)
			shape_problem(why, files->rows[i].name, member,
			    _("trouvé « %s » ; permis : « %s », comme le nom du "
			    "fichier"), key, files->rows[i].key);
	}
}

static void
check_all(const struct preset *p, struct problems *why)
{
	size_t i;

	preset_check_platform(p, why);
	check_keys(&p->forms, "key", why);
	check_keys(&p->grids, "key", why);
	check_keys(&p->calls, "slug", why);
	check_keys(&p->imports, "key", why);
	if (p->forms.count == 0)
		shape_problem(why, "forms", "",
		    _("aucun formulaire ; permis : un au moins"));
	for (i = 0; i < p->forms.count; i++)
		preset_check_form(p, &p->forms.rows[i], why);
	preset_check_shared_keys(p, why);
	preset_check_lists(p, why);
	for (i = 0; i < p->grids.count; i++)
		preset_check_grid(&p->grids.rows[i], why);
	for (i = 0; i < p->calls.count; i++)
		preset_check_call(p, &p->calls.rows[i], why);
	preset_check_indicators(p, why);
	for (i = 0; i < p->imports.count; i++)
		preset_check_mapping(why, p->imports.rows[i].name,
		    p->imports.rows[i].json, p->platform.json);
	if (!p->demo)
		return;
	preset_check_people(p, why);
	for (i = 0; i < p->projects.count; i++)
		preset_check_project(p, &p->projects.rows[i], why);
}

enum rc
preset_read(struct preset **preset, struct mem *mem, const char *dir,
    bool with_demo, struct problems *why)
{
	struct preset *p = MEM_NEW(mem, struct preset);
	enum rc rc;

	p->mem = mem;
	p->dir = mem_strdup(mem, dir);
	p->demo = with_demo;
	*preset = p;
	rc = read_files(p, why);
	if (rc == RC_OK)
		rc = check_names(p, why);
	if (rc != RC_OK)
		return rc;
	check_all(p, why);
	return why->count == 0 ? RC_OK : RC_INVALID;
}

static void
free_files(struct preset_files *files)
{
	size_t i;

	for (i = 0; i < files->count; i++)
		json_object_put(files->rows[i].json);
}

void
preset_free(struct preset *p)
{
	if (p == NULL)
		return;
	free_files(&p->forms);
	free_files(&p->grids);
	free_files(&p->calls);
	free_files(&p->imports);
	free_files(&p->projects);
	json_object_put(p->platform.json);
	json_object_put(p->indicators.json);
	json_object_put(p->organisations.json);
	json_object_put(p->people.json);
}

const char *
preset_slug(const struct preset *p)
{
	return json_text(p->platform.json, "slug");
}

int
preset_file_count(const struct preset *p)
{
	return 1 + (p->indicators.json != NULL) + (p->organisations.json != NULL)
	    + (p->people.json != NULL) + (int)(p->forms.count + p->grids.count +
	    p->calls.count + p->imports.count + p->projects.count);
}

