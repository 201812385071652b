/*
 * The table of answers as the address asks it: shared by its page and its
 * exports. Nobody else includes it.
 */
#ifndef INSTRUCTION_TABLE_PRIVATE_H
#define INSTRUCTION_TABLE_PRIVATE_H

#include "domain/answer_table.h"
#include "fcgi/instruction/table.h"

struct table_page {
	struct req		*req;
	struct answer_table	 table;
	struct table_asked	 asked;
	size_t			*columns;	/* positions of questions */
	size_t			 column_count;
	bool			 chosen;	/* by the address */
	bool			 filtered;
	struct problems		 why;		/* filters that cannot be read */
	const char		*url;
};

/* False: the reply is an error already. Ends with table_close. */
bool	 table_open(struct table_page *, struct req *, struct res *);
void	 table_close(struct table_page *);

#endif
