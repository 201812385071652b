/*
 * Comments and extension tags of wikitext. Private to lib/wiki.
 */
#ifndef WIKI_TAG_H
#define WIKI_TAG_H

#include <stdbool.h>
#include <stddef.h>

#include "wiki/scanner.h"

#define TAGS_MAX	96

/* One search over one text: remembers which tags close no more. */
struct tag_search {
	wiki_tags	 names;
	bool		 no_gt;
	bool		 no_end[TAGS_MAX];
};

void	 tag_search_init(struct tag_search *, wiki_tags);
/*
 * Past what begins at text[at] == '<': a whole extension element, or an ignored
 * inclusion tag, or an opening tag that is never closed (it is then text).
 * The same `at`: nothing begins there.
 */
size_t	 tag_skip(struct tag_search *, const char *text, size_t len,
	    size_t at);
/*
 * Is it a comment? *end is past it; with whole_line it was alone on its line,
 * and *end is past the line feed too.
 */
bool	 tag_comment(const char *text, size_t len, size_t at, size_t *end,
	    bool *whole_line);

#endif
