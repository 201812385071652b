/*
 * Values made of parts, as JSON objects. Private to answer_value.c, which has
 * the simple ones, and answer_part.c.
 */
#ifndef DOMAIN_ANSWER_PART_H
#define DOMAIN_ANSWER_PART_H

#include "base/json.h"
#include "domain/answer.h"

/* Any value given: the caller's reference. And back; false when the JSON is not
 * of that type. */
struct json_object *value_object(const struct form_field *,
	    const struct value *);
bool	 value_of_object(struct value *, struct mem *,
	    const struct form_field *, struct json_object *);

/* Those made of parts: person, address, commitment, period, rows. */
struct json_object *part_object(const struct form_field *,
	    const struct value *);
bool	 part_of_object(struct value *, struct mem *,
	    const struct form_field *, struct json_object *);

#endif
