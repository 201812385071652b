/*
 * What every check of a preset asks: a file, a row, a text of it, what stands
 * twice. It knows no kind of file.
 */
#include "config.h"

#include "domain/preset_private.h"

#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/text.h"

#define TEXT_MAX_BYTES	((size_t)200000)

const struct preset_file *
preset_find(const struct preset_files *files, const char *key)
{
	size_t i;

	for (i = 0; key != NULL && i < files->count; i++)
		if (strcmp(files->rows[i].key, key) == 0)
			return &files->rows[i];
	return NULL;
}

struct json_object *
preset_row(struct json_object *array, const char *member, const char *text)
{
	size_t i;

	for (i = 0; text != NULL && i < json_count(array); i++) {
		const char *found = json_text(json_at(array, i), member);

		if (found != NULL && strcmp(found, text) == 0)
			return json_at(array, i);
	}
	return NULL;
}

bool
preset_has_file(const struct preset *p, const char *folder, const char *name)
{
	return name[0] != '.' && strchr(name, '/') == NULL &&
	    file_exists(mem_printf(p->mem, "%s/%s/%s", p->dir, folder, name));
}

void
preset_check_unique(struct problems *why, const char *file, const char *path,
    struct json_object *array, const char *member)
{
	size_t i;

	for (i = 0; i < json_count(array); i++) {
		const char *text = json_text(json_at(array, i), member);

		if (text != NULL && preset_row(array, member, text) !=
		    json_at(array, i))
			shape_problem(why, file, mem_printf(why->mem,
			    "%s[%zu].%s", path, i, member),
			    _("trouvé « %s » une seconde fois ; permis : une "
			    "valeur par élément"), text);
	}
}

bool
preset_days_reversed(struct json_object *from, struct json_object *to)
{
	bool relative = json_is(from, json_type_object);

	if (from == NULL || to == NULL ||
	    relative != json_is(to, json_type_object))
		return false;
	if (relative)
		return json_int(from, "day", 0) > json_int(to, "day", 0);
	return strcmp(json_object_get_string(from),
	    json_object_get_string(to)) > 0;
}

const char *
preset_read_text(const struct preset *p, struct problems *why,
    const char *file, const char *path, const char *name)
{
	char *text;
	size_t len;
	enum rc rc;

	if (name[0] == '/' || strstr(name, "..") != NULL) {
		shape_problem(why, file, path, _("trouvé « %s » ; permis : un "
		    "fichier de ce dossier"), name);
		return NULL;
	}
	rc = file_read(&text, &len, p->mem, mem_printf(p->mem, "%s/%s", p->dir,
	    name), TEXT_MAX_BYTES);
	if (rc != RC_OK) {
		shape_problem(why, file, path, _("trouvé « %s », qui n’est pas "
		    "lisible ; permis : un fichier de moins de %zu octets"),
		    name, TEXT_MAX_BYTES);
		return NULL;
	}
	if (!text_valid_utf8(text, len) || text_blank(text)) {
		shape_problem(why, name, "",
		    _("trouvé un texte vide ou qui n’est pas en UTF-8"));
		return NULL;
	}
	return text;
}

struct json_object *
preset_field_at(struct json_object *form, size_t n)
{
	struct json_object *steps = json_array(form, "steps");
	size_t s, b;

	for (s = 0; s < json_count(steps); s++) {
		struct json_object *blocks = json_array(json_at(steps, s),
		    "blocks");

		for (b = 0; b < json_count(blocks); b++) {
			struct json_object *fields = json_array(json_at(blocks,
			    b), "fields");

			if (n < json_count(fields))
				return json_at(fields, n);
			n -= json_count(fields);
		}
	}
	return NULL;
}

struct json_object *
preset_field(struct json_object *form, const char *key)
{
	struct json_object *steps = json_array(form, "steps");
	size_t s, b, f;

	for (s = 0; s < json_count(steps); s++) {
		struct json_object *blocks = json_array(json_at(steps, s),
		    "blocks");

		for (b = 0; b < json_count(blocks); b++) {
			struct json_object *fields = json_array(json_at(blocks,
			    b), "fields");

			for (f = 0; f < json_count(fields); f++)
				if (strcmp(json_text_or(json_at(fields, f),
				    "key", ""), key) == 0)
					return json_at(fields, f);
		}
	}
	return NULL;
}
