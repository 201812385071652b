/*
 * Fields of ordinary forms (accounts, communities, the agents' desk), filled for
 * partials/field.tpl. It checks nothing: values are those typed, problems those
 * found by the domain, named as the fields are.
 */
#ifndef WEB_ASK_H
#define WEB_ASK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/problems.h"
#include "web/req.h"
#include "web/res.h"

struct ask {
	const struct req	*req;
	struct view		*view;	/* where FIELDS rows go */
	const struct problems	*why;	/* NULL: nothing is wrong */
	/* 0, or what makes the ids of this form unlike its likes' on the page:
	 * what was typed belongs to the one that came back. */
	int64_t			 one_of;
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
/* Typed, and completed from url (?q=) by lookup.js: the code of what was chosen
 * comes as NAME_code. */
struct view *ask_lookup(const struct ask *, const char *name,
	    const char *label, const char *hint, const char *url);
struct view *ask_email(const struct ask *, const char *name,
	    const char *label, const char *hint, const char *value);
struct view *ask_url(const struct ask *, const char *name, const char *label,
	    const char *hint, const char *value);
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
/* Euros; cents < 0: empty. */
struct view *ask_money(const struct ask *, const char *name,
	    const char *label, const char *hint, int64_t cents);
/* The text of the empty choice of a select. */
void	 ask_nothing(struct view *field, const char *text);
/* A choice of a select, of radios, of checkboxes; hint may be NULL. */
void	 ask_choice(const struct ask *, struct view *field, const char *name,
	    const char *value, const char *text, const char *hint,
	    bool chosen);
/* The same without a hint. */
void	 ask_option(const struct ask *, struct view *field, const char *name,
	    const char *value, const char *text, bool chosen);
/* "(facultatif)" beside the label. */
void	 ask_optional(struct view *field);

#endif
