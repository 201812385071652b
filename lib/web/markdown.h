/*
 * Markdown into HTML: texts of presets, and long texts that people type.
 * It lets no HTML through, and shows no picture from elsewhere.
 */
#ifndef WEB_MARKDOWN_H
#define WEB_MARKDOWN_H

#include "base/mem.h"

/*
 * CommonMark in safe mode (raw HTML and javascript: links are dropped), in mem.
 * Headings are `deeper` levels lower than written, so that they fit below the
 * page's own.
 */
const char *markdown_html(struct mem *, const char *text, int deeper);
/*
 * The same for what somebody typed: HTML tags are shown as they were written, a
 * picture is a link, a line that ends is a line that ends. In mem.
 */
const char *markdown_typed(struct mem *, const char *text, int deeper);

#endif
