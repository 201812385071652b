/*
 * The texts and the stylesheet of a platform, as its preset gave them.
 */
#ifndef DOMAIN_PLATFORM_TEXT_H
#define DOMAIN_PLATFORM_TEXT_H

#include "base/mem.h"
#include "base/rc.h"
#include "store/db.h"

struct platform_text {
	const char	*title;
	const char	*markdown;
};

/* A text page by the last part of its address. In mem. RC_NOT_FOUND. */
enum rc	 platform_text_load(struct platform_text **, struct db *,
	    struct mem *, int64_t platform_id, const char *key);
/* Custom properties, checked when the preset was loaded; "" when none. */
const char *platform_theme_css(struct db *, struct mem *, int64_t id);

#endif
