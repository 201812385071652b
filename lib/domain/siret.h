/*
 * The numbers of French organisations: SIREN, SIRET, RNA, by their shape
 * and check digit. It asks no register whether the organisation exists.
 *
 * SIREN: nine digits, the body. SIRET: fourteen, one of its establishments
 * (SIREN, then NIC). RNA: the number of an association.
 */
#ifndef DOMAIN_SIRET_H
#define DOMAIN_SIRET_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/rc.h"

/*
 * Exactly nine digits whose Luhn sum is a multiple of ten, not all zero.
 * (INSEE, Sirene: "clé de contrôle".) NULL is false, here and below.
 */
bool	 siren_valid(const char *);
/*
 * Exactly fourteen digits: a valid SIREN and a Luhn sum that is a multiple of
 * ten. La Poste (SIREN 356000000) has more establishments than the Luhn key
 * allows: but for its seat, 35600000000048, the plain sum of their digits is
 * a multiple of five.
 */
bool	 siret_valid(const char *);
/*
 * W, the code of a département as the register writes it, then the rest:
 * W751234567, W2A1000042 (Corsica), W9R1000042 (La Réunion). Letters are upper
 * case, as rna_parse leaves them.
 */
bool	 rna_valid(const char *);

/*
 * Read what people and spreadsheets write: spaces (no-break ones too), dots,
 * hyphens, apostrophes and quotes are dropped, letters become capitals.
 * *out, in mem, has digits only (RNA: W and nine signs). RC_INVALID, *out
 * untouched: another length or sign, or a wrong check digit. A number that
 * lost its leading zero is not repaired here: one guess in ten would be wrong.
 */
enum rc	 siren_parse(const char **out, struct mem *, const char *text);
enum rc	 siret_parse(const char **out, struct mem *, const char *text);
enum rc	 rna_parse(const char **out, struct mem *, const char *text);

/* The body of an establishment: the first nine digits, in mem. The SIRET must
 * be valid. */
const char *siren_of_siret(struct mem *, const char *siret);
/* For people: "249 740 101 00037" or "249 740 101", with U+00A0. In mem. Any
 * other text comes back as it is. */
const char *siret_format(struct mem *, const char *siret_or_siren);

#endif
