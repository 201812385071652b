/*
 * SIREN, SIRET and RNA: shapes and check digits.
 * It asks no register whether the organisation exists.
 */
#include "config.h"

#include "domain/siret.h"

#include <string.h>

#define SIREN_LENGTH	9
#define SIRET_LENGTH	14
#define RNA_LENGTH	10

#define LA_POSTE	"356000000"
#define LA_POSTE_SEAT	"35600000000048"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_digits(const char *s, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (!is_digit(s[i]))
			return false;
	return s[len] == '\0';
}

/* Every second digit from the right counts double, digits of digits summed. */
static unsigned
luhn_sum(const char *s, size_t len)
{
	unsigned digit, sum = 0;
	size_t i;

	for (i = 0; i < len; i++) {
		digit = (unsigned)(s[len - 1 - i] - '0');
		if (i % 2 == 1)
			digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
		sum += digit;
	}
	return sum;
}

static unsigned
plain_sum(const char *s)
{
	unsigned sum = 0;

	for (; *s != '\0'; s++)
		sum += (unsigned)(*s - '0');
	return sum;
}

/* The first nine digits of a longer number, or all of one. */
static bool
siren_begins(const char *s)
{
	unsigned sum = luhn_sum(s, SIREN_LENGTH);

	return sum != 0 && sum % 10 == 0;
}

bool
siren_valid(const char *s)
{
	return s != NULL && is_digits(s, SIREN_LENGTH) && siren_begins(s);
}

bool
siret_valid(const char *s)
{
	if (s == NULL || !is_digits(s, SIRET_LENGTH) || !siren_begins(s))
		return false;
	if (strncmp(s, LA_POSTE, SIREN_LENGTH) == 0 &&
	    strcmp(s, LA_POSTE_SEAT) != 0)
		return plain_sum(s) % 5 == 0;
	return luhn_sum(s, SIRET_LENGTH) % 10 == 0;
}

bool
rna_valid(const char *s)
{
	if (s == NULL || s[0] != 'W' || !is_digit(s[1]))
		return false;
	if (!is_digit(s[2]) && !(s[2] >= 'A' && s[2] <= 'Z'))
		return false;
	return is_digits(s + 3, RNA_LENGTH - 3);
}

/* Bytes of a separator that begins at s, 0 when it is none. */
static size_t
separator(const char *s)
{
	static const char *const several[] = {
		"\xc2\xa0",		/* U+00A0 no-break space */
		"\xe2\x80\xaf",		/* U+202F narrow no-break space */
		"\xe2\x80\x89",		/* U+2009 thin space */
		"\xe2\x80\x99",		/* U+2019 apostrophe */
		"\xef\xbb\xbf",		/* U+FEFF byte order mark */
	};
	size_t i;

	if (*s != '\0' && strchr(" \t\r\n.-'\"", *s) != NULL)
		return 1;
	for (i = 0; i < sizeof(several) / sizeof(several[0]); i++)
		if (strncmp(s, several[i], strlen(several[i])) == 0)
			return strlen(several[i]);
	return 0;
}

/* text without separators, in capitals; RC_INVALID unless valid says so. */
static enum rc
parse(const char **out, struct mem *mem, const char *text,
    bool (*valid)(const char *))
{
	char kept[SIRET_LENGTH + 1];
	size_t len = 0, skip;

	if (text == NULL)
		return RC_INVALID;
	while (*text != '\0') {
		if ((skip = separator(text)) > 0) {
			text += skip;
			continue;
		}
		if (len == SIRET_LENGTH)
			return RC_INVALID;
		kept[len++] = *text >= 'a' && *text <= 'z' ?
		    (char)(*text - 'a' + 'A') : *text;
		text++;
	}
	kept[len] = '\0';
	if (!valid(kept))
		return RC_INVALID;
	*out = mem_strndup(mem, kept, len);
	return RC_OK;
}

enum rc
siren_parse(const char **out, struct mem *mem, const char *text)
{
	return parse(out, mem, text, siren_valid);
}

enum rc
siret_parse(const char **out, struct mem *mem, const char *text)
{
	return parse(out, mem, text, siret_valid);
}

enum rc
rna_parse(const char **out, struct mem *mem, const char *text)
{
	return parse(out, mem, text, rna_valid);
}

const char *
siren_of_siret(struct mem *mem, const char *siret)
{
	return mem_strndup(mem, siret, SIREN_LENGTH);
}

const char *
siret_format(struct mem *mem, const char *s)
{
	if (s == NULL)
		return NULL;
	if (is_digits(s, SIREN_LENGTH))
		return mem_printf(mem, "%.3s\u00a0%.3s\u00a0%s",
		    s, s + 3, s + 6);
	if (is_digits(s, SIRET_LENGTH))
		return mem_printf(mem, "%.3s\u00a0%.3s\u00a0%.3s\u00a0%s",
		    s, s + 3, s + 6, s + 9);
	return mem_strdup(mem, s);
}
