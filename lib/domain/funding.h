/*
 * Co-funding after the deposit: what each funder promises, grants and pays on
 * the one plan of a project. It never grants more than was asked, nor pays
 * more than was granted; the grant of a call's own funder is its decision's.
 */
#ifndef DOMAIN_FUNDING_H
#define DOMAIN_FUNDING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "store/db.h"

/* An answer of a funder; cents, -1: unchanged. */
struct funding_answer {
	int64_t		 promised_cents, granted_cents;
	bool		 conditional;	/* "sous réserve" */
	const char	*note;		/* what the reserve is; NULL: unchanged */
};

/*
 * Put what a funder answers on its line of the plan, tied to the
 * organisation. Journal entries "promise" and "grant" under the funder's name
 * when the project is public and the money is not the holder's own.
 * RC_NOT_FOUND: no such line. RC_INVALID: `why` (promised, granted). Opens
 * its own write transaction.
 */
enum rc	 funding_answer(struct db *, struct mem *, int64_t dossier_id,
	    const char *funder_name, int64_t funder_id,
	    const struct funding_answer *, const struct act *,
	    struct problems *why);

/*
 * An instalment was paid on that day ("YYYY-MM-DD"). Journal entry "pay".
 * Same errors (`where` is "amount"). Opens its own write transaction.
 */
enum rc	 funding_pay(struct db *, struct mem *, int64_t dossier_id,
	    const char *funder_name, int64_t amount_cents, const char *paid_on,
	    const char *label, const struct act *, struct problems *why);

#endif
