/*
 * Which language a visitor is answered in. Private to lib/web.
 */
#ifndef WEB_LANGUAGE_H
#define WEB_LANGUAGE_H

#include "web/res.h"

/*
 * Chosen by the visitor (cookie, set by ?lang=xx), else his account's, else his
 * browser's, else the platform's, else French. Fills req->lang and speaks it.
 * To be called again once person and platform are known.
 */
void		 language_choose(struct req *);
/* What of the request alone decides the language, for a cache key. */
const char	*language_asked(const struct req *);
/* On ?lang=xx: keeps the choice, sends back to the page. True when so. */
bool		 language_switch(struct req *, struct res *);

#endif
