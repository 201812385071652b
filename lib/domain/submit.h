/*
 * Presenting a dossier to a call: the deposit, the withdrawal. What stands in
 * the way is presentation.h's; the state changes by application.h, the content
 * freezes by snapshot.h, the receipt is receipt.h's.
 */
#ifndef DOMAIN_SUBMIT_H
#define DOMAIN_SUBMIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "domain/presentation.h"
#include "domain/receipt.h"
#include "store/db.h"

/*
 * The application of the dossier to the call, begun when there is none, so that
 * the call's own questions can be answered. RC_CONFLICT: the call is not open.
 * RC_DENIED: it is another platform's, and no consent was given.
 * RC_NOT_FOUND. Opens its own write transaction.
 */
enum rc	 application_begin(int64_t *application_id, struct db *, struct mem *,
	    int64_t dossier_id, int64_t call_id, int64_t now);

/*
 * The person agrees that the services of the call's platform read what is
 * presented to it; nothing when it is the dossier's own. Own write transaction.
 */
enum rc	 dossier_consent(struct db *, int64_t dossier_id,
	    int64_t platform_id, const struct person *, int64_t now);

/*
 * Present a dossier to a call on behalf of its owner. Presenting is agreeing that
 * who opens the call receives the documents: what was not agreed to yet is
 * recorded with the deposit (consent.h). agreed is the mark of what the page
 * asked about, NULL where no page did.
 *
 * The call must be open at act->now (Unix s, UTC), unless a correction is
 * asked for. On RC_OK a snapshot of the dossier is frozen, the application is
 * "submitted" (under review it stays so), an open correction is answered, and a
 * journal entry, the receipt and the mail that carries it exist. Presenting
 * again takes a new snapshot each time. *receipt (may be NULL) lives in mem.
 * RC_CONFLICT: call closed, already under review or decided, dossier in the
 * bin. RC_INVALID: `why` as of presentation_check. RC_DENIED: other documents
 * than those agreed to would go, or another platform reads without leave. Opens
 * its own write transaction: the caller holds none.
 */
enum rc	 application_submit(struct receipt **receipt, struct db *,
	    struct mem *, int64_t dossier_id, int64_t call_id,
	    const char *agreed, const struct act *, struct problems *why);

/*
 * Take an application back before its decision; the reason (may be empty) is for
 * the service. The service is told. RC_CONFLICT: another state. Opens its own
 * write transaction.
 */
enum rc	 application_withdraw(struct db *, struct mem *,
	    int64_t application_id, const char *reason, const struct act *);

#endif
