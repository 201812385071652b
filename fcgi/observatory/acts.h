/*
 * Acts of the public journal, as several pages show them.
 */
#ifndef OBSERVATORY_ACTS_H
#define OBSERVATORY_ACTS_H

#include "domain/overview.h"
#include "web/req.h"

/* The newest acts as a timeline (section EVENTS). */
void	 show_acts_timeline(const struct req *, struct view *,
	    const struct act *, size_t n);

#endif
