/*
 * Words of values made of parts. Private to answer_text.c and answer_words.c;
 * lines end with a line feed.
 */
#ifndef DOMAIN_ANSWER_WORDS_H
#define DOMAIN_ANSWER_WORDS_H

#include "domain/answer.h"

const char *list_words(const struct answers *, const struct form_field *,
	    const struct value *);
const char *person_words(const struct answers *, const struct person_said *);
const char *address_words(const struct answers *, const struct address *);
const char *commitment_words(const struct answers *,
	    const struct commitment *);
/* "20,927° sud, 55,335° est": millionths of a degree, WGS 84. */
const char *spot_words(const struct answers *, int64_t lat_e6, int64_t lon_e6);
const char *drawing_words(const struct answers *, const struct drawing *);
const char *reference_words(const struct answers *, const struct form_field *,
	    const char *key);
const char *link_words(const struct answers *, const char *uuid);
const char *rows_words(const struct answers *, const struct form_field *,
	    const struct value *);

#endif
