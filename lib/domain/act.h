/*
 * Who acts on an application, when, and the addresses that the mails of the
 * act give. The same for every verb of the instruction.
 */
#ifndef DOMAIN_ACT_H
#define DOMAIN_ACT_H

#include <stdint.h>

#include "domain/person.h"

struct act {
	const struct person *who;
	int64_t		 now;		/* Unix s, UTC */
	/* Whole addresses of the application, for its holder and for the
	 * service; NULL: the mail gives none. */
	const char	*holder_url, *service_url;
	/* Of the installation, with its slash: acts on several applications at
	 * once lead holders of other platforms from it. NULL: of no use. */
	const char	*root_url;
};

#endif
