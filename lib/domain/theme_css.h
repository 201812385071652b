/*
 * The stylesheet of a platform: its colours, light and dark, as the custom
 * properties of static/css/tokens.css. Dark values are derived, never typed.
 */
#ifndef DOMAIN_THEME_CSS_H
#define DOMAIN_THEME_CSS_H

#include "base/mem.h"
#include "base/problems.h"

struct json_object;

/*
 * Every pair of colours of a platform.json that is under its WCAG 2.2 ratio
 * (doc/presets.md): one problem each, with the ratio found and the nearest
 * colour of the same hue that passes. Colours that do not parse are left to
 * the caller. `file` names the file in the messages.
 */
void	 theme_check(struct problems *, const char *file,
	    struct json_object *platform);

/*
 * The text of /{platform}/theme.css, in mem: :root for light, again for
 * dark, and .look-N for the themes that have a colour of their own. The
 * platform must have passed theme_check; it is the same text every time.
 */
const char *theme_css(struct mem *, struct json_object *platform);

#endif
