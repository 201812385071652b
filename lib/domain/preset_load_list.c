/*
 * Reference lists and model files of a preset into the database.
 * A list that does not read is said line by line, and nothing is loaded.
 */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/preset_private.h"
#include "domain/reference.h"
#include "domain/stored_file.h"

#define MODEL_BYTES	((size_t)5 << 20)

/* --- lists ------------------------------------------------------------------- */

/* The file read; every problem at "lists/x.csv: ligne 3, colonne 2". */
static bool
read_list(const struct preset *p, const struct preset_file *file,
    struct problems *why, struct reference_items *items,
    char sha256[DIGEST_HEX])
{
	struct problems own = PROBLEMS_INIT(p->mem);
	const struct problem *one;
	char *bytes;
	size_t len;

	if (file_read(&bytes, &len, p->mem, mem_printf(p->mem, "%s/%s", p->dir,
	    file->name), REFERENCE_BYTES) != RC_OK) {
		shape_problem(why, file->name, "", _("ce fichier n’est pas "
		    "lisible ; permis : moins de %zu octets"),
		    REFERENCE_BYTES);
		return false;
	}
	digest_sha256_hex(sha256, bytes, len);
	reference_read(items, p->mem, bytes, len, &own);
	for (one = own.first; one != NULL; one = one->next)
		shape_problem(why, file->name, one->where, "%s", one->text);
	return own.count == 0;
}

void
preset_check_lists(const struct preset *p, struct problems *why)
{
	struct reference_items items;
	char sha256[DIGEST_HEX];
	size_t i;

	for (i = 0; i < p->lists.count; i++)
		read_list(p, &p->lists.rows[i], why, &items, sha256);
}

/* What platform.json calls it, else its key with spaces. */
static const char *
label_of(const struct preset *p, const char *key)
{
	struct json_object *row = preset_row(json_array(p->platform.json,
	    "lists"), "key", key);
	char *words, *dash;

	if (row != NULL)
		return json_text_or(row, "label", key);
	words = mem_strdup(p->mem, key);
	while ((dash = strchr(words, '-')) != NULL)
		*dash = ' ';
	return text_capital(p->mem, words);
}

void
preset_load_lists(struct preset_load *l)
{
	const struct preset *p = l->preset;
	struct reference_items items;
	char sha256[DIGEST_HEX];
	size_t i;

	for (i = 0; i < p->lists.count; i++) {
		const struct preset_file *file = &p->lists.rows[i];

		if (read_list(p, file, l->why, &items, sha256))
			reference_put(l->db, l->mem, l->platform_id,
			    &(struct reference_list){ .key = file->key,
			    .label = label_of(p, file->key),
			    .source = file->name, .sha256 = sha256 }, &items,
			    l->now);
	}
}

/* --- model files ----------------------------------------------------------------- */

/* The bytes of one, kept; *r has their digest. */
static enum rc
keep_model(struct preset_load *l, const char *name, struct received *r,
    const char **type)
{
	const char *tmp = mem_printf(l->mem, "%s/tmp", db_state_dir(l->db));
	char *data, sha256[DIGEST_HEX];
	size_t len;
	enum rc rc;

	rc = file_read(&data, &len, l->mem, mem_printf(l->mem,
	    "%s/models/%s", l->preset->dir, name), MODEL_BYTES);
	if (rc == RC_OK)
		rc = dir_make(tmp, 0750);
	if (rc == RC_OK)
		rc = file_temporary(&r->fd, &r->path, l->mem, tmp);
	if (rc != RC_OK)
		return rc;
	digest_sha256_hex(sha256, data, len);
	r->sha256 = mem_strdup(l->mem, sha256);
	r->size_bytes = (int64_t)len;
	r->name = name;
	rc = file_write_all(r->fd, data, len, r->path);
	*type = mem_strdup(l->mem, stored_file_type(r->fd));
	if (rc == RC_OK)
		rc = stored_file_keep(l->db, l->mem, r);
	close(r->fd);
	if (rc != RC_OK)
		file_remove(r->path);
	return rc;
}

void
preset_keep_models(struct preset_load *l)
{
	const char **names;
	enum rc rc;

	if (dir_list(&names, l->mem, mem_printf(l->mem, "%s/models",
	    l->preset->dir)) != RC_OK)
		return;
	for (; *names != NULL; names++) {
		struct preset_model *m = MEM_NEW(l->mem, struct preset_model);

		rc = keep_model(l, *names, &m->received, &m->type);
		if (rc != RC_OK) {
			shape_problem(l->why, mem_printf(l->mem, "models/%s",
			    *names), "", _("ce fichier n’est pas lisible ; "
			    "permis : moins de %zu octets"), MODEL_BYTES);
			continue;
		}
		m->next = l->models;
		l->models = m;
	}
}

void
preset_load_models(struct preset_load *l)
{
	const struct preset_model *m;

	for (m = l->models; m != NULL; m = m->next)
		db_run(l->db, Q_PLATFORM_FILE_PUT,
		    I(platform, l->platform_id), T(name, m->received.name),
		    I(file, stored_file_row(l->db, &m->received, m->type,
		    l->now)));
}
