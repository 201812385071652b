/*
 * Proposed answers, saved as a person's typing would be.
 * It joins no file and decides nothing: the holder reads again and presents.
 */
#include "config.h"

#include "domain/prefill.h"

#include <string.h>

#include "base/json.h"
#include "domain/form.h"

static bool
is_open_to(const struct form_field *f)
{
	return f != NULL && form_asks(f) && f->type != FORM_FILES;
}

const struct typed *
prefill_of_json(const struct answers *a, const char *key,
    struct json_object *value)
{
	const struct form_field *f = form_field(a->form, key);
	struct value v;

	if (!is_open_to(f) || value == NULL ||
	    !value_parse(&v, a->mem, f, json_string(a->mem, value)) ||
	    v.lost != 0)
		return NULL;
	return value_typed(a, f, &v);
}

static enum rc
load(struct answers *a, struct db *db, struct mem *mem,
    const struct dossier *d)
{
	struct platform *platform;
	const struct form *form;
	enum rc rc = form_get(&form, db, d->form_revision_id);

	if (rc == RC_OK)
		rc = platform_load_id(&platform, db, mem, d->platform_id);
	return rc != RC_OK ? rc : answers_load(a, db, mem, form, platform,
	    d->id, 0);
}

enum rc
prefill_save(struct prefill *list, size_t n, struct db *db, struct mem *mem,
    const struct dossier *d, const struct person *who, int64_t now)
{
	struct change *changes = MEM_ARRAY(mem, n + 1, struct change);
	struct answers a;
	size_t i, j, count = 0;
	enum rc rc = load(&a, db, mem, d);

	if (rc != RC_OK)
		return rc;
	/* In the order of the form: an answer may open the next ones. */
	for (i = 0; i < a.form->field_count; i++)
		for (j = 0; j < n; j++)
			if (list[j].typed != NULL && is_open_to(
			    &a.form->fields[i]) && strcmp(list[j].key,
			    a.form->fields[i].key) == 0) {
				changes[count].field = &a.form->fields[i];
				changes[count++].typed =
				    (struct typed *)list[j].typed;
				break;
			}
	rc = answers_save(&a, changes, count, who, now);
	for (j = 0; j < n && rc == RC_OK; j++) {
		const struct answer *answer = answers_get(&a, list[j].key);

		list[j].saved = answer != NULL && answer->json != NULL;
		list[j].error = answer == NULL ? NULL : answer_error(&a,
		    answer);
	}
	return rc;
}
