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

#define QUOTED_MAX	200	/* characters of what is said to be wrong */

/* Say why, once; returns false. */
bool	 reading_wrong(struct reading *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

/* A number in the bounds of its field, kept as the value; or the error. */
bool	 reading_bounds(struct reading *, int64_t);
/* Inside the platform's territory, when the field wants it? */
bool	 reading_is_inside(struct reading *, int64_t territory_id);
bool	 reading_outside(struct reading *, const char *name);
/*
 * Is the spot in the platform's territory, or near? Else *km is how far from it,
 * about.
 */
bool	 reading_is_near(struct reading *, struct spot, int64_t *km);

/* One for each type, or kind of types. */
bool	 read_integer(struct reading *);
bool	 read_decimal(struct reading *);
bool	 read_money(struct reading *);
bool	 read_percentage(struct reading *);
bool	 read_commitment(struct reading *);
bool	 read_date(struct reading *);
bool	 read_date_time(struct reading *);
bool	 read_period(struct reading *);
bool	 read_yes_no(struct reading *);
bool	 read_checkbox(struct reading *);
bool	 read_choice(struct reading *);
bool	 read_choices(struct reading *);
bool	 read_linked(struct reading *);
bool	 read_ranking(struct reading *);
bool	 read_reference(struct reading *);
bool	 read_country(struct reading *);
bool	 read_link(struct reading *);
bool	 read_email(struct reading *);
bool	 read_phone(struct reading *);
bool	 read_iban(struct reading *);
bool	 read_person(struct reading *);
bool	 read_address(struct reading *);
bool	 read_plan(struct reading *);
bool	 read_schedule(struct reading *);
bool	 read_organisation(struct reading *);
bool	 read_territory(struct reading *);
bool	 read_point(struct reading *);
bool	 read_shape(struct reading *);
bool	 read_rows(struct reading *);

#endif
