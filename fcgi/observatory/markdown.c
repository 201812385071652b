/*
 * Markdown into HTML by libcmark, always in safe mode.
 * It renders nothing that the page could not have written itself.
 */
#include "config.h"

#include "fcgi/observatory/markdown.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

#define LEVEL_MAX	6

const char *
markdown_html(struct mem *mem, const char *text, int deeper)
{
	cmark_node *root = cmark_parse_document(text, strlen(text),
	    CMARK_OPT_SMART), *node;
	const char *copy;
	char *html;

	for (node = cmark_node_first_child(root); node != NULL;
	    node = cmark_node_next(node)) {
		int level = cmark_node_get_heading_level(node) + deeper;

		if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
			cmark_node_set_heading_level(node,
			    level > LEVEL_MAX ? LEVEL_MAX : level);
	}
	html = cmark_render_html(root, CMARK_OPT_SMART);
	copy = mem_strdup(mem, html);
	free(html);
	cmark_node_free(root);
	return copy;
}
