/*
 * Co-funding after the deposit: what each funder promises, grants and pays on
 * the one plan of a project. A promise is not a grant, a grant is not a payment;
 * nothing is granted beyond what was asked, nor paid beyond what was granted,
 * and what was paid never changes.
 */
#ifndef DOMAIN_FUNDING_H
#define DOMAIN_FUNDING_H

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
enum rc	 funding_payments(struct payments *, struct db *, struct mem *,
	    int64_t dossier_id);
/* What a line said when its form was shown: funding_answer refuses another. In
 * mem. */
const char *funding_mark(struct mem *, const struct plan_source *);
/* Is the line that of another application, whose service answers for it? */
bool	 funding_is_elsewhere(const struct plan_source *,
	    int64_t application_id);

/* Which line, and who works on it. */
struct funding_line {
	int64_t		 dossier_id;
	int64_t		 application_id;	/* of the service; 0: none */
	int64_t		 source_id;		/* 0: by the funder's name */
	const char	*funder;		/* whatever case and accents */
};

/* An answer of a funder; cents, -1: unchanged. */
struct funding_answer {
	const char	*mark;		/* funding_mark as shown; NULL: any */
	int64_t		 promised_cents, granted_cents;
	bool		 conditional;	/* "sous réserve" */
	const char	*note;		/* NULL: unchanged */
	const char	*said;		/* in the journal, or NULL */
	int64_t		 funder_id;	/* to tie the line to; 0: as it is */
};

/* A payment to come, or made. */
struct funding_payment {
	int64_t		 amount_cents;
	const char	*due_on, *paid_on;	/* one of them; or none: expected */
	const char	*label;			/* or NULL */
};

/*
 * Write what a funder answers on its line. The grant of a line tied to an
 * application is that of its decision and does not change here. RC_NOT_FOUND: no
 * such line. RC_DENIED: funding_is_elsewhere. RC_CONFLICT: it changed since the
 * mark. RC_INVALID: `why` (promis, accorde, precision). Journal, when the project
 * is public and the money is not the holder's own: promise, grant. Own write
 * transaction.
 */
enum rc	 funding_answer(struct db *, struct mem *,
	    const struct funding_line *, const struct funding_answer *,
	    const struct act *, struct problems *why);
/*
 * Plan a payment, or record one that is made. Same results; RC_INVALID: `why`
 * (somme, jour, libelle): no amount, payments beyond the grant, one made after
 * today. Journal, when made: pay. Own write transaction.
 */
enum rc	 funding_pay(struct db *, struct mem *, const struct funding_line *,
	    const struct funding_payment *, const struct act *,
	    struct problems *why);
/* A payment that was to come is made, on that day. RC_NOT_FOUND: none such is
 * to come in that dossier; the line's source and funder do not count. Own write
 * transaction. */
enum rc	 funding_paid(struct db *, struct mem *, const struct funding_line *,
	    int64_t payment_id, const char *paid_on, const struct act *);

#endif
