/*
 * Applications in the order of their scores, and the line of a budget.
 * It refuses to rank what nobody scored: it comes last, without a rank.
 */
#include "config.h"

#include "domain/ranking.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "domain/application.h"
#include "domain/criterion.h"
#include "domain/decision.h"

#define REVIEWS_MAX	20000

/* --- loading ---------------------------------------------------------------- */

static void
read_rows(struct ranking *r, struct db *db, struct mem *mem,
    const struct queue_filter *f, int64_t call_id, int64_t stage_id)
{
	struct stmt *s;

	r->rows = MEM_ARRAY(mem, RANKING_MAX, struct rank);
	s = db_query(db, Q_RANKING_ROWS, I(call, call_id), I(stage, stage_id),
	    I(whole, f->reach.whole), I(me, f->person_id), I(now, f->now),
	    T(roles, f->reach.roles), I(committee, f->reach.committee),
	    I(limit, RANKING_MAX + 1));
	while (stmt_step(s)) {
		struct rank *row = &r->rows[r->count];

		if (r->count == RANKING_MAX) {
			r->more = true;
			break;
		}
		row->id = stmt_int(s, "id");
		row->number = stmt_str(s, mem, "number");
		row->title = stmt_str(s, mem, "title");
		row->holder = stmt_str(s, mem, "holder_name");
		row->requested_cents = stmt_int(s, "requested_cents");
		row->revision = stmt_int(s, "revision");
		row->proposed = stmt_str(s, mem, "verdict");
		row->proposed_cents = stmt_int(s, "granted_cents");
		r->asked_cents += row->requested_cents;
		r->count++;
	}
	stmt_done(s);
}

static int
by_id(const void *a, const void *b)
{
	const struct rank *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static struct rank *
find(const struct ranking *r, int64_t id)
{
	struct rank key = { .id = id };

	return bsearch(&key, r->rows, r->count, sizeof(key), by_id);
}

struct scored {
	int64_t		 review_id;
	struct rank	*rank;
	struct mark	*marks;
};

/* Reviews come by application; marks come by review, in the same order. */
static size_t
read_marks(struct scored *out, struct db *db, struct mem *mem,
    const struct ranking *r, const struct grid *grid, int64_t call_id,
    int64_t stage_id)
{
	struct stmt *s;
	size_t n = 0;

	s = db_query(db, Q_RANKING_MARKS, I(call, call_id),
	    I(stage, stage_id));
	while (stmt_step(s)) {
		int64_t id = stmt_int(s, "review_id");
		struct rank *rank = find(r, stmt_int(s, "application_id"));
		size_t i;

		if (rank == NULL)
			continue;
		if (n == 0 || out[n - 1].review_id != id) {
			if (n == REVIEWS_MAX)
				break;
			out[n++] = (struct scored){ id, rank, MEM_ARRAY(mem,
			    grid->count + 1, struct mark) };
			rank->reviews++;
		}
		i = grid_find(grid, stmt_int(s, "criterion_id"));
		if (i < grid->count) {
			out[n - 1].marks[i].value = stmt_int(s, "value");
			out[n - 1].marks[i].given = true;
		}
	}
	stmt_done(s);
	return n;
}

static void
score_rows(struct ranking *r, struct mem *mem, const struct grid *grid,
    const struct scored *scored, size_t n)
{
	struct fraction range = score_range(grid), *values;
	struct score one;
	size_t i = 0, k, from;

	while (i < n) {
		from = i;
		while (i < n && scored[i].rank == scored[from].rank)
			i++;
		values = MEM_ARRAY(mem, i - from, struct fraction);
		for (k = from; k < i; k++) {
			score_review(&one, grid, scored[k].marks, SCORE_ALL);
			values[k - from] = one.value;
			if (fraction_compare(one.highest, r->highest) > 0)
				r->highest = one.highest;
		}
		score_agree(&scored[from].rank->scores, mem, values, i - from,
		    range);
	}
}

/* --- order and budget ------------------------------------------------------- */

static int
by_score(const void *a, const void *b)
{
	const struct rank *x = a, *y = b;
	int order = fraction_compare(y->scores.mean, x->scores.mean);

	if (order == 0)
		order = fraction_compare(y->scores.median, x->scores.median);
	if (order == 0)
		order = (x->requested_cents > y->requested_cents) -
		    (x->requested_cents < y->requested_cents);
	return order != 0 ? order : strcmp(x->number, y->number);
}

static void
spend(struct ranking *r, int64_t budget_cents)
{
	int64_t sum = 0;
	bool open = true;
	size_t i;

	for (i = 0; i < r->count; i++) {
		struct rank *row = &r->rows[i];

		sum += row->requested_cents;
		row->sum_cents = sum;
		if (!fraction_is(row->scores.mean))
			r->unscored++;
		open = open && sum <= budget_cents &&
		    fraction_is(row->scores.mean);
		row->within = open;
		if (open) {
			r->within++;
			r->within_cents = sum;
		}
	}
}

enum rc
ranking_load(struct ranking *out, struct db *db, struct mem *mem,
    const struct queue_filter *f, int64_t call_id, int64_t stage_id,
    int64_t budget_cents)
{
	struct scored *scored = MEM_ARRAY(mem, REVIEWS_MAX, struct scored);
	struct ranking r = { .count = 0 };
	struct grid *grid;
	size_t n;
	enum rc rc = grid_load(&grid, db, mem, stage_id);

	if (rc != RC_OK)
		return rc;
	r.quorum = db_int(db, 0, Q_RANKING_QUORUM, I(stage, stage_id));
	read_rows(&r, db, mem, f, call_id, stage_id);
	qsort(r.rows, r.count, sizeof(*r.rows), by_id);
	n = read_marks(scored, db, mem, &r, grid, call_id, stage_id);
	score_rows(&r, mem, grid, scored, n);
	if (db_failed(db))
		return RC_FAIL;
	qsort(r.rows, r.count, sizeof(*r.rows), by_score);
	spend(&r, budget_cents);
	*out = r;
	return RC_OK;
}

/* --- proposing -------------------------------------------------------------- */

enum rc
ranking_propose(struct db *db, struct mem *mem, const struct ranking *r,
    const struct act *act, int64_t *made)
{
	size_t i;
	enum rc rc;

	*made = 0;
	for (i = 0; i < r->count; i++) {
		const struct rank *row = &r->rows[i];
		struct problems why = PROBLEMS_INIT(mem);
		struct decision_form form = { .revision = row->revision,
		    .verdict = "accept", .conditions = "" };
		struct decision_bounds b;

		if (!row->within || row->proposed != NULL)
			continue;
		rc = decision_bounds_load(&b, db, row->id);
		if (rc != RC_OK)
			return rc;
		form.granted_cents = row->requested_cents < b.most_cents ?
		    row->requested_cents : b.most_cents;
		form.reasons = mem_printf(mem, _("Classé %zu sur %zu par le "
		    "comité, note moyenne %s sur %s."), i + 1,
		    r->count - r->unscored, fraction_format(mem,
		    row->scores.mean, 1, lang_get()),
		    fraction_format(mem, r->highest, 1, lang_get()));
		rc = decision_propose(db, mem, row->id, &form, act, &why);
		if (rc == RC_FAIL || rc == RC_BUSY)
			return rc;
		*made += rc == RC_OK;
	}
	return RC_OK;
}
