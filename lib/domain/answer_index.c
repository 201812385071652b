/*
 * What a deposit presents, written for the table of answers. It reads none of it.
 */
#include "config.h"

#include "domain/answer_table.h"

#include <inttypes.h>

#include "base/text.h"

#define FOLDED_MAX	200	/* characters that are searched and sorted by */

static void
write_one(struct db *db, struct mem *mem, int64_t application_id,
    const struct answers *a, const struct answer *answer)
{
	const struct form_field *f = answer->field;
	const char *json, *words;
	int64_t n = 0;
	bool number = value_number(f, &answer->value, &n);

	if (f->type == FORM_FILES) {
		if (answer->files == 0)
			return;
		n = answer->files;
		number = true;
		json = mem_printf(mem, "%" PRId64, n);
		words = "";
	} else {
		if (!answer->value.given)
			return;
		json = answer_json(mem, answer);
		words = number ? "" : text_truncate(mem, text_fold(mem,
		    value_text(a, f, &answer->value)), FOLDED_MAX);
	}
	if (json == NULL)
		return;
	db_run(db, Q_ANSWER_INDEX_ADD, I(application, application_id),
	    T(key, f->key), T(value, json), number ? I(number, n)
	    : NIL(number), T(folded, words));
}

static void
write_all(struct db *db, struct mem *mem, int64_t application_id,
    const struct answers *a)
{
	size_t i;

	for (i = 0; a != NULL && i < a->form->field_count; i++)
		if (a->of[i].asked == ASKED_YES && form_asks(a->of[i].field))
			write_one(db, mem, application_id, a, &a->of[i]);
}

void
answer_index_write(struct db *db, struct mem *mem, int64_t application_id,
    const struct answers *answers, const struct answers *own)
{
	db_run(db, Q_ANSWER_INDEX_CLEAR, I(application, application_id));
	write_all(db, mem, application_id, answers);
	write_all(db, mem, application_id, own);
}
