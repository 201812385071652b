/*
 * Telephone numbers, E.164 and the French plan.
 * It calls nobody: a number that exists on paper is right.
 */
#include "config.h"

#include "domain/phone.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/text.h"

#define DIGITS_MAX	15	/* E.164 */

/* National prefixes with a country code of their own (ARCEP, décision
 * 2018-0881): the Indian Ocean, Guadeloupe, Guyane, Martinique. */
static const struct {
	const char	*prefix, *country;
} overseas[] = {
	{ "0262", "262" }, { "0263", "262" }, { "0269", "262" },
	{ "0639", "262" }, { "0692", "262" }, { "0693", "262" },
	{ "0976", "262" }, { "0590", "590" }, { "0690", "590" },
	{ "0691", "590" }, { "0594", "594" }, { "0694", "594" },
	{ "0596", "596" }, { "0696", "596" }, { "0697", "596" },
};

static bool
is_french(const char *digits)
{
	size_t i;

	if (text_starts(digits, "33"))
		return true;
	for (i = 0; i < sizeof(overseas) / sizeof(overseas[0]); i++)
		if (text_starts(digits, overseas[i].country))
			return true;
	return false;
}

/* Digits only, and whether a + or 00 came first; NULL for any other sign. */
static char *
digits_of(struct mem *mem, const char *typed, bool *abroad)
{
	char *digits = mem_alloc(mem, DIGITS_MAX + 4), *to = digits;
	const char *p = typed;

	*abroad = *p == '+';
	for (p += *abroad; *p != '\0'; p++) {
		if (strncmp(p, "\302\240", 2) == 0 && ++p)
			continue;
		if (strncmp(p, "\342\200\257", 3) == 0 && (p += 2))
			continue;
		if (strchr(" .-()/\t", *p) != NULL)
			continue;
		if (!isdigit((unsigned char)*p) ||
		    to == digits + DIGITS_MAX + 2)
			return NULL;
		/* +33 (0)6: the 0 in brackets is not dialled. */
		if (*abroad && *p == '0' && p > typed && p[-1] == '(' &&
		    p[1] == ')')
			continue;
		*to++ = *p;
	}
	if (!*abroad && text_starts(digits, "00")) {
		*abroad = true;
		return digits + 2;
	}
	return digits;
}

enum rc
phone_parse(const char **out, struct mem *mem, const char *typed)
{
	const char *country = "33";
	bool abroad;
	char *d = digits_of(mem, text_trim(mem, typed), &abroad);
	size_t i;

	if (d == NULL)
		return RC_INVALID;
	if (abroad) {
		size_t n = strlen(d);

		if (n < 7 || n > DIGITS_MAX || *d == '0' ||
		    (is_french(d) && n - (text_starts(d, "33") ? 2 : 3) != 9))
			return RC_INVALID;
		*out = mem_printf(mem, "+%s", d);
		return RC_OK;
	}
	if (strlen(d) != 10 || d[0] != '0' || d[1] == '0')
		return RC_INVALID;
	for (i = 0; i < sizeof(overseas) / sizeof(overseas[0]); i++)
		if (text_starts(d, overseas[i].prefix))
			country = overseas[i].country;
	*out = mem_printf(mem, "+%s%s", country, d + 1);
	return RC_OK;
}

const char *
phone_format(struct mem *mem, const char *e164)
{
	const char *d = e164 + 1;
	size_t code;

	if (*e164 != '+')
		return e164;
	code = text_starts(d, "33") ? 2 : 3;
	if (!is_french(d) || strlen(d) != code + 9)
		return mem_printf(mem, "+%s", d);
	d += code;
	return mem_printf(mem, "0%.1s\u00a0%.2s\u00a0%.2s\u00a0%.2s\u00a0%.2s",
	    d, d + 1, d + 3, d + 5, d + 7);
}
