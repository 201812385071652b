/*
 * Between right.c, which decides, and right_explain.c, which tells why.
 */
#ifndef DOMAIN_RIGHT_PRIVATE_H
#define DOMAIN_RIGHT_PRIVATE_H

#include "domain/right.h"

enum reason {
	/* yes */
	WHY_PUBLIC,
	WHY_SIGNED_IN,
	WHY_CONFIRMED,		/* any person with a proved address */
	WHY_OWNER,
	WHY_ORGANISATION,	/* administrator of the owner, or of itself */
	WHY_MEMBER,		/* of the organisation that owns it */
	WHY_LEVEL,		/* is on the dossier */
	WHY_SHARED,		/* its holder shares it after an offer */
	WHY_ROLE,
	WHY_ADMIN,		/* of the installation */
	/* no */
	WHY_NOBODY,		/* not signed in */
	WHY_UNCONFIRMED,
	WHY_NO_ROLE,
	WHY_CONFLICT,		/* declared */
	WHY_TIE,		/* owns the dossier, or writes in it */
	WHY_COMMITTEE		/* evaluator whose organisation is concerned */
};

struct verdict {
	bool		 may;
	enum reason	 why;
	int64_t		 grant_id;	/* WHY_ROLE */
	int64_t		 at;		/* WHY_CONFLICT: since */
};

void	right_decide(struct verdict *, struct db *, const struct person *,
	    enum right, const struct object *);

#endif
