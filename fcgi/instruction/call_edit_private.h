/*
 * Writing a call: what its pages and what they send share. Nobody else includes
 * it.
 */
#ifndef INSTRUCTION_CALL_EDIT_PRIVATE_H
#define INSTRUCTION_CALL_EDIT_PRIVATE_H

#include "base/problems.h"
#include "fcgi/instruction/call_edit.h"

/* Of the calls, or of one ("…/slug"). In mem. */
const char *call_admin_url(const struct req *, const char *tail);
/* The page again with what was typed, and what is wrong of it (may be NULL). */
void	 call_show_new(struct req *, struct res *, int status,
	    const struct problems *);
void	 call_show_edit(struct req *, struct res *, int status,
	    const struct problems *);

#endif
