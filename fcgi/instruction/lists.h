/*
 * Reference lists of a platform: /administration/listes.
 */
#ifndef INSTRUCTION_LISTS_H
#define INSTRUCTION_LISTS_H

#include "domain/reference.h"
#include "web/route.h"

extern const struct field_rule lists_fields[];

void	 lists_get(struct req *, struct res *);
void	 lists_post(struct req *, struct res *);

#endif
