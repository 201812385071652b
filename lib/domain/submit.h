/*
 * Presenting a dossier to a call: what stands in the way, the deposit, the
 * withdrawal. The state changes by application.h, the content freezes by
 * snapshot.h, the receipt is receipt.h's.
 */
#ifndef DOMAIN_SUBMIT_H
#define DOMAIN_SUBMIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "domain/answer.h"
#include "domain/application.h"
#include "domain/call.h"
#include "domain/dossier.h"
#include "domain/element.h"
#include "domain/platform.h"
#include "domain/receipt.h"
#include "store/db.h"

/* A dossier and a call side by side, as pages and the deposit look at them. */
struct presentation {
	struct dossier		*dossier;
	struct element		*element;
	struct platform		*platform;
	struct call		*call;
	struct application	*app;		/* NULL: nothing begun */
	struct answers		 answers;	/* of the dossier */
	struct answers		 own;		/* when has_own */
	bool			 has_own;	/* the call asks questions */
	int64_t			 requested_cents; /* as answered now */
};

/* Everything, in mem. RC_NOT_FOUND, RC_FAIL. Reads. */
enum rc	 presentation_load(struct presentation *, struct db *, struct mem *,
	    int64_t dossier_id, int64_t call_id);

/*
 * What stands between the dossier and a deposit now, one sentence each:
 * `where` is "step/key" for a question of the dossier, "=step/key" for one of
 * the call's own, "?about" for a condition of the call (struct fit). Empty when
 * it may be presented; the state is not looked at. Reads.
 */
void	 presentation_check(const struct presentation *, int64_t now,
	    struct problems *why);
/* Has the holder the right moment? draft or withdrawn: call open; submitted:
 * call open or a correction asked; under review: a correction asked. */
bool	 presentation_may_submit(const struct presentation *, int64_t now);

/*
 * The application of the dossier to the call, begun when there is none, so that
 * the call's own questions can be answered. RC_CONFLICT: the call is not open.
 * RC_NOT_FOUND. Opens its own write transaction.
 */
enum rc	 application_begin(int64_t *application_id, struct db *, struct mem *,
	    int64_t dossier_id, int64_t call_id, int64_t now);

/*
 * Present a dossier to a call on behalf of its owner.
 *
 * The call must be open at act->now (Unix s, UTC), unless a correction is
 * asked for. On RC_OK a snapshot of the dossier is frozen, the application is
 * "submitted" (under review it stays so), an open correction is answered, and a
 * journal entry, the receipt and the mail that carries it exist. Presenting
 * again takes a new snapshot each time. *receipt (may be NULL) lives in mem.
 * RC_CONFLICT: call closed, already under review or decided, dossier in the
 * bin. RC_INVALID: `why` as of presentation_check. Opens its own write
 * transaction: the caller holds none.
 */
enum rc	 application_submit(struct receipt **receipt, struct db *,
	    struct mem *, int64_t dossier_id, int64_t call_id,
	    const struct act *, struct problems *why);

/*
 * Take an application back before its decision; the reason (may be empty) is for
 * the service. The service is told. RC_CONFLICT: another state. Opens its own
 * write transaction.
 */
enum rc	 application_withdraw(struct db *, struct mem *,
	    int64_t application_id, const char *reason, const struct act *);

#endif
