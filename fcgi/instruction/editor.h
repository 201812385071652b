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
	    editor_part_fields[], editor_try_fields[], editor_publish_fields[],
	    editor_none[];

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
/* The page of a part, its place on the page of the revision. */
const char *editor_part_url(const struct editor *, const char *part);
const char *editor_anchor(const struct editor *, const char *part);
/* "p-question-titre" of "question:titre". In mem. */
const char *editor_id(struct mem *, const char *part);
/* Rows of FINDINGS, errors first; with_uses: see form_draft_world. Returns how
 * many errors. */
size_t	 editor_findings(const struct editor *, struct view *,
	    bool with_uses);

/* editor_members.c: a setting as a control, and back. */
void	 member_show(const struct ask *, const struct editor *,
	    const struct form_spot *, const struct shape *member);
/* What was typed for it: *value is the caller's, NULL when it is to be taken
 * away. False: a problem was added at the control. */
bool	 member_read(struct json_object **value, const struct editor *,
	    const struct form_spot *, const struct shape *member,
	    struct problems *why);
/* The name of its control: "m.hint". In mem. */
const char *member_control(struct mem *, const char *member);
/* The value as people read it, for differences; in mem. */
const char *member_text(struct mem *, const char *type, const char *member,
	    struct json_object *value);

/* editor_condition.c: conditions in plain words. */
void	 condition_show(const struct editor *, struct view *page,
	    const struct form_spot *, const char *member,
	    const struct problems *why);
bool	 condition_read_typed(struct json_object **value, const struct editor *,
	    const struct form_spot *, const char *member,
	    struct problems *why);
/* "« Statut » est « Association » et …"; in mem. */
const char *condition_said(struct mem *, struct json_object *form,
	    struct json_object *condition);

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

#endif
