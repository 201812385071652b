/*
 * The terms by which a territory is found when its beginning is typed.
 * Pure text: it reads and writes no table.
 */
#ifndef DOMAIN_TERRITORY_TERM_H
#define DOMAIN_TERRITORY_TERM_H

#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

/*
 * What the weight of a term has above the population when a name begins with
 * it, as people see it: so it goes before names that have it further on,
 * codes, and former names. More than any population.
 */
#define TERM_WEIGHT_HEAD	INT64_C(1000000000)

/*
 * A name as it is compared: folded (text_fold), each run of other signs than
 * letters and digits is one space, none at the ends, "st" and "ste" spelt out:
 * "L'Étang-Salé" → "l etang sale", "Pays de St-Gildas" → "pays de saint gildas".
 * In mem.
 */
const char *territory_key(struct mem *, const char *name);
/*
 * The same for what somebody is typing: a space at the end stays, since a word
 * is then complete, and an incomplete last word is not spelt out ("st" may
 * become Strasbourg).
 */
const char *territory_typed_key(struct mem *, const char *typed);
/*
 * The key of the name and the rest of it from each of its words that is no
 * article or preposition: "le port", "port". The first *heads of them are where
 * people would say that the name begins: the whole, and the same without the
 * article or the kind of EPCI ("ca du", "cc de la"). *terms and its texts in
 * mem; returns how many.
 */
size_t	 territory_name_terms(const char ***terms, size_t *heads,
	    struct mem *, const char *name);

#endif
