/*
 * What the files of decisions share. Not for others.
 */
#ifndef DOMAIN_DECISION_PRIVATE_H
#define DOMAIN_DECISION_PRIVATE_H

#include "domain/decision.h"

#define DECISION_TEXT_MAX	10000	/* characters */

/* 0 accept, 1 refuse, 2 close; -1: none of them. */
int	 decision_verdict_index(const char *verdict);
/* The form with its texts trimmed; a proposal may lack its reasons. Problems go
 * to `why`. */
struct decision_form decision_check(struct mem *, const struct decision_form *,
	    const struct decision_bounds *, bool proposal,
	    struct problems *why);
/* decision_take, inside the caller's write transaction. */
enum rc	 decision_take_within(struct db *, struct mem *,
	    int64_t application_id, const struct decision_form *,
	    const struct act *, struct problems *why);

#endif
