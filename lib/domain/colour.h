/*
 * Colours of a platform: contrast (WCAG 2.2) and the ones derived for dark.
 * It works on integers only, so a colour is refused or accepted everywhere alike.
 */
#ifndef DOMAIN_COLOUR_H
#define DOMAIN_COLOUR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

struct colour {
	int	r, g, b;		/* 0…255 */
};

/* "#1f5c3d"; false, *colour untouched: anything else. */
bool	 colour_parse(struct colour *, const char *);
/* "#1f5c3d", in mem. */
const char *colour_text(struct mem *, struct colour);

/*
 * The contrast ratio (L1 + 0.05) / (L2 + 0.05) of WCAG 2.2, in hundredths,
 * rounded down: 4.4999 is 449 and fails where 450 is asked. 100 to 2100.
 */
int	 colour_contrast(struct colour, struct colour);
/* The least contrast with any of n backgrounds. */
int	 colour_contrast_least(struct colour, const struct colour *on, size_t n);

/*
 * The same hue with another lightness (HSL, 0…255) and a share (percent) of
 * its saturation.
 */
struct colour colour_at(struct colour, int lightness, int saturation);
int	 colour_lightness(struct colour);
/* Between the two: 0 is a, 100 is b. */
struct colour colour_mix(struct colour a, struct colour b, int percent);
/*
 * The same hue at the lightness nearest to its own where the contrast with all
 * of n backgrounds is at least `hundredths`; *found false when none is.
 */
struct colour colour_nearest(struct colour, const struct colour *on, size_t n,
	    int hundredths, bool *found);

#endif
