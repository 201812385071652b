/*
 * Telephone numbers: read as people write them, kept as E.164, shown grouped.
 * It knows the French numbering plan, overseas included; of the others only
 * their country code's place.
 */
#ifndef DOMAIN_PHONE_H
#define DOMAIN_PHONE_H

#include "base/mem.h"
#include "base/rc.h"

/*
 * "0262 12 34 56", "+33 (0)6 12 34 56 78", "00 262 692 12 34 56" → "+262262123456"
 * in mem. A number of ten digits that begins with 0 is French; one of La
 * Réunion, Mayotte, Guadeloupe, Guyane or Martinique gets its own country code
 * (ARCEP's plan). RC_INVALID, *out untouched: other signs, too few or too many
 * digits, a French number of another length.
 */
enum rc	 phone_parse(const char **out, struct mem *, const char *typed);
/* "02 62 12 34 56", "+32 475123456": with U+00A0. In mem. What is no E.164
 * comes back as it is. */
const char *phone_format(struct mem *, const char *e164);

#endif
