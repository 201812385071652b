/*
 * One wiki page as values: its infobox mapped by the usual names of parameters,
 * its lead as summary. It decides no verdict and knows no database.
 */
#ifndef WIKI_PAGE_H
#define WIKI_PAGE_H

#include <json-c/json.h>

#include "wiki/scanner.h"

#define WIKI_SUMMARY_MAX	300	/* characters */
#define WIKI_DESCRIPTION_MAX	5000

struct wiki_source_text {
	const char	*title;		/* of the page, with its namespace */
	const char	*text;
	size_t		 len;
	/* The template looked for and its redirects, as wiki_template_name
	 * gives them, NULL ends; NULL: the call with most parameters. */
	const char *const *templates;
	wiki_tags	 tags;
};

/*
 * The values of a page, the caller's reference: title, summary, description,
 * template, params (as written, comments out), and, when readable, lat_e6,
 * lon_e6, place, postcode, image, site, starts_on, ends_on, holder, tags;
 * "unread": [{"name", "value"}] for parameters that have a meaning and a value
 * that cannot be read. A value in which calls or tags are nested is plain text
 * at best. Returns NULL and sets *problem when the page cannot be read:
 * "too_deep", "no_call" (the template is called by another one, or an unclosed
 * link makes its call a text).
 */
struct json_object *wiki_page_values(const char **problem, struct mem *,
	    const struct wiki_source_text *);

#endif
