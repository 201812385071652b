/*
 * One field of a form being checked: preset_form.c walks, preset_field.c judges
 * what a type may have, preset_inner.c what is inside a repeat or a table.
 * Nobody else includes it.
 */
#ifndef DOMAIN_PRESET_FIELD_PRIVATE_H
#define DOMAIN_PRESET_FIELD_PRIVATE_H

#include "domain/preset_private.h"

/* A check in progress of one form. */
struct field_check {
	const struct preset	*preset;	/* NULL: a form that came alone */
	struct problems		*why;
	const char		*file;
	struct json_object	*form;
	size_t			 index;		/* of the field, in reading order */
	const char		*path;		/* of the field */
	struct json_object	*field;
	const char		*type;
	/* Of an inner field: the type of what it is inside; else NULL. */
	const char		*inside;
	int			 depth;		/* 0: a field of the form */
};

/* The members that a field may have at all: for the shape of a block. */
extern const struct shape preset_field_shape[];
/* The whole definition: preset_form.c. */
extern const struct shape preset_form_shape[];
/* The names of types; the settings one takes, "label|hint|…", inside a question
 * of that type (NULL: inside none), in mem. */
extern const char preset_field_types[];
const char *preset_type_settings(struct mem *, const char *type,
	    const char *inside);
/* The types that a repeat or a table so deep may hold; "" it is neither. */
const char *preset_types_inside(struct mem *, const char *type, int depth);
/* The words of the first list, "a|b|c", that are not in the second. In mem. */
const char *preset_without(struct mem *, const char *list, const char *words);
/* The types that may give a target of maps_to, "" when it is none. */
const char *preset_target_types(const char *target);

/* "steps[0].blocks[1].fields[2].min", in mem. */
const char *preset_field_path(const struct field_check *, const char *member);
/* Everything about the field c->field; sets c->type. */
void	 preset_check_field(struct field_check *);
/* The fields of an item, the columns and rows of a table. */
void	 preset_check_inner(const struct field_check *);

#endif
