/*
 * Texts of a form that a preset says (regular expressions, PCRE2), bounded so
 * that no pattern makes a page wait. It corrects no text.
 */
#ifndef DOMAIN_PATTERN_H
#define DOMAIN_PATTERN_H

#include <stdbool.h>

#include "base/mem.h"

/*
 * Why this is no regular expression, in English words of the library and the
 * place of the fault, in mem; NULL when it is one, or when it is NULL.
 */
const char *pattern_mistake(struct mem *, const char *pattern);
/*
 * Does the whole text match, from its first to its last character? A pattern
 * that does not compile, or gives up after too many steps, matches nothing.
 */
bool	 pattern_matches(const char *pattern, const char *text);

#endif
