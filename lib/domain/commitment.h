/*
 * Commitments: what a project said it would reach (answers of the type
 * "indicator") becomes its targets when its application is accepted.
 * It reads what was presented, never the dossier as it is now.
 */
#ifndef DOMAIN_COMMITMENT_H
#define DOMAIN_COMMITMENT_H

#include "base/mem.h"
#include "base/rc.h"
#include "domain/application.h"
#include "store/db.h"

/*
 * Write the targets that the snapshot in force commits to, in questions of the
 * form and of the call, inside blocks too; the last one about an indicator
 * counts. A private answer, one without a value to reach, and an indicator that
 * the platform no longer has, make no target. What was measured already stays.
 * Inside the caller's write transaction. RC_FAIL.
 */
enum rc	 commitments_take(struct db *, struct mem *,
	    const struct application *);

#endif
