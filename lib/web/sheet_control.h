/*
 * One control of a sheet: what is typed, under which name. Private to the files
 * sheet_*.c: the same controls stand at the top of a form and in its repeated
 * blocks.
 */
#ifndef WEB_SHEET_CONTROL_H
#define WEB_SHEET_CONTROL_H

#include "web/sheet.h"

struct control {
	const struct sheet	*s;
	const struct form_field	*field;
	const struct typed	*typed;		/* what its parts hold */
	const char		*id, *name;	/* "f-x", "a.x"; "f-x-0-y", "a.x.0.y" */
	/* What can be read of the item it stands in; NULL at the top. */
	const struct value_row	*item;
};

/* The section of its type, in a row whose markers about it are set; not a
 * repeat. */
void	 control_show(const struct control *, struct view *row);
/* A repeated block: fills the row, and returns the view of its head, where what
 * is said about the whole goes (rows inherit what their parents show). */
struct view *control_show_repeat(const struct control *, struct view *row);
/* "(facultatif)" or "(obligatoire)" beside the label, by the rule of the page;
 * required_if: it may come to be. */
void	 control_show_note(const struct sheet *, struct view *,
	    const struct form_field *, bool required_if);
/* The hint of the form, with what the type adds; or NULL. In mem. */
const char *control_hint(struct mem *, const struct form_field *);

/* sheet_control.c: helpers of the others. */
const char *control_own(const struct typed *);
const char *control_part(const struct typed *, const char *part);
/* "date", or "text" for what a date control could not show. */
const char *control_day_type(const char *text);
void	 control_option(struct view *, const char *key, const char *label,
	    const char *about, bool chosen);

/* sheet_parts.c: those made of parts. */
void	 control_show_period(const struct control *, struct view *);
void	 control_show_linked(const struct control *, struct view *);
void	 control_show_ranking(const struct control *, struct view *);
void	 control_show_reference(const struct control *, struct view *row);
void	 control_show_country(const struct control *, struct view *);
void	 control_show_person(const struct control *, struct view *);
void	 control_show_address(const struct control *, struct view *);
void	 control_show_commitment(const struct control *, struct view *);
void	 control_show_shape(const struct control *, struct view *);
/* sheet_table.c */
void	 control_show_table(const struct control *, struct view *);

/* sheet_origin.c: where an answer comes from, when its page did not ask it first;
 * what may be done about it. */
void	 control_show_origin(const struct sheet *, struct view *,
	    const struct answer *);

/* sheet_calculated.c */
/* A calculated value, inside an item or not, in words that say when there is
 * none yet. In mem. */
const char *calculated_said(const struct sheet *, const struct form_field *,
	    const struct value *);
/* "money", "percentage", "number": how table.js shows a sum. */
const char *calculated_sum(const struct form_field *);
/* What is calculated inside the items of a block that holds `typed`, by the
 * names of its outputs, into an object. */
void	 calculated_put_items(const struct sheet *, struct json_object *,
	    const struct answer *, const struct typed *);

#endif
