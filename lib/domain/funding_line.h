/*
 * One line of a funding plan as funders work on it from the desk: by its id,
 * with a mark against concurrent changes, and instalments that are first
 * expected, then paid. funding.h does the same by name, for what is told after
 * the fact. A promise is not a grant, a grant is not a payment; what was paid
 * never changes.
 */
#ifndef DOMAIN_FUNDING_LINE_H
#define DOMAIN_FUNDING_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/problems.h"
#include "base/rc.h"
#include "domain/act.h"
#include "domain/plan.h"
#include "store/db.h"

struct payment {
	int64_t		 id, source_id;
	const char	*due_on, *paid_on;	/* "YYYY-MM-DD"; NULL: not dated, due */
	int64_t		 amount_cents;
	const char	*label;
};

struct payments {
	struct payment	*rows;		/* by source, then by date */
	size_t		 count;
};

/* Of a dossier, at most 500, in mem. A read. */
enum rc	 line_payments(struct payments *, struct db *, struct mem *,
	    int64_t dossier_id);
/* What a line said when its form was shown: line_answer refuses another. In
 * mem. */
const char *line_mark(struct mem *, const struct plan_source *);

struct line_form {
	int64_t		 source_id;
	const char	*mark;		/* line_mark, as shown */
	int64_t		 promised_cents, granted_cents;
	bool		 conditional;
	const char	*note;
};

/*
 * Write what a funder answers on its line. The grant of a line tied to an
 * application is that of its decision and does not change here. RC_NOT_FOUND: no
 * such line in the dossier of the application. RC_CONFLICT: the line changed
 * since. RC_INVALID: `why` (promis, accorde, precision): negative, below what
 * was paid, more than was asked. Journal, when the project is public: promise,
 * grant. Own write transaction.
 */
enum rc	 line_answer(struct db *, struct mem *, int64_t application_id,
	    const struct line_form *, const struct act *,
	    struct problems *why);
/*
 * Plan an instalment, or record one that is paid (paid_on not NULL).
 * RC_INVALID: `why` (somme, jour, libelle): no amount, instalments beyond the
 * grant, a payment dated after today. Journal: pay. Own write transaction.
 */
enum rc	 line_pay(struct db *, struct mem *, int64_t application_id,
	    int64_t source_id, int64_t amount_cents, const char *due_on,
	    const char *paid_on, const char *label, const struct act *,
	    struct problems *why);
/* An expected instalment is paid. RC_NOT_FOUND: none such expected. */
enum rc	 line_paid(struct db *, struct mem *, int64_t application_id,
	    int64_t payment_id, const char *paid_on, const struct act *);

#endif
