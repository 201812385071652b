/*
 * Rows that pages of every worker add to views/partials.
 * It knows no request: what to say is the caller's.
 */
#include "config.h"

#include "web/partial.h"

#include "base/text.h"

void
partial_crumb(struct view *page, const char *url, const char *name)
{
	struct view *row = view_add(page, M_CRUMBS);

	view_text(row, M_CRUMB_URL, url);
	view_text(row, M_CRUMB_NAME, name);
}

void
partial_term(struct view *v, const char *name, const char *value)
{
	struct view *row;

	if (text_blank(value))
		return;
	row = view_add(v, M_TERMS);
	view_text(row, M_TERM_NAME, name);
	view_text(row, M_TERM_VALUE, value);
}

struct view *
partial_option(struct view *v, const char *options, const char *value,
    const char *text, bool chosen)
{
	struct view *row = view_add(v, options);

	view_text(row, M_OPTION_VALUE, value);
	view_text(row, M_OPTION_TEXT, text);
	if (chosen)
		view_show(row, M_OPTION_CHOSEN);
	return row;
}
