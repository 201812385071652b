/*
 * What an agent does first: take an application under review, take charge of
 * it or give it to a colleague.
 */
#ifndef DOMAIN_INSTRUCT_H
#define DOMAIN_INSTRUCT_H

#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "domain/act.h"
#include "store/db.h"

/*
 * submitted → under_review, at the first stage of the service; whoever takes it
 * is in charge unless somebody is. The holder is told. RC_CONFLICT: another
 * state, a correction open, or it changed since. Own write transaction.
 */
enum rc	 instruct_take(struct db *, struct mem *, int64_t application_id,
	    int64_t revision, const struct act *);
/*
 * Give it to an agent (0: nobody), who is told. RC_NOT_FOUND: no such agent on
 * the platform or the call, or in conflict. RC_CONFLICT: it is decided. Own
 * write transaction.
 */
enum rc	 instruct_assign(struct db *, struct mem *, int64_t application_id,
	    int64_t agent_id, const struct act *);

struct agent {
	int64_t		 id;
	const char	*name;
};

struct agents {
	struct agent	*rows;		/* by name */
	size_t		 count;
};

/* Who may be put in charge on a platform, and on the call unless it is 0: at
 * most 200, in mem. A read. */
enum rc	 instruct_agents(struct agents *, struct db *, struct mem *,
	    int64_t platform_id, int64_t call_id, int64_t now);

#endif
