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

void
preset_check_revisions(struct preset_load *l)
{
	const struct preset_files *forms = &l->preset->forms;
	size_t i;

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
