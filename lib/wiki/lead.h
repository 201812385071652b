/*
 * The plain text of wikitext: what a reader sees, without calls, tables, files,
 * notes and marks. It makes no HTML and expands no template.
 */
#ifndef WIKI_LEAD_H
#define WIKI_LEAD_H

#include "wiki/scanner.h"

/* One value or a fragment as a text of one or several lines. In mem. */
const char *wiki_plain(struct mem *, const char *text, size_t len, wiki_tags);
/*
 * The lead of a page: its first paragraphs outside calls and before the first
 * heading; when there is none, the first paragraph after a heading. Paragraphs
 * are separated by an empty line; about max characters. "" when the page has no
 * prose. In mem.
 */
const char *wiki_lead(struct mem *, const struct wiki_calls *, size_t max,
	    wiki_tags);

#endif
