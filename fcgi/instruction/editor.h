/*
 * The editor of forms (doc/forms.md): what its pages share. They are made from
 * the tables of form_format.h; no page knows a type of field.
 */
#ifndef INSTRUCTION_EDITOR_H
#define INSTRUCTION_EDITOR_H

#include "domain/form_draft.h"
#include "domain/form_edit.h"
#include "domain/form_format.h"
#include "web/ask.h"
#include "web/route.h"

extern const struct field_rule editor_new_fields[], editor_act_fields[],
	    editor_part_fields[], editor_try_fields[], editor_publish_fields[];

/* The revision that the path names. */
struct editor {
	struct req	*req;
	struct res	*res;
	struct form_draft draft;
	const char	*url;		/* of the revision */
	bool		 open;		/* a draft: it may change */
};

/* False: the reply is an error already. Ends with editor_close. */
bool	 editor_open(struct editor *, struct req *, struct res *);
void	 editor_close(struct editor *);
/* The same, refused (409 with its page) when the revision is published. */
bool	 editor_open_draft(struct editor *, struct req *, struct res *);
/* Where one is: administration, forms, this form, then `here`. */
void	 editor_crumbs(const struct editor *, struct view *, const char *here);
/* The page of a part. */
const char *editor_part_url(const struct editor *, const char *part);
/* Its place on the page that lists it: the revision's, or that of the repeat
 * that an innermost question is in. */
const char *editor_anchor(const struct editor *, const char *part);
/* The place of what it stands in: where one is when it was removed. */
const char *editor_holder(const struct editor *, const struct form_spot *);
/* "p-question-titre" of "question:titre". In mem. */
const char *editor_id(struct mem *, const char *part);
/* What people call a part: its label, the message of a rule. Borrowed. */
const char *editor_label(const struct form_spot *);
/* Does it take an answer? A heading, an explanation do not. */
bool	 editor_is_asked(struct json_object *question);
/* Rows of FINDINGS, errors first; with_uses: see form_draft_world. Returns how
 * many errors. */
size_t	 editor_findings(const struct editor *, struct view *,
	    bool with_uses);

/* --- rows: editor_rows.c ------------------------------------------------------- */

/* What may be done to a part, in its row; back: the part whose page one is on
 * and returns to, or NULL. */
void	 editor_tools(const struct editor *, struct view *row,
	    const struct form_spot *, const char *back);
/* What people read of a question below its words. */
void	 editor_question(const struct editor *, struct view *row,
	    const char *badges, struct json_object *question);
/* TYPE_OPTIONS: the types of question "text|email|…", one chosen. */
void	 editor_type_options(const struct editor *, struct view *,
	    const char *types, const char *chosen);
/* What was typed to add something, when it could not be. */
struct editor_adding {
	const char	*where, *verb;	/* of the form that came back */
	const char	*error;
};
/* The questions inside a repeat or a table, with their tools. */
void	 editor_inner(const struct editor *, struct view *in,
	    const struct form_spot *, const char *back,
	    const struct editor_adding *);
/* The rules of a block or of the form (PART_RULE), its reasons (PART_BAR). */
void	 editor_rules(const struct editor *, struct view *in,
	    const struct form_spot *, enum form_part, const char *back,
	    const struct editor_adding *);
/* A small form that adds something to a part. */
void	 editor_adder(const struct editor *, struct view *in,
	    const char *section, const struct form_spot *where,
	    const char *verb, const char *back, const struct editor_adding *);

/* editor_uses.c: the parts that look at a question, as USES; what a formula of
 * the part may name, as FORMULA_HELP. */
void	 editor_uses(const struct editor *, struct view *in,
	    const struct form_spot *);
void	 editor_formula_help(const struct editor *, struct view *page,
	    const struct form_spot *);

/* --- settings ------------------------------------------------------------------ */

/* editor_members.c: a setting as a control */
void	 member_show(const struct ask *, const struct editor *,
	    const struct form_spot *, const struct shape *member);
/* editor_members_read.c: what was typed for it; *value is the caller's, NULL
 * when it is to be taken away. False: a problem was added at the control. */
bool	 member_read(struct json_object **value, const struct editor *,
	    const struct form_spot *, const struct shape *member,
	    struct problems *why);
/* editor_control.c: the name of its control, "m.hint"; in mem. */
const char *member_control(struct mem *, const char *member);
/* The value as people read it, for differences; in mem. */
const char *member_text(struct mem *, const char *type, const char *member,
	    struct json_object *value);

/* editor_condition.c: conditions in plain words. */
void	 condition_show(const struct editor *, struct view *page,
	    const struct form_spot *, const char *member,
	    const struct problems *why);
/* Each question that the part may look at, in order: those before it; all of
 * them for a rule. */
void	 condition_each_question(const struct editor *,
	    const struct form_spot *, void (*fn)(void *, struct json_object *),
	    void *arg);
/* "must", "when": there is no rule without. */
bool	 condition_is_needed(const char *member);
/* editor_condition_read.c: *value is the caller's, NULL to take it away. False:
 * a problem was added at "c-" and the member, or the page did not ask it. */
bool	 condition_read_typed(struct json_object **value, const struct editor *,
	    const struct form_spot *, const char *member,
	    struct problems *why);
/* editor_operator.c: "« Statut » est « Association » et …"; in mem. */
const char *condition_said(struct mem *, struct json_object *form,
	    struct json_object *condition);

/* --- pages --------------------------------------------------------------------- */

/* editor_list.c */
void	 forms_get(struct req *, struct res *);
void	 forms_post(struct req *, struct res *);
void	 form_page_get(struct req *, struct res *);
void	 form_draft_post(struct req *, struct res *);
/* editor_outline.c */
void	 revision_get(struct req *, struct res *);
void	 revision_post(struct req *, struct res *);
void	 revision_json_get(struct req *, struct res *);
/* editor_part.c */
void	 part_get(struct req *, struct res *);
void	 part_post(struct req *, struct res *);
/* editor_try.c */
void	 try_get(struct req *, struct res *);
void	 try_post(struct req *, struct res *);
/* editor_publish.c */
void	 publish_get(struct req *, struct res *);
void	 publish_post(struct req *, struct res *);
void	 abandon_post(struct req *, struct res *);
void	 revision_offer_post(struct req *, struct res *);

#endif
