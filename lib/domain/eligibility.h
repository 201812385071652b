/*
 * Why a project is not, or does not seem, eligible: said before a deposit.
 * The conditions every call has (date, territory, theme, amount) are
 * call_fits's; these are the reasons that forms and calls write themselves.
 */
#ifndef DOMAIN_ELIGIBILITY_H
#define DOMAIN_ELIGIBILITY_H

#include <stddef.h>

#include "domain/answer.h"
#include "domain/call.h"
#include "domain/presentation.h"

/*
 * The reasons of the form the call asks, of its own questions and of the call,
 * in mem of the answers; how many. Reads: one statement.
 */
size_t	 eligibility_judge(struct barrier **, const struct presentation *);

/*
 * The reasons that a call writes itself, read against that form, in mem; what an
 * older revision of it does not ask is left out. Reads: one statement.
 */
size_t	 eligibility_bars(struct form_bar **, struct db *, struct mem *,
	    const struct form *, int64_t call_id);

/*
 * The reasons of a call alone, of answers to the form it asks; before anything
 * is presented to it. In mem of the answers; reads: one statement.
 */
size_t	 eligibility_of_call(struct barrier **, const struct answers *,
	    const struct call *);

/*
 * Add the reasons that keep from presenting, as "?eligible" (see
 * presentation_check). Reads as eligibility_judge.
 */
void	 eligibility_check(const struct presentation *, struct problems *why);

#endif
