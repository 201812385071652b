/*
 * From four colours to a stylesheet, light and dark, with AA contrast.
 * It refuses colours rather than repair them: a mayor chose them.
 */
#include "config.h"

#include "domain/theme_css.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/shape.h"
#include "domain/colour.h"

#define AA_TEXT		450	/* WCAG 2.2, 1.4.3 */
#define AA_DRAWING	300	/* 1.4.11 */

/* What never changes with the platform: static/css/tokens.css. */
static const struct colour white = { 255, 255, 255 };
static const struct colour ink = { 0x22, 0x20, 0x1b };
static const struct {
	const char	*name;
	struct colour	 colour;
} fixed[] = {
	{ N_("le texte secondaire"), { 0x5d, 0x57, 0x4c } },
	{ N_("la couleur des refus"), { 0xa8, 0x48, 0x2a } },
	{ N_("la couleur des attentes"), { 0x8a, 0x5a, 0x00 } },
	{ N_("la couleur des nouveautés"), { 0x1f, 0x5f, 0x8b } },
};

struct palette {
	struct colour	 accent, accent_wash, paper, mark, card;
	struct colour	 dark_accent, dark_on_accent, dark_wash, dark_paper,
			 dark_card, dark_mark;
};

static bool
palette_read(struct palette *p, struct json_object *platform)
{
	struct json_object *c = json_dict(json_dict(platform, "identity"),
	    "colours");

	return colour_parse(&p->accent, json_text(c, "accent")) &&
	    colour_parse(&p->accent_wash, json_text(c, "accent_wash")) &&
	    colour_parse(&p->paper, json_text(c, "paper")) &&
	    colour_parse(&p->mark, json_text(c, "mark"));
}

/* Night: the hues stay, lightness turns round, contrast is made, not hoped. */
static void
palette_derive(struct palette *p)
{
	bool found;

	p->card = colour_mix(p->paper, white, 60);
	p->dark_paper = colour_at(p->paper, 21, 25);
	p->dark_card = colour_at(p->paper, 29, 25);
	p->dark_wash = colour_at(p->accent, 42, 50);
	p->dark_accent = colour_nearest(colour_at(p->accent, 168, 80),
	    (struct colour[]){ p->dark_paper, p->dark_card, p->dark_wash }, 3,
	    AA_TEXT, &found);
	p->dark_on_accent = colour_nearest(colour_at(p->accent, 23, 90),
	    &p->dark_accent, 1, AA_TEXT, &found);
	p->dark_mark = colour_nearest(p->mark, (struct colour[]){
	    p->dark_paper, p->dark_card }, 2, AA_DRAWING, &found);
}

static void
check_pair(struct problems *why, const char *file, const char *path,
    struct colour c, const struct colour *on, size_t n, int least,
    const char *on_what)
{
	int ratio = colour_contrast_least(c, on, n);
	struct colour better;
	bool found;

	if (ratio >= least)
		return;
	better = colour_nearest(c, on, n, least, &found);
	shape_problem(why, file, path, found ?
	    _("trouvé %s : contraste de %d,%02d avec %s ; permis : %d,%02d au "
	    "moins, par exemple %s") :
	    _("trouvé %s : contraste de %d,%02d avec %s ; permis : %d,%02d au "
	    "moins, ce que cette teinte ne peut pas atteindre (%s)"),
	    colour_text(why->mem, c), ratio / 100, ratio % 100, on_what,
	    least / 100, least % 100, colour_text(why->mem, better));
}

static void
check_paper(struct problems *why, const char *file, const struct palette *p)
{
	const struct colour on[] = { p->paper, p->card };
	size_t i;

	check_pair(why, file, "identity.colours.paper", p->paper, &ink, 1,
	    AA_TEXT, _("l’encre"));
	check_pair(why, file, "identity.colours.accent_wash", p->accent_wash,
	    &ink, 1, AA_TEXT, _("l’encre"));
	for (i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++)
		if (colour_contrast_least(fixed[i].colour, on, 2) < AA_TEXT)
			check_pair(why, file, "identity.colours.paper",
			    p->paper, &fixed[i].colour, 1, AA_TEXT,
			    _(fixed[i].name));
}

void
theme_check(struct problems *why, const char *file,
    struct json_object *platform)
{
	struct json_object *themes = json_array(platform, "themes");
	struct palette p;
	size_t i;

	for (i = 0; i < json_count(themes); i++) {
		struct colour c;

		if (colour_parse(&c, json_text(json_at(themes, i), "colour")))
			check_pair(why, file, mem_printf(why->mem,
			    "themes[%zu].colour", i), c, &white, 1, AA_TEXT,
			    _("le blanc"));
	}
	if (!palette_read(&p, platform))
		return;
	palette_derive(&p);
	check_paper(why, file, &p);
	check_pair(why, file, "identity.colours.accent", p.accent,
	    (struct colour[]){ p.paper, p.card, p.accent_wash, white }, 4,
	    AA_TEXT, _("le papier, son lavis et le blanc"));
	check_pair(why, file, "identity.colours.mark", p.mark, &p.paper, 1,
	    AA_DRAWING, _("le papier"));
}

static void
property(struct buf *b, struct mem *mem, const char *indent, const char *name,
    struct colour c)
{
	buf_printf(b, "%s%s: %s;\n", indent, name, colour_text(mem, c));
}

static void
add_looks(struct buf *b, struct mem *mem, struct json_object *themes)
{
	size_t i;

	for (i = 0; i < json_count(themes); i++) {
		struct json_object *theme = json_at(themes, i);
		struct colour c, top;

		if (!colour_parse(&c, json_text(theme, "colour")))
			continue;
		top = colour_at(c, colour_lightness(c) +
		    (255 - colour_lightness(c)) * 40 / 100, 80);
		buf_printf(b, ".look-%lld { --look: %s; --look-top: %s; }\n",
		    (long long)json_int(theme, "palette", 1),
		    colour_text(mem, c), colour_text(mem, top));
	}
}

const char *
theme_css(struct mem *mem, struct json_object *platform)
{
	struct buf b = BUF_INIT;
	struct palette p;
	const char *text, *face;

	if (!palette_read(&p, platform))
		return "";
	palette_derive(&p);
	face = json_text(json_dict(platform, "identity"), "headline_face");
	buf_text(&b, ":root {\n");
	property(&b, mem, "\t", "--accent", p.accent);
	property(&b, mem, "\t", "--on-accent", white);
	property(&b, mem, "\t", "--accent-wash", p.accent_wash);
	property(&b, mem, "\t", "--paper", p.paper);
	property(&b, mem, "\t", "--card", p.card);
	property(&b, mem, "\t", "--mark", p.mark);
	if (face != NULL && strcmp(face, "sans") == 0)
		buf_text(&b, "\t--headline-face: var(--text-face);\n");
	buf_text(&b, "}\n@media screen and (prefers-color-scheme: dark) {\n"
	    "\t:root {\n");
	property(&b, mem, "\t\t", "--accent", p.dark_accent);
	property(&b, mem, "\t\t", "--on-accent", p.dark_on_accent);
	property(&b, mem, "\t\t", "--accent-wash", p.dark_wash);
	property(&b, mem, "\t\t", "--paper", p.dark_paper);
	property(&b, mem, "\t\t", "--card", p.dark_card);
	property(&b, mem, "\t\t", "--mark", p.dark_mark);
	buf_text(&b, "\t}\n}\n");
	add_looks(&b, mem, json_array(platform, "themes"));
	text = mem_strdup(mem, b.data);
	buf_release(&b);
	return text;
}
