/*
 * The table of answers: written with each deposit, read by filters and keys.
 * It loads no dossier.
 */
#include "config.h"

#include "domain/answer_table.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/text.h"
#include "domain/call.h"
#include "domain/document.h"

#define FOLDED_MAX	200	/* characters that are searched and sorted by */

/* --- writing ----------------------------------------------------------------------- */

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

/* --- filters -------------------------------------------------------------------------- */

static const struct {
	const char	*name, *said;
} ops[TABLE_OPS] = {
	[TABLE_IS] = { "est", N_("est") },
	[TABLE_IS_NOT] = { "n-est-pas", N_("n’est pas") },
	[TABLE_HAS] = { "contient", N_("contient") },
	[TABLE_AT_LEAST] = { "au-moins", N_("est au moins") },
	[TABLE_AT_MOST] = { "au-plus", N_("est au plus") },
	[TABLE_ANSWERED] = { "repondu", N_("a une réponse") },
	[TABLE_NOT_ANSWERED] = { "sans-reponse", N_("n’a pas de réponse") },
};

const char *
table_op_name(enum table_op op)
{
	return ops[op].name;
}

const char *
table_op_said(enum table_op op)
{
	return _(ops[op].said);
}

int
table_op_by_name(const char *name)
{
	int i;

	for (i = 0; i < TABLE_OPS; i++)
		if (strcmp(ops[i].name, name) == 0)
			return i;
	return -1;
}

/* The option of that key or of those words, as stored: "\"association\"". */
static const char *
option_json(const struct answer_table *t, const struct form_field *f,
    const char *text)
{
	const char *wanted = text_fold(t->mem, text);
	size_t i;

	for (i = 0; f->options_are_themes && i < t->platform->theme_count; i++)
		if (strcmp(t->platform->themes[i].key, text) == 0 ||
		    strcmp(text_fold(t->mem, t->platform->themes[i].label),
		    wanted) == 0)
			return mem_printf(t->mem, "\"%s\"",
			    t->platform->themes[i].key);
	for (i = 0; i < f->option_count; i++)
		if (strcmp(f->options[i].key, text) == 0 ||
		    strcmp(text_fold(t->mem, f->options[i].label), wanted) == 0)
			return mem_printf(t->mem, "\"%s\"", f->options[i].key);
	return NULL;
}

static bool
is_compared(const struct form_field *f)
{
	struct value v = { .given = true };
	int64_t n;

	return value_number(f, &v, &n);
}

/* What was typed, read as an answer to that question would be. */
static bool
typed_number(int64_t *n, const char **why, const struct answer_table *t,
    const struct table_question *q, const char *text)
{
	struct typed typed = { "", text, NULL };
	const char *error = NULL;
	struct value v = { .given = false };
	struct civil day;
	int64_t at;

	if (q->field->type == FORM_YES_NO || q->field->type == FORM_CHECKBOX) {
		const char *folded = text_fold(t->mem, text);

		*n = strcmp(folded, "oui") == 0 || strcmp(folded, "yes") == 0;
		if (*n || strcmp(folded, "non") == 0 ||
		    strcmp(folded, "no") == 0)
			return true;
		*why = _("Écrivez « oui » ou « non ».");
		return false;
	}
	if (q->field->type == FORM_PERIOD || q->field->type == FORM_DATE_TIME) {
		if (date_parse(&day, text) && date_parse_unix(&at,
		    date_iso_civil(t->mem, &day))) {
			*n = q->field->type == FORM_PERIOD ? at / DATE_DAY : at;
			return true;
		}
		*why = _("Écrivez une date : 31/01/2027.");
		return false;
	}
	/* The bounds of the question are those of its answers, not of a filter. */
	if (!value_read(&v, &error, q->answers, q->field, &typed) ||
	    !value_number(q->field, &v, n)) {
		*why = error != NULL ? error : _("Écrivez une valeur.");
		return false;
	}
	return true;
}

static void
put(struct json_object *filters, const char *key, const char *op, bool yes,
    const char *text, const int64_t *number)
{
	struct json_object *f = json_object_new_object();

	json_put_text(f, "key", key);
	json_put_text(f, "op", op);
	json_put_int(f, "yes", yes);
	if (text != NULL)
		json_put_text(f, "t", text);
	if (number != NULL)
		json_put_int(f, "n", *number);
	json_object_array_add(filters, f);
}

bool
answer_table_filter(struct json_object *filters, const char **why,
    const struct answer_table *t, size_t question, enum table_op op,
    const char *text)
{
	const struct table_question *q = &t->questions[question];
	const struct form_field *f = q->field;
	bool yes = op != TABLE_IS_NOT && op != TABLE_NOT_ANSWERED;
	const char *option;
	int64_t n;

	if (op == TABLE_ANSWERED || op == TABLE_NOT_ANSWERED) {
		put(filters, f->key, "answered", yes, NULL, NULL);
		return true;
	}
	text = text_trim(t->mem, text);
	if (*text == '\0') {
		*why = _("Écrivez une valeur.");
		return false;
	}
	if (is_compared(f)) {
		if (!typed_number(&n, why, t, q, text))
			return false;
		put(filters, f->key, op == TABLE_AT_LEAST ? "at_least"
		    : op == TABLE_AT_MOST ? "at_most" : "number", yes, NULL,
		    &n);
		return true;
	}
	if (op == TABLE_AT_LEAST || op == TABLE_AT_MOST) {
		*why = _("Cette question n’a pas de nombre à comparer.");
		return false;
	}
	option = option_json(t, f, text);
	if (option != NULL)
		put(filters, f->key, f->type == FORM_CHOICE ? "value" : "in",
		    yes, option, NULL);
	else
		put(filters, f->key, op == TABLE_HAS ? "has" : "words", yes,
		    text_fold(t->mem, text), NULL);
	return true;
}

/* --- rows --------------------------------------------------------------------------------- */

struct place {
	int64_t		 missing, n, id;
	const char	*t;
};

/* "0,4500000,12,text": where a page begins; the first when it is none. */
static void
place_of(struct place *p, const char *key, bool down)
{
	int used = 0;

	*p = (struct place){ -1, down ? INT64_MAX : INT64_MIN,
	    down ? INT64_MAX : 0, "" };
	if (key == NULL)
		return;
	if (sscanf(key, "%" SCNd64 ",%" SCNd64 ",%" SCNd64 ",%n", &p->missing,
	    &p->n, &p->id, &used) == 3 && used > 0)
		p->t = key + used;
	else
		*p = (struct place){ -1, 0, 0, "" };
}

const char *
answer_table_key(struct mem *mem, const struct table_row *row)
{
	return mem_printf(mem, "%" PRId64 ",%" PRId64 ",%" PRId64 ",%s",
	    row->missing, row->n, row->id, row->t);
}

static const char *
ids_of(struct mem *mem, const struct table_row *rows, size_t n)
{
	struct json_object *list = json_object_new_array();
	const char *text;
	size_t i;

	for (i = 0; i < n; i++)
		json_object_array_add(list, json_object_new_int64(rows[i].id));
	text = json_string(mem, list);
	json_object_put(list);
	return text;
}

static const char *
keys_of(struct mem *mem, const struct answer_table *t, const size_t *questions,
    size_t count)
{
	struct json_object *list = json_object_new_array();
	const char *text;
	size_t i;

	for (i = 0; i < count; i++)
		json_object_array_add(list, json_object_new_string(
		    t->questions[questions[i]].field->key));
	text = json_string(mem, list);
	json_object_put(list);
	return text;
}

/* Which column a key is; count when none. Keys come sorted, questions do not. */
static size_t
column_of(const struct answer_table *t, const size_t *questions, size_t count,
    const char *key)
{
	size_t i;

	if (questions == NULL)
		return answer_table_question(t, key);
	for (i = 0; i < count; i++)
		if (strcmp(t->questions[questions[i]].field->key, key) == 0)
			break;
	return i;
}

static void
read_cells(struct table_row *rows, size_t n, struct mem *mem,
    const struct answer_table *t, const size_t *questions, size_t count)
{
	const char *ids = ids_of(mem, rows, n);
	struct stmt *s = questions == NULL ? db_query(t->db,
	    Q_ANSWER_TABLE_ALL, T(ids, ids)) : db_query(t->db,
	    Q_ANSWER_TABLE_CELLS, T(ids, ids), T(keys, keys_of(mem, t,
	    questions, count)));
	size_t at = 0, column;

	while (stmt_step(s)) {
		int64_t id = stmt_int(s, "application_id");

		while (at < n && rows[at].id != id)
			at++;
		if (at == n)	/* in the order of ids: never */
			break;
		column = column_of(t, questions, count, stmt_text(s, "key"));
		if (column < count)
			rows[at].json[column] = stmt_str(s, mem, "value_json");
	}
	stmt_done(s);
}

size_t
answer_table_rows(struct table_row **out, struct mem *mem,
    const struct answer_table *t, const struct table_asked *asked,
    const size_t *questions, size_t count, const char *after, int limit)
{
	const char *filters = json_string(mem, asked->filters);
	struct table_row *rows = MEM_ARRAY(mem, (size_t)limit,
	    struct table_row);
	struct place p;
	struct stmt *s;
	size_t n = 0;

	if (questions == NULL)
		count = t->count;
	place_of(&p, after, asked->down);
	s = db_query(t->db, asked->down ? Q_ANSWER_TABLE_DOWN
	    : Q_ANSWER_TABLE_UP, I(platform, t->platform->id),
	    I(call, t->call_id), T(sort, asked->sort), I(me, asked->person_id),
	    I(now, asked->now), I(whole, asked->reach.whole),
	    T(roles, asked->reach.roles),
	    I(committee, asked->reach.committee), T(filters, filters),
	    I(missing, p.missing), I(n, p.n), T(t, p.t), I(id, p.id),
	    I(limit, limit));
	while (stmt_step(s)) {
		struct table_row *r = &rows[n++];

		r->id = stmt_int(s, "id");
		r->number = stmt_str(s, mem, "number");
		r->title = stmt_str(s, mem, "title");
		r->holder = stmt_str(s, mem, "holder_name");
		r->state = stmt_str(s, mem, "state");
		r->missing = stmt_int(s, "missing");
		r->n = stmt_int(s, "n");
		r->t = stmt_str(s, mem, "t");
		r->json = MEM_ARRAY(mem, count + 1, const char *);
	}
	if (n > 0 && count > 0)
		read_cells(rows, n, mem, t, questions, count);
	*out = rows;
	return n;
}

int64_t
answer_table_count(const struct answer_table *t,
    const struct table_asked *asked)
{
	return db_int(t->db, 0, Q_ANSWER_TABLE_COUNT,
	    I(platform, t->platform->id), I(call, t->call_id),
	    I(me, asked->person_id), I(now, asked->now),
	    I(whole, asked->reach.whole), T(roles, asked->reach.roles),
	    I(committee, asked->reach.committee),
	    T(filters, json_string(t->mem, asked->filters)));
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
