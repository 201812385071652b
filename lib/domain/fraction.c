/*
 * Exact fractions over int64, computed in 128 bits.
 * It refuses floating point, and tells when a result had to be rounded.
 */
#include "config.h"

#include "domain/fraction.h"

#include <assert.h>
#include <stdlib.h>

#include "base/text.h"

typedef __int128 wide;

#define BILLION	INT64_C(1000000000)

static wide
absolute(wide v)
{
	return v < 0 ? -v : v;
}

static wide
common(wide a, wide b)
{
	a = absolute(a);
	b = absolute(b);
	while (b != 0) {
		wide rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

/* num / den to the nearest integer, ties to the even one; den > 0. */
static wide
divide_half_even(wide num, wide den)
{
	wide whole = num / den, rest = num % den;

	if (rest < 0) {
		whole--;
		rest += den;
	}
	if (rest > den - rest || (rest == den - rest && whole % 2 != 0))
		whole++;
	return whole;
}

/* Reduce; false when it does not fit int64. */
static bool
narrow(struct fraction *f, wide num, wide den)
{
	wide g = common(num, den);

	if (den < 0)
		g = -g;
	num /= g;
	den /= g;
	if (num > INT64_MAX || num < -INT64_MAX || den > INT64_MAX)
		return false;
	*f = (struct fraction){ (int64_t)num, (int64_t)den };
	return true;
}

struct fraction
fraction_make(int64_t num, int64_t den)
{
	struct fraction f = FRACTION_NONE;
	bool fits;

	assert(den != 0);
	fits = narrow(&f, num, den);
	assert(fits);
	(void)fits;
	return f;
}

bool
fraction_is(struct fraction f)
{
	return f.den != 0;
}

int
fraction_compare(struct fraction a, struct fraction b)
{
	wide left, right;

	if (a.den == 0 || b.den == 0)
		return (a.den != 0) - (b.den != 0);
	left = (wide)a.num * b.den;
	right = (wide)b.num * a.den;
	return (left > right) - (left < right);
}

/* The nearest billionth. */
static struct fraction
rounded(struct fraction f)
{
	wide n = divide_half_even((wide)f.num * BILLION, f.den);
	struct fraction r = FRACTION_NONE;

	(void)narrow(&r, n, BILLION);
	return r;
}

struct fraction
fraction_minus(struct fraction a, struct fraction b)
{
	struct fraction f = FRACTION_NONE;

	if (a.den == 0 || b.den == 0)
		return f;
	/* Each product is below 2^126, their difference below 2^127. */
	if (narrow(&f, (wide)a.num * b.den - (wide)b.num * a.den,
	    (wide)a.den * b.den))
		return f;
	a = rounded(a);
	b = rounded(b);
	(void)narrow(&f, (wide)a.num * b.den - (wide)b.num * a.den,
	    (wide)a.den * b.den);
	return f;
}

/* --- arithmetic of formulas ----------------------------------------------- */

static struct fraction
exactly(wide num, wide den)
{
	struct fraction f = FRACTION_NONE;

	(void)narrow(&f, num, den);
	return f;
}

struct fraction
fraction_plus(struct fraction a, struct fraction b)
{
	if (a.den == 0 || b.den == 0)
		return FRACTION_NONE;
	/* Each product is below 2^126, their sum below 2^127. */
	return exactly((wide)a.num * b.den + (wide)b.num * a.den,
	    (wide)a.den * b.den);
}

struct fraction
fraction_times(struct fraction a, struct fraction b)
{
	if (a.den == 0 || b.den == 0)
		return FRACTION_NONE;
	return exactly((wide)a.num * b.num, (wide)a.den * b.den);
}

struct fraction
fraction_over(struct fraction a, struct fraction b)
{
	if (a.den == 0 || b.den == 0 || b.num == 0)
		return FRACTION_NONE;
	return exactly((wide)a.num * b.den, (wide)a.den * b.num);
}

struct fraction
fraction_round(struct fraction f, int decimals)
{
	int64_t scale = 1;

	assert(decimals >= 0 && decimals <= 6);
	if (f.den == 0)
		return FRACTION_NONE;
	while (decimals-- > 0)
		scale *= 10;
	return exactly(divide_half_even((wide)f.num * scale, f.den), scale);
}

/* --- several -------------------------------------------------------------- */

/* sum += f; false on overflow. */
static bool
accumulate(wide *num, wide *den, struct fraction f)
{
	wide g = common(*den, f.den), left, right, g2;

	if (__builtin_mul_overflow(*num, f.den / g, &left) ||
	    __builtin_mul_overflow(*den / g, (wide)f.num, &right) ||
	    __builtin_add_overflow(left, right, num) ||
	    __builtin_mul_overflow(*den / g, (wide)f.den, den))
		return false;
	g2 = common(*num, *den);
	*num /= g2;
	*den /= g2;
	return true;
}

static bool
mean_exactly(struct fraction *mean, const struct fraction *f, size_t n,
    int64_t count)
{
	wide num = 0, den = 1;
	size_t i;

	for (i = 0; i < n; i++) {
		if (f[i].den != 0 && !accumulate(&num, &den, f[i]))
			return false;
	}
	if (__builtin_mul_overflow(den, (wide)count, &den))
		return false;
	return narrow(mean, num, den);
}

struct fraction
fraction_mean(const struct fraction *f, size_t n, bool *exact)
{
	struct fraction mean = FRACTION_NONE;
	int64_t count = 0;
	wide sum = 0;
	size_t i;

	if (exact != NULL)
		*exact = true;
	for (i = 0; i < n; i++)
		count += f[i].den != 0;
	if (count == 0 || mean_exactly(&mean, f, n, count))
		return mean;
	if (exact != NULL)
		*exact = false;
	for (i = 0; i < n; i++) {
		if (f[i].den != 0)
			sum += divide_half_even((wide)f[i].num * BILLION,
			    f[i].den);
	}
	(void)narrow(&mean, divide_half_even(sum, count), BILLION);
	return mean;
}

static int
by_value(const void *a, const void *b)
{
	return fraction_compare(*(const struct fraction *)a,
	    *(const struct fraction *)b);
}

struct fraction
fraction_median(struct mem *mem, const struct fraction *f, size_t n)
{
	struct fraction *sorted = MEM_ARRAY(mem, n + 1, struct fraction);
	size_t i, count = 0;

	for (i = 0; i < n; i++) {
		if (f[i].den != 0)
			sorted[count++] = f[i];
	}
	if (count == 0)
		return FRACTION_NONE;
	qsort(sorted, count, sizeof(*sorted), by_value);
	if (count % 2 == 1)
		return sorted[count / 2];
	return fraction_mean(sorted + count / 2 - 1, 2, NULL);
}

struct fraction
fraction_spread(const struct fraction *f, size_t n)
{
	struct fraction low = FRACTION_NONE, high = FRACTION_NONE;
	size_t i;

	for (i = 0; i < n; i++) {
		if (f[i].den == 0)
			continue;
		if (low.den == 0 || fraction_compare(f[i], low) < 0)
			low = f[i];
		if (high.den == 0 || fraction_compare(f[i], high) > 0)
			high = f[i];
	}
	return fraction_minus(high, low);
}

/* Digits of f × 10^decimals, rounded; the mark put where it belongs. */
static const char *
decimal(struct mem *mem, struct fraction f, int decimals, const char *minus,
    const char *mark)
{
	int64_t scale = 1;
	wide n, whole, rest;
	int i;

	assert(decimals >= 0 && decimals <= 6);
	for (i = 0; i < decimals; i++)
		scale *= 10;
	n = divide_half_even((wide)f.num * scale, f.den);
	whole = absolute(n) / scale;
	rest = absolute(n) % scale;
	if (n >= 0)
		minus = "";
	if (decimals == 0)
		return mem_printf(mem, "%s%lld", minus, (long long)whole);
	return mem_printf(mem, "%s%lld%s%0*lld", minus, (long long)whole, mark,
	    decimals, (long long)rest);
}

const char *
fraction_column(struct mem *mem, struct fraction f, int decimals,
    const char *lang)
{
	if (f.den == 0)
		return "–";
	return decimal(mem, f, decimals, "\u2212",
	    lang != NULL && text_starts(lang, "en") ? "." : ",");
}

const char *
fraction_format(struct mem *mem, struct fraction f, int decimals,
    const char *lang)
{
	return fraction_column(mem, f, f.den == 1 ? 0 : decimals, lang);
}

const char *
fraction_plain(struct mem *mem, struct fraction f, int decimals)
{
	return f.den == 0 ? "" : decimal(mem, f, decimals, "-", ".");
}
