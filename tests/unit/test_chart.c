/*
 * Charts as SVG files: well formed, exact, readable without colours.
 */
#include "config.h"

#include "tests/unit/test.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "base/buf.h"
#include "open/chart.h"

static const struct chart_row years[] = {
	{ "2024", 2024, { 25 }, "25" }, { "2025", 2025, { 50 }, "50" },
	{ "2026", 2026, { 100 }, "100" },
};

static const struct chart base = {
	.kind = CHART_COLUMNS, .id = "ans", .lang = "fr",
	.title = "Deux fois plus <&> chaque année", .unit = "Projets par an",
	.source = "Transition Ouest", .said = "De 25 à 100 projets",
	.rows = years, .count = 3,
};

/* Draw and parse: the root, to be given to done. */
static xmlNode *
drawn(const struct chart *c)
{
	struct buf b = BUF_INIT;
	xmlDoc *doc;

	chart_svg(&b, c);
	doc = xmlReadMemory(b.data, (int)b.len, NULL, NULL, XML_PARSE_NONET);
	if (doc == NULL)
		fail_msg("not well formed: %s", b.data);
	buf_release(&b);
	return xmlDocGetRootElement(doc);
}

static void
done(xmlNode *root)
{
	xmlFreeDoc(root->doc);
	xmlCleanupParser();
}

/* The n-th element with that name and class, or NULL. */
static xmlNode *
nth(xmlNode *root, const char *name, const char *class, int n)
{
	for (xmlNode *e = root->children; e != NULL; e = e->next) {
		xmlChar *found = e->type == XML_ELEMENT_NODE
		    ? xmlGetProp(e, (const xmlChar *)"class") : NULL;
		bool same = found != NULL && strcmp((const char *)found, class)
		    == 0 && strcmp((const char *)e->name, name) == 0;

		xmlFree(found);
		if (same && n-- == 0)
			return e;
	}
	return NULL;
}

static double
number(xmlNode *e, const char *name)
{
	xmlChar *text;
	double d;

	assert_non_null(e);
	text = xmlGetProp(e, (const xmlChar *)name);
	assert_non_null(text);
	d = strtod((const char *)text, NULL);
	xmlFree(text);
	return d;
}

static bool
says(xmlNode *root, const char *text)
{
	xmlChar *all = xmlNodeGetContent(root);
	bool found = strstr((const char *)all, text) != NULL;

	xmlFree(all);
	return found;
}

static void
a_chart_says_itself(void **state)
{
	static const char *const wanted[] = { "Deux fois plus <&> chaque année",
	    "De 25 à 100 projets", "Projets par an", "Transition Ouest",
	    "2024", "2026", "100" };
	xmlNode *root = drawn(&base);
	xmlChar *role = xmlGetProp(root, (const xmlChar *)"role");
	xmlChar *by = xmlGetProp(root, (const xmlChar *)"aria-labelledby");

	(void)state;
	assert_string_equal((const char *)role, "img");
	assert_string_equal((const char *)by, "ans-t ans-d");
	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++)
		assert_true(says(root, wanted[i]));
	xmlFree(role);
	xmlFree(by);
	done(root);
}

static void
heights_are_in_proportion(void **state)
{
	xmlNode *root = drawn(&base);
	double a = number(nth(root, "rect", "chart-fill-1", 0), "height");
	double b = number(nth(root, "rect", "chart-fill-1", 1), "height");
	double c = number(nth(root, "rect", "chart-fill-1", 2), "height");

	(void)state;
	assert_true(a * 2 == b && b * 2 == c);
	assert_true(number(nth(root, "rect", "chart-fill-1", 0), "y") + a
	    == number(nth(root, "rect", "chart-fill-1", 2), "y") + c);
	done(root);
}

static void
stacked_parts_touch_and_differ_without_colour(void **state)
{
	const struct chart_row rows[] = {
		{ "Mobilités", 0, { 30, 20, 50 }, "100 €" },
		{ "Eau", 0, { 0, 10, -5 }, NULL },
	};
	struct chart c = base;
	xmlNode *root, *granted, *promised, *missing;
	xmlChar *fill;

	(void)state;
	c.kind = CHART_BARS;
	c.rows = rows;
	c.count = 2;
	c.series[0] = "Accordé";
	c.series[1] = "Promis";
	c.series[2] = "À trouver";
	root = drawn(&c);
	/* The first of each is the key of the legend. */
	granted = nth(root, "rect", "chart-fill-1", 1);
	promised = nth(root, "rect", "chart-fill-2", 1);
	missing = nth(root, "rect", "chart-fill-3", 1);
	assert_true(number(granted, "x") + number(granted, "width")
	    == number(promised, "x"));
	assert_true(number(promised, "x") + number(promised, "width")
	    == number(missing, "x"));
	fill = xmlGetProp(promised, (const xmlChar *)"fill");
	assert_string_equal((const char *)fill, "url(#ans-hatch)");
	xmlFree(fill);
	assert_true(xmlHasProp(missing, (const xmlChar *)"stroke-dasharray")
	    != NULL);
	assert_null(nth(root, "rect", "chart-fill-1", 2));	/* no zero bar */
	assert_null(nth(root, "rect", "chart-fill-3", 2));	/* no negative */
	done(root);
}

static void
a_target_is_drawn_at_its_value(void **state)
{
	struct chart c = base;
	xmlNode *root;
	double goal, floor, top;

	(void)state;
	c.kind = CHART_LINE;
	c.target = 200;
	c.target_said = "objectif 200";
	root = drawn(&c);
	goal = number(nth(root, "line", "chart-goal", 0), "y1");
	floor = number(nth(root, "line", "chart-axis", 0), "y1");
	top = number(nth(root, "circle", "chart-fill-1", 2), "cy");
	assert_true(floor - goal == 2 * (floor - top));
	assert_true(says(root, "objectif 200"));
	done(root);
}

static void
extremes_stay_on_the_sheet(void **state)
{
	struct chart_row rows[60];
	struct chart c = base;

	(void)state;
	for (int i = 0; i < 60; i++)
		rows[i] = (struct chart_row){ "Un libellé bien trop long pour "
		    "la place qu’il a, vraiment trop long", i, { INT64_MAX,
		    INT64_MAX, i, INT64_MIN }, "9\u202f223 Md€" };
	c.rows = rows;
	c.count = 60;
	c.title = "Unmotbeaucouptroplongpourtenirsurunelignequelconquedelafeuill"
	    "eetmêmesurdeuxquandonyregarde deux mots";
	for (int i = 0; i < CHART_SERIES; i++)
		c.series[i] = "Une série au nom interminable";
	for (int kind = CHART_BARS; kind <= CHART_LINE; kind++) {
		xmlNode *root, *e;

		c.kind = (enum chart_kind)kind;
		root = drawn(&c);
		for (int i = 0; (e = nth(root, "rect", "chart-fill-1", i))
		    != NULL; i++)
			assert_true(number(e, "x") >= 0 && number(e, "x")
			    + number(e, "width") <= 720);
		done(root);
	}
	c.count = 0;
	c.said = c.source = c.lang = NULL;
	done(drawn(&c));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_chart_says_itself),
		cmocka_unit_test(heights_are_in_proportion),
		cmocka_unit_test(stacked_parts_touch_and_differ_without_colour),
		cmocka_unit_test(a_target_is_drawn_at_its_value),
		cmocka_unit_test(extremes_stay_on_the_sheet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
