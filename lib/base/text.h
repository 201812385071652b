/*
 * UTF-8 text: lengths in characters, search keys, slugs, encodings.
 * It refuses nothing silently: invalid bytes become U+FFFD or false.
 *
 * Every function that returns text puts it in mem, NUL-terminated, and never
 * returns NULL unless it says so. Input is UTF-8; a NULL text is "".
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/mem.h"

/* --- looking ------------------------------------------------------------ */

/* Strict: no overlong form, surrogate, code above U+10FFFF, nor NUL byte. */
bool	 text_valid_utf8(const char *, size_t len);
/* A control character other than tab and line feed (CR counts as one). */
bool	 text_has_control(const char *);
/* Characters (code points); an invalid byte counts as one. */
size_t	 text_length(const char *);
/* NULL, empty, or only spaces (U+00A0 and U+202F are spaces). */
bool	 text_blank(const char *);
bool	 text_starts(const char *, const char *prefix);
bool	 text_ends(const char *, const char *suffix);
/* text_starts on folded forms: "Étang" starts with "eta". */
bool	 text_starts_folded(struct mem *, const char *, const char *prefix);
/* A whole number as people write it: a sign (- or U+2212), digits, spaces of any
 * kind between them. False, *n untouched: anything else, or beyond 64 bits. */
bool	 text_int(int64_t *n, const char *);
/* Same bytes? In a time that depends on len only: for tokens and digests. */
bool	 text_equal_const_time(const void *, const void *, size_t len);

/* --- changing ----------------------------------------------------------- */

/* Without spaces (no-break ones too) at both ends. */
const char *text_trim(struct mem *, const char *);
/* text_trim, and each run of spaces, tabs, new lines inside is one space. */
const char *text_collapse_spaces(struct mem *, const char *);
/* CRLF and CR become LF; other control characters but tab are dropped. */
const char *text_unix_lines(struct mem *, const char *);
/*
 * The key of a search or a comparison: lower case, no accents, œ → oe, æ → ae,
 * ’ → ', no-break spaces → space, compatibility forms opened (NFKD).
 */
const char *text_fold(struct mem *, const char *);
/*
 * For addresses: "Composter ensemble à Piton" → "composter-ensemble-a-piton".
 * [a-z0-9-], at most 80 bytes, cut between words when possible; a text with
 * no letter or digit of the Latin alphabet gives "sans-titre".
 */
const char *text_slug(struct mem *, const char *);
/*
 * At most max characters: the text itself, or its beginning cut at a space
 * when one is near, and "…" (counted in max).
 */
const char *text_truncate(struct mem *, const char *, size_t max);
/* Its first letter as a capital: "appels à projets" at the head of a page. */
const char *text_capital(struct mem *, const char *);
/* Any bytes to valid UTF-8: as they are, or read as Windows-1252. */
const char *text_from_bytes(struct mem *, const char *, size_t len);

/* --- encoding ----------------------------------------------------------- */

/* Lower-case hexadecimal; out holds 2 * len + 1. */
void	 text_hex(char *out, const void *bytes, size_t len);
/* Exactly 2 * len hexadecimal digits (either case) and the end; or false. */
bool	 text_unhex(void *out, size_t len, const char *hex);
/*
 * Percent-encode all but unreserved characters (RFC 3986), so that the result
 * is one path part or one query value.
 */
void	 text_percent(struct buf *, const char *);
const char *text_percent_encode(struct mem *, const char *);
/*
 * The reverse; with plus, '+' is a space (form bodies). NULL when an escape
 * is broken, or gives a NUL byte or invalid UTF-8.
 */
const char *text_percent_decode(struct mem *, const char *, size_t len,
	    bool plus);
/* & < > " ' as entities; control characters XML 1.0 forbids are dropped. */
void	 text_xml(struct buf *, const char *);

#endif
