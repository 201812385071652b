/*
 * Markdown of presets into HTML: texts of a platform, descriptions of calls.
 * What people type in forms is never Markdown: it is shown as typed.
 */
#ifndef OBSERVATORY_MARKDOWN_H
#define OBSERVATORY_MARKDOWN_H

#include "base/mem.h"

/*
 * CommonMark in safe mode (raw HTML and javascript: links are dropped), in mem.
 * Headings are `deeper` levels lower than written, so that they fit below the
 * page's own.
 */
const char *markdown_html(struct mem *, const char *text, int deeper);

#endif
