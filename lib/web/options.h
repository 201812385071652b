/*
 * The command line of a worker. Private to lib/web.
 */
#ifndef WEB_OPTIONS_H
#define WEB_OPTIONS_H

#include <stdbool.h>

#include "web/route.h"

struct options {
	const char	*state, *views, *statics, *locale;
	bool		 check;		/* look at everything, serve nothing */
};

/*
 * Read the command line; TERREAU_STATE and TERREAU_VIEWS stand for what it does
 * not say. True: go on. False: *status is the exit status (help, version,
 * routes were printed, or an option is wrong).
 */
bool	 options_read(struct options *, const struct worker *, int argc,
	    char **argv, int *status);

#endif
