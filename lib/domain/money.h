/*
 * Money: int64 cents in, French or English amounts out, and back.
 * It never uses floating point, and never guesses a currency.
 */
#ifndef DOMAIN_MONEY_H
#define DOMAIN_MONEY_H

#include <stdint.h>

#include "base/mem.h"
#include "base/rc.h"

/*
 * Read an amount in euros as people and spreadsheets write it: "45 000,00 €",
 * "45000", "45.000,50", "45,000.50", "1 500", "-12,5", "52 k€" is refused.
 * Thousands are groups of exactly three digits after a space (also U+00A0,
 * U+202F, U+2009), a dot, a comma or an apostrophe, all the same; the decimal
 * mark is a comma or a dot followed by one or two digits at the end. So
 * "45.000" and "45,000" are forty-five thousand, "45.00" is forty-five. "€",
 * "EUR", "euro(s)" may follow (or "€" precede). RC_INVALID, *cents untouched:
 * anything else, more than two decimals, beyond ±9·10^15 euros.
 */
enum rc	 money_parse(int64_t *cents, const char *text);

/*
 * For people, in mem: fr "52 000 €" when there are no cents, else
 * "600 092,35 €"; en "€52,000", "€600,092.35". Thousands in French are set
 * with U+202F, the euro sign with U+00A0. Negative: "−13 600 €" with U+2212.
 */
const char *money_format(struct mem *, int64_t cents, const char *lang);
/* Always with cents: "52 000,00 €": receipts, letters, tables that add up. */
const char *money_format_cents(struct mem *, int64_t cents, const char *lang);
/*
 * Three significant figures for headlines and charts: "950 €", "52 k€",
 * "4,8 M€", "1,96 Md€"; en "€52k", "€4.8M", "€1.96bn". Rounded half away
 * from zero, exactly.
 */
const char *money_short(struct mem *, int64_t cents, const char *lang);
/* For open data: "1234.50", "-0.05"; always two decimals, a dot, no sign. */
const char *money_plain(struct mem *, int64_t cents);
/* An integer with the thousands of the language: "10 782", "10,782". */
const char *money_number(struct mem *, int64_t n, const char *lang);
/*
 * part / whole in per cent, rounded half up, kept under 100 while part <
 * whole and above 0 while part > 0; 0 when whole <= 0. For progress bars.
 */
int	 money_percent(int64_t part, int64_t whole);

#endif
