/*
 * The table of terms by which territories are found, made equal to the tree.
 * It decides neither the terms nor their order: see territory_term.c.
 */
#include "config.h"

#include "domain/territory_index.h"

#include <stdlib.h>
#include <string.h>

#include "domain/territory_term.h"

#define TERMS_PER_WRITE	10000

struct term {
	const char	*text;
	int64_t		 id, weight;
};

struct index {
	struct db	*db;
	struct mem	*mem;
	const struct tree *tree;
	const struct territory_ids *ours;
	struct term	*terms;		/* sorted, none twice */
	size_t		 count, room;
};

void
territory_ids_make(struct territory_ids *ids, struct mem *mem,
    const struct tree *tree)
{
	size_t i;

	*ids = (struct territory_ids){ NULL, 0 };
	for (i = 0; i < tree->n; i++)
		if (tree->rows[i].id >= ids->end)
			ids->end = tree->rows[i].id + 1;
	ids->have = MEM_ARRAY(mem, (size_t)ids->end, bool);
	for (i = 0; i < tree->n; i++)
		ids->have[tree->rows[i].id] = true;
}

bool
territory_ids_have(const struct territory_ids *ids, int64_t id)
{
	return id < ids->end && ids->have[id];
}

static int
by_text_and_id(const void *a, const void *b)
{
	const struct term *x = a, *y = b;
	int order = strcmp(x->text, y->text);

	return order != 0 ? order : (x->id > y->id) - (x->id < y->id);
}

/* Of the same term twice, the heavier first. */
static int
by_weight_last(const void *a, const void *b)
{
	const struct term *x = a, *y = b;
	int order = by_text_and_id(a, b);

	return order != 0 ? order :
	    (x->weight < y->weight) - (x->weight > y->weight);
}

static void
term_add(struct index *in, const char *text, const struct tree_row *row,
    int64_t more_weight)
{
	struct term *more;

	if (in->count == in->room) {
		in->room = in->room == 0 ? 1 << 16 :
		    in->room * 2;
		more = MEM_ARRAY(in->mem, in->room, struct term);
		if (in->count > 0)
			memcpy(more, in->terms, in->count * sizeof(*more));
		in->terms = more;
	}
	in->terms[in->count++] = (struct term){ text, row->id,
	    row->population + more_weight };
}

static void
name_terms_add(struct index *in, const char *name,
    const struct tree_row *row, int64_t head_weight)
{
	size_t i, n, heads;
	const char **terms;

	n = territory_name_terms(&terms, &heads, in->mem, name);
	for (i = 0; i < n; i++)
		term_add(in, terms[i], row, i < heads ? head_weight : 0);
}

/* All terms of the files, sorted, none twice: inserted in the order of the
 * index, they touch each of its pages once. */
static void
terms_make(struct index *in)
{
	size_t i, n = 0, len;
	const char *p;

	for (i = 0; i < in->tree->n; i++) {
		const struct tree_row *row = &in->tree->rows[i];

		name_terms_add(in, row->name, row, TERM_WEIGHT_HEAD);
		term_add(in, territory_key(in->mem, row->code), row, 0);
		for (p = row->postcodes; *p != '\0'; p += len + (p[len] == ' ')) {
			len = strcspn(p, " ");
			term_add(in, mem_strndup(in->mem, p, len), row, 0);
		}
	}
	for (i = 0; i < in->tree->alias_count; i++) {
		const struct tree_alias *a = &in->tree->aliases[i];

		term_add(in, territory_key(in->mem, a->code), a->commune, 0);
		if (a->name != NULL)
			name_terms_add(in, a->name, a->commune, 0);
	}
	qsort(in->terms, in->count, sizeof(*in->terms), by_weight_last);
	for (i = 0; i < in->count; i++)
		if (n == 0 ||
		    by_text_and_id(&in->terms[n - 1], &in->terms[i]) != 0)
			in->terms[n++] = in->terms[i];
	in->count = n;
}

/* The next terms of the table after *after, at most TERMS_PER_WRITE. */
static size_t
terms_read(struct term *old, struct index *in, struct mem *mem,
    const struct term *after)
{
	struct stmt *s = db_query(in->db, Q_TERRITORY_TERM_PAGE,
	    T(term, after->text), I(id, after->id), I(limit, TERMS_PER_WRITE));
	size_t n = 0;

	while (n < TERMS_PER_WRITE && stmt_step(s)) {
		old[n].text = stmt_str(s, mem, "term");
		old[n].id = stmt_int(s, "territory_id");
		old[n++].weight = stmt_int(s, "weight");
	}
	stmt_done(s);
	return n;
}

/*
 * One batch: make the table equal to terms from *next on, as far as the next
 * page of the table or of the terms goes. Terms of territories that are not in
 * the files (districts, perimeters) stay. *done when both are walked.
 */
static enum rc
terms_merge(struct index *in, struct mem *mem, struct term *old,
    size_t *next, struct term *after, bool *done)
{
	size_t n, i = 0, end, begin = *next;
	int order;
	enum rc rc;

	if ((rc = db_write_begin(in->db)) != RC_OK)
		return rc;
	n = terms_read(old, in, mem, after);
	end = in->count - begin > TERMS_PER_WRITE ?
	    begin + TERMS_PER_WRITE : in->count;
	while (*next < end || i < n) {
		const struct term *want = &in->terms[*next];

		/* Beyond a page that is full, nothing is known. */
		if ((*next == end && end < in->count) ||
		    (i == n && n == TERMS_PER_WRITE))
			break;
		order = *next == end ? 1 : i == n ? -1 :
		    by_text_and_id(want, &old[i]);
		if (order < 0 || (order == 0 &&
		    want->weight != old[i].weight))
			db_run(in->db, Q_TERRITORY_TERM_PUT,
			    T(term, want->text), I(id, want->id),
			    I(weight, want->weight));
		if (order > 0 && territory_ids_have(in->ours, old[i].id))
			db_run(in->db, Q_TERRITORY_TERM_REMOVE,
			    T(term, old[i].text), I(id, old[i].id));
		*next += order <= 0;
		i += order >= 0;
	}
	*done = *next == in->count && i == n && n < TERMS_PER_WRITE;
	/* Go on after the greatest key that both sides have passed. */
	if (*next > begin)
		*after = in->terms[*next - 1];
	if (i > 0 && (*next == begin || by_text_and_id(&old[i - 1], after) > 0))
		*after = old[i - 1];
	after->text = mem_strdup(in->mem, after->text);
	return db_write_commit(in->db);
}

enum rc
territory_index(struct db *db, const struct tree *tree,
    const struct territory_ids *ours, size_t *count)
{
	struct index in = { .db = db, .mem = mem_new(), .tree = tree,
	    .ours = ours };
	struct term after = { "", 0, 0 };
	struct mem *mem = mem_new();
	bool done = false;
	size_t next = 0;
	enum rc rc = RC_OK;

	terms_make(&in);
	while (rc == RC_OK && !done) {
		mem_reset(mem);
		rc = terms_merge(&in, mem, MEM_ARRAY(mem, TERMS_PER_WRITE,
		    struct term), &next, &after, &done);
	}
	*count = in.count;
	mem_free(mem);
	mem_free(in.mem);
	return rc;
}
