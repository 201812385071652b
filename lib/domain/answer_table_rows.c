/*
 * Rows of the table of answers, by key in any order, there and back.
 * It loads no dossier.
 */
#include "config.h"

#include "domain/answer_table.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/json.h"

struct place {
	int64_t		 missing, n, id;
	const char	*t;
};

/* "0,4500000,12,text": where a page begins; the first when it is none. Going
 * back, what has no answer is walked first. */
static void
place_of(struct place *p, const struct table_span *span)
{
	int used = 0;

	*p = (struct place){ -1, 0, 0, "" };
	if (span->key == NULL || sscanf(span->key, "%" SCNd64 ",%" SCNd64 ",%"
	    SCNd64 ",%n", &p->missing, &p->n, &p->id, &used) != 3 || used == 0) {
		*p = (struct place){ -1, 0, 0, "" };
		return;
	}
	p->t = span->key + used;
	if (span->back)
		p->missing = 1 - p->missing;
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

static void
turn(struct table_row *rows, size_t n)
{
	struct table_row row;
	size_t i;

	for (i = 0; i < n / 2; i++) {
		row = rows[i];
		rows[i] = rows[n - 1 - i];
		rows[n - 1 - i] = row;
	}
}

size_t
answer_table_rows(struct table_row **out, struct mem *mem,
    const struct answer_table *t, const struct table_asked *asked,
    const size_t *questions, size_t count, const struct table_span *span)
{
	const char *filters = json_string(mem, asked->filters);
	struct table_row *rows = MEM_ARRAY(mem, (size_t)span->limit,
	    struct table_row);
	struct place p;
	struct stmt *s;
	size_t n = 0;

	if (questions == NULL)
		count = t->count;
	place_of(&p, span);
	s = db_query(t->db, asked->down != span->back ? Q_ANSWER_TABLE_DOWN
	    : Q_ANSWER_TABLE_UP, I(platform, t->platform->id),
	    I(call, t->call_id), T(sort, asked->sort), I(me, asked->person_id),
	    I(now, asked->now), I(whole, asked->reach.whole),
	    T(roles, asked->reach.roles),
	    I(committee, asked->reach.committee), T(filters, filters),
	    I(back, span->back), I(missing, p.missing), I(n, p.n), T(t, p.t),
	    I(id, p.id), I(limit, span->limit));
	while (stmt_step(s)) {
		struct table_row *r = &rows[n++];

		r->id = stmt_int(s, "id");
		r->number = stmt_str(s, mem, "number");
		r->title = stmt_str(s, mem, "title");
		r->holder = stmt_str(s, mem, "holder_name");
		r->state = stmt_str(s, mem, "state");
		r->missing = (stmt_int(s, "missing") != 0) != span->back;
		r->n = stmt_int(s, "n");
		r->t = stmt_str(s, mem, "t");
		r->json = MEM_ARRAY(mem, count + 1, const char *);
	}
	if (span->back)
		turn(rows, n);
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
