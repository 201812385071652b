/*
 * The table of answers: of a call, or of the platform.
 */
#ifndef INSTRUCTION_TABLE_H
#define INSTRUCTION_TABLE_H

#include "web/route.h"

extern const struct field_rule table_fields[];

void	 table_get(struct req *, struct res *);
void	 table_csv(struct req *, struct res *);
void	 table_xlsx(struct req *, struct res *);

#endif
