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
/* What the address says of the filter n: "q", "o", "v". "" when nothing. */
const char *table_asked_text(const struct req *, const char *what, int n);

/* An address of this view with something else; zeroed: as it is, first page. */
struct table_other {
	const char	*tail;		/* ".csv" */
	const char	*sort;		/* NULL: the same order */
	bool		 down;
	const char	*after, *before; /* key of a row; NULL: neither */
	int64_t		 rank;		/* of the first row then */
	int		 without;	/* a filter left out, from 1 */
	bool		 columns_first;	/* those shown when none is chosen */
};
/* In mem. */
const char *table_url(const struct table_page *, const struct table_other *);

#endif
