/*
 * Markdown into HTML by libcmark, always in safe mode.
 * It renders nothing that the page could not have written itself.
 */
#include "config.h"

#include "web/markdown.h"

#include <cmark.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define LEVEL_MAX	6

static void
lower_headings(cmark_node *root, int deeper)
{
	cmark_node *node;

	for (node = cmark_node_first_child(root); node != NULL;
	    node = cmark_node_next(node)) {
		int level = cmark_node_get_heading_level(node) + deeper;

		if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
			cmark_node_set_heading_level(node,
			    level > LEVEL_MAX ? LEVEL_MAX : level);
	}
}

/* Put `now` where `was` is. */
static void
replace(cmark_node *was, cmark_node *now)
{
	cmark_node_replace(was, now);
	cmark_node_free(was);
}

static cmark_node *
as_text(cmark_node *html)
{
	bool block = cmark_node_get_type(html) == CMARK_NODE_HTML_BLOCK;
	cmark_node *text = cmark_node_new(CMARK_NODE_TEXT), *around;

	cmark_node_set_literal(text, cmark_node_get_literal(html));
	if (!block)
		return text;
	around = cmark_node_new(CMARK_NODE_PARAGRAPH);
	cmark_node_append_child(around, text);
	return around;
}

static cmark_node *
as_link(cmark_node *image)
{
	cmark_node *link = cmark_node_new(CMARK_NODE_LINK), *child, *next;

	cmark_node_set_url(link, cmark_node_get_url(image));
	for (child = cmark_node_first_child(image); child != NULL;
	    child = next) {
		next = cmark_node_next(child);
		cmark_node_append_child(link, child);
	}
	return link;
}

static void
tame(cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	cmark_node *node;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		node = cmark_iter_get_node(iter);
		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_HTML_BLOCK:
		case CMARK_NODE_HTML_INLINE:
			replace(node, as_text(node));
			break;
		case CMARK_NODE_IMAGE:
			if (event == CMARK_EVENT_EXIT)
				replace(node, as_link(node));
			break;
		default:
			break;
		}
	}
	cmark_iter_free(iter);
}

static const char *
rendered(struct mem *mem, cmark_node *root, int options)
{
	char *html = cmark_render_html(root, options);
	const char *copy = mem_strdup(mem, html);

	free(html);
	cmark_node_free(root);
	return copy;
}

const char *
markdown_html(struct mem *mem, const char *text, int deeper)
{
	cmark_node *root = cmark_parse_document(text, strlen(text),
	    CMARK_OPT_SMART);

	lower_headings(root, deeper);
	return rendered(mem, root, CMARK_OPT_SMART);
}

const char *
markdown_typed(struct mem *mem, const char *text, int deeper)
{
	cmark_node *root = cmark_parse_document(text, strlen(text),
	    CMARK_OPT_DEFAULT);

	tame(root);
	lower_headings(root, deeper);
	return rendered(mem, root, CMARK_OPT_HARDBREAKS);
}
