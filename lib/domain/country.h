/*
 * Countries by their code of two letters (ISO 3166-1), named in French and
 * English (data/countries.csv). It knows no past country.
 */
#ifndef DOMAIN_COUNTRY_H
#define DOMAIN_COUNTRY_H

#include <stddef.h>

#include "base/mem.h"

struct country {
	const char	*code;		/* "FR" */
	const char	*fr, *en;
};

/* All of them, sorted by their French name; borrowed for ever. */
const struct country *country_all(size_t *count);
/* By code, or NULL. Borrowed for ever. */
const struct country *country_by_code(const char *code);
/* What people typed: a code or a name in either language, whatever its case
 * and accents; NULL. Borrowed for ever. */
const struct country *country_find(struct mem *, const char *typed);
/* In the person's language: "fr", "en". Borrowed for ever. */
const char *country_name(const struct country *, const char *lang);

#endif
