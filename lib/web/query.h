/*
 * What a public page reads of its address. What newsletters and networks add to
 * follow who comes, and what is added to get past every copy, make no other
 * page. Private to lib/web.
 */
#ifndef WEB_QUERY_H
#define WEB_QUERY_H

#include "web/field.h"

/*
 * The query with only the fields of these rules (NULL: none) and what every
 * page reads: the language, the way back, a form that waits. As it was sent
 * else; query itself when all of it is read.
 */
const char	*query_read(struct mem *, const struct field_rule *rules,
		    const char *query);

#endif
