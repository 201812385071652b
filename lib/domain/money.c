/*
 * Amounts in euros: read as people write them, written as they read them.
 * It uses integers only.
 */
#include "config.h"

#include "domain/money.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define NBSP	"\u00a0"
#define NNBSP	"\u202f"
#define MINUS	"\u2212"
/* A hundred billion: a hundred lines of ten thousand plans still add up. */
#define MAX_EUROS	INT64_C(100000000000)

static bool
english(const char *lang)
{
	return lang != NULL && strncmp(lang, "en", 2) == 0;
}

/* --- reading ------------------------------------------------------------ */

/* Marks are read into one byte each: ' ' any space, '.', ',', '\''. */
static char
mark_at(const char *p, size_t *bytes)
{
	static const char *const spaces[] = { " ", NBSP, NNBSP, "\u2009" };

	for (size_t i = 0; i < 4; i++)
		if (text_starts(p, spaces[i])) {
			*bytes = strlen(spaces[i]);
			return ' ';
		}
	if (text_starts(p, "’")) {
		*bytes = strlen("’");
		return '\'';
	}
	*bytes = 1;
	return *p != '\0' && strchr(".,'", *p) != NULL ? *p : '\0';
}

static size_t
digits_at(const char *p)
{
	return strspn(p, "0123456789");
}

static void
skip_spaces(const char **p)
{
	size_t n;

	while (mark_at(*p, &n) == ' ' || **p == '\t') {
		*p += **p == '\t' ? 1 : n;
	}
}

/* Append digits to *n; false when it would pass the largest amount. */
static bool
take_digits(const char **p, size_t count, int64_t *n)
{
	for (; count > 0; count--, (*p)++) {
		*n = *n * 10 + (**p - '0');
		if (*n > MAX_EUROS)
			return false;
	}
	return true;
}

/*
 * Digits in groups, then perhaps decimals. The mark of the first group fixes
 * that of the others; a different mark, dot or comma, begins the decimals.
 */
static bool
take_amount(const char **p, int64_t *euros, int *cents)
{
	size_t count = digits_at(*p), bytes;
	bool grouped = false, first_short = count <= 3;
	char mark, group = '\0';

	*euros = 0;
	*cents = 0;
	if (count == 0 || !take_digits(p, count, euros))
		return false;
	for (;;) {
		mark = mark_at(*p, &bytes);
		if (mark == '\0')
			return true;
		count = digits_at(*p + bytes);
		if (count == 3 && first_short
		    && (!grouped || mark == group)) {
			*p += bytes;
			if (!take_digits(p, 3, euros))
				return false;
			grouped = true;
			group = mark;
			continue;
		}
		if (mark == ' ')	/* before the unit, or the end */
			return count == 0;
		if (mark == '\'' || count < 1 || count > 2
		    || (grouped && mark == group))
			return false;
		*p += bytes;
		*cents = (*p)[0] - '0';
		*cents = *cents * 10 + (count == 2 ? (*p)[1] - '0' : 0);
		*p += count;
		return true;
	}
}

static bool
take_word(const char **p, const char *word)
{
	if (!text_starts(*p, word))
		return false;
	*p += strlen(word);
	return true;
}

static bool
take_unit(const char **p)
{
	return take_word(p, "€") || take_word(p, "euros")
	    || take_word(p, "Euros") || take_word(p, "EUROS")
	    || take_word(p, "euro") || take_word(p, "Euro")
	    || take_word(p, "EUR") || take_word(p, "eur");
}

static bool
take_minus(const char **p)
{
	return take_word(p, "-") || take_word(p, MINUS);
}

enum rc
money_parse(int64_t *cents, const char *text)
{
	const char *p = text;
	bool negative, unit;
	int64_t euros;
	int small;

	if (text == NULL)
		return RC_INVALID;
	skip_spaces(&p);
	negative = take_minus(&p);
	unit = take_word(&p, "€");
	skip_spaces(&p);
	if (!negative)
		negative = take_minus(&p);
	if (!take_amount(&p, &euros, &small))
		return RC_INVALID;
	skip_spaces(&p);
	if (!unit)
		take_unit(&p);
	skip_spaces(&p);
	if (*p != '\0')
		return RC_INVALID;
	*cents = euros * 100 + small;
	if (negative)
		*cents = -*cents;
	return RC_OK;
}

/* --- writing ------------------------------------------------------------ */

static uint64_t
magnitude(int64_t n)
{
	return n < 0 ? (uint64_t)0 - (uint64_t)n : (uint64_t)n;
}

static const char *
grouped(struct mem *mem, uint64_t n, const char *lang)
{
	const char *mark = english(lang) ? "," : NNBSP;
	size_t mark_len = strlen(mark), count = 0;
	char digits[48], *end = digits + sizeof(digits), *p = end;

	do {
		if (count > 0 && count % 3 == 0) {
			p -= mark_len;
			memcpy(p, mark, mark_len);
		}
		*--p = (char)('0' + n % 10);
		n /= 10;
		count++;
	} while (n > 0);
	return mem_strndup(mem, p, (size_t)(end - p));
}

const char *
money_number(struct mem *mem, int64_t n, const char *lang)
{
	const char *text = grouped(mem, magnitude(n), lang);

	return n < 0 ? mem_join(mem, MINUS, text, NULL) : text;
}

static const char *
written(struct mem *mem, int64_t cents, const char *lang, bool with_cents)
{
	uint64_t n = magnitude(cents);
	const char *euros = grouped(mem, n / 100, lang);
	const char *sign = cents < 0 ? MINUS : "", *small = "";

	if (with_cents)
		small = mem_printf(mem, "%c%02u", english(lang) ? '.' : ',',
		    (unsigned)(n % 100));
	if (english(lang))
		return mem_join(mem, sign, "€", euros, small, NULL);
	return mem_join(mem, sign, euros, small, NBSP "€", NULL);
}

const char *
money_format(struct mem *mem, int64_t cents, const char *lang)
{
	return written(mem, cents, lang, cents % 100 != 0);
}

const char *
money_format_cents(struct mem *mem, int64_t cents, const char *lang)
{
	return written(mem, cents, lang, true);
}

/* n / unit at three significant figures, trailing zeros dropped. */
static const char *
three_figures(struct mem *mem, uint64_t n, uint64_t unit, const char *lang)
{
	uint64_t scale = n / unit >= 100 ? 1 : n / unit >= 10 ? 10 : 100;
	uint64_t value, whole, part;

	value = n / unit * scale
	    + (n % unit * scale + unit / 2) / unit;
	whole = value / scale;
	part = value % scale;
	if (scale == 100 && part % 10 == 0) {
		scale = 10;
		part /= 10;
	}
	if (part == 0)
		return grouped(mem, whole, lang);
	return mem_printf(mem, "%s%c%0*" PRIu64, grouped(mem, whole, lang),
	    english(lang) ? '.' : ',', scale == 100 ? 2 : 1, part);
}

const char *
money_short(struct mem *mem, int64_t cents, const char *lang)
{
	static const struct {
		uint64_t	 unit;		/* in euros */
		const char	*fr, *en;
	} units[] = {
		{ 1000000000, "Md€", "bn" }, { 1000000, "M€", "m" },
		{ 1000, "k€", "k" }, { 1, "€", "" }
	};
	uint64_t n = magnitude(cents);
	const char *sign = cents < 0 ? MINUS : "", *text;
	size_t i;

	/* 999 500 € is 1 M€, not 1 000 k€: compare with the rounded value. */
	for (i = 0; i < 3; i++)
		if (n >= units[i].unit * 100 - units[i].unit * 100 / 2000)
			break;
	if (i == 3)
		text = grouped(mem, (n + 50) / 100, lang);
	else
		text = three_figures(mem, n, units[i].unit * 100, lang);
	if (english(lang))
		return mem_printf(mem, "%s€%s%s", sign, text, units[i].en);
	return mem_printf(mem, "%s%s" NBSP "%s", sign, text, units[i].fr);
}

const char *
money_plain(struct mem *mem, int64_t cents)
{
	uint64_t n = magnitude(cents);

	return mem_printf(mem, "%s%" PRIu64 ".%02u", cents < 0 ? "-" : "",
	    n / 100, (unsigned)(n % 100));
}

int
money_percent(int64_t part, int64_t whole)
{
	uint64_t p, w, percent;

	if (whole <= 0 || part <= 0)
		return 0;
	if (part >= whole)
		return part / whole > 1000000 ? 100000000
		    : (int)(part / whole * 100
		    + (part % whole * (whole > INT64_MAX / 200 ? 0 : 100)
		    + whole / 2) / whole);
	p = (uint64_t)part;
	w = (uint64_t)whole;
	while (w > UINT64_MAX / 400) {	/* keep the product in range */
		p /= 2;
		w /= 2;
	}
	percent = (200 * p + w) / (2 * w);
	return percent == 0 ? 1 : percent >= 100 ? 99 : (int)percent;
}
