/*
 * The pages under /administration/communaute: who has which role, and why.
 */
#ifndef INSTRUCTION_COMMUNITY_H
#define INSTRUCTION_COMMUNITY_H

#include "web/route.h"

extern const struct field_rule community_list_fields[],
	    community_give_fields[], community_take_fields[],
	    community_cancel_fields[], community_why_fields[];

void	 community_get(struct req *, struct res *);
void	 community_give_post(struct req *, struct res *);
void	 community_take_post(struct req *, struct res *);
void	 community_cancel_post(struct req *, struct res *);
void	 community_why_get(struct req *, struct res *);	/* community_why.c */

#endif
