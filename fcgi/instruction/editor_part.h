/*
 * One part of a draft being edited: shared by its page and what it sends.
 * Nobody else includes it.
 */
#ifndef INSTRUCTION_EDITOR_PART_H
#define INSTRUCTION_EDITOR_PART_H

#include "fcgi/instruction/editor.h"

struct part {
	struct editor	 e;
	const char	*name;		/* "": the form itself */
	struct form_spot spot;
	const struct shape **members;	/* its settings */
	const char	*mark;
	struct problems	 why;
	bool		 conflict;	/* changed since the page was made */
};

/* The part that the path names. False: the reply is made already. Ends with
 * editor_close of its editor. */
bool	 part_open(struct part *, struct req *, struct res *);
/* The part in the definition as it is now. False: it is gone. */
bool	 part_look(struct part *);
void	 part_show(struct part *, int status);
bool	 part_is_condition(const struct shape *);
/* Rules have no key, nor has the form here. */
bool	 part_has_key(const struct part *);
extern const struct shape part_key;

#endif
