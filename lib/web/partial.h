/*
 * Rows that pages of every worker add to views/partials: crumbs, terms, options.
 * Fields of forms are web/ask.h's. Texts are borrowed, as by view.h.
 */
#ifndef WEB_PARTIAL_H
#define WEB_PARTIAL_H

#include <stdbool.h>

#include "view/view.h"

/* partials/breadcrumb.tpl: a page above this one. */
void	 partial_crumb(struct view *page, const char *url, const char *name);
/* partials/terms.tpl: nothing when value is NULL or blank. */
void	 partial_term(struct view *, const char *name, const char *value);
/* Section `options` once more: what a select, radios or boxes offer. The row is
 * borrowed, for what else it says. */
struct view *partial_option(struct view *, const char *options,
	    const char *value, const char *text, bool chosen);

#endif
