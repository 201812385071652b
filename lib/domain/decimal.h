/*
 * Decimal numbers, exact: an integer scaled by a power of ten that the caller
 * knows. It never uses floating point, and rounds nothing.
 */
#ifndef DOMAIN_DECIMAL_H
#define DOMAIN_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"

#define DECIMAL_MAX	6	/* decimals */

/*
 * "1 234,5", "-0.75", "12" → n × 10^decimals. Spaces of any kind between digits
 * are dropped; a comma or a dot begins the decimals. False, *n untouched: any
 * other sign, more than `decimals` significant decimals, beyond ±9·10^17.
 */
bool	 decimal_parse(int64_t *n, int decimals, const char *text);
/* For people, in mem: "1 234,5", "−0,75"; en "1,234.5". Zeros that say nothing
 * at the end of the decimals are left out. */
const char *decimal_format(struct mem *, int64_t n, int decimals,
	    const char *lang);
/* In a control, in mem: "1234,5", "-0,75"; en "1234.5". No thousands are set
 * apart: the English comma would be read back as the decimal mark. */
const char *decimal_typed(struct mem *, int64_t n, int decimals,
	    const char *lang);
/* For JSON and exports, in mem: "1234.5", "-0.75". */
const char *decimal_plain(struct mem *, int64_t n, int decimals);

#endif
