/*
 * Exact fractions: what scores, means and medians are made of.
 * It never uses floating point; a missing value is missing, never zero.
 *
 * A fraction is reduced, its denominator positive; den == 0 is "no value",
 * which is what a zeroed struct holds.
 */
#ifndef DOMAIN_FRACTION_H
#define DOMAIN_FRACTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

struct fraction {
	int64_t	 num, den;
};

#define FRACTION_NONE	((struct fraction){ 0, 0 })

/* num / den reduced; den must not be 0. */
struct fraction fraction_make(int64_t num, int64_t den);
bool	 fraction_is(struct fraction);		/* is there a value? */
/* -1, 0, 1, exactly; no value comes before every value. */
int	 fraction_compare(struct fraction, struct fraction);
/* a - b; no value when one has none. Results beyond int64: see below. */
struct fraction fraction_minus(struct fraction a, struct fraction b);

/*
 * Exact arithmetic of formulas: no value when one has none, when the divisor
 * is 0, or when the exact result does not fit: never a rounded one.
 */
struct fraction fraction_plus(struct fraction a, struct fraction b);
struct fraction fraction_times(struct fraction a, struct fraction b);
struct fraction fraction_over(struct fraction a, struct fraction b);
/* Half to even at `decimals` (0…6); no value when that does not fit. */
struct fraction fraction_round(struct fraction, int decimals);

/*
 * Over the values that exist among n; no value when there is none. Exact as
 * long as the reduced result fits int64, which holds for every grid whose
 * weights are multiples of 5 up to 200 in all and up to 300 reviewers. Beyond, the result is the fraction rounded to a billionth, and
 * *exact (NULL allowed) is false.
 */
struct fraction fraction_mean(const struct fraction *, size_t n, bool *exact);
/* The middle value, or the mean of the two middle ones. mem is for work. */
struct fraction fraction_median(struct mem *, const struct fraction *,
	    size_t n);
/* Largest minus smallest. */
struct fraction fraction_spread(const struct fraction *, size_t n);

/*
 * For people, in mem: rounded half to even at `decimals` (0…6), always with
 * that many decimals, with the language's mark: "4,2"; en "4.2". A fraction
 * that is an integer has none: "4", so that "4,0" says "about four". Negative
 * numbers begin with U+2212. No value: "–".
 */
const char *fraction_format(struct mem *, struct fraction, int decimals,
	    const char *lang);
/* The same for a column: 4 is "4,00" too. */
const char *fraction_column(struct mem *, struct fraction, int decimals,
	    const char *lang);
/* Open data: always a dot, always the decimals, '-'; "" for no value. */
const char *fraction_plain(struct mem *, struct fraction, int decimals);

#endif
