/*
 * JSON-LD in schema.org's words: what search engines and other platforms read.
 * It writes no personal contact, and never as an inline script.
 *
 * Each function returns a json-c object that is the caller's. Addresses are
 * absolute; @id is the public address, so the same thing has the same
 * name everywhere. NULL texts and zero dates are left out.
 */
#ifndef OPEN_JSONLD_H
#define OPEN_JSONLD_H

#include <stdint.h>

#include "base/mem.h"

struct json_object;

struct jsonld_grant {
	const char	*funder;
	const char	*funder_url;
	int64_t		 amount_cents;
};

struct jsonld_project {
	const char	*url;
	const char	*identifier;	/* UUID */
	const char	*name;
	const char	*description;
	const char	*lang;
	const char	*holder;	/* an organisation; never a person */
	const char	*holder_url;
	const char	*place;		/* name of the territory */
	const char	*place_code;	/* INSEE or SIREN */
	int64_t		 lon_e6, lat_e6; /* both 0: none */
	const char	*theme;
	const char	*starts_on, *ends_on;	/* YYYY-MM-DD */
	int64_t		 updated_at;
	const char	*licence;	/* address */
	const struct jsonld_grant *grants;
	int		 grant_count;
};

struct jsonld_organisation {
	const char	*url;
	const char	*name;
	const char	*description;
	const char	*siret;
	const char	*place;
	const char	*homepage;
};

/* With "@context"; Project with its funding as MonetaryGrant. */
struct json_object *jsonld_project(struct mem *,
	    const struct jsonld_project *);
struct json_object *jsonld_organisation(const struct jsonld_organisation *);

#endif
