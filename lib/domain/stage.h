/*
 * The stages of a call and the way of an application through them.
 * It decides no grant: see decision.h.
 *
 * Points (yes/no checks) and outcomes are those of the call's preset; what was
 * verified and how a stage ended is kept with the words of that time.
 */
#ifndef DOMAIN_STAGE_H
#define DOMAIN_STAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "store/db.h"

struct stage {
	int64_t		 id;
	const char	*key, *label, *kind;
	int64_t		 opens_at, closes_at;	/* 0: not dated */
	const char	*reviews_visible;	/* never, after_own, always */
	int64_t		 quorum;		/* reviews expected */
	bool		 scored;		/* has criteria */
};

struct stages {
	struct stage	*rows;			/* by position */
	size_t		 count;
};

/* The stages of a call, in mem. RC_FAIL. A read. */
enum rc	 stages_load(struct stages *, struct db *, struct mem *,
	    int64_t call_id);
/* Borrowed; NULL when the call has no such stage. */
const struct stage *stages_find(const struct stages *, int64_t stage_id);
/* The one after it, or NULL at the end; the first one for stage 0. */
const struct stage *stages_next(const struct stages *, int64_t stage_id);
/* The first stage where the service works: after those of proposition. */
const struct stage *stages_first_of_service(const struct stages *);

struct stage_point {
	const char	*key, *label;
	const char	*verdict;		/* "yes", "no"; NULL: not verified */
};

struct stage_outcome {
	const char	*key, *label;
	bool		 advances;		/* opens the next stage */
	bool		 given;
};

/* What is verified and concluded at one stage for one application. */
struct stage_sheet {
	const char	*help;			/* or NULL */
	struct stage_point *points;
	size_t		 point_count;
	struct stage_outcome *outcomes;
	size_t		 outcome_count;
	const char	*comment;		/* of the outcome given, or "" */
	int64_t		 given_at;		/* 0: no outcome yet */
};

/* *sheet in mem; a stage without points nor outcomes gives empty lists. A read. */
enum rc	 stage_sheet_load(struct stage_sheet **sheet, struct db *,
	    struct mem *, int64_t application_id, int64_t stage_id);

/* What a form of the current stage sends. */
struct stage_form {
	int64_t		 revision;		/* of the application, when shown */
	int64_t		 stage_id;		/* where it stood then */
	/* One per point of the sheet, in its order: "yes", "no", NULL. */
	const char *const *verdicts;
	const char	*outcome;		/* its key; NULL: only save points */
	const char	*comment;
};

/*
 * Save the points verified and, with an outcome, end the stage: an outcome that
 * advances brings the application to the next stage, one that does not leaves
 * it there for a decision. A stage whose preset has no outcome advances when
 * outcome is "". RC_CONFLICT: not under review, or it moved since. RC_INVALID:
 * an outcome that advances while a point is "no" or not verified, an unknown
 * outcome, a last stage. Transition and journal entry when it moves. Opens its
 * own write transaction.
 */
enum rc	 stage_conclude(struct db *, struct mem *, int64_t application_id,
	    const struct stage_form *, const struct act *,
	    struct problems *why);
/*
 * Bring it to any stage of its call with a reason: back, or over one that does
 * not apply. The results already given stay. Same errors.
 */
enum rc	 stage_move(struct db *, struct mem *, int64_t application_id,
	    int64_t revision, int64_t to_stage_id, const char *reason,
	    const struct act *, struct problems *why);
/*
 * Set the stage inside the caller's write transaction (taking up): row,
 * transition, journal; no check. reason may be NULL.
 */
void	 stage_enter(struct db *, int64_t application_id, const struct stage *,
	    const char *outcome_label, const char *reason, const struct act *);

#endif
