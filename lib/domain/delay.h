/*
 * The delay before silence has a meaning (CRPA L. 231-1 to L. 231-6), paused
 * by corrections (L. 114-5). It computes days and knows no table.
 */
#ifndef DOMAIN_DELAY_H
#define DOMAIN_DELAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum delay_unit { DELAY_DAYS, DELAY_WEEKS, DELAY_MONTHS };

struct delay {
	enum delay_unit	 unit;
	int		 count;
	/* After any correction the whole delay starts again; otherwise only
	 * after one asked because the dossier was incomplete. */
	bool		 restarts;
	const char	*zone;		/* days are those of this clock */
};

/* A correction asked; one that the service took back is no pause at all. */
struct pause {
	int64_t		 asked_at;
	int64_t		 ended_at;	/* 0: still open */
	bool		 incomplete;	/* why it was asked */
};

/*
 * The day on which silence means a decision, as the first second of that day
 * on the zone's clock:
 *
 *	(start + 1 day) + count units + the days of correction
 *
 * start is the day of the deposit or, later, of the last answer to a
 * correction that restarts the delay. Each other correction answered after
 * start adds the days from its asking to its answer, plus one. An open one
 * counts as answered today: the date slides by a day each day. The month after a
 * 31 ends on the last day of a shorter month.
 */
int64_t	 delay_due(const struct delay *, int64_t deposited_at,
	    const struct pause *, size_t n, int64_t now);

#endif
