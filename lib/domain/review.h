/*
 * Reviews: one evaluator's marks on one application at one stage.
 * It computes no score (see score.h) and shows nobody what the stage hides.
 *
 * A person in conflict reads and writes nothing: RC_NOT_FOUND everywhere.
 */
#ifndef DOMAIN_REVIEW_H
#define DOMAIN_REVIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "domain/score.h"
#include "store/db.h"

struct review {
	int64_t		 id, reviewer_id;
	const char	*reviewer;		/* name */
	const char	*recommendation;	/* or NULL */
	const char	*comment;
	int64_t		 revision;		/* 0: nothing saved yet */
	int64_t		 saved_at, submitted_at; /* submitted 0: being written */
	struct mark	*marks;			/* one per item of the grid */
	struct score	 score;
};

struct reviews {
	struct review	*rows;
	size_t		 count;
};

/* selected, priority, reserve, dropped, in that order; NULL ends. */
extern const char *const review_recommendations[];
/* "Sélectionné", "Prioritaire, à compléter"…, translated; "" for NULL. */
const char *review_recommendation_label(const char *);

/*
 * One's own review, in mem; an empty one with revision 0 when nothing is saved.
 * RC_NOT_FOUND: in conflict. A read, two queries.
 */
enum rc	 review_own(struct review *, struct db *, struct mem *,
	    const struct grid *, int64_t application_id, int64_t stage_id,
	    int64_t reviewer_id);

/*
 * The submitted reviews that `viewer` may see, in the order of submission, in
 * mem: all when `service` (who instructs or decides), else as the stage says:
 * never (none), after_own (none before one's own is submitted), always. One's own
 * is among them. At most 100, two queries. *hidden is how many exist beyond.
 */
enum rc	 review_visible(struct reviews *, size_t *hidden, struct db *,
	    struct mem *, const struct grid *, int64_t application_id,
	    int64_t stage_id, const char *visibility, int64_t viewer,
	    bool service);

/* One change of a review: only the criteria listed are touched. */
struct mark_change {
	int64_t		 criterion_id;
	struct mark	 mark;			/* given false: takes it back */
};

struct review_form {
	int64_t		 stage_id;
	int64_t		 revision;		/* as shown; 0: nothing saved */
	const struct mark_change *changes;
	size_t		 change_count;
	const char	*comment;		/* NULL: unchanged */
	const char	*recommendation;	/* NULL: unchanged; "": none */
	bool		 submit;
};

/*
 * Save one's review, whole or in part. *revision (NULL allowed) is the new one.
 * RC_NOT_FOUND: in conflict, or no such application. RC_CONFLICT: a newer
 * revision was saved from elsewhere, it left that stage or is not under review.
 * RC_INVALID: a value off its scale, a text too long, nothing marked at the time
 * of submitting (`where` is "critere.<id>", "avis", "recommandation"). A
 * submitted review may be changed while the stage lasts, it stays submitted.
 * Opens its own write transaction.
 */
enum rc	 review_save(struct db *, struct mem *, int64_t application_id,
	    const struct review_form *, const struct act *, int64_t *revision,
	    struct problems *why);

#endif
