/*
 * The funding plan of a dossier: what it costs, who is asked, promises,
 * grants, pays; and its sums, kept on the element and per funder.
 * It knows no form: answers are read by answer.c.
 */
#ifndef DOMAIN_PLAN_H
#define DOMAIN_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

struct plan_cost {
	int64_t		 id;
	const char	*label;
	const char	*kind;		/* NULL: "other" */
	int64_t		 amount_cents;
};

struct plan_source {
	int64_t		 id, funder_id, application_id;	/* 0: none */
	const char	*name;		/* of the funder, as shown */
	const char	*kind;		/* public private own in_kind loan */
	int64_t		 asked_cents, promised_cents, granted_cents, paid_cents;
	bool		 conditional;	/* "sous réserve" */
	const char	*note;
	const char	*decided_on;	/* or NULL */
	bool		 instalments;	/* payments are planned or made */
};

struct plan {
	struct plan_cost *costs;
	size_t		 cost_count;
	struct plan_source *sources;
	size_t		 source_count;
	/* Sums of the lines. */
	int64_t		 cost_cents, asked_cents, promised_cents, granted_cents,
			 paid_cents;
};

#define PLAN_LINES	100	/* at most, costs and sources each */

/* Fill *plan, in mem. A read. */
void	 plan_load(struct plan *, struct db *, struct mem *, int64_t dossier_id);

/*
 * Replace what the holder wrote: cost lines, and who is asked for how much.
 * A source keeps what its funder answered (promise, grant, payments): lines
 * are matched by name whatever case and accents; one that a funder or an
 * application is tied to and that is no longer named stays, asking 0. Sums of
 * plan are not read. Inside the caller's write transaction; the caller calls
 * plan_refresh after.
 */
void	 plan_put(struct db *, struct mem *, int64_t dossier_id,
	    const struct plan *);

/* Cents that the line of that name asks for; 0: none does. A read. */
int64_t	 plan_asked_of(struct db *, struct mem *, int64_t dossier_id,
	    const char *funder);

/* What a funder answers on a line; same transaction rules as plan_put. */
void	 plan_source_answer(struct db *, const struct plan_source *);

/*
 * The line of the funder of the call that this application was made to; tied
 * to the application, and made (asking what was requested) when the holder
 * wrote none. Returns its id, 0 when the call has no funder. Inside the caller's
 * write transaction.
 */
int64_t	 plan_attach(struct db *, struct mem *, int64_t application_id);

/*
 * Sum the plan of the element's dossier again: cost, asked, promised, granted
 * and paid on the element, and the tallies of its funders. Promised is what each
 * line promises beyond what it grants, so that granted + promised is what is had. A plan without cost
 * lines leaves the cost as told. Inside the caller's write transaction.
 */
void	 plan_refresh(struct db *, int64_t element_id);

#endif
