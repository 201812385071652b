/*
 * Answers loaded, judged, looked at.
 * It writes nothing: see answer_save.c.
 */
#include "config.h"

#include "domain/answer.h"

#include <string.h>

#include "base/digest.h"
#include "domain/answer_judge.h"

void
answers_init(struct answers *a, struct db *db, struct mem *mem,
    const struct form *form, const struct platform *platform)
{
	size_t i;

	*a = (struct answers){ .db = db, .mem = mem, .form = form,
	    .platform = platform };
	a->of = MEM_ARRAY(mem, form->field_count, struct answer);
	for (i = 0; i < form->field_count; i++)
		a->of[i].field = &form->fields[i];
	a->broken = MEM_ARRAY(mem, form->rule_count + 1, bool);
	answers_inside_init(a);
}

static struct answer *
find(struct answers *a, const char *key)
{
	const struct form_field *f = form_field(a->form, key);

	return f == NULL ? NULL : &a->of[f->index];
}

static void
load_rows(struct answers *a, struct stmt *s)
{
	while (stmt_step(s)) {
		struct answer *answer = find(a, stmt_text(s, "key"));

		if (answer == NULL)
			continue;	/* another form of the platform asks it */
		answer->json = stmt_str(s, a->mem, "value_json");
		answer->stored = answer->json;
		answer->saved_at = stmt_int(s, "saved_at");
		answer->saved_by = stmt_int(s, "saved_by");
		answer->typed = typed_parse(a->mem, answer->json);
		if (answer->typed == NULL)
			value_parse(&answer->value, a->mem, answer->field,
			    answer->json);
	}
}

enum rc
answers_load(struct answers *a, struct db *db, struct mem *mem,
    const struct form *form, const struct platform *platform,
    int64_t dossier_id, int64_t application_id)
{
	struct stmt *s;

	answers_init(a, db, mem, form, platform);
	a->dossier_id = dossier_id;
	a->application_id = application_id;
	a->revision = db_int(db, 0, Q_ANSWER_DOSSIER, I(dossier, dossier_id));
	load_rows(a, application_id != 0
	    ? db_query(db, Q_ANSWER_BY_APPLICATION,
	    I(application, application_id))
	    : db_query(db, Q_ANSWER_BY_DOSSIER, I(dossier, dossier_id)));
	s = db_query(db, Q_ANSWER_FILES, I(dossier, dossier_id));
	while (stmt_step(s)) {
		struct answer *answer = find(a, stmt_text(s, "key"));

		if (answer != NULL)
			answer->files = stmt_int(s, "n");
	}
	answers_judge(a);
	return db_failed(db) ? RC_FAIL : RC_OK;
}

const struct answer *
answers_get(const struct answers *a, const char *key)
{
	const struct form_field *f = form_field(a->form, key);

	return f == NULL ? NULL : &a->of[f->index];
}

const struct answer *
answers_mapped(const struct answers *a, enum form_map map)
{
	const struct form_field *f = form_mapped(a->form, map);

	return f == NULL ? NULL : &a->of[f->index];
}

bool
answer_is_given(const struct answer *a)
{
	return a->value.given || a->typed != NULL || a->files > 0;
}

const char *
answer_mark(struct mem *mem, const struct answer *a)
{
	if (a->json == NULL)
		return "-";
	return mem_strndup(mem, digest_text(mem, a->json), 12);
}
