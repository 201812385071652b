/*
 * The fields of a form, as partials/field.tpl shows them.
 * It checks nothing: values are those typed, problems those found.
 */
#ifndef INSTRUCTION_FORM_H
#define INSTRUCTION_FORM_H

#include <stdbool.h>

#include "base/problems.h"
#include "web/req.h"
#include "web/res.h"

struct form {
	struct req	*req;
	struct view	*v;		/* where FIELDS rows go */
	const struct problems *why;	/* NULL: nothing is wrong */
	int64_t		 one_of;	/* 0, or what makes its ids unlike its likes' */
};

/* The summary of errors at the head of the page, when there are. */
void	 form_errors(struct view *page, struct mem *,
	    const struct problems *why);

/*
 * Each adds one field and returns its row. name is the control's; hint may be
 * NULL; value is what is stored (what was typed wins when the form comes back).
 */
struct view *form_text(const struct form *, const char *name,
	    const char *label, const char *hint, const char *value);
struct view *form_area(const struct form *, const char *name,
	    const char *label, const char *hint, const char *value, int rows);
/* cents < 0: empty. */
struct view *form_money(const struct form *, const char *name,
	    const char *label, const char *hint, int64_t cents);
struct view *form_date(const struct form *, const char *name,
	    const char *label, const char *hint, const char *iso);
struct view *form_radios(const struct form *, const char *name,
	    const char *label, const char *hint);
struct view *form_checkboxes(const struct form *, const char *name,
	    const char *label, const char *hint);
/* nothing: the text of the empty choice, or NULL. */
struct view *form_select(const struct form *, const char *name,
	    const char *label, const char *hint, const char *nothing);
/* An option of the three above; hint may be NULL. */
void	 form_option(const struct form *, struct view *field, const char *name,
	    const char *value, const char *text, const char *hint,
	    bool chosen);
/* "(facultatif)" beside the label. */
void	 form_optional(struct view *field);

#endif
