/*
 * Pages where an administrator writes calls.
 */
#ifndef INSTRUCTION_CALL_EDIT_H
#define INSTRUCTION_CALL_EDIT_H

#include "web/route.h"

extern const struct field_rule call_new_fields[];
extern const struct field_rule call_edit_fields[];

enum rc	 call_object(struct req *);
int64_t	 calls_count(const struct req *);
void	 calls_edit_get(struct req *, struct res *);
void	 call_new_get(struct req *, struct res *);
void	 call_new_post(struct req *, struct res *);
void	 call_edit_get(struct req *, struct res *);
void	 call_edit_post(struct req *, struct res *);
void	 call_publish_post(struct req *, struct res *);

#endif
