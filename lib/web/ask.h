/*
 * Fields of ordinary forms (accounts, organisations, communities), filled for
 * partials/field.tpl. It checks nothing: values are those typed, problems those
 * found by the domain, named as the fields are.
 */
#ifndef WEB_ASK_H
#define WEB_ASK_H

#include <stdbool.h>

#include "base/problems.h"
#include "web/req.h"
#include "web/res.h"

struct ask {
	const struct req	*req;
	struct view		*view;	/* where FIELDS rows go */
	const struct problems	*why;	/* NULL: nothing is wrong */
};

/* The summary of errors at the head of the page, when there are. */
void	 ask_problems(struct view *page, const struct req *,
	    const struct problems *why);

/*
 * Each adds one field. value is what is stored, or NULL; what was typed wins when
 * the form comes back. hint and autocomplete (a token of HTML) may be NULL.
 */
struct view *ask_text(const struct ask *, const char *name, const char *label,
	    const char *hint, const char *value, const char *autocomplete);
struct view *ask_email(const struct ask *, const char *name,
	    const char *label, const char *hint, const char *value);
struct view *ask_password(const struct ask *, const char *name,
	    const char *label, const char *hint, const char *autocomplete);
struct view *ask_lines(const struct ask *, const char *name,
	    const char *label, const char *hint, const char *value, int rows);
struct view *ask_date(const struct ask *, const char *name,
	    const char *label, const char *hint, const char *iso);
struct view *ask_select(const struct ask *, const char *name,
	    const char *label, const char *hint);
struct view *ask_radios(const struct ask *, const char *name,
	    const char *label, const char *hint);
struct view *ask_checkboxes(const struct ask *, const char *name,
	    const char *label, const char *hint);
/* A file: accept as in document_accept, limit said below the control. pieces is
 * where a script sends it piece by piece (its token then comes as "envoi"). */
struct view *ask_file(const struct ask *, const char *name, const char *label,
	    const char *hint, const char *accept, const char *limit,
	    const char *pieces);
/* A choice of those above. */
void	 ask_option(const struct ask *, struct view *field, const char *name,
	    const char *value, const char *text, bool chosen);
/* "(facultatif)" beside the label. */
void	 ask_optional(struct view *field);

#endif
