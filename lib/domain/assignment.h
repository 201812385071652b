/*
 * Assignments: who is asked to review an application at its present stage.
 * It gives nobody the right to (see right.h), and asks nobody in conflict.
 */
#ifndef DOMAIN_ASSIGNMENT_H
#define DOMAIN_ASSIGNMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "domain/act.h"
#include "store/db.h"

struct assignee {
	int64_t		 person_id;
	const char	*name;
	bool		 assigned, submitted;
	int64_t		 load;		/* asked and not submitted, anywhere */
};

struct assignees {
	struct assignee	*rows;
	size_t		 count;
};

/*
 * Who may be asked: people with the role evaluator on the platform, the call
 * or the stage, without conflict, and whoever is asked already; in mem, at
 * most 100, those asked first, then by load. A read, one query.
 */
enum rc	 assignment_list(struct assignees *, struct db *, struct mem *,
	    int64_t application_id, int64_t now);

/*
 * Ask exactly these people (ids, n of them): others who have submitted nothing are
 * no longer asked. RC_NOT_FOUND: one of them is in conflict. RC_CONFLICT: it is
 * not under review. Opens its own write transaction.
 */
enum rc	 assignment_set(struct db *, struct mem *, int64_t application_id,
	    const int64_t *people, size_t n, const struct act *);

/*
 * Spread what stands at a stage under review: give each application the
 * evaluators it lacks to reach its quorum (two without one), least loaded first,
 * never one in conflict. *made: how many assignments. At most 500
 * applications, oldest first; again for more. Opens its own write transaction.
 */
enum rc	 assignment_spread(struct db *, struct mem *, int64_t stage_id,
	    const struct act *, int64_t *made);

#endif
