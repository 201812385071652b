/*
 * Acts of the public journal, as several pages show them.
 */
#ifndef OBSERVATORY_ACTS_H
#define OBSERVATORY_ACTS_H

#include "domain/overview.h"
#include "web/req.h"

/* "Décision : projet retenu"; what happened, for everyone. */
const char *act_said(const struct act *);
const char *act_tone(const struct act *);
/* The newest acts as a timeline (section EVENTS). */
void	 show_acts_timeline(const struct req *, struct view *,
	    const struct act *, size_t n);

#endif
