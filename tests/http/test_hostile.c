/*
 * Every template, in every language, with every marker hostile and every
 * section shown: what a browser would build must be the same as with harmless
 * words. The page is parsed by libxml2, not searched.
 */
#include "config.h"

#include "tests/unit/test.h"

#include <dirent.h>
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/file.h"
#include "view/view.h"

static struct mem *mem;

/* --- all pages and all markers ------------------------------------------- */

static const char *pages[500], *markers[2000], *sections[1000];
static size_t page_count, marker_count, section_count;

static void
add_once(const char **list, size_t *count, size_t room, const char *name)
{
	size_t i;

	for (i = 0; i < *count; i++)
		if (strcmp(list[i], name) == 0)
			return;
	assert_true(*count < room);
	list[(*count)++] = name;
}

/* X_HTML is what cmark made of Markdown in safe mode: no other marker may go
 * out as it is. */
static bool
is_made_html(const char *name)
{
	size_t len = strlen(name);

	return len > 5 && strcmp(name + len - 5, "_HTML") == 0;
}

static void
scan(const char *text)
{
	const char *p = text, *name;
	bool section;
	size_t n;

	while ((p = strstr(p, "{{")) != NULL) {
		p += 2;
		section = *p == '#';
		p += section;
		n = strspn(p, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
		if (n == 0)
			continue;
		name = mem_strndup(mem, p, n);
		if (strncmp(p + n, ":none", 5) == 0 && !is_made_html(name))
			fail_msg("{{%s:none}} is not escaped", name);
		if (section)
			add_once(sections, &section_count, 1000, name);
		else
			add_once(markers, &marker_count, 2000, name);
	}
}

static void
find_pages(const char *top, const char *sub)
{
	const char **names, *path, *name;
	char *text;

	assert_int_equal(dir_list(&names, mem, mem_printf(mem, "%s/%s", top,
	    sub)), RC_OK);
	for (; *names != NULL; names++) {
		name = *sub == '\0' ? *names :
		    mem_printf(mem, "%s/%s", sub, *names);
		path = mem_printf(mem, "%s/%s", top, name);
		if (dir_exists(path)) {
			find_pages(top, name);
			continue;
		}
		assert_int_equal(file_read(&text, NULL, mem, path, 1000000),
		    RC_OK);
		scan(text);
		if (strncmp(name, "partials/", 9) != 0 &&
		    strcmp(name, "layout/top.tpl") != 0 &&
		    strcmp(name, "layout/bottom.tpl") != 0)
			add_once(pages, &page_count, 500, name);
	}
}

static int
setup(void **state)
{
	const char *top = test_path("TOP_SRCDIR", "views");

	(void)state;
	mem = mem_new();
	test_languages();
	assert_int_equal(views_load(top, NULL), RC_OK);
	find_pages(mem_strdup(mem, top), "");
	xmlSetGenericErrorFunc(NULL, NULL);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	mem_free(mem);
	xmlCleanupParser();
	return 0;
}

/* The page with that text everywhere. */
static void
render(const char *page, const char *lang, const char *value, struct buf *out)
{
	struct view *v = view_new();
	size_t i;

	for (i = 0; i < section_count; i++)
		view_show(v, sections[i]);
	for (i = 0; i < marker_count; i++)
		view_text(v, markers[i], is_made_html(markers[i]) ? "<p>mot</p>"
		    : value);
	buf_clear(out);
	assert_int_equal(view_render(v, page, lang, out), RC_OK);
	view_free(v);
}

/* --- what a browser would build ------------------------------------------ */

static bool
is_url_attribute(const char *name)
{
	static const char *const names[] = { "href", "src", "action",
	    "formaction", "poster", "srcset", "data", "cite", "background",
	    "manifest", "ping", "xlink:href" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcasecmp(names[i], name) == 0)
			return true;
	return false;
}

/* Does a browser run it? It drops controls and spaces before the scheme. */
static bool
runs(const char *url)
{
	char scheme[16];
	size_t n = 0;

	for (; *url != '\0' && n < sizeof(scheme) - 1; url++)
		if ((unsigned char)*url > ' ')
			scheme[n++] = *url;
	scheme[n] = '\0';
	return strncasecmp(scheme, "javascript:", 11) == 0 ||
	    strncasecmp(scheme, "vbscript:", 9) == 0 ||
	    strncasecmp(scheme, "data:text", 9) == 0;
}

static const char *
danger_of(const xmlNode *node)
{
	const xmlAttr *a;
	char *value;
	bool bad;

	if (strcasecmp((const char *)node->name, "script") == 0 &&
	    node->children != NULL)
		return "a script with content";
	if (strcasecmp((const char *)node->name, "style") == 0)
		return "a style";
	for (a = node->properties; a != NULL; a = a->next) {
		const char *name = (const char *)a->name;

		if (strncasecmp(name, "on", 2) == 0)
			return "an event attribute";
		if (strcasecmp(name, "style") == 0)
			return "a style attribute";
		if (strcasecmp(name, "srcdoc") == 0)
			return "srcdoc";
		value = (char *)xmlNodeListGetString(node->doc, a->children, 1);
		bad = value != NULL && is_url_attribute(name) && runs(value);
		xmlFree(value);
		if (bad)
			return "a link that runs";
	}
	return NULL;
}

/* Names of elements and attributes, in order: the shape of the page. */
static const char *
shape(const xmlNode *node, struct buf *out)
{
	const char *danger = NULL;
	const xmlAttr *a;

	for (; node != NULL && danger == NULL; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		danger = danger_of(node);
		buf_printf(out, "<%s", (const char *)node->name);
		for (a = node->properties; a != NULL; a = a->next)
			buf_printf(out, " %s", (const char *)a->name);
		buf_char(out, '>');
		if (danger == NULL)
			danger = shape(node->children, out);
		buf_text(out, "</>");
	}
	return danger;
}

static const char *
shape_of(const struct buf *html, struct buf *out)
{
	htmlDocPtr doc;
	const char *danger;

	buf_clear(out);
	doc = htmlReadMemory(html->data, (int)html->len, NULL, "UTF-8",
	    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
	    HTML_PARSE_NONET);
	assert_non_null(doc);
	danger = shape(xmlDocGetRootElement(doc), out);
	xmlFreeDoc(doc);
	return danger;
}

/* --- the test ------------------------------------------------------------ */

static const char *const hostile[] = {
	"\"><script>alert(1)</script>",
	"javascript:alert(1)",
	"\tjavascript:alert(1)",
	"' onmouseover='alert(1)",
	"\" autofocus onfocus=\"alert(1)",
	"</textarea></title></option></svg><svg onload=alert(1)>",
	"--><img src=x onerror=alert(1)>",
	"&quot;&gt;&lt;script&gt;",
	"data:text/html,<script>alert(1)</script>",
	"x onfocus=alert(1) autofocus",
	"`;alert(1)//",
};

static void
hostile_values_never_change_a_page(void **state)
{
	struct buf html = BUF_INIT, good = BUF_INIT, bad = BUF_INIT;
	const char *danger, *const *lang;
	int rendered = 0, wrong = 0;
	size_t i, j;

	(void)state;
	for (i = 0; i < page_count; i++)
		for (lang = lang_list(); *lang != NULL; lang++) {
			render(pages[i], *lang, "mot", &html);
			rendered++;
			danger = shape_of(&html, &good);
			if (danger != NULL) {
				fprintf(stderr, "# %s itself has %s\n",
				    pages[i], danger);
				wrong++;
			}
			for (j = 0; j < sizeof(hostile) / sizeof(hostile[0]);
			    j++) {
				render(pages[i], *lang, hostile[j], &html);
				danger = shape_of(&html, &bad);
				if (danger == NULL && strcmp(good.data,
				    bad.data) != 0)
					danger = "another shape";
				if (danger == NULL)
					continue;
				fprintf(stderr, "# %s in %s: %s with %s\n",
				    pages[i], *lang, danger, hostile[j]);
				wrong++;
			}
		}
	print_message("# %d pages, %zu markers\n", rendered, marker_count);
	buf_release(&html);
	buf_release(&good);
	buf_release(&bad);
	assert_true(rendered > 0);
	assert_int_equal(wrong, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hostile_values_never_change_a_page),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
