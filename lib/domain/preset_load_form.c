/*
 * Forms into the database: a published revision never changes, so a changed
 * file is a new revision or is refused.
 */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "base/digest.h"
#include "base/lang.h"
#include "domain/preset_private.h"

/* The canonical text of a form, in mem, and its SHA-256. */
static const char *
canonical(struct mem *mem, struct json_object *form, char sha256[DIGEST_HEX])
{
	struct buf b = BUF_INIT;
	const char *text;

	json_canonical(&b, form);
	text = mem_strdup(mem, b.data);
	digest_sha256_hex(sha256, b.data, b.len);
	buf_release(&b);
	return text;
}

/* What the database has of a form. */
struct revision {
	int64_t		 number;	/* the file's; 0: not loaded yet */
	int64_t		 newest;	/* 0: none */
	bool		 same;		/* that number has the same content */
};

static void
find_revision(const struct preset_load *l, struct json_object *form,
    const char *sha256, struct revision *found)
{
	struct stmt *s = db_query(l->db, Q_PRESET_REVISION,
	    I(platform, l->platform_id), T(key, json_text(form, "key")),
	    I(number, json_int(form, "revision", 0)));

	memset(found, 0, sizeof(*found));
	if (stmt_step(s)) {
		found->number = stmt_int(s, "number");
		found->same = found->number != 0 &&
		    strcmp(stmt_text(s, "sha256"), sha256) == 0;
		found->newest = stmt_int(s, "newest");
		stmt_done(s);
	}
}

/*
 * A key is one answer: it keeps its type in every form of the platform, those
 * that agents wrote too, and in every revision.
 */
static void
check_types(struct preset_load *l, const struct preset_file *file,
    struct json_object *published)
{
	struct json_object *field;
	size_t n;

	for (n = 0; (field = preset_field_at(file->json, n)) != NULL; n++) {
		const char *key = json_text_or(field, "key", "");
		const char *was = json_text(preset_field(published, key),
		    "type");
		const char *type = json_text_or(field, "type", "");

		if (was != NULL && strcmp(was, type) != 0)
			shape_problem(l->why, file->name, key, _("trouvé le type "
			    "%s ; permis : %s, comme dans le formulaire publié "
			    "« %s » (une clé est une seule réponse)"), type,
			    was, json_text_or(published, "title", ""));
	}
}

static void
check_published_types(struct preset_load *l)
{
	const struct preset_files *forms = &l->preset->forms;
	struct json_object *published;
	struct stmt *s;
	size_t i;

	s = db_query(l->db, Q_FORM_DRAFT_ELSEWHERE,
	    I(platform, l->platform_id), I(form, 0));
	while (stmt_step(s)) {
		const char *text = stmt_text(s, "definition_json");

		published = NULL;
		if (json_parse(&published, text, strlen(text), 32, NULL) !=
		    RC_OK)
			continue;
		for (i = 0; i < forms->count; i++)
			check_types(l, &forms->rows[i], published);
		json_object_put(published);
	}
}

void
preset_check_revisions(struct preset_load *l)
{
	const struct preset_files *forms = &l->preset->forms;
	size_t i;

	check_published_types(l);
	for (i = 0; i < forms->count; i++) {
		struct json_object *form = forms->rows[i].json;
		char sha256[DIGEST_HEX];
		struct revision found;
		int64_t number = json_int(form, "revision", 0);

		canonical(l->mem, form, sha256);
		find_revision(l, form, sha256, &found);
		if ((found.number != 0 && !found.same) ||
		    (found.number == 0 && number < found.newest))
			shape_problem(l->why, forms->rows[i].name, "revision",
			    _("trouvé %lld, déjà publiée avec un autre contenu "
			    "; permis : %lld, une révision publiée ne change "
			    "plus"), (long long)number,
			    (long long)found.newest + 1);
	}
}

void
preset_load_forms(struct preset_load *l)
{
	const struct preset_files *forms = &l->preset->forms;
	size_t i;

	for (i = 0; i < forms->count; i++) {
		struct json_object *form = forms->rows[i].json;
		char sha256[DIGEST_HEX];
		const char *text = canonical(l->mem, form, sha256);
		struct revision found;

		db_run(l->db, Q_PRESET_FORM_PUT, I(platform, l->platform_id),
		    T(key, json_text(form, "key")),
		    T(label, json_text(form, "title")));
		find_revision(l, form, sha256, &found);
		if (found.number != 0)
			continue;
		db_run(l->db, Q_PRESET_REVISION_ADD,
		    I(form, db_int(l->db, 0, Q_PRESET_FORM,
		    I(platform, l->platform_id),
		    T(key, json_text(form, "key")))),
		    I(number, json_int(form, "revision", 1)),
		    T(definition, text), T(sha256, sha256), I(now, l->now));
	}
	l->report->forms = (int)forms->count;
}
