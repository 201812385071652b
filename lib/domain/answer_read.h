/*
 * Reading what was typed, one type of field at a time. Private to the answers:
 * value_read is the door.
 */
#ifndef DOMAIN_ANSWER_READ_H
#define DOMAIN_ANSWER_READ_H

#include "domain/answer.h"

struct reading {
	const struct answers	*answers;
	const struct form_field	*field;
	const struct typed	*typed;
	const char		*text;	/* of the field's own control, trimmed */
	struct value		*value;
	const char		*error;
};

/* Say why, once; returns false. */
bool	 reading_wrong(struct reading *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

bool	 read_plan(struct reading *);
bool	 read_schedule(struct reading *);
bool	 read_organisation(struct reading *);
bool	 read_territory(struct reading *);
bool	 read_point(struct reading *);

#endif
