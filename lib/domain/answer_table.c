/*
 * The table of answers: its questions, its cells in words. Rows and filters are
 * answer_table_rows.c's and answer_table_filter.c's.
 */
#include "config.h"

#include "domain/answer_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "domain/call.h"
#include "domain/document.h"

/* --- questions ----------------------------------------------------------------------- */

static void
add_form(struct answer_table *t, int64_t revision_id)
{
	const struct form *form;
	struct answers *a;
	size_t i;

	if (form_get(&form, t->db, revision_id) != RC_OK)
		return;
	a = MEM_NEW(t->mem, struct answers);
	answers_init(a, t->db, t->mem, form, t->platform);
	for (i = 0; i < form->field_count; i++) {
		const struct form_field *f = &form->fields[i];

		if (form_asks(f) && answer_table_question(t, f->key) ==
		    t->count)
			t->questions[t->count++] = (struct table_question){ f,
			    a };
	}
}

/* For qsort_r: the keys of two positions. */
static int
compare_keys(const void *a, const void *b, void *arg)
{
	const struct answer_table *t = arg;

	return strcmp(t->questions[*(const size_t *)a].field->key,
	    t->questions[*(const size_t *)b].field->key);
}

static void
sort_keys(struct answer_table *t)
{
	size_t i;

	t->by_key = MEM_ARRAY(t->mem, t->count + 1, size_t);
	for (i = 0; i < t->count; i++)
		t->by_key[i] = i;
	qsort_r(t->by_key, t->count, sizeof(size_t), compare_keys, t);
}

enum rc
answer_table_open(struct answer_table *t, struct db *db, struct mem *mem,
    const struct platform *platform, int64_t call_id)
{
	int64_t form_id = 0, own_id = 0;
	struct call *call;
	enum rc rc = RC_OK;

	*t = (struct answer_table){ db, mem, platform, call_id, NULL, 0, NULL };
	t->questions = MEM_ARRAY(mem, 2 * FORM_FIELDS,
	    struct table_question);
	if (call_id == 0)
		form_id = form_of_projects(db, mem, platform->id);
	else {
		rc = call_load(&call, db, mem, call_id);
		if (rc != RC_OK)
			return rc;
		form_id = call->form_revision_id;
		own_id = call->supplement_revision_id;
	}
	add_form(t, form_id != 0 ? form_id : form_of_projects(db, mem,
	    platform->id));
	add_form(t, own_id);
	sort_keys(t);
	return t->count == 0 ? RC_NOT_FOUND : RC_OK;
}

size_t
answer_table_question(const struct answer_table *t, const char *key)
{
	size_t i, low = 0, high = t->count;

	while (t->by_key != NULL && low < high) {
		int order;

		i = low + (high - low) / 2;
		order = strcmp(t->questions[t->by_key[i]].field->key, key);
		if (order == 0)
			return t->by_key[i];
		if (order < 0)
			low = i + 1;
		else
			high = i;
	}
	if (t->by_key != NULL)
		return t->count;
	for (i = 0; i < t->count; i++)
		if (strcmp(t->questions[i].field->key, key) == 0)
			break;
	return i;
}

/* --- cells ------------------------------------------------------------------------------------ */

bool
answer_table_value(struct value *v, struct mem *mem,
    const struct table_question *q, const char *json)
{
	*v = (struct value){ .given = false };
	return json != NULL && value_parse(v, mem, q->field, json) && v->given;
}

const char *
answer_table_text(struct mem *mem, const struct table_question *q,
    const char *json)
{
	struct answers words = *q->answers;
	struct value v;
	long n;

	if (json == NULL)
		return "";
	if (q->field->type == FORM_FILES) {
		n = strtol(json, NULL, 10);
		return mem_printf(mem, ngettext("%ld fichier", "%ld fichiers",
		    (unsigned long)n), n);
	}
	words.mem = mem;
	return answer_table_value(&v, mem, q, json)
	    ? value_text(&words, q->field, &v) : "";
}
