/*
 * International bank account numbers (ISO 13616): read and shown. It asks no
 * bank whether the account exists.
 */
#ifndef DOMAIN_IBAN_H
#define DOMAIN_IBAN_H

#include "base/mem.h"

enum iban_fault {
	IBAN_RIGHT,
	IBAN_NO_IBAN,		/* not two letters, two digits, then signs */
	IBAN_COUNTRY,		/* a country that has none */
	IBAN_LENGTH,		/* not the length of its country */
	IBAN_KEY		/* the two digits do not match the rest */
};

/*
 * Read what people type: spaces (no-break ones too), hyphens and dots are
 * dropped, letters become capitals. *out, in mem, has letters and digits only;
 * untouched but with IBAN_RIGHT. With IBAN_LENGTH *wanted is the number of signs
 * of that country.
 */
enum iban_fault iban_parse(const char **out, int *wanted, struct mem *,
	    const char *typed);
/* "FR76 3000 6000 0112 3456 7890 189", with U+00A0, in mem. */
const char *iban_format(struct mem *, const char *iban);

#endif
