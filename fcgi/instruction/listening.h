/*
 * Pages of listening and of moderation: what their files share.
 */
#ifndef INSTRUCTION_LISTENING_H
#define INSTRUCTION_LISTENING_H

#include "domain/likeness.h"
#include "web/route.h"

extern const struct field_rule moderation_fields[];
extern const struct field_rule suggest_merge_fields[];

/* moderation.c */
int64_t	 moderation_count(const struct req *);
void	 moderation_get(struct req *, struct res *);
void	 moderate_get(struct req *, struct res *);
void	 moderate_post(struct req *, struct res *);
void	 suggest_merge_post(struct req *, struct res *);
/* "mêmes mots : compost · même commune", in mem. */
const char *likeness_said(struct mem *, const struct likeness *);

#endif
