/*
 * Reviews: saved in part or whole, shown as the stage allows.
 * It refuses a mark off its scale and a save over a newer one.
 */
#include "config.h"

#include "domain/review.h"

#include <string.h>

#include "base/lang.h"
#include "base/text.h"
#include "domain/conflict.h"
#include "domain/tray.h"

#define COMMENT_MAX	10000
#define REVIEWS_MAX	100

const char *const review_recommendations[] = {
	"selected", "priority", "reserve", "dropped", NULL
};

const char *
review_recommendation_label(const char *key)
{
	static const char *const labels[] = { N_("Sélectionné"),
	    N_("Prioritaire, à compléter"), N_("Réserve forte"),
	    N_("Abandonné") };
	size_t i;

	for (i = 0; key != NULL && review_recommendations[i] != NULL; i++) {
		if (strcmp(review_recommendations[i], key) == 0)
			return _(labels[i]);
	}
	return "";
}

/* --- reading -------------------------------------------------------------- */

static void
read_row(struct review *r, struct stmt *s, struct mem *mem,
    const struct grid *grid)
{
	r->id = stmt_int(s, "id");
	r->reviewer_id = stmt_int(s, "reviewer_id");
	r->reviewer = stmt_str(s, mem, "reviewer");
	r->recommendation = stmt_str(s, mem, "recommendation");
	r->comment = stmt_str(s, mem, "comment");
	r->revision = stmt_int(s, "revision");
	r->saved_at = stmt_int(s, "saved_at");
	r->submitted_at = stmt_int(s, "submitted_at");
	r->marks = MEM_ARRAY(mem, grid->count + 1, struct mark);
}

static void
read_mark(struct review *r, struct stmt *s, const struct grid *grid)
{
	size_t i = grid_find(grid, stmt_int(s, "criterion_id"));

	if (i < grid->count) {
		r->marks[i].value = stmt_int(s, "value");
		r->marks[i].given = true;
	}
}

enum rc
review_own(struct review *out, struct db *db, struct mem *mem,
    const struct grid *grid, int64_t application_id, int64_t stage_id,
    int64_t reviewer_id)
{
	struct review r = { .reviewer_id = reviewer_id, .comment = "" };
	struct stmt *s;

	if (conflict_is(db, application_id, reviewer_id, true))
		return RC_NOT_FOUND;
	r.marks = MEM_ARRAY(mem, grid->count + 1, struct mark);
	s = db_query(db, Q_REVIEW_OWN, I(application, application_id),
	    I(stage, stage_id), I(reviewer, reviewer_id));
	if (stmt_step(s))
		read_row(&r, s, mem, grid);
	stmt_done(s);
	if (r.id != 0) {
		s = db_query(db, Q_REVIEW_MARKS, I(review, r.id));
		while (stmt_step(s))
			read_mark(&r, s, grid);
	}
	if (db_failed(db))
		return RC_FAIL;
	score_review(&r.score, grid, r.marks, SCORE_ALL);
	*out = r;
	return RC_OK;
}

static void
read_all(struct reviews *all, struct db *db, struct mem *mem,
    const struct grid *grid, int64_t application_id, int64_t stage_id)
{
	struct stmt *s;
	size_t i;

	all->rows = MEM_ARRAY(mem, REVIEWS_MAX, struct review);
	all->count = 0;
	s = db_query(db, Q_REVIEW_SUBMITTED, I(application, application_id),
	    I(stage, stage_id), I(limit, REVIEWS_MAX));
	while (stmt_step(s))
		read_row(&all->rows[all->count++], s, mem, grid);
	s = db_query(db, Q_REVIEW_SUBMITTED_MARKS,
	    I(application, application_id), I(stage, stage_id));
	while (stmt_step(s)) {
		for (i = 0; i < all->count; i++) {
			if (all->rows[i].id == stmt_int(s, "review_id"))
				read_mark(&all->rows[i], s, grid);
		}
	}
	for (i = 0; i < all->count; i++)
		score_review(&all->rows[i].score, grid, all->rows[i].marks,
		    SCORE_ALL);
}

enum rc
review_visible(struct reviews *out, size_t *hidden, struct db *db,
    struct mem *mem, const struct grid *grid, int64_t application_id,
    int64_t stage_id, const char *visibility, int64_t viewer, bool service)
{
	struct reviews all;
	const struct review *own = NULL;
	bool every;
	size_t i;

	if (conflict_is(db, application_id, viewer, true))
		return RC_NOT_FOUND;
	read_all(&all, db, mem, grid, application_id, stage_id);
	if (db_failed(db))
		return RC_FAIL;
	for (i = 0; i < all.count; i++) {
		if (all.rows[i].reviewer_id == viewer)
			own = &all.rows[i];
	}
	every = service || strcmp(visibility, "always") == 0 ||
	    (own != NULL && strcmp(visibility, "after_own") == 0);
	*hidden = 0;
	if (!every) {
		*hidden = all.count - (own != NULL);
		if (own != NULL)
			all.rows[0] = *own;
		all.count = own != NULL;
	}
	*out = all;
	return RC_OK;
}

/* --- saving --------------------------------------------------------------- */

/* Marks as they will be, and what is wrong with the form. */
static void
apply(struct review *r, const struct grid *grid,
    const struct review_form *form, struct mem *mem, struct problems *why)
{
	size_t i, n;

	for (n = 0; n < form->change_count; n++) {
		const struct mark_change *c = &form->changes[n];

		i = grid_find(grid, c->criterion_id);
		if (i == grid->count || !criterion_is_leaf(&grid->items[i]) ||
		    (c->mark.given && criterion_level(&grid->items[i],
		    c->mark.value) == NULL))
			problem_add(why, mem_printf(mem, "critere.%lld",
			    (long long)c->criterion_id), "%s",
			    _("Cette note n’est pas dans l’échelle du "
			    "critère."));
		else
			r->marks[i] = c->mark;
	}
	score_review(&r->score, grid, r->marks, SCORE_ALL);
	if (form->submit && r->score.marked == 0)
		problem_add(why, "critere", "%s",
		    _("Notez au moins un critère avant d’envoyer votre avis."));
	if (form->comment != NULL) {
		r->comment = text_trim(mem, form->comment);
		if (text_length(r->comment) > COMMENT_MAX)
			problem_add(why, "avis", "%s",
			    _("Cet avis dépasse 10 000 caractères."));
	}
	if (form->recommendation != NULL) {
		r->recommendation = *form->recommendation == '\0' ? NULL :
		    form->recommendation;
		if (r->recommendation != NULL &&
		    *review_recommendation_label(r->recommendation) == '\0')
			problem_add(why, "recommandation", "%s",
			    _("Choisissez une recommandation de la liste."));
	}
}

static void
write_review(struct db *db, int64_t application_id, const struct review *r,
    const struct grid *grid, const struct review_form *form,
    const struct act *act)
{
	int64_t id = r->id;
	size_t n;

	if (id == 0) {
		db_run(db, Q_REVIEW_ADD, I(application, application_id),
		    I(stage, form->stage_id), I(reviewer, act->who->id),
		    T(recommendation, r->recommendation),
		    T(comment, r->comment), I(now, act->now));
		id = db_last_id(db);
	} else
		db_run(db, Q_REVIEW_PUT, I(review, id),
		    T(recommendation, r->recommendation),
		    T(comment, r->comment), I(now, act->now));
	for (n = 0; n < form->change_count; n++) {
		const struct mark_change *c = &form->changes[n];

		if (grid_find(grid, c->criterion_id) == grid->count)
			continue;
		if (c->mark.given)
			db_run(db, Q_REVIEW_MARK_PUT, I(review, id),
			    I(criterion, c->criterion_id),
			    I(value, c->mark.value));
		else
			db_run(db, Q_REVIEW_MARK_CLEAR, I(review, id),
			    I(criterion, c->criterion_id));
	}
	if (form->submit && r->submitted_at == 0)
		db_run(db, Q_REVIEW_SUBMIT, I(review, id), I(now, act->now));
}

static enum rc
save(struct db *db, struct mem *mem, int64_t application_id,
    const struct review_form *form, const struct act *act, int64_t *revision,
    struct problems *why)
{
	struct review r;
	struct grid *grid;
	struct stmt *s;
	bool open;
	enum rc rc;

	s = db_query(db, Q_REVIEW_PLACE, I(application, application_id));
	if (!stmt_step(s))
		return RC_NOT_FOUND;
	open = strcmp(stmt_text(s, "state"), "under_review") == 0 &&
	    stmt_int(s, "stage_id") == form->stage_id;
	stmt_done(s);
	rc = grid_load(&grid, db, mem, form->stage_id);
	if (rc == RC_OK)
		rc = review_own(&r, db, mem, grid, application_id,
		    form->stage_id, act->who->id);
	if (rc != RC_OK)
		return rc;
	if (!open || r.revision != form->revision)
		return RC_CONFLICT;
	apply(&r, grid, form, mem, why);
	if (why->count > 0)
		return RC_INVALID;
	write_review(db, application_id, &r, grid, form, act);
	if (form->submit && r.submitted_at == 0)
		tray_refresh(db, application_id, NEWS_REVIEW, act->now);
	*revision = r.revision + 1;
	return RC_OK;
}

enum rc
review_save(struct db *db, struct mem *mem, int64_t application_id,
    const struct review_form *form, const struct act *act, int64_t *revision,
    struct problems *why)
{
	int64_t number = 0;
	enum rc rc;

	rc = db_write_begin(db);
	if (rc != RC_OK)
		return rc;
	rc = db_write_end(db, save(db, mem, application_id, form, act, &number,
	    why));
	if (rc == RC_OK && revision != NULL)
		*revision = number;
	return rc;
}
