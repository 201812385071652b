/*
 * Exact decimals in and out.
 * It guesses no mark: "1.234" is one and a bit, never a thousand.
 */
#include "config.h"

#include "domain/decimal.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "domain/money.h"

#define DIGITS_MAX	17

static int64_t
power(int decimals)
{
	int64_t p = 1;

	while (decimals-- > 0)
		p *= 10;
	return p;
}

/* The sign at the head: −1 or 1, stepped over. */
static int
sign_of(const char **p)
{
	if (**p == '-') {
		(*p)++;
		return -1;
	}
	if (strncmp(*p, "\342\210\222", 3) == 0) {		/* U+2212 */
		*p += 3;
		return -1;
	}
	return 1;
}

/* Bytes of the space at p, 0 when there is none. */
static size_t
space_at(const char *p)
{
	if (*p == ' ')
		return 1;
	if (strncmp(p, "\302\240", 2) == 0)			/* U+00A0 */
		return 2;
	return strncmp(p, "\342\200\257", 3) == 0 ? 3 : 0;	/* U+202F */
}

bool
decimal_parse(int64_t *n, int decimals, const char *text)
{
	const char *p = text;
	int64_t value = 0;
	int digits = 0, after = -1, sign;

	p += space_at(p);
	sign = sign_of(&p);
	for (; *p != '\0'; p++) {
		size_t space = space_at(p);

		if (space > 0 && after < 0) {
			p += space - 1;
			continue;
		}
		if ((*p == ',' || *p == '.') && after < 0) {
			after = 0;
			continue;
		}
		if (!isdigit((unsigned char)*p))
			return false;
		if (after >= decimals && *p != '0')
			return false;
		if (after >= decimals)
			continue;
		if (digits > 0 || *p != '0')
			digits++;
		if (digits > DIGITS_MAX)
			return false;
		value = value * 10 + (*p - '0');
		if (after >= 0)
			after++;
	}
	if (p == text || !isdigit((unsigned char)p[-1]))
		return false;
	for (after = after < 0 ? 0 : after; after < decimals; after++) {
		if (value > INT64_C(90000000000000000))
			return false;
		value *= 10;
	}
	*n = sign * value;
	return true;
}

/* The mark and the decimals without the zeros that end them, "" when all are. */
static const char *
decimals_of(struct mem *mem, int64_t n, int decimals, const char *lang)
{
	int64_t rest = (n < 0 ? -n : n) % power(decimals);

	if (rest == 0)
		return "";
	for (; rest % 10 == 0; rest /= 10)
		decimals--;
	return mem_printf(mem, "%c%0*" PRId64, strcmp(lang, "en") == 0 ? '.' :
	    ',', decimals, rest);
}

const char *
decimal_format(struct mem *mem, int64_t n, int decimals, const char *lang)
{
	const char *after = decimals_of(mem, n, decimals, lang);

	return mem_printf(mem, "%s%s%s", n < 0 ? "\u2212" : "",
	    money_number(mem, (n < 0 ? -n : n) / power(decimals), lang),
	    after);
}

const char *
decimal_typed(struct mem *mem, int64_t n, int decimals, const char *lang)
{
	return mem_printf(mem, "%s%" PRId64 "%s", n < 0 ? "-" : "",
	    (n < 0 ? -n : n) / power(decimals), decimals_of(mem, n, decimals,
	    lang));
}

const char *
decimal_plain(struct mem *mem, int64_t n, int decimals)
{
	return decimal_typed(mem, n, decimals, "en");
}
