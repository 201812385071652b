/*
 * IBAN: length by country, key modulo 97 (ISO 13616, ISO 7064).
 * It repairs nothing: two digits exchanged are said, not guessed.
 */
#include "config.h"

#include "domain/iban.h"

#include <ctype.h>
#include <string.h>

#include "base/buf.h"

#define SIGNS_MAX	34

/* The IBAN registry, release 98. French territories use FR. */
static const struct {
	char	country[3];
	int	signs;
} lengths[] = {
	{ "AD", 24 }, { "AE", 23 }, { "AL", 28 }, { "AT", 20 }, { "AZ", 28 },
	{ "BA", 20 }, { "BE", 16 }, { "BG", 22 }, { "BH", 22 }, { "BI", 27 },
	{ "BR", 29 }, { "BY", 28 }, { "CH", 21 }, { "CR", 22 }, { "CY", 28 },
	{ "CZ", 24 }, { "DE", 22 }, { "DJ", 27 }, { "DK", 18 }, { "DO", 28 },
	{ "EE", 20 }, { "EG", 29 }, { "ES", 24 }, { "FI", 18 }, { "FK", 18 },
	{ "FO", 18 }, { "FR", 27 }, { "GB", 22 }, { "GE", 22 }, { "GI", 23 },
	{ "GL", 18 }, { "GR", 27 }, { "GT", 28 }, { "HR", 21 }, { "HU", 28 },
	{ "IE", 22 }, { "IL", 23 }, { "IQ", 23 }, { "IS", 26 }, { "IT", 27 },
	{ "JO", 30 }, { "KW", 30 }, { "KZ", 20 }, { "LB", 28 }, { "LC", 32 },
	{ "LI", 21 }, { "LT", 20 }, { "LU", 20 }, { "LV", 21 }, { "LY", 25 },
	{ "MC", 27 }, { "MD", 24 }, { "ME", 22 }, { "MK", 19 }, { "MN", 20 },
	{ "MR", 27 }, { "MT", 31 }, { "MU", 30 }, { "NI", 28 }, { "NL", 18 },
	{ "NO", 15 }, { "OM", 23 }, { "PK", 24 }, { "PL", 28 }, { "PS", 29 },
	{ "PT", 25 }, { "QA", 29 }, { "RO", 24 }, { "RS", 22 }, { "RU", 33 },
	{ "SA", 24 }, { "SC", 31 }, { "SD", 18 }, { "SE", 24 }, { "SI", 19 },
	{ "SK", 24 }, { "SM", 27 }, { "SO", 23 }, { "ST", 25 }, { "SV", 28 },
	{ "TL", 23 }, { "TN", 24 }, { "TR", 26 }, { "UA", 29 }, { "VA", 22 },
	{ "VG", 24 }, { "XK", 20 }
};

static int
length_of(const char *iban)
{
	size_t i;

	for (i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++)
		if (strncmp(lengths[i].country, iban, 2) == 0)
			return lengths[i].signs;
	return 0;
}

/* Country and key go last; a letter is a number from 10; the rest must be 1. */
static int
remainder_97(const char *iban)
{
	size_t n = strlen(iban), i;
	int rest = 0;

	for (i = 0; i < n; i++) {
		char c = iban[(i + 4) % n];

		rest = isdigit((unsigned char)c) ? rest * 10 + (c - '0')
		    : rest * 100 + (c - 'A' + 10);
		rest %= 97;
	}
	return rest;
}

/* Letters and digits only, at most one more than there may be. */
static const char *
signs_of(struct mem *mem, const char *typed)
{
	char *signs = mem_alloc(mem, SIGNS_MAX + 2), *to = signs;
	const char *p;

	for (p = typed; *p != '\0' && to < signs + SIGNS_MAX + 1; p++) {
		if (strchr(" -.\t\n", *p) != NULL)
			continue;
		if (strncmp(p, "\302\240", 2) == 0) {
			p++;
			continue;
		}
		if (strncmp(p, "\342\200\257", 3) == 0) {
			p += 2;
			continue;
		}
		*to++ = (char)toupper((unsigned char)*p);
	}
	return signs;
}

enum iban_fault
iban_parse(const char **out, int *wanted, struct mem *mem, const char *typed)
{
	const char *iban = signs_of(mem, typed), *p;

	for (p = iban; *p != '\0'; p++)
		if (!isdigit((unsigned char)*p) && (*p < 'A' || *p > 'Z'))
			return IBAN_NO_IBAN;
	if (strlen(iban) < 5 || isdigit((unsigned char)iban[0]) ||
	    isdigit((unsigned char)iban[1]) ||
	    !isdigit((unsigned char)iban[2]) ||
	    !isdigit((unsigned char)iban[3]))
		return IBAN_NO_IBAN;
	*wanted = length_of(iban);
	if (*wanted == 0)
		return IBAN_COUNTRY;
	if (strlen(iban) != (size_t)*wanted)
		return IBAN_LENGTH;
	if (remainder_97(iban) != 1)
		return IBAN_KEY;
	*out = iban;
	return IBAN_RIGHT;
}

const char *
iban_format(struct mem *mem, const char *iban)
{
	struct buf b = BUF_INIT;
	const char *text;
	size_t i;

	for (i = 0; iban[i] != '\0'; i++)
		buf_printf(&b, "%s%c", i > 0 && i % 4 == 0 ? "\u00a0" : "",
		    iban[i]);
	text = mem_strndup(mem, b.data == NULL ? "" : b.data, b.len);
	buf_release(&b);
	return text;
}
