/*
 * What the preset of a platform says of every page: its navigation, the foot,
 * its own words, the licence of its data. Read once per version of the preset, then borrowed.
 */
#ifndef DOMAIN_PLATFORM_FRAME_H
#define DOMAIN_PLATFORM_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "domain/platform.h"

struct platform_link {
	const char	*label;		/* in the platform's language */
	const char	*page;		/* below the platform: "projets" */
};

struct platform_frame {
	struct platform_link *nav, *foot;
	size_t		 nav_count, foot_count;	/* 0: the preset says nothing */
	/* Of the open data; the Licence Ouverte unless the preset says another. */
	const char	*licence_label, *licence_url;
};

/*
 * Borrowed from this process's cache until the platform is loaded again with
 * another preset; never NULL.
 */
const struct platform_frame *platform_frame(const struct platform *);

/*
 * The platform's own word for "project" or "call" (doc/presets.md), one or many of them. NULL when it keeps the usual one, or
 * the page is in another language than its presets.
 */
const char *platform_word(const struct platform *, const char *word, bool many,
	    const char *lang);

#endif
