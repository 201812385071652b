/*
 * Calls, as several pages of the observatory show them.
 */
#ifndef OBSERVATORY_CALLS_H
#define OBSERVATORY_CALLS_H

#include "view/view.h"
#include "web/req.h"

/* The section CALLS_SHOWN of the home page; nothing when no call is open. */
void	 show_open_calls(const struct req *, struct view *);

#endif
